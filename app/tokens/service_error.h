// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/error.h"
#include "app/deployments/token_kind.h"
#include "app/http/http_message.h"
#include "app/http/redactor.h"

#include <chrono>
#include <optional>

namespace acx {

/// IBM's answers in words: reads the four shapes of error bodies (flat errorCode, errors[] of the identity REST API,
/// V5's error_message, V5's errors[] of one-member objects), maps known codes to a sentence and a next step, keeps
/// code, text and request id. Plain text and HTML give their first line. Never a parse error as the headline.
[[nodiscard]] Error tokenServiceError(const HttpResponse &response, TokenKind kind, const Redactor &redactor);
/// The same for calls of the API itself (V5 /v1, platform /api).
[[nodiscard]] Error apiError(const HttpResponse &response, const Redactor &redactor);
/// transaction-id, x-request-id, x-correlation-id or the body's own id; empty if none.
[[nodiscard]] QString requestIdOf(const HttpResponse &response);

/// What Retry-After asks for, in seconds or as a date, never negative; none if it is absent or unreadable.
[[nodiscard]] std::optional<std::chrono::seconds> retryAfter(const HttpResponse &response);

} // namespace acx
