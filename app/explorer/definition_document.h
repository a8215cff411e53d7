// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/operations/definition_facts.h"
#include "app/operations/operation_catalog.h"

#include <functional>

namespace acx {

/// A document that was read.
struct DefinitionReading
{
    QByteArray document; ///< as it came
    OperationCatalog catalog;
    DefinitionFacts facts;
    QStringList foreign; ///< see foreignDocuments()
};

/// Reads a document. Errors as readOpenApi(); Cancelled when `goOn` says no. References are relative to `documentUrl`,
/// and so is the base URL, unless the document `isAnswer` of API Connect: then the API is called at a gateway
/// elsewhere. For a thread of its own.
[[nodiscard]] Result<DefinitionReading> readDefinition(const QByteArray &document, const QUrl &documentUrl,
                                                       const QString &fallbackTitle, bool isAnswer,
                                                       const std::function<bool()> &goOn = {});

/// The definition in an answer: the answer itself, or the first object within it, at most three floors down, that has
/// a member “openapi” or “swagger” (V10: {"api": …}, {"draft_api": …}). InvalidInput if there is none.
[[nodiscard]] Result<QByteArray> definitionWithin(QByteArrayView answer);

} // namespace acx
