// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/fault_matrix.h"

#include <QRandomGenerator>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace acx {
namespace {

constexpr auto often = 20ms;

void addConnections(QList<FaultRow> &rows)
{
    rows << FaultRow{"F2 connection refused", refusing(), Ends::NoAnswer, {}, u"refused the connection"_s}
         << FaultRow{"F3 silent server",
                     blackHole(),
                     Ends::NoAnswer,
                     {},
                     u"did not answer"_s,
                     "GET",
                     ErrorKind::Timeout,
                     0,
                     true}
         << FaultRow{"F4 slow headers",
                     dripping("HTTP/1.1 200 OK\r\n", "X", often),
                     Ends::NoAnswer,
                     {},
                     u"did not answer"_s,
                     "GET",
                     ErrorKind::Timeout,
                     0,
                     true}
         << FaultRow{"F4 endless headers",
                     dripping("HTTP/1.1 200 OK\r\n", "X-More: and more\r\n", 5ms),
                     Ends::NoAnswer,
                     {},
                     u"did not answer"_s,
                     "GET",
                     ErrorKind::Timeout,
                     0,
                     true}
         << FaultRow{"F5 dripping body",
                     dripping(head({textType, lengthLine(100'000)}), "x", often),
                     Ends::LateAnswer,
                     {},
                     u"not complete"_s,
                     "GET",
                     ErrorKind::Timeout,
                     200,
                     true}
         << FaultRow{"F5 body that stops",
                     sending(head({textType, lengthLine(10)}) + "12345"),
                     Ends::LateAnswer,
                     "12345",
                     u"5 bytes"_s,
                     "GET",
                     ErrorKind::Timeout,
                     200,
                     true}
         << FaultRow{"F6 closed before any byte",
                     sendingThenClosing(""),
                     Ends::NoAnswer,
                     {},
                     u"closed the connection without an answer"_s}
         << FaultRow{"F6 reset before any byte",
                     sendingThenReset(""),
                     Ends::NoAnswer,
                     {},
                     u"closed the connection without an answer"_s}
         << FaultRow{"F6 closed after the status line",
                     sendingThenClosing("HTTP/1.1 200 OK\r\n"),
                     Ends::NoAnswer,
                     {},
                     u"closed the connection without an answer"_s}
         << FaultRow{"F6 reset in the body", sendingThenReset(head({textType, lengthLine(10)}) + "12345"),
                     Ends::Incomplete, "12345", u"5 of 10 bytes"_s}
         // Qt often hands on the loss of chunks as their end. Then the JSON that breaks off tells it; both sentences
         // say how much came.
         << FaultRow{"F6 reset in a chunked body",
                     sendingThenReset(head({jsonType, chunkedCoding}) + "5\r\n{\"a\":\r\n"), Ends::Incomplete,
                     "{\"a\":", u"after 5 "_s} // Without a length, a reset cannot be told from an orderly end.
         << FaultRow{"F9 unframed JSON, reset", sendingThenReset(head({jsonType}) + "{\"a\":"), Ends::Incomplete,
                     "{\"a\":", u"after 5 "_s}
         << FaultRow{"F9 unframed text, reset", sendingThenReset(head({textType}) + "12345"), Ends::NotWhole, "12345"};
}

void addFraming(QList<FaultRow> &rows)
{
    const auto row = [&rows](const QByteArray &name, const QByteArray &answer, Ends ends, const QByteArray &kept = {},
                             const QString &words = {}) {
        rows << FaultRow{name, sendingThenClosing(answer), ends, kept, words};
    };
    const QString notJson = u"incomplete or not JSON"_s;
    const QByteArray otherLine = "Server: test";
    const QString contradiction = u"contradicts itself about its length"_s;
    row("F7 shorter than Content-Length", head({textType, lengthLine(10)}) + "12345", Ends::Incomplete, "12345",
        u"5 of 10 bytes"_s);
    row("F7 chunked body cut", head({textType, chunkedCoding}) + "5\r\n12345\r\n", Ends::NotWhole, "12345");
    row("F7 chunked body cut in a chunk", head({textType, chunkedCoding}) + "9\r\n12345", Ends::NotWhole, "12345");
    row("F7 chunked JSON cut", head({jsonType, chunkedCoding}) + "5\r\n{\"a\":\r\n", Ends::Incomplete, "{\"a\":");
    row("F8 chunk size not hexadecimal", head({textType, chunkedCoding}) + "zz\r\n12345\r\n0\r\n\r\n", Ends::Incomplete,
        {}, u"none came"_s);
    row("F8 chunks without content", head({textType, chunkedCoding}) + "0\r\n\r\n", Ends::Incomplete, {},
        u"none came"_s);
    row("F8 no chunks for 204", head({chunkedCoding}, "204 No Content") + "0\r\n\r\n", Ends::Whole);
    rows.last().status = 204;
    row("F8 no chunks for HEAD", head({textType, chunkedCoding}), Ends::Whole);
    rows.last().method = "HEAD";
    row("F9 unframed JSON, whole", head({jsonType}) + "{\"a\":1}", Ends::Whole, "{\"a\":1}");
    row("F9 unframed JSON, cut", head({jsonType}) + "{\"a\":", Ends::Incomplete, "{\"a\":", notJson);
    row("F9 unframed JSON, nothing", head({jsonType}), Ends::Incomplete, {}, notJson);
    row("F9 object without Content-Type, cut", head({otherLine}) + "{\"a\":", Ends::Incomplete, "{\"a\":", notJson);
    row("F9 list without Content-Type, cut", head({otherLine}) + "  [1,2", Ends::Incomplete, "  [1,2", notJson);
    row("F9 list without Content-Type, whole", head({otherLine}) + "[1,2]", Ends::Whole, "[1,2]");
    row("F9 JSON of another name, cut", head({"Content-Type: application/problem+json; charset=utf-8"}) + "[1,",
        Ends::Incomplete, "[1,", notJson);
    row("F9 unframed text", head({textType}) + "12345", Ends::Unconfirmed, "12345");
    const auto part = [&](const QByteArray &name, const QByteArray &answer, Ends ends) {
        row(name, answer, ends, "{\"a\":");
        rows.last().status = 206;
    };
    const QByteArray partial = "206 Partial Content";
    part("F9 part of JSON", head({jsonType, lengthLine(5)}, partial) + "{\"a\":", Ends::Whole);
    part("F9 part of JSON, unframed", head({jsonType}, partial) + "{\"a\":", Ends::Unconfirmed);
    part("F7 part of JSON, cut", head({jsonType, lengthLine(9)}, partial) + "{\"a\":", Ends::Incomplete);
    row("F10 Content-Length too short", head({jsonType, lengthLine(5)}) + "{\"a\":1}", Ends::Incomplete,
        "{\"a\":", notJson);
    row("F10 Content-Length negative", head({textType, lengthLine(-5)}) + "12345", Ends::Incomplete, "12345",
        contradiction);
    row("F10 Content-Length no number", head({textType, "Content-Length: five"}) + "12345", Ends::Incomplete, "12345",
        contradiction);
    row("F10 Content-Length twice, different", head({textType, lengthLine(5), lengthLine(7)}) + "12345",
        Ends::Incomplete, "12345", contradiction);
    row("F10 Content-Length twice, equal", head({textType, lengthLine(5), lengthLine(5)}) + "12345", Ends::Whole,
        "12345");
}

void addCompression(QList<FaultRow> &rows)
{
    const QByteArray plain = "{\"a\":\"" + QByteArray(50'000, 'x') + "\"}";
    const QByteArray packed = gzip(plain);
    const auto framed = [](const QByteArray &body) {
        return sending(head({jsonType, gzipCoding, lengthLine(body.size())}) + body);
    };
    const QString cut = u"is cut short"_s;
    rows << FaultRow{"F11 gzip, whole", framed(packed), Ends::Whole, plain}
         << FaultRow{"F11 truncated gzip", framed(packed.chopped(9)), Ends::Incomplete, {}, cut}
         << FaultRow{"F11 truncated gzip, text",
                     sendingThenClosing(head({textType, gzipCoding}) + packed.chopped(20)),
                     Ends::Incomplete,
                     {},
                     cut}
         << FaultRow{"F11 gzip without its checksum", framed(packed.chopped(8)), Ends::Incomplete, {}, cut}
         << FaultRow{"F11 unframed gzip, whole", sendingThenClosing(head({jsonType, gzipCoding}) + packed), Ends::Whole,
                     plain}
         << FaultRow{"F12 gzip header, other content", framed("{}"), Ends::Incomplete, "{}",
                     u"could not be decompressed"_s};
}

void addStatuses(QList<FaultRow> &rows)
{
    const auto row = [&rows](const QByteArray &name, const QByteArray &answer, Ends ends, int status,
                             const QString &words = {}) {
        rows << FaultRow{name, sending(answer), ends, {}, words};
        rows.last().status = status;
    };
    row("F16 redirect loop", head({"Location: /again", lengthLine(0)}, "302 Found"), Ends::Refusal, 302, u"/again"_s);
    row("F17 redirect to file:", head({"Location: file:///etc/passwd", lengthLine(0)}, "302 Found"), Ends::Refusal, 302,
        u"file:///etc/passwd"_s);
    row("F17 redirect to ftp:", head({"Location: ftp://h.example/x", lengthLine(0)}, "301 Moved"), Ends::Refusal, 301,
        u"ftp://h.example/x"_s);
    row("F17 redirect to data:", head({"Location: data:text/plain,x", lengthLine(0)}, "307 Moved"), Ends::Refusal, 307,
        u"data:text/plain,x"_s);
    row("F17 redirect to javascript:", head({"Location: javascript:alert(1)", lengthLine(0)}, "303 See"), Ends::Refusal,
        303, u"javascript:alert(1)"_s);
    row("F21 429 without Retry-After", httpAnswer(429, "{}"), Ends::Refusal, 429, u"too many requests"_s);
    row("F22 500 with HTML",
        httpAnswer(500, "<html><head><title>Sorry page</title></head><body>x</body></html>",
                   {"Content-Type: text/html"}),
        Ends::Refusal, 500, u"fault of its own (HTTP 500)"_s);
    row("F22 500 with HTML called JSON", httpAnswer(500, "<html><title>Sorry page</title></html>"), Ends::Refusal, 500,
        u"fault of its own (HTTP 500)"_s);
    row("F22 400 with text", httpAnswer(400, "No such thing.\nLine two", {textType}), Ends::Refusal, 400,
        u"No such thing."_s);
    row("F22 403 with an empty body", httpAnswer(403, "", {}), Ends::Refusal, 403, u"HTTP 403"_s);
    row("F22 502 with an empty body", httpAnswer(502, "", {}), Ends::Refusal, 502, u"HTTP 502"_s);
    row("F22 400 with JSON of another shape", httpAnswer(400, R"([{"x":[1,2]},null,"odd"])"), Ends::Refusal, 400,
        u"odd"_s);
    row("F22 400 with a cut JSON body", httpAnswer(400, R"({"errorCode": "BX)"), Ends::Refusal, 400, {});
    row("F23 204", head({}, "204 No Content"), Ends::Whole, 204);
    row("F23 205", head({lengthLine(0)}, "205 Reset Content"), Ends::Whole, 205);
    row("F23 304", head({}, "304 Not Modified"), Ends::Refusal, 304);
    row("F23 empty 200", head({jsonType, lengthLine(0)}), Ends::Whole, 200);
    row("F23 100 before the answer", "HTTP/1.1 100 Continue\r\n\r\n" + httpAnswer(200, "{}"), Ends::Whole, 200);
    rows.last().kept = "{}";
    row("F23 103 before the answer", "HTTP/1.1 103 Early Hints\r\nLink: </a>\r\n\r\n" + httpAnswer(200, "{}"),
        Ends::Anyhow, 200);
    row("F23 HEAD", head({jsonType, lengthLine(1000)}), Ends::Whole, 200);
    rows.last().method = "HEAD";
}

void addNoise(QList<FaultRow> &rows)
{
    rows << FaultRow{"F30 bare LF", sendingThenClosing("HTTP/1.1 200 OK\nContent-Length: 2\n\n{}"), Ends::Whole, "{}"}
         << FaultRow{"F30 64 KB header line",
                     sending(head({jsonType, "X: " + QByteArray(65'536, 'x'), lengthLine(2)}) + "{}"), Ends::Whole,
                     "{}"}
         << FaultRow{"F30 another protocol", sendingThenClosing("220 mail.example ESMTP\r\n\r\n"), Ends::NoSuccess};
    const auto lost = [&rows](const QByteArray &name, const QByteArray &answer, Ends ends, const QByteArray &kept,
                              const QString &words = {}) {
        rows << FaultRow{"F30 " + name, sendingThenClosing(answer), ends, kept, words};
        rows.last().headersLost = true;
    };
    const QByteArray malformed = "no colon";
    QByteArrayList many{textType, lengthLine(10)};
    while (many.size() < 101)
        many << "X-" + QByteArray::number(many.size()) + ": x";
    QByteArrayList large{textType, lengthLine(10)};
    while (large.size() < 80)
        large << "X-" + QByteArray::number(large.size()) + ": " + QByteArray(4'000, 'x');
    lost("header without a colon, text cut", head({textType, lengthLine(10), malformed}) + "12345", Ends::Unconfirmed,
         "12345");
    lost("header with a blank in its name, text cut", head({textType, lengthLine(10), "X-Name : x"}) + "12345",
         Ends::Unconfirmed, "12345");
    lost("header without a colon, JSON", head({jsonType, lengthLine(7), malformed}) + "{\"a\":1}", Ends::Whole,
         "{\"a\":1}");
    lost("header without a colon, JSON cut", head({jsonType, lengthLine(7), malformed}) + "{\"a\":", Ends::Incomplete,
         "{\"a\":", u"incomplete or not JSON"_s);
    lost("101 headers, text cut", head(many) + "12345", Ends::Unconfirmed, "12345");
    lost("300 KB of headers, text cut", head(large) + "12345", Ends::Unconfirmed, "12345");
    rows << FaultRow{"F30 header without a colon, and the connection stays",
                     sending(head({textType, lengthLine(5), malformed}) + "12345"),
                     Ends::LateAnswer,
                     "12345",
                     u"not complete"_s,
                     "GET",
                     ErrorKind::Timeout,
                     200,
                     true,
                     true};
    many.removeLast();
    rows << FaultRow{"F30 100 headers", sendingThenClosing(head(many) + "1234567890"), Ends::Whole, "1234567890"};
    QRandomGenerator random(11);
    for (int round = 0; round < 20; ++round) {
        QByteArray answer = round % 2 == 0 ? httpAnswer(200, QByteArray(50, 'x')) : QByteArray();
        for (int i = random.bounded(1, 40); i > 0; --i)
            answer.insert(random.bounded(static_cast<int>(answer.size()) + 1), static_cast<char>(random.bounded(256)));
        rows << FaultRow{"F30 random bytes " + QByteArray::number(round), sendingThenClosing(answer), Ends::Anyhow};
    }
}

} // namespace

const QList<FaultRow> &faultMatrix()
{
    static const QList<FaultRow> all = [] {
        QList<FaultRow> rows;
        addConnections(rows);
        addFraming(rows);
        addCompression(rows);
        addStatuses(rows);
        addNoise(rows);
        return rows;
    }();
    return all;
}

void addFaultRows(const std::function<bool(const FaultRow &)> &wanted)
{
    QTest::addColumn<FaultRow>("row");
    for (const FaultRow &row : faultMatrix()) {
        if (wanted(row))
            QTest::newRow(row.name.constData()) << row;
    }
}

} // namespace acx
