// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/explorer/request_sender.h"

#include <QFuture>

#include <chrono>
#include <functional>

QT_BEGIN_NAMESPACE
class QObject;
QT_END_NAMESPACE

namespace acx {

struct PagingProgress
{
    int pages = 0;                 ///< that arrived
    qint64 items = 0;              ///< in them
    qint64 total = -1;             ///< as the service last told it; -1 = not yet
    std::chrono::seconds pause{0}; ///< that the service asked for, and that has just begun
    bool operator==(const PagingProgress &) const = default;
};

struct PagingOptions
{
    SendOptions page;                       ///< of each request; `cancel` ends everything, `deadline` is a page's
    qint64 pageSize = 200;                  ///< where the request names no `limit`
    qint64 maxBytes = 1024LL * 1024 * 1024; ///< of the joined document
    int maxPages = 10'000;
    std::function<void(const PagingProgress &)> progress;
};

/// Asks for a V10 list page by page (`limit`, `offset`), from its beginning, until `total_results` are there, and gives
/// one answer: {"total_results":n,"results":[…]} with the items exactly as they were written, the headers of the first
/// page and the time of all. Each page is sent by RequestSender, so a 401 renews the token. Where the service asks for
/// a pause between two pages (429 or 503 with Retry-After), it gets it, five times in a row at most.
///
/// A first answer that is no such page is the result, as it came. A later page that fails, a service that gives the
/// same page again, and a limit end it: what has arrived is the body, and `problem` (Incomplete or TooLarge) says why
/// that is not all. A total that changes meanwhile is told in `notice`. Errors: those of RequestSender::send() for the
/// first page, Cancelled, Disk. With `owner` the paging ends.
[[nodiscard]] QFuture<Result<Exchange>> fetchAllPages(RequestSender &sender, const PreparedRequest &request,
                                                      const QUuid &profile, const PagingOptions &options,
                                                      QObject *owner);

} // namespace acx
