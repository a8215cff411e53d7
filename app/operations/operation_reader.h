// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/operations/operation_catalog.h"

namespace acx {

/// Reads everything about an operation from its document.
[[nodiscard]] Result<Operation> readOperation(const OperationEntry &entry);

/// The risk that a method has by itself.
[[nodiscard]] OperationRisk riskOfMethod(const QByteArray &method);

} // namespace acx
