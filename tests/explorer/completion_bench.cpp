// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/explorer/completion_bench.h"

#include "app/operations/shipped_catalogs.h"
#include "app/tokens/token_services.h"

using namespace Qt::StringLiterals;

namespace acx {

CompletionBench::CompletionBench()
    : m_file(m_folder.filePath(u"profiles.json"_s))
    , m_deployments(DeploymentCatalog::load().value())
    , m_catalog(loadCatalogFor(DeploymentKind::Custom).value())
    , m_http(clock)
    , profiles(m_file, m_session, m_session)
    , m_credentials(profiles, m_deployments)
    , m_broker(m_credentials.source(), clock)
    , m_sender(m_http, m_broker, clock)
    , values(profiles, m_deployments, m_sender, clock)
{
    clock.set(QDateTime::currentDateTimeUtc());
    m_broker.addService(std::make_unique<IamTokenService>(m_http, clock));
    m_broker.addService(std::make_unique<LoginTokenService>(m_http, clock));
    m_broker.addService(std::make_unique<PlatformTokenService>(m_http, clock));
}

void CompletionBench::useProfile(const Endpoints &endpoints, const Secret &key)
{
    Profile draft;
    draft.name = uniqueProfileName(u"own host"_s, profiles.profiles());
    draft.deployment = DeploymentKind::Custom;
    draft.overrides = endpoints;
    draft.sessionOnly = true;
    ApiKey apiKey;
    apiKey.value = key;
    const Result<Profile> added = waitFor(profiles.add(draft, apiKey));
    if (!added)
        qFatal("%s", qPrintable(added.error().message()));
    profile = *added;
}

Operation CompletionBench::operation(const QString &id) const
{
    const std::optional<qsizetype> index = m_catalog.indexOf(id);
    if (!index)
        qFatal("There is no operation %s.", qPrintable(id));
    return OperationCatalog::read(m_catalog.operations()[*index]).value();
}

QFuture<Result<LiveList>> CompletionBench::start(const QString &id, const QString &parameter,
                                                 const QList<NamedValue> &filled, LiveValues::Freshness freshness)
{
    return values.offers(profile.id, operation(id), parameter, filled, freshness);
}

Result<Exchange> CompletionBench::exchange(const QByteArray &method, const QString &target,
                                           const std::optional<QByteArray> &body,
                                           const QList<QPair<QByteArray, QByteArray>> &headers)
{
    RequestDraft draft;
    for (const auto &header : headers)
        draft.headers.append({header.first, header.second});
    draft.method = method;
    draft.target = target;
    draft.body = body;
    draft.withToken = !target.startsWith("/sandbox/"_L1);
    const Result<PreparedRequest> request =
        prepare(draft, m_deployments.get(profile.deployment), profile.overrides, false);
    return request ? waitFor(m_sender.send(*request, profile.id, {})) : fail(request.error());
}

QByteArray CompletionBench::send(const QByteArray &method, const QString &target, const std::optional<QByteArray> &body)
{
    const Result<Exchange> answered = exchange(method, target, body);
    if (!answered)
        qFatal("%s", qPrintable(answered.error().message()));
    return answered->response.body.head(10'000'000);
}

QStringList valuesOf(const Result<LiveList> &list)
{
    if (!list)
        return {list.error().message()};
    QStringList values;
    for (const LiveValue &value : list->values)
        values.append(value.value);
    return values;
}

} // namespace acx
