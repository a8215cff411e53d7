// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/history_bench.h"

using namespace Qt::StringLiterals;

namespace acx {

RecordedExchange exchangeOf(const Sent &sent)
{
    RecordedExchange exchange;
    exchange.profile = QUuid::createUuid();
    exchange.profileName = u"Acme Production"_s;
    exchange.title = sent.title;
    exchange.operationId = sent.title.isEmpty() ? QString() : u"v10.something"_s;
    exchange.request.method = sent.method;
    exchange.request.url = QUrl(u"https://api.acme.example"_s + sent.path);
    exchange.request.headers = {{"Accept"_ba, "application/json"_ba}, {"X-IBM-Client-Secret"_ba, "canary"_ba}};
    exchange.request.tokenKind = TokenKind::Iam;
    exchange.request.body = sent.body;
    if (sent.body)
        exchange.request.headers.append({"Content-Type"_ba, "application/json; charset=utf-8"_ba});
    exchange.sentAt = QDateTime::currentDateTimeUtc();
    if (sent.status == 0) {
        Error error;
        error.kind = ErrorKind::Network;
        error.sentence = u"The host api.acme.example was not found."_s;
        exchange.outcome = fail(error);
        return exchange;
    }
    Exchange done;
    done.sentAt = exchange.sentAt;
    done.response.status = sent.status;
    done.response.url = exchange.request.url;
    done.response.headers = {{"Content-Type"_ba, sent.type}, {"X-Request-Id"_ba, "req-1"_ba}};
    done.response.timing = {3, 29, 36, 121, 187};
    if (!done.response.body.append(sent.answer))
        qFatal("No body.");
    exchange.outcome = done;
    return exchange;
}

qint64 record(ScreenBench &bench, const Sent &sent)
{
    const Result<qint64> id = waitFor(bench.services().history.record(exchangeOf(sent)));
    if (!id)
        qFatal("%s", qPrintable(id.error().message()));
    return *id;
}

QListView *listOf(const HistoryScreen &screen)
{
    return part<QListView>(screen, "historyList");
}

void mark(const HistoryScreen &screen, const QList<int> &rows)
{
    auto *list = listOf(screen);
    list->selectionModel()->clear();
    for (const int row : rows)
        list->selectionModel()->setCurrentIndex(list->model()->index(row, 0), QItemSelectionModel::Select);
}

QStringList titles(const HistoryScreen &screen)
{
    QStringList result;
    const QAbstractItemModel *model = listOf(screen)->model();
    for (int row = 0; row < model->rowCount(); ++row)
        result += model->index(row, 0).data().toString();
    return result;
}

} // namespace acx
