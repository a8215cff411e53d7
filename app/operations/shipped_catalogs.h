// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/deployments/deployment.h"
#include "app/operations/operation_catalog.h"

namespace acx {

/// The catalogs that come with the program.
enum class ShippedCatalog { V5, V10 };

/// Which of them a deployment answers: V5 its own, Reserved and SaaS the platform API; sandbox and custom both.
[[nodiscard]] QList<ShippedCatalog> shippedCatalogsFor(DeploymentKind kind);

/// Reads one of them from the program's resources.
[[nodiscard]] Result<OperationCatalog> loadShippedCatalog(ShippedCatalog catalog);
/// All operations of a deployment as one catalog.
[[nodiscard]] Result<OperationCatalog> loadCatalogFor(DeploymentKind kind);

} // namespace acx
