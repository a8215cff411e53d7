// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/result.h"
#include "app/deployments/token_kind.h"

#include <optional>

namespace acx {

class Context;
struct Place;
class TokenBroker;

/// --kind, if it is given.
[[nodiscard]] Result<std::optional<TokenKind>> readKindOption(Context &context);
/// To be called before a token is asked for: warns if that may spend the key. InvalidInput when the place has no token
/// service of that kind, or no client for a platform token; names the option that would bring it.
[[nodiscard]] Status useTokenService(Context &context, const Place &place, TokenKind kind);

/// After that warning: begins the exchange of a key that may be good for one only. Whoever asks for the token then
/// joins it.
void beginSpending(TokenBroker &broker, const Place &place, TokenKind kind);

} // namespace acx
