// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/deployments/deployment.h"
#include "tests/support/test_main.h"

#include <QFile>
#include <QRegularExpression>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace acx;

/// The deployments as the program's data describes them: kinds, regions, hosts.
class TestDeployments final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init() { QTest::failOnWarning(QRegularExpression(u".?"_s)); }

    void namesEveryKind();
    void describesTheDeployments();
    void everyUrlIsHttpsAndIbms();
    void refusesDamagedData_data();
    void refusesDamagedData();
    void knowsTheRegionsOfV5_data();
    void knowsTheRegionsOfV5();
    void knowsTheRegionsOfReserved();
    void knowsTheRegionsOfSaas_data();
    void knowsTheRegionsOfSaas();
    void findsNoOtherRegion_data();
    void findsNoOtherRegion();
    void knowsIbmsHosts_data();
    void knowsIbmsHosts();

private:
    const Deployment &get(DeploymentKind kind) const { return m_catalog.get(kind); }
    DeploymentCatalog m_catalog;
};

namespace {

QUrl url(const char *text)
{
    return QUrl(QString::fromLatin1(text));
}

QByteArray dataFile()
{
    QFile file(u":/apiconnect/deployments.json"_s);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

void TestDeployments::initTestCase()
{
    const Result<DeploymentCatalog> catalog = DeploymentCatalog::load();
    QVERIFY2(catalog.has_value(), qPrintable(catalog ? QString() : catalog.error().details()));
    m_catalog = *catalog;
}

void TestDeployments::namesEveryKind()
{
    for (DeploymentKind kind : {DeploymentKind::V5, DeploymentKind::Reserved, DeploymentKind::Saas,
                                DeploymentKind::Custom, DeploymentKind::Sandbox}) {
        QCOMPARE(deploymentKindFromText(toText(kind)), kind);
        QCOMPARE(m_catalog.get(kind).kind, kind);
        QCOMPARE(m_catalog.get(kind).id, toText(kind));
    }
    QCOMPARE(deploymentKindFromText(u"V5"), DeploymentKind::V5);
    QVERIFY(!deploymentKindFromText(u"v10").has_value());
}

void TestDeployments::describesTheDeployments()
{
    QCOMPARE(m_catalog.deployments().size(), 5);
    for (const Deployment &deployment : m_catalog.deployments()) {
        QVERIFY(!deployment.title.isEmpty());
        QVERIFY(!deployment.description.isEmpty());
        QVERIFY(!deployment.tokenKinds.isEmpty());
    }
    QVERIFY(get(DeploymentKind::V5).isRetired());
    QCOMPARE(get(DeploymentKind::V5).retiredOn, QDate(2023, 7, 31));
    QVERIFY(!get(DeploymentKind::Reserved).isRetired());
    QCOMPARE(get(DeploymentKind::V5).usualTokenKind(), TokenKind::ApiConnect);
    QCOMPARE(get(DeploymentKind::Reserved).usualTokenKind(), TokenKind::Iam);
    QCOMPARE(get(DeploymentKind::Saas).usualTokenKind(), TokenKind::Platform);
    QCOMPARE(m_catalog.apiKeysPage(), url("https://cloud.ibm.com/iam/apikeys"));
}

void TestDeployments::everyUrlIsHttpsAndIbms()
{
    int seen = 0;
    const auto check = [&](const Endpoints &endpoints) {
        for (const QUrl &each : {endpoints.api, endpoints.login, endpoints.iam, endpoints.platform}) {
            if (each.isEmpty())
                continue;
            ++seen;
            QCOMPARE(each.scheme(), u"https"_s);
            QVERIFY(each.path().isEmpty());
            QVERIFY(m_catalog.isIbmHost(each.host()));
        }
    };
    for (const Deployment &deployment : m_catalog.deployments()) {
        check(deployment.endpoints);
        for (const Region &region : deployment.regions) {
            for (const HostScheme &scheme : region.schemes)
                check(scheme.endpoints);
        }
    }
    QCOMPARE(seen, 3 + 5 * 4 + 8 * 2); // IAM thrice, V5's five regions twice, eight of SaaS
}

void TestDeployments::refusesDamagedData_data()
{
    QTest::addColumn<QByteArray>("json");
    const QByteArray good = dataFile();
    const auto changed = [&good](const char *name, const QByteArray &from, const QByteArray &to) {
        QByteArray copy = good;
        QVERIFY(copy.contains(from));
        copy.replace(copy.indexOf(from), from.size(), to);
        QTest::newRow(name) << copy;
    };
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("no object") << "[]"_ba;
    QTest::newRow("cut") << good.first(good.size() / 2);
    changed("newer version", "\"version\": 1", "\"version\": 2");
    changed("unknown deployment", "\"id\": \"saas\"", "\"id\": \"sass\"");
    changed("same deployment twice", "\"id\": \"saas\"", "\"id\": \"v5\"");
    changed("plain http", "https://us.apiconnect", "http://us.apiconnect");
    changed("unknown token kind", "\"apiconnect\"", "\"apikonnect\"");
    changed("region without id", "\"id\": \"us-south\"", "\"id\": \"\"");
    changed("member twice", "\"place\": \"Dallas\"", "\"place\": \"Dallas\", \"place\": \"Dallas\"");
}

void TestDeployments::refusesDamagedData()
{
    QFETCH(QByteArray, json);
    const Result<DeploymentCatalog> catalog = DeploymentCatalog::parse(json);
    QVERIFY(!catalog.has_value());
    QCOMPARE(catalog.error().kind, ErrorKind::Internal);
}

void TestDeployments::knowsTheRegionsOfV5_data()
{
    QTest::addColumn<QString>("label");
    QTest::addColumn<QString>("id");
    QTest::addColumn<QString>("api");
    QTest::addColumn<QString>("login");
    const auto original = [](const char *label, const char *id, const char *old) {
        QTest::newRow(label) << QString::fromLatin1(label) << QString::fromLatin1(id)
                             << u"https://%1.apiconnect.ibmcloud.com"_s.arg(QLatin1StringView(old))
                             << u"https://login.service.%1.apiconnect.ibmcloud.com"_s.arg(QLatin1StringView(old));
    };
    const auto renamed = [](const char *label, const char *id) {
        QTest::newRow(label) << QString::fromLatin1(label) << QString::fromLatin1(id)
                             << u"https://apimanager.%1.apiconnect.cloud.ibm.com"_s.arg(QLatin1StringView(id))
                             << u"https://login.service.%1.apiconnect.cloud.ibm.com"_s.arg(QLatin1StringView(id));
    };
    original("us", "us-south", "us");
    original("US", "us-south", "us");
    original("us-east", "us-east", "us-east");
    original("eu", "eu-gb", "eu");
    original("eu-de", "eu-de", "eu-de");
    original("au", "au-syd", "au");
    original("us-south/original", "us-south", "us");
    original("us-east/original", "us-east", "us-east");
    renamed("us-south", "us-south");
    renamed("eu-gb", "eu-gb");
    renamed("au-syd", "au-syd");
    renamed("us-east/renamed", "us-east");
    renamed("eu-de/renamed", "eu-de");
    renamed("eu/renamed", "eu-gb");
    renamed(" eu-de / Renamed ", "eu-de");
}

void TestDeployments::knowsTheRegionsOfV5()
{
    QFETCH(QString, label);
    const std::optional<RegionChoice> choice = get(DeploymentKind::V5).findRegion(label);
    QVERIFY(choice.has_value());
    QTEST(choice->region.id, "id");
    QTEST(choice->scheme.endpoints.api.toString(), "api");
    QTEST(choice->scheme.endpoints.login.toString(), "login");
    const Result<Endpoints> endpoints = resolveEndpoints(get(DeploymentKind::V5), label, {});
    QVERIFY(endpoints.has_value());
    QTEST(endpoints->api.toString(), "api");
    QCOMPARE(endpoints->iam, url("https://iam.cloud.ibm.com"));
    QVERIFY(endpoints->platform.isEmpty());
}

void TestDeployments::knowsTheRegionsOfReserved()
{
    QStringList ids;
    for (const Region &region : get(DeploymentKind::Reserved).regions)
        ids.append(region.id);
    ids.sort();
    QCOMPARE(ids, QStringList({u"au-syd"_s, u"br-sao"_s, u"ca-tor"_s, u"eu-de"_s, u"eu-gb"_s, u"jp-tok"_s, u"us-east"_s,
                               u"us-south"_s}));
}

void TestDeployments::knowsTheRegionsOfSaas_data()
{
    QTest::addColumn<QString>("label");
    QTest::addColumn<QString>("api");
    const auto row = [](const char *label, const char *r) {
        QTest::newRow(label) << QString::fromLatin1(label)
                             << u"https://platform-api.%1.apiconnect.automation.ibm.com"_s.arg(QLatin1StringView(r));
    };
    row("us-east-a", "us-east-a");
    row("us-east-1", "us-east-a");
    row("us-east-b", "us-east-b");
    row("eu-central-1", "eu-central-a");
    row("eu-west-2", "eu-west-a");
    row("ap-south-1", "ap-south-a");
    row("ap-southeast-2", "ap-southeast-a");
    row("ap-southeast-3", "ap-southeast-b");
    row("trial", "trial");
}

void TestDeployments::knowsTheRegionsOfSaas()
{
    QFETCH(QString, label);
    const Result<Endpoints> endpoints = resolveEndpoints(get(DeploymentKind::Saas), label, {});
    QVERIFY(endpoints.has_value());
    QTEST(endpoints->api.toString(), "api");
    QCOMPARE(endpoints->platform, endpoints->api);
    QVERIFY(endpoints->iam.isEmpty());
}

void TestDeployments::findsNoOtherRegion_data()
{
    QTest::addColumn<QString>("label");
    for (const char *label : {"", "/", "us-", "us-south/", "us-south/other", "/renamed", "mars", "us-south/renamed/x"})
        QTest::addRow("\"%s\"", label) << QString::fromLatin1(label);
}

void TestDeployments::findsNoOtherRegion()
{
    QFETCH(QString, label);
    QVERIFY(!get(DeploymentKind::V5).findRegion(label).has_value());
    QVERIFY(!get(DeploymentKind::Custom).findRegion(label).has_value());
}

void TestDeployments::knowsIbmsHosts_data()
{
    QTest::addColumn<QString>("host");
    QTest::addColumn<bool>("isIbms");
    const auto row = [](const char *host, bool isIbms) {
        QTest::addRow("\"%s\"", host) << QString::fromLatin1(host) << isIbms;
    };
    row("iam.cloud.ibm.com", true);
    row("private.us-south.iam.cloud.ibm.com", true);
    row("IAM.Cloud.IBM.com", true);
    row("iam.cloud.ibm.com.", true);
    row("us.apiconnect.ibmcloud.com", true);
    row("admin.x1.us-south.apiconnect.cloud.ibm.com", true);
    row("platform-api.trial.apiconnect.automation.ibm.com", true);
    row("api.us-south.apiconnect.appdomain.cloud", true);
    row("api.trial.apiconnect.ibmappdomain.cloud", true);
    row("iam.bluemix.net", true);
    row("ibm.com", true);
    row("notibm.com", false);
    row("ibm.com.example.com", false);
    row("iam.cloud.ibm.com.evil.example", false);
    row("example.com", false);
    row("localhost", false);
    row("127.0.0.1", false);
    row("", false);
}

void TestDeployments::knowsIbmsHosts()
{
    QFETCH(QString, host);
    QTEST(m_catalog.isIbmHost(host), "isIbms");
}

ACX_TEST_MAIN(TestDeployments)
#include "test_deployments.moc"
