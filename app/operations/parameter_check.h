// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/operations/openapi_source.h"
#include "app/operations/operation.h"

#include <optional>

namespace acx {

/// What is wrong with what was typed for a parameter, as one sentence; none = it fits. Several values are the items of
/// a list; a single one may also be several with commas between them. Checked: required, type, choices, format and
/// whatever limits the schema sets. Where the schema leaves the type open, the value fits if it does as text or as
/// JSON. `source` is the document of the operation; without one, references in the schema are not followed. Quick
/// enough for each keystroke.
[[nodiscard]] std::optional<QString> parameterProblem(const OperationParameter &parameter, const QStringList &values,
                                                      const OpenApiSource *source = nullptr);

} // namespace acx
