// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/profiles/file_watch.h"

#include <QFile>
#include <QFileInfo>

#include <chrono>
#include <sys/stat.h>

namespace acx {

namespace {

constexpr std::chrono::milliseconds restTime{200};
constexpr qint64 nanoseconds = 1'000'000'000;

} // namespace

FileWatch::FileWatch(QString path, QObject *parent)
    : QObject(parent)
    , m_path(std::move(path))
{
    m_rest.setSingleShot(true);
    m_rest.setInterval(restTime);
    connect(&m_rest, &QTimer::timeout, this, &FileWatch::look);
    connect(&m_watcher, &QFileSystemWatcher::directoryChanged, &m_rest, qOverload<>(&QTimer::start));
}

void FileWatch::watch()
{
    const QString folder = QFileInfo(m_path).absolutePath();
    if (m_watcher.directories().contains(folder) || !QFileInfo(folder).isDir())
        return;
    m_stamp = stampOf(m_path);
    m_watcher.addPath(folder);
}

FileWatch::Stamp FileWatch::stampOf(const QString &path)
{
    struct stat info = {};
    if (::stat(QFile::encodeName(path).constData(), &info) != 0)
        return {};
    return {quint64(info.st_dev), quint64(info.st_ino), info.st_ctim.tv_sec * nanoseconds + info.st_ctim.tv_nsec};
}

void FileWatch::look()
{
    // Much else comes and goes in the folder.
    const Stamp stamp = stampOf(m_path);
    if (stamp == m_stamp)
        return;
    m_stamp = stamp;
    Q_EMIT changed();
}

} // namespace acx
