// SPDX-License-Identifier: GPL-3.0-or-later
// What the window does while the program is locked.
#include "app/credentials/secret_store.h"
#include "ui/explorer/explorer_screen.h"
#include "ui/lock/app_lock.h"
#include "ui/lock/lock_page.h"
#include "ui/lock/screen_lock.h"
#include "ui/main_window.h"
#include "ui/settings/app_settings.h"
#include "ui/shell/window_drops.h"

#include <QApplication>
#include <QDialog>
#include <QLayout>
#include <QToolTip>

namespace acx {

namespace {

bool belongsTo(const QWidget *widget, const QWidget *window)
{
    while (widget && widget != window)
        widget = widget->parentWidget();
    return widget == window;
}

/// Menus, lists and dialogs lie above the window and would not be covered.
void closeOverlays(const QWidget *window)
{
    QToolTip::hideText();
    const QWidgetList windows = QApplication::topLevelWidgets();
    for (QWidget *top : windows) {
        if (top == window || !top->isVisible() || !belongsTo(top, window))
            continue;
        if (auto *dialog = qobject_cast<QDialog *>(top))
            dialog->reject();
        else
            top->close();
    }
}

} // namespace

void MainWindow::followLock()
{
    connect(m_lock, &AppLock::locked, this, &MainWindow::cover);
    connect(m_lock, &AppLock::unlocked, this, &MainWindow::uncover);
    const auto takeTime = [this] { m_lock->setIdleTime(m_services.settings.lockTime()); };
    connect(&m_services.settings, &AppSettings::lockTimeChanged, this, takeTime);
    takeTime();
    if (!m_services.keychain.isPersistent())
        return; // then D-Bus stays untouched
    auto *screen = new ScreenLock(this);
    connect(screen, &ScreenLock::locked, this, [this] { m_lock->lock(LockReason::Screen); });
}

void MainWindow::cover()
{
    closeOverlays(this);
    m_palette->close();
    m_focusBefore = focusWidget();
    m_drops->setEnabled(false);
    if (m_screens.contains(static_cast<int>(Place::Explorer)))
        explorer().cancelRequests();
    // What hides also hides what it had revealed.
    m_content->hide();
    if (!m_lockPage) {
        m_lockPage = new LockPage(m_services.theme, m_services.clipboard, this);
        layout()->addWidget(m_lockPage);
        connect(m_lockPage, &LockPage::unlockWanted, m_lock, &AppLock::unlock);
    }
    m_lockPage->show();
    m_lockPage->tell(*m_lock->reason());
}

void MainWindow::uncover()
{
    m_lockPage->hide();
    m_content->show();
    m_drops->setEnabled(true);
    if (m_focusBefore)
        m_focusBefore->setFocus(Qt::OtherFocusReason);
    fetchUsualToken();
}

} // namespace acx
