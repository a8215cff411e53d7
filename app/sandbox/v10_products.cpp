// SPDX-License-Identifier: GPL-3.0-or-later
// Products and APIs in catalogs and spaces.
#include "app/sandbox/documents.h"
#include "app/sandbox/errors.h"
#include "app/sandbox/gateway.h"
#include "app/sandbox/v10_answers.h"

using namespace Qt::StringLiterals;

namespace acx::sandbox {

namespace {

/// {item} is an id, or {name} and {version} stand side by side.
Entity *versioned(const Scope &scope, const QString &kind)
{
    if (!scope.call.parameters.contains("version"_ba))
        return scope.target(kind, "item"_ba);
    Entity *found = scope.state.company.findVersion(kind, scope.within(), scope.parameter("name"_ba),
                                                    scope.parameter("version"_ba));
    return found && (!scope.space || found->space == scope.space->key) ? found : nullptr;
}

Response shown(const Scope &scope, const Entity &entity, int status = 200)
{
    const V10View view(scope.state.company, scope.call.request.origin);
    const QJsonValue document = entity.data.value("document"_L1);
    QJsonObject extra{{u"product"_s, document},
                      {u"catalog_product"_s, document},
                      {u"api"_s, publishedDocument(scope.state.company, entity, scope.call.request.origin)}};
    if (entity.data.contains("wsdl_content"_L1))
        extra.insert(u"wsdl"_s, entity.data.value("wsdl_content"_L1));
    return v10Object(scope.call.request, status, view.object(entity), extra);
}

V10Handler readVersioned(const QString &kind)
{
    return [kind](Scope &scope) {
        const Entity *entity = versioned(scope, kind);
        return entity ? shown(scope, *entity) : v10NotFound(kind);
    };
}

Response readApiDocument(Scope &scope)
{
    const Entity *api = versioned(scope, u"api"_s);
    return api ? jsonResponse(200, publishedDocument(scope.state.company, *api, scope.call.request.origin))
               : v10NotFound(u"api"_s);
}

Response listByState(Scope &scope, const QString &kind)
{
    const QString states = QString::fromUtf8(scope.call.request.queryValue("states"));
    const V10View view(scope.state.company, scope.call.request.origin);
    QList<QJsonObject> objects;
    const QList<const Entity *> all = scope.list(kind);
    for (const Entity *entity : all) {
        QJsonObject object = view.object(*entity);
        if (states.isEmpty() || states.split(u',').contains(object.value("state"_L1).toString()))
            objects.append(std::move(object));
    }
    return v10List(scope.call.request, objects);
}

bool isProductState(const QString &state)
{
    static const QStringList states{u"staged"_s, u"published"_s, u"deprecated"_s, u"retired"_s, u"archived"_s};
    return states.contains(state);
}

Response changeProduct(Scope &scope)
{
    Entity *product = versioned(scope, u"product"_s);
    if (!product)
        return v10NotFound(u"product"_s);
    const auto body = scope.call.request.json();
    if (!body)
        return v10Error(400, u"The request body is not a JSON object."_s);
    if (body->contains("state"_L1)) {
        const QString state = body->value("state"_L1).toString().toLower();
        if (!isProductState(state))
            return v10Error(400, u"The state is not one of staged, published, deprecated, retired and archived."_s);
        setProductState(scope.state.company, *product, state, scope.state.now());
    }
    if (body->value("visibility"_L1).isObject())
        product->data.insert(u"visibility"_s, body->value("visibility"_L1));
    product->updated = scope.state.now();
    return shown(scope, *product);
}

Response deleteProduct(Scope &scope)
{
    const Entity *product = versioned(scope, u"product"_s);
    if (!product)
        return v10NotFound(u"product"_s);
    scope.state.company.remove(product->key);
    return emptyResponse();
}

/// Replace and supersede: `plans` says which plan of the old product becomes which of the new one.
V10Handler takeOver(const QString &oldState)
{
    return [oldState](Scope &scope) {
        Entity *product = versioned(scope, u"product"_s);
        if (!product)
            return v10NotFound(u"product"_s);
        const QJsonObject body = scope.call.request.json().value_or(QJsonObject());
        Entity *old = v10FindByUrl(scope, u"product"_s, body.value("product_url"_L1).toString());
        if (!old || old == product || body.value("plans"_L1).toArray().isEmpty())
            return v10Error(400,
                            u"The product_url of another product of this catalog and a list of plans are required."_s);
        setProductState(scope.state.company, *product, u"published"_s, scope.state.now());
        setProductState(scope.state.company, *old, oldState, scope.state.now());
        return shown(scope, *product);
    };
}

Response migrate(Scope &scope)
{
    const Entity *product = versioned(scope, u"product"_s);
    return product ? shown(scope, *product) : v10NotFound(u"product"_s);
}

/// multipart/form-data with the parts product, openapi (one an API) and wsdl.
V10Handler fromFiles(const QString &state)
{
    return [state](Scope &scope) {
        const QDateTime now = scope.state.now();
        QJsonObject product;
        for (const BodyPart &part : scope.call.request.parts) {
            const QJsonObject document = readDocument(part.content);
            if (part.name == "product")
                product = document;
            else if (part.name == "openapi" && infoOf(document).isComplete())
                storeDocument(scope.state.company, u"api"_s, scope.catalog->key, scope.spaceKey(), document, now);
        }
        if (!infoOf(product).isComplete())
            return v10Error(400, u"A part product with info.name and info.version is required."_s);
        Entity &stored =
            storeDocument(scope.state.company, u"product"_s, scope.catalog->key, scope.spaceKey(), product, now);
        setProductState(scope.state.company, stored, state, now);
        return shown(scope, stored, 201);
    };
}

V10Handler fromDraft(const QString &state)
{
    return [state](Scope &scope) {
        const QJsonObject body = scope.call.request.json().value_or(QJsonObject());
        const Entity *draft = v10FindByUrl(scope, u"draft_product"_s, body.value("draft_product_url"_L1).toString());
        if (!draft)
            return v10Error(400, u"A draft_product_url of this provider organization is required."_s);
        const QDateTime now = scope.state.now();
        Entity &product = stageDraft(scope.state.company, *draft, scope.catalog->key, scope.spaceKey(), now);
        setProductState(scope.state.company, product, state, now);
        return shown(scope, product, 201);
    };
}

} // namespace

void addV10Products(Router &router, State &state)
{
    const auto add = [&](const QByteArray &method, const QByteArray &path, V10Handler handler) {
        addV10(router, state, method, path, std::move(handler));
    };
    for (const QByteArray &base : {"/api/catalogs/{org}/{catalog}"_ba, "/api/spaces/{org}/{catalog}/{space}"_ba}) {
        for (const QByteArray &item : {"{item}"_ba, "{name}/{version}"_ba}) {
            const QByteArray product = base + "/products/" + item;
            const QByteArray api = base + "/apis/" + item;
            add("GET"_ba, product, readVersioned(u"product"_s));
            add("PATCH"_ba, product, changeProduct);
            add("DELETE"_ba, product, deleteProduct);
            add("POST"_ba, product + "/replace", takeOver(u"retired"_s));
            add("POST"_ba, product + "/supersede", takeOver(u"deprecated"_s));
            add("POST"_ba, product + "/execute-migration-target", migrate);
            add("GET"_ba, api, readVersioned(u"api"_s));
            add("GET"_ba, api + "/document", readApiDocument);
        }
        add("GET"_ba, base + "/products", [](Scope &scope) { return listByState(scope, u"product"_s); });
        add("GET"_ba, base + "/apis", [](Scope &scope) { return listByState(scope, u"api"_s); });
        add("POST"_ba, base + "/stage", fromFiles(u"staged"_s));
        add("POST"_ba, base + "/publish", fromFiles(u"published"_s));
        add("POST"_ba, base + "/stage-draft-product", fromDraft(u"staged"_s));
        add("POST"_ba, base + "/publish-draft-product", fromDraft(u"published"_s));
    }
}

} // namespace acx::sandbox
