// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/operations/schema_text.h"

using namespace Qt::StringLiterals;

namespace acx {

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

JsonValue firstExample(const OpenApiSource &source, const JsonValue &holder, const JsonValue &schema)
{
    if (holder.contains(u"example"))
        return holder[u"example"];
    const QList<JsonValue::Member> &named = holder[u"examples"].members();
    if (!named.isEmpty()) {
        const JsonValue example = source.resolved(named.constFirst().value).value_or(JsonValue());
        if (example.contains(u"value"))
            return example[u"value"];
    }
    if (schema.contains(u"example"))
        return schema[u"example"];
    const QList<JsonValue> &items = schema[u"examples"].items();
    return items.isEmpty() ? JsonValue() : items.constFirst();
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
