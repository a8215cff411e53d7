// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/sandbox/running_sandbox.h"
#include "tests/support/test_main.h"

#include <QFileInfo>
#include <QRegularExpression>
#include <QSslCertificate>
#include <QSslConfiguration>
#include <QSslKey>
#include <QSslSocket>

using namespace Qt::StringLiterals;
using namespace acx;

/// The certificate of a sandbox that speaks TLS: good for itself, and for nothing else.
class TestSandboxCertificate final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".?"_s)); }

    void certificateIsTrustedByItself();
    void certificateSaysWhatItIs();
    void certificateFileIsPrivateAndRemoved();
};

void TestSandboxCertificate::certificateIsTrustedByItself()
{
    SandboxOptions options = sandboxOfThisRun();
    options.tls = true;
    const RunningSandbox own(options);
    QVERIFY(own.base().startsWith("https://127.0.0.1:"_L1));
    const QString path = own.info().caCertificate;
    QCOMPARE(curl({own.base() + u"/cert"_s}).status, 0);
    QCOMPARE(curl({u"--cacert"_s, path, own.base() + u"/cert"_s}).status, 200);
    const QString named = u"https://localhost:%1/cert"_s.arg(own.info().endpoints.api.port());
    QCOMPARE(curl({u"--cacert"_s, path, named}).status, 200);
    const QString other = u"https://other.example:%1/cert"_s.arg(own.info().endpoints.api.port());
    const QString resolve = u"other.example:%1:127.0.0.1"_s.arg(own.info().endpoints.api.port());
    QCOMPARE(curl({u"--cacert"_s, path, u"--resolve"_s, resolve, other}).status, 0);

    QSslSocket socket;
    QSslConfiguration trust;
    trust.setCaCertificates(QSslCertificate::fromPath(path));
    socket.setSslConfiguration(trust);
    socket.connectToHostEncrypted(u"127.0.0.1"_s, quint16(own.info().endpoints.api.port()));
    QVERIFY2(socket.waitForEncrypted(10'000), qPrintable(socket.errorString()));
}

void TestSandboxCertificate::certificateSaysWhatItIs()
{
    SandboxOptions options = sandboxOfThisRun();
    options.tls = true;
    const RunningSandbox one(options);
    const RunningSandbox two(options);
    const QSslCertificate certificate = QSslCertificate::fromPath(one.info().caCertificate).value(0);
    const QMultiMap<QSsl::AlternativeNameEntryType, QString> names = certificate.subjectAlternativeNames();
    QCOMPARE(names.values(QSsl::DnsEntry), QStringList{u"localhost"_s});
    const QStringList addresses = names.values(QSsl::IpAddressEntry);
    QVERIFY(addresses.contains(u"127.0.0.1"_s));
    QCOMPARE(addresses.size(), 2);
    const QDateTime now = QDateTime::currentDateTimeUtc();
    QVERIFY(certificate.effectiveDate() < now.addSecs(-1800));
    QVERIFY(certificate.expiryDate() > now.addDays(29) && certificate.expiryDate() < now.addDays(31));
    const QString text = certificate.toText();
    QVERIFY(text.contains("CA:FALSE"_L1));
    QVERIFY(text.contains("TLS Web Server Authentication"_L1));
    const QSslCertificate other = QSslCertificate::fromPath(two.info().caCertificate).value(0);
    QVERIFY(certificate.serialNumber() != other.serialNumber());
    QVERIFY(certificate.publicKey() != other.publicKey());
}

void TestSandboxCertificate::certificateFileIsPrivateAndRemoved()
{
    SandboxOptions options = sandboxOfThisRun();
    options.tls = true;
    RunningSandbox own(options);
    const QFileInfo file(own.info().caCertificate);
    const auto owners = QFileDevice::ReadOwner | QFileDevice::WriteOwner;
    const auto shared = QFileDevice::ReadGroup | QFileDevice::WriteGroup | QFileDevice::ReadOther |
                        QFileDevice::WriteOther | QFileDevice::ExeGroup | QFileDevice::ExeOther;
    QCOMPARE(file.permissions() & owners, owners);
    QVERIFY(!(file.permissions() & shared));
    const QFileInfo folder(file.path());
    QVERIFY(!(folder.permissions() & shared));
    QFile content(file.filePath());
    QVERIFY(content.open(QIODevice::ReadOnly));
    QVERIFY(!content.readAll().contains("PRIVATE"));
    own.stop();
    QVERIFY(!QFileInfo::exists(file.filePath()));
    QVERIFY(!QFileInfo::exists(folder.filePath()));
}

ACX_TEST_MAIN(TestSandboxCertificate)
#include "test_sandbox_certificate.moc"
