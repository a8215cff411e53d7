// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/tokens/jwt_verifier.h"
#include "app/tokens/published_keys.h"

#include <QCoreApplication>

#include <openssl/core_names.h>
#include <openssl/ecdsa.h>
#include <openssl/err.h>
#include <openssl/evp.h>
#include <openssl/rsa.h>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace acx {
namespace {

/// What an algorithm asks of key and signature (RFC 7518, section 3).
struct Algorithm
{
    QLatin1StringView name;
    const char *digest = nullptr;
    const char *keyType = nullptr;
    const char *group = nullptr; ///< of an EC key
    bool pss = false;
    int signatureSize = 0; ///< of an EC signature: r and s, each of the curve's size
};
constexpr Algorithm algorithms[] = {
    {QLatin1StringView("RS256"), "SHA256", "RSA", nullptr, false, 0},
    {QLatin1StringView("PS256"), "SHA256", "RSA", nullptr, true, 0},
    {QLatin1StringView("ES256"), "SHA256", "EC", "prime256v1", false, 64},
    {QLatin1StringView("ES384"), "SHA384", "EC", "secp384r1", false, 96},
};

bool isAllowed(const Algorithm &algorithm, std::optional<TokenKind> issuer)
{
    // IAM signs with RS256 and nothing else; the login service's list is ours, not the one its answer names.
    return issuer != TokenKind::Iam || algorithm.name == "RS256"_L1;
}

bool fits(const PublishedKey &key, const Algorithm &algorithm)
{
    if (!key.algorithm.isEmpty() && key.algorithm != algorithm.name)
        return false;
    if (EVP_PKEY_is_a(key.key.get(), algorithm.keyType) != 1)
        return false;
    if (!algorithm.group)
        return true;
    char group[64] = {};
    return EVP_PKEY_get_utf8_string_param(key.key.get(), OSSL_PKEY_PARAM_GROUP_NAME, group, sizeof group, nullptr) ==
               1 &&
           qstrcmp(group, algorithm.group) == 0;
}

/// r and s side by side, as JWS has them, in the DER form that OpenSSL takes. Empty if it cannot be one.
QByteArray derSignature(const QByteArray &raw, const Algorithm &algorithm)
{
    if (raw.size() != algorithm.signatureSize)
        return {};
    const auto *bytes = reinterpret_cast<const unsigned char *>(raw.constData());
    const int half = algorithm.signatureSize / 2;
    const std::unique_ptr<ECDSA_SIG, decltype(&ECDSA_SIG_free)> signature(ECDSA_SIG_new(), ECDSA_SIG_free);
    BIGNUM *r = BN_bin2bn(bytes, half, nullptr);
    BIGNUM *s = BN_bin2bn(bytes + half, half, nullptr);
    if (!signature || ECDSA_SIG_set0(signature.get(), r, s) != 1) {
        BN_free(r);
        BN_free(s);
        return {};
    }
    unsigned char *der = nullptr;
    const int size = i2d_ECDSA_SIG(signature.get(), &der);
    const QByteArray result = size > 0 ? QByteArray(reinterpret_cast<const char *>(der), size) : QByteArray();
    OPENSSL_free(der);
    return result;
}

bool usePss(EVP_PKEY_CTX *context)
{
    return EVP_PKEY_CTX_set_rsa_padding(context, RSA_PKCS1_PSS_PADDING) == 1 &&
           EVP_PKEY_CTX_set_rsa_pss_saltlen(context, RSA_PSS_SALTLEN_DIGEST) == 1;
}

bool matches(const Jwt &jwt, const PublishedKey &key, const Algorithm &algorithm)
{
    const QByteArray signature = algorithm.group ? derSignature(jwt.signature, algorithm) : jwt.signature;
    const std::unique_ptr<EVP_MD_CTX, decltype(&EVP_MD_CTX_free)> context(EVP_MD_CTX_new(), EVP_MD_CTX_free);
    EVP_PKEY_CTX *keyContext = nullptr; // belongs to `context`
    const bool verified =
        context && !signature.isEmpty() &&
        EVP_DigestVerifyInit_ex(context.get(), &keyContext, algorithm.digest, nullptr, nullptr, key.key.get(),
                                nullptr) == 1 &&
        (!algorithm.pss || usePss(keyContext)) &&
        EVP_DigestVerify(context.get(), reinterpret_cast<const unsigned char *>(signature.constData()),
                         static_cast<size_t>(signature.size()),
                         reinterpret_cast<const unsigned char *>(jwt.signedPart.constData()),
                         static_cast<size_t>(jwt.signedPart.size())) == 1;
    ERR_clear_error();
    return verified;
}

SignatureCheck described(const Jwt &jwt, SignatureState state, const QString &reason)
{
    SignatureCheck check;
    check.state = state;
    check.reason = reason;
    check.algorithm = jwt.algorithm();
    check.keyId = jwt.keyId();
    return check;
}

/// Why a token can never be verified, whatever the keys; empty if there is no such reason.
QString obstacle(const Jwt &jwt)
{
    if (jwt.signedPart.isEmpty() || jwt.signature.isEmpty())
        return QCoreApplication::translate("acx", "The token is not well-formed, so its signature was not checked.");
    if (jwt.hasDuplicates)
        return QCoreApplication::translate("acx", "The token names a member twice, so its signature was not checked.");
    if (jwt.header.contains(u"crit"))
        return QCoreApplication::translate(
            "acx", "The token asks for an extension (crit) that is not supported, so its signature was not checked.");
    return {};
}

SignatureCheck checked(const Jwt &jwt, std::optional<TokenKind> issuer, const Result<QList<PublishedKey>> &keys)
{
    const auto notVerified = [&](const QString &reason) { return described(jwt, SignatureState::NotVerified, reason); };
    if (const QString reason = obstacle(jwt); !reason.isEmpty())
        return notVerified(reason);
    const auto algorithm = std::find_if(std::begin(algorithms), std::end(algorithms), [&](const Algorithm &known) {
        return jwt.algorithm() == known.name && isAllowed(known, issuer);
    });
    if (algorithm == std::end(algorithms))
        return notVerified(
            QCoreApplication::translate("acx", "The algorithm that the token names is not accepted from this issuer."));
    if (!keys)
        return notVerified(keys.error().sentence);
    // A key without an id (PEM) stands for itself; otherwise a token that names a key takes that one only.
    QList<PublishedKey> candidates;
    std::copy_if(keys->cbegin(), keys->cend(), std::back_inserter(candidates), [&](const PublishedKey &key) {
        return key.keyId.isEmpty() || jwt.keyId().isEmpty() || key.keyId == jwt.keyId();
    });
    if (candidates.isEmpty())
        return notVerified(
            QCoreApplication::translate("acx", "The key that the token names is not among the published ones."));
    candidates.removeIf([&](const PublishedKey &key) { return !fits(key, *algorithm); });
    if (candidates.isEmpty())
        return notVerified(
            QCoreApplication::translate("acx", "No published key fits the algorithm that the token names."));
    const bool anyMatches = std::any_of(candidates.cbegin(), candidates.cend(),
                                        [&](const PublishedKey &key) { return matches(jwt, key, *algorithm); });
    return anyMatches
               ? described(jwt, SignatureState::Verified,
                           QCoreApplication::translate("acx", "The signature matches a key that the issuer publishes."))
               : described(jwt, SignatureState::Wrong,
                           QCoreApplication::translate(
                               "acx", "The signature does not match the key: the token was changed or is "
                                      "not from this issuer."));
}

} // namespace

SignatureCheck checkSignature(const Jwt &jwt, TokenKind issuer, const QList<PublishedKey> &publishedKeys)
{
    if (issuer == TokenKind::Platform)
        return described(jwt, SignatureState::NotVerified,
                         QCoreApplication::translate("acx", "The platform API publishes no keys for its tokens."));
    return checked(jwt, issuer, publishedKeys);
}

SignatureCheck checkSignature(const Jwt &jwt, const QByteArray &keys)
{
    return checked(jwt, std::nullopt, readPublishedKeys(keys));
}

} // namespace acx
