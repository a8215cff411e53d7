// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/result.h"

#include <QString>

namespace acx {

/// Which file a path meant when it was looked at: another program may have put another one there since.
struct FileIdentity
{
    quint64 device = 0;
    quint64 number = 0;

    bool operator==(const FileIdentity &) const = default;
    /// All zero where there is none.
    [[nodiscard]] static FileIdentity of(const QString &path);
};

enum class HistoryFileState {
    Sound,   ///< an SQLite file of this version, or a new one, as far as its first bytes tell
    Damaged, ///< no SQLite file
    Newer,   ///< written by a newer version of this program
};

/// The number that a history file carries as SQLite's user_version.
constexpr int historyFormat = 1;

/// Makes the file (0600) and its folder (0700) if they are missing, else takes away what others may do with it, and
/// looks at its first bytes without changing them. Fails with ErrorKind::Disk.
[[nodiscard]] Result<HistoryFileState> prepareHistoryFile(const QString &path);

/// Renames the damaged file, and what SQLite has beside it, to `path`.damaged-<date>, under a lock and only if it still
/// is `damaged`: another program may just have done so. The new name; empty if there was nothing to do. Fails with
/// ErrorKind::Disk when it cannot be renamed.
[[nodiscard]] Result<QString> setHistoryAside(const QString &path, const FileIdentity &damaged);

} // namespace acx
