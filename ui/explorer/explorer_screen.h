// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/explorer/draft_store.h"
#include "ui/app_services.h"
#include "ui/screen.h"

#include <QTimer>
#include <QUuid>

#include <functional>

QT_BEGIN_NAMESPACE
class QSplitter;
class QStackedWidget;
class QTabBar;
QT_END_NAMESPACE

namespace acx {

class CatalogPanel;
class ExplorerTab;
class OperationBook;

/// Requests and their answers, several of them in tabs. The splitter "explorerColumns" holds what operations there are
/// (see CatalogPanel) and, right of it, the tabs: "requestTabBar" with "newTab", hidden as long as there is one tab
/// only. Ctrl+T opens a tab, Ctrl+W closes it, Ctrl+Tab and Ctrl+Shift+Tab go through them; a middle click on a tab
/// closes it. What is open is kept for each profile (see DraftStore).
class ExplorerScreen final : public Screen
{
    Q_OBJECT
public:
    explicit ExplorerScreen(const AppServices &services, QWidget *parent = nullptr);
    ~ExplorerScreen() override;

    void activate() override;
    /// There is always one.
    [[nodiscard]] ExplorerTab &currentTab() const;
    [[nodiscard]] int tabCount() const;
    ExplorerTab &addTab();
    /// Shows a request in a tab of its own. Nothing is sent.
    void openRequest(const RequestState &state);
    /// Shows an operation in the current tab.
    void openOperation(const QString &catalogId, const QString &operationId, bool newTab = false);
    /// In every tab, for the person who locks the program.
    void cancelRequests();
    [[nodiscard]] const OperationBook &book() const { return *m_book; }

protected:
    /// The catalog takes a part of the window until the person moves it.
    void resizeEvent(QResizeEvent *event) override;
    /// Middle clicks on the tab bar; the mouse's own buttons for back and forward, wherever in the screen.
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void buildCatalog();
    [[nodiscard]] QWidget *buildTabs();
    [[nodiscard]] QWidget *buildTabLine();
    void buildShortcuts();
    void addShortcut(const QKeySequence &keys, const std::function<void()> &run);
    [[nodiscard]] ExplorerTab *tabAt(int index) const;
    [[nodiscard]] int indexOf(const ExplorerTab &tab) const;
    void connectTab(ExplorerTab &tab);
    void addCloseButton(ExplorerTab &tab);
    /// By the person: an empty one takes the place of the last.
    void closeTab(ExplorerTab *tab);
    void removeTab(ExplorerTab *tab);
    void showTab(int index);
    void goThroughTabs(int step);
    void nameTab(const ExplorerTab &tab);
    void markCurrent();

    // What survives a restart (explorer_screen_drafts.cpp)
    void followProfile();
    void takeDrafts(const QUuid &profile, const Result<DraftSet> &drafts);
    void closeAllBut(ExplorerTab &kept);
    void saveSoon();
    void saveNow();

    const AppServices m_services;
    OperationBook *m_book;
    QSplitter *m_columns;
    bool m_areColumnsChosen = false; ///< by the person, who moved them
    CatalogPanel *m_catalog;
    QWidget *m_tabLine = nullptr;
    QTabBar *m_bar = nullptr;
    QStackedWidget *m_stack = nullptr;
    QUuid m_profile;
    bool m_draftsRead = false; ///< of m_profile: before that, nothing is written over them
    bool m_saveWanted = false; ///< while they are read
    bool m_saveFailed = false;
    QTimer m_saveTimer;
};

} // namespace acx
