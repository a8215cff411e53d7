// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/operations/openapi_source.h"
#include "app/operations/operation.h"

#include <optional>

namespace acx {

/// What is wrong with a value typed for a parameter, as one sentence; none = it fits. A list is typed with commas
/// between its items. Checked: required, type, choices, format and whatever limits the schema sets. `source` is the
/// document of the operation; without one, references in the schema are not followed. Quick enough for each keystroke.
[[nodiscard]] std::optional<QString> parameterProblem(const OperationParameter &parameter, const QString &value,
                                                      const OpenApiSource *source = nullptr);

} // namespace acx
