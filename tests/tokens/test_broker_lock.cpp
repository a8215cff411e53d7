// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/test_main.h"
#include "tests/tokens/broker_fixture.h"

using namespace acx;
using namespace std::chrono_literals;

/// What the broker does while the program is locked.
class TestBrokerLock final : public BrokerFixture
{
    Q_OBJECT

private Q_SLOTS:
    void init() { setUp(); }

    void lockingForgetsAndNothingIsHandedOut()
    {
        start(makeToken("token-1"));
        m_broker->setLocked(true);
        QVERIFY(!m_broker->state(m_need).token);
        const int exchanges = m_iam->count();
        const Result<Token> asked = waitFor(m_broker->token(m_need));
        QVERIFY(!asked);
        QCOMPARE(asked.error().kind, ErrorKind::Cancelled);
        QVERIFY(!waitFor(m_broker->renew(m_need)));
        settle();
        QCOMPARE(m_iam->count(), exchanges);
        QVERIFY(!m_broker->state(m_need).exchanging);
    }

    void theBackgroundRestsWhileLocked()
    {
        m_broker->keepAlive(m_need.profile);
        start(makeToken("token-1"));
        m_broker->setLocked(true);
        const int exchanges = m_iam->count();
        const int reads = m_sourceCalls;
        for (int i = 0; i < 100; ++i) {
            m_clock.advance(60s);
            m_broker->checkNow();
            settle();
        }
        QCOMPARE(m_iam->count(), exchanges);
        QCOMPARE(m_sourceCalls, reads); // the keychain is left alone, too
    }

    void aLateAnswerIsDropped_data()
    {
        QTest::addColumn<bool>("unlocked");
        QTest::newRow("E8 late answer while locked") << false;
        QTest::newRow("E8 late answer after unlocking") << true;
    }
    void aLateAnswerIsDropped()
    {
        QFETCH(bool, unlocked);
        const QFuture<Result<Token>> future = m_broker->token(m_need);
        QTRY_COMPARE(m_iam->count(), 1);
        m_broker->setLocked(true);
        QVERIFY(m_iam->last().cancel.isCancelled());
        QCOMPARE(waitFor(future).error().kind, ErrorKind::Cancelled);
        if (unlocked)
            m_broker->setLocked(false);
        m_iam->answer(makeToken("too-late"));
        settle();
        QVERIFY(!m_broker->state(m_need).token);
    }

    void whoHearsOfItAndAsksGetsNothing()
    {
        start(makeToken("token-1"));
        const int exchanges = m_iam->count();
        connect(m_broker.get(), &TokenBroker::stateChanged, this,
                [this](const TokenNeed &need) { (void)m_broker->token(need); });
        m_broker->setLocked(true);
        settle();
        QCOMPARE(m_iam->count(), exchanges);
    }

    void unlockingAsksTheKeychainAnew()
    {
        start(makeToken("token-1"));
        m_broker->setLocked(true);
        m_broker->setLocked(false);
        const int reads = m_sourceCalls;
        const QFuture<Result<Token>> future = m_broker->token(m_need);
        QTRY_COMPARE(m_iam->count(), 2);
        QCOMPARE(m_sourceCalls, reads + 1);
        QVERIFY(!m_iam->last().renewal);
        m_iam->answer(makeToken("token-2"));
        QCOMPARE(waitFor(future)->value, Secret(QByteArray("token-2")));
    }
};

ACX_TEST_MAIN(TestBrokerLock)
#include "test_broker_lock.moc"
