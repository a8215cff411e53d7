// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/test_main.h"
#include "tests/tokens/broker_fixture.h"

using namespace Qt::StringLiterals;
using namespace acx;
using namespace std::chrono_literals;

/// The numbers in the names are those of the behaviours of IBM's SDK cores (storage and time, at the same time); E
/// means the project's own requirements on the life of a token.
class TestTokenBroker final : public BrokerFixture
{
    Q_OBJECT

private Q_SLOTS:
    void init() { setUp(); }
    void line22_secondCallUsesTheStoredToken();
    void line23_tokenWithTenSecondsLeftIsReplaced_data();
    void line23_tokenWithTenSecondsLeftIsReplaced();
    void line24_oldTokenIsHandedOutWhileItIsRenewed();
    void line25_failedRenewalKeepsTheOldToken();
    void line26_nextRenewalWaitsAMinute();
    void line26_alsoAfterALongIdleTime();
    void line28_tenCallersMakeOneRequest();
    void line29_failureReachesAllAndTheNextCallTriesAfresh();
    void line30_threeCallsDuringARenewalMakeOneRequest();
    void e2_thousandCallersMakeOneExchange();
    void e5_tokenThatDiedDuringSleepIsNotUsed();
    void e5_clockSetBackDoesNotMakeATokenLiveLonger();
    void e5_clockSetBackIsTold();
    void e5_clockSetForwardRenews();
    void e6_skewAboveAMinuteIsTold_data();
    void e6_skewAboveAMinuteIsTold();
    void tokenWithoutEndIsKept();
    void renewExchangesAfresh();
    void renewHandsOutANewerTokenThanTheRefusedOne();
};

void TestTokenBroker::line22_secondCallUsesTheStoredToken()
{
    start(makeToken("one"));
    const QFuture<Result<Token>> again = m_broker->token(m_need);
    QVERIFY(again.isFinished());
    QCOMPARE(again.resultAt(0)->value, Secret("one"_ba));
    settle();
    QCOMPARE(m_iam->count(), 1);
    QCOMPARE(m_sourceCalls, 1);
}

void TestTokenBroker::line23_tokenWithTenSecondsLeftIsReplaced_data()
{
    QTest::addColumn<int>("secondsLeft");
    QTest::addColumn<bool>("replaced");
    QTest::newRow("11 s left") << 11 << false;
    QTest::newRow("10 s left") << 10 << true;
    QTest::newRow("9 s left") << 9 << true;
    QTest::newRow("over") << 0 << true;
    QTest::newRow("long over") << -100'000 << true;
}

void TestTokenBroker::line23_tokenWithTenSecondsLeftIsReplaced()
{
    QFETCH(int, secondsLeft);
    QFETCH(bool, replaced);
    start(makeToken("one"));
    m_clock.advance(std::chrono::seconds(3600 - secondsLeft));
    const QFuture<Result<Token>> future = m_broker->token(m_need);
    QCOMPARE(future.isFinished(), !replaced);
    QTRY_COMPARE(m_iam->count(), 2);
    m_iam->answer(makeToken("two"));
    QCOMPARE(waitFor(future)->value, Secret(replaced ? "two"_ba : "one"_ba));
}

void TestTokenBroker::line24_oldTokenIsHandedOutWhileItIsRenewed()
{
    start(makeToken("one"));
    m_clock.advance(2879s);
    QVERIFY(m_broker->token(m_need).isFinished());
    settle();
    QCOMPARE(m_iam->count(), 1);
    m_clock.advance(1s);
    const QFuture<Result<Token>> future = m_broker->token(m_need);
    QVERIFY(future.isFinished());
    QCOMPARE(future.resultAt(0)->value, Secret("one"_ba));
    QTRY_COMPARE(m_iam->count(), 2);
    QVERIFY(m_iam->last().renewal);
    m_iam->answer(makeToken("two"));
    QTRY_COMPARE(m_broker->token(m_need).resultAt(0)->value, Secret("two"_ba));
}

void TestTokenBroker::line25_failedRenewalKeepsTheOldToken()
{
    start(makeToken("one"));
    m_clock.advance(2900s);
    QVERIFY(m_broker->token(m_need).isFinished());
    QTRY_COMPARE(m_iam->count(), 2);
    m_iam->answer(fail(fault()));
    QTRY_VERIFY(!m_broker->state(m_need).exchanging);
    QCOMPARE(m_broker->token(m_need).resultAt(0)->value, Secret("one"_ba));
    QCOMPARE(m_broker->state(m_need).lastError->sentence, u"It failed."_s);
    m_clock.advance(59s);
    QVERIFY(m_broker->token(m_need).isFinished());
    settle();
    QCOMPARE(m_iam->count(), 2);
    m_clock.advance(1s);
    QVERIFY(m_broker->token(m_need).isFinished());
    QTRY_COMPARE(m_iam->count(), 3);
}

void TestTokenBroker::line26_nextRenewalWaitsAMinute()
{
    start(makeToken("one"));
    m_clock.advance(2900s);
    for (int i = 0; i < 5; ++i)
        QVERIFY(m_broker->token(m_need).isFinished());
    QTRY_COMPARE(m_iam->count(), 2);
    settle();
    QCOMPARE(m_iam->count(), 2);
}

void TestTokenBroker::line26_alsoAfterALongIdleTime()
{
    start(makeToken("one", 100'000s));
    m_clock.advance(95'000s);
    QVERIFY(m_broker->token(m_need).isFinished());
    QTRY_COMPARE(m_iam->count(), 2);
    m_iam->answer(fail(fault()));
    QTRY_VERIFY(!m_broker->state(m_need).exchanging);
    // Counted from now, not from the old renewal time, which lies hours back.
    m_clock.advance(30s);
    QVERIFY(m_broker->token(m_need).isFinished());
    settle();
    QCOMPARE(m_iam->count(), 2);
}

void TestTokenBroker::line28_tenCallersMakeOneRequest()
{
    QList<QFuture<Result<Token>>> futures;
    for (int i = 0; i < 10; ++i)
        futures << m_broker->token(m_need);
    QTRY_COMPARE(m_iam->count(), 1);
    m_iam->answer(makeToken("one"));
    for (const QFuture<Result<Token>> &future : futures)
        QCOMPARE(waitFor(future)->value, Secret("one"_ba));
    QCOMPARE(m_iam->count(), 1);
}

void TestTokenBroker::line29_failureReachesAllAndTheNextCallTriesAfresh()
{
    QList<QFuture<Result<Token>>> futures;
    for (int i = 0; i < 10; ++i)
        futures << m_broker->token(m_need);
    QTRY_COMPARE(m_iam->count(), 1);
    m_iam->answer(fail(fault(ErrorKind::ServiceRefused)));
    for (const QFuture<Result<Token>> &future : futures)
        QCOMPARE(waitFor(future).error().kind, ErrorKind::ServiceRefused);
    const QFuture<Result<Token>> afresh = m_broker->token(m_need);
    QTRY_COMPARE(m_iam->count(), 2);
    m_iam->answer(makeToken("two"));
    QCOMPARE(waitFor(afresh)->value, Secret("two"_ba));
    QVERIFY(!m_broker->state(m_need).lastError);
}

void TestTokenBroker::line30_threeCallsDuringARenewalMakeOneRequest()
{
    start(makeToken("one"));
    QList<QFuture<Result<Token>>> futures;
    for (int i = 0; i < 3; ++i)
        futures << m_broker->renew(m_need);
    QTRY_COMPARE(m_iam->count(), 2);
    settle();
    QCOMPARE(m_iam->count(), 2);
    m_iam->answer(makeToken("two"));
    for (const QFuture<Result<Token>> &future : futures)
        QCOMPARE(waitFor(future)->value, Secret("two"_ba));
}

void TestTokenBroker::e2_thousandCallersMakeOneExchange()
{
    QList<QFuture<Result<Token>>> futures;
    for (int i = 0; i < 1000; ++i)
        futures << m_broker->token(m_need);
    QTRY_COMPARE(m_iam->count(), 1);
    m_iam->answer(makeToken("one"));
    for (const QFuture<Result<Token>> &future : futures)
        QVERIFY(waitFor(future));
    QCOMPARE(m_iam->count(), 1);
    QCOMPARE(m_sourceCalls, 1);
}

void TestTokenBroker::e5_tokenThatDiedDuringSleepIsNotUsed()
{
    start(makeToken("one"));
    m_clock.advance(std::chrono::hours(9));
    const QFuture<Result<Token>> future = m_broker->token(m_need);
    QVERIFY(!future.isFinished());
    QTRY_COMPARE(m_iam->count(), 2);
    m_iam->answer(makeToken("two"));
    QCOMPARE(waitFor(future)->value, Secret("two"_ba));
}

void TestTokenBroker::e5_clockSetBackDoesNotMakeATokenLiveLonger()
{
    start(makeToken("one"));
    m_clock.advance(1800s);
    m_broker->checkNow();
    m_clock.advance(-7200s);
    QVERIFY(m_broker->token(m_need).isFinished());
    QCOMPARE(m_broker->state(m_need).token->remaining(m_clock.now()), 1800s);
    m_clock.advance(1791s);
    QVERIFY(!m_broker->token(m_need).isFinished());
}

void TestTokenBroker::e5_clockSetBackIsTold()
{
    // Screens show when the token ends by the clock, which is another time now.
    start(makeToken("one"));
    QDateTime shown = m_broker->state(m_need).token->expiresAt;
    connect(m_broker.get(), &TokenBroker::stateChanged, this,
            [&](const TokenNeed &need) { shown = m_broker->state(need).token->expiresAt; });
    for (const bool isAsked : {true, false}) {
        m_clock.advance(-7200s);
        if (isAsked)
            QVERIFY(m_broker->token(m_need).isFinished());
        else
            m_broker->checkNow();
        QTRY_COMPARE(shown, m_clock.now().addSecs(3600));
    }
}

void TestTokenBroker::e5_clockSetForwardRenews()
{
    start(makeToken("one"));
    m_clock.advance(3000s);
    QVERIFY(m_broker->token(m_need).isFinished());
    QTRY_COMPARE(m_iam->count(), 2);
}

void TestTokenBroker::e6_skewAboveAMinuteIsTold_data()
{
    QTest::addColumn<int>("skew");
    QTest::addColumn<int>("times");
    QTest::newRow("none") << 0 << 0;
    QTest::newRow("60 s") << 60 << 0;
    QTest::newRow("61 s") << 61 << 1;
    QTest::newRow("an hour behind") << -3600 << 1;
}

void TestTokenBroker::e6_skewAboveAMinuteIsTold()
{
    QFETCH(int, skew);
    QFETCH(int, times);
    QList<std::chrono::seconds> told;
    connect(m_broker.get(), &TokenBroker::clockSkewFound, this, [&](std::chrono::seconds s) { told << s; });
    Token token = makeToken("one");
    token.clockSkew = std::chrono::seconds(skew);
    start(token);
    QCOMPARE(told.size(), times);
    if (times > 0)
        QCOMPARE(told.first().count(), skew);
}

void TestTokenBroker::tokenWithoutEndIsKept()
{
    Token token = makeToken("one");
    token.expiresAt = {};
    token.renewAt = {};
    start(token);
    m_clock.advance(std::chrono::hours(1000));
    QVERIFY(m_broker->token(m_need).isFinished());
    QCOMPARE(token.remaining(m_clock.now()), std::chrono::seconds::max());
    settle();
    QCOMPARE(m_iam->count(), 1);
}

void TestTokenBroker::renewExchangesAfresh()
{
    start(makeToken("one"));
    const QFuture<Result<Token>> future = m_broker->renew(m_need);
    QTRY_COMPARE(m_iam->count(), 2);
    QVERIFY(!m_iam->last().renewal);
    // Whoever asks meanwhile gets what there is.
    QCOMPARE(m_broker->token(m_need).resultAt(0)->value, Secret("one"_ba));
    m_iam->answer(fail(fault()));
    QCOMPARE(waitFor(future).error().sentence, u"It failed."_s);
    QCOMPARE(m_broker->token(m_need).resultAt(0)->value, Secret("one"_ba));
}

void TestTokenBroker::renewHandsOutANewerTokenThanTheRefusedOne()
{
    start(makeToken("new"));
    const QFuture<Result<Token>> future = m_broker->renew(m_need, makeToken("old"));
    QVERIFY(future.isFinished());
    QCOMPARE(future.resultAt(0)->value, Secret("new"_ba));
    const QFuture<Result<Token>> refused = m_broker->renew(m_need, makeToken("new"));
    QVERIFY(!refused.isFinished());
    QTRY_COMPARE(m_iam->count(), 2);
}

ACX_TEST_MAIN(TestTokenBroker)
#include "test_token_broker.moc"
