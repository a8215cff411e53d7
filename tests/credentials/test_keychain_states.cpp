// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/credentials/key_fingerprint.h"
#include "tests/credentials/keychain_bench.h"
#include "tests/credentials/ticker.h"
#include "tests/support/test_main.h"

#include <QRegularExpression>
#include <QSet>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace acx;

/// The store while its keyring is locked, stopped or killed.
class TestKeychainStates final : public KeychainBench
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { needPrivateKeyring(); }
    void init() { QTest::failOnWarning(QRegularExpression(u".?"_s)); }
    void cleanup() { removeEntries(); }

    void lockedKeepsEverything();
    void lockedThenUnlocked();
    void stoppedDaemon();
    void killedDaemonIsLockedNotEmpty();
    void killedWhileNobodyWatches();
    void killedDuringCalls();
    void fingerprintOfALockedStore();
    void textsDiffer();
};

void TestKeychainStates::lockedKeepsEverything()
{
    const auto keychain = store();
    QVERIFY(waitFor(keychain->write(name, secret("kept"))).has_value());
    QVERIFY(m_keyring.lock());

    const Ticker ticker;
    const auto read = waitFor(keychain->read(name));
    QVERIFY(!read);
    QCOMPARE(read.error().kind, ErrorKind::KeychainLocked);
    QCOMPARE(waitFor(keychain->read(otherName)).error().kind, ErrorKind::KeychainLocked);
    QCOMPARE(waitFor(keychain->write(otherName, secret("new"))).error().kind, ErrorKind::KeychainLocked);
    QCOMPARE(waitFor(keychain->write(name, secret("new"))).error().kind, ErrorKind::KeychainLocked);
    const Status removed = waitFor(keychain->remove(name));
    QVERIFY(!removed);
    QCOMPARE(removed.error().kind, ErrorKind::KeychainLocked);
    QVERIFY(removed.error().sentence.contains("could not be removed while the keychain is locked"_L1));
    QTRY_VERIFY(ticker.ticks() > 0); // a locked keyring may answer before the first tick
    QCOMPARE(m_keyring.isLocked(), true);

    QVERIFY(m_keyring.unlock());
    QCOMPARE(m_keyring.secretOf(entry()), "kept"_ba);
    QCOMPARE(m_keyring.countItems(entry(otherName)), 0);
}

void TestKeychainStates::lockedThenUnlocked()
{
    const auto keychain = store();
    QVERIFY(waitFor(keychain->write(name, secret("kept"))).has_value());
    QVERIFY(m_keyring.lock());
    QCOMPARE(waitFor(keychain->read(name)).error().kind, ErrorKind::KeychainLocked);
    QVERIFY(m_keyring.unlock());
    QVERIFY(waitFor(keychain->read(name)) == secret("kept"));
    QVERIFY(waitFor(keychain->remove(name)).has_value());
    QCOMPARE(m_keyring.countItems(entry()), 0);
}

void TestKeychainStates::stoppedDaemon()
{
    const auto keychain = store();
    QVERIFY(waitFor(keychain->write(name, secret("kept"))).has_value());
    const auto impatient = store(300ms);
    QVERIFY(m_keyring.stop());
    const Ticker ticker;
    const auto read = waitFor(impatient->read(name));
    const auto written = waitFor(impatient->write(otherName, secret("new")));
    const auto removed = waitFor(impatient->remove(name));
    const auto status = waitFor(impatient->status());
    QVERIFY(m_keyring.resume());
    QVERIFY(ticker.ticks() > 20);
    QCOMPARE(read.error().kind, ErrorKind::KeychainTimeout);
    QCOMPARE(written.error().kind, ErrorKind::KeychainTimeout);
    QCOMPARE(removed.error().kind, ErrorKind::KeychainTimeout);
    QCOMPARE(status->state, StoreState::NotAnswering);

    QVERIFY(waitFor(keychain->read(name)) == secret("kept"));
    QCOMPARE(m_keyring.countItems(entry(otherName)), 0);
}

void TestKeychainStates::killedDaemonIsLockedNotEmpty()
{
    const auto keychain = store();
    QVERIFY(waitFor(keychain->write(name, secret("kept"))).has_value());
    QVERIFY(m_keyring.kill());
    // The bus starts a new daemon, which is locked.
    const auto read = waitFor(keychain->read(name));
    QVERIFY(!read);
    QCOMPARE(read.error().kind, ErrorKind::KeychainLocked);
    QCOMPARE(waitFor(keychain->remove(name)).error().kind, ErrorKind::KeychainLocked);
    QVERIFY(m_keyring.unlock());
    QVERIFY(waitFor(keychain->read(name)) == secret("kept"));
}

void TestKeychainStates::killedWhileNobodyWatches()
{
    QVERIFY(waitFor(store()->write(name, secret("kept"))).has_value());
    QVERIFY(m_keyring.kill());
    QVERIFY(m_keyring.unlock());
    // libsecret still holds its session with the service that is gone.
    const auto keychain = store();
    QVERIFY(waitFor(keychain->read(name)) == secret("kept"));
    QVERIFY(waitFor(keychain->write(name, secret("changed"))).has_value());
    QCOMPARE(m_keyring.secretOf(entry()), "changed"_ba);
}

void TestKeychainStates::killedDuringCalls()
{
    const auto keychain = store();
    QVERIFY(waitFor(keychain->write(name, secret("kept"))).has_value());
    for (int round = 0; round < 5; ++round) {
        const auto read = keychain->read(name);
        const auto removed = keychain->remove(otherName);
        // As far as the steps come within a few turns of the event loop.
        for (int turn = 0; turn <= round; ++turn)
            QCoreApplication::processEvents();
        QVERIFY(m_keyring.kill());
        const Result<Secret> result = waitFor(read);
        QVERIFY(result || result.error().kind != ErrorKind::SecretMissing);
        QVERIFY(!result || *result == secret("kept"));
        const Status gone = waitFor(removed);
        QVERIFY(gone || gone.error().kind != ErrorKind::Internal);
        QVERIFY(m_keyring.unlock());
        QCOMPARE(m_keyring.secretOf(entry()), "kept"_ba);
    }
}

void TestKeychainStates::fingerprintOfALockedStore()
{
    const auto keychain = store();
    KeyFingerprint made(*keychain);
    const auto before = waitFor(made.of(secret("key")));
    QVERIFY(before);
    QVERIFY(m_keyring.lock());
    KeyFingerprint fingerprint(*keychain);
    const auto locked = waitFor(fingerprint.of(secret("key")));
    QVERIFY(!locked);
    QCOMPARE(locked.error().kind, ErrorKind::KeychainLocked);
    QVERIFY(m_keyring.unlock());
    QVERIFY(waitFor(fingerprint.of(secret("key"))) == before);
}

void TestKeychainStates::textsDiffer()
{
    const auto keychain = store();
    QVERIFY(waitFor(keychain->write(name, secret("kept"))).has_value());
    QSet<QString> texts{waitFor(keychain->read(otherName)).error().message()};
    QVERIFY(m_keyring.lock());
    texts << waitFor(keychain->read(name)).error().message();
    QVERIFY(m_keyring.stop());
    const auto impatient = store(200ms);
    texts << waitFor(impatient->read(name)).error().message();
    QVERIFY(m_keyring.resume());
    QCOMPARE(texts.size(), 3);
}

ACX_TEST_MAIN(TestKeychainStates)
#include "test_keychain_states.moc"
