// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sandbox/traffic.h"

#include "app/sandbox/errors.h"

#include <QJsonArray>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace acx::sandbox {

namespace {

constexpr int callsADay = 480;
constexpr int largestPage = 10000;

struct ApiCall
{
    const Entity *api;
    const Entity *app;
    QDateTime time;
    int latency; ///< milliseconds
    int status;
};

/// The same calls for the same minute, newest first.
QList<ApiCall> callsOf(const Company &company, int catalog, const QDateTime &now)
{
    QList<ApiCall> calls;
    const QList<const Entity *> apis = company.list(u"api"_s, catalog);
    const QList<const Entity *> apps = company.list(u"app"_s, catalog);
    if (apis.isEmpty() || apps.isEmpty())
        return calls;
    for (int i = 0; i < callsADay; ++i) {
        const int status = i % 37 == 0 ? 500 : i % 17 == 0 ? 401 : 200;
        calls.append({apis.at(i % apis.size()), apps.at(i % apps.size()), now.addSecs(-180LL * i),
                      20 + (i * 7919) % 180, status});
    }
    return calls;
}

int boundedQuery(const Request &request, QByteArrayView name, int fallback)
{
    bool ok = false;
    const int number = request.queryValue(name).toInt(&ok);
    return ok && number >= 0 ? number : fallback;
}

QJsonObject v5Call(const ApiCall &call, const Entity &org)
{
    return {
        {u"apiId"_s, call.api->id},
        {u"apiName"_s, call.api->name},
        {u"apiVersion"_s, call.api->version},
        {u"appName"_s, call.app->title},
        {u"orgName"_s, org.name},
        {u"datetime"_s, v5Time(call.time)},
        {u"timeToServeRequest"_s, call.latency},
        {u"latency"_s, QJsonArray{}},
        {u"queryString"_s, QString()},
        {u"requestMethod"_s, u"GET"_s},
        {u"uriPath"_s, call.api->data.value("document"_L1).toObject().value("basePath"_L1)},
        {u"statusCode"_s, QString::number(call.status)},
    };
}

QJsonObject v10Event(const ApiCall &call, const Entity &org)
{
    return {
        {u"event_id"_s, QString::number(call.time.toMSecsSinceEpoch(), 16)},
        {u"datetime"_s, call.time.toString(Qt::ISODateWithMs)},
        {u"org_name"_s, org.name},
        {u"api_name"_s, call.api->name},
        {u"api_version"_s, call.api->version},
        {u"app_name"_s, call.app->name},
        {u"request_method"_s, u"GET"_s},
        {u"uri_path"_s, call.api->data.value("document"_L1).toObject().value("basePath"_L1)},
        {u"status_code"_s, QString::number(call.status)},
        {u"time_to_serve_request"_s, call.latency},
    };
}

} // namespace

QString v5Time(const QDateTime &time)
{
    return time.toUTC().toString(u"yyyy-MM-ddTHH:mm:ss.zzz"_s) + u"+0000"_s;
}

Response v5Traffic(Scope &scope)
{
    const Request &request = scope.call.request;
    const int limit = boundedQuery(request, "limit", 100);
    if (limit < 1 || limit > largestPage)
        return v5Error(500, u"analytics.limit"_s, u"The limit is a number from 1 to 10000."_s);
    const int start = boundedQuery(request, "next", 0);
    const QList<ApiCall> all = callsOf(scope.state.company, scope.catalog->key, scope.state.now());
    QJsonArray calls;
    for (int i = start; i < all.size() && i < start + limit; ++i)
        calls.append(v5Call(all.at(i), *scope.org));
    QJsonObject answer{{u"totalCalls"_s, all.size()}, {u"calls"_s, calls}};
    if (start + limit < all.size()) {
        const QString next = QString::number(start + limit);
        const QString base = QString::fromLatin1(request.origin + request.path);
        answer.insert(u"next"_s, next);
        answer.insert(u"nextHref"_s, u"%1?limit=%2&next=%3"_s.arg(base, QString::number(limit), next));
    }
    return jsonResponse(200, answer);
}

Response v10Traffic(Scope &scope)
{
    const Request &request = scope.call.request;
    const int limit = qMin(boundedQuery(request, "limit", 50), 500);
    const int offset = boundedQuery(request, "offset", 0);
    QList<ApiCall> all;
    const QList<const Entity *> catalogs = scope.state.company.list(u"catalog"_s, scope.org->key);
    for (const Entity *catalog : catalogs)
        all += callsOf(scope.state.company, catalog->key, scope.state.now());
    std::stable_sort(all.begin(), all.end(),
                     [](const ApiCall &left, const ApiCall &right) { return left.time > right.time; });
    QJsonArray events;
    for (int i = offset; i < all.size() && i < offset + limit; ++i)
        events.append(v10Event(all.at(i), *scope.org));
    return jsonResponse(200, QJsonObject{{u"total"_s, all.size()}, {u"search_time"_s, 7}, {u"events"_s, events}});
}

} // namespace acx::sandbox
