// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/operations/schema_keywords.h"

#include "app/operations/canonical_json.h"
#include "app/operations/schema_pattern.h"
#include "app/operations/schema_text.h"

using namespace Qt::StringLiterals;

namespace acx {
namespace {

using Schema = SchemaKeywords::Schema;

Schema schemaAt(const JsonValue &holder, QStringView name)
{
    const JsonValue &value = holder[name];
    return value.isObject() || value.type() == JsonValue::Type::Boolean ? &value : nullptr;
}

QList<Schema> schemasAt(const JsonValue &list)
{
    QList<Schema> schemas;
    for (const JsonValue &item : list.items())
        schemas.append(&item);
    return schemas;
}

QStringList namesIn(const JsonValue &list)
{
    QStringList names;
    for (const JsonValue &item : list.items()) {
        if (item.isString())
            names.append(item.toString());
    }
    return names;
}

unsigned bitOf(const QString &type)
{
    static const QHash<QString, unsigned> bits{
        {u"null"_s, SchemaKeywords::Null},       {u"boolean"_s, SchemaKeywords::Boolean},
        {u"integer"_s, SchemaKeywords::Integer}, {u"number"_s, SchemaKeywords::Number | SchemaKeywords::Integer},
        {u"string"_s, SchemaKeywords::String},   {u"array"_s, SchemaKeywords::Array},
        {u"object"_s, SchemaKeywords::Object},
    };
    return bits.value(type);
}

void readTypes(SchemaKeywords &keywords, const JsonValue &schema)
{
    const JsonValue &type = schema[u"type"];
    keywords.typeNames = type.isString() ? QStringList{type.toString()} : namesIn(type);
    for (const QString &name : std::as_const(keywords.typeNames))
        keywords.types |= bitOf(name);
    keywords.nullable = schema[u"nullable"].toBool() || schema[u"x-nullable"].toBool();
    keywords.readOnly = schema[u"readOnly"].toBool();
    keywords.writeOnly = schema[u"writeOnly"].toBool();
}

void readChoices(SchemaKeywords &keywords, const JsonValue &schema)
{
    const auto addTo = [&keywords](QSet<QByteArray> &choices, const JsonValue &choice) {
        choices.insert(canonicalJson(choice));
        keywords.choiceTexts.append(choice.type() == JsonValue::Type::Null ? u"null"_s : plainText(choice));
    };
    if (schema[u"enum"].isArray()) {
        keywords.choices.emplace();
        for (const JsonValue &choice : schema[u"enum"].items())
            addTo(*keywords.choices, choice);
    }
    if (!schema.contains(u"const"))
        return;
    QSet<QByteArray> only;
    keywords.choiceTexts.clear();
    addTo(only, schema[u"const"]);
    keywords.choices = keywords.choices ? only & *keywords.choices : only;
}

/// 3.1 writes an exclusive limit as a number of its own, 3.0 and Swagger 2.0 as a flag beside the limit.
QList<NumberLimit> limitsOf(const JsonValue &schema, QStringView plain, QStringView exclusive)
{
    QList<NumberLimit> limits;
    if (schema[plain].isNumber())
        limits.append({schema[plain].numberText(), schema[exclusive].toBool()});
    if (schema[exclusive].isNumber())
        limits.append({schema[exclusive].numberText(), true});
    return limits;
}

CountLimit countOf(const JsonValue &schema, QStringView least, QStringView most)
{
    return {schema[least].toInteger(), schema[most].toInteger()};
}

void readScalars(SchemaKeywords &keywords, const JsonValue &schema)
{
    keywords.minimums = limitsOf(schema, u"minimum", u"exclusiveMinimum");
    keywords.maximums = limitsOf(schema, u"maximum", u"exclusiveMaximum");
    keywords.multipleOf = schema[u"multipleOf"].numberText();
    keywords.length = countOf(schema, u"minLength", u"maxLength");
    keywords.format = schema[u"format"].toString();
    if (schema[u"pattern"].isString()) {
        keywords.patternText = schema[u"pattern"].toString();
        keywords.pattern = readSchemaPattern(keywords.patternText);
    }
}

void readArrays(SchemaKeywords &keywords, const JsonValue &schema)
{
    keywords.itemCount = countOf(schema, u"minItems", u"maxItems");
    keywords.containsCount = countOf(schema, u"minContains", u"maxContains");
    keywords.contains = schemaAt(schema, u"contains");
    keywords.uniqueItems = schema[u"uniqueItems"].toBool();
    // Before 2020-12 a list in items was what prefixItems is now, and additionalItems what items is.
    const bool isOld = schema[u"items"].isArray();
    keywords.prefixItems = schemasAt(isOld ? schema[u"items"] : schema[u"prefixItems"]);
    keywords.items = schemaAt(schema, isOld ? u"additionalItems" : u"items");
}

void readObjects(SchemaKeywords &keywords, const JsonValue &schema)
{
    keywords.memberCount = countOf(schema, u"minProperties", u"maxProperties");
    keywords.required = namesIn(schema[u"required"]);
    for (const JsonValue::Member &property : schema[u"properties"].members())
        keywords.properties.insert(property.name, &property.value);
    for (const JsonValue::Member &property : schema[u"patternProperties"].members())
        keywords.patternProperties.append({readSchemaPattern(property.name), &property.value});
    keywords.additionalProperties = schemaAt(schema, u"additionalProperties");
    keywords.propertyNames = schemaAt(schema, u"propertyNames");
    for (const JsonValue::Member &member : schema[u"dependentRequired"].members())
        keywords.dependentRequired.insert(member.name, namesIn(member.value));
    for (const JsonValue::Member &member : schema[u"dependentSchemas"].members())
        keywords.dependentSchemas.insert(member.name, &member.value);
}

void readCombinations(SchemaKeywords &keywords, const JsonValue &schema)
{
    keywords.allOf = schemasAt(schema[u"allOf"]);
    keywords.anyOf = schemasAt(schema[u"anyOf"]);
    keywords.oneOf = schemasAt(schema[u"oneOf"]);
    keywords.notSchema = schemaAt(schema, u"not");
    keywords.ifSchema = schemaAt(schema, u"if");
    keywords.thenSchema = schemaAt(schema, u"then");
    keywords.elseSchema = schemaAt(schema, u"else");
    keywords.kindName = schema[u"discriminator"][u"propertyName"].toString();
    for (const JsonValue::Member &member : schema[u"discriminator"][u"mapping"].members())
        keywords.kinds.insert(member.name, member.value.toString());
}

} // namespace

SchemaKeywords readSchemaKeywords(const JsonValue &schema, bool hasSiblings)
{
    SchemaKeywords keywords;
    keywords.allowsNothing = schema.type() == JsonValue::Type::Boolean && !schema.toBool();
    if (!schema.isObject())
        return keywords;
    keywords.reference = schema[u"$ref"].toString();
    keywords.referenceOnly = !keywords.reference.isEmpty() && (!hasSiblings || schema.members().size() == 1);
    readTypes(keywords, schema);
    readChoices(keywords, schema);
    readScalars(keywords, schema);
    readArrays(keywords, schema);
    readObjects(keywords, schema);
    readCombinations(keywords, schema);
    return keywords;
}

} // namespace acx
