// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/app_services.h"
#include "ui/screen.h"

QT_BEGIN_NAMESPACE
class QSplitter;
class QStackedWidget;
class QTabBar;
QT_END_NAMESPACE

namespace acx {

class ExplorerTab;

/// Requests and their answers, several of them in tabs. The splitter "explorerColumns" holds what operations there are
/// and, right of it, the tabs: "requestTabBar" with "newTab", hidden as long as there is one tab only. Ctrl+T opens a
/// tab, Ctrl+W closes it, Ctrl+Tab and Ctrl+Shift+Tab go through them; a middle click on a tab closes it.
class ExplorerScreen final : public Screen
{
    Q_OBJECT
public:
    explicit ExplorerScreen(const AppServices &services, QWidget *parent = nullptr);

    void activate() override;
    /// There is always one.
    [[nodiscard]] ExplorerTab &currentTab() const;
    [[nodiscard]] int tabCount() const;
    ExplorerTab &addTab();

protected:
    /// Middle clicks on the tab bar.
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    [[nodiscard]] QWidget *buildTabs();
    [[nodiscard]] QWidget *buildTabLine();
    void buildShortcuts();
    void addShortcut(const QKeySequence &keys, const std::function<void()> &run);
    [[nodiscard]] ExplorerTab *tabAt(int index) const;
    [[nodiscard]] int indexOf(const ExplorerTab &tab) const;
    void addCloseButton(ExplorerTab &tab);
    void closeTab(ExplorerTab *tab);
    void showTab(int index);
    void goThroughTabs(int step);
    void nameTab(const ExplorerTab &tab);

    const AppServices m_services;
    QSplitter *m_columns;
    QWidget *m_tabLine = nullptr;
    QTabBar *m_bar = nullptr;
    QStackedWidget *m_stack = nullptr;
};

} // namespace acx
