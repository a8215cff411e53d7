// SPDX-License-Identifier: GPL-3.0-or-later
// The settings over a real gnome-keyring: a secret goes with what it belongs to, and is not lost sight of while locked.
#include "app/base/app_info.h"
#include "app/http/http_client.h"
#include "app/network/network_options.h"
#include "app/network/network_setup.h"
#include "app/network/trust_store.h"
#include "tests/http/connect_proxy.h"
#include "tests/support/certificates.h"
#include "tests/support/keyring.h"
#include "tests/support/test_main.h"
#include "tests/ui/screen_bench.h"
#include "ui/settings/app_settings.h"
#include "ui/settings/settings_screen.h"

#include <QAbstractButton>
#include <QApplication>
#include <QComboBox>
#include <QListWidget>
#include <QProcess>
#include <QSpinBox>
#include <QTemporaryDir>

using namespace Qt::StringLiterals;
using namespace acx;

namespace {

constexpr int patienceWithKeyring = 40'000; // milliseconds; the keychain has ten seconds for each call

QString inKeyring(const QString &entry)
{
    return QLatin1StringView(applicationId) + u'/' + entry;
}

const QString proxyEntry = inKeyring(QLatin1StringView(NetworkOptions::proxyPasswordEntry));

} // namespace

class TestSettingsKeyring final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init() { failOnAnyWarning(); }
    void cleanup();
    void keepsTheCertificateThatCouldNotBeRemoved();
    void keepsTheCertificateThatCouldNotBeReplaced();
    void saysThatTheProxysPasswordIsStillThere();
    void aProxysPasswordThatCouldNotBeKeptHolds();

private:
    [[nodiscard]] CompositionOptions freshFiles();
    /// Adds own.p12 by the form.
    void addCertificate(ScreenBench &bench, const QWidget &screen);
    [[nodiscard]] QString entry() const { return inKeyring(m_client.passphraseEntry()); }

    Keyring m_keyring;
    QTemporaryDir m_files;
    ClientCertificateFile m_client;
    int m_count = 0;
};

void TestSettingsKeyring::initTestCase()
{
    QVERIFY2(Keyring::isPrivate(), "run this under tests/support/with_keyring.sh");
    m_client = {u"gw.example"_s, 443, m_files.filePath(u"own.p12"_s), {}, true};
    CertificateWish wish;
    wish.purpose = CertificateWish::Purpose::Client;
    const TestCertificate own = TestCertificate::authority().issue(wish);
    QFile pem(m_files.filePath(u"own.pem"_s));
    QVERIFY(pem.open(QIODevice::WriteOnly));
    pem.write(own.certificatePem() + own.keyPem());
    pem.close();
    QProcess openssl;
    openssl.start(u"openssl"_s, {u"pkcs12"_s, u"-export"_s, u"-passout"_s, u"stdin"_s, u"-in"_s, pem.fileName(),
                                 u"-out"_s, m_client.certificate});
    openssl.write("canary\n");
    openssl.closeWriteChannel();
    QVERIFY(openssl.waitForFinished());
    QVERIFY2(openssl.exitCode() == 0, openssl.readAllStandardError().constData());
}

void TestSettingsKeyring::cleanup()
{
    QVERIFY(m_keyring.unlock());
    QVERIFY(m_keyring.removeAllItems());
}

CompositionOptions TestSettingsKeyring::freshFiles()
{
    const QString folder = qEnvironmentVariable("HOME") + u"/files%1"_s.arg(++m_count);
    return {true, folder + "/profiles.json"_L1, folder + "/settings.ini"_L1, nullptr, folder + "/trust.json"_L1};
}

void TestSettingsKeyring::addCertificate(ScreenBench &bench, const QWidget &screen)
{
    click(screen, "addClient");
    type(screen, "clientServer", m_client.host);
    type(screen, "clientFile", m_client.certificate);
    type(screen, "clientPassphrase", u"canary"_s);
    click(screen, "clientSave");
    QTRY_VERIFY_WITH_TIMEOUT(!isShown(screen, "clientServer"), patienceWithKeyring);
    QCOMPARE(bench.services().trust.clients(), QList{m_client});
    QCOMPARE(m_keyring.secretOf(entry()), "canary"_ba);
}

void TestSettingsKeyring::keepsTheCertificateThatCouldNotBeRemoved()
{
    // K5
    ScreenBench bench(freshFiles());
    SettingsScreen screen(bench.services());
    bench.show(screen);
    addCertificate(bench, screen);
    auto *list = part<QListWidget>(screen, "clients");
    QVERIFY(m_keyring.lock());
    list->setCurrentRow(0);
    click(screen, "removeClient");
    QTRY_COMPARE_WITH_TIMEOUT(bench.messages().size(), 1, patienceWithKeyring);
    const Message told = bench.messages().constFirst();
    QVERIFY2(told.text.contains(u"gw.example"_s) && told.text.contains(u"locked"_s), qPrintable(told.text));
    QVERIFY2(told.nextStep.contains(u"Unlock"_s), qPrintable(told.nextStep));
    QCOMPARE(bench.services().trust.clients(), QList{m_client});
    QCOMPARE(list->count(), 1);

    QVERIFY(m_keyring.unlock());
    QCOMPARE(m_keyring.secretOf(entry()), "canary"_ba);
    list->setCurrentRow(0);
    click(screen, "removeClient");
    QTRY_VERIFY_WITH_TIMEOUT(bench.services().trust.clients().isEmpty(), patienceWithKeyring);
    QCOMPARE(list->count(), 0);
    QCOMPARE(m_keyring.countItems(entry()), 0);
    QCOMPARE(bench.messages().size(), 1);
}

void TestSettingsKeyring::keepsTheCertificateThatCouldNotBeReplaced()
{
    // K5, for a file that needs no passphrase.
    ScreenBench bench(freshFiles());
    SettingsScreen screen(bench.services());
    bench.show(screen);
    addCertificate(bench, screen);
    QVERIFY(m_keyring.lock());
    click(screen, "addClient");
    type(screen, "clientServer", m_client.host);
    type(screen, "clientFile", m_files.filePath(u"own.pem"_s));
    click(screen, "clientSave");
    QTRY_VERIFY_WITH_TIMEOUT(isShown(screen, "clientNotice"), patienceWithKeyring);
    QVERIFY(textOf(screen, "clientNoticeTitle").contains(u"locked"_s));
    QCOMPARE(bench.services().trust.clients(), QList{m_client});

    QVERIFY(m_keyring.unlock());
    QCOMPARE(m_keyring.secretOf(entry()), "canary"_ba);
    click(screen, "clientSave");
    QTRY_VERIFY_WITH_TIMEOUT(!isShown(screen, "clientServer"), patienceWithKeyring);
    QCOMPARE(bench.services().trust.clients().size(), 1);
    QVERIFY(!bench.services().trust.clients().constFirst().hasPassphrase);
    QCOMPARE(m_keyring.countItems(entry()), 0);
}

void TestSettingsKeyring::saysThatTheProxysPasswordIsStillThere()
{
    // K5
    ScreenBench bench(freshFiles());
    SettingsScreen screen(bench.services());
    bench.show(screen);
    const AppSettings &settings = bench.services().settings;
    auto *mode = part<QComboBox>(screen, "proxyMode");
    mode->setFocus();
    QTest::keyClick(mode, Qt::Key_Home);
    QTest::keyClick(mode, Qt::Key_Down);
    QTest::keyClick(mode, Qt::Key_Down);
    type(screen, "proxyHost", u"proxy.example"_s);
    type(screen, "proxyUser", u"someone"_s);
    type(screen, "proxyPassword", u"canary"_s);
    click(screen, "proxyApply");
    QTRY_COMPARE_WITH_TIMEOUT(settings.proxy().user, u"someone"_s, patienceWithKeyring);
    QVERIFY(m_keyring.secretOf(proxyEntry).value_or(QByteArray()).endsWith("canary"));

    QVERIFY(m_keyring.lock());
    mode->setFocus();
    QTest::keyClick(mode, Qt::Key_Up);
    QTRY_COMPARE_WITH_TIMEOUT(bench.messages().size(), 1, patienceWithKeyring);
    const Message told = bench.messages().constFirst();
    QVERIFY2(told.text.contains(u"The proxy's password could not be removed"_s), qPrintable(told.text));
    QVERIFY2(told.text.contains(u"locked"_s), qPrintable(told.text));
    QCOMPARE(settings.proxy().mode, ProxySettings::Mode::None);

    QVERIFY(m_keyring.unlock());
    QVERIFY(m_keyring.secretOf(proxyEntry).value_or(QByteArray()).endsWith("canary"));
    QVERIFY(told.action);
    told.action();
    QTRY_COMPARE_WITH_TIMEOUT(m_keyring.countItems(proxyEntry), 0, patienceWithKeyring);
    QCOMPARE(bench.messages().size(), 1);
}

void TestSettingsKeyring::aProxysPasswordThatCouldNotBeKeptHolds()
{
    // K5
    const FaultServer server;
    ConnectProxy proxy(server.port());
    const QByteArray basic = "Basic " + QByteArray("someone:canary").toBase64();
    proxy.demand(basic);
    ScreenBench bench(freshFiles());
    SettingsScreen screen(bench.services());
    bench.show(screen);
    QVERIFY(m_keyring.lock());
    auto *mode = part<QComboBox>(screen, "proxyMode");
    mode->setFocus();
    QTest::keyClick(mode, Qt::Key_Home);
    QTest::keyClick(mode, Qt::Key_Down);
    QTest::keyClick(mode, Qt::Key_Down);
    type(screen, "proxyHost", u"127.0.0.1"_s);
    part<QSpinBox>(screen, "proxyPort")->setValue(proxy.port());
    type(screen, "proxyUser", u"someone"_s);
    type(screen, "proxyPassword", u"canary"_s);
    click(screen, "proxyApply");
    QTRY_COMPARE_WITH_TIMEOUT(bench.messages().size(), 1, patienceWithKeyring);
    QVERIFY(bench.messages().constFirst().text.contains(u"locked"_s));
    QCOMPARE(bench.services().settings.proxy().user, u"someone"_s);
    // Twice: whatever reads the network's settings again does not forget it.
    for (int round = 1; round <= 2; ++round) {
        const qsizetype before = proxy.heads().count(basic);
        HttpRequest request;
        request.url = QUrl(u"https://round%1.test.invalid/"_s.arg(round));
        QVERIFY(!waitFor(bench.services().http.send(request))); // the server speaks no TLS
        QVERIFY(proxy.heads().count(basic) > before);
        QCOMPARE(proxy.heads().count("CONNECT "), proxy.heads().count(basic));
        bench.services().network.refresh();
    }
    QVERIFY(bench.services().network.problems().isEmpty());
}

ACX_WIDGET_TEST_MAIN(TestSettingsKeyring)
#include "test_settings_keyring.moc"
