// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/explorer/completion.h"

#include <QObject>
#include <QPromise>

#include <vector>

namespace acx {

/// Offers for the headers that name an organization and a catalog in one ("acme.sandbox"): the catalogs of each
/// organization, in their order. Finishes the promise and deletes itself; without a word where `values` goes first.
class LiveContext final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(LiveContext)

public:
    using Promise = std::shared_ptr<QPromise<Result<LiveList>>>;
    static constexpr qsizetype mostOrganizations = 20; ///< beyond, the list is not complete

    /// `catalog` is an operation with {org} and {catalog} in its path.
    LiveContext(LiveValues &values, const QUuid &profile, Operation catalog, Promise promise);
    void start(LiveValues::Freshness freshness);

private:
    void takeOrganizations(const LiveList &organizations);
    void takeCatalogs(qsizetype place, const Result<LiveList> &catalogs);
    void finish(const Result<LiveList> &list);

    LiveValues &m_values;
    QUuid m_profile;
    Operation m_catalog;
    Promise m_promise;
    LiveValues::Freshness m_freshness = LiveValues::Freshness::Cached;
    LiveList m_list;
    QList<LiveValue> m_organizations;
    std::vector<QList<LiveValue>> m_catalogs; ///< of each organization
    std::optional<Error> m_problem;           ///< the first one
    qsizetype m_open = 0;
};

} // namespace acx
