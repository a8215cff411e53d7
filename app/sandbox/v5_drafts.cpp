// SPDX-License-Identifier: GPL-3.0-or-later
// Draft APIs and draft products of a provider organization.
#include "app/sandbox/documents.h"
#include "app/sandbox/errors.h"
#include "app/sandbox/v5_answers.h"

using namespace Qt::StringLiterals;

namespace acx::sandbox {

namespace {

Entity *v5DraftOf(const Scope &scope, const QString &kind)
{
    Entity *draft = scope.target(kind, "draft"_ba);
    return draft && isKnownToV5(*draft) ? draft : nullptr;
}

Response readDraftApi(Scope &scope)
{
    const Entity *draft = v5DraftOf(scope, u"draft_api"_s);
    return draft ? jsonResponse(200, draft->data.value("document"_L1)) : v5NotFound(u"draft_api"_s);
}

Response readApiWsdl(Scope &scope)
{
    const Entity *draft = v5DraftOf(scope, u"draft_api"_s);
    if (!draft || !draft->data.contains("wsdl_content"_L1))
        return v5NotFound(u"wsdl"_s);
    const QByteArray name = draft->data.value("wsdl"_L1).toString().toUtf8();
    return bytesResponse("text/xml"_ba, draft->data.value("wsdl_content"_L1).toString().toUtf8())
        .with("Content-Disposition"_ba, "attachment; filename=\"" + name + '"');
}

V5Handler createV5Draft(const QString &kind)
{
    return [kind](Scope &scope) {
        const QJsonObject document = readDocument(scope.call.request.body);
        const DocumentInfo info = infoOf(document);
        if (!info.isComplete())
            return v5Error(400, u"document.info.required"_s, u"The document needs a name and info.version."_s);
        if (scope.state.company.findVersion(kind, scope.org->key, info.name, info.version))
            return v5Error(409, u"document.alreadyExists"_s, u"A draft with this name and version exists already."_s);
        return v5Created(scope,
                         storeDocument(scope.state.company, kind, scope.org->key, 0, document, scope.state.now()));
    };
}

V5Handler changeV5Draft(const QString &kind)
{
    return [kind](Scope &scope) {
        Entity *draft = v5DraftOf(scope, kind);
        if (!draft)
            return v5NotFound(kind);
        const QJsonObject document = readDocument(scope.call.request.body);
        const DocumentInfo info = infoOf(document);
        if (!info.isComplete())
            return v5Error(400, u"document.info.required"_s, u"The document needs a name and info.version."_s);
        draft->name = info.name;
        draft->version = info.version;
        draft->title = info.title;
        draft->data.insert(u"document"_s, document);
        draft->updated = scope.state.now();
        return v5Object(scope, *draft);
    };
}

V5Handler removeAll(const QString &kind)
{
    return [kind](Scope &scope) {
        const QList<const Entity *> drafts = scope.list(kind);
        for (const Entity *draft : drafts)
            scope.state.company.remove(draft->key);
        return emptyResponse();
    };
}

QList<const Entity *> draftApisOf(const Scope &scope, const Entity &product)
{
    QList<const Entity *> apis;
    const QStringList references = apiReferences(product.data.value("document"_L1).toObject());
    for (const QString &reference : references) {
        const Entity *api = scope.state.company.find(u"draft_api"_s, scope.org->key, reference);
        if (api && !apis.contains(api))
            apis.append(api);
    }
    return apis;
}

QJsonArray documentsOf(const QList<const Entity *> &entities)
{
    QJsonArray documents;
    for (const Entity *entity : entities)
        documents.append(V5View::documentOf(*entity));
    return documents;
}

Response readProductAll(Scope &scope)
{
    const Entity *product = v5DraftOf(scope, u"draft_product"_s);
    if (!product)
        return v5NotFound(u"draft_product"_s);
    return jsonResponse(200, QJsonObject{{u"product"_s, V5View::documentOf(*product)},
                                         {u"apis"_s, documentsOf(draftApisOf(scope, *product))}});
}

/// cascade=true takes the draft APIs along.
Response removeProduct(Scope &scope)
{
    const Entity *product = v5DraftOf(scope, u"draft_product"_s);
    if (!product)
        return v5NotFound(u"draft_product"_s);
    const bool cascade = scope.call.request.queryValue("cascade") == "true";
    const QList<const Entity *> apis = cascade ? draftApisOf(scope, *product) : QList<const Entity *>();
    const V5View view = v5ViewOf(scope);
    const QJsonObject answer{{u"product"_s, view.object(*product)}, {u"apis"_s, view.array(apis)}};
    for (const Entity *api : apis)
        scope.state.company.remove(api->key);
    scope.state.company.remove(product->key);
    return jsonResponse(200, answer);
}

/// Hits of a search by exact name and version.
V5Handler search(const QString &kind)
{
    return [kind](Scope &scope) {
        const QString name = QString::fromUtf8(scope.call.request.queryValue("name"));
        const QString version = QString::fromUtf8(scope.call.request.queryValue("version"));
        QList<const Entity *> found = scope.list(kind);
        found.removeIf([&](const Entity *draft) {
            return (!name.isEmpty() && draft->name != name) || (!version.isEmpty() && draft->version != version);
        });
        return jsonResponse(200, v5ViewOf(scope).array(found));
    };
}

Response searchDrafts(Scope &scope)
{
    const QString name = QString::fromUtf8(scope.call.request.queryValue("name"));
    const QString version = QString::fromUtf8(scope.call.request.queryValue("version"));
    const V5View view = v5ViewOf(scope);
    QJsonArray hits;
    const QList<const Entity *> drafts = scope.list(u"draft_product"_s);
    for (const Entity *draft : drafts) {
        if ((name.isEmpty() || draft->name == name) && (version.isEmpty() || draft->version == version))
            hits.append(
                QJsonObject{{u"name"_s, draft->name}, {u"version"_s, draft->version}, {u"url"_s, view.url(*draft)}});
    }
    return jsonResponse(200, hits);
}

/// The draft products that hold the draft API of that id.
Response productsWithApi(Scope &scope)
{
    const QString id = QString::fromUtf8(scope.call.request.queryValue("apiId"));
    const Entity *api = scope.state.company.find(u"draft_api"_s, scope.org->key, id);
    QList<const Entity *> products = scope.list(u"draft_product"_s);
    products.removeIf([&](const Entity *product) {
        return api && !apiReferences(product->data.value("document"_L1).toObject()).contains(api->reference());
    });
    return jsonResponse(200, v5ViewOf(scope).array(products));
}

} // namespace

void addV5Drafts(Router &router, State &state)
{
    const auto add = [&](const QByteArray &method, const QByteArray &path, V5Handler handler) {
        addV5(router, state, method, path, std::move(handler));
    };
    const QByteArray apis = "/v1/apimanager/orgs/{org}/apis"_ba;
    add("GET"_ba, apis, v5ListOf(u"draft_api"_s));
    add("POST"_ba, apis, createV5Draft(u"draft_api"_s));
    add("DELETE"_ba, apis, removeAll(u"draft_api"_s));
    add("GET"_ba, apis + "/search", search(u"draft_api"_s));
    add("GET"_ba, apis + "/{draft}", readDraftApi);
    add("PUT"_ba, apis + "/{draft}", changeV5Draft(u"draft_api"_s));
    add("DELETE"_ba, apis + "/{draft}", v5Delete(u"draft_api"_s, "draft"_ba, 200));
    add("GET"_ba, apis + "/{draft}/wsdl", readApiWsdl);
    const QByteArray products = "/v1/orgs/{org}/products"_ba;
    add("GET"_ba, products, v5ListOf(u"draft_product"_s));
    add("POST"_ba, products, createV5Draft(u"draft_product"_s));
    add("DELETE"_ba, products, removeAll(u"draft_product"_s));
    add("GET"_ba, products + "/search", productsWithApi);
    add("GET"_ba, products + "/{draft}", v5Read(u"draft_product"_s, "draft"_ba));
    add("PUT"_ba, products + "/{draft}", changeV5Draft(u"draft_product"_s));
    add("DELETE"_ba, products + "/{draft}", removeProduct);
    add("GET"_ba, products + "/{draft}/all", readProductAll);
    add("GET"_ba, "/v1/orgs/{org}/drafts/search"_ba, searchDrafts);
}

} // namespace acx::sandbox
