// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/profiles/used_file.h"

#include <QFile>

#include <cerrno>
#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>
#include <utility>

namespace acx {

namespace {

// How often another program may replace the file while it is looked at.
constexpr int mostLooks = 100;

} // namespace

UsedFile::UsedFile(UsedFile &&other) noexcept
    : m_descriptor(std::exchange(other.m_descriptor, -1))
{}

UsedFile &UsedFile::operator=(UsedFile &&other) noexcept
{
    std::swap(m_descriptor, other.m_descriptor);
    return *this;
}

UsedFile::Found UsedFile::mark(const QString &path)
{
    const QByteArray name = QFile::encodeName(path);
    for (int look = 0; look < mostLooks; ++look) {
        release();
        m_descriptor = ::open(name.constData(), O_RDONLY | O_CLOEXEC | O_NONBLOCK);
        if (m_descriptor < 0)
            return errno == ENOENT ? Found::Missing : Found::Free;
        const bool isBusy = ::flock(m_descriptor, LOCK_EX | LOCK_NB) != 0 && errno == EWOULDBLOCK;
        // It may have been replaced between: what is marked, or is another's, must be the one of this name.
        if (!isAt(path))
            continue;
        if (!isBusy)
            return Found::Free;
        release();
        return Found::InUse;
    }
    release();
    return Found::InUse;
}

void UsedFile::keep(int descriptor)
{
    release();
    m_descriptor = ::fcntl(descriptor, F_DUPFD_CLOEXEC, 0);
}

bool UsedFile::isAt(const QString &path) const
{
    struct stat ours = {};
    struct stat named = {};
    return m_descriptor >= 0 && ::fstat(m_descriptor, &ours) == 0 &&
           ::stat(QFile::encodeName(path).constData(), &named) == 0 && ours.st_ino == named.st_ino &&
           ours.st_dev == named.st_dev;
}

void UsedFile::release()
{
    if (m_descriptor >= 0)
        ::close(m_descriptor);
    m_descriptor = -1;
}

} // namespace acx
