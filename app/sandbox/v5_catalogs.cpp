// SPDX-License-Identifier: GPL-3.0-or-later
// Catalogs ("environments" in paths), their spaces and their members.
#include "app/sandbox/errors.h"
#include "app/sandbox/traffic.h"
#include "app/sandbox/v5_answers.h"

using namespace Qt::StringLiterals;

namespace acx::sandbox {

namespace {

Response createCatalog(Scope &scope)
{
    const auto body = scope.call.request.json();
    if (!body)
        return v5BadBody();
    const QString title = body->value("name"_L1).toString();
    const QString shortName = body->value("shortName"_L1).toString(v5ShortName(title));
    if (title.isEmpty() || shortName.isEmpty())
        return v5Error(400, u"environment.name.required"_s, u"A catalog needs a name and a short name."_s);
    if (scope.state.company.find(u"catalog"_s, scope.org->key, shortName))
        return v5Error(409, u"environment.alreadyExists"_s, u"A catalog with this short name exists already."_s);
    Entity catalog;
    catalog.parent = scope.org->key;
    catalog.kind = u"catalog"_s;
    catalog.name = shortName;
    catalog.title = title;
    catalog.state = u"enabled"_s;
    catalog.data = {{u"owner"_s, u"ada.morgan"_s}, {u"space_enabled"_s, false}, {u"auto_deploy"_s, false}};
    return v5Created(scope, scope.state.company.add(std::move(catalog), scope.state.now()));
}

Response changeCatalog(Scope &scope)
{
    const auto body = scope.call.request.json();
    if (!body)
        return v5BadBody();
    Entity &catalog = *scope.catalog;
    const QString shortName = body->value("shortName"_L1).toString(catalog.name);
    const Entity *other = scope.state.company.find(u"catalog"_s, scope.org->key, shortName);
    if (other && other != &catalog)
        return v5Error(409, u"environment.alreadyExists"_s, u"A catalog with this short name exists already."_s);
    catalog.name = shortName;
    catalog.title = body->value("name"_L1).toString(catalog.title);
    if (body->contains("spaceEnabled"_L1))
        catalog.data.insert(u"space_enabled"_s, body->value("spaceEnabled"_L1).toBool());
    catalog.updated = scope.state.now();
    return v5Object(scope, catalog);
}

Response transferOwner(Scope &scope)
{
    const QString id = scope.call.request.json().value_or(QJsonObject()).value("user"_L1).toString();
    const Entity *user = scope.state.company.find(u"user"_s, 0, id);
    if (!user)
        return v5NotFound(u"user"_s);
    scope.catalog->data.insert(u"owner"_s, user->name);
    return v5Object(scope, *scope.catalog);
}

Response createSpace(Scope &scope)
{
    const auto body = scope.call.request.json();
    if (!body)
        return v5BadBody();
    const QString title = body->value("title"_L1).toString(body->value("name"_L1).toString());
    const QString name = body->value("name"_L1).toString(v5ShortName(title));
    if (name.isEmpty())
        return v5Error(400, u"space.name.required"_s, u"A space needs a name."_s);
    if (scope.state.company.find(u"space"_s, scope.catalog->key, name))
        return v5Error(409, u"space.alreadyExists"_s, u"A space with this name exists already."_s);
    Entity space;
    space.parent = scope.catalog->key;
    space.kind = u"space"_s;
    space.name = name;
    space.title = title;
    space.state = u"enabled"_s;
    return v5Created(scope, scope.state.company.add(std::move(space), scope.state.now()));
}

Response changeSpace(Scope &scope)
{
    const auto body = scope.call.request.json();
    if (!body)
        return v5BadBody();
    scope.space->name = body->value("name"_L1).toString(scope.space->name);
    scope.space->title = body->value("title"_L1).toString(scope.space->title);
    scope.space->updated = scope.state.now();
    return v5Object(scope, *scope.space);
}

Response deleteSpace(Scope &scope)
{
    const int space = scope.space->key;
    for (const auto &kind : {u"product"_s, u"api"_s}) {
        if (!scope.state.company.list(kind, scope.catalog->key, space).isEmpty())
            return v5Error(409, u"space.notEmpty"_s, u"The space still holds products."_s);
    }
    scope.state.company.remove(space);
    return emptyResponse();
}

} // namespace

void addV5Catalogs(Router &router, State &state)
{
    const auto add = [&](const QByteArray &method, const QByteArray &path, V5Handler handler) {
        addV5(router, state, method, "/v1/orgs/{org}" + path, std::move(handler));
    };
    const QByteArray catalog = "/environments/{catalog}"_ba;
    const QByteArray space = catalog + "/spaces/{space}";
    add("GET"_ba, "/environments"_ba, v5ListOf(u"catalog"_s));
    add("POST"_ba, "/environments"_ba, createCatalog);
    add("GET"_ba, catalog, [](Scope &scope) { return v5Object(scope, *scope.catalog); });
    add("PUT"_ba, catalog, changeCatalog);
    add("DELETE"_ba, catalog, [](Scope &scope) {
        scope.state.company.remove(scope.catalog->key);
        return emptyResponse();
    });
    add("POST"_ba, catalog + "/transferOwner", transferOwner);
    add("GET"_ba, catalog + "/members", v5ListOf(u"member"_s));
    add("GET"_ba, catalog + "/members/{member}", v5Read(u"member"_s, "member"_ba));
    add("GET"_ba, catalog + "/events", v5Traffic);
    add("GET"_ba, catalog + "/spaces", v5ListOf(u"space"_s));
    add("POST"_ba, catalog + "/spaces", createSpace);
    add("GET"_ba, space, [](Scope &scope) { return v5Object(scope, *scope.space); });
    add("PUT"_ba, space, changeSpace);
    add("DELETE"_ba, space, deleteSpace);
}

} // namespace acx::sandbox
