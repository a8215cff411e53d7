// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sandbox/v10_view.h"

#include <QHash>

using namespace Qt::StringLiterals;

namespace acx::sandbox {

namespace {

bool isApiOnline(const Entity &entity)
{
    return entity.state == "running"_L1;
}

} // namespace

QString v10Time(const QDateTime &time)
{
    return time.toUTC().toString(u"yyyy-MM-ddTHH:mm:ss.zzz"_s) + u'Z';
}

QString V10View::segment(const QString &kind)
{
    static const QHash<QString, QString> irregular{
        {u"draft_api"_s, u"drafts/draft-apis"_s},
        {u"draft_product"_s, u"drafts/draft-products"_s},
        {u"user_registry"_s, u"user-registries"_s},
        {u"configured_catalog_user_registry"_s, u"configured-catalog-user-registries"_s},
        {u"global_policy"_s, u"global-policies"_s},
    };
    if (const auto found = irregular.constFind(kind); found != irregular.constEnd())
        return *found;
    return QString(kind).replace(u'_', u'-') + u's';
}

QString V10View::url(const Entity &entity) const
{
    // Kinds with a root of their own name their containers by id in the path; the others lie below their parent.
    static const QStringList rooted{u"org"_s, u"catalog"_s, u"space"_s, u"consumer_org"_s, u"app"_s};
    const QString origin = QString::fromLatin1(m_origin);
    const Entity *parent = m_company.get(entity.parent);
    if (entity.kind == "user"_L1)
        return origin + u"/api/user-registries/admin/provider/users/"_s + entity.uuid;
    if (!rooted.contains(entity.kind))
        return (parent ? url(*parent) : origin + u"/api/cloud"_s) + u'/' + segment(entity.kind) + u'/' + entity.uuid;
    QString path = u'/' + entity.uuid;
    for (const Entity *at = parent; at; at = m_company.get(at->parent))
        path.prepend(u'/' + at->uuid);
    return origin + u"/api/"_s + segment(entity.kind) + path;
}

void V10View::addContainers(QJsonObject &object, const Entity &entity) const
{
    for (const auto &kind : {u"org"_s, u"catalog"_s, u"consumer_org"_s, u"app"_s}) {
        if (const Entity *container = m_company.above(entity, kind))
            object.insert(kind + u"_url"_s, url(*container));
    }
    if (const Entity *space = m_company.get(entity.space))
        object.insert(u"space_url"_s, url(*space));
    const QList<const Entity *> users = m_company.list(u"user"_s, 0);
    const QString owner = entity.data.value("owner"_L1).toString();
    for (const Entity *user : users) {
        if (!owner.isEmpty() && user->name == owner)
            object.insert(u"owner_url"_s, url(*user));
    }
}

void V10View::addProduct(QJsonObject &object, const Entity &entity) const
{
    const QJsonObject document = entity.data.value("document"_L1).toObject();
    QJsonArray apiUrls;
    const QJsonObject apis = document.value("apis"_L1).toObject();
    for (const auto &api : apis) {
        const QString reference = api.toObject().value("name"_L1).toString();
        const QList<const Entity *> known = m_company.list(u"api"_s, entity.parent);
        for (const Entity *one : known) {
            if (one->reference() == reference)
                apiUrls.append(url(*one));
        }
    }
    QJsonArray plans;
    const QJsonObject described = document.value("plans"_L1).toObject();
    for (auto plan = described.begin(); plan != described.end(); ++plan)
        plans.append(QJsonObject{
            {u"name"_s, plan.key()}, {u"title"_s, plan->toObject().value("title"_L1)}, {u"apis"_s, QJsonArray()}});
    object.insert(u"scope"_s, entity.space ? u"space"_s : u"catalog"_s);
    object.insert(u"gateway_types"_s, QJsonArray{u"datapower-api-gateway"_s});
    object.insert(u"api_urls"_s, apiUrls);
    object.insert(u"plans"_s, plans);
    const QJsonValue changed = entity.data.value("visibility"_L1);
    object.insert(u"visibility"_s, changed.isObject() ? changed : document.value("visibility"_L1));
    object.insert(u"oauth_provider_urls"_s, QJsonArray());
    object.insert(u"billing_urls"_s, QJsonArray());
}

void V10View::addApi(QJsonObject &object, const Entity &entity) const
{
    const QJsonObject document = entity.data.value("document"_L1).toObject();
    object.insert(u"state"_s, isApiOnline(entity) ? u"online"_s : u"offline"_s);
    object.insert(u"scope"_s, entity.space ? u"space"_s : u"catalog"_s);
    object.insert(u"api_type"_s, entity.data.contains("wsdl"_L1) ? u"wsdl"_s : u"rest"_s);
    object.insert(u"gateway_type"_s, u"datapower-api-gateway"_s);
    object.insert(u"oai_version"_s, document.contains("openapi"_L1) ? u"openapi3"_s : u"openapi2"_s);
    object.insert(u"document_specification"_s, document.contains("openapi"_L1) ? u"openapi3"_s : u"openapi2"_s);
    object.insert(u"base_paths"_s, QJsonArray{document.value("basePath"_L1).toString(u"/"_s)});
    object.insert(u"enforced"_s, true);
}

void V10View::addMember(QJsonObject &object, const Entity &entity) const
{
    const QString name = entity.data.value("user"_L1).toString();
    const QList<const Entity *> users = m_company.list(u"user"_s, 0);
    for (const Entity *user : users) {
        if (user->name == name)
            object.insert(u"user"_s, this->object(*user));
    }
    QJsonArray roleUrls;
    const QJsonArray names = entity.data.value("roles"_L1).toArray();
    const QList<const Entity *> roles = m_company.list(u"role"_s, entity.parent);
    for (const Entity *role : roles) {
        if (names.contains(role->name))
            roleUrls.append(url(*role));
    }
    object.insert(u"role_urls"_s, roleUrls);
}

void V10View::addUser(QJsonObject &object, const Entity &entity) const
{
    object.insert(u"username"_s, entity.name);
    for (const auto &member : {u"email"_s, u"first_name"_s, u"last_name"_s})
        object.insert(member, entity.data.value(member));
}

void V10View::addSubscription(QJsonObject &object, const Entity &entity) const
{
    const Entity *product = m_company.get(entity.data.value("product_key"_L1).toInt());
    if (product)
        object.insert(u"product_url"_s, url(*product));
    object.insert(u"plan"_s, entity.data.value("plan"_L1));
    object.insert(u"plan_title"_s, entity.data.value("plan"_L1));
}

/// The secret is shown only in the answer that makes it.
void V10View::addCredential(QJsonObject &object, const Entity &entity) const
{
    object.insert(u"client_id"_s, entity.data.value("client_id"_L1));
}

QJsonObject V10View::object(const Entity &entity) const
{
    QJsonObject object = entity.data.value("v10"_L1).toObject();
    object.insert(u"type"_s, entity.kind);
    object.insert(u"api_version"_s, u"2.0.0"_s);
    object.insert(u"id"_s, entity.uuid);
    object.insert(u"name"_s, entity.name);
    object.insert(u"title"_s, entity.title);
    if (!entity.version.isEmpty())
        object.insert(u"version"_s, entity.version);
    if (!entity.summary.isEmpty())
        object.insert(u"summary"_s, entity.summary);
    if (!entity.state.isEmpty())
        object.insert(u"state"_s, entity.state);
    object.insert(u"created_at"_s, v10Time(entity.created));
    object.insert(u"updated_at"_s, v10Time(entity.updated));
    addContainers(object, entity);
    using Adder = void (V10View::*)(QJsonObject &, const Entity &) const;
    static const QHash<QString, Adder> adders{
        {u"product"_s, &V10View::addProduct},
        {u"api"_s, &V10View::addApi},
        {u"member"_s, &V10View::addMember},
        {u"user"_s, &V10View::addUser},
        {u"subscription"_s, &V10View::addSubscription},
        {u"credential"_s, &V10View::addCredential},
    };
    if (const Adder add = adders.value(entity.kind))
        (this->*add)(object, entity);
    object.insert(u"url"_s, url(entity));
    return object;
}

} // namespace acx::sandbox
