// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sandbox/v10_answers.h"

#include "app/sandbox/errors.h"

using namespace Qt::StringLiterals;

namespace acx::sandbox {

namespace {

/// What a picking `fields` leaves. A parameter of the form add(a,b) takes nothing away.
QJsonObject picked(const Request &request, const QJsonObject &object)
{
    const QString fields = QString::fromUtf8(request.queryValue("fields"));
    if (fields.isEmpty() || fields.startsWith("add("_L1))
        return object;
    QJsonObject result;
    const QStringList names = fields.split(u',', Qt::SkipEmptyParts);
    for (const QString &name : names) {
        if (const auto member = object.constFind(name.trimmed()); member != object.constEnd())
            result.insert(member.key(), *member);
    }
    return result;
}

qint64 numberOf(const Request &request, QByteArrayView name, qint64 fallback)
{
    bool ok = false;
    const qint64 number = request.queryValue(name).toLongLong(&ok);
    return ok && number >= 0 ? number : fallback;
}

QString nameFrom(const QJsonObject &body)
{
    const QString name = body.value("name"_L1).toString();
    return name.isEmpty() ? body.value("title"_L1).toString().toLower().replace(u' ', u'-') : name;
}

/// Members that the sandbox decides itself.
bool isOwnMember(const QString &name)
{
    static const QStringList own{u"type"_s,       u"api_version"_s, u"id"_s,    u"name"_s,
                                 u"title"_s,      u"version"_s,     u"state"_s, u"summary"_s,
                                 u"created_at"_s, u"updated_at"_s,  u"url"_s};
    return own.contains(name);
}

void takeMembers(Entity &entity, const QJsonObject &body)
{
    entity.title = body.value("title"_L1).toString(entity.title);
    entity.summary = body.value("summary"_L1).toString(entity.summary);
    QJsonObject kept = entity.data.value("v10"_L1).toObject();
    for (auto member = body.begin(); member != body.end(); ++member) {
        if (!isOwnMember(member.key()))
            kept.insert(member.key(), *member);
    }
    entity.data.insert(u"v10"_s, kept);
}

} // namespace

void addV10(Router &router, State &state, const QByteArray &method, const QByteArray &path, V10Handler handler)
{
    router.add(method, path, [&state, run = std::move(handler)](const Call &call) {
        auto scope = resolveScope(state, call);
        return scope ? run(*scope) : v10NotFound(scope.error());
    });
}

Response v10NotFound(const QString &kind)
{
    return v10Error(404, u"The %1 was not found, or you are not allowed to see it."_s.arg(kind));
}

Response v10Object(const Request &request, int status, const QJsonObject &object, const QJsonObject &extra)
{
    QJsonObject whole = object;
    const QString fields = QString::fromUtf8(request.queryValue("fields"));
    if (fields.startsWith("add("_L1) && fields.endsWith(u')')) {
        const QStringList names = fields.sliced(4, fields.size() - 5).split(u',');
        for (const QString &name : names) {
            if (extra.contains(name.trimmed()))
                whole.insert(name.trimmed(), extra.value(name.trimmed()));
        }
    }
    return jsonResponse(status, picked(request, whole));
}

Response v10List(const Request &request, const QList<QJsonObject> &objects)
{
    const qint64 offset = numberOf(request, "offset", 0);
    const qint64 limit = numberOf(request, "limit", 50);
    QJsonArray results;
    for (qint64 i = offset; i < objects.size() && i - offset < limit; ++i)
        results.append(picked(request, objects.at(i)));
    return jsonResponse(200, QJsonObject{{u"total_results"_s, objects.size()}, {u"results"_s, results}});
}

Response v10Entities(const Scope &scope, const QList<const Entity *> &entities)
{
    const V10View view(scope.state.company, scope.call.request.origin);
    QList<QJsonObject> objects;
    for (const Entity *entity : entities)
        objects.append(view.object(*entity));
    return v10List(scope.call.request, objects);
}

Response v10Change(const Scope &scope, Entity &entity)
{
    const auto body = scope.call.request.json();
    if (!body)
        return v10Error(400, u"The request body is not a JSON object."_s);
    takeMembers(entity, *body);
    entity.updated = scope.state.now();
    const V10View view(scope.state.company, scope.call.request.origin);
    return v10Object(scope.call.request, 200, view.object(entity));
}

Entity *v10FindByUrl(const Scope &scope, const QString &kind, const QString &url)
{
    const QStringList segments = url.split(u'/', Qt::SkipEmptyParts);
    if (segments.isEmpty())
        return nullptr;
    const int within = kind.startsWith("draft"_L1) ? scope.org->key : scope.catalog->key;
    Entity *found = scope.state.company.find(kind, within, segments.last());
    if (!found && segments.size() > 1)
        found = scope.state.company.findVersion(kind, within, segments.at(segments.size() - 2), segments.last());
    return found;
}

Entity &v10AddCredential(State &state, const Entity &app, const QJsonObject &wish)
{
    Entity entity;
    entity.parent = app.key;
    entity.kind = u"credential"_s;
    entity.name = wish.value("name"_L1).toString(u"credential-"_s + QString::fromLatin1(randomHex(4)));
    entity.title = wish.value("title"_L1).toString(entity.name);
    entity.summary = wish.value("summary"_L1).toString();
    const auto orRandom = [&](QLatin1StringView name) {
        return wish.value(name).toString(QString::fromLatin1(randomHex(16)));
    };
    entity.data = {{u"client_id"_s, orRandom("client_id"_L1)}, {u"client_secret"_s, orRandom("client_secret"_L1)}};
    return state.company.add(std::move(entity), state.now());
}

V10Handler v10ListOf(const QString &kind)
{
    return [kind](Scope &scope) { return v10Entities(scope, scope.list(kind)); };
}

V10Handler v10Read(const QString &kind, const QByteArray &parameter)
{
    return [kind, parameter](Scope &scope) {
        const Entity *entity = scope.target(kind, parameter);
        if (!entity)
            return v10NotFound(kind);
        const V10View view(scope.state.company, scope.call.request.origin);
        return v10Object(scope.call.request, 200, view.object(*entity));
    };
}

tl::expected<Entity *, Response> v10Make(const Scope &scope, const QString &kind)
{
    const auto body = scope.call.request.json();
    const QString name = body ? nameFrom(*body) : QString();
    if (name.isEmpty())
        return tl::unexpected(v10Error(400, u"The request body needs a name or a title."_s));
    if (scope.state.company.find(kind, scope.within(), name))
        return tl::unexpected(v10Error(409, u"A %1 with the name %2 exists already."_s.arg(kind, name)));
    Entity entity;
    entity.parent = scope.within();
    entity.space = scope.spaceKey();
    entity.kind = kind;
    entity.name = name;
    entity.title = name;
    entity.state = u"enabled"_s;
    takeMembers(entity, *body);
    return &scope.state.company.add(std::move(entity), scope.state.now());
}

V10Handler v10Create(const QString &kind)
{
    return [kind](Scope &scope) {
        const auto made = v10Make(scope, kind);
        if (!made)
            return made.error();
        const V10View view(scope.state.company, scope.call.request.origin);
        return v10Object(scope.call.request, 201, view.object(**made));
    };
}

V10Handler v10Update(const QString &kind, const QByteArray &parameter)
{
    return [kind, parameter](Scope &scope) {
        Entity *entity = scope.target(kind, parameter);
        if (!entity)
            return v10NotFound(kind);
        return v10Change(scope, *entity);
    };
}

V10Handler v10Delete(const QString &kind, const QByteArray &parameter)
{
    return [kind, parameter](Scope &scope) {
        const Entity *entity = scope.target(kind, parameter);
        if (!entity)
            return v10NotFound(kind);
        scope.state.company.remove(entity->key);
        return emptyResponse();
    };
}

} // namespace acx::sandbox
