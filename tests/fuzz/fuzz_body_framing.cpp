// SPDX-License-Identifier: GPL-3.0-or-later
// Header lines up to an empty one, then the body as it comes off the wire, in pieces of the size of its first byte.
#include "app/http/body_reader.h"
#include "app/http/http_date.h"
#include "tests/fuzz/target.h"

using namespace acx;

namespace {

constexpr qint64 mostBytes = 200'000;

HttpHeaders headersIn(const QByteArray &head)
{
    HttpHeaders headers;
    for (const QByteArray &line : head.split('\n')) {
        if (const qsizetype colon = line.indexOf(':'); colon > 0)
            headers.append({line.first(colon), line.sliced(colon + 1).trimmed()});
    }
    return headers;
}

} // namespace

int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const QByteArray bytes = inputBytes(data, size);
    const qsizetype blank = bytes.indexOf("\n\n");
    const QByteArray head = blank < 0 ? bytes : bytes.first(blank);
    const QByteArray body = blank < 0 ? QByteArray() : bytes.sliced(blank + 2);
    const HttpHeaders headers = headersIn(head);
    for (const HttpHeader &header : headers)
        (void)parseHttpDate(header.value);
    const BodyFraming framing = BodyFraming::of("GET", 200, headers);
    promise(!framing.length || *framing.length >= 0, "a length is never negative");
    promise(!framing.lengthInvalid || !framing.length, "a doubtful length is none");

    BodyReader reader(framing, mostBytes, mostBytes);
    const qsizetype piece = body.isEmpty() ? 1 : 1 + static_cast<unsigned char>(body.front());
    for (qsizetype at = 0; at < body.size() && !reader.isTooLarge(); at += piece) {
        reader.take(body.mid(at, piece));
        while (reader.hasWork())
            reader.work();
    }
    promise(reader.body().size() <= mostBytes, "no body grows beyond its limit");
    promise(framing.compressed || reader.isTooLarge() || reader.body().size() == body.size(), "plain bytes stay whole");
    promise(!(reader.compressionEnded() && reader.compressionFailed()), "a stream ends or fails");
    return 0;
}
