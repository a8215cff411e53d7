// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/operations/operation_reader.h"

#include "app/operations/body_reader.h"
#include "app/operations/schema_text.h"

#include <QCoreApplication>

#include <algorithm>
#include <optional>

using namespace Qt::StringLiterals;

namespace acx {

namespace {

std::optional<ParameterPlace> placeFromText(const QString &text)
{
    for (const ParameterPlace place :
         {ParameterPlace::Path, ParameterPlace::Query, ParameterPlace::Header, ParameterPlace::Cookie}) {
        if (text == toText(place))
            return place;
    }
    return std::nullopt;
}

/// The schema of a parameter: its own, that of its first media type, or, in Swagger 2.0, the parameter itself.
JsonValue schemaOf(const OpenApiSource &source, const JsonValue &parameter)
{
    if (source.version() == OpenApiVersion::Swagger2)
        return parameter;
    if (parameter[u"schema"].isObject())
        return source.resolved(parameter[u"schema"]).value_or(JsonValue());
    const QList<JsonValue::Member> &content = parameter[u"content"].members();
    return content.isEmpty() ? JsonValue()
                             : source.resolved(content.constFirst().value[u"schema"]).value_or(JsonValue());
}

bool isExploded(const OpenApiSource &source, const JsonValue &parameter, ParameterPlace place)
{
    if (source.version() == OpenApiVersion::Swagger2)
        return parameter[u"collectionFormat"].toString() == "multi"_L1;
    if (parameter.contains(u"explode"))
        return parameter[u"explode"].toBool();
    const QString style = parameter[u"style"].toString();
    if (!style.isEmpty())
        return style == "form"_L1;
    return place == ParameterPlace::Query || place == ParameterPlace::Cookie;
}

std::optional<OperationParameter> readParameter(const OpenApiSource &source, const JsonValue &json)
{
    const std::optional<ParameterPlace> place = placeFromText(json[u"in"].toString());
    if (!place || json[u"name"].toString().isEmpty())
        return std::nullopt;
    const JsonValue schema = schemaOf(source, json);
    OperationParameter parameter;
    parameter.name = json[u"name"].toString();
    parameter.place = *place;
    parameter.required = *place == ParameterPlace::Path || json[u"required"].toBool();
    const JsonValue plain = seenThrough(&source, schema);
    parameter.type = schemaType(plain);
    parameter.schema = schema.isObject() ? schema.toJson() : QByteArray();
    parameter.format = plain[u"format"].toString();
    const JsonValue &choices = plain.contains(u"enum") ? plain[u"enum"] : plain[u"items"][u"enum"];
    for (const JsonValue &choice : choices.items())
        parameter.choices.append(plainText(choice));
    parameter.defaultValue = plainText(schema.contains(u"default") ? schema[u"default"] : plain[u"default"]);
    const QList<WrittenExample> examples = examplesOf(source, json, schema);
    parameter.example = plainText(examples.value(0).value);
    for (const WrittenExample &example : examples.size() > 1 ? examples : QList<WrittenExample>())
        parameter.examples.append({example.name, example.summary, plainText(example.value).toUtf8()});
    parameter.description = json[u"description"].toString().trimmed();
    parameter.exploded = isExploded(source, json, *place);
    parameter.reserved = json[u"allowReserved"].toBool();
    parameter.deprecated = json[u"deprecated"].toBool();
    return parameter;
}

/// The parameters of the path item, each replaced by one of the operation that has the same name and place. References
/// that lead nowhere are left out; the entry's problem tells of them.
QList<JsonValue> collectParameters(const OpenApiSource &source, const JsonValue &shared, const JsonValue &own)
{
    QList<JsonValue> all;
    for (const JsonValue &list : {shared, own}) {
        for (const JsonValue &item : list.items()) {
            const Result<JsonValue> parameter = source.resolved(item);
            if (!parameter)
                continue;
            const auto same = std::find_if(all.begin(), all.end(), [&parameter](const JsonValue &other) {
                return other[u"name"].toString() == (*parameter)[u"name"].toString() &&
                       other[u"in"].toString() == (*parameter)[u"in"].toString();
            });
            if (same == all.end())
                all.append(*parameter);
            else
                *same = *parameter;
        }
    }
    return all;
}

QList<OperationResponse> readResponses(const OpenApiSource &source, const JsonValue &operation)
{
    QStringList produced;
    const JsonValue produces = listOf(source, operation, u"produces");
    for (const JsonValue &item : produces.items())
        produced.append(item.toString());
    QList<OperationResponse> responses;
    for (const JsonValue::Member &member : operation[u"responses"].members()) {
        const JsonValue json = source.resolved(member.value).value_or(JsonValue());
        OperationResponse response{member.name, json[u"description"].toString().trimmed(), {}};
        for (const JsonValue::Member &content : json[u"content"].members())
            response.mediaTypes.append(content.name);
        if (source.version() == OpenApiVersion::Swagger2)
            response.mediaTypes = produced;
        responses.append(response);
    }
    return responses;
}

} // namespace

OperationRisk riskOfMethod(const QByteArray &method)
{
    if (method == "GET" || method == "HEAD" || method == "OPTIONS" || method == "TRACE")
        return OperationRisk::Read;
    return method == "DELETE" ? OperationRisk::Destructive : OperationRisk::Write;
}

Result<Operation> readOperation(const OperationEntry &entry)
{
    const JsonValue json = entry.source ? entry.source->value(entry.range) : JsonValue();
    if (!json.isObject())
        return fail(ErrorKind::InvalidInput,
                    QCoreApplication::translate("acx", "The operation %1 cannot be read.").arg(entry.id), entry.problem,
                    entry.pointer);
    const OpenApiSource &source = *entry.source;
    Operation operation;
    operation.id = entry.id;
    operation.method = entry.method;
    operation.path = entry.path;
    operation.title = entry.title;
    operation.group = entry.group;
    operation.risk = entry.risk;
    operation.deprecated = entry.deprecated;
    operation.pointer = entry.pointer;
    operation.description = json[u"description"].toString().trimmed();
    operation.base = json[u"x-base"].toString();
    operation.withToken = !json[u"security"].isArray() || !json[u"security"].items().isEmpty();
    const QList<JsonValue> parameters =
        collectParameters(source, source.value(entry.sharedParameters), json[u"parameters"]);
    for (const JsonValue &item : parameters) {
        if (const std::optional<OperationParameter> parameter = readParameter(source, item))
            operation.parameters.append(*parameter);
    }
    operation.body = source.version() == OpenApiVersion::Swagger2 ? readSwaggerBody(source, json, parameters)
                                                                  : readOpenApiBody(source, json);
    operation.responses = readResponses(source, json);
    return operation;
}

} // namespace acx
