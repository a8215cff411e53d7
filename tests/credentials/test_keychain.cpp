// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/credentials/key_fingerprint.h"
#include "app/credentials/session_store.h"
#include "tests/credentials/keychain_bench.h"
#include "tests/credentials/ticker.h"
#include "tests/support/run_canary.h"
#include "tests/support/test_main.h"

#include <QDirIterator>
#include <QRandomGenerator>
#include <QRegularExpression>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace acx;

namespace {

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
class TestKeychain final : public KeychainBench
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { needPrivateKeyring(); }
    void init() { QTest::failOnWarning(QRegularExpression(u".?"_s)); }
    void cleanup() { removeEntries(); }

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
    void manyCallsAtOnce();
    void anyOrderOfStartAndClose();
    void nothingInPlainText();
    void fingerprintSurvivesTheStore();
};

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

ACX_TEST_MAIN(TestKeychain)
#include "test_keychain.moc"
