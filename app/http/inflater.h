// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

#include <memory>

namespace acx {

/// Undoes gzip (RFC 1952) or zlib (RFC 1950) compression piece by piece. Qt's own inflation reports a truncated body as
/// complete and refuses honest, repetitive JSON.
class Inflater final
{
    Q_DISABLE_COPY_MOVE(Inflater)

public:
    Inflater();
    ~Inflater();

    /// Adds compressed bytes; only when hasInput() is false.
    void feed(QByteArray compressed);
    [[nodiscard]] bool hasInput() const;
    /// The next piece of at most 64 KiB; empty when more input is needed, the stream has ended or failed.
    [[nodiscard]] QByteArray next();
    /// True after the last byte of a whole stream, checksum included.
    [[nodiscard]] bool ended() const;
    [[nodiscard]] bool failed() const;

private:
    struct Stream;
    std::unique_ptr<Stream> m_stream;
};

} // namespace acx
