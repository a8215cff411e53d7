// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/cancel.h"
#include "app/explorer/request_sender.h"
#include "ui/app_services.h"
#include "ui/screen.h"

#include <QUuid>

#include <optional>

QT_BEGIN_NAMESPACE
class QSplitter;
QT_END_NAMESPACE

namespace acx {

class AnswerPanel;
class RequestPanel;

/// Writes a request, sends it with the profile's token and shows the answer. Its two columns stand in the splitter
/// "explorerColumns". Controls: those of RequestPanel and AnswerPanel; Ctrl+Enter sends, Esc cancels.
class ExplorerScreen final : public Screen
{
    Q_OBJECT
public:
    explicit ExplorerScreen(const AppServices &services, QWidget *parent = nullptr);
    ~ExplorerScreen() override;

    void activate() override;

private:
    void buildShortcuts();
    void followProfile();
    /// Checks the draft; a DELETE asks first.
    void send();
    void transmit();
    void cancel();
    void takeResult(const Result<Exchange> &result);
    void save();
    [[nodiscard]] std::optional<PreparedRequest> prepared();

    const AppServices &m_services;
    QSplitter *m_columns;
    RequestPanel *m_request;
    AnswerPanel *m_answer;
    QUuid m_profile;
    std::optional<CancelSource> m_cancel; ///< set while an exchange runs
    quint64 m_generation = 0;             ///< the answer to an older request is dropped
};

} // namespace acx
