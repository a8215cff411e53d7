// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

namespace acx {

/// What OpenSSL says of a JWS signature, asked without any code of the product: RS256, PS384, ES256, ES512; the key is
/// a JWK (RSA, P-256, P-521).
[[nodiscard]] bool isSignatureOf(const QByteArray &signature, const QByteArray &text, const QByteArray &jwk,
                                 const QByteArray &algorithm);

} // namespace acx
