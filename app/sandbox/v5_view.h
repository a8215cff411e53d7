// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/sandbox/company.h"

#include <QJsonArray>

namespace acx::sandbox {

/// How V5 shows a thing: each kind in its own words.
class V5View final
{
public:
    V5View(const Company &company, QByteArray origin)
        : m_company(company)
        , m_origin(std::move(origin))
    {}

    [[nodiscard]] QJsonObject object(const Entity &entity) const;
    [[nodiscard]] QJsonArray array(const QList<const Entity *> &entities) const;
    [[nodiscard]] QString url(const Entity &entity) const;
    /// {type: productVersion | apiVersion, …}
    [[nodiscard]] QJsonObject searchHit(const Entity &entity) const;
    /// {document{info{name, version}}} as deletions and "all" answer.
    [[nodiscard]] static QJsonObject documentOf(const Entity &entity);

private:
    using Show = void (V5View::*)(QJsonObject &, const Entity &) const;
    void addOrg(QJsonObject &object, const Entity &entity) const;
    void addCatalog(QJsonObject &object, const Entity &entity) const;
    void addSpace(QJsonObject &object, const Entity &entity) const;
    void addProduct(QJsonObject &object, const Entity &entity) const;
    void addApi(QJsonObject &object, const Entity &entity) const;
    void addDraft(QJsonObject &object, const Entity &entity) const;
    void addConsumerOrg(QJsonObject &object, const Entity &entity) const;
    void addMember(QJsonObject &object, const Entity &entity) const;
    void addApp(QJsonObject &object, const Entity &entity) const;
    void addSubscription(QJsonObject &object, const Entity &entity) const;
    void addGateway(QJsonObject &object, const Entity &entity) const;
    void addVersioned(QJsonObject &object, const Entity &entity) const;

    [[nodiscard]] const Entity *userNamed(const QString &name) const;
    [[nodiscard]] QString idAbove(const Entity &entity, const QString &kind) const;
    [[nodiscard]] QJsonArray spaceIds(const Entity &entity) const;

    const Company &m_company;
    QByteArray m_origin;
};

/// V5 knows Swagger 2.0 only.
[[nodiscard]] bool isKnownToV5(const Entity &entity);

} // namespace acx::sandbox
