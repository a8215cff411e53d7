// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/sandbox/sandbox_calls.h"
#include "tests/support/test_main.h"

#include <QTemporaryFile>
#include <QTest>
#include <QUrl>

using namespace Qt::StringLiterals;
using namespace acx;

/// What is written through the V5 API is seen afterwards.
class TestSandboxV5Life final : public SandboxCalls
{
    Q_OBJECT

private Q_SLOTS:
    void v5ProductLife();
    void v5ApiStartsAndStops();
    void v5DraftLife();
    void v5DraftProductReachesACatalog();
    void v5DeletesAllProductsOnlyWhenConfirmed();
    void v5PortalLife();
    void v5CatalogLife();
    void v5NamesAreTakenByteForByte();
    void v5FilesHaveNames();
};

namespace {

QJsonObject productDocument(const QString &name, const QString &version, const QString &api)
{
    return {{u"info"_s, QJsonObject{{u"name"_s, name}, {u"version"_s, version}, {u"title"_s, name}}},
            {u"apis"_s, QJsonObject{{u"one"_s, QJsonObject{{u"name"_s, api}}}}},
            {u"plans"_s, QJsonObject{{u"default"_s, QJsonObject{{u"title"_s, u"Default"_s}}}}}};
}

} // namespace

void TestSandboxV5Life::v5ProductLife()
{
    const QString products = meridian + u"/environments/sandbox/products"_s;
    const QJsonObject body{{u"product"_s, productDocument(u"cards"_s, u"1.0.0"_s, u"cards:1.0.0"_s)},
                           {u"apis"_s, QJsonArray{swaggerDocument(u"cards"_s, u"1.0.0"_s)}}};
    const Seen made = v5(u"POST"_s, products, body);
    QCOMPARE(made.status, 201);
    QCOMPARE(made.object().value("deploymentState"_L1).toString(), u"staged"_s);
    const QString one = products + u"/cards:1.0.0"_s;
    for (const auto &[verb, state] :
         {std::pair(u"publish"_s, u"published"_s), std::pair(u"deprecate"_s, u"deprecated"_s),
          std::pair(u"retire"_s, u"retired"_s), std::pair(u"archive"_s, u"archived"_s)}) {
        const Seen moved = m_sandbox->send(u"POST"_s, one + u'/' + verb, m_login, {});
        QCOMPARE(moved.status, 200);
        QCOMPARE(v5(u"GET"_s, one).object().value("deploymentState"_L1).toString(), state);
    }
    const QJsonObject custom{{u"visibility"_s, QJsonObject{{u"view"_s, QJsonObject{{u"type"_s, u"custom"_s}}}}}};
    const Seen visible = v5(u"PUT"_s, one, custom);
    QCOMPARE(visible.object().value("deploymentVisibility"_L1).toObject().value("view"_L1).toObject().value("type"_L1),
             QJsonValue(u"custom"_s));
    const Seen replaced =
        v5(u"POST"_s, one + u"/replace"_s,
           {{u"oldProduct"_s, QJsonObject{{u"name"_s, u"retail-banking"_s}, {u"version"_s, u"1.0.0"_s}}},
            {u"planMappings"_s, QJsonArray{QJsonObject{{u"from"_s, u"bronze"_s}, {u"to"_s, u"default"_s}}}}});
    QCOMPARE(replaced.status, 200);
    QCOMPARE(replaced.object().value("deploymentState"_L1).toString(), u"published"_s);
    QCOMPARE(v5(u"GET"_s, products + u"/retail-banking:1.0.0"_s).object().value("deploymentState"_L1).toString(),
             u"retired"_s);
    const Seen gone = v5(u"DELETE"_s, one);
    QCOMPARE(gone.status, 200);
    QCOMPARE(gone.object().value("apis"_L1).toArray().size(), 1);
    QCOMPARE(v5(u"GET"_s, one).status, 404);
}

void TestSandboxV5Life::v5ApiStartsAndStops()
{
    const QString api = production + u"/apis/branches:1.0.0"_s;
    QCOMPARE(v5(u"POST"_s, api + u"/start"_s).v5Key(), u"deployer.api.not.suspended.in.env"_s);
    QCOMPARE(v5(u"POST"_s, api + u"/stop"_s).object().value("state"_L1).toString(), u"stopped"_s);
    QCOMPARE(v5(u"POST"_s, api + u"/stop"_s).v5Key(), u"deployer.api.not.running.in.env"_s);
    QCOMPARE(v5(u"POST"_s, api + u"/start"_s).object().value("deploymentState"_L1).toString(), u"running"_s);
}

void TestSandboxV5Life::v5DraftLife()
{
    const QString drafts = u"/v1/apimanager/orgs/meridian-bank/apis"_s;
    QCOMPARE(v5(u"POST"_s, drafts + u"?basePath=/loans"_s, swaggerDocument(u"loans"_s, u"1.0.0"_s)).status, 201);
    QCOMPARE(v5(u"POST"_s, drafts, swaggerDocument(u"loans"_s, u"1.0.0"_s)).status, 409);
    QJsonObject changed = swaggerDocument(u"loans"_s, u"1.0.0"_s);
    changed.insert(u"host"_s, u"example.com"_s);
    QCOMPARE(v5(u"PUT"_s, drafts + u"/loans:1.0.0"_s, changed).status, 200);
    QCOMPARE(v5(u"GET"_s, drafts + u"/loans:1.0.0"_s).object(), changed);
    QJsonObject product = productDocument(u"lending"_s, u"1.0.0"_s, u"loans:1.0.0"_s);
    // A document may name an API twice.
    const QJsonObject loans{{u"name"_s, u"loans:1.0.0"_s}};
    product.insert(u"apis"_s, QJsonObject{{u"one"_s, loans}, {u"two"_s, loans}});
    QCOMPARE(v5(u"POST"_s, meridian + u"/products"_s, product).status, 201);
    const Seen gone = v5(u"DELETE"_s, meridian + u"/products/lending:1.0.0?cascade=true"_s);
    QCOMPARE(gone.object().value("apis"_L1).toArray().size(), 1);
    QCOMPARE(v5(u"GET"_s, drafts + u"/loans:1.0.0"_s).status, 404);
}

void TestSandboxV5Life::v5DraftProductReachesACatalog()
{
    const QString products = meridian + u"/environments/sandbox/products/treasury:1.0.0"_s;
    QCOMPARE(v5(u"POST"_s, products).status, 201);
    QCOMPARE(m_sandbox->send(u"POST"_s, products + u"/publish"_s, m_login, {}).status, 200);
    const QJsonArray hits = v5(u"GET"_s, meridian + u"/environments/sandbox/search?name=currency-converter"_s).array();
    QCOMPARE(hits.at(0).toObject().value("state"_L1).toString(), u"running"_s);
}

void TestSandboxV5Life::v5DeletesAllProductsOnlyWhenConfirmed()
{
    const QString environments = meridian + u"/environments"_s;
    QCOMPARE(v5(u"POST"_s, environments, {{u"name"_s, u"All"_s}, {u"shortName"_s, u"all"_s}}).status, 201);
    QCOMPARE(v5(u"POST"_s, environments + u"/all/products/treasury:1.0.0"_s).status, 201);
    QCOMPARE(v5(u"DELETE"_s, environments + u"/all/products?confirm=other"_s).status, 400);
    QCOMPARE(v5(u"GET"_s, environments + u"/all/products"_s).array().size(), 1);
    QCOMPARE(
        v5(u"DELETE"_s, environments + u"/all/products?confirm=all"_s).object().value("products"_L1).toArray().size(),
        1);
    QVERIFY(v5(u"GET"_s, environments + u"/all/products"_s).array().isEmpty());
    QCOMPARE(v5(u"DELETE"_s, environments + u"/all"_s).status, 204);
}

void TestSandboxV5Life::v5PortalLife()
{
    const QString apps = u"/orgs/city-council/apps"_s;
    QVERIFY(!portal(u"GET"_s, u"/products"_s).array().isEmpty());
    QCOMPARE(portal(u"GET"_s, u"/me"_s).object().value("status"_L1).toString(), u"active"_s);
    const Seen made = portal(u"POST"_s, apps, {{u"name"_s, u"Parking"_s}, {u"description"_s, u"Parking fees"_s}});
    QCOMPARE(made.status, 201);
    const QString app = apps + u'/' + made.object().value("id"_L1).toString();
    const QString secret = made.object().value("credentials"_L1).toObject().value("clientSecret"_L1).toString();
    QCOMPARE(secret.size(), 32);
    QVERIFY(!portal(u"GET"_s, app).body.contains(secret.toLatin1())); // shown only when it is made
    const Seen subscribed =
        portal(u"POST"_s, app + u"/subscriptions"_s,
               {{u"plan"_s, u"gold"_s},
                {u"product"_s, QJsonObject{{u"name"_s, u"retail-banking"_s}, {u"version"_s, u"1.0.0"_s}}}});
    QCOMPARE(subscribed.status, 201);
    QCOMPARE(subscribed.object().value("approved"_L1).toBool(true), false); // gold waits for approval
    const QString credential = portal(u"GET"_s, app + u"/credentials"_s).object().value("id"_L1).toString();
    const Seen reset = portal(u"PUT"_s, app + u"/credentials/"_s + credential + u"/reset-secret"_s);
    QVERIFY(reset.object().value("clientSecret"_L1).toString() != secret);
    QCOMPARE(portal(u"DELETE"_s, app + u"/subscriptions/"_s + subscribed.object().value("id"_L1).toString()).status,
             204);
    QCOMPARE(portal(u"DELETE"_s, app).status, 204);
    QCOMPARE(portal(u"GET"_s, app).status, 404);
}

void TestSandboxV5Life::v5CatalogLife()
{
    const QString environments = meridian + u"/environments"_s;
    const Seen made = v5(u"POST"_s, environments, {{u"name"_s, u"Try out"_s}, {u"shortName"_s, u"try"_s}});
    QCOMPARE(made.status, 201);
    QCOMPARE(made.header("content-location"_ba), made.object().value("url"_L1).toString().toUtf8());
    QVERIFY(valuesOf(v5(u"GET"_s, environments).array(), "shortName"_L1).contains(u"try"_s));
    const Seen renamed = v5(u"PUT"_s, environments + u"/try"_s, {{u"shortName"_s, u"tried"_s}});
    QCOMPARE(renamed.object().value("name"_L1).toString(), u"Try out"_s);
    QCOMPARE(v5(u"GET"_s, environments + u"/try"_s).status, 404);
    const Seen space = v5(u"POST"_s, environments + u"/tried/spaces"_s, {{u"title"_s, u"One Space"_s}});
    QCOMPARE(space.status, 201);
    QCOMPARE(space.object().value("name"_L1).toString(), u"one-space"_s);
    QCOMPARE(v5(u"DELETE"_s, environments + u"/tried/spaces/one-space"_s).status, 204);
    const QString ben = v5(u"GET"_s, u"/v1/users/context/apimanager/ben.carter"_s).object().value("id"_L1).toString();
    QCOMPARE(v5(u"POST"_s, environments + u"/tried/transferOwner"_s, {{u"user"_s, ben}}).status, 200);
    QCOMPARE(v5(u"GET"_s, environments + u"/tried"_s).object().value("owner"_L1).toObject().value("username"_L1),
             QJsonValue(u"ben.carter"_s));
    const Seen gone = v5(u"DELETE"_s, environments + u"/tried"_s);
    QCOMPARE(gone.status, 204);
    QVERIFY(gone.body.isEmpty());
    QCOMPARE(v5(u"GET"_s, environments + u"/tried"_s).status, 404);
}

void TestSandboxV5Life::v5NamesAreTakenByteForByte()
{
    const QString environments = meridian + u"/environments"_s;
    const QString name = u"a/b?c#d%41 ä:1"_s;
    QCOMPARE(v5(u"POST"_s, environments, {{u"name"_s, u"Odd"_s}, {u"shortName"_s, name}}).status, 201);
    const QString path = environments + u'/' + QString::fromLatin1(QUrl::toPercentEncoding(name));
    QCOMPARE(v5(u"GET"_s, path).object().value("shortName"_L1).toString(), name);
    QCOMPARE(v5(u"GET"_s, path + u"/products"_s).status, 200);
    QCOMPARE(v5(u"DELETE"_s, path).status, 204);
}

void TestSandboxV5Life::v5FilesHaveNames()
{
    const Seen wsdl = v5(u"GET"_s, production + u"/apis/currency-converter:1.0.0/wsdl/currency-converter.wsdl"_s);
    QCOMPARE(wsdl.status, 200);
    QVERIFY(wsdl.header("content-disposition"_ba).contains("currency-converter.wsdl"));
    QVERIFY(wsdl.body.contains("<definitions"));
    QTemporaryFile file;
    QVERIFY(file.open() && file.write("<definitions/>") > 0 && file.flush());
    const Seen uploaded = m_sandbox->ask(u"POST"_s, meridian + u"/apis/wsdl"_s, m_login,
                                         {u"-F"_s, u"file=@%1;filename=own.wsdl;type=text/xml"_s.arg(file.fileName())});
    QCOMPARE(uploaded.status, 200);
    const QString id = uploaded.object().value("wsdlId"_L1).toString();
    QCOMPARE(v5(u"GET"_s, meridian + u"/apis/wsdl/"_s + id).body, "<definitions/>"_ba);
    const Seen zip = v5(u"GET"_s, production + u"/policies/audit-header/v1.0.0/zip"_s);
    QVERIFY(zip.body.startsWith("PK"));
}

ACX_TEST_MAIN(TestSandboxV5Life)
#include "test_sandbox_v5_life.moc"
