// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/explorer/draft_files.h"

#include "app/explorer/draft_json.h"
#include "app/profiles/file_lock.h"
#include "app/profiles/replaced_file.h"
#include "app/profiles/whole_file.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>

using namespace Qt::StringLiterals;

namespace acx {
namespace {

constexpr qint64 largestFile = 16LL * 1024 * 1024; // bytes

tl::unexpected<Error> unreadable(const QString &path, const QString &technical)
{
    return fail(ErrorKind::Disk,
                QCoreApplication::translate("acx", "The open requests in %1 cannot be read.").arg(path),
                QCoreApplication::translate("acx", "Check the permissions of this file, then start again. Until then "
                                                   "open requests are not kept."),
                technical);
}

Error setAsideNotice(const QString &kept, const DraftFileText &text)
{
    Error notice;
    notice.kind = text.isNewer ? ErrorKind::Unsupported : ErrorKind::Disk;
    if (text.isNewer)
        notice.sentence =
            QCoreApplication::translate("acx", "The open requests were kept by a newer version of this program.");
    else if (text.drafts.tabs.isEmpty())
        notice.sentence = QCoreApplication::translate("acx", "The file of the open requests was damaged.");
    else
        notice.sentence = QCoreApplication::translate("acx", "A part of the file of the open requests was damaged.");
    notice.nextStep = QCoreApplication::translate("acx", "It was kept as %1.").arg(kept);
    notice.technical = text.damage;
    return notice;
}

Status notKept(const QString &path, const QString &technical)
{
    return fail(
        ErrorKind::Disk, QCoreApplication::translate("acx", "The open requests could not be kept."),
        QCoreApplication::translate("acx", "Check the free space and the permissions of the folder of %1.").arg(path),
        technical);
}

Status lockDrafts(FileLock &file, const QString &path)
{
    if (file.lock())
        return {};
    return notKept(path, file.isBusy() ? u"locked by another program"_s : file.reason());
}

} // namespace

QString DraftFiles::pathOf(const QUuid &profile) const
{
    return m_folder + u'/' + profile.toString(QUuid::WithoutBraces) + ".json"_L1;
}

Result<DraftSet> DraftFiles::load(const QUuid &profile)
{
    const QString path = pathOf(profile);
    const auto bytes = readWhole(path, largestFile);
    if (!bytes)
        return unreadable(path, bytes.error());
    if (!*bytes) {
        m_known.insert(profile);
        return DraftSet();
    }
    DraftFileText text = readDraftFile(**bytes);
    if (!text.damage.isEmpty() || text.isNewer) {
        const QString kept = nameBeside(path, text.isNewer ? u"newer" : u"damaged");
        if (!QFile::rename(path, kept))
            return unreadable(path, text.damage);
        QFile::setPermissions(kept, QFileDevice::ReadOwner | QFileDevice::WriteOwner);
        // What could be read stays, should this program not get to save it.
        if (!text.drafts.tabs.isEmpty())
            static_cast<void>(replaceFile(path, writeDraftFile(text.drafts, {})));
        text.drafts.notice = setAsideNotice(kept, text);
    }
    m_known.insert(profile);
    return text.drafts;
}

Status DraftFiles::save(const QUuid &profile, const DraftSet &drafts, const DraftLimits &limits)
{
    // What this program has not read yet may have to be set aside first.
    if (!m_known.contains(profile)) {
        if (const Result<DraftSet> read = load(profile); !read)
            return fail(read.error());
    }
    const QString path = pathOf(profile);
    if (const Status made = makeFolderFor(path); !made)
        return notKept(path, made.error().sentence + u' ' + made.error().technical);
    FileLock lockFile(path);
    if (Status locked = lockDrafts(lockFile, path); !locked)
        return locked;
    sweepLeftovers(path);
    return replaceFile(path, writeDraftFile(drafts, limits));
}

Status DraftFiles::remove(const QUuid &profile)
{
    const QDir folder(m_folder);
    const QString name = QFileInfo(pathOf(profile)).fileName();
    const QStringList names = folder.entryList({name + u'*'}, QDir::Files | QDir::Hidden | QDir::System);
    for (const QString &found : names) {
        QFile file(folder.filePath(found));
        if (!file.remove() && QFile::exists(file.fileName()))
            return fail(ErrorKind::Disk,
                        QCoreApplication::translate("acx", "The open requests in %1 could not be removed.")
                            .arg(file.fileName()),
                        QCoreApplication::translate("acx", "Remove this file yourself."), file.errorString());
    }
    m_known.insert(profile);
    return {};
}

} // namespace acx
