// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/profiles/profile_store.h"

#include <optional>

namespace acx {

/// What a profile file says. `damage` is empty when all of it could be read; else it says what was wrong, and
/// `contents` holds the profiles that could be read all the same.
struct ProfileFileText
{
    ProfileStore::Contents contents;
    QString damage;
    bool isNewer = false; ///< of a later version of the program; nothing was read
};

[[nodiscard]] ProfileFileText readProfileFile(const QByteArray &json);
[[nodiscard]] QByteArray writeProfileFile(const ProfileStore::Contents &contents);

} // namespace acx
