// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/explorer/completion_popup_row.h"

#include "ui/theme/theme.h"

#include <QPainter>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace acx {

namespace {

constexpr int idLength = 8; // characters of an id that tell it apart

struct Piece
{
    QString text;
    bool isMatch = false;
};

QList<Piece> piecesOf(const QString &text, const QString &typed)
{
    const qsizetype at = typed.isEmpty() ? -1 : text.indexOf(typed, 0, Qt::CaseInsensitive);
    if (at < 0)
        return {{text, false}};
    return {{text.left(at), false}, {text.mid(at, typed.size()), true}, {text.mid(at + typed.size()), false}};
}

} // namespace

QString shortId(const QString &id)
{
    return id.size() <= idLength + 1 ? id : id.left(idLength) + u'…';
}

CompletionRow::CompletionRow(const Theme &theme, QObject *parent)
    : QStyledItemDelegate(parent)
    , m_theme(theme)
{}

int CompletionRow::drawMatched(QPainter &painter, const QRect &room, const QString &text) const
{
    int left = room.left();
    const QList<Piece> pieces = piecesOf(text, m_typed);
    for (const Piece &piece : pieces) {
        const QFont font = m_theme.font(piece.isMatch ? FontRole::Strong : FontRole::Body);
        const QFontMetrics metrics(font);
        const QString shown = metrics.elidedText(piece.text, Qt::ElideRight, std::max(0, room.right() - left));
        painter.setFont(font);
        painter.drawText(QRect(left, room.top(), room.right() - left, room.height()),
                         Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine, shown);
        left += metrics.horizontalAdvance(shown);
    }
    return left;
}

void CompletionRow::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    if (option.state.testFlag(QStyle::State_Selected)) {
        const int radius = m_theme.radius(u"control"_s);
        painter->setPen(Qt::NoPen);
        painter->setBrush(m_theme.colour(Colour::AccentSoft));
        painter->drawRoundedRect(option.rect, radius, radius);
    }
    const int gap = Theme::space(Space::S);
    QRect room = option.rect.adjusted(gap, 0, -gap, 0);
    const QString id = shortId(index.data(Id).toString());
    const QFont mono = m_theme.font(FontRole::MonoSmall);
    const int idWidth = id.isEmpty() ? 0 : QFontMetrics(mono).horizontalAdvance(id) + gap;
    painter->setFont(mono);
    painter->setPen(m_theme.colour(Colour::TextMuted));
    painter->drawText(room, Qt::AlignRight | Qt::AlignVCenter | Qt::TextSingleLine, id);
    room.setRight(room.right() - idWidth);
    painter->setPen(m_theme.colour(Colour::Text));
    const int end = drawMatched(*painter, room, index.data().toString());
    const QFont small = m_theme.font(FontRole::Small);
    const QRect rest(end + gap, room.top(), std::max(0, room.right() - end - gap), room.height());
    painter->setFont(small);
    painter->setPen(m_theme.colour(Colour::TextMuted));
    painter->drawText(rest, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine,
                      QFontMetrics(small).elidedText(index.data(Title).toString(), Qt::ElideRight, rest.width()));
    painter->restore();
}

QSize CompletionRow::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    Q_UNUSED(option)
    Q_UNUSED(index)
    return {100, m_theme.size(u"row"_s)};
}

} // namespace acx
