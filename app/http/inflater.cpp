// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/http/inflater.h"

#include <utility>
#include <zlib.h>

namespace acx {
namespace {

constexpr qsizetype pieceSize = qsizetype{64} * 1024; // bytes
constexpr int gzipOrZlib = 15 + 32;        // zlib's manual, inflateInit2: largest window, header detected

} // namespace

struct Inflater::Stream
{
    z_stream z{};
    QByteArray input;
    bool ended = false;
    bool failed = false;
};

Inflater::Inflater()
    : m_stream(std::make_unique<Stream>())
{
    m_stream->failed = inflateInit2(&m_stream->z, gzipOrZlib) != Z_OK;
}

Inflater::~Inflater()
{
    inflateEnd(&m_stream->z);
}

void Inflater::feed(QByteArray compressed)
{
    m_stream->input = std::move(compressed);
    m_stream->z.next_in = reinterpret_cast<Bytef *>(m_stream->input.data());
    m_stream->z.avail_in = static_cast<uInt>(m_stream->input.size());
}

bool Inflater::hasInput() const
{
    return m_stream->z.avail_in > 0 && !m_stream->failed;
}

QByteArray Inflater::next()
{
    Stream &s = *m_stream;
    if (s.failed || s.z.avail_in == 0)
        return {};
    if (s.ended) {
        // Another member may follow (RFC 1952, section 2.2); anything else after the end is padding.
        if (*s.z.next_in != 0x1f) {
            s.z.avail_in = 0;
            return {};
        }
        inflateReset(&s.z);
        s.ended = false;
    }
    QByteArray piece(pieceSize, Qt::Uninitialized);
    s.z.next_out = reinterpret_cast<Bytef *>(piece.data());
    s.z.avail_out = static_cast<uInt>(piece.size());
    const int outcome = inflate(&s.z, Z_NO_FLUSH);
    s.ended = outcome == Z_STREAM_END;
    s.failed = outcome != Z_OK && outcome != Z_STREAM_END && outcome != Z_BUF_ERROR;
    piece.truncate(piece.size() - static_cast<qsizetype>(s.z.avail_out));
    return piece;
}

bool Inflater::ended() const
{
    return m_stream->ended;
}

bool Inflater::failed() const
{
    return m_stream->failed;
}

} // namespace acx
