// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/http/http_client.h"
#include "tests/http/fault_answers.h"
#include "tests/support/fake_clock.h"
#include "tests/support/test_main.h"
#include "tests/support/wait.h"

#include <QRandomGenerator>
#include <QRegularExpression>
#include <QTcpSocket>
#include <QTimer>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace acx;

/// Servers that are not there, fall silent, trickle, or send more than was allowed.
class TestHttpFaults final : public QObject
{
    Q_OBJECT

private slots:
    void init() { QTest::failOnWarning(QRegularExpression(u".?"_s)); }
    void namesAnUnknownHost();
    void namesARefusingPort();
    void blackHoleEndsWhileTheLoopGoesOn();
    void endlessHeadersEnd();
    void tricklingBodyEnds();
    void silenceInTheBodyEnds();
    void repetitiveJsonPasses();
    void zipBombIsStopped();
    void sizeLimitIsNamed();
    void largeBodyIsStreamed();
    void randomBytesEnd();

private:
    FakeClock m_clock;
};

void TestHttpFaults::namesAnUnknownHost()
{
    HttpClient client(m_clock);
    const Result<HttpResponse> result = waitFor(client.send(patientRequest(QUrl(u"https://no-such-host.invalid/x"_s))));
    QVERIFY(!result);
    QCOMPARE(result.error().kind, ErrorKind::Network);
    QVERIFY2(result.error().sentence.contains("no-such-host.invalid"_L1), qPrintable(result.error().message()));
}

void TestHttpFaults::namesARefusingPort()
{
    FaultServer server;
    const QUrl url = server.url();
    server.close();
    HttpClient client(m_clock);
    const Result<HttpResponse> result = waitFor(client.send(patientRequest(url)));
    QVERIFY(!result);
    QCOMPARE(result.error().kind, ErrorKind::Network);
    QVERIFY(result.error().sentence.contains(u"127.0.0.1:%1 refused"_s.arg(url.port())));
}

void TestHttpFaults::blackHoleEndsWhileTheLoopGoesOn()
{
    FaultServer server;
    server.setRawHandler([](QTcpSocket &) {});
    HttpClient client(m_clock);
    HttpRequest wanted = patientRequest(server.url("/?apikey=canary"));
    wanted.deadline = 600ms;
    int ticks = 0;
    QTimer ticking;
    connect(&ticking, &QTimer::timeout, this, [&ticks] { ++ticks; });
    ticking.start(10);
    const Result<HttpResponse> result = waitFor(client.send(wanted));
    QVERIFY(!result);
    QCOMPARE(result.error().kind, ErrorKind::Timeout);
    QVERIFY2(result.error().sentence.contains("0.6 s"_L1), qPrintable(result.error().sentence));
    QVERIFY(!result.error().details().contains("canary"_L1));
    // A loop that stood still would have ticked once.
    QVERIFY2(ticks >= 10, qPrintable(QString::number(ticks)));
}

void TestHttpFaults::endlessHeadersEnd()
{
    FaultServer server;
    server.setRawHandler([](QTcpSocket &socket) {
        socket.write("HTTP/1.1 200 OK\r\n");
        auto *timer = new QTimer(&socket);
        connect(timer, &QTimer::timeout, &socket, [&socket] { socket.write("X-More: and more\r\n"); });
        timer->start(5);
    });
    HttpClient client(m_clock);
    HttpRequest wanted = patientRequest(server.url());
    wanted.idleLimit = 400ms;
    const Result<HttpResponse> result = waitFor(client.send(wanted));
    QVERIFY(!result);
    QCOMPARE(result.error().kind, ErrorKind::Timeout);
}

void TestHttpFaults::tricklingBodyEnds()
{
    FaultServer server;
    server.setHandler([](QTcpSocket &socket, const RecordedRequest &) {
        socket.write(head({text, "Content-Length: 100000"}));
        auto *timer = new QTimer(&socket);
        connect(timer, &QTimer::timeout, &socket, [&socket] { socket.write("x"); });
        timer->start(20);
    });
    HttpClient client(m_clock);
    HttpRequest wanted = patientRequest(server.url());
    wanted.deadline = 500ms;
    const Result<HttpResponse> result = waitFor(client.send(wanted));
    QVERIFY(result);
    QVERIFY(!result->isSuccess());
    QCOMPARE(result->problem->kind, ErrorKind::Timeout);
    QVERIFY(!result->body.isEmpty());
    QVERIFY(result->body.size() < 100'000);
}

void TestHttpFaults::silenceInTheBodyEnds()
{
    FaultServer server(answering(head({text, "Content-Length: 10"}) + "12345"));
    HttpClient client(m_clock);
    HttpRequest wanted = patientRequest(server.url());
    wanted.idleLimit = 300ms;
    const Result<HttpResponse> result = waitFor(client.send(wanted));
    QVERIFY(result);
    QCOMPARE(result->problem->kind, ErrorKind::Timeout);
    QVERIFY(result->problem->sentence.contains("5 bytes"_L1));
    QCOMPARE(result->body.head(10), "12345"_ba);
}

void TestHttpFaults::repetitiveJsonPasses()
{
    QByteArray body = "[0";
    body.reserve(20'000'100);
    while (body.size() < 20'000'000)
        body += ",{\"name\":\"the same again and again\",\"value\":null}";
    body += ']';
    const QByteArray packed = gzip(body);
    QVERIFY(body.size() / packed.size() > 200);
    FaultServer server(answering(
        head({json, "Content-Encoding: gzip", "Content-Length: " + QByteArray::number(packed.size())}) + packed));
    HttpClient client(m_clock);
    const Result<HttpResponse> result = waitFor(client.send(patientRequest(server.url())));
    QVERIFY2(result && result->isSuccess(), tale(result).constData());
    QCOMPARE(result->body.size(), body.size());
    QCOMPARE(*result->body.view(), QByteArrayView(body));
    QCOMPARE(server.requests().first().header("Accept-Encoding"), "gzip"_ba);
}

void TestHttpFaults::zipBombIsStopped()
{
    const QByteArray packed = gzip(QByteArray(20'000'000, '\0'));
    FaultServer server(answering(
        head({text, "Content-Encoding: gzip", "Content-Length: " + QByteArray::number(packed.size())}) + packed));
    HttpClient client(m_clock);
    HttpRequest wanted = patientRequest(server.url());
    wanted.maxBytes = 1'000'000;
    const Result<HttpResponse> result = waitFor(client.send(wanted));
    QVERIFY(result && result->problem);
    QCOMPARE(result->problem->kind, ErrorKind::TooLarge);
    QVERIFY(result->problem->sentence.contains("1000000"_L1));
    QCOMPARE(result->body.size(), 1'000'000);
}

void TestHttpFaults::sizeLimitIsNamed()
{
    FaultServer server(answering(httpAnswer(200, QByteArray(100, 'x'), {text})));
    HttpClient client(m_clock);
    HttpRequest wanted = patientRequest(server.url());
    wanted.maxBytes = 99;
    const Result<HttpResponse> result = waitFor(client.send(wanted));
    QVERIFY(result && result->problem);
    QCOMPARE(result->problem->kind, ErrorKind::TooLarge);
    QCOMPARE(result->body.size(), 99);
    wanted.maxBytes = 100;
    const Result<HttpResponse> fits = waitFor(client.send(wanted));
    QVERIFY(fits && fits->isSuccess());
}

void TestHttpFaults::largeBodyIsStreamed()
{
    const QByteArray piece(1'000'000, 'x');
    FaultServer server([&piece](QTcpSocket &socket, const RecordedRequest &) {
        socket.write(head({text, "Content-Length: 100000000"}));
        const auto left = std::make_shared<int>(100);
        const auto more = [&socket, &piece, left] {
            if (*left > 0 && socket.bytesToWrite() < piece.size()) {
                --*left;
                socket.write(piece);
            }
        };
        connect(&socket, &QTcpSocket::bytesWritten, &socket, more);
        more();
    });
    HttpClient client(m_clock);
    HttpRequest wanted = patientRequest(server.url());
    qint64 seen = 0;
    qint64 expected = 0;
    wanted.progress = [&](const HttpProgress &progress) {
        seen = progress.received;
        expected = progress.expected;
    };
    const Result<HttpResponse> result = waitFor(client.send(wanted));
    QVERIFY(result && result->isSuccess());
    QCOMPARE(result->body.size(), 100'000'000);
    QVERIFY(result->body.isOnDisk());
    QCOMPARE(seen, 100'000'000);
    QCOMPARE(expected, 100'000'000);
}

void TestHttpFaults::randomBytesEnd()
{
    QRandomGenerator random(11);
    HttpClient client(m_clock);
    for (int round = 0; round < 40; ++round) {
        QByteArray answer = round % 2 == 0 ? httpAnswer(200, QByteArray(50, 'x')) : QByteArray();
        for (int i = random.bounded(1, 40); i > 0; --i)
            answer.insert(random.bounded(static_cast<int>(answer.size()) + 1), static_cast<char>(random.bounded(256)));
        FaultServer server(answeringThenClosing(answer));
        HttpRequest wanted = patientRequest(server.url());
        wanted.deadline = 250ms;
        const Result<HttpResponse> result = waitFor(client.send(wanted));
        // Internal: the future never ended.
        QVERIFY(result || result.error().kind != ErrorKind::Internal);
    }
}

ACX_TEST_MAIN(TestHttpFaults)
#include "test_http_faults.moc"
