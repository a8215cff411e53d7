// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/command_palette.h"

#include "app/base/visible_text.h"
#include "ui/theme/theme.h"

#include <QGraphicsDropShadowEffect>
#include <QKeyEvent>
#include <QLineEdit>
#include <QListWidget>
#include <QPainter>
#include <QPointer>
#include <QStyledItemDelegate>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace acx {

namespace {

constexpr int widest = 560; // pixels
constexpr int rowHeight = 34;
constexpr int mostRows = 9;
constexpr int fieldHeight = 44;
constexpr int hintRole = Qt::UserRole + 1;

class CommandDelegate final : public QStyledItemDelegate
{
public:
    CommandDelegate(const Theme &theme, QObject *parent)
        : QStyledItemDelegate(parent)
        , m_theme(theme)
    {}

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        painter->save();
        painter->setRenderHint(QPainter::Antialiasing);
        if (option.state.testFlag(QStyle::State_Selected)) {
            painter->setPen(Qt::NoPen);
            painter->setBrush(m_theme.colour(Colour::AccentSoft));
            painter->drawRoundedRect(option.rect, 6, 6);
        }
        const QRect room = option.rect.adjusted(12, 0, -12, 0);
        const QString hint = index.data(hintRole).toString();
        const QFont small = m_theme.font(FontRole::Small);
        const int hintWidth = QFontMetrics(small).horizontalAdvance(hint);
        painter->setFont(small);
        painter->setPen(m_theme.colour(Colour::TextMuted));
        painter->drawText(room, Qt::AlignVCenter | Qt::AlignRight, hint);
        const QFont body = m_theme.font(FontRole::Body);
        painter->setFont(body);
        painter->setPen(m_theme.colour(Colour::Text));
        painter->drawText(
            room, Qt::AlignVCenter | Qt::AlignLeft,
            QFontMetrics(body).elidedText(index.data().toString(), Qt::ElideRight, room.width() - hintWidth - 16));
        painter->restore();
    }
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &, const QModelIndex &) const override
    {
        return {100, rowHeight};
    }

private:
    const Theme &m_theme;
};

bool matches(const Command &command, const QStringList &words)
{
    return std::all_of(words.begin(), words.end(), [&](const QString &word) {
        return command.text.contains(word, Qt::CaseInsensitive) || command.hint.contains(word, Qt::CaseInsensitive);
    });
}

} // namespace

CommandPalette::CommandPalette(const Theme &theme, QWidget *window)
    : QFrame(window)
    , m_field(new QLineEdit(this))
    , m_list(new QListWidget(this))
{
    setObjectName(u"commandPalette"_s);
    setAccessibleName(tr("Command palette"));
    m_field->setObjectName(u"paletteField"_s);
    m_field->setAccessibleName(tr("Search operations, actions, history"));
    m_field->setPlaceholderText(tr("Search operations, actions, history"));
    m_field->installEventFilter(this);
    m_list->setObjectName(u"paletteList"_s);
    m_list->setAccessibleName(tr("Found actions"));
    m_list->setItemDelegate(new CommandDelegate(theme, this));
    m_list->setFocusPolicy(Qt::NoFocus); // the keys go to the field
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setUniformItemSizes(true);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(1, 1, 1, 1);
    layout->setSpacing(0);
    layout->addWidget(m_field);
    layout->addWidget(m_list);
    auto *shadow = new QGraphicsDropShadowEffect(this);
    shadow->setColor(theme.shadow());
    shadow->setBlurRadius(32);
    shadow->setOffset(0, 8);
    setGraphicsEffect(shadow);
    window->installEventFilter(this);
    connect(m_field, &QLineEdit::textChanged, this, &CommandPalette::filter);
    connect(m_list, &QListWidget::itemClicked, this, &CommandPalette::runCurrent);
    hide();
}

void CommandPalette::open(QList<Command> commands, Finder finder)
{
    m_commands = std::move(commands);
    m_finder = std::move(finder);
    m_focusBefore = window()->focusWidget();
    m_field->clear();
    filter({});
    place();
    show();
    raise();
    m_field->setFocus(Qt::PopupFocusReason);
}

void CommandPalette::close()
{
    if (!isVisible())
        return;
    const QPointer<QWidget> before = m_focusBefore;
    m_focusBefore = nullptr;
    hide();
    m_commands.clear();
    m_found.clear();
    m_finder = nullptr;
    if (before)
        before->setFocus(Qt::PopupFocusReason);
}

void CommandPalette::filter(const QString &typed)
{
    const QStringList words = typed.split(u' ', Qt::SkipEmptyParts);
    m_list->clear();
    for (int i = 0; i < m_commands.size(); ++i) {
        if (matches(m_commands[i], words))
            add(m_commands[i], i);
    }
    m_found = m_finder && !words.isEmpty() ? m_finder(typed) : QList<Command>();
    for (int i = 0; i < m_found.size(); ++i)
        add(m_found[i], int(m_commands.size()) + i);
    if (m_list->count() == 0) {
        auto *item = new QListWidgetItem(tr("Nothing here by that name"), m_list);
        item->setFlags(Qt::NoItemFlags);
        item->setData(Qt::UserRole, -1);
    } else {
        m_list->setCurrentRow(0);
    }
    place();
}

void CommandPalette::add(const Command &command, int index)
{
    auto *item = new QListWidgetItem(withVisibleControls(command.text), m_list);
    item->setData(Qt::UserRole, index);
    item->setData(hintRole, withVisibleControls(command.hint));
}

void CommandPalette::place()
{
    const QWidget *over = parentWidget();
    const int width = std::min(widest, over->width() - 2 * Theme::space(Space::Xl));
    const int rows = std::clamp(m_list->count(), 1, mostRows);
    setGeometry((over->width() - width) / 2, 60, width, fieldHeight + rows * rowHeight + 12);
}

void CommandPalette::runCurrent()
{
    const QListWidgetItem *item = m_list->currentItem();
    const int index = item == nullptr ? -1 : item->data(Qt::UserRole).toInt();
    if (index < 0)
        return;
    const std::function<void()> run =
        index < m_commands.size() ? m_commands[index].run : m_found[index - m_commands.size()].run;
    close();
    run();
}

bool CommandPalette::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == parentWidget() && event->type() == QEvent::Resize && isVisible())
        place();
    if (watched != m_field)
        return QFrame::eventFilter(watched, event);
    if (event->type() == QEvent::FocusOut &&
        static_cast<QFocusEvent *>(event)->reason() != Qt::ActiveWindowFocusReason) {
        m_focusBefore = nullptr; // somebody else has the focus now
        close();
        return false;
    }
    if (event->type() != QEvent::KeyPress)
        return QFrame::eventFilter(watched, event);
    const int rows = m_list->count();
    switch (static_cast<QKeyEvent *>(event)->key()) {
    case Qt::Key_Escape:
        close();
        return true;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        runCurrent();
        return true;
    case Qt::Key_Down:
        m_list->setCurrentRow((m_list->currentRow() + 1) % rows);
        return true;
    case Qt::Key_Up:
        m_list->setCurrentRow((m_list->currentRow() + rows - 1) % rows);
        return true;
    default:
        return QFrame::eventFilter(watched, event);
    }
}

} // namespace acx
