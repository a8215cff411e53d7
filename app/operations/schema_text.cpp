// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/operations/schema_text.h"

using namespace Qt::StringLiterals;

namespace acx {

namespace {

bool takesOnlyNull(const JsonValue &schema)
{
    const QList<JsonValue> &choices = schema[u"enum"].items();
    return schema[u"type"].toString() == "null"_L1 ||
           (choices.size() == 1 && choices.constFirst().type() == JsonValue::Type::Null);
}

/// What stands for the whole of a schema that says nothing of its own; null if there is no such.
JsonValue onlyPart(const OpenApiSource *source, const JsonValue &schema)
{
    const auto followed = [source](const JsonValue &part) {
        return source ? source->resolved(part).value_or(JsonValue()) : part;
    };
    for (const QStringView name : {u"allOf", u"anyOf", u"oneOf"}) {
        QList<JsonValue> parts;
        for (const JsonValue &part : schema[name].items()) {
            JsonValue whole = followed(part);
            if (!takesOnlyNull(whole))
                parts.append(std::move(whole));
        }
        if (!parts.isEmpty())
            return parts.size() == 1 ? parts.constFirst() : JsonValue();
    }
    return {};
}

} // namespace

QString plainText(const JsonValue &value)
{
    switch (value.type()) {
    case JsonValue::Type::Null:
        return {};
    case JsonValue::Type::String:
        return value.toString();
    case JsonValue::Type::Number:
        return QString::fromLatin1(value.numberText());
    case JsonValue::Type::Boolean:
    case JsonValue::Type::Array:
    case JsonValue::Type::Object:
        break;
    }
    return QString::fromUtf8(value.toJson());
}

QString schemaType(const JsonValue &schema)
{
    const JsonValue &type = schema[u"type"];
    if (type.isString())
        return type.toString();
    for (const JsonValue &item : type.items()) {
        if (item.isString() && item.toString() != "null"_L1)
            return item.toString();
    }
    if (schema.contains(u"properties"))
        return u"object"_s;
    return schema.contains(u"items") ? u"array"_s : QString();
}

JsonValue seenThrough(const OpenApiSource *source, const JsonValue &schema)
{
    constexpr int deepest = 16;
    JsonValue seen = schema;
    for (int depth = 0; depth < deepest && schemaType(seen).isEmpty() && !seen.contains(u"enum"); ++depth) {
        const JsonValue part = onlyPart(source, seen);
        if (!part.isObject())
            break;
        seen = part;
    }
    return seen;
}

QList<WrittenExample> examplesOf(const OpenApiSource &source, const JsonValue &holder, const JsonValue &schema)
{
    constexpr qsizetype most = 50;
    QList<WrittenExample> examples;
    const auto add = [&examples](const JsonValue &value, const QString &name = {}, const QString &summary = {}) {
        if (value.type() != JsonValue::Type::Null && examples.size() < most)
            examples.append({name, summary, value});
    };
    if (holder.contains(u"example")) {
        add(holder[u"example"]);
        return examples;
    }
    for (const JsonValue::Member &named : holder[u"examples"].members().mid(0, most)) {
        const JsonValue example = source.resolved(named.value).value_or(JsonValue());
        add(example[u"value"], named.name, example[u"summary"].toString().trimmed());
    }
    if (!examples.isEmpty())
        return examples;
    if (schema.contains(u"example")) {
        add(schema[u"example"]);
        return examples;
    }
    for (const JsonValue &value : schema[u"examples"].items().mid(0, most))
        add(value);
    return examples;
}

JsonValue listOf(const OpenApiSource &source, const JsonValue &operation, QStringView name)
{
    if (source.version() != OpenApiVersion::Swagger2)
        return {};
    if (operation.contains(name))
        return operation[name];
    return source.resolve(u"#/"_s + name.toString()).value_or(JsonValue());
}

} // namespace acx
