// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/explorer/json_tree_model.h"
#include "ui/theme/theme.h"

#include <QItemSelectionModel>
#include <QTimer>
#include <QTreeView>

#include <optional>

namespace acx {

class JsonTreeDelegate;

/// The tree of a JSON answer. Arrows walk and unfold, Enter opens a link (with Ctrl in a new tab) or shows a value that
/// is too deep, Ctrl+C copies the value, the context menu has the rest. A click opens a link, a middle click or
/// Ctrl+click in a new tab. Nothing unfolds more than `mostRows` rows at a time.
class JsonTreeView final : public QTreeView
{
    Q_OBJECT
public:
    static constexpr int mostRows = 20'000;
    static constexpr int allLevels = -1;

    explicit JsonTreeView(const Theme &theme, QWidget *parent = nullptr);

    [[nodiscard]] JsonTreeModel &tree() { return *m_model; }
    /// Unfolds the root, the first list in it and the list's first item.
    void setIndex(JsonIndexPtr index);
    void setRoots(std::vector<JsonIndex::Node> roots);
    /// Unfolds that many levels below the roots and folds the others. Tells foldCapped() if there were too many rows.
    void unfold(int levels);
    /// Makes the value the current one and unfolds what is around it. What is too deep becomes part of a smaller tree;
    /// what a filter hides makes the tree whole again.
    void reveal(JsonIndex::Node node);
    void setNeedle(const QString &needle);
    void setCurrentHit(JsonIndex::Node node);
    [[nodiscard]] JsonIndex::Node currentNode() const;

    void copyValue();
    void copyPointer();
    void copyPath();
    void copySubtree();
    /// The current row's link, if it has one.
    void openLink(bool newTab);

Q_SIGNALS:
    void linkChosen(const acx::AnswerLink &link, bool newTab);
    void currentNodeChanged(acx::JsonIndex::Node node);
    /// The tree now shows other values than before, by itself or on the person's word.
    void rootsChanged();
    void foldCapped();
    /// A value was too large to be copied.
    void copyRefused();

protected:
    void drawBranches(QPainter *painter, const QRect &rect, const QModelIndex &index) const override;
    void drawRow(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    void keyPressEvent(QKeyEvent *event) override;
    void keyboardSearch(const QString &search) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void scrollContentsBy(int dx, int dy) override;
    void currentChanged(const QModelIndex &current, const QModelIndex &previous) override;
    void setSelection(const QRect &rect, QItemSelectionModel::SelectionFlags command) override;

private:
    /// The row whose link is at this place of the viewport.
    [[nodiscard]] QModelIndex linkIndexAt(const QPoint &position) const;
    void unfoldBelow(const QModelIndex &index);
    void unfoldFirstItem();
    [[nodiscard]] bool isFilledArray(const QModelIndex &index) const;
    void expandAround(const QModelIndex &index);
    void fitColumn();
    void showFromHere(const QModelIndex &index);
    [[nodiscard]] bool copyMore(const QKeyEvent &event);

    const Theme &m_theme;
    JsonTreeModel *m_model;
    JsonTreeDelegate *m_delegate;
    QTimer m_fit; ///< the column follows the rows that are seen
    QPersistentModelIndex m_pressedLink;
};

} // namespace acx
