// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/call_request.h"

namespace acx {

class CommandLine;

/// True if `acx call` was given an operation's id and values in place of method and path.
[[nodiscard]] bool namesOperation(const CommandLine &line);

/// The request that the operation and its values make; headers, data and the rest come from the options. An id may be
/// given without its catalog's name ("getMe") where that is unique. InvalidInput or NotFound names what does not fit.
[[nodiscard]] Result<CallRequest> readOperationCall(Context &context);

} // namespace acx
