// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/tokens/signer.h"

#include "tests/tokens/unsigned_jwt.h"

#include <QList>

#include <openssl/bio.h>
#include <openssl/bn.h>
#include <openssl/core_names.h>
#include <openssl/ecdsa.h>
#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/rsa.h>
#include <openssl/x509.h>

namespace acx {
namespace {

void check(bool done)
{
    if (!done)
        qFatal("OpenSSL failed in a test's own key");
}

int coordinateSize(const QByteArray &algorithm)
{
    return algorithm == "ES384" ? 48 : 32;
}

QByteArray bytesOf(const BIGNUM *number, int size = 0)
{
    QByteArray bytes(size > 0 ? size : BN_num_bytes(number), '\0');
    check(BN_bn2binpad(number, reinterpret_cast<unsigned char *>(bytes.data()), static_cast<int>(bytes.size())) >= 0);
    return bytes;
}

QByteArray numberOf(const EVP_PKEY *key, const char *name, int size = 0)
{
    BIGNUM *number = nullptr;
    check(EVP_PKEY_get_bn_param(key, name, &number) == 1);
    const QByteArray bytes = bytesOf(number, size);
    BN_free(number);
    return base64url(bytes);
}

QByteArray textOf(BIO *bio)
{
    char *data = nullptr;
    const long size = BIO_get_mem_data(bio, &data);
    const QByteArray text(data, size);
    BIO_free(bio);
    return text;
}

/// r and s side by side (RFC 7518, section 3.4).
QByteArray rawSignature(const QByteArray &der, int half)
{
    const auto *data = reinterpret_cast<const unsigned char *>(der.constData());
    ECDSA_SIG *signature = d2i_ECDSA_SIG(nullptr, &data, static_cast<long>(der.size()));
    check(signature);
    const QByteArray raw = bytesOf(ECDSA_SIG_get0_r(signature), half) + bytesOf(ECDSA_SIG_get0_s(signature), half);
    ECDSA_SIG_free(signature);
    return raw;
}

} // namespace

Signer::Signer(const QByteArray &algorithm, int rsaBits)
    : m_algorithm(algorithm)
{
    EVP_PKEY *key = nullptr;
    if (algorithm.startsWith("ES"))
        key = EVP_PKEY_Q_keygen(nullptr, nullptr, "EC", algorithm == "ES384" ? "P-384" : "P-256");
    else
        key = EVP_PKEY_Q_keygen(nullptr, nullptr, "RSA", static_cast<size_t>(rsaBits));
    check(key);
    m_key = std::shared_ptr<EVP_PKEY>(key, EVP_PKEY_free);
}

QByteArray Signer::jwt(const QByteArray &claims, const QByteArray &header) const
{
    const QByteArray text =
        base64url(header.isEmpty() ? R"({"alg":")" + m_algorithm + R"("})" : header) + '.' + base64url(claims);
    return text + '.' + base64url(signature(text));
}

QByteArray Signer::signature(const QByteArray &text) const
{
    EVP_MD_CTX *context = EVP_MD_CTX_new();
    EVP_PKEY_CTX *keyContext = nullptr;
    const char *digest = m_algorithm == "ES384" ? "SHA384" : "SHA256";
    check(EVP_DigestSignInit_ex(context, &keyContext, digest, nullptr, nullptr, m_key.get(), nullptr) == 1);
    if (m_algorithm == "PS256") {
        check(EVP_PKEY_CTX_set_rsa_padding(keyContext, RSA_PKCS1_PSS_PADDING) == 1);
        check(EVP_PKEY_CTX_set_rsa_pss_saltlen(keyContext, RSA_PSS_SALTLEN_DIGEST) == 1);
    }
    const auto *data = reinterpret_cast<const unsigned char *>(text.constData());
    size_t size = 0;
    check(EVP_DigestSign(context, nullptr, &size, data, static_cast<size_t>(text.size())) == 1);
    QByteArray bytes(static_cast<qsizetype>(size), '\0');
    check(EVP_DigestSign(context, reinterpret_cast<unsigned char *>(bytes.data()), &size, data,
                         static_cast<size_t>(text.size())) == 1);
    bytes.resize(static_cast<qsizetype>(size));
    EVP_MD_CTX_free(context);
    return m_algorithm.startsWith("ES") ? rawSignature(bytes, coordinateSize(m_algorithm)) : bytes;
}

QByteArray Signer::jwk(const QByteArray &members) const
{
    QByteArray text;
    if (m_algorithm.startsWith("ES")) {
        const int size = coordinateSize(m_algorithm);
        text = R"({"kty":"EC","crv":")" + QByteArray(size == 48 ? "P-384" : "P-256") + R"(","x":")" +
               numberOf(m_key.get(), OSSL_PKEY_PARAM_EC_PUB_X, size) + R"(","y":")" +
               numberOf(m_key.get(), OSSL_PKEY_PARAM_EC_PUB_Y, size) + '"';
    } else {
        text = R"({"kty":"RSA","n":")" + numberOf(m_key.get(), OSSL_PKEY_PARAM_RSA_N) + R"(","e":")" +
               numberOf(m_key.get(), OSSL_PKEY_PARAM_RSA_E) + '"';
    }
    return text + (members.isEmpty() ? "" : "," + members) + '}';
}

QByteArray Signer::publicPem() const
{
    BIO *bio = BIO_new(BIO_s_mem());
    check(PEM_write_bio_PUBKEY(bio, m_key.get()) == 1);
    return textOf(bio);
}

QByteArray Signer::certificatePem() const
{
    X509 *certificate = X509_new();
    check(X509_gmtime_adj(X509_getm_notBefore(certificate), 0) &&
          X509_gmtime_adj(X509_getm_notAfter(certificate), 3600) && X509_set_pubkey(certificate, m_key.get()) == 1 &&
          X509_sign(certificate, m_key.get(), EVP_sha256()) > 0);
    BIO *bio = BIO_new(BIO_s_mem());
    check(PEM_write_bio_X509(bio, certificate) == 1);
    X509_free(certificate);
    return textOf(bio);
}

QByteArray jwks(const QList<QByteArray> &keys)
{
    return R"({"keys":[)" + keys.join(',') + "]}";
}

} // namespace acx
