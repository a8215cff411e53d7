// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/test_main.h"
#include "tests/ui/screen_bench.h"
#include "ui/explorer/answer_panel.h"
#include "ui/explorer/catalog_model.h"
#include "ui/explorer/explorer_screen.h"
#include "ui/explorer/explorer_tab.h"
#include "ui/explorer/json_tree_view.h"

#include <QTabWidget>
#include <QTreeView>

#include <algorithm>

namespace acx {

/// The body of the answer that is shown; null if there is none.
inline QByteArray bodyOf(const QWidget &root)
{
    const std::optional<Exchange> &exchange = root.findChild<AnswerPanel *>()->exchange();
    return exchange ? exchange->response.body.head(10'000'000) : QByteArray();
}

/// The answer's values, once they are read.
inline JsonTreeView &treeOf(const QWidget &root)
{
    auto *panel = root.findChild<AnswerPanel *>();
    if (!QTest::qWaitFor([panel] { return panel->jsonIndex() != nullptr; }, 20'000))
        qFatal("No JSON was read.");
    return *part<JsonTreeView>(root, "answerTree");
}

/// Clicks the link in row number `row` of those of that name.
inline void clickLink(const QWidget &root, const QString &name, Qt::MouseButton button = Qt::LeftButton, int row = 0)
{
    JsonTreeView &tree = treeOf(root);
    tree.unfold(JsonTreeView::allLevels);
    for (QModelIndex index = tree.tree().index(0, 0); index.isValid(); index = tree.indexBelow(index)) {
        if (tree.tree().nameText(index) != name || row-- > 0)
            continue;
        tree.scrollTo(index);
        const QRect rect = tree.visualRect(index);
        // The URL is most of the row.
        const int middle =
            std::min(tree.sizeHintForIndex(index).width() / 2, tree.viewport()->width() - rect.left() - 20);
        QTest::mouseClick(tree.viewport(), button, {}, {rect.left() + middle, rect.center().y()});
        return;
    }
    qFatal("The answer has no %s.", qPrintable(name));
}

inline QModelIndex operationRow(const QAbstractItemModel &model, const QString &catalogId, const QString &operationId,
                                const QModelIndex &parent = {})
{
    for (int row = 0; row < model.rowCount(parent); ++row) {
        const QModelIndex index = model.index(row, 0, parent);
        if (index.data(CatalogModel::OperationIdRole).toString() == operationId &&
            index.data(CatalogModel::CatalogIdRole).toString() == catalogId)
            return index;
        const QModelIndex below = operationRow(model, catalogId, operationId, index);
        if (below.isValid())
            return below;
    }
    return {};
}

/// Clicks an operation in the column of operations, once it is there.
inline void clickOperation(const QWidget &root, const QString &operationId, const QString &catalogId = {},
                           Qt::MouseButton button = Qt::LeftButton)
{
    auto *tree = part<QTreeView>(root, "catalogTree");
    const auto find = [&] { return operationRow(*tree->model(), catalogId, operationId); };
    if (!QTest::qWaitFor([&] { return find().isValid(); }, 20'000))
        qFatal("There is no operation %s.", qPrintable(operationId));
    const QModelIndex index = find();
    for (QModelIndex above = index.parent(); above.isValid(); above = above.parent())
        tree->expand(above);
    tree->scrollTo(index);
    QTest::mouseClick(tree->viewport(), button, {}, tree->visualRect(index).center());
}

} // namespace acx
