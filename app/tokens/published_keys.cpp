// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/tokens/published_keys.h"

#include "app/json/json_value.h"

#include <QCoreApplication>

#include <openssl/bio.h>
#include <openssl/bn.h>
#include <openssl/core_names.h>
#include <openssl/err.h>
#include <openssl/evp.h>
#include <openssl/param_build.h>
#include <openssl/pem.h>
#include <openssl/x509.h>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace acx {
namespace {

// What a check costs grows with the third power of a key's length and with its exponent, so that a list of a megabyte
// could take minutes. Issuers publish a handful of keys, with 65537 as exponent.
constexpr int shortestRsaKey = 2048; ///< bits
constexpr int longestRsaKey = 8192;  ///< bits
constexpr int longestExponent = 64;  ///< bits
constexpr int mostKeys = 50;

template <auto Free>
struct Freed
{
    template <class T>
    void operator()(T *pointer) const
    {
        Free(pointer);
    }
};
using Bignum = std::unique_ptr<BIGNUM, Freed<BN_free>>;
using ParamBuilder = std::unique_ptr<OSSL_PARAM_BLD, Freed<OSSL_PARAM_BLD_free>>;
using Params = std::unique_ptr<OSSL_PARAM, Freed<OSSL_PARAM_free>>;
using KeyContext = std::unique_ptr<EVP_PKEY_CTX, Freed<EVP_PKEY_CTX_free>>;
using Bio = std::unique_ptr<BIO, Freed<BIO_free_all>>;
using Certificate = std::unique_ptr<X509, Freed<X509_free>>;

struct Curve
{
    QLatin1StringView jwkName;
    const char *group = nullptr;
    qsizetype coordinate = 0; ///< bytes
};
constexpr Curve curves[] = {{QLatin1StringView("P-256"), "prime256v1", 32},
                            {QLatin1StringView("P-384"), "secp384r1", 48}};

std::shared_ptr<EVP_PKEY> owned(EVP_PKEY *key)
{
    return key ? std::shared_ptr<EVP_PKEY>(key, EVP_PKEY_free) : nullptr;
}

bool isUsableRsa(EVP_PKEY *key)
{
    const int bits = EVP_PKEY_get_bits(key);
    BIGNUM *value = nullptr;
    EVP_PKEY_get_bn_param(key, OSSL_PKEY_PARAM_RSA_E, &value);
    const Bignum exponent(value);
    return bits >= shortestRsaKey && bits <= longestRsaKey && exponent &&
           BN_num_bits(exponent.get()) <= longestExponent;
}

/// Fits one of our algorithms, is long enough and not too long, and is a valid key at all.
bool isUsable(EVP_PKEY *key)
{
    if (!key)
        return false;
    if (EVP_PKEY_is_a(key, "RSA") == 1) {
        if (!isUsableRsa(key))
            return false;
    } else if (EVP_PKEY_is_a(key, "EC") == 1) {
        char group[64] = {};
        if (EVP_PKEY_get_utf8_string_param(key, OSSL_PKEY_PARAM_GROUP_NAME, group, sizeof group, nullptr) != 1 ||
            std::none_of(std::begin(curves), std::end(curves),
                         [&](const Curve &curve) { return qstrcmp(curve.group, group) == 0; }))
            return false;
    } else {
        return false;
    }
    const KeyContext context(EVP_PKEY_CTX_new_from_pkey(nullptr, key, nullptr));
    return context && EVP_PKEY_public_check_quick(context.get()) == 1;
}

std::optional<QByteArray> base64url(const JsonValue &value)
{
    const QByteArray text = value.toString().toLatin1();
    const auto decoded =
        QByteArray::fromBase64Encoding(text, QByteArray::Base64UrlEncoding | QByteArray::AbortOnBase64DecodingErrors);
    if (!value.isString() || !decoded || (*decoded).isEmpty())
        return std::nullopt;
    return *decoded;
}

std::shared_ptr<EVP_PKEY> keyFrom(const char *type, OSSL_PARAM_BLD *builder)
{
    const Params params(OSSL_PARAM_BLD_to_param(builder));
    const KeyContext context(EVP_PKEY_CTX_new_from_name(nullptr, type, nullptr));
    EVP_PKEY *key = nullptr;
    if (!params || !context || EVP_PKEY_fromdata_init(context.get()) != 1 ||
        EVP_PKEY_fromdata(context.get(), &key, EVP_PKEY_PUBLIC_KEY, params.get()) != 1)
        return nullptr;
    return owned(key);
}

Bignum number(const QByteArray &bytes)
{
    return Bignum(
        BN_bin2bn(reinterpret_cast<const unsigned char *>(bytes.constData()), static_cast<int>(bytes.size()), nullptr));
}

std::shared_ptr<EVP_PKEY> rsaKey(const JsonValue &jwk)
{
    const auto modulus = base64url(jwk[u"n"]);
    const auto exponent = base64url(jwk[u"e"]);
    if (!modulus || !exponent)
        return nullptr;
    const Bignum n = number(*modulus);
    const Bignum e = number(*exponent);
    const ParamBuilder builder(OSSL_PARAM_BLD_new());
    if (!n || !e || !builder || OSSL_PARAM_BLD_push_BN(builder.get(), OSSL_PKEY_PARAM_RSA_N, n.get()) != 1 ||
        OSSL_PARAM_BLD_push_BN(builder.get(), OSSL_PKEY_PARAM_RSA_E, e.get()) != 1)
        return nullptr;
    return keyFrom("RSA", builder.get());
}

std::shared_ptr<EVP_PKEY> curveKey(const JsonValue &jwk)
{
    const auto curve = std::find_if(std::begin(curves), std::end(curves),
                                    [&](const Curve &known) { return jwk[u"crv"].toString() == known.jwkName; });
    const auto x = base64url(jwk[u"x"]);
    const auto y = base64url(jwk[u"y"]);
    if (curve == std::end(curves) || !x || !y || x->size() != curve->coordinate || y->size() != curve->coordinate)
        return nullptr;
    const QByteArray point = '\x04' + *x + *y; // uncompressed form, SEC 1
    const ParamBuilder builder(OSSL_PARAM_BLD_new());
    if (!builder || OSSL_PARAM_BLD_push_utf8_string(builder.get(), OSSL_PKEY_PARAM_GROUP_NAME, curve->group, 0) != 1 ||
        OSSL_PARAM_BLD_push_octet_string(builder.get(), OSSL_PKEY_PARAM_PUB_KEY, point.constData(),
                                         static_cast<size_t>(point.size())) != 1)
        return nullptr;
    return keyFrom("EC", builder.get());
}

bool isForSignatures(const JsonValue &jwk)
{
    if (jwk.contains(u"use") && jwk[u"use"].toString() != "sig"_L1)
        return false;
    if (!jwk.contains(u"key_ops"))
        return true;
    const QList<JsonValue> &operations = jwk[u"key_ops"].items();
    return std::any_of(operations.cbegin(), operations.cend(),
                       [](const JsonValue &operation) { return operation.toString() == "verify"_L1; });
}

/// Never asks for a pass phrase: OpenSSL's own callback would read from the terminal.
int noPassPhrase(char * /*buffer*/, int /*size*/, int /*writing*/, void * /*user*/)
{
    return 0;
}

class KeyReader final
{
public:
    void readJson(const JsonValue &json)
    {
        if (json.contains(u"keys")) {
            for (const JsonValue &jwk : json[u"keys"].items()) {
                if (!mayTakeAnother())
                    return;
                readJwk(jwk);
            }
        } else if (json.contains(u"cert")) {
            readPem(json[u"cert"].toString().toUtf8());
        } else {
            readJwk(json);
        }
    }

    void readPem(const QByteArray &pem)
    {
        const Bio certificates(BIO_new_mem_buf(pem.constData(), static_cast<int>(pem.size())));
        while (const Certificate certificate{PEM_read_bio_X509(certificates.get(), nullptr, noPassPhrase, nullptr)}) {
            if (!mayTakeAnother())
                return;
            add({owned(X509_get_pubkey(certificate.get())), {}, {}});
        }
        const Bio bareKeys(BIO_new_mem_buf(pem.constData(), static_cast<int>(pem.size())));
        while (std::shared_ptr<EVP_PKEY> key =
                   owned(PEM_read_bio_PUBKEY(bareKeys.get(), nullptr, noPassPhrase, nullptr))) {
            if (!mayTakeAnother())
                return;
            add({std::move(key), {}, {}});
        }
    }

    [[nodiscard]] bool areTooMany() const { return m_seen > mostKeys; }
    [[nodiscard]] const QList<PublishedKey> &keys() const { return m_keys; }

private:
    /// One of no use takes its time, too.
    bool mayTakeAnother() { return ++m_seen <= mostKeys; }

    void readJwk(const JsonValue &jwk)
    {
        if (!jwk.isObject() || jwk.hasDuplicates() || !isForSignatures(jwk))
            return;
        const QString type = jwk[u"kty"].toString();
        if (type == "RSA"_L1)
            add({rsaKey(jwk), jwk[u"kid"].toString(), jwk[u"alg"].toString()});
        else if (type == "EC"_L1)
            add({curveKey(jwk), jwk[u"kid"].toString(), jwk[u"alg"].toString()});
    }

    void add(const PublishedKey &key)
    {
        if (isUsable(key.key.get()))
            m_keys.append(key);
    }

    QList<PublishedKey> m_keys;
    int m_seen = 0;
};

} // namespace

Result<QList<PublishedKey>> readPublishedKeys(const QByteArray &bytes)
{
    KeyReader reader;
    if (const auto json = parseJson(bytes); json && json->isObject())
        reader.readJson(*json);
    else
        reader.readPem(bytes);
    ERR_clear_error();
    const QString nextStep = QCoreApplication::translate("acx", "Give a JWKS, or a certificate or public key in PEM "
                                                                "form: RSA of 2048 to 8192 bits, P-256 or P-384.");
    if (reader.areTooMany())
        return fail(ErrorKind::InvalidInput,
                    QCoreApplication::translate("acx", "There are more than %1 keys in it: no issuer has as many.")
                        .arg(mostKeys),
                    nextStep);
    if (reader.keys().isEmpty())
        return fail(ErrorKind::InvalidInput,
                    QCoreApplication::translate("acx", "There is no key in it that could check a token's signature."),
                    nextStep);
    return reader.keys();
}

} // namespace acx
