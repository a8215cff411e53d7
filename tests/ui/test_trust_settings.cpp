// SPDX-License-Identifier: GPL-3.0-or-later
// The settings of certificates: those trusted by hand, and the person's own.
#include "app/base/clock.h"
#include "app/credentials/secret_store.h"
#include "app/network/trust_store.h"
#include "tests/support/certificates.h"
#include "tests/support/test_main.h"
#include "tests/support/wait.h"
#include "tests/ui/screen_bench.h"
#include "ui/file_chooser.h"
#include "ui/settings/app_settings.h"
#include "ui/settings/settings_screen.h"

#include <QAbstractButton>
#include <QApplication>
#include <QListWidget>
#include <QProcess>
#include <QSslSocket>
#include <QTemporaryDir>

using namespace Qt::StringLiterals;
using namespace acx;

class TestTrustSettings final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init() { failOnAnyWarning(); }
    void listsWhatIsTrusted();
    void addsAClientCertificate_data();
    void addsAClientCertificate();
    void explainsWhatIsWrong_data();
    void explainsWhatIsWrong();
    void cancelsForgettingThePassphrase();
    void namesTheVersions();

private:
    [[nodiscard]] QString path(const QString &name) const { return m_folder.filePath(name); }
    QTemporaryDir m_folder;
};

void TestTrustSettings::initTestCase()
{
    CertificateWish wish;
    wish.commonName = u"someone"_s;
    wish.purpose = CertificateWish::Purpose::Client;
    const TestCertificate own = TestCertificate::authority().issue(wish);
    const TestCertificate other = TestCertificate::authority().issue(wish);
    const auto put = [this](const QString &name, const QByteArray &bytes) {
        QFile file(path(name));
        if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
            qFatal("%s", qPrintable(file.errorString()));
    };
    put(u"own.pem"_s, own.certificatePem());
    put(u"own.key"_s, own.keyPem());
    put(u"both.pem"_s, own.certificatePem() + own.keyPem());
    put(u"other.key"_s, other.keyPem());
    wish.notBefore = QDateTime::currentDateTimeUtc().addDays(-20);
    wish.notAfter = QDateTime::currentDateTimeUtc().addDays(-10);
    const TestCertificate expired = TestCertificate::authority().issue(wish);
    put(u"expired.pem"_s, expired.certificatePem() + expired.keyPem());
    QProcess openssl;
    openssl.start(u"openssl"_s, {u"pkcs12"_s, u"-export"_s, u"-passout"_s, u"stdin"_s, u"-in"_s, path(u"both.pem"_s),
                                 u"-out"_s, path(u"own.p12"_s)});
    openssl.write("canary\n");
    openssl.closeWriteChannel();
    QVERIFY(openssl.waitForFinished());
    QVERIFY2(openssl.exitCode() == 0, openssl.readAllStandardError().constData());
}

void TestTrustSettings::listsWhatIsTrusted()
{
    ScreenBench bench;
    SettingsScreen screen(bench.services());
    bench.show(screen);
    QVERIFY(isShown(screen, "trustedEmpty"));
    TrustStore &trust = bench.services().trust;
    const QByteArray sha256(32, '\xa5');
    QVERIFY(waitFor(trust.trust({{u"b.example"_s, 443, sha256}, u"CN=<b>b</b>"_s, bench.services().clock.now()})));
    QVERIFY(waitFor(trust.trust({{u"2001:db8::1"_s, 9443, sha256}, {}, {}})));
    auto *list = part<QListWidget>(screen, "trusted");
    QCOMPARE(list->count(), 2);
    QVERIFY(list->item(0)->text().startsWith(u"b.example:443 — CN=<b>b</b>, trusted since "_s));
    QVERIFY(list->item(1)->text().startsWith(u"[2001:db8::1]:9443\n"_s));
    list->setCurrentRow(0);
    click(screen, "removeTrusted");
    QTRY_COMPARE(trust.certificates().size(), 1);
    QCOMPARE(trust.certificates().constFirst().pin.host, u"2001:db8::1"_s);
    QVERIFY(bench.messages().isEmpty());
}

void TestTrustSettings::addsAClientCertificate_data()
{
    QTest::addColumn<QString>("certificate");
    QTest::addColumn<QString>("key");
    QTest::addColumn<QString>("passphrase");
    QTest::newRow("PEM, two files") << u"own.pem"_s << u"own.key"_s << QString();
    QTest::newRow("PEM, one file") << u"both.pem"_s << QString() << QString();
    QTest::newRow("PKCS#12") << u"own.p12"_s << QString() << u"canary"_s;
}

void TestTrustSettings::addsAClientCertificate()
{
    QFETCH(QString, certificate);
    QFETCH(QString, key);
    QFETCH(QString, passphrase);
    ScreenBench bench;
    SettingsScreen screen(bench.services());
    bench.show(screen);
    QVERIFY(!isShown(screen, "clientServer"));
    click(screen, "addClient");
    type(screen, "clientServer", u"GW.example:9443"_s);
    bench.services().files.setNextAnswer(path(certificate));
    click(screen, "clientFileChoose");
    if (!key.isEmpty()) {
        bench.services().files.setNextAnswer(path(key));
        click(screen, "clientKeyChoose");
    }
    type(screen, "clientPassphrase", passphrase);
    click(screen, "clientSave");
    TrustStore &trust = bench.services().trust;
    QTRY_COMPARE(trust.clients().size(), 1);
    const ClientCertificateFile file = trust.clients().constFirst();
    const ClientCertificateFile wanted{u"gw.example"_s, 9443, path(certificate), key.isEmpty() ? QString() : path(key),
                                       !passphrase.isEmpty()};
    QCOMPARE(file, wanted);
    QTRY_VERIFY(!isShown(screen, "clientServer"));
    QVERIFY(part<QLineEdit>(screen, "clientPassphrase")->text().isEmpty());
    auto *list = part<QListWidget>(screen, "clients");
    QVERIFY(list->item(0)->text().startsWith(u"gw.example:9443 — "_s + certificate));
    const auto kept = waitFor(bench.services().keychain.read(file.passphraseEntry()));
    QCOMPARE(kept.has_value(), !passphrase.isEmpty());
    QVERIFY(!kept || *kept == Secret::fromText(passphrase));
    // Removing it takes the passphrase along.
    list->setCurrentRow(0);
    click(screen, "removeClient");
    QTRY_VERIFY(trust.clients().isEmpty());
    QTRY_VERIFY(!waitFor(bench.services().keychain.read(file.passphraseEntry())));
    QVERIFY(bench.messages().isEmpty());
}

void TestTrustSettings::explainsWhatIsWrong_data()
{
    QTest::addColumn<QString>("server");
    QTest::addColumn<QString>("certificate");
    QTest::addColumn<QString>("key");
    QTest::addColumn<QString>("passphrase");
    QTest::addColumn<QString>("says"); // in the notice; empty = at a field
    const QString host = u"gw.example"_s;
    QTest::newRow("no host") << QString() << u"both.pem"_s << QString() << QString() << QString();
    QTest::newRow("wildcard") << u"*.example"_s << u"both.pem"_s << QString() << QString() << QString();
    QTest::newRow("no file") << host << QString() << QString() << QString() << QString();
    QTest::newRow("missing file") << host << u"gone.pem"_s << QString() << QString() << u"gone.pem"_s;
    QTest::newRow("no key") << host << u"own.pem"_s << QString() << QString() << u"no private key"_s;
    QTest::newRow("wrong key") << host << u"own.pem"_s << u"other.key"_s << QString() << u"does not belong"_s;
    QTest::newRow("expired") << host << u"expired.pem"_s << QString() << QString() << u"expired on"_s;
    QTest::newRow("passphrase missing") << host << u"own.p12"_s << QString() << QString() << u"by a passphrase"_s;
    QTest::newRow("passphrase wrong") << host << u"own.p12"_s << QString() << u"wr0ng"_s << u"does not open"_s;
}

void TestTrustSettings::explainsWhatIsWrong()
{
    QFETCH(QString, server);
    QFETCH(QString, certificate);
    QFETCH(QString, key);
    QFETCH(QString, passphrase);
    QFETCH(QString, says);
    ScreenBench bench;
    SettingsScreen screen(bench.services());
    bench.show(screen);
    click(screen, "addClient");
    type(screen, "clientServer", server);
    type(screen, "clientFile", certificate.isEmpty() ? QString() : path(certificate));
    type(screen, "clientKey", key.isEmpty() ? QString() : path(key));
    type(screen, "clientPassphrase", passphrase);
    click(screen, "clientSave");
    QCOMPARE(isShown(screen, "clientNotice"), !says.isEmpty());
    if (says.isEmpty())
        QCOMPARE(screen.window()->focusWidget(),
                 part<QWidget>(screen, server == u"gw.example"_s ? "clientFile" : "clientServer"));
    else
        QVERIFY2(textOf(screen, "clientNoticeTitle").contains(says), qPrintable(textOf(screen, "clientNoticeTitle")));
    QVERIFY(isShown(screen, "clientServer")); // to be corrected
    QVERIFY(bench.services().trust.clients().isEmpty());
}

void TestTrustSettings::cancelsForgettingThePassphrase()
{
    ScreenBench bench;
    SettingsScreen screen(bench.services());
    bench.show(screen);
    click(screen, "addClient");
    type(screen, "clientPassphrase", u"canary"_s);
    click(screen, "clientCancel");
    QVERIFY(!isShown(screen, "clientServer"));
    click(screen, "addClient");
    QVERIFY(part<QLineEdit>(screen, "clientPassphrase")->text().isEmpty());
}

void TestTrustSettings::namesTheVersions()
{
    // T4 About
    ScreenBench bench;
    SettingsScreen screen(bench.services());
    bench.show(screen);
    const QString about = textOf(screen, "aboutText");
    QVERIFY2(about.contains(u"Qt %1"_s.arg(QLatin1StringView(qVersion()))), qPrintable(about));
    QVERIFY2(about.contains(QSslSocket::sslLibraryVersionString()), qPrintable(about));
    QVERIFY(isShown(screen, "aboutText"));
}

ACX_WIDGET_TEST_MAIN(TestTrustSettings)
#include "test_trust_settings.moc"
