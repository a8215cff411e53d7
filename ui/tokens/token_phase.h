// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/tokens/token_broker.h"

namespace acx {

/// What a person is told of a token that may have been asked for.
enum class TokenPhase { None, Exchanging, Valid, ExpiresSoon, Expired, Failed };
/// ExpiresSoon: in a minute.
[[nodiscard]] TokenPhase phaseOf(const TokenState &state, const QDateTime &now);

} // namespace acx
