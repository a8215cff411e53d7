// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/operations/shipped_catalogs.h"

#include "app/operations/openapi_reader.h"

#include <QCoreApplication>
#include <QFile>

using namespace Qt::StringLiterals;

namespace acx {

QList<ShippedCatalog> shippedCatalogsFor(DeploymentKind kind)
{
    switch (kind) {
    case DeploymentKind::V5:
        return {ShippedCatalog::V5};
    case DeploymentKind::Reserved:
    case DeploymentKind::Saas:
        return {ShippedCatalog::V10};
    case DeploymentKind::Custom:
    case DeploymentKind::Sandbox:
        break;
    }
    return {ShippedCatalog::V5, ShippedCatalog::V10};
}

Result<OperationCatalog> loadShippedCatalog(ShippedCatalog catalog)
{
    QFile file(catalog == ShippedCatalog::V5 ? u":/apiconnect/operations/v5.json"_s
                                             : u":/apiconnect/operations/v10.json"_s);
    const bool isOpen = file.open(QIODevice::ReadOnly);
    Result<OperationCatalog> read = readOpenApi(isOpen ? file.readAll() : QByteArray());
    if (read)
        return read;
    return fail(ErrorKind::Internal,
                QCoreApplication::translate("acx", "The list of operations that comes with the program is damaged."),
                QCoreApplication::translate("acx", "Install the program again."), read.error().sentence);
}

Result<OperationCatalog> loadCatalogFor(DeploymentKind kind)
{
    QList<OperationCatalog> catalogs;
    const QList<ShippedCatalog> chosen = shippedCatalogsFor(kind);
    for (const ShippedCatalog shipped : chosen) {
        Result<OperationCatalog> catalog = loadShippedCatalog(shipped);
        if (!catalog || chosen.size() == 1)
            return catalog;
        catalogs.append(*std::move(catalog));
    }
    return OperationCatalog::joined(QCoreApplication::translate("acx", "API Connect"), catalogs);
}

} // namespace acx
