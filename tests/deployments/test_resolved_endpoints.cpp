// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/deployments/deployment.h"
#include "tests/support/test_main.h"

#include <QRegularExpression>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace acx;

/// What a choice of place comes to: its URLs, what is missing, and the token of each path.
class TestResolvedEndpoints final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init() { QTest::failOnWarning(QRegularExpression(u".?"_s)); }

    void overridesWinMemberByMember();
    void asksForARegionAndNamesThem();
    void platformStandsBesideTheApi();
    void customMeansIbmsIamAndGuessesNoLogin();
    void checksCompleteness();
    void choosesTheTokenOfAPath_data();
    void choosesTheTokenOfAPath();
    void neverChoosesATokenWithoutUrl();

private:
    const Deployment &get(DeploymentKind kind) const { return m_catalog.get(kind); }
    DeploymentCatalog m_catalog;
};

namespace {

QUrl url(const char *text)
{
    return QUrl(QString::fromLatin1(text));
}

} // namespace

void TestResolvedEndpoints::initTestCase()
{
    const Result<DeploymentCatalog> catalog = DeploymentCatalog::load();
    QVERIFY2(catalog.has_value(), qPrintable(catalog ? QString() : catalog.error().details()));
    m_catalog = *catalog;
}

void TestResolvedEndpoints::overridesWinMemberByMember()
{
    Endpoints own;
    own.login = url("https://login.example.com");
    const Result<Endpoints> endpoints = resolveEndpoints(get(DeploymentKind::V5), u"us"_s, own);
    QVERIFY(endpoints.has_value());
    QCOMPARE(endpoints->login, url("https://login.example.com"));
    QCOMPARE(endpoints->api, url("https://us.apiconnect.ibmcloud.com"));
    QCOMPARE(endpoints->iam, url("https://iam.cloud.ibm.com"));
}

void TestResolvedEndpoints::asksForARegionAndNamesThem()
{
    for (DeploymentKind kind : {DeploymentKind::V5, DeploymentKind::Saas}) {
        const Result<Endpoints> missing = resolveEndpoints(get(kind), u" "_s, {});
        QVERIFY(!missing.has_value());
        QCOMPARE(missing.error().kind, ErrorKind::InvalidInput);
        const Result<Endpoints> unknown = resolveEndpoints(get(kind), u"mars"_s, {});
        QVERIFY(!unknown.has_value());
        QVERIFY(unknown.error().sentence.contains(u"mars"_s));
        for (const Region &region : get(kind).regions) {
            QVERIFY(missing.error().nextStep.contains(region.id));
            QVERIFY(unknown.error().nextStep.contains(region.place));
        }
    }
    Endpoints own;
    own.api = url("https://api.example.com");
    own.login = url("https://login.example.com");
    QVERIFY(resolveEndpoints(get(DeploymentKind::V5), {}, own).has_value());
    // A wrong region is wrong, whatever else is given.
    QVERIFY(!resolveEndpoints(get(DeploymentKind::V5), u"mars"_s, own).has_value());
    const Result<Endpoints> noRegions = resolveEndpoints(get(DeploymentKind::Custom), u"us-south"_s, own);
    QVERIFY(!noRegions.has_value());
    QCOMPARE(noRegions.error().kind, ErrorKind::InvalidInput);
}

void TestResolvedEndpoints::platformStandsBesideTheApi()
{
    Endpoints own;
    own.api = url("https://api.example.com/p");
    for (DeploymentKind kind : {DeploymentKind::Reserved, DeploymentKind::Custom, DeploymentKind::Sandbox})
        QCOMPARE(resolveEndpoints(get(kind), {}, own)->platform, own.api);
    QVERIFY(resolveEndpoints(get(DeploymentKind::V5), u"us"_s, own)->platform.isEmpty());
    own.platform = url("https://platform.example.com");
    QCOMPARE(resolveEndpoints(get(DeploymentKind::Custom), {}, own)->platform, own.platform);
}

void TestResolvedEndpoints::customMeansIbmsIamAndGuessesNoLogin()
{
    Endpoints own;
    own.api = url("https://us.apiconnect.ibmcloud.com");
    const Result<Endpoints> endpoints = resolveEndpoints(get(DeploymentKind::Custom), {}, own);
    QVERIFY(endpoints.has_value());
    QCOMPARE(endpoints->iam, url("https://iam.cloud.ibm.com"));
    QVERIFY(endpoints->login.isEmpty());
    QVERIFY(resolveEndpoints(get(DeploymentKind::Custom), {}, {}).has_value());
}

void TestResolvedEndpoints::checksCompleteness()
{
    Endpoints own;
    QVERIFY(checkComplete(get(DeploymentKind::V5), u"us-south"_s, own).has_value());
    QVERIFY(!checkComplete(get(DeploymentKind::V5), {}, own).has_value());
    QVERIFY(checkComplete(get(DeploymentKind::Saas), u"trial"_s, own).has_value());
    QVERIFY(checkComplete(get(DeploymentKind::Custom), {}, own).has_value());
    QVERIFY(resolveEndpoints(get(DeploymentKind::Reserved), u"us-south"_s, own).has_value());
    const Status reserved = checkComplete(get(DeploymentKind::Reserved), u"us-south"_s, own);
    QVERIFY(!reserved.has_value());
    QCOMPARE(reserved.error().kind, ErrorKind::InvalidInput);
    QVERIFY(reserved.error().sentence.contains(u"API host"_s));

    own.api = url("https://api.example.com");
    QVERIFY(checkComplete(get(DeploymentKind::Reserved), {}, own).has_value());
    // An API alone does not make a V5 place without region: its login service is still unknown.
    QVERIFY(!checkComplete(get(DeploymentKind::V5), {}, own).has_value());
    own.login = url("https://login.example.com");
    QVERIFY(checkComplete(get(DeploymentKind::V5), {}, own).has_value());
}

void TestResolvedEndpoints::choosesTheTokenOfAPath_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<bool>("hasClient");
    QTest::addColumn<int>("custom");
    QTest::addColumn<int>("v5");
    QTest::addColumn<int>("saas");
    const auto row = [](const char *path, bool hasClient, TokenKind custom, TokenKind v5, TokenKind saas) {
        QTest::addRow("%s%s", path, hasClient ? " with client" : "")
            << QString::fromLatin1(path) << hasClient << int(custom) << int(v5) << int(saas);
    };
    using enum TokenKind;
    row("/v1/me", false, ApiConnect, ApiConnect, Platform);
    row("/v1/me", true, ApiConnect, ApiConnect, Platform);
    row("/v1", false, ApiConnect, ApiConnect, Platform);
    row("/v1?x=/api/", false, ApiConnect, ApiConnect, Platform);
    row("/v10/x", false, Iam, ApiConnect, Platform);
    row("/api/orgs", false, Iam, Iam, Platform);
    row("/api/orgs", true, Platform, Iam, Platform);
    row("/apix", true, Iam, ApiConnect, Platform);
    row("/", false, Iam, ApiConnect, Platform);
    row("/identity/x", true, Iam, ApiConnect, Platform);
    row("", false, Iam, ApiConnect, Platform);
}

void TestResolvedEndpoints::choosesTheTokenOfAPath()
{
    QFETCH(QString, path);
    QFETCH(bool, hasClient);
    Endpoints own;
    own.api = url("https://api.example.com");
    own.login = url("https://login.example.com");
    const Result<Endpoints> custom = resolveEndpoints(get(DeploymentKind::Custom), {}, own);
    const Result<Endpoints> v5 = resolveEndpoints(get(DeploymentKind::V5), u"us"_s, {});
    const Result<Endpoints> saas = resolveEndpoints(get(DeploymentKind::Saas), u"trial"_s, {});
    QVERIFY(custom && v5 && saas);
    QTEST(int(tokenKindForPath(get(DeploymentKind::Custom), *custom, hasClient, path)), "custom");
    QTEST(int(tokenKindForPath(get(DeploymentKind::V5), *v5, hasClient, path)), "v5");
    QTEST(int(tokenKindForPath(get(DeploymentKind::Saas), *saas, hasClient, path)), "saas");
}

void TestResolvedEndpoints::neverChoosesATokenWithoutUrl()
{
    Endpoints iamOnly;
    iamOnly.iam = url("https://iam.cloud.ibm.com");
    QCOMPARE(tokenKindForPath(get(DeploymentKind::Custom), iamOnly, true, u"/v1/me"_s), TokenKind::Iam);
    QCOMPARE(tokenKindForPath(get(DeploymentKind::Custom), iamOnly, true, u"/api/orgs"_s), TokenKind::Iam);
    Endpoints loginOnly;
    loginOnly.login = url("https://login.example.com");
    QCOMPARE(tokenKindForPath(get(DeploymentKind::Custom), loginOnly, false, u"/api/orgs"_s), TokenKind::ApiConnect);
    // With nothing to choose from, the usual kind explains best what is missing.
    QCOMPARE(tokenKindForPath(get(DeploymentKind::V5), {}, false, u"/api/orgs"_s), TokenKind::ApiConnect);
}

ACX_TEST_MAIN(TestResolvedEndpoints)
#include "test_resolved_endpoints.moc"
