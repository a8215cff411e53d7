// SPDX-License-Identifier: GPL-3.0-or-later
// What stands above the provider organizations: the person, the cloud, registries, analytics, the consumer API.
#include "app/sandbox/errors.h"
#include "app/sandbox/traffic.h"
#include "app/sandbox/v10_answers.h"

using namespace Qt::StringLiterals;

namespace acx::sandbox {

namespace {

Entity *userOf(const Scope &scope)
{
    const QString email = ownerOf(scope.call.request, scope.state).email;
    Company &company = scope.state.company;
    const QList<const Entity *> users = company.list(u"user"_s, 0);
    for (const Entity *user : users) {
        if (user->data.value("email"_L1).toString() == email)
            return company.get(user->key);
    }
    return nullptr;
}

QJsonObject meObject(const Scope &scope)
{
    const V10View view(scope.state.company, scope.call.request.origin);
    if (const Entity *user = userOf(scope)) {
        QJsonObject object = view.object(*user);
        object.insert(u"url"_s, QString::fromLatin1(scope.call.request.origin) + u"/api/me"_s);
        return object;
    }
    const Owner owner = ownerOf(scope.call.request, scope.state); // a service ID or a client is nobody's user
    return {{u"type"_s, u"user"_s},
            {u"api_version"_s, u"2.0.0"_s},
            {u"name"_s, owner.name},
            {u"title"_s, owner.name},
            {u"url"_s, QString::fromLatin1(scope.call.request.origin) + u"/api/me"_s}};
}

Response changeMe(Scope &scope)
{
    const auto body = scope.call.request.json();
    Entity *user = userOf(scope);
    if (!body || !user)
        return v10Error(400, u"The request body is not a JSON object."_s);
    for (const auto &member : {u"first_name"_s, u"last_name"_s}) {
        if (body->contains(member))
            user->data.insert(member, body->value(member));
    }
    user->title = user->data.value("first_name"_L1).toString() + u' ' + user->data.value("last_name"_L1).toString();
    return v10Object(scope.call.request, 200, meObject(scope));
}

Response identityProviders(Scope &scope)
{
    const QList<QJsonObject> providers{
        {{u"name"_s, u"ibm-cloud"_s},
         {u"title"_s, u"IBM Cloud"_s},
         {u"default"_s, true},
         {u"registry_type"_s, u"oidc"_s},
         {u"user_managed"_s, false},
         {u"realm"_s, u"provider/ibm-cloud"_s}},
        {{u"name"_s, u"default-idp-2"_s},
         {u"title"_s, u"API Manager User Registry"_s},
         {u"default"_s, false},
         {u"registry_type"_s, u"lur"_s},
         {u"user_managed"_s, true},
         {u"realm"_s, u"provider/default-idp-2"_s}},
    };
    return v10List(scope.call.request, providers);
}

QJsonObject countsIn(const Company &company, const Entity &catalog)
{
    const auto count = [&](const QString &kind) { return company.list(kind, catalog.key).size(); };
    return {{u"products"_s, count(u"product"_s)},
            {u"apis"_s, count(u"api"_s)},
            {u"consumer_orgs"_s, count(u"consumer_org"_s)},
            {u"subscriptions"_s, count(u"subscription"_s)},
            {u"apps"_s, count(u"app"_s)},
            {u"spaces"_s, count(u"space"_s)}};
}

Response topology(Scope &scope)
{
    const Company &company = scope.state.company;
    QJsonArray orgResults;
    int catalogCount = 0;
    const QList<const Entity *> orgs = company.list(u"org"_s, 0);
    for (const Entity *org : orgs) {
        QJsonArray catalogResults;
        const QList<const Entity *> catalogs = company.list(u"catalog"_s, org->key);
        for (const Entity *catalog : catalogs)
            catalogResults.append(QJsonObject{
                {u"id"_s, catalog->uuid}, {u"name"_s, catalog->name}, {u"counts"_s, countsIn(company, *catalog)}});
        catalogCount += static_cast<int>(catalogs.size());
        orgResults.append(QJsonObject{
            {u"id"_s, org->uuid},
            {u"name"_s, org->name},
            {u"title"_s, org->title},
            {u"enabled"_s, true},
            {u"org_type"_s, u"provider"_s},
            {u"catalogs"_s, QJsonObject{{u"total_results"_s, catalogResults.size()}, {u"results"_s, catalogResults}}}});
    }
    return v10Object(
        scope.call.request, 200,
        QJsonObject{{u"cloud_id"_s, u"sandbox"_s},
                    {u"cloud_name"_s, u"Sandbox"_s},
                    {u"counts"_s, QJsonObject{{u"provider_orgs"_s, orgs.size()}, {u"catalogs"_s, catalogCount}}},
                    {u"orgs"_s, QJsonObject{{u"total_results"_s, orgResults.size()}, {u"results"_s, orgResults}}}});
}

Response permissions(Scope &scope)
{
    const QString group = scope.parameter("scope"_ba);
    QList<QJsonObject> objects;
    for (const auto &name : {u"view"_s, u"edit"_s, u"manage"_s})
        objects.append({{u"type"_s, u"permission"_s},
                        {u"api_version"_s, u"2.0.0"_s},
                        {u"id"_s, group + u'-' + name},
                        {u"name"_s, group + u':' + name},
                        {u"title"_s, group + u' ' + name}});
    return v10List(scope.call.request, objects);
}

Response integration(Scope &scope)
{
    const QString type = scope.parameter("registryType"_ba);
    return v10Object(scope.call.request, 200,
                     QJsonObject{{u"type"_s, u"integration"_s},
                                 {u"api_version"_s, u"2.0.0"_s},
                                 {u"name"_s, type},
                                 {u"title"_s, type},
                                 {u"state"_s, u"enabled"_s},
                                 {u"metadata"_s, QJsonObject{{u"registry_type"_s, type}}}});
}

/// The value of a new key is in this answer only.
Response createApiKey(Scope &scope)
{
    const QJsonObject body = scope.call.request.json().value_or(QJsonObject());
    if (body.value("client_type"_L1).toString().isEmpty() || body.value("description"_L1).toString().isEmpty())
        return v10Error(400, u"The properties client_type and description are required."_s);
    Entity entity;
    entity.kind = u"api_key"_s;
    entity.name = body.value("name"_L1).toString(u"key-"_s + QString::fromLatin1(randomHex(4)));
    entity.title = entity.name;
    entity.data.insert(u"v10"_s, QJsonObject{{u"client_type"_s, body.value("client_type"_L1)},
                                             {u"description"_s, body.value("description"_L1)},
                                             {u"ttl"_s, body.value("ttl"_L1).toInteger(300)},
                                             {u"token_exp"_s, body.value("token_exp"_L1).toInteger(28800)}});
    const Entity &made = scope.state.company.add(std::move(entity), scope.state.now());
    const V10View view(scope.state.company, scope.call.request.origin);
    QJsonObject object = view.object(made);
    object.insert(u"api_key"_s, QString::fromLatin1(randomUuid()));
    return v10Object(scope.call.request, 201, object);
}

Response searchUsers(Scope &scope)
{
    const QString wanted = scope.call.request.json().value_or(QJsonObject()).value("username"_L1).toString();
    QList<const Entity *> found = scope.state.company.list(u"user"_s, 0);
    found.removeIf([&](const Entity *user) { return !user->name.contains(wanted, Qt::CaseInsensitive); });
    return v10Entities(scope, found);
}

Response cloudUsers(Scope &scope)
{
    return v10Entities(scope, scope.state.company.list(u"user"_s, 0));
}

Response readUser(Scope &scope)
{
    const Entity *user = scope.state.company.find(u"user"_s, 0, scope.parameter("user"_ba));
    const V10View view(scope.state.company, scope.call.request.origin);
    return user ? v10Object(scope.call.request, 200, view.object(*user)) : v10NotFound(u"user"_s);
}

Response consumerApps(Scope &scope)
{
    Company &company = scope.state.company;
    const QList<const Entity *> orgs = company.list(u"org"_s, 0);
    for (const Entity *org : orgs) {
        const QList<const Entity *> catalogs = company.list(u"catalog"_s, org->key);
        for (const Entity *catalog : catalogs) {
            if (const Entity *found = company.find(u"consumer_org"_s, catalog->key, scope.parameter("consumer"_ba)))
                return v10Entities(scope, company.list(u"app"_s, found->key));
        }
    }
    return v10NotFound(u"consumer_org"_s);
}

} // namespace

void addV10Cloud(Router &router, State &state)
{
    const auto add = [&](const QByteArray &method, const QByteArray &path, V10Handler handler) {
        addV10(router, state, method, path, std::move(handler));
    };
    add("GET"_ba, "/api/me"_ba, [](Scope &scope) { return v10Object(scope.call.request, 200, meObject(scope)); });
    add("PUT"_ba, "/api/me"_ba, changeMe);
    add("POST"_ba, "/api/me/change-password"_ba,
        [](Scope &) { return v10Error(400, u"The users of this registry have no password here."_s); });
    add("GET"_ba, "/api/cloud/topology"_ba, topology);
    add("GET"_ba, "/api/cloud/provider/identity-providers"_ba, identityProviders);
    add("GET"_ba, "/api/cloud/permissions/{scope}"_ba, permissions);
    add("GET"_ba, "/api/cloud/integrations/user-registry/{registryType}"_ba, integration);
    add("GET"_ba, "/api/cloud/registrations"_ba, v10ListOf(u"registration"_s));
    add("POST"_ba, "/api/cloud/registrations"_ba, v10Create(u"registration"_s));
    add("GET"_ba, "/api/cloud/registrations/{item}"_ba, v10Read(u"registration"_s, "item"_ba));
    add("GET"_ba, "/api/cloud/api-keys"_ba, v10ListOf(u"api_key"_s));
    add("POST"_ba, "/api/cloud/api-keys"_ba, createApiKey);
    add("GET"_ba, "/api/cloud/api-keys/{item}"_ba, v10Read(u"api_key"_s, "item"_ba));
    add("DELETE"_ba, "/api/cloud/api-keys/{item}"_ba, v10Delete(u"api_key"_s, "item"_ba));
    add("GET"_ba, "/api/user-registries/{org}/{registry}/users"_ba, cloudUsers);
    add("POST"_ba, "/api/user-registries/{org}/{registry}/search"_ba, searchUsers);
    add("GET"_ba, "/api/user-registries/admin/provider/users/{user}"_ba, readUser);
    add("GET"_ba, "/analytics/{service}/orgs/{org}/events"_ba, v10Traffic);
    add("GET"_ba, "/consumer-api/orgs/{consumer}/apps"_ba, consumerApps);
}

} // namespace acx::sandbox
