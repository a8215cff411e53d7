// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/deployments/deployment.h"
#include "app/network/network_setup.h"
#include "app/network/proxy_password.h"
#include "app/network/trust_store.h"
#include "tests/http/connect_proxy.h"
#include "tests/profiles/failing_store.h"
#include "tests/support/certificates.h"
#include "tests/support/fake_clock.h"
#include "tests/support/held_file.h"
#include "tests/support/run_canary.h"
#include "tests/support/test_main.h"
#include "tests/support/wait.h"

#include <QFile>
#include <QRegularExpression>
#include <QSettings>
#include <QTemporaryDir>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace acx;

namespace {

const QString host = u"service.test.invalid"_s;

/// Everything that a NetworkSetup stands on, and the setup.
struct Bench
{
    Bench()
        : catalog(*DeploymentCatalog::load())
        , http(clock)
        , setup({http, keychain, trust, catalog, clock})
    {
        QObject::connect(&setup, &NetworkSetup::failed, &setup, [this](const Error &error) { failures += error; });
    }

    [[nodiscard]] QFuture<Result<HttpResponse>> send(const QUrl &url)
    {
        HttpRequest request;
        request.url = url;
        request.bearer = Secret(runToken());
        request.deadline = 10s;
        return http.send(request);
    }
    [[nodiscard]] Result<HttpResponse> get(const QUrl &url) { return waitFor(send(url)); }
    /// An exchange of another client, which waits for nothing, from its beginning to its end.
    [[nodiscard]] bool goesElsewhere() const
    {
        HttpClient free(clock);
        const FaultServer other;
        HttpRequest plain;
        plain.url = other.url();
        return waitFor(free.send(plain)).has_value();
    }

    SystemClock clock;
    DeploymentCatalog catalog;
    FailingStore keychain;
    TrustStore trust{QString()};
    HttpClient http;
    NetworkSetup setup;
    QList<Error> failures;
};

TrustedCertificate trusted(const QString &server, quint16 port, const TestCertificate &certificate)
{
    return {{server, port, factsOf(certificate.certificate()).sha256}, {}, {}};
}

QString told(const Result<HttpResponse> &result)
{
    return result ? u"accepted"_s : result.error().message() + u'\n' + result.error().details();
}

} // namespace

class TestNetworkSetup final : public QObject
{
    Q_OBJECT

private slots:
    void init() { QTest::failOnWarning(QRegularExpression(u".?"_s)); }
    void followsTheTrustStore();
    void neverForIbm();
    void ownAuthorities();
    void requestsWaitForThePassword();
    void aPasswordGoesToItsProxyOnly_data();
    void aPasswordGoesToItsProxyOnly();
    void aPasswordThatNobodyKeepsHolds();
    void requestsWaitForTheFiles();
    void aFileThatHangsIsLeftOut();
    void aLaterChangeDropsAFileThatHangs();
    void whoWaitsWaitsForTheLaterChange();
    void endsWhileAFileHangs();
    void aLaterChangeWins();
    void cancelWhileWaiting();
    void endsWhileWaiting();
    void tellsTheKeychain_data();
    void tellsTheKeychain();
    void tellsTheClientCertificate_data();
    void tellsTheClientCertificate();
    void keychainIsLeftAlone();
    void optionsSurvive();

private:
    QString put(const QString &name, const QByteArray &bytes) const;

    QTemporaryDir m_folder;
};

QString TestNetworkSetup::put(const QString &name, const QByteArray &bytes) const
{
    QFile file(m_folder.filePath(name));
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
        qFatal("%s", qPrintable(file.errorString()));
    return file.fileName();
}

void TestNetworkSetup::followsTheTrustStore()
{
    const TestCertificate leaf = TestCertificate::selfSigned();
    FaultServer server({}, leaf.serverTls());
    const QUrl url = server.url("/", u"localhost"_s);
    Bench bench;
    bench.setup.apply({});
    Result<HttpResponse> result = bench.get(url);
    QVERIFY(!result);
    QVERIFY(bench.http.refusedCertificate(result.error().sentence));
    QVERIFY(waitFor(bench.trust.trust(trusted(u"localhost"_s, server.port(), leaf))));
    result = bench.get(url);
    QVERIFY2(result, qPrintable(told(result)));
    QVERIFY(waitFor(bench.trust.distrust(u"localhost"_s, server.port())));
    const qsizetype before = server.bytes().size();
    QCOMPARE(bench.get(url).error().kind, ErrorKind::Tls);
    QCOMPARE(server.bytes().size(), before);
    QVERIFY(bench.failures.isEmpty());
}

void TestNetworkSetup::neverForIbm()
{
    // Also when the pin has found its way into the file.
    const QString ibm = u"iam.cloud.ibm.com"_s;
    CertificateWish wish;
    wish.dnsNames = {ibm, host};
    const TestCertificate leaf = TestCertificate::selfSigned(wish);
    FaultServer server({}, leaf.serverTls());
    ConnectProxy proxy(server.port());
    Bench bench;
    QVERIFY(waitFor(bench.trust.trust(trusted(ibm, 443, leaf))));
    QVERIFY(waitFor(bench.trust.trust(trusted(host, 443, leaf))));
    bench.setup.apply({{ProxySettings::Mode::Http, u"127.0.0.1"_s, proxy.port(), {}, {}}, {}});
    const Result<HttpResponse> refused = bench.get(QUrl(u"https://%1/"_s.arg(ibm)));
    QCOMPARE(refused.error().kind, ErrorKind::Tls);
    QVERIFY2(refused.error().nextStep.contains(u"one of IBM's hosts"_s), qPrintable(told(refused)));
    QVERIFY(!bench.http.refusedCertificate(refused.error().sentence));
    QVERIFY(server.bytes().isEmpty());
    const Result<HttpResponse> other = bench.get(QUrl(u"https://%1/"_s.arg(host)));
    QVERIFY2(other, qPrintable(told(other)));
}

void TestNetworkSetup::ownAuthorities()
{
    const TestCertificate root = TestCertificate::authority();
    FaultServer server({}, root.issue().serverTls());
    const QUrl url = server.url("/", u"localhost"_s);
    Bench bench;
    NetworkOptions options;
    options.authorityFiles = {m_folder.filePath(u"none.pem"_s), put(u"root.pem"_s, root.certificatePem())};
    bench.setup.apply(options);
    QVERIFY2(bench.get(url), qPrintable(told(bench.get(url))));
    QCOMPARE(bench.failures.size(), 1);
    QVERIFY(bench.failures.constFirst().sentence.contains(u"none.pem"_s));
    QCOMPARE(bench.setup.problems(), bench.failures);
    bench.setup.apply({});
    QVERIFY(bench.setup.problems().isEmpty());
    QCOMPARE(bench.get(url).error().kind, ErrorKind::Tls);
}

void TestNetworkSetup::requestsWaitForThePassword()
{
    const TestCertificate leaf = TestCertificate::selfSigned([] {
        CertificateWish wish;
        wish.dnsNames = {host};
        return wish;
    }());
    FaultServer server({}, leaf.serverTls());
    ConnectProxy proxy(server.port());
    proxy.demand("Basic " + ("me:" + runSecret()).toBase64());
    Bench bench;
    QVERIFY(waitFor(bench.trust.trust(trusted(host, 443, leaf))));
    QVERIFY(waitFor(bench.keychain.write(QLatin1StringView(NetworkOptions::proxyPasswordEntry), Secret(runSecret()))));
    bench.keychain.hold();
    bench.setup.apply({{ProxySettings::Mode::Http, u"127.0.0.1"_s, proxy.port(), u"me"_s, {}}, {}});
    HttpRequest request;
    request.url = QUrl(u"https://%1/"_s.arg(host));
    request.deadline = 60s;
    const QFuture<Result<HttpResponse>> sent = bench.http.send(request);
    QVERIFY(bench.goesElsewhere());
    QVERIFY(!sent.isFinished());
    QCOMPARE(proxy.connections(), 0);
    bench.keychain.release();
    const Result<HttpResponse> result = waitFor(sent);
    QVERIFY2(result, qPrintable(told(result)));
    QVERIFY(proxy.heads().count("CONNECT ") >= 1);
}

void TestNetworkSetup::aPasswordGoesToItsProxyOnly_data()
{
    using Mode = ProxySettings::Mode;
    QTest::addColumn<QByteArray>("kept");
    QTest::addColumn<bool>("goes");
    const auto keptFor = [](const ProxySettings &proxy) { return keptProxyPassword(proxy).reveal().toBase64(); };
    const Secret secret(runSecret());
    QTest::newRow("L6 this one") << keptFor({Mode::Http, u"127.0.0.1"_s, 0, u"me"_s, secret}) << true;
    QTest::newRow("L6 kept by an earlier version") << secret.reveal().toBase64() << true;
    QTest::newRow("L6 another host") << keptFor({Mode::Http, u"127.0.0.2"_s, 0, u"me"_s, secret}) << false;
    QTest::newRow("L6 another port") << keptFor({Mode::Http, u"127.0.0.1"_s, 1, u"me"_s, secret}) << false;
    QTest::newRow("L6 another user") << keptFor({Mode::Http, u"127.0.0.1"_s, 0, u"you"_s, secret}) << false;
    QTest::newRow("L6 another kind") << keptFor({Mode::Socks5, u"127.0.0.1"_s, 0, u"me"_s, secret}) << false;
}

/// Another window keeps the password of the proxy that it goes to now, of which this one knows nothing.
void TestNetworkSetup::aPasswordGoesToItsProxyOnly()
{
    QFETCH(QByteArray, kept);
    QFETCH(bool, goes);
    FaultServer server;
    ConnectProxy proxy(server.port());
    proxy.demand("Basic " + ("me:" + runSecret()).toBase64());
    Bench bench;
    const QByteArray inKeychain =
        QByteArray::fromBase64(kept).replace("127.0.0.1:0 ", "127.0.0.1:" + QByteArray::number(proxy.port()) + ' ');
    QVERIFY(waitFor(bench.keychain.write(QLatin1StringView(NetworkOptions::proxyPasswordEntry), Secret(inKeychain))));
    bench.setup.apply({{ProxySettings::Mode::Http, u"127.0.0.1"_s, proxy.port(), u"me"_s, {}}, {}});
    QVERIFY(!bench.get(QUrl(u"https://%1/"_s.arg(host)))); // the server speaks no TLS
    QVERIFY(proxy.heads().contains("CONNECT "));
    QCOMPARE(proxy.heads().contains(("me:" + runSecret()).toBase64()), goes);
    QVERIFY(bench.failures.isEmpty());
}

void TestNetworkSetup::aPasswordThatNobodyKeepsHolds()
{
    // K6
    CertificateWish wish;
    wish.dnsNames = {host};
    const TestCertificate leaf = TestCertificate::selfSigned(wish);
    FaultServer server({}, leaf.serverTls());
    ConnectProxy proxy(server.port());
    proxy.demand("Basic " + ("me:" + runSecret()).toBase64());
    Bench bench;
    bench.keychain.failAll(ErrorKind::KeychainUnavailable);
    QVERIFY(waitFor(bench.trust.trust(trusted(host, 443, leaf))));
    const QUrl url(u"https://%1/"_s.arg(host));
    NetworkOptions options{{ProxySettings::Mode::Http, u"127.0.0.1"_s, proxy.port(), u"me"_s, {}}, {}};
    ProxySettings whole = options.proxy;
    whole.password = Secret(runSecret());
    bench.setup.setUnkeptProxy(whole);
    bench.setup.apply(options);
    Result<HttpResponse> result = bench.get(url);
    QVERIFY2(result, qPrintable(told(result)));
    // Whatever lets everything be read again.
    QVERIFY(waitFor(bench.trust.trust(trusted(u"other.test.invalid"_s, 443, leaf))));
    bench.setup.refresh();
    result = bench.get(url);
    QVERIFY2(result, qPrintable(told(result)));
    QVERIFY(bench.failures.isEmpty());
    QCOMPARE(bench.keychain.calls(), 0);
    // Another user has another password.
    options.proxy.user = u"you"_s;
    bench.setup.apply(options);
    QVERIFY(!bench.get(url));
    QCOMPARE(bench.keychain.calls(), 1);
    QCOMPARE(bench.failures.size(), 1);
    QVERIFY(!proxy.heads().contains(("you:" + runSecret()).toBase64()));
}

void TestNetworkSetup::requestsWaitForTheFiles()
{
    // F26, KA: the folder of an authority does not answer, and whoever applies the settings goes on.
    const TestCertificate root = TestCertificate::authority();
    FaultServer server({}, root.issue().serverTls());
    const QString path = put(u"root.pem"_s, root.certificatePem());
    HeldFile held(path);
    if (!held.isHeld())
        QSKIP("This file system knows no leases.");
    Bench bench;
    bench.setup.apply({{}, {path}});
    const QFuture<Result<HttpResponse>> sent = bench.send(server.url("/", u"localhost"_s));
    QTRY_VERIFY(held.isAwaited()); // in a thread, while this loop turns
    QVERIFY(bench.goesElsewhere());
    QVERIFY(!sent.isFinished());
    QCOMPARE(server.connections(), 0);
    held.release();
    const Result<HttpResponse> result = waitFor(sent);
    QVERIFY2(result, qPrintable(told(result)));
    QVERIFY(bench.failures.isEmpty());
}

void TestNetworkSetup::aFileThatHangsIsLeftOut()
{
    const TestCertificate root = TestCertificate::authority();
    FaultServer plain;
    FaultServer server({}, root.issue().serverTls());
    const QUrl url = server.url("/", u"localhost"_s);
    const QString path = put(u"root.pem"_s, root.certificatePem());
    HeldFile held(path);
    if (!held.isHeld())
        QSKIP("This file system knows no leases.");
    Bench bench;
    bench.setup.setFileDeadline(1ms);
    bench.setup.apply({{}, {path}});
    QVERIFY(bench.get(plain.url()));
    QCOMPARE(bench.failures.size(), 1);
    QVERIFY2(bench.failures.constFirst().sentence.contains(u"root.pem"_s),
             qPrintable(bench.failures.constFirst().message()));
    QCOMPARE(bench.setup.problems(), bench.failures);
    QCOMPARE(bench.get(url).error().kind, ErrorKind::Tls);
    // Once it answers it is used, and nothing is wrong any more.
    held.release();
    QTRY_VERIFY(bench.setup.problems().isEmpty());
    const Result<HttpResponse> result = bench.get(url);
    QVERIFY2(result, qPrintable(told(result)));
    QCOMPARE(bench.failures.size(), 1);
}

void TestNetworkSetup::aLaterChangeDropsAFileThatHangs()
{
    const TestCertificate root = TestCertificate::authority();
    FaultServer server({}, root.issue().serverTls());
    const QUrl url = server.url("/", u"localhost"_s);
    const QString path = put(u"root.pem"_s, root.certificatePem());
    const QString other = put(u"other.pem"_s, TestCertificate::authority().certificatePem());
    HeldFile held(path);
    if (!held.isHeld())
        QSKIP("This file system knows no leases.");
    Bench bench;
    bench.setup.apply({{}, {path}});
    QTRY_VERIFY(held.isAwaited());
    bench.setup.apply({{}, {other}});
    QCOMPARE(bench.get(url).error().kind, ErrorKind::Tls);
    held.release();
    QVERIFY(bench.goesElsewhere());
    QCOMPARE(bench.get(url).error().kind, ErrorKind::Tls);
    QVERIFY(bench.failures.isEmpty());
}

void TestNetworkSetup::whoWaitsWaitsForTheLaterChange()
{
    const TestCertificate root = TestCertificate::authority();
    FaultServer server({}, root.issue().serverTls());
    const QString path = put(u"root.pem"_s, root.certificatePem());
    HeldFile held(path);
    if (!held.isHeld())
        QSKIP("This file system knows no leases.");
    Bench bench;
    bench.setup.apply({{}, {path}});
    const QFuture<Result<HttpResponse>> sent = bench.send(server.url("/", u"localhost"_s));
    QTRY_VERIFY(held.isAwaited());
    bench.setup.refresh();
    QVERIFY(bench.goesElsewhere());
    QVERIFY(!sent.isFinished());
    QCOMPARE(server.connections(), 0);
    held.release();
    const Result<HttpResponse> result = waitFor(sent);
    QVERIFY2(result, qPrintable(told(result)));
}

void TestNetworkSetup::endsWhileAFileHangs()
{
    const QString path = put(u"root.pem"_s, TestCertificate::authority().certificatePem());
    HeldFile held(path);
    if (!held.isHeld())
        QSKIP("This file system knows no leases.");
    FaultServer server;
    QFuture<Result<HttpResponse>> sent;
    {
        Bench bench;
        bench.setup.apply({{}, {path}});
        sent = bench.send(server.url());
        QTRY_VERIFY(held.isAwaited());
    }
    QVERIFY(held.isAwaited()); // nobody waited for it
    QCOMPARE(waitFor(sent).error().kind, ErrorKind::Cancelled);
    QCOMPARE(server.connections(), 0);
}

void TestNetworkSetup::aLaterChangeWins()
{
    Bench bench;
    QVERIFY(waitFor(bench.keychain.write(QLatin1StringView(NetworkOptions::proxyPasswordEntry), Secret(runSecret()))));
    bench.keychain.hold();
    const NetworkOptions old{{ProxySettings::Mode::Http, u"nowhere.test.invalid"_s, 1, u"me"_s, {}}, {}};
    bench.setup.apply(old);
    FaultServer server;
    HttpRequest request;
    request.url = server.url();
    const QFuture<Result<HttpResponse>> sent = bench.http.send(request);
    bench.setup.apply({});
    QVERIFY(waitFor(sent)); // it does not hang on the settings of before
    bench.keychain.release();
    QVERIFY(bench.get(server.url()));
    QVERIFY(bench.failures.isEmpty());
}

void TestNetworkSetup::cancelWhileWaiting()
{
    Bench bench;
    bench.keychain.hold();
    bench.setup.apply({{ProxySettings::Mode::Http, u"nowhere.test.invalid"_s, 1, u"me"_s, {}}, {}});
    FaultServer server;
    HttpRequest request;
    request.url = server.url();
    CancelSource cancel;
    request.cancel = cancel.token();
    const QFuture<Result<HttpResponse>> sent = bench.http.send(request);
    QVERIFY(!sent.isFinished());
    cancel.cancel();
    QCOMPARE(waitFor(sent).error().kind, ErrorKind::Cancelled);
    bench.keychain.release();
    QVERIFY(bench.get(server.url()));
    QCOMPARE(server.connections(), 1);
}

void TestNetworkSetup::endsWhileWaiting()
{
    QFuture<Result<HttpResponse>> sent;
    FaultServer server;
    {
        Bench bench;
        bench.keychain.hold();
        bench.setup.apply({{ProxySettings::Mode::Http, u"nowhere.test.invalid"_s, 1, u"me"_s, {}}, {}});
        HttpRequest request;
        request.url = server.url();
        sent = bench.http.send(request);
    }
    QVERIFY(sent.isFinished());
    QCOMPARE(waitFor(sent).error().kind, ErrorKind::Cancelled);
    QCOMPARE(server.connections(), 0);
}

void TestNetworkSetup::tellsTheKeychain_data()
{
    QTest::addColumn<int>("kind");
    QTest::newRow("K3 missing") << int(ErrorKind::SecretMissing);
    QTest::newRow("K5 locked") << int(ErrorKind::KeychainLocked);
    QTest::newRow("K6 none") << int(ErrorKind::KeychainUnavailable);
    QTest::newRow("K7 hangs") << int(ErrorKind::KeychainTimeout);
}

void TestNetworkSetup::tellsTheKeychain()
{
    QFETCH(int, kind);
    const TestCertificate own = TestCertificate::authority().issue();
    const QString path = put(u"own.pem"_s, own.certificatePem() + own.keyPem());
    FaultServer server;
    Bench bench;
    bench.keychain.failAll(ErrorKind(kind));
    QVERIFY(waitFor(bench.trust.setClient({u"a.example"_s, 443, path, {}, true})));
    bench.setup.apply({});
    QVERIFY(bench.get(server.url())); // everything else goes on
    QCOMPARE(bench.failures.size(), 1);
    QCOMPARE(int(bench.failures.constFirst().kind), kind);
    QVERIFY2(bench.failures.constFirst().sentence.contains(u"a.example:443"_s),
             qPrintable(bench.failures.constFirst().message()));
}

void TestNetworkSetup::tellsTheClientCertificate_data()
{
    QTest::addColumn<QString>("file");
    QTest::addColumn<QString>("says");
    QTest::newRow("missing file") << u"gone.pem"_s << u"does not exist"_s;
    QTest::newRow("no certificate") << u"text.pem"_s << u"holds no certificate"_s;
    QTest::newRow("expired") << u"expired.pem"_s << u"expired on"_s;
}

void TestNetworkSetup::tellsTheClientCertificate()
{
    QFETCH(QString, file);
    QFETCH(QString, says);
    CertificateWish wish;
    wish.notBefore = QDateTime::currentDateTimeUtc().addDays(-20);
    wish.notAfter = QDateTime::currentDateTimeUtc().addDays(-10);
    const TestCertificate expired = TestCertificate::authority().issue(wish);
    put(u"expired.pem"_s, expired.certificatePem() + expired.keyPem());
    put(u"text.pem"_s, "hello");
    Bench bench;
    QVERIFY(waitFor(bench.trust.setClient({u"a.example"_s, 443, m_folder.filePath(file), {}, false})));
    bench.setup.apply({});
    QTRY_COMPARE(bench.failures.size(), 1);
    QVERIFY2(bench.failures.constFirst().sentence.contains(says), qPrintable(bench.failures.constFirst().message()));
    QCOMPARE(bench.setup.problems(), bench.failures);
}

void TestNetworkSetup::keychainIsLeftAlone()
{
    const TestCertificate own = TestCertificate::authority().issue();
    const QString path = put(u"own.pem"_s, own.certificatePem() + own.keyPem());
    Bench bench;
    QVERIFY(waitFor(bench.trust.setClient({u"a.example"_s, 443, path, {}, false})));
    for (const ProxySettings::Mode mode :
         {ProxySettings::Mode::System, ProxySettings::Mode::None, ProxySettings::Mode::Http})
        bench.setup.apply(
            {{mode, u"proxy.example"_s, 1, mode == ProxySettings::Mode::Http ? QString() : u"me"_s, {}}, {}});
    QCOMPARE(bench.keychain.calls(), 0);
    QVERIFY(bench.failures.isEmpty());
}

void TestNetworkSetup::optionsSurvive()
{
    const QString path = m_folder.filePath(u"settings.ini"_s);
    QCOMPARE(NetworkOptions::readFile(path).proxy.mode, ProxySettings::Mode::System);
    for (const ProxySettings::Mode mode : {ProxySettings::Mode::System, ProxySettings::Mode::None,
                                           ProxySettings::Mode::Http, ProxySettings::Mode::Socks5}) {
        const NetworkOptions options{{mode, u"proxy.example"_s, 3128, u"mé"_s, Secret("canary"_ba)},
                                     {u"/a, b.pem"_s, u"/ü.pem"_s}};
        {
            QSettings settings(path, QSettings::IniFormat);
            const QMap<QString, QVariant> values = options.values();
            for (auto it = values.cbegin(); it != values.cend(); ++it)
                settings.setValue(it.key(), it.value());
        }
        const NetworkOptions read = NetworkOptions::readFile(path);
        QVERIFY(isSameProxy(read.proxy, options.proxy));
        QVERIFY(read.proxy.password.isEmpty());
        QCOMPARE(read.authorityFiles, options.authorityFiles);
    }
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QVERIFY(!file.readAll().contains("canary"));
}

ACX_TEST_MAIN(TestNetworkSetup)
#include "test_network_setup.moc"
