// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sandbox/v5_answers.h"

#include "app/sandbox/errors.h"

using namespace Qt::StringLiterals;

namespace acx::sandbox {

namespace {

/// The message code for something that does not exist.
QString missingKey(const QString &kind)
{
    static const QHash<QString, QString> keys{
        {u"catalog"_s, u"environment.notFound"_s},
        {u"policy"_s, u"policy.types.notFound"_s},
        {u"extension"_s, u"vendorExtension.notFound"_s},
        {u"app"_s, u"application.notFound"_s},
        {u"draft_api"_s, u"api.notFound"_s},
        {u"draft_product"_s, u"product.notFound"_s},
        {u"consumer_org"_s, u"consumerOrg.notFound"_s},
        {u"sg_gateway"_s, u"gateway.notFound"_s},
    };
    return keys.value(kind, kind + u".notFound"_s);
}

} // namespace

void addV5(Router &router, State &state, const QByteArray &method, const QByteArray &path, V5Handler handler)
{
    router.add(method, path, [&state, run = std::move(handler)](const Call &call) {
        auto scope = resolveScope(state, call);
        return scope ? run(*scope) : v5NotFound(scope.error());
    });
}

void addV5Twice(Router &router, State &state, const QByteArray &method, const QByteArray &tail,
                const V5Handler &handler)
{
    const QByteArray catalog = "/v1/orgs/{org}/environments/{catalog}"_ba;
    addV5(router, state, method, catalog + tail, handler);
    addV5(router, state, method, catalog + "/spaces/{space}" + tail, handler);
}

V5View v5ViewOf(const Scope &scope)
{
    return {scope.state.company, scope.call.request.origin};
}

Response v5NotFound(const QString &kind)
{
    return v5Error(404, missingKey(kind), u"The %1 was not found."_s.arg(QString(kind).replace(u'_', u' ')));
}

Response v5BadBody()
{
    return v5Error(400, u"request.body.invalid"_s, u"The request body is not a JSON object."_s);
}

Response v5Object(const Scope &scope, const Entity &entity, int status)
{
    return jsonResponse(status, v5ViewOf(scope).object(entity));
}

Response v5Created(const Scope &scope, const Entity &entity, int status)
{
    return v5Object(scope, entity, status).with("Content-Location"_ba, v5ViewOf(scope).url(entity).toUtf8());
}

V5Handler v5ListOf(const QString &kind)
{
    return [kind](Scope &scope) { return jsonResponse(200, v5ViewOf(scope).array(scope.list(kind))); };
}

V5Handler v5Read(const QString &kind, const QByteArray &parameter)
{
    return [kind, parameter](Scope &scope) {
        const Entity *entity = scope.target(kind, parameter);
        return entity ? v5Object(scope, *entity) : v5NotFound(kind);
    };
}

V5Handler v5Delete(const QString &kind, const QByteArray &parameter, int status)
{
    return [kind, parameter, status](Scope &scope) {
        const Entity *entity = scope.target(kind, parameter);
        if (!entity)
            return v5NotFound(kind);
        const Response shown = v5Object(scope, *entity, status);
        scope.state.company.remove(entity->key);
        return status == 204 ? emptyResponse() : shown;
    };
}

QString v5ShortName(const QString &title)
{
    QString name = title.trimmed().toLower();
    for (QChar &c : name) {
        if (!c.isLetterOrNumber() && c != u'_' && c != u'.')
            c = u'-';
    }
    return name;
}

} // namespace acx::sandbox
