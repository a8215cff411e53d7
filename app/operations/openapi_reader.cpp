// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/operations/openapi_reader.h"

#include "app/operations/json_split.h"
#include "app/operations/openapi_index.h"
#include "app/operations/yaml_json.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace acx {

namespace {

struct JsonText
{
    QByteArray json;
    QStringList notices;
};

/// Checks what claims to be JSON; the strict and slower reader tells the place of a problem.
Status checkJson(QByteArrayView json, int maxDepth)
{
    QByteArray padded = json.toByteArray();
    padded.append(JsonSplitter::padding, ' ');
    if (isPlainlyValidJson(QByteArrayView(padded).first(json.size())))
        return {};
    const std::optional<JsonProblem> problem = findJsonProblem(json, maxDepth);
    if (!problem)
        return {};
    return fail(ErrorKind::InvalidInput,
                QCoreApplication::translate("acx", "The document is no valid JSON. Line %1, column %2: %3.")
                    .arg(problem->line)
                    .arg(problem->column)
                    .arg(problem->reason),
                QCoreApplication::translate("acx", "Correct the document and open it again."));
}

Result<JsonText> toJson(const QByteArray &document, const OpenApiLimits &limits)
{
    const QByteArrayView text = QByteArrayView(document).sliced(document.startsWith("\xef\xbb\xbf") ? 3 : 0).trimmed();
    if (text.startsWith('{') || text.startsWith('[')) {
        if (const Status valid = checkJson(QByteArrayView(document), limits.maxDepth); !valid)
            return fail(valid.error());
        return JsonText{text.toByteArray(), {}};
    }
    Result<YamlAsJson> yaml = yamlToJson(document);
    if (!yaml)
        return fail(yaml.error());
    return JsonText{std::move(yaml->json), std::move(yaml->duplicates)};
}

/// The text of `openapi` or `swagger`; a YAML document may give it as a number.
std::optional<QString> versionText(const QList<JsonPart> &members, QLatin1StringView name)
{
    const auto found =
        std::find_if(members.cbegin(), members.cend(), [name](const JsonPart &part) { return part.name == name; });
    if (found == members.cend())
        return std::nullopt;
    return jsonText(found->value).value_or(QString::fromUtf8(found->value));
}

Result<OpenApiVersion> versionOf(const QList<JsonPart> &members)
{
    const std::optional<QString> openApi = versionText(members, "openapi"_L1);
    const std::optional<QString> swagger = versionText(members, "swagger"_L1);
    if (openApi && (*openApi == "3.1"_L1 || openApi->startsWith("3.1."_L1)))
        return OpenApiVersion::OpenApi31;
    if (openApi && (*openApi == "3.0"_L1 || openApi->startsWith("3.0."_L1)))
        return OpenApiVersion::OpenApi30;
    if (swagger && (*swagger == "2.0"_L1 || *swagger == "2"_L1))
        return OpenApiVersion::Swagger2;
    const QString next =
        QCoreApplication::translate("acx", "OpenAPI 3.1 and 3.0 and Swagger 2.0 are read, as JSON or YAML.");
    if (!openApi && !swagger)
        return fail(ErrorKind::InvalidInput,
                    QCoreApplication::translate(
                        "acx", "The document is no API definition: it has neither “openapi” nor “swagger”."),
                    next);
    return fail(ErrorKind::Unsupported,
                QCoreApplication::translate("acx", "Version “%1” of the format is not known.")
                    .arg(openApi ? openApi->left(40) : swagger->left(40)),
                next);
}

} // namespace

Result<OperationCatalog> readOpenApi(const QByteArray &document, const QString &fallbackTitle,
                                     const OpenApiLimits &limits)
{
    if (document.size() > limits.maxBytes)
        return fail(ErrorKind::TooLarge,
                    QCoreApplication::translate("acx", "The document is larger than %1 bytes.").arg(limits.maxBytes));
    Result<JsonText> text = toJson(document, limits);
    if (!text)
        return fail(text.error());
    const qsizetype size = text->json.size();
    text->json.append(JsonSplitter::padding, ' ');
    JsonSplitter splitter;
    const std::optional<QList<JsonPart>> members = splitter.members(QByteArrayView(text->json).first(size));
    if (!members)
        return fail(ErrorKind::InvalidInput,
                    QCoreApplication::translate("acx", "The document is no API definition: it is not an object."),
                    QCoreApplication::translate("acx", "Choose an OpenAPI or Swagger document."));
    const Result<OpenApiVersion> version = versionOf(*members);
    if (!version)
        return fail(version.error());
    text->json.chop(JsonSplitter::padding);
    return indexOpenApi(std::make_shared<const OpenApiSource>(std::move(text->json), *version), fallbackTitle,
                        text->notices);
}

} // namespace acx
