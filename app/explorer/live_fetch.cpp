// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/explorer/live_fetch.h"

#include "app/base/background.h"
#include "app/base/deliver.h"
#include "app/tokens/service_error.h"

#include <utility>

namespace acx {

LiveFetch::LiveFetch(RequestSender &sender, const QUuid &profile, const LiveLimits &limits, PageRequest request,
                     Done done, QObject *parent)
    : QObject(parent)
    , m_sender(sender)
    , m_profile(profile)
    , m_limits(limits)
    , m_request(std::move(request))
    , m_done(std::move(done))
{}

LiveFetch::~LiveFetch()
{
    m_cancel.cancel();
}

void LiveFetch::start(bool paged)
{
    m_paged = paged;
    askForPage();
}

void LiveFetch::askForPage()
{
    const Result<PreparedRequest> request = m_request(m_offset);
    if (!request)
        return finish(fail(request.error()));
    SendOptions options;
    options.deadline = m_limits.deadline;
    options.maxBytes = m_limits.maxBytes;
    options.cancel = m_cancel.token();
    deliver(m_sender.send(*request, m_profile, options), this, [this](const Result<Exchange> &exchange) {
        if (exchange)
            read(*exchange);
        else
            finish(fail(exchange.error()));
    });
}

void LiveFetch::read(const Exchange &exchange)
{
    const HttpResponse &response = exchange.response;
    if (response.problem)
        return finish(fail(*response.problem));
    if (!response.isSuccess())
        return finish(fail(apiError(response, {})));
    if (!m_entries.fetchedAt.isValid())
        m_entries.fetchedAt = exchange.sentAt;
    const auto work = [body = response.body]() -> Result<LivePage> {
        const Result<QByteArrayView> bytes = body.view();
        if (!bytes)
            return fail(bytes.error());
        return readLivePage(*bytes);
    };
    deliver(inBackground<LivePage>(work), this, [this](const Result<LivePage> &page) {
        if (page)
            take(*page);
        else
            finish(fail(page.error()));
    });
}

void LiveFetch::take(const LivePage &page)
{
    m_entries.items += page.items;
    m_offset += page.entries;
    const bool isLast = !m_paged || page.entries == 0 || !page.total || m_offset >= *page.total;
    if (!isLast && m_entries.items.size() < m_limits.maxValues)
        return askForPage();
    m_entries.isComplete = m_entries.items.size() <= m_limits.maxValues && (!page.total || m_offset >= *page.total);
    if (m_entries.items.size() > m_limits.maxValues)
        m_entries.items.resize(m_limits.maxValues);
    finish(m_entries);
}

void LiveFetch::finish(const Result<LiveEntries> &entries)
{
    if (const Done done = std::exchange(m_done, {}))
        done(entries);
}

} // namespace acx
