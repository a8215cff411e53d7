// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/http/fault_answers.h"
#include "tests/support/fake_clock.h"
#include "tests/support/test_main.h"
#include "tests/support/wait.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;
using namespace acx;

namespace {

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

} // namespace

Q_DECLARE_METATYPE(Fault)

/// Answers that are whole, cut, badly framed or malformed, and how each is told.
class TestHttpBodies final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".?"_s)); }
    void bodies_data();
    void bodies();

private:
    FakeClock m_clock;
};

void TestHttpBodies::bodies_data()
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

void TestHttpBodies::bodies()
{
    QFETCH(Fault, fault);
    const FaultServer::Handler handler = fault.ending == Ending::Keep    ? answering(fault.answer)
                                         : fault.ending == Ending::Close ? answeringThenClosing(fault.answer)
                                                                         : answeringThenReset(fault.answer);
    FaultServer server(handler);
    HttpClient client(m_clock);
    HttpRequest wanted = patientRequest(server.url());
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

ACX_TEST_MAIN(TestHttpBodies)
#include "test_http_bodies.moc"
