// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QDateTime>
#include <QJsonObject>

#include <memory>

struct evp_pkey_st;
struct x509_st;

namespace acx::sandbox {

/// A private key made in this process; it never leaves its memory.
class SigningKey final
{
public:
    enum class Kind { Rsa2048, P256, P384 };

    [[nodiscard]] static SigningKey generate(Kind kind);

    /// The JWS algorithm that belongs to the key: RS256, ES256 or ES384.
    [[nodiscard]] QByteArray algorithm() const;
    /// A signed JWT; `typ` and `alg` are added to the header.
    [[nodiscard]] QByteArray sign(QJsonObject header, const QJsonObject &claims) const;
    /// The public half as a JSON Web Key (RSA only), without `use`, as IAM publishes it.
    [[nodiscard]] QJsonObject jsonWebKey(const QByteArray &keyId) const;
    [[nodiscard]] evp_pkey_st *handle() const { return m_key.get(); }

private:
    explicit SigningKey(Kind kind, std::shared_ptr<evp_pkey_st> key);
    [[nodiscard]] QByteArray signature(const QByteArray &text) const;

    Kind m_kind;
    std::shared_ptr<evp_pkey_st> m_key;
};

using Certificate = std::shared_ptr<x509_st>;

/// A self-signed certificate of the login service, valid for a year.
[[nodiscard]] Certificate loginCertificate(const SigningKey &key, const QDateTime &now);
/// A server certificate for localhost, 127.0.0.1 and ::1, not an authority, valid from an hour ago for 30 days.
[[nodiscard]] Certificate serverCertificate(const SigningKey &key, const QDateTime &now);
[[nodiscard]] QByteArray toPem(const Certificate &certificate);

} // namespace acx::sandbox
