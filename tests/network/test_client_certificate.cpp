// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/network/client_certificate.h"
#include "tests/support/certificates.h"
#include "tests/support/test_main.h"

#include <QDir>
#include <QFile>
#include <QProcess>
#include <QRegularExpression>
#include <QTemporaryDir>

#include <openssl/err.h>

using namespace Qt::StringLiterals;
using namespace acx;

namespace {

const QString passphrase = u"p4ss phräse"_s;

CertificateWish clientWish(int rsaBits = 0)
{
    CertificateWish wish;
    wish.commonName = u"someone"_s;
    wish.dnsNames.clear();
    wish.addresses.clear();
    wish.purpose = CertificateWish::Purpose::Client;
    wish.rsaBits = rsaBits;
    return wish;
}

} // namespace

class TestClientCertificate final : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void init() { QTest::failOnWarning(QRegularExpression(u".?"_s)); }
    void reads_data();
    void reads();
    void refuses_data();
    void refuses();
    void dates_data();
    void dates();

private:
    QString put(const QString &name, const QByteArray &bytes) const;
    void openssl(const QStringList &arguments) const;
    [[nodiscard]] QString path(const QString &name) const { return m_folder.filePath(name); }
    [[nodiscard]] ClientCertificateFile file(const QString &certificate, const QString &key = {}) const;

    QTemporaryDir m_folder;
    std::optional<TestCertificate> m_authority;
    std::optional<TestCertificate> m_ec;
    std::optional<TestCertificate> m_rsa;
};

QString TestClientCertificate::put(const QString &name, const QByteArray &bytes) const
{
    QFile written(path(name));
    if (!written.open(QIODevice::WriteOnly) || written.write(bytes) != bytes.size())
        qFatal("%s", qPrintable(written.errorString()));
    return written.fileName();
}

void TestClientCertificate::openssl(const QStringList &arguments) const
{
    QProcess process;
    process.setWorkingDirectory(m_folder.path());
    process.start(u"openssl"_s, arguments);
    QVERIFY(process.waitForFinished());
    QVERIFY2(process.exitCode() == 0, process.readAllStandardError().constData());
}

ClientCertificateFile TestClientCertificate::file(const QString &certificate, const QString &key) const
{
    return {u"gw.example"_s, 443, path(certificate), key.isEmpty() ? QString() : path(key), false};
}

void TestClientCertificate::initTestCase()
{
    m_authority = TestCertificate::authority();
    m_ec = m_authority->issue(clientWish());
    m_rsa = m_authority->issue(clientWish(2048));
    put(u"pass"_s, passphrase.toUtf8());
    put(u"authority.pem"_s, m_authority->certificatePem());
    for (const auto &[name, certificate] : {std::pair(u"ec"_s, *m_ec), std::pair(u"rsa"_s, *m_rsa)}) {
        put(name + ".pem"_L1, certificate.certificatePem());
        put(name + ".key"_L1, certificate.keyPem());
        put(name + "-both.pem"_L1, certificate.certificatePem() + certificate.keyPem());
        put(name + "-chain.pem"_L1,
            certificate.keyPem() + m_authority->certificatePem() + certificate.certificatePem());
        openssl({u"pkey"_s, u"-in"_s, name + ".key"_L1, u"-aes256"_s, u"-passout"_s, u"file:pass"_s, u"-out"_s,
                 name + "-locked.key"_L1});
        const QStringList in{u"-inkey"_s,      name + ".key"_L1, u"-in"_s,
                             name + ".pem"_L1, u"-certfile"_s,   u"authority.pem"_s};
        openssl(QStringList{u"pkcs12"_s, u"-export"_s, u"-passout"_s, u"file:pass"_s, u"-out"_s, name + ".p12"_L1} +
                in);
        openssl(QStringList{u"pkcs12"_s, u"-export"_s, u"-passout"_s, u"pass:"_s, u"-out"_s, name + "-open.p12"_L1} +
                in);
    }
    openssl({u"rsa"_s, u"-in"_s, u"rsa.key"_s, u"-aes128"_s, u"-traditional"_s, u"-passout"_s, u"file:pass"_s,
             u"-out"_s, u"rsa-old.key"_s});
    openssl({u"pkcs12"_s, u"-export"_s, u"-legacy"_s, u"-passout"_s, u"file:pass"_s, u"-inkey"_s, u"rsa.key"_s,
             u"-in"_s, u"rsa.pem"_s, u"-out"_s, u"legacy.p12"_s});
    openssl({u"pkcs12"_s, u"-export"_s, u"-nokeys"_s, u"-passout"_s, u"file:pass"_s, u"-in"_s, u"rsa.pem"_s, u"-out"_s,
             u"no-key.p12"_s});
    openssl({u"req"_s, u"-x509"_s, u"-newkey"_s, u"ed25519"_s, u"-nodes"_s, u"-subj"_s, u"/CN=x"_s, u"-keyout"_s,
             u"ed.key"_s, u"-out"_s, u"ed.pem"_s});
    put(u"text.pem"_s, "hello");
    put(u"empty.pem"_s, {});
    put(u"large.pem"_s, QByteArray(2 * 1024 * 1024, 'x'));
    put(u"der.crt"_s, m_rsa->certificate().toDer());
    QVERIFY(QDir(m_folder.path()).mkpath(u"folder.pem"_s));
}

void TestClientCertificate::reads_data()
{
    QTest::addColumn<QString>("certificate");
    QTest::addColumn<QString>("key");
    QTest::addColumn<bool>("locked");
    QTest::addColumn<bool>("isRsa");
    QTest::addColumn<int>("length"); // of the chain
    for (const bool isRsa : {false, true}) {
        const QString name = isRsa ? u"rsa"_s : u"ec"_s;
        const auto row = [&](const char *what, const QString &certificate, const QString &key, bool locked,
                             int length) {
            QTest::addRow("%s, %s", qPrintable(name), what) << name + certificate << key << locked << isRsa << length;
        };
        row("PEM, two files", u".pem"_s, name + ".key"_L1, false, 1);
        row("PEM, one file", u"-both.pem"_s, {}, false, 1);
        row("PEM, chain in any order", u"-chain.pem"_s, {}, false, 2);
        row("PEM, locked key", u".pem"_s, name + "-locked.key"_L1, true, 1);
        row("PKCS#12", u".p12"_s, {}, true, 2);
        row("PKCS#12 without passphrase", u"-open.p12"_s, {}, false, 2);
    }
    QTest::newRow("rsa, PEM, key locked as of old") << u"rsa.pem"_s << u"rsa-old.key"_s << true << true << 1;
}

void TestClientCertificate::reads()
{
    QFETCH(QString, certificate);
    QFETCH(QString, key);
    QFETCH(bool, locked);
    QFETCH(bool, isRsa);
    QFETCH(int, length);
    const Result<ClientCertificate> read = readClientCertificate(
        file(certificate, key), locked ? Secret::fromText(passphrase) : Secret(), QDateTime::currentDateTimeUtc());
    QVERIFY2(read, qPrintable(read ? QString() : read.error().message()));
    const TestCertificate &wanted = isRsa ? *m_rsa : *m_ec;
    QCOMPARE(read->host, u"gw.example"_s);
    QCOMPARE(read->port, quint16(443));
    QCOMPARE(read->chain.size(), length);
    QCOMPARE(read->chain.constFirst(), wanted.certificate());
    QCOMPARE(read->key.toDer(), wanted.key().toDer());
    QCOMPARE(ERR_peek_error(), 0UL);
}

void TestClientCertificate::refuses_data()
{
    QTest::addColumn<QString>("certificate");
    QTest::addColumn<QString>("key");
    QTest::addColumn<QString>("given"); // passphrase
    QTest::addColumn<int>("kind");
    QTest::addColumn<QString>("says");
    const auto row = [](const char *name, const QString &certificate, const QString &key, const QString &given,
                        ErrorKind kind, const QString &says) {
        QTest::newRow(name) << certificate << key << given << int(kind) << says;
    };
    const QString wrong = u"does not open"_s;
    const QString needed = u"protected by a passphrase"_s;
    row("missing file", u"none.pem"_s, {}, {}, ErrorKind::NotFound, u"none.pem of your client certificate does not"_s);
    row("missing key file", u"ec.pem"_s, u"none.key"_s, {}, ErrorKind::NotFound, u"none.key"_s);
    row("folder", u"folder.pem"_s, {}, {}, ErrorKind::InvalidInput, u"cannot be read"_s);
    row("too large", u"large.pem"_s, {}, {}, ErrorKind::TooLarge, u"cannot be read"_s);
    row("empty", u"empty.pem"_s, {}, {}, ErrorKind::InvalidInput, u"holds no certificate"_s);
    row("text", u"text.pem"_s, {}, {}, ErrorKind::InvalidInput, u"holds no certificate"_s);
    row("DER certificate", u"der.crt"_s, u"rsa.key"_s, {}, ErrorKind::InvalidInput, u"holds no certificate"_s);
    row("key in place of the certificate", u"ec.key"_s, {}, {}, ErrorKind::InvalidInput, u"holds no certificate"_s);
    row("no key", u"ec.pem"_s, {}, {}, ErrorKind::InvalidInput, u"holds no private key"_s);
    row("no key in PKCS#12", u"no-key.p12"_s, {}, passphrase, ErrorKind::InvalidInput, u"holds no "_s);
    row("key of another certificate", u"ec.pem"_s, u"rsa.key"_s, {}, ErrorKind::InvalidInput, u"does not belong"_s);
    row("PEM, wrong passphrase", u"rsa.pem"_s, u"rsa-locked.key"_s, u"wrong"_s, ErrorKind::InvalidInput, wrong);
    row("PEM, old lock, wrong passphrase", u"rsa.pem"_s, u"rsa-old.key"_s, u"wrong"_s, ErrorKind::InvalidInput, wrong);
    row("PEM, passphrase missing", u"rsa.pem"_s, u"rsa-locked.key"_s, {}, ErrorKind::SecretMissing, needed);
    row("PEM, endless passphrase", u"rsa.pem"_s, u"rsa-locked.key"_s, QString(5000, u'x'), ErrorKind::InvalidInput,
        wrong);
    row("PKCS#12, wrong passphrase", u"ec.p12"_s, {}, u"wrong"_s, ErrorKind::InvalidInput, wrong);
    row("PKCS#12, passphrase missing", u"ec.p12"_s, {}, {}, ErrorKind::SecretMissing, needed);
    row("PKCS#12, encryption of old", u"legacy.p12"_s, {}, passphrase, ErrorKind::Unsupported, u"no longer used"_s);
    row("kind of key", u"ed.pem"_s, u"ed.key"_s, {}, ErrorKind::Unsupported, u"cannot be used"_s);
}

void TestClientCertificate::refuses()
{
    QFETCH(QString, certificate);
    QFETCH(QString, key);
    QFETCH(QString, given);
    QFETCH(int, kind);
    QFETCH(QString, says);
    const Result<ClientCertificate> read =
        readClientCertificate(file(certificate, key), Secret::fromText(given), QDateTime::currentDateTimeUtc());
    QVERIFY(!read);
    QVERIFY2(read.error().sentence.contains(says), qPrintable(read.error().message()));
    QCOMPARE(int(read.error().kind), kind);
    QVERIFY(!read.error().nextStep.isEmpty());
    QVERIFY(given.isEmpty() || !(read.error().message() + read.error().details()).contains(given));
    QCOMPARE(ERR_peek_error(), 0UL);
}

void TestClientCertificate::dates_data()
{
    QTest::addColumn<int>("days");
    QTest::addColumn<QString>("says");
    QTest::newRow("now") << 0 << QString();
    QTest::newRow("expired") << 400 << u"expired on"_s;
    QTest::newRow("not yet valid") << -400 << u"is valid only from"_s;
}

void TestClientCertificate::dates()
{
    QFETCH(int, days);
    QFETCH(QString, says);
    const Result<ClientCertificate> read =
        readClientCertificate(file(u"ec-both.pem"_s), {}, QDateTime::currentDateTimeUtc().addDays(days));
    QCOMPARE(read.has_value(), says.isEmpty());
    if (!read) {
        QVERIFY2(read.error().sentence.contains(says), qPrintable(read.error().message()));
        QVERIFY(read.error().nextStep.contains(u"date of this computer"_s));
    }
}

ACX_TEST_MAIN(TestClientCertificate)
#include "test_client_certificate.moc"
