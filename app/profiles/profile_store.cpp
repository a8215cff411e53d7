// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/profiles/profile_store.h"

#include "app/profiles/file_lock.h"
#include "app/profiles/profile_errors.h"
#include "app/profiles/profile_json.h"
#include "app/profiles/replaced_file.h"
#include "app/profiles/whole_file.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QStandardPaths>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace acx {

namespace {

constexpr qint64 largestFile = 16LL * 1024 * 1024; // bytes

/// Nothing = there is no file.
Result<std::optional<ProfileFileText>> readFile(const QString &path)
{
    const auto bytes = readWhole(path, largestFile);
    if (!bytes)
        return fail(
            ErrorKind::Disk, QCoreApplication::translate("acx", "The list of profiles in %1 cannot be read.").arg(path),
            QCoreApplication::translate("acx", "Check the permissions of this file, then start again."), bytes.error());
    if (!*bytes)
        return std::nullopt;
    ProfileFileText text = readProfileFile(**bytes);
    if (text.isNewer)
        return fail(ErrorKind::Unsupported,
                    QCoreApplication::translate("acx",
                                                "The list of profiles in %1 was written by a newer version of this "
                                                "program.")
                        .arg(path),
                    QCoreApplication::translate("acx", "Use that version, or move the file away to begin anew."));
    return text;
}

/// In the middle of a session, in which a missing file is an empty list only if there never was another.
Result<ProfileFileText> readAgain(const QString &path, std::atomic_bool &hasList)
{
    const Result<std::optional<ProfileFileText>> text = readFile(path);
    if (!text)
        return fail(text.error());
    if (*text && (*text)->damage.isEmpty())
        hasList = true;
    if (*text || !hasList)
        return text->value_or(ProfileFileText());
    return fail(
        ErrorKind::Disk, QCoreApplication::translate("acx", "The list of profiles in %1 is gone.").arg(path),
        QCoreApplication::translate("acx", "Put the file back, or start the program again to begin a new list."));
}

Status lock(FileLock &file, const QString &path)
{
    if (file.lock())
        return {};
    if (file.isBusy())
        return fail(ErrorKind::Disk,
                    QCoreApplication::translate("acx", "Another program is changing the list of profiles."),
                    QCoreApplication::translate("acx", "Try again in a moment."), path);
    return fail(
        ErrorKind::Disk, QCoreApplication::translate("acx", "The list of profiles in %1 cannot be changed.").arg(path),
        QCoreApplication::translate("acx", "Check the free space and the permissions of its folder."), file.reason());
}

Error damageNotice(const QString &path, const QString &kept, const ProfileFileText &text)
{
    Error notice;
    notice.kind = ErrorKind::Disk;
    notice.sentence =
        text.contents.profiles.isEmpty()
            ? QCoreApplication::translate("acx", "The list of profiles was damaged and could not be read.")
            : QCoreApplication::translate("acx", "A part of the list of profiles was damaged and could not be read.");
    notice.nextStep =
        kept.isEmpty()
            ? QCoreApplication::translate("acx", "It is still in %1, because no copy can be made in that folder.")
                  .arg(path)
            : QCoreApplication::translate(
                  "acx",
                  "It was kept as %1. The keys are still in the keychain; import them again to make new profiles.")
                  .arg(kept);
    notice.technical = text.damage;
    return notice;
}

/// Keeps the damaged file under another name and, if some of it could be read, writes that in its place. Returns the
/// kept file's name, empty if that was not possible. Call it under the lock.
QString setAside(const QString &path, const ProfileFileText &text)
{
    std::optional<QByteArray> salvaged;
    if (!text.contents.profiles.isEmpty())
        salvaged = writeProfileFile(text.contents);
    return setFileAside(path, u"damaged", salvaged);
}

QList<Profile>::iterator findIn(QList<Profile> &profiles, const QUuid &id)
{
    return std::find_if(profiles.begin(), profiles.end(), [&id](const Profile &profile) { return profile.id == id; });
}

bool isNameTaken(const QList<Profile> &profiles, const Profile &profile)
{
    return std::any_of(profiles.cbegin(), profiles.cend(), [&profile](const Profile &other) {
        return other.id != profile.id && other.name.compare(profile.name, Qt::CaseInsensitive) == 0;
    });
}

} // namespace

ProfileStore::ProfileStore(QString path)
    : m_path(std::move(path))
{}

QString ProfileStore::defaultPath()
{
    return QStandardPaths::writableLocation(QStandardPaths::GenericConfigLocation) +
           "/apiconnect-explorer/profiles.json"_L1;
}

Result<ProfileStore::Contents> ProfileStore::load() const
{
    const auto isSound = [](const auto &text) { return !text || !*text || (*text)->damage.isEmpty(); };
    const auto take = [this](const Result<std::optional<ProfileFileText>> &text) -> Result<Contents> {
        if (!text)
            return fail(text.error());
        m_hasList = text->has_value();
        return *text ? (*text)->contents : Contents();
    };
    Result<std::optional<ProfileFileText>> text = readFile(m_path);
    if (isSound(text))
        return take(text);
    // Another program may just have set it aside: look again under the lock.
    FileLock lockFile(m_path);
    QString kept;
    if (lock(lockFile, m_path)) {
        text = readFile(m_path);
        if (isSound(text))
            return take(text);
        kept = setAside(m_path, **text);
    }
    Contents contents = (*text)->contents;
    m_hasList = !contents.profiles.isEmpty();
    contents.notice = damageNotice(m_path, kept, **text);
    return contents;
}

Result<ProfileStore::Contents> ProfileStore::look() const
{
    const Result<ProfileFileText> text = readAgain(m_path, m_hasList);
    if (!text)
        return fail(text.error());
    if (!text->damage.isEmpty())
        return fail(damageNotice(m_path, {}, *text));
    return text->contents;
}

template <class Change>
Status ProfileStore::change(Change &&change)
{
    if (Status made = makeFolderFor(m_path); !made)
        return made;
    FileLock lockFile(m_path);
    if (Status locked = lock(lockFile, m_path); !locked)
        return locked;
    sweepLeftovers(m_path);
    Result<ProfileFileText> text = readAgain(m_path, m_hasList);
    if (!text)
        return fail(text.error());
    if (!text->damage.isEmpty())
        return fail(
            ErrorKind::Disk, QCoreApplication::translate("acx", "The list of profiles in %1 is damaged.").arg(m_path),
            QCoreApplication::translate("acx", "Start the program again: it keeps a copy and begins a new list."),
            text->damage);
    if (Status changed = change(text->contents); !changed)
        return changed;
    Status written = replaceFile(m_path, writeProfileFile(text->contents));
    if (written)
        m_hasList = true;
    return written;
}

Status ProfileStore::save(const Profile &profile)
{
    return change([&profile](Contents &contents) -> Status {
        if (isNameTaken(contents.profiles, profile))
            return fail(nameTaken(profile.name));
        const auto old = findIn(contents.profiles, profile.id);
        if (old == contents.profiles.end())
            contents.profiles.append(profile);
        else
            *old = profile;
        return {};
    });
}

Result<Profile> ProfileStore::edit(const QUuid &id, const std::function<void(Profile &)> &edit)
{
    Profile edited;
    const Status changed = change([&](Contents &contents) -> Status {
        const auto found = findIn(contents.profiles, id);
        if (found == contents.profiles.end())
            return fail(noSuchProfile());
        edited = *found;
        edit(edited);
        if (isNameTaken(contents.profiles, edited))
            return fail(nameTaken(edited.name));
        *found = edited;
        return {};
    });
    return changed ? Result<Profile>(edited) : fail(changed.error());
}

Status ProfileStore::remove(const QUuid &id)
{
    return change([&id](Contents &contents) -> Status {
        contents.profiles.removeIf([&id](const Profile &profile) { return profile.id == id; });
        if (contents.current == id)
            contents.current = QUuid();
        return {};
    });
}

Status ProfileStore::setCurrent(const QUuid &id, const QDateTime &usedAt)
{
    return change([&id, &usedAt](Contents &contents) -> Status {
        const auto found = findIn(contents.profiles, id);
        if (found == contents.profiles.end())
            return fail(noSuchProfile());
        contents.current = id;
        if (usedAt.isValid())
            found->lastUsedAt = usedAt;
        return {};
    });
}

} // namespace acx
