// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/operations/schema_example.h"

#include "app/operations/example_maker.h"

namespace acx {

QByteArray exampleFor(const OpenApiSource &source, const QByteArray &schema, const ExampleOptions &options)
{
    const auto json = parseJson(schema);
    if (!json || !json->isObject() || json->members().isEmpty())
        return "null";
    SchemaSet schemas(source);
    return ExampleMaker(schemas, options).make(*json).value_or(JsonValue()).toPrettyJson();
}

} // namespace acx
