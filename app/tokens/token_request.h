// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/http/http_message.h"
#include "app/tokens/retry_pause.h"
#include "app/tokens/token_service.h"

namespace acx {

class HttpClient;

/// What all requests to token services have in common: POST, JSON wanted, no redirect, kept in memory, key and client
/// secret never in an error.
[[nodiscard]] HttpRequest tokenRequest(const TokenCredentials &credentials, const QByteArray &encodedPath,
                                       const CancelToken &cancel);
/// What every exchange needs: a usable base URL, a key, and client id and secret both or not at all.
[[nodiscard]] Status checkCredentials(const TokenCredentials &credentials);
/// Sends and reads the answer. A service that asked for a pause (Retry-After) is not asked before it is over.
[[nodiscard]] QFuture<Result<Token>> sendTokenRequest(HttpClient &http, const HttpRequest &request, TokenKind kind,
                                                      const RetryPause &pause);

} // namespace acx
