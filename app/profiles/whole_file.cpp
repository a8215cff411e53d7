// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/profiles/whole_file.h"

#include <QCoreApplication>
#include <QFile>
#include <QScopeGuard>

#include <algorithm>
#include <cerrno>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace acx {

namespace {

tl::unexpected<QString> systemError()
{
    return tl::unexpected(qt_error_string(errno));
}

bool isLink(const QByteArray &name)
{
    struct stat info = {};
    return ::lstat(name.constData(), &info) == 0 && S_ISLNK(info.st_mode);
}

} // namespace

tl::expected<std::optional<QByteArray>, QString> readWhole(const QString &path, qint64 largest)
{
    const QByteArray name = QFile::encodeName(path);
    // Without waiting: a pipe of this name would hold the program until somebody writes to it.
    const int descriptor = ::open(name.constData(), O_RDONLY | O_CLOEXEC | O_NONBLOCK);
    if (descriptor < 0 && errno == ENOENT && !isLink(name))
        return std::nullopt;
    if (descriptor < 0)
        return systemError();
    const auto close = qScopeGuard([descriptor] { ::close(descriptor); });
    struct stat info = {};
    if (::fstat(descriptor, &info) != 0)
        return systemError();
    if (!S_ISREG(info.st_mode))
        return tl::unexpected(QCoreApplication::translate("acx", "It is no file."));
    // One byte more than it says: the read that meets the end needs room, too.
    QByteArray bytes;
    qsizetype filled = 0;
    bytes.resize(std::min<qint64>(info.st_size, largest) + 1);
    while (filled < bytes.size()) {
        const ssize_t count = ::read(descriptor, bytes.data() + filled, size_t(bytes.size() - filled));
        if (count < 0 && errno == EINTR)
            continue;
        if (count < 0)
            return systemError();
        if (count == 0)
            break;
        filled += count;
        // It grew: somebody writes to it in place.
        if (filled == bytes.size() && filled <= largest)
            bytes.resize(std::min<qint64>(2 * filled, largest + 1));
    }
    bytes.truncate(filled);
    return bytes;
}

} // namespace acx
