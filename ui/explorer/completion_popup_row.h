// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/explorer/completion.h"

#include <QStyledItemDelegate>

namespace acx {

class Theme;

/// Draws one offer: its value with what was typed in bold, its title, the beginning of its id at the right.
class CompletionRow final : public QStyledItemDelegate
{
    Q_OBJECT
public:
    /// Roles of an item; Qt::DisplayRole is the value.
    enum Role { Title = Qt::UserRole, Id, Index };

    CompletionRow(const Theme &theme, QObject *parent);
    /// What was typed.
    void setTyped(const QString &typed) { m_typed = typed; }

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    /// Draws a text and returns where it ends.
    int drawMatched(QPainter &painter, const QRect &room, const QString &text) const;

    const Theme &m_theme;
    QString m_typed;
};

/// The beginning of a long id.
[[nodiscard]] QString shortId(const QString &id);

} // namespace acx
