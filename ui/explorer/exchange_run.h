// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/cancel.h"
#include "app/explorer/all_pages.h"
#include "app/explorer/request_sender.h"

#include <QObject>
#include <QUuid>

#include <optional>

namespace acx {

/// One exchange at a time. What an exchange still says after cancel() is dropped; its end cancels what runs.
class ExchangeRun final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ExchangeRun)

public:
    explicit ExchangeRun(RequestSender &sender, QObject *parent = nullptr);
    ~ExchangeRun() override;

    /// Of what is sent from now on.
    void setDeadline(std::chrono::milliseconds deadline) { m_deadline = deadline; }
    [[nodiscard]] bool isRunning() const { return m_cancel.has_value(); }
    /// Does nothing while one runs.
    void send(const PreparedRequest &request, const QUuid &profile);
    /// All pages of a list as one answer (see fetchAllPages).
    void fetchAll(const PreparedRequest &request, const QUuid &profile);
    /// Free at once. False if nothing ran.
    bool cancel();

Q_SIGNALS:
    // answered() and failed() come within the call that ends the exchange (within send() if it fails there): a slot
    // must not destroy the RequestSender or what it uses.
    void progressed(const acx::HttpProgress &progress);
    void pagesProgressed(const acx::PagingProgress &progress);
    void answered(const acx::Exchange &exchange);
    void failed(const acx::Error &error);

private:
    [[nodiscard]] SendOptions begin();
    void take(quint64 generation, const Result<Exchange> &result);

    RequestSender &m_sender;
    std::chrono::milliseconds m_deadline = SendOptions().deadline;
    std::optional<CancelSource> m_cancel; ///< set while an exchange runs
    quint64 m_generation = 0;             ///< what an older one says is dropped
};

} // namespace acx
