// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/theme.h"

#include <QStyledItemDelegate>

namespace acx {

/// Paints the rows of CatalogModel: headings of sections with their origin, groups with a count when folded, operations
/// with method badge, title and marks. Marks have shapes, so that nothing is told by colour alone.
class CatalogDelegate final : public QStyledItemDelegate
{
    Q_OBJECT
public:
    explicit CatalogDelegate(const Theme &theme, QObject *parent = nullptr);

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    /// Where the row of an opened definition takes a click for its details.
    [[nodiscard]] static QRect moreRect(const QRect &row);

private:
    void paintBackground(QPainter &painter, const QStyleOptionViewItem &option) const;
    void paintArrow(QPainter &painter, const QRect &room, bool isOpen) const;
    void paintSection(QPainter &painter, const QStyleOptionViewItem &option, const QModelIndex &index) const;
    void paintGroup(QPainter &painter, const QStyleOptionViewItem &option, const QModelIndex &index) const;
    void paintOperation(QPainter &painter, const QStyleOptionViewItem &option, const QModelIndex &index) const;
    /// At the right end; returns what is left of the room.
    [[nodiscard]] QRect paintMarks(QPainter &painter, QRect room, const QModelIndex &index) const;
    void paintText(QPainter &painter, const QRect &room, const QFont &font, Colour colour, const QString &text) const;

    const Theme &m_theme;
};

} // namespace acx
