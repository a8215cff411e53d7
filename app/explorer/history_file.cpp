// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/explorer/history_file.h"

#include "app/profiles/file_lock.h"
#include "app/profiles/replaced_file.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>
#include <QtEndian>

#include <sys/stat.h>

using namespace Qt::StringLiterals;

namespace acx {

namespace {

constexpr qint64 headerSize = 100; // bytes, https://www.sqlite.org/fileformat2.html
constexpr qint64 versionOffset = 60;
constexpr QFileDevice::Permissions ownerOnly = QFileDevice::ReadOwner | QFileDevice::WriteOwner;

tl::unexpected<Error> notUsable(const QString &path, const QString &technical)
{
    return fail(ErrorKind::Disk, QCoreApplication::translate("acx", "The history in %1 cannot be used.").arg(path),
                QCoreApplication::translate("acx", "Requests go out as ever; nothing is recorded. Check the free space "
                                                   "and the permissions of its folder."),
                technical);
}

HistoryFileState stateOf(const QByteArray &header)
{
    if (header.isEmpty())
        return HistoryFileState::Sound;
    if (header.size() < headerSize || !header.startsWith(QByteArrayView("SQLite format 3\0", 16)))
        return HistoryFileState::Damaged;
    const auto version = qFromBigEndian<quint32>(header.constData() + versionOffset);
    return version > quint32(historyFormat) ? HistoryFileState::Newer : HistoryFileState::Sound;
}

} // namespace

FileIdentity FileIdentity::of(const QString &path)
{
    struct stat info = {};
    if (::stat(QFile::encodeName(path).constData(), &info) != 0)
        return {};
    return {quint64(info.st_dev), quint64(info.st_ino)};
}

Result<HistoryFileState> prepareHistoryFile(const QString &path)
{
    if (const Status made = makeFolderFor(path); !made)
        return notUsable(path, made.error().technical);
    QFile file(path);
    const QFileInfo info(path);
    if (!info.exists() && !info.isSymbolicLink()) {
        if (file.open(QIODevice::WriteOnly | QIODevice::NewOnly, ownerOnly))
            return HistoryFileState::Sound;
        // Another program was faster.
        if (!QFileInfo(path).isFile())
            return notUsable(path, file.errorString());
    }
    if (!QFileInfo(path).isFile())
        return notUsable(path, QCoreApplication::translate("acx", "It is no file."));
    if (!file.open(QIODevice::ReadOnly))
        return notUsable(path, file.errorString());
    const HistoryFileState state = stateOf(file.read(headerSize));
    if (file.error() != QFileDevice::NoError)
        return notUsable(path, file.errorString());
    if (state != HistoryFileState::Newer &&
        (file.permissions() & ~(ownerOnly | QFileDevice::ReadUser | QFileDevice::WriteUser)) != 0)
        file.setPermissions(ownerOnly);
    return state;
}

Result<QString> setHistoryAside(const QString &path, const FileIdentity &damaged)
{
    FileLock lock(path);
    if (!lock.lock())
        return notUsable(path, QCoreApplication::translate("acx", "Another program is changing it."));
    if (!QFile::exists(path) || FileIdentity::of(path) != damaged)
        return QString();
    QString kept = nameBeside(path, u"damaged");
    if (!QFile::rename(path, kept))
        return notUsable(path, QCoreApplication::translate("acx", "The damaged file cannot be renamed."));
    QFile::setPermissions(kept, ownerOnly);
    // What was written last stands there; the index of it is made anew by whoever looks.
    QFile::rename(path + "-wal"_L1, kept + "-wal"_L1);
    QFile::remove(path + "-shm"_L1);
    return kept;
}

} // namespace acx
