// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/credentials/api_key_file.h"
#include "app/json/json_value.h"

namespace acx {

/// Any JSON document that is said to hold a key.
[[nodiscard]] Result<ApiKeyImport> readKeyJson(const JsonValue &document);

/// Client id and secret in any JSON document that has them.
[[nodiscard]] Result<ClientCredentials> readClientJson(const JsonValue &document);

/// Line, column and reason, as an Error.
[[nodiscard]] Error jsonError(const JsonProblem &problem, qint64 totalBytes);

} // namespace acx
