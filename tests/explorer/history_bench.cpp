// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/explorer/history_bench.h"

#include <QFile>

#include <sys/stat.h>

using namespace Qt::StringLiterals;

namespace acx {

RecordedExchange makeExchange(const QString &title, const QByteArray &answer, const QByteArray &type)
{
    RecordedExchange exchange;
    exchange.profile = QUuid::createUuid();
    exchange.profileName = u"Acme"_s;
    exchange.operationId = u"v5.getMe"_s;
    exchange.title = title;
    exchange.request.method = "GET";
    exchange.request.url = QUrl(u"https://api.example.com/v1/me"_s);
    exchange.request.tokenKind = TokenKind::Iam;
    Exchange done;
    done.sentAt = QDateTime(QDate(2026, 9, 14), QTime(8, 0), Qt::UTC);
    done.response.status = 200;
    done.response.url = exchange.request.url;
    done.response.headers = {{"Content-Type"_ba, type}};
    if (!done.response.body.append(answer))
        qFatal("No body.");
    exchange.outcome = done;
    return exchange;
}

HistoryEntry makeEntry(const QString &title, const QByteArray &answer)
{
    HistoryEntry entry;
    entry.row.sentAt = QDateTime(QDate(2026, 9, 14), QTime(8, 0), Qt::UTC);
    entry.row.profile = QUuid::createUuid();
    entry.row.profileName = u"Acme Production"_s;
    entry.row.operationId = u"v10.listProducts"_s;
    entry.row.title = title;
    entry.row.method = "GET";
    entry.row.url = u"https://api.acme.example/api/catalogs/acme/sandbox/products?limit=50"_s;
    entry.row.status = 200;
    entry.row.size = answer.size();
    entry.row.milliseconds = 184.5;
    entry.tokenKind = TokenKind::Iam;
    entry.requestHeaders = {{"Accept"_ba, "application/json"_ba}};
    entry.requestBody = "{\"name\":\"Flight-Status\"}";
    entry.requestBodyKept = KeptBody::Whole;
    entry.responseHeaders = {{"Content-Type"_ba, "application/json"_ba}, {"X-Request-Id"_ba, "req-7781"_ba}};
    entry.responseBody = answer;
    entry.responseBodyKept = KeptBody::Cut;
    entry.timing = {1, 2, 3, 4, 5};
    entry.answeredBy = u"https://other.example/"_s;
    entry.errorText = u"cut short"_s;
    RequestState state;
    state.id = QUuid::createUuid();
    state.operationId = u"v10.listProducts"_s;
    state.values = {{u"org"_s, u"acme"_s}, {u"query:limit"_s, u"50"_s}};
    state.bodyText = u"{\n}"_s;
    entry.state = state;
    return entry;
}

QStringList titles(const Result<HistoryPage> &page)
{
    QStringList list;
    if (!page)
        return {page.error().message()};
    for (const HistoryRow &row : page->rows)
        list += row.title;
    return list;
}

int modeOf(const QString &path)
{
    struct stat info = {};
    return ::stat(QFile::encodeName(path).constData(), &info) == 0 ? int(info.st_mode & 0777U) : -1;
}

} // namespace acx
