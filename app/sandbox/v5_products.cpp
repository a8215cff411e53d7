// SPDX-License-Identifier: GPL-3.0-or-later
// Products in catalogs and spaces, and their life.
#include "app/sandbox/documents.h"
#include "app/sandbox/errors.h"
#include "app/sandbox/v5_answers.h"

using namespace Qt::StringLiterals;

namespace acx::sandbox {

namespace {

/// {product} is an id or name:version.
Entity *productOf(const Scope &scope)
{
    return scope.target(u"product"_s, "product"_ba);
}

QList<const Entity *> apisOf(const Scope &scope, const Entity &product)
{
    QList<const Entity *> apis;
    const QStringList references = apiReferences(product.data.value("document"_L1).toObject());
    for (const QString &reference : references) {
        if (const Entity *api = scope.state.company.find(u"api"_s, product.parent, reference))
            apis.append(api);
    }
    return apis;
}

QJsonArray productDocuments(const QList<const Entity *> &entities)
{
    QJsonArray documents;
    for (const Entity *entity : entities)
        documents.append(V5View::documentOf(*entity));
    return documents;
}

Response readAll(Scope &scope)
{
    const Entity *product = productOf(scope);
    if (!product)
        return v5NotFound(u"product"_s);
    return jsonResponse(200, QJsonObject{{u"product"_s, V5View::documentOf(*product)},
                                         {u"apis"_s, productDocuments(apisOf(scope, *product))}});
}

/// {product: document, apis: [documents]}
Response create(Scope &scope)
{
    const auto body = scope.call.request.json();
    if (!body)
        return v5BadBody();
    const QJsonObject document = body->value("product"_L1).toObject();
    if (!infoOf(document).isComplete())
        return v5Error(400, u"product.info.required"_s, u"The product needs info.name and info.version."_s);
    const QDateTime now = scope.state.now();
    Company &company = scope.state.company;
    const QJsonArray apis = body->value("apis"_L1).toArray();
    for (const auto &value : apis) {
        if (!infoOf(value.toObject()).isComplete())
            return v5Error(400, u"api.info.required"_s, u"Each API needs info.x-ibm-name and info.version."_s);
    }
    for (const auto &value : apis) {
        Entity &api = storeDocument(company, u"api"_s, scope.catalog->key, scope.spaceKey(), value.toObject(), now);
        if (api.state.isEmpty())
            api.state = u"stopped"_s;
    }
    Entity &product = storeDocument(company, u"product"_s, scope.catalog->key, scope.spaceKey(), document, now);
    product.state = u"staged"_s;
    return v5Created(scope, product);
}

/// Copies a draft product into the catalog.
Response stageFromDraft(Scope &scope)
{
    const Entity *draft = scope.state.company.find(u"draft_product"_s, scope.org->key, scope.parameter("product"_ba));
    if (!draft)
        return v5NotFound(u"draft_product"_s);
    return v5Created(scope,
                     stageDraft(scope.state.company, *draft, scope.catalog->key, scope.spaceKey(), scope.state.now()));
}

V5Handler moveTo(const QString &state)
{
    return [state](Scope &scope) {
        Entity *product = productOf(scope);
        if (!product)
            return v5NotFound(u"product"_s);
        if (!scope.call.request.body.trimmed().isEmpty() && !scope.call.request.json())
            return v5BadBody();
        setProductState(scope.state.company, *product, state, scope.state.now());
        return v5Object(scope, *product);
    };
}

Response changeVisibility(Scope &scope)
{
    Entity *product = productOf(scope);
    if (!product)
        return v5NotFound(u"product"_s);
    const auto body = scope.call.request.json();
    if (!body || !body->value("visibility"_L1).isObject())
        return v5Error(400, u"product.visibility.required"_s, u"The member visibility is required."_s);
    const QJsonValue changed = product->data.value("visibility"_L1);
    QJsonObject visibility =
        (changed.isObject() ? changed : product->data.value("document"_L1).toObject().value("visibility"_L1))
            .toObject();
    const QJsonObject wish = body->value("visibility"_L1).toObject();
    for (auto part = wish.begin(); part != wish.end(); ++part)
        visibility.insert(part.key(), *part);
    product->data.insert(u"visibility"_s, visibility);
    product->updated = scope.state.now();
    return v5Object(scope, *product);
}

Response removeOne(Scope &scope)
{
    const Entity *product = productOf(scope);
    if (!product)
        return v5NotFound(u"product"_s);
    const QJsonObject answer{{u"product"_s, V5View::documentOf(*product)},
                             {u"apis"_s, productDocuments(apisOf(scope, *product))}};
    scope.state.company.remove(product->key);
    return jsonResponse(200, answer);
}

/// The confirm parameter repeats the catalog as it stands in the path.
Response removeAll(Scope &scope)
{
    const QByteArray confirm = scope.call.request.queryValue("confirm");
    if (QString::fromUtf8(confirm) != scope.parameter("catalog"_ba))
        return v5Error(400, u"product.delete.confirm"_s, u"The parameter confirm must repeat the catalog."_s);
    const QList<const Entity *> products = scope.list(u"product"_s);
    const QList<const Entity *> apis = scope.list(u"api"_s);
    const QJsonObject answer{{u"products"_s, productDocuments(products)}, {u"apis"_s, productDocuments(apis)}};
    for (const Entity *entity : products + apis)
        scope.state.company.remove(entity->key);
    return jsonResponse(200, answer);
}

/// The other product of a replacement: {name, version}.
Entity *otherProduct(const Scope &scope, QLatin1StringView member)
{
    const QJsonObject other = scope.call.request.json().value_or(QJsonObject()).value(member).toObject();
    return scope.state.company.findVersion(u"product"_s, scope.catalog->key, other.value("name"_L1).toString(),
                                           other.value("version"_L1).toString());
}

QJsonObject planMapping(const QJsonObject &body)
{
    QJsonObject plans;
    const QJsonArray mappings = body.value("planMappings"_L1).toArray();
    for (const auto &mapping : mappings)
        plans.insert(mapping.toObject().value("from"_L1).toString(), mapping.toObject().value("to"_L1));
    return plans;
}

/// Replace, supersede and set-migration. `bodyNames` says which product the body names; the path names the other.
V5Handler takeOver(QLatin1StringView bodyNames, const QString &oldState)
{
    return [bodyNames, oldState](Scope &scope) {
        Entity *inPath = scope.state.company.findVersion(u"product"_s, scope.catalog->key, scope.parameter("name"_ba),
                                                         scope.parameter("version"_ba));
        Entity *inBody = otherProduct(scope, bodyNames);
        if (!inPath || !inBody || inPath == inBody)
            return v5NotFound(u"product"_s);
        const QJsonObject plans = planMapping(scope.call.request.json().value_or(QJsonObject()));
        if (plans.isEmpty())
            return v5Error(400, u"product.planMappings.required"_s, u"At least one plan mapping is required."_s);
        const bool pathIsOld = bodyNames == "newProduct"_L1;
        Entity &older = pathIsOld ? *inPath : *inBody;
        Entity &newer = pathIsOld ? *inBody : *inPath;
        older.data.insert(u"supersededByResponse"_s, QJsonObject{{newer.reference(), plans}});
        newer.data.insert(u"supersedesResponse"_s, QJsonObject{{older.reference(), plans}});
        if (!oldState.isEmpty()) {
            setProductState(scope.state.company, newer, u"published"_s, scope.state.now());
            setProductState(scope.state.company, older, oldState, scope.state.now());
        }
        return v5Object(scope, *inPath);
    };
}

bool holdsApi(const Entity &product, const QString &reference)
{
    return apiReferences(product.data.value("document"_L1).toObject()).contains(reference);
}

Response search(Scope &scope)
{
    const Request &request = scope.call.request;
    const bool products = request.queryValue("type") == "productVersion";
    const QString name = QString::fromUtf8(request.queryValue("name"));
    const QString version = QString::fromUtf8(request.queryValue("version"));
    const QString holds = QString::fromUtf8(request.queryValue("apiIdentifier"));
    const V5View view = v5ViewOf(scope);
    QJsonArray hits;
    const QList<const Entity *> all = scope.list(products ? u"product"_s : u"api"_s);
    for (const Entity *entity : all) {
        const bool wanted = (name.isEmpty() || entity->name == name) &&
                            (version.isEmpty() || entity->version == version) &&
                            (holds.isEmpty() || !products || holdsApi(*entity, holds)) && isKnownToV5(*entity);
        if (wanted)
            hits.append(view.searchHit(*entity));
    }
    return jsonResponse(200, hits);
}

} // namespace

void addV5Products(Router &router, State &state)
{
    const auto add = [&](const QByteArray &method, const QByteArray &tail, const V5Handler &handler) {
        addV5Twice(router, state, method, tail, handler);
    };
    add("GET"_ba, "/search"_ba, search);
    add("GET"_ba, "/products"_ba, v5ListOf(u"product"_s));
    add("POST"_ba, "/products"_ba, create);
    add("DELETE"_ba, "/products"_ba, removeAll);
    add("GET"_ba, "/products/{product}"_ba, v5Read(u"product"_s, "product"_ba));
    add("POST"_ba, "/products/{product}"_ba, stageFromDraft);
    add("PUT"_ba, "/products/{product}"_ba, changeVisibility);
    add("DELETE"_ba, "/products/{product}"_ba, removeOne);
    add("GET"_ba, "/products/{product}/all"_ba, readAll);
    for (const auto &[verb, newState] : {std::pair("stage"_ba, u"staged"_s), std::pair("publish"_ba, u"published"_s),
                                         std::pair("deprecate"_ba, u"deprecated"_s),
                                         std::pair("retire"_ba, u"retired"_s), std::pair("archive"_ba, u"archived"_s)})
        add("POST"_ba, "/products/{product}/" + verb, moveTo(newState));
    add("POST"_ba, "/products/{name}:{version}/replace"_ba, takeOver("oldProduct"_L1, u"retired"_s));
    add("POST"_ba, "/products/{name}:{version}/supersede"_ba, takeOver("oldProduct"_L1, u"deprecated"_s));
    add("PUT"_ba, "/products/{name}:{version}/set-migration"_ba, takeOver("newProduct"_L1, {}));
}

} // namespace acx::sandbox
