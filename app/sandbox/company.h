// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/sandbox/accounts.h"

#include <QDateTime>
#include <QJsonObject>
#include <QString>

#include <map>

namespace acx::sandbox {

/// One thing in the sandbox's API Connect, whatever its kind. Both generations of the API are views of it, so it has an
/// id for each.
struct Entity
{
    int key = 0;    ///< never used again, never shown
    int parent = 0; ///< 0 = the cloud itself
    int space = 0;  ///< the space a product or an API belongs to; 0 = the catalog itself
    QString kind;   ///< V10's word for its type: org, catalog, space, product, …
    QString id;     ///< V5: 24 hexadecimal digits
    QString uuid;   ///< V10
    QString name;   ///< as used in paths
    QString version;
    QString title;
    QString summary;
    QString state;
    QDateTime created;
    QDateTime updated;
    QJsonObject data; ///< what only some kinds have

    /// name:version, or the name where there is no version.
    [[nodiscard]] QString reference() const;
};

/// The company behind the sandbox: everything that can be listed, read, made, changed and deleted.
class Company final
{
public:
    /// `owner` is the person whose key opens the sandbox; a member of every provider organization.
    Company(const QDateTime &now, const Owner &owner);

    /// Gives it ids and times.
    Entity &add(Entity entity, const QDateTime &now);
    /// Removes it and everything below it.
    void remove(int key);

    [[nodiscard]] Entity *get(int key);
    [[nodiscard]] const Entity *get(int key) const;
    /// By V5 id, UUID, name:version or name, in `ancestor` (0 = the cloud); apps, credentials and subscriptions also
    /// further below.
    [[nodiscard]] Entity *find(const QString &kind, int ancestor, const QString &idOrName);
    [[nodiscard]] Entity *findVersion(const QString &kind, int ancestor, const QString &name, const QString &version);
    /// All of a kind in `ancestor` (as for find), oldest first; with `space`, only what belongs to that space.
    [[nodiscard]] QList<const Entity *> list(const QString &kind, int ancestor, int space = 0) const;
    /// The nearest of that kind on the way up; null if there is none.
    [[nodiscard]] const Entity *above(const Entity &entity, const QString &kind) const;

private:
    void load(const QJsonObject &object, int parent, const QDateTime &now, const Owner &owner);
    void linkToProduct(Entity &subscription);
    [[nodiscard]] bool isIn(const Entity &entity, int ancestor) const;
    [[nodiscard]] bool isBelow(const Entity &entity, int ancestor) const;

    std::map<int, Entity> m_entities;
    int m_nextKey = 1;
};

} // namespace acx::sandbox
