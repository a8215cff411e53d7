// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/cancel.h"
#include "app/deployments/token_kind.h"
#include "app/tokens/jwt.h"
#include "app/tokens/published_keys.h"

#include <QFuture>
#include <QHash>
#include <QObject>
#include <QUrl>

#include <memory>

namespace acx {

class Clock;
class HttpClient;

enum class SignatureState {
    Verified,    ///< checked against a key that the issuer itself publishes
    NotVerified, ///< decoded, not verified: no key, offline, unsupported algorithm, …
    Wrong,       ///< a key was found and the signature does not match
};

struct SignatureCheck
{
    SignatureState state = SignatureState::NotVerified;
    QString reason;    ///< a sentence for every state
    QString algorithm; ///< "RS256"
    QString keyId;
    QString keySource; ///< host that published the key
    bool operator==(const SignatureCheck &) const = default;
};

/// Checks one signature against given key material. IAM: RS256 with a JWKS; login service: ES384, ES256, RS256 or PS256
/// with a PEM certificate or public key. Neither token nor answer can widen the list; none and HS* never.
[[nodiscard]] SignatureCheck checkSignature(const Jwt &jwt, TokenKind issuer, const QList<PublishedKey> &publishedKeys);
/// For `acx decode --keys`: JWKS or PEM; any of RS256, PS256, ES256, ES384 that fits the key's type.
[[nodiscard]] SignatureCheck checkSignature(const Jwt &jwt, const QByteArray &keys);

/// Fetches and keeps the issuer's published keys (IAM <base>/identity/keys, login service <base>/cert). An unknown kid
/// fetches the set once more, at most once a minute. An unreachable set says so. What is published is read in a thread
/// of the pool.
class JwtVerifier final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(JwtVerifier)

public:
    JwtVerifier(HttpClient &http, const Clock &clock, QObject *parent = nullptr);
    ~JwtVerifier() override;

    /// `base` is the token service's base URL of the profile: keys come from there and from nowhere else.
    /// A token that cannot be read, and keys that cannot be fetched, are values of state NotVerified.
    [[nodiscard]] QFuture<Result<SignatureCheck>> check(const Secret &token, TokenKind issuer, const QUrl &base);

    /// For when it has changed whom the person trusts: keys that were fetched before count for nothing any more.
    void forgetKeys();

Q_SIGNALS:
    /// What was verified so far may be so no longer. A slot that checks again should be queued: the change of trust may
    /// not have reached the requests yet.
    void keysForgotten();

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace acx
