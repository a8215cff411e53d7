// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/tokens/token.h"

#include <algorithm>

namespace acx {

bool Token::isExpired(const QDateTime &now) const
{
    return expiresAt.isValid() && now >= expiresAt.addSecs(-earlyExpiry.count());
}

bool Token::needsRenewal(const QDateTime &now) const
{
    return renewAt.isValid() && now >= renewAt;
}

std::chrono::seconds Token::remaining(const QDateTime &now) const
{
    if (!expiresAt.isValid())
        return std::chrono::seconds::max();
    return std::chrono::seconds(std::max<qint64>(0, now.msecsTo(expiresAt) / 1000));
}

} // namespace acx
