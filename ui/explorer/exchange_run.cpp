// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/explorer/exchange_run.h"

#include "app/base/deliver.h"

#include <QPointer>

#include <utility>

namespace acx {

ExchangeRun::ExchangeRun(RequestSender &sender, QObject *parent)
    : QObject(parent)
    , m_sender(sender)
{}

ExchangeRun::~ExchangeRun()
{
    cancel();
}

SendOptions ExchangeRun::begin()
{
    m_cancel.emplace();
    const quint64 generation = ++m_generation;
    SendOptions options;
    options.deadline = m_deadline;
    options.cancel = m_cancel->token();
    options.progress = [run = QPointer<ExchangeRun>(this), generation](const HttpProgress &progress) {
        if (run && generation == run->m_generation)
            Q_EMIT run->progressed(progress);
    };
    return options;
}

void ExchangeRun::send(const PreparedRequest &request, const QUuid &profile)
{
    if (m_cancel)
        return;
    const SendOptions options = begin();
    // Each of them ends with a result, and whoever listens to answered() and failed() only shows it.
    deliverAtOnce(m_sender.send(request, profile, options), this,
                  [this, generation = m_generation](const Result<Exchange> &result) { take(generation, result); });
}

void ExchangeRun::fetchAll(const PreparedRequest &request, const QUuid &profile)
{
    if (m_cancel)
        return;
    PagingOptions options;
    options.page = begin();
    options.page.progress = {}; // the pages are what counts
    const quint64 generation = m_generation;
    options.progress = [run = QPointer<ExchangeRun>(this), generation](const PagingProgress &progress) {
        if (run && generation == run->m_generation)
            Q_EMIT run->pagesProgressed(progress);
    };
    deliver(fetchAllPages(m_sender, request, profile, options, this), this,
            [this, generation](const Result<Exchange> &result) { take(generation, result); });
}

bool ExchangeRun::cancel()
{
    if (!m_cancel)
        return false;
    ++m_generation;
    CancelSource source = *std::exchange(m_cancel, std::nullopt);
    source.cancel();
    return true;
}

void ExchangeRun::take(quint64 generation, const Result<Exchange> &result)
{
    if (generation != m_generation)
        return;
    m_cancel.reset();
    if (result)
        Q_EMIT answered(*result);
    else
        Q_EMIT failed(result.error());
}

} // namespace acx
