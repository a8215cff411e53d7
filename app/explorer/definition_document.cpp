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

bool isVersionName(QByteArrayView name)
{
    return name == "openapi" || name == "swagger";
}

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

/// Goes through JSON without checking it, and stops at the member of an object that names the version.
class MemberSearch final
{
public:
    explicit MemberSearch(QByteArrayView json)
        : m_json(json)
    {}

    bool find()
    {
        int depth = 0;
        for (qsizetype i = 0; i < m_json.size(); ++i) {
            const char c = m_json[i];
            if (c == '"') {
                const qsizetype end = endOfText(i);
                if (depth > 0 && depth <= deepest && isVersionName(m_json.sliced(i + 1, std::max(end - i - 1, {}))) &&
                    isNameOfText(end + 1))
                    return true;
                i = end;
            } else if (c == '{' || c == '[') {
                ++depth;
            } else if (c == '}' || c == ']') {
                --depth;
            }
        }
        return false;
    }

private:
    qsizetype endOfText(qsizetype quote) const
    {
        qsizetype end = quote + 1;
        while (end < m_json.size() && m_json[end] != '"')
            end += m_json[end] == '\\' ? 2 : 1;
        return std::min(end, m_json.size());
    }
    qsizetype skipBlanks(qsizetype at) const
    {
        while (at < m_json.size() && QByteArrayView(" \t\r\n").contains(m_json[at]))
            ++at;
        return at;
    }
    /// Behind a text: a colon and the quotation mark of another text.
    bool isNameOfText(qsizetype at) const
    {
        at = skipBlanks(at);
        if (at >= m_json.size() || m_json[at] != ':')
            return false;
        at = skipBlanks(at + 1);
        return at < m_json.size() && m_json[at] == '"';
    }

    QByteArrayView m_json;
};

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

bool holdsDefinition(QByteArrayView answer, qsizetype limit)
{
    const QByteArrayView text = answer.first(std::min(answer.size(), limit)).trimmed();
    if (text.startsWith('{') || text.startsWith('['))
        return MemberSearch(text).find();
    return beginsAsYaml(text.first(std::min<qsizetype>(text.size(), 4096)));
}

} // namespace acx
