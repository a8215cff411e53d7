// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/tokens/profile_credentials.h"

#include "app/base/deliver.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace acx {
namespace {

Error noTokenUrl(const Profile &profile, TokenKind kind)
{
    Error error;
    error.kind = ErrorKind::InvalidInput;
    switch (kind) {
    case TokenKind::ApiConnect:
        error.sentence =
            QCoreApplication::translate("acx", "The profile %1 has no URL of a login service, which issues "
                                               "API Connect tokens.");
        error.nextStep = QCoreApplication::translate("acx", "Enter the login URL in the profile.");
        break;
    case TokenKind::Iam:
        error.sentence =
            QCoreApplication::translate("acx", "The profile %1 has no URL of IAM, which issues access tokens.");
        error.nextStep = QCoreApplication::translate("acx", "Enter the IAM URL in the profile.");
        break;
    case TokenKind::Platform:
        error.sentence = QCoreApplication::translate(
            "acx", "The profile %1 has no URL of a platform API, which issues its own tokens.");
        error.nextStep = QCoreApplication::translate("acx", "Enter the platform URL in the profile.");
        break;
    }
    error.sentence = error.sentence.arg(profile.name);
    return error;
}

/// Everything but the secrets.
TokenCredentials settingsOf(const Profile &profile, TokenKind kind, const QUrl &base)
{
    TokenCredentials credentials;
    credentials.base = base;
    if (kind == TokenKind::Platform) {
        credentials.clientId = profile.clientId;
        credentials.singleUseKey = isSingleUse(profile, kind);
    } else if (kind == TokenKind::Iam) {
        credentials.scopes = profile.iam.scopes;
        credentials.tenant = profile.iam.tenant;
    }
    return credentials;
}

} // namespace

ProfileCredentials::ProfileCredentials(ProfileService &profiles, const DeploymentCatalog &catalog)
    : m_profiles(&profiles)
    , m_catalog(&catalog)
{}

QFuture<Result<TokenCredentials>> ProfileCredentials::credentials(const TokenNeed &need) const
{
    const std::optional<Profile> profile = m_profiles->find(need.profile);
    if (!profile)
        return ready<TokenCredentials>(
            fail(ErrorKind::NotFound, QCoreApplication::translate("acx", "This profile no longer exists."),
                 QCoreApplication::translate("acx", "Choose another profile, or import the API key again.")));
    const Result<Endpoints> endpoints =
        resolveEndpoints(m_catalog->get(profile->deployment), profile->region, profile->overrides);
    if (!endpoints)
        return ready<TokenCredentials>(fail(endpoints.error()));
    const QUrl base = endpoints->tokenBase(need.kind);
    if (base.isEmpty())
        return ready<TokenCredentials>(fail(noTokenUrl(*profile, need.kind)));
    const TokenCredentials settings = settingsOf(*profile, need.kind, base);
    ProfileService *profiles = m_profiles;
    return chain<TokenCredentials>(
        profiles->apiKey(need.profile), [profiles, settings, id = need.profile](const Secret &key) {
            TokenCredentials credentials = settings;
            credentials.apiKey = key;
            if (credentials.clientId.isEmpty())
                return ready<TokenCredentials>(credentials);
            return chain<TokenCredentials>(profiles->clientSecret(id), [credentials](const Secret &secret) {
                TokenCredentials complete = credentials;
                complete.clientSecret = secret;
                return ready<TokenCredentials>(complete);
            });
        });
}

bool isSingleUse(const Profile &profile, TokenKind kind)
{
    return kind == TokenKind::Platform && profile.singleUseKey;
}

TokenBroker::CredentialSource ProfileCredentials::source() const
{
    return [self = *this](const TokenNeed &need) { return self.credentials(need); };
}

} // namespace acx
