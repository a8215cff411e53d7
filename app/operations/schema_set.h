// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/operations/openapi_source.h"

#include <QHash>
#include <QStringList>

#include <memory>
#include <unordered_map>

namespace acx {

/// The schemas of one document as far as somebody asked for them, each read once. Their addresses stay the same. Used
/// by one thread.
class SchemaSet final
{
public:
    explicit SchemaSet(const OpenApiSource &source)
        : m_source(source)
    {}

    /// What a reference points to, which may be a reference again; none if it leads nowhere or out of the document (see
    /// problems()).
    [[nodiscard]] const JsonValue *target(const QString &reference);
    /// Where the references of a schema end; none if that is nowhere.
    [[nodiscard]] const JsonValue *end(const JsonValue *schema);
    /// True where what stands beside a `$ref` counts too: OpenAPI 3.1.
    [[nodiscard]] bool hasSiblings() const { return m_source.version() == OpenApiVersion::OpenApi31; }
    /// One sentence for each reference that could not be followed.
    [[nodiscard]] const QStringList &problems() const { return m_problems; }

private:
    const OpenApiSource &m_source;
    std::unordered_map<QString, std::unique_ptr<JsonValue>> m_targets; ///< null = leads nowhere
    QStringList m_problems;
};

/// True for what says nothing but where the schema is.
[[nodiscard]] bool isReference(const JsonValue &schema);

} // namespace acx
