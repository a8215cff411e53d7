// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/http/http_client.h"
#include "tests/http/connect_proxy.h"
#include "tests/support/certificates.h"
#include "tests/support/fake_clock.h"
#include "tests/support/fault_server.h"
#include "tests/support/test_main.h"
#include "tests/support/wait.h"

#include <QNetworkInterface>
#include <QProcess>
#include <QRegularExpression>
#include <QStandardPaths>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTemporaryDir>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace acx;

namespace {

const QString host = u"service.test.invalid"_s;

// An address of this computer that is not a loopback one; null where there is none.
QHostAddress ownAddress()
{
    const QList<QHostAddress> addresses = QNetworkInterface::allAddresses();
    for (const QHostAddress &address : addresses) {
        if (!address.isLoopback() && !address.isLinkLocal() && address.protocol() == QAbstractSocket::IPv4Protocol)
            return address;
    }
    return {};
}

} // namespace

class TestHttpProxy final : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void init() { QTest::failOnWarning(QRegularExpression(u".?"_s)); }
    void cleanup();
    void loopbackGoesDirect_data();
    void loopbackGoesDirect();
    void environmentNamesTheProxy();
    void passesAndKeepsSecretsApart();
    void passwordGoesToTheProxyOnly();
    void tellsProxyFaults_data();
    void tellsProxyFaults();
    void tellsADeadProxy_data();
    void tellsADeadProxy();
    void settingsCanChange();
    void worksWithTinyproxy();

private:
    [[nodiscard]] HttpRequest request(const QUrl &url) const;
    [[nodiscard]] static ProxySettings through(quint16 port);

    SystemClock m_clock;
    std::optional<TestCertificate> m_authority;
    QSslConfiguration m_tls;
};

void TestHttpProxy::initTestCase()
{
    m_authority = TestCertificate::authority();
    CertificateWish wish;
    wish.dnsNames = {host};
    if (const QHostAddress own = ownAddress(); !own.isNull())
        wish.addresses << own.toString();
    m_tls = m_authority->issue(wish).serverTls();
}

void TestHttpProxy::cleanup()
{
    for (const char *name : {"http_proxy", "https_proxy", "no_proxy"})
        qunsetenv(name);
}

HttpRequest TestHttpProxy::request(const QUrl &url) const
{
    HttpRequest request;
    request.url = url;
    request.bearer = Secret("b34r3r-canary"_ba);
    return request;
}

ProxySettings TestHttpProxy::through(quint16 port)
{
    ProxySettings settings;
    settings.mode = ProxySettings::Mode::Http;
    settings.host = u"127.0.0.1"_s;
    settings.port = port;
    return settings;
}

void TestHttpProxy::loopbackGoesDirect_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<int>("mode");
    for (const ProxySettings::Mode mode : {ProxySettings::Mode::System, ProxySettings::Mode::Http,
                                           ProxySettings::Mode::Socks5, ProxySettings::Mode::None}) {
        for (const QString &name : {u"127.0.0.1"_s, u"localhost"_s, u"LOCALHOST"_s})
            QTest::addRow("%s %d", qPrintable(name), static_cast<int>(mode)) << name << static_cast<int>(mode);
    }
}

void TestHttpProxy::loopbackGoesDirect()
{
    QFETCH(QString, name);
    QFETCH(int, mode);
    FaultServer server;
    FaultServer proxy;
    qputenv("http_proxy", proxy.url().toEncoded());
    qputenv("https_proxy", proxy.url().toEncoded());
    ProxySettings settings = through(proxy.port());
    settings.mode = static_cast<ProxySettings::Mode>(mode);
    HttpClient client(m_clock);
    client.setProxy(settings);
    for (const Repetition repetition : {Repetition::Allowed, Repetition::Never}) {
        HttpRequest wanted = request(server.url("/", name));
        wanted.repetition = repetition;
        const Result<HttpResponse> result = waitFor(client.send(wanted));
        QVERIFY2(result, qPrintable(result ? QString() : result.error().message()));
    }
    QCOMPARE(server.requests().size(), 2);
    QCOMPARE(proxy.connections(), 0);
}

void TestHttpProxy::environmentNamesTheProxy()
{
    // The other side of loopbackGoesDirect(): the environment is honoured for everybody else.
    FaultServer server({}, m_tls);
    ConnectProxy proxy(server.port());
    qputenv("https_proxy", proxy.url().toEncoded());
    HttpClient client(m_clock);
    client.setTrust({{m_authority->certificate()}});
    const Result<HttpResponse> result = waitFor(client.send(request(QUrl(u"https://%1/x"_s.arg(host)))));
    QVERIFY2(result, qPrintable(result ? QString() : result.error().message()));
    QVERIFY(proxy.heads().startsWith("CONNECT " + host.toLatin1() + ":443"));
}

void TestHttpProxy::passesAndKeepsSecretsApart()
{
    FaultServer server({}, m_tls);
    ConnectProxy proxy(server.port());
    HttpClient client(m_clock);
    client.setTrust({{m_authority->certificate()}});
    client.setProxy(through(proxy.port()));
    for (const Repetition repetition : {Repetition::Allowed, Repetition::Never}) {
        HttpRequest wanted = request(QUrl(u"https://%1/x?apikey=c4n4ry"_s.arg(host)));
        wanted.repetition = repetition;
        const Result<HttpResponse> result = waitFor(client.send(wanted));
        QVERIFY2(result, qPrintable(result ? QString() : result.error().message()));
    }
    QCOMPARE(server.requests().size(), 2);
    QVERIFY(!proxy.heads().contains("canary") && !proxy.heads().contains("c4n4ry"));
    QVERIFY(!proxy.passed().contains("canary") && !proxy.passed().contains("c4n4ry"));
}

void TestHttpProxy::passwordGoesToTheProxyOnly()
{
    FaultServer server({}, m_tls);
    ConnectProxy proxy(server.port());
    const QByteArray wanted = "Basic " + "me:pr0xy-canary"_ba.toBase64();
    proxy.demand(wanted);
    HttpClient client(m_clock);
    client.setTrust({{m_authority->certificate()}});
    ProxySettings settings = through(proxy.port());
    settings.user = u"me"_s;
    settings.password = Secret("pr0xy-canary"_ba);
    client.setProxy(settings);
    const Result<HttpResponse> result = waitFor(client.send(request(QUrl(u"https://%1/x"_s.arg(host)))));
    QVERIFY2(result, qPrintable(result ? QString() : result.error().message()));
    QVERIFY(proxy.heads().contains(wanted));
    QVERIFY(!server.bytes().contains("roxy-"));
    QVERIFY(!server.bytes().contains(wanted));
}

void TestHttpProxy::tellsProxyFaults_data()
{
    QTest::addColumn<QByteArray>("answer");
    QTest::addColumn<QString>("says");
    QTest::newRow("407") << "HTTP/1.1 407 No\r\nProxy-Authenticate: Basic realm=\"x\"\r\nContent-Length: 0\r\n\r\n"_ba
                         << u"user name and a password"_s;
    QTest::newRow("404") << "HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n"_ba << u"did not let"_s;
    QTest::newRow("403") << "HTTP/1.1 403 Forbidden\r\nContent-Length: 0\r\n\r\n"_ba << u"did not let"_s;
    QTest::newRow("502") << "HTTP/1.1 502 Bad Gateway\r\nContent-Length: 0\r\n\r\n"_ba << u"did not let"_s;
    QTest::newRow("not HTTP") << "hello\r\n\r\n"_ba << u"proxy"_s;
}

void TestHttpProxy::tellsProxyFaults()
{
    QFETCH(QByteArray, answer);
    QFETCH(QString, says);
    ConnectProxy proxy(1);
    proxy.refuseWith(answer);
    HttpClient client(m_clock);
    client.setProxy(through(proxy.port()));
    HttpRequest wanted = request(QUrl(u"https://%1/x"_s.arg(host)));
    wanted.deadline = 5s;
    const Result<HttpResponse> result = waitFor(client.send(wanted));
    QVERIFY(!result);
    const QString told = result.error().message() + u'\n' + result.error().details();
    QVERIFY2(result.error().kind == ErrorKind::Proxy, qPrintable(told));
    QVERIFY2(result.error().sentence.contains(says), qPrintable(told));
    QVERIFY2(result.error().sentence.contains(u"127.0.0.1:%1"_s.arg(proxy.port())), qPrintable(told));
}

void TestHttpProxy::tellsADeadProxy_data()
{
    QTest::addColumn<int>("mode");
    QTest::newRow("http") << static_cast<int>(ProxySettings::Mode::Http);
    QTest::newRow("socks5") << static_cast<int>(ProxySettings::Mode::Socks5);
}

void TestHttpProxy::tellsADeadProxy()
{
    QFETCH(int, mode);
    quint16 port = 0;
    {
        const FaultServer gone;
        port = gone.port();
    }
    ProxySettings settings = through(port);
    settings.mode = static_cast<ProxySettings::Mode>(mode);
    HttpClient client(m_clock);
    client.setProxy(settings);
    const Result<HttpResponse> result = waitFor(client.send(request(QUrl(u"https://%1/x"_s.arg(host)))));
    QVERIFY(!result);
    QCOMPARE(result.error().kind, ErrorKind::Proxy);
    QVERIFY2(result.error().sentence.contains(u"127.0.0.1:%1 cannot be reached"_s.arg(port)),
             qPrintable(result.error().message() + result.error().details()));
}

void TestHttpProxy::settingsCanChange()
{
    FaultServer server({}, m_tls);
    ConnectProxy first(server.port());
    ConnectProxy second(server.port());
    HttpClient client(m_clock);
    client.setTrust({{m_authority->certificate()}});
    const QUrl url(u"https://%1/x"_s.arg(host));
    client.setProxy(through(first.port()));
    QVERIFY(waitFor(client.send(request(url))));
    client.setProxy(through(second.port()));
    QVERIFY(waitFor(client.send(request(url))));
    QCOMPARE(first.connections(), 1);
    QCOMPARE(second.connections(), 1);
    // Trust is asked for again as well: no connection of the old settings is used.
    client.setTrust({});
    QCOMPARE(waitFor(client.send(request(url))).error().kind, ErrorKind::Tls);
}

void TestHttpProxy::worksWithTinyproxy()
{
    const QString program = QStandardPaths::findExecutable(u"tinyproxy"_s, {u"/usr/bin"_s, u"/usr/sbin"_s});
    const QHostAddress own = ownAddress();
    if (program.isEmpty() || own.isNull())
        QSKIP("tinyproxy or a second address is missing");
    FaultServer server({}, m_tls, own);
    quint16 port = 0;
    {
        QTcpServer free;
        QVERIFY(free.listen(QHostAddress::LocalHost));
        port = free.serverPort();
    }
    const QTemporaryDir folder;
    QFile settings(folder.filePath(u"tinyproxy.conf"_s));
    QVERIFY(settings.open(QIODevice::WriteOnly));
    settings.write("Port " + QByteArray::number(port) + "\nListen 127.0.0.1\nTimeout 60\nBasicAuth me pr0xy\n");
    settings.close();
    QProcess tinyproxy;
    tinyproxy.start(program, {u"-d"_s, u"-c"_s, settings.fileName()});
    const auto listens = [port] {
        QTcpSocket socket;
        socket.setProxy(QNetworkProxy::NoProxy);
        socket.connectToHost(QHostAddress(QHostAddress::LocalHost), port);
        return socket.waitForConnected(200);
    };
    QTRY_VERIFY_WITH_TIMEOUT(listens(), 10'000);
    HttpClient client(m_clock);
    client.setTrust({{m_authority->certificate()}});
    ProxySettings proxy = through(port);
    client.setProxy(proxy);
    const QUrl url = server.url("/x", own.toString());
    const Result<HttpResponse> refused = waitFor(client.send(request(url)));
    QVERIFY(!refused);
    QCOMPARE(refused.error().kind, ErrorKind::Proxy);
    proxy.user = u"me"_s;
    proxy.password = Secret("pr0xy"_ba);
    client.setProxy(proxy);
    const Result<HttpResponse> result = waitFor(client.send(request(url)));
    tinyproxy.kill();
    tinyproxy.waitForFinished();
    QVERIFY2(result, qPrintable(result ? QString() : result.error().message() + result.error().details()));
    QVERIFY(result->isSuccess());
    QVERIFY(!server.bytes().contains("Proxy-Authorization"));
}

ACX_TEST_MAIN(TestHttpProxy)
#include "test_http_proxy.moc"
