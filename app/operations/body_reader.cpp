// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/operations/body_reader.h"

#include "app/operations/schema_text.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace acx {

namespace {

bool isForm(const QString &mediaType)
{
    return mediaType.startsWith("multipart/"_L1) || mediaType == "application/x-www-form-urlencoded"_L1;
}

bool isFile(const JsonValue &schema)
{
    const JsonValue &inner = schemaType(schema) == "array"_L1 ? schema[u"items"] : schema;
    const QString format = inner[u"format"].toString();
    return format == "binary"_L1 || format == "byte"_L1 || inner.contains(u"contentMediaType");
}

QList<BodyField> readFields(const OpenApiSource &source, const JsonValue &schema)
{
    QStringList required;
    for (const JsonValue &name : schema[u"required"].items())
        required.append(name.toString());
    QList<BodyField> fields;
    for (const JsonValue::Member &member : schema[u"properties"].members()) {
        const JsonValue written = source.resolved(member.value).value_or(JsonValue());
        const JsonValue property = seenThrough(&source, written);
        fields.append({member.name, required.contains(member.name), isFile(property), schemaType(property),
                       (written.contains(u"description") ? written : property)[u"description"].toString().trimmed()});
    }
    return fields;
}

QByteArray exampleText(const JsonValue &example, const QString &mediaType)
{
    if (example.type() == JsonValue::Type::Null)
        return {};
    const bool isJson = mediaType.endsWith("json"_L1) || mediaType.contains("json;"_L1);
    return example.isString() && !isJson ? example.toString().toUtf8() : example.toPrettyJson();
}

void takeExamples(BodyShape &shape, const QList<WrittenExample> &examples)
{
    shape.example = exampleText(examples.value(0).value, shape.mediaType);
    for (const WrittenExample &example : examples.size() > 1 ? examples : QList<WrittenExample>())
        shape.examples.append({example.name, example.summary, exampleText(example.value, shape.mediaType)});
}

QStringList mediaTypesOf(const OpenApiSource &source, const JsonValue &operation, const QString &otherwise)
{
    QStringList types;
    const JsonValue consumed = listOf(source, operation, u"consumes");
    for (const JsonValue &item : consumed.items())
        types.append(item.toString());
    return types.isEmpty() ? QStringList{otherwise} : types;
}

OperationBody formBody(const OpenApiSource &source, const JsonValue &operation, const QList<JsonValue> &parameters)
{
    OperationBody body;
    QList<BodyField> fields;
    for (const JsonValue &parameter : parameters) {
        if (parameter[u"in"].toString() != "formData"_L1)
            continue;
        const QString type = parameter[u"type"].toString();
        fields.append({parameter[u"name"].toString(), parameter[u"required"].toBool(), type == "file"_L1, type,
                       parameter[u"description"].toString().trimmed()});
    }
    const bool hasFile =
        std::any_of(fields.cbegin(), fields.cend(), [](const BodyField &field) { return field.isFile; });
    body.required = std::any_of(fields.cbegin(), fields.cend(), [](const BodyField &field) { return field.required; });
    const QString usual = hasFile ? u"multipart/form-data"_s : u"application/x-www-form-urlencoded"_s;
    const QStringList types = mediaTypesOf(source, operation, usual);
    for (const QString &type : types) {
        if (isForm(type) && (!hasFile || type == "multipart/form-data"_L1))
            body.shapes.append({type, {}, {}, fields, {}});
    }
    if (body.shapes.isEmpty())
        body.shapes.append({usual, {}, {}, fields, {}});
    return body;
}

} // namespace

std::optional<OperationBody> readOpenApiBody(const OpenApiSource &source, const JsonValue &operation)
{
    if (!operation.contains(u"requestBody"))
        return std::nullopt;
    const JsonValue json = source.resolved(operation[u"requestBody"]).value_or(JsonValue());
    OperationBody body;
    body.required = json[u"required"].toBool();
    body.description = json[u"description"].toString().trimmed();
    for (const JsonValue::Member &content : json[u"content"].members()) {
        const JsonValue &written = content.value[u"schema"];
        const JsonValue schema = source.resolved(written).value_or(JsonValue());
        BodyShape shape;
        shape.mediaType = content.name;
        shape.schema = content.value.contains(u"schema") ? written.toJson() : QByteArray();
        takeExamples(shape, examplesOf(source, content.value, schema));
        if (isForm(content.name))
            shape.fields = readFields(source, schema);
        body.shapes.append(shape);
    }
    return body;
}

std::optional<OperationBody> readSwaggerBody(const OpenApiSource &source, const JsonValue &operation,
                                             const QList<JsonValue> &parameters)
{
    const auto inPlace = [&parameters](QLatin1StringView place) {
        return std::find_if(parameters.cbegin(), parameters.cend(),
                            [place](const JsonValue &parameter) { return parameter[u"in"].toString() == place; });
    };
    const auto whole = inPlace("body"_L1);
    if (whole == parameters.cend()) {
        if (inPlace("formData"_L1) == parameters.cend())
            return std::nullopt;
        return formBody(source, operation, parameters);
    }
    OperationBody body;
    body.required = (*whole)[u"required"].toBool();
    body.description = (*whole)[u"description"].toString().trimmed();
    const JsonValue schema = source.resolved((*whole)[u"schema"]).value_or(JsonValue());
    const QStringList types = mediaTypesOf(source, operation, u"application/json"_s);
    for (const QString &type : types) {
        BodyShape shape;
        shape.mediaType = type;
        shape.schema = (*whole)[u"schema"].toJson();
        takeExamples(shape, examplesOf(source, *whole, schema));
        body.shapes.append(shape);
    }
    return body;
}

} // namespace acx
