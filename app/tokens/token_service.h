// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/cancel.h"
#include "app/base/result.h"
#include "app/tokens/token.h"

#include <QFuture>
#include <QStringList>
#include <QUrl>

#include <chrono>

namespace acx {

/// Everything one exchange needs.
struct TokenCredentials
{
    QUrl base; ///< base URL of the token service, without its own path
    Secret apiKey;
    QString clientId; ///< platform API, or IAM with HTTP Basic
    Secret clientSecret;
    QStringList scopes; ///< IAM only
    QString tenant;     ///< IAM only: IBM-Cloud-Tenant
    bool singleUseKey = false;
    std::chrono::milliseconds deadline{30'000}; ///< for one exchange
};

/// Exchanges an API key for a token. One class for each token service.
class TokenService
{
public:
    virtual ~TokenService() = default;
    [[nodiscard]] virtual TokenKind kind() const = 0;
    /// No error ever holds the key. A redirect is an error and is not followed.
    [[nodiscard]] virtual QFuture<Result<Token>> exchange(const TokenCredentials &credentials,
                                                          const CancelToken &cancel) = 0;
    /// Renews without the key where the service can (login service: POST /refresh); others exchange again.
    [[nodiscard]] virtual QFuture<Result<Token>> renew(const Token &old, const TokenCredentials &credentials,
                                                       const CancelToken &cancel);
};

} // namespace acx
