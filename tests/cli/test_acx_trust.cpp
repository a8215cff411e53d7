// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/network/trust_store.h"
#include "tests/cli/acx_runner.h"
#include "tests/http/connect_proxy.h"
#include "tests/http/tls_rows.h"
#include "tests/support/certificates.h"
#include "tests/support/fault_server.h"
#include "tests/support/searched_folder.h"
#include "tests/support/test_main.h"
#include "tests/support/wait.h"

#include <QDir>
#include <QJsonArray>
#include <QJsonObject>
#include <QRegularExpression>
#include <QSettings>
#include <QTemporaryDir>

using namespace Qt::StringLiterals;
using namespace acx;

namespace {

QString fingerprintOf(const TestCertificate &certificate)
{
    return fingerprintText(factsOf(certificate.certificate()).sha256);
}

} // namespace

/// The window and acx share what is trusted and how the network is reached: both ways are tried here.
class TestAcxTrust final : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void fromRefusalToCall();
    void refuses_data();
    void refuses();
    void neverTrusts_data();
    void neverTrusts();
    void neverTrustsWhatIsWeak();
    void anotherFingerprint();
    void nothingToTrust();
    void usesTheSettings();
    void warnsOfADamagedFile();
    void sandboxReadsNothing();

private:
    [[nodiscard]] AcxRun acx(const QStringList &arguments) const { return m_acx.run(arguments); }
    [[nodiscard]] QString configFolder() const { return m_home->filePath(u"config/apiconnect-explorer"_s); }

    AcxRunner m_acx;
    std::unique_ptr<SearchedFolder> m_home;
};

void TestAcxTrust::init()
{
    QTest::failOnWarning(QRegularExpression(u".?"_s));
    m_home = std::make_unique<SearchedFolder>();
    m_acx = AcxRunner();
    m_acx.workingFolder = m_home->path();
    m_acx.environment.insert(u"XDG_CONFIG_HOME"_s, m_home->filePath(u"config"_s));
    // Whoever asks the keychain without need fails.
    m_acx.environment.insert(u"DBUS_SESSION_BUS_ADDRESS"_s, u"unix:path=/nonexistent"_s);
}

void TestAcxTrust::fromRefusalToCall()
{
    const TestCertificate leaf = TestCertificate::selfSigned();
    FaultServer server({}, leaf.serverTls());
    const QString place = u"localhost:%1"_s.arg(server.port());
    const QStringList call{u"call"_s, u"GET"_s, server.url("/x", u"localhost"_s).toString(), u"--no-token"_s,
                           u"--no-history"_s};
    AcxRun run = acx(call);
    QVERIFY2(run.exitCode == 4, run.told().constData());
    QVERIFY2(run.err.contains("self-signed") && run.err.contains("trust it for this host and port"),
             run.told().constData());
    QVERIFY(server.bytes().isEmpty());

    run = acx({u"trust"_s, place});
    QVERIFY2(run.exitCode == 0, run.told().constData());
    QVERIFY2(run.out.contains(fingerprintOf(leaf).toLatin1()), run.told().constData());
    QVERIFY2(run.err.contains("--fingerprint"), run.told().constData());
    QVERIFY2(acx(call).exitCode == 4, "looking at it trusts nothing");
    run = acx({u"trust"_s, place, u"--json"_s});
    QCOMPARE(run.json().object().value("sha256"_L1).toString(), fingerprintOf(leaf));
    QCOMPARE(run.json().object().value("trusted"_L1).toBool(true), false);

    run = acx({u"trust"_s, place, u"--fingerprint"_s, fingerprintOf(leaf).toLower().remove(u':')});
    QVERIFY2(run.exitCode == 0 && run.out.isEmpty(), run.told().constData());
    run = acx(call);
    QVERIFY2(run.exitCode == 0 && run.out == "{}", run.told().constData());
    QCOMPARE(QFile::permissions(configFolder() + "/trust.json"_L1) & ~(QFile::ReadUser | QFile::WriteUser),
             QFile::ReadOwner | QFile::WriteOwner);
    run = acx({u"trust"_s});
    QVERIFY2(run.exitCode == 0 && run.out.contains(place.toLatin1()), run.told().constData());
    run = acx({u"trust"_s, u"--json"_s});
    QCOMPARE(run.json().array().size(), 1);
    QCOMPARE(run.json().array().first().toObject().value("port"_L1).toInt(), int(server.port()));

    run = acx({u"trust"_s, place, u"--remove"_s});
    QVERIFY2(run.exitCode == 0, run.told().constData());
    QVERIFY2(acx(call).exitCode == 4, "what is removed does not hold");
    QCOMPARE(acx({u"trust"_s, place, u"--remove"_s}).exitCode, 2);
}

void TestAcxTrust::refuses_data()
{
    QTest::addColumn<QStringList>("arguments");
    const QString print(64, u'a');
    QTest::newRow("fingerprint too short") << QStringList{u"h.example"_s, u"--fingerprint"_s, print.chopped(2)};
    QTest::newRow("fingerprint with another letter") << QStringList{u"h.example"_s, u"--fingerprint"_s, u"g"_s + print};
    QTest::newRow("fingerprint of any") << QStringList{u"h.example"_s, u"--fingerprint"_s, u"*"_s};
    QTest::newRow("fingerprint without host") << QStringList{u"--fingerprint"_s, print};
    QTest::newRow("remove without host") << QStringList{u"--remove"_s};
    QTest::newRow("both") << QStringList{u"h.example"_s, u"--remove"_s, u"--fingerprint"_s, print};
    QTest::newRow("wildcard") << QStringList{u"*.example"_s, u"--fingerprint"_s, print};
    QTest::newRow("path") << QStringList{u"h.example/x"_s};
    QTest::newRow("plain http") << QStringList{u"http://h.example"_s};
    QTest::newRow("port 0") << QStringList{u"h.example:0"_s};
    QTest::newRow("two hosts") << QStringList{u"a.example"_s, u"b.example"_s};
}

void TestAcxTrust::refuses()
{
    QFETCH(QStringList, arguments);
    const AcxRun run = acx(QStringList{u"trust"_s} + arguments);
    QVERIFY2(run.exitCode == 2 && run.out.isEmpty(), run.told().constData());
    QVERIFY(!QFile::exists(configFolder() + "/trust.json"_L1));
}

void TestAcxTrust::neverTrusts_data()
{
    QTest::addColumn<int>("fault");
    QTest::addColumn<QByteArray>("says");
    QTest::newRow("T2 expired") << 0 << "expired"_ba;
    QTest::newRow("T2 another host") << 1 << "another host"_ba;
    QTest::newRow("T2 IBM's host") << 2 << "one of IBM's hosts"_ba;
}

void TestAcxTrust::neverTrusts()
{
    QFETCH(int, fault);
    QFETCH(QByteArray, says);
    CertificateWish wish;
    if (fault == 0) {
        wish.notBefore = QDateTime::currentDateTimeUtc().addDays(-20);
        wish.notAfter = QDateTime::currentDateTimeUtc().addDays(-10);
    }
    if (fault == 1)
        wish.dnsNames = {u"other.example"_s};
    if (fault == 2)
        wish.dnsNames = {u"iam.cloud.ibm.com"_s};
    const TestCertificate leaf = TestCertificate::authority().issue(wish);
    FaultServer server({}, leaf.serverTls());
    ConnectProxy proxy(server.port());
    QString place = u"localhost:%1"_s.arg(server.port());
    if (fault == 2) {
        place = u"iam.cloud.ibm.com"_s;
        m_acx.environment.insert(u"https_proxy"_s, proxy.url().toString());
    }
    const AcxRun run = acx({u"trust"_s, place, u"--fingerprint"_s, fingerprintOf(leaf)});
    QVERIFY2(run.exitCode == 4, run.told().constData());
    QVERIFY2(run.err.contains(says), run.told().constData());
    QVERIFY(!QFile::exists(configFolder() + "/trust.json"_L1));
    QVERIFY(server.bytes().isEmpty());
}

void TestAcxTrust::neverTrustsWhatIsWeak()
{
    const QList<TlsRow> rows = refusedWithPin(TestCertificate::authority());
    const auto row = std::ranges::find(rows, u"RSA 1024, self-signed"_s, &TlsRow::name);
    QVERIFY(row != rows.end());
    TlsPeer peer(*row);
    QTRY_VERIFY(peer.isListening());
    const AcxRun run =
        acx({u"trust"_s, u"localhost:%1"_s.arg(peer.port()), u"--fingerprint"_s, fingerprintOf(row->leaf)});
    QVERIFY2(run.exitCode == 4 && run.err.contains("too weak"), run.told().constData());
    QVERIFY(!QFile::exists(configFolder() + "/trust.json"_L1));
}

void TestAcxTrust::anotherFingerprint()
{
    const TestCertificate leaf = TestCertificate::selfSigned();
    FaultServer server({}, leaf.serverTls());
    const QString place = u"localhost:%1"_s.arg(server.port());
    const AcxRun run = acx({u"trust"_s, place, u"--fingerprint"_s, fingerprintOf(TestCertificate::selfSigned())});
    QVERIFY2(run.exitCode == 4, run.told().constData());
    QVERIFY2(run.err.contains("another fingerprint") && run.err.contains(fingerprintOf(leaf).toLatin1()),
             run.told().constData());
    QVERIFY(!QFile::exists(configFolder() + "/trust.json"_L1));
}

void TestAcxTrust::nothingToTrust()
{
    const TestCertificate root = TestCertificate::authority();
    const TestCertificate leaf = root.issue();
    FaultServer server({}, leaf.serverTls());
    m_acx.environment.insert(u"SSL_CERT_FILE"_s, writeFile(m_home->filePath(u"root.pem"_s), root.certificatePem()));
    const QString place = u"localhost:%1"_s.arg(server.port());
    AcxRun run = acx({u"trust"_s, place, u"--json"_s});
    QVERIFY2(run.exitCode == 0 && run.json().object().value("trusted"_L1).toBool(), run.told().constData());
    run = acx({u"trust"_s, place, u"--fingerprint"_s, fingerprintOf(leaf)});
    QVERIFY2(run.exitCode == 0 && run.err.contains("trusted already"), run.told().constData());
    QVERIFY(!QFile::exists(configFolder() + "/trust.json"_L1));
}

void TestAcxTrust::usesTheSettings()
{
    // Authority and proxy as the window keeps them, and a client certificate whose file is gone.
    const QString host = u"service.test.invalid"_s;
    const TestCertificate root = TestCertificate::authority();
    CertificateWish wish;
    wish.dnsNames = {host};
    FaultServer server({}, root.issue(wish).serverTls());
    ConnectProxy proxy(server.port());
    QVERIFY(QDir().mkpath(configFolder()));
    {
        QSettings settings(configFolder() + "/settings.ini"_L1, QSettings::IniFormat);
        settings.setValue("proxy/mode"_L1, u"http"_s);
        settings.setValue("proxy/host"_L1, u"127.0.0.1"_s);
        settings.setValue("proxy/port"_L1, int(proxy.port()));
        settings.setValue("tls/authorities"_L1,
                          QStringList{writeFile(m_home->filePath(u"root.pem"_s), root.certificatePem())});
    }
    TrustStore trust(configFolder() + "/trust.json"_L1);
    QVERIFY(waitFor(trust.setClient({host, 443, u"/nowhere/own.pem"_s, {}, false})));
    const AcxRun run = acx({u"call"_s, u"GET"_s, u"https://%1/x"_s.arg(host), u"--no-token"_s, u"--no-history"_s});
    QVERIFY2(run.exitCode == 0 && run.out == "{}", run.told().constData());
    QVERIFY2(run.err.contains("own.pem of your client certificate does not exist"), run.told().constData());
    QVERIFY(proxy.heads().startsWith("CONNECT " + host.toLatin1()));
}

void TestAcxTrust::warnsOfADamagedFile()
{
    QVERIFY(QDir().mkpath(configFolder()));
    writeFile(configFolder() + "/trust.json"_L1, "{");
    const AcxRun run = acx({u"trust"_s});
    QVERIFY2(run.exitCode == 0 && run.err.contains("was damaged"), run.told().constData());
}

void TestAcxTrust::sandboxReadsNothing()
{
    QVERIFY(QDir().mkpath(configFolder()));
    writeFile(configFolder() + "/trust.json"_L1, "{");
    const AcxRun run = acx({u"call"_s, u"GET"_s, u"/v1/me"_s, u"--sandbox"_s});
    QVERIFY2(run.exitCode == 0 && !run.err.contains("damaged"), run.told().constData());
}

ACX_TEST_MAIN(TestAcxTrust)
#include "test_acx_trust.moc"
