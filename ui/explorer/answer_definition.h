// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/json/json_index.h"
#include "app/response/response_body.h"

namespace acx {

/// True if a JSON text is an OpenAPI or Swagger document, or one of the first members of its root is one (API Connect
/// wraps drafts).
[[nodiscard]] bool holdsDefinition(const JsonIndex &index);
/// True if a text has a line of its first ones that begins with "openapi:" or "swagger:".
[[nodiscard]] bool looksLikeYamlDefinition(const ResponseBody &body);

} // namespace acx
