// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/base/deliver.h"
#include "app/cli/commands.h"
#include "app/cli/context.h"
#include "app/cli/place.h"
#include "app/profiles/profile_service.h"

using namespace Qt::StringLiterals;

namespace acx {

namespace {

CommandResult report(Context &context, const Profile &profile)
{
    if (context.line().has(Option::Json))
        return finished(context.out().json(
            JsonValue::object({{u"removed"_s, JsonValue::string(profile.name)},
                               {u"id"_s, JsonValue::string(profile.id.toString(QUuid::WithoutBraces))}})));
    return finished(context.out().line(u"Profile “%1” is removed."_s.arg(profile.name)));
}

/// Drops the profile after the secrets could not be proved to be gone.
CommandResult removeAllTheSame(Context &context, ProfileService &service, const Profile &profile, const Error &error)
{
    context.out().warning(
        u"It could not be proved that the keychain no longer holds the key: %1"_s.arg(error.message()));
    // The keychain is not asked again: a second question for its password would follow the one just turned down.
    return chain<ExitCode>(service.removeWithoutSecrets(profile.id),
                           [&context, profile] { return report(context, profile); });
}

CommandResult remove(Context &context, ProfileService &service, const Profile &profile)
{
    const bool force = context.line().has(Option::Force);
    return service.remove(profile.id)
        .then([&context, &service, profile, force](const Status &removed) {
            if (removed)
                return report(context, profile);
            if (force && exitCodeOf(removed.error().kind) == ExitCode::Keychain)
                return removeAllTheSame(context, service, profile, removed.error());
            return failed(removed.error());
        })
        .unwrap();
}

} // namespace

CommandResult removeProfile(Context &context)
{
    const Result<ProfileService *> service = profilesAtHand(context);
    if (!service)
        return failed(service.error());
    const Result<Profile> found = profileOfExactName(**service, context.line().argument(0));
    return found ? remove(context, **service, *found) : failed(found.error());
}

} // namespace acx
