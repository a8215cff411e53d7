// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/base/app_info.h"
#include "app/credentials/keychain_errors.h"
#include "app/credentials/keychain_store.h"
#include "tests/credentials/stand_in_service.h"
#include "tests/credentials/ticker.h"
#include "tests/support/test_main.h"
#include "tests/support/wait.h"

#include <QRegularExpression>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace acx;

namespace {

const QString name = u"profile/one/api-key"_s;
const QString otherName = u"profile/two/api-key"_s;

QString entry(const QString &key = name)
{
    return QLatin1StringView(applicationId) + u'/' + key;
}

Secret secret(const char *text)
{
    return Secret(QByteArray(text));
}

} // namespace

/// What a keychain does on a bad day, played by a Secret Service of our own.
class TestKeychainFaults final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();

    void roundTrip();
    void hungReadLetsEverythingElseFailFast();
    void lateWriteIsTakenBack();
    void lateWriteBringsThePreviousKeyBack();
    void lateWriteOfSomebodyElseIsLeftAlone();
    void hungReadBackIsTakenBack();
    void writeWithLostAnswerIsTakenBack();
    void storeMayGoWhileAJobIsOut();
    void mismatchIsNotSaved();
    void refusedRemovalIsNotClaimed();
    void promptAccepted();
    void promptDeclinedOnceIsNotRepeated();
    void slowPromptAsksOnlyOnce();
    void promptTimesOut();
    void statusNeverPrompts();
    void noKeyringYet();
    void missingIsToldFromLocked();
    void refusedAccess();

private:
    [[nodiscard]] std::unique_ptr<KeychainStore> store(std::chrono::milliseconds deadline = 5s,
                                                       std::chrono::milliseconds promptDeadline = 20s) const;
    std::unique_ptr<StandInService> m_service;
};

void TestKeychainFaults::initTestCase()
{
    // One for all: libsecret keeps its session with the service for the life of the process.
    m_service = std::make_unique<StandInService>();
    QVERIFY(m_service->start());
}

void TestKeychainFaults::init()
{
    QTest::failOnWarning(QRegularExpression(u".?"_s));
}

void TestKeychainFaults::cleanup()
{
    m_service->behaveAgain();
    m_service->release();
    m_service->setLocked(false);
    const auto tidy = store();
    QVERIFY(waitFor(tidy->remove(name)).has_value());
    QVERIFY(waitFor(tidy->remove(otherName)).has_value());
}

std::unique_ptr<KeychainStore> TestKeychainFaults::store(std::chrono::milliseconds deadline,
                                                         std::chrono::milliseconds promptDeadline) const
{
    return std::make_unique<KeychainStore>(KeychainOptions{deadline, promptDeadline});
}

void TestKeychainFaults::roundTrip()
{
    const auto keychain = store();
    QVERIFY(waitFor(keychain->write(name, secret("first"))).has_value());
    QCOMPARE(m_service->items().value(entry()), "first"_ba);
    QVERIFY(waitFor(keychain->read(name)) == secret("first"));
    QVERIFY(waitFor(keychain->remove(name)).has_value());
    QVERIFY(m_service->items().isEmpty());
}

void TestKeychainFaults::hungReadLetsEverythingElseFailFast()
{
    const auto keychain = store(300ms);
    m_service->setItem(entry(), "there");
    m_service->hold(u"SearchItems"_s);
    const Ticker ticker;
    const auto hung = keychain->read(name);
    const auto queued = keychain->read(otherName);
    const auto first = waitFor(hung);
    QVERIFY(!first);
    QCOMPARE(first.error().kind, ErrorKind::KeychainTimeout);
    QVERIFY(ticker.ticks() > 5);
    const auto second = waitFor(queued);
    QVERIFY(!second);
    QCOMPARE(second.error().kind, ErrorKind::KeychainTimeout);

    // Nothing more is started: these are answered at once.
    const int calls = m_service->calls(u"Get"_s);
    const auto third = keychain->write(otherName, secret("x"));
    QVERIFY(third.isFinished());
    QCOMPARE(third.result().error().kind, ErrorKind::KeychainTimeout);
    QVERIFY(keychain->remove(name).isFinished());
    QCOMPARE(m_service->calls(u"Get"_s), calls);
    QCOMPARE(waitFor(keychain->status())->state, StoreState::NotAnswering);

    m_service->release();
    QTRY_VERIFY(waitFor(keychain->read(name)) == secret("there"));
    QCOMPARE(waitFor(keychain->status())->state, StoreState::Ready);
}

void TestKeychainFaults::lateWriteIsTakenBack()
{
    const auto keychain = store(2s);
    m_service->hold(u"CreateItem"_s);
    const Status written = waitFor(keychain->write(name, secret("late")));
    QVERIFY(!written);
    QCOMPARE(written.error().kind, ErrorKind::KeychainTimeout);
    QTRY_COMPARE(m_service->held(), 1);
    m_service->release();
    QCOMPARE(m_service->items().value(entry()), "late"_ba);
    QTRY_VERIFY(m_service->items().isEmpty());
}

void TestKeychainFaults::lateWriteBringsThePreviousKeyBack()
{
    const auto keychain = store(2s);
    m_service->setItem(entry(), "previous");
    m_service->hold(u"CreateItem"_s);
    QCOMPARE(waitFor(keychain->write(name, secret("late"))).error().kind, ErrorKind::KeychainTimeout);
    QTRY_COMPARE(m_service->held(), 1);
    m_service->release();
    QCOMPARE(m_service->items().value(entry()), "late"_ba);
    QTRY_COMPARE(m_service->items().value(entry()), "previous"_ba);
}

void TestKeychainFaults::lateWriteOfSomebodyElseIsLeftAlone()
{
    const auto keychain = store(2s);
    m_service->hold(u"CreateItem"_s);
    QCOMPARE(waitFor(keychain->write(name, secret("late"))).error().kind, ErrorKind::KeychainTimeout);
    QTRY_COMPARE(m_service->held(), 1);
    m_service->release();
    m_service->setItem(entry(), "of another program");
    QTRY_VERIFY(waitFor(keychain->read(name)) == secret("of another program"));
    QCOMPARE(m_service->items().value(entry()), "of another program"_ba);
}

void TestKeychainFaults::hungReadBackIsTakenBack()
{
    const auto keychain = store(2s);
    m_service->hold(u"GetSecrets"_s);
    QCOMPARE(waitFor(keychain->write(name, secret("unproven"))).error().kind, ErrorKind::KeychainTimeout);
    QCOMPARE(m_service->items().value(entry()), "unproven"_ba);
    m_service->release();
    QTRY_VERIFY(m_service->items().isEmpty());
}

void TestKeychainFaults::writeWithLostAnswerIsTakenBack()
{
    const auto keychain = store();
    m_service->doAndDeny(u"CreateItem"_s);
    const Status written = waitFor(keychain->write(name, secret("doubtful")));
    QVERIFY(!written);
    QCOMPARE(written.error().kind, ErrorKind::KeychainFailed);
    QVERIFY(!written.error().technical.isEmpty());
    QTRY_VERIFY(m_service->items().isEmpty());
}

void TestKeychainFaults::storeMayGoWhileAJobIsOut()
{
    auto keychain = store();
    m_service->hold(u"CreateItem"_s);
    const auto written = keychain->write(name, secret("late"));
    QTRY_COMPARE(m_service->held(), 1);
    keychain.reset();
    const Status result = waitFor(written);
    QVERIFY(!result);
    QCOMPARE(result.error().kind, ErrorKind::Cancelled);
    m_service->release();
    // QtKeychain is free for the next store.
    const auto next = store();
    QVERIFY(waitFor(next->write(otherName, secret("x"))).has_value());
}

void TestKeychainFaults::mismatchIsNotSaved()
{
    const auto keychain = store();
    m_service->alterSecrets([](const QByteArray &value) { return value.first(2); });
    const Status written = waitFor(keychain->write(name, secret("long key")));
    QVERIFY(!written);
    QCOMPARE(written.error().kind, ErrorKind::KeychainMismatch);
    QVERIFY(written.error().sentence.contains("not saved"_L1));
    QTRY_VERIFY(m_service->items().isEmpty());
}

void TestKeychainFaults::refusedRemovalIsNotClaimed()
{
    const auto keychain = store();
    m_service->setItem(entry(), "there");
    m_service->refuse(u"Delete"_s, u"org.freedesktop.DBus.Error.AccessDenied"_s);
    const Status removed = waitFor(keychain->remove(name));
    QVERIFY(!removed);
    QCOMPARE(removed.error().kind, ErrorKind::KeychainFailed);
    QVERIFY(removed.error().sentence.contains("not removed"_L1));
    QCOMPARE(m_service->items().value(entry()), "there"_ba);
}

void TestKeychainFaults::promptAccepted()
{
    const auto keychain = store();
    m_service->setItem(entry(), "there");
    m_service->setLocked(true);
    const int before = m_service->prompts();
    const auto read = keychain->read(name);
    QTRY_VERIFY(m_service->isPromptOpen());
    m_service->answerPrompt(true);
    QVERIFY(waitFor(read) == secret("there"));
    QCOMPARE(m_service->prompts(), before + 1);
}

void TestKeychainFaults::promptDeclinedOnceIsNotRepeated()
{
    const auto keychain = store();
    m_service->setItem(entry(), "there");
    m_service->setLocked(true);
    const int before = m_service->prompts();
    const auto read = keychain->read(name);
    const auto second = keychain->read(name);
    QTRY_VERIFY(m_service->isPromptOpen());
    m_service->answerPrompt(false);
    QCOMPARE(waitFor(read).error().kind, ErrorKind::KeychainLocked);
    QCOMPARE(waitFor(second).error().kind, ErrorKind::KeychainLocked);
    QCOMPARE(waitFor(keychain->read(otherName)).error().kind, ErrorKind::KeychainLocked);
    QCOMPARE(m_service->prompts(), before + 1);

    keychain->allowPrompt();
    const auto again = keychain->read(name);
    QTRY_VERIFY(m_service->isPromptOpen());
    m_service->answerPrompt(true);
    QVERIFY(waitFor(again) == secret("there"));

    // What the person asks for may always ask back.
    m_service->setLocked(true);
    const auto declined = keychain->read(name);
    QTRY_VERIFY(m_service->isPromptOpen());
    m_service->answerPrompt(false);
    QCOMPARE(waitFor(declined).error().kind, ErrorKind::KeychainLocked);
    const auto written = keychain->write(otherName, secret("x"));
    QTRY_VERIFY(m_service->isPromptOpen());
    m_service->answerPrompt(true);
    QVERIFY(waitFor(written).has_value());
}

void TestKeychainFaults::slowPromptAsksOnlyOnce()
{
    // The question stays open far beyond the deadline of an ordinary call.
    const auto keychain = store(1s);
    m_service->setItem(entry(), "there");
    m_service->setLocked(true);
    const int before = m_service->prompts();
    const Ticker ticker;
    const auto first = keychain->read(name);
    const auto second = keychain->read(name);
    QTRY_VERIFY(m_service->isPromptOpen());
    QTRY_VERIFY(ticker.ticks() > 120);
    QVERIFY(!first.isFinished());
    QCOMPARE(waitFor(keychain->status())->state, StoreState::Locked);
    m_service->answerPrompt(true);
    QVERIFY(waitFor(first) == secret("there"));
    QVERIFY(waitFor(second) == secret("there"));
    QCOMPARE(m_service->prompts(), before + 1);
}

void TestKeychainFaults::promptTimesOut()
{
    const auto keychain = store(5s, 200ms);
    m_service->setLocked(true);
    const Status written = waitFor(keychain->write(name, secret("x")));
    QVERIFY(!written);
    QCOMPARE(written.error().kind, ErrorKind::KeychainLocked);
    // The question is withdrawn.
    QTRY_VERIFY(!m_service->isPromptOpen());
    QVERIFY(m_service->calls(u"Dismiss"_s) > 0);
    QVERIFY(m_service->items().isEmpty());
}

void TestKeychainFaults::statusNeverPrompts()
{
    const auto keychain = store();
    m_service->setLocked(true);
    const int before = m_service->prompts();
    const auto status = waitFor(keychain->status());
    QVERIFY(status);
    QCOMPARE(status->state, StoreState::Locked);
    QCOMPARE(status->name, u"Secret Service"_s);
    QCOMPARE(m_service->prompts(), before);
}

void TestKeychainFaults::noKeyringYet()
{
    const auto keychain = store();
    m_service->refuse(u"Get"_s, u"org.freedesktop.DBus.Error.UnknownObject"_s);
    QCOMPARE(waitFor(keychain->status())->state, StoreState::Locked);
    // Nothing that could be unlocked.
    const Error unread = waitFor(keychain->read(name)).error();
    QVERIFY2(isWithoutKeyring(unread), qPrintable(unread.message()));
    const Error unremoved = waitFor(keychain->remove(name)).error();
    QVERIFY2(isWithoutKeyring(unremoved), qPrintable(unremoved.message()));
    QVERIFY(unread.sentence != unremoved.sentence);
    // A write makes the keyring.
    QVERIFY(waitFor(keychain->write(name, secret("first"))).has_value());
}

void TestKeychainFaults::missingIsToldFromLocked()
{
    const auto keychain = store();
    const auto missing = waitFor(keychain->read(name));
    QCOMPARE(missing.error().kind, ErrorKind::SecretMissing);
    QVERIFY(waitFor(keychain->remove(name)).has_value());
}

void TestKeychainFaults::refusedAccess()
{
    const auto keychain = store();
    m_service->refuse(u"CreateItem"_s, u"org.freedesktop.Secret.Error.IsLocked"_s);
    const Status written = waitFor(keychain->write(name, secret("x")));
    QVERIFY(!written);
    QCOMPARE(written.error().kind, ErrorKind::KeychainDenied);
    QVERIFY(!written.error().nextStep.isEmpty());
}

ACX_TEST_MAIN(TestKeychainFaults)
#include "test_keychain_faults.moc"
