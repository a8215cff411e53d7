// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/cancel.h"
#include "app/explorer/completion.h"
#include "app/explorer/live_items.h"
#include "app/explorer/request_sender.h"

#include <QObject>

#include <functional>

namespace acx {

/// All entries of one list, as far as the limits allow.
struct LiveEntries
{
    QList<LiveItem> items;
    QDateTime fetchedAt; ///< UTC, of the first page
    bool isComplete = true;
};

/// One list on its way, page after page. Ends by calling `done` once; deleting it stops it without a word.
class LiveFetch final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(LiveFetch)

public:
    /// Makes the request of the page that begins after so many entries.
    using PageRequest = std::function<Result<PreparedRequest>(qint64 offset)>;
    using Done = std::function<void(const Result<LiveEntries> &)>;

    LiveFetch(RequestSender &sender, const QUuid &profile, const LiveLimits &limits, PageRequest request, Done done,
              QObject *parent);
    ~LiveFetch() override;
    /// `paged`: the list takes an offset; false asks for one page only.
    void start(bool paged);

private:
    void askForPage();
    void read(const Exchange &exchange);
    void take(const LivePage &page);
    void finish(const Result<LiveEntries> &entries);

    RequestSender &m_sender;
    QUuid m_profile;
    LiveLimits m_limits;
    PageRequest m_request;
    Done m_done;
    CancelSource m_cancel;
    LiveEntries m_entries;
    qint64 m_offset = 0;
    bool m_paged = false;
};

} // namespace acx
