// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/error.h"
#include "app/profiles/profile.h"

namespace acx {

/// NotFound: it was removed, perhaps by another program.
[[nodiscard]] Error noSuchProfile();
/// The profiles went away while a keychain was still at work.
[[nodiscard]] Error programIsEnding();
/// AlreadyExists, for a name that another profile has.
[[nodiscard]] Error nameTaken(const QString &name);
/// An Error of a store; SecretMissing is told in the words of this profile.
[[nodiscard]] Error missingKey(Error error, const Profile &profile);
[[nodiscard]] Error missingClientSecret(Error error, const Profile &profile);

} // namespace acx
