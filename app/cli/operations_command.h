// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/operations/operation_catalog.h"

#include <QFuture>

namespace acx {

class Context;

/// The catalog that the options name: the document of --openapi; or the operations of the deployment of --deployment,
/// --sandbox or --profile; or, without any, of all deployments. A document is fetched without any token.
[[nodiscard]] QFuture<Result<OperationCatalog>> openCatalog(Context &context);

} // namespace acx
