// SPDX-License-Identifier: GPL-3.0-or-later
// From a server that nobody vouches for to a token of it: what the window offers, and what it never offers.
#include "app/http/http_client.h"
#include "app/network/host_and_port.h"
#include "app/network/trust_store.h"
#include "app/profiles/file_lock.h"
#include "app/tokens/token_broker.h"
#include "tests/http/connect_proxy.h"
#include "tests/http/tls_rows.h"
#include "tests/support/certificates.h"
#include "tests/support/run_sandbox.h"
#include "tests/support/test_main.h"
#include "tests/support/wait.h"
#include "tests/ui/screen_bench.h"
#include "ui/main_window.h"
#include "ui/session.h"
#include "ui/settings/app_settings.h"
#include "ui/trust/certificate_dialog.h"

#include <QAbstractButton>
#include <QApplication>
#include <QListWidget>
#include <QRegularExpression>
#include <QTemporaryDir>

using namespace Qt::StringLiterals;
using namespace acx;

namespace {

/// A sandbox with a certificate that it has signed itself.
const SandboxInfo &tlsSandbox()
{
    static SandboxServer *server = nullptr;
    static SandboxInfo info;
    if (!server) {
        SandboxOptions options = sandboxOfThisRun();
        options.tls = true;
        server = new SandboxServer(options);
        qAddPostRoutine([] { delete server; });
        const Result<SandboxInfo> started = server->start();
        if (!started)
            qFatal("%s", qPrintable(started.error().message()));
        info = *started;
    }
    return info;
}

struct Stage
{
    explicit Stage(const QString &trustPath = {})
        : bench({false, {}, {}, nullptr, trustPath})
        , window(std::make_unique<MainWindow>(bench.services()))
    {
        window->show();
        window->activateWindow();
        if (!QTest::qWaitForWindowActive(window.get()))
            qFatal("the window does not become active");
    }
    /// A profile on the sandbox over TLS; the window asks for its first token by itself.
    void addProfile()
    {
        Profile draft;
        draft.name = u"own host"_s;
        draft.deployment = DeploymentKind::Custom;
        draft.overrides = tlsSandbox().endpoints;
        ApiKey key;
        key.value = tlsSandbox().apiKey;
        const Result<Profile> added = waitFor(bench.services().profiles.add(draft, key));
        if (!added)
            qFatal("%s", qPrintable(added.error().message()));
        bench.services().session.select(added->id);
        window->showPlace(Place::Tokens);
    }
    [[nodiscard]] TokenState token()
    {
        const Session &session = bench.services().session;
        return bench.services().broker.state(session.need(session.usualTokenKind()));
    }
    [[nodiscard]] bool isOffered() const
    {
        return isShown(*window, "messageBar") && isShown(*window, "messageAction") &&
               part<QAbstractButton>(*window, "messageAction")->text() == u"Show certificate…"_s;
    }
    [[nodiscard]] CertificateDialog *dialog() const { return window->findChild<CertificateDialog *>(); }
    [[nodiscard]] Result<HttpResponse> get(const QUrl &url)
    {
        HttpRequest request;
        request.url = url;
        request.bearer = Secret("b34r3r-canary"_ba);
        return waitFor(bench.services().http.send(request));
    }

    ScreenBench bench;
    std::unique_ptr<MainWindow> window;
};

QUrl iamUrl()
{
    return tlsSandbox().endpoints.iam;
}

} // namespace

class TestCertificateOffer final : public QObject
{
    Q_OBJECT

private slots:
    void init() { QTest::failOnWarning(QRegularExpression(u"^(?!This plugin does not support )"_s)); }
    void fromRefusalToToken();
    void leavingItTrustsNothing();
    void survivesARestart();
    void anotherCertificate();
    void trustedMeanwhile();
    void cannotBeKept();
    void isNotOfferedWhereTheListCannotBeRead();
    void offersOnlyWhatMayBe_data();
    void offersOnlyWhatMayBe();
    void neverForIbm();
    void showsHostileText();

private:
    const QList<TlsRow> m_rows = refusedWithPin(TestCertificate::authority());
};

void TestCertificateOffer::fromRefusalToToken()
{
    Stage stage;
    stage.addProfile();
    QTRY_VERIFY_WITH_TIMEOUT(stage.isOffered(), 20'000);
    const QString server = hostAndPortText(iamUrl().host(), quint16(iamUrl().port()));
    QVERIFY2(textOf(*stage.window, "messageText").contains(server), qPrintable(textOf(*stage.window, "messageText")));
    QTRY_VERIFY(stage.token().lastError);
    QCOMPARE(stage.token().lastError->kind, ErrorKind::Tls);
    QVERIFY(!stage.token().token);

    click(*stage.window, "messageAction");
    CertificateDialog *dialog = stage.dialog();
    QVERIFY(dialog && dialog->isVisible());
    const QList<QSslCertificate> shown = QSslCertificate::fromPath(tlsSandbox().caCertificate);
    QCOMPARE(shown.size(), 1);
    const CertificateFacts facts = factsOf(shown.constFirst());
    QCOMPARE(textOf(*dialog, "certificateServer"), server);
    QCOMPARE(textOf(*dialog, "certificateSubject"), facts.subject);
    QVERIFY(textOf(*dialog, "certificateIssuer").contains(u"self-signed"_s));
    QVERIFY(textOf(*dialog, "certificateValidity")
                .contains(QLocale().toString(facts.validUntil.toLocalTime(), QLocale::ShortFormat)));
    QVERIFY(textOf(*dialog, "certificateNames").contains(u"localhost"_s));
    QVERIFY(textOf(*dialog, "certificateKey").contains(u"bits"_s));
    QCOMPARE(textOf(*dialog, "certificateFingerprint").remove(u'\n'), fingerprintText(facts.sha256));
    QVERIFY(textOf(*dialog, "certificateMeaning").contains(server));
    QTRY_VERIFY(part<QAbstractButton>(*dialog, "leaveCertificate")->hasFocus());

    click(*dialog, "trustCertificate");
    QTRY_VERIFY(!stage.dialog());
    QVERIFY(textOf(*stage.window, "messageText").contains(u"is trusted"_s));
    QCOMPARE(stage.bench.services().trust.certificates().size(), 1);
    click(*stage.window, "cardGet");
    QTRY_VERIFY_WITH_TIMEOUT(stage.token().token, 20'000);

    // Taken back in the settings, and refused from then on.
    stage.window->showPlace(Place::Settings);
    auto *list = part<QListWidget>(*stage.window, "trusted");
    QCOMPARE(list->count(), 1);
    QVERIFY(list->item(0)->text().contains(server));
    QVERIFY(list->item(0)->text().remove(u'\n').contains(fingerprintText(facts.sha256)));
    list->setCurrentRow(0);
    click(*stage.window, "removeTrusted");
    QVERIFY(stage.bench.services().trust.certificates().isEmpty());
    QVERIFY(isShown(*stage.window, "trustedEmpty") && !isShown(*stage.window, "trusted"));
    QCOMPARE(stage.get(iamUrl()).error().kind, ErrorKind::Tls);
}

void TestCertificateOffer::leavingItTrustsNothing()
{
    Stage stage;
    QVERIFY(!stage.get(iamUrl()));
    QVERIFY(stage.isOffered());
    click(*stage.window, "messageAction");
    QTest::keyClick(stage.dialog(), Qt::Key_Escape);
    QTRY_VERIFY(!stage.dialog());
    QVERIFY(!stage.get(iamUrl()));
    click(*stage.window, "messageAction");
    QTest::keyClick(stage.dialog(), Qt::Key_Return); // what has the focus is the way out
    QTRY_VERIFY(!stage.dialog());
    QVERIFY(stage.bench.services().trust.certificates().isEmpty());
    QVERIFY(!stage.get(iamUrl()));
}

void TestCertificateOffer::survivesARestart()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"trust.json"_s);
    {
        Stage stage(path);
        QVERIFY(!stage.get(iamUrl()));
        click(*stage.window, "messageAction");
        click(*stage.dialog(), "trustCertificate");
        QTRY_COMPARE(stage.bench.services().trust.certificates().size(), 1);
        QVERIFY(stage.get(iamUrl()));
    }
    Stage again(path);
    QVERIFY(again.get(iamUrl()));
    QVERIFY(!isShown(*again.window, "messageBar"));
    // Exactly this host and port.
    FaultServer other({}, TestCertificate::selfSigned().serverTls());
    QVERIFY(!again.get(other.url("/", u"localhost"_s)));
    QVERIFY(again.isOffered());
}

void TestCertificateOffer::anotherCertificate()
{
    Stage stage;
    const TestCertificate leaf = TestCertificate::selfSigned();
    FaultServer server({}, leaf.serverTls());
    const TestCertificate old = TestCertificate::selfSigned();
    TrustStore &trust = stage.bench.services().trust;
    QVERIFY(waitFor(trust.trust({{u"localhost"_s, server.port(), factsOf(old.certificate()).sha256}, {}, {}})));
    QVERIFY(!stage.get(server.url("/", u"localhost"_s)));
    QVERIFY(stage.isOffered());
    QVERIFY(textOf(*stage.window, "messageText").contains(u"another certificate"_s));
    click(*stage.window, "messageAction");
    click(*stage.dialog(), "trustCertificate");
    QCOMPARE(trust.certificates().size(), 1);
    QVERIFY(stage.get(server.url("/", u"localhost"_s)));
}

void TestCertificateOffer::trustedMeanwhile()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"trust.json"_s);
    Stage stage(path);
    const TestCertificate leaf = TestCertificate::selfSigned();
    FaultServer server({}, leaf.serverTls());
    TrustStore command(path);
    QVERIFY(waitFor(command.trust({{u"localhost"_s, server.port(), factsOf(leaf.certificate()).sha256}, {}, {}})));
    QVERIFY(!stage.get(server.url("/", u"localhost"_s)));
    QVERIFY(!stage.isOffered());
    QVERIFY(textOf(*stage.window, "messageText").contains(u"is trusted by now"_s));
    QVERIFY(stage.get(server.url("/", u"localhost"_s)));
}

void TestCertificateOffer::cannotBeKept()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"trust.json"_s);
    Stage stage(path);
    FileLock other(path); // another program that does not let go
    QVERIFY(other.lock());
    QVERIFY(!stage.get(iamUrl()));
    click(*stage.window, "messageAction");
    click(*stage.dialog(), "trustCertificate");
    QTRY_COMPARE(part<QWidget>(*stage.window, "messageBar")->property("kind").toString(), u"error"_s);
    QVERIFY(isShown(*stage.window, "messageBar"));
    QVERIFY(part<QLabel>(*stage.window, "messageText")->text().contains(path));
    QVERIFY(!stage.get(iamUrl())); // what is not kept does not hold
}

void TestCertificateOffer::isNotOfferedWhereTheListCannotBeRead()
{
    const QTemporaryDir folder;
    QFile inTheWay(folder.filePath(u"file"_s));
    QVERIFY(inTheWay.open(QIODevice::WriteOnly));
    Stage stage(folder.filePath(u"file/trust.json"_s));
    QTRY_VERIFY(isShown(*stage.window, "messageBar")); // told at the start already
    click(*stage.window, "messageClose");
    QVERIFY(!stage.get(iamUrl()));
    QTRY_VERIFY(isShown(*stage.window, "messageBar"));
    QVERIFY(part<QLabel>(*stage.window, "messageText")->text().contains(u"file/trust.json"_s));
    QVERIFY(!stage.isOffered());
}

void TestCertificateOffer::offersOnlyWhatMayBe_data()
{
    QTest::addColumn<int>("row");
    QTest::addColumn<QString>("why"); // in what is told; empty = it may be trusted, or the fault says it all
    const QHash<QString, QString> reasons{{u"expired"_s, u"expired on"_s},
                                          {u"not yet valid"_s, u"not valid before"_s},
                                          {u"wrong host, self-signed"_s, u"another name"_s},
                                          {u"client-only usage"_s, u"not issued for a server"_s},
                                          {u"client-only usage, self-signed"_s, u"not issued for a server"_s},
                                          {u"RSA 1024, self-signed"_s, u"too weak"_s},
                                          {u"SHA-1 signature"_s, u"too weak"_s},
                                          {u"SHA-1 signature, self-signed"_s, u"too weak"_s}};
    int known = 0;
    for (int i = 0; i < m_rows.size(); ++i) {
        known += reasons.contains(m_rows.at(i).name) ? 1 : 0;
        QTest::addRow("T2 %s", qPrintable(m_rows.at(i).name)) << i << reasons.value(m_rows.at(i).name);
    }
    QCOMPARE(known, int(reasons.size()));
}

void TestCertificateOffer::offersOnlyWhatMayBe()
{
    QFETCH(int, row);
    QFETCH(QString, why);
    const TlsRow &wanted = m_rows.at(row);
    TlsPeer peer(wanted);
    QTRY_VERIFY(peer.isListening());
    Stage stage;
    const Result<HttpResponse> result = stage.get(peer.url());
    QVERIFY(!result);
    const QString told = result.error().message() + u'\n' + result.error().details();
    QVERIFY2(result.error().kind == ErrorKind::Tls, qPrintable(told));
    QVERIFY2(told.contains(why), qPrintable(told));
    QCOMPARE(stage.isOffered(), wanted.pinSaves);
    QVERIFY2(told.contains(u"trust it for this host and port"_s) == wanted.pinSaves, qPrintable(told));
    QCOMPARE(isShown(*stage.window, "messageBar"), wanted.pinSaves);
    QCOMPARE(peer.received(), QByteArray());
}

void TestCertificateOffer::neverForIbm()
{
    const QString ibm = u"iam.cloud.ibm.com"_s;
    CertificateWish wish;
    wish.dnsNames = {ibm, u"gateway.test.invalid"_s};
    FaultServer server({}, TestCertificate::selfSigned(wish).serverTls());
    ConnectProxy proxy(server.port());
    Stage stage;
    QVERIFY(waitFor(
        stage.bench.services().settings.setProxy({ProxySettings::Mode::Http, u"127.0.0.1"_s, proxy.port(), {}, {}})));
    const Result<HttpResponse> result = stage.get(QUrl(u"https://%1/"_s.arg(ibm)));
    QVERIFY(!result);
    QVERIFY2(result.error().nextStep.contains(u"one of IBM's hosts"_s), qPrintable(result.error().message()));
    QVERIFY(!isShown(*stage.window, "messageBar"));
    // The other side: the same certificate is offered for another host.
    QVERIFY(!stage.get(QUrl(u"https://gateway.test.invalid/"_s)));
    QVERIFY(stage.isOffered());
    QCOMPARE(server.bytes(), QByteArray());
}

void TestCertificateOffer::showsHostileText()
{
    CertificateWish wish;
    wish.commonName = u"<b>ibm</b>\u202Emoc\nSHA-256\t00:11"_s + QString(5'000, u'x');
    for (const char16_t letter : {u'a', u'b', u'c'})
        wish.dnsNames += QString(5'000, letter);
    for (int i = 0; i < 200; ++i)
        wish.dnsNames += u"host-%1.example"_s.arg(i);
    FaultServer server({}, TestCertificate::selfSigned(wish).serverTls());
    Stage stage;
    QVERIFY(!stage.get(server.url("/", u"localhost"_s)));
    click(*stage.window, "messageAction");
    const QString subject = textOf(*stage.dialog(), "certificateSubject");
    QVERIFY2(subject.contains(u"<b>ibm</b>"_s) && !subject.contains(QChar(0x202E)), qPrintable(subject));
    QVERIFY2(!subject.contains(u'\n') && !subject.contains(u'\t') && subject.size() < 310, qPrintable(subject));
    QCOMPARE(part<QLabel>(*stage.dialog(), "certificateSubject")->textFormat(), Qt::PlainText);
    QVERIFY(textOf(*stage.dialog(), "certificateNames").contains(u" more"_s));
    QVERIFY(stage.dialog()->height() <= 700);
    click(*stage.dialog(), "leaveCertificate");
}

ACX_WIDGET_TEST_MAIN(TestCertificateOffer)
#include "test_certificate_offer.moc"
