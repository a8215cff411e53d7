// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/operations/openapi_source.h"

#include <QByteArray>

namespace acx {

/// What a schema is used for: a request leaves read-only members out, an answer write-only ones.
enum class SchemaUse { Request, Answer };

struct ExampleOptions
{
    SchemaUse use = SchemaUse::Request;
    bool optionalMembers = true; ///< false: only those that are required
    int maxDepth = 8;            ///< of containers within each other; deeper ones are left out or empty
    int maxMembers = 50;         ///< optional members of one object
    int maxValues = 2000;        ///< of the whole example
};

/// An example that fits the schema as far as it can be told: `example`, `examples`, `default`, `const` or the first of
/// an `enum` where written, else a value made from type, format and limits. allOf is merged, of oneOf and anyOf the
/// first is taken, references inside the document are followed, circles end. Pretty JSON without a line end at the end;
/// "null" where nothing can be told.
[[nodiscard]] QByteArray exampleFor(const OpenApiSource &source, const QByteArray &schema,
                                    const ExampleOptions &options = {});

} // namespace acx
