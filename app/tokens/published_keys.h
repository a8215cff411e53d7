// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/result.h"

#include <QByteArray>
#include <QList>
#include <QString>

#include <memory>

// OpenSSL's own name for its key type.
struct evp_pkey_st;

namespace acx {

/// One public key that an issuer publishes.
struct PublishedKey
{
    std::shared_ptr<evp_pkey_st> key;
    QString keyId;     ///< kid of the JWKS; empty for PEM
    QString algorithm; ///< alg of the JWKS, if it binds the key to one
};

/// Reads a JWKS (or one JWK), the login service's {"cert": PEM}, or PEM text with certificates and public keys. Keys
/// that cannot check signatures of ours (symmetric, for encryption, RSA below 2048 or above 8192 bits or with an
/// exponent of more than 64, other curves, not on the curve, a member named twice) are left out. InvalidInput when
/// nothing is left, or when there are more than 50 of any kind. A hostile list takes up to some seconds: not for the
/// window's thread.
[[nodiscard]] Result<QList<PublishedKey>> readPublishedKeys(const QByteArray &bytes);

} // namespace acx
