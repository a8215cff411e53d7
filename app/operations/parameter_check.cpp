// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/operations/parameter_check.h"

#include "app/json/json_scan.h"
#include "app/operations/schema_check.h"
#include "app/operations/schema_text.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace acx {
namespace {

/// What was typed as the JSON value it stands for; none if it stands for none of the type.
std::optional<JsonValue> typedValue(const QString &text, const QString &type)
{
    if (type == "integer"_L1 || type == "number"_L1) {
        const JsonValue number = JsonValue::number(text.toUtf8());
        return number.isNumber() ? std::optional(number) : std::nullopt;
    }
    if (type == "boolean"_L1)
        return text == "true"_L1 || text == "false"_L1 ? std::optional(JsonValue::boolean(text == "true"_L1))
                                                       : std::nullopt;
    if (type == "object"_L1) {
        const auto json = parseJson(text.toUtf8());
        return json && json->isObject() ? std::optional(*json) : std::nullopt;
    }
    return JsonValue::string(text);
}

QString typeSentence(const QString &type)
{
    if (type == "integer"_L1)
        return QCoreApplication::translate("acx", "Should be a whole number.");
    if (type == "number"_L1)
        return QCoreApplication::translate("acx", "Should be a number.");
    if (type == "boolean"_L1)
        return QCoreApplication::translate("acx", "Should be true or false.");
    return QCoreApplication::translate("acx", "Should be a JSON object.");
}

/// True if a text may stand for a value of more than one type.
bool isOpen(const JsonValue &schema)
{
    const QList<JsonValue> &types = schema[u"type"].items();
    const auto named =
        std::count_if(types.cbegin(), types.cend(), [](const JsonValue &type) { return type.toString() != "null"_L1; });
    if (named > 1)
        return true;
    constexpr std::array<QStringView, 5> telling{u"enum", u"const", u"anyOf", u"oneOf", u"allOf"};
    return schemaType(schema).isEmpty() &&
           std::any_of(telling.cbegin(), telling.cend(), [&schema](QStringView name) { return schema.contains(name); });
}

using Readings = QList<JsonValue>; ///< what was typed can stand for any of them

/// A list of texts as values, those of an open type as JSON where they are that, and then as texts.
Readings listReadings(const QStringList &texts, const QString &type, bool open)
{
    QList<JsonValue> typed;
    QList<JsonValue> plain;
    for (const QString &text : texts) {
        const std::optional<JsonValue> item =
            open ? parseJson(text.toUtf8()).value_or(JsonValue::string(text)) : typedValue(text, type);
        if (!item)
            return {};
        typed.append(*item);
        plain.append(JsonValue::string(text));
    }
    return open ? Readings{JsonValue::array(typed), JsonValue::array(plain)} : Readings{JsonValue::array(typed)};
}

Readings singleReadings(const QString &text, const QString &type, bool open)
{
    Readings readings;
    if (!open) {
        if (const std::optional<JsonValue> value = typedValue(text, type))
            readings.append(*value);
        return readings;
    }
    if (const auto json = parseJson(text.toUtf8()))
        readings.append(*json);
    readings.append(JsonValue::string(text));
    return readings;
}

/// A list is checked as a list, so that its own limits and those of its items both count.
Readings readingsOf(const OperationParameter &parameter, const QStringList &values, const JsonValue &schema,
                    const OpenApiSource *source, QString &type)
{
    const QString whole = values.join(u',');
    if (parameter.type != "array"_L1)
        return singleReadings(whole, parameter.type, isOpen(schema));
    JsonValue items = schema[u"items"];
    if (source)
        items = source->resolved(items).value_or(JsonValue());
    items = seenThrough(source, items);
    type = schemaType(items);
    Readings readings;
    if (values.size() == 1 && whole.contains(u','))
        readings = listReadings(whole.split(u','), type, isOpen(items));
    readings += listReadings(values, type, isOpen(items));
    if (isOpen(schema))
        readings += singleReadings(whole, {}, true);
    return readings;
}

} // namespace

std::optional<QString> parameterProblem(const OperationParameter &parameter, const QStringList &values,
                                        const OpenApiSource *source)
{
    const QString whole = values.join(u',');
    if (whole.isEmpty())
        return parameter.required ? std::optional(QCoreApplication::translate("acx", "This has to be filled in."))
                                  : std::nullopt;
    if (parameter.place == ParameterPlace::Path && (whole == "."_L1 || whole == ".."_L1))
        return QCoreApplication::translate("acx", "“%1” cannot stand in a path.").arg(whole);
    const auto parsed = parseJson(parameter.schema);
    const JsonValue schema = parsed ? *parsed : JsonValue();
    QString type = parameter.type;
    const Readings readings = readingsOf(parameter, values, seenThrough(source, schema), source, type);
    if (readings.isEmpty())
        return typeSentence(type);
    if (!schema.isObject())
        return std::nullopt;
    static const OpenApiSource nothing("{}", 2);
    CheckOptions options;
    options.maxFindings = 1;
    options.maxSteps = 10'000;
    std::optional<QString> problem;
    for (const JsonValue &reading : readings) {
        const SchemaReport report =
            checkAgainst(source ? *source : nothing, parameter.schema, reading.toJson(), options);
        if (report.fits())
            return std::nullopt;
        if (!problem)
            problem = report.findings.constFirst().sentence;
    }
    return problem;
}

} // namespace acx
