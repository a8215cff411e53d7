// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sandbox/v5_view.h"

#include "app/sandbox/traffic.h"

using namespace Qt::StringLiterals;

namespace acx::sandbox {

namespace {

QJsonObject namedRole(const QJsonValue &name)
{
    return {{u"name"_s, name}};
}

} // namespace

bool isKnownToV5(const Entity &entity)
{
    return !entity.data.value("document"_L1).toObject().contains("openapi"_L1);
}

const Entity *V5View::userNamed(const QString &name) const
{
    const QList<const Entity *> users = m_company.list(u"user"_s, 0);
    for (const Entity *user : users) {
        if (user->name == name)
            return user;
    }
    return nullptr;
}

QString V5View::idAbove(const Entity &entity, const QString &kind) const
{
    const Entity *above = m_company.above(entity, kind);
    return above ? above->id : QString();
}

QJsonArray V5View::spaceIds(const Entity &entity) const
{
    const Entity *space = m_company.get(entity.space);
    return space ? QJsonArray{space->id} : QJsonArray();
}

QString V5View::url(const Entity &entity) const
{
    static const QHash<QString, QString> segments{
        {u"org"_s, u"/v1/orgs/"_s},
        {u"catalog"_s, u"/environments/"_s},
        {u"space"_s, u"/spaces/"_s},
        {u"product"_s, u"/products/"_s},
        {u"api"_s, u"/apis/"_s},
        {u"consumer_org"_s, u"/consumerOrgs/"_s},
        {u"member"_s, u"/members/"_s},
        {u"app"_s, u"/consumerApps/"_s},
        {u"subscription"_s, u"/subscriptions/"_s},
        {u"draft_product"_s, u"/products/"_s},
        {u"provider_app"_s, u"/provider-apps/"_s},
        {u"user_registry"_s, u"/registries/"_s},
    };
    if (entity.kind == "draft_api"_L1)
        return QString::fromLatin1(m_origin) + u"/v1/apimanager/orgs/"_s + idAbove(entity, u"org"_s) + u"/apis/"_s +
               entity.id;
    QString path = segments.value(entity.kind) + entity.id;
    const bool belowCatalog = entity.kind == "app"_L1 || entity.kind == "subscription"_L1;
    const Entity *at = belowCatalog ? m_company.above(entity, u"catalog"_s) : m_company.get(entity.parent);
    for (; at; at = m_company.get(at->parent))
        path.prepend(segments.value(at->kind) + at->id);
    return QString::fromLatin1(m_origin) + path;
}

void V5View::addOrg(QJsonObject &object, const Entity &entity) const
{
    object.insert(u"name"_s, entity.name);
    object.insert(u"displayName"_s, entity.title);
    object.insert(u"status"_s, u"ENABLED"_s);
}

void V5View::addCatalog(QJsonObject &object, const Entity &entity) const
{
    QJsonArray spaces;
    const QList<const Entity *> all = m_company.list(u"space"_s, entity.key);
    for (const Entity *space : all)
        spaces.append(space->id);
    object.insert(u"orgId"_s, idAbove(entity, u"org"_s));
    object.insert(u"name"_s, entity.title); // V5 calls the display name "name"
    object.insert(u"shortName"_s, entity.name);
    object.insert(u"spaceEnabled"_s, entity.data.value("space_enabled"_L1).toBool());
    object.insert(u"spaceIds"_s, spaces);
    object.insert(u"owner"_s, QJsonObject{{u"username"_s, entity.data.value("owner"_L1)}});
    object.insert(u"autoDeploy"_s, entity.data.value("auto_deploy"_L1).toBool());
}

void V5View::addSpace(QJsonObject &object, const Entity &entity) const
{
    object.insert(u"orgId"_s, idAbove(entity, u"org"_s));
    object.insert(u"envId"_s, idAbove(entity, u"catalog"_s));
    object.insert(u"name"_s, entity.name);
    object.insert(u"title"_s, entity.title);
}

void V5View::addProduct(QJsonObject &object, const Entity &entity) const
{
    object.insert(u"productName"_s, entity.name);
    object.insert(u"productVersion"_s, entity.version);
    object.insert(u"productTitle"_s, entity.title);
    object.insert(u"deploymentState"_s, entity.state);
    object.insert(u"state"_s, entity.state);
    object.insert(u"orgId"_s, idAbove(entity, u"org"_s));
    object.insert(u"envId"_s, idAbove(entity, u"catalog"_s));
    object.insert(u"spaceIds"_s, spaceIds(entity));
    object.insert(u"documentType"_s, u"productVersion"_s);
    object.insert(u"document"_s, entity.data.value("document"_L1));
    const QJsonValue changed = entity.data.value("visibility"_L1);
    object.insert(u"deploymentVisibility"_s,
                  changed.isObject() ? changed : entity.data.value("document"_L1).toObject().value("visibility"_L1));
    for (const auto &member : {u"supersededByResponse"_s, u"supersedesResponse"_s, u"migrationTarget"_s}) {
        if (entity.data.contains(member))
            object.insert(member, entity.data.value(member));
    }
}

void V5View::addApi(QJsonObject &object, const Entity &entity) const
{
    object.insert(u"apiName"_s, entity.name);
    object.insert(u"apiVersion"_s, entity.version);
    object.insert(u"apiTitle"_s, entity.title);
    object.insert(u"deploymentState"_s, entity.state);
    object.insert(u"orgId"_s, idAbove(entity, u"org"_s));
    object.insert(u"envId"_s, idAbove(entity, u"catalog"_s));
    object.insert(u"spaceIds"_s, spaceIds(entity));
    object.insert(u"documentType"_s, u"apiVersion"_s);
}

void V5View::addDraft(QJsonObject &object, const Entity &entity) const
{
    const QJsonObject document = entity.data.value("document"_L1).toObject();
    object.insert(u"info"_s, document.value("info"_L1));
    for (const auto &member : {u"basePath"_s, u"apis"_s, u"plans"_s, u"visibility"_s}) {
        if (document.contains(member))
            object.insert(member, document.value(member));
    }
}

void V5View::addConsumerOrg(QJsonObject &object, const Entity &entity) const
{
    object.insert(u"name"_s, entity.name);
    object.insert(u"displayName"_s, entity.title);
    object.insert(u"status"_s, u"ENABLED"_s);
    object.insert(u"tags"_s, entity.data.value("tags"_L1).toArray());
    if (const Entity *owner = userNamed(entity.data.value("owner"_L1).toString()))
        object.insert(u"owner"_s, QJsonObject{{u"username"_s, owner->name},
                                              {u"firstName"_s, owner->data.value("first_name"_L1)},
                                              {u"lastName"_s, owner->data.value("last_name"_L1)},
                                              {u"email"_s, owner->data.value("email"_L1)}});
}

void V5View::addMember(QJsonObject &object, const Entity &entity) const
{
    const Entity *user = userNamed(entity.data.value("user"_L1).toString());
    QJsonArray roles;
    const QJsonArray names = entity.data.value("roles"_L1).toArray();
    for (const auto &name : names)
        roles.append(namedRole(name));
    object.insert(u"user"_s, QJsonObject{{u"name"_s, entity.name}, {u"id"_s, user ? user->id : QString()}});
    object.insert(u"roles"_s, roles);
    object.insert(u"status"_s, u"ENABLED"_s);
}

void V5View::addApp(QJsonObject &object, const Entity &entity) const
{
    const Entity *consumerOrg = m_company.above(entity, u"consumer_org"_s);
    object.insert(u"name"_s, entity.name);
    object.insert(u"appName"_s, entity.title);
    object.insert(u"appDescription"_s, entity.summary);
    const QList<const Entity *> credentials = m_company.list(u"credential"_s, entity.key);
    object.insert(u"clientId"_s,
                  credentials.isEmpty() ? QJsonValue() : credentials.first()->data.value("client_id"_L1));
    if (consumerOrg)
        object.insert(u"consumerOrg"_s, QJsonObject{{u"id"_s, consumerOrg->id}, {u"name"_s, consumerOrg->name}});
}

void V5View::addSubscription(QJsonObject &object, const Entity &entity) const
{
    const Entity *app = m_company.above(entity, u"app"_s);
    const Entity *product = m_company.get(entity.data.value("product_key"_L1).toInt());
    const Entity *space = m_company.get(entity.space);
    object.insert(u"name"_s, entity.name);
    object.insert(u"application"_s, QJsonObject{{u"appName"_s, app ? app->title : QString()}});
    object.insert(u"product"_s, QJsonObject{{u"name"_s, product ? product->name : QString()},
                                            {u"version"_s, product ? product->version : QString()}});
    object.insert(u"plan"_s, QJsonObject{{u"name"_s, entity.data.value("plan"_L1)}});
    object.insert(u"spaces"_s, space ? QJsonArray{QJsonObject{{u"name"_s, space->name}}} : QJsonArray());
}

void V5View::addGateway(QJsonObject &object, const Entity &entity) const
{
    object = {{u"_id"_s, entity.id},
              {u"desc"_s, entity.title},
              {u"status"_s, entity.state},
              {u"connectedClientsArr"_s, QJsonArray()},
              {u"jwt"_s, entity.data.value("jwt"_L1)}};
}

void V5View::addVersioned(QJsonObject &object, const Entity &entity) const
{
    object.insert(u"name"_s, entity.name);
    object.insert(u"title"_s, entity.title);
    if (!entity.version.isEmpty())
        object.insert(u"version"_s, entity.version);
    object.insert(u"info"_s,
                  QJsonObject{{u"name"_s, entity.name}, {u"version"_s, entity.version}, {u"title"_s, entity.title}});
    for (const auto &member : {u"attach"_s, u"gateways"_s}) {
        if (entity.data.contains(member))
            object.insert(member, entity.data.value(member));
    }
}

QJsonObject V5View::object(const Entity &entity) const
{
    static const QHash<QString, Show> shows{
        {u"org"_s, &V5View::addOrg},
        {u"catalog"_s, &V5View::addCatalog},
        {u"space"_s, &V5View::addSpace},
        {u"product"_s, &V5View::addProduct},
        {u"api"_s, &V5View::addApi},
        {u"draft_api"_s, &V5View::addDraft},
        {u"draft_product"_s, &V5View::addDraft},
        {u"consumer_org"_s, &V5View::addConsumerOrg},
        {u"member"_s, &V5View::addMember},
        {u"app"_s, &V5View::addApp},
        {u"subscription"_s, &V5View::addSubscription},
        {u"sg_gateway"_s, &V5View::addGateway},
    };
    QJsonObject object = entity.data.value("v5"_L1).toObject();
    object.insert(u"id"_s, entity.id);
    object.insert(u"createdAt"_s, v5Time(entity.created));
    object.insert(u"createdBy"_s, u"ada.morgan"_s);
    object.insert(u"updatedAt"_s, v5Time(entity.updated));
    object.insert(u"updatedBy"_s, u"ada.morgan"_s);
    const Show show = shows.value(entity.kind, &V5View::addVersioned);
    if (show != &V5View::addVersioned || entity.kind == "provider_app"_L1)
        object.insert(u"url"_s, url(entity));
    (this->*show)(object, entity);
    return object;
}

QJsonArray V5View::array(const QList<const Entity *> &entities) const
{
    QJsonArray array;
    for (const Entity *entity : entities) {
        if (isKnownToV5(*entity))
            array.append(object(*entity));
    }
    return array;
}

QJsonObject V5View::searchHit(const Entity &entity) const
{
    QJsonObject hit{
        {u"id"_s, entity.id}, {u"name"_s, entity.name}, {u"version"_s, entity.version}, {u"url"_s, url(entity)}};
    if (entity.kind == "product"_L1) {
        hit.insert(u"type"_s, u"productVersion"_s);
        return hit;
    }
    const QString basePath = entity.data.value("document"_L1).toObject().value("basePath"_L1).toString();
    const Entity *catalog = m_company.above(entity, u"catalog"_s);
    const Entity *org = m_company.above(entity, u"org"_s);
    const QString gateway = u"https://api.example.com/"_s + (org ? org->name : QString()) + u'/' +
                            (catalog ? catalog->name : QString()) + basePath;
    hit.insert(u"type"_s, u"apiVersion"_s);
    hit.insert(u"displayName"_s, entity.title);
    hit.insert(u"basePath"_s, basePath);
    hit.insert(u"state"_s, entity.state);
    hit.insert(u"spaceIds"_s, spaceIds(entity));
    hit.insert(u"apiPaths"_s, QJsonArray{QJsonObject{{u"types"_s, QJsonArray{u"development"_s, u"production"_s}},
                                                     {u"endpointUrl"_s, gateway}}});
    return hit;
}

QJsonObject V5View::documentOf(const Entity &entity)
{
    return {{u"id"_s, entity.id}, {u"document"_s, entity.data.value("document"_L1)}};
}

} // namespace acx::sandbox
