// SPDX-License-Identifier: GPL-3.0-or-later
// Servers whose headers have no end, and what giving up on them must leave alone.
#include "app/http/http_client.h"
#include "tests/http/endless_server.h"
#include "tests/support/fake_clock.h"
#include "tests/support/fault_server.h"
#include "tests/support/faults.h"
#include "tests/support/test_main.h"
#include "tests/support/wait.h"

#include <QPointer>
#include <QRegularExpression>
#include <QTcpSocket>
#include <QTimer>

#include <memory>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace acx;

namespace {

QByteArray tale(const Result<HttpResponse> &result)
{
    const Error error = !result ? result.error() : result->problem.value_or(Error());
    return (error.message() + u'\n' + error.details()).toUtf8();
}

} // namespace

class TestEndlessHeaders final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".?"_s)); }
    void holdNobodyUp_data();
    void holdNobodyUp();
    void endNoOtherExchange_data();
    void endNoOtherExchange();
    void endWithTheClient_data();
    void endWithTheClient();
    void silenceEndsNothing_data();
    void silenceEndsNothing();

private:
    HttpRequest request(const QUrl &url) const
    {
        HttpRequest request;
        request.url = url;
        request.deadline = 300s;
        request.idleLimit = 60s;
        return request;
    }

    FakeClock m_clock;
};

void TestEndlessHeaders::holdNobodyUp_data()
{
    QTest::addColumn<Repetition>("repetition");
    QTest::newRow("F4 endless headers, a request that may be repeated") << Repetition::Allowed;
    QTest::newRow("F4 endless headers, a request that goes out once") << Repetition::Never;
}

void TestEndlessHeaders::holdNobodyUp()
{
    QFETCH(const Repetition, repetition);
    EndlessServer server;
    FaultServer other;
    heal(other);
    HttpClient client(m_clock);
    HttpRequest wanted = request(server.url());
    wanted.method = repetition == Repetition::Never ? "POST" : "GET";
    wanted.repetition = repetition;
    wanted.deadline = 700ms;
    const Result<HttpResponse> result = waitFor(client.send(wanted));
    QVERIFY(!result);
    QCOMPARE(result.error().kind, ErrorKind::Timeout);
    // The event loop turns, and whoever asks somebody else is served.
    int ticks = 0;
    QTimer ticking;
    connect(&ticking, &QTimer::timeout, this, [&ticks] { ++ticks; });
    ticking.start(10ms);
    QTRY_VERIFY_WITH_TIMEOUT(ticks >= 8, 2000);
    HttpRequest next = request(other.url());
    next.deadline = 10s;
    const Result<HttpResponse> good = waitFor(client.send(next));
    QVERIFY2(good && good->isSuccess(), tale(good).constData());
    // Nobody reads on what nobody wants.
    QTRY_COMPARE_WITH_TIMEOUT(server.connected(), 0, 20'000);
}

void TestEndlessHeaders::endNoOtherExchange_data()
{
    QTest::addColumn<QString>("otherHost");
    QTest::newRow("F4 endless headers, another exchange with the server") << u"127.0.0.1"_s;
    QTest::newRow("F4 endless headers, another name at the same address") << u"localhost"_s;
}

/// What is ended is no connection that another thread reads; whoever waits for the same thread is served again.
void TestEndlessHeaders::endNoOtherExchange()
{
    QFETCH(const QString, otherHost);
    EndlessServer server;
    HttpClient client(m_clock);
    HttpRequest once = request(server.url("/slow"));
    once.url.setHost(otherHost);
    once.method = "POST";
    once.repetition = Repetition::Never;
    const QFuture<Result<HttpResponse>> other = client.send(once);
    const QFuture<Result<HttpResponse>> same = client.send(request(server.url("/slow")));
    QTRY_COMPARE(server.connected(), 2);
    HttpRequest wanted = request(server.url("/endless"));
    wanted.deadline = 700ms;
    QVERIFY(!waitFor(client.send(wanted)));
    QTest::qWait(2000); // longer than the moment after which it would be ended
    QCOMPARE(server.connected(), 3);
    QVERIFY(!other.isFinished());
    server.release();
    const Result<HttpResponse> answer = waitFor(other);
    QVERIFY2(answer && answer->isSuccess(), tale(answer).constData());
    const Result<HttpResponse> second = waitFor(same);
    QVERIFY2(second && second->isSuccess(), tale(second).constData());
    QTRY_COMPARE_WITH_TIMEOUT(server.connected(), 0, 20'000);
}

void TestEndlessHeaders::endWithTheClient_data()
{
    QTest::addColumn<QString>("host");
    QTest::addColumn<bool>("isGivenUp");
    QTest::newRow("F4 endless headers from an address, given up before the program ends") << u"127.0.0.1"_s << true;
    QTest::newRow("F4 endless headers from a name, given up before the program ends") << u"localhost"_s << true;
    QTest::newRow("F4 endless headers from an address while the program ends") << u"127.0.0.1"_s << false;
    QTest::newRow("F4 endless headers from a name while the program ends") << u"localhost"_s << false;
}

/// The end of the program does not wait for it either.
void TestEndlessHeaders::endWithTheClient()
{
    QFETCH(const QString, host);
    QFETCH(const bool, isGivenUp);
    EndlessServer server;
    auto client = std::make_unique<HttpClient>(m_clock);
    HttpRequest wanted = request(server.url());
    wanted.url.setHost(host);
    if (isGivenUp)
        wanted.deadline = 700ms;
    const QFuture<Result<HttpResponse>> answer = client->send(wanted);
    if (isGivenUp)
        QVERIFY(!waitFor(answer));
    else
        QTest::qWait(2100); // what ends sooner is not looked after
    QCOMPARE(server.connected(), 1);
    client.reset();
    QVERIFY(answer.isFinished());
    QTRY_COMPARE_WITH_TIMEOUT(server.connected(), 0, 20'000);
}

void TestEndlessHeaders::silenceEndsNothing_data()
{
    QTest::addColumn<bool>("isCancelled");
    QTest::newRow("F27 deadline of a silent exchange beside a body under way") << false;
    QTest::newRow("F27 cancel of a silent exchange beside a body under way") << true;
}

/// A thread that nobody holds up has closed the connection of the silent exchange itself, and goes on with the others.
void TestEndlessHeaders::silenceEndsNothing()
{
    QFETCH(const bool, isCancelled);
    QPointer<QTcpSocket> body;
    FaultServer server([&body](QTcpSocket &socket, const RecordedRequest &asked) {
        if (asked.target == "/silent")
            return;
        body = &socket;
        socket.write("HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\nContent-Length: 10\r\n\r\n12345");
    });
    HttpClient client(m_clock);
    HttpRequest moving = request(server.url("/body"));
    qint64 received = 0;
    moving.progress = [&received](const HttpProgress &progress) { received = progress.received; };
    const QFuture<Result<HttpResponse>> other = client.send(moving);
    QTRY_COMPARE(received, 5);
    CancelSource source;
    HttpRequest silent = request(server.url("/silent"));
    silent.cancel = source.token();
    if (!isCancelled)
        silent.deadline = 700ms;
    const QFuture<Result<HttpResponse>> given = client.send(silent);
    if (isCancelled) {
        QTest::qWait(2100); // who is cancelled sooner is not looked after
        source.cancel();
    }
    QVERIFY(!waitFor(given));
    QTest::qWait(2000); // longer than the time after which connections would be ended
    QVERIFY(body && body->state() == QAbstractSocket::ConnectedState);
    body->write("67890");
    const Result<HttpResponse> answer = waitFor(other);
    QVERIFY2(answer && answer->isSuccess(), tale(answer).constData());
    QCOMPARE(answer->body.size(), 10);
}

ACX_TEST_MAIN(TestEndlessHeaders)
#include "test_endless_headers.moc"
