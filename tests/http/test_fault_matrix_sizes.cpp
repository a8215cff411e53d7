// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/http/http_client.h"
#include "tests/support/certificates.h"
#include "tests/support/fake_clock.h"
#include "tests/support/faults.h"
#include "tests/support/sanitized.h"
#include "tests/support/test_main.h"
#include "tests/support/wait.h"

#include <QRegularExpression>
#include <QTcpSocket>
#include <QTimer>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace acx;

namespace {

constexpr qint64 megabyte = 1'000'000;
// What an exchange may hold beside its body: what the network is ahead of the disk, buffers, the server in this
// process.
constexpr qint64 allowance = 100 * megabyte;

QByteArray tale(const Result<HttpResponse> &result)
{
    const Error error = !result ? result.error() : result->problem.value_or(Error());
    return (error.message() + u'\n' + error.details()).toUtf8();
}

QByteArray gigabyteName(qint64 size)
{
    return "F15 body of " + QByteArray::number(size / megabyte) + " MB";
}

} // namespace

/// The rows of the fault matrix that are about size, memory and time, and those that need TLS.
class TestFaultMatrixSizes final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".?"_s)); }
    void f4EndlessHeadersAtFullSpeed();
    void f9TlsWithoutGoodbye_data();
    void f9TlsWithoutGoodbye();
    void f13RepetitiveJson();
    void f14ZipBomb_data();
    void f14ZipBomb();
    void f14SizeLimit();
    void f15LargeBody_data();
    void f15LargeBody();
    void f15CancelWhileItRuns();
    void f16LoopEndsAtTheDeadline();
    void f18RedirectFromHttpsToHttp();
    void f27AnsweredBeforeTheRequestIsSent();

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

void TestFaultMatrixSizes::f4EndlessHeadersAtFullSpeed()
{
    QByteArray lines;
    while (lines.size() < 60'000)
        lines += "X-More: and more and more and more and more and more and more and more\r\n";
    FaultServer server;
    dripping("HTTP/1.1 200 OK\r\n", lines, 0ms)(server);
    HttpClient client(m_clock);
    HttpRequest wanted = request(server.url());
    wanted.deadline = 1500ms;
    forgetPeakMemory();
    const qint64 before = peakMemory();
    const Result<HttpResponse> result = waitFor(client.send(wanted));
    QVERIFY(!result);
    QCOMPARE(result.error().kind, ErrorKind::Timeout);
    if (measuresMemory)
        QVERIFY2(peakMemory() - before < allowance, qPrintable(QString::number((peakMemory() - before) / megabyte)));
    heal(server);
    const Result<HttpResponse> again = waitFor(client.send(request(server.url())));
    QVERIFY2(again && again->isSuccess(), tale(again).constData());
}

void TestFaultMatrixSizes::f9TlsWithoutGoodbye_data()
{
    QTest::addColumn<QByteArray>("answer");
    QTest::addColumn<bool>("isSuccess");
    QTest::addColumn<bool>("isConfirmed");
    QTest::newRow("F9 TLS without close_notify, JSON cut") << head({jsonType}) + "{\"a\":" << false << false;
    QTest::newRow("F9 TLS without close_notify, JSON whole") << head({jsonType}) + "{\"a\":1}" << true << true;
    QTest::newRow("F9 TLS without close_notify, text") << head({textType}) + "12345" << true << false;
    QTest::newRow("F9 TLS without close_notify, JSON number cut") << head({jsonType}) + "123" << true << false;
    QTest::newRow("F9 TLS without close_notify, JSON number and a blank") << head({jsonType}) + "123\n" << true << true;
    QTest::newRow("F9 TLS without close_notify, JSON number by its length")
        << head({jsonType, lengthLine(3)}) + "123" << true << true;
    QTest::newRow("F7 TLS without close_notify, chunks cut beside a Content-Length")
        << head({textType, chunkedCoding, lengthLine(5)}) + "8\r\nhello ww\r\n"
        << false << false;
    QTest::newRow("F7 TLS without close_notify, shorter than Content-Length")
        << head({textType, lengthLine(10)}) + "12345" << false << false;
    QTest::newRow("F7 TLS without close_notify, chunks cut") << head({jsonType, chunkedCoding}) + "5\r\n{\"a\":\r\n"
                                                             << false << false;
}

void TestFaultMatrixSizes::f9TlsWithoutGoodbye()
{
    QFETCH(QByteArray, answer);
    const TestCertificate authority = TestCertificate::authority();
    FaultServer server({}, authority.issue().serverTls());
    sendingWithoutGoodbye(answer)(server);
    HttpClient client(m_clock);
    client.setTrust({{authority.certificate()}});
    const Result<HttpResponse> result = waitFor(client.send(request(server.url())));
    QVERIFY2(result, tale(result).constData());
    QTEST(result->isSuccess(), "isSuccess");
    QTEST(result->endConfirmed, "isConfirmed");
    if (!result->isSuccess())
        QCOMPARE(result->problem->kind, ErrorKind::Incomplete);
    heal(server);
    const Result<HttpResponse> again = waitFor(client.send(request(server.url())));
    QVERIFY2(again && again->isSuccess(), tale(again).constData());
}

void TestFaultMatrixSizes::f13RepetitiveJson()
{
    // Qt's own check refuses this.
    QByteArray body = "[0";
    body.reserve(20 * megabyte + 100);
    while (body.size() < 20 * megabyte)
        body += ",{\"name\":\"the same again and again\",\"value\":null}";
    body += ']';
    const QByteArray packed = gzip(body);
    QVERIFY2(body.size() / packed.size() >= 300, qPrintable(QString::number(body.size() / packed.size())));
    FaultServer server;
    sending(head({jsonType, gzipCoding, lengthLine(packed.size())}) + packed)(server);
    HttpClient client(m_clock);
    const Result<HttpResponse> result = waitFor(client.send(request(server.url())));
    QVERIFY2(result && result->isSuccess(), tale(result).constData());
    QCOMPARE(result->body.size(), body.size());
    QCOMPARE(*result->body.view(), QByteArrayView(body));
    QCOMPARE(server.requests().first().header("Accept-Encoding"), "gzip"_ba);
}

void TestFaultMatrixSizes::f14ZipBomb_data()
{
    QTest::addColumn<qint64>("limit");
    QTest::newRow("F14 zip bomb, small limit") << megabyte;
    QTest::newRow("F14 zip bomb, kept on disk") << 200 * megabyte;
}

void TestFaultMatrixSizes::f14ZipBomb()
{
    QFETCH(qint64, limit);
    const QByteArray packed = gzipBomb(400 * megabyte);
    QVERIFY(packed.size() < megabyte);
    FaultServer server;
    sending(head({textType, gzipCoding, lengthLine(packed.size())}) + packed)(server);
    HttpClient client(m_clock);
    HttpRequest wanted = request(server.url());
    wanted.maxBytes = limit;
    forgetPeakMemory();
    const qint64 before = peakMemory();
    const Result<HttpResponse> result = waitFor(client.send(wanted), 300s);
    QVERIFY2(result && result->problem, tale(result).constData());
    QCOMPARE(result->problem->kind, ErrorKind::TooLarge);
    QVERIFY(!result->isSuccess());
    QVERIFY(result->problem->sentence.contains(QString::number(limit)));
    QCOMPARE(result->body.size(), limit);
    if (measuresMemory)
        QVERIFY2(peakMemory() - before < allowance, qPrintable(QString::number((peakMemory() - before) / megabyte)));
}

void TestFaultMatrixSizes::f14SizeLimit()
{
    FaultServer server(answering(httpAnswer(200, QByteArray(100, 'x'), {textType})));
    HttpClient client(m_clock);
    HttpRequest wanted = request(server.url());
    wanted.maxBytes = 99;
    const Result<HttpResponse> result = waitFor(client.send(wanted));
    QVERIFY(result && result->problem);
    QCOMPARE(result->problem->kind, ErrorKind::TooLarge);
    QCOMPARE(result->body.size(), 99);
    wanted.maxBytes = 100;
    const Result<HttpResponse> fits = waitFor(client.send(wanted));
    QVERIFY(fits && fits->isSuccess());
}

void TestFaultMatrixSizes::f15LargeBody_data()
{
    QTest::addColumn<qint64>("size");
    QTest::newRow(gigabyteName(100 * megabyte).constData()) << 100 * megabyte;
    if (qEnvironmentVariableIsSet("ACX_LONG"))
        QTest::newRow(gigabyteName(1000 * megabyte).constData()) << 1000 * megabyte;
}

void TestFaultMatrixSizes::f15LargeBody()
{
    QFETCH(qint64, size);
    FaultServer server;
    streaming(head({textType, lengthLine(size)}), QByteArray(megabyte, 'x'), static_cast<int>(size / megabyte))(server);
    HttpClient client(m_clock);
    HttpRequest wanted = request(server.url());
    qint64 seen = 0;
    qint64 expected = 0;
    wanted.progress = [&](const HttpProgress &progress) {
        seen = progress.received;
        expected = progress.expected;
    };
    forgetPeakMemory();
    const qint64 before = peakMemory();
    const Result<HttpResponse> result = waitFor(client.send(wanted), 300s);
    QVERIFY2(result && result->isSuccess(), tale(result).constData());
    QCOMPARE(result->body.size(), size);
    QVERIFY(result->body.isOnDisk());
    QCOMPARE(seen, size);
    QCOMPARE(expected, size);
    if (measuresMemory)
        QVERIFY2(peakMemory() - before < allowance, qPrintable(QString::number((peakMemory() - before) / megabyte)));
}

void TestFaultMatrixSizes::f15CancelWhileItRuns()
{
    FaultServer server;
    streaming(head({textType, lengthLine(1000 * megabyte)}), QByteArray(megabyte, 'x'), 1000)(server);
    HttpClient client(m_clock);
    CancelSource source;
    HttpRequest wanted = request(server.url());
    wanted.cancel = source.token();
    qint64 seen = 0;
    wanted.progress = [&seen](const HttpProgress &progress) { seen = progress.received; };
    const QFuture<Result<HttpResponse>> future = client.send(wanted);
    QTRY_VERIFY(seen > 3 * megabyte);
    QVERIFY(!future.isFinished());
    source.cancel();
    // In the same call, so sooner than any number of milliseconds.
    QVERIFY(future.isFinished());
    QCOMPARE(future.result().error().kind, ErrorKind::Cancelled);
    QVERIFY(seen < 1000 * megabyte);
    heal(server);
    const Result<HttpResponse> again = waitFor(client.send(request(server.url())));
    QVERIFY2(again && again->isSuccess(), tale(again).constData());
}

void TestFaultMatrixSizes::f16LoopEndsAtTheDeadline()
{
    // Each hop answers late: none of them passes a limit, all of them do.
    FaultServer server([](QTcpSocket &socket, const RecordedRequest &) {
        QTimer::singleShot(250ms, &socket, [&socket] {
            socket.write(head({"Location: /again", lengthLine(0)}, "302 Found"));
        });
    });
    HttpClient client(m_clock);
    HttpRequest wanted = request(server.url());
    wanted.redirects = RedirectPolicy::FollowSafe;
    wanted.deadline = 900ms;
    const Result<HttpResponse> result = waitFor(client.send(wanted));
    QVERIFY(!result);
    QCOMPARE(result.error().kind, ErrorKind::Timeout);
    QVERIFY(server.requests().size() < 5);
}

void TestFaultMatrixSizes::f18RedirectFromHttpsToHttp()
{
    FaultServer plain;
    const TestCertificate authority = TestCertificate::authority();
    FaultServer server({}, authority.issue().serverTls());
    sending(head({"Location: " + plain.url("/x").toEncoded(), lengthLine(0)}, "302 Found"))(server);
    HttpClient client(m_clock);
    client.setTrust({{authority.certificate()}});
    HttpRequest wanted = request(server.url());
    wanted.redirects = RedirectPolicy::FollowSafe;
    const Result<HttpResponse> result = waitFor(client.send(wanted));
    QVERIFY2(result, tale(result).constData());
    QCOMPARE(result->status, 302);
    QVERIFY(!result->isSuccess() && result->redirectRefused);
    QVERIFY(result->redirectRefused->sentence.contains(plain.url("/x").toString()));
    QVERIFY(result->redirectRefused->details().contains("plain http"_L1));
    QCOMPARE(plain.connections(), 0);
}

void TestFaultMatrixSizes::f27AnsweredBeforeTheRequestIsSent()
{
    FaultServer server;
    answeringEarly(httpAnswer(413, "{}"))(server);
    HttpClient client(m_clock);
    HttpRequest wanted = request(server.url());
    wanted.method = "POST";
    wanted.body = QByteArray(megabyte, 'x');
    const Result<HttpResponse> result = waitFor(client.send(wanted));
    QVERIFY2(result, tale(result).constData());
    QCOMPARE(result->status, 413);
    heal(server);
    const Result<HttpResponse> again = waitFor(client.send(request(server.url())));
    QVERIFY2(again && again->isSuccess(), tale(again).constData());
}

ACX_TEST_MAIN(TestFaultMatrixSizes)
#include "test_fault_matrix_sizes.moc"
