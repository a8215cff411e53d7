// SPDX-License-Identifier: GPL-3.0-or-later
// The settings of certificates: those trusted by hand, and the person's own.
#include "app/base/clock.h"
#include "app/credentials/secret_store.h"
#include "app/http/http_client.h"
#include "app/network/network_setup.h"
#include "app/network/trust_store.h"
#include "tests/support/certificates.h"
#include "tests/support/fault_server.h"
#include "tests/support/held_file.h"
#include "tests/support/test_main.h"
#include "tests/support/wait.h"
#include "tests/ui/screen_bench.h"
#include "ui/file_chooser.h"
#include "ui/settings/app_settings.h"
#include "ui/settings/settings_screen.h"

#include <QAbstractButton>
#include <QApplication>
#include <QDir>
#include <QListWidget>
#include <QProcess>
#include <QSettings>
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
    void changesNothingWhereTheListCannotBeWritten_data();
    void changesNothingWhereTheListCannotBeWritten();
    void forgetsThePassphraseOfTheFileBefore();
    void usesTheSameFileWithAnotherPassphrase();
    void showsAnAuthorityThatHangs();
    void aChosenAuthorityThatHangsDoesNotCount();
    void cancelsForgettingThePassphrase();
    void namesTheVersions();

private:
    [[nodiscard]] QString path(const QString &name) const { return m_folder.filePath(name); }
    /// Fills the form in and sends it off.
    void add(const QWidget &screen, const QString &certificate, const QString &passphrase) const;
    QTemporaryDir m_folder;
};

namespace {

constexpr char gateway[] = "gw.example";

Result<Secret> passphraseOf(ScreenBench &bench)
{
    ClientCertificateFile file;
    file.host = QLatin1StringView(gateway);
    return waitFor(bench.services().keychain.read(file.passphraseEntry()));
}

} // namespace

void TestTrustSettings::add(const QWidget &screen, const QString &certificate, const QString &passphrase) const
{
    if (!isShown(screen, "clientServer"))
        click(screen, "addClient");
    type(screen, "clientServer", QLatin1StringView(gateway));
    type(screen, "clientFile", path(certificate));
    type(screen, "clientPassphrase", passphrase);
    click(screen, "clientSave");
}

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
    openssl.start(u"openssl"_s, {u"pkcs12"_s, u"-export"_s, u"-passout"_s, u"stdin"_s, u"-in"_s, path(u"both.pem"_s),
                                 u"-out"_s, path(u"next.p12"_s)});
    openssl.write("n3xt-canary\n");
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
    QTRY_COMPARE(isShown(screen, "clientNotice"), !says.isEmpty());
    if (says.isEmpty())
        QCOMPARE(screen.window()->focusWidget(),
                 part<QWidget>(screen, server == u"gw.example"_s ? "clientFile" : "clientServer"));
    else
        QVERIFY2(textOf(screen, "clientNoticeTitle").contains(says), qPrintable(textOf(screen, "clientNoticeTitle")));
    QVERIFY(isShown(screen, "clientServer")); // to be corrected
    QVERIFY(bench.services().trust.clients().isEmpty());
}

void TestTrustSettings::changesNothingWhereTheListCannotBeWritten_data()
{
    QTest::addColumn<bool>("isNewer");
    QTest::newRow("D1 its folder is a file") << false;
    QTest::newRow("D6 it is of a newer version") << true;
}

void TestTrustSettings::changesNothingWhereTheListCannotBeWritten()
{
    QFETCH(bool, isNewer);
    const QTemporaryDir home;
    const QString folder = home.filePath(u"config"_s);
    ScreenBench bench({false, {}, {}, nullptr, folder + "/trust.json"_L1});
    SettingsScreen screen(bench.services());
    bench.show(screen);
    add(screen, u"own.p12"_s, u"canary"_s);
    TrustStore &trust = bench.services().trust;
    QTRY_COMPARE(trust.clients().size(), 1);
    QTRY_VERIFY(!isShown(screen, "clientServer"));
    const ClientCertificateFile before = trust.clients().constFirst();
    if (!isNewer)
        QVERIFY(QDir(folder).removeRecursively());
    QFile obstacle(isNewer ? folder + "/trust.json"_L1 : folder);
    QVERIFY(obstacle.open(QIODevice::WriteOnly));
    obstacle.write(R"({"format": 1000})");
    obstacle.close();
    QTest::qWait(500); // longer than it takes until what another program did to the file is looked at
    QCOMPARE(trust.clients(), QList{before});

    add(screen, u"next.p12"_s, u"n3xt-canary"_s);
    QTRY_VERIFY(isShown(screen, "clientNotice"));
    QVERIFY(isShown(screen, "clientServer")); // to be sent off again
    QCOMPARE(trust.clients(), QList{before});
    QCOMPARE(*passphraseOf(bench), Secret("canary"));
    // Nor is it lost where another file or a removal would take it along.
    add(screen, u"both.pem"_s, {});
    QTRY_VERIFY(isShown(screen, "clientNotice"));
    QCOMPARE(*passphraseOf(bench), Secret("canary"));
    part<QListWidget>(screen, "clients")->setCurrentRow(0);
    click(screen, "removeClient");
    QTRY_COMPARE(bench.messages().size(), 1);
    QCOMPARE(trust.clients(), QList{before});
    QCOMPARE(*passphraseOf(bench), Secret("canary"));
    // It still opens its file.
    bench.services().network.refresh();
    FaultServer server;
    HttpRequest request;
    request.url = server.url();
    QVERIFY(waitFor(bench.services().http.send(request)));
    QVERIFY(bench.services().network.problems().isEmpty());
}

void TestTrustSettings::forgetsThePassphraseOfTheFileBefore()
{
    // K1
    ScreenBench bench;
    SettingsScreen screen(bench.services());
    bench.show(screen);
    add(screen, u"own.p12"_s, u"canary"_s);
    TrustStore &trust = bench.services().trust;
    QTRY_COMPARE(trust.clients().size(), 1);
    QTRY_VERIFY(!isShown(screen, "clientServer"));
    QVERIFY(passphraseOf(bench));
    add(screen, u"both.pem"_s, {});
    QTRY_VERIFY(!isShown(screen, "clientServer"));
    QCOMPARE(trust.clients(), (QList{ClientCertificateFile{QLatin1StringView(gateway), 443, path(u"both.pem"_s), {},
                                                           false}}));
    QCOMPARE(passphraseOf(bench).error().kind, ErrorKind::SecretMissing);
}

void TestTrustSettings::usesTheSameFileWithAnotherPassphrase()
{
    // K3: the line in the list stays the same, so that its store tells nobody of a change.
    ScreenBench bench;
    SettingsScreen screen(bench.services());
    bench.show(screen);
    add(screen, u"own.p12"_s, u"canary"_s);
    QTRY_VERIFY(!isShown(screen, "clientServer"));
    const ClientCertificateFile file = bench.services().trust.clients().constFirst();
    QVERIFY(waitFor(bench.services().keychain.remove(file.passphraseEntry())));
    const NetworkSetup &network = bench.services().network;
    bench.services().network.refresh();
    QTRY_COMPARE(network.problems().size(), 1);
    QVERIFY(network.problems().constFirst().nextStep.contains(u"Add the certificate again"_s));
    add(screen, u"own.p12"_s, u"canary"_s);
    QTRY_VERIFY(!isShown(screen, "clientServer"));
    QCOMPARE(bench.services().trust.clients(), QList{file});
    QTRY_VERIFY(network.problems().isEmpty());
}

void TestTrustSettings::showsAnAuthorityThatHangs()
{
    // KA: its folder does not answer, and the window is there.
    const QString authority = path(u"both.pem"_s);
    const QString settings = path(u"settings.ini"_s);
    QSettings(settings, QSettings::IniFormat).setValue(u"tls/authorities"_s, QStringList{authority});
    HeldFile held(authority);
    if (!held.isHeld())
        QSKIP("This file system knows no leases.");
    ScreenBench bench({false, {}, settings});
    SettingsScreen screen(bench.services());
    bench.show(screen);
    QTRY_VERIFY(held.isAwaited());
    const auto *list = part<QListWidget>(screen, "authorities");
    QCOMPARE(list->count(), 1);
    QCOMPARE(list->item(0)->text(), u"both.pem — reading…"_s);
    part<QListWidget>(screen, "authorities")->setCurrentRow(0);
    held.release();
    QTRY_VERIFY(list->item(0)->text().contains(u"valid until"_s));
    QCOMPARE(list->currentRow(), 0);
    QVERIFY(bench.services().network.problems().isEmpty());
}

void TestTrustSettings::aChosenAuthorityThatHangsDoesNotCount()
{
    const QString authority = path(u"both.pem"_s);
    HeldFile held(authority);
    if (!held.isHeld())
        QSKIP("This file system knows no leases.");
    ScreenBench bench;
    const AppSettings &settings = bench.services().settings;
    SettingsScreen screen(bench.services());
    bench.show(screen);
    bench.services().files.setNextAnswer(authority);
    click(screen, "addAuthority");
    auto *list = part<QListWidget>(screen, "authorities");
    QTRY_COMPARE(list->count(), 1);
    QTRY_VERIFY(held.isAwaited());
    QVERIFY(settings.authorityFiles().isEmpty());
    // Taken away again, it does not come back when it answers; another one does not wait for it.
    list->setCurrentRow(0);
    click(screen, "removeAuthority");
    QCOMPARE(list->count(), 0);
    bench.services().files.setNextAnswer(path(u"own.pem"_s));
    click(screen, "addAuthority");
    QTRY_COMPARE(settings.authorityFiles(), QStringList{path(u"own.pem"_s)});
    held.release();
    bench.services().files.setNextAnswer(path(u"expired.pem"_s));
    click(screen, "addAuthority");
    QTRY_COMPARE(settings.authorityFiles().size(), 2);
    QVERIFY(!settings.authorityFiles().contains(authority));
    QVERIFY(!isShown(screen, "authorityNotice"));
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
