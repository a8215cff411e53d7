// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/sandbox/sandbox_calls.h"
#include "tests/support/test_main.h"

#include <QTest>
#include <QUuid>

using namespace Qt::StringLiterals;
using namespace acx;

/// What the platform API shows, and what becomes of what is written to it.
class TestSandboxV10 final : public SandboxCalls
{
    Q_OBJECT

private Q_SLOTS:
    void v10Lists_data();
    void v10Lists();
    void v10PagesAndFields();
    void v10CatalogLife();
    void v10ProductLife();
    void v10DraftLife();
    void v10PublishesFiles();
    void v10AppLife();
    void v10Refuses_data();
    void v10Refuses();
};

void TestSandboxV10::v10Lists_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<QString>("type");
    const auto row = [](const QString &path, const QString &type) { QTest::newRow(qPrintable(path)) << path << type; };
    const QString org = u"/api/orgs/meridian-bank"_s;
    const QString space = u"/api/spaces/meridian-bank/production/retail"_s;
    row(u"/api/orgs"_s, u"org"_s);
    row(u"/api/cloud/orgs"_s, u"org"_s);
    row(u"/api/cloud/registrations"_s, u"registration"_s);
    row(u"/api/cloud/api-keys"_s, u"api_key"_s);
    for (const auto &[segment, kind] :
         {std::pair(u"catalogs"_s, u"catalog"_s), std::pair(u"members"_s, u"member"_s),
          std::pair(u"roles"_s, u"role"_s), std::pair(u"oauth-providers"_s, u"oauth_provider"_s),
          std::pair(u"user-registries"_s, u"user_registry"_s), std::pair(u"drafts/draft-apis"_s, u"draft_api"_s),
          std::pair(u"drafts/draft-products"_s, u"draft_product"_s)})
        row(org + u'/' + segment, kind);
    for (const QString &place : {catalog10, space}) {
        for (const auto &[segment, kind] :
             {std::pair(u"products"_s, u"product"_s), std::pair(u"apis"_s, u"api"_s), std::pair(u"apps"_s, u"app"_s),
              std::pair(u"subscriptions"_s, u"subscription"_s), std::pair(u"consumer-orgs"_s, u"consumer_org"_s),
              std::pair(u"members"_s, u"member"_s),
              std::pair(u"configured-gateway-services"_s, u"configured_gateway_service"_s)})
            row(place + u'/' + segment, kind);
    }
    row(catalog10 + u"/spaces"_s, u"space"_s);
    row(u"/api/consumer-orgs/meridian-bank/production/fintech-lab/apps"_s, u"app"_s);
    row(u"/api/apps/meridian-bank/production/fintech-lab/split-the-bill/subscriptions"_s, u"subscription"_s);
    row(u"/api/apps/meridian-bank/production/retail/fintech-lab/split-the-bill/credentials"_s, u"credential"_s);
    row(u"/api/user-registries/meridian-bank/meridian-users/users"_s, u"user"_s);
    row(u"/consumer-api/orgs/fintech-lab/apps"_s, u"app"_s);
}

void TestSandboxV10::v10Lists()
{
    QFETCH(QString, path);
    QFETCH(QString, type);
    const Seen seen = v10(u"GET"_s, path);
    QCOMPARE(seen.status, 200);
    QVERIFY(!resultsOf(seen).isEmpty());
    QCOMPARE(seen.object().value("total_results"_L1).toInt(), int(resultsOf(seen).size()));
    const QJsonObject first = resultsOf(seen).at(0).toObject();
    QCOMPARE(first.value("type"_L1).toString(), type);
    for (const auto &member :
         {u"api_version"_s, u"id"_s, u"name"_s, u"title"_s, u"created_at"_s, u"updated_at"_s, u"url"_s})
        QVERIFY2(first.contains(member), qPrintable(member));
    QCOMPARE(QUuid(first.value("id"_L1).toString()).isNull(), false);
}

void TestSandboxV10::v10PagesAndFields()
{
    const QString apis = u"/api/catalogs/meridian-bank/sandbox/apis"_s;
    const QStringList all = valuesOf(resultsOf(v10(u"GET"_s, apis)), "id"_L1);
    const Seen page = v10(u"GET"_s, apis + u"?offset=1&limit=2"_s);
    QCOMPARE(valuesOf(resultsOf(page), "id"_L1), all.mid(1, 2));
    QCOMPARE(page.object().value("total_results"_L1).toInt(), int(all.size()));
    QVERIFY(resultsOf(v10(u"GET"_s, apis + u"?offset=1000"_s)).isEmpty());
    const QJsonObject picked = resultsOf(v10(u"GET"_s, apis + u"?fields=name,version"_s)).at(0).toObject();
    QCOMPARE(picked.keys(), (QStringList{u"name"_s, u"version"_s}));
    const QString one = apis + u"/accounts/1.0.0"_s;
    QVERIFY(!v10(u"GET"_s, one).object().contains("api"_L1));
    const QJsonObject document = v10(u"GET"_s, one + u"?fields=add(api)"_s).object().value("api"_L1).toObject();
    QCOMPARE(document.value("swagger"_L1).toString(), u"2.0"_s);
    QCOMPARE(v10(u"GET"_s, one + u"/document"_s).object(), document);
    QCOMPARE(v10(u"GET"_s, apis + u"/loyalty/0.9.0/document"_s).object().value("openapi"_L1).toString(), u"3.0.3"_s);
}

void TestSandboxV10::v10CatalogLife()
{
    const QString catalogs = u"/api/orgs/meridian-bank/catalogs"_s;
    const Seen made = v10(u"POST"_s, catalogs, {{u"title"_s, u"New one"_s}, {u"name"_s, u"new-one"_s}});
    QCOMPARE(made.status, 201);
    const QString url = made.object().value("url"_L1).toString();
    QVERIFY(valuesOf(resultsOf(v10(u"GET"_s, catalogs)), "name"_L1).contains(u"new-one"_s));
    QCOMPARE(v10(u"POST"_s, catalogs, {{u"name"_s, u"new-one"_s}}).status, 409);
    QCOMPARE(v10(u"PATCH"_s, url, {{u"title"_s, u"Newer"_s}}).object().value("title"_L1).toString(), u"Newer"_s);
    const QString settings = u"/api/catalogs/meridian-bank/new-one/settings"_s;
    QCOMPARE(v10(u"PUT"_s, settings, {{u"production_mode"_s, true}}).status, 200);
    QCOMPARE(v10(u"GET"_s, settings).object().value("production_mode"_L1).toBool(), true);
    const Seen space = v10(u"POST"_s, u"/api/catalogs/meridian-bank/new-one/spaces"_s, {{u"title"_s, u"First"_s}});
    QCOMPARE(space.status, 201);
    QCOMPARE(v10(u"GET"_s, space.object().value("url"_L1).toString()).status, 200);
    QCOMPARE(v10(u"DELETE"_s, url).status, 204);
    QCOMPARE(v10(u"GET"_s, url).status, 404);
    QCOMPARE(v10(u"GET"_s, space.object().value("url"_L1).toString()).status, 404);
}

void TestSandboxV10::v10ProductLife()
{
    const QString catalog = u"/api/catalogs/meridian-bank/sandbox"_s;
    const QString draft = resultsOf(v10(u"GET"_s, u"/api/orgs/meridian-bank/drafts/draft-products"_s))
                              .at(0)
                              .toObject()
                              .value("url"_L1)
                              .toString();
    const Seen staged = v10(u"POST"_s, catalog + u"/stage-draft-product"_s, {{u"draft_product_url"_s, draft}});
    QCOMPARE(staged.status, 201);
    QCOMPARE(staged.object().value("state"_L1).toString(), u"staged"_s);
    const QString url = staged.object().value("url"_L1).toString();
    QCOMPARE(v10(u"PATCH"_s, url, {{u"state"_s, u"Published"_s}}).object().value("state"_L1).toString(),
             u"published"_s);
    QCOMPARE(v10(u"PATCH"_s, url, {{u"state"_s, u"sleeping"_s}}).status, 400);
    QVERIFY(!staged.object().value("api_urls"_L1).toArray().isEmpty());
    const QString other = v10(u"GET"_s, catalog + u"/products/payments/1.2.0"_s).object().value("url"_L1).toString();
    const QJsonObject mapping{{u"source"_s, u"default"_s}, {u"target"_s, u"bronze"_s}};
    QCOMPARE(v10(u"POST"_s, url + u"/replace"_s, {{u"product_url"_s, other}}).status, 400);
    QCOMPARE(v10(u"POST"_s, url + u"/replace"_s, {{u"product_url"_s, other}, {u"plans"_s, QJsonArray{mapping}}}).status,
             200);
    QCOMPARE(v10(u"GET"_s, other).object().value("state"_L1).toString(), u"retired"_s);
    QCOMPARE(valuesOf(resultsOf(v10(u"GET"_s, catalog + u"/products?states=retired"_s)), "url"_L1).contains(other),
             true);
    QCOMPARE(v10(u"DELETE"_s, url).status, 204);
    QCOMPARE(v10(u"GET"_s, url).status, 404);
}

void TestSandboxV10::v10DraftLife()
{
    const QString drafts = u"/api/orgs/meridian-bank/drafts/draft-apis"_s;
    const Seen made = v10(u"POST"_s, drafts, {{u"draft_api"_s, swaggerDocument(u"insurance"_s, u"1.0.0"_s)}});
    QCOMPARE(made.status, 201);
    QCOMPARE(v10(u"POST"_s, drafts, {{u"draft_api"_s, swaggerDocument(u"insurance"_s, u"1.0.0"_s)}}).status, 409);
    const Seen read = v10(u"GET"_s, drafts + u"/insurance/1.0.0?fields=add(draft_api)"_s);
    QCOMPARE(read.object().value("draft_api"_L1).toObject().value("basePath"_L1).toString(), u"/insurance"_s);
    QCOMPARE(
        v10(u"PATCH"_s, drafts + u"/insurance/1.0.0"_s, {{u"draft_api"_s, swaggerDocument(u"insurance"_s, u"1.1.0"_s)}})
            .status,
        200);
    QCOMPARE(v10(u"GET"_s, drafts + u"/insurance/1.0.0"_s).status, 404);
    QCOMPARE(v10(u"DELETE"_s, drafts + u"/insurance/1.1.0"_s).status, 204);
    const QJsonObject all = v10(u"GET"_s, u"/api/orgs/meridian-bank/drafts"_s).object();
    QVERIFY(!all.value("draft_products"_L1).toArray().isEmpty() && !all.value("draft_apis"_L1).toArray().isEmpty());
}

void TestSandboxV10::v10PublishesFiles()
{
    const QString product =
        u"product=info:\n  version: 1.0.0\n  name: 'from-file'\n  title: From a file\n;type=text/yaml"_s;
    const QString api =
        u"openapi="_s +
        QString::fromUtf8(QJsonDocument(swaggerDocument(u"filed"_s, u"1.0.0"_s)).toJson(QJsonDocument::Compact)) +
        u";type=application/json"_s;
    const Seen seen = m_sandbox->ask(u"POST"_s, u"/api/catalogs/meridian-bank/sandbox/publish"_s, m_iam,
                                     {u"-F"_s, product, u"-F"_s, api});
    QCOMPARE(seen.status, 201);
    QCOMPARE(seen.object().value("name"_L1).toString(), u"from-file"_s);
    QCOMPARE(seen.object().value("state"_L1).toString(), u"published"_s);
    QCOMPARE(v10(u"GET"_s, u"/api/catalogs/meridian-bank/sandbox/apis/filed/1.0.0"_s).status, 200);
}

void TestSandboxV10::v10AppLife()
{
    const QString apps = u"/api/consumer-orgs/meridian-bank/production/city-council/apps"_s;
    const Seen made = v10(u"POST"_s, apps, {{u"title"_s, u"Library"_s}});
    QCOMPARE(made.status, 201);
    QVERIFY(made.object().contains("client_secret"_L1));
    const QString app = u"/api/apps/meridian-bank/production/city-council/library"_s;
    QVERIFY(!v10(u"GET"_s, app).object().contains("client_secret"_L1));
    const QString product =
        v10(u"GET"_s, catalog10 + u"/products/payments/1.2.0"_s).object().value("url"_L1).toString();
    const Seen subscribed =
        v10(u"POST"_s, app + u"/subscriptions"_s, {{u"product_url"_s, product}, {u"plan"_s, u"default"_s}});
    QCOMPARE(subscribed.status, 201);
    QCOMPARE(subscribed.object().value("product_url"_L1).toString(), product);
    QCOMPARE(v10(u"POST"_s, app + u"/subscriptions"_s, {{u"product_url"_s, product}, {u"plan"_s, u"none"_s}}).status,
             400);
    QCOMPARE(v10(u"GET"_s, subscribed.object().value("url"_L1).toString()).status, 200);
    // What is shown of it does not matter for what is made.
    const Seen picked = v10(u"POST"_s, apps + u"?fields=name,client_id"_s, {{u"title"_s, u"Archive"_s}});
    QCOMPARE(picked.status, 201);
    QCOMPARE(picked.object().keys(), (QStringList{u"client_id"_s, u"name"_s}));
    QCOMPARE(resultsOf(v10(u"GET"_s, u"/api/apps/meridian-bank/production/city-council/archive/credentials"_s)).size(),
             1);
    const Seen credential = v10(u"POST"_s, app + u"/credentials"_s, {{u"title"_s, u"Second"_s}});
    QVERIFY(credential.object().contains("client_secret"_L1));
    QCOMPARE(resultsOf(v10(u"GET"_s, app + u"/credentials"_s)).size(), 2);
    QCOMPARE(v10(u"DELETE"_s, app).status, 204);
    QCOMPARE(v10(u"GET"_s, subscribed.object().value("url"_L1).toString()).status, 404);
}

void TestSandboxV10::v10Refuses_data()
{
    QTest::addColumn<QString>("method");
    QTest::addColumn<QString>("path");
    QTest::addColumn<QString>("body");
    QTest::addColumn<int>("status");
    QTest::newRow("org") << u"GET"_s << u"/api/orgs/x"_s << QString() << 404;
    QTest::newRow("catalog") << u"GET"_s << u"/api/catalogs/meridian-bank/x"_s << QString() << 404;
    QTest::newRow("path") << u"GET"_s << u"/api/nothing"_s << QString() << 404;
    QTest::newRow("method") << u"DELETE"_s << u"/api/orgs"_s << QString() << 405;
    QTest::newRow("no name") << u"POST"_s << u"/api/orgs/meridian-bank/catalogs"_s << u"{}"_s << 400;
    QTest::newRow("no JSON") << u"POST"_s << u"/api/orgs/meridian-bank/catalogs"_s << u"x"_s << 400;
    QTest::newRow("no draft") << u"POST"_s << catalog10 + u"/publish-draft-product"_s << u"{}"_s << 400;
    QTest::newRow("no file") << u"POST"_s << catalog10 + u"/publish"_s << u"{}"_s << 400;
    QTest::newRow("key without description") << u"POST"_s << u"/api/cloud/api-keys"_s << u"{}"_s << 400;
}

void TestSandboxV10::v10Refuses()
{
    QFETCH(QString, method);
    QFETCH(QString, path);
    QFETCH(QString, body);
    QFETCH(int, status);
    const Seen seen =
        m_sandbox->ask(method, path, m_iam, body.isEmpty() ? QStringList() : QStringList{u"--data-binary"_s, body});
    QCOMPARE(seen.status, status);
    QCOMPARE(seen.object().value("status"_L1).toInt(), status);
    QVERIFY(!seen.object().value("message"_L1).toArray().at(0).toString().isEmpty());
}

ACX_TEST_MAIN(TestSandboxV10)
#include "test_sandbox_v10.moc"
