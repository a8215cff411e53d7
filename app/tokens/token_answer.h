// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/result.h"
#include "app/http/http_message.h"
#include "app/http/redactor.h"
#include "app/tokens/token.h"

namespace acx {

/// What a token service answered. By our clock the token was made between `sentAt` and the answer's arrival, which may
/// be far apart: the computer may sleep in between.
struct TokenAnswer
{
    const HttpResponse &response;
    QDateTime sentAt; ///< when the request was handed over
    QDateTime readAt; ///< now
};

/// Reads it: the token with its times, or why there is none. An answer that says no goes through tokenServiceError(); a
/// success without a usable token, or with one that is over by now, is Incomplete and names the field. The token's
/// times are moved to our clock by the difference to the Date header.
[[nodiscard]] Result<Token> readTokenAnswer(const TokenAnswer &answer, TokenKind kind, const Redactor &redactor);

/// Longest lifetime that is believed: a year and a day.
inline constexpr std::chrono::seconds longestLifetime{std::chrono::hours{24 * 366}};

} // namespace acx
