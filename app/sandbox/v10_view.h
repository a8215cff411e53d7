// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/sandbox/company.h"

#include <QJsonArray>

namespace acx::sandbox {

/// How V10 shows a thing.
class V10View final
{
public:
    V10View(const Company &company, QByteArray origin)
        : m_company(company)
        , m_origin(std::move(origin))
    {}

    [[nodiscard]] QJsonObject object(const Entity &entity) const;
    [[nodiscard]] QString url(const Entity &entity) const;
    /// The last segment of the path of a list of that kind, for example "consumer-orgs"; empty for unknown kinds.
    [[nodiscard]] static QString segment(const QString &kind);

private:
    void addContainers(QJsonObject &object, const Entity &entity) const;
    void addProduct(QJsonObject &object, const Entity &entity) const;
    void addApi(QJsonObject &object, const Entity &entity) const;
    void addMember(QJsonObject &object, const Entity &entity) const;
    void addUser(QJsonObject &object, const Entity &entity) const;
    void addSubscription(QJsonObject &object, const Entity &entity) const;
    void addCredential(QJsonObject &object, const Entity &entity) const;

    const Company &m_company;
    QByteArray m_origin;
};

/// 2026-01-02T03:04:05.678Z
[[nodiscard]] QString v10Time(const QDateTime &time);

} // namespace acx::sandbox
