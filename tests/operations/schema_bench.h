// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/operations/openapi_source.h"

namespace acx {

/// A document that holds nothing but these schemas (a JSON object of them by name).
[[nodiscard]] inline OpenApiSource documentOf(const QByteArray &schemas,
                                              OpenApiVersion version = OpenApiVersion::OpenApi31)
{
    const QByteArray head = version == OpenApiVersion::Swagger2 ? R"({"swagger":"2.0","definitions":)"
                                                                : R"({"openapi":"3.1.0","components":{"schemas":)";
    const QByteArray json =
        head + (schemas.isEmpty() ? "{}" : schemas) + (version == OpenApiVersion::Swagger2 ? "}" : "}}");
    OpenApiSource source(json, json.size());
    source.setVersion(version);
    return source;
}

} // namespace acx
