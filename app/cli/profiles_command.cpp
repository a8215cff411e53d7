// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commands.h"
#include "app/cli/context.h"
#include "app/cli/json_text.h"
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
    QList<QStringList> rows{{u"NAME"_s, u"DEPLOYMENT"_s, u"REGION"_s, u"API"_s, u"KEY"_s}};
    for (const Profile &profile : profiles) {
        rows.append({profile.name, toText(profile.deployment), orDash(profile.region),
                     orDash(endpointsOf(catalog, profile).api.toString()), orDash(profile.keyName)});
    }
    return context.out().table(rows);
}

} // namespace

CommandResult listProfiles(Context &context)
{
    const Result<const DeploymentCatalog *> catalog = context.deployments();
    if (!catalog)
        return failed(catalog.error());
    const Result<ProfileService *> service =
        context.line().has(Option::Sandbox) ? &context.runProfiles() : context.storedProfiles();
    if (!service)
        return failed(service.error());
    const QList<Profile> profiles = (*service)->profiles();
    if (!context.line().has(Option::Json))
        return finished(printTable(context, **catalog, profiles));
    QList<JsonValue> items;
    for (const Profile &profile : profiles)
        items.append(profileJson(profile, endpointsOf(**catalog, profile)));
    return finished(context.out().json(JsonValue::array(items)));
}

} // namespace acx
