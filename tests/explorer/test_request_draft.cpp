// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/explorer/definition_request.h"
#include "app/explorer/request_draft.h"
#include "tests/support/test_main.h"

#include <QRegularExpression>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace acx;

/// Requests made ready; L means the project's own requirements on leaks.
class TestRequestDraft final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { m_catalog = DeploymentCatalog::load().value(); }
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
    void readOnlyProfilesSendNothingThatChanges_data();
    void readOnlyProfilesSendNothingThatChanges();
    void readOnlyHoldsForDefinitionsToo();
    void methodsAreChecked_data();
    void methodsAreChecked();
    void l4_headersAreChecked_data();
    void l4_headersAreChecked();
    void usualHeadersAreAdded();
    void bodylessPostSaysSo_data();
    void bodylessPostSaysSo();
    void headerLinesAreRead();
    void badHeaderLineIsNamed();
    void profileWithoutApiHost();

private:
    static Endpoints places()
    {
        Endpoints places;
        places.api = QUrl(u"https://api.acme.example/p"_s);
        places.iam = QUrl(u"https://iam.acme.example"_s);
        places.login = QUrl(u"https://login.acme.example"_s);
        places.platform = QUrl(u"https://platform.acme.example"_s);
        return places;
    }
    Result<PreparedRequest> prepared(const RequestDraft &draft, bool hasClient = false) const
    {
        return prepare(draft, m_catalog.get(DeploymentKind::Custom), places(), hasClient);
    }
    Result<PreparedRequest> prepared(const QString &target) const
    {
        RequestDraft draft;
        draft.target = target;
        return prepared(draft);
    }

    DeploymentCatalog m_catalog;
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

void TestRequestDraft::methodsAreChecked_data()
{
    QTest::addColumn<QByteArray>("method");
    QTest::addColumn<bool>("accepted");
    for (const char *method : {"GET", "POST", "PUT", "PATCH", "DELETE", "HEAD", "OPTIONS", "PURGE", "M-SEARCH"})
        QTest::newRow(method) << QByteArray(method) << true;
    for (const char *method : {"", "G ET", "GET\r\nX", "GÄT", "CONNECT", "connect", "TRACE", "GET/"})
        QTest::addRow("refused: %s", QByteArray(method).toPercentEncoding(" /").constData())
            << QByteArray(method) << false;
}

void TestRequestDraft::methodsAreChecked()
{
    QFETCH(QByteArray, method);
    QFETCH(bool, accepted);
    RequestDraft draft;
    draft.target = u"/v1/me"_s;
    draft.method = method;
    QCOMPARE(prepared(draft).has_value(), accepted);
}

void TestRequestDraft::l4_headersAreChecked_data()
{
    QTest::addColumn<QByteArray>("name");
    QTest::addColumn<QByteArray>("value");
    QTest::addColumn<bool>("accepted");
    QTest::newRow("plain") << "X-A"_ba
                           << "b, c"_ba << true;
    QTest::newRow("tab") << "X-A"_ba
                         << "b\tc"_ba << true;
    QTest::newRow("empty value") << "X-A"_ba
                                 << ""_ba << true;
    QTest::newRow("UTF-8 value") << "X-A"_ba
                                 << "ä"_ba << true;
    QTest::newRow("empty name") << ""_ba
                                << "b"_ba << false;
    QTest::newRow("blank in name") << "X A"_ba
                                   << "b"_ba << false;
    QTest::newRow("colon in name") << "X:"_ba
                                   << "b"_ba << false;
    QTest::newRow("CR LF in value") << "X-A"_ba
                                    << "b\r\nX-B: c"_ba << false;
    QTest::newRow("LF in value") << "X-A"_ba
                                 << "b\nc"_ba << false;
    QTest::newRow("CR in value") << "X-A"_ba
                                 << "b\rc"_ba << false;
    QTest::newRow("NUL in value") << "X-A"_ba << QByteArray("b\0c", 3) << false;
    QTest::newRow("LF in name") << "X\nA"_ba
                                << "b"_ba << false;
    QTest::newRow("Content-Length") << "content-length"_ba
                                    << "5"_ba << false;
    QTest::newRow("Transfer-Encoding") << "Transfer-Encoding"_ba
                                       << "chunked"_ba << false;
    QTest::newRow("Host") << "host"_ba
                          << "evil.example"_ba << false;
}

void TestRequestDraft::l4_headersAreChecked()
{
    QFETCH(QByteArray, name);
    QFETCH(QByteArray, value);
    QFETCH(bool, accepted);
    RequestDraft draft;
    draft.target = u"/v1/me"_s;
    draft.headers = {{name, value}};
    const Result<PreparedRequest> request = prepared(draft);
    QCOMPARE(request.has_value(), accepted);
    if (accepted)
        QCOMPARE(headerValue(request->headers, name), value);
}

void TestRequestDraft::usualHeadersAreAdded()
{
    RequestDraft draft;
    draft.target = u"/v1/me"_s;
    QCOMPARE(headerValue(prepared(draft)->headers, "Accept"), "application/json"_ba);
    QVERIFY(!hasHeader(prepared(draft)->headers, "Content-Type"));
    draft.method = "POST";
    draft.body = "a: b";
    draft.headers = {{"accept"_ba, "text/plain"_ba}, {"content-type"_ba, "application/yaml"_ba}};
    QCOMPARE(prepared(draft)->headers, draft.headers);
    QCOMPARE(prepared(draft)->body, draft.body);
}

void TestRequestDraft::bodylessPostSaysSo_data()
{
    QTest::addColumn<QByteArray>("method");
    QTest::addColumn<bool>("emptyBody");
    QTest::newRow("GET") << "GET"_ba << false;
    QTest::newRow("DELETE") << "DELETE"_ba << false;
    QTest::newRow("POST") << "POST"_ba << true;
    QTest::newRow("PUT") << "PUT"_ba << true;
    QTest::newRow("PATCH") << "PATCH"_ba << true;
}

void TestRequestDraft::bodylessPostSaysSo()
{
    QFETCH(QByteArray, method);
    QFETCH(bool, emptyBody);
    RequestDraft draft;
    draft.target = u"/v1/me"_s;
    draft.method = method;
    QCOMPARE(prepared(draft)->body, emptyBody ? std::optional(QByteArray()) : std::nullopt);
}

void TestRequestDraft::headerLinesAreRead()
{
    const Result<HttpHeaders> headers = readHeaderLines(u"X-A: b: c\r\n\n  X-Empty:\nX-A:d  "_s);
    QVERIFY(headers);
    const HttpHeaders expected = {{"X-A"_ba, "b: c"_ba}, {"X-Empty"_ba, ""_ba}, {"X-A"_ba, "d"_ba}};
    QCOMPARE(*headers, expected);
    QVERIFY(readHeaderLines({})->isEmpty());
}

void TestRequestDraft::badHeaderLineIsNamed()
{
    const Result<HttpHeaders> headers = readHeaderLines(u"X-A: b\nno colon here"_s);
    QCOMPARE(headers.error().kind, ErrorKind::InvalidInput);
    QVERIFY(headers.error().sentence.contains(u'2'));
    QVERIFY(readHeaderLines(u"X-A: b\nX B: c"_s).error().technical.contains(u'2'));
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

void TestRequestDraft::readOnlyProfilesSendNothingThatChanges_data()
{
    QTest::addColumn<QByteArray>("method");
    QTest::addColumn<OperationRisk>("risk");
    QTest::addColumn<bool>("allowed");
    QTest::addColumn<bool>("destructive");
    QTest::newRow("GET") << "GET"_ba << OperationRisk::Read << true << false;
    QTest::newRow("HEAD") << "HEAD"_ba << OperationRisk::Read << true << false;
    QTest::newRow("OPTIONS") << "OPTIONS"_ba << OperationRisk::Read << true << false;
    QTest::newRow("a GET that writes") << "GET"_ba << OperationRisk::Write << false << false;
    QTest::newRow("a destructive GET") << "GET"_ba << OperationRisk::Destructive << false << true;
    QTest::newRow("POST") << "POST"_ba << OperationRisk::Read << false << false;
    QTest::newRow("PUT") << "PUT"_ba << OperationRisk::Write << false << false;
    QTest::newRow("PATCH") << "PATCH"_ba << OperationRisk::Read << false << false;
    QTest::newRow("DELETE") << "DELETE"_ba << OperationRisk::Read << false << true;
    QTest::newRow("a destructive POST") << "POST"_ba << OperationRisk::Destructive << false << true;
    QTest::newRow("small letters are another method") << "get"_ba << OperationRisk::Read << false << false;
    QTest::newRow("delete in small letters") << "delete"_ba << OperationRisk::Read << false << true;
    QTest::newRow("a method of one's own") << "PURGE"_ba << OperationRisk::Read << false << false;
}

void TestRequestDraft::readOnlyProfilesSendNothingThatChanges()
{
    QFETCH(const QByteArray, method);
    QFETCH(const OperationRisk, risk);
    QFETCH(const bool, allowed);
    QFETCH(const bool, destructive);
    RequestDraft draft;
    draft.method = method;
    draft.target = u"/v1/me"_s;
    draft.risk = risk;
    QCOMPARE(isDestructive(draft), destructive);
    const Deployment &deployment = m_catalog.get(DeploymentKind::Custom);
    QVERIFY(prepare(draft, deployment, places(), false, Access::Full));
    const Result<PreparedRequest> request = prepare(draft, deployment, places(), false, Access::ReadOnly);
    QCOMPARE(request.has_value(), allowed);
    if (allowed)
        return;
    QCOMPARE(request.error().kind, ErrorKind::Unsupported);
    QVERIFY(request.error().sentence.contains(u"read-only"_s));
    QVERIFY(!request.error().nextStep.isEmpty());
}

void TestRequestDraft::readOnlyHoldsForDefinitionsToo()
{
    Definition definition;
    definition.base = QUrl(u"https://gateway.example.com/acme"_s);
    RequestDraft draft;
    draft.method = "POST";
    draft.target = u"/orders"_s;
    const Deployment &deployment = m_catalog.get(DeploymentKind::Custom);
    const Result<PreparedRequest> full = prepareForDefinition(draft, definition, {}, deployment, places(), false);
    QVERIFY(full);
    QCOMPARE(full->url, QUrl(u"https://gateway.example.com/acme/orders"_s));
    QVERIFY(!full->tokenKind);
    const Result<PreparedRequest> refused =
        prepareForDefinition(draft, definition, {}, deployment, places(), false, Access::ReadOnly);
    QCOMPARE(refused.error().kind, ErrorKind::Unsupported);
}

ACX_TEST_MAIN(TestRequestDraft)
#include "test_request_draft.moc"
