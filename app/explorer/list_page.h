// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/operations/operation.h"
#include "app/response/response_body.h"

#include <QByteArray>
#include <QUrl>

namespace acx {

/// One page of a V10 list: {"total_results": n, "results": […]}.
struct ListPage
{
    qint64 total = 0;        ///< as the service tells it
    qint64 items = 0;        ///< that were taken over
    bool isRepeated = false; ///< it is the page before once more (its items have an id or a url), so none was taken
    bool isCut = false;      ///< the limit was reached before the end of the page
};

/// Many pages as one JSON document, {"total_results":n,"results":[…]} with the items exactly as they were written.
class JoinedList final
{
public:
    /// `maxBytes` bounds the document.
    explicit JoinedList(qint64 maxBytes)
        : m_maxBytes(maxBytes)
    {}

    /// Takes the items of a page. InvalidInput when the body is no such page, Incomplete when it is no JSON, Disk when
    /// the document cannot be kept. May take a while with large pages.
    [[nodiscard]] Result<ListPage> add(const ResponseBody &page);
    [[nodiscard]] qint64 items() const { return m_items; }
    /// Ends the document. Nothing can be added after that.
    [[nodiscard]] Result<ResponseBody> finish(qint64 total);

private:
    [[nodiscard]] Status begin(qint64 total);

    ResponseBody m_body;
    qint64 m_maxBytes;
    qint64 m_items = 0;
    qint64 m_total = -1;      ///< in the beginning of the document; -1 = nothing is written
    qint64 m_headerBytes = 0; ///< before the first item
    QByteArray m_lastPage;    ///< a hash of its items as written
};

/// A GET that takes `limit` and `offset`.
[[nodiscard]] bool isPaged(const Operation &operation);
/// The answer of a list that says, near its beginning or its end, how many results there are.
[[nodiscard]] bool looksPaged(const ResponseBody &body);
/// `url` with these two in its query; what else is there stays as it is.
[[nodiscard]] QUrl pageUrl(const QUrl &url, qint64 offset, qint64 limit);
/// What `limit` in the query says; `fallback` where it is no number above 0.
[[nodiscard]] qint64 pageSizeOf(const QUrl &url, qint64 fallback);

} // namespace acx
