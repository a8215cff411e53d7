// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/explorer/json_tree_delegate.h"

#include "ui/explorer/json_tree_model.h"

#include <QFontMetrics>
#include <QPainter>

using namespace Qt::StringLiterals;

namespace acx {

namespace {

constexpr int smallestRow = 22; // pixels
constexpr int textMargin = 2;   // pixels before the text

} // namespace

struct JsonTreeDelegate::Segment
{
    QString text;
    Colour colour = Colour::Text;
    bool isLink = false;
    bool isSearched = false;
};

JsonTreeDelegate::JsonTreeDelegate(const Theme &theme, const JsonTreeModel &model, QObject *parent)
    : QStyledItemDelegate(parent)
    , m_theme(theme)
    , m_model(model)
{}

int JsonTreeDelegate::rowHeight() const
{
    return qMax(smallestRow, QFontMetrics(m_theme.font(FontRole::Mono)).height() + 4);
}

Colour JsonTreeDelegate::valueColour(const QModelIndex &index) const
{
    switch (m_model.jsonIndex()->type(m_model.rowAt(index).node)) {
    case JsonIndex::Type::String:
        return Colour::Success;
    case JsonIndex::Type::Number:
        return Colour::Patch;
    case JsonIndex::Type::Boolean:
        return Colour::Warning;
    case JsonIndex::Type::Null:
    case JsonIndex::Type::Array:
    case JsonIndex::Type::Object:
        break;
    }
    return Colour::TextMuted;
}

QList<JsonTreeDelegate::Segment> JsonTreeDelegate::segments(const QModelIndex &index) const
{
    QList<Segment> parts;
    const JsonTreeRow row = m_model.rowAt(index);
    const QString name = m_model.nameText(index);
    if (row.isGroup)
        return {{name, Colour::TextMuted, false, false}};
    const JsonIndex &json = *m_model.jsonIndex();
    const bool isContainer = json.isContainer(row.node);
    if (!name.isEmpty()) {
        const bool isMember = json.hasKey(row.node) || !index.parent().isValid();
        parts += {name, isMember ? Colour::Accent : Colour::Text, false, true};
        parts += {isContainer ? u" "_s : u": "_s, Colour::Text, false, false};
    }
    const bool isLink = m_model.linkAt(index).has_value();
    const QString value = m_model.valueText(index);
    if (isLink && value.size() > 2) {
        parts += {value.sliced(1, value.size() - 2), Colour::Accent, true, true};
        return parts;
    }
    parts += {value, valueColour(index), false, !isContainer};
    if (m_model.isTooDeep(index))
        parts += {u" …"_s, Colour::Accent, false, false};
    return parts;
}

int JsonTreeDelegate::textWidth(const QModelIndex &index) const
{
    const QFontMetrics metrics(m_theme.font(FontRole::Mono));
    int width = 2 * textMargin;
    const QList<Segment> parts = segments(index);
    for (const Segment &part : parts)
        width += metrics.horizontalAdvance(part.text);
    return width;
}

QRect JsonTreeDelegate::valueRect(const QRect &row, const QModelIndex &index) const
{
    const QFontMetrics metrics(m_theme.font(FontRole::Mono));
    QRect rect = row.adjusted(textMargin, 0, 0, 0);
    const QList<Segment> parts = segments(index);
    for (const Segment &part : parts) {
        const int width = metrics.horizontalAdvance(part.text);
        if (&part == &parts.constLast()) {
            rect.setWidth(qMin(width, rect.width()));
            break;
        }
        rect.setLeft(rect.left() + width);
    }
    return rect;
}

void JsonTreeDelegate::paintHits(QPainter &painter, const QRect &rect, const QString &text, bool isCurrent) const
{
    if (m_needle.isEmpty())
        return;
    const QFontMetrics metrics = painter.fontMetrics();
    qsizetype at = text.indexOf(m_needle, 0, Qt::CaseInsensitive);
    for (; at >= 0; at = text.indexOf(m_needle, at + m_needle.size(), Qt::CaseInsensitive)) {
        const int left = metrics.horizontalAdvance(text, int(at));
        const int right = metrics.horizontalAdvance(text, int(at + m_needle.size()));
        const QRect mark(rect.left() + left, rect.center().y() - metrics.height() / 2, right - left, metrics.height());
        painter.fillRect(mark, m_theme.colour(Colour::WarningSoft));
        if (isCurrent) {
            painter.setPen(m_theme.colour(Colour::Warning));
            painter.drawRect(mark.adjusted(0, 0, -1, -1));
        }
    }
}

void JsonTreeDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    painter->save();
    const bool isCurrentHit = m_currentHit != JsonIndex::none && m_model.nodeAt(index) == m_currentHit;
    QFont font = m_theme.font(FontRole::Mono);
    painter->setFont(font);
    QRect rest = option.rect.adjusted(textMargin, 0, 0, 0);
    const QList<Segment> parts = segments(index);
    for (const Segment &part : parts) {
        if (rest.width() <= 0)
            break;
        font.setUnderline(part.isLink);
        painter->setFont(font);
        const QString shown = painter->fontMetrics().elidedText(part.text, Qt::ElideRight, rest.width());
        if (part.isSearched)
            paintHits(*painter, rest, shown, isCurrentHit);
        painter->setPen(m_theme.colour(part.colour));
        painter->drawText(rest, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine, shown);
        rest.setLeft(rest.left() + painter->fontMetrics().horizontalAdvance(part.text));
    }
    painter->restore();
}

QSize JsonTreeDelegate::sizeHint(const QStyleOptionViewItem &, const QModelIndex &) const
{
    return {100, rowHeight()}; // rows are of one height, and the view makes its column as wide as its rows are
}

} // namespace acx
