// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/result.h"
#include "app/deployments/token_kind.h"

#include <optional>

namespace acx {

class Context;
struct Place;

/// --kind, if it is given.
[[nodiscard]] Result<std::optional<TokenKind>> readKindOption(Context &context);
/// InvalidInput when the place has no token service of that kind, or no client for a platform token; names the option
/// that would bring it.
[[nodiscard]] Status checkTokenService(const Place &place, TokenKind kind);

} // namespace acx
