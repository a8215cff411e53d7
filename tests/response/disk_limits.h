// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFile>
#include <QTemporaryDir>

#include <csignal>
#include <sys/mount.h>
#include <sys/resource.h>
#include <sys/stat.h>

namespace acx {

/// Another umask for the life of this object.
class Umask final
{
public:
    explicit Umask(mode_t mask)
        : m_old(::umask(mask))
    {}
    ~Umask() { ::umask(m_old); }
    Q_DISABLE_COPY_MOVE(Umask)

private:
    mode_t m_old;
};

/// Limits the size of every file this process writes.
class FileSizeLimit final
{
public:
    explicit FileSizeLimit(rlim_t bytes)
    {
        m_oldHandler = std::signal(SIGXFSZ, SIG_IGN);
        ::getrlimit(RLIMIT_FSIZE, &m_old);
        const rlimit limit{bytes, m_old.rlim_max};
        ::setrlimit(RLIMIT_FSIZE, &limit);
    }
    ~FileSizeLimit()
    {
        ::setrlimit(RLIMIT_FSIZE, &m_old);
        std::signal(SIGXFSZ, m_oldHandler);
    }
    Q_DISABLE_COPY_MOVE(FileSizeLimit)

private:
    rlimit m_old{};
    void (*m_oldHandler)(int) = nullptr;
};

/// Takes the room of the disk by that file, but for `left` bytes.
inline void fillDisk(const QString &path, qint64 left)
{
    QFile filler(path);
    if (!filler.open(QIODevice::WriteOnly | QIODevice::Unbuffered))
        qFatal("%s", qPrintable(filler.errorString()));
    const QByteArray page(4096, 'f');
    while (filler.write(page) == page.size()) {
    }
    if (!filler.resize(filler.size() - left))
        qFatal("%s", qPrintable(filler.errorString()));
}

/// A small file system in memory; valid() is false where this user may not mount one.
class SmallDisk final
{
public:
    explicit SmallDisk(const char *options = "size=100k")
    {
        m_mounted = ::mount("acx-test", QFile::encodeName(m_folder.path()).constData(), "tmpfs", 0, options) == 0;
    }
    ~SmallDisk()
    {
        if (m_mounted)
            ::umount2(QFile::encodeName(m_folder.path()).constData(), MNT_DETACH);
    }
    Q_DISABLE_COPY_MOVE(SmallDisk)
    [[nodiscard]] bool valid() const { return m_mounted; }
    [[nodiscard]] QString path() const { return m_folder.path(); }
    [[nodiscard]] bool setReadOnly(bool isReadOnly) const
    {
        return ::mount("acx-test", QFile::encodeName(m_folder.path()).constData(), "tmpfs",
                       MS_REMOUNT | (isReadOnly ? MS_RDONLY : 0), nullptr) == 0;
    }

private:
    QTemporaryDir m_folder;
    bool m_mounted = false;
};

} // namespace acx
