// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/http/http_client.h"
#include "tests/http/connect_proxy.h"
#include "tests/support/certificates.h"
#include "tests/support/fake_clock.h"
#include "tests/support/fault_server.h"
#include "tests/support/test_main.h"
#include "tests/support/wait.h"

#include <QPointer>
#include <QRegularExpression>
#include <QTcpSocket>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace acx;

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
    void secretsStayApart_data();
    void secretsStayApart();
    void passwordStaysHere_data();
    void passwordStaysHere();
    void tellsProxyFaults_data();
    void tellsProxyFaults();
    void f25_noLoginIsTriedOverAndOver_data();
    void f25_noLoginIsTriedOverAndOver();
    void f25_manyAtOnceAskOnce();
    void f25_aLoginThatBecomesWrong_data();
    void f25_aLoginThatBecomesWrong();
    void tellsADeadProxy_data();
    void tellsADeadProxy();
    void settingsCanChange();
    void f27_silenceEndsNoOther();

private:
    [[nodiscard]] HttpRequest request(const QUrl &url) const;
    [[nodiscard]] static ProxySettings through(quint16 port);
    /// Both kinds of requests are refused by the proxy, in these words.
    void checkBothKinds(HttpClient &client, quint16 port, std::chrono::milliseconds deadline,
                        const QString &says) const;
    static void checkProxyError(const Result<HttpResponse> &result, quint16 port, const QString &says);

    SystemClock m_clock;
    std::optional<ProxiedService> m_service;
};

void TestHttpProxy::initTestCase()
{
    m_service.emplace();
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
    FaultServer server({}, m_service->tls);
    ConnectProxy proxy(server.port());
    qputenv("https_proxy", proxy.url().toEncoded());
    HttpClient client(m_clock);
    client.setTrust({{m_service->authority.certificate()}});
    const Result<HttpResponse> result =
        waitFor(client.send(request(QUrl(u"https://%1/x"_s.arg(ProxiedService::host)))));
    QVERIFY2(result, qPrintable(result ? QString() : result.error().message()));
    QVERIFY(proxy.heads().startsWith("CONNECT " + ProxiedService::host.toLatin1() + ":443"));
}

void TestHttpProxy::secretsStayApart_data()
{
    QTest::addColumn<bool>("login");
    QTest::addColumn<bool>("once");
    for (const bool login : {false, true}) {
        for (const bool once : {false, true})
            QTest::addRow("L6 bearer, %s, %s", login ? "with a login" : "open", once ? "sent once" : "repeatable")
                << login << once;
    }
}

void TestHttpProxy::secretsStayApart()
{
    QFETCH(bool, login);
    QFETCH(bool, once);
    FaultServer server({}, m_service->tls);
    ConnectProxy proxy(server.port());
    const QByteArray line = "Basic " + "me:pr0xy-canary"_ba.toBase64();
    HttpClient client(m_clock);
    client.setTrust({{m_service->authority.certificate()}});
    ProxySettings settings = through(proxy.port());
    if (login) {
        proxy.demand(line);
        settings.user = u"me"_s;
        settings.password = Secret("pr0xy-canary"_ba);
    }
    client.setProxy(settings);
    HttpRequest wanted = request(QUrl(u"https://%1/x?apikey=b34r3r-canary"_s.arg(ProxiedService::host)));
    wanted.method = "POST";
    wanted.body = "b34r3r-canary"_ba;
    wanted.repetition = once ? Repetition::Never : Repetition::Allowed;
    const Result<HttpResponse> result = waitFor(client.send(wanted));
    QVERIFY2(result, qPrintable(result ? QString() : result.error().message()));
    // The service got the one, in all three places, and the proxy the other.
    QCOMPARE(server.requests().size(), 1);
    QCOMPARE(server.bytes().count("b34r3r-canary"), 3);
    QVERIFY(!server.bytes().contains("Proxy-") && !server.bytes().contains("pr0xy") && !server.bytes().contains(line));
    QVERIFY(proxy.heads().startsWith("CONNECT "));
    QVERIFY(!proxy.heads().contains("b34r3r") && !proxy.passed().contains("b34r3r"));
    QCOMPARE(proxy.heads().contains(line), login);
}

void TestHttpProxy::passwordStaysHere_data()
{
    QTest::addColumn<int>("mode");
    QTest::newRow("L6 password, no proxy") << static_cast<int>(ProxySettings::Mode::None);
    QTest::newRow("L6 password, the system's proxy") << static_cast<int>(ProxySettings::Mode::System);
}

void TestHttpProxy::passwordStaysHere()
{
    // A login of other settings reaches neither the service nor a proxy that the system names.
    QFETCH(int, mode);
    FaultServer server({}, m_service->tls);
    ConnectProxy proxy(server.port());
    qputenv("https_proxy", proxy.url().toEncoded());
    HttpClient client(m_clock);
    client.setTrust({{m_service->authority.certificate()}});
    ProxySettings settings = through(proxy.port());
    settings.mode = static_cast<ProxySettings::Mode>(mode);
    settings.user = u"me"_s;
    settings.password = Secret("pr0xy-canary"_ba);
    client.setProxy(settings);
    const bool direct = settings.mode == ProxySettings::Mode::None;
    const QUrl url = direct ? server.url("/x", u"localhost"_s) : QUrl(u"https://%1/x"_s.arg(ProxiedService::host));
    const Result<HttpResponse> result = waitFor(client.send(request(url)));
    QVERIFY(result || direct); // the certificate is another host's
    QVERIFY(direct || proxy.heads().startsWith("CONNECT "));
    const QByteArray everything = proxy.heads() + proxy.passed() + server.bytes();
    QVERIFY(!everything.contains("pr0xy") && !everything.contains("me:pr0xy-canary"_ba.toBase64()));
}

void TestHttpProxy::tellsProxyFaults_data()
{
    QTest::addColumn<int>("mode");
    QTest::addColumn<QByteArrayList>("answers"); // one each time the client has said something, then the end
    QTest::addColumn<bool>("login");
    QTest::addColumn<QString>("says");
    const int http = static_cast<int>(ProxySettings::Mode::Http);
    const int socks = static_cast<int>(ProxySettings::Mode::Socks5);
    const QByteArray wanted =
        "HTTP/1.1 407 No\r\nProxy-Authenticate: Basic realm=\"x\"\r\nContent-Length: 0\r\n\r\n"_ba;
    const auto row = [](const char *name, int mode, const QByteArrayList &answers, bool login, const QString &says) {
        QTest::newRow(name) << mode << answers << login << says;
    };
    row("F25 407", http, {wanted}, false, u"wants a user name and a password"_s);
    row("F25 407, wrong login", http, {wanted}, true, u"does not accept the user name"_s);
    const auto status = [&](const char *name, const QByteArray &line) {
        row(name, http, {"HTTP/1.1 " + line + "\r\nContent-Length: 0\r\n\r\n"}, false, u"did not let"_s);
    };
    status("F25 CONNECT answered 404", "404 Not Found");
    status("F25 refusing, 403", "403 Forbidden");
    status("F25 refusing, 500", "500 Internal Server Error");
    status("F25 refusing, 502", "502 Bad Gateway");
    status("F25 refusing, 503", "503 Service Unavailable");
    row("F25 not HTTP", http, {"hello\r\n\r\n"}, false, u"proxy"_s);
    row("F25 closed without an answer", http, {}, false, u"made no connection"_s);
    row("F25 SOCKS, no way to log in", socks, {"\x05\xff"}, true, u"proxy"_s);
    row("F25 SOCKS, wants a login", socks, {"\x05\xff"}, false, u"proxy"_s);
    row("F25 SOCKS, wrong login", socks, {"\x05\x02", "\x01\x01"}, true, u"does not accept the user name"_s);
    const QByteArray open("\x05\x00", 2);
    row("F25 SOCKS, refusing", socks, {open, QByteArray("\x05\x02\x00\x01\0\0\0\0\0\0", 10)}, false, u"did not let"_s);
    row("F25 SOCKS, host not reached", socks, {open, QByteArray("\x05\x04\x00\x01\0\0\0\0\0\0", 10)}, false,
        u"did not let"_s);
    row("F25 SOCKS, host refuses", socks, {open, QByteArray("\x05\x05\x00\x01\0\0\0\0\0\0", 10)}, false,
        u"did not let"_s);
    row("F25 SOCKS, not SOCKS", socks, {"HTTP/1.1 400 Bad Request\r\n\r\n"}, false, u"proxy"_s);
    row("F25 SOCKS, closed without an answer", socks, {}, false, u"proxy"_s);
}

void TestHttpProxy::tellsProxyFaults()
{
    QFETCH(int, mode);
    QFETCH(QByteArrayList, answers);
    QFETCH(bool, login);
    QFETCH(QString, says);
    FaultServer proxy;
    proxy.setRawHandler([answers](QTcpSocket &socket) {
        const auto left = std::make_shared<QByteArrayList>(answers);
        connect(&socket, &QTcpSocket::readyRead, &socket, [&socket, left] {
            socket.readAll();
            if (!left->isEmpty())
                socket.write(left->takeFirst());
            if (left->isEmpty())
                socket.disconnectFromHost();
        });
    });
    ProxySettings settings = through(proxy.port());
    settings.mode = static_cast<ProxySettings::Mode>(mode);
    if (login) {
        settings.user = u"me"_s;
        settings.password = Secret("pr0xy-canary"_ba);
    }
    HttpClient client(m_clock);
    client.setProxy(settings);
    checkBothKinds(client, proxy.port(), answers.isEmpty() ? 1s : 20s, says);
    // A login that was refused is not tried again and again.
    QVERIFY2(proxy.connections() <= 4, qPrintable(QString::number(proxy.connections())));
}

void TestHttpProxy::checkBothKinds(HttpClient &client, quint16 port, std::chrono::milliseconds deadline,
                                   const QString &says) const
{
    for (const Repetition repetition : {Repetition::Allowed, Repetition::Never}) {
        HttpRequest wanted = request(QUrl(u"https://%1/x"_s.arg(ProxiedService::host)));
        wanted.repetition = repetition;
        wanted.deadline = deadline;
        checkProxyError(waitFor(client.send(wanted)), port, says);
    }
}

void TestHttpProxy::checkProxyError(const Result<HttpResponse> &result, quint16 port, const QString &says)
{
    QVERIFY(!result);
    const Error &error = result.error();
    const QString told = error.message() + u'\n' + error.details();
    QVERIFY2(error.kind == ErrorKind::Proxy, qPrintable(told));
    QVERIFY2(error.sentence.startsWith(u"The proxy 127.0.0.1:%1 "_s.arg(port)), qPrintable(told));
    QVERIFY2(error.sentence.contains(says), qPrintable(told));
    QVERIFY(!told.contains("canary"_L1));
}

void TestHttpProxy::f25_noLoginIsTriedOverAndOver_data()
{
    QTest::addColumn<QByteArrayList>("offers");
    QTest::addColumn<bool>("login");
    QTest::addColumn<QString>("says");
    const QByteArray basic = "Basic realm=\"x\"";
    const auto row = [](const QByteArrayList &offers, const QString &open, const QString &login) {
        const QByteArray name = "F25 407 offers " + offers.join(", ");
        QTest::newRow(name.constData()) << offers << false << open;
        QTest::newRow((name + ", a login").constData()) << offers << true << login;
    };
    const QString wants = u"wants a user name and a password"_s;
    const QString wrong = u"does not accept the user name and the password"_s;
    const auto foreign = [](const QString &names) {
        return u"wants a login by %1, which this program cannot give"_s.arg(names);
    };
    row({basic}, wants, wrong);
    row({"Negotiate", "NTLM", basic}, wants, wrong);
    row({"Negotiate, NTLM, " + basic}, wants, wrong);
    row({"NTLM"}, foreign(u"NTLM"_s), foreign(u"NTLM"_s));
    row({"ntlm"}, foreign(u"ntlm"_s), foreign(u"ntlm"_s));
    row({"NTLM TlRMTVNTUAACAAAA"}, foreign(u"NTLM"_s), foreign(u"NTLM"_s));
    row({"Negotiate"}, foreign(u"Negotiate"_s), foreign(u"Negotiate"_s));
    row({"Negotiate", "NTLM"}, foreign(u"Negotiate, NTLM"_s), foreign(u"Negotiate, NTLM"_s));
    row({"Digest realm=\"x\", nonce=\"n\", qop=\"auth\""}, foreign(u"Digest"_s), foreign(u"Digest"_s));
    row({}, wants, wrong);
}

void TestHttpProxy::f25_noLoginIsTriedOverAndOver()
{
    QFETCH(QByteArrayList, offers);
    QFETCH(bool, login);
    QFETCH(QString, says);
    ConnectProxy proxy(1);
    proxy.demand("nothing that anybody has");
    proxy.offer(offers);
    ProxySettings settings = through(proxy.port());
    if (login) {
        settings.user = u"me"_s;
        settings.password = Secret("pr0xy-canary"_ba);
    }
    HttpClient client(m_clock);
    client.setProxy(settings);
    checkBothKinds(client, proxy.port(), 5s, says);
    // Once for each request; a proxy that offers Negotiate may be asked by the system's way of logging in as well.
    QVERIFY2(proxy.heads().count("CONNECT ") <= (login ? 2 : 4), proxy.heads().constData());
    QCOMPARE(proxy.heads().count("me:pr0xy-canary"_ba.toBase64()), login ? 2 : 0);
}

void TestHttpProxy::f25_manyAtOnceAskOnce()
{
    ConnectProxy proxy(1);
    proxy.demand("nothing that anybody has");
    ProxySettings settings = through(proxy.port());
    settings.user = u"me"_s;
    settings.password = Secret("pr0xy-canary"_ba);
    HttpClient client(m_clock);
    client.setProxy(settings);
    QList<QFuture<Result<HttpResponse>>> all;
    for (int i = 0; i < 100; ++i)
        all << client.send(request(QUrl(u"https://host%1.test.invalid/x"_s.arg(i))));
    for (const QFuture<Result<HttpResponse>> &one : all)
        checkProxyError(waitFor(one), proxy.port(), u"does not accept the user name"_s);
    QCOMPARE(proxy.heads().count("CONNECT "), 1);
}

void TestHttpProxy::f25_aLoginThatBecomesWrong_data()
{
    QTest::addColumn<QByteArrayList>("offers");
    QTest::newRow("F25 later, 407 offers Basic") << QByteArrayList{"Basic realm=\"x\""};
    QTest::newRow("F25 later, 407 offers NTLM") << QByteArrayList{"NTLM", "Basic realm=\"x\""};
}

void TestHttpProxy::f25_aLoginThatBecomesWrong()
{
    QFETCH(QByteArrayList, offers);
    FaultServer server({}, m_service->tls);
    ConnectProxy proxy(server.port());
    proxy.offer(offers);
    ProxySettings settings = through(proxy.port());
    settings.user = u"me"_s;
    settings.password = Secret("pr0xy-canary"_ba);
    HttpClient client(m_clock);
    client.setTrust({{m_service->authority.certificate()}});
    client.setProxy(settings);
    HttpRequest wanted = request(QUrl(u"https://%1/x"_s.arg(ProxiedService::host)));
    wanted.repetition = Repetition::Never; // each has a connection of its own
    QVERIFY(waitFor(client.send(wanted)));
    proxy.demand("nothing that anybody has");
    wanted.deadline = 20s;
    checkProxyError(waitFor(client.send(wanted)), proxy.port(), u"does not accept the user name"_s);
    const qsizetype asked = proxy.heads().count("CONNECT ");
    QTest::qWait(300);
    QVERIFY(proxy.heads().count("CONNECT ") <= asked + 1); // one may have been on its way
    // From now on it is asked first.
    const qsizetype before = proxy.heads().count("CONNECT ");
    checkProxyError(waitFor(client.send(wanted)), proxy.port(), u"does not accept the user name"_s);
    QCOMPARE(proxy.heads().count("CONNECT "), before + 1);
}

void TestHttpProxy::tellsADeadProxy_data()
{
    QTest::addColumn<int>("mode");
    QTest::addColumn<bool>("silent");
    for (const auto &[name, mode] :
         {std::pair("HTTP", ProxySettings::Mode::Http), std::pair("SOCKS", ProxySettings::Mode::Socks5)}) {
        QTest::addRow("F25 dead, %s", name) << static_cast<int>(mode) << false;
        QTest::addRow("F25 silent, %s", name) << static_cast<int>(mode) << true;
    }
}

void TestHttpProxy::tellsADeadProxy()
{
    QFETCH(int, mode);
    QFETCH(bool, silent);
    FaultServer proxy;
    proxy.setRawHandler([](QTcpSocket &) {});
    const quint16 port = proxy.port();
    if (!silent)
        proxy.close();
    ProxySettings settings = through(port);
    settings.mode = static_cast<ProxySettings::Mode>(mode);
    HttpClient client(m_clock);
    client.setProxy(settings);
    HttpRequest wanted = request(QUrl(u"https://%1/x"_s.arg(ProxiedService::host)));
    wanted.deadline = silent ? 1s : 20s;
    checkProxyError(waitFor(client.send(wanted)), port,
                    silent ? u"made no connection to service.test.invalid within 1 s"_s : u"cannot be reached"_s);
}

void TestHttpProxy::settingsCanChange()
{
    FaultServer server({}, m_service->tls);
    ConnectProxy first(server.port());
    ConnectProxy second(server.port());
    HttpClient client(m_clock);
    client.setTrust({{m_service->authority.certificate()}});
    const QUrl url(u"https://%1/x"_s.arg(ProxiedService::host));
    client.setProxy(through(first.port()));
    QVERIFY(waitFor(client.send(request(url))));
    const int ofFirst = first.connections();
    client.setProxy(through(second.port()));
    QVERIFY(waitFor(client.send(request(url))));
    QCOMPARE(first.connections(), ofFirst);
    QCOMPARE(second.connections(), 2); // asked once, and then passed
    QVERIFY(waitFor(client.send(request(url))));
    QCOMPARE(second.connections(), 2);
    // Trust is asked for again as well: no connection of the old settings is used.
    client.setTrust({});
    QCOMPARE(waitFor(client.send(request(url))).error().kind, ErrorKind::Tls);
}

/// All connections lead to the proxy; giving a silent server up ends none of another server.
void TestHttpProxy::f27_silenceEndsNoOther()
{
    CertificateWish wish;
    wish.dnsNames = {ProxiedService::host, u"silent.test.invalid"_s};
    QPointer<QTcpSocket> body;
    FaultServer server(
        [&body](QTcpSocket &socket, const RecordedRequest &asked) {
            if (asked.target == "/silent")
                return;
            body = &socket;
            socket.write("HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\nContent-Length: 10\r\n\r\n12345");
        },
        m_service->authority.issue(wish).serverTls());
    const ConnectProxy proxy(server.port());
    HttpClient client(m_clock);
    client.setTrust({{m_service->authority.certificate()}});
    client.setProxy(through(proxy.port()));
    HttpRequest moving = request(server.url("/body", ProxiedService::host));
    qint64 received = 0;
    moving.progress = [&received](const HttpProgress &progress) { received = progress.received; };
    const QFuture<Result<HttpResponse>> other = client.send(moving);
    QTRY_COMPARE(received, 5);
    HttpRequest silent = request(server.url("/silent", u"silent.test.invalid"_s));
    silent.deadline = 1s;
    QVERIFY(!waitFor(client.send(silent)));
    QTest::qWait(2000); // longer than the time after which connections would be ended
    QVERIFY(body && body->state() == QAbstractSocket::ConnectedState);
    body->write("67890");
    const Result<HttpResponse> answer = waitFor(other);
    QVERIFY2(answer && answer->isSuccess(), qPrintable(answer ? QString() : answer.error().message()));
    QCOMPARE(answer->body.size(), 10);
}

ACX_TEST_MAIN(TestHttpProxy)
#include "test_http_proxy.moc"
