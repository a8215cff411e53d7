// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/explorer/completion.h"

#include "app/base/background.h"
#include "app/base/clock.h"
#include "app/base/deliver.h"
#include "app/explorer/definition_request.h"
#include "app/explorer/list_page.h"
#include "app/explorer/live_context.h"
#include "app/explorer/live_fetch.h"
#include "app/explorer/live_listing.h"
#include "app/operations/shipped_catalogs.h"
#include "app/profiles/profile_service.h"

#include <QCoreApplication>
#include <QHash>
#include <QPromise>

#include <algorithm>
#include <vector>

using namespace Qt::StringLiterals;

namespace acx {
namespace {

using ListingsPtr = std::shared_ptr<const LiveListings>;
using ListPromise = std::shared_ptr<QPromise<Result<LiveList>>>;

constexpr qsizetype mostLists = 200; ///< kept in memory
constexpr int pageSize = 100;        ///< asked for at a time

tl::unexpected<Error> goneProfile()
{
    return fail(ErrorKind::NotFound, QCoreApplication::translate("acx", "This profile no longer exists."),
                QCoreApplication::translate("acx", "Choose another profile, or import the API key again."));
}

void finish(const ListPromise &promise, Result<LiveList> list)
{
    promise->addResult(std::move(list));
    promise->finish();
}

} // namespace

QStringList listedParameters(const OperationCatalog &catalog, const Operation &operation)
{
    const LiveListings listings(catalog, LiveListings::Queries::ByName);
    QStringList listed;
    for (const OperationParameter &parameter : operation.parameters) {
        const QString name = toText(parameter.place) + u':' + parameter.name;
        const Result<std::optional<LiveListing>> listing = listings.find(operation, name, {});
        if (!listing || *listing) // an Error names what must be filled in first
            listed.append(name);
    }
    return listed;
}

struct LiveValues::Parts
{
    /// The same list for the same profile. Headers count: V5's portal has its organization and catalog in one.
    struct ListKey
    {
        QUuid profile;
        QString request;
        bool operator==(const ListKey &) const = default;
        friend size_t qHash(const ListKey &key, size_t seed = 0) { return qHashMulti(seed, key.profile, key.request); }
    };
    /// Whoever waits for a list, and what for.
    struct Asker
    {
        ListPromise promise;
        LiveListing listing;
        QString source;
        std::shared_ptr<const LiveSource> definition; ///< none: API Connect
    };
    struct Flight
    {
        LiveFetch *fetch = nullptr;
        std::vector<Asker> askers;
    };

    [[nodiscard]] QFuture<Result<ListingsPtr>> listingsFor(DeploymentKind kind);
    void ask(const Profile &profile, const Asker &asker, Freshness freshness);
    void arrive(const ListKey &key, const Result<LiveEntries> &entries);
    void keep(const ListKey &key, const LiveEntries &entries);
    [[nodiscard]] Result<PreparedRequest> pageRequest(const Profile &profile, const Asker &asker,
                                                      std::optional<qint64> offset) const;
    [[nodiscard]] bool isFresh(const LiveEntries &entries) const;
    static Result<LiveList> answer(const Asker &asker, const Result<LiveEntries> &entries);

    LiveValues *owner = nullptr;
    ProfileService *profiles = nullptr;
    const DeploymentCatalog *deployments = nullptr;
    RequestSender *sender = nullptr;
    const Clock *clock = nullptr;
    LiveLimits limits;
    QHash<DeploymentKind, QFuture<Result<ListingsPtr>>> listings;
    QHash<ListKey, LiveEntries> known;
    QHash<ListKey, Flight> flights;
};

QFuture<Result<ListingsPtr>> LiveValues::Parts::listingsFor(DeploymentKind kind)
{
    const auto loaded = listings.constFind(kind);
    if (loaded != listings.cend())
        return *loaded;
    const auto work = [kind]() -> Result<ListingsPtr> {
        Result<OperationCatalog> catalog = loadCatalogFor(kind);
        if (!catalog)
            return fail(catalog.error());
        return std::make_shared<const LiveListings>(*std::move(catalog));
    };
    return *listings.insert(kind, inBackground<ListingsPtr>(work));
}

Result<PreparedRequest> LiveValues::Parts::pageRequest(const Profile &profile, const Asker &asker,
                                                       std::optional<qint64> offset) const
{
    const LiveListing &listing = asker.listing;
    QList<NamedValue> values = listing.values;
    if (offset && isPaged(listing.operation)) {
        values.append({u"query:limit"_s, QString::number(pageSize)});
        if (*offset > 0)
            values.append({u"query:offset"_s, QString::number(*offset)});
    }
    const Result<FilledOperation> filled = fillOperation(listing.operation, values);
    if (!filled)
        return fail(filled.error());
    const Deployment &deployment = deployments->get(profile.deployment);
    const Result<Endpoints> endpoints = resolveEndpoints(deployment, profile.region, profile.overrides);
    if (!endpoints)
        return fail(endpoints.error());
    RequestDraft draft;
    draft.target = filled->target;
    for (const auto &header : filled->headers)
        draft.headers.append({header.first, header.second});
    const bool hasClient = !profile.clientId.isEmpty();
    if (!asker.definition)
        return prepare(draft, deployment, *endpoints, hasClient);
    return prepareForDefinition(draft, asker.definition->definition, asker.definition->headers, deployment, *endpoints,
                                hasClient);
}

bool LiveValues::Parts::isFresh(const LiveEntries &entries) const
{
    const qint64 age = entries.fetchedAt.secsTo(clock->now());
    return age >= 0 && age < limits.lifetime.count(); // a clock that was set back proves nothing
}

Result<LiveList> LiveValues::Parts::answer(const Asker &asker, const Result<LiveEntries> &entries)
{
    if (!entries)
        return fail(entries.error());
    LiveList list;
    list.source = asker.source;
    list.fetchedAt = entries->fetchedAt;
    list.isComplete = entries->isComplete;
    const QList<LiveChoice> choices = choicesOf(asker.listing, entries->items);
    for (const LiveChoice &choice : choices) {
        // Where the id is filled in and there is no title, the name says what it is.
        const bool hasTitle = !choice.item.title.isEmpty() || choice.value == choice.item.name;
        list.values.append({choice.value, hasTitle ? choice.item.title : choice.item.name, choice.item.id});
    }
    return list;
}

void LiveValues::Parts::ask(const Profile &profile, const Asker &asker, Freshness freshness)
{
    const Result<PreparedRequest> request = pageRequest(profile, asker, std::nullopt);
    if (!request)
        return finish(asker.promise, fail(request.error()));
    Asker complete = asker;
    complete.source =
        u"GET "_s + request->url.toString(QUrl::RemoveScheme | QUrl::RemoveAuthority | QUrl::FullyEncoded);
    ListKey key{profile.id, request->url.toString(QUrl::FullyEncoded)};
    for (const HttpHeader &header : request->headers)
        key.request += u'\n' + QString::fromUtf8(header.name + ": " + header.value);
    const auto found = known.constFind(key);
    if (freshness == Freshness::Cached && found != known.cend() && isFresh(*found))
        return finish(complete.promise, answer(complete, *found));
    Flight &flight = flights[key];
    flight.askers.push_back(complete);
    if (flight.fetch)
        return;
    const auto page = [this, profile, asker](qint64 offset) { return pageRequest(profile, asker, offset); };
    flight.fetch = new LiveFetch(
        *sender, profile.id, limits, page, [this, key](const Result<LiveEntries> &entries) { arrive(key, entries); },
        owner);
    flight.fetch->start(isPaged(asker.listing.operation));
}

void LiveValues::Parts::arrive(const ListKey &key, const Result<LiveEntries> &entries)
{
    const Flight flight = flights.take(key);
    if (flight.fetch)
        flight.fetch->deleteLater();
    if (entries)
        keep(key, *entries);
    for (const Asker &asker : flight.askers)
        finish(asker.promise, answer(asker, entries));
}

void LiveValues::Parts::keep(const ListKey &key, const LiveEntries &entries)
{
    known.insert(key, entries);
    if (known.size() <= mostLists)
        return;
    const auto oldest = std::min_element(known.cbegin(), known.cend(),
                                         [](const auto &a, const auto &b) { return a.fetchedAt < b.fetchedAt; });
    known.erase(oldest);
}

LiveValues::LiveValues(ProfileService &profiles, const DeploymentCatalog &deployments, RequestSender &sender,
                       const Clock &clock, QObject *parent)
    : QObject(parent)
    , d(std::make_unique<Parts>())
{
    d->owner = this;
    d->profiles = &profiles;
    d->deployments = &deployments;
    d->sender = &sender;
    d->clock = &clock;
    connect(&profiles, &ProfileService::profileChanged, this, &LiveValues::forget);
    connect(&profiles, &ProfileService::profileRemoved, this, &LiveValues::forget);
}

LiveValues::~LiveValues()
{
    const QList<Parts::Flight> flights = d->flights.values();
    for (const Parts::Flight &flight : flights)
        delete flight.fetch;
}

void LiveValues::setLimits(const LiveLimits &limits)
{
    d->limits = limits;
}

QFuture<Result<LiveList>> LiveValues::offers(const QUuid &profile, const Operation &operation, const QString &parameter,
                                             const QList<NamedValue> &filled, Freshness freshness)
{
    const std::optional<Profile> known = d->profiles->find(profile);
    if (!known)
        return ready<LiveList>(goneProfile());
    const auto promise = std::make_shared<QPromise<Result<LiveList>>>();
    promise->start();
    QFuture<Result<LiveList>> future = promise->future();
    deliver(d->listingsFor(known->deployment), this, [=, this](const Result<ListingsPtr> &listings) {
        if (!listings)
            return finish(promise, fail(listings.error()));
        const Result<std::optional<LiveListing>> listing = (*listings)->find(operation, parameter, filled);
        const std::optional<Profile> current = d->profiles->find(profile);
        if (!listing)
            return finish(promise, fail(listing.error()));
        if (!current)
            return finish(promise, goneProfile());
        if (const std::optional<Operation> catalog = (*listings)->contextOf(operation, parameter))
            return (new LiveContext(*this, profile, *catalog, promise))->start(freshness);
        if (!*listing)
            return finish(promise, LiveList());
        d->ask(*current, {promise, **listing, {}, {}}, freshness);
    });
    return future;
}

QFuture<Result<LiveList>> LiveValues::offers(const QUuid &profile, const LiveSource &source, const Operation &operation,
                                             const QString &parameter, const QList<NamedValue> &filled,
                                             Freshness freshness)
{
    const std::optional<Profile> known = d->profiles->find(profile);
    if (!known)
        return ready<LiveList>(goneProfile());
    const LiveListings listings(source.catalog, LiveListings::Queries::ByName);
    const Result<std::optional<LiveListing>> listing = listings.find(operation, parameter, filled);
    if (!listing)
        return ready<LiveList>(fail(listing.error()));
    if (!*listing)
        return ready<LiveList>(LiveList());
    const auto promise = std::make_shared<QPromise<Result<LiveList>>>();
    promise->start();
    QFuture<Result<LiveList>> future = promise->future();
    d->ask(*known, {promise, **listing, {}, std::make_shared<const LiveSource>(source)}, freshness);
    return future;
}

void LiveValues::forget(const QUuid &profile)
{
    d->known.removeIf([&profile](const auto &entry) { return entry.key().profile == profile; });
    const QList<Parts::ListKey> keys = d->flights.keys();
    for (const Parts::ListKey &key : keys) {
        if (key.profile != profile)
            continue;
        const Parts::Flight flight = d->flights.take(key);
        delete flight.fetch; // at once: what is still on its way must not arrive for the next one
        for (const Parts::Asker &asker : flight.askers)
            finish(asker.promise, fail(cancelledError()));
    }
}

} // namespace acx
