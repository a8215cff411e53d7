// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/sandbox/running_sandbox.h"

#include <QObject>

#include <memory>

namespace acx {

inline const QString meridian = QStringLiteral("/v1/orgs/meridian-bank");
inline const QString production = QStringLiteral("/v1/orgs/meridian-bank/environments/production");
inline const QString catalog10 = QStringLiteral("/api/catalogs/meridian-bank/production");

/// A test of a running sandbox, with calls of both generations of its API, each with the token it takes. The sandbox
/// lives as long as the test program.
class SandboxCalls : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase() { m_sandbox.reset(); }
    void init();

protected:
    [[nodiscard]] Seen v5(const QString &method, const QString &path, const QJsonObject &body = {}) const;
    [[nodiscard]] Seen v10(const QString &method, const QString &path, const QJsonObject &body = {}) const;
    /// A call of V5's portal in the catalog meridian-bank.production.
    [[nodiscard]] Seen portal(const QString &method, const QString &path, const QJsonObject &body = {}) const;

    std::unique_ptr<RunningSandbox> m_sandbox;
    QString m_login;
    QString m_iam;

private:
    [[nodiscard]] Seen withBody(const QString &method, const QString &path, const QString &token,
                                const QJsonObject &body, const QStringList &more = {}) const;
};

/// The texts of that member in each of the objects.
[[nodiscard]] QStringList valuesOf(const QJsonArray &objects, QLatin1StringView member);
/// The entries of a list of the platform API.
[[nodiscard]] QJsonArray resultsOf(const Seen &seen);
/// An API definition without operations.
[[nodiscard]] QJsonObject swaggerDocument(const QString &name, const QString &version);

} // namespace acx
