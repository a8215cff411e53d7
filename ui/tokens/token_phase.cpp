// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/tokens/token_phase.h"

#include <chrono>

namespace acx {

TokenPhase phaseOf(const TokenState &state, const QDateTime &now)
{
    constexpr std::chrono::seconds soon{60};
    if (state.token && !state.token->isExpired(now)) {
        const bool isSoon = state.token->expiresAt.isValid() && state.token->remaining(now) <= soon;
        return isSoon ? TokenPhase::ExpiresSoon : TokenPhase::Valid;
    }
    if (state.exchanging)
        return TokenPhase::Exchanging;
    if (state.lastError)
        return TokenPhase::Failed;
    return state.token ? TokenPhase::Expired : TokenPhase::None;
}

} // namespace acx
