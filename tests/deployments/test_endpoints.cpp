// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/deployments/endpoints.h"
#include "tests/support/test_main.h"

#include <QRegularExpression>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace acx;

class TestEndpoints final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".?"_s)); }

    void readsBaseUrls_data();
    void readsBaseUrls();
    void refusesBaseUrls_data();
    void refusesBaseUrls();
    void readsItsOwnResultUnchanged();
    void proposesLoginUrls_data();
    void proposesLoginUrls();
    void spellsTokenKinds();
    void findsTokenBases();
};

void TestEndpoints::readsBaseUrls_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<int>("role");
    QTest::addColumn<QString>("url");
    const auto row = [](const char *typed, EndpointRole role, const char *url) {
        QTest::addRow("%s as %d", QByteArray(typed).simplified().constData(), int(role))
            << QString::fromUtf8(typed) << int(role) << QString::fromUtf8(url);
    };
    using enum EndpointRole;
    row("host.example.com", Api, "https://host.example.com");
    row("  host.example.com \n", Api, "https://host.example.com");
    row("HOST.Example.com", Api, "https://host.example.com");
    row("host.example.com:8443", Api, "https://host.example.com:8443");
    row("host.example.com:8443/p", Api, "https://host.example.com:8443/p");
    row("host.example.com/p/q/", Api, "https://host.example.com/p/q");
    row("https://host.example.com", Api, "https://host.example.com");
    row("HTTPS://host.example.com/", Api, "https://host.example.com");
    row("https://host.example.com//", Api, "https://host.example.com");
    row("https://host.example.com:443", Api, "https://host.example.com");
    row("https://host.example.com/v1", Api, "https://host.example.com");
    row("https://host.example.com/api", Api, "https://host.example.com");
    row("https://host.example.com/p/api/", Api, "https://host.example.com/p");
    row("https://host.example.com/myapi", Api, "https://host.example.com/myapi");
    row("https://host.example.com/v1/p", Api, "https://host.example.com/v1/p");
    row("https://host.example.com/identity/token", Api, "https://host.example.com/identity/token");
    row("https://host.example.com/a%2Fb/%C3%A9", Api, "https://host.example.com/a%2Fb/%C3%A9");
    row("iam.cloud.ibm.com", Iam, "https://iam.cloud.ibm.com");
    row("https://iam.cloud.ibm.com/identity/token", Iam, "https://iam.cloud.ibm.com");
    row("https://iam.cloud.ibm.com/identity/token/", Iam, "https://iam.cloud.ibm.com");
    row("https://gate.example.com/p/identity/token", Iam, "https://gate.example.com/p");
    row("https://gate.example.com/v1", Iam, "https://gate.example.com/v1");
    row("https://login.example.com/apikey", Login, "https://login.example.com");
    row("https://login.example.com/x", Login, "https://login.example.com/x");
    row("https://p.example.com/api/token", Platform, "https://p.example.com");
    row("https://p.example.com/api", Platform, "https://p.example.com");
    row("https://p.example.com/z/api/token/", Platform, "https://p.example.com/z");
    row("http://127.0.0.1:8080/p", Api, "http://127.0.0.1:8080/p");
    row("http://127.0.0.1:80", Api, "http://127.0.0.1");
    row("http://127.9.8.7:1", Api, "http://127.9.8.7:1");
    row("http://localhost:8080", Api, "http://localhost:8080");
    row("http://[::1]:8080/", Api, "http://[::1]:8080");
    row("[::1]:8080", Api, "https://[::1]:8080");
    row("localhost:8080", Api, "https://localhost:8080");
    row("10.0.0.1", Api, "https://10.0.0.1");
    row("bücher.example", Api, "https://xn--bcher-kva.example");
}

void TestEndpoints::readsBaseUrls()
{
    QFETCH(QString, typed);
    QFETCH(int, role);
    const Result<QUrl> url = readBaseUrl(typed, static_cast<EndpointRole>(role));
    QVERIFY2(url.has_value(), qPrintable(url ? QString() : url.error().message()));
    QTEST(url->toString(QUrl::FullyEncoded), "url");
}

void TestEndpoints::refusesBaseUrls_data()
{
    QTest::addColumn<QString>("typed");
    for (const char *typed : {"",
                              "   ",
                              "https://",
                              "https:///path",
                              "http://",
                              "http://host.example.com",
                              "http://10.0.0.1",
                              "http://localhost.example.com",
                              "http://127.0.0.1.example.com",
                              "ftp://host.example.com",
                              "file:///etc/passwd",
                              "javascript:alert(1)",
                              "mailto:a@example.com",
                              "http:/host",
                              "https:host",
                              "data:text/plain,x",
                              "https://user@host.example.com",
                              "https://user:secret@host.example.com",
                              "https://@host.example.com",
                              "user:secret@host.example.com",
                              "user@host.example.com",
                              "https://host.example.com?x=1",
                              "https://host.example.com/?",
                              "https://host.example.com/#x",
                              "https://host.example.com#",
                              "host.example.com/p?q",
                              "https://host example.com",
                              "https://host.example.com/a b",
                              "https://host.example.com\r\nX: y",
                              "https://host.example.com/\tx",
                              "https://host.example.com\\p",
                              "https://host.example.com:99999",
                              "https://host.example.com:0",
                              "https://host.example.com:port",
                              "https://host.example.com/%zz",
                              "https://[::1",
                              "https://host.example.com/../x",
                              "https://host.example.com/./x",
                              "//host.example.com",
                              "/path",
                              "https://host.example.com/\u202ecod",
                              "https://ho\u200bst.example.com",
                              "https://host.example.com/\x7f"})
        QTest::addRow("%s", QByteArray(typed).toPercentEncoding("/:@?#.[]\\ ").constData()) << QString::fromUtf8(typed);
}

void TestEndpoints::refusesBaseUrls()
{
    QFETCH(QString, typed);
    for (EndpointRole role : {EndpointRole::Api, EndpointRole::Login, EndpointRole::Iam, EndpointRole::Platform}) {
        const Result<QUrl> url = readBaseUrl(typed, role);
        QVERIFY2(!url.has_value(), qPrintable(url ? url->toString() : QString()));
        QCOMPARE(url.error().kind, ErrorKind::InvalidInput);
        QVERIFY(!url.error().sentence.isEmpty());
        QVERIFY(!url.error().nextStep.isEmpty());
        QVERIFY(!url.error().message().contains(u"secret"_s));
    }
}

void TestEndpoints::readsItsOwnResultUnchanged()
{
    for (const QString &typed : {u"host.example.com/p"_s, u"http://127.0.0.1:1/a%2Fb"_s, u"bücher.example"_s}) {
        const Result<QUrl> once = readBaseUrl(typed, EndpointRole::Api);
        QVERIFY(once.has_value());
        const Result<QUrl> again = readBaseUrl(once->toString(QUrl::FullyEncoded), EndpointRole::Api);
        QVERIFY(again.has_value());
        QCOMPARE(*again, *once);
    }
}

void TestEndpoints::proposesLoginUrls_data()
{
    QTest::addColumn<QString>("management");
    QTest::addColumn<QString>("login");
    const auto row = [](const char *management, const char *login) {
        QTest::newRow(management) << QString::fromLatin1(management) << QString::fromLatin1(login);
    };
    row("https://us.apiconnect.ibmcloud.com", "https://login.service.us.apiconnect.ibmcloud.com");
    row("https://apimanager.eu.apiconnect.ibmcloud.com", "https://login.service.eu.apiconnect.ibmcloud.com");
    row("https://eu-gb.apiconnect.cloud.ibm.com", "https://login.service.eu-gb.apiconnect.cloud.ibm.com");
    row("https://apimanager.us-south.apiconnect.cloud.ibm.com",
        "https://login.service.us-south.apiconnect.cloud.ibm.com");
    row("https://APIMANAGER.US-South.apiconnect.cloud.ibm.com",
        "https://login.service.us-south.apiconnect.cloud.ibm.com");
    row("https://jp-tok.apiconnect.cloud.ibm.com", "https://login.service.us-south.apiconnect.cloud.ibm.com");
    row("https://us.apiconnect.ibmcloud.com:443/v1", "https://login.service.us.apiconnect.ibmcloud.com");
    row("https://mgmt.acme.example.com", "https://login-service-apiconnect.acme.example.com");
    row("https://apimanager.acme.example.com", "https://login-service-apiconnect.example.com");
    row("https://my.apimanager.acme.example.com", "https://login-service-apiconnect.apimanager.acme.example.com");
    row("https://myapimanager.acme.example.com", "https://login-service-apiconnect.acme.example.com");
    row("https://mgmt.example", "");
    row("https://acme.com", "");
    row("https://localhost:8080", "");
    row("https://10.0.0.1", "");
    row("https://[::1]", "");
    row("", "");
}

void TestEndpoints::proposesLoginUrls()
{
    QFETCH(QString, management);
    QTEST(proposedLoginUrl(QUrl(management)).toString(), "login");
}

void TestEndpoints::spellsTokenKinds()
{
    for (TokenKind kind : {TokenKind::ApiConnect, TokenKind::Iam, TokenKind::Platform}) {
        QCOMPARE(tokenKindFromText(toText(kind)), kind);
        QVERIFY(!displayName(kind).isEmpty());
    }
    QCOMPARE(toText(TokenKind::ApiConnect), u"apiconnect"_s);
    QCOMPARE(tokenKindFromText(u"IAM"), TokenKind::Iam);
    QVERIFY(!tokenKindFromText(u"").has_value());
    QVERIFY(!tokenKindFromText(u"iam2").has_value());
}

void TestEndpoints::findsTokenBases()
{
    const Endpoints endpoints{QUrl(u"https://a"_s), QUrl(u"https://l"_s), QUrl(u"https://i"_s), QUrl(u"https://p"_s)};
    QCOMPARE(endpoints.tokenBase(TokenKind::ApiConnect), QUrl(u"https://l"_s));
    QCOMPARE(endpoints.tokenBase(TokenKind::Iam), QUrl(u"https://i"_s));
    QCOMPARE(endpoints.tokenBase(TokenKind::Platform), QUrl(u"https://p"_s));
}

ACX_TEST_MAIN(TestEndpoints)
#include "test_endpoints.moc"
