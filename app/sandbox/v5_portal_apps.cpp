// SPDX-License-Identifier: GPL-3.0-or-later
// Applications of developers, their credentials and their subscriptions.
#include "app/sandbox/errors.h"
#include "app/sandbox/v5_portal.h"

using namespace Qt::StringLiterals;

namespace acx::sandbox {

namespace {

QString appUrl(const Scope &scope, const Entity &app)
{
    const Entity *consumerOrg = scope.state.company.above(app, u"consumer_org"_s);
    return portalUrl(scope, u"orgs/%1/apps/%2"_s.arg(consumerOrg ? consumerOrg->id : QString(), app.id));
}

QJsonObject credentialObject(const Scope &scope, const Entity &credential, bool withSecret)
{
    const Entity *app = scope.state.company.get(credential.parent);
    return {{u"id"_s, credential.id},
            {u"description"_s, credential.title},
            {u"clientID"_s, credential.data.value("client_id"_L1)},
            {u"clientSecret"_s, withSecret ? credential.data.value("client_secret"_L1) : QJsonValue(u"********"_s)},
            {u"url"_s, appUrl(scope, *app) + u"/credentials/"_s + credential.id}};
}

QJsonObject appObject(const Scope &scope, const Entity &app, bool withSecret = false)
{
    const Entity *consumerOrg = scope.state.company.above(app, u"consumer_org"_s);
    QJsonArray credentials;
    const QList<const Entity *> all = scope.state.company.list(u"credential"_s, app.key);
    for (const Entity *credential : all)
        credentials.append(credentialObject(scope, *credential, withSecret));
    return {{u"type"_s, u"PRODUCTION"_s},
            {u"promoteTo"_s, QJsonValue()},
            {u"id"_s, app.id},
            {u"name"_s, app.title},
            {u"orgID"_s, consumerOrg ? consumerOrg->id : QString()},
            {u"public"_s, app.data.value("public"_L1).toBool()},
            {u"description"_s, app.summary},
            {u"credentials"_s, credentials.isEmpty() ? QJsonValue(QJsonObject()) : credentials.first()},
            {u"appCredentials"_s, credentials},
            {u"enabled"_s, true},
            {u"state"_s, u"ACTIVE"_s},
            {u"imageURL"_s, QJsonValue()},
            {u"appImageURL"_s, app.data.value("image"_L1)},
            {u"oauthRedirectURI"_s, app.data.value("redirect"_L1)},
            {u"certificate"_s, QJsonValue()},
            {u"createdAt"_s, app.created.toString(Qt::ISODateWithMs)},
            {u"updatedAt"_s, app.updated.toString(Qt::ISODateWithMs)},
            {u"url"_s, appUrl(scope, app)}};
}

Entity &addCredential(const Scope &scope, const Entity &app, const QJsonObject &wish)
{
    Entity credential;
    credential.parent = app.key;
    credential.kind = u"credential"_s;
    credential.name = u"credential-"_s + QString::fromLatin1(randomHex(4));
    credential.title = wish.value("description"_L1).toString(u"Credential"_s);
    const QString random = QString::fromLatin1(randomHex(16));
    credential.data = {
        {u"client_id"_s, wish.value("clientID"_L1).toString(random)},
        {u"client_secret"_s, wish.value("clientSecret"_L1).toString(QString::fromLatin1(randomHex(16)))}};
    return scope.state.company.add(std::move(credential), scope.state.now());
}

void takeAppMembers(Entity &app, const QJsonObject &body)
{
    app.title = body.value("name"_L1).toString(app.title);
    app.summary = body.value("description"_L1).toString(app.summary);
    if (body.contains("public"_L1))
        app.data.insert(u"public"_s, body.value("public"_L1).toBool());
    if (body.contains("oauthRedirectURI"_L1))
        app.data.insert(u"redirect"_s, body.value("oauthRedirectURI"_L1));
    if (body.contains("appImageURL"_L1))
        app.data.insert(u"image"_s, body.value("appImageURL"_L1));
}

Response apps(Scope &scope)
{
    QJsonArray array;
    const QList<const Entity *> all = scope.list(u"app"_s);
    for (const Entity *app : all)
        array.append(appObject(scope, *app));
    return jsonResponse(200, array);
}

Response createApp(Scope &scope)
{
    const auto body = scope.call.request.json();
    const QString title = body ? body->value("name"_L1).toString() : QString();
    if (title.isEmpty())
        return v5Error(400, u"application.name.required"_s, u"An application needs a name."_s);
    Entity app;
    app.parent = scope.consumerOrg->key;
    app.kind = u"app"_s;
    app.name = v5ShortName(title);
    takeAppMembers(app, *body);
    const Entity &made = scope.state.company.add(std::move(app), scope.state.now());
    addCredential(scope, made, {});
    return jsonResponse(201, appObject(scope, made, true));
}

Response changeApp(Scope &scope)
{
    const auto body = scope.call.request.json();
    if (!body)
        return v5BadBody();
    takeAppMembers(*scope.app, *body);
    scope.app->updated = scope.state.now();
    return jsonResponse(200, appObject(scope, *scope.app));
}

Response readCredentials(Scope &scope)
{
    const QList<const Entity *> all = scope.list(u"credential"_s);
    return all.isEmpty() ? v5NotFound(u"credential"_s)
                         : jsonResponse(200, credentialObject(scope, *all.first(), false));
}

Response replaceCredentials(Scope &scope)
{
    const auto body = scope.call.request.json();
    if (!body || body->value("clientID"_L1).toString().isEmpty())
        return v5Error(400, u"credential.clientID.required"_s, u"The member clientID is required."_s);
    const QList<const Entity *> old = scope.list(u"credential"_s);
    for (const Entity *credential : old)
        scope.state.company.remove(credential->key);
    return jsonResponse(200, credentialObject(scope, addCredential(scope, *scope.app, *body), false));
}

Response resetSecret(Scope &scope)
{
    Entity *credential = scope.target(u"credential"_s, "credential"_ba);
    if (!credential)
        return v5NotFound(u"credential"_s);
    credential->data.insert(u"client_secret"_s, QString::fromLatin1(randomHex(16)));
    return jsonResponse(200, credentialObject(scope, *credential, true));
}

QJsonObject subscriptionObject(const Scope &scope, const Entity &subscription)
{
    const Entity *app = scope.state.company.above(subscription, u"app"_s);
    const Entity *product = scope.state.company.get(subscription.data.value("product_key"_L1).toInt());
    return {{u"id"_s, subscription.id},
            {u"app"_s, QJsonObject{{u"id"_s, app->id}, {u"name"_s, app->title}}},
            {u"product"_s, QJsonObject{{u"id"_s, product ? product->id : QString()},
                                       {u"name"_s, product ? product->name : QString()},
                                       {u"version"_s, product ? product->version : QString()}}},
            {u"plan"_s, subscription.data.value("plan"_L1)},
            {u"approved"_s, subscription.state != "pending"_L1},
            {u"createdAt"_s, subscription.created.toString(Qt::ISODateWithMs)},
            {u"updatedAt"_s, subscription.updated.toString(Qt::ISODateWithMs)},
            {u"url"_s, appUrl(scope, *app) + u"/subscriptions/"_s + subscription.id}};
}

Response portalSubscriptions(Scope &scope)
{
    const Entity *product =
        scope.call.parameters.contains("product"_ba)
            ? scope.state.company.find(u"product"_s, scope.catalog->key, scope.parameter("product"_ba))
            : nullptr;
    if (scope.call.parameters.contains("product"_ba) && !product)
        return v5NotFound(u"product"_s);
    QJsonArray array;
    const QList<const Entity *> all = scope.list(u"subscription"_s);
    for (const Entity *subscription : all) {
        if (!product || subscription->data.value("product_key"_L1).toInt() == product->key)
            array.append(subscriptionObject(scope, *subscription));
    }
    return jsonResponse(200, array);
}

/// A plan that asks for approval makes the subscription wait.
Response subscribe(Scope &scope)
{
    const QJsonObject body = scope.call.request.json().value_or(QJsonObject());
    const QJsonObject wanted = body.value("product"_L1).toObject();
    const QString id = wanted.value("id"_L1).toString(wanted.value("name"_L1).toString() + u':' +
                                                      wanted.value("version"_L1).toString());
    const Entity *product = scope.state.company.find(u"product"_s, scope.catalog->key, id);
    if (!product)
        return v5NotFound(u"product"_s);
    const QString plan = body.value("plan"_L1).toString();
    const QJsonObject plans = product->data.value("document"_L1).toObject().value("plans"_L1).toObject();
    if (!plans.contains(plan))
        return v5Error(400, u"plan.notFound"_s, u"The product has no such plan."_s);
    Entity subscription;
    subscription.parent = scope.app->key;
    subscription.space = product->space;
    subscription.kind = u"subscription"_s;
    subscription.name = QString::fromLatin1(randomHex(8));
    subscription.title = subscription.name;
    subscription.state = plans.value(plan).toObject().value("approval"_L1).toBool() ? u"pending"_s : u"enabled"_s;
    subscription.data = {{u"product_key"_s, product->key}, {u"plan"_s, plan}};
    const Entity &made = scope.state.company.add(std::move(subscription), scope.state.now());
    return jsonResponse(201, subscriptionObject(scope, made));
}

} // namespace

void addPortalApps(Router &router, State &state)
{
    const auto add = [&](const QByteArray &method, const QByteArray &tail, V5Handler handler) {
        addPortal(router, state, method, "/orgs/{portalOrg}" + tail, std::move(handler));
    };
    const QByteArray app = "/apps/{portalApp}"_ba;
    add("GET"_ba, "/apps"_ba, apps);
    add("POST"_ba, "/apps"_ba, createApp);
    add("GET"_ba, app, [](Scope &scope) { return jsonResponse(200, appObject(scope, *scope.app)); });
    add("PUT"_ba, app, changeApp);
    add("DELETE"_ba, app, [](Scope &scope) {
        scope.state.company.remove(scope.app->key);
        return emptyResponse();
    });
    add("GET"_ba, app + "/credentials", readCredentials);
    add("PUT"_ba, app + "/credentials", replaceCredentials);
    add("PUT"_ba, app + "/credentials/{credential}/reset-secret", resetSecret);
    add("GET"_ba, app + "/subscriptions", portalSubscriptions);
    add("POST"_ba, app + "/subscriptions", subscribe);
    add("DELETE"_ba, app + "/subscriptions/{subscription}", v5Delete(u"subscription"_s, "subscription"_ba, 204));
    add("GET"_ba, "/products/{product}/subscriptions"_ba, portalSubscriptions);
}

} // namespace acx::sandbox
