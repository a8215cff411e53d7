// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/secret.h"
#include "app/tokens/token.h"

#include <QString>
#include <QUrl>

#include <optional>

namespace acx {

/// The forms in which a token is copied and printed.
enum class TokenFormat { Raw, Bearer, Header, Env, Curl, Json };
[[nodiscard]] QString toText(TokenFormat format);
[[nodiscard]] std::optional<TokenFormat> tokenFormatFromText(QStringView text);

/// Raw: the token. Bearer: "Bearer …". Header: "Authorization: Bearer …". Env: "export APIC_TOKEN='…'" in shell quotes.
/// Curl: a curl command that asks the whole URL `apiUrl` with the token. Json: token, token_type, kind, issued_at,
/// expires_at, expires_in. The result is a secret as the token is. No line end.
[[nodiscard]] Secret formatToken(const Token &token, TokenFormat format, const QUrl &apiUrl, const QDateTime &now);

/// 'single quotes' for a POSIX shell.
[[nodiscard]] QByteArray shellQuoted(const QByteArray &text);

} // namespace acx
