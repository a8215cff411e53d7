// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sandbox/example_values.h"
#include "tests/sandbox/running_sandbox.h"
#include "tests/support/test_main.h"

#include <QRegularExpression>
#include <QSet>

using namespace Qt::StringLiterals;
using namespace acx;

/// The sandbox's gateway answers the operations of the definitions that its API Connect hands out.
class TestSandboxGateway : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase() { m_sandbox.reset(); }
    void init() { QTest::failOnWarning(QRegularExpression(u".?"_s)); }

    void everyDefinitionLeadsToTheGateway_data();
    void everyDefinitionLeadsToTheGateway();
    void draftsAreHandedOutAsTheyWereStored();
    void everyOperationAnswers();
    void draftsAnswerWhereTheyAreDeployed();
    void listsAndItemsAgree();
    void whatIsCreatedStays();
    void everyNewItemHasAKeyOfItsOwn_data();
    void everyNewItemHasAKeyOfItsOwn();
    void whatIsChangedStays();
    void refuses_data();
    void refuses();
    void examplesSurviveCircles();

private:
    [[nodiscard]] Seen call(const QString &method, const QString &path, const QJsonObject &body = {}) const
    {
        QStringList more{u"-H"_s, u"X-IBM-Client-Id: "_s + m_clientId};
        if (!body.isEmpty())
            more += {u"-H"_s, u"Content-Type: application/json"_s, u"-d"_s,
                     QString::fromUtf8(QJsonDocument(body).toJson(QJsonDocument::Compact))};
        return m_sandbox->ask(method, u"/gateway/meridian-bank/sandbox"_s + path, {}, more);
    }

    std::unique_ptr<RunningSandbox> m_sandbox;
    QString m_iam;
    QString m_clientId;
};

void TestSandboxGateway::initTestCase()
{
    m_sandbox = std::make_unique<RunningSandbox>();
    m_iam = m_sandbox->iamToken();
    const Seen credentials =
        m_sandbox->ask(u"GET"_s, u"/api/apps/meridian-bank/sandbox/developers/try-out/credentials"_s, m_iam);
    m_clientId = credentials.object().value("results"_L1).toArray().first().toObject().value("client_id"_L1).toString();
    QVERIFY2(!m_clientId.isEmpty(), credentials.body.constData());
}

void TestSandboxGateway::everyDefinitionLeadsToTheGateway_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<bool>("isV5");
    QTest::newRow("V10 document") << u"/api/catalogs/meridian-bank/sandbox/apis/accounts/2.0.0/document"_s << false;
    QTest::newRow("V10 OpenAPI 3") << u"/api/catalogs/meridian-bank/sandbox/apis/loyalty/0.9.0/document"_s << false;
    QTest::newRow("V5 definition") << u"/v1/orgs/meridian-bank/environments/sandbox/apis/accounts:2.0.0"_s << true;
}

void TestSandboxGateway::everyDefinitionLeadsToTheGateway()
{
    QFETCH(QString, path);
    QFETCH(bool, isV5);
    const Seen seen = m_sandbox->ask(u"GET"_s, path, isV5 ? m_sandbox->loginToken() : m_iam);
    QCOMPARE(seen.status, 200);
    const QJsonObject endpoint = seen.object().value("x-ibm-endpoints"_L1).toArray().first().toObject();
    QCOMPARE(endpoint.value("endpointUrl"_L1).toString(), m_sandbox->base() + u"/gateway/meridian-bank/sandbox"_s);
}

void TestSandboxGateway::draftsAreHandedOutAsTheyWereStored()
{
    const Seen seen = m_sandbox->ask(
        u"GET"_s, u"/api/orgs/meridian-bank/drafts/draft-apis/payments/1.2.0?fields=add(draft_api)"_s, m_iam);
    const QJsonObject document = seen.object().value("draft_api"_L1).toObject();
    QCOMPARE(document.value("swagger"_L1).toString(), u"2.0"_s);
    QVERIFY(!document.contains("x-ibm-endpoints"_L1));
}

void TestSandboxGateway::everyOperationAnswers()
{
    const QString apis = u"/api/catalogs/meridian-bank/sandbox/apis"_s;
    const QJsonArray all = m_sandbox->ask(u"GET"_s, apis, m_iam).object().value("results"_L1).toArray();
    QVERIFY(all.size() >= 5);
    int called = 0;
    for (const QJsonValue &api : all) {
        const QJsonObject document =
            m_sandbox->ask(u"GET"_s, apis + u'/' + api.toObject().value("id"_L1).toString() + u"/document"_s, m_iam)
                .object();
        const QString base = document.contains("openapi"_L1)
                                 ? document.value("servers"_L1).toArray().first().toObject().value("url"_L1).toString()
                                 : document.value("basePath"_L1).toString();
        const QJsonObject paths = document.value("paths"_L1).toObject();
        for (auto path = paths.begin(); path != paths.end(); ++path) {
            if (!path->toObject().contains("get"_L1))
                continue;
            QString concrete = path.key();
            const Seen seen = call(u"GET"_s, base + concrete.replace(QRegularExpression(u"\\{[^}]*\\}"_s), u"1001"_s));
            QVERIFY2(seen.status == 200, qPrintable(base + concrete + u' ' + QString::number(seen.status)));
            QVERIFY(!seen.body.isEmpty());
            ++called;
        }
    }
    QVERIFY(called >= 10);
}

void TestSandboxGateway::draftsAnswerWhereTheyAreDeployed()
{
    const QString drafts = u"/v1/apimanager/orgs/meridian-bank/apis"_s;
    const QJsonObject parts{{u"swagger"_s, u"2.0"_s},
                            {u"info"_s, QJsonObject{{u"x-ibm-name"_s, u"parts"_s}, {u"version"_s, u"1.0.0"_s}}},
                            {u"basePath"_s, u"/parts"_s},
                            {u"paths"_s, QJsonObject{{u"/hello"_s, QJsonObject{{u"get"_s, QJsonObject()}}}}}};
    QCOMPARE(call(u"GET"_s, u"/parts/hello"_s).status, 404);
    QCOMPARE(m_sandbox->send(u"POST"_s, drafts, m_sandbox->loginToken(), parts).status, 201);
    QCOMPARE(call(u"GET"_s, u"/parts/hello"_s).status, 200);
    // Production does not deploy by itself.
    QCOMPARE(m_sandbox->ask(u"GET"_s, u"/gateway/meridian-bank/production/parts/hello"_s).status, 404);
}

void TestSandboxGateway::listsAndItemsAgree()
{
    const QJsonArray accounts = call(u"GET"_s, u"/accounts/v2/accounts"_s).array();
    QCOMPARE(accounts.size(), 3);
    for (const QJsonValue &account : accounts) {
        const QString id = account.toObject().value("id"_L1).toString();
        QCOMPARE(call(u"GET"_s, u"/accounts/v2/accounts/"_s + id).object(), account.toObject());
        QVERIFY(account.toObject().value("iban"_L1).isString());
        QVERIFY(account.toObject().value("balance"_L1).isDouble());
    }
    QCOMPARE(call(u"GET"_s, u"/accounts/v2/accounts?limit=2"_s).array().size(), 2);
    QCOMPARE(call(u"GET"_s, u"/accounts/v2/accounts/nobody"_s).status, 404);
    QCOMPARE(call(u"GET"_s, u"/accounts/v2/accounts/nobody/movements"_s).status, 404);
    const QString first = accounts.first().toObject().value("id"_L1).toString();
    QVERIFY(!call(u"GET"_s, u"/accounts/v2/accounts/"_s + first + u"/movements"_s).array().isEmpty());
    QCOMPARE(call(u"GET"_s, u"/rates/rates/USD"_s).object().value("rates"_L1).toObject().size(), 3);
}

void TestSandboxGateway::whatIsCreatedStays()
{
    const QJsonObject order{{u"amount"_s, 12.5}, {u"currency"_s, u"CHF"_s}, {u"to"_s, u"Dora Novak"_s}};
    const Seen made = call(u"POST"_s, u"/payments/payments"_s, order);
    QCOMPARE(made.status, 201);
    const QString id = made.object().value("id"_L1).toString();
    QVERIFY(!id.isEmpty());
    QCOMPARE(made.object().value("currency"_L1).toString(), u"CHF"_s);
    QCOMPARE(call(u"GET"_s, u"/payments/payments/"_s + id).object(), made.object());
    QCOMPARE(call(u"GET"_s, u"/payments/payments"_s).array().size(), 4);
    QCOMPARE(call(u"DELETE"_s, u"/payments/payments/"_s + id).status, 204);
    QCOMPARE(call(u"GET"_s, u"/payments/payments/"_s + id).status, 404);
    QCOMPARE(call(u"GET"_s, u"/payments/payments"_s).array().size(), 3);
    QCOMPARE(call(u"DELETE"_s, u"/payments/payments/"_s + id).status, 404);
}

void TestSandboxGateway::everyNewItemHasAKeyOfItsOwn_data()
{
    QTest::addColumn<QString>("key");
    QTest::addColumn<QByteArray>("schema"); // of the key
    QTest::newRow("free") << u"id"_s << R"({"type":"string"})"_ba;
    QTest::newRow("example") << u"id"_s << R"({"type":"string","example":"A-1"})"_ba;
    QTest::newRow("example of a number") << u"id"_s << R"({"type":"integer","example":7})"_ba;
    QTest::newRow("largest number") << u"id"_s << R"({"type":"integer","maximum":20})"_ba;
    QTest::newRow("choice") << u"id"_s << R"({"type":"string","enum":["north","south"]})"_ba;
    QTest::newRow("other name") << u"boxId"_s << R"({"type":"string","default":"first"})"_ba;
}

void TestSandboxGateway::everyNewItemHasAKeyOfItsOwn()
{
    QFETCH(const QString, key);
    QFETCH(const QByteArray, schema);
    const QString name = u"boxes-%1"_s.arg(QString::fromLatin1(QTest::currentDataTag()).replace(u' ', u'-'));
    QJsonObject document = QJsonDocument::fromJson(R"({"swagger":"2.0","info":{"version":"1.0.0"},"paths":{
            "/boxes":{"get":{"responses":{"200":{"schema":{"type":"array","items":{"$ref":"#/definitions/Box"}}}}},
                      "post":{"responses":{"201":{"schema":{"$ref":"#/definitions/Box"}}}}},
            "/boxes/{KEY}":{"get":{"responses":{"200":{"schema":{"$ref":"#/definitions/Box"}}}}}},
            "definitions":{"Box":{"type":"object","properties":{"active":{"type":"boolean"},"KEY":SCHEMA}}}})"_ba
                                                       .replace("KEY", key.toLatin1())
                                                       .replace("SCHEMA", schema))
                               .object();
    document.insert(u"info"_s, QJsonObject{{u"x-ibm-name"_s, name}, {u"version"_s, u"1.0.0"_s}});
    document.insert(u"basePath"_s, u'/' + name);
    const QString drafts = u"/v1/apimanager/orgs/meridian-bank/apis"_s;
    QCOMPARE(m_sandbox->send(u"POST"_s, drafts, m_sandbox->loginToken(), document).status, 201);
    const QString boxes = u'/' + name + u"/boxes"_s;
    for (int i = 0; i < 3; ++i) {
        const Seen made = call(u"POST"_s, boxes, {{u"active"_s, true}});
        QCOMPARE(made.status, 201);
        const QString id = made.object().value(key).toVariant().toString();
        QCOMPARE(call(u"GET"_s, boxes + u'/' + id).object(), made.object());
    }
    QSet<QString> ids;
    const QJsonArray all = call(u"GET"_s, boxes).array();
    for (const QJsonValue &box : all)
        ids.insert(box.toObject().value(key).toVariant().toString());
    QCOMPARE(ids.size(), 6);
    QCOMPARE(all.size(), 6);
}

void TestSandboxGateway::whatIsChangedStays()
{
    const QString path = u"/accounts/v2/accounts/1001"_s;
    const Seen changed = call(u"PATCH"_s, path, {{u"nickname"_s, u"Rent"_s}, {u"id"_s, u"other"_s}});
    QCOMPARE(changed.status, 200);
    QCOMPARE(changed.object().value("id"_L1).toString(), u"1001"_s);
    QCOMPARE(call(u"GET"_s, path).object().value("nickname"_L1).toString(), u"Rent"_s);
}

void TestSandboxGateway::refuses_data()
{
    QTest::addColumn<QString>("method");
    QTest::addColumn<QString>("path");
    QTest::addColumn<QString>("client");
    QTest::addColumn<int>("status");
    const QString good = u"good"_s;
    QTest::newRow("no client id") << u"GET"_s << u"/sandbox/accounts/v2/accounts"_s << QString() << 401;
    QTest::newRow("unknown client id") << u"GET"_s << u"/sandbox/accounts/v2/accounts"_s << u"someone"_s << 401;
    QTest::newRow("client of another catalog") << u"GET"_s << u"/production/accounts/v1/accounts"_s << good << 401;
    QTest::newRow("no such path") << u"GET"_s << u"/sandbox/accounts/v2/nothing"_s << good << 404;
    QTest::newRow("no such API") << u"GET"_s << u"/sandbox/nothing/accounts"_s << good << 404;
    QTest::newRow("no such catalog") << u"GET"_s << u"/nothing/accounts/v2/accounts"_s << good << 404;
    QTest::newRow("stopped API") << u"POST"_s << u"/production/converter/CurrencyConverter"_s << good << 404;
    QTest::newRow("other method") << u"DELETE"_s << u"/sandbox/accounts/v2/accounts"_s << good << 405;
    QTest::newRow("no body") << u"POST"_s << u"/sandbox/payments/payments"_s << good << 400;
}

void TestSandboxGateway::refuses()
{
    QFETCH(QString, method);
    QFETCH(QString, path);
    QFETCH(QString, client);
    QFETCH(int, status);
    QStringList more;
    if (!client.isEmpty())
        more = {u"-H"_s, u"X-IBM-Client-Id: "_s + (client == "good"_L1 ? m_clientId : client)};
    const Seen seen = m_sandbox->ask(method, u"/gateway/meridian-bank"_s + path, {}, more);
    QCOMPARE(seen.status, status);
    QVERIFY(!seen.object().isEmpty());
}

void TestSandboxGateway::examplesSurviveCircles()
{
    const QJsonObject document = QJsonDocument::fromJson(R"({"components":{"schemas":{
            "Tree":{"type":"object","properties":{"name":{"type":"string"},"inner":{"$ref":"#/components/schemas/Tree"},
                    "all":{"type":"array","items":{"$ref":"#/components/schemas/Tree"}}}},
            "Loop":{"$ref":"#/components/schemas/Loop"},
            "Both":{"allOf":[{"$ref":"#/components/schemas/Both"},{"properties":{"state":{"enum":["a","b"]}}}]}}}})")
                                     .object();
    const sandbox::ExampleValues values(document);
    const auto made = [&](const QString &name) {
        return values.value({{u"$ref"_s, u"#/components/schemas/"_s + name}}, 1);
    };
    QVERIFY(made(u"Tree"_s).toObject().value("inner"_L1).toObject().contains("name"_L1));
    QVERIFY(made(u"Loop"_s).isNull());
    QCOMPARE(made(u"Both"_s).toObject().value("state"_L1).toString(), u"b"_s);
    QVERIFY(made(u"Missing"_s).isNull());
}

ACX_TEST_MAIN(TestSandboxGateway)
#include "test_sandbox_gateway.moc"
