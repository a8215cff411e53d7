// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/fault_server.h"

#include <QList>

#include <chrono>

namespace acx {

/// The named ways in which a FaultServer misbehaves. Each function sets the server up; heal() makes it good again.
using Fault = std::function<void(FaultServer &)>;

/// Ends the connections that stand, and answers 200 with `{"good":true}` from now on.
void heal(FaultServer &server);
/// What heal() answers.
[[nodiscard]] QByteArray goodBody();

/// Takes the connection and says nothing, whatever comes.
[[nodiscard]] Fault blackHole();
/// Nobody listens at the port.
[[nodiscard]] Fault refusing();
/// Sends `start`, then `piece` again and again; with no pause, as fast as it is taken.
[[nodiscard]] Fault dripping(const QByteArray &start, const QByteArray &piece, std::chrono::milliseconds pause);
/// Sends these bytes and leaves the connection open, closes it in an orderly way, or resets it.
[[nodiscard]] Fault sending(const QByteArray &bytes);
[[nodiscard]] Fault sendingThenClosing(const QByteArray &bytes);
[[nodiscard]] Fault sendingThenReset(const QByteArray &bytes);
/// TLS only: sends these bytes and ends the TCP connection without saying goodbye in TLS.
[[nodiscard]] Fault sendingWithoutGoodbye(const QByteArray &bytes);
/// Answers as soon as the first byte of a request is there.
[[nodiscard]] Fault answeringEarly(const QByteArray &bytes);
/// Sends `head`, then `count` times `piece`, as fast as it is taken.
[[nodiscard]] Fault streaming(const QByteArray &head, const QByteArray &piece, int count);

[[nodiscard]] QByteArray gzip(const QByteArray &plain);
/// `size` zero bytes as gzip, made without holding them.
[[nodiscard]] QByteArray gzipBomb(qint64 size);
/// The head of an answer with these header lines.
[[nodiscard]] QByteArray head(const QList<QByteArray> &lines, const QByteArray &status = "200 OK");

/// A port whose queue of connections is full: the SYN of whoever comes next is lost.
class LostSyn final
{
public:
    LostSyn();
    ~LostSyn();
    Q_DISABLE_COPY_MOVE(LostSyn)
    [[nodiscard]] quint16 port() const { return m_port; }

private:
    int m_server = -1;
    QList<int> m_waiting;
    quint16 m_port = 0;
};

/// The most memory that this process held since the last call, in bytes; 0 where nobody can tell.
[[nodiscard]] qint64 peakMemory();
void forgetPeakMemory();

// Header lines.
inline const QByteArray jsonType = QByteArrayLiteral("Content-Type: application/json");
inline const QByteArray textType = QByteArrayLiteral("Content-Type: text/plain");
inline const QByteArray chunkedCoding = QByteArrayLiteral("Transfer-Encoding: chunked");
inline const QByteArray gzipCoding = QByteArrayLiteral("Content-Encoding: gzip");
[[nodiscard]] QByteArray lengthLine(qint64 length);

} // namespace acx
