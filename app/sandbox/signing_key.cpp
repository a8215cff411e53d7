// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sandbox/signing_key.h"

#include <QJsonDocument>

#include <openssl/bn.h>
#include <openssl/core_names.h>
#include <openssl/ec.h>
#include <openssl/evp.h>
#include <openssl/rsa.h>

using namespace Qt::StringLiterals;

namespace acx::sandbox {

namespace {

QByteArray base64Url(const QByteArray &bytes)
{
    return bytes.toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals);
}

QByteArray numberBytes(const BIGNUM *number)
{
    QByteArray bytes(BN_num_bytes(number), '\0');
    BN_bn2bin(number, reinterpret_cast<unsigned char *>(bytes.data()));
    return bytes;
}

QByteArray publicNumber(const EVP_PKEY *key, const char *name)
{
    BIGNUM *number = nullptr;
    if (!EVP_PKEY_get_bn_param(key, name, &number))
        return {};
    const QByteArray bytes = numberBytes(number);
    BN_free(number);
    return bytes;
}

/// RFC 7518 section 3.4: r and s, each as long as the curve's order, instead of OpenSSL's DER.
QByteArray plainEcSignature(const QByteArray &der, int width)
{
    const auto *at = reinterpret_cast<const unsigned char *>(der.constData());
    const std::unique_ptr<ECDSA_SIG, decltype(&ECDSA_SIG_free)> parsed(
        d2i_ECDSA_SIG(nullptr, &at, static_cast<long>(der.size())), &ECDSA_SIG_free);
    if (!parsed)
        return {};
    QByteArray plain(qsizetype(2) * width, '\0');
    auto *out = reinterpret_cast<unsigned char *>(plain.data());
    BN_bn2binpad(ECDSA_SIG_get0_r(parsed.get()), out, width);
    BN_bn2binpad(ECDSA_SIG_get0_s(parsed.get()), out + width, width);
    return plain;
}

} // namespace

SigningKey::SigningKey(Kind kind, std::shared_ptr<evp_pkey_st> key)
    : m_kind(kind)
    , m_key(std::move(key))
{}

SigningKey SigningKey::generate(Kind kind)
{
    EVP_PKEY *key = nullptr;
    switch (kind) {
    case Kind::Rsa2048:
        key = EVP_RSA_gen(2048);
        break;
    case Kind::P256:
        key = EVP_EC_gen("P-256");
        break;
    case Kind::P384:
        key = EVP_EC_gen("P-384");
        break;
    }
    Q_ASSERT_X(key, "SigningKey", "OpenSSL could not make a key");
    return SigningKey(kind, std::shared_ptr<evp_pkey_st>(key, &EVP_PKEY_free));
}

QByteArray SigningKey::algorithm() const
{
    switch (m_kind) {
    case Kind::P256:
        return "ES256"_ba;
    case Kind::P384:
        return "ES384"_ba;
    case Kind::Rsa2048:
        break;
    }
    return "RS256"_ba;
}

QByteArray SigningKey::signature(const QByteArray &text) const
{
    const std::unique_ptr<EVP_MD_CTX, decltype(&EVP_MD_CTX_free)> context(EVP_MD_CTX_new(), &EVP_MD_CTX_free);
    const EVP_MD *digest = m_kind == Kind::P384 ? EVP_sha384() : EVP_sha256();
    const auto *data = reinterpret_cast<const unsigned char *>(text.constData());
    const auto size = static_cast<size_t>(text.size());
    size_t length = 0;
    if (EVP_DigestSignInit(context.get(), nullptr, digest, nullptr, m_key.get()) != 1 ||
        EVP_DigestSign(context.get(), nullptr, &length, data, size) != 1)
        return {};
    QByteArray bytes(static_cast<qsizetype>(length), '\0');
    if (EVP_DigestSign(context.get(), reinterpret_cast<unsigned char *>(bytes.data()), &length, data, size) != 1)
        return {};
    bytes.truncate(static_cast<qsizetype>(length));
    switch (m_kind) {
    case Kind::P256:
        return plainEcSignature(bytes, 32);
    case Kind::P384:
        return plainEcSignature(bytes, 48);
    case Kind::Rsa2048:
        break;
    }
    return bytes;
}

QByteArray SigningKey::sign(QJsonObject header, const QJsonObject &claims) const
{
    header.insert(u"typ"_s, u"JWT"_s);
    header.insert(u"alg"_s, QString::fromLatin1(algorithm()));
    const QByteArray text = base64Url(QJsonDocument(header).toJson(QJsonDocument::Compact)) + '.' +
                            base64Url(QJsonDocument(claims).toJson(QJsonDocument::Compact));
    return text + '.' + base64Url(signature(text));
}

QJsonObject SigningKey::jsonWebKey(const QByteArray &keyId) const
{
    return {
        {u"kty"_s, u"RSA"_s},
        {u"n"_s, QString::fromLatin1(base64Url(publicNumber(m_key.get(), OSSL_PKEY_PARAM_RSA_N)))},
        {u"e"_s, QString::fromLatin1(base64Url(publicNumber(m_key.get(), OSSL_PKEY_PARAM_RSA_E)))},
        {u"alg"_s, u"RS256"_s},
        {u"kid"_s, QString::fromLatin1(keyId)},
    };
}

} // namespace acx::sandbox
