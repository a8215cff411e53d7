// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/tokens/token_broker.h"
#include "ui/app_services.h"
#include "ui/screen.h"
#include "ui/shell/command_palette.h"

#include <QHash>
#include <QPointer>
#include <QUuid>
#include <QWidget>

QT_BEGIN_NAMESPACE
class QStackedWidget;
class QVBoxLayout;
QT_END_NAMESPACE

namespace acx {

class AppLock;
class ExplorerScreen;
class LockPage;
class MessageBar;
class Rail;
struct RequestState;
class StatusBar;
class TokenCopier;
struct TokenNeed;
class TopBar;
class WelcomeScreen;
class WindowDrops;

/// The window: top bar, rail, one screen, status bar. Screens are built when first shown. Object name "mainWindow"; its
/// screens are named "explorerScreen", "tokensScreen", "profilesScreen", "historyScreen", "settingsScreen" and
/// "welcomeScreen". While the program is locked a LockPage stands in the place of all of them (main_window_lock.cpp).
class MainWindow final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(MainWindow)

public:
    /// Which profile the window gets its first token for.
    enum class Start { CurrentProfile, NextProfile };
    explicit MainWindow(const AppServices &services, Start start = Start::CurrentProfile, QWidget *parent = nullptr);
    ~MainWindow() override;

    void showPlace(Place place);
    /// Shows it as a part of the start: what the start had to say stays.
    void beginAt(Place place);
    [[nodiscard]] Place place() const { return m_place; }
    void showMessage(const Message &message);
    /// Begins an import on the welcome screen, as a drop does.
    void importFile(const QString &path);
    [[nodiscard]] AppLock &appLock() { return *m_lock; }

protected:
    void closeEvent(QCloseEvent *event) override;

private:
    void buildFrame();
    void connectParts();
    void addShortcuts();
    void addShortcut(const QKeySequence &keys, const std::function<void()> &run);
    [[nodiscard]] Screen *screen(Place place);
    [[nodiscard]] Screen *makeScreen(Place place);
    [[nodiscard]] WelcomeScreen &welcome();
    void profileChanged();
    void pasteKey();
    [[nodiscard]] ExplorerScreen &explorer();
    void openPalette();
    void openRequest(const RequestState &state);
    void pasteCurl();
    [[nodiscard]] QList<Command> commands();
    /// Operations of the profile's deployment, and the way to the history.
    [[nodiscard]] QList<Command> operationCommands(const QString &words);
    void addExplorerCommands(QList<Command> &commands);
    void addTokenCommands(QList<Command> &commands);
    void addProfileCommands(QList<Command> &commands);
    void addThemeCommands(QList<Command> &commands);
    void tellStartNotices();
    /// Part of the settings could not be used.
    void tellNetworkProblem(const Error &problem);
    void renewToken(const TokenNeed &need, const std::function<void()> &then = {});
    void askBeforeSpending(const TokenNeed &need, const std::function<void()> &then);
    /// Takes the question away that has no point any more.
    void dropQuestion();
    [[nodiscard]] Message withNetworkRetry(Message message);
    void fetchUsualToken();

    void followLock();
    void cover();
    void uncover();

    const AppServices m_services;
    AppLock *m_lock;
    QWidget *m_content; ///< all but the lock page; shortcuts and drops go with it
    TokenCopier *m_copier;
    TopBar *m_topBar;
    Rail *m_rail;
    MessageBar *m_messages;
    QStackedWidget *m_stack;
    StatusBar *m_statusBar;
    CommandPalette *m_palette;
    WindowDrops *m_drops = nullptr;
    LockPage *m_lockPage = nullptr; ///< made when first needed
    QPointer<QWidget> m_focusBefore;
    QHash<int, Screen *> m_screens;
    Place m_place = Place::Welcome;
    QUuid m_profile;
    std::optional<TokenNeed> m_asked; ///< what the message bar asks about
};

} // namespace acx
