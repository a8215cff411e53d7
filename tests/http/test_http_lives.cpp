// SPDX-License-Identifier: GPL-3.0-or-later
// How requests end before their answer: cancelled, closed with the client, and sent at most once.
#include "app/http/http_client.h"
#include "tests/support/fake_clock.h"
#include "tests/support/fault_server.h"
#include "tests/support/test_main.h"
#include "tests/support/wait.h"

#include <QRandomGenerator>
#include <QRegularExpression>
#include <QTcpSocket>
#include <QTimer>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace acx;

namespace {

// What went wrong, for the output of a failing test.
QByteArray tale(const Result<HttpResponse> &result)
{
    const Error error = !result ? result.error() : result->problem.value_or(Error());
    return (error.message() + u'\n' + error.details()).toUtf8();
}

} // namespace

class TestHttpLives final : public QObject
{
    Q_OBJECT

private slots:
    void init() { QTest::failOnWarning(QRegularExpression(u".?"_s)); }
    void cancelIsImmediate();
    void cancelsWhateverTheMoment();
    void earlyAnswerIsTaken();
    void closingTheClientCancels();
    void recoversAfterTheNetwork();
    void sendsOnce_data();
    void sendsOnce();
    void sendsOnceOverAFreshConnection();

private:
    [[nodiscard]] HttpRequest request(const QUrl &url) const;

    FakeClock m_clock;
};

HttpRequest TestHttpLives::request(const QUrl &url) const
{
    HttpRequest request;
    request.url = url;
    request.deadline = 20s;
    request.idleLimit = 20s;
    return request;
}

void TestHttpLives::cancelIsImmediate()
{
    FaultServer server(answering("HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\nx"));
    HttpClient client(m_clock);
    CancelSource source;
    HttpRequest wanted = request(server.url());
    wanted.cancel = source.token();
    bool progressed = false;
    wanted.progress = [&](const HttpProgress &) { progressed = true; };
    const QFuture<Result<HttpResponse>> future = client.send(wanted);
    QTRY_VERIFY(progressed);
    source.cancel();
    // In the same call: nothing has to come from the network for it.
    QVERIFY(future.isFinished());
    QCOMPARE(future.result().error().kind, ErrorKind::Cancelled);
    // Cancelled before it began: nothing is sent.
    server.forget();
    QCOMPARE(waitFor(client.send(wanted)).error().kind, ErrorKind::Cancelled);
    QCOMPARE(server.requests().size(), 0);
}

void TestHttpLives::cancelsWhateverTheMoment()
{
    FaultServer server;
    HttpClient client(m_clock);
    QRandomGenerator random(3);
    for (int round = 0; round < 200; ++round) {
        CancelSource source;
        HttpRequest wanted = request(server.url());
        wanted.cancel = source.token();
        if (round % 3 == 0)
            wanted.repetition = Repetition::Never;
        const QFuture<Result<HttpResponse>> future = client.send(wanted);
        QObject thisRound; // the answer may come before the timer
        QTimer::singleShot(std::chrono::milliseconds(random.bounded(4)), &thisRound, [&source] { source.cancel(); });
        const Result<HttpResponse> result = waitFor(future);
        QVERIFY(result || result.error().kind == ErrorKind::Cancelled);
        source.cancel();
    }
}

void TestHttpLives::earlyAnswerIsTaken()
{
    FaultServer server;
    server.setRawHandler([](QTcpSocket &socket) {
        connect(&socket, &QTcpSocket::readyRead, &socket, [&socket] {
            if (socket.property("answered").toBool())
                return;
            socket.setProperty("answered", true);
            socket.write(httpAnswer(413, "{}"));
        });
    });
    HttpClient client(m_clock);
    HttpRequest wanted = request(server.url());
    wanted.method = "POST";
    wanted.body = QByteArray(1'000'000, 'x');
    const Result<HttpResponse> result = waitFor(client.send(wanted));
    QVERIFY2(result, tale(result).constData());
    QCOMPARE(result->status, 413);
}

void TestHttpLives::closingTheClientCancels()
{
    FaultServer server;
    server.setRawHandler([](QTcpSocket &) {});
    QFuture<Result<HttpResponse>> future;
    QFuture<Result<HttpResponse>> once;
    {
        HttpClient client(m_clock);
        future = client.send(request(server.url()));
        HttpRequest wanted = request(server.url());
        wanted.repetition = Repetition::Never;
        once = client.send(wanted);
        QTRY_COMPARE(server.connections(), 2);
    }
    QVERIFY(future.isFinished() && once.isFinished());
    QCOMPARE(future.result().error().kind, ErrorKind::Cancelled);
    QCOMPARE(once.result().error().kind, ErrorKind::Cancelled);
}

void TestHttpLives::recoversAfterTheNetwork()
{
    auto server = std::make_unique<FaultServer>();
    HttpClient client(m_clock);
    const QUrl url = server->url();
    QVERIFY(waitFor(client.send(request(url))));
    server.reset();
    QVERIFY(!waitFor(client.send(request(url))));
    const FaultServer again;
    QVERIFY(waitFor(client.send(request(again.url()))));
}

void TestHttpLives::sendsOnce_data()
{
    QTest::addColumn<QByteArray>("method");
    QTest::addColumn<bool>("hasBody");
    QTest::addColumn<QByteArray>("answer");
    QTest::addColumn<bool>("reset");
    for (const QByteArray &method : {"POST"_ba, "PUT"_ba, "PATCH"_ba, "DELETE"_ba}) {
        for (const bool hasBody : {true, false}) {
            for (const QByteArray &answer : {""_ba, "HTTP/1.1 2"_ba, "HTTP/1.1 201 Created\r\n"_ba}) {
                for (const bool reset : {true, false})
                    QTest::addRow("%s %s after %d, %s", method.constData(), hasBody ? "body" : "empty",
                                  static_cast<int>(answer.size()), reset ? "reset" : "closed")
                        << method << hasBody << answer << reset;
            }
        }
    }
}

void TestHttpLives::sendsOnce()
{
    QFETCH(QByteArray, method);
    QFETCH(bool, hasBody);
    QFETCH(QByteArray, answer);
    QFETCH(bool, reset);
    FaultServer server(reset ? answeringThenReset(answer) : answeringThenClosing(answer));
    HttpClient client(m_clock);
    HttpRequest wanted = request(server.url());
    wanted.method = method;
    wanted.repetition = Repetition::Never;
    if (hasBody)
        wanted.body = "{\"apikey\":\"k\"}"_ba;
    const Result<HttpResponse> result = waitFor(client.send(wanted));
    QVERIFY(!result);
    QCOMPARE(result.error().kind, ErrorKind::UnknownOutcome);
    QVERIFY2(result.error().sentence.contains("may or may not"_L1), qPrintable(result.error().sentence));
    QCOMPARE(server.requests().size(), 1);
    QCOMPARE(server.requests().first().body, wanted.body.value_or(QByteArray()));
    QCOMPARE(server.requests().first().header("Content-Length").toInt(), wanted.body.value_or(QByteArray()).size());
    QCOMPARE(server.connections(), 1);
}

void TestHttpLives::sendsOnceOverAFreshConnection()
{
    // The server closes every connection after its answer; a second request over one of them would have an unknown
    // outcome, whenever the close is noticed.
    FaultServer server(answeringThenClosing(httpAnswer(200)));
    HttpClient client(m_clock);
    HttpRequest wanted = request(server.url());
    for (int round = 0; round < 20; ++round) {
        wanted.method = round % 2 == 0 ? "POST" : "GET";
        wanted.repetition = round % 2 == 0 ? Repetition::Never : Repetition::Allowed;
        wanted.body = round % 2 == 0 ? std::optional("x"_ba) : std::nullopt;
        const Result<HttpResponse> result = waitFor(client.send(wanted));
        QVERIFY2(result && result->isSuccess(), tale(result).constData());
    }
    QCOMPARE(server.requests().size(), 20);
}

ACX_TEST_MAIN(TestHttpLives)
#include "test_http_lives.moc"
