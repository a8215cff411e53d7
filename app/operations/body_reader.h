// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/operations/openapi_source.h"
#include "app/operations/operation.h"

namespace acx {

/// The `requestBody` of an operation of OpenAPI 3; none if it takes no body.
[[nodiscard]] std::optional<OperationBody> readOpenApiBody(const OpenApiSource &source, const JsonValue &operation);

/// The body that parameters `in: body` or `in: formData` of Swagger 2.0 make; none if there are none.
[[nodiscard]] std::optional<OperationBody> readSwaggerBody(const OpenApiSource &source, const JsonValue &operation,
                                                           const QList<JsonValue> &parameters);

} // namespace acx
