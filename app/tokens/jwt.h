// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/result.h"
#include "app/base/secret.h"
#include "app/json/json_value.h"

#include <QByteArray>
#include <QDateTime>

#include <optional>

namespace acx {

/// A decoded JSON Web Token (RFC 7519 in the compact form of RFC 7515). Decoding says nothing about its truth: see
/// JwtVerifier.
struct Jwt
{
    JsonValue header;                ///< an object
    std::optional<JsonValue> claims; ///< none if the payload is no JSON object
    QByteArray signedPart;           ///< header.payload as received; empty if the token was not read strictly
    QByteArray signature;            ///< decoded bytes
    QByteArray payload;              ///< decoded bytes
    bool hasDuplicates = false;      ///< a member is named twice: shown, never verified

    [[nodiscard]] QString algorithm() const;
    [[nodiscard]] QString keyId() const;
};

/// Strict base64url without padding, one dot between three parts, UTF-8, header a JSON object, at most 1 MiB. Anything
/// else is an Error (InvalidInput) that says what it is instead, without any part of the content.
[[nodiscard]] Result<Jwt> decodeJwt(const Secret &token);

struct LenientJwt
{
    Jwt jwt;
    bool strict = true;
    QString flaw; ///< why it is not strict, as a sentence
};
/// The same, but tolerates blanks around it, padding and empty signatures so that a person can look inside. If that was
/// needed (other than for the blanks), `strict` is false and the token can never be verified.
[[nodiscard]] Result<LenientJwt> decodeJwtForViewing(const Secret &token);

/// A numeric date claim (exp, iat, nbf): seconds since 1970, within years 1 to 9999.
struct JwtDate
{
    std::optional<QDateTime> value; ///< UTC
    QString problem;                ///< what is wrong or odd about it, in a few words
    bool present = false;
};
[[nodiscard]] JwtDate jwtDate(const JsonValue &claims, QStringView name);

} // namespace acx
