// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/tokens/retry_pause.h"
#include "app/tokens/token_service.h"

namespace acx {

class Clock;
class HttpClient;

/// IBM Cloud IAM: POST <base>/identity/token, form grant_type and apikey. Facts: IBM Cloud API docs, "IAM Identity
/// Services"; the answer's own expires_in and expiration decide, never a constant.
class IamTokenService final : public TokenService
{
public:
    IamTokenService(HttpClient &http, const Clock &clock);
    [[nodiscard]] TokenKind kind() const override { return TokenKind::Iam; }
    [[nodiscard]] QFuture<Result<Token>> exchange(const TokenCredentials &credentials,
                                                  const CancelToken &cancel) override;

private:
    HttpClient &m_http;
    RetryPause m_pause;
};

/// V5 login service: POST <base>/apikey?apikey=<key> with an empty body; the answer's jwt is the token. The key is part
/// of the URL, so the URL itself is a secret. POST <base>/refresh takes {"jwt": old}; refused, the key is exchanged
/// again.
class LoginTokenService final : public TokenService
{
public:
    LoginTokenService(HttpClient &http, const Clock &clock);
    [[nodiscard]] TokenKind kind() const override { return TokenKind::ApiConnect; }
    [[nodiscard]] QFuture<Result<Token>> exchange(const TokenCredentials &credentials,
                                                  const CancelToken &cancel) override;
    [[nodiscard]] QFuture<Result<Token>> renew(const Token &old, const TokenCredentials &credentials,
                                               const CancelToken &cancel) override;

private:
    HttpClient &m_http;
    RetryPause m_pause;
};

/// Platform API of SaaS and own installations: POST <base>/api/token, JSON with grant_type api_key. Such keys may be
/// single-use and live minutes, so the request is sent at most once.
class PlatformTokenService final : public TokenService
{
public:
    PlatformTokenService(HttpClient &http, const Clock &clock);
    [[nodiscard]] TokenKind kind() const override { return TokenKind::Platform; }
    [[nodiscard]] QFuture<Result<Token>> exchange(const TokenCredentials &credentials,
                                                  const CancelToken &cancel) override;

private:
    HttpClient &m_http;
    RetryPause m_pause;
};

} // namespace acx
