// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/result.h"

#include <QTemporaryFile>

#include <optional>

namespace acx {

class UsedFile;

/// A new file that takes the place of the one at a path (or of the one that a link there names) when it is whole: 0600
/// and on disk. Until commit(), and without it, the old file stays as it was. From open() on nobody who sweeps takes it
/// for a leftover. Errors: Disk, with the path.
class ReplacedFile final
{
public:
    explicit ReplacedFile(QString path);
    [[nodiscard]] Status open();
    /// To write to, in pieces; each write is compared with its length by the caller.
    [[nodiscard]] QFileDevice &device() { return m_file; }
    [[nodiscard]] Status commit();

private:
    QString m_path;
    QString m_target;
    QTemporaryFile m_file;
};

/// Replaces the file at `path` by `bytes` as a whole: 0600, on disk before this returns; on any failure the old file
/// stays as it was (ErrorKind::Disk). Its folder must exist. The new file bears the mark of `used`, if given, from
/// before it has its name; on a failure that mark stays on the old one.
[[nodiscard]] Status replaceFile(const QString &path, const QByteArray &bytes, UsedFile *used = nullptr);

/// Makes the folder (0700) and those above it that are missing.
[[nodiscard]] Status makeFolderFor(const QString &path);

/// Removes what a killed program left of replaceFile(), but nothing that a program is just writing.
enum class Leftovers {
    All,  ///< also those of earlier versions, whose names a person could choose: for folders of the program, and under
          ///< the lock of the file, since these do not show whether they are in use
    Ours, ///< with a name that nobody chooses: for folders of the person
};
void sweepLeftovers(const QString &path, Leftovers which = Leftovers::All);

/// Keeps the file at `path` under another name (nameBeside(), 0600) and puts `replacement` in its place, or nothing if
/// there is none. With a replacement there is a file of this name at every moment, for readers that hold no lock. Gives
/// the name under which it was kept; empty = it could not be kept or replaced, and stands where it was. `used` as with
/// replaceFile(). Call it under the lock of the file.
[[nodiscard]] QString setFileAside(const QString &path, QStringView reason,
                                   const std::optional<QByteArray> &replacement, UsedFile *used = nullptr);

/// A name beside `path` that nobody has yet, for a file that is set aside: PATH.REASON-20260131-120000.
[[nodiscard]] QString nameBeside(const QString &path, QStringView reason);

} // namespace acx
