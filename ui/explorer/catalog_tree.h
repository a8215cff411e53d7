// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSet>
#include <QTreeView>

namespace acx {

class CatalogModel;
class Theme;

/// The tree of operations. A click or Enter opens an operation, a middle click, Ctrl+click or Ctrl+Enter in a new tab;
/// a group folds, a section shows what is known about it by Enter, a double click or its context menu. Object name
/// "catalogTree"; the actions "openHere", "openInNewTab" and "aboutDefinition" are those of its context menu.
class CatalogTree final : public QTreeView
{
    Q_OBJECT
public:
    CatalogTree(const Theme &theme, CatalogModel &model, QWidget *parent = nullptr);

    /// Marks a row without opening anything.
    void mark(const QModelIndex &index);
    /// Unfolds a section and its groups.
    void reveal(const QModelIndex &section);

Q_SIGNALS:
    void operationChosen(const QString &catalogId, const QString &operationId, bool newTab);
    void sectionChosen(const QString &catalogId);
    /// Up from the first row.
    void leftUpwards();

protected:
    bool event(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void drawBranches(QPainter *painter, const QRect &rect, const QModelIndex &index) const override;

private:
    void buildActions();
    void choose(const QModelIndex &index, bool newTab);
    void unfoldAsBefore();
    void unfold(const QModelIndex &index);

    CatalogModel &m_model;
    QSet<QString> m_open;   ///< keys of what the person unfolded
    QSet<QString> m_folded; ///< keys of what the person folded
    bool m_restoring = false;
};

} // namespace acx
