// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/result.h"
#include "app/explorer/definition_library.h"
#include "app/operations/operation.h"
#include "app/operations/operation_values.h"

#include <QDateTime>
#include <QFuture>
#include <QList>
#include <QObject>
#include <QUuid>

#include <chrono>
#include <memory>

namespace acx {

class Clock;
class DeploymentCatalog;
class ProfileService;
class RequestSender;

/// One value that the API itself offers for a parameter.
struct LiveValue
{
    QString value; ///< what is filled in: the id where the parameter takes an id, else the name, version or URL
    QString title; ///< what people call it; may be empty
    QString id;    ///< may be empty
    bool operator==(const LiveValue &) const = default;
};

struct LiveList
{
    QList<LiveValue> values; ///< in the API's order, none twice
    QString source;          ///< "GET /api/orgs/acme/catalogs"; empty = nothing in the API lists this parameter
    QDateTime fetchedAt;     ///< UTC
    bool isComplete = true;  ///< false: the API has more than LiveLimits::maxValues
    bool operator==(const LiveList &) const = default;
};

/// The parameters of a definition's operation that one of its own lists tells, as "query:catalog".
[[nodiscard]] QStringList listedParameters(const OperationCatalog &catalog, const Operation &operation);

struct LiveLimits
{
    std::chrono::seconds lifetime{300};         ///< how long a list is good for
    std::chrono::milliseconds deadline{20'000}; ///< of one page
    qsizetype maxValues = 1000;                 ///< pages are asked for until then
    qint64 maxBytes = 16LL * 1024 * 1024;       ///< of one page
};

/// An opened definition, whose own operations list the values of its parameters.
struct LiveSource
{
    Definition definition;
    OperationCatalog catalog;
    DefinitionHeaders headers;
};

/// Offers for the parameters of the shipped operations, from live answers: {org} what GET /v1/me/orgs or GET /api/orgs
/// lists, {catalog} the catalogs of the chosen organization, and so on down; headers that name both, joined by a dot.
/// Only GET is ever sent, to API Connect with the profile's token. A list is kept in memory per profile and URL, asked
/// for once however many want it at a time, and forgotten when the profile changes or goes.
class LiveValues final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(LiveValues)

public:
    enum class Freshness { Cached, Reload };

    /// All four must outlive this.
    LiveValues(ProfileService &profiles, const DeploymentCatalog &deployments, RequestSender &sender,
               const Clock &clock, QObject *parent = nullptr);
    ~LiveValues() override;
    void setLimits(const LiveLimits &limits);

    /// What `parameter` ("catalog", or "query:catalog" as in NamedValue) of the operation may be, given what is filled
    /// in so far. An empty LiveList::source means that no operation lists it: no error, and nothing was sent. Errors:
    /// InvalidInput names the parameter that must be filled in first; NotFound for an unknown profile; those of
    /// RequestSender; what the API refused (see apiError()); Incomplete for an answer that is no list.
    [[nodiscard]] QFuture<Result<LiveList>> offers(const QUuid &profile, const Operation &operation,
                                                   const QString &parameter, const QList<NamedValue> &filled,
                                                   Freshness freshness = Freshness::Cached);
    /// The same for an operation of a definition, from its own lists: asked at its base URL, with its client id and
    /// secret and without a token (see prepareForDefinition). Which list tells a query parameter is known by name.
    [[nodiscard]] QFuture<Result<LiveList>> offers(const QUuid &profile, const LiveSource &source,
                                                   const Operation &operation, const QString &parameter,
                                                   const QList<NamedValue> &filled,
                                                   Freshness freshness = Freshness::Cached);
    /// Drops what is known and stops what is on its way (it ends as Cancelled). For a profile that changed, and after
    /// a call that changed something.
    void forget(const QUuid &profile);

private:
    struct Parts;
    std::unique_ptr<Parts> d;
};

} // namespace acx
