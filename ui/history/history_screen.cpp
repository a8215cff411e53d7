// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/history/history_screen.h"

#include "app/base/deliver.h"
#include "app/explorer/history.h"
#include "ui/history/history_compare.h"
#include "ui/history/history_detail.h"
#include "ui/history/history_side.h"
#include "ui/history/history_text.h"
#include "ui/widgets/page.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QScrollArea>
#include <QSplitter>
#include <QStackedWidget>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace acx {

namespace {

constexpr int sideWidth = 360; // pixels; only their proportion counts
constexpr int detailWidth = 640;
constexpr int leastSide = 300;
constexpr int leastDetail = 380;
constexpr int iconSize = 36;
constexpr int emptyWidth = 420;

} // namespace

HistoryScreen::HistoryScreen(const AppServices &services, QWidget *parent)
    : Screen(parent)
    , m_services(services)
    , m_pages(new QStackedWidget(this))
{
    setObjectName(u"historyScreen"_s);
    m_empty = buildEmpty();
    m_pages->addWidget(buildColumns());
    m_pages->addWidget(m_empty);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_pages);
    connectSide();
    m_refresh.setSingleShot(true);
    m_refresh.setInterval(0);
    connect(&m_refresh, &QTimer::timeout, m_side, &HistorySide::refresh);
    connect(&services.history, &History::changed, this, &HistoryScreen::refreshSoon);
    connect(&services.history, &History::optionsChanged, this, &HistoryScreen::refreshSoon);
}

QWidget *HistoryScreen::buildEmpty()
{
    auto *column = new QWidget;
    auto *icon = makeLabel({}, LabelKind::Body, column);
    icon->setAlignment(Qt::AlignCenter);
    const Theme &theme = m_services.theme;
    const auto draw = [icon, &theme] {
        icon->setPixmap(
            theme.icon(u"history"_s, Colour::Accent).pixmap(QSize(iconSize, iconSize), icon->devicePixelRatioF()));
    };
    draw();
    connect(&theme, &Theme::changed, icon, draw);
    m_emptyTitle = makeLabel({}, LabelKind::Heading, column);
    m_emptyTitle->setObjectName(u"historyEmptyTitle"_s);
    m_emptyTitle->setAlignment(Qt::AlignCenter);
    m_emptyText = makeParagraph({}, LabelKind::Muted, column);
    m_emptyText->setObjectName(u"historyEmptyText"_s);
    m_emptyText->setAlignment(Qt::AlignCenter);
    m_goExplorer = makeButton(tr("Go to the Explorer"), ButtonKind::Normal, column);
    m_goExplorer->setObjectName(u"historyGoExplorer"_s);
    m_goSettings = makeButton(tr("Settings"), ButtonKind::Normal, column);
    m_goSettings->setObjectName(u"historyGoSettings"_s);
    connect(m_goExplorer, &QPushButton::clicked, this, [this] { Q_EMIT goTo(Place::Explorer); });
    connect(m_goSettings, &QPushButton::clicked, this, [this] { Q_EMIT goTo(Place::Settings); });
    auto *layout = new QVBoxLayout(column);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(Theme::space(Space::S));
    layout->addWidget(icon);
    layout->addWidget(m_emptyTitle);
    layout->addWidget(m_emptyText);
    layout->addSpacing(Theme::space(Space::S));
    layout->addWidget(m_goExplorer, 0, Qt::AlignHCenter);
    layout->addWidget(m_goSettings, 0, Qt::AlignHCenter);
    QScrollArea *page = makePage(column, emptyWidth, PageAlignment::Middle, this);
    page->setObjectName(u"historyEmpty"_s);
    return page;
}

QWidget *HistoryScreen::buildColumns()
{
    m_columns = new QSplitter(Qt::Horizontal, m_pages);
    m_columns->setObjectName(u"historyColumns"_s);
    m_columns->setChildrenCollapsible(false);
    m_columns->setHandleWidth(1);
    auto *surface = new QFrame(m_columns);
    surface->setProperty("panel", u"surface"_s);
    surface->setMinimumWidth(leastSide);
    m_side = new HistorySide(m_services, surface);
    auto *layout = new QVBoxLayout(surface);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_side);
    m_right = new QStackedWidget(m_columns);
    m_right->setMinimumWidth(leastDetail);
    m_marked = makeParagraph({}, LabelKind::Muted, m_right);
    m_marked->setObjectName(u"historyMarked"_s);
    m_marked->setAlignment(Qt::AlignCenter);
    m_detail = new HistoryDetail(m_services, m_right);
    m_compare = new HistoryCompare(m_services, m_right);
    m_right->addWidget(m_marked);
    m_right->addWidget(m_detail);
    m_right->addWidget(m_compare);
    m_columns->addWidget(surface);
    m_columns->addWidget(m_right);
    m_columns->setStretchFactor(0, 2);
    m_columns->setStretchFactor(1, 3);
    m_columns->setSizes({sideWidth, detailWidth});
    return m_columns;
}

void HistoryScreen::connectSide()
{
    connect(m_side, &HistorySide::markedChanged, this, &HistoryScreen::showMarked);
    connect(m_side, &HistorySide::openWanted, this, &HistoryScreen::openMarked);
    connect(m_side, &HistorySide::compareWanted, this, &HistoryScreen::compareMarked);
    connect(m_side, &HistorySide::removeWanted, this, &HistoryScreen::removeMarked);
    connect(m_side, &HistorySide::clearWanted, this, &HistoryScreen::clearAll);
    connect(m_side, &HistorySide::settingsWanted, this, [this] { Q_EMIT goTo(Place::Settings); });
    connect(m_side, &HistorySide::counted, this, &HistoryScreen::takeCount);
    connect(m_detail, &HistoryDetail::openWanted, this, &HistoryScreen::openMarked);
    connect(m_detail, &HistoryDetail::copyWanted, this, &HistoryScreen::copyUrl);
    connect(m_compare, &HistoryCompare::closed, this, [this] {
        m_shown.clear();
        showMarked();
        m_side->focusList();
    });
}

void HistoryScreen::activate()
{
    m_side->refresh();
    m_side->focusList();
}

void HistoryScreen::search(const QString &words)
{
    m_side->search(words);
}

void HistoryScreen::refreshSoon()
{
    if (isVisible())
        m_refresh.start();
}

void HistoryScreen::takeCount(qint64 total)
{
    const bool isOn = m_services.history.options().enabled;
    m_emptyTitle->setText(isOn ? tr("Nothing was sent yet") : tr("The history is switched off"));
    m_emptyText->setText(isOn ? tr("Each request you send in the Explorer or with acx call is kept here, without any "
                                   "secret, to be found, opened again and compared.")
                              : tr("What you send is not recorded: it is gone when you send the next request or close "
                                   "the window. You can switch the history on in the settings."));
    m_goExplorer->setVisible(isOn);
    m_goSettings->setVisible(!isOn);
    m_pages->setCurrentWidget(total == 0 ? m_empty : static_cast<QWidget *>(m_columns));
}

void HistoryScreen::showMarked()
{
    const QList<qint64> ids = m_side->marked();
    if (ids == m_shown)
        return;
    m_shown = ids;
    if (ids.size() == 1) {
        showEntry(ids.constFirst());
        return;
    }
    ++m_generation;
    m_marked->setText(ids.isEmpty()     ? tr("Choose a request to see what came back.")
                      : ids.size() == 2 ? tr("Two requests are marked. “Compare” shows how their answers differ.")
                                        : tr("%n request(s) are marked.", nullptr, int(ids.size())));
    m_right->setCurrentWidget(m_marked);
}

void HistoryScreen::showEntry(qint64 id)
{
    deliver(m_services.history.read(id), this, [this, generation = ++m_generation](const Result<HistoryEntry> &entry) {
        if (generation != m_generation)
            return;
        if (!entry) {
            m_marked->setText(entry.error().message());
            m_right->setCurrentWidget(m_marked);
            return;
        }
        m_detail->setEntry(*entry);
        m_right->setCurrentWidget(m_detail);
    });
}

void HistoryScreen::openMarked()
{
    const QList<qint64> ids = m_side->marked();
    if (ids.size() != 1)
        return;
    deliver(m_services.history.read(ids.constFirst()), this, [this](const Result<HistoryEntry> &entry) {
        if (!entry) {
            tell(entry.error());
            return;
        }
        const RequestState state = requestOf(*entry);
        Q_EMIT openRequest(state);
        Q_EMIT goTo(Place::Explorer);
        Message note;
        note.text = missingText(*entry, state);
        if (!note.text.isEmpty())
            Q_EMIT message(note);
    });
}

void HistoryScreen::compareMarked()
{
    const QList<qint64> ids = m_side->marked();
    if (ids.size() != 2)
        return;
    const quint64 generation = ++m_generation;
    deliver(m_services.history.read(ids.constFirst()), this,
            [this, generation, second = ids.constLast()](const Result<HistoryEntry> &one) {
                if (generation != m_generation)
                    return;
                if (!one)
                    return tell(one.error());
                deliver(m_services.history.read(second), this,
                        [this, generation, one = *one](const Result<HistoryEntry> &other) {
                            if (generation != m_generation)
                                return;
                            if (!other)
                                return tell(other.error());
                            m_compare->compare(one, *other);
                            m_right->setCurrentWidget(m_compare);
                        });
            });
}

void HistoryScreen::removeMarked()
{
    const QList<qint64> ids = m_side->marked();
    if (ids.isEmpty())
        return;
    deliver(m_services.history.remove(ids), this, [this, ids](const Status &removed) {
        if (!removed)
            return tell(removed.error());
        m_side->drop(ids);
        tell(tr("%n request(s) removed from the history.", nullptr, int(ids.size())));
    });
}

void HistoryScreen::clearAll()
{
    deliver(m_services.history.clear(), this, [this](const Status &cleared) {
        if (!cleared)
            return tell(cleared.error());
        m_side->refresh();
        tell(tr("The history is cleared."));
    });
}

void HistoryScreen::copyUrl()
{
    // Without any secret, as it is kept: nothing to clear from the clipboard later.
    QGuiApplication::clipboard()->setText(m_detail->entry().row.url);
    tell(tr("The URL is on the clipboard."));
}

void HistoryScreen::tell(const QString &text)
{
    Message note;
    note.kind = MessageKind::Success;
    note.text = text;
    note.staysOpen = false;
    Q_EMIT message(note);
}

void HistoryScreen::tell(const Error &error)
{
    Q_EMIT message(Message::fromError(error));
}

} // namespace acx
