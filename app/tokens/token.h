// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/secret.h"
#include "app/deployments/token_kind.h"

#include <QDateTime>
#include <QString>

#include <chrono>

namespace acx {

/// A bearer token as a token service gave it. Times are ours (corrected by the measured clock skew), in UTC.
struct Token
{
    Secret value;
    TokenKind kind = TokenKind::Iam;
    QString tokenType; ///< "Bearer"
    QDateTime issuedAt;
    QDateTime expiresAt; ///< invalid = the service told no end
    QDateTime renewAt;   ///< 80 % of the lifetime; invalid = the service told no end
    QString scope;
    QString requestId;                 ///< of the exchange
    std::chrono::seconds clockSkew{0}; ///< service's clock minus ours

    /// A token counts as expired 10 seconds early: services refuse tokens with seconds left.
    [[nodiscard]] bool isExpired(const QDateTime &now) const;
    [[nodiscard]] bool needsRenewal(const QDateTime &now) const;
    /// Until the true end; zero when over. No end: the largest value.
    [[nodiscard]] std::chrono::seconds remaining(const QDateTime &now) const;
    bool operator==(const Token &) const = default;
};

inline constexpr std::chrono::seconds earlyExpiry{10};
inline constexpr std::chrono::seconds pauseAfterRefresh{60};

} // namespace acx
