// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/session.h"

#include "app/deployments/deployment.h"
#include "app/profiles/profile_service.h"

using namespace Qt::StringLiterals;

namespace acx {

namespace {

QString shortName(DeploymentKind kind)
{
    switch (kind) {
    case DeploymentKind::V5:
        return Session::tr("V5 public cloud");
    case DeploymentKind::Reserved:
        return Session::tr("Reserved");
    case DeploymentKind::Saas:
        return Session::tr("SaaS");
    case DeploymentKind::Custom:
        return Session::tr("Own host");
    case DeploymentKind::Sandbox:
        return Session::tr("Sandbox");
    }
    Q_UNREACHABLE();
    return {};
}

} // namespace

Session::Session(ProfileService &profiles, const DeploymentCatalog &deployments, TokenBroker &broker, QObject *parent)
    : QObject(parent)
    , m_profiles(profiles)
    , m_deployments(deployments)
    , m_broker(broker)
{
    connect(&m_profiles, &ProfileService::profilesChanged, this, &Session::followProfiles);
    connect(&m_profiles, &ProfileService::profileRemoved, this, [this](const QUuid &id) {
        m_broker.forgetProfile(id);
        followProfiles();
    });
    connect(&m_profiles, &ProfileService::profileChanged, this, [this](const QUuid &id) {
        m_broker.forgetProfile(id);
        if (id == m_current)
            Q_EMIT profileChanged();
    });
    followProfiles();
}

std::optional<Profile> Session::profile() const
{
    return m_current.isNull() ? std::nullopt : m_profiles.find(m_current);
}

void Session::followProfiles()
{
    if (!m_current.isNull() && m_profiles.find(m_current)) {
        Q_EMIT profileChanged(); // its name or colour may be another one
        return;
    }
    const QList<Profile> all = m_profiles.profiles();
    if (const QUuid last = m_profiles.lastUsed(); m_profiles.find(last))
        setCurrent(last);
    else
        setCurrent(all.isEmpty() ? QUuid() : all.constFirst().id);
}

void Session::select(const QUuid &id)
{
    if (id == m_current || !m_profiles.find(id))
        return;
    m_profiles.setLastUsed(id);
    setCurrent(id);
}

void Session::setCurrent(const QUuid &id)
{
    if (id == m_current)
        return;
    m_current = id;
    m_broker.keepAlive(id);
    Q_EMIT profileChanged();
}

Endpoints Session::endpoints() const
{
    const std::optional<Profile> current = profile();
    if (!current)
        return {};
    const Result<Endpoints> resolved =
        resolveEndpoints(m_deployments.get(current->deployment), current->region, current->overrides);
    return resolved ? *resolved : current->overrides;
}

QList<TokenKind> Session::tokenKinds() const
{
    const std::optional<Profile> current = profile();
    if (!current)
        return {};
    const Endpoints urls = endpoints();
    QList<TokenKind> result;
    for (const TokenKind kind : m_deployments.get(current->deployment).tokenKinds) {
        const bool lacksClient = kind == TokenKind::Platform && current->clientId.isEmpty();
        if (!urls.tokenBase(kind).isEmpty() && !lacksClient)
            result.append(kind);
    }
    return result;
}

TokenKind Session::usualTokenKind() const
{
    const QList<TokenKind> kinds = tokenKinds();
    if (!kinds.isEmpty())
        return kinds.constFirst();
    const std::optional<Profile> current = profile();
    return current ? m_deployments.get(current->deployment).usualTokenKind() : TokenKind::Iam;
}

TokenNeed Session::need(TokenKind kind) const
{
    return TokenNeed{m_current, kind};
}

QString Session::placeText() const
{
    const std::optional<Profile> current = profile();
    return current ? placeText(*current) : QString();
}

QString Session::placeText(const Profile &profile) const
{
    QString name = shortName(profile.deployment);
    if (!profile.region.isEmpty())
        return u"%1 · %2"_s.arg(name, profile.region);
    if (profile.deployment == DeploymentKind::Custom && !profile.overrides.api.isEmpty())
        return u"%1 · %2"_s.arg(name, profile.overrides.api.host());
    return name;
}

} // namespace acx
