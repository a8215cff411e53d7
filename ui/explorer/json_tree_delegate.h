// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/json/json_index.h"
#include "ui/theme/theme.h"

#include <QStyledItemDelegate>

namespace acx {

class JsonTreeModel;

/// Paints the rows of a JsonTreeModel: names, values and counts in their colours, links underlined, what was searched
/// for marked. Text is never markup.
class JsonTreeDelegate final : public QStyledItemDelegate
{
    Q_OBJECT
public:
    JsonTreeDelegate(const Theme &theme, const JsonTreeModel &model, QObject *parent = nullptr);

    /// What is marked in every row; case is ignored.
    void setNeedle(const QString &needle) { m_needle = needle; }
    /// The row that is the current hit, or none.
    void setCurrentHit(JsonIndex::Node node) { m_currentHit = node; }

    [[nodiscard]] int rowHeight() const;
    /// Where the value is painted in a row that begins at `row`.
    [[nodiscard]] QRect valueRect(const QRect &row, const QModelIndex &index) const;
    /// Pixels that the row's text takes.
    [[nodiscard]] int textWidth(const QModelIndex &index) const;

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    struct Segment;
    [[nodiscard]] QList<Segment> segments(const QModelIndex &index) const;
    [[nodiscard]] Colour valueColour(const QModelIndex &index) const;
    void paintHits(QPainter &painter, const QRect &rect, const QString &text, bool isCurrent) const;

    const Theme &m_theme;
    const JsonTreeModel &m_model;
    QString m_needle;
    JsonIndex::Node m_currentHit = JsonIndex::none;
};

} // namespace acx
