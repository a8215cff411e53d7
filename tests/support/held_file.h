// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QFile>
#include <QString>

#include <cerrno>
#include <csignal>
#include <fcntl.h>
#include <unistd.h>

namespace acx {

/// A file that hangs, as in a network folder which no longer answers: whoever opens it waits within the system until
/// release(), or for as long as /proc/sys/fs/lease-break-time says. Linux only, by a lease; not for whoever opens it
/// with O_NONBLOCK.
class HeldFile final
{
public:
    explicit HeldFile(const QString &path)
        : m_path(QFile::encodeName(path))
        , m_file(::open(m_path.constData(), O_RDWR | O_CLOEXEC))
    {
        // The system's word that somebody waits would end the program.
        (void)std::signal(SIGIO, SIG_IGN);
        m_isHeld = m_file >= 0 && ::fcntl(m_file, F_SETLEASE, F_WRLCK) == 0;
    }
    ~HeldFile()
    {
        release();
        if (m_file >= 0)
            ::close(m_file);
    }
    Q_DISABLE_COPY_MOVE(HeldFile)

    /// False: this file system knows no leases.
    [[nodiscard]] bool isHeld() const { return m_isHeld; }
    /// Somebody is waiting in open(), now: the system has not yet let go of them.
    [[nodiscard]] bool isAwaited() const
    {
        if (!m_isHeld || ::fcntl(m_file, F_GETLEASE) == F_WRLCK)
            return false;
        const int tried = ::open(m_path.constData(), O_RDONLY | O_NONBLOCK | O_CLOEXEC);
        const bool isRefused = tried < 0 && errno == EWOULDBLOCK;
        if (tried >= 0)
            ::close(tried);
        return isRefused;
    }
    void release()
    {
        if (m_isHeld)
            (void)::fcntl(m_file, F_SETLEASE, F_UNLCK);
        m_isHeld = false;
    }

private:
    QByteArray m_path;
    int m_file;
    bool m_isHeld = false;
};

} // namespace acx
