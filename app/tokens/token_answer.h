// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/result.h"
#include "app/http/http_message.h"
#include "app/http/redactor.h"
#include "app/tokens/token.h"

namespace acx {

/// Reads what a token service answered: the token with its times, or why there is none. An answer that says no goes
/// through tokenServiceError(); a success without a usable token is Incomplete and names the field. The token's times
/// are moved to our clock by the difference to the Date header.
[[nodiscard]] Result<Token> readTokenAnswer(const HttpResponse &response, TokenKind kind, const Redactor &redactor);

/// Longest lifetime that is believed: a year and a day.
inline constexpr std::chrono::seconds longestLifetime{std::chrono::hours{24 * 366}};

} // namespace acx
