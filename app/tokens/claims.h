// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/deployments/token_kind.h"
#include "app/tokens/jwt.h"

#include <QDateTime>
#include <QList>
#include <QString>

#include <limits>

namespace acx {

/// One row of "what it says".
struct ClaimRow
{
    QString title;         ///< "Who", "Valid until", …
    QString text;          ///< in words; secret claims (tokens.token) are masked
    QString claim;         ///< the claim's own name(s), e.g. "account.bss"
    bool explained = true; ///< false: shown as received
    bool operator==(const ClaimRow &) const = default;
};

/// Claims in words, the important ones first, then the rest as received. Times are shown in local time, relative to
/// `now` (UTC). Inner tokens are masked. At most `mostAsReceived` of those that are not explained.
[[nodiscard]] QList<ClaimRow> explainClaims(const Jwt &jwt, const QDateTime &now,
                                            qsizetype mostAsReceived = std::numeric_limits<qsizetype>::max());
[[nodiscard]] QList<ClaimRow> explainHeader(const Jwt &jwt);
/// Claims as pretty JSON with inner tokens masked, for the raw view and for acx decode.
[[nodiscard]] JsonValue maskedClaims(const JsonValue &claims);

} // namespace acx
