// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/explorer/live_items.h"
#include "app/operations/operation_catalog.h"
#include "app/operations/operation_values.h"

#include <QHash>

#include <optional>

namespace acx {

/// Which member of an entry stands in the parameter.
enum class LiveForm { Name, Id, Version, NameAndVersion, Url };

/// The operation that lists the values of a parameter, and how to call it.
struct LiveListing
{
    Operation operation;
    QList<NamedValue> values; ///< for it
    LiveForm form = LiveForm::Name;
    QString onlyName; ///< of a version: only entries of this name
};

/// Finds the listing operations of a catalog. Immutable once made.
class LiveListings final
{
public:
    /// What tells where a query parameter is listed: a short table of API Connect's, or, for a definition that nobody
    /// knows, its name: "account", "account_id" and "accountId" are listed by "/accounts".
    enum class Queries { ByTable, ByName };

    explicit LiveListings(OperationCatalog catalog, Queries queries = Queries::ByTable);

    /// The GET operation right before the parameter ("/v1/orgs/{org}/environments" for {catalog} in
    /// "/v1/orgs/{org}/environments/{catalog}"), or the one that a short table names; a version is looked up among the
    /// entries of the name before it. None if nothing lists the parameter. InvalidInput names what must be filled
    /// first.
    [[nodiscard]] Result<std::optional<LiveListing>> find(const Operation &operation, const QString &parameter,
                                                          const QList<NamedValue> &filled) const;

    /// For a header that names organization and catalog in one: an operation with {org} and {catalog} in its path.
    [[nodiscard]] std::optional<Operation> contextOf(const Operation &operation, const QString &parameter) const;

private:
    struct Question;
    [[nodiscard]] std::optional<Operation> listingAt(QString path) const;
    [[nodiscard]] Result<std::optional<LiveListing>> before(const Question &question, const QString &name) const;
    [[nodiscard]] Result<std::optional<LiveListing>> byTable(const Question &question) const;
    [[nodiscard]] Result<std::optional<LiveListing>> byName(const Question &question) const;
    [[nodiscard]] Result<std::optional<LiveListing>> versionsOf(const Question &question) const;

    OperationCatalog m_catalog;
    Queries m_queries;
    QHash<QString, qsizetype> m_byPath; ///< GET operations by path, parameters without their names
};

/// What the entries of a list are to the parameter, in their order, none twice. LiveValue is built by the caller.
struct LiveChoice
{
    QString value;
    LiveItem item;
};
[[nodiscard]] QList<LiveChoice> choicesOf(const LiveListing &listing, const QList<LiveItem> &items);

} // namespace acx
