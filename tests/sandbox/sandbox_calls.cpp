// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/sandbox/sandbox_calls.h"

#include <QRegularExpression>
#include <QTest>

using namespace Qt::StringLiterals;

namespace acx {

void SandboxCalls::init()
{
    QTest::failOnWarning(QRegularExpression(u".?"_s));
}

void SandboxCalls::initTestCase()
{
    m_sandbox = std::make_unique<RunningSandbox>();
    m_login = m_sandbox->loginToken();
    m_iam = m_sandbox->iamToken();
    QVERIFY(!m_login.isEmpty() && !m_iam.isEmpty());
}

Seen SandboxCalls::withBody(const QString &method, const QString &path, const QString &token, const QJsonObject &body,
                            const QStringList &more) const
{
    QStringList arguments = more;
    if (!body.isEmpty())
        arguments += {u"-H"_s, u"Content-Type: application/json"_s, u"--data-binary"_s,
                      QString::fromUtf8(QJsonDocument(body).toJson(QJsonDocument::Compact))};
    return m_sandbox->ask(method, path, token, arguments);
}

Seen SandboxCalls::v5(const QString &method, const QString &path, const QJsonObject &body) const
{
    return withBody(method, path, m_login, body);
}

Seen SandboxCalls::v10(const QString &method, const QString &path, const QJsonObject &body) const
{
    return withBody(method, path, m_iam, body);
}

Seen SandboxCalls::portal(const QString &method, const QString &path, const QJsonObject &body) const
{
    return withBody(method, u"/v1/portal"_s + path, m_login, body,
                    {u"-H"_s, u"X-IBM-APIManagement-Context: meridian-bank.production"_s});
}

QStringList valuesOf(const QJsonArray &objects, QLatin1StringView member)
{
    QStringList found;
    for (const QJsonValue &object : objects)
        found.append(object.toObject().value(member).toString());
    return found;
}

QJsonArray resultsOf(const Seen &seen)
{
    return seen.object().value("results"_L1).toArray();
}

QJsonObject swaggerDocument(const QString &name, const QString &version)
{
    return {{u"swagger"_s, u"2.0"_s},
            {u"info"_s, QJsonObject{{u"x-ibm-name"_s, name}, {u"version"_s, version}, {u"title"_s, name + u" API"_s}}},
            {u"basePath"_s, u'/' + name},
            {u"paths"_s, QJsonObject()}};
}

} // namespace acx
