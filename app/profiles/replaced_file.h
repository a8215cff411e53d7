// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/result.h"

namespace acx {

/// Replaces the file at `path` by `bytes` as a whole: 0600, on disk before this returns; on any failure the old file
/// stays as it was (ErrorKind::Disk). Its folder must exist.
[[nodiscard]] Status replaceFile(const QString &path, const QByteArray &bytes);

/// Makes the folder (0700) and those above it that are missing.
[[nodiscard]] Status makeFolderFor(const QString &path);

/// Removes what a killed program left of replaceFile(). Call it under the lock of the file.
void sweepLeftovers(const QString &path);

/// A name beside `path` that nobody has yet, for a file that is set aside: PATH.REASON-20260131-120000.
[[nodiscard]] QString nameBeside(const QString &path, QStringView reason);

} // namespace acx
