// SPDX-License-Identifier: GPL-3.0-or-later
// A person's own certificate and its passphrase: both are changed, or neither.
#include "app/credentials/session_store.h"
#include "app/network/client_certificate.h"
#include "app/network/client_keeping.h"
#include "tests/profiles/failing_store.h"
#include "tests/support/certificates.h"
#include "tests/support/test_main.h"
#include "tests/support/wait.h"

#include <QDir>
#include <QFile>
#include <QProcess>
#include <QRegularExpression>
#include <QTemporaryDir>

using namespace Qt::StringLiterals;
using namespace acx;

namespace {

const QString host = u"gateway.example"_s;
constexpr quint16 port = 9443;

Secret oldPassphrase()
{
    return Secret("0ld-canary");
}

Secret newPassphrase()
{
    return Secret("n3w-canary");
}

/// What stands in the way of every change of the list.
enum class Obstacle { FolderIsAFile, NewerFile };

} // namespace

class TestClientKeeping final : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void init();
    void replacesBoth();
    void whatFailsChangesNothing_data();
    void whatFailsChangesNothing();
    void saysWhenTheOldOneIsLost_data();
    void saysWhenTheOldOneIsLost();
    void aKeychainThatFailsChangesNothing_data();
    void aKeychainThatFailsChangesNothing();
    void withoutPassphraseTheKeychainIsLeftAlone();

private:
    [[nodiscard]] ClientCertificateFile client(const QString &name, bool hasPassphrase = true) const
    {
        return {host, port, m_files.filePath(name), {}, hasPassphrase};
    }
    [[nodiscard]] QString trustPath() const { return m_folder->filePath(u"config/trust.json"_s); }
    [[nodiscard]] Result<Secret> kept() { return waitFor(m_keychain->read(client({}).passphraseEntry())); }
    void place(Obstacle obstacle) const;
    void makeFile(const QString &name, const Secret &passphrase) const;

    QTemporaryDir m_files;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<FailingStore> m_keychain;
    std::unique_ptr<TrustStore> m_trust;
};

void TestClientKeeping::makeFile(const QString &name, const Secret &passphrase) const
{
    CertificateWish wish;
    wish.purpose = CertificateWish::Purpose::Client;
    const TestCertificate own = TestCertificate::authority().issue(wish);
    QFile pem(m_files.filePath(name + ".pem"_L1));
    QVERIFY(pem.open(QIODevice::WriteOnly));
    pem.write(own.certificatePem() + own.keyPem());
    pem.close();
    QProcess openssl;
    openssl.start(u"openssl"_s, {u"pkcs12"_s, u"-export"_s, u"-passout"_s, u"stdin"_s, u"-in"_s, pem.fileName(),
                                 u"-out"_s, m_files.filePath(name + ".p12"_L1)});
    openssl.write(passphrase.reveal() + '\n');
    openssl.closeWriteChannel();
    QVERIFY(openssl.waitForFinished());
    QVERIFY2(openssl.exitCode() == 0, openssl.readAllStandardError().constData());
}

void TestClientKeeping::initTestCase()
{
    makeFile(u"old"_s, oldPassphrase());
    makeFile(u"new"_s, newPassphrase());
}

void TestClientKeeping::init()
{
    QTest::failOnWarning(QRegularExpression(u".?"_s));
    m_trust.reset();
    m_folder = std::make_unique<QTemporaryDir>();
    m_keychain = std::make_unique<FailingStore>();
    m_trust = std::make_unique<TrustStore>(trustPath());
    QVERIFY(waitFor(keepClient(*m_keychain, *m_trust, client(u"old.p12"_s), oldPassphrase())));
    QCOMPARE(*kept(), oldPassphrase());
}

void TestClientKeeping::place(Obstacle obstacle) const
{
    const QFileInfo list(trustPath());
    if (obstacle == Obstacle::FolderIsAFile)
        QVERIFY(list.dir().removeRecursively());
    QFile file(obstacle == Obstacle::FolderIsAFile ? list.path() : list.filePath());
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(R"({"format": 1000, "certificates": [], "client_certificates": []})");
}

void TestClientKeeping::replacesBoth()
{
    // K1
    QVERIFY(waitFor(keepClient(*m_keychain, *m_trust, client(u"new.p12"_s), newPassphrase())));
    QCOMPARE(m_trust->clients(), QList{client(u"new.p12"_s)});
    QCOMPARE(*kept(), newPassphrase());
    // A file without one takes the passphrase along.
    QVERIFY(waitFor(keepClient(*m_keychain, *m_trust, client(u"new.pem"_s, false), {})));
    QCOMPARE(m_trust->clients(), QList{client(u"new.pem"_s, false)});
    QCOMPARE(kept().error().kind, ErrorKind::SecretMissing);
    QVERIFY(waitFor(keepClient(*m_keychain, *m_trust, client(u"old.p12"_s), oldPassphrase())));
    QVERIFY(waitFor(forgetClient(*m_keychain, *m_trust, client(u"old.p12"_s))));
    QVERIFY(m_trust->clients().isEmpty());
    QVERIFY(m_keychain->keys().isEmpty());
}

void TestClientKeeping::whatFailsChangesNothing_data()
{
    QTest::addColumn<int>("obstacle");
    QTest::addColumn<int>("kind");
    QTest::addColumn<QString>("next"); // the file that takes the place of the old one; empty = it is removed
    for (const auto &[obstacle, kind, name] :
         {std::tuple(Obstacle::FolderIsAFile, ErrorKind::Disk, "D1 the folder is a file"),
          std::tuple(Obstacle::NewerFile, ErrorKind::Unsupported, "D6 newer list")}) {
        QTest::addRow("%s, another passphrase", name) << int(obstacle) << int(kind) << u"new.p12"_s;
        QTest::addRow("%s, no passphrase", name) << int(obstacle) << int(kind) << u"new.pem"_s;
        QTest::addRow("%s, removed", name) << int(obstacle) << int(kind) << QString();
    }
}

void TestClientKeeping::whatFailsChangesNothing()
{
    QFETCH(int, obstacle);
    QFETCH(int, kind);
    QFETCH(QString, next);
    place(Obstacle(obstacle));
    const bool hasPassphrase = next.endsWith(".p12"_L1);
    const Status done = waitFor(next.isEmpty() ? forgetClient(*m_keychain, *m_trust, client(u"old.p12"_s))
                                               : keepClient(*m_keychain, *m_trust, client(next, hasPassphrase),
                                                            hasPassphrase ? newPassphrase() : Secret()));
    QVERIFY(!done);
    QCOMPARE(int(done.error().kind), kind);
    QCOMPARE(m_trust->clients(), QList{client(u"old.p12"_s)});
    const Result<Secret> passphrase = kept();
    QVERIFY2(passphrase, qPrintable(passphrase ? QString() : passphrase.error().message()));
    QCOMPARE(*passphrase, oldPassphrase());
    QVERIFY(readClientCertificate(client(u"old.p12"_s), *passphrase, QDateTime::currentDateTimeUtc()));
}

void TestClientKeeping::saysWhenTheOldOneIsLost_data()
{
    QTest::addColumn<bool>("isRemoved");
    QTest::newRow("K10 removed") << true;
    QTest::newRow("K10 no passphrase any more") << false;
}

void TestClientKeeping::saysWhenTheOldOneIsLost()
{
    QFETCH(bool, isRemoved);
    place(Obstacle::NewerFile);
    m_keychain->setRule([](FailingStore::Call call, const QString &) -> std::optional<ErrorKind> {
        return call == FailingStore::Call::Write ? std::optional(ErrorKind::KeychainFailed) : std::nullopt;
    });
    const Status done = waitFor(isRemoved ? forgetClient(*m_keychain, *m_trust, client(u"old.p12"_s))
                                          : keepClient(*m_keychain, *m_trust, client(u"new.pem"_s, false), {}));
    QCOMPARE(done.error().kind, ErrorKind::Unsupported);
    QVERIFY2(done.error().nextStep.contains(u"could not be put back"_s), qPrintable(done.error().message()));
    QVERIFY(done.error().technical.contains(client({}).passphraseEntry()));
}

void TestClientKeeping::aKeychainThatFailsChangesNothing_data()
{
    QTest::addColumn<int>("kind");
    QTest::addColumn<bool>("isOnlyTheRemoval");
    QTest::newRow("K5 locked") << int(ErrorKind::KeychainLocked) << false;
    QTest::newRow("K6 none") << int(ErrorKind::KeychainUnavailable) << false;
    QTest::newRow("K7 hangs") << int(ErrorKind::KeychainTimeout) << false;
    QTest::newRow("K10 still there afterwards") << int(ErrorKind::KeychainMismatch) << true;
}

void TestClientKeeping::aKeychainThatFailsChangesNothing()
{
    QFETCH(int, kind);
    QFETCH(bool, isOnlyTheRemoval);
    m_keychain->setRule([kind, isOnlyTheRemoval](FailingStore::Call call, const QString &) {
        const bool fails = call == FailingStore::Call::Remove || !isOnlyTheRemoval;
        return fails ? std::optional(ErrorKind(kind)) : std::nullopt;
    });
    const Status gone = waitFor(forgetClient(*m_keychain, *m_trust, client(u"old.p12"_s)));
    const Status replaced = waitFor(keepClient(*m_keychain, *m_trust, client(u"new.pem"_s, false), {}));
    for (const Status &done : {gone, replaced}) {
        QVERIFY(!done);
        QCOMPARE(int(done.error().kind), kind);
        QVERIFY2(done.error().sentence.contains(u"gateway.example:9443"_s), qPrintable(done.error().message()));
        QVERIFY2(done.error().sentence.contains(u"nothing was changed"_s), qPrintable(done.error().message()));
        QVERIFY(!done.error().nextStep.contains(u"session"_s));
    }
    QCOMPARE(m_trust->clients(), QList{client(u"old.p12"_s)});
    TrustStore again(trustPath());
    QVERIFY(again.load());
    QCOMPARE(again.clients(), m_trust->clients());
    // Once the keychain does it, both go.
    m_keychain->failNone();
    QCOMPARE(*kept(), oldPassphrase());
    QVERIFY(waitFor(forgetClient(*m_keychain, *m_trust, client(u"old.p12"_s))));
    QVERIFY(m_trust->clients().isEmpty());
    QCOMPARE(kept().error().kind, ErrorKind::SecretMissing);
}

void TestClientKeeping::withoutPassphraseTheKeychainIsLeftAlone()
{
    QVERIFY(waitFor(forgetClient(*m_keychain, *m_trust, client(u"old.p12"_s))));
    const int before = m_keychain->calls();
    m_keychain->failAll(ErrorKind::KeychainUnavailable);
    QVERIFY(waitFor(keepClient(*m_keychain, *m_trust, client(u"old.pem"_s, false), {})));
    QVERIFY(waitFor(keepClient(*m_keychain, *m_trust, client(u"new.pem"_s, false), {})));
    QVERIFY(waitFor(forgetClient(*m_keychain, *m_trust, client(u"new.pem"_s, false))));
    QCOMPARE(m_keychain->calls(), before);
}

ACX_TEST_MAIN(TestClientKeeping)
#include "test_client_keeping.moc"
