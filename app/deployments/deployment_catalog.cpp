// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/deployments/deployment.h"
#include "app/json/json_value.h"

#include <QCoreApplication>
#include <QFile>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace acx {

namespace {

constexpr int formatVersion = 1;

tl::unexpected<Error> damaged(const QString &technical)
{
    return fail(ErrorKind::Internal,
                QCoreApplication::translate("acx", "The list of deployments that comes with the program is damaged."),
                QCoreApplication::translate("acx", "Install the program again."), technical);
}

Result<Endpoints> readEndpoints(const JsonValue &value)
{
    Endpoints endpoints;
    const std::pair<QLatin1StringView, std::pair<QUrl *, EndpointRole>> members[] = {
        {"api"_L1, {&endpoints.api, EndpointRole::Api}},
        {"login"_L1, {&endpoints.login, EndpointRole::Login}},
        {"iam"_L1, {&endpoints.iam, EndpointRole::Iam}},
        {"platform"_L1, {&endpoints.platform, EndpointRole::Platform}},
    };
    for (const auto &member : members) {
        const QString text = value[QString(member.first)].toString();
        if (text.isEmpty())
            continue;
        Result<QUrl> url = readBaseUrl(text, member.second.second);
        if (!url)
            return damaged(text);
        *member.second.first = *url;
    }
    return endpoints;
}

QStringList readTexts(const JsonValue &value)
{
    QStringList texts;
    for (const JsonValue &item : value.items())
        texts.append(item.toString());
    return texts;
}

Result<Region> readRegion(const JsonValue &value)
{
    Region region;
    region.id = value[u"id"].toString();
    region.place = value[u"place"].toString();
    region.labels = readTexts(value[u"labels"]);
    for (const JsonValue &item : value[u"schemes"].items()) {
        Result<Endpoints> endpoints = readEndpoints(item[u"endpoints"]);
        if (!endpoints)
            return fail(endpoints.error());
        region.schemes.append({item[u"id"].toString(), item[u"label"].toString(), *endpoints});
    }
    if (region.id.isEmpty() || region.place.isEmpty() || !region.labels.contains(region.id) || region.schemes.isEmpty())
        return damaged(u"region %1"_s.arg(region.id));
    return region;
}

Result<QList<TokenKind>> readTokenKinds(const JsonValue &value)
{
    QList<TokenKind> kinds;
    for (const JsonValue &item : value.items()) {
        const std::optional<TokenKind> kind = tokenKindFromText(item.toString());
        if (!kind)
            return damaged(u"token kind %1"_s.arg(item.toString()));
        kinds.append(*kind);
    }
    return kinds;
}

Result<Deployment> readDeployment(const JsonValue &value)
{
    Deployment deployment;
    deployment.id = value[u"id"].toString();
    const std::optional<DeploymentKind> kind = deploymentKindFromText(deployment.id);
    const Result<QList<TokenKind>> tokenKinds = readTokenKinds(value[u"token_kinds"]);
    const Result<Endpoints> endpoints = readEndpoints(value[u"endpoints"]);
    deployment.title = value[u"title"].toString();
    deployment.description = value[u"description"].toString();
    if (!kind || !tokenKinds || tokenKinds->isEmpty() || !endpoints || deployment.title.isEmpty())
        return damaged(u"deployment %1"_s.arg(deployment.id));
    deployment.kind = *kind;
    deployment.tokenKinds = *tokenKinds;
    deployment.endpoints = *endpoints;
    deployment.retiredOn = QDate::fromString(value[u"retired_on"].toString(), Qt::ISODate);
    deployment.needsApiHost = value[u"needs_api_host"].toBool();
    deployment.needsRegion = value[u"needs_region"].toBool();
    for (const JsonValue &item : value[u"regions"].items()) {
        Result<Region> region = readRegion(item);
        if (!region)
            return fail(region.error());
        deployment.regions.append(*std::move(region));
    }
    return deployment;
}

/// Every host of the file, for isIbmHost().
void collectHosts(const Endpoints &endpoints, QStringList &hosts)
{
    for (const QUrl &url : {endpoints.api, endpoints.login, endpoints.iam, endpoints.platform}) {
        if (!url.isEmpty())
            hosts.append(url.host());
    }
}

} // namespace

Result<DeploymentCatalog> DeploymentCatalog::load()
{
    QFile file(u":/apiconnect/deployments.json"_s);
    if (!file.open(QIODevice::ReadOnly))
        return damaged(file.errorString());
    return parse(file.readAll());
}

Result<DeploymentCatalog> DeploymentCatalog::parse(const QByteArray &json)
{
    const auto root = parseJson(json);
    if (!root)
        return damaged(
            u"line %1, column %2: %3"_s.arg(root.error().line).arg(root.error().column).arg(root.error().reason));
    if ((*root)[u"version"].toInteger() != formatVersion || root->hasDuplicates())
        return damaged(u"version or duplicate members"_s);
    DeploymentCatalog catalog;
    catalog.m_apiKeysPage = QUrl((*root)[u"api_keys_page"].toString(), QUrl::StrictMode);
    catalog.m_ibmDomains = readTexts((*root)[u"ibm_domains"]);
    for (const JsonValue &item : (*root)[u"deployments"].items()) {
        Result<Deployment> deployment = readDeployment(item);
        if (!deployment)
            return fail(deployment.error());
        collectHosts(deployment->endpoints, catalog.m_ibmDomains);
        for (const Region &region : std::as_const(deployment->regions)) {
            for (const HostScheme &scheme : region.schemes)
                collectHosts(scheme.endpoints, catalog.m_ibmDomains);
        }
        catalog.m_deployments.append(*std::move(deployment));
    }
    for (DeploymentKind kind : {DeploymentKind::V5, DeploymentKind::Reserved, DeploymentKind::Saas,
                                DeploymentKind::Custom, DeploymentKind::Sandbox}) {
        if (std::count_if(catalog.m_deployments.cbegin(), catalog.m_deployments.cend(),
                          [kind](const Deployment &deployment) { return deployment.kind == kind; }) != 1)
            return damaged(u"deployment %1 is missing or there twice"_s.arg(toText(kind)));
    }
    return catalog;
}

const Deployment &DeploymentCatalog::get(DeploymentKind kind) const
{
    const auto found = std::find_if(m_deployments.cbegin(), m_deployments.cend(),
                                    [kind](const Deployment &deployment) { return deployment.kind == kind; });
    Q_ASSERT(found != m_deployments.cend()); // parse() has made sure
    return *found;
}

bool DeploymentCatalog::isIbmHost(const QString &host) const
{
    const QString name = host.endsWith(u'.') ? host.chopped(1).toLower() : host.toLower();
    return std::any_of(m_ibmDomains.cbegin(), m_ibmDomains.cend(),
                       [&name](const QString &domain) { return name == domain || name.endsWith(u'.' + domain); });
}

} // namespace acx
