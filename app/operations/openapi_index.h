// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/operations/operation_catalog.h"

#include <functional>

namespace acx {

/// Lists the operations of a document without reading more of each than a list shows. `notices` come first in the
/// catalog's, which are at most 1,000 and then say that there are more. Ends early, with what it has, when `goOn` says
/// no.
[[nodiscard]] OperationCatalog indexOpenApi(const std::shared_ptr<const OpenApiSource> &source,
                                            const QString &fallbackTitle, const QStringList &notices,
                                            const std::function<bool()> &goOn = {});

} // namespace acx
