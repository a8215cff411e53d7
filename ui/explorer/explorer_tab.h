// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/explorer/request_sender.h"
#include "ui/app_services.h"
#include "ui/widgets/message_bar.h"

#include <QUuid>
#include <QWidget>

#include <optional>

QT_BEGIN_NAMESPACE
class QSplitter;
QT_END_NAMESPACE

namespace acx {

class AnswerPanel;
class ExchangeRun;
class RequestPanel;

/// One request and its answer, side by side in the splitter "requestColumns". Controls: those of RequestPanel and
/// AnswerPanel; Ctrl+Enter sends, Esc cancels.
class ExplorerTab final : public QWidget
{
    Q_OBJECT
public:
    explicit ExplorerTab(const AppServices &services, QWidget *parent = nullptr);

    /// The operation's title, or the path; never empty.
    [[nodiscard]] QString title() const;
    /// Puts the focus where work begins.
    void activate();

Q_SIGNALS:
    void titleChanged();
    void message(const acx::Message &message);
    void statusText(const QString &text);

private:
    void buildShortcuts();
    void followProfile();
    /// Checks the draft; a DELETE asks first.
    void send();
    void transmit();
    void cancel();
    void takeAnswer(const Exchange &exchange);
    void takeError(const Error &error);
    void save();
    [[nodiscard]] std::optional<PreparedRequest> prepared();

    const AppServices m_services;
    QSplitter *m_columns;
    RequestPanel *m_request;
    AnswerPanel *m_answer;
    ExchangeRun *m_run;
    QUuid m_profile;
    QString m_title; ///< of what was last sent
};

} // namespace acx
