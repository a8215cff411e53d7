// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/http/http_message.h"
#include "app/http/inflater.h"

#include <memory>
#include <optional>

namespace acx {

/// How the headers of an answer framed its body.
struct BodyFraming
{
    bool hasBody = true; ///< false for HEAD, 1xx, 204, 205 and 304
    bool chunked = false;
    bool compressed = false;      ///< gzip or deflate
    bool lengthInvalid = false;   ///< Content-Length is negative, no number, or given twice with different values
    std::optional<qint64> length; ///< Content-Length in bytes

    [[nodiscard]] static BodyFraming of(const QByteArray &method, int status, const HttpHeaders &headers);
};

/// Takes the bytes of a body as they arrive, undoes compression, and knows afterwards whether they were all of it.
class BodyReader final
{
public:
    BodyReader(const BodyFraming &framing, qint64 memoryLimit, qint64 maxBytes);

    /// Only when hasWork() is false.
    void take(QByteArray raw);
    /// True while bytes that were taken wait for work().
    [[nodiscard]] bool hasWork() const;
    /// Decompresses at most 64 KiB, so that the caller can share the event loop.
    void work();

    [[nodiscard]] const ResponseBody &body() const { return m_body; }
    [[nodiscard]] qint64 rawBytes() const { return m_raw; }
    [[nodiscard]] const BodyFraming &framing() const { return m_framing; }
    [[nodiscard]] bool isTooLarge() const { return m_tooLarge; }
    [[nodiscard]] bool compressionFailed() const { return m_compressionFailed; }
    /// The end of the compressed stream was seen and its checksum is right.
    [[nodiscard]] bool compressionEnded() const { return m_inflater && m_inflater->ended(); }
    /// Set when the body could not be kept.
    [[nodiscard]] const std::optional<Error> &diskError() const { return m_diskError; }

private:
    void store(const QByteArray &bytes);
    void giveUpInflating();

    BodyFraming m_framing;
    ResponseBody m_body;
    qint64 m_maxBytes;
    qint64 m_raw = 0;
    std::unique_ptr<Inflater> m_inflater;
    QByteArray m_held; ///< compressed bytes before the first output, in case they are not compressed at all
    bool m_tooLarge = false;
    bool m_compressionFailed = false;
    std::optional<Error> m_diskError;
};

} // namespace acx
