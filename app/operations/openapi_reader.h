// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/operations/operation_catalog.h"
#include "app/operations/reading_watch.h"

#include <QByteArray>

#include <functional>

namespace acx {

struct OpenApiLimits
{
    qsizetype maxBytes = 256LL * 1024 * 1024; ///< of the document
    int maxDepth = 1000;                      ///< of JSON; YAML has its own (YamlLimits)
    qsizetype maxNodes = 20'000'000;          ///< values of JSON; real documents have one in 20 bytes or more
    ReadingTime time;
    /// Asked now and then, in the reading thread; Cancelled when it says no.
    std::function<bool()> goOn;
};

/// Reads an OpenAPI 3.1 or 3.0 or a Swagger 2.0 document, JSON or YAML. Only what a list needs is read, the rest when
/// it is wanted; references are followed inside the document and never fetched. A broken operation is listed with its
/// problem. `fallbackTitle` names the catalog where the document has no title. Errors (InvalidInput, TooLarge) name
/// line and column, or the JSON Pointer. Needs no event loop: run it off the window's thread.
[[nodiscard]] Result<OperationCatalog> readOpenApi(const QByteArray &document, const QString &fallbackTitle = {},
                                                   const OpenApiLimits &limits = {});

} // namespace acx
