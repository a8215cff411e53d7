// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/explorer/live_context.h"

#include "app/base/deliver.h"

#include <utility>

using namespace Qt::StringLiterals;

namespace acx {
namespace {

/// "Acme · Sandbox"
QString joinedTitles(const LiveValue &organization, const LiveValue &catalog)
{
    const QString first = organization.title.isEmpty() ? organization.value : organization.title;
    return first + u" · "_s + (catalog.title.isEmpty() ? catalog.value : catalog.title);
}

} // namespace

LiveContext::LiveContext(LiveValues &values, const QUuid &profile, Operation catalog, Promise promise)
    : QObject(&values)
    , m_values(values)
    , m_profile(profile)
    , m_catalog(std::move(catalog))
    , m_promise(std::move(promise))
{}

void LiveContext::start(LiveValues::Freshness freshness)
{
    m_freshness = freshness;
    deliver(m_values.offers(m_profile, m_catalog, u"org"_s, {}, freshness), this,
            [this](const Result<LiveList> &organizations) {
                if (organizations)
                    takeOrganizations(*organizations);
                else
                    finish(fail(organizations.error()));
            });
}

void LiveContext::takeOrganizations(const LiveList &organizations)
{
    m_list = organizations;
    m_list.values.clear();
    m_list.isComplete = organizations.isComplete && organizations.values.size() <= mostOrganizations;
    m_organizations = organizations.values.first(std::min(organizations.values.size(), mostOrganizations));
    m_catalogs.resize(static_cast<size_t>(m_organizations.size()));
    m_open = m_organizations.size();
    if (m_open == 0)
        return finish(m_list);
    for (qsizetype i = 0; i < m_organizations.size(); ++i)
        deliver(
            m_values.offers(m_profile, m_catalog, u"catalog"_s, {{u"org"_s, m_organizations[i].value}}, m_freshness),
            this, [this, i](const Result<LiveList> &catalogs) { takeCatalogs(i, catalogs); });
}

void LiveContext::takeCatalogs(qsizetype place, const Result<LiveList> &catalogs)
{
    // One organization that a person may not look into does not hide the others.
    if (catalogs)
        m_catalogs[static_cast<size_t>(place)] = catalogs->values;
    else if (!m_problem)
        m_problem = catalogs.error();
    m_list.isComplete = m_list.isComplete && catalogs && catalogs->isComplete;
    if (--m_open > 0)
        return;
    for (qsizetype i = 0; i < m_organizations.size(); ++i) {
        for (const LiveValue &catalog : m_catalogs[static_cast<size_t>(i)])
            m_list.values.append({m_organizations[i].value + u'.' + catalog.value,
                                  joinedTitles(m_organizations[i], catalog), catalog.id});
    }
    if (m_list.values.isEmpty() && m_problem)
        return finish(fail(*m_problem));
    finish(m_list);
}

void LiveContext::finish(const Result<LiveList> &list)
{
    m_promise->addResult(list);
    m_promise->finish();
    deleteLater();
}

} // namespace acx
