// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/explorer/request_sender.h"
#include "ui/explorer/body_text.h"

#include <QWidget>

#include <optional>

QT_BEGIN_NAMESPACE
class QLabel;
class QPlainTextEdit;
class QPushButton;
class QTabWidget;
QT_END_NAMESPACE

namespace acx {

class InlineNotice;
class Theme;
class WaterfallBar;

/// What came back. Its parts: "answerStatus", "answerTime", "answerSize", "copyBody", "saveBody", "waterfall",
/// "answerTabs" with "answerBody", "answerHeaders" and "answerTiming", "bodyNote"; the notices "answerNotice",
/// "answerProblem" and "answerError"; "answerEmpty" before the first answer.
class AnswerPanel final : public QWidget
{
    Q_OBJECT
public:
    explicit AnswerPanel(const Theme &theme, QWidget *parent = nullptr);

    void reset();
    void showSending();
    void showProgress(const HttpProgress &progress);
    void showExchange(const Exchange &exchange);
    void showError(const Error &error);
    [[nodiscard]] const std::optional<Exchange> &exchange() const { return m_exchange; }

Q_SIGNALS:
    void saveWanted();

private:
    [[nodiscard]] QWidget *buildHead();
    [[nodiscard]] QWidget *buildTabs();
    void setFilled(bool filled);
    void showSummary(const HttpResponse &response);
    void showNotices(const Exchange &exchange);
    void showBody(const HttpResponse &response);
    void takeBodyText(const BodyText &text);
    void copyBody();

    const Theme &m_theme;
    QLabel *m_empty;
    QWidget *m_filled;
    QLabel *m_status = nullptr;
    QLabel *m_time = nullptr;
    QLabel *m_size = nullptr;
    QPushButton *m_copy = nullptr;
    QPushButton *m_save = nullptr;
    WaterfallBar *m_waterfall = nullptr;
    QTabWidget *m_tabs = nullptr;
    QPlainTextEdit *m_body = nullptr;
    QPlainTextEdit *m_headers = nullptr;
    QPlainTextEdit *m_timing = nullptr;
    QLabel *m_bodyNote = nullptr;
    InlineNotice *m_notice;
    InlineNotice *m_problem;
    InlineNotice *m_error;
    std::optional<Exchange> m_exchange;
    quint64 m_generation = 0; ///< a body text made ready for an older answer is dropped
};

} // namespace acx
