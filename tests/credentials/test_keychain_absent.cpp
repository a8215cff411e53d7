// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/credentials/key_fingerprint.h"
#include "app/credentials/keychain_store.h"
#include "app/credentials/session_store.h"
#include "tests/support/run_canary.h"
#include "tests/support/test_main.h"
#include "tests/support/wait.h"

#include <QDirIterator>
#include <QRegularExpression>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace acx;

namespace {

const QString name = u"profile/one/api-key"_s;
const QByteArray canary = runKey();

} // namespace

/// No keychain at all: run with no bus, with the address of a bus that is gone, and on a bus without any Secret
/// Service.
class TestKeychainAbsent final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".?"_s)); }

    void everyCallSaysSo();
    void fingerprintIsAnError();
    void sessionStoreWorks();
    void nothingOnDisk();
    void noPlainTextFallbackInTheSource();
};

void TestKeychainAbsent::everyCallSaysSo()
{
    KeychainStore keychain;
    const auto status = waitFor(keychain.status());
    QVERIFY(status);
    QCOMPARE(status->state, StoreState::Unavailable);
    QVERIFY(!status->technical.isEmpty());
    QCOMPARE(status->name, QString());

    const Status written = waitFor(keychain.write(name, Secret(canary)));
    const auto read = waitFor(keychain.read(name));
    const Status removed = waitFor(keychain.remove(name));
    QVERIFY(!written && !read && !removed);
    for (const Error &error : {written.error(), read.error(), removed.error()}) {
        QCOMPARE(error.kind, ErrorKind::KeychainUnavailable);
        QVERIFY(!error.technical.isEmpty());
        QVERIFY(error.nextStep.contains("keychain service"_L1));
        QVERIFY(!error.nextStep.contains("this session only"_L1)); // only a new key can be, where that is offered
        QVERIFY(!error.message().contains(QString::fromLatin1(canary)));
    }
    QVERIFY(written.error().sentence != read.error().sentence);
}

void TestKeychainAbsent::fingerprintIsAnError()
{
    KeychainStore keychain;
    KeyFingerprint fingerprint(keychain);
    const auto result = waitFor(fingerprint.of(Secret(canary)));
    QVERIFY(!result);
    QCOMPARE(result.error().kind, ErrorKind::KeychainUnavailable);
}

void TestKeychainAbsent::sessionStoreWorks()
{
    SessionStore session;
    QVERIFY(!session.isPersistent());
    QCOMPARE(waitFor(session.status())->state, StoreState::Ready);
    QCOMPARE(waitFor(session.status())->name, u"this session only"_s);
    QCOMPARE(waitFor(session.read(name)).error().kind, ErrorKind::SecretMissing);
    QVERIFY(waitFor(session.write(name, Secret(canary))).has_value());
    QVERIFY(waitFor(session.read(name)) == Secret(canary));
    QVERIFY(waitFor(session.remove(name)).has_value());
    QVERIFY(waitFor(session.remove(name)).has_value());
    QCOMPARE(waitFor(session.read(name)).error().kind, ErrorKind::SecretMissing);
    KeyFingerprint fingerprint(session);
    const auto first = waitFor(fingerprint.of(Secret(canary)));
    QVERIFY(first);
    QVERIFY(waitFor(fingerprint.of(Secret(canary))) == first);
}

void TestKeychainAbsent::nothingOnDisk()
{
    KeychainStore keychain;
    QVERIFY(!waitFor(keychain.write(name, Secret(canary))).has_value());
    QDirIterator files(QDir::homePath(), QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        QFile file(files.next());
        QVERIFY(file.open(QIODevice::ReadOnly));
        QVERIFY2(!file.readAll().contains(canary), qPrintable(file.fileName()));
    }
}

void TestKeychainAbsent::noPlainTextFallbackInTheSource()
{
    // QtKeychain's own switch for it would write keys into a settings file.
    const QString root = qEnvironmentVariable("ACX_SOURCE_DIR");
    QVERIFY(!root.isEmpty());
    int looked = 0;
    for (const QString &folder : {u"/app"_s, u"/ui"_s}) {
        QDirIterator files(root + folder, {u"*.cpp"_s, u"*.h"_s}, QDir::Files, QDirIterator::Subdirectories);
        while (files.hasNext()) {
            QFile file(files.next());
            QVERIFY(file.open(QIODevice::ReadOnly));
            QVERIFY2(!file.readAll().contains("setInsecureFallback"), qPrintable(file.fileName()));
            ++looked;
        }
    }
    QVERIFY(looked > 10);
}

ACX_TEST_MAIN(TestKeychainAbsent)
#include "test_keychain_absent.moc"
