// SPDX-License-Identifier: GPL-3.0-or-later
// The developer portal: who one is, organizations, and what is on offer.
#include "app/sandbox/v5_portal.h"

#include "app/sandbox/errors.h"
#include "app/sandbox/gateway.h"

using namespace Qt::StringLiterals;

namespace acx::sandbox {

namespace {

/// Finds catalog, consumer organization and app of a portal call, or says what is missing.
std::optional<Response> enterPortal(Scope &scope)
{
    const QString context = QString::fromUtf8(scope.call.request.header("x-ibm-apimanagement-context"));
    if (context.isEmpty())
        return v5Error(400, u"portal.context.required"_s, u"The header X-IBM-APIManagement-Context is required."_s);
    Company &company = scope.state.company;
    scope.org = company.find(u"org"_s, 0, context.section(u'.', 0, 0));
    scope.catalog = scope.org ? company.find(u"catalog"_s, scope.org->key, context.section(u'.', 1)) : nullptr;
    if (!scope.catalog)
        return v5NotFound(u"catalog"_s);
    if (scope.call.parameters.contains("portalOrg"_ba)) {
        scope.consumerOrg = scope.target(u"consumer_org"_s, "portalOrg"_ba);
        if (!scope.consumerOrg)
            return v5NotFound(u"consumer_org"_s);
    }
    if (scope.call.parameters.contains("portalApp"_ba)) {
        scope.app = scope.target(u"app"_s, "portalApp"_ba);
        if (!scope.app)
            return v5NotFound(u"app"_s);
    }
    return std::nullopt;
}

QJsonObject personObject(const Scope &scope, const Owner &owner)
{
    return {{u"id"_s, owner.iamId},
            {u"name"_s, owner.name},
            {u"email"_s, owner.email},
            {u"firstName"_s, owner.givenName},
            {u"lastName"_s, owner.familyName},
            {u"lastLoginTime"_s, scope.state.now().toString(Qt::ISODateWithMs)},
            {u"status"_s, u"active"_s},
            {u"additionalFields"_s, QJsonObject()},
            {u"url"_s, portalUrl(scope, u"me"_s)}};
}

Response portalMe(Scope &scope)
{
    return jsonResponse(200, personObject(scope, ownerOf(scope.call.request, scope.state)));
}

QJsonObject orgObject(const Scope &scope, const Entity &org)
{
    return {{u"id"_s, org.id}, {u"name"_s, org.title}, {u"url"_s, portalUrl(scope, u"orgs/"_s + org.id)}};
}

Response orgs(Scope &scope)
{
    const QString name = QString::fromUtf8(scope.call.request.queryValue("name"));
    QJsonArray array;
    const QList<const Entity *> all = scope.list(u"consumer_org"_s);
    for (const Entity *org : all) {
        if (!name.isEmpty() && org->name != name && org->title != name)
            continue;
        QJsonObject object = orgObject(scope, *org);
        object.insert(u"roles"_s, QJsonArray{u"owner"_s});
        object.insert(u"owner"_s, true);
        array.append(object);
    }
    return jsonResponse(200, array);
}

Entity &addOrg(const Scope &scope, const QString &title)
{
    Entity org;
    org.parent = scope.catalog->key;
    org.kind = u"consumer_org"_s;
    org.name = v5ShortName(title);
    org.title = title;
    org.state = u"enabled"_s;
    return scope.state.company.add(std::move(org), scope.state.now());
}

Response createOrg(Scope &scope)
{
    const QString title = scope.call.request.json().value_or(QJsonObject()).value("name"_L1).toString();
    if (title.isEmpty())
        return v5Error(400, u"consumerOrg.name.required"_s, u"A consumer organization needs a name."_s);
    if (scope.state.company.find(u"consumer_org"_s, scope.catalog->key, v5ShortName(title)))
        return v5Error(409, u"consumerOrg.alreadyExists"_s, u"A consumer organization of this name exists already."_s);
    return jsonResponse(201, orgObject(scope, addOrg(scope, title)));
}

Response registerUser(Scope &scope)
{
    const QJsonObject body = scope.call.request.json().value_or(QJsonObject());
    for (const auto &member : {u"username"_s, u"password"_s, u"organization"_s}) {
        if (body.value(member).toString().isEmpty())
            return v5Error(400, u"user.%1.required"_s.arg(member), u"The member %1 is required."_s.arg(member));
    }
    Owner person;
    person.iamId = QString::fromLatin1(randomHex(12));
    person.email = body.value("username"_L1).toString();
    person.givenName = body.value("firstName"_L1).toString();
    person.familyName = body.value("lastName"_L1).toString();
    person.name = person.givenName + u' ' + person.familyName;
    QJsonObject object = personObject(scope, person);
    object.insert(u"status"_s, u"pending"_s);
    object.insert(u"organization"_s, orgObject(scope, addOrg(scope, body.value("organization"_L1).toString())));
    return jsonResponse(201, object);
}

Response apis(Scope &scope)
{
    QJsonArray array;
    const QList<const Entity *> all = scope.state.company.list(u"api"_s, scope.catalog->key);
    for (const Entity *api : all) {
        if (isKnownToV5(*api) && api->state == "running"_L1)
            array.append(QJsonObject{{u"id"_s, api->id},
                                     {u"info"_s, api->data.value("document"_L1).toObject().value("info"_L1)},
                                     {u"protocol"_s, u"https"_s},
                                     {u"url"_s, portalUrl(scope, u"apis/"_s + api->id)}});
    }
    return jsonResponse(200, array);
}

Response readPortalApi(Scope &scope)
{
    const Entity *api = scope.state.company.find(u"api"_s, scope.catalog->key, scope.parameter("api"_ba));
    if (!api || !isKnownToV5(*api))
        return v5NotFound(u"api"_s);
    Response response = jsonResponse(200, publishedDocument(scope.state.company, *api, scope.call.request.origin));
    response.contentType = "application/vnd.ibm-apim.swagger2+json"_ba;
    return response;
}

Response products(Scope &scope)
{
    QJsonArray array;
    const QList<const Entity *> all = scope.state.company.list(u"product"_s, scope.catalog->key);
    for (const Entity *product : all) {
        if (product->state == "published"_L1)
            array.append(QJsonObject{{u"id"_s, product->id},
                                     {u"info"_s, product->data.value("document"_L1).toObject().value("info"_L1)},
                                     {u"url"_s, portalUrl(scope, u"products/"_s + product->id)},
                                     {u"status"_s, product->state}});
    }
    return jsonResponse(200, array);
}

Response readProduct(Scope &scope)
{
    const Entity *product = scope.state.company.find(u"product"_s, scope.catalog->key, scope.parameter("product"_ba));
    return product ? jsonResponse(200, product->data.value("document"_L1)) : v5NotFound(u"product"_s);
}

Response dataUsage(Scope &scope)
{
    QJsonArray usage;
    const QList<const Entity *> all =
        scope.app ? QList<const Entity *>{scope.app} : scope.state.company.list(u"app"_s, scope.consumerOrg->key);
    for (const Entity *app : all)
        usage.append(
            QJsonObject{{u"appId"_s, app->id}, {u"appName"_s, app->title}, {u"calls"_s, 128}, {u"bytesSent"_s, 65536}});
    return jsonResponse(200, usage);
}

} // namespace

void addPortal(Router &router, State &state, const QByteArray &method, const QByteArray &tail, V5Handler handler)
{
    addV5(router, state, method, "/v1/portal" + tail, [run = std::move(handler)](Scope &scope) {
        const auto refused = enterPortal(scope);
        return refused ? *refused : run(scope);
    });
}

QString portalUrl(const Scope &scope, const QString &tail)
{
    return QString::fromLatin1(scope.call.request.origin) + u"/v1/portal/"_s + tail;
}

void addV5Portal(Router &router, State &state)
{
    const auto add = [&](const QByteArray &method, const QByteArray &tail, V5Handler handler) {
        addPortal(router, state, method, tail, std::move(handler));
    };
    add("GET"_ba, "/me"_ba, portalMe);
    add("GET"_ba, "/orgs"_ba, orgs);
    add("POST"_ba, "/orgs"_ba, createOrg);
    add("POST"_ba, "/users/register"_ba, registerUser);
    add("GET"_ba, "/apis"_ba, apis);
    add("GET"_ba, "/apis/{api}"_ba, readPortalApi);
    add("GET"_ba, "/products"_ba, products);
    add("GET"_ba, "/products/{product}"_ba, readProduct);
    add("GET"_ba, "/orgs/{portalOrg}/products"_ba, products);
    const QByteArray usage = "/orgs/{portalOrg}/analytics"_ba;
    add("GET"_ba, usage + "/apps/{portalApp}/data-usage", dataUsage);
    add("GET"_ba, usage + "/apps/{portalApp}/data-usage/all", dataUsage);
    add("GET"_ba, usage + "/apps/data-usage", dataUsage);
    add("GET"_ba, usage + "/data-usage/all", dataUsage);
    addPortalApps(router, state);
}

} // namespace acx::sandbox
