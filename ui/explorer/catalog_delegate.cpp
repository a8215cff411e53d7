// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/explorer/catalog_delegate.h"

#include "ui/explorer/catalog_model.h"

#include <QPainter>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace acx {

namespace {

constexpr int arrowWidth = 12;   // pixels
constexpr int badgeWidth = 54;   // so that all titles begin in one line
constexpr int markSize = 14;     // pixels
constexpr int leastDetails = 40; // pixels; less of a name tells nothing
constexpr int twinDetails = 72;  // pixels kept for the path of one of two alike

/// With a pixel to spare, because a text that just fits may be measured a fraction wider when it is painted.
int widthOf(const QString &text, const QFont &font)
{
    return QFontMetrics(font).horizontalAdvance(text) + 2;
}

} // namespace

CatalogDelegate::CatalogDelegate(const Theme &theme, QObject *parent)
    : QStyledItemDelegate(parent)
    , m_theme(theme)
{}

QSize CatalogDelegate::sizeHint(const QStyleOptionViewItem &, const QModelIndex &) const
{
    return {0, m_theme.size(u"row"_s)};
}

QRect CatalogDelegate::moreRect(const QRect &row)
{
    constexpr int width = 28; // pixels
    return {row.right() - width, row.top(), width, row.height()};
}

void CatalogDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    paintBackground(*painter, option);
    switch (static_cast<CatalogModel::Kind>(index.data(CatalogModel::KindRole).toInt())) {
    case CatalogModel::Kind::Section:
        paintSection(*painter, option, index);
        break;
    case CatalogModel::Kind::Group:
        paintGroup(*painter, option, index);
        break;
    case CatalogModel::Kind::Operation:
        paintOperation(*painter, option, index);
        break;
    }
    painter->restore();
}

void CatalogDelegate::paintBackground(QPainter &painter, const QStyleOptionViewItem &option) const
{
    const bool isSelected = option.state.testFlag(QStyle::State_Selected);
    if (!isSelected && !option.state.testFlag(QStyle::State_MouseOver))
        return;
    const bool hasRing = isSelected && option.state.testFlag(QStyle::State_HasFocus);
    painter.setPen(hasRing ? QPen(m_theme.colour(Colour::Accent), 1) : QPen(Qt::NoPen));
    painter.setBrush(m_theme.colour(isSelected ? Colour::AccentSoft : Colour::SurfaceAlt));
    const int radius = m_theme.radius(u"control"_s);
    painter.drawRoundedRect(QRectF(option.rect).adjusted(0.5, 0.5, -0.5, -0.5), radius, radius);
}

void CatalogDelegate::paintText(QPainter &painter, const QRect &room, const QFont &font, Colour colour,
                                const QString &text) const
{
    painter.setFont(font);
    painter.setPen(m_theme.colour(colour));
    painter.drawText(room, Qt::AlignVCenter | Qt::AlignLeft,
                     QFontMetrics(font).elidedText(text, Qt::ElideRight, room.width()));
}

void CatalogDelegate::paintArrow(QPainter &painter, const QRect &room, bool isOpen) const
{
    const QPointF middle = QRectF(room).center();
    constexpr double half = 3.5; // pixels
    QPolygonF arrow;
    if (isOpen)
        arrow << middle + QPointF(-half, -half / 2) << middle + QPointF(half, -half / 2) << middle + QPointF(0, half);
    else
        arrow << middle + QPointF(-half / 2, -half) << middle + QPointF(half, 0) << middle + QPointF(-half / 2, half);
    painter.setPen(Qt::NoPen);
    painter.setBrush(m_theme.colour(Colour::TextMuted));
    painter.drawPolygon(arrow);
}

void CatalogDelegate::paintSection(QPainter &painter, const QStyleOptionViewItem &option,
                                   const QModelIndex &index) const
{
    QRect room = option.rect.adjusted(Theme::space(Space::S), 0, -Theme::space(Space::Xs), 0);
    painter.setPen(m_theme.colour(Colour::Border));
    if (index.row() > 0)
        painter.drawLine(option.rect.topLeft(), option.rect.topRight());
    paintArrow(painter, {room.left(), room.top(), arrowWidth, room.height()},
               option.state.testFlag(QStyle::State_Open));
    room.setLeft(room.left() + arrowWidth + Theme::space(Space::Xs));
    if (!index.data(CatalogModel::CatalogIdRole).toString().isEmpty()) {
        const QRect place = moreRect(option.rect);
        m_theme.icon(u"more"_s).paint(&painter, place.adjusted(5, 6, -5, -6));
        room.setRight(place.left());
    }
    const QString problem = index.data(CatalogModel::ProblemRole).toString();
    const QFont strong = m_theme.font(FontRole::Strong);
    const QString title = index.data().toString();
    const int titleWidth = std::min(widthOf(title, strong), room.width());
    paintText(painter, {room.left(), room.top(), titleWidth, room.height()}, strong, Colour::Accent, title);
    room.setLeft(room.left() + titleWidth + Theme::space(Space::S));
    if (room.width() < leastDetails)
        return;
    paintText(painter, room, m_theme.font(FontRole::Small), problem.isEmpty() ? Colour::TextMuted : Colour::Danger,
              problem.isEmpty() ? index.data(CatalogModel::DetailsRole).toString() : problem);
}

void CatalogDelegate::paintGroup(QPainter &painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const bool isOpen = option.state.testFlag(QStyle::State_Open);
    QRect room = option.rect.adjusted(Theme::space(Space::S), 0, -Theme::space(Space::S), 0);
    paintArrow(painter, {room.left(), room.top(), arrowWidth, room.height()}, isOpen);
    room.setLeft(room.left() + arrowWidth + Theme::space(Space::Xs));
    const QFont strong = m_theme.font(FontRole::Strong);
    const QFont body = m_theme.font(FontRole::Body);
    const QString name = index.data().toString();
    const QString count = isOpen ? QString() : u" · %L1"_s.arg(index.data(CatalogModel::CountRole).toInt());
    const int countWidth = widthOf(count, body);
    const int nameWidth = std::min(widthOf(name, strong), room.width() - countWidth);
    paintText(painter, {room.left(), room.top(), nameWidth, room.height()}, strong, Colour::Text, name);
    paintText(painter, {room.left() + nameWidth, room.top(), countWidth, room.height()}, body, Colour::TextMuted,
              count);
}

QRect CatalogDelegate::paintMarks(QPainter &painter, QRect room, const QModelIndex &index) const
{
    const auto mark = [&](const QString &icon, Colour colour) {
        const QRect place(room.right() - markSize + 1, room.center().y() - markSize / 2 + 1, markSize, markSize);
        m_theme.icon(icon, colour).paint(&painter, place);
        room.setRight(place.left() - Theme::space(Space::Xs));
    };
    if (!index.data(CatalogModel::ProblemRole).toString().isEmpty())
        mark(u"error"_s, Colour::Danger);
    if (!index.data(CatalogModel::CallableRole).toBool())
        return room;
    const auto risk = static_cast<OperationRisk>(index.data(CatalogModel::RiskRole).toInt());
    if (risk == OperationRisk::Destructive)
        mark(u"warning"_s, Colour::Danger);
    else if (risk == OperationRisk::Write)
        mark(u"edit"_s, Colour::TextMuted);
    return room;
}

void CatalogDelegate::paintOperation(QPainter &painter, const QStyleOptionViewItem &option,
                                     const QModelIndex &index) const
{
    QRect room = option.rect.adjusted(Theme::space(Space::S), 0, -Theme::space(Space::S), 0);
    painter.setFont(m_theme.font(FontRole::MonoSmall));
    painter.setPen(m_theme.methodColour(index.data(CatalogModel::FullMethodRole).toString()));
    painter.drawText(QRect(room.left(), room.top(), badgeWidth, room.height()), Qt::AlignVCenter | Qt::AlignLeft,
                     index.data(CatalogModel::MethodRole).toString());
    room.setLeft(room.left() + badgeWidth);
    room = paintMarks(painter, room, index);
    const QString group = index.data(CatalogModel::DetailsRole).toString();
    const bool isFaint =
        index.data(CatalogModel::DeprecatedRole).toBool() || !index.data(CatalogModel::CallableRole).toBool();
    QFont body = m_theme.font(FontRole::Body);
    body.setStrikeOut(index.data(CatalogModel::DeprecatedRole).toBool());
    const QString title = index.data().toString();
    const int kept = index.data(CatalogModel::TwinRole).toBool() ? twinDetails : 0;
    const int titleWidth = std::min(widthOf(title, body), room.width() - kept);
    paintText(painter, {room.left(), room.top(), titleWidth, room.height()}, body,
              isFaint ? Colour::TextMuted : Colour::Text, title);
    room.setLeft(room.left() + titleWidth + Theme::space(Space::S));
    if (!group.isEmpty() && room.width() >= leastDetails)
        paintText(painter, room, m_theme.font(FontRole::Small), Colour::TextMuted, group);
}

} // namespace acx
