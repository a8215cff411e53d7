// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/sandbox_profile.h"

#include "app/base/deliver.h"
#include "app/profiles/profile_service.h"
#include "app/sandbox/sandbox_process.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace acx {

QFuture<Result<Profile>> addSandboxProfile(ProfileService &profiles, const SandboxInfo &info)
{
    const QList<Profile> present = profiles.profiles();
    for (const Profile &profile : present) {
        if (profile.deployment == DeploymentKind::Sandbox && profile.overrides == info.endpoints)
            return ready<Profile>(profile);
    }
    Profile draft;
    draft.name = uniqueProfileName(QCoreApplication::translate("acx", "Sandbox"), present);
    draft.colour = nextProfileColour(present);
    draft.deployment = DeploymentKind::Sandbox;
    draft.overrides = info.endpoints;
    draft.sessionOnly = true;
    ApiKey key;
    key.value = info.apiKey;
    key.name = u"sandbox"_s;
    // With its client the profile can have the tokens of all three token services.
    ClientCredentials client;
    client.clientId = info.clientId;
    client.clientSecret = info.clientSecret;
    return profiles.add(draft, key, client);
}

QFuture<Result<Profile>> startSandboxProfile(SandboxProcess &sandbox, ProfileService &profiles)
{
    return chain<Profile>(sandbox.start(),
                          [&profiles](const SandboxInfo &info) { return addSandboxProfile(profiles, info); });
}

} // namespace acx
