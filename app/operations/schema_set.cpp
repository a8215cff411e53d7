// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/operations/schema_set.h"

namespace acx {

const JsonValue *SchemaSet::target(const QString &reference)
{
    const auto known = m_targets.find(reference);
    if (known != m_targets.end())
        return known->second.get();
    const Result<JsonValue> found = m_source.referenced(reference);
    if (!found)
        m_problems.append(found.error().sentence);
    auto value = found ? std::make_unique<JsonValue>(*found) : nullptr;
    return m_targets.emplace(reference, std::move(value)).first->second.get();
}

const JsonValue *SchemaSet::end(const JsonValue *schema)
{
    constexpr int mostSteps = 64; // so that a circle ends
    for (int i = 0; i < mostSteps && schema && isReference(*schema); ++i)
        schema = target((*schema)[u"$ref"].toString());
    return schema && !isReference(*schema) ? schema : nullptr;
}

bool isReference(const JsonValue &schema)
{
    return schema.isObject() && schema[u"$ref"].isString();
}

} // namespace acx
