// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/operations/reference_bundle.h"

#include "app/json/json_value.h"
#include "app/operations/json_split.h"
#include "app/operations/yaml_json.h"

#include <QCoreApplication>
#include <QHash>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace acx {

namespace {

constexpr qsizetype mostForeign = 1000;
constexpr int deepest = 1000;

/// Goes through the values of "$ref" in valid JSON.
class ReferenceScan final
{
public:
    explicit ReferenceScan(QByteArrayView json)
        : m_json(json)
    {}

    /// False at the end. Otherwise begin() and end() are the bounds of the text with its quotation marks.
    bool next()
    {
        bool isReference = false; // the last text was the name "$ref"
        while (m_at < m_json.size()) {
            const char c = m_json[m_at];
            if (c != '"') {
                const bool staysName = c == ':' || c == ' ' || c == '\t' || c == '\r' || c == '\n';
                isReference = isReference && staysName;
                ++m_at;
                continue;
            }
            m_begin = m_at;
            m_at = endOfText(m_at);
            if (isReference)
                return true;
            isReference = m_json.sliced(m_begin, m_at - m_begin) == "\"$ref\"" && isName(m_at);
        }
        return false;
    }
    [[nodiscard]] qsizetype begin() const { return m_begin; }
    [[nodiscard]] qsizetype end() const { return m_at; }
    [[nodiscard]] QString text() const { return jsonText(m_json.sliced(m_begin, m_at - m_begin)).value_or(QString()); }

private:
    [[nodiscard]] qsizetype endOfText(qsizetype quote) const
    {
        qsizetype end = quote + 1;
        while (end < m_json.size() && m_json[end] != '"')
            end += m_json[end] == '\\' ? 2 : 1;
        return std::min(end + 1, m_json.size());
    }
    [[nodiscard]] bool isName(qsizetype at) const
    {
        while (at < m_json.size() && QByteArrayView(" \t\r\n").contains(m_json[at]))
            ++at;
        return at < m_json.size() && m_json[at] == ':';
    }

    QByteArrayView m_json;
    qsizetype m_at = 0;
    qsizetype m_begin = 0;
};

QString documentOf(const QUrl &url)
{
    return url.adjusted(QUrl::RemoveFragment).toString(QUrl::FullyEncoded);
}

/// Changes the references of one document.
class Bundler final
{
public:
    Bundler(const ReferencedDocument &document, const QList<ReferencedDocument> &others, const QString &member)
    {
        m_places.insert(documentOf(document.url), QString());
        for (qsizetype i = 0; i < others.size(); ++i)
            m_places.insert(documentOf(others[i].url), u"/%1/%2"_s.arg(member).arg(i));
    }

    QByteArray rewritten(const ReferencedDocument &document) const
    {
        const QByteArrayView json = document.json;
        QByteArray result;
        result.reserve(json.size() + json.size() / 8);
        qsizetype copied = 0;
        ReferenceScan scan(json);
        while (scan.next()) {
            const QString changed = target(scan.text(), document.url);
            if (changed.isNull())
                continue;
            result.append(json.sliced(copied, scan.begin() - copied));
            result.append(JsonValue::string(changed).toJson());
            copied = scan.end();
        }
        result.append(json.sliced(copied));
        return result;
    }

private:
    /// Null: it stays as it is.
    QString target(const QString &reference, const QUrl &from) const
    {
        const QUrl whole = reference.startsWith(u'#') ? from : from.resolved(QUrl(reference));
        const auto place = m_places.constFind(documentOf(whole));
        const qsizetype mark = reference.indexOf(u'#');
        const QString pointer = mark < 0 ? QString() : reference.mid(mark + 1);
        // Within another document a relative reference would lose what it is relative to.
        if (place == m_places.cend())
            return m_places.value(documentOf(from)).isEmpty() ? QString() : whole.toString(QUrl::FullyEncoded);
        if (!pointer.isEmpty() && !pointer.startsWith(u'/'))
            return {};
        return u'#' + *place + pointer;
    }

    QHash<QString, QString> m_places; ///< pointer of each document within the whole
};

} // namespace

Result<ReferencedDocument> readReferenced(const QByteArray &text, const QUrl &url, const std::function<bool()> &goOn)
{
    const QByteArrayView trimmed = QByteArrayView(text).sliced(text.startsWith("\xef\xbb\xbf") ? 3 : 0).trimmed();
    ReferencedDocument document;
    document.url = url;
    if (trimmed.startsWith('{') || trimmed.startsWith('[')) {
        const std::optional<JsonProblem> problem = findJsonProblem(text, deepest);
        if (problem)
            return fail(ErrorKind::InvalidInput,
                        QCoreApplication::translate("acx", "%1 is no valid JSON. Line %2, column %3: %4.")
                            .arg(url.toDisplayString())
                            .arg(problem->line)
                            .arg(problem->column)
                            .arg(problem->reason));
        document.json = trimmed.toByteArray();
    } else {
        YamlLimits limits;
        limits.goOn = goOn;
        Result<YamlAsJson> yaml = yamlToJson(text, limits);
        if (!yaml)
            return fail(yaml.error());
        document.json = std::move(yaml->json);
    }
    document.foreign = foreignDocuments(document.json, url);
    return document;
}

QByteArray bundleReferences(const ReferencedDocument &document, const QList<ReferencedDocument> &others)
{
    QString member = u"x-acx-references"_s;
    for (int number = 2; document.json.contains('"' + member.toLatin1() + '"'); ++number)
        member = u"x-acx-references-%1"_s.arg(number);
    const Bundler bundler(document, others, member);
    QByteArray whole = bundler.rewritten(document).trimmed();
    if (others.isEmpty() || !whole.endsWith('}'))
        return whole;
    whole.chop(1);
    const bool isEmpty = whole.trimmed() == "{";
    whole.append((isEmpty ? "\"" : ",\"") + member.toLatin1() + "\":[");
    for (qsizetype i = 0; i < others.size(); ++i)
        whole.append((i > 0 ? "," : "") + bundler.rewritten(others[i]));
    return whole.append("]}");
}

QStringList foreignDocuments(QByteArrayView json, const QUrl &documentUrl)
{
    QStringList documents;
    ReferenceScan scan(json);
    while (documents.size() < mostForeign && scan.next()) {
        const QString reference = scan.text();
        if (reference.isEmpty() || reference.startsWith(u'#'))
            continue;
        const QString document = documentOf(documentUrl.resolved(QUrl(reference)));
        if (!document.isEmpty() && document != documentOf(documentUrl) && !documents.contains(document))
            documents.append(document);
    }
    return documents;
}

} // namespace acx
