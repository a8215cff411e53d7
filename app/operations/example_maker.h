// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/operations/schema_example.h"
#include "app/operations/schema_set.h"

#include <optional>

namespace acx {

/// Walks along a schema and makes a value of it (see exampleFor()).
class ExampleMaker final
{
public:
    ExampleMaker(SchemaSet &schemas, const ExampleOptions &options)
        : m_schemas(schemas)
        , m_options(options)
    {}

    /// None where the schema leads into itself.
    [[nodiscard]] std::optional<JsonValue> make(const JsonValue &schema) { return make(schema, {}, 0); }

private:
    using Path = QStringList; ///< references followed from the root down to here

    /// A schema without $ref, allOf, anyOf and oneOf at its top.
    struct Merged
    {
        QList<JsonValue::Member> keywords;
        QList<JsonValue::Member> properties;
        QStringList required;
        QString kindName; ///< of a discriminator
        QString kind;
        Path path;
        bool isCircle = false;

        [[nodiscard]] JsonValue json() const { return JsonValue::object(keywords); }
    };

    [[nodiscard]] std::optional<JsonValue> make(const JsonValue &schema, const Path &path, int depth);
    void merge(Merged &merged, const JsonValue &schema, int depth);
    void mergeReference(Merged &merged, const JsonValue &schema, int depth);
    void mergeChoice(Merged &merged, const JsonValue &schema, const JsonValue &choices, int depth);
    [[nodiscard]] std::optional<JsonValue> written(const Merged &merged) const;
    [[nodiscard]] JsonValue object(const Merged &merged, int depth);
    void addMember(QList<JsonValue::Member> &members, const Merged &merged, const JsonValue::Member &property,
                   int depth);
    [[nodiscard]] JsonValue array(const Merged &merged, int depth);
    [[nodiscard]] bool isLeftOut(const JsonValue &property);

    SchemaSet &m_schemas;
    const ExampleOptions &m_options;
    int m_values = 0;
};

/// A text, number or boolean that the schema allows; null for a type that is none of these.
[[nodiscard]] JsonValue exampleScalar(const JsonValue &schema, const QString &type);

} // namespace acx
