// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commands.h"
#include "app/cli/context.h"
#include "app/explorer/history.h"

#include <QFileInfo>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace acx {

namespace {

constexpr int usualLimit = 50;
constexpr int mostEntries = 1'000'000;
constexpr int pageSize = 500;

Result<int> readLimit(const CommandLine &line)
{
    if (!line.has(Option::Limit))
        return usualLimit;
    bool isNumber = false;
    const int limit = line.bytes(Option::Limit).toInt(&isNumber);
    if (isNumber && limit >= 1 && limit <= mostEntries)
        return limit;
    return fail(ErrorKind::InvalidInput, u"--limit takes a whole number from 1 to %1."_s.arg(mostEntries));
}

QString historyWordsOf(const CommandLine &line)
{
    QStringList words;
    for (qsizetype at = 0; at < line.argumentCount(); ++at)
        words << line.argument(at);
    return words.join(u' ');
}

JsonValue numberOrNull(double value, int decimals = 0)
{
    return value < 0 ? JsonValue() : JsonValue::number(QByteArray::number(value, 'f', decimals));
}

JsonValue rowJson(const HistoryRow &row)
{
    return JsonValue::object(
        {{u"id"_s, JsonValue::number(QByteArray::number(row.id))},
         {u"sent_at"_s, JsonValue::string(row.sentAt.toString(Qt::ISODateWithMs))},
         {u"profile"_s, JsonValue::string(row.profileName)},
         {u"operation"_s, JsonValue::string(row.operationId)},
         {u"title"_s, JsonValue::string(row.title)},
         {u"method"_s, JsonValue::string(QString::fromLatin1(row.method))},
         {u"url"_s, JsonValue::string(row.url)},
         {u"status"_s, row.status > 0 ? JsonValue::number(QByteArray::number(row.status)) : JsonValue()},
         {u"milliseconds"_s, numberOrNull(row.milliseconds, 1)},
         {u"size"_s, numberOrNull(double(row.size))}});
}

Status print(Context &context, const QList<HistoryRow> &rows)
{
    if (context.line().has(Option::Json)) {
        QList<JsonValue> items;
        for (const HistoryRow &row : rows)
            items.append(rowJson(row));
        return context.out().json(JsonValue::array(items));
    }
    if (rows.isEmpty()) {
        context.out().note(context.line().argumentCount() > 0 ? u"No request has these words."_s
                                                              : u"Nothing is in the history."_s);
        return {};
    }
    QList<QStringList> table{{u"SENT"_s, u"STATUS"_s, u"METHOD"_s, u"URL"_s, u"TITLE"_s, u"PROFILE"_s}};
    for (const HistoryRow &row : rows)
        table.append({row.sentAt.toLocalTime().toString(u"yyyy-MM-dd HH:mm:ss"_s),
                      row.status > 0 ? QString::number(row.status) : u"-"_s, QString::fromLatin1(row.method), row.url,
                      row.title, row.profileName});
    return context.out().table(table);
}

/// Up to `limit` entries, and whether there are more.
Result<HistoryPage> readRows(HistoryStore &store, const QString &words, int limit)
{
    HistoryPage all;
    do {
        HistoryQuery query{words, all.rows.isEmpty() ? 0 : all.rows.constLast().id, 0};
        query.limit = std::min(pageSize, limit - int(all.rows.size()));
        Result<HistoryPage> page = store.find(query);
        if (!page)
            return page;
        all.rows += page->rows;
        all.hasMore = page->hasMore;
    } while (all.hasMore && all.rows.size() < limit);
    return all;
}

} // namespace

CommandResult listHistory(Context &context)
{
    const Result<int> limit = readLimit(context.line());
    if (!limit)
        return failed(limit.error());
    const QString path = History::defaultPath();
    // Looking makes no file.
    if (!QFileInfo::exists(path))
        return finished(print(context, {}));
    HistoryStore store(path);
    const Result<HistoryPage> page = readRows(store, historyWordsOf(context.line()), *limit);
    if (const std::optional<Error> notice = store.takeNotice())
        context.out().warning(notice->message());
    if (!page)
        return failed(page.error());
    if (Status printed = print(context, page->rows); !printed)
        return failed(printed.error());
    if (page->hasMore && !context.line().has(Option::Json))
        context.out().note(u"There are more; --limit N lists them."_s);
    return finished({});
}

} // namespace acx
