// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/http/http_client.h"
#include "app/tokens/jwt_verifier.h"
#include "tests/support/fake_clock.h"
#include "tests/support/fault_server.h"
#include "tests/support/test_main.h"
#include "tests/support/wait.h"
#include "tests/tokens/signer.h"

#include <QElapsedTimer>
#include <QRegularExpression>
#include <QTcpSocket>
#include <QTimer>

using namespace Qt::StringLiterals;
using namespace acx;
using namespace std::chrono_literals;

/// Fetching the issuer's keys; J means the project's own requirements.
class TestJwtVerifier final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        QTest::failOnWarning(QRegularExpression(u".?"_s));
        m_clock = {};
        m_server = std::make_unique<FaultServer>();
        m_http = std::make_unique<HttpClient>(m_clock);
        m_verifier = std::make_unique<JwtVerifier>(*m_http, m_clock);
    }

    void j1_keysComeFromTheProfilesTokenService_data();
    void j1_keysComeFromTheProfilesTokenService();
    void j3_addressesInTheTokenAreNotFetched();
    void j9_unknownKidFetchesOnceMore();
    void j9_unknownKidIsNoLoop();
    void j9_unreachableSetSaysSo_data();
    void j9_unreachableSetSaysSo();
    void keysAreKeptAndFetchedOnceForMany();
    void j1_keysThatAreNoLongerPublishedVerifyNothing_data();
    void j1_keysThatAreNoLongerPublishedVerifyNothing();
    void j1_keysOfBeforeAChangeOfTrustAreForgotten();
    void recoversAfterTheNetworkIsBack();
    void j9_recoversAfterABadSet_data();
    void j9_recoversAfterABadSet();
    void theLoopTurnsWhileKeysAreRead();
    void opaqueTokenNeedsNoRequest();
    void redirectIsNotFollowed();

private:
    Result<SignatureCheck> check(const QByteArray &token, TokenKind kind = TokenKind::Iam)
    {
        return waitFor(m_verifier->check(Secret(token), kind, m_server->url("")));
    }
    void publish(const QByteArray &keys) { m_server->setHandler(answering(httpAnswer(200, keys))); }
    static QByteArray token(const Signer &signer, const QByteArray &kid);
    static QByteArray keySet(const Signer &signer, const QByteArray &kid);
    static const Signer &first()
    {
        static const Signer signer("RS256");
        return signer;
    }
    static const Signer &second()
    {
        static const Signer signer("RS256");
        return signer;
    }

    FakeClock m_clock;
    std::unique_ptr<FaultServer> m_server;
    std::unique_ptr<HttpClient> m_http;
    std::unique_ptr<JwtVerifier> m_verifier;
};

QByteArray TestJwtVerifier::token(const Signer &signer, const QByteArray &kid)
{
    return signer.jwt("{}", R"({"alg":"RS256","kid":")" + kid + R"("})");
}

QByteArray TestJwtVerifier::keySet(const Signer &signer, const QByteArray &kid)
{
    return jwks({signer.jwk(R"("kid":")" + kid + "\"")});
}

void TestJwtVerifier::j1_keysComeFromTheProfilesTokenService_data()
{
    QTest::addColumn<TokenKind>("kind");
    QTest::addColumn<QByteArray>("target");
    QTest::newRow("IAM") << TokenKind::Iam << "/identity/keys"_ba;
    QTest::newRow("login service") << TokenKind::ApiConnect << "/cert"_ba;
}

void TestJwtVerifier::j1_keysComeFromTheProfilesTokenService()
{
    QFETCH(TokenKind, kind);
    QFETCH(QByteArray, target);
    QByteArray pem = first().publicPem();
    pem.replace('\n', "\\n");
    publish(kind == TokenKind::Iam ? keySet(first(), "a") : R"({"cert":")" + pem + R"(","algorithm":"RS256"})");
    const Result<SignatureCheck> result = check(token(first(), "a"), kind);
    QCOMPARE(result->state, SignatureState::Verified);
    QCOMPARE(result->keySource, u"127.0.0.1"_s);
    QCOMPARE(result->keyId, u"a"_s);
    QCOMPARE(m_server->requests().size(), 1);
    QCOMPARE(m_server->requests().first().target, target);
    QVERIFY(!m_server->bytes().contains(first().jwt("{}").split('.').first()));
}

void TestJwtVerifier::j3_addressesInTheTokenAreNotFetched()
{
    // A second server would serve the very keys that the token's signature matches.
    FaultServer other(answering(httpAnswer(200, keySet(second(), "b"))));
    publish(keySet(first(), "a"));
    const QByteArray address = other.url("/keys").toEncoded();
    for (const char *kid : {"a", "b"}) {
        const QByteArray header = R"({"alg":"RS256","kid":")" + QByteArray(kid) + R"(","jku":")" + address +
                                  R"(","x5u":")" + address + R"(","jwk":)" + second().jwk() + '}';
        const Result<SignatureCheck> result = check(second().jwt("{}", header));
        QCOMPARE(result->state, *kid == 'a' ? SignatureState::Wrong : SignatureState::NotVerified);
    }
    QCOMPARE(m_server->requests().size(), 1);
    QCOMPARE(other.connections(), 0);
}

void TestJwtVerifier::j9_unknownKidFetchesOnceMore()
{
    publish(keySet(first(), "a"));
    QCOMPARE(check(token(first(), "a"))->state, SignatureState::Verified);
    publish(keySet(second(), "b"));
    m_clock.advance(61s);
    QCOMPARE(check(token(second(), "b"))->state, SignatureState::Verified);
    QCOMPARE(m_server->requests().size(), 2);
}

void TestJwtVerifier::j9_unknownKidIsNoLoop()
{
    publish(keySet(first(), "a"));
    for (int i = 0; i < 5; ++i) {
        const Result<SignatureCheck> result = check(token(second(), "unknown"));
        QCOMPARE(result->state, SignatureState::NotVerified);
        QVERIFY(result->reason.contains(u"not among the published ones"_s));
    }
    QCOMPARE(m_server->requests().size(), 1);
    m_clock.advance(61s);
    QCOMPARE(check(token(second(), "unknown"))->state, SignatureState::NotVerified);
    QCOMPARE(m_server->requests().size(), 2);
}

void TestJwtVerifier::j9_unreachableSetSaysSo_data()
{
    QTest::addColumn<QByteArray>("answer");
    QTest::newRow("no connection") << QByteArray();
    QTest::newRow("404") << httpAnswer(404, "{}");
    QTest::newRow("500 with HTML") << httpAnswer(500, "<h1>no</h1>", {"Content-Type: text/html"});
    QTest::newRow("no keys") << httpAnswer(200, R"({"keys":[]})");
    QTest::newRow("not JSON") << httpAnswer(200, "hello", {"Content-Type: text/plain"});
    QTest::newRow("cut") << httpAnswer(200, R"({"keys":[)");
}

void TestJwtVerifier::j9_unreachableSetSaysSo()
{
    QFETCH(QByteArray, answer);
    if (answer.isEmpty())
        m_server->close();
    m_server->setHandler(answering(answer));
    const Result<SignatureCheck> result = check(token(first(), "a"));
    QVERIFY(result);
    QCOMPARE(result->state, SignatureState::NotVerified);
    QVERIFY2(result->reason.startsWith(u"Not verified"_s), qPrintable(result->reason));
    QVERIFY(result->keySource.isEmpty());
}

void TestJwtVerifier::keysAreKeptAndFetchedOnceForMany()
{
    publish(keySet(first(), "a"));
    QList<QFuture<Result<SignatureCheck>>> checks;
    for (int i = 0; i < 20; ++i)
        checks << m_verifier->check(Secret(token(first(), "a")), TokenKind::Iam, m_server->url(""));
    for (const QFuture<Result<SignatureCheck>> &one : checks)
        QCOMPARE(waitFor(one)->state, SignatureState::Verified);
    QCOMPARE(m_server->requests().size(), 1);
    m_clock.advance(std::chrono::hours(2));
    QCOMPARE(check(token(first(), "a"))->state, SignatureState::Verified);
    QCOMPARE(m_server->requests().size(), 2);
}

static void breakingOff(QTcpSocket &socket, const RecordedRequest &)
{
    socket.abort();
}

void TestJwtVerifier::j1_keysThatAreNoLongerPublishedVerifyNothing_data()
{
    QTest::addColumn<QByteArray>("answer"); // empty = the server is gone
    QTest::newRow("J1 other keys") << httpAnswer(200, keySet(second(), "b"));
    QTest::newRow("J1 no keys") << httpAnswer(200, R"({"keys":[]})");
    QTest::newRow("J9 server fault") << httpAnswer(500, "<h1>no</h1>", {"Content-Type: text/html"});
    QTest::newRow("J9 server gone") << QByteArray();
}

void TestJwtVerifier::j1_keysThatAreNoLongerPublishedVerifyNothing()
{
    QFETCH(QByteArray, answer);
    publish(keySet(first(), "a"));
    QCOMPARE(check(token(first(), "a"))->state, SignatureState::Verified);
    m_server->setHandler(answer.isEmpty() ? FaultServer::Handler(breakingOff) : answering(answer));
    for (const auto &time : {std::chrono::hours(2), std::chrono::hours(700)}) {
        m_clock.advance(time);
        const Result<SignatureCheck> result = check(token(first(), "a"));
        QCOMPARE(result->state, SignatureState::NotVerified);
        QVERIFY2(result->reason.startsWith(u"Not verified"_s) || answer.contains("\"b\""), qPrintable(result->reason));
        // Nor does it in between, when nobody is asked again so soon.
        QCOMPARE(check(token(first(), "a"))->state, SignatureState::NotVerified);
    }
}

void TestJwtVerifier::j1_keysOfBeforeAChangeOfTrustAreForgotten()
{
    publish(keySet(first(), "a"));
    QCOMPARE(check(token(first(), "a"))->state, SignatureState::Verified);
    m_server->setHandler(breakingOff);
    m_verifier->forgetKeys();
    QCOMPARE(check(token(first(), "a"))->state, SignatureState::NotVerified);
}

void TestJwtVerifier::recoversAfterTheNetworkIsBack()
{
    m_server->setHandler([](QTcpSocket &socket, const RecordedRequest &) { socket.write(httpAnswer(503)); });
    QCOMPARE(check(token(first(), "a"))->state, SignatureState::NotVerified);
    publish(keySet(first(), "a"));
    m_clock.advance(61s);
    QCOMPARE(check(token(first(), "a"))->state, SignatureState::Verified);
}

void TestJwtVerifier::j9_recoversAfterABadSet_data()
{
    QTest::addColumn<QByteArray>("bad");
    QTest::newRow("J9 no keys") << R"({"keys":[]})"_ba;
    QTest::newRow("J9 no list") << R"({"keys":"none"})"_ba;
}

void TestJwtVerifier::j9_recoversAfterABadSet()
{
    QFETCH(QByteArray, bad);
    publish(keySet(first(), "a"));
    QCOMPARE(check(token(first(), "a"))->state, SignatureState::Verified);
    // Within the hour for which keys are kept, an unknown name has them fetched again.
    publish(bad);
    m_clock.advance(61s);
    QCOMPARE(check(token(second(), "b"))->state, SignatureState::NotVerified);
    QCOMPARE(check(token(first(), "a"))->state, SignatureState::NotVerified);
    QCOMPARE(m_server->requests().size(), 2);
    publish(keySet(first(), "a"));
    m_clock.advance(61s);
    QCOMPARE(check(token(first(), "a"))->state, SignatureState::Verified);
    QCOMPARE(m_server->requests().size(), 3);
}

void TestJwtVerifier::theLoopTurnsWhileKeysAreRead()
{
    QByteArrayList keys;
    for (int i = 0; i < 50; ++i)
        keys << first().jwk(R"("kid":")" + QByteArray::number(i) + '"');
    QElapsedTimer sinceAnswer;
    int ticks = 0; // between the answer and the verdict
    m_server->setHandler([&](QTcpSocket &socket, const RecordedRequest &) {
        socket.write(httpAnswer(200, jwks(keys)));
        sinceAnswer.start();
    });
    QTimer timer;
    connect(&timer, &QTimer::timeout, this, [&] { ticks += sinceAnswer.isValid() ? 1 : 0; });
    timer.start(1);
    const Result<SignatureCheck> result = check(token(first(), "49"));
    QVERIFY(result);
    QCOMPARE(result->state, SignatureState::Verified);
    qInfo("%d ticks in %lld ms", ticks, static_cast<long long>(sinceAnswer.elapsed()));
    QVERIFY2(ticks >= 10, qPrintable(QString::number(ticks)));
}

void TestJwtVerifier::opaqueTokenNeedsNoRequest()
{
    for (const QByteArray &text : {"opaque"_ba, "a.b.c.d.e"_ba, first().jwt("{}") + '='}) {
        const Result<SignatureCheck> result = check(text);
        QCOMPARE(result->state, SignatureState::NotVerified);
        QVERIFY(!result->reason.isEmpty());
    }
    QCOMPARE(check(first().jwt("{}"), TokenKind::Platform)->state, SignatureState::NotVerified);
    QCOMPARE(waitFor(m_verifier->check(Secret(first().jwt("{}")), TokenKind::Iam, {}))->state,
             SignatureState::NotVerified);
    QCOMPARE(m_server->connections(), 0);
}

void TestJwtVerifier::redirectIsNotFollowed()
{
    FaultServer other(answering(httpAnswer(200, keySet(first(), "a"))));
    m_server->setHandler(answering(httpAnswer(302, "", {"Location: " + other.url("/identity/keys").toEncoded()})));
    QCOMPARE(check(token(first(), "a"))->state, SignatureState::NotVerified);
    QCOMPARE(other.connections(), 0);
}

ACX_TEST_MAIN(TestJwtVerifier)
#include "test_jwt_verifier.moc"
