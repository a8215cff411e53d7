// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/profiles/profile.h"

#include <QList>
#include <QString>

#include <atomic>
#include <functional>
#include <optional>

namespace acx {

/// The profile file: JSON with a format version, 0600 in a folder of 0700, written to a new file that replaces the old
/// one only when it is complete, under a lock and re-read before each change, so that two programs lose nothing.
class ProfileStore final
{
public:
    /// `path` is the file; its folder is made when first written.
    explicit ProfileStore(QString path);
    /// apiconnect-explorer/profiles.json in the person's configuration folder ($XDG_CONFIG_HOME).
    [[nodiscard]] static QString defaultPath();

    [[nodiscard]] const QString &path() const { return m_path; }

    struct Contents
    {
        QList<Profile> profiles;
        QUuid current; ///< the last one used in the window; null = none
        /// Set when the file could not be read as it is: it was kept under another name, and this says where.
        std::optional<Error> notice;
    };
    /// A missing file is an empty list. A damaged file is set aside and reported in `notice`; a file of a newer version
    /// is left alone and is an Error (Unsupported); so is an unreadable one (Disk).
    [[nodiscard]] Result<Contents> load() const;
    /// The same for a list that is known already: changes nothing, so that a damaged file is an Error (Disk).
    [[nodiscard]] Result<Contents> look() const;

    // A change waits at most two seconds for another program that is changing the file, and never overwrites a file
    // that it cannot read: a damaged one is an Error (Disk) until load() has set it aside. A list that was there before
    // and no longer is, is an Error (Disk) for look() and for each change: whoever removes the last profile leaves an
    // empty list, so nobody knows what has become of the profiles.

    /// Adds, or replaces the one of the same id. AlreadyExists when another has that name (compared without case).
    [[nodiscard]] Status save(const Profile &profile);
    /// Changes what the file holds of this profile now, and returns it: what another program changed meanwhile stays.
    /// NotFound when it is no longer there; AlreadyExists as for save().
    [[nodiscard]] Result<Profile> edit(const QUuid &id, const std::function<void(Profile &)> &edit);
    /// Removing what is not there succeeds.
    [[nodiscard]] Status remove(const QUuid &id);
    /// Also notes when the profile was used, if `usedAt` is valid. NotFound when it is no longer there.
    [[nodiscard]] Status setCurrent(const QUuid &id, const QDateTime &usedAt = {});

private:
    template <class Change>
    [[nodiscard]] Status change(Change &&change);

    QString m_path;
    mutable std::atomic_bool m_hasList = false; ///< a list was read here, or written
};

} // namespace acx
