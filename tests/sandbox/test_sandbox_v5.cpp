// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/sandbox/sandbox_calls.h"
#include "tests/support/test_main.h"

#include <QRegularExpression>
#include <QSet>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace acx;

/// What the V5 API shows: shapes, ids and names, links and errors.
class TestSandboxV5 final : public SandboxCalls
{
    Q_OBJECT

private Q_SLOTS:
    void holdsABelievableCompany();
    void v5Lists_data();
    void v5Lists();
    void v5Reads_data();
    void v5Reads();
    void v5TakesIdsAndNames();
    void v5Refuses_data();
    void v5Refuses();
    void v5EventsHavePages();
    void linksCanBeFollowed_data();
    void linksCanBeFollowed();
    void bothGenerationsShareOneState();
};

void TestSandboxV5::holdsABelievableCompany()
{
    const QStringList orgs = valuesOf(v5(u"GET"_s, u"/v1/me/orgs"_s).array(), "name"_L1);
    QCOMPARE(orgs, (QStringList{u"meridian-bank"_s, u"harbor-logistics"_s}));
    int catalogs = 0;
    for (const QString &org : orgs)
        catalogs += int(v5(u"GET"_s, u"/v1/orgs/%1/environments"_s.arg(org)).array().size());
    QCOMPARE(catalogs, 3);
    const QJsonObject me = v5(u"GET"_s, u"/v1/me"_s).object();
    QCOMPARE(me.value("email"_L1).toString(), v10(u"GET"_s, u"/api/me"_s).object().value("email"_L1).toString());
}

void TestSandboxV5::v5Lists_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<QString>("member");
    const QString space = production + u"/spaces/retail"_s;
    const auto row = [](const QString &path, const QString &member) {
        QTest::newRow(qPrintable(path)) << path << member;
    };
    row(u"/v1/me/orgs"_s, u"displayName"_s);
    row(meridian + u"/members"_s, u"user"_s);
    row(meridian + u"/environments"_s, u"shortName"_s);
    row(meridian + u"/products"_s, u"info"_s);
    row(meridian + u"/provider-apps"_s, u"title"_s);
    row(meridian + u"/components"_s, u"info"_s);
    row(meridian + u"/drafts/search"_s, u"url"_s);
    row(u"/v1/apimanager/orgs/meridian-bank/apis"_s, u"info"_s);
    row(u"/v1/apimanager/orgs/meridian-bank/apis/search?name=accounts"_s, u"url"_s);
    row(u"/v1/sg/orgs/meridian-bank/gateways"_s, u"_id"_s);
    row(u"/v1/users/context/apimanager"_s, u"email"_s);
    row(u"/v1/users/context/meridian-bank.production"_s, u"email"_s);
    for (const QString &place : {production, space}) {
        row(place + u"/products"_s, u"deploymentState"_s);
        row(place + u"/apis"_s, u"apiName"_s);
        row(place + u"/consumerOrgs/"_s, u"displayName"_s);
        row(place + u"/consumerApps"_s, u"appName"_s);
        row(place + u"/subscriptions/"_s, u"plan"_s);
        row(place + u"/search?type=productVersion"_s, u"type"_s);
        row(place + u"/search"_s, u"apiPaths"_s);
    }
    row(production + u"/spaces"_s, u"title"_s);
    row(production + u"/members"_s, u"roles"_s);
    row(production + u"/policies"_s, u"version"_s);
    row(production + u"/extensions"_s, u"version"_s);
    row(production + u"/consumerOrgs/fintech-lab/members"_s, u"roles"_s);
}

void TestSandboxV5::v5Lists()
{
    QFETCH(QString, path);
    QFETCH(QString, member);
    const Seen seen = v5(u"GET"_s, path);
    QCOMPARE(seen.status, 200);
    QVERIFY(seen.body.startsWith('['));
    QVERIFY(!seen.array().isEmpty());
    QVERIFY2(seen.array().at(0).toObject().contains(member), seen.body.constData());
}

void TestSandboxV5::v5Reads_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<QString>("member");
    const auto row = [](const QString &path, const QString &member) {
        QTest::newRow(qPrintable(path)) << path << member;
    };
    const QString space = production + u"/spaces/corporate"_s;
    row(production, u"autoDeploy"_s);
    row(space, u"title"_s);
    row(space + u"/products/payments:1.2.0"_s, u"document"_s);
    row(space + u"/products/payments:1.2.0/all"_s, u"apis"_s);
    row(space + u"/apis/payments:1.2.0"_s, u"swagger"_s);
    row(space + u"/consumerOrgs/fintech-lab"_s, u"owner"_s);
    row(space + u"/consumerApps/split-the-bill"_s, u"clientId"_s);
    row(production + u"/policies/audit-header/v1.0.0"_s, u"attach"_s);
    row(production + u"/extensions/company-info:1.0.0"_s, u"info"_s);
    row(meridian + u"/products/treasury:1.0.0"_s, u"apis"_s);
    row(meridian + u"/products/treasury:1.0.0/all"_s, u"product"_s);
    row(meridian + u"/provider-apps/meridian-loopback"_s, u"bluemix"_s);
    row(meridian + u"/registries/meridian-users"_s, u"id"_s);
    row(u"/v1/apimanager/orgs/meridian-bank/apis/accounts:2.0.0"_s, u"paths"_s);
    row(u"/v1/users/context/apimanager/ben.carter"_s, u"email"_s);
}

void TestSandboxV5::v5Reads()
{
    QFETCH(QString, path);
    QFETCH(QString, member);
    const Seen seen = v5(u"GET"_s, path);
    QCOMPARE(seen.status, 200);
    QVERIFY2(seen.object().contains(member), seen.body.constData());
}

void TestSandboxV5::v5TakesIdsAndNames()
{
    const QString org = v5(u"GET"_s, u"/v1/me/orgs"_s).array().at(0).toObject().value("id"_L1).toString();
    QVERIFY(QRegularExpression(u"^[0-9a-f]{24}$"_s).match(org).hasMatch());
    const QJsonObject byName = v5(u"GET"_s, production).object();
    const QString id = byName.value("id"_L1).toString();
    const QString path = u"/v1/orgs/%1/environments/%2"_s.arg(org, id);
    QCOMPARE(v5(u"GET"_s, path).object(), byName);
    QCOMPARE(byName.value("url"_L1).toString(), m_sandbox->base() + path);
    QCOMPARE(byName.value("name"_L1).toString(), u"Production"_s);
    QCOMPARE(byName.value("shortName"_L1).toString(), u"production"_s);
}

void TestSandboxV5::v5Refuses_data()
{
    QTest::addColumn<QString>("method");
    QTest::addColumn<QString>("path");
    QTest::addColumn<QString>("body");
    QTest::addColumn<int>("status");
    QTest::addColumn<QString>("key");
    const auto row = [](const char *name, const QString &method, const QString &path, const QString &body, int status,
                        const QString &key) { QTest::newRow(name) << method << path << body << status << key; };
    const QString environments = meridian + u"/environments"_s;
    row("org", u"GET"_s, u"/v1/orgs/x/environments"_s, {}, 404, u"org.notFound"_s);
    row("catalog", u"GET"_s, environments + u"/x"_s, {}, 404, u"environment.notFound"_s);
    row("space", u"GET"_s, production + u"/spaces/x"_s, {}, 404, u"space.notFound"_s);
    row("product of another space", u"GET"_s, production + u"/spaces/retail/products/payments:1.2.0"_s, {}, 404,
        u"product.notFound"_s);
    row("policy", u"GET"_s, production + u"/policies/x/v1"_s, {}, 404, u"policy.types.notFound"_s);
    row("extension", u"GET"_s, production + u"/extensions/x:1"_s, {}, 404, u"vendorExtension.notFound"_s);
    row("path", u"GET"_s, u"/v1/nothing"_s, {}, 404, u"request.notFound"_s);
    row("method", u"PATCH"_s, environments, {}, 405, u"request.methodNotAllowed"_s);
    row("name taken", u"POST"_s, environments, u"{\"name\":\"P\",\"shortName\":\"production\"}"_s, 409,
        u"environment.alreadyExists"_s);
    row("no name", u"POST"_s, environments, u"{}"_s, 400, u"environment.name.required"_s);
    row("no JSON", u"POST"_s, environments, u"<xml/>"_s, 400, u"request.body.invalid"_s);
    row("array", u"POST"_s, environments, u"[]"_s, 400, u"request.body.invalid"_s);
    row("space in use", u"DELETE"_s, production + u"/spaces/retail"_s, {}, 409, u"space.notEmpty"_s);
    row("portal without context", u"GET"_s, u"/v1/portal/me"_s, {}, 400, u"portal.context.required"_s);
}

void TestSandboxV5::v5Refuses()
{
    QFETCH(QString, method);
    QFETCH(QString, path);
    QFETCH(QString, body);
    QFETCH(int, status);
    QFETCH(QString, key);
    const Seen seen =
        m_sandbox->ask(method, path, m_login, body.isEmpty() ? QStringList() : QStringList{u"--data-binary"_s, body});
    QCOMPARE(seen.status, status);
    QCOMPARE(seen.v5Key(), key);
    QVERIFY(!seen.object().value("id"_L1).toString().isEmpty());
}

void TestSandboxV5::v5EventsHavePages()
{
    QString url = production + u"/events?limit=200"_s;
    int calls = 0;
    int pages = 0;
    int total = 0;
    while (!url.isEmpty() && pages < 10) {
        const Seen seen = v5(u"GET"_s, url);
        QCOMPARE(seen.status, 200);
        calls += int(seen.object().value("calls"_L1).toArray().size());
        total = seen.object().value("totalCalls"_L1).toInt();
        url = seen.object().value("nextHref"_L1).toString();
        ++pages;
    }
    QCOMPARE(calls, total);
    QVERIFY(pages > 1);
    QCOMPARE(v5(u"GET"_s, production + u"/events?limit=10001"_s).status, 500);
}

void TestSandboxV5::linksCanBeFollowed_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<QString>("token");
    QTest::newRow("v5 catalogs") << meridian + u"/environments"_s << m_login;
    QTest::newRow("v5 products") << production + u"/products"_s << m_login;
    QTest::newRow("v5 apps") << production + u"/consumerApps"_s << m_login;
    QTest::newRow("v5 drafts") << u"/v1/apimanager/orgs/meridian-bank/apis"_s << m_login;
    QTest::newRow("v10 products") << catalog10 + u"/products"_s << m_iam;
    QTest::newRow("v10 subscriptions") << catalog10 + u"/subscriptions"_s << m_iam;
    QTest::newRow("v10 members") << catalog10 + u"/members"_s << m_iam;
}

void TestSandboxV5::linksCanBeFollowed()
{
    QFETCH(QString, path);
    QFETCH(QString, token);
    const QByteArray body = m_sandbox->ask(u"GET"_s, path, token).body;
    const QRegularExpression link(u"\"(%1/(?:v1|api)/[^\"]+)\""_s.arg(QRegularExpression::escape(m_sandbox->base())));
    QSet<QString> links;
    auto matches = link.globalMatch(QString::fromUtf8(body));
    while (matches.hasNext())
        links.insert(matches.next().captured(1));
    QVERIFY(!links.isEmpty());
    for (const QString &each : std::as_const(links))
        QVERIFY2(m_sandbox->ask(u"GET"_s, each, token).status == 200, qPrintable(each));
}

void TestSandboxV5::bothGenerationsShareOneState()
{
    QCOMPARE(v5(u"POST"_s, u"/v1/orgs/harbor-logistics/environments"_s,
                {{u"name"_s, u"Shared"_s}, {u"shortName"_s, u"shared"_s}})
                 .status,
             201);
    QCOMPARE(v10(u"GET"_s, u"/api/catalogs/harbor-logistics/shared"_s).object().value("title"_L1).toString(),
             u"Shared"_s);
    QCOMPARE(v10(u"DELETE"_s, u"/api/catalogs/harbor-logistics/shared"_s).status, 204);
    QCOMPARE(v5(u"GET"_s, u"/v1/orgs/harbor-logistics/environments/shared"_s).status, 404);
}

ACX_TEST_MAIN(TestSandboxV5)
#include "test_sandbox_v5.moc"
