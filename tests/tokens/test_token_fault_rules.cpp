// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/test_main.h"
#include "tests/tokens/token_bench.h"

#include <QLocale>
#include <QRegularExpression>
#include <QTimer>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace acx;

namespace {

QString httpDate(const QDateTime &time)
{
    return QLocale::c().toString(time.toUTC(), u"ddd, dd MMM yyyy hh:mm:ss 'GMT'"_s);
}

} // namespace

/// The rows F20 to F24 and F29 of the fault matrix, which are rules of their own for a token service.
class TestTokenFaultRules final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".?"_s)); }
    void f20RefusalIsNoLoop_data();
    void f20RefusalIsNoLoop();
    void f21AskedForAPause_data();
    void f21AskedForAPause();
    void e7_pausedKeyStaysUnspent_data();
    void e7_pausedKeyStaysUnspent();
    void f24AnswerIsNoToken_data();
    void f24AnswerIsNoToken();
    void f29ThousandCallers_data();
    void f29ThousandCallers();

private:
    static qsizetype requestsOfOneTry(TokenKind kind, bool renewing)
    {
        // The login service is asked to renew, and then, refused, for a token for the key.
        return kind == TokenKind::ApiConnect && renewing ? 2 : 1;
    }
};

void TestTokenFaultRules::f20RefusalIsNoLoop_data()
{
    QTest::addColumn<TokenKind>("kind");
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QString>("words");
    const auto row = [](const char *name, TokenKind kind, int status, const QByteArray &body, const QString &words) {
        QTest::addRow("F20 %s", name) << kind << status << body << words;
    };
    row("IAM 401 without a word", TokenKind::Iam, 401, "", u"HTTP 401"_s);
    row("IAM 403 from a network that is not allowed", TokenKind::Iam, 403,
        R"({"errorCode":"BXNIM0513E","errorMessage":"You are not authorized to use this API"})", {});
    row("IAM 400 unknown key", TokenKind::Iam, 400,
        R"({"errorCode":"BXNIM0415E","errorMessage":"Provided API key could not be found."})",
        u"does not know this API key"_s);
    row("login 401", TokenKind::ApiConnect, 401, R"({"error_message":"The key is not good."})",
        u"The key is not good."_s);
    row("login 403 in HTML", TokenKind::ApiConnect, 403, "<html><title>Forbidden zone</title></html>",
        u"Forbidden zone"_s);
    row("platform 401", TokenKind::Platform, 401, R"({"message":["unknown client"],"status":401})",
        u"unknown client"_s);
    row("platform 403 without a word", TokenKind::Platform, 403, "", u"HTTP 403"_s);
}

void TestTokenFaultRules::f20RefusalIsNoLoop()
{
    QFETCH(const TokenKind, kind);
    QFETCH(const int, status);
    QFETCH(const QByteArray, body);
    QFETCH(const QString, words);
    TokenBench bench(kind);
    bench.server.setHandler(answering(httpAnswer(status, body)));
    const Result<Token> refused = waitFor(bench.broker->token(bench.need));
    QVERIFY(!refused);
    QCOMPARE(refused.error().kind, ErrorKind::ServiceRefused);
    QCOMPARE(refused.error().httpStatus, status);
    QVERIFY2(refused.error().sentence.contains(words), qPrintable(refused.error().sentence));
    QVERIFY(!refused.error().nextStep.isEmpty());
    QCOMPARE(bench.server.requests().size(), 1);
    // Nor does a profile that is kept alive knock on that door again.
    bench.broker->keepAlive(bench.need.profile);
    bench.clock.advance(10min);
    bench.broker->checkNow();
    QTest::qWait(50);
    QCOMPARE(bench.server.requests().size(), 1);
    // A person may.
    bench.answerWithToken("healed");
    QCOMPARE(waitFor(bench.broker->renew(bench.need))->value, bench.tokenCalled("healed"));
}

void TestTokenFaultRules::f21AskedForAPause_data()
{
    QTest::addColumn<TokenKind>("kind");
    QTest::addColumn<int>("status");
    QTest::addColumn<QString>("wish");
    QTest::addColumn<int>("pause"); // seconds
    const QDateTime now = FakeClock().now();
    for (const TokenKind kind : TokenBench::kinds) {
        for (const int status : {429, 503}) {
            const auto row = [kind, status](const char *name, const QString &wish, int pause) {
                QTest::addRow("F21 %d Retry-After %s, %s", status, name, TokenBench::nameOf(kind).constData())
                    << kind << status << wish << pause;
            };
            row("in seconds", u"30"_s, 30);
            row("as a date", httpDate(now.addSecs(40)), 40);
            row("as a date that is over", httpDate(now.addSecs(-40)), 0);
            row("absurd", u"99999999999999999999"_s, 300);
            row("negative", u"-5"_s, 0);
            row("unreadable", u"soon"_s, 0);
            row("as an absurd date", u"Fri, 31 Dec 9999 23:59:59 GMT"_s, 300);
        }
    }
}

void TestTokenFaultRules::f21AskedForAPause()
{
    QFETCH(const TokenKind, kind);
    QFETCH(const int, status);
    QFETCH(const QString, wish);
    QFETCH(const int, pause);
    TokenBench bench(kind);
    bench.answerWithToken("old");
    QVERIFY(waitFor(bench.broker->token(bench.need)));
    bench.server.setHandler(
        answeringThenClosing(httpAnswer(status, "{}", {jsonType, "Retry-After: " + wish.toLatin1()})));
    bench.server.forget();
    const Result<Token> first = waitFor(bench.broker->renew(bench.need));
    QVERIFY(!first);
    QCOMPARE(first.error().httpStatus, status);
    QCOMPARE(bench.server.requests().size(), 1);
    QCOMPARE(bench.broker->state(bench.need).token->value, bench.tokenCalled("old"));
    bench.answerWithToken("new");
    if (pause > 0) {
        // Until one second before the end nothing goes out, and the person is told how long it takes.
        bench.clock.advance(std::chrono::seconds(pause - 1));
        const Result<Token> early = waitFor(bench.broker->renew(bench.need));
        QVERIFY(!early);
        QVERIFY2(early.error().sentence.contains("asked for a pause"_L1), qPrintable(early.error().sentence));
        QVERIFY2(early.error().nextStep.contains("1 s"_L1), qPrintable(early.error().nextStep));
        QCOMPARE(bench.server.requests().size(), 1);
        QCOMPARE(waitFor(bench.broker->token(bench.need))->value, bench.tokenCalled("old"));
        bench.clock.advance(1s);
    }
    const Result<Token> again = waitFor(bench.broker->renew(bench.need));
    QVERIFY(again);
    QCOMPARE(again->value, bench.tokenCalled("new"));
    QCOMPARE(bench.server.requests().size(), 2);
}

void TestTokenFaultRules::e7_pausedKeyStaysUnspent_data()
{
    QTest::addColumn<int>("status");
    QTest::newRow("E7 429") << 429;
    QTest::newRow("E7 503") << 503;
}

void TestTokenFaultRules::e7_pausedKeyStaysUnspent()
{
    QFETCH(const int, status);
    TokenBench bench(TokenKind::Platform);
    bench.server.setHandler(answeringThenClosing(httpAnswer(status, "{}", {jsonType, "Retry-After: 30"})));
    QCOMPARE(waitFor(bench.broker->token(bench.need)).error().httpStatus, status);
    // Another key of the same service is not sent before the pause is over, so it cannot be used up.
    bench.credentials.apiKey = Secret("another-key-of-this-test"_ba);
    bench.credentials.singleUseKey = true;
    const Result<Token> paused = waitFor(bench.broker->renew(bench.need));
    QVERIFY(paused.error().sentence.contains("asked for a pause"_L1));
    QCOMPARE(bench.server.requests().size(), 1);
    QVERIFY(waitFor(bench.broker->token(bench.need)).error().sentence.contains("would use it up"_L1));
    bench.answerWithToken("first");
    bench.clock.advance(30s);
    QCOMPARE(waitFor(bench.broker->renew(bench.need))->value, bench.tokenCalled("first"));
}

void TestTokenFaultRules::f24AnswerIsNoToken_data()
{
    QTest::addColumn<TokenKind>("kind");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QString>("field");
    const auto row = [](const char *name, TokenKind kind, const QByteArray &body, const QString &field) {
        QTest::addRow("F24 %s, %s", name, TokenBench::nameOf(kind).constData()) << kind << body << field;
    };
    for (const TokenKind kind : {TokenKind::Iam, TokenKind::Platform}) {
        row("without token", kind, R"({"expires_in":3600})", u"access_token"_s);
        row("token of a wrong type", kind, R"({"access_token":["t"],"expires_in":3600})", u"access_token"_s);
        row("lifetime 0", kind, R"({"access_token":"t","expires_in":0})", u"expires_in"_s);
        row("lifetime negative", kind, R"({"access_token":"t","expires_in":-1})", u"expires_in"_s);
        row("lifetime huge", kind, R"({"access_token":"t","expires_in":99999999999})", u"expires_in"_s);
        row("other type of token", kind, R"({"access_token":"t","expires_in":9,"token_type":"mac"})", u"token_type"_s);
    }
    const QByteArray now = QByteArray::number(FakeClock().now().toSecsSinceEpoch());
    const auto login = [&row](const char *name, const QByteArray &claims, const QString &field) {
        row(name, TokenKind::ApiConnect, R"({"jwt":")" + unsignedJwt(claims) + R"("})", field);
    };
    row("without token", TokenKind::ApiConnect, R"({"access_token":"t"})", u"jwt"_s);
    row("token of a wrong type", TokenKind::ApiConnect, R"({"jwt":{"a":1}})", u"jwt"_s);
    row("opaque token", TokenKind::ApiConnect, R"({"jwt":"opaque"})", u"jwt"_s);
    login("lifetime 0", R"({"iat":)" + now + R"(,"exp":)" + now + '}', u"exp"_s);
    login("lifetime negative", R"({"iat":)" + now + R"(,"exp":5})", u"exp"_s);
    login("lifetime huge", R"({"iat":)" + now + R"(,"exp":9007199254740991})", u"exp"_s);
    login("end of a wrong type", R"({"iat":)" + now + R"(,"exp":"tomorrow"})", u"exp"_s);
}

void TestTokenFaultRules::f24AnswerIsNoToken()
{
    QFETCH(const TokenKind, kind);
    QFETCH(const QByteArray, body);
    QFETCH(const QString, field);
    TokenBench bench(kind);
    bench.answerWithToken("old");
    QVERIFY(waitFor(bench.broker->token(bench.need)));
    bench.server.setHandler(answeringThenClosing(httpAnswer(200, body, {jsonType, "Connection: close"})));
    bench.server.forget();
    const Result<Token> token = waitFor(bench.broker->renew(bench.need));
    QVERIFY(!token);
    QCOMPARE(token.error().kind, ErrorKind::Incomplete);
    QVERIFY2(token.error().sentence.contains(field) && token.error().sentence.contains("127.0.0.1"_L1),
             qPrintable(token.error().sentence));
    QVERIFY(!token.error().nextStep.isEmpty());
    QCOMPARE(bench.server.requests().size(), 1);
    QCOMPARE(bench.broker->state(bench.need).token->value, bench.tokenCalled("old"));
    bench.answerWithToken("new");
    QCOMPARE(waitFor(bench.broker->renew(bench.need))->value, bench.tokenCalled("new"));
}

void TestTokenFaultRules::f29ThousandCallers_data()
{
    QTest::addColumn<TokenKind>("kind");
    QTest::addColumn<bool>("renewing");
    QTest::addColumn<int>("status");
    for (const TokenKind kind : TokenBench::kinds) {
        const QByteArray name = TokenBench::nameOf(kind);
        QTest::addRow("F29 1,000 callers for the first token, %s", name.constData()) << kind << false << 200;
        QTest::addRow("F29 1,000 callers, and it fails, %s", name.constData()) << kind << false << 500;
        QTest::addRow("F29 1,000 callers for an expired token, %s", name.constData()) << kind << true << 200;
        QTest::addRow("F29 1,000 callers for an expired token, and it fails, %s", name.constData())
            << kind << true << 500;
    }
}

void TestTokenFaultRules::f29ThousandCallers()
{
    QFETCH(const TokenKind, kind);
    QFETCH(const bool, renewing);
    QFETCH(const int, status);
    TokenBench bench(kind);
    if (renewing) {
        bench.answerWithToken("old");
        QVERIFY(waitFor(bench.broker->token(bench.need)));
        bench.clock.advance(TokenBench::life);
    }
    bench.server.forget();
    // From the time of the answer, for a login token tells its own end.
    const QByteArray good =
        kind == TokenKind::ApiConnect
            ? R"({"jwt":")" +
                  unsignedJwt(R"({"exp":)" + QByteArray::number(bench.clock.now().toSecsSinceEpoch() + 900) + '}') +
                  R"("})"
            : bench.tokenBody("new");
    const QByteArray answer = httpAnswer(status, status == 200 ? good : "no"_ba, {jsonType, "Connection: close"});
    bench.server.setHandler([answer](QTcpSocket &socket, const RecordedRequest &) {
        QTimer::singleShot(50ms, &socket, [&socket, answer] { socket.write(answer); });
    });
    QList<QFuture<Result<Token>>> callers;
    for (int i = 0; i < 1000; ++i)
        callers << bench.broker->token(bench.need);
    for (const QFuture<Result<Token>> &caller : std::as_const(callers)) {
        const Result<Token> token = waitFor(caller);
        QCOMPARE(token.has_value(), status == 200);
        if (token)
            QVERIFY(good.contains(token->value.reveal()));
        else
            QCOMPARE(token.error().httpStatus, status);
    }
    QCOMPARE(bench.server.requests().size(), status == 200 ? 1 : requestsOfOneTry(kind, renewing));
}

ACX_TEST_MAIN(TestTokenFaultRules)
#include "test_token_fault_rules.moc"
