// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/http/http_client.h"
#include "tests/support/fake_clock.h"
#include "tests/support/fault_server.h"
#include "tests/support/test_main.h"
#include "tests/support/wait.h"

#include <QRegularExpression>
#include <QTcpSocket>

using namespace Qt::StringLiterals;
using namespace acx;

class TestHttpClient final : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void deliversTheAnswer();
    void sendsWhatWasAsked();

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

ACX_TEST_MAIN(TestHttpClient)
#include "test_http_client.moc"
