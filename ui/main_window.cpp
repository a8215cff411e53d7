// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/main_window.h"

#include "app/base/deliver.h"
#include "app/credentials/secret_store.h"
#include "app/deployments/deployment.h"
#include "app/explorer/history.h"
#include "app/network/network_setup.h"
#include "app/network/trust_store.h"
#include "app/profiles/profile_service.h"
#include "app/sandbox/sandbox_process.h"
#include "ui/explorer/explorer_screen.h"
#include "ui/history/history_screen.h"
#include "ui/lock/app_lock.h"
#include "ui/profiles/profiles_screen.h"
#include "ui/session.h"
#include "ui/settings/app_settings.h"
#include "ui/settings/settings_screen.h"
#include "ui/shell/rail.h"
#include "ui/shell/status_bar.h"
#include "ui/shell/top_bar.h"
#include "ui/shell/window_drops.h"
#include "ui/start_notices.h"
#include "ui/tokens/token_copier.h"
#include "ui/tokens/tokens_screen.h"
#include "ui/trust/certificate_offer.h"
#include "ui/welcome/welcome_screen.h"

#include <QApplication>
#include <QClipboard>
#include <QCloseEvent>
#include <QHBoxLayout>
#include <QMimeData>
#include <QShortcut>
#include <QStackedWidget>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace acx {

namespace {

constexpr QSize firstSize{1280, 800}; // pixels
constexpr QSize smallestSize{860, 560};

QString screenName(Place place)
{
    switch (place) {
    case Place::Explorer:
        return u"explorerScreen"_s;
    case Place::Tokens:
        return u"tokensScreen"_s;
    case Place::Profiles:
        return u"profilesScreen"_s;
    case Place::History:
        return u"historyScreen"_s;
    case Place::Settings:
        return u"settingsScreen"_s;
    case Place::Welcome:
        return u"welcomeScreen"_s;
    }
    Q_UNREACHABLE();
    return {};
}

} // namespace

MainWindow::MainWindow(const AppServices &services, Start start, QWidget *parent)
    : QWidget(parent)
    , m_services(services)
    , m_lock(new AppLock(services.broker, services.clipboard, services.clock, this))
    , m_content(new QWidget(this))
    , m_copier(new TokenCopier(services, this))
    , m_topBar(new TopBar(services, *m_copier, m_content))
    , m_rail(new Rail(services.theme, m_content))
    , m_messages(new MessageBar(services.theme, m_content))
    , m_stack(new QStackedWidget(m_content))
    , m_statusBar(new StatusBar(services, m_content))
    , m_palette(new CommandPalette(services.theme, m_content))
{
    setObjectName(u"mainWindow"_s);
    setWindowTitle(tr("API Connect Explorer"));
    setMinimumSize(smallestSize);
    if (!restoreGeometry(services.settings.windowGeometry()))
        resize(firstSize);
    buildFrame();
    connectParts();
    addShortcuts();
    followLock();
    if (start == Start::NextProfile && services.session.hasProfile())
        m_profile = services.session.profile()->id;
    profileChanged();
    showPlace(services.session.hasProfile() ? Place::Tokens : Place::Profiles);
    tellStartNotices();
}

MainWindow::~MainWindow() = default;

void MainWindow::buildFrame()
{
    auto *column = new QVBoxLayout;
    column->setSpacing(0);
    column->addWidget(m_messages);
    column->addWidget(m_stack, 1);
    column->addWidget(m_statusBar);
    auto *row = new QHBoxLayout;
    row->setSpacing(0);
    row->addWidget(m_rail);
    row->addLayout(column, 1);
    auto *layout = new QVBoxLayout(m_content);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_topBar);
    layout->addLayout(row, 1);
    auto *whole = new QVBoxLayout(this);
    whole->setContentsMargins(0, 0, 0, 0);
    whole->addWidget(m_content);
}

void MainWindow::connectParts()
{
    connect(m_rail, &Rail::chosen, this, &MainWindow::showPlace);
    connect(m_topBar, &TopBar::paletteWanted, this, &MainWindow::openPalette);
    connect(&m_topBar->switcher(), &ProfileSwitcher::addWanted, this, [this] { showPlace(Place::Welcome); });
    connect(&m_topBar->switcher(), &ProfileSwitcher::manageWanted, this, [this] { showPlace(Place::Profiles); });
    connect(&m_topBar->switcher(), &ProfileSwitcher::lockWanted, this, [this] { m_lock->lock(LockReason::Request); });
    connect(m_copier, &TokenCopier::failed, this,
            [this](const Error &error) { showMessage(Message::fromError(error)); });
    connect(m_copier, &TokenCopier::consentWanted, this, &MainWindow::askBeforeSpending);
    connect(&m_services.broker, &TokenBroker::stateChanged, this, [this](const TokenNeed &need) {
        if (m_asked == need && m_services.broker.state(need).token)
            dropQuestion(); // answered elsewhere
    });
    connect(&m_services.session, &Session::profileChanged, this, &MainWindow::profileChanged);
    connect(&m_services.network, &NetworkSetup::failed, this, &MainWindow::tellNetworkProblem);
    auto *offer = new CertificateOffer(m_services, this);
    connect(offer, &CertificateOffer::message, this, &MainWindow::showMessage);
    connect(&m_services.history, &History::failed, this, [this](const Error &error) {
        Message message = Message::fromError(error);
        message.kind = MessageKind::Warning;
        showMessage(message);
    });
    connect(&m_services.broker, &TokenBroker::clockSkewFound, this, [this](std::chrono::seconds skew) {
        Message message;
        message.kind = MessageKind::Warning;
        message.text = tr("This computer's clock and the token service's differ by %1 s.").arg(qAbs(skew.count()));
        message.nextStep =
            tr("Times are corrected by that here. Set the clock right: other programs may refuse tokens.");
        showMessage(message);
    });
    connect(&m_services.sandbox, &SandboxProcess::stopped, this, [this] {
        Message message;
        message.kind = MessageKind::Warning;
        message.text = tr("The sandbox has ended.");
        message.nextStep = tr("Start it again on the welcome screen; it makes a new key each time.");
        message.actionText = tr("Add a profile…");
        message.action = [this] { showPlace(Place::Welcome); };
        showMessage(message);
    });
    m_drops = new WindowDrops(m_services.theme, this);
    connect(m_drops, &WindowDrops::fileDropped, this, &MainWindow::importFile);
    connect(m_drops, &WindowDrops::textDropped, this, [this](const QString &text) {
        showPlace(Place::Welcome);
        welcome().importText(text);
    });
}

void MainWindow::addShortcut(const QKeySequence &keys, const std::function<void()> &run)
{
    auto *shortcut = new QShortcut(keys, m_content); // none of them while the content is hidden
    connect(shortcut, &QShortcut::activated, this, run);
}

void MainWindow::addShortcuts()
{
    for (const Place place : {Place::Explorer, Place::Tokens, Place::Profiles, Place::History, Place::Settings}) {
        const auto key = static_cast<Qt::Key>(Qt::Key_1 + static_cast<int>(place));
        addShortcut(QKeySequence(Qt::CTRL | key), [this, place] { showPlace(place); });
    }
    addShortcut(QKeySequence(Qt::CTRL | Qt::Key_K), [this] { openPalette(); });
    addShortcut(QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_P), [this] { m_topBar->switcher().openMenu(); });
    addShortcut(QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_C), [this] {
        if (m_services.session.hasProfile())
            m_copier->copy(m_services.session.usualTokenKind(), TokenFormat::Bearer);
    });
    // A field that has the focus takes the keys first, so this is a paste on the page itself.
    addShortcut(QKeySequence(QKeySequence::Paste), [this] { pasteKey(); });
    addShortcut(lockKeys(), [this] { m_lock->lock(LockReason::Request); });
    auto *quit = new QShortcut(QKeySequence(QKeySequence::Quit), this); // from the lock page, too
    connect(quit, &QShortcut::activated, this, &MainWindow::close);
}

void MainWindow::pasteKey()
{
    // Not on the later steps of an import, where it would begin another one unasked.
    const bool isMeant = m_place == Place::Profiles || (m_place == Place::Welcome && welcome().isAtStart());
    const QMimeData *data = QGuiApplication::clipboard()->mimeData();
    if (isMeant && data)
        m_drops->paste(*data);
}

Screen *MainWindow::makeScreen(Place place)
{
    switch (place) {
    case Place::Explorer:
        return new ExplorerScreen(m_services, m_stack);
    case Place::Tokens:
        return new TokensScreen(m_services, *m_copier, m_stack);
    case Place::Profiles:
        return new ProfilesScreen(m_services, m_stack);
    case Place::History: {
        auto *made = new HistoryScreen(m_services, m_stack);
        connect(made, &HistoryScreen::openRequest, this, &MainWindow::openRequest);
        return made;
    }
    case Place::Settings:
        return new SettingsScreen(m_services, m_stack);
    case Place::Welcome: {
        auto *made = new WelcomeScreen(m_services, m_stack);
        connect(made, &WelcomeScreen::done, this, [this] { showPlace(Place::Tokens); });
        return made;
    }
    }
    Q_UNREACHABLE();
    return nullptr;
}

Screen *MainWindow::screen(Place place)
{
    if (Screen *made = m_screens.value(static_cast<int>(place)); made != nullptr)
        return made;
    Screen *made = makeScreen(place);
    made->setObjectName(screenName(place));
    made->setProperty("page", true);
    m_screens.insert(static_cast<int>(place), made);
    m_stack->addWidget(made);
    connect(made, &Screen::message, this, &MainWindow::showMessage);
    connect(made, &Screen::clearMessage, m_messages, &MessageBar::clear);
    connect(made, &Screen::goTo, this, &MainWindow::showPlace);
    connect(made, &Screen::statusText, this, [this, made](const QString &text) {
        if (m_stack->currentWidget() == made)
            m_statusBar->setText(text);
    });
    return made;
}

ExplorerScreen &MainWindow::explorer()
{
    return *static_cast<ExplorerScreen *>(screen(Place::Explorer));
}

void MainWindow::openPalette()
{
    // The Explorer reads the operations while the person types.
    if (m_services.session.hasProfile())
        (void)explorer();
    m_palette->open(commands(), [this](const QString &words) { return operationCommands(words); });
}

void MainWindow::openRequest(const RequestState &state)
{
    showPlace(Place::Explorer);
    explorer().openRequest(state);
}

WelcomeScreen &MainWindow::welcome()
{
    return *static_cast<WelcomeScreen *>(screen(Place::Welcome));
}

void MainWindow::showPlace(Place place)
{
    // Without a profile the place of the profiles is the beginning.
    const Place shown = place == Place::Profiles && !m_services.session.hasProfile() ? Place::Welcome : place;
    Screen *target = screen(shown);
    const bool moves = m_stack->currentWidget() != target || m_place != shown;
    m_place = shown;
    m_rail->setPlace(shown);
    if (moves) {
        m_asked.reset();
        m_messages->clear();
        m_statusBar->setText({});
    }
    m_stack->setCurrentWidget(target);
    target->activate();
}

void MainWindow::beginAt(Place place)
{
    showPlace(place);
    tellStartNotices();
}

void MainWindow::showMessage(const Message &message)
{
    m_asked.reset();
    m_messages->showMessage(message);
}

void MainWindow::importFile(const QString &path)
{
    showPlace(Place::Welcome);
    welcome().importFile(path);
}

void MainWindow::profileChanged()
{
    const std::optional<Profile> profile = m_services.session.profile();
    const QUuid id = profile ? profile->id : QUuid();
    if (id == m_profile)
        return;
    m_profile = id;
    dropQuestion();
    if (!profile) {
        if (m_place == Place::Profiles)
            showPlace(Place::Profiles);
        return;
    }
    fetchUsualToken();
}

void MainWindow::fetchUsualToken()
{
    const std::optional<Profile> profile = m_services.session.profile();
    // A key that may be good for one exchange only, and a closed service, wait until the person asks.
    if (profile && !profile->singleUseKey && !m_services.deployments.get(profile->deployment).isRetired() &&
        !m_services.session.tokenKinds().isEmpty())
        deliver(m_services.broker.token(m_services.session.need(m_services.session.usualTokenKind())), this,
                [](const Result<Token> &) { /* the pill and the Tokens screen tell the outcome */ });
}

void MainWindow::tellNetworkProblem(const Error &problem)
{
    showMessage(withNetworkRetry(Message::fromError(problem)));
}

Message MainWindow::withNetworkRetry(Message message)
{
    message.actionText = tr("Try again");
    message.action = [this] {
        m_services.keychain.allowPrompt();
        m_services.network.refresh();
    };
    return message;
}

void MainWindow::tellStartNotices()
{
    const QList<Error> problems = m_services.network.problems();
    const QList<Error> all = problems + startNotices(m_services);
    if (all.isEmpty())
        return;
    Message message = Message::fromError(together(all));
    if (problems.isEmpty())
        message.kind = MessageKind::Warning;
    else
        message = withNetworkRetry(message);
    showMessage(message);
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    // Written by the time that the program ends; a place that cannot be kept is nothing to stay open for.
    std::ignore = m_services.settings.setWindowGeometry(saveGeometry());
    QWidget::closeEvent(event);
}

} // namespace acx
