// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/http/http_client.h"
#include "tests/support/fake_clock.h"
#include "tests/support/fault_server.h"
#include "tests/support/run_canary.h"
#include "tests/support/test_main.h"
#include "tests/support/wait.h"

#include <QRegularExpression>
#include <QTcpSocket>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace acx;

namespace {

const QByteArray canary = runSecret();

FaultServer::Handler redirecting(int status, const QUrl &target)
{
    return answering(httpAnswer(status, "moved", {"Content-Type: text/plain", "Location: " + target.toEncoded()}));
}

// Every carrier that a request has.
HttpRequest loaded(const QUrl &url, const QByteArray &method)
{
    HttpRequest request;
    request.method = method;
    request.url = url;
    request.headers = {{"Accept", "application/json"},
                       {"Cookie", "a=" + canary},
                       {"X-Mine", canary},
                       {"Authorization", "Basic " + canary},
                       {"Content-Type", "text/plain"}};
    request.secretHeaders = {{"X-Auth-Key", Secret(canary)}};
    if (method != "GET")
        request.body = "apikey=" + canary;
    request.secrets = {Secret(canary)};
    return request;
}

} // namespace

/// What is followed, and how far; what no redirect may carry is the matter of test_leak_matrix.
class TestHttpRedirects final : public QObject
{
    Q_OBJECT

private slots:
    void init() { QTest::failOnWarning(QRegularExpression(u".?"_s)); }
    void takesCredentialsWhereTheyBelong();
    void stopsALoop();
    void loopEndsAtTheDeadline();
    void refusesOtherSchemes_data();
    void refusesOtherSchemes();
    void followsRelativeLocations();
    void sendsNothingSecretToAForeignUrl();

private:
    FakeClock m_clock;
};

void TestHttpRedirects::takesCredentialsWhereTheyBelong()
{
    FaultServer other;
    FaultServer server(redirecting(307, other.url()));
    HttpClient client(m_clock);
    HttpRequest request = loaded(server.url(), "GET");
    request.redirects = RedirectPolicy::FollowSafe;
    request.credentialOrigins = {Origin::of(server.url()), Origin::of(other.url())};
    const Result<HttpResponse> result = waitFor(client.send(request));
    QVERIFY(result && result->isSuccess());
    QVERIFY(!result->credentialsDropped);
    QCOMPARE(other.requests().first().header("X-Auth-Key"), canary);
}

void TestHttpRedirects::stopsALoop()
{
    FaultServer server;
    server.setHandler(redirecting(302, server.url("/again")));
    HttpClient client(m_clock);
    HttpRequest request = loaded(server.url(), "GET");
    request.redirects = RedirectPolicy::FollowSafe;
    const Result<HttpResponse> result = waitFor(client.send(request));
    QVERIFY(result);
    QCOMPARE(result->status, 302);
    QCOMPARE(result->redirects.size(), 10);
    QCOMPARE(server.requests().size(), 11);
    QVERIFY(result->redirectRefused);
    QCOMPARE(result->redirectRefused->kind, ErrorKind::Redirect);
    QVERIFY(!result->isSuccess());
}

void TestHttpRedirects::loopEndsAtTheDeadline()
{
    FaultServer server;
    server.setHandler([&server](QTcpSocket &socket, const RecordedRequest &request) {
        // Each hop alone is quick; the last one never comes.
        if (server.requests().size() < 4)
            redirecting(302, server.url("/again"))(socket, request);
    });
    HttpClient client(m_clock);
    HttpRequest request = loaded(server.url(), "GET");
    request.redirects = RedirectPolicy::FollowSafe;
    request.deadline = 500ms;
    const Result<HttpResponse> result = waitFor(client.send(request));
    QVERIFY(!result);
    QCOMPARE(result.error().kind, ErrorKind::Timeout);
}

void TestHttpRedirects::refusesOtherSchemes_data()
{
    QTest::addColumn<QByteArray>("location");
    QTest::newRow("file") << "file:///etc/passwd"_ba;
    QTest::newRow("ftp") << "ftp://h.example/x"_ba;
    QTest::newRow("data") << "data:text/plain,hello"_ba;
    QTest::newRow("javascript") << "javascript:alert(1)"_ba;
    QTest::newRow("plain http elsewhere") << "http://h.example/x"_ba;
    QTest::newRow("user info") << "http://me:you@127.0.0.1/x"_ba;
    QTest::newRow("line break") << "http://127.0.0.1/%0d%0aX-Evil:%201"_ba;
    QTest::newRow("broken") << "http://[::1/x"_ba;
}

void TestHttpRedirects::refusesOtherSchemes()
{
    QFETCH(QByteArray, location);
    FaultServer server(answering(httpAnswer(302, "moved", {"Location: " + location})));
    HttpClient client(m_clock);
    HttpRequest request = loaded(server.url(), "GET");
    request.redirects = RedirectPolicy::FollowSafe;
    const Result<HttpResponse> result = waitFor(client.send(request));
    QVERIFY(result);
    QCOMPARE(result->status, 302);
    QVERIFY(result->redirectRefused);
    QVERIFY2(result->redirectRefused->sentence.contains(QString::fromLatin1(location.first(5))),
             qPrintable(result->redirectRefused->message()));
    QVERIFY(!result->redirectRefused->technical.isEmpty());
    QCOMPARE(server.requests().size(), 1);
    request.redirects = RedirectPolicy::Refuse;
    QCOMPARE(waitFor(client.send(request)).error().kind, ErrorKind::Redirect);
}

void TestHttpRedirects::followsRelativeLocations()
{
    FaultServer server;
    server.setHandler([](QTcpSocket &socket, const RecordedRequest &request) {
        if (request.target == "/a/c?x=1")
            socket.write(httpAnswer(200));
        else
            socket.write(httpAnswer(303, {}, {"Location: c?x=1"}));
    });
    HttpClient client(m_clock);
    HttpRequest request = loaded(server.url("/a/b"), "GET");
    request.redirects = RedirectPolicy::FollowSafe;
    const Result<HttpResponse> result = waitFor(client.send(request));
    QVERIFY(result && result->isSuccess());
    QVERIFY(!result->credentialsDropped);
    QCOMPARE(server.requests().last().header("X-Mine"), canary);
}

void TestHttpRedirects::sendsNothingSecretToAForeignUrl()
{
    FaultServer server;
    HttpClient client(m_clock);
    HttpRequest request = loaded(server.url(), "POST");
    request.credentialOrigins = {Origin::of(QUrl(u"https://api.example"_s))};
    const Result<HttpResponse> result = waitFor(client.send(request));
    QVERIFY(result);
    QVERIFY(result->credentialsDropped);
    QVERIFY(!server.bytes().contains(canary));
}

ACX_TEST_MAIN(TestHttpRedirects)
#include "test_http_redirects.moc"
