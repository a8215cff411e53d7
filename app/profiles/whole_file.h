// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

#include <optional>

#include <tl/expected.hpp>

namespace acx {

/// The content of the file at `path` (or of the one that a link there names) as it is at one moment, for files that
/// another program may replace meanwhile. Nothing if no file has this name; whatever else keeps it from being read, a
/// link to nowhere too, is an error in the system's words, for Error::technical: who takes an unreadable list for an
/// empty one loses it with the next change. Of a file above `largest` (in bytes) one byte more than that is read, so
/// that it shows.
///
/// QFile::exists() cannot tell: it says no to a file that has lost its last name, which is what the one just replaced
/// by rename() is for whoever had begun to look.
[[nodiscard]] tl::expected<std::optional<QByteArray>, QString> readWhole(const QString &path, qint64 largest);

} // namespace acx
