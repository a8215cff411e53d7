// SPDX-License-Identifier: GPL-3.0-or-later
// The management API of V5: the person, the users, and what every part of it needs.
#include "app/sandbox/errors.h"
#include "app/sandbox/v5_answers.h"

using namespace Qt::StringLiterals;

namespace acx::sandbox {

namespace {

Response me(Scope &scope)
{
    const Owner owner = ownerOf(scope.call.request, scope.state);
    const QString base = QString::fromLatin1(scope.call.request.origin);
    return jsonResponse(200, QJsonObject{
                                 {u"id"_s, owner.iamId},
                                 {u"name"_s, owner.name},
                                 {u"email"_s, owner.email},
                                 {u"firstName"_s, owner.givenName},
                                 {u"lastName"_s, owner.familyName},
                                 {u"status"_s, u"ENABLED"_s},
                                 {u"url"_s, base + u"/v1/me"_s},
                             });
}

/// Needs no token: it tells clients how to sign in.
Response metadata(Scope &)
{
    return jsonResponse(
        200,
        QJsonArray{QJsonObject{
            {u"formFactor"_s, u"BLUEMIX_PUBLIC"_s},
            {u"serverCapabilities"_s, QJsonObject{{u"authTypes"_s, QJsonArray{u"token"_s}}}},
            {u"toolkit"_s, QJsonObject{{u"version_minimum"_s, u"5.0.0"_s}, {u"version_recommended"_s, u"5.0.8"_s}}},
        }});
}

QJsonObject userObject(const Entity &user)
{
    return {{u"id"_s, user.id},
            {u"name"_s, user.name},
            {u"username"_s, user.name},
            {u"email"_s, user.data.value("email"_L1)},
            {u"firstName"_s, user.data.value("first_name"_L1)},
            {u"lastName"_s, user.data.value("last_name"_L1)},
            {u"status"_s, u"ENABLED"_s}};
}

Response users(Scope &scope)
{
    QJsonArray array;
    const QList<const Entity *> all = scope.state.company.list(u"user"_s, 0);
    for (const Entity *user : all)
        array.append(userObject(*user));
    return jsonResponse(200, array);
}

Response user(Scope &scope)
{
    const Entity *found = scope.state.company.find(u"user"_s, 0, scope.parameter("userName"_ba));
    return found ? jsonResponse(200, userObject(*found)) : v5NotFound(u"user"_s);
}

} // namespace

void addV5Routes(Router &router, State &state)
{
    const auto get = [&](const QByteArray &path, V5Handler handler) {
        addV5(router, state, "GET"_ba, path, std::move(handler));
    };
    get("/v1/me"_ba, me);
    get("/v1/me/orgs"_ba, v5ListOf(u"org"_s));
    get("/v1/orgs/{org}"_ba, [](Scope &scope) { return v5Object(scope, *scope.org); });
    get("/v1/cloud/metadata/apimanager"_ba, metadata);
    get("/v1/users/context/apimanager"_ba, users);
    get("/v1/users/context/{org}.{catalog}"_ba, users);
    get("/v1/users/context/apimanager/{userName}"_ba, user);
    get("/v1/users/context/{org}.{catalog}/{userName}"_ba, user);
    get("/v1/orgs/{org}/registries/{registry}"_ba, v5Read(u"user_registry"_s, "registry"_ba));
    addV5Catalogs(router, state);
    addV5Products(router, state);
    addV5Apis(router, state);
    addV5Drafts(router, state);
    addV5Consumers(router, state);
    addV5Portal(router, state);
}

} // namespace acx::sandbox
