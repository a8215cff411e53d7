// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/explorer/definition_library.h"
#include "app/explorer/request_draft.h"

namespace acx {

/// A draft of one of the definition's operations, made ready: its path is appended to the definition's base URL, client
/// id and secret go along to that origin only, and a header that the person wrote takes the place of either. The
/// profile's token goes along only when the person chose its kind and the base belongs to the profile. InvalidInput
/// when the definition has no base URL, and as prepare() says.
[[nodiscard]] Result<PreparedRequest> prepareForDefinition(const RequestDraft &draft, const Definition &definition,
                                                           const DefinitionHeaders &headers,
                                                           const Deployment &deployment, const Endpoints &endpoints,
                                                           bool hasClient, Access access = Access::Full);

} // namespace acx
