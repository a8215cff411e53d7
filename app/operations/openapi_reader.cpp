// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/operations/openapi_reader.h"

#include "app/json/json_scan.h"
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
    QByteArray json; ///< with room for the parser behind `size`
    qsizetype size = 0;
    QStringList notices;
};

QByteArray padded(QByteArrayView json)
{
    QByteArray copy;
    copy.reserve(json.size() + JsonSplitter::padding);
    return copy.append(json).append(JsonSplitter::padding, ' ');
}

/// `before` is what stands before the place.
tl::unexpected<Error> jsonBeyond(QByteArrayView before, const QString &reason)
{
    return fail(ErrorKind::TooLarge,
                QCoreApplication::translate("acx", "The document cannot be read as JSON. Line %1: %2.")
                    .arg(before.count('\n') + 1)
                    .arg(reason),
                QCoreApplication::translate("acx", "Choose a smaller document, or a part of it."));
}

/// Where a JSON string ends: behind its closing quote. `at` is behind the opening one.
qsizetype endOfString(QByteArrayView text, qsizetype at)
{
    for (;;) {
        const qsizetype quote = text.indexOf('"', at);
        if (quote < 0)
            return text.size();
        qsizetype escapes = 0;
        while (text[quote - 1 - escapes] == '\\')
            ++escapes;
        at = quote + 1;
        if (escapes % 2 == 0)
            return at;
    }
}

bool isEmptyFrom(QByteArrayView text, qsizetype at)
{
    while (at < text.size() && isJsonBlank(text[at]))
        ++at;
    return at == text.size() || text[at] == '}' || text[at] == ']';
}

/// Depth and number of values, before a parser takes room for them. Whether it is JSON at all is seen afterwards.
Status checkJsonSize(QByteArrayView document, QByteArrayView text, const OpenApiLimits &limits, ReadingWatch &watch)
{
    const auto before = [document, text](qsizetype at) { return document.first(text.data() - document.data() + at); };
    qsizetype values = 1;
    qsizetype depth = 0;
    unsigned steps = 0;
    for (qsizetype at = 0; at < text.size(); ++at) {
        switch (text[at]) {
        case '"':
            at = endOfString(text, at + 1) - 1;
            continue;
        case ',':
            ++values;
            break;
        case '{':
        case '[':
            ++depth;
            values += isEmptyFrom(text, at + 1) ? 0 : 1;
            break;
        case '}':
        case ']':
            --depth;
            continue;
        default:
            continue;
        }
        if ((steps++ & 0xFFFFU) == 0 && !watch.goOn())
            return fail(*watch.end());
        if (depth > limits.maxDepth)
            return jsonBeyond(
                before(at),
                QCoreApplication::translate("acx", "it is nested deeper than %1 levels").arg(limits.maxDepth));
        if (values > limits.maxNodes)
            return jsonBeyond(
                before(at), QCoreApplication::translate("acx", "it has more than %1 values").arg(limits.maxNodes));
    }
    return {};
}

/// Reads what claims to be JSON; where the quick check has doubts, the strict and slower reader decides and tells the
/// place of a problem.
Result<JsonText> takeJson(QByteArrayView document, QByteArrayView text, const OpenApiLimits &limits,
                          ReadingWatch &watch)
{
    if (const Status fits = checkJsonSize(document, text, limits, watch); !fits)
        return fail(fits.error());
    JsonText taken{padded(text), text.size(), {}};
    if (isPlainlyValidJson(QByteArrayView(taken.json).first(taken.size)))
        return taken;
    const std::optional<JsonProblem> problem = findJsonProblem(document, limits.maxDepth);
    if (!problem)
        return taken;
    return fail(ErrorKind::InvalidInput,
                QCoreApplication::translate("acx", "The document is no valid JSON. Line %1, column %2: %3.")
                    .arg(problem->line)
                    .arg(problem->column)
                    .arg(problem->reason),
                QCoreApplication::translate("acx", "Correct the document and open it again."));
}

Result<JsonText> toJson(const QByteArray &document, const OpenApiLimits &limits, ReadingWatch &watch)
{
    const QByteArrayView text = QByteArrayView(document).sliced(document.startsWith("\xef\xbb\xbf") ? 3 : 0).trimmed();
    if (text.startsWith('{') || text.startsWith('['))
        return takeJson(document, text, limits, watch);
    YamlLimits yamlLimits;
    yamlLimits.time = limits.time;
    yamlLimits.goOn = limits.goOn;
    Result<YamlAsJson> yaml = yamlToJson(document, yamlLimits);
    if (!yaml)
        return fail(yaml.error());
    const qsizetype size = yaml->json.size();
    return JsonText{std::move(yaml->json), size, std::move(yaml->duplicates)};
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
                    QCoreApplication::translate("acx", "The document is larger than %1 bytes.").arg(limits.maxBytes),
                    QCoreApplication::translate("acx", "Choose a smaller document, or a part of it."));
    ReadingWatch watch(limits.time, limits.goOn);
    Result<JsonText> text = toJson(document, limits, watch);
    if (!text)
        return fail(text.error());
    const auto source = std::make_shared<OpenApiSource>(std::move(text->json), text->size);
    if (!source->members())
        return fail(ErrorKind::InvalidInput,
                    QCoreApplication::translate("acx", "The document is no API definition: it is not an object."),
                    QCoreApplication::translate("acx", "Choose an OpenAPI or Swagger document."));
    const Result<OpenApiVersion> version = versionOf(*source->members());
    if (!version)
        return fail(version.error());
    source->setVersion(*version);
    OperationCatalog catalog = indexOpenApi(source, fallbackTitle, text->notices, [&watch] { return watch.goOn(); });
    if (!watch.goOn())
        return fail(*watch.end());
    return catalog;
}

} // namespace acx
