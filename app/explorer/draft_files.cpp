// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/explorer/draft_files.h"

#include "app/explorer/draft_json.h"
#include "app/profiles/file_lock.h"
#include "app/profiles/replaced_file.h"
#include "app/profiles/whole_file.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <algorithm>
#include <utility>
#include <vector>

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

bool isThere(const QString &path)
{
    const QFileInfo info(path);
    return info.exists() || info.isSymbolicLink();
}

/// Appends the tabs of a window that has ended; what both have in the same words stands once.
void append(DraftSet &drafts, const DraftSet &ended)
{
    for (RequestState state : ended.tabs) {
        const auto same = std::find_if(drafts.tabs.cbegin(), drafts.tabs.cend(),
                                       [&state](const RequestState &known) { return known.id == state.id; });
        if (same != drafts.tabs.cend() && *same == state)
            continue;
        if (same != drafts.tabs.cend())
            state.id = QUuid::createUuid();
        drafts.tabs.append(state);
    }
    if (!drafts.notice)
        drafts.notice = ended.notice;
}

} // namespace

QString DraftFiles::pathOf(const QUuid &profile, int seat) const
{
    QString path = m_folder + u'/' + profile.toString(QUuid::WithoutBraces);
    if (seat > 1)
        path += u"-%1"_s.arg(seat);
    return path + ".json"_L1;
}

/// The first file of the profile that no other window works with.
void DraftFiles::take(Seat &seat, const QUuid &profile) const
{
    if (!seat.path.isEmpty() && (seat.file.isAt(seat.path) || seat.file.mark(seat.path) != UsedFile::Found::InUse))
        return;
    for (int i = 1; i <= mostSeats; ++i) {
        seat.path = pathOf(profile, i);
        if (seat.file.mark(seat.path) != UsedFile::Found::InUse)
            return;
    }
}

Result<DraftSet> DraftFiles::read(Seat &seat)
{
    const auto bytes = readWhole(seat.path, largestFile);
    if (!bytes)
        return unreadable(seat.path, bytes.error());
    if (!*bytes)
        return DraftSet();
    DraftFileText text = readDraftFile(**bytes);
    if (!text.damage.isEmpty() || text.isNewer) {
        // What could be read stays, should this program not get to save it.
        std::optional<QByteArray> salvaged;
        if (!text.drafts.tabs.isEmpty())
            salvaged = writeDraftFile(text.drafts, {});
        const QString kept =
            setFileAside(seat.path, text.isNewer ? u"newer" : u"damaged", salvaged, &seat.file);
        if (kept.isEmpty())
            return unreadable(seat.path, text.damage);
        text.drafts.notice = setAsideNotice(kept, text);
    }
    return text.drafts;
}

/// What windows of this profile left that have ended. Their files go when it stands in ours.
void DraftFiles::gather(Seat &seat, const QUuid &profile, DraftSet &drafts) const
{
    const QDir folder(m_folder);
    const QString id = profile.toString(QUuid::WithoutBraces);
    const QStringList names =
        folder.entryList({id + ".json"_L1, id + "-*.json"_L1}, QDir::Files | QDir::Hidden, QDir::Name);
    const DraftLimits limits;
    qint64 size = QFileInfo(seat.path).size();
    std::vector<Seat> gathered;
    DraftSet all = drafts;
    for (const QString &name : names) {
        Seat ended{folder.filePath(name), {}};
        if (ended.path == seat.path || ended.file.mark(ended.path) != UsedFile::Found::Free)
            continue;
        const Result<DraftSet> left = read(ended);
        size += QFileInfo(ended.path).size();
        // What has no room waits in its file for a start that has.
        if (!left || all.tabs.size() + left->tabs.size() > limits.maxTabs || size > limits.maxFileBytes)
            continue;
        append(all, *left);
        gathered.push_back(std::move(ended));
    }
    if (gathered.empty())
        return;
    drafts = all;
    if (!write(seat, profile, drafts, limits))
        return;
    for (const Seat &ended : gathered)
        QFile::remove(ended.path);
}

Status DraftFiles::write(Seat &seat, const QUuid &profile, const DraftSet &drafts, const DraftLimits &limits) const
{
    if (const Status made = makeFolderFor(seat.path); !made)
        return notKept(seat.path, made.error().sentence + u' ' + made.error().technical);
    for (int next = 1; next <= mostSeats; ++next) {
        FileLock lockFile(seat.path);
        if (Status locked = lockDrafts(lockFile, seat.path); !locked)
            return locked;
        if (seat.file.isAt(seat.path) || !isThere(seat.path)) {
            sweepLeftovers(seat.path);
            return replaceFile(seat.path, writeDraftFile(drafts, limits), &seat.file);
        }
        // Where there was no file yet, another window has begun one; or it could not mark it here.
        seat.file.release();
        seat.path = pathOf(profile, next);
    }
    return notKept(seat.path, u"in use by other windows"_s);
}

Result<DraftSet> DraftFiles::load(const QUuid &profile)
{
    // The others' files are free for another window; this one may come back to them.
    for (auto it = m_seats.begin(); it != m_seats.end();)
        it = it->first == profile ? std::next(it) : m_seats.erase(it);
    Seat &seat = m_seats[profile];
    take(seat, profile);
    Result<DraftSet> drafts = read(seat);
    if (!drafts) {
        m_seats.erase(profile);
        return drafts;
    }
    gather(seat, profile, *drafts);
    return drafts;
}

Status DraftFiles::save(const QUuid &profile, const DraftSet &drafts, const DraftLimits &limits)
{
    // What this program has not read yet may have to be set aside first.
    if (!m_seats.contains(profile)) {
        if (const Result<DraftSet> read = load(profile); !read)
            return fail(read.error());
    }
    return write(m_seats[profile], profile, drafts, limits);
}

Status DraftFiles::remove(const QUuid &profile)
{
    m_seats.erase(profile);
    const QDir folder(m_folder);
    const QString id = profile.toString(QUuid::WithoutBraces);
    const QStringList names =
        folder.entryList({id + ".json*"_L1, id + "-*"_L1}, QDir::Files | QDir::Hidden | QDir::System);
    for (const QString &found : names) {
        QFile file(folder.filePath(found));
        if (!file.remove() && QFile::exists(file.fileName()))
            return fail(ErrorKind::Disk,
                        QCoreApplication::translate("acx", "The open requests in %1 could not be removed.")
                            .arg(file.fileName()),
                        QCoreApplication::translate("acx", "Remove this file yourself."), file.errorString());
    }
    m_seats[profile].path = pathOf(profile, 1);
    return {};
}

} // namespace acx
