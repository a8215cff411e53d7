// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/base/app_info.h"
#include "app/credentials/key_fingerprint.h"
#include "app/credentials/keychain_store.h"
#include "app/credentials/session_store.h"
#include "tests/credentials/ticker.h"
#include "tests/support/keyring.h"
#include "tests/support/run_canary.h"
#include "tests/support/test_main.h"
#include "tests/support/wait.h"

#include <QDirIterator>
#include <QRandomGenerator>
#include <QRegularExpression>
#include <QSet>
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

Secret secret(const QByteArray &text)
{
    return Secret(text);
}

QString explain(const Error &error)
{
    return error.message() + u'\n' + error.details();
}

/// Files below `folder` that hold `text`.
QStringList filesWith(const QString &folder, const QByteArray &text)
{
    QStringList found;
    QDirIterator files(folder, QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        QFile file(files.next());
        if (file.open(QIODevice::ReadOnly) && file.readAll().contains(text))
            found << file.fileName();
    }
    return found;
}

} // namespace

/// The store on a real gnome-keyring.
class TestKeychain final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();

    void nothingIsTouchedBeforeTheFirstCall();
    void status();
    void roundTrips_data();
    void roundTrips();
    void badValuesAreRefusedBeforeTheCall_data();
    void badValuesAreRefusedBeforeTheCall();
    void alteredValueIsNotSaved();
    void oneEntryPerKey();
    void profilesAreApart();
    void missingAndRemoved();
    void changedBehindOurBack();
    void removedBehindOurBack();
    void lockedKeepsEverything();
    void lockedThenUnlocked();
    void stoppedDaemon();
    void killedDaemonIsLockedNotEmpty();
    void killedDuringCalls();
    void manyCallsAtOnce();
    void anyOrderOfStartAndClose();
    void nothingInPlainText();
    void fingerprintSurvivesTheStore();
    void fingerprintOfALockedStore();
    void textsDiffer();

private:
    [[nodiscard]] static std::unique_ptr<KeychainStore> store(std::chrono::milliseconds deadline = 10s);
    Keyring m_keyring;
};

void TestKeychain::initTestCase()
{
    QVERIFY2(Keyring::isPrivate(), "run this under tests/support/with_keyring.sh");
}

void TestKeychain::init()
{
    QTest::failOnWarning(QRegularExpression(u".?"_s));
}

void TestKeychain::cleanup()
{
    QVERIFY(m_keyring.unlock());
    for (const QString &key : {name, otherName, u"installation/fingerprint-key"_s}) {
        while (m_keyring.countItems(entry(key)) > 0)
            QVERIFY(m_keyring.removeItem(entry(key)));
    }
}

std::unique_ptr<KeychainStore> TestKeychain::store(std::chrono::milliseconds deadline)
{
    return std::make_unique<KeychainStore>(KeychainOptions{deadline, 20s});
}

void TestKeychain::nothingIsTouchedBeforeTheFirstCall()
{
    QVERIFY(m_keyring.kill());
    const auto keychain = store();
    const Ticker ticker;
    QTRY_VERIFY(ticker.ticks() > 5);
    // The first call would have made the bus start the daemon again.
    QVERIFY(!m_keyring.isRunning());
    QVERIFY(waitFor(keychain->status()).has_value());
    QVERIFY(m_keyring.isRunning());
}

void TestKeychain::status()
{
    const auto keychain = store();
    QVERIFY(keychain->isPersistent());
    const auto ready = waitFor(keychain->status());
    QVERIFY(ready);
    QCOMPARE(ready->state, StoreState::Ready);
    QCOMPARE(ready->name, u"GNOME Keyring"_s);
    QVERIFY(m_keyring.lock());
    QCOMPARE(waitFor(keychain->status())->state, StoreState::Locked);
    QVERIFY(m_keyring.unlock());
    QCOMPARE(waitFor(keychain->status())->state, StoreState::Ready);
}

void TestKeychain::roundTrips_data()
{
    QTest::addColumn<QByteArray>("value");
    QByteArray printable;
    for (char c = ' '; c <= '~'; ++c)
        printable.append(c);
    QTest::newRow("every printable character") << printable;
    QTest::newRow("hyphens first") << "--help"_ba;
    QTest::newRow("non-ASCII") << "schlüssel-日本-\xF0\x9F\x94\x91"_ba;
    QTest::newRow("one character") << "x"_ba;
    QTest::newRow("as long as allowed") << QByteArray(2560, 'k');
    QTest::newRow("line ends inside") << "a\nb\r\nc"_ba;
}

void TestKeychain::roundTrips()
{
    QFETCH(QByteArray, value);
    const auto keychain = store();
    const Status written = waitFor(keychain->write(name, secret(value)));
    QVERIFY2(written.has_value(), written ? "" : qPrintable(written.error().message()));
    QCOMPARE(m_keyring.secretOf(entry()), value);
    const auto second = store();
    QVERIFY(waitFor(second->read(name)) == secret(value));
    QVERIFY(waitFor(second->remove(name)).has_value());
    QCOMPARE(m_keyring.countItems(entry()), 0);
}

void TestKeychain::badValuesAreRefusedBeforeTheCall_data()
{
    QTest::addColumn<QByteArray>("value");
    QTest::addColumn<int>("kind");
    QTest::newRow("empty") << ""_ba << static_cast<int>(ErrorKind::InvalidInput);
    QTest::newRow("NUL") << QByteArray("ab\0cd", 5) << static_cast<int>(ErrorKind::InvalidInput);
    QTest::newRow("not UTF-8") << "\xFF\xFE"_ba << static_cast<int>(ErrorKind::InvalidInput);
    QTest::newRow("too large") << QByteArray(2561, 'k') << static_cast<int>(ErrorKind::TooLarge);
}

void TestKeychain::badValuesAreRefusedBeforeTheCall()
{
    QFETCH(QByteArray, value);
    QFETCH(int, kind);
    const auto keychain = store();
    SessionStore session;
    for (SecretStore *each : {static_cast<SecretStore *>(keychain.get()), static_cast<SecretStore *>(&session)}) {
        const QFuture<Status> written = each->write(name, secret(value));
        QVERIFY(written.isFinished());
        QVERIFY(!written.result());
        QCOMPARE(static_cast<int>(written.result().error().kind), kind);
        QCOMPARE(waitFor(each->read(name)).error().kind, ErrorKind::SecretMissing);
    }
    if (kind == static_cast<int>(ErrorKind::TooLarge))
        QVERIFY(waitFor(keychain->write(name, secret(value))).error().sentence.contains("2560"_L1));
}

void TestKeychain::alteredValueIsNotSaved()
{
    // Qt's decoder swallows a byte order mark. No imported key begins with one; this one stands for any alteration.
    const auto keychain = store();
    const Status written = waitFor(keychain->write(name, secret("\xEF\xBB\xBFkey")));
    QVERIFY(!written);
    QCOMPARE(written.error().kind, ErrorKind::KeychainMismatch);
    QTRY_COMPARE(m_keyring.countItems(entry()), 0);
}

void TestKeychain::oneEntryPerKey()
{
    const auto keychain = store();
    QVERIFY(waitFor(keychain->write(name, secret("first"))).has_value());
    QVERIFY(waitFor(keychain->write(name, secret("second"))).has_value());
    QVERIFY(waitFor(keychain->write(name, secret("second"))).has_value());
    QCOMPARE(m_keyring.countItems(entry()), 1);
    QVERIFY(waitFor(keychain->read(name)) == secret("second"));
}

void TestKeychain::profilesAreApart()
{
    const auto keychain = store();
    QVERIFY(waitFor(keychain->write(name, secret("of one"))).has_value());
    QCOMPARE(waitFor(keychain->read(otherName)).error().kind, ErrorKind::SecretMissing);
    QVERIFY(waitFor(keychain->write(otherName, secret("of two"))).has_value());
    QVERIFY(waitFor(keychain->read(name)) == secret("of one"));
    QVERIFY(waitFor(keychain->remove(name)).has_value());
    QVERIFY(waitFor(keychain->read(otherName)) == secret("of two"));
}

void TestKeychain::missingAndRemoved()
{
    const auto keychain = store();
    const auto missing = waitFor(keychain->read(name));
    QVERIFY(!missing);
    QCOMPARE(missing.error().kind, ErrorKind::SecretMissing);
    QVERIFY(waitFor(keychain->remove(name)).has_value());
}

void TestKeychain::changedBehindOurBack()
{
    const auto keychain = store();
    QVERIFY(waitFor(keychain->write(name, secret("ours"))).has_value());
    QVERIFY(m_keyring.setSecret(entry(), "theirs"));
    QVERIFY(waitFor(keychain->read(name)) == secret("theirs"));
}

void TestKeychain::removedBehindOurBack()
{
    const auto keychain = store();
    QVERIFY(waitFor(keychain->write(name, secret("ours"))).has_value());
    QVERIFY(m_keyring.removeItem(entry()));
    const auto read = waitFor(keychain->read(name));
    QVERIFY(!read);
    QCOMPARE(read.error().kind, ErrorKind::SecretMissing);
    QVERIFY(waitFor(keychain->remove(name)).has_value());
}

void TestKeychain::lockedKeepsEverything()
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

void TestKeychain::lockedThenUnlocked()
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

void TestKeychain::stoppedDaemon()
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

void TestKeychain::killedDaemonIsLockedNotEmpty()
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

void TestKeychain::killedDuringCalls()
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

void TestKeychain::manyCallsAtOnce()
{
    const auto keychain = store();
    QList<QFuture<Status>> writes;
    for (int i = 0; i < 20; ++i)
        writes << keychain->write(name, secret(QByteArray::number(i)));
    const auto read = keychain->read(name);
    for (const QFuture<Status> &write : std::as_const(writes))
        QVERIFY(waitFor(write).has_value());
    QVERIFY(waitFor(read) == secret("19"));
}

void TestKeychain::anyOrderOfStartAndClose()
{
    QRandomGenerator random(20260101);
    for (int round = 0; round < 200; ++round) {
        auto keychain = store();
        const auto written = keychain->write(name, secret("x"));
        const auto read = keychain->read(name);
        const auto status = keychain->status();
        const int turns = static_cast<int>(random.bounded(40));
        for (int turn = 0; turn < turns; ++turn)
            QCoreApplication::processEvents();
        keychain.reset();
        QVERIFY(written.isFinished());
        QVERIFY(read.isFinished());
        QVERIFY(status.isFinished());
    }
    const auto keychain = store();
    const Status written = waitFor(keychain->write(name, secret("after all")));
    QVERIFY2(written.has_value(), written ? "" : qPrintable(explain(written.error())));
    QCOMPARE(m_keyring.secretOf(entry()), "after all"_ba);
}

void TestKeychain::nothingInPlainText()
{
    const QByteArray canary = runKey();
    const auto keychain = store();
    QVERIFY(waitFor(keychain->write(name, secret(canary))).has_value());
    QVERIFY(m_keyring.lock());
    QVERIFY(!waitFor(keychain->write(otherName, secret(canary))).has_value());
    QCOMPARE(filesWith(qEnvironmentVariable("ACX_KEYRING_DIR"), canary), QStringList());
    QCOMPARE(filesWith(qEnvironmentVariable("HOME"), canary), QStringList());
}

void TestKeychain::fingerprintSurvivesTheStore()
{
    const auto keychain = store();
    KeyFingerprint fingerprint(*keychain);
    const auto one = fingerprint.of(secret("key one"));
    const auto again = fingerprint.of(secret("key one"));
    const auto first = waitFor(one);
    QVERIFY2(first.has_value(), first ? "" : qPrintable(explain(first.error())));
    QVERIFY(QRegularExpression(u"^[0-9a-f]{64}$"_s).match(QString::fromLatin1(*first)).hasMatch());
    QVERIFY(waitFor(again) == first);
    QVERIFY(waitFor(fingerprint.of(secret("key two"))) != first);
    QCOMPARE(m_keyring.countItems(entry(u"installation/fingerprint-key"_s)), 1);

    const auto nextStart = store();
    KeyFingerprint next(*nextStart);
    QVERIFY(waitFor(next.of(secret("key one"))) == first);
    // Another installation has another random key.
    SessionStore session;
    KeyFingerprint elsewhere(session);
    QVERIFY(waitFor(elsewhere.of(secret("key one"))) != first);
}

void TestKeychain::fingerprintOfALockedStore()
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

void TestKeychain::textsDiffer()
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

ACX_TEST_MAIN(TestKeychain)
#include "test_keychain.moc"
