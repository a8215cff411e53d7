// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/deployments/deployment.h"
#include "app/profiles/profile_service.h"
#include "app/tokens/token_broker.h"

namespace acx {

/// Brings what an exchange needs from the profiles and the stores of their secrets.
class ProfileCredentials final
{
public:
    /// Both must outlive every copy and every source made from it.
    ProfileCredentials(ProfileService &profiles, const DeploymentCatalog &catalog);

    /// Errors: NotFound (no such profile), InvalidInput (no URL for this token), and those of the stores.
    [[nodiscard]] QFuture<Result<TokenCredentials>> credentials(const TokenNeed &need) const;
    [[nodiscard]] TokenBroker::CredentialSource source() const;

private:
    ProfileService *m_profiles;
    const DeploymentCatalog *m_catalog;
};

/// Whether an exchange for this kind of token may use up the profile's key.
[[nodiscard]] bool isSingleUse(const Profile &profile, TokenKind kind);

} // namespace acx
