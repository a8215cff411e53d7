// SPDX-License-Identifier: GPL-3.0-or-later
// The platform API of V10 and V12: what is the same for most kinds of things.
#include "app/sandbox/errors.h"
#include "app/sandbox/v10_answers.h"

using namespace Qt::StringLiterals;

namespace acx::sandbox {

namespace {

struct Collection
{
    QByteArray segment; ///< of the path
    QString kind;
};

const QList<Collection> &orgCollections()
{
    static const QList<Collection> collections{
        {"members"_ba, u"member"_s},
        {"member-invitations"_ba, u"member_invitation"_s},
        {"roles"_ba, u"role"_s},
        {"associates"_ba, u"associate"_s},
        {"catalogs"_ba, u"catalog"_s},
        {"catalog-invitations"_ba, u"catalog_invitation"_s},
        {"oauth-providers"_ba, u"oauth_provider"_s},
        {"gateway-services"_ba, u"gateway_service"_s},
        {"portal-services"_ba, u"portal_service"_s},
        {"keystores"_ba, u"keystore"_s},
        {"truststores"_ba, u"truststore"_s},
        {"tls-client-profiles"_ba, u"tls_client_profile"_s},
        {"mail-servers"_ba, u"mail_server"_s},
        {"billings"_ba, u"billing"_s},
        {"user-registries"_ba, u"user_registry"_s},
    };
    return collections;
}

/// What a catalog and a space have alike.
const QList<Collection> &catalogCollections()
{
    static const QList<Collection> collections{
        {"apps"_ba, u"app"_s},
        {"subscriptions"_ba, u"subscription"_s},
        {"consumer-orgs"_ba, u"consumer_org"_s},
        {"consumer-groups"_ba, u"consumer_group"_s},
        {"consumer-org-invitations"_ba, u"consumer_org_invitation"_s},
        {"roles"_ba, u"role"_s},
        {"members"_ba, u"member"_s},
        {"configured-gateway-services"_ba, u"configured_gateway_service"_s},
        {"configured-oauth-providers"_ba, u"configured_oauth_provider"_s},
    };
    return collections;
}

using Add = std::function<void(const QByteArray &, const QByteArray &, V10Handler)>;

/// List, create, read, change and delete. Kinds with a path of their own are listed and made here, and read there.
void addCollection(const Add &add, const QByteArray &base, const Collection &collection, V10Handler create = {})
{
    const QByteArray list = base + '/' + collection.segment;
    add("GET"_ba, list, v10ListOf(collection.kind));
    add("POST"_ba, list, create ? std::move(create) : v10Create(collection.kind));
    add("GET"_ba, list + "/{item}", v10Read(collection.kind, "item"_ba));
    add("PATCH"_ba, list + "/{item}", v10Update(collection.kind, "item"_ba));
    add("DELETE"_ba, list + "/{item}", v10Delete(collection.kind, "item"_ba));
}

/// The container itself, which the scope has already found.
V10Handler readContainer(Entity *Scope::*member)
{
    return [member](Scope &scope) {
        const V10View view(scope.state.company, scope.call.request.origin);
        return v10Object(scope.call.request, 200, view.object(*(scope.*member)));
    };
}

V10Handler changeContainer(Entity *Scope::*member)
{
    return [member](Scope &scope) { return v10Change(scope, *(scope.*member)); };
}

V10Handler deleteContainer(Entity *Scope::*member)
{
    return [member](Scope &scope) {
        scope.state.company.remove((scope.*member)->key);
        return emptyResponse();
    };
}

void addContainer(const Add &add, const QByteArray &path, Entity *Scope::*member)
{
    add("GET"_ba, path, readContainer(member));
    add("PATCH"_ba, path, changeContainer(member));
    add("DELETE"_ba, path, deleteContainer(member));
}

V10Handler readSettings(Entity *Scope::*member)
{
    return [member](Scope &scope) {
        return v10Object(scope.call.request, 200, (scope.*member)->data.value("settings"_L1).toObject());
    };
}

V10Handler changeSettings(Entity *Scope::*member)
{
    return [member](Scope &scope) {
        const auto body = scope.call.request.json();
        if (!body)
            return v10Error(400, u"The request body is not a JSON object."_s);
        Entity &entity = *(scope.*member);
        QJsonObject settings = entity.data.value("settings"_L1).toObject();
        for (auto wish = body->begin(); wish != body->end(); ++wish)
            settings.insert(wish.key(), *wish);
        entity.data.insert(u"settings"_s, settings);
        entity.updated = scope.state.now();
        return v10Object(scope.call.request, 200, settings);
    };
}

Response globalPolicies(Scope &scope)
{
    const Entity *gateway = scope.target(u"configured_gateway_service"_s, "gateway"_ba);
    if (!gateway)
        return v10NotFound(u"configured gateway service"_s);
    return v10Entities(scope, scope.state.company.list(u"global_policy"_s, gateway->key));
}

Response globalPolicy(Scope &scope)
{
    const Entity *gateway = scope.target(u"configured_gateway_service"_s, "gateway"_ba);
    const Entity *policy =
        gateway ? scope.state.company.find(u"global_policy"_s, gateway->key, scope.parameter("item"_ba)) : nullptr;
    if (!policy)
        return v10NotFound(u"global policy"_s);
    const V10View view(scope.state.company, scope.call.request.origin);
    return v10Object(scope.call.request, 200, view.object(*policy));
}

/// A new app comes with its first credential, whose secret is shown this once.
Response createV10App(Scope &scope)
{
    const auto app = v10Make(scope, u"app"_s);
    if (!app)
        return app.error();
    const Entity &credential = v10AddCredential(scope.state, **app, {});
    const V10View view(scope.state.company, scope.call.request.origin);
    QJsonObject object = view.object(**app);
    object.insert(u"client_id"_s, credential.data.value("client_id"_L1));
    object.insert(u"client_secret"_s, credential.data.value("client_secret"_L1));
    return v10Object(scope.call.request, 201, object);
}

Response createCredential(Scope &scope)
{
    const QJsonObject wish = scope.call.request.json().value_or(QJsonObject());
    const Entity &made = v10AddCredential(scope.state, *scope.app, wish);
    const V10View view(scope.state.company, scope.call.request.origin);
    QJsonObject object = view.object(made);
    object.insert(u"client_secret"_s, made.data.value("client_secret"_L1));
    return v10Object(scope.call.request, 201, object);
}

Response createSubscription(Scope &scope)
{
    const QJsonObject body = scope.call.request.json().value_or(QJsonObject());
    const QString plan = body.value("plan"_L1).toString();
    const Entity *product = v10FindByUrl(scope, u"product"_s, body.value("product_url"_L1).toString());
    if (!product || plan.isEmpty())
        return v10Error(400, u"A product_url of this catalog and a plan are required."_s);
    const QJsonObject plans = product->data.value("document"_L1).toObject().value("plans"_L1).toObject();
    if (!plans.contains(plan))
        return v10Error(400, u"The product has no plan %1."_s.arg(plan.left(60)));
    Entity entity;
    entity.parent = scope.app->key;
    entity.space = product->space;
    entity.kind = u"subscription"_s;
    entity.name = body.value("name"_L1).toString(QString::fromLatin1(randomHex(8)));
    entity.title = body.value("title"_L1).toString(entity.name);
    entity.state = u"enabled"_s;
    entity.data = {{u"product_key"_s, product->key}, {u"plan"_s, plan}};
    const Entity &made = scope.state.company.add(std::move(entity), scope.state.now());
    const V10View view(scope.state.company, scope.call.request.origin);
    return v10Object(scope.call.request, 201, view.object(made));
}

void addOrgs(const Add &add)
{
    add("GET"_ba, "/api/orgs"_ba, v10ListOf(u"org"_s));
    add("GET"_ba, "/api/cloud/orgs"_ba, v10ListOf(u"org"_s));
    addContainer(add, "/api/orgs/{org}"_ba, &Scope::org);
    add("GET"_ba, "/api/orgs/{org}/settings"_ba, readSettings(&Scope::org));
    add("PUT"_ba, "/api/orgs/{org}/settings"_ba, changeSettings(&Scope::org));
    for (const Collection &collection : orgCollections())
        addCollection(add, "/api/orgs/{org}"_ba, collection);
}

void addCatalogs(const Add &add)
{
    const QByteArray catalog = "/api/catalogs/{org}/{catalog}"_ba;
    const QByteArray space = "/api/spaces/{org}/{catalog}/{space}"_ba;
    addContainer(add, catalog, &Scope::catalog);
    addContainer(add, space, &Scope::space);
    add("GET"_ba, catalog + "/settings", readSettings(&Scope::catalog));
    add("PUT"_ba, catalog + "/settings", changeSettings(&Scope::catalog));
    add("GET"_ba, space + "/settings", readSettings(&Scope::space));
    add("PUT"_ba, space + "/settings", changeSettings(&Scope::space));
    addCollection(add, catalog, {"spaces"_ba, u"space"_s});
    addCollection(add, catalog, {"configured-catalog-user-registries"_ba, u"configured_catalog_user_registry"_s});
    for (const QByteArray &base : {catalog, space}) {
        for (const Collection &collection : catalogCollections())
            addCollection(add, base, collection);
        add("GET"_ba, base + "/configured-gateway-services/{gateway}/global-policies", globalPolicies);
        add("GET"_ba, base + "/configured-gateway-services/{gateway}/global-policies/{item}", globalPolicy);
    }
}

void addConsumers(const Add &add)
{
    for (const QByteArray &place : {"{org}/{catalog}"_ba, "{org}/{catalog}/{space}"_ba}) {
        const QByteArray consumerOrg = "/api/consumer-orgs/" + place + "/{consumerOrg}";
        addContainer(add, consumerOrg, &Scope::consumerOrg);
        addCollection(add, consumerOrg, {"members"_ba, u"member"_s});
        addCollection(add, consumerOrg, {"roles"_ba, u"role"_s});
        add("GET"_ba, consumerOrg + "/apps", v10ListOf(u"app"_s));
        add("POST"_ba, consumerOrg + "/apps", createV10App);

        const QByteArray app = "/api/apps/" + place + "/{consumerOrg}/{app}";
        addContainer(add, app, &Scope::app);
        addCollection(add, app, {"subscriptions"_ba, u"subscription"_s}, createSubscription);
        addCollection(add, app, {"credentials"_ba, u"credential"_s}, createCredential);
    }
}

} // namespace

void addV10Routes(Router &router, State &state)
{
    const Add add = [&](const QByteArray &method, const QByteArray &path, V10Handler handler) {
        addV10(router, state, method, path, std::move(handler));
    };
    addOrgs(add);
    addCatalogs(add);
    addConsumers(add);
    addV10Products(router, state);
    addV10Drafts(router, state);
    addV10Cloud(router, state);
}

} // namespace acx::sandbox
