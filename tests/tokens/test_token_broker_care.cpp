// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/test_main.h"
#include "tests/tokens/broker_fixture.h"

#include <QSignalSpy>

using namespace Qt::StringLiterals;
using namespace acx;
using namespace std::chrono_literals;

/// Single-use keys, forgetting, cancelling, and keeping tokens alive unasked.
class TestTokenBrokerCare final : public BrokerFixture
{
    Q_OBJECT

private Q_SLOTS:
    void init() { setUp(); }
    void e7_singleUseKeyWaitsForAWord();
    void e7_wordCountsWhileTheKeyIsRead();
    void e7_usedKeyThatIsSaidToBeSingleUseStaysUsed();
    void e7_singleUseKeyIsNotSpentTwice();
    void e7_singleUseKeyThatWasRefusedIsNotSpent();
    void e7_forgettingDoesNotMakeAUsedKeyFresh();
    void e7_replacedSingleUseKeyIsExchanged();
    void cancelStopsOnlyOneCaller();
    void forgetDuringFlightCancelsCallersAndDropsTheAnswer();
    void forgottenNeedStartsAfresh();
    void lockedKeychainIsTheCallersError();
    void brokerMayDieWithCallersWaiting();
    void kindsAndProfilesAreApart();
    void keepAliveRenewsUnasked();
    void keepAliveTriesAgainAfterPassingFaultsOnly_data();
    void keepAliveTriesAgainAfterPassingFaultsOnly();
    void keepAliveDoesNotHammerWithShortLives();
    void expiryIsTold();
    void exchangesAreCounted();
    void unknownKindIsAnError();
};

void TestTokenBrokerCare::e7_singleUseKeyWaitsForAWord()
{
    useSingleUseKey();
    m_broker->keepAlive(m_need.profile);
    const Result<Token> unasked = waitFor(m_broker->token(m_need));
    QCOMPARE(unasked.error().kind, ErrorKind::Unsupported);
    QVERIFY(unasked.error().sentence.contains(u"would use it up"_s));
    QVERIFY(!unasked.error().nextStep.isEmpty());
    m_clock.advance(100s);
    m_broker->checkNow();
    settle();
    QCOMPARE(m_platform->count(), 0);
    QCOMPARE(m_broker->exchangesInLastHour(), 0);
    // Nothing has failed.
    QVERIFY(!m_broker->state(m_need).lastError);
    QVERIFY(!m_broker->state(m_need).exchanging);
    start(makeToken("one", 28'800s, TokenKind::Platform));
    QCOMPARE(waitFor(m_broker->token(m_need))->value, Secret("one"_ba));
    QCOMPARE(m_platform->count(), 1);
}

void TestTokenBrokerCare::e7_wordCountsWhileTheKeyIsRead()
{
    useSingleUseKey();
    const QFuture<Result<Token>> unasked = m_broker->token(m_need);
    const QFuture<Result<Token>> asked = m_broker->renew(m_need);
    QTRY_COMPARE(m_platform->count(), 1);
    m_platform->answer(makeToken("one", 28'800s, TokenKind::Platform));
    QCOMPARE(waitFor(asked)->value, Secret("one"_ba));
    QCOMPARE(waitFor(unasked)->value, Secret("one"_ba));
}

void TestTokenBrokerCare::e7_usedKeyThatIsSaidToBeSingleUseStaysUsed()
{
    useSingleUseKey();
    m_credentials.singleUseKey = false;
    start(makeToken("one", 28'800s, TokenKind::Platform));
    m_credentials.singleUseKey = true;
    m_broker->keepAlive(m_need.profile);
    m_clock.advance(25'000s);
    QCOMPARE(waitFor(m_broker->token(m_need))->value, Secret("one"_ba));
    m_broker->checkNow();
    settle();
    QCOMPARE(m_platform->count(), 1);
    m_clock.advance(10'000s);
    m_broker->checkNow();
    const Result<Token> over = waitFor(m_broker->token(m_need));
    QVERIFY(over.error().sentence.contains(u"has been exchanged"_s));
    QCOMPARE(m_platform->count(), 1);
}

void TestTokenBrokerCare::e7_singleUseKeyIsNotSpentTwice()
{
    useSingleUseKey();
    start(makeToken("one", 28'800s, TokenKind::Platform));
    QCOMPARE(m_platform->count(), 1);
    m_broker->keepAlive(m_need.profile);
    // Neither in the background, nor by a call after the end, nor after a 401.
    m_clock.advance(25'000s);
    QVERIFY(m_broker->token(m_need).isFinished());
    m_broker->checkNow();
    settle();
    QCOMPARE(waitFor(m_broker->renew(m_need, m_broker->state(m_need).token)).error().kind, ErrorKind::Unsupported);
    QCOMPARE(m_broker->token(m_need).resultAt(0)->value, Secret("one"_ba));
    m_clock.advance(10'000s);
    m_broker->checkNow();
    QCOMPARE(waitFor(m_broker->token(m_need)).error().kind, ErrorKind::Unsupported);
    QCOMPARE(m_platform->count(), 1);
    // A person's own word is enough.
    const QFuture<Result<Token>> insisted = m_broker->renew(m_need);
    QTRY_COMPARE(m_platform->count(), 2);
    QVERIFY(!m_platform->last().renewal);
    m_platform->answer(makeToken("two", 28'800s, TokenKind::Platform));
    QCOMPARE(waitFor(insisted)->value, Secret("two"_ba));
}

void TestTokenBrokerCare::e7_singleUseKeyThatWasRefusedIsNotSpent()
{
    useSingleUseKey();
    const QFuture<Result<Token>> refused = m_broker->renew(m_need);
    QTRY_COMPARE(m_platform->count(), 1);
    m_platform->answer(fail(fault(ErrorKind::ServiceRefused)));
    QCOMPARE(waitFor(refused).error().kind, ErrorKind::ServiceRefused);
    QVERIFY(waitFor(m_broker->token(m_need)).error().sentence.contains(u"would use it up"_s));
    const QFuture<Result<Token>> unknown = m_broker->renew(m_need);
    QTRY_COMPARE(m_platform->count(), 2);
    m_platform->answer(fail(fault(ErrorKind::UnknownOutcome)));
    QCOMPARE(waitFor(unknown).error().kind, ErrorKind::UnknownOutcome);
    QVERIFY(waitFor(m_broker->token(m_need)).error().sentence.contains(u"has been exchanged"_s));
    QCOMPARE(m_platform->count(), 2);
}

void TestTokenBrokerCare::e7_forgettingDoesNotMakeAUsedKeyFresh()
{
    useSingleUseKey();
    start(makeToken("one", 28'800s, TokenKind::Platform));
    m_broker->forgetAll();
    QCOMPARE(waitFor(m_broker->token(m_need)).error().kind, ErrorKind::Unsupported);
    QCOMPARE(m_platform->count(), 1);
}

void TestTokenBrokerCare::e7_replacedSingleUseKeyIsExchanged()
{
    useSingleUseKey();
    start(makeToken("one", 28'800s, TokenKind::Platform));
    m_credentials.apiKey = Secret("another-key"_ba);
    m_broker->forgetProfile(m_need.profile);
    QVERIFY(waitFor(m_broker->token(m_need)).error().sentence.contains(u"would use it up"_s));
    const QFuture<Result<Token>> future = m_broker->renew(m_need);
    QTRY_COMPARE(m_platform->count(), 2);
    m_platform->answer(makeToken("two", 28'800s, TokenKind::Platform));
    QVERIFY(waitFor(future));
}

void TestTokenBrokerCare::cancelStopsOnlyOneCaller()
{
    QFuture<Result<Token>> impatient = m_broker->token(m_need);
    const QFuture<Result<Token>> patient = m_broker->token(m_need);
    QTRY_COMPARE(m_iam->count(), 1);
    impatient.cancel();
    QVERIFY(!m_iam->last().cancel.isCancelled());
    m_iam->answer(makeToken("one"));
    QVERIFY(waitFor(patient));
    QCOMPARE(waitFor(impatient).error().kind, ErrorKind::Cancelled);
}

void TestTokenBrokerCare::forgetDuringFlightCancelsCallersAndDropsTheAnswer()
{
    const QFuture<Result<Token>> future = m_broker->token(m_need);
    QTRY_COMPARE(m_iam->count(), 1);
    m_broker->forget(m_need);
    QVERIFY(m_iam->last().cancel.isCancelled());
    QCOMPARE(waitFor(future).error().kind, ErrorKind::Cancelled);
    m_iam->answer(makeToken("late"));
    settle();
    QVERIFY(!m_broker->state(m_need).token);
    QVERIFY(!m_broker->state(m_need).lastError);
}

void TestTokenBrokerCare::forgottenNeedStartsAfresh()
{
    const QFuture<Result<Token>> first = m_broker->token(m_need);
    QTRY_COMPARE(m_iam->count(), 1);
    m_broker->forgetProfile(m_need.profile);
    const QFuture<Result<Token>> second = m_broker->token(m_need);
    QTRY_COMPARE(m_iam->count(), 2);
    m_iam->answer(0, makeToken("late"));
    settle();
    QVERIFY(!second.isFinished());
    m_iam->answer(1, makeToken("right"));
    QCOMPARE(waitFor(second)->value, Secret("right"_ba));
}

void TestTokenBrokerCare::lockedKeychainIsTheCallersError()
{
    m_sourceError = fault(ErrorKind::KeychainLocked);
    QCOMPARE(waitFor(m_broker->token(m_need)).error().kind, ErrorKind::KeychainLocked);
    QCOMPARE(m_iam->count(), 0);
    QCOMPARE(m_broker->exchangesInLastHour(), 0);
    m_sourceError.reset();
    const QFuture<Result<Token>> unlocked = m_broker->token(m_need);
    QTRY_COMPARE(m_iam->count(), 1);
    m_iam->answer(makeToken("one"));
    QVERIFY(waitFor(unlocked));
}

void TestTokenBrokerCare::brokerMayDieWithCallersWaiting()
{
    const QFuture<Result<Token>> future = m_broker->token(m_need);
    QTRY_COMPARE(m_iam->count(), 1);
    m_broker.reset();
    QCOMPARE(waitFor(future).error().kind, ErrorKind::Cancelled);
}

void TestTokenBrokerCare::kindsAndProfilesAreApart()
{
    const TokenNeed other{QUuid::createUuid(), TokenKind::Iam};
    const TokenNeed otherKind{m_need.profile, TokenKind::Platform};
    QVERIFY(!m_broker->token(m_need).isFinished());
    QVERIFY(!m_broker->token(other).isFinished());
    QVERIFY(!m_broker->token(otherKind).isFinished());
    QTRY_COMPARE(m_iam->count(), 2);
    QTRY_COMPARE(m_platform->count(), 1);
    m_broker->forgetProfile(other.profile);
    QVERIFY(!m_broker->state(other).exchanging);
    QVERIFY(m_broker->state(m_need).exchanging);
    QVERIFY(m_broker->state(otherKind).exchanging);
}

void TestTokenBrokerCare::keepAliveRenewsUnasked()
{
    start(makeToken("one"));
    m_clock.advance(2900s);
    m_broker->checkNow();
    settle();
    QCOMPARE(m_iam->count(), 1);
    m_broker->keepAlive(m_need.profile);
    m_broker->checkNow();
    QTRY_COMPARE(m_iam->count(), 2);
    m_iam->answer(makeToken("two"));
    QTRY_COMPARE(m_broker->state(m_need).token->value, Secret("two"_ba));
    // After a night of sleep too.
    m_clock.advance(std::chrono::hours(9));
    m_broker->checkNow();
    QTRY_COMPARE(m_iam->count(), 3);
    m_broker->keepAlive({});
}

void TestTokenBrokerCare::keepAliveTriesAgainAfterPassingFaultsOnly_data()
{
    QTest::addColumn<ErrorKind>("kind");
    QTest::addColumn<int>("status");
    QTest::addColumn<int>("exchanges");
    QTest::newRow("no network") << ErrorKind::Network << 0 << 2;
    QTest::newRow("service fault") << ErrorKind::ServiceFault << 503 << 2;
    QTest::newRow("timeout") << ErrorKind::Timeout << 0 << 2;
    QTest::newRow("too many requests") << ErrorKind::ServiceRefused << 429 << 2;
    QTest::newRow("asked for a pause") << ErrorKind::ServiceRefused << 503 << 2;
    QTest::newRow("wrong key") << ErrorKind::ServiceRefused << 400 << 1;
    QTest::newRow("locked keychain") << ErrorKind::KeychainLocked << 0 << 1;
}

void TestTokenBrokerCare::keepAliveTriesAgainAfterPassingFaultsOnly()
{
    QFETCH(ErrorKind, kind);
    QFETCH(int, status);
    QFETCH(int, exchanges);
    m_broker->keepAlive(m_need.profile);
    const QFuture<Result<Token>> future = m_broker->token(m_need);
    QTRY_COMPARE(m_iam->count(), 1);
    Error error = fault(kind);
    error.httpStatus = status;
    m_iam->answer(fail(error));
    QVERIFY(!waitFor(future));
    m_clock.advance(59s);
    m_broker->checkNow();
    settle();
    QCOMPARE(m_iam->count(), 1);
    m_clock.advance(2s);
    m_broker->checkNow();
    settle();
    QCOMPARE(m_iam->count(), exchanges);
}

void TestTokenBrokerCare::keepAliveDoesNotHammerWithShortLives()
{
    m_broker->keepAlive(m_need.profile);
    start(makeToken("short", 2s));
    m_clock.advance(3s);
    m_broker->checkNow();
    settle();
    QCOMPARE(m_iam->count(), 1);
    m_clock.advance(3s);
    m_broker->checkNow();
    QTRY_COMPARE(m_iam->count(), 2);
}

void TestTokenBrokerCare::expiryIsTold()
{
    start(makeToken("one"));
    QSignalSpy spy(m_broker.get(), &TokenBroker::stateChanged);
    m_broker->checkNow();
    QCOMPARE(spy.size(), 0);
    m_clock.advance(3595s);
    m_broker->checkNow();
    m_broker->checkNow();
    QCOMPARE(spy.size(), 1);
}

void TestTokenBrokerCare::exchangesAreCounted()
{
    start(makeToken("one"));
    QCOMPARE(m_broker->exchangesInLastHour(), 1);
    m_clock.advance(3599s);
    QVERIFY(!m_broker->token(m_need).isFinished());
    QTRY_COMPARE(m_broker->exchangesInLastHour(), 2);
    m_clock.advance(2s);
    QCOMPARE(m_broker->exchangesInLastHour(), 1);
}

void TestTokenBrokerCare::unknownKindIsAnError()
{
    const QFuture<Result<Token>> future = m_broker->token({m_need.profile, TokenKind::ApiConnect});
    QCOMPARE(waitFor(future).error().kind, ErrorKind::Internal);
}

ACX_TEST_MAIN(TestTokenBrokerCare)
#include "test_token_broker_care.moc"
