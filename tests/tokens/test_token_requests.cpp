// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/credentials/api_key_file.h"
#include "app/deployments/deployment.h"
#include "app/json/json_value.h"
#include "tests/support/test_main.h"
#include "tests/tokens/service_fixture.h"
#include "tests/tokens/unsigned_jwt.h"

using namespace Qt::StringLiterals;
using namespace acx;

/// What leaves for the token services. The numbers are those of the behaviours of IBM's SDK cores (settings, request).
class TestTokenRequests final : public ServiceFixture
{
    Q_OBJECT

private Q_SLOTS:
    void init() { setUp(); }

    void line01_noKeyIsAnErrorBeforeAnyRequest_data() { kinds(); }
    void line01_noKeyIsAnErrorBeforeAnyRequest();
    void line02_bracesAndQuotesAreNamedAtImport_data();
    void line02_bracesAndQuotesAreNamedAtImport();
    void line03_clientIdAndSecretGoTogether_data();
    void line03_clientIdAndSecretGoTogether();
    void line04_iamUrlHasADefaultAndLosesItsTail();
    void line05_malformedUrlIsAnError_data();
    void line05_malformedUrlIsAnError();
    void line06_requiredHeadersCannotBeReplaced();
    void line07_iamRequestIsAPostThatWantsJson();
    void line08_iamFormHoldsEachFieldOnce();
    void line09_scopesAreJoinedByABlank();
    void line10_basicOnlyWithAClient();
    void line11_keyArrivesByteForByte_data();
    void line11_keyArrivesByteForByte();
    void loginRequestHasTheKeyInItsQueryAndAnEmptyBody();
    void loginRenewsWithoutTheKey();
    void loginGoesBackToTheKey_data();
    void loginGoesBackToTheKey();
    void loginDoesNotSendTheKeyWhenRenewalIsLost();
    void platformRequestIsJson();
    void platformNeedsAClient();
    void basePathIsKept();
    void controlCharactersInIamSettingsAreRefused();

private:
    static void kinds()
    {
        QTest::addColumn<TokenKind>("kind");
        QTest::newRow("IAM") << TokenKind::Iam;
        QTest::newRow("login service") << TokenKind::ApiConnect;
        QTest::newRow("platform API") << TokenKind::Platform;
    }
    static QMap<QByteArray, QByteArrayList> form(const QByteArray &body)
    {
        QMap<QByteArray, QByteArrayList> fields;
        for (const QByteArray &pair : body.split('&')) {
            const qsizetype equals = pair.indexOf('=');
            fields[decoded(pair.left(equals))] << decoded(pair.mid(equals + 1));
        }
        return fields;
    }
    /// As a form decoder reads it.
    static QByteArray decoded(QByteArray text) { return QByteArray::fromPercentEncoding(text.replace('+', ' ')); }
};

void TestTokenRequests::line01_noKeyIsAnErrorBeforeAnyRequest()
{
    QFETCH(TokenKind, kind);
    m_credentials.apiKey = Secret();
    QCOMPARE(exchange(kind).error().kind, ErrorKind::InvalidInput);
    QCOMPARE(requestCount(), 0);
}

void TestTokenRequests::line02_bracesAndQuotesAreNamedAtImport_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("named");
    QTest::newRow("brace first") << "{abcdefghijklmnopqrstuvwxyz0123456789ABCDEFGH"_ba << u"{"_s;
    QTest::newRow("brace last") << "abcdefghijklmnopqrstuvwxyz0123456789ABCDEFGH}"_ba << u"}"_s;
    QTest::newRow("quote first") << "\"abcdefghijklmnopqrstuvwxyz0123456789ABCDEFGH"_ba << u"\""_s;
    QTest::newRow("quote last") << "abcdefghijklmnopqrstuvwxyz0123456789ABCDEFGH\""_ba << u"\""_s;
}

void TestTokenRequests::line02_bracesAndQuotesAreNamedAtImport()
{
    QFETCH(QByteArray, text);
    QFETCH(QString, named);
    const Result<ApiKeyImport> read = ApiKeyFile::readBytes(
        JsonValue::object({{u"apikey"_s, JsonValue::string(QString::fromLatin1(text))}}).toJson());
    QVERIFY(read);
    QVERIFY(read->stop);
    QVERIFY2(read->stop->message().contains(named), qPrintable(read->stop->message()));
}

void TestTokenRequests::line03_clientIdAndSecretGoTogether_data()
{
    QTest::addColumn<TokenKind>("kind");
    QTest::addColumn<QString>("id");
    QTest::addColumn<QByteArray>("secret");
    QTest::newRow("IAM, no secret") << TokenKind::Iam << u"id"_s << QByteArray();
    QTest::newRow("IAM, no id") << TokenKind::Iam << QString() << "secret"_ba;
    QTest::newRow("platform, no secret") << TokenKind::Platform << u"id"_s << QByteArray();
    QTest::newRow("platform, no id") << TokenKind::Platform << QString() << "secret"_ba;
}

void TestTokenRequests::line03_clientIdAndSecretGoTogether()
{
    QFETCH(TokenKind, kind);
    QFETCH(QString, id);
    QFETCH(QByteArray, secret);
    m_credentials.clientId = id;
    m_credentials.clientSecret = Secret(secret);
    const Result<Token> result = exchange(kind);
    QCOMPARE(result.error().kind, ErrorKind::InvalidInput);
    QVERIFY(result.error().sentence.contains(id.isEmpty() ? u"no client id"_s : u"no client secret"_s));
    QCOMPARE(requestCount(), 0);
}

void TestTokenRequests::line04_iamUrlHasADefaultAndLosesItsTail()
{
    const Result<DeploymentCatalog> catalog = DeploymentCatalog::load();
    QVERIFY(catalog);
    Endpoints own;
    own.api = QUrl(u"https://api.acme.example"_s);
    const Result<Endpoints> places = resolveEndpoints(catalog->get(DeploymentKind::Custom), {}, own);
    QVERIFY(places);
    QCOMPARE(places->tokenBase(TokenKind::Iam), QUrl(u"https://iam.cloud.ibm.com"_s));
    QCOMPARE(readBaseUrl(u"https://iam.acme.example/identity/token"_s, EndpointRole::Iam).value(),
             QUrl(u"https://iam.acme.example"_s));
    answer(200, R"({"access_token":"t","expires_in":3600})");
    QVERIFY(exchange(TokenKind::Iam));
    QCOMPARE(request().target, "/identity/token"_ba);
}

void TestTokenRequests::line05_malformedUrlIsAnError_data()
{
    QTest::addColumn<QUrl>("url");
    QTest::newRow("empty") << QUrl();
    QTest::newRow("no host") << QUrl(u"https://"_s);
    QTest::newRow("words") << QUrl(u"not a url"_s);
    QTest::newRow("blank in host") << QUrl(u"https://a b"_s);
    QTest::newRow("other scheme") << QUrl(u"ftp://host"_s);
    QTest::newRow("plain http") << QUrl(u"http://host.example"_s);
}

void TestTokenRequests::line05_malformedUrlIsAnError()
{
    QFETCH(QUrl, url);
    for (const TokenKind kind : {TokenKind::Iam, TokenKind::ApiConnect, TokenKind::Platform}) {
        m_credentials.base = url;
        QCOMPARE(exchange(kind).error().kind, ErrorKind::InvalidInput);
    }
}

void TestTokenRequests::line06_requiredHeadersCannotBeReplaced()
{
    // The one header line that a person can add is the tenant's; a line break in it cannot bring more.
    answer(200, R"({"access_token":"t","expires_in":3600})");
    m_credentials.tenant = u"account-1,account-2"_s;
    QVERIFY(exchange(TokenKind::Iam));
    QCOMPARE(request().header("IBM-Cloud-Tenant"), "account-1,account-2"_ba);
    QCOMPARE(request().header("Accept"), "application/json"_ba);
    m_credentials.tenant = u"a\r\nAccept: text/html"_s;
    QCOMPARE(exchange(TokenKind::Iam).error().kind, ErrorKind::InvalidInput);
    QCOMPARE(requestCount(), 1);
}

void TestTokenRequests::line07_iamRequestIsAPostThatWantsJson()
{
    answer(200, R"({"access_token":"t","expires_in":3600})");
    QVERIFY(exchange(TokenKind::Iam));
    QCOMPARE(request().method, "POST"_ba);
    QCOMPARE(request().header("Accept"), "application/json"_ba);
    QCOMPARE(request().header("Content-Type"), "application/x-www-form-urlencoded"_ba);
    QCOMPARE(request().header("Content-Length"), QByteArray::number(request().body.size()));
    QVERIFY(request().header("User-Agent").startsWith("ApiConnectExplorer/"));
    QVERIFY(!request().target.contains(key));
}

void TestTokenRequests::line08_iamFormHoldsEachFieldOnce()
{
    answer(200, R"({"access_token":"t","expires_in":3600})");
    QVERIFY(exchange(TokenKind::Iam));
    const auto fields = form(request().body);
    QCOMPARE(fields.keys(), QList<QByteArray>({"apikey", "grant_type"}));
    QCOMPARE(fields["grant_type"], QByteArrayList({"urn:ibm:params:oauth:grant-type:apikey"}));
    QCOMPARE(fields["apikey"], QByteArrayList({key}));
    QVERIFY(request().body.startsWith("grant_type=urn%3Aibm%3Aparams%3Aoauth%3Agrant-type%3Aapikey&apikey="));
}

void TestTokenRequests::line09_scopesAreJoinedByABlank()
{
    answer(200, R"({"access_token":"t","expires_in":3600})");
    m_credentials.scopes = {u"ibm"_s, u"a+b"_s};
    QVERIFY(exchange(TokenKind::Iam));
    QCOMPARE(form(request().body)["scope"], QByteArrayList({"ibm a+b"}));
    QVERIFY(request().body.contains("scope=ibm%20a%2Bb"));
}

void TestTokenRequests::line10_basicOnlyWithAClient()
{
    answer(200, R"({"access_token":"t","expires_in":3600})");
    QVERIFY(exchange(TokenKind::Iam));
    QVERIFY(!request().head.toLower().contains("\r\nauthorization:"));
    m_credentials.clientId = u"id"_s;
    m_credentials.clientSecret = Secret("s3cret"_ba);
    QVERIFY(exchange(TokenKind::Iam));
    QCOMPARE(request(1).header("Authorization"), "Basic "_ba + "id:s3cret"_ba.toBase64());
    QVERIFY(!request(1).body.contains("s3cret"));
}

void TestTokenRequests::line11_keyArrivesByteForByte_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("as IBM makes them") << QByteArray(key);
    QTest::newRow("leading hyphen") << "-key-that-begins-with-a-hyphen"_ba;
    QTest::newRow("plus, slash, equals") << "a+b/c=d"_ba;
    QTest::newRow("ampersand, hash, question mark") << "a&b#c?d;e"_ba;
    QTest::newRow("looks encoded") << "a%41%2f%zz%"_ba;
    QTest::newRow("blank, quote, backslash") << "a b\"c\\d'e"_ba;
    QTest::newRow("braces") << "{a}"_ba;
    QTest::newRow("not ASCII") << "schlüssel-鍵-🔑"_ba;
    QTest::newRow("tilde and the rest") << "~!@$^*()_-|:<>,.`[]"_ba;
}

void TestTokenRequests::line11_keyArrivesByteForByte()
{
    QFETCH(QByteArray, text);
    m_credentials.apiKey = Secret(text);
    answer(400, "{}");
    QVERIFY(!exchange(TokenKind::Iam));
    QCOMPARE(form(request(0).body)["apikey"], QByteArrayList({text}));
    QVERIFY(!exchange(TokenKind::ApiConnect));
    const QByteArray target = request(1).target;
    QVERIFY(target.startsWith("/apikey?apikey="));
    QCOMPARE(form(target.mid(target.indexOf('?') + 1))["apikey"], QByteArrayList({text}));
    QVERIFY(!exchange(TokenKind::Platform));
    QCOMPARE(parseJson(request(2).body).value()[u"api_key"].toString().toUtf8(), text);
}

void TestTokenRequests::loginRequestHasTheKeyInItsQueryAndAnEmptyBody()
{
    answer(200, R"({"jwt":")" + unsignedJwt("{}") + R"("})");
    QVERIFY(exchange(TokenKind::ApiConnect));
    QCOMPARE(request().method, "POST"_ba);
    QCOMPARE(request().target, "/apikey?apikey="_ba + key);
    QCOMPARE(request().header("Accept"), "application/json"_ba);
    QCOMPARE(request().header("Content-Length"), "0"_ba);
    QVERIFY(request().body.isEmpty());
    QVERIFY(!request().head.toLower().contains("\r\nauthorization:"));
}

void TestTokenRequests::loginRenewsWithoutTheKey()
{
    const QByteArray fresh = unsignedJwt(R"({"sub":"fresh"})");
    answer(200, R"({"jwt":")" + fresh + R"("})");
    Token old;
    old.value = Secret("old.jwt.value"_ba);
    const Result<Token> result = waitFor(service(TokenKind::ApiConnect).renew(old, m_credentials, {}));
    QCOMPARE(result->value, Secret(fresh));
    QCOMPARE(requestCount(), 1);
    QCOMPARE(request().method, "POST"_ba);
    QCOMPARE(request().target, "/refresh"_ba);
    QCOMPARE(request().body, R"({"jwt":"old.jwt.value"})"_ba);
    QVERIFY(!m_server->bytes().contains(key));
}

void TestTokenRequests::loginGoesBackToTheKey_data()
{
    QTest::addColumn<QByteArray>("refusal");
    QTest::newRow("401") << httpAnswer(401, R"({"error_message":"expired"})");
    QTest::newRow("404 without a body") << httpAnswer(404, "", {});
    QTest::newRow("500 with HTML") << httpAnswer(500, "<h1>Oops</h1>", {"Content-Type: text/html"});
    QTest::newRow("200 without jwt") << httpAnswer(200, "{}");
    QTest::newRow("redirect") << httpAnswer(307, "", {"Location: /elsewhere"});
}

void TestTokenRequests::loginGoesBackToTheKey()
{
    QFETCH(QByteArray, refusal);
    const QByteArray fresh = unsignedJwt("{}");
    m_server->setHandler([&](QTcpSocket &socket, const RecordedRequest &request) {
        socket.write(request.target == "/refresh" ? refusal : httpAnswer(200, R"({"jwt":")" + fresh + R"("})"));
    });
    Token old;
    old.value = Secret("old.jwt.value"_ba);
    const Result<Token> result = waitFor(service(TokenKind::ApiConnect).renew(old, m_credentials, {}));
    QVERIFY2(result, qPrintable(result ? QString() : result.error().message()));
    QCOMPARE(requestCount(), 2);
    QVERIFY(request(1).target.startsWith("/apikey?"));
}

void TestTokenRequests::loginDoesNotSendTheKeyWhenRenewalIsLost()
{
    m_server->close();
    Token old;
    old.value = Secret("old.jwt.value"_ba);
    QCOMPARE(waitFor(service(TokenKind::ApiConnect).renew(old, m_credentials, {})).error().kind, ErrorKind::Network);
    QVERIFY(!m_server->bytes().contains(key));
}

void TestTokenRequests::platformRequestIsJson()
{
    answer(200, R"({"access_token":"opaque","token_type":"Bearer","expires_in":28800})");
    const Result<Token> token = exchange(TokenKind::Platform);
    QVERIFY2(token, qPrintable(token ? QString() : token.error().message()));
    QCOMPARE(request().method, "POST"_ba);
    QCOMPARE(request().target, "/api/token"_ba);
    QCOMPARE(request().header("Content-Type"), "application/json"_ba);
    QCOMPARE(request().header("Accept"), "application/json"_ba);
    QCOMPARE(request().body, R"({"grant_type":"api_key","api_key":")"_ba + key +
                                 R"(","client_id":"client","client_secret":"client-secret-value"})");
}

void TestTokenRequests::platformNeedsAClient()
{
    const Result<Token> result = waitFor(service(TokenKind::Platform).exchange(m_credentials, {}));
    QCOMPARE(result.error().kind, ErrorKind::InvalidInput);
    QVERIFY(result.error().nextStep.contains(u"credentials.json"_s));
    QCOMPARE(requestCount(), 0);
}

void TestTokenRequests::basePathIsKept()
{
    answer(400, "{}");
    m_credentials.base = m_server->url("/p");
    for (const TokenKind kind : {TokenKind::Iam, TokenKind::ApiConnect, TokenKind::Platform})
        QVERIFY(!exchange(kind));
    QCOMPARE(request(0).target, "/p/identity/token"_ba);
    QVERIFY(request(1).target.startsWith("/p/apikey?apikey="));
    QCOMPARE(request(2).target, "/p/api/token"_ba);
}

void TestTokenRequests::controlCharactersInIamSettingsAreRefused()
{
    m_credentials.clientId = u"a\nb"_s;
    m_credentials.clientSecret = Secret("x"_ba);
    QCOMPARE(exchange(TokenKind::Iam).error().kind, ErrorKind::InvalidInput);
    QCOMPARE(requestCount(), 0);
}

ACX_TEST_MAIN(TestTokenRequests)
#include "test_token_requests.moc"
