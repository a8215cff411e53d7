// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/operations/openapi_source.h"

namespace acx {

// What the readers of parameters and bodies have in common.

/// A value as a person would type it: a text without quotes, anything composed as JSON; empty for null.
[[nodiscard]] QString plainText(const JsonValue &value);
/// The first type of a schema that is not "null"; "object" or "array" where only the rest of the schema tells.
[[nodiscard]] QString schemaType(const JsonValue &schema);
/// Itself, or what it comes down to: the only one of its `allOf`, or the only one of its `anyOf` or `oneOf` that is not
/// null. References are followed in `source`, if there is one.
[[nodiscard]] JsonValue seenThrough(const OpenApiSource *source, const JsonValue &schema);
struct WrittenExample
{
    QString name;    ///< empty unless the document names it
    QString summary; ///< likewise
    JsonValue value; ///< null does not count as one
};
/// `example`, those of `examples` that are written in the document, or else the schema's; the first 50.
[[nodiscard]] QList<WrittenExample> examplesOf(const OpenApiSource &source, const JsonValue &holder,
                                               const JsonValue &schema);
/// Swagger 2.0: `consumes` or `produces` of the operation, or else of the document.
[[nodiscard]] JsonValue listOf(const OpenApiSource &source, const JsonValue &operation, QStringView name);

} // namespace acx
