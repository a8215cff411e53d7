// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/error.h"

namespace acx {

/// What `acx` tells its caller.
enum class ExitCode {
    Done = 0,        ///< a complete 2xx, or the command is done
    OtherStatus = 1, ///< any other final status, or a refused redirect
    WrongUse = 2,    ///< wrong use or input
    Keychain = 3,    ///< the keychain
    NoAnswer = 4,    ///< no answer, or one that is late, cut or malformed; a result that could not be written
};

[[nodiscard]] ExitCode exitCodeOf(ErrorKind kind);

} // namespace acx
