// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/deployments/endpoints.h"
#include "app/profiles/profile.h"
#include "app/tokens/token_broker.h"

#include <QObject>

#include <optional>

namespace acx {

class DeploymentCatalog;
class ProfileService;

/// The profile that the window works with. Keeps the broker's background renewal on it.
class Session final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Session)

public:
    Session(ProfileService &profiles, const DeploymentCatalog &deployments, TokenBroker &broker,
            QObject *parent = nullptr);

    [[nodiscard]] std::optional<Profile> profile() const;
    [[nodiscard]] bool hasProfile() const { return !m_current.isNull(); }
    void select(const QUuid &id);
    /// URLs of the current profile; an empty one where a region or host is missing.
    [[nodiscard]] Endpoints endpoints() const;
    /// Token kinds that the current profile can have, the usual one first.
    [[nodiscard]] QList<TokenKind> tokenKinds() const;
    [[nodiscard]] TokenKind usualTokenKind() const;
    [[nodiscard]] TokenNeed need(TokenKind kind) const;
    /// "Reserved · eu-de"
    [[nodiscard]] QString placeText() const;
    [[nodiscard]] QString placeText(const Profile &profile) const;

Q_SIGNALS:
    /// Another profile, or the same one with other settings.
    void profileChanged();

private:
    void followProfiles();
    void setCurrent(const QUuid &id);

    ProfileService &m_profiles;
    const DeploymentCatalog &m_deployments;
    TokenBroker &m_broker;
    QUuid m_current;
};

} // namespace acx
