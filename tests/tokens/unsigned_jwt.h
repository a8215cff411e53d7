// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

namespace acx {

inline QByteArray base64url(const QByteArray &bytes)
{
    return bytes.toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals);
}

/// A well-formed token whose signature means nothing.
inline QByteArray unsignedJwt(const QByteArray &claims, const QByteArray &header = R"({"alg":"RS256","kid":"k1"})")
{
    return base64url(header) + '.' + base64url(claims) + '.' + base64url("signature");
}

} // namespace acx
