// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/deployments/deployment.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace acx {

namespace {

QStringList regionNames(const Deployment &deployment)
{
    QStringList names;
    for (const Region &region : deployment.regions)
        names.append(u"%1 (%2)"_s.arg(region.id, region.place));
    return names;
}

Error regionError(const Deployment &deployment, const QString &sentence)
{
    Error error;
    error.kind = ErrorKind::InvalidInput;
    error.sentence = sentence;
    error.nextStep =
        QCoreApplication::translate("acx", "Choose one of: %1.").arg(regionNames(deployment).join(", "_L1));
    return error;
}

Endpoints merged(const Endpoints &base, const Endpoints &over)
{
    const auto pick = [](const QUrl &usual, const QUrl &own) { return own.isEmpty() ? usual : own; };
    return {pick(base.api, over.api), pick(base.login, over.login), pick(base.iam, over.iam),
            pick(base.platform, over.platform)};
}

/// Where the platform token service stands beside the API it is for.
bool hasPlatformAtApi(DeploymentKind kind)
{
    switch (kind) {
    case DeploymentKind::Reserved:
    case DeploymentKind::Custom:
    case DeploymentKind::Sandbox:
        return true;
    case DeploymentKind::V5:
    case DeploymentKind::Saas:
        return false;
    }
    return false;
}

Error unknownRegion(const Deployment &deployment, const QString &region)
{
    if (!deployment.regions.isEmpty())
        return regionError(deployment,
                           QCoreApplication::translate("acx", "%1 has no region “%2”.").arg(deployment.title, region));
    Error error;
    error.kind = ErrorKind::InvalidInput;
    error.sentence = QCoreApplication::translate("acx", "%1 has no regions.").arg(deployment.title);
    error.nextStep = QCoreApplication::translate("acx", "Leave the region out.");
    return error;
}

bool isBelow(QStringView path, QStringView root)
{
    return path.startsWith(root) && (path.size() == root.size() || QStringView(u"/?#").contains(path.at(root.size())));
}

} // namespace

QString toText(DeploymentKind kind)
{
    switch (kind) {
    case DeploymentKind::V5:
        return u"v5"_s;
    case DeploymentKind::Reserved:
        return u"reserved"_s;
    case DeploymentKind::Saas:
        return u"saas"_s;
    case DeploymentKind::Custom:
        return u"custom"_s;
    case DeploymentKind::Sandbox:
        return u"sandbox"_s;
    }
    return {};
}

std::optional<DeploymentKind> deploymentKindFromText(QStringView text)
{
    for (DeploymentKind kind : {DeploymentKind::V5, DeploymentKind::Reserved, DeploymentKind::Saas,
                                DeploymentKind::Custom, DeploymentKind::Sandbox}) {
        if (text.compare(toText(kind), Qt::CaseInsensitive) == 0)
            return kind;
    }
    return std::nullopt;
}

TokenKind Deployment::usualTokenKind() const
{
    return tokenKinds.isEmpty() ? TokenKind::Iam : tokenKinds.constFirst();
}

std::optional<RegionChoice> Deployment::findRegion(const QString &label) const
{
    const QString name = label.section(u'/', 0, 0).trimmed();
    const QString wanted = label.section(u'/', 1).trimmed();
    const auto isSame = [](const QString &a, const QString &b) { return a.compare(b, Qt::CaseInsensitive) == 0; };
    const auto region = std::find_if(regions.cbegin(), regions.cend(), [&](const Region &candidate) {
        return candidate.labels.contains(name, Qt::CaseInsensitive);
    });
    if (region == regions.cend() || region->schemes.isEmpty())
        return std::nullopt;
    const auto scheme =
        std::find_if(region->schemes.cbegin(), region->schemes.cend(), [&](const HostScheme &candidate) {
            return label.contains(u'/') ? isSame(candidate.id, wanted) : isSame(candidate.label, name);
        });
    if (scheme != region->schemes.cend())
        return RegionChoice{*region, *scheme};
    if (label.contains(u'/'))
        return std::nullopt;
    return RegionChoice{*region, region->schemes.constFirst()};
}

Result<Endpoints> resolveEndpoints(const Deployment &deployment, const QString &region, const Endpoints &overrides)
{
    Endpoints usual = deployment.endpoints;
    if (!region.trimmed().isEmpty()) {
        const std::optional<RegionChoice> choice = deployment.findRegion(region);
        if (!choice)
            return fail(unknownRegion(deployment, region.trimmed()));
        usual = merged(usual, choice->scheme.endpoints);
    } else if (deployment.needsRegion && overrides == Endpoints()) {
        return fail(
            regionError(deployment, QCoreApplication::translate("acx", "%1 needs a region.").arg(deployment.title)));
    }
    Endpoints endpoints = merged(usual, overrides);
    if (endpoints.platform.isEmpty() && hasPlatformAtApi(deployment.kind))
        endpoints.platform = endpoints.api;
    return endpoints;
}

Status checkComplete(const Deployment &deployment, const QString &region, const Endpoints &overrides)
{
    const Result<Endpoints> endpoints = resolveEndpoints(deployment, region, overrides);
    if (!endpoints)
        return fail(endpoints.error());
    const bool hasToken = !endpoints->tokenBase(deployment.usualTokenKind()).isEmpty();
    if (deployment.needsRegion && (endpoints->api.isEmpty() || !hasToken))
        return fail(
            regionError(deployment, QCoreApplication::translate("acx", "%1 needs a region.").arg(deployment.title)));
    if (deployment.needsApiHost && endpoints->api.isEmpty())
        return fail(ErrorKind::InvalidInput,
                    QCoreApplication::translate("acx", "%1 needs the API host of your instance.").arg(deployment.title),
                    QCoreApplication::translate("acx",
                                                "Take it from the address of your instance's own pages; it cannot "
                                                "be guessed."));
    return {};
}

TokenKind tokenKindForPath(const Deployment &deployment, const Endpoints &endpoints, bool hasClient,
                           const QString &encodedPath)
{
    QList<TokenKind> candidates;
    if (isBelow(encodedPath, u"/v1"))
        candidates = {TokenKind::ApiConnect};
    else if (isBelow(encodedPath, u"/api"))
        candidates = {TokenKind::Platform, TokenKind::Iam};
    candidates += deployment.tokenKinds;
    const auto usable = std::find_if(candidates.cbegin(), candidates.cend(), [&](TokenKind kind) {
        return !endpoints.tokenBase(kind).isEmpty() && (kind != TokenKind::Platform || hasClient);
    });
    return usable == candidates.cend() ? deployment.usualTokenKind() : *usable;
}

} // namespace acx
