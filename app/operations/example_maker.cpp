// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/operations/example_maker.h"

#include "app/operations/schema_text.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace acx {
namespace {

constexpr int deepestMerge = 64;

bool isNull(const JsonValue &schema)
{
    return schema[u"type"].toString() == "null"_L1;
}

/// The type, also where only the keywords tell it.
QString typeOf(const JsonValue &schema, bool hasProperties)
{
    QString type = schemaType(schema);
    if (!type.isEmpty())
        return type;
    if (hasProperties || schema.contains(u"additionalProperties"))
        return u"object"_s;
    for (const QStringView keyword : {u"minimum", u"maximum", u"multipleOf"}) {
        if (schema.contains(keyword))
            return u"number"_s;
    }
    return schema.contains(u"prefixItems") ? u"array"_s : QString();
}

void addOnce(QStringList &names, const JsonValue &list)
{
    for (const JsonValue &name : list.items()) {
        if (name.isString() && !names.contains(name.toString()))
            names.append(name.toString());
    }
}

bool has(const QList<JsonValue::Member> &members, const QString &name)
{
    return std::any_of(members.cbegin(), members.cend(),
                       [&name](const JsonValue::Member &member) { return member.name == name; });
}

/// The name by which a discriminator knows a schema.
QString kindOf(const JsonValue &discriminator, const QString &reference)
{
    for (const JsonValue::Member &member : discriminator[u"mapping"].members()) {
        if (member.value.toString() == reference || reference.endsWith(u'/' + member.value.toString()))
            return member.name;
    }
    return reference.section(u'/', -1);
}

} // namespace

void ExampleMaker::mergeReference(Merged &merged, const JsonValue &schema, int depth)
{
    const QString reference = schema[u"$ref"].toString();
    const JsonValue *target = m_schemas.target(reference);
    if (merged.path.contains(reference)) {
        merged.isCircle = true;
        return;
    }
    merged.path.append(reference);
    if (target)
        merge(merged, *target, depth + 1);
}

void ExampleMaker::mergeChoice(Merged &merged, const JsonValue &schema, const JsonValue &choices, int depth)
{
    const QList<JsonValue> &all = choices.items();
    const auto chosen = std::find_if(all.cbegin(), all.cend(), [](const JsonValue &choice) { return !isNull(choice); });
    if (chosen == all.cend())
        return;
    const QString kindName = schema[u"discriminator"][u"propertyName"].toString();
    if (!kindName.isEmpty() && isReference(*chosen)) {
        merged.kindName = kindName;
        merged.kind = kindOf(schema[u"discriminator"], (*chosen)[u"$ref"].toString());
    }
    merge(merged, *chosen, depth + 1);
}

void ExampleMaker::merge(Merged &merged, const JsonValue &schema, int depth)
{
    if (depth > deepestMerge || !schema.isObject())
        return;
    if (isReference(schema) && !m_schemas.hasSiblings())
        return mergeReference(merged, schema, depth);
    for (const JsonValue::Member &keyword : schema.members()) {
        if (keyword.name == "properties"_L1) {
            for (const JsonValue::Member &property : keyword.value.members()) {
                if (!has(merged.properties, property.name))
                    merged.properties.append(property);
            }
        } else if (keyword.name == "required"_L1) {
            addOnce(merged.required, keyword.value);
        } else if (keyword.name == "allOf"_L1) {
            for (const JsonValue &part : keyword.value.items())
                merge(merged, part, depth + 1);
        } else if (keyword.name == "oneOf"_L1 || keyword.name == "anyOf"_L1) {
            mergeChoice(merged, schema, keyword.value, depth);
        } else if (keyword.name != "$ref"_L1 && !has(merged.keywords, keyword.name)) {
            merged.keywords.append(keyword);
        }
    }
    // What stands beside a reference comes before what it leads to.
    if (isReference(schema))
        mergeReference(merged, schema, depth);
}

std::optional<JsonValue> ExampleMaker::written(const Merged &merged) const
{
    const JsonValue schema = merged.json();
    for (const QStringView keyword : {u"example", u"x-example"}) {
        if (schema.contains(keyword))
            return schema[keyword];
    }
    if (!schema[u"examples"].items().isEmpty())
        return schema[u"examples"].items().constFirst();
    for (const QStringView keyword : {u"default", u"const"}) {
        if (schema.contains(keyword))
            return schema[keyword];
    }
    if (!schema[u"enum"].items().isEmpty())
        return schema[u"enum"].items().constFirst();
    return std::nullopt;
}

std::optional<JsonValue> ExampleMaker::make(const JsonValue &schema, const Path &path, int depth)
{
    Merged merged;
    merged.path = path;
    merge(merged, schema, 0);
    if (merged.isCircle)
        return std::nullopt;
    ++m_values;
    if (std::optional<JsonValue> value = written(merged))
        return value;
    const QString type = typeOf(merged.json(), !merged.properties.isEmpty());
    if (type == "object"_L1)
        return object(merged, depth);
    if (type == "array"_L1)
        return array(merged, depth);
    return exampleScalar(merged.json(), type);
}

bool ExampleMaker::isLeftOut(const JsonValue &property)
{
    const JsonValue *schema = m_schemas.end(&property);
    if (!schema)
        return false;
    return (*schema)[m_options.use == SchemaUse::Request ? u"readOnly" : u"writeOnly"].toBool();
}

void ExampleMaker::addMember(QList<JsonValue::Member> &members, const Merged &merged, const JsonValue::Member &property,
                             int depth)
{
    if (has(members, property.name) || isLeftOut(property.value) || m_values >= m_options.maxValues)
        return;
    if (property.name == merged.kindName) {
        members.append({property.name, JsonValue::string(merged.kind)});
        return;
    }
    if (const std::optional<JsonValue> value = make(property.value, merged.path, depth + 1))
        members.append({property.name, *value});
}

JsonValue ExampleMaker::object(const Merged &merged, int depth)
{
    QList<JsonValue::Member> members;
    if (depth >= m_options.maxDepth)
        return JsonValue::object(members);
    const auto isRequired = [&merged](const JsonValue::Member &property) {
        return merged.required.contains(property.name) || property.name == merged.kindName;
    };
    for (const JsonValue::Member &property : merged.properties) {
        if (isRequired(property))
            addMember(members, merged, property, depth);
    }
    for (const QString &name : merged.required) {
        if (!has(merged.properties, name))
            addMember(members, merged, {name, JsonValue()}, depth);
    }
    if (!m_options.optionalMembers)
        return JsonValue::object(members);
    int optional = 0;
    for (const JsonValue::Member &property : merged.properties) {
        if (!isRequired(property) && !property.value[u"deprecated"].toBool() && optional++ < m_options.maxMembers)
            addMember(members, merged, property, depth);
    }
    const JsonValue others = merged.json()[u"additionalProperties"];
    if (members.isEmpty() && others.isObject() && !others.members().isEmpty())
        addMember(members, merged, {u"key"_s, others}, depth);
    return JsonValue::object(members);
}

JsonValue ExampleMaker::array(const Merged &merged, int depth)
{
    QList<JsonValue> items;
    if (depth >= m_options.maxDepth)
        return JsonValue::array(items);
    const JsonValue schema = merged.json();
    // Swagger and 3.0 have no prefixItems; drafts before 2020-12 wrote them as a list in items.
    const JsonValue &first = schema[u"items"].isArray() ? schema[u"items"] : schema[u"prefixItems"];
    for (const JsonValue &item : first.items())
        items.append(make(item, merged.path, depth + 1).value_or(JsonValue()));
    constexpr qint64 mostItems = 10;
    const qint64 least = std::clamp<qint64>(schema[u"minItems"].toInteger().value_or(1), 1, mostItems);
    const qint64 most = schema[u"maxItems"].toInteger().value_or(mostItems);
    while (items.size() < std::min(least, most) && m_values < m_options.maxValues) {
        const std::optional<JsonValue> item = make(schema[u"items"], merged.path, depth + 1);
        if (!item)
            break;
        items.append(*item);
    }
    return JsonValue::array(items);
}

} // namespace acx
