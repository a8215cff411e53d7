// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/http/http_client.h"
#include "tests/credentials/ticker.h"
#include "tests/http/connect_proxy.h"
#include "tests/support/certificates.h"
#include "tests/support/fake_clock.h"
#include "tests/support/fault_server.h"
#include "tests/support/test_main.h"
#include "tests/support/wait.h"

#include <QProcess>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QTcpSocket>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace acx;

namespace {

constexpr char scriptOfChild[] = "ACX_TEST_SCRIPT"; // a test program begins without proxies
constexpr int askedAndKept = 2;                     // connections to a proxy: it is asked first, then one is used

} // namespace

/// The system's proxy settings may name a script (PAC) on a machine that never answers.
class TestSystemProxies final : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void init() { QTest::failOnWarning(QRegularExpression(u".?"_s)); }
    void cleanup();
    void aSilentScriptStopsNothing_data();
    void aSilentScriptStopsNothing();
    void othersGoOnMeanwhile();
    void connectionsAreKept();
    void changesAreNoticed();
    void theEndDoesNotWait();

private:
    [[nodiscard]] static HttpRequest request();
    [[nodiscard]] static QString scriptAt(const FaultServer &server);

    SystemClock m_clock;
    std::optional<ProxiedService> m_service;
};

void TestSystemProxies::initTestCase()
{
    m_service.emplace();
}

void TestSystemProxies::cleanup()
{
    qunsetenv("https_proxy");
}

HttpRequest TestSystemProxies::request()
{
    HttpRequest request;
    request.url = QUrl(u"https://%1/x"_s.arg(ProxiedService::host));
    request.bearer = Secret("b34r3r-canary"_ba);
    return request;
}

QString TestSystemProxies::scriptAt(const FaultServer &server)
{
    return u"pac+"_s + server.url("/proxy.pac").toString();
}

void TestSystemProxies::aSilentScriptStopsNothing_data()
{
    QTest::addColumn<bool>("once");
    QTest::addColumn<bool>("cancelled");
    QTest::addColumn<bool>("clientEnds");
    QTest::newRow("F27 no script, deadline") << false << false << false;
    QTest::newRow("F27 no script, deadline, sent once") << true << false << false;
    QTest::newRow("F27 no script, cancelled") << false << true << false;
    QTest::newRow("F27 no script, client ends") << false << false << true;
}

void TestSystemProxies::aSilentScriptStopsNothing()
{
    QFETCH(bool, once);
    QFETCH(bool, cancelled);
    QFETCH(bool, clientEnds);
    auto client = std::make_unique<HttpClient>(m_clock);
    FaultServer silent;
    silent.setRawHandler([](QTcpSocket &) {});
    qputenv("https_proxy", scriptAt(silent).toLatin1());
    const Ticker ticker;
    CancelSource source;
    HttpRequest wanted = request();
    wanted.cancel = source.token();
    wanted.repetition = once ? Repetition::Never : Repetition::Allowed;
    wanted.deadline = cancelled || clientEnds ? 60s : 1s;
    const QFuture<Result<HttpResponse>> future = client->send(wanted);
    QTRY_COMPARE(silent.connections(), 1);
    QTRY_VERIFY(ticker.ticks() > 5);
    QVERIFY(!future.isFinished());
    if (cancelled)
        source.cancel();
    if (clientEnds)
        client.reset();
    const Result<HttpResponse> result = waitFor(future);
    QVERIFY(!result);
    if (cancelled || clientEnds) {
        QCOMPARE(result.error().kind, ErrorKind::Cancelled);
        return;
    }
    QCOMPARE(result.error().kind, ErrorKind::Proxy);
    QCOMPARE(result.error().sentence,
             u"The system did not say within 1 s which proxy leads to service.test.invalid."_s);
    QVERIFY(!result.error().nextStep.isEmpty());
}

void TestSystemProxies::othersGoOnMeanwhile()
{
    HttpClient client(m_clock);
    client.setTrust({{m_service->authority.certificate()}});
    FaultServer silent;
    silent.setRawHandler([](QTcpSocket &) {});
    qputenv("https_proxy", scriptAt(silent).toLatin1());
    const QFuture<Result<HttpResponse>> asking = client.send(request());
    QTRY_COMPARE(silent.connections(), 1);
    // Loopback needs no answer, and neither does a request after the person has named the proxy.
    FaultServer loopback;
    HttpRequest here = request();
    here.url = loopback.url();
    QVERIFY(waitFor(client.send(here)));
    FaultServer server({}, m_service->tls);
    const ConnectProxy proxy(server.port());
    ProxySettings named;
    named.mode = ProxySettings::Mode::Http;
    named.host = u"127.0.0.1"_s;
    named.port = proxy.port();
    client.setProxy(named);
    const Result<HttpResponse> result = waitFor(client.send(request()));
    QVERIFY2(result, qPrintable(result ? QString() : result.error().message()));
    QVERIFY(!asking.isFinished());
    // The one that waited goes on with what holds now.
    silent.hangUp();
    silent.close();
    QVERIFY(waitFor(asking));
    QCOMPARE(server.requests().size(), 2);
}

void TestSystemProxies::connectionsAreKept()
{
    FaultServer server({}, m_service->tls);
    const ConnectProxy proxy(server.port());
    qputenv("https_proxy", proxy.url().toEncoded());
    HttpClient client(m_clock);
    client.setTrust({{m_service->authority.certificate()}});
    for (int i = 0; i < 3; ++i)
        QVERIFY(waitFor(client.send(request())));
    QCOMPARE(server.requests().size(), 3);
    QCOMPARE(proxy.connections(), askedAndKept);
}

void TestSystemProxies::changesAreNoticed()
{
    FaultServer server({}, m_service->tls);
    const ConnectProxy first(server.port());
    const ConnectProxy second(server.port());
    HttpClient client(m_clock);
    client.setTrust({{m_service->authority.certificate()}});
    for (const ConnectProxy *proxy : {&first, &second}) {
        qputenv("https_proxy", proxy->url().toEncoded());
        QVERIFY(waitFor(client.send(request())));
    }
    QCOMPARE(first.connections(), askedAndKept);
    QCOMPARE(second.connections(), askedAndKept);
}

void TestSystemProxies::theEndDoesNotWait()
{
    if (qEnvironmentVariableIsSet(scriptOfChild)) {
        qputenv("https_proxy", qgetenv(scriptOfChild));
        // Its script stays silent beyond the end of this program.
        HttpClient client(m_clock);
        HttpRequest wanted = request();
        wanted.deadline = 1s;
        QCOMPARE(waitFor(client.send(wanted)).error().kind, ErrorKind::Proxy);
        return;
    }
    FaultServer silent;
    silent.setRawHandler([](QTcpSocket &) {});
    QProcess program;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QLatin1StringView(scriptOfChild), scriptAt(silent));
    program.setProcessEnvironment(environment);
    QSignalSpy ended(&program, &QProcess::finished);
    program.start(QCoreApplication::applicationFilePath(), {u"theEndDoesNotWait"_s});
    QVERIFY(ended.wait(20'000));
    QVERIFY2(program.exitStatus() == QProcess::NormalExit && program.exitCode() == 0,
             program.readAllStandardOutput().constData());
    QCOMPARE(silent.connections(), 1);
}

ACX_TEST_MAIN(TestSystemProxies)
#include "test_system_proxies.moc"
