// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/profiles/profile_store.h"

#include <QDebug>
#include <QStringList>

namespace acx {

/// The names of the profiles on disk, in their order; what keeps them from being read, or a part of them, is told.
inline QStringList storedNames(const ProfileStore &store)
{
    QStringList names;
    const Result<ProfileStore::Contents> contents = store.load();
    if (!contents) {
        qWarning().noquote() << contents.error().details();
        return names;
    }
    if (contents->notice)
        qInfo().noquote() << contents->notice->details();
    for (const Profile &profile : contents->profiles)
        names.append(profile.name);
    return names;
}

} // namespace acx
