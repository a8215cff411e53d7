// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/base/deliver.h"
#include "app/cli/commands.h"
#include "app/cli/context.h"
#include "app/cli/json_text.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace acx {

namespace {

JsonValue regionJson(const Region &region)
{
    QList<JsonValue> schemes;
    for (const HostScheme &scheme : region.schemes) {
        QList<JsonValue::Member> members{{u"id"_s, JsonValue::string(scheme.id)},
                                         {u"label"_s, JsonValue::string(scheme.label)}};
        members += endpointMembers(scheme.endpoints);
        schemes.append(JsonValue::object(members));
    }
    return JsonValue::object({{u"id"_s, JsonValue::string(region.id)},
                              {u"place"_s, JsonValue::string(region.place)},
                              {u"labels"_s, stringsJson(region.labels)},
                              {u"hosts"_s, JsonValue::array(schemes)}});
}

JsonValue deploymentJson(const Deployment &deployment)
{
    QStringList kinds;
    for (const TokenKind kind : deployment.tokenKinds)
        kinds << toText(kind);
    QList<JsonValue> regions;
    for (const Region &region : deployment.regions)
        regions.append(regionJson(region));
    QList<JsonValue::Member> members{
        {u"id"_s, JsonValue::string(deployment.id)},
        {u"title"_s, JsonValue::string(deployment.title)},
        {u"description"_s, textOrNull(deployment.description)},
        {u"retired_on"_s, textOrNull(deployment.retiredOn.toString(Qt::ISODate))},
        {u"needs_api_host"_s, JsonValue::boolean(deployment.needsApiHost)},
        {u"needs_region"_s, JsonValue::boolean(deployment.needsRegion)},
        {u"token_kinds"_s, stringsJson(kinds)},
    };
    members += endpointMembers(deployment.endpoints);
    members.append({u"regions"_s, JsonValue::array(regions)});
    return JsonValue::object(members);
}

QString titleOf(const Deployment &deployment)
{
    if (!deployment.isRetired())
        return deployment.title;
    return u"%1 (retired on %2)"_s.arg(deployment.title, deployment.retiredOn.toString(Qt::ISODate));
}

QString hostsOf(const Endpoints &endpoints)
{
    QStringList hosts;
    for (const QUrl &url : {endpoints.api, endpoints.login, endpoints.iam, endpoints.platform}) {
        const QString text = url.toString();
        if (!url.isEmpty() && !hosts.contains(text))
            hosts << text;
    }
    return hosts.join(u' ');
}

/// What --region takes for these host names: the label, with the scheme behind it where two schemes share the label.
QString regionLabel(const Region &region, const HostScheme &scheme)
{
    if (scheme.label.isEmpty())
        return region.id;
    const auto sameLabel = [&scheme](const HostScheme &other) { return other.label == scheme.label; };
    return std::ranges::count_if(region.schemes, sameLabel) == 1 ? scheme.label
                                                                 : u"%1/%2"_s.arg(scheme.label, scheme.id);
}

QList<QStringList> rowsOf(const Deployment &deployment)
{
    QList<QStringList> rows;
    const QString title = titleOf(deployment);
    if (deployment.regions.isEmpty())
        rows.append({deployment.id, u"-"_s, title, hostsOf(deployment.endpoints)});
    for (const Region &region : deployment.regions) {
        for (const HostScheme &scheme : region.schemes) {
            rows.append({deployment.id, regionLabel(region, scheme), u"%1, %2"_s.arg(title, region.place),
                         hostsOf(scheme.endpoints)});
        }
    }
    return rows;
}

} // namespace

CommandResult listDeployments(Context &context)
{
    const Result<const DeploymentCatalog *> catalog = context.deployments();
    if (!catalog)
        return failed(catalog.error());
    if (context.line().has(Option::Json)) {
        QList<JsonValue> items;
        for (const Deployment &deployment : (*catalog)->deployments())
            items.append(deploymentJson(deployment));
        return finished(context.out().json(JsonValue::array(items)));
    }
    QList<QStringList> rows{{u"DEPLOYMENT"_s, u"REGION"_s, u"WHAT"_s, u"HOSTS"_s}};
    for (const Deployment &deployment : (*catalog)->deployments())
        rows += rowsOf(deployment);
    return finished(context.out().table(rows));
}

} // namespace acx
