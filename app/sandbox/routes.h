// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/sandbox/router.h"
#include "app/sandbox/state.h"

namespace acx::sandbox {

/// Each adds the routes of one service. The state must outlive the router.
void addIamRoutes(Router &router, State &state);
void addApiKeyRoutes(Router &router, State &state);
void addLoginRoutes(Router &router, State &state);
void addPlatformTokenRoutes(Router &router, State &state);
void addV5Routes(Router &router, State &state);
void addV10Routes(Router &router, State &state);
/// Knobs, log and large answers: not part of any IBM service.
void addSandboxRoutes(Router &router, State &state);

/// The answer that refuses a request without the right kind of valid token; nothing if it may be carried out.
[[nodiscard]] std::optional<Response> refuseAccess(const Request &request, const State &state);
/// Who the bearer token of an accepted request speaks for.
[[nodiscard]] Owner ownerOf(const Request &request, const State &state);

} // namespace acx::sandbox
