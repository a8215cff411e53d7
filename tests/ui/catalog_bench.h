// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/operations/shipped_catalogs.h"
#include "tests/explorer/definition_texts.h"
#include "tests/ui/screen_bench.h"
#include "ui/explorer/catalog_model.h"
#include "ui/explorer/catalog_panel.h"

#include <QAction>
#include <QClipboard>
#include <QFile>
#include <QGuiApplication>
#include <QSignalSpy>
#include <QTreeView>

namespace acx {

using namespace Qt::StringLiterals;

inline void trigger(const QWidget &root, const char *name)
{
    root.findChild<QAction *>(QString::fromLatin1(name))->trigger();
}

inline QModelIndex rowOf(const QAbstractItemModel &model, const QString &text, const QModelIndex &parent = {})
{
    for (int row = 0; row < model.rowCount(parent); ++row) {
        const QModelIndex index = model.index(row, 0, parent);
        if (index.data().toString() == text)
            return index;
        if (const QModelIndex inner = rowOf(model, text, index); inner.isValid())
            return inner;
    }
    return {};
}

inline QStringList texts(const QAbstractItemModel &model, const QModelIndex &parent = {})
{
    QStringList rows;
    for (int row = 0; row < model.rowCount(parent); ++row)
        rows += model.index(row, 0, parent).data().toString();
    return rows;
}

/// GET, POST, DELETE, one that is deprecated, one broken, a webhook, a callback and a reference that leads nowhere.
inline QByteArray allSorts()
{
    return "openapi: 3.1.0\ninfo: {title: All sorts, version: '3'}\nservers: [{url: 'https://api.example.com'}]\n"
           "paths:\n"
           "  /things:\n"
           "    get: {operationId: listThings, summary: List things, tags: [Things]}\n"
           "    post: {operationId: addThing, summary: Add a thing, tags: [Things],\n"
           "           callbacks: {done: {'{$request.body#/url}': {post: {summary: Thing is done}}}}}\n"
           "  /things/{id}:\n"
           "    delete: {operationId: deleteThing, summary: Delete a thing, tags: [Things]}\n"
           "    get: {operationId: oldThing, summary: Get a thing, tags: [Old], deprecated: true}\n"
           "  /broken: {get: 7}\n"
           "  /other: {$ref: '#/components/pathItems/absent'}\n"
           "webhooks:\n"
           "  thingMade: {post: {summary: A thing was made}}\n"
           "components: {pathItems: {other: {get: {summary: Get the other}}}}\n";
}

/// A panel at its usual place, with the operations of the platform API.
struct Shown
{
    explicit Shown(ScreenBench &bench)
        : panel(bench.services())
        , tree(*part<QTreeView>(panel, "catalogTree"))
        , chosen(&panel, &CatalogPanel::operationChosen)
    {
        panel.setShipped(*loadShippedCatalog(ShippedCatalog::V10));
        panel.resize(290, 700);
        panel.show();
        panel.activateWindow();
        (void)QTest::qWaitForWindowActive(&panel);
    }
    [[nodiscard]] QModelIndex row(const QString &text) const { return rowOf(*tree.model(), text); }
    void clickRow(const QString &text, Qt::MouseButton button = Qt::LeftButton, Qt::KeyboardModifiers keys = {})
    {
        tree.scrollTo(row(text));
        QTest::mouseClick(tree.viewport(), button, keys, tree.visualRect(row(text)).center());
    }
    CatalogPanel panel;
    QTreeView &tree;
    QSignalSpy chosen;
};

} // namespace acx
