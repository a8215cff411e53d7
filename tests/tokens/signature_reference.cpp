// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/tokens/signature_reference.h"

#include <QJsonDocument>
#include <QJsonObject>

#include <openssl/bn.h>
#include <openssl/core_names.h>
#include <openssl/ecdsa.h>
#include <openssl/evp.h>
#include <openssl/param_build.h>
#include <openssl/rsa.h>

namespace acx {
namespace {

QByteArray member(const QJsonObject &jwk, const char *name)
{
    return QByteArray::fromBase64(jwk[QLatin1StringView(name)].toString().toLatin1(), QByteArray::Base64UrlEncoding);
}

const unsigned char *bytes(const QByteArray &text)
{
    return reinterpret_cast<const unsigned char *>(text.constData());
}

BIGNUM *number(const QByteArray &text)
{
    return BN_bin2bn(bytes(text), static_cast<int>(text.size()), nullptr);
}

EVP_PKEY *keyOf(const QJsonObject &jwk)
{
    const bool rsa = jwk[QLatin1StringView("kty")].toString() == QLatin1StringView("RSA");
    const bool wide = jwk[QLatin1StringView("crv")].toString() == QLatin1StringView("P-521");
    OSSL_PARAM_BLD *builder = OSSL_PARAM_BLD_new();
    BIGNUM *n = number(member(jwk, "n"));
    BIGNUM *e = number(member(jwk, "e"));
    const QByteArray point = '\x04' + member(jwk, "x") + member(jwk, "y");
    if (rsa) {
        OSSL_PARAM_BLD_push_BN(builder, OSSL_PKEY_PARAM_RSA_N, n);
        OSSL_PARAM_BLD_push_BN(builder, OSSL_PKEY_PARAM_RSA_E, e);
    } else {
        OSSL_PARAM_BLD_push_utf8_string(builder, OSSL_PKEY_PARAM_GROUP_NAME, wide ? "P-521" : "P-256", 0);
        OSSL_PARAM_BLD_push_octet_string(builder, OSSL_PKEY_PARAM_PUB_KEY, point.constData(),
                                         static_cast<size_t>(point.size()));
    }
    OSSL_PARAM *parameters = OSSL_PARAM_BLD_to_param(builder);
    EVP_PKEY_CTX *context = EVP_PKEY_CTX_new_from_name(nullptr, rsa ? "RSA" : "EC", nullptr);
    EVP_PKEY *key = nullptr;
    EVP_PKEY_fromdata_init(context);
    EVP_PKEY_fromdata(context, &key, EVP_PKEY_PUBLIC_KEY, parameters);
    EVP_PKEY_CTX_free(context);
    OSSL_PARAM_free(parameters);
    OSSL_PARAM_BLD_free(builder);
    BN_free(n);
    BN_free(e);
    return key;
}

/// JWS writes r and s side by side, OpenSSL reads them as DER.
QByteArray asDer(const QByteArray &raw)
{
    ECDSA_SIG *signature = ECDSA_SIG_new();
    ECDSA_SIG_set0(signature, number(raw.left(raw.size() / 2)), number(raw.mid(raw.size() / 2)));
    unsigned char *der = nullptr;
    const int size = i2d_ECDSA_SIG(signature, &der);
    const QByteArray result(reinterpret_cast<const char *>(der), size);
    OPENSSL_free(der);
    ECDSA_SIG_free(signature);
    return result;
}

} // namespace

bool isSignatureOf(const QByteArray &signature, const QByteArray &text, const QByteArray &jwk,
                   const QByteArray &algorithm)
{
    EVP_PKEY *key = keyOf(QJsonDocument::fromJson(jwk).object());
    EVP_MD_CTX *context = EVP_MD_CTX_new();
    EVP_PKEY_CTX *keyContext = nullptr;
    const QByteArray digest = "SHA" + algorithm.mid(2);
    const QByteArray whole = algorithm.startsWith("ES") ? asDer(signature) : signature;
    bool good =
        key && EVP_DigestVerifyInit_ex(context, &keyContext, digest.constData(), nullptr, nullptr, key, nullptr) == 1;
    if (good && algorithm.startsWith("PS"))
        good = EVP_PKEY_CTX_set_rsa_padding(keyContext, RSA_PKCS1_PSS_PADDING) == 1 &&
               EVP_PKEY_CTX_set_rsa_pss_saltlen(keyContext, RSA_PSS_SALTLEN_DIGEST) == 1;
    good = good && EVP_DigestVerify(context, bytes(whole), static_cast<size_t>(whole.size()), bytes(text),
                                    static_cast<size_t>(text.size())) == 1;
    EVP_MD_CTX_free(context);
    EVP_PKEY_free(key);
    return good;
}

} // namespace acx
