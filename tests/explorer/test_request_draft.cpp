// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/explorer/prepared_bench.h"
#include "tests/support/test_main.h"

#include <QRegularExpression>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace acx;

/// Requests made ready; L means the project's own requirements on leaks.
class TestRequestDraft final : public PreparedBench
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".?"_s)); }

    void targetsBecomeUrls_data();
    void targetsBecomeUrls();
    void unusableTargetsAreRefused_data();
    void unusableTargetsAreRefused();
    void pathDecidesTheToken_data();
    void pathDecidesTheToken();
    void l3_tokenGoesToTheProfilesOriginsOnly_data();
    void l3_tokenGoesToTheProfilesOriginsOnly();
    void tokenServicesTakeTheirOwnKind();
    void noTokenOnRequest();
    void ownAuthorizationTakesTheTokensPlace();
    void profileWithoutApiHost();
};

void TestRequestDraft::targetsBecomeUrls_data()
{
    QTest::addColumn<QString>("target");
    QTest::addColumn<QByteArray>("url");
    const auto row = [](const char *name, const QString &target, const QByteArray &url) {
        QTest::newRow(name) << target << url;
    };
    row("path", u"/v1/me"_s, "https://api.acme.example/p/v1/me");
    row("without slash", u"v1/me?fields=name"_s, "https://api.acme.example/p/v1/me?fields=name");
    row("blanks around", u"  /v1/me  "_s, "https://api.acme.example/p/v1/me");
    row("encoded stays", u"/v1/a%2Fb?q=a%2Bb"_s, "https://api.acme.example/p/v1/a%2Fb?q=a%2Bb");
    row("blank inside", u"/v1/a b"_s, "https://api.acme.example/p/v1/a%20b");
    row("not ASCII", u"/v1/ä"_s, "https://api.acme.example/p/v1/%C3%A4");
    row("stray percent", u"/v1/100%"_s, "https://api.acme.example/p/v1/100%25");
    row("plus stays", u"/v1/x?q=a+b"_s, "https://api.acme.example/p/v1/x?q=a+b");
    row("whole URL", u"https://other.example/x/y?z=1"_s, "https://other.example/x/y?z=1");
    row("host only", u"https://other.example"_s, "https://other.example/");
    row("port and upper case", u"HTTPS://Other.Example:8443/X"_s, "https://other.example:8443/X");
    row("fragment is never sent", u"https://other.example/x#y"_s, "https://other.example/x");
    row("loopback", u"http://127.0.0.1:8080/v1/me"_s, "http://127.0.0.1:8080/v1/me");
    row("colon in a path", u"/api/orgs/a:b"_s, "https://api.acme.example/p/api/orgs/a:b");
    row("URL inside a query", u"/v1/x?next=https://a/b"_s, "https://api.acme.example/p/v1/x?next=https://a/b");
    row("two slashes are a path", u"//evil.example/x"_s, "https://api.acme.example/p//evil.example/x");
}

void TestRequestDraft::targetsBecomeUrls()
{
    QFETCH(QString, target);
    QFETCH(QByteArray, url);
    const Result<PreparedRequest> request = prepared(target);
    QVERIFY2(request, qPrintable(request ? QString() : request.error().message()));
    QCOMPARE(request->url.toEncoded(), url);
}

void TestRequestDraft::unusableTargetsAreRefused_data()
{
    QTest::addColumn<QString>("target");
    const auto row = [](const char *name, const QString &target) { QTest::newRow(name) << target; };
    row("empty", {});
    row("blank", u"  "_s);
    row("line break", u"/v1/me\r\nX: y"_s);
    row("NUL", u"/v1/me\0x"_s);
    row("fragment in a path", u"/v1/me#x"_s);
    row("user name", u"https://api.acme.example@evil.example/"_s);
    row("user and password", u"https://a:b@evil.example/"_s);
    row("plain http", u"http://other.example/"_s);
    row("other scheme", u"ftp://other.example/"_s);
    row("file", u"file:///etc/passwd"_s);
    row("no host", u"https:///x"_s);
    row("backslash in the host", u"https://evil.example\\@api.acme.example/"_s);
    row("escape in the host", u"https://api.acme.example%00.evil.example/"_s);
    row("blank in the host", u"https://api acme/"_s);
    row("port 0", u"https://api.acme.example:0/"_s);
}

void TestRequestDraft::unusableTargetsAreRefused()
{
    QFETCH(QString, target);
    const Result<PreparedRequest> request = prepared(target);
    QVERIFY2(!request, request ? request->url.toEncoded().constData() : "");
    QCOMPARE(request.error().kind, ErrorKind::InvalidInput);
    QVERIFY(!request.error().nextStep.isEmpty());
}

void TestRequestDraft::pathDecidesTheToken_data()
{
    QTest::addColumn<QString>("target");
    QTest::addColumn<bool>("hasClient");
    QTest::addColumn<TokenKind>("kind");
    QTest::newRow("/v1") << u"/v1/me"_s << false << TokenKind::ApiConnect;
    QTest::newRow("/api") << u"/api/orgs"_s << false << TokenKind::Iam;
    QTest::newRow("/api with a client") << u"/api/orgs"_s << true << TokenKind::Platform;
    QTest::newRow("whole URL below the base")
        << u"https://api.acme.example/p/v1/me"_s << false << TokenKind::ApiConnect;
    QTest::newRow("IAM's own host") << u"https://iam.acme.example/v1/apikeys/details"_s << false << TokenKind::Iam;
    QTest::newRow("platform host") << u"https://platform.acme.example/api/orgs"_s << true << TokenKind::Platform;
}

void TestRequestDraft::pathDecidesTheToken()
{
    QFETCH(QString, target);
    QFETCH(bool, hasClient);
    QFETCH(TokenKind, kind);
    RequestDraft draft;
    draft.target = target;
    const Result<PreparedRequest> request = prepared(draft, hasClient);
    QVERIFY(request);
    QCOMPARE(request->tokenKind, std::optional(kind));
    QVERIFY(request->notice.isEmpty());
    QVERIFY(request->tokenOrigins.contains(Origin::of(request->url)));
}

void TestRequestDraft::l3_tokenGoesToTheProfilesOriginsOnly_data()
{
    QTest::addColumn<QString>("target");
    QTest::addColumn<bool>("withToken");
    const auto row = [](const char *name, const QString &target, bool with) { QTest::newRow(name) << target << with; };
    row("the API host", u"https://api.acme.example/x"_s, true);
    row("upper case", u"https://API.ACME.EXAMPLE/x"_s, true);
    row("default port", u"https://api.acme.example:443/x"_s, true);
    row("trailing dot", u"https://api.acme.example./x"_s, true);
    row("look-alike suffix", u"https://api.acme.example.evil.tld/x"_s, false);
    row("look-alike prefix", u"https://evilapi.acme.example/x"_s, false);
    row("sub-domain", u"https://a.api.acme.example/x"_s, false);
    row("parent", u"https://acme.example/x"_s, false);
    row("other port", u"https://api.acme.example:8443/x"_s, false);
    row("loopback", u"http://127.0.0.1/x"_s, false);
    row("host in the fragment", u"https://evil.tld/#api.acme.example"_s, false);
    row("host in the query", u"https://evil.tld/?api.acme.example"_s, false);
    row("punycode look-alike", u"https://xn--pi-8ja.acme.example/x"_s, false);
    row("IPv6", u"https://[2001:db8::1]/x"_s, false);
}

void TestRequestDraft::l3_tokenGoesToTheProfilesOriginsOnly()
{
    QFETCH(QString, target);
    QFETCH(bool, withToken);
    const Result<PreparedRequest> request = prepared(target);
    QVERIFY2(request, qPrintable(request ? QString() : request.error().message()));
    QCOMPARE(request->tokenKind.has_value(), withToken);
    QCOMPARE(request->notice.isEmpty(), withToken);
    if (!withToken)
        QVERIFY(request->notice.contains(Origin::of(request->url).host));
}

void TestRequestDraft::tokenServicesTakeTheirOwnKind()
{
    RequestDraft draft;
    draft.target = u"https://iam.acme.example/v1/apikeys"_s;
    draft.tokenKind = TokenKind::ApiConnect;
    Result<PreparedRequest> request = prepared(draft);
    QVERIFY(!request->tokenKind);
    QVERIFY(request->notice.contains(u"of this kind"_s));
    draft.tokenKind = TokenKind::Iam;
    request = prepared(draft);
    QCOMPARE(request->tokenKind, std::optional(TokenKind::Iam));
    const QList<Origin> expected = {Origin::of(places().api), Origin::of(places().iam)};
    QCOMPARE(request->tokenOrigins, expected);
    // A person's choice of kind holds at the API host.
    draft.target = u"/v1/me"_s;
    QCOMPARE(prepared(draft)->tokenKind, std::optional(TokenKind::Iam));
}

void TestRequestDraft::noTokenOnRequest()
{
    RequestDraft draft;
    draft.target = u"/v1/me"_s;
    draft.withToken = false;
    const Result<PreparedRequest> request = prepared(draft);
    QVERIFY(!request->tokenKind);
    QVERIFY(request->notice.isEmpty());
}

void TestRequestDraft::ownAuthorizationTakesTheTokensPlace()
{
    RequestDraft draft;
    draft.target = u"/v1/me"_s;
    draft.headers = {{"authorization"_ba, "Basic abc"_ba}};
    const Result<PreparedRequest> request = prepared(draft);
    QVERIFY(!request->tokenKind);
    QVERIFY(request->notice.contains(u"Authorization"_s));
    QVERIFY(!request->notice.contains(u"abc"_s));
}

void TestRequestDraft::profileWithoutApiHost()
{
    RequestDraft draft;
    draft.target = u"/v1/me"_s;
    Endpoints none = places();
    none.api = {};
    const Deployment &deployment = m_catalog.get(DeploymentKind::Custom);
    QVERIFY(prepare(draft, deployment, none, false).error().sentence.contains(u"no API host"_s));
    draft.target = u"https://iam.acme.example/v1/apikeys"_s;
    QCOMPARE(prepare(draft, deployment, none, false)->tokenKind, std::optional(TokenKind::Iam));
}

ACX_TEST_MAIN(TestRequestDraft)
#include "test_request_draft.moc"
