// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/operations/parameter_check.h"

#include "app/json/json_scan.h"
#include "app/operations/schema_check.h"

#include <QCoreApplication>

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

QString itemType(const JsonValue &schema, const OpenApiSource *source)
{
    JsonValue items = schema[u"items"];
    if (source)
        items = source->resolved(items).value_or(JsonValue());
    return items[u"type"].toString();
}

/// A list is checked as a list, so that its own limits and those of its items both count.
std::optional<JsonValue> valueOf(const OperationParameter &parameter, const QString &text, const JsonValue &schema,
                                 const OpenApiSource *source, QString &type)
{
    if (parameter.type != "array"_L1)
        return typedValue(text, parameter.type);
    type = itemType(schema, source);
    QList<JsonValue> items;
    const QStringList pieces = text.split(u',');
    for (const QString &piece : pieces) {
        const std::optional<JsonValue> item = typedValue(piece, type);
        if (!item)
            return std::nullopt;
        items.append(*item);
    }
    return JsonValue::array(items);
}

} // namespace

std::optional<QString> parameterProblem(const OperationParameter &parameter, const QString &value,
                                        const OpenApiSource *source)
{
    if (value.isEmpty())
        return parameter.required ? std::optional(QCoreApplication::translate("acx", "This has to be filled in."))
                                  : std::nullopt;
    if (parameter.place == ParameterPlace::Path && (value == "."_L1 || value == ".."_L1))
        return QCoreApplication::translate("acx", "“%1” cannot stand in a path.").arg(value);
    const auto parsed = parseJson(parameter.schema);
    const JsonValue schema = parsed ? *parsed : JsonValue();
    QString type = parameter.type;
    const std::optional<JsonValue> json = valueOf(parameter, value, schema, source, type);
    if (!json)
        return typeSentence(type);
    if (!schema.isObject())
        return std::nullopt;
    static const OpenApiSource nothing("{}", 2);
    CheckOptions options;
    options.maxFindings = 1;
    options.maxSteps = 10'000;
    const SchemaReport report = checkAgainst(source ? *source : nothing, parameter.schema, json->toJson(), options);
    return report.fits() ? std::nullopt : std::optional(report.findings.constFirst().sentence);
}

} // namespace acx
