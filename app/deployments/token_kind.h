// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <optional>

namespace acx {

/// Which token service issues a token.
enum class TokenKind {
    ApiConnect, ///< V5 login service, POST /apikey, member jwt
    Iam,        ///< IBM Cloud IAM, POST /identity/token, member access_token
    Platform,   ///< API Connect's own, POST /api/token with client id and secret
};

/// "apiconnect", "iam", "platform": as acx and the profile file spell it.
[[nodiscard]] QString toText(TokenKind kind);
[[nodiscard]] std::optional<TokenKind> tokenKindFromText(QStringView text);
/// What a person calls it: "API Connect token", "IAM access token", "Platform API token".
[[nodiscard]] QString displayName(TokenKind kind);

} // namespace acx
