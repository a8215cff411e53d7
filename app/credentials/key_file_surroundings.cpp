// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/base/in_words.h"
#include "app/credentials/api_key_file.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <algorithm>
#include <array>
#include <sys/stat.h>

using namespace Qt::StringLiterals;

namespace acx {
namespace {

/// Names that synchronisation programs give to their folders; "OneDrive - Company" and "Dropbox (Private)" count too.
bool isSyncName(const QString &name)
{
    static constexpr std::array names{
        "Dropbox"_L1,      "OneDrive"_L1,    "Google Drive"_L1, "GoogleDrive"_L1,  "google-drive"_L1,
        "Nextcloud"_L1,    "ownCloud"_L1,    "iCloud Drive"_L1, "iCloudDrive"_L1,  "com~apple~CloudDocs"_L1,
        "Syncthing"_L1,    "pCloudDrive"_L1, "pCloud Drive"_L1, "pCloud Sync"_L1,  "MEGA"_L1,
        "MEGAsync"_L1,     "Box"_L1,         "Box Sync"_L1,     "Insync"_L1,       "Seafile"_L1,
        "Resilio Sync"_L1, "Tresorit"_L1,    "Yandex.Disk"_L1,  "Proton Drive"_L1, "kDrive"_L1,
    };
    return std::any_of(names.begin(), names.end(), [&](QLatin1StringView known) {
        return name.compare(known, Qt::CaseInsensitive) == 0 ||
               name.startsWith(known + " - "_L1, Qt::CaseInsensitive) ||
               name.startsWith(known + " ("_L1, Qt::CaseInsensitive) ||
               name.startsWith(known + ":"_L1, Qt::CaseInsensitive);
    });
}

/// Files and folders by which synchronisation programs mark the top of a synchronised folder.
bool hasSyncMark(const QDir &folder)
{
    const QStringList marks{
        u".stfolder"_s,          u".dropbox"_s,         u".dropbox.cache"_s,    u".sync"_s,
        u".sync_*.db"_s,         u"._sync_*.db"_s,      u".owncloudsync.log"_s, u".nextcloudsync.log"_s,
        u".tmp.drivedownload"_s, u".tmp.driveupload"_s, u".csync_journal.db"_s, u".megasync"_s};
    return !folder.entryList(marks, QDir::AllEntries | QDir::Hidden | QDir::System | QDir::NoDotAndDotDot).isEmpty();
}

void look(const QString &start, KeyFileSurroundings &found)
{
    QDir folder(start);
    do {
        if (found.gitFolder.isEmpty() && QFileInfo::exists(folder.filePath(u".git"_s)))
            found.gitFolder = folder.absolutePath();
        if (found.syncFolder.isEmpty() && (isSyncName(folder.dirName()) || hasSyncMark(folder)))
            found.syncFolder = folder.absolutePath();
    } while (folder.cdUp());
}

} // namespace

KeyFileSurroundings inspectKeyFile(const QString &path)
{
    KeyFileSurroundings found;
    struct stat facts = {};
    if (::stat(QFile::encodeName(path).constData(), &facts) == 0)
        found.readableByOthers = (facts.st_mode & (S_IRGRP | S_IROTH)) != 0;
    const QFileInfo file(path);
    look(file.absolutePath(), found);
    // The file that a link leads to may lie elsewhere.
    const QString target = file.canonicalFilePath();
    if (!target.isEmpty())
        look(QFileInfo(target).absolutePath(), found);
    return found;
}

QStringList KeyFileSurroundings::warnings() const
{
    QStringList sentences;
    if (readableByOthers)
        sentences << inWords(QT_TRANSLATE_NOOP("acx", "The key file can be read by other users of this computer."));
    if (!gitFolder.isEmpty())
        sentences << inWords(QT_TRANSLATE_NOOP("acx",
                                               "The key file lies in the Git work tree %1 and could be committed by "
                                               "accident."))
                         .arg(QDir::toNativeSeparators(gitFolder));
    if (!syncFolder.isEmpty())
        sentences << inWords(QT_TRANSLATE_NOOP(
                                 "acx", "The key file lies in the synchronised folder %1, so copies of it may be "
                                        "kept elsewhere."))
                         .arg(QDir::toNativeSeparators(syncFolder));
    return sentences;
}

} // namespace acx
