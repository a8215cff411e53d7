// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/result.h"
#include "app/deployments/endpoints.h"

#include <QDate>
#include <QList>
#include <QString>
#include <QStringList>

#include <optional>

namespace acx {

enum class DeploymentKind { V5, Reserved, Saas, Custom, Sandbox };

/// "v5", "reserved", "saas", "custom", "sandbox".
[[nodiscard]] QString toText(DeploymentKind kind);
[[nodiscard]] std::optional<DeploymentKind> deploymentKindFromText(QStringView text);

/// One set of host names of a region. V5 has two: the original one and the one of January 2021.
struct HostScheme
{
    QString id;    ///< "original", "renamed"; "default" where there is only one
    QString label; ///< the region's label in these host names, e.g. "us" or "us-south"
    Endpoints endpoints;
    bool operator==(const HostScheme &) const = default;
};

struct Region
{
    QString id;         ///< today's label, e.g. "us-south"
    QString place;      ///< "Dallas"
    QStringList labels; ///< every label it is known by, id included
    QList<HostScheme> schemes;
    bool operator==(const Region &) const = default;
};

/// A region as chosen: with the host names that its label stands for.
struct RegionChoice
{
    Region region;
    HostScheme scheme;
    bool operator==(const RegionChoice &) const = default;
};

struct Deployment
{
    DeploymentKind kind = DeploymentKind::Custom;
    QString id;                ///< "v5", …
    QString title;             ///< "API Connect Reserved"
    QString description;       ///< one or two sentences
    QDate retiredOn;           ///< valid = closed by IBM on that day
    bool needsApiHost = false; ///< the person must give the instance's API host
    bool needsRegion = false;
    QList<TokenKind> tokenKinds; ///< the first one is the usual one
    Endpoints endpoints;         ///< those that do not depend on the region
    QList<Region> regions;

    [[nodiscard]] TokenKind usualTokenKind() const;
    [[nodiscard]] bool isRetired() const { return retiredOn.isValid(); }
    /// By any label, without case. A label that both host schemes share means the original one; "label/renamed" or
    /// "label/original" chooses.
    [[nodiscard]] std::optional<RegionChoice> findRegion(const QString &label) const;
};

/// All deployments, from resources/deployments.json.
class DeploymentCatalog final
{
public:
    /// Fails with Internal only if the resource is damaged.
    [[nodiscard]] static Result<DeploymentCatalog> load();
    [[nodiscard]] static Result<DeploymentCatalog> parse(const QByteArray &json);

    [[nodiscard]] const QList<Deployment> &deployments() const { return m_deployments; }
    [[nodiscard]] const Deployment &get(DeploymentKind kind) const;
    /// True if the host is one that the file names as IBM's: the host of any URL in it, or below one of its IBM
    /// domains.
    [[nodiscard]] bool isIbmHost(const QString &host) const;
    /// Where people make their keys.
    [[nodiscard]] QUrl apiKeysPage() const { return m_apiKeysPage; }

private:
    QList<Deployment> m_deployments;
    QStringList m_ibmDomains;
    QUrl m_apiKeysPage;
};

/// The URLs of a deployment and region with the person's own in their place. `overrides` wins member by member; where
/// the platform token service stands beside the API (Reserved, own host, sandbox), its URL is the API's unless given.
/// InvalidInput when the region is unknown, or needed and missing while nothing is overridden. A missing API host is no
/// error here: a token can be had without (see checkComplete()).
[[nodiscard]] Result<Endpoints> resolveEndpoints(const Deployment &deployment, const QString &region,
                                                 const Endpoints &overrides);

/// For import and for the window: InvalidInput, with a sentence, when the place lacks what its calls need: the region,
/// or the API host of a Reserved instance.
[[nodiscard]] Status checkComplete(const Deployment &deployment, const QString &region, const Endpoints &overrides);

/// Which token a path (below the base URL's own) takes: /v1/… the API Connect token, /api/… the platform token where
/// there is a client and else IAM's; other paths the deployment's usual one. Never a kind without a token URL in
/// `endpoints` if another fits.
[[nodiscard]] TokenKind tokenKindForPath(const Deployment &deployment, const Endpoints &endpoints, bool hasClient,
                                         const QString &encodedPath);

} // namespace acx
