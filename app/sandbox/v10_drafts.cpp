// SPDX-License-Identifier: GPL-3.0-or-later
// Draft products and draft APIs of a provider organization.
#include "app/sandbox/documents.h"
#include "app/sandbox/errors.h"
#include "app/sandbox/v10_answers.h"

using namespace Qt::StringLiterals;

namespace acx::sandbox {

namespace {

Entity *v10DraftOf(const Scope &scope, const QString &kind)
{
    if (scope.call.parameters.contains("item"_ba))
        return scope.target(kind, "item"_ba);
    return scope.state.company.findVersion(kind, scope.org->key, scope.parameter("name"_ba),
                                           scope.parameter("version"_ba));
}

/// The document is shown only on demand: fields=add(draft_api).
Response shownDraft(const Scope &scope, const Entity &draft, int status = 200)
{
    const V10View view(scope.state.company, scope.call.request.origin);
    QJsonObject extra{{draft.kind, draft.data.value("document"_L1)}};
    if (draft.data.contains("wsdl_content"_L1))
        extra.insert(u"wsdl"_s, draft.data.value("wsdl_content"_L1));
    return v10Object(scope.call.request, status, view.object(draft), extra);
}

/// JSON {draft_api: …} or {draft_product: …}, or multipart/form-data with the part openapi.
QJsonObject sentDocument(const Request &request, const QString &kind)
{
    for (const BodyPart &part : request.parts) {
        if (part.name == "openapi" || part.name == "product")
            return readDocument(part.content);
    }
    return request.json().value_or(QJsonObject()).value(kind).toObject();
}

V10Handler readDraft(const QString &kind)
{
    return [kind](Scope &scope) {
        const Entity *draft = v10DraftOf(scope, kind);
        return draft ? shownDraft(scope, *draft) : v10NotFound(kind);
    };
}

V10Handler createDraft(const QString &kind)
{
    return [kind](Scope &scope) {
        const QJsonObject document = sentDocument(scope.call.request, kind);
        const DocumentInfo info = infoOf(document);
        if (!info.isComplete())
            return v10Error(400, u"The property %1 with info.version and a name is required."_s.arg(kind));
        if (scope.state.company.findVersion(kind, scope.org->key, info.name, info.version))
            return v10Error(409, u"%1 exists already."_s.arg(info.reference()));
        const Entity &draft = storeDocument(scope.state.company, kind, scope.org->key, 0, document, scope.state.now());
        return shownDraft(scope, draft, 201);
    };
}

V10Handler changeDraft(const QString &kind)
{
    return [kind](Scope &scope) {
        Entity *draft = v10DraftOf(scope, kind);
        if (!draft)
            return v10NotFound(kind);
        const QJsonObject document = sentDocument(scope.call.request, kind);
        const DocumentInfo info = infoOf(document);
        if (!info.isComplete())
            return v10Error(400, u"The property %1 with info.version and a name is required."_s.arg(kind));
        draft->name = info.name;
        draft->version = info.version;
        draft->title = info.title;
        draft->data.insert(u"document"_s, document);
        draft->updated = scope.state.now();
        return shownDraft(scope, *draft);
    };
}

V10Handler remove(const QString &kind)
{
    return [kind](Scope &scope) {
        const Entity *draft = v10DraftOf(scope, kind);
        if (!draft)
            return v10NotFound(kind);
        scope.state.company.remove(draft->key);
        return emptyResponse();
    };
}

/// The one list with arrays under their own names.
Response listAll(Scope &scope)
{
    const V10View view(scope.state.company, scope.call.request.origin);
    const auto array = [&](const QString &kind) {
        QJsonArray drafts;
        const QList<const Entity *> all = scope.list(kind);
        for (const Entity *draft : all)
            drafts.append(view.object(*draft));
        return drafts;
    };
    return jsonResponse(
        200, QJsonObject{{u"draft_products"_s, array(u"draft_product"_s)}, {u"draft_apis"_s, array(u"draft_api"_s)}});
}

} // namespace

void addV10Drafts(Router &router, State &state)
{
    const auto add = [&](const QByteArray &method, const QByteArray &path, V10Handler handler) {
        addV10(router, state, method, path, std::move(handler));
    };
    const QByteArray base = "/api/orgs/{org}/drafts"_ba;
    add("GET"_ba, base, listAll);
    for (const auto &[segment, kind] :
         {std::pair("/draft-apis"_ba, u"draft_api"_s), std::pair("/draft-products"_ba, u"draft_product"_s)}) {
        add("GET"_ba, base + segment, v10ListOf(kind));
        add("POST"_ba, base + segment, createDraft(kind));
        for (const QByteArray &item : {"/{item}"_ba, "/{name}/{version}"_ba}) {
            add("GET"_ba, base + segment + item, readDraft(kind));
            add("PATCH"_ba, base + segment + item, changeDraft(kind));
            add("DELETE"_ba, base + segment + item, remove(kind));
        }
    }
}

} // namespace acx::sandbox
