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

void ExchangeRun::send(const PreparedRequest &request, const QUuid &profile)
{
    if (m_cancel)
        return;
    m_cancel.emplace();
    const quint64 generation = ++m_generation;
    SendOptions options;
    options.cancel = m_cancel->token();
    options.progress = [run = QPointer<ExchangeRun>(this), generation](const HttpProgress &progress) {
        if (run && generation == run->m_generation)
            Q_EMIT run->progressed(progress);
    };
    deliver(m_sender.send(request, profile, options), this,
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
