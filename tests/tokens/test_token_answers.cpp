// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/tokens/token_broker.h"
#include "tests/support/test_main.h"
#include "tests/tokens/service_fixture.h"
#include "tests/tokens/unsigned_jwt.h"

using namespace Qt::StringLiterals;
using namespace acx;
using namespace std::chrono_literals;

/// What token services answer. The numbers are those of the behaviours of IBM's SDK cores (answer, with the API,
/// retries); E and F are the project's own requirements.
class TestTokenAnswers final : public ServiceFixture
{
    Q_OBJECT

private Q_SLOTS:
    void init() { setUp(); }

    void line14_answerWithoutTokenIsAnError_data();
    void line14_answerWithoutTokenIsAnError();
    void line16_jsonErrorKeepsCodeTextAndRequestId();
    void line17_plainTextBecomesTheMessage();
    void line18_serverFaultIsNoWrongKey();
    void line19_timeoutIsATimeout();
    void line20_oddBodiesNeverCrash_data();
    void line20_oddBodiesNeverCrash();
    void line21_unknownCodeIsShownDisabledAndMissingDiffer();
    void line27_invalidValuesAreNeverStored();
    void line35_keyNeverAppearsInAnError();
    void line38_tokenCallsAreNotRepeated_data();
    void line38_tokenCallsAreNotRepeated();
    void line40_aPauseThatWasAskedForIsKept();
    void pauseIsCapped();
    void refreshTokenNotSupportedIsIgnored();
    void lostConnectionOfAPlatformRequestIsUnknown();
};

void TestTokenAnswers::line14_answerWithoutTokenIsAnError_data()
{
    QTest::addColumn<TokenKind>("kind");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QString>("field");
    QTest::newRow("IAM without") << TokenKind::Iam << R"({"expires_in":3600})"_ba << u"access_token"_s;
    QTest::newRow("platform without") << TokenKind::Platform << R"({"jwt":"x"})"_ba << u"access_token"_s;
    QTest::newRow("login without") << TokenKind::ApiConnect << R"({"access_token":"x"})"_ba << u"jwt"_s;
    QTest::newRow("login: not a JWT") << TokenKind::ApiConnect << R"({"jwt":"opaque"})"_ba << u"jwt"_s;
    QTest::newRow("login: claims no object")
        << TokenKind::ApiConnect << R"({"jwt":")"_ba + unsignedJwt("[1]") + R"("})" << u"jwt"_s;
    QTest::newRow("a list") << TokenKind::Iam << "[]"_ba << u"access_token"_s;
}

void TestTokenAnswers::line14_answerWithoutTokenIsAnError()
{
    QFETCH(TokenKind, kind);
    QFETCH(QByteArray, body);
    QFETCH(QString, field);
    answer(200, body);
    const Result<Token> token = exchange(kind);
    QVERIFY(!token);
    QCOMPARE(token.error().kind, ErrorKind::Incomplete);
    QCOMPARE(token.error().httpStatus, 200);
    QVERIFY2(token.error().sentence.contains(field), qPrintable(token.error().sentence));
}

void TestTokenAnswers::line16_jsonErrorKeepsCodeTextAndRequestId()
{
    answer(400, R"({"errorCode":"BXNIM0415E","errorMessage":"Provided API key could not be found.",)"
                R"("context":{"requestId":"req-7"}})");
    const Result<Token> token = exchange(TokenKind::Iam);
    QCOMPARE(token.error().kind, ErrorKind::ServiceRefused);
    QCOMPARE(token.error().httpStatus, 400);
    QCOMPARE(token.error().serviceCode, u"BXNIM0415E"_s);
    QCOMPARE(token.error().serviceText, u"Provided API key could not be found."_s);
    QCOMPARE(token.error().requestId, u"req-7"_s);
    QVERIFY(token.error().sentence.contains(u"does not know this API key"_s));
    for (const QString &hint : {u"copied in full"_s, u"ApiKey-"_s, u"classic infrastructure key"_s, u"test system"_s})
        QVERIFY2(token.error().nextStep.contains(hint), qPrintable(hint));
}

void TestTokenAnswers::line17_plainTextBecomesTheMessage()
{
    answer(403, "Access from your network is not allowed.\nRay 1", {"Content-Type: text/plain"});
    const Error error = exchange(TokenKind::Iam).error();
    QCOMPARE(error.kind, ErrorKind::ServiceRefused);
    QVERIFY(error.sentence.contains(u"Access from your network is not allowed."_s));
    QVERIFY(!error.sentence.contains(u"Ray 1"_s));
}

void TestTokenAnswers::line18_serverFaultIsNoWrongKey()
{
    answer(504, "upstream request timeout", {"Content-Type: text/plain"});
    const Error error = exchange(TokenKind::Iam).error();
    QCOMPARE(error.kind, ErrorKind::ServiceFault);
    QVERIFY(error.sentence.contains(u"does not mean that the API key is wrong"_s));
    QCOMPARE(error.serviceText, u"upstream request timeout"_s);
}

void TestTokenAnswers::line19_timeoutIsATimeout()
{
    m_server->setHandler([](QTcpSocket &, const RecordedRequest &) {});
    m_credentials.deadline = 200ms;
    for (const TokenKind kind : {TokenKind::Iam, TokenKind::ApiConnect})
        QCOMPARE(exchange(kind).error().kind, ErrorKind::Timeout);
    // A single-use key may be gone: the error says that nobody knows.
    const ErrorKind platform = exchange(TokenKind::Platform).error().kind;
    QVERIFY(platform == ErrorKind::Timeout || platform == ErrorKind::UnknownOutcome);
}

void TestTokenAnswers::line20_oddBodiesNeverCrash_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("{}") << "{}"_ba;
    QTest::newRow("no errors") << R"({"errors": []})"_ba;
    QTest::newRow("null errors") << R"({"errors": null})"_ba;
    QTest::newRow("errors of odd types") << R"({"errors": [null, 1, [], {}, "text"], "errorMessage": {}})"_ba;
    QTest::newRow("HTML") << "<!DOCTYPE html><html><head><title>Bad gateway</title></head><body></body></html>"_ba;
    QTest::newRow("cut-off JSON") << R"({"errorCode": "BXNIM0)"_ba;
    QTest::newRow("random bytes") << QByteArray::fromHex("00ff80c0fe0d0a7b22");
    QTest::newRow("a JSON string") << R"("only text")"_ba;
    QTest::newRow("deep nesting") << QByteArray(5000, '[');
}

void TestTokenAnswers::line20_oddBodiesNeverCrash()
{
    QFETCH(QByteArray, body);
    for (const int status : {200, 400, 500}) {
        answer(status, body);
        for (const TokenKind kind : {TokenKind::Iam, TokenKind::ApiConnect, TokenKind::Platform}) {
            const Result<Token> token = exchange(kind);
            QVERIFY(!token);
            QVERIFY(!token.error().sentence.isEmpty());
            QVERIFY(token.error().kind != ErrorKind::Internal);
            QVERIFY2(!token.error().sentence.contains(u"pars"_s), qPrintable(token.error().sentence));
        }
    }
}

void TestTokenAnswers::line21_unknownCodeIsShownDisabledAndMissingDiffer()
{
    answer(400, R"({"errorCode":"BXNIM9999E","errorMessage":"Something new."})");
    const Error unknown = exchange(TokenKind::Iam).error();
    QCOMPARE(unknown.serviceCode, u"BXNIM9999E"_s);
    QVERIFY(unknown.sentence.contains(u"Something new."_s));
    answer(400, R"({"errorCode":"BXNIM0462E","errorMessage":"Provided API key is disabled."})");
    const Error disabled = exchange(TokenKind::Iam).error();
    answer(400, R"({"errorCode":"BXNIM0415E","errorMessage":"Provided API key could not be found."})");
    const Error missing = exchange(TokenKind::Iam).error();
    QVERIFY(disabled.sentence.contains(u"disabled"_s));
    QVERIFY(disabled.sentence != missing.sentence);
}

void TestTokenAnswers::line27_invalidValuesAreNeverStored()
{
    TokenBroker broker([this](const TokenNeed &) { return ready<TokenCredentials>(m_credentials); }, m_clock);
    broker.addService(std::make_unique<IamTokenService>(*m_http, m_clock));
    const TokenNeed need{QUuid::createUuid(), TokenKind::Iam};
    answer(200, R"({"access_token":"good","expires_in":3600})");
    QVERIFY(waitFor(broker.token(need)));
    answer(200, R"({"access_token":"bad\nX: y","expires_in":3600})");
    QVERIFY(!waitFor(broker.renew(need)));
    answer(200, R"({"access_token":"bad","expires_in":-1})");
    QVERIFY(!waitFor(broker.renew(need)));
    QCOMPARE(broker.state(need).token->value, Secret("good"_ba));
}

void TestTokenAnswers::line35_keyNeverAppearsInAnError()
{
    const QByteArray mirror = R"({"errorCode":"X","errorMessage":"key )" + QByteArray(key) +
                              R"( is bad","errorDetails":"apikey=)" + key + R"("})";
    for (const int status : {400, 403, 500}) {
        for (const QByteArray &body : {mirror, "no JSON: "_ba + key}) {
            answer(status, body, {"Content-Type: application/json", "transaction-id: "_ba + key});
            for (const TokenKind kind : {TokenKind::Iam, TokenKind::ApiConnect, TokenKind::Platform}) {
                const QString all = everything(exchange(kind).error());
                QVERIFY2(!all.contains(QString::fromLatin1(key)), qPrintable(all));
            }
        }
    }
    m_server->close();
    for (const TokenKind kind : {TokenKind::Iam, TokenKind::ApiConnect, TokenKind::Platform})
        QVERIFY(!everything(exchange(kind).error()).contains(QString::fromLatin1(key)));
}

void TestTokenAnswers::line38_tokenCallsAreNotRepeated_data()
{
    QTest::addColumn<int>("status");
    for (const int status : {400, 401, 404, 429, 500, 501, 502, 503, 504})
        QTest::addRow("%d", status) << status;
}

void TestTokenAnswers::line38_tokenCallsAreNotRepeated()
{
    // The cores repeat service calls, never token calls; the last answer is the one that is told (lines 39 and 40).
    QFETCH(int, status);
    answer(status, R"({"errorMessage":"not now"})");
    for (const TokenKind kind : {TokenKind::Iam, TokenKind::ApiConnect, TokenKind::Platform}) {
        m_server->forget();
        QCOMPARE(exchange(kind).error().httpStatus, status);
        QCOMPARE(requestCount(), 1);
    }
}

void TestTokenAnswers::line40_aPauseThatWasAskedForIsKept()
{
    answer(429, R"({"errorMessage":"slow down"})", {"Content-Type: application/json", "Retry-After: 30"});
    const Error first = exchange(TokenKind::Iam).error();
    QVERIFY2(first.nextStep.contains(u"30"_s), qPrintable(first.nextStep));
    m_clock.advance(20s);
    const Error second = exchange(TokenKind::Iam).error();
    QCOMPARE(second.kind, ErrorKind::ServiceRefused);
    QVERIFY2(second.nextStep.contains(u"10"_s), qPrintable(second.nextStep));
    QCOMPARE(requestCount(), 1);
    m_clock.advance(10s);
    answer(200, R"({"access_token":"t","expires_in":3600})");
    QVERIFY(exchange(TokenKind::Iam));
}

void TestTokenAnswers::pauseIsCapped()
{
    answer(503, "{}", {"Content-Type: application/json", "Retry-After: 99999999999999999999"});
    QVERIFY(!exchange(TokenKind::Iam));
    m_clock.advance(299s);
    QVERIFY(!exchange(TokenKind::Iam));
    QCOMPARE(requestCount(), 1);
    m_clock.advance(1s);
    answer(200, R"({"access_token":"t","expires_in":3600})");
    QVERIFY(exchange(TokenKind::Iam));
}

void TestTokenAnswers::refreshTokenNotSupportedIsIgnored()
{
    answer(200, R"({"access_token":"t","refresh_token":"not_supported","expires_in":3600})");
    const Result<Token> old = exchange(TokenKind::Iam);
    QVERIFY(old);
    QVERIFY(waitFor(service(TokenKind::Iam).renew(*old, m_credentials, {})));
    QVERIFY(!m_server->bytes().contains("not_supported"));
    QCOMPARE(request(1).body, request(0).body);
}

void TestTokenAnswers::lostConnectionOfAPlatformRequestIsUnknown()
{
    m_server->setHandler([](QTcpSocket &socket, const RecordedRequest &) { resetConnection(socket); });
    QCOMPARE(exchange(TokenKind::Platform).error().kind, ErrorKind::UnknownOutcome);
    QCOMPARE(requestCount(), 1);
}

ACX_TEST_MAIN(TestTokenAnswers)
#include "test_token_answers.moc"
