// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/explorer/explorer_screen.h"

#include "app/base/visible_text.h"
#include "ui/explorer/catalog_panel.h"
#include "ui/explorer/explorer_tab.h"
#include "ui/explorer/operation_book.h"
#include "ui/session.h"
#include "ui/widgets/controls.h"
#include "ui/widgets/tool_tip.h"

#include <QApplication>
#include <QHBoxLayout>
#include <QMouseEvent>
#include <QShortcut>
#include <QSplitter>
#include <QStackedWidget>
#include <QTabBar>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace acx {

namespace {

constexpr int closeSize = 20;     // pixels
constexpr int saveDelay = 800;    // milliseconds
constexpr int longestTitle = 32;  // characters
constexpr int catalogWidth = 290; // pixels, where there is room
constexpr int leastCatalog = 230; // pixels, of a narrow window
constexpr int catalogPart = 4;    // at most this part of the window: a quarter

} // namespace

ExplorerScreen::ExplorerScreen(const AppServices &services, QWidget *parent)
    : Screen(parent)
    , m_services(services)
    , m_book(new OperationBook(services, this))
    , m_columns(new QSplitter(Qt::Horizontal, this))
    , m_catalog(new CatalogPanel(services, m_columns))
{
    setObjectName(u"explorerScreen"_s);
    m_columns->setObjectName(u"explorerColumns"_s);
    m_columns->setChildrenCollapsible(false);
    m_columns->setHandleWidth(1);
    m_columns->addWidget(m_catalog);
    m_columns->addWidget(buildTabs());
    m_columns->setStretchFactor(1, 1);
    connect(m_columns, &QSplitter::splitterMoved, this, [this] { m_areColumnsChosen = true; });
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_columns);
    buildCatalog();
    buildShortcuts();
    qApp->installEventFilter(this);
    connect(&services.session, &Session::profileChanged, this, &ExplorerScreen::followProfile);
    m_saveTimer.setSingleShot(true);
    m_saveTimer.setInterval(saveDelay);
    connect(&m_saveTimer, &QTimer::timeout, this, &ExplorerScreen::saveNow);
    addTab();
    followProfile();
}

ExplorerScreen::~ExplorerScreen()
{
    if (m_saveTimer.isActive())
        saveNow();
}

void ExplorerScreen::buildCatalog()
{
    connect(m_catalog, &CatalogPanel::operationChosen, this, &ExplorerScreen::openOperation);
    connect(m_book, &OperationBook::shippedChanged, this, [this] {
        m_catalog->setShipped(m_book->shipped());
        markCurrent();
    });
    connect(m_book, &OperationBook::failed, this,
            [this](const Error &error) { Q_EMIT message(Message::fromError(error)); });
}

QWidget *ExplorerScreen::buildTabs()
{
    auto *tabs = new QWidget(m_columns);
    m_stack = new QStackedWidget(tabs);
    m_stack->setObjectName(u"requestStack"_s);
    auto *layout = new QVBoxLayout(tabs);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(buildTabLine());
    layout->addWidget(m_stack, 1);
    return tabs;
}

QWidget *ExplorerScreen::buildTabLine()
{
    m_tabLine = new QWidget(m_columns);
    m_bar = new QTabBar(m_tabLine);
    m_bar->setObjectName(u"requestTabBar"_s);
    m_bar->setAccessibleName(tr("Open requests"));
    m_bar->setMovable(true);
    m_bar->setExpanding(false);
    m_bar->setDocumentMode(true);
    m_bar->setElideMode(Qt::ElideMiddle);
    m_bar->setUsesScrollButtons(true);
    QToolButton *plus = makeIconButton(m_services.theme, u"plus"_s, tr("New tab"), m_tabLine);
    plus->setObjectName(u"newTab"_s);
    plus->setToolTip(tr("New tab (%1)").arg(QKeySequence(QKeySequence::AddTab).toString(QKeySequence::NativeText)));
    auto *line = new QHBoxLayout;
    line->setContentsMargins(0, 0, Theme::space(Space::S), 0);
    line->setSpacing(Theme::space(Space::Xs));
    line->addWidget(m_bar, 1);
    line->addWidget(plus);
    auto *layout = new QVBoxLayout(m_tabLine);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(line);
    layout->addWidget(makeLine(m_tabLine));
    connect(m_bar, &QTabBar::currentChanged, this, &ExplorerScreen::showTab);
    connect(plus, &QToolButton::clicked, this, [this] { addTab().activate(); });
    return m_tabLine;
}

void ExplorerScreen::addShortcut(const QKeySequence &keys, const std::function<void()> &run)
{
    auto *shortcut = new QShortcut(keys, this);
    shortcut->setContext(Qt::WidgetWithChildrenShortcut);
    connect(shortcut, &QShortcut::activated, this, run);
}

void ExplorerScreen::buildShortcuts()
{
    addShortcut(QKeySequence(Qt::CTRL | Qt::Key_T), [this] { addTab().activate(); });
    addShortcut(QKeySequence(Qt::CTRL | Qt::Key_W), [this] { closeTab(&currentTab()); });
    addShortcut(QKeySequence(Qt::CTRL | Qt::Key_Tab), [this] { goThroughTabs(1); });
    addShortcut(QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_Tab), [this] { goThroughTabs(-1); });
}

void ExplorerScreen::activate()
{
    if (currentTab().isUntouched())
        m_catalog->focusSearch();
    else
        currentTab().activate();
}

void ExplorerScreen::cancelRequests()
{
    for (int i = 0; i < tabCount(); ++i)
        tabAt(i)->cancelRequest();
}

ExplorerTab &ExplorerScreen::currentTab() const
{
    return *tabAt(m_bar->currentIndex());
}

int ExplorerScreen::tabCount() const
{
    return m_bar->count();
}

ExplorerTab *ExplorerScreen::tabAt(int index) const
{
    return m_bar->tabData(index).value<ExplorerTab *>();
}

int ExplorerScreen::indexOf(const ExplorerTab &tab) const
{
    for (int i = 0; i < m_bar->count(); ++i) {
        if (tabAt(i) == &tab)
            return i;
    }
    return -1;
}

ExplorerTab &ExplorerScreen::addTab()
{
    auto *tab = new ExplorerTab(m_services, *m_book, m_stack);
    m_stack->addWidget(tab);
    {
        // The bar tells of its new current tab before the tab has its data.
        const QSignalBlocker quiet(m_bar);
        const int index = m_bar->addTab({});
        m_bar->setTabData(index, QVariant::fromValue(tab));
        addCloseButton(*tab);
        nameTab(*tab);
        m_bar->setCurrentIndex(index);
    }
    connectTab(*tab);
    m_tabLine->setVisible(m_bar->count() > 1);
    showTab(m_bar->currentIndex());
    return *tab;
}

void ExplorerScreen::connectTab(ExplorerTab &tab)
{
    connect(&tab, &ExplorerTab::titleChanged, this, [this, &tab] { nameTab(tab); });
    connect(&tab, &ExplorerTab::stateChanged, this, &ExplorerScreen::saveSoon);
    connect(&tab, &ExplorerTab::operationShown, this, [this, &tab] {
        if (&tab == &currentTab())
            markCurrent();
    });
    connect(&tab, &ExplorerTab::newTabWanted, this, [this](const QUrl &url) { addTab().openUrl(url); });
    connect(&tab, &ExplorerTab::definitionWanted, m_catalog, &CatalogPanel::openAnswer);
    connect(&tab, &ExplorerTab::message, this, &Screen::message);
    connect(&tab, &ExplorerTab::statusText, this, [this, &tab](const QString &text) {
        if (&tab == &currentTab())
            Q_EMIT statusText(text);
    });
}

void ExplorerScreen::openRequest(const RequestState &state)
{
    RequestState own = state;
    own.id = QUuid::createUuid(); // the same entry may be opened twice
    ExplorerTab &tab = currentTab().isUntouched() ? currentTab() : addTab();
    tab.openState(own);
    saveSoon();
}

void ExplorerScreen::openOperation(const QString &catalogId, const QString &operationId, bool newTab)
{
    ExplorerTab &tab = newTab ? addTab() : currentTab();
    tab.openOperation(catalogId, operationId);
    saveSoon();
}

void ExplorerScreen::markCurrent()
{
    const RequestState state = currentTab().state();
    m_catalog->setCurrent(state.catalogId, state.operationId);
}

void ExplorerScreen::addCloseButton(ExplorerTab &tab)
{
    QToolButton *close = makeIconButton(m_services.theme, u"close"_s, tr("Close tab"), m_bar);
    close->setObjectName(u"closeTab"_s);
    close->setFocusPolicy(Qt::NoFocus); // Ctrl+W
    close->setFixedSize(closeSize, closeSize);
    connect(close, &QToolButton::clicked, &tab, [this, &tab] { closeTab(&tab); });
    m_bar->setTabButton(indexOf(tab), QTabBar::RightSide, close);
}

void ExplorerScreen::closeTab(ExplorerTab *tab)
{
    if (m_bar->count() == 1)
        addTab();
    removeTab(tab);
    currentTab().activate();
    saveSoon();
}

void ExplorerScreen::removeTab(ExplorerTab *tab)
{
    tab->cancelRequest(); // not only when it is deleted
    m_bar->removeTab(indexOf(*tab));
    m_stack->removeWidget(tab);
    tab->hide();
    tab->deleteLater();
    m_tabLine->setVisible(m_bar->count() > 1);
}

void ExplorerScreen::showTab(int index)
{
    ExplorerTab *tab = tabAt(index);
    if (tab == nullptr)
        return;
    m_stack->setCurrentWidget(tab);
    markCurrent();
    saveSoon();
}

void ExplorerScreen::goThroughTabs(int step)
{
    m_bar->setCurrentIndex((m_bar->currentIndex() + step + m_bar->count()) % m_bar->count());
    currentTab().activate();
}

void ExplorerScreen::nameTab(const ExplorerTab &tab)
{
    const QString title = withVisibleControls(tab.title());
    QString shown = title.size() > longestTitle ? title.left(longestTitle - 1) + u'…' : title;
    m_bar->setTabText(indexOf(tab), shown.replace(u'&', "&&"_L1));
    m_bar->setTabToolTip(indexOf(tab), plainToolTip(title));
}

void ExplorerScreen::resizeEvent(QResizeEvent *event)
{
    Screen::resizeEvent(event);
    if (m_areColumnsChosen)
        return;
    const int catalog = std::clamp(width() / catalogPart, leastCatalog, catalogWidth);
    m_columns->setSizes({catalog, width() - catalog - m_columns->handleWidth()});
}

bool ExplorerScreen::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() != QEvent::MouseButtonRelease && event->type() != QEvent::MouseButtonPress)
        return Screen::eventFilter(watched, event);
    const auto *mouse = static_cast<QMouseEvent *>(event);
    const bool isRelease = event->type() == QEvent::MouseButtonRelease;
    if (watched == m_bar && isRelease && mouse->button() == Qt::MiddleButton) {
        if (ExplorerTab *tab = tabAt(m_bar->tabAt(mouse->pos())))
            closeTab(tab);
        return true;
    }
    const bool turns = mouse->button() == Qt::BackButton || mouse->button() == Qt::ForwardButton;
    auto *widget = qobject_cast<QWidget *>(watched);
    if (!turns || widget == nullptr || !isAncestorOf(widget))
        return Screen::eventFilter(watched, event);
    if (isRelease && mouse->button() == Qt::BackButton)
        currentTab().goBack();
    else if (isRelease)
        currentTab().goForward();
    return true;
}

} // namespace acx
