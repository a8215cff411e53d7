// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/http/http_client.h"
#include "tests/support/fake_clock.h"
#include "tests/support/fault_server.h"
#include "tests/support/test_main.h"
#include "tests/support/wait.h"

#include <QRandomGenerator>
#include <QRegularExpression>
#include <QTcpSocket>
#include <QTimer>

#include <zlib.h>

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

enum class Ending { Keep, Close, Reset };
enum class Told { Success, Incomplete, NotConfirmed, Lost, Any };

struct Fault
{
    QByteArray answer;
    Ending ending = Ending::Close;
    Told told = Told::Incomplete;
    QByteArray body;          ///< what must have been kept
    bool endConfirmed = true; ///< looked at for Success
    QByteArray method = "GET";
};

QByteArray gzip(const QByteArray &plain)
{
    z_stream z{};
    deflateInit2(&z, Z_BEST_COMPRESSION, Z_DEFLATED, 15 + 16, 9, Z_DEFAULT_STRATEGY);
    QByteArray out(static_cast<qsizetype>(deflateBound(&z, static_cast<uLong>(plain.size()))) + 64, '\0');
    QByteArray in = plain;
    z.next_in = reinterpret_cast<Bytef *>(in.data());
    z.avail_in = static_cast<uInt>(in.size());
    z.next_out = reinterpret_cast<Bytef *>(out.data());
    z.avail_out = static_cast<uInt>(out.size());
    deflate(&z, Z_FINISH);
    out.truncate(static_cast<qsizetype>(z.total_out));
    deflateEnd(&z);
    return out;
}

QByteArray head(const QList<QByteArray> &lines, const QByteArray &status = "200 OK")
{
    QByteArray out = "HTTP/1.1 " + status + "\r\n";
    for (const QByteArray &line : lines)
        out += line + "\r\n";
    return out + "\r\n";
}

const QByteArray json = "Content-Type: application/json"_ba;
const QByteArray text = "Content-Type: text/plain"_ba;

} // namespace

Q_DECLARE_METATYPE(Fault)

class TestHttpFaults final : public QObject
{
    Q_OBJECT

private slots:
    void init() { QTest::failOnWarning(QRegularExpression(u".?"_s)); }
    void bodies_data();
    void bodies();
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
    [[nodiscard]] HttpRequest request(const QUrl &url) const;

    FakeClock m_clock;
};

HttpRequest TestHttpFaults::request(const QUrl &url) const
{
    HttpRequest request;
    request.url = url;
    request.deadline = 20s;
    request.idleLimit = 20s;
    return request;
}

void TestHttpFaults::bodies_data()
{
    QTest::addColumn<Fault>("fault");
    const auto row = [](const char *name, const Fault &fault) { QTest::newRow(name) << fault; };
    const QByteArray packed = gzip("{\"a\":\"" + QByteArray(50'000, 'x') + "\"}");
    const auto gzipHead = [](qsizetype length) {
        return head({json, "Content-Encoding: gzip", "Content-Length: " + QByteArray::number(length)});
    };

    row("complete", {httpAnswer(200), Ending::Keep, Told::Success, "{}"});
    row("complete chunks",
        {head({json, "Transfer-Encoding: chunked"}) + "2\r\n{}\r\n0\r\n\r\n", Ending::Keep, Told::Success, "{}"});
    row("closed before any byte", {"", Ending::Close, Told::Lost, {}});
    row("reset before any byte", {"", Ending::Reset, Told::Lost, {}});
    row("closed after the status line", {"HTTP/1.1 200 OK\r\n", Ending::Close, Told::Lost, {}});
    row("shorter than Content-Length",
        {head({text, "Content-Length: 10"}) + "12345", Ending::Close, Told::Incomplete, "12345"});
    row("reset in the body", {head({text, "Content-Length: 10"}) + "12345", Ending::Reset, Told::Any, {}});
    row("chunks cut",
        {head({text, "Transfer-Encoding: chunked"}) + "5\r\n12345\r\n", Ending::Close, Told::NotConfirmed, "12345"});
    row("chunk size that is no number",
        {head({text, "Transfer-Encoding: chunked"}) + "zz\r\n12345\r\n0\r\n\r\n", Ending::Close, Told::Incomplete, {}});
    row("chunks without content",
        {head({text, "Transfer-Encoding: chunked"}) + "0\r\n\r\n", Ending::Keep, Told::Incomplete, {}});
    row("unframed text", {head({text}) + "12345", Ending::Close, Told::Success, "12345", false});
    row("unframed JSON, whole", {head({json}) + "{\"a\":1}", Ending::Close, Told::Success, "{\"a\":1}"});
    row("unframed JSON, cut", {head({json}) + "{\"a\":", Ending::Close, Told::Incomplete, "{\"a\":"});
    row("unframed JSON, nothing", {head({json}), Ending::Close, Told::Incomplete, {}});
    row("JSON without a type, cut", {head({}) + "{\"a\":", Ending::Close, Told::Incomplete, "{\"a\":"});
    row("JSON of another name, cut",
        {head({"Content-Type: application/problem+json; charset=utf-8", "Content-Length: 3"}) + "[1,", Ending::Keep,
         Told::Incomplete, "[1,"});
    row("Content-Length too short",
        {head({json, "Content-Length: 5"}) + "{\"a\":1}", Ending::Close, Told::Incomplete, "{\"a\":"});
    row("Content-Length negative",
        {head({text, "Content-Length: -5"}) + "12345", Ending::Close, Told::Incomplete, "12345"});
    row("Content-Length no number",
        {head({text, "Content-Length: five"}) + "12345", Ending::Close, Told::Incomplete, "12345"});
    row("Content-Length twice, different",
        {head({text, "Content-Length: 5", "Content-Length: 7"}) + "12345", Ending::Close, Told::Incomplete, "12345"});
    row("gzip, whole",
        {gzipHead(packed.size()) + packed, Ending::Keep, Told::Success, "{\"a\":\"" + QByteArray(50'000, 'x') + "\"}"});
    row("gzip, unframed and whole", {head({json, "Content-Encoding: gzip"}) + packed, Ending::Close, Told::Success,
                                     "{\"a\":\"" + QByteArray(50'000, 'x') + "\"}"});
    row("gzip, cut", {gzipHead(packed.size() - 9) + packed.chopped(9), Ending::Keep, Told::Incomplete, {}});
    row("gzip, unframed and cut",
        {head({text, "Content-Encoding: gzip"}) + packed.chopped(9), Ending::Close, Told::Incomplete, {}});
    row("gzip, checksum only missing",
        {gzipHead(packed.size() - 8) + packed.chopped(8), Ending::Keep, Told::Incomplete, {}});
    row("gzip said, plain sent", {gzipHead(2) + "{}", Ending::Keep, Told::Incomplete, "{}"});
    row("no content", {head({}, "204 No Content"), Ending::Keep, Told::Success, {}});
    row("reset content", {head({"Content-Length: 0"}, "205 Reset Content"), Ending::Keep, Told::Success, {}});
    row("empty on purpose", {head({json, "Content-Length: 0"}), Ending::Keep, Told::Success, {}});
    row("HEAD", {head({json, "Content-Length: 1000"}), Ending::Keep, Told::Success, {}, true, "HEAD"});
    row("HEAD of gzip", {head({json, "Content-Encoding: gzip", "Transfer-Encoding: chunked"}),
                         Ending::Keep,
                         Told::Success,
                         {},
                         true,
                         "HEAD"});
    row("header of 64 KiB",
        {head({json, "X: " + QByteArray(65'536, 'x'), "Content-Length: 2"}) + "{}", Ending::Keep, Told::Success, "{}"});
    row("line feeds only", {"HTTP/1.1 200 OK\nContent-Length: 2\n\n{}", Ending::Close, Told::Success, "{}"});
    row("not HTTP", {"220 mail.example ESMTP\r\n\r\n", Ending::Close, Told::Any, {}});
}

void TestHttpFaults::bodies()
{
    QFETCH(Fault, fault);
    const FaultServer::Handler handler = fault.ending == Ending::Keep    ? answering(fault.answer)
                                         : fault.ending == Ending::Close ? answeringThenClosing(fault.answer)
                                                                         : answeringThenReset(fault.answer);
    FaultServer server(handler);
    HttpClient client(m_clock);
    HttpRequest wanted = request(server.url());
    wanted.method = fault.method;
    const Result<HttpResponse> result = waitFor(client.send(wanted));
    const Error told = !result ? result.error() : result->problem.value_or(Error());
    if (!told.sentence.isEmpty()) {
        QVERIFY2(told.sentence.contains(u"127.0.0.1:%1"_s.arg(server.port())), qPrintable(told.message()));
        QVERIFY2(!told.message().contains("Unknown error"_L1), qPrintable(told.message()));
    }
    // Internal: the future never ended.
    QVERIFY2(result || told.kind != ErrorKind::Internal, tale(result).constData());
    switch (fault.told) {
    case Told::Success:
        QVERIFY2(result && result->isSuccess(), qPrintable(told.details() + told.message()));
        QCOMPARE(result->body.head(1'000'000), fault.body);
        QCOMPARE(result->endConfirmed, fault.endConfirmed);
        break;
    case Told::NotConfirmed: // Incomplete, or at least not told as whole
        QVERIFY2(result && (!result->isSuccess() || !result->endConfirmed), qPrintable(told.message()));
        QCOMPARE(result->body.head(1'000'000), fault.body);
        break;
    case Told::Incomplete:
        QVERIFY2(result, qPrintable(told.message()));
        QVERIFY(!result->isSuccess());
        QCOMPARE(told.kind, ErrorKind::Incomplete);
        if (!fault.body.isEmpty())
            QCOMPARE(result->body.head(1'000'000), fault.body);
        break;
    case Told::Lost:
        QVERIFY(!result);
        QCOMPARE(told.kind, ErrorKind::Network);
        break;
    default:
        QVERIFY(!result || !result->isSuccess());
    }
}

void TestHttpFaults::namesAnUnknownHost()
{
    HttpClient client(m_clock);
    const Result<HttpResponse> result = waitFor(client.send(request(QUrl(u"https://no-such-host.invalid/x"_s))));
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
    const Result<HttpResponse> result = waitFor(client.send(request(url)));
    QVERIFY(!result);
    QCOMPARE(result.error().kind, ErrorKind::Network);
    QVERIFY(result.error().sentence.contains(u"127.0.0.1:%1 refused"_s.arg(url.port())));
}

void TestHttpFaults::blackHoleEndsWhileTheLoopGoesOn()
{
    FaultServer server;
    server.setRawHandler([](QTcpSocket &) {});
    HttpClient client(m_clock);
    HttpRequest wanted = request(server.url("/?apikey=canary"));
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
    HttpRequest wanted = request(server.url());
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
    HttpRequest wanted = request(server.url());
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
    HttpRequest wanted = request(server.url());
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
    const Result<HttpResponse> result = waitFor(client.send(request(server.url())));
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
    HttpRequest wanted = request(server.url());
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
    HttpRequest wanted = request(server.url());
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
        HttpRequest wanted = request(server.url());
        wanted.deadline = 250ms;
        const Result<HttpResponse> result = waitFor(client.send(wanted));
        // Internal: the future never ended.
        QVERIFY(result || result.error().kind != ErrorKind::Internal);
    }
}

ACX_TEST_MAIN(TestHttpFaults)
#include "test_http_faults.moc"
