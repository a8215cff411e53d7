// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/theme.h"

#include <QStyledItemDelegate>

namespace acx {

/// Paints a row of HistoryModel in three lines: method, title and status; path; time, size, duration and profile.
class HistoryDelegate final : public QStyledItemDelegate
{
    Q_OBJECT
public:
    explicit HistoryDelegate(const Theme &theme, QObject *parent = nullptr);

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    void paintBackground(QPainter &painter, const QStyleOptionViewItem &option) const;
    /// At the right end of the first line; returns what is left of the room.
    [[nodiscard]] QRect paintStatus(QPainter &painter, QRect room, const QModelIndex &index) const;
    void paintText(QPainter &painter, const QRect &room, FontRole font, Colour colour, const QString &text,
                   Qt::TextElideMode mode = Qt::ElideRight) const;

    const Theme &m_theme;
};

} // namespace acx
