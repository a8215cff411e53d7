// SPDX-License-Identifier: GPL-3.0-or-later
// APIs in catalogs and spaces, WSDL files, policies and extensions.
#include "app/sandbox/documents.h"
#include "app/sandbox/errors.h"
#include "app/sandbox/gateway.h"
#include "app/sandbox/v5_answers.h"

using namespace Qt::StringLiterals;

namespace acx::sandbox {

namespace {

Response readApi(Scope &scope)
{
    const Entity *api = scope.target(u"api"_s, "api"_ba);
    if (!api || !isKnownToV5(*api))
        return v5NotFound(u"api"_s);
    return jsonResponse(200, publishedDocument(scope.state.company, *api, scope.call.request.origin));
}

Response apiState(const Scope &scope, const Entity &api)
{
    const V5View view = v5ViewOf(scope);
    QJsonObject object = view.object(api);
    object.insert(u"name"_s, api.name);
    object.insert(u"version"_s, api.version);
    object.insert(u"state"_s, api.state);
    return jsonResponse(200, object);
}

Response start(Scope &scope)
{
    Entity *api = scope.target(u"api"_s, "api"_ba);
    if (!api)
        return v5NotFound(u"api"_s);
    if (api->state == "running"_L1)
        return v5Error(409, u"deployer.api.not.suspended.in.env"_s, u"The API is running already."_s);
    api->state = u"running"_s;
    return apiState(scope, *api);
}

Response stop(Scope &scope)
{
    Entity *api = scope.target(u"api"_s, "api"_ba);
    if (!api)
        return v5NotFound(u"api"_s);
    if (api->state != "running"_L1)
        return v5Error(409, u"deployer.api.not.running.in.env"_s, u"The API is not running."_s);
    api->state = u"stopped"_s;
    return apiState(scope, *api);
}

Response wsdlFile(const Entity &holder)
{
    const QByteArray name = holder.data.value("wsdl"_L1).toString().toUtf8();
    const bool zipped = name.endsWith(".zip");
    return bytesResponse(zipped ? "application/zip"_ba : "text/xml"_ba,
                         zipped ? QByteArray::fromBase64(holder.data.value("wsdl_content"_L1).toString().toLatin1())
                                : holder.data.value("wsdl_content"_L1).toString().toUtf8())
        .with("Content-Disposition"_ba, "attachment; filename=\"" + name + '"');
}

Response apiWsdl(Scope &scope)
{
    const Entity *api = scope.target(u"api"_s, "api"_ba);
    const bool known = api && api->data.value("wsdl"_L1).toString() == scope.parameter("wsdlId"_ba);
    return known ? wsdlFile(*api) : v5NotFound(u"wsdl"_s);
}

Response readWsdl(Scope &scope)
{
    const Entity *file = scope.target(u"wsdl"_s, "wsdlId"_ba);
    return file ? wsdlFile(*file) : v5NotFound(u"wsdl"_s);
}

/// The one file part is called "file" or "attachments".
Response uploadWsdl(Scope &scope)
{
    for (const BodyPart &part : scope.call.request.parts) {
        if (part.name != "file" && part.name != "attachments")
            continue;
        const bool zipped = part.fileName.toLower().endsWith(".zip");
        Entity entity;
        entity.parent = scope.org->key;
        entity.kind = u"wsdl"_s;
        entity.name = QString::fromUtf8(part.fileName);
        entity.data = {{u"wsdl"_s, zipped ? u"service.zip"_s : u"service.wsdl"_s},
                       {u"wsdl_content"_s,
                        zipped ? QString::fromLatin1(part.content.toBase64()) : QString::fromUtf8(part.content)}};
        const Entity &made = scope.state.company.add(std::move(entity), scope.state.now());
        return jsonResponse(200, QJsonObject{{u"wsdlId"_s, made.id}});
    }
    return v5Error(400, u"wsdl.file.required"_s, u"The request has no file."_s);
}

Entity *versionOf(const Scope &scope, const QString &kind, const QByteArray &nameParameter)
{
    return scope.state.company.findVersion(kind, scope.catalog->key, scope.parameter(nameParameter),
                                           scope.parameter("version"_ba));
}

V5Handler readVersion(const QString &kind, const QByteArray &parameter)
{
    return [kind, parameter](Scope &scope) {
        const Entity *entity = versionOf(scope, kind, parameter);
        if (!entity)
            return v5NotFound(kind);
        if (scope.call.request.header("accept").contains("yaml")) {
            const QString yaml = u"extension: 1.0.0\ninfo:\n  name: %1\n  version: %2\n  title: %3\n"_s.arg(
                entity->name, entity->version, entity->title);
            return bytesResponse("application/vnd.ibm-apim.swagger2+yaml"_ba, yaml.toUtf8());
        }
        return v5Object(scope, *entity);
    };
}

V5Handler deleteVersion(const QString &kind, const QByteArray &parameter)
{
    return [kind, parameter](Scope &scope) {
        const Entity *entity = versionOf(scope, kind, parameter);
        if (!entity)
            return v5NotFound(kind);
        scope.state.company.remove(entity->key);
        return emptyResponse();
    };
}

/// An empty archive: the 22 bytes of an end-of-central-directory record.
Response policyZip(Scope &scope)
{
    if (!versionOf(scope, u"policy"_s, "policy"_ba))
        return v5NotFound(u"policy"_s);
    return bytesResponse("application/zip"_ba, QByteArray("PK\x05\x06", 4) + QByteArray(18, '\0'))
        .with("Content-Disposition"_ba, R"(attachment; filename="policy.zip")"_ba);
}

/// A policy arrives as a zip and an extension as YAML.
V5Handler upload(const QString &kind)
{
    return [kind](Scope &scope) {
        for (const BodyPart &part : scope.call.request.parts) {
            if (part.name != "file")
                continue;
            QJsonObject document = readDocument(part.content);
            if (!infoOf(document).isComplete())
                document = {{u"info"_s, QJsonObject{{u"name"_s, u"custom-"_s + kind}, {u"version"_s, u"1.0.0"_s}}}};
            return v5Object(
                scope, storeDocument(scope.state.company, kind, scope.catalog->key, 0, document, scope.state.now()));
        }
        return v5Error(400, kind + u".file.required"_s, u"The request has no file."_s);
    };
}

} // namespace

void addV5Apis(Router &router, State &state)
{
    addV5Twice(router, state, "GET"_ba, "/apis"_ba, v5ListOf(u"api"_s));
    addV5Twice(router, state, "GET"_ba, "/apis/{api}"_ba, readApi);
    addV5Twice(router, state, "POST"_ba, "/apis/{api}/start"_ba, start);
    addV5Twice(router, state, "POST"_ba, "/apis/{api}/stop"_ba, stop);
    addV5Twice(router, state, "GET"_ba, "/apis/{api}/wsdl/{wsdlId}"_ba, apiWsdl);
    const auto add = [&](const QByteArray &method, const QByteArray &path, V5Handler handler) {
        addV5(router, state, method, "/v1/orgs/{org}" + path, std::move(handler));
    };
    add("POST"_ba, "/apis/wsdl"_ba, uploadWsdl);
    add("GET"_ba, "/apis/wsdl/{wsdlId}"_ba, readWsdl);
    const QByteArray catalog = "/environments/{catalog}"_ba;
    const QByteArray policy = catalog + "/policies/{policy}/v{version}";
    const QByteArray extension = catalog + "/extensions/{extension}:{version}";
    add("GET"_ba, catalog + "/policies", v5ListOf(u"policy"_s));
    add("POST"_ba, catalog + "/policies", upload(u"policy"_s));
    add("GET"_ba, policy, readVersion(u"policy"_s, "policy"_ba));
    add("DELETE"_ba, policy, deleteVersion(u"policy"_s, "policy"_ba));
    add("GET"_ba, policy + "/zip", policyZip);
    add("GET"_ba, catalog + "/extensions", v5ListOf(u"extension"_s));
    add("POST"_ba, catalog + "/extensions", upload(u"extension"_s));
    add("GET"_ba, extension, readVersion(u"extension"_s, "extension"_ba));
    add("DELETE"_ba, extension, deleteVersion(u"extension"_s, "extension"_ba));
}

} // namespace acx::sandbox
