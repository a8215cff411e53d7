// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/result.h"

#include <QFile>

namespace acx {

/// Opens `file` for reading and writing as a file without a name: made 0600 in the application's own cache folder
/// (0700), or, where that cannot be written, in a private folder of the temporary directory, and unlinked before this
/// returns. It goes with its last handle, after a crash too. Fails with ErrorKind::Disk.
[[nodiscard]] Status openUnnamedFile(QFile &file);

/// $XDG_CACHE_HOME/apiconnect-explorer
[[nodiscard]] QString unnamedFileFolder();

} // namespace acx
