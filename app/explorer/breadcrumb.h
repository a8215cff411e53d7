// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/json/json_index.h"
#include "app/operations/operation_catalog.h"

#include <QByteArray>
#include <QHash>
#include <QList>
#include <QString>

namespace acx {

/// A step of a path, from left to right.
struct Crumb
{
    QString text;      ///< decoded
    QByteArray target; ///< what a click asks for with GET, encoded, below the API base; empty = nothing
    bool operator==(const Crumb &) const = default;
};

/// The path of a target (encoded, below the API base) as steps; /v1, /api and a trailing slash are none. A step can be
/// opened where a GET operation of the catalog has that path: the beginning of the target up to it, or, where there is
/// none, the shortest path that ends with this step's parameter and needs no other value than those before it
/// (/api/orgs/acme for the acme of /api/catalogs/acme/sandbox).
[[nodiscard]] QList<Crumb> breadcrumb(const OperationCatalog &catalog, const QByteArray &target);

/// The names that an answer of the API gives to ids: of the object itself, or of the items of its list (the first
/// 1,000), by their members "id" and "name".
[[nodiscard]] QHash<QString, QString> namesOfIds(const JsonIndex &answer);

} // namespace acx
