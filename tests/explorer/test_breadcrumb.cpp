// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/explorer/breadcrumb.h"
#include "app/operations/shipped_catalogs.h"
#include "tests/support/test_main.h"

#include <QRegularExpression>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace acx;

class TestBreadcrumb final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".?"_s)); }
    void namesTheSteps_data();
    void namesTheSteps();
    void learnsNamesOfIds_data();
    void learnsNamesOfIds();
};

void TestBreadcrumb::namesTheSteps_data()
{
    QTest::addColumn<QByteArray>("target");
    QTest::addColumn<QStringList>("crumbs"); // text=target
    QTest::newRow("a list") << "/api/orgs"_ba << QStringList{u"orgs=/api/orgs"_s};
    QTest::newRow("one of it") << "/api/orgs/acme"_ba << QStringList{u"orgs=/api/orgs"_s, u"acme=/api/orgs/acme"_s};
    QTest::newRow("deeper") << "/api/catalogs/acme/sandbox/products?limit=2"_ba
                            << QStringList{u"catalogs="_s, u"acme=/api/orgs/acme"_s,
                                           u"sandbox=/api/catalogs/acme/sandbox"_s,
                                           u"products=/api/catalogs/acme/sandbox/products"_s};
    QTest::newRow("V5") << "/v1/orgs/acme/environments/sb/products/p%3A1.0"_ba
                        << QStringList{u"orgs="_s,
                                       u"acme="_s,
                                       u"environments=/v1/orgs/acme/environments"_s,
                                       u"sb=/v1/orgs/acme/environments/sb"_s,
                                       u"products=/v1/orgs/acme/environments/sb/products"_s,
                                       u"p:1.0=/v1/orgs/acme/environments/sb/products/p%3A1.0"_s};
    QTest::newRow("unknown below something known")
        << "/api/orgs/acme/what/is/this"_ba
        << QStringList{u"orgs=/api/orgs"_s, u"acme=/api/orgs/acme"_s, u"what="_s, u"is="_s, u"this="_s};
    QTest::newRow("unknown") << "/sandbox/large"_ba << QStringList{u"sandbox="_s, u"large="_s};
    QTest::newRow("encoded") << "/api/orgs/a%2Fb%20c"_ba
                             << QStringList{u"orgs=/api/orgs"_s, u"a/b c=/api/orgs/a%2Fb%20c"_s};
    QTest::newRow("nothing") << "/"_ba << QStringList();
}

void TestBreadcrumb::namesTheSteps()
{
    QFETCH(const QByteArray, target);
    QFETCH(const QStringList, crumbs);
    const Result<OperationCatalog> catalog = loadCatalogFor(DeploymentKind::Sandbox);
    QVERIFY(catalog);
    QStringList found;
    for (const Crumb &crumb : breadcrumb(*catalog, target))
        found += crumb.text + u'=' + QString::fromLatin1(crumb.target);
    QCOMPARE(found, crumbs);
}

void TestBreadcrumb::learnsNamesOfIds_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QStringList>("names");
    QTest::newRow("an object") << R"({"id":"1","name":"one"})"_ba << QStringList{u"1=one"_s};
    QTest::newRow("a V10 list") << R"({"results":[{"id":"1","name":"one"},{"id":"2","name":"two"}]})"_ba
                                << QStringList{u"1=one"_s, u"2=two"_s};
    QTest::newRow("a V5 list") << R"([{"id":"1","name":"one"},3,{"id":"2"}])"_ba << QStringList{u"1=one"_s};
    QTest::newRow("other types") << R"({"id":1,"name":"one"})"_ba << QStringList();
    QTest::newRow("results are none") << R"({"results":7})"_ba << QStringList();
    QTest::newRow("empty list") << "[]"_ba << QStringList();
    QTest::newRow("a number") << "1"_ba << QStringList();
}

void TestBreadcrumb::learnsNamesOfIds()
{
    QFETCH(const QByteArray, json);
    QFETCH(const QStringList, names);
    const Result<JsonIndexed> index = JsonIndex::build(json, nullptr);
    QVERIFY(index && *index);
    const QHash<QString, QString> found = namesOfIds(***index);
    QStringList told;
    for (auto name = found.cbegin(); name != found.cend(); ++name)
        told += name.key() + u'=' + name.value();
    told.sort();
    QCOMPARE(told, names);
}

ACX_TEST_MAIN(TestBreadcrumb)
#include "test_breadcrumb.moc"
