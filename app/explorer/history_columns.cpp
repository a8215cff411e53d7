// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/explorer/history_columns.h"

#include "app/explorer/history_schema.h"

#include <QSqlQuery>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace acx {

namespace {

constexpr int firstDetail = 12;  // columns of a row
constexpr qint64 overhead = 200; // bytes an entry takes beside its texts, roughly

QString selectRow()
{
    return u"SELECT e.id, e.sent_at, e.profile, e.profile_name, e.catalog, e.operation, e.title, e.method, e.url, "
           "e.status, e.size, e.milliseconds"_s;
}

/// A null text would be a NULL.
QString written(const QString &text)
{
    return text.isNull() ? u""_s : text;
}

QString headerText(const HttpHeaders &headers)
{
    QByteArray text;
    for (const HttpHeader &header : headers) {
        // Several values of one name may come as lines.
        QByteArray value = header.value;
        text += header.name + ": " + value.replace('\n', ", ") + '\n';
    }
    return QString::fromUtf8(text);
}

HttpHeaders headersFrom(const QString &text)
{
    HttpHeaders headers;
    for (const QByteArray &line : text.toUtf8().split('\n')) {
        const qsizetype colon = line.indexOf(": ");
        if (colon >= 0)
            headers.append({line.first(colon), line.sliced(colon + 2)});
    }
    return headers;
}

/// A number that none of our versions wrote tells nothing of the body, so nothing of it is shown.
KeptBody keptBody(int number)
{
    const bool known = number >= int(KeptBody::None) && number <= int(KeptBody::TokenService);
    return known ? KeptBody(number) : KeptBody::NotText;
}

/// What an entry takes in the file, roughly: its texts, and about as much again for the index of them.
qint64 bytesOf(const HistoryEntry &entry)
{
    const qint64 texts = entry.row.url.size() + entry.row.title.size() + headerText(entry.requestHeaders).size() +
                         headerText(entry.responseHeaders).size();
    const qint64 bodies = entry.requestBody.size() + entry.responseBody.size();
    const qint64 indexed = std::min(entry.requestBody.size(), historyIndexedBytes) +
                           std::min(entry.responseBody.size(), historyIndexedBytes);
    return overhead + 2 * texts + bodies + indexed;
}

} // namespace

QString rowInsertion()
{
    return u"INSERT INTO entries(sent_at, profile, profile_name, catalog, operation, title, method, url, status, size, "
           "milliseconds, bytes) VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"_s;
}

QVariantList rowValues(const HistoryEntry &entry)
{
    const HistoryRow &row = entry.row;
    return {row.sentAt.toMSecsSinceEpoch(),
            row.profile.isNull() ? QString() : row.profile.toString(QUuid::WithoutBraces),
            row.profileName,
            row.catalogId,
            row.operationId,
            row.title,
            written(QString::fromLatin1(row.method)),
            written(row.url),
            row.status,
            row.size,
            row.milliseconds,
            bytesOf(entry)};
}

QString detailInsertion()
{
    return u"INSERT INTO details(id, token_kind, request_headers, request_body, request_kept, response_headers, "
           "response_body, response_kept, queued, connected, sent, first_byte, finished, answered_by, error, state) "
           "VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"_s;
}

QVariantList detailValues(const HistoryEntry &entry, qint64 id)
{
    const HttpTiming &timing = entry.timing;
    return {id,
            entry.tokenKind ? toText(*entry.tokenKind) : QString(),
            headerText(entry.requestHeaders),
            entry.requestBody,
            int(entry.requestBodyKept),
            headerText(entry.responseHeaders),
            entry.responseBody,
            int(entry.responseBodyKept),
            timing.queuedMs,
            timing.connectedMs,
            timing.sentMs,
            timing.firstByteMs,
            timing.finishedMs,
            entry.answeredBy,
            entry.errorText,
            entry.state ? QString::fromUtf8(toJson(*entry.state).toJson()) : QString()};
}

QString latestRows()
{
    return selectRow() + u" FROM entries e WHERE e.id < ? ORDER BY e.id DESC LIMIT ?"_s;
}

QString matchingIds()
{
    // The index is read from its end on, so that the first are there before the rest is looked at.
    return u"SELECT rowid FROM words WHERE words MATCH ? AND rowid < ? ORDER BY rowid DESC LIMIT ?"_s;
}

QString oneRow()
{
    return selectRow() + u" FROM entries e WHERE e.id = ?"_s;
}

HistoryRow readRow(const QSqlQuery &query)
{
    HistoryRow row;
    int column = 0;
    row.id = query.value(column++).toLongLong();
    row.sentAt = QDateTime::fromMSecsSinceEpoch(query.value(column++).toLongLong(), Qt::UTC);
    row.profile = QUuid::fromString(query.value(column++).toString());
    row.profileName = query.value(column++).toString();
    row.catalogId = query.value(column++).toString();
    row.operationId = query.value(column++).toString();
    row.title = query.value(column++).toString();
    row.method = query.value(column++).toString().toLatin1();
    row.url = query.value(column++).toString();
    row.status = query.value(column++).toInt();
    row.size = query.value(column++).toLongLong();
    row.milliseconds = query.value(column).toDouble();
    return row;
}

QString wholeEntry()
{
    return selectRow() +
           u", d.token_kind, d.request_headers, d.request_body, d.request_kept, d.response_headers, d.response_body, "
           "d.response_kept, d.queued, d.connected, d.sent, d.first_byte, d.finished, d.answered_by, d.error, d.state "
           "FROM entries e JOIN details d ON d.id = e.id WHERE e.id = ?"_s;
}

HistoryEntry readEntry(const QSqlQuery &query)
{
    HistoryEntry entry;
    entry.row = readRow(query);
    int column = firstDetail;
    entry.tokenKind = tokenKindFromText(query.value(column++).toString());
    entry.requestHeaders = headersFrom(query.value(column++).toString());
    entry.requestBody = query.value(column++).toByteArray();
    entry.requestBodyKept = keptBody(query.value(column++).toInt());
    entry.responseHeaders = headersFrom(query.value(column++).toString());
    entry.responseBody = query.value(column++).toByteArray();
    entry.responseBodyKept = keptBody(query.value(column++).toInt());
    entry.timing.queuedMs = query.value(column++).toDouble();
    entry.timing.connectedMs = query.value(column++).toDouble();
    entry.timing.sentMs = query.value(column++).toDouble();
    entry.timing.firstByteMs = query.value(column++).toDouble();
    entry.timing.finishedMs = query.value(column++).toDouble();
    entry.answeredBy = query.value(column++).toString();
    entry.errorText = query.value(column++).toString();
    if (const auto state = parseJson(query.value(column).toString().toUtf8()); state)
        entry.state = requestStateFromJson(*state);
    return entry;
}

} // namespace acx
