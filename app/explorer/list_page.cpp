// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/explorer/list_page.h"

#include "app/json/json_index.h"

#include <QCoreApplication>
#include <QCryptographicHash>

#include <algorithm>
#include <memory>
#include <utility>

using namespace Qt::StringLiterals;

namespace acx {

namespace {

constexpr qint64 closingBytes = 16; // more than what ends the document

Result<JsonIndexPtr> indexOf(const ResponseBody &page)
{
    const Result<QByteArrayView> text = page.view();
    if (!text)
        return fail(text.error());
    Result<JsonIndexed> indexed = JsonIndex::build(*text, std::make_shared<ResponseBody>(page));
    if (!indexed)
        return fail(indexed.error());
    if (*indexed)
        return **indexed;
    const JsonProblem &problem = indexed->error();
    return fail(ErrorKind::Incomplete, QCoreApplication::translate("acx", "The page is no valid JSON."),
                QCoreApplication::translate("acx", "Try again."),
                u"%1:%2: %3"_s.arg(problem.line).arg(problem.column).arg(problem.reason));
}

/// True if the first item can be told from another one of the same content.
bool hasIdentity(const JsonIndex &index, JsonIndex::Node results)
{
    if (index.childCount(results) == 0)
        return false;
    const JsonIndex::Node first = index.child(results, 0);
    return index.type(first) == JsonIndex::Type::Object &&
           (index.member(first, u"id") != JsonIndex::none || index.member(first, u"url") != JsonIndex::none);
}

tl::unexpected<Error> notAPage()
{
    return fail(ErrorKind::InvalidInput,
                QCoreApplication::translate("acx", "The answer is no list with total_results and results."),
                QCoreApplication::translate("acx", "Send the request as it is."));
}

/// The value of `name` in a query pair, or none.
bool isPair(const QString &pair, QLatin1StringView name)
{
    return pair == name || pair.startsWith(name + u'=');
}

} // namespace

Result<ListPage> JoinedList::add(const ResponseBody &page)
{
    const Result<JsonIndexPtr> indexed = indexOf(page);
    if (!indexed)
        return fail(indexed.error());
    const JsonIndex &index = **indexed;
    const bool isObject = index.type(index.root()) == JsonIndex::Type::Object;
    const JsonIndex::Node total = isObject ? index.member(index.root(), u"total_results") : JsonIndex::none;
    const JsonIndex::Node results = isObject ? index.member(index.root(), u"results") : JsonIndex::none;
    bool isNumber = false;
    ListPage read;
    read.total = total == JsonIndex::none ? -1 : index.raw(total).toByteArray().toLongLong(&isNumber);
    if (!isNumber || read.total < 0 || results == JsonIndex::none || index.type(results) != JsonIndex::Type::Array)
        return notAPage();
    const QByteArray hash = QCryptographicHash::hash(index.raw(results), QCryptographicHash::Sha256);
    read.isRepeated = std::exchange(m_lastPage, hash) == hash && hasIdentity(index, results);
    if (read.isRepeated)
        return read;
    if (const Status begun = begin(read.total); !begun)
        return fail(begun.error());
    JsonIndex::Node item = index.childCount(results) > 0 ? index.child(results, 0) : JsonIndex::none;
    for (; item != JsonIndex::none; item = index.nextSibling(item)) {
        const QByteArrayView written = index.raw(item);
        if (m_body.size() + written.size() + closingBytes > m_maxBytes) {
            read.isCut = true;
            break;
        }
        Status kept = m_items > 0 ? m_body.append(",\n") : Status();
        if (kept)
            kept = m_body.append(written);
        if (!kept)
            return fail(kept.error());
        ++m_items;
        ++read.items;
    }
    return read;
}

Status JoinedList::begin(qint64 total)
{
    if (m_total >= 0)
        return {};
    m_total = total;
    const QByteArray header = R"({"total_results":)" + QByteArray::number(total) + R"(,"results":[)" + '\n';
    m_headerBytes = header.size();
    return m_body.append(header);
}

Result<ResponseBody> JoinedList::finish(qint64 total)
{
    if (const Status begun = begin(total); !begun)
        return fail(begun.error());
    if (m_total != total) {
        // The number stands before the items.
        const ResponseBody before = std::exchange(m_body, ResponseBody());
        const Result<QByteArrayView> all = before.view();
        if (!all)
            return fail(all.error());
        const QByteArrayView written = all->sliced(m_headerBytes);
        m_total = -1;
        Status kept = begin(total);
        if (kept)
            kept = m_body.append(written);
        if (!kept)
            return fail(kept.error());
    }
    if (const Status kept = m_body.append("\n]}\n"); !kept)
        return fail(kept.error());
    return m_body;
}

bool isPaged(const Operation &operation)
{
    const auto takes = [&operation](QLatin1StringView name) {
        return std::any_of(operation.parameters.cbegin(), operation.parameters.cend(), [name](const auto &parameter) {
            return parameter.place == ParameterPlace::Query && parameter.name == name;
        });
    };
    return operation.method == "GET" && takes("limit"_L1) && takes("offset"_L1);
}

bool looksPaged(const ResponseBody &body)
{
    constexpr qsizetype margin = 200; // bytes
    const Result<QByteArrayView> all = body.view();
    if (!all || !all->trimmed().startsWith('{'))
        return false;
    const qsizetype seen = std::min(all->size(), margin);
    return all->first(seen).contains("\"total_results\"") || all->last(seen).contains("\"total_results\"");
}

QUrl pageUrl(const QUrl &url, qint64 offset, qint64 limit)
{
    QStringList pairs;
    for (const QString &pair : url.query(QUrl::FullyEncoded).split(u'&', Qt::SkipEmptyParts)) {
        if (!isPair(pair, "limit"_L1) && !isPair(pair, "offset"_L1))
            pairs.append(pair);
    }
    pairs.append(u"limit=%1"_s.arg(limit));
    pairs.append(u"offset=%1"_s.arg(offset));
    QUrl page = url;
    page.setQuery(pairs.join(u'&'));
    return page;
}

qint64 pageSizeOf(const QUrl &url, qint64 fallback)
{
    for (const QString &pair : url.query(QUrl::FullyEncoded).split(u'&', Qt::SkipEmptyParts)) {
        bool isNumber = false;
        const qint64 limit = isPair(pair, "limit"_L1) ? pair.section(u'=', 1).toLongLong(&isNumber) : 0;
        if (isNumber && limit > 0)
            return limit;
    }
    return fallback;
}

} // namespace acx
