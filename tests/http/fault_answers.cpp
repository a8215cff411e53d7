// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/http/fault_answers.h"

#include <zlib.h>

using namespace std::chrono_literals;

namespace acx {

QByteArray tale(const Result<HttpResponse> &result)
{
    const Error error = !result ? result.error() : result->problem.value_or(Error());
    return (error.message() + u'\n' + error.details()).toUtf8();
}

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

QByteArray head(const QList<QByteArray> &lines, const QByteArray &status)
{
    QByteArray out = "HTTP/1.1 " + status + "\r\n";
    for (const QByteArray &line : lines)
        out += line + "\r\n";
    return out + "\r\n";
}

HttpRequest patientRequest(const QUrl &url)
{
    HttpRequest request;
    request.url = url;
    request.deadline = 20s;
    request.idleLimit = 20s;
    return request;
}

} // namespace acx
