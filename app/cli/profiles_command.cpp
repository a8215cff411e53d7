// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/base/deliver.h"
#include "app/cli/commands.h"
#include "app/cli/context.h"
#include "app/cli/json_text.h"
#include "app/cli/place.h"
#include "app/profiles/profile_service.h"

using namespace Qt::StringLiterals;

namespace acx {

namespace {

/// The URLs a profile stands for; its own ones alone where the deployment no longer knows its region.
Endpoints endpointsOf(const DeploymentCatalog &catalog, const Profile &profile)
{
    return resolveEndpoints(catalog.get(profile.deployment), profile.region, profile.overrides)
        .value_or(profile.overrides);
}

QString orDash(const QString &text)
{
    return text.isEmpty() ? u"-"_s : text;
}

Status printTable(Context &context, const DeploymentCatalog &catalog, const QList<Profile> &profiles)
{
    if (profiles.isEmpty()) {
        context.out().note(u"No profile is stored. acx import FILE --name NAME --deployment D stores one."_s);
        return {};
    }
    QList<QStringList> rows{{u"NAME"_s, u"DEPLOYMENT"_s, u"REGION"_s, u"API"_s, u"KEY"_s, u"ACCESS"_s}};
    for (const Profile &profile : profiles) {
        rows.append({profile.name, toText(profile.deployment), orDash(profile.region),
                     orDash(endpointsOf(catalog, profile).api.toString()), orDash(profile.keyName),
                     profile.readOnly ? u"read-only"_s : u"read-write"_s});
    }
    return context.out().table(rows);
}

struct Sources
{
    const DeploymentCatalog &catalog;
    ProfileService &profiles;
};

Result<Sources> sourcesOf(Context &context)
{
    const Result<const DeploymentCatalog *> catalog = context.deployments();
    if (!catalog)
        return fail(catalog.error());
    const Result<ProfileService *> profiles = profilesAtHand(context);
    if (!profiles)
        return fail(profiles.error());
    return Sources{**catalog, **profiles};
}

/// What the options ask for; none if they only want to see the profile.
Result<std::optional<bool>> wantedReadOnly(const CommandLine &line)
{
    const bool readOnly = line.has(Option::ReadOnly);
    if (readOnly && line.has(Option::ReadWrite))
        return fail(ErrorKind::InvalidInput, u"--read-only and --read-write exclude each other."_s,
                    u"See: acx help profile"_s);
    return readOnly || line.has(Option::ReadWrite) ? std::optional(readOnly) : std::nullopt;
}

} // namespace

CommandResult showProfile(Context &context)
{
    const Result<std::optional<bool>> readOnly = wantedReadOnly(context.line());
    if (!readOnly)
        return failed(readOnly.error());
    const Result<Sources> sources = sourcesOf(context);
    if (!sources)
        return failed(sources.error());
    Result<Profile> profile = profileOfExactName(sources->profiles, context.line().argument(0));
    if (!profile)
        return failed(profile.error());
    const auto show = [&context, sources = *sources](const Profile &shown) {
        if (!context.line().has(Option::Json))
            return finished(printTable(context, sources.catalog, {shown}));
        return finished(context.out().json(profileJson(shown, endpointsOf(sources.catalog, shown))));
    };
    if (!*readOnly)
        return show(*profile);
    profile->readOnly = **readOnly;
    return chain<ExitCode>(sources->profiles.update(*profile), [show, changed = *profile] { return show(changed); });
}

CommandResult listProfiles(Context &context)
{
    const Result<Sources> sources = sourcesOf(context);
    if (!sources)
        return failed(sources.error());
    const QList<Profile> profiles = sources->profiles.profiles();
    if (!context.line().has(Option::Json))
        return finished(printTable(context, sources->catalog, profiles));
    QList<JsonValue> items;
    for (const Profile &profile : profiles)
        items.append(profileJson(profile, endpointsOf(sources->catalog, profile)));
    return finished(context.out().json(JsonValue::array(items)));
}

} // namespace acx
