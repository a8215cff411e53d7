// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sandbox/company.h"

#include "app/sandbox/exchange.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace acx::sandbox {

namespace {

QByteArray readFile(const QString &name)
{
    QFile file(u":/acx/sandbox/"_s + name);
    const bool opened = file.open(QIODevice::ReadOnly);
    Q_ASSERT_X(opened, "sandbox data", qPrintable(name));
    return opened ? file.readAll() : QByteArray();
}

QJsonObject readObject(const QString &name)
{
    return QJsonDocument::fromJson(readFile(name)).object();
}

/// "$owner.…" stands for the person whose key opens the sandbox, "$random" for a value made at each start.
QJsonValue filledIn(const QJsonValue &value, const Owner &owner)
{
    if (value.isObject()) {
        QJsonObject object = value.toObject();
        for (auto member : object)
            member = filledIn(member, owner);
        return object;
    }
    const QString text = value.toString();
    if (text == "$owner.email"_L1)
        return owner.email;
    if (text == "$owner.given_name"_L1)
        return owner.givenName;
    if (text == "$owner.family_name"_L1)
        return owner.familyName;
    if (text == "$random"_L1)
        return QString::fromLatin1(randomHex(16));
    return value;
}

} // namespace

QString Entity::reference() const
{
    return version.isEmpty() ? name : name + u':' + version;
}

Company::Company(const QDateTime &now, const Owner &owner)
{
    const QJsonArray roots = readObject(u"company.json"_s).value("entities"_L1).toArray();
    const QDateTime founded = now.addDays(-200);
    for (const auto &root : roots)
        load(root.toObject(), 0, founded, owner);
}

void Company::load(const QJsonObject &object, int parent, const QDateTime &now, const Owner &owner)
{
    Entity entity;
    entity.parent = parent;
    entity.kind = object.value("kind"_L1).toString();
    entity.name = object.value("name"_L1).toString();
    entity.version = object.value("version"_L1).toString();
    entity.title = object.value("title"_L1).toString();
    entity.summary = object.value("summary"_L1).toString();
    entity.state = object.value("state"_L1).toString();
    entity.data = filledIn(object.value("data"_L1), owner).toObject();
    if (const QString file = object.value("document"_L1).toString(); !file.isEmpty())
        entity.data.insert(u"document"_s, readObject(file));
    if (const QString file = entity.data.value("wsdl"_L1).toString(); !file.isEmpty())
        entity.data.insert(u"wsdl_content"_s, QString::fromUtf8(readFile(file)));
    if (const Entity *space = find(u"space"_s, parent, object.value("space"_L1).toString()))
        entity.space = space->key;
    if (entity.kind == "subscription"_L1)
        linkToProduct(entity);
    const int key = add(std::move(entity), now.addSecs(m_nextKey * 3607LL)).key;
    const QJsonArray children = object.value("children"_L1).toArray();
    for (const auto &child : children)
        load(child.toObject(), key, now, owner);
}

void Company::linkToProduct(Entity &subscription)
{
    const Entity *catalog = above(subscription, u"catalog"_s);
    const QString reference = subscription.data.value("product"_L1).toString();
    const Entity *product = catalog ? find(u"product"_s, catalog->key, reference) : nullptr;
    Q_ASSERT_X(product, "sandbox data", qPrintable(reference));
    subscription.data.insert(u"product_key"_s, product ? product->key : 0);
    subscription.space = product ? product->space : 0;
}

Entity &Company::add(Entity entity, const QDateTime &now)
{
    entity.key = m_nextKey++;
    entity.id = QString::fromLatin1(randomHex(12));
    entity.uuid = QString::fromLatin1(randomUuid());
    entity.created = now;
    entity.updated = now;
    const int key = entity.key;
    return m_entities.insert_or_assign(key, std::move(entity)).first->second;
}

void Company::remove(int key)
{
    QList<int> doomed{key};
    for (const auto &[other, entity] : m_entities) {
        if (isBelow(entity, key))
            doomed.append(other);
    }
    for (const int each : std::as_const(doomed))
        m_entities.erase(each);
}

Entity *Company::get(int key)
{
    const auto found = m_entities.find(key);
    return found == m_entities.end() ? nullptr : &found->second;
}

const Entity *Company::get(int key) const
{
    const auto found = m_entities.find(key);
    return found == m_entities.end() ? nullptr : &found->second;
}

bool Company::isIn(const Entity &entity, int ancestor) const
{
    const bool deep = entity.kind == "app"_L1 || entity.kind == "subscription"_L1 || entity.kind == "credential"_L1;
    return deep ? isBelow(entity, ancestor) : entity.parent == ancestor;
}

bool Company::isBelow(const Entity &entity, int ancestor) const
{
    if (ancestor == 0)
        return true;
    for (const Entity *at = get(entity.parent); at; at = get(at->parent)) {
        if (at->key == ancestor)
            return true;
    }
    return false;
}

Entity *Company::find(const QString &kind, int ancestor, const QString &idOrName)
{
    for (auto &[key, entity] : m_entities) {
        if (entity.kind != kind || !isIn(entity, ancestor))
            continue;
        if (entity.id == idOrName || entity.uuid == idOrName || entity.name == idOrName ||
            entity.reference() == idOrName)
            return &entity;
    }
    return nullptr;
}

Entity *Company::findVersion(const QString &kind, int ancestor, const QString &name, const QString &version)
{
    return find(kind, ancestor, name + u':' + version);
}

QList<const Entity *> Company::list(const QString &kind, int ancestor, int space) const
{
    QList<const Entity *> found;
    for (const auto &[key, entity] : m_entities) {
        if (entity.kind == kind && isIn(entity, ancestor) && (space == 0 || entity.space == space))
            found.append(&entity);
    }
    return found;
}

const Entity *Company::above(const Entity &entity, const QString &kind) const
{
    const Entity *at = get(entity.parent);
    while (at && at->kind != kind)
        at = get(at->parent);
    return at;
}

} // namespace acx::sandbox
