// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/test_main.h"
#include "tests/tokens/service_fixture.h"
#include "tests/tokens/unsigned_jwt.h"

#include <QLocale>

using namespace Qt::StringLiterals;
using namespace acx;
using namespace std::chrono_literals;

namespace {

QByteArray dateLine(const QDateTime &time)
{
    return "Date: " + QLocale::c().toString(time, u"ddd, dd MMM yyyy hh:mm:ss 'GMT'"_s).toLatin1();
}

} // namespace

/// How long a token lives, as its service tells. Numbers and letters as in the tests of the answers.
class TestTokenLifetimes final : public ServiceFixture
{
    Q_OBJECT

private Q_SLOTS:
    void init() { setUp(); }

    void line12_lifetimeGivesExpiryAndRefreshTime();
    void line13_claimsGiveTheRefreshTime();
    void line15_tokenWithoutIatOrExpIsHandled();
    void e4_lifetimeComesFromTheAnswer_data();
    void e4_lifetimeComesFromTheAnswer();
    void e6_timesAreMovedToOurClock();
    void e5_answerMayHaveWaited_data();
    void e5_answerMayHaveWaited();
    void f24_fieldIsNamed_data();
    void f24_fieldIsNamed();
    void expirationServesWithoutExpiresIn();
    void loginTokenThatIsOverIsRefused();
};

void TestTokenLifetimes::line12_lifetimeGivesExpiryAndRefreshTime()
{
    answer(200,
           R"({"access_token":"t","refresh_token":"not_supported","token_type":"Bearer","expires_in":3600,)"
           R"("expiration":1700003600,"scope":"ibm openid"})",
           {"Content-Type: application/json", "transaction-id: tx-1"});
    const Result<Token> token = exchange(TokenKind::Iam);
    QVERIFY2(token, qPrintable(token ? QString() : token.error().message()));
    QCOMPARE(token->value, Secret("t"_ba));
    QCOMPARE(token->kind, TokenKind::Iam);
    QCOMPARE(token->tokenType, u"Bearer"_s);
    QCOMPARE(token->scope, u"ibm openid"_s);
    QCOMPARE(token->requestId, u"tx-1"_s);
    QCOMPARE(token->issuedAt, m_clock.now());
    QCOMPARE(token->expiresAt, m_clock.now().addSecs(3600));
    QCOMPARE(token->renewAt, token->expiresAt.addSecs(-720));
}

void TestTokenLifetimes::line13_claimsGiveTheRefreshTime()
{
    m_clock.set(QDateTime::fromSecsSinceEpoch(110, Qt::UTC));
    answer(200, R"({"jwt":")" + unsignedJwt(R"({"iat":100,"exp":200})") + R"("})");
    const Result<Token> token = exchange(TokenKind::ApiConnect);
    QVERIFY(token);
    QCOMPARE(token->issuedAt.toSecsSinceEpoch(), 100);
    QCOMPARE(token->expiresAt.toSecsSinceEpoch(), 200);
    QCOMPARE(token->renewAt.toSecsSinceEpoch(), 180);
}

void TestTokenLifetimes::line15_tokenWithoutIatOrExpIsHandled()
{
    answer(200, R"({"jwt":")" + unsignedJwt("{}") + R"("})");
    const Result<Token> endless = exchange(TokenKind::ApiConnect);
    QVERIFY(endless);
    QVERIFY(!endless->expiresAt.isValid());
    QVERIFY(!endless->isExpired(m_clock.now().addYears(10)));

    const QByteArray until = QByteArray::number(m_clock.now().toSecsSinceEpoch() + 1000);
    answer(200, R"({"jwt":")" + unsignedJwt(R"({"exp":)" + until + "}") + R"("})");
    const Result<Token> noStart = exchange(TokenKind::ApiConnect);
    QVERIFY(noStart);
    QCOMPARE(noStart->issuedAt, m_clock.now());
    QCOMPARE(noStart->renewAt, m_clock.now().addSecs(800));

    answer(200, R"({"access_token":")" + unsignedJwt("{}") + R"(","expires_in":900})");
    const Result<Token> iam = exchange(TokenKind::Iam);
    QVERIFY(iam);
    QCOMPARE(iam->expiresAt, m_clock.now().addSecs(900));
}

void TestTokenLifetimes::e4_lifetimeComesFromTheAnswer_data()
{
    QTest::addColumn<int>("lifetime");
    for (const int lifetime : {900, 1200, 3600, 28'800})
        QTest::addRow("%d s", lifetime) << lifetime;
}

void TestTokenLifetimes::e4_lifetimeComesFromTheAnswer()
{
    QFETCH(int, lifetime);
    answer(200, R"({"access_token":"t","expires_in":)" + QByteArray::number(lifetime) + "}");
    for (const TokenKind kind : {TokenKind::Iam, TokenKind::Platform})
        QCOMPARE(exchange(kind)->expiresAt, m_clock.now().addSecs(lifetime));
}

void TestTokenLifetimes::e6_timesAreMovedToOurClock()
{
    // The service's clock is two hours ahead of ours.
    const QDateTime theirs = m_clock.now().addSecs(7200);
    const QByteArray date = dateLine(theirs);
    const QByteArray now = QByteArray::number(theirs.toSecsSinceEpoch());
    const QByteArray until = QByteArray::number(theirs.toSecsSinceEpoch() + 3600);
    answer(200, R"({"jwt":")" + unsignedJwt(R"({"iat":)" + now + R"(,"exp":)" + until + "}") + R"("})",
           {"Content-Type: application/json", date});
    const Result<Token> login = exchange(TokenKind::ApiConnect);
    QVERIFY2(login, qPrintable(login ? QString() : login.error().message()));
    QCOMPARE(login->clockSkew, 7200s);
    QCOMPARE(login->issuedAt, m_clock.now());
    QCOMPARE(login->expiresAt, m_clock.now().addSecs(3600));
    answer(200, R"({"access_token":"t","expires_in":3600})", {"Content-Type: application/json", date});
    const Result<Token> iam = exchange(TokenKind::Iam);
    QCOMPARE(iam->clockSkew, 7200s);
    QCOMPARE(iam->expiresAt, m_clock.now().addSecs(3600));
}

void TestTokenLifetimes::e5_answerMayHaveWaited_data()
{
    QTest::addColumn<TokenKind>("kind");
    QTest::addColumn<int>("wait");                ///< seconds between sending and reading
    QTest::addColumn<std::optional<int>>("date"); ///< what Date says, in seconds after sending by our clock
    QTest::addColumn<int>("left");                ///< of the token's 3600 seconds; 0 = refused as over
    QTest::addColumn<int>("skew");
    const auto row = [](const char *name, TokenKind kind, int wait, std::optional<int> date, int left, int skew) {
        QTest::addRow("E5 %s", name) << kind << wait << date << left << skew;
    };
    row("a minute, no Date", TokenKind::Iam, 60, {}, 3540, 0);
    row("a minute, made at once", TokenKind::Iam, 60, 0, 3540, 0);
    row("a minute, made at its end", TokenKind::Iam, 60, 60, 3600, 0);
    row("a minute, clock an hour ahead", TokenKind::Iam, 60, 3600, 3540, 3600);
    row("a minute, clock an hour behind", TokenKind::Iam, 60, -3600, 3540, -3600);
    row("slept an hour, no Date", TokenKind::Iam, 3601, {}, 0, 0);
    row("slept an hour, made before", TokenKind::Iam, 3605, 1, 0, 0);
    row("slept an hour, clock two hours ahead", TokenKind::Iam, 3605, 7200, 0, 0);
    row("slept an hour, made after", TokenKind::Iam, 3605, 3604, 3599, 0);
    row("slept an hour, platform", TokenKind::Platform, 3605, 1, 0, 0);
    row("slept an hour, login service", TokenKind::ApiConnect, 3605, 1, 0, 0);
    row("slept half an hour, login service", TokenKind::ApiConnect, 1800, 1, 1801, 0);
    row("clock set back meanwhile", TokenKind::Iam, -7200, {}, 3600, 0);
}

void TestTokenLifetimes::e5_answerMayHaveWaited()
{
    QFETCH(TokenKind, kind);
    QFETCH(int, wait);
    QFETCH(std::optional<int>, date);
    QFETCH(int, left);
    QFETCH(int, skew);
    const QDateTime sentAt = m_clock.now();
    const QDateTime madeAt = sentAt.addSecs(date.value_or(0));
    QList<QByteArray> headers{"Content-Type: application/json"_ba};
    if (date)
        headers << dateLine(madeAt);
    const qint64 seconds = madeAt.toSecsSinceEpoch();
    const QByteArray jwt = unsignedJwt(R"({"iat":)" + QByteArray::number(seconds) + R"(,"exp":)" +
                                       QByteArray::number(seconds + 3600) + '}');
    const QByteArray body =
        kind == TokenKind::ApiConnect ? R"({"jwt":")" + jwt + R"("})" : R"({"access_token":"t","expires_in":3600})"_ba;
    m_server->setHandler([&](QTcpSocket &socket, const RecordedRequest &) {
        m_clock.advance(std::chrono::seconds(wait));
        socket.write(httpAnswer(200, body, headers));
    });
    const Result<Token> token = exchange(kind);
    QCOMPARE(token.has_value(), left > 0);
    if (!token) {
        QCOMPARE(token.error().kind, ErrorKind::Incomplete);
        QVERIFY2(token.error().sentence.contains(u"already over"_s), qPrintable(token.error().sentence));
        return;
    }
    QCOMPARE(m_clock.now().secsTo(token->expiresAt), left);
    QCOMPARE(token->clockSkew.count(), skew);
}

void TestTokenLifetimes::f24_fieldIsNamed_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QString>("field");
    const auto row = [](const char *name, const QByteArray &body, const QString &field) {
        QTest::newRow(name) << body << field;
    };
    row("no token", R"({"expires_in":3600})", u"access_token"_s);
    row("token null", R"({"access_token":null,"expires_in":3600})", u"access_token"_s);
    row("token a number", R"({"access_token":5,"expires_in":3600})", u"access_token"_s);
    row("token empty", R"({"access_token":"","expires_in":3600})", u"access_token"_s);
    row("token with a blank", R"({"access_token":"a b","expires_in":3600})", u"access_token"_s);
    row("token with a line break", R"({"access_token":"a\r\nX: y","expires_in":3600})", u"access_token"_s);
    row("token not ASCII", R"({"access_token":"ä","expires_in":3600})", u"access_token"_s);
    row("token twice", R"({"access_token":"a","access_token":"b","expires_in":3600})", u"access_token"_s);
    row("lifetime 0", R"({"access_token":"a","expires_in":0})", u"expires_in"_s);
    row("lifetime negative", R"({"access_token":"a","expires_in":-3600})", u"expires_in"_s);
    row("lifetime huge", R"({"access_token":"a","expires_in":99999999999})", u"expires_in"_s);
    row("lifetime beyond 64 bits", R"({"access_token":"a","expires_in":1e300})", u"expires_in"_s);
    row("lifetime a fraction", R"({"access_token":"a","expires_in":0.5})", u"expires_in"_s);
    row("lifetime a text", R"({"access_token":"a","expires_in":"3600"})", u"expires_in"_s);
    row("lifetime null", R"({"access_token":"a","expires_in":null})", u"expires_in"_s);
    row("expiration over", R"({"access_token":"a","expiration":100})", u"expiration"_s);
    row("expiration huge", R"({"access_token":"a","expiration":99999999999999})", u"expiration"_s);
    row("expiration a text", R"({"access_token":"a","expires_in":3600,"expiration":"soon"})", u"expiration"_s);
    row("other type", R"({"access_token":"a","expires_in":3600,"token_type":"mac"})", u"token_type"_s);
}

void TestTokenLifetimes::f24_fieldIsNamed()
{
    QFETCH(QByteArray, body);
    QFETCH(QString, field);
    answer(200, body);
    for (const TokenKind kind : {TokenKind::Iam, TokenKind::Platform}) {
        const Result<Token> token = exchange(kind);
        QVERIFY(!token);
        QCOMPARE(token.error().kind, ErrorKind::Incomplete);
        QVERIFY2(token.error().sentence.contains(field), qPrintable(token.error().sentence));
    }
}

void TestTokenLifetimes::expirationServesWithoutExpiresIn()
{
    const QByteArray until = QByteArray::number(m_clock.now().toSecsSinceEpoch() + 1200);
    answer(200, R"({"access_token":"t","expiration":)" + until + "}");
    const Result<Token> token = exchange(TokenKind::Iam);
    QVERIFY(token);
    QCOMPARE(token->expiresAt, m_clock.now().addSecs(1200));
    QCOMPARE(token->renewAt, m_clock.now().addSecs(960));
}

void TestTokenLifetimes::loginTokenThatIsOverIsRefused()
{
    answer(200, R"({"jwt":")" + unsignedJwt(R"({"iat":100,"exp":200})") + R"("})");
    const Result<Token> token = exchange(TokenKind::ApiConnect);
    QCOMPARE(token.error().kind, ErrorKind::Incomplete);
    QVERIFY(token.error().sentence.contains(u"exp"_s));
    QVERIFY(token.error().nextStep.contains(u"clock"_s));
}

ACX_TEST_MAIN(TestTokenLifetimes)
#include "test_token_lifetimes.moc"
