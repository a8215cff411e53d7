// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/sandbox/accounts.h"
#include "app/sandbox/signing_key.h"

#include <QHash>
#include <QJsonObject>

#include <chrono>
#include <optional>

namespace acx::sandbox {

enum class TokenUse { Iam, Login, Platform };

/// What the office remembers of a token it has issued.
struct IssuedToken
{
    TokenUse use = TokenUse::Iam;
    QDateTime expires;
    Owner owner;
};

/// What a token shall say.
struct TokenOrder
{
    Owner owner;
    QString accountId;
    QString issuer;
    QString scope;
    QString clientId;
    QString grantType;
    QDateTime now;
    std::chrono::seconds lifetime{3600};
};

/// Signs the tokens of the three token services and knows each of them again. Only a token that was issued here, byte
/// for byte, is accepted, so nothing depends on reading a signature.
class TokenOffice final
{
public:
    explicit TokenOffice(const QDateTime &now);

    [[nodiscard]] QByteArray issueIam(const TokenOrder &order);
    [[nodiscard]] QByteArray issueLogin(const TokenOrder &order);
    [[nodiscard]] QByteArray issuePlatform(const TokenOrder &order);
    /// Null for anything that was not issued here.
    [[nodiscard]] const IssuedToken *find(const QByteArray &token) const;

    /// The key that signs and the one that will sign (or has signed) as a JSON Web Key Set.
    [[nodiscard]] QJsonObject iamKeySet();
    /// Signs with a fresh key from now on; the previous one stays published.
    void rotateIamKeys(const QDateTime &now);
    [[nodiscard]] QByteArray loginCertificatePem() const;
    [[nodiscard]] QByteArray loginAlgorithm() const { return m_loginKey.algorithm(); }

private:
    /// Made when it is first needed: an RSA key takes a noticeable moment.
    struct NamedKey
    {
        QByteArray id;
        std::optional<SigningKey> key = {};

        [[nodiscard]] const SigningKey &signer();
    };
    QByteArray remember(QByteArray token, TokenUse use, const TokenOrder &order);

    QList<NamedKey> m_iamKeys; ///< the first one signs
    SigningKey m_loginKey;
    SigningKey m_platformKey;
    Certificate m_loginCertificate;
    QHash<QByteArray, IssuedToken> m_issued; ///< by SHA-256 of the token
};

} // namespace acx::sandbox
