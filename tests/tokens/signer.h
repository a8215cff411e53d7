// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

#include <memory>

struct evp_pkey_st;

namespace acx {

/// A key pair made in the test, with the forms in which issuers publish its public half.
class Signer final
{
public:
    /// RS256, PS256, ES256, ES384.
    explicit Signer(const QByteArray &algorithm, int rsaBits = 2048);

    /// A token with this header ("alg" is added if it is not there) and these claims.
    [[nodiscard]] QByteArray jwt(const QByteArray &claims, const QByteArray &header = {}) const;
    /// `members` are added, for example "\"kid\":\"k1\"".
    [[nodiscard]] QByteArray jwk(const QByteArray &members = {}) const;
    [[nodiscard]] QByteArray publicPem() const;
    /// A self-signed certificate.
    [[nodiscard]] QByteArray certificatePem() const;

private:
    [[nodiscard]] QByteArray signature(const QByteArray &text) const;

    QByteArray m_algorithm;
    std::shared_ptr<evp_pkey_st> m_key;
};

[[nodiscard]] QByteArray jwks(const QList<QByteArray> &keys);

} // namespace acx
