// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/explorer/definition_document.h"

#include "app/explorer/definition_folder.h"
#include "app/operations/json_split.h"
#include "app/operations/openapi_reader.h"
#include "app/operations/reference_bundle.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace acx {

namespace {

constexpr int deepest = 3;            // floors of objects and arrays above the definition
constexpr qsizetype mostParts = 2000; // that are looked into

bool isDefinition(const QList<JsonPart> &members)
{
    return std::any_of(members.cbegin(), members.cend(), [](const JsonPart &member) {
        return (member.name == "openapi"_L1 || member.name == "swagger"_L1) && member.value.startsWith('"');
    });
}

bool beginsAsYaml(QByteArrayView text)
{
    for (const QByteArrayView name : {"openapi:", "swagger:", "\"openapi\":", "\"swagger\":"}) {
        const qsizetype at = text.indexOf(name);
        if (at == 0 || (at > 0 && text[at - 1] == '\n'))
            return true;
    }
    return false;
}

} // namespace

Result<DefinitionReading> readDefinition(const QByteArray &document, const QUrl &documentUrl,
                                         const QString &fallbackTitle, bool isAnswer, const std::function<bool()> &goOn)
{
    OpenApiLimits limits;
    limits.maxBytes = DefinitionFolder::largestDocument;
    limits.goOn = goOn;
    Result<OperationCatalog> catalog = readOpenApi(document, fallbackTitle, limits);
    if (!catalog)
        return fail(catalog.error());
    DefinitionReading reading;
    reading.document = document;
    reading.facts = readDefinitionFacts(*catalog->source(), isAnswer ? QUrl() : documentUrl);
    reading.foreign = foreignDocuments(catalog->source()->bytes(), documentUrl);
    reading.catalog = *std::move(catalog);
    return reading;
}

Result<QByteArray> definitionWithin(QByteArrayView answer)
{
    const QByteArrayView text = answer.sliced(answer.startsWith("\xef\xbb\xbf") ? 3 : 0).trimmed();
    if (!text.startsWith('{') && !text.startsWith('[') && beginsAsYaml(text))
        return text.toByteArray();
    QByteArray padded;
    padded.reserve(text.size() + JsonSplitter::padding);
    padded.append(text).append(JsonSplitter::padding, ' ');
    JsonSplitter splitter;
    QList<QByteArrayView> floor{QByteArrayView(padded).first(text.size())};
    qsizetype looked = 0;
    for (int depth = 0; depth < deepest; ++depth) {
        QList<QByteArrayView> next;
        for (const QByteArrayView part : floor) {
            const QList<JsonPart> members = splitter.members(part).value_or(QList<JsonPart>());
            if (isDefinition(members))
                return part.toByteArray();
            const QList<JsonPart> inner =
                members.isEmpty() ? splitter.items(part).value_or(QList<JsonPart>()) : members;
            for (const JsonPart &item : inner) {
                const bool isContainer = item.value.startsWith('{') || item.value.startsWith('[');
                if (isContainer && ++looked < mostParts)
                    next.append(item.value);
            }
        }
        floor = next;
    }
    return fail(ErrorKind::InvalidInput, QCoreApplication::translate("acx", "The answer holds no API definition."),
                QCoreApplication::translate("acx", "Ask for an API or a draft API with its document (V10: "
                                                   "fields=add(api) or fields=add(draft_api))."));
}

} // namespace acx
