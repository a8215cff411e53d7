// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/result.h"

#include <QByteArray>
#include <QString>

namespace acx {

/// What becomes of a path that is a symbolic link to a file.
enum class FileLinks {
    Followed,
    Refused, ///< with the file that it leads to; those of the system for what this program holds open (/dev/stdin,
             ///< /dev/fd/3) are followed all the same
};

/// Reads a regular file of at most `maximumSize` bytes. Never blocks: folders, pipes, sockets and devices are refused.
/// The file is not changed. Errors: NotFound, InvalidInput, TooLarge, Disk.
[[nodiscard]] Result<QByteArray> readSmallFile(const QString &path, qint64 maximumSize,
                                               FileLinks links = FileLinks::Followed);

/// The same for a file that is open already; the descriptor stays open.
[[nodiscard]] Result<QByteArray> readSmallFile(int descriptor, qint64 maximumSize);

/// Closes a file descriptor; -1 = there is none.
class FileDescriptor final
{
public:
    explicit FileDescriptor(int number)
        : m_number(number)
    {}
    ~FileDescriptor();
    Q_DISABLE_COPY_MOVE(FileDescriptor)
    [[nodiscard]] int number() const { return m_number; }

private:
    int m_number;
};

/// Why open() failed, from its errno.
[[nodiscard]] Error openError(int code);

} // namespace acx
