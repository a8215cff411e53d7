// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/explorer/completion_popup.h"

#include "app/base/clock.h"
#include "app/base/visible_text.h"
#include "ui/explorer/completion_popup_row.h"
#include "ui/widgets/controls.h"
#include "ui/widgets/tool_tip.h"

#include <QGraphicsDropShadowEffect>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QListWidget>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace acx {

namespace {

constexpr int mostRows = 7;
constexpr int leastPopupWidth = 260; // pixels
constexpr int usualMost = 400;       // pixels, unless the field is wider
constexpr int footMargins = 56;      // pixels beside the text: borders and the button
constexpr int lineGap = 4;           // pixels between field and popup
constexpr int edge = 5;              // pixels: border and padding at each side

bool matches(const LiveValue &offer, const QString &typed)
{
    return offer.value.contains(typed, Qt::CaseInsensitive) || offer.title.contains(typed, Qt::CaseInsensitive) ||
           offer.id.contains(typed, Qt::CaseInsensitive);
}

QString ageText(qint64 seconds)
{
    if (seconds < 2)
        return CompletionPopup::tr("just now");
    if (seconds < 120)
        return CompletionPopup::tr("%1 s ago").arg(seconds);
    return CompletionPopup::tr("%1 min ago").arg(seconds / 60);
}

} // namespace

CompletionPopup::CompletionPopup(const Theme &theme, const Clock &clock, QWidget *window)
    : QFrame(window)
    , m_theme(theme)
    , m_clock(clock)
    , m_list(new QListWidget(this))
    , m_foot(new ElidedLabel(this))
    , m_error(makeParagraph({}, LabelKind::Small, this))
    , m_refresh(makeIconButton(theme, u"renew"_s, tr("Ask again"), this))
{
    setObjectName(u"completionPopup"_s);
    setAccessibleName(tr("What the API offers"));
    m_list->setObjectName(u"completionList"_s);
    m_list->setAccessibleName(tr("Offers"));
    m_list->setItemDelegate(new CompletionRow(theme, m_list));
    m_list->setFocusPolicy(Qt::NoFocus); // the keys go to the field
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setUniformItemSizes(true);
    m_foot->setObjectName(u"completionFoot"_s);
    m_foot->setProperty("role", u"smallMuted"_s);
    m_error->setObjectName(u"completionError"_s);
    m_error->setProperty("role", u"wrong"_s);
    m_refresh->setObjectName(u"completionRefresh"_s);
    m_refresh->setFocusPolicy(Qt::NoFocus);
    auto *foot = new QHBoxLayout;
    foot->setContentsMargins(Theme::space(Space::S), 0, 0, 0);
    foot->addWidget(m_error, 1);
    foot->addWidget(m_foot, 1);
    foot->addWidget(m_refresh, 0, Qt::AlignTop);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(edge, edge, edge, edge);
    layout->setSpacing(Theme::space(Space::Xs));
    layout->addWidget(m_list);
    layout->addWidget(makeLine(this));
    layout->addLayout(foot);
    auto *shadow = new QGraphicsDropShadowEffect(this);
    shadow->setColor(Theme::shadow());
    shadow->setBlurRadius(24);
    shadow->setOffset(0, 6);
    setGraphicsEffect(shadow);
    m_age.setInterval(1s);
    connect(&m_age, &QTimer::timeout, this, &CompletionPopup::tellAge);
    connect(m_list, &QListWidget::itemClicked, this, &CompletionPopup::chooseCurrent);
    connect(m_refresh, &QToolButton::clicked, this, &CompletionPopup::refreshWanted);
    window->installEventFilter(this);
    hide();
}

void CompletionPopup::follow(QLineEdit *line)
{
    if (m_line == line)
        return;
    if (m_line) {
        m_line->removeEventFilter(this);
        disconnect(m_line, nullptr, this, nullptr);
    }
    m_line = line;
    m_watched = line;
    m_offers = {};
    if (!line)
        return;
    line->installEventFilter(this);
    connect(line, &QLineEdit::textEdited, this, &CompletionPopup::filter);
}

void CompletionPopup::openFor(QLineEdit *line)
{
    follow(line);
    filter({});
    place();
    show();
    raise();
}

void CompletionPopup::close()
{
    m_age.stop();
    hide();
    follow(nullptr);
}

void CompletionPopup::showLoading()
{
    m_error->hide();
    m_foot->show();
    m_foot->setFullText(tr("Asking the API …"));
    m_refresh->show();
    m_refresh->setEnabled(false);
    place();
}

void CompletionPopup::showOffers(const LiveList &list)
{
    if (!m_line)
        return;
    m_offers = list;
    m_error->hide();
    m_foot->show();
    m_refresh->setVisible(list.fetchedAt.isValid());
    m_refresh->setEnabled(true);
    tellAge();
    if (list.fetchedAt.isValid())
        m_age.start();
    filter(m_line->isModified() ? m_line->text() : QString());
}

void CompletionPopup::showError(const Error &error)
{
    m_age.stop();
    m_offers = {};
    m_refresh->setEnabled(true);
    filter({});
    tellError(error.message());
}

void CompletionPopup::tellError(const QString &text)
{
    m_foot->hide();
    m_error->setText(withVisibleControls(text));
    m_error->show();
    place();
}

void CompletionPopup::tellAge()
{
    if (!m_offers.fetchedAt.isValid()) {
        m_foot->setFullText(m_offers.source);
        return;
    }
    const QString age = ageText(std::max<qint64>(0, m_offers.fetchedAt.secsTo(m_clock.now())));
    m_foot->setFullText(m_offers.isComplete ? tr("from %1, %2").arg(m_offers.source, age)
                                            : tr("the first ones from %1, %2").arg(m_offers.source, age));
}

void CompletionPopup::filter(const QString &typed)
{
    static_cast<CompletionRow *>(m_list->itemDelegate())->setTyped(typed);
    m_list->clear();
    QList<qsizetype> found;
    for (qsizetype i = 0; i < m_offers.values.size(); ++i) {
        if (matches(m_offers.values[i], typed))
            found.append(i);
    }
    std::stable_partition(found.begin(), found.end(), [this, &typed](qsizetype i) {
        return m_offers.values[i].value.startsWith(typed, Qt::CaseInsensitive);
    });
    for (const qsizetype i : std::as_const(found)) {
        const LiveValue &offer = m_offers.values[i];
        auto *item = new QListWidgetItem(withVisibleControls(offer.value), m_list);
        item->setData(CompletionRow::Title, offer.title == offer.value ? QString() : withVisibleControls(offer.title));
        item->setData(CompletionRow::Id, offer.id == offer.value ? QString() : withVisibleControls(offer.id));
        item->setData(CompletionRow::Index, i);
        item->setToolTip(plainToolTip(QStringList{offer.value, offer.title, offer.id}.join(u'\n')));
        if (m_line && offer.value == m_line->text())
            m_list->setCurrentItem(item);
    }
    if (found.isEmpty() && !m_offers.source.isEmpty() && !m_offers.fetchedAt.isValid())
        return close(); // beside examples, anything else may be right as well
    if (found.isEmpty() && !m_offers.source.isEmpty()) {
        auto *item = new QListWidgetItem(typed.isEmpty() ? tr("There is none yet") : tr("None by that name"), m_list);
        item->setFlags(Qt::NoItemFlags);
        item->setData(CompletionRow::Index, -1);
    } else if (!typed.isEmpty() && !m_list->currentItem()) {
        m_list->setCurrentRow(0);
    }
    place();
}

void CompletionPopup::chooseCurrent()
{
    const QListWidgetItem *item = m_list->currentItem();
    const int index = item ? item->data(CompletionRow::Index).toInt() : -1;
    if (index < 0)
        return;
    const LiveValue value = m_offers.values.at(index);
    Q_EMIT chosen(value);
    close();
}

void CompletionPopup::move(int step)
{
    const int rows = m_list->count();
    if (rows > 0)
        m_list->setCurrentRow((std::max(m_list->currentRow(), step > 0 ? -1 : 0) + step + rows) % rows);
}

void CompletionPopup::place()
{
    if (!m_line)
        return;
    const QWidget *over = parentWidget();
    const int rowHeight = m_theme.size(u"row"_s);
    const int rows = std::min(m_list->count(), mostRows);
    m_list->setFixedHeight(rows * rowHeight + 2);
    m_list->setVisible(rows > 0);
    const int least = std::max(leastPopupWidth, m_line->width());
    const int wanted = std::clamp(m_foot->sizeHint().width() + footMargins, least, std::max(least, usualMost));
    const int width = std::min(wanted, over->width());
    setFixedWidth(width);
    const int height = layout()->hasHeightForWidth() ? layout()->totalHeightForWidth(width) : sizeHint().height();
    const QPoint at = m_line->mapTo(over, QPoint(0, 0));
    const int below = at.y() + m_line->height() + lineGap;
    const int above = at.y() - lineGap - height;
    const int left = std::clamp(at.x(), 0, std::max(0, over->width() - width));
    setGeometry(left, below + height > over->height() && above >= 0 ? above : below, width, height);
}

bool CompletionPopup::handleKey(int key)
{
    switch (key) {
    case Qt::Key_Escape:
        close();
        return true;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (!m_list->currentItem() || m_list->currentItem()->data(CompletionRow::Index).toInt() < 0)
            return false;
        chooseCurrent();
        return true;
    case Qt::Key_Down:
    case Qt::Key_Up:
        move(key == Qt::Key_Down ? 1 : -1);
        return true;
    default:
        return false;
    }
}

bool CompletionPopup::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == parentWidget() && event->type() == QEvent::Resize && isVisible())
        close();
    if (watched != m_watched || !isVisible())
        return QFrame::eventFilter(watched, event);
    switch (event->type()) {
    case QEvent::FocusOut:
        if (static_cast<QFocusEvent *>(event)->reason() != Qt::ActiveWindowFocusReason)
            close();
        return false;
    case QEvent::ShortcutOverride:
        // Esc closes this before it means anything to the window.
        if (static_cast<QKeyEvent *>(event)->key() != Qt::Key_Escape)
            return false;
        event->accept();
        return true;
    case QEvent::KeyPress: {
        const auto *key = static_cast<QKeyEvent *>(event);
        return !key->modifiers().testFlag(Qt::ControlModifier) && handleKey(key->key());
    }
    default:
        return QFrame::eventFilter(watched, event);
    }
}

} // namespace acx
