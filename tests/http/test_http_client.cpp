// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/http/http_client.h"
#include "tests/support/fake_clock.h"
#include "tests/support/fault_server.h"
#include "tests/support/kept_log.h"
#include "tests/support/test_main.h"
#include "tests/support/wait.h"

#include <QLoggingCategory>
#include <QRegularExpression>
#include <QTcpSocket>

#include <optional>

using namespace Qt::StringLiterals;
using namespace acx;

class TestHttpClient final : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void deliversTheAnswer();
    void sendsWhatWasAsked();
    void sendsOurOwnNameUnlessTold();
    void sendsNamesGivenTwice_data();
    void sendsNamesGivenTwice();
    void refusesBeforeSending_data();
    void refusesBeforeSending();
    void framesBodies_data();
    void framesBodies();
    void keepsErrorAnswers_data();
    void keepsErrorAnswers();
    void keepsNoCookies();
    void measuresTime();
    void reusesTheConnection();
    void servesManyAtOnce();
    void f7_lengthBesideChunksConfirmsNothing();
    void logsNothingSecret();
    void largeJsonIsChecked();

private:
    FakeClock m_clock;
};

void TestHttpClient::init()
{
    QTest::failOnWarning(QRegularExpression(u".?"_s));
}

void TestHttpClient::deliversTheAnswer()
{
    FaultServer server(answering(httpAnswer(
        200, "{\"a\":1}", {"Content-Type: application/json", "Date: Sun, 06 Nov 1994 08:49:37 GMT", "X-One: 1"})));
    HttpClient client(m_clock);
    HttpRequest request;
    request.url = server.url("/v1/me?x=1");
    const Result<HttpResponse> result = waitFor(client.send(request));
    QVERIFY2(result, qPrintable(result ? QString() : result.error().message()));
    QCOMPARE(result->status, 200);
    QCOMPARE(result->reason, "Answer"_ba);
    QCOMPARE(result->body.head(100), "{\"a\":1}"_ba);
    QCOMPARE(headerValue(result->headers, "x-one"), "1"_ba);
    QVERIFY(result->isSuccess());
    QVERIFY(result->endConfirmed);
    QCOMPARE(result->date, QDateTime(QDate(1994, 11, 6), QTime(8, 49, 37), Qt::UTC));
    QCOMPARE(result->receivedAt, m_clock.now());
    QCOMPARE(result->url, request.url);
}

void TestHttpClient::sendsWhatWasAsked()
{
    FaultServer server;
    HttpClient client(m_clock);
    HttpRequest request;
    request.method = "PATCH";
    request.url = server.url("/p%2Fq?x=a%2Bb");
    request.headers = {{"Accept", "application/json"}, {"Content-Type", "text/plain"}};
    request.bearer = Secret("tok.en"_ba);
    request.secretHeaders = {{"IAM-ApiKey", Secret("k3y"_ba)}};
    request.body = "abc"_ba;
    QVERIFY(waitFor(client.send(request)));
    QCOMPARE(server.requests().size(), 1);
    const RecordedRequest sent = server.requests().first();
    QCOMPARE(sent.method, "PATCH"_ba);
    QCOMPARE(sent.target, "/p%2Fq?x=a%2Bb"_ba);
    QCOMPARE(sent.body, "abc"_ba);
    QCOMPARE(sent.header("Authorization"), "Bearer tok.en"_ba);
    QCOMPARE(sent.header("IAM-ApiKey"), "k3y"_ba);
    QCOMPARE(sent.header("Content-Type"), "text/plain"_ba);
    QCOMPARE(sent.header("User-Agent"), userAgent());
    QCOMPARE(sent.header("Content-Length"), "3"_ba);
}

void TestHttpClient::sendsOurOwnNameUnlessTold()
{
    FaultServer server;
    HttpClient client(m_clock);
    HttpRequest request;
    request.url = server.url();
    QVERIFY(waitFor(client.send(request)));
    QVERIFY(server.requests().last().header("User-Agent").startsWith("ApiConnectExplorer/"));
    request.headers = {{"user-agent", "mine/1"}, {"X-Twice", "a"}, {"X-Twice", "b"}};
    QVERIFY(waitFor(client.send(request)));
    QCOMPARE(server.requests().last().header("User-Agent"), "mine/1"_ba);
    QCOMPARE(server.requests().last().header("X-Twice"), "a, b"_ba);
}

void TestHttpClient::sendsNamesGivenTwice_data()
{
    QTest::addColumn<QByteArray>("name");
    QTest::addColumn<bool>("isSecret");
    QTest::addColumn<QByteArray>("expected");
    QTest::newRow("secret") << "X-Auth-Token"_ba << true << "1, 2, 3"_ba;
    QTest::newRow("cookie") << "Cookie"_ba << true << "1; 2; 3"_ba;
    QTest::newRow("cookie in lower case") << "cookie"_ba << true << "1; 2; 3"_ba;
    QTest::newRow("no secret") << "X-Twice"_ba << false << "1, 2, 3"_ba;
    QTest::newRow("cookie as no secret") << "Cookie"_ba << false << "1; 2; 3"_ba;
}

void TestHttpClient::sendsNamesGivenTwice()
{
    QFETCH(QByteArray, name);
    QFETCH(bool, isSecret);
    FaultServer server;
    HttpClient client(m_clock);
    HttpRequest request;
    request.url = server.url();
    for (const QByteArray &value : {"1"_ba, "2"_ba, "3"_ba}) {
        if (isSecret)
            request.secretHeaders.append({name, Secret(value)});
        else
            request.headers.append({name, value});
    }
    QVERIFY(waitFor(client.send(request)));
    QTEST(server.requests().last().header(name), "expected");
}

void TestHttpClient::refusesBeforeSending_data()
{
    QTest::addColumn<QByteArray>("method");
    QTest::addColumn<QByteArray>("target");
    QTest::addColumn<QByteArray>("name");
    QTest::addColumn<QByteArray>("value");
    QTest::addColumn<QByteArray>("secret");
    const auto row = [](const char *title, const QByteArray &method, const QByteArray &target, const QByteArray &name,
                        const QByteArray &value, const QByteArray &secret = "s") {
        QTest::newRow(title) << method << target << name << value << secret;
    };
    row("line break in the method", "GET / HTTP/1.1\r\nX: 1", "/", "A", "b");
    row("blank in the method", "GE T", "/", "A", "b");
    row("empty method", "", "/", "A", "b");
    row("line break in a header name", "GET", "/", "A\r\nX", "b");
    row("colon in a header name", "GET", "/", "A:X", "b");
    row("empty header name", "GET", "/", "", "b");
    row("line break in a header value", "GET", "/", "A", "b\r\nX: 1");
    row("line feed in a header value", "GET", "/", "A", "b\nX: 1");
    row("NUL in a header value", "GET", "/", "A", QByteArray("b\0c", 3));
    row("line break in a secret", "GET", "/", "A", "b", "s\r\nX: 1");
    row("line break in the path", "GET", "/a%0d%0aX:%201", "A", "b");
    row("NUL in the path", "GET", "/a%00b", "A", "b");
    row("line break in the query", "GET", "/?a=b%0D%0AX:%201", "A", "b");
    row("Host", "GET", "/", "host", "evil.tld");
    row("Content-Length", "POST", "/", "Content-Length", "0");
    row("Transfer-Encoding", "POST", "/", "Transfer-encoding", "chunked");
    row("Proxy-Authorization", "GET", "/", "Proxy-Authorization", "Basic eDp5");
}

void TestHttpClient::refusesBeforeSending()
{
    QFETCH(QByteArray, method);
    QFETCH(QByteArray, target);
    QFETCH(QByteArray, name);
    QFETCH(QByteArray, value);
    QFETCH(QByteArray, secret);
    FaultServer server;
    HttpClient client(m_clock);
    HttpRequest request;
    request.method = method;
    request.url = server.url(target);
    request.headers = {{name, value}};
    request.secretHeaders = {{"X-Secret", Secret(secret)}};
    const Result<HttpResponse> result = waitFor(client.send(request));
    QVERIFY(!result);
    QCOMPARE(result.error().kind, ErrorKind::InvalidInput);
    QVERIFY(!result.error().nextStep.isEmpty());
    request.secretHeaders.clear();
    request.bearer = Secret(secret);
    QVERIFY(!waitFor(client.send(request)));
    for (const QString &url : {u"http://iam.cloud.ibm.com/"_s, u"http://127.0.0.1.evil.tld/"_s, u"ftp://127.0.0.1/"_s,
                               u"file:///etc/passwd"_s, u"https://me:pw@127.0.0.1/"_s, u"/relative"_s, u"https:///x"_s,
                               u"https://h\\@evil.tld"_s, u""_s}) {
        HttpRequest plain;
        plain.url = QUrl(url);
        const Result<HttpResponse> refused = waitFor(client.send(plain));
        QVERIFY2(!refused, qPrintable(url));
        QCOMPARE(refused.error().kind, ErrorKind::InvalidInput);
    }
    QCOMPARE(server.connections(), 0);
}

void TestHttpClient::framesBodies_data()
{
    QTest::addColumn<QByteArray>("method");
    QTest::addColumn<bool>("once");
    for (const QByteArray &method :
         {"GET"_ba, "POST"_ba, "PUT"_ba, "PATCH"_ba, "DELETE"_ba, "OPTIONS"_ba, "QUERY"_ba}) {
        QTest::addRow("%s", method.constData()) << method << false;
        QTest::addRow("%s once", method.constData()) << method << true;
    }
}

void TestHttpClient::framesBodies()
{
    QFETCH(QByteArray, method);
    QFETCH(bool, once);
    FaultServer server;
    HttpClient client(m_clock);
    HttpRequest request;
    request.method = method;
    request.url = server.url();
    request.repetition = once ? Repetition::Never : Repetition::Allowed;
    for (const std::optional<QByteArray> &body :
         {std::optional<QByteArray>(), std::optional(QByteArray("")), std::optional(QByteArray(300'000, 'y'))}) {
        request.body = body;
        const Result<HttpResponse> result = waitFor(client.send(request));
        QVERIFY2(result && result->isSuccess(), qPrintable(result ? QString() : result.error().message()));
        const RecordedRequest &sent = server.requests().last();
        QCOMPARE(sent.method, method);
        QCOMPARE(sent.body, body.value_or(QByteArray()));
        if (body)
            QCOMPARE(sent.header("Content-Length"), QByteArray::number(body->size()));
        QVERIFY(sent.header("Transfer-Encoding").isEmpty());
    }
    QCOMPARE(server.requests().size(), 3);
}

void TestHttpClient::keepsErrorAnswers_data()
{
    QTest::addColumn<int>("status");
    for (const int status : {400, 401, 403, 404, 405, 407, 409, 410, 418, 422, 429, 500, 501, 502, 503, 504})
        QTest::addRow("%d", status) << status;
}

void TestHttpClient::keepsErrorAnswers()
{
    QFETCH(int, status);
    FaultServer server(answering(
        httpAnswer(status, "<h1>no</h1>",
                   {"Content-Type: application/json", "Retry-After: 5", "WWW-Authenticate: Basic realm=\"x\""})));
    HttpClient client(m_clock);
    HttpRequest request;
    request.url = server.url();
    for (const Repetition repetition : {Repetition::Allowed, Repetition::Never}) {
        request.repetition = repetition;
        const Result<HttpResponse> result = waitFor(client.send(request));
        QVERIFY2(result, qPrintable(result ? QString() : result.error().message()));
        QCOMPARE(result->status, status);
        QCOMPARE(result->body.head(100), "<h1>no</h1>"_ba);
        QCOMPARE(headerValue(result->headers, "Retry-After"), "5"_ba);
        QVERIFY(!result->isSuccess());
        // What a service says about its refusal is shown, whatever its shape.
        QVERIFY(!result->problem);
    }
    QCOMPARE(server.requests().size(), 2);
}

void TestHttpClient::keepsNoCookies()
{
    FaultServer server(answering(httpAnswer(200, "{}", {"Set-Cookie: a=b; Path=/"})));
    HttpClient client(m_clock);
    HttpRequest request;
    request.url = server.url();
    const Result<HttpResponse> result = waitFor(client.send(request));
    QVERIFY(result);
    QCOMPARE(headerValue(result->headers, "Set-Cookie"), "a=b; Path=/"_ba);
    QVERIFY(waitFor(client.send(request)));
    QCOMPARE(server.requests().last().header("Cookie"), QByteArray());
}

void TestHttpClient::measuresTime()
{
    FaultServer server;
    HttpClient client(m_clock);
    HttpRequest request;
    request.url = server.url();
    const Result<HttpResponse> first = waitFor(client.send(request));
    QVERIFY(first);
    QVERIFY(first->timing.queuedMs >= 0);
    QVERIFY(first->timing.connectedMs >= first->timing.queuedMs);
    QVERIFY(first->timing.sentMs >= first->timing.connectedMs);
    QVERIFY(first->timing.firstByteMs >= first->timing.sentMs);
    QVERIFY(first->timing.finishedMs >= first->timing.firstByteMs);
    const Result<HttpResponse> second = waitFor(client.send(request));
    QVERIFY(second);
    // A connection that was already there.
    QCOMPARE(second->timing.connectedMs, -1);
    QVERIFY(second->timing.sentMs >= 0);
}

void TestHttpClient::reusesTheConnection()
{
    FaultServer server;
    HttpClient client(m_clock);
    HttpRequest request;
    request.url = server.url();
    for (int round = 0; round < 5; ++round)
        QVERIFY(waitFor(client.send(request)));
    QCOMPARE(server.connections(), 1);
    request.repetition = Repetition::Never;
    QVERIFY(waitFor(client.send(request)));
    QCOMPARE(server.connections(), 2);
}

void TestHttpClient::servesManyAtOnce()
{
    FaultServer server;
    HttpClient client(m_clock);
    QList<QFuture<Result<HttpResponse>>> futures;
    for (int i = 0; i < 500; ++i) {
        HttpRequest request;
        request.url = server.url("/" + QByteArray::number(i));
        futures.append(client.send(request));
    }
    for (const auto &future : std::as_const(futures)) {
        const Result<HttpResponse> result = waitFor(future);
        QVERIFY(result && result->isSuccess());
    }
    QCOMPARE(server.requests().size(), 500);
}

void TestHttpClient::f7_lengthBesideChunksConfirmsNothing()
{
    // As a proxy sends it that leaves an old length standing; cut between two chunks.
    FaultServer server(answeringThenClosing("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\nContent-Length: 5\r\n"
                                            "Content-Type: text/plain\r\n\r\n8\r\nhello ww\r\n"));
    HttpClient client(m_clock);
    HttpRequest request;
    request.url = server.url("/");
    const Result<HttpResponse> result = waitFor(client.send(request));
    QVERIFY(result);
    QVERIFY(!result->endConfirmed);
}

void TestHttpClient::logsNothingSecret()
{
    FaultServer server(answering(httpAnswer(200, "{\"access_token\":\"c4n4ry\"}")));
    HttpClient client(m_clock);
    HttpRequest request;
    request.method = "POST";
    request.url = server.url("/v1/c4n4ry?apikey=c4n4ry");
    request.bearer = Secret("c4n4ry"_ba);
    request.body = "apikey=c4n4ry"_ba;
    request.headers = {{"Content-Type", "application/x-www-form-urlencoded"}};
    std::optional<KeptLog> kept(std::in_place);
    QLoggingCategory::setFilterRules(u"*=true"_s);
    const bool answered = waitFor(client.send(request)).has_value();
    server.setHandler(answeringThenClosing({}));
    const Result<HttpResponse> lost = waitFor(client.send(request));
    QLoggingCategory::setFilterRules({});
    const QString logged = kept->text();
    kept.reset();
    QVERIFY(answered);
    QVERIFY2(logged.contains(u"POST 127.0.0.1:%1/v1/•••"_s.arg(server.port())), qPrintable(logged));
    QVERIFY(logged.contains("200"_L1));
    QVERIFY2(!logged.contains("c4n4ry"_L1), qPrintable(logged));
    QVERIFY(!lost);
    QVERIFY(!(lost.error().message() + lost.error().details()).contains("c4n4ry"_L1));
}

void TestHttpClient::largeJsonIsChecked()
{
    QByteArray body = "[0";
    while (body.size() < 6'000'000)
        body += ",{\"name\":\"some name or other\",\"list\":[1,2,3]}";
    FaultServer server(answering(httpAnswer(200, body)));
    HttpClient client(m_clock);
    HttpRequest request;
    request.url = server.url();
    const Result<HttpResponse> cut = waitFor(client.send(request));
    QVERIFY(cut && cut->problem);
    QCOMPARE(cut->problem->kind, ErrorKind::Incomplete);
    QVERIFY2(cut->problem->sentence.contains(QString::number(body.size())), qPrintable(cut->problem->sentence));
    server.setHandler(answering(httpAnswer(200, body + "]")));
    const Result<HttpResponse> whole = waitFor(client.send(request));
    QVERIFY(whole && whole->isSuccess());
}

ACX_TEST_MAIN(TestHttpClient)
#include "test_http_client.moc"
