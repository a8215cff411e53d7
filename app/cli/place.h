// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/result.h"
#include "app/credentials/api_key.h"
#include "app/deployments/deployment.h"
#include "app/profiles/profile.h"

#include <QFuture>

#include <optional>

namespace acx {

class Context;
class ProfileService;

/// A profile, stored or made for this run, with its deployment and URLs.
struct Place
{
    ProfileService *profiles = nullptr; ///< null: no key was asked for
    Profile profile;
    Deployment deployment;
    Endpoints endpoints;
};

/// Deployment, region and URL options as they were typed; InvalidInput names the option.
struct PlaceOptions
{
    std::optional<DeploymentKind> deployment;
    QString region;
    Endpoints overrides;

    [[nodiscard]] static Result<PlaceOptions> read(Context &context);
};

/// The place of a profile. The endpoint that client credentials name counts where nothing else says where the platform
/// API is; a key for nothing but the platform API may be good for one exchange only. `profiles` is left null.
[[nodiscard]] Result<Place> placeOf(Context &context, const Profile &profile,
                                    const std::optional<ClientCredentials> &client = std::nullopt);

/// With --sandbox those of this run, in memory; else the stored ones.
[[nodiscard]] Result<ProfileService *> profilesAtHand(Context &context);
/// By exact name or whole id: what is removed or changed for good is not guessed from a similar name.
[[nodiscard]] Result<Profile> profileOfExactName(const ProfileService &profiles, const QString &name);

/// True if an option says where a key goes: allowed only for one that is not stored.
[[nodiscard]] bool hasPlaceOption(Context &context);

/// The key that the options, IBMCLOUD_API_KEY or the stored profiles name, and the place it goes to. With --client the
/// credentials are added, for a stored profile in the keychain.
[[nodiscard]] QFuture<Result<Place>> openPlaceWithKey(Context &context);
/// The same place, for a request that carries no token: no key is read and no keychain asked. Without any option the
/// only profile's place is taken if there is one.
[[nodiscard]] QFuture<Result<Place>> openPlaceWithoutKey(Context &context);

} // namespace acx
