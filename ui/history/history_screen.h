// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/explorer/history_entry.h"
#include "app/explorer/request_state.h"
#include "ui/app_services.h"
#include "ui/screen.h"

#include <QTimer>

QT_BEGIN_NAMESPACE
class QLabel;
class QPushButton;
class QSplitter;
class QStackedWidget;
QT_END_NAMESPACE

namespace acx {

class HistoryCompare;
class HistoryDetail;
class HistorySide;

/// Everything sent, found again by any word, opened again, compared, removed. Its pages: "historyEmpty" with
/// "historyEmptyTitle", "historyEmptyText", "historyGoExplorer" and "historyGoSettings"; "historyColumns" with
/// HistorySide and, beside it, HistoryDetail, HistoryCompare or "historyMarked".
class HistoryScreen final : public Screen
{
    Q_OBJECT
public:
    explicit HistoryScreen(const AppServices &services, QWidget *parent = nullptr);

    void activate() override;
    /// As if somebody had typed it.
    void search(const QString &words);

Q_SIGNALS:
    /// To be opened in the Explorer; it is not sent yet.
    void openRequest(const acx::RequestState &state);

private:
    [[nodiscard]] QWidget *buildEmpty();
    [[nodiscard]] QWidget *buildColumns();
    void connectSide();
    void refreshSoon();
    void takeCount(qint64 total);
    void showMarked();
    void showEntry(qint64 id);
    void openMarked();
    void compareMarked();
    void removeMarked();
    void clearAll();
    void copyUrl();
    void tell(const QString &text);
    void tell(const Error &error);

    const AppServices m_services;
    QStackedWidget *m_pages;
    QWidget *m_empty = nullptr;
    QLabel *m_emptyTitle = nullptr;
    QLabel *m_emptyText = nullptr;
    QPushButton *m_goExplorer = nullptr;
    QPushButton *m_goSettings = nullptr;
    QSplitter *m_columns = nullptr;
    HistorySide *m_side = nullptr;
    QStackedWidget *m_right = nullptr;
    HistoryDetail *m_detail = nullptr;
    HistoryCompare *m_compare = nullptr;
    QLabel *m_marked = nullptr;
    QTimer m_refresh; ///< what happens at once is read once
    QList<qint64> m_shown;
    quint64 m_generation = 0; ///< an entry asked for earlier is dropped
};

} // namespace acx
