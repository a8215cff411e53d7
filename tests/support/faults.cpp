// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/faults.h"

#include <QFile>
#include <QTcpSocket>
#include <QTimer>

#include <algorithm>
#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>
#include <zlib.h>

using namespace std::chrono_literals;

namespace acx {
namespace {

QByteArray deflated(qint64 size, const std::function<QByteArray(qint64)> &next)
{
    z_stream z{};
    deflateInit2(&z, Z_BEST_COMPRESSION, Z_DEFLATED, 15 + 16, 9, Z_DEFAULT_STRATEGY);
    QByteArray out;
    QByteArray room(64 * 1024, '\0');
    for (qint64 done = 0; done <= size;) {
        QByteArray in = next(done);
        const bool isLast = done + in.size() >= size;
        done += in.isEmpty() ? 1 : in.size();
        z.next_in = reinterpret_cast<Bytef *>(in.data());
        z.avail_in = static_cast<uInt>(in.size());
        do {
            z.next_out = reinterpret_cast<Bytef *>(room.data());
            z.avail_out = static_cast<uInt>(room.size());
            deflate(&z, isLast ? Z_FINISH : Z_NO_FLUSH);
            out.append(room.constData(), room.size() - static_cast<qsizetype>(z.avail_out));
        } while (z.avail_out == 0);
        if (isLast)
            break;
    }
    deflateEnd(&z);
    return out;
}

/// Writes `piece` whenever there is room, `count` times; -1 = without end.
void pour(QTcpSocket &socket, const QByteArray &piece, int count)
{
    const auto left = std::make_shared<int>(count);
    const auto more = [&socket, piece, left] {
        while (*left != 0 && socket.bytesToWrite() < piece.size()) {
            *left -= *left > 0 ? 1 : 0;
            socket.write(piece);
        }
    };
    QObject::connect(&socket, &QTcpSocket::bytesWritten, &socket, more);
    more();
}

} // namespace

QByteArray goodBody()
{
    return "{\"good\":true}";
}

void heal(FaultServer &server)
{
    server.hangUp(); // a connection that stands goes on as it began
    server.setRawHandler({});
    server.setHandler(answering(httpAnswer(200, goodBody())));
    server.listenAgain();
}

Fault blackHole()
{
    return [](FaultServer &server) { server.setRawHandler([](QTcpSocket &) {}); };
}

Fault refusing()
{
    return [](FaultServer &server) { server.close(); };
}

Fault dripping(const QByteArray &start, const QByteArray &piece, std::chrono::milliseconds pause)
{
    return [=](FaultServer &server) {
        server.setHandler([=](QTcpSocket &socket, const RecordedRequest &) {
            socket.write(start);
            if (pause == 0ms)
                return pour(socket, piece, -1);
            auto *timer = new QTimer(&socket);
            QObject::connect(timer, &QTimer::timeout, &socket, [&socket, piece] {
                if (socket.isOpen()) // hung up, and not gone yet
                    socket.write(piece);
            });
            timer->start(pause);
        });
    };
}

Fault sending(const QByteArray &bytes)
{
    return [bytes](FaultServer &server) { server.setHandler(answering(bytes)); };
}

Fault sendingThenClosing(const QByteArray &bytes)
{
    return [bytes](FaultServer &server) { server.setHandler(answeringThenClosing(bytes)); };
}

Fault sendingThenReset(const QByteArray &bytes)
{
    return [bytes](FaultServer &server) { server.setHandler(answeringThenReset(bytes)); };
}

Fault sendingWithoutGoodbye(const QByteArray &bytes)
{
    return [bytes](FaultServer &server) {
        server.setHandler([bytes](QTcpSocket &socket, const RecordedRequest &) {
            socket.write(bytes);
            socket.flush();
            ::shutdown(static_cast<int>(socket.socketDescriptor()), SHUT_WR);
        });
    };
}

Fault answeringEarly(const QByteArray &bytes)
{
    return [bytes](FaultServer &server) {
        server.setRawHandler([bytes](QTcpSocket &socket) {
            QObject::connect(&socket, &QTcpSocket::readyRead, &socket, [&socket, bytes] {
                if (!socket.property("answered").toBool())
                    socket.write(bytes);
                socket.setProperty("answered", true);
            });
        });
    };
}

Fault streaming(const QByteArray &head, const QByteArray &piece, int count)
{
    return [=](FaultServer &server) {
        server.setHandler([=](QTcpSocket &socket, const RecordedRequest &) {
            socket.write(head);
            pour(socket, piece, count);
        });
    };
}

QByteArray gzip(const QByteArray &plain)
{
    return deflated(plain.size(), [&plain](qint64) { return plain; });
}

QByteArray gzipBomb(qint64 size)
{
    const QByteArray zeros(1'000'000, '\0');
    return deflated(size, [&zeros, size](qint64 done) { return zeros.first(std::min(zeros.size(), size - done)); });
}

QByteArray head(const QList<QByteArray> &lines, const QByteArray &status)
{
    QByteArray out = "HTTP/1.1 " + status + "\r\n";
    for (const QByteArray &line : lines)
        out += line + "\r\n";
    return out + "\r\n";
}

QByteArray lengthLine(qint64 length)
{
    return "Content-Length: " + QByteArray::number(length);
}

LostSyn::LostSyn()
{
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    socklen_t length = sizeof address;
    m_server = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    if (::bind(m_server, reinterpret_cast<sockaddr *>(&address), length) != 0 || ::listen(m_server, 0) != 0 ||
        ::getsockname(m_server, reinterpret_cast<sockaddr *>(&address), &length) != 0)
        qFatal("a queue of connections cannot be filled");
    m_port = ntohs(address.sin_port);
    for (int i = 0; i < 4; ++i) {
        const int client = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0);
        ::connect(client, reinterpret_cast<sockaddr *>(&address), length);
        m_waiting << client;
    }
}

LostSyn::~LostSyn()
{
    for (const int client : std::as_const(m_waiting))
        ::close(client);
    ::close(m_server);
}

qint64 peakMemory()
{
    QFile status(QStringLiteral("/proc/self/status"));
    if (!status.open(QIODevice::ReadOnly))
        return 0;
    const QList<QByteArray> lines = status.readAll().split('\n');
    for (const QByteArray &line : lines) {
        if (line.startsWith("VmHWM:"))
            return line.sliced(6).trimmed().split(' ').first().toLongLong() * 1024;
    }
    return 0;
}

void forgetPeakMemory()
{
    QFile file(QStringLiteral("/proc/self/clear_refs"));
    if (file.open(QIODevice::WriteOnly))
        file.write("5"); // resets VmHWM to what is held now (proc(5))
}

} // namespace acx
