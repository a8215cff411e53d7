// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/history/history_delegate.h"

#include "ui/history/history_model.h"
#include "ui/widgets/controls.h"

#include <QPainter>

using namespace Qt::StringLiterals;

namespace acx {

namespace {

constexpr int badgeWidth = 54; // pixels; as in the catalog

int heightOf(const Theme &theme, FontRole role)
{
    return QFontMetrics(theme.font(role)).height();
}

Colour colourOf(TagKind kind)
{
    switch (kind) {
    case TagKind::Success:
        return Colour::Success;
    case TagKind::Warning:
        return Colour::Warning;
    case TagKind::Danger:
        return Colour::Danger;
    case TagKind::Neutral:
    case TagKind::Accent:
        break;
    }
    return Colour::TextMuted;
}

} // namespace

HistoryDelegate::HistoryDelegate(const Theme &theme, QObject *parent)
    : QStyledItemDelegate(parent)
    , m_theme(theme)
{}

QSize HistoryDelegate::sizeHint(const QStyleOptionViewItem &, const QModelIndex &) const
{
    return {0, 2 * Theme::space(Space::S) + heightOf(m_theme, FontRole::Strong) +
                   2 * (heightOf(m_theme, FontRole::Small) + 2)};
}

void HistoryDelegate::paintBackground(QPainter &painter, const QStyleOptionViewItem &option) const
{
    const bool isSelected = option.state.testFlag(QStyle::State_Selected);
    const bool hasFocus = option.state.testFlag(QStyle::State_HasFocus);
    if (!isSelected && !hasFocus && !option.state.testFlag(QStyle::State_MouseOver))
        return;
    painter.setPen(hasFocus ? QPen(m_theme.colour(Colour::Accent), 1) : QPen(Qt::NoPen));
    painter.setBrush(m_theme.colour(isSelected ? Colour::AccentSoft : Colour::SurfaceAlt));
    const int radius = m_theme.radius(u"control"_s);
    painter.drawRoundedRect(QRectF(option.rect).adjusted(0.5, 0.5, -0.5, -0.5), radius, radius);
}

void HistoryDelegate::paintText(QPainter &painter, const QRect &room, FontRole role, Colour colour, const QString &text,
                                Qt::TextElideMode mode) const
{
    const QFont font = m_theme.font(role);
    painter.setFont(font);
    painter.setPen(m_theme.colour(colour));
    painter.drawText(room, Qt::AlignVCenter | Qt::AlignLeft | Qt::TextSingleLine,
                     QFontMetrics(font).elidedText(text, mode, room.width()));
}

QRect HistoryDelegate::paintStatus(QPainter &painter, QRect room, const QModelIndex &index) const
{
    const QString text = index.data(HistoryModel::StatusRole).toString();
    const int width = QFontMetrics(m_theme.font(FontRole::Small)).horizontalAdvance(text) + 1;
    const auto kind = static_cast<TagKind>(index.data(HistoryModel::StatusKindRole).toInt());
    paintText(painter, {room.right() - width + 1, room.top(), width, room.height()}, FontRole::Small, colourOf(kind),
              text);
    room.setRight(room.right() - width - Theme::space(Space::S));
    return room;
}

void HistoryDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    paintBackground(*painter, option);
    const int small = heightOf(m_theme, FontRole::Small) + 2;
    QRect room = option.rect.adjusted(Theme::space(Space::M), Theme::space(Space::S), -Theme::space(Space::M), 0);
    room.setHeight(heightOf(m_theme, FontRole::Strong));
    const QString method = index.data(HistoryModel::MethodRole).toString();
    painter->setFont(m_theme.font(FontRole::MonoSmall));
    painter->setPen(m_theme.methodColour(method));
    painter->drawText(QRect(room.left(), room.top(), badgeWidth, room.height()), Qt::AlignVCenter | Qt::AlignLeft,
                      QFontMetrics(painter->font()).elidedText(method, Qt::ElideRight, badgeWidth - 4));
    room.setLeft(room.left() + badgeWidth);
    const int right = room.right();
    room = paintStatus(*painter, room, index);
    paintText(*painter, room, FontRole::Body, Colour::Text, index.data().toString(), Qt::ElideMiddle);
    room.setRight(right);
    room = {room.left(), room.bottom() + 1, room.width(), small};
    paintText(*painter, room, FontRole::Small, Colour::TextMuted, index.data(HistoryModel::PathRole).toString(),
              Qt::ElideMiddle);
    room.translate(0, small);
    paintText(*painter, room, FontRole::Small, Colour::TextMuted, index.data(HistoryModel::FactsRole).toString());
    painter->restore();
}

} // namespace acx
