// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/operations/shipped_catalogs.h"
#include "tests/ui/screen_bench.h"

#include <QComboBox>

#include <memory>

namespace acx {

/// An operation of the shipped catalogs and its document.
struct ShippedOperation
{
    Operation operation;
    std::shared_ptr<const OpenApiSource> source;
};

[[nodiscard]] inline ShippedOperation shippedOperation(const char *id)
{
    static const Result<OperationCatalog> catalog = loadCatalogFor(DeploymentKind::Custom);
    if (!catalog)
        qFatal("%s", qPrintable(catalog.error().message()));
    const std::optional<qsizetype> index = catalog->indexOf(QString::fromLatin1(id));
    if (!index)
        qFatal("There is no operation %s.", id);
    const OperationEntry &entry = catalog->operations().at(*index);
    const Result<Operation> operation = OperationCatalog::read(entry);
    if (!operation)
        qFatal("%s", qPrintable(operation.error().message()));
    return {*operation, entry.source};
}

/// A document with one operation that takes this body. `content` is the member "content" of a request body.
[[nodiscard]] inline ShippedOperation operationWithBody(const QByteArray &content, bool required = true)
{
    const QByteArray operation = "{\"operationId\":\"x.send\",\"summary\":\"Send\",\"requestBody\":{\"required\":" +
                                 QByteArray(required ? "true" : "false") + ",\"content\":" + content + "}}";
    const QByteArray document = "{\"openapi\":\"3.1.0\",\"paths\":{\"/x\":{\"post\":" + operation + "}}}";
    OperationEntry entry;
    entry.id = QStringLiteral("x.send");
    entry.method = "POST";
    entry.path = QStringLiteral("/x");
    entry.title = QStringLiteral("Send");
    entry.source = std::make_shared<const OpenApiSource>(document, document.size());
    entry.range = {document.indexOf(operation), operation.size()};
    const Result<Operation> read = OperationCatalog::read(entry);
    if (!read)
        qFatal("%s", qPrintable(read.error().message()));
    return {*read, entry.source};
}

/// Chooses as a person does, so that activated() is told too.
inline void choose(const QWidget &root, const char *name, int index)
{
    auto *box = part<QComboBox>(root, name);
    box->setCurrentIndex(index);
    Q_EMIT box->activated(index);
}

inline void showAt(QWidget &widget, const QSize &size = {430, 700})
{
    widget.resize(size);
    widget.show();
    widget.activateWindow();
}

} // namespace acx
