// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/http/endless_server.h"

#include <QString>

#include <arpa/inet.h>
#include <chrono>
#include <netinet/in.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace acx {
namespace {

constexpr int pollTime = 50; // milliseconds

/// False: the other end has closed the connection, even if it has no room for more of what was sent.
bool sendAll(int socket, QByteArrayView bytes, const std::atomic<bool> &isOver)
{
    while (!bytes.isEmpty() && !isOver) {
        pollfd ready{socket, POLLOUT | POLLRDHUP, 0};
        if (::poll(&ready, 1, pollTime) == 0)
            continue;
        if ((ready.revents & POLLOUT) != ready.revents)
            return false;
        const ssize_t sent = ::send(socket, bytes.data(), size_t(bytes.size()), MSG_NOSIGNAL | MSG_DONTWAIT);
        if (sent <= 0)
            return false;
        bytes = bytes.sliced(sent);
    }
    return bytes.isEmpty();
}

} // namespace

EndlessServer::EndlessServer()
    : m_listener(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0))
{
    sockaddr_in address = {};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    socklen_t size = sizeof address;
    auto *plain = reinterpret_cast<sockaddr *>(&address);
    if (::bind(m_listener, plain, size) != 0 || ::listen(m_listener, 8) != 0 ||
        ::getsockname(m_listener, plain, &size) != 0)
        qFatal("the server cannot listen");
    m_port = ntohs(address.sin_port);
    m_accepting = std::thread([this] { accept(); });
}

EndlessServer::~EndlessServer()
{
    m_isOver = true;
    m_accepting.join();
    for (std::thread &each : m_serving)
        each.join();
    ::close(m_listener);
}

QUrl EndlessServer::url(const QByteArray &target) const
{
    return QUrl(u"http://127.0.0.1:%1%2"_s.arg(m_port).arg(QString::fromLatin1(target)));
}

void EndlessServer::accept()
{
    while (!m_isOver) {
        pollfd waiting{m_listener, POLLIN, 0};
        if (::poll(&waiting, 1, pollTime) <= 0)
            continue;
        const int socket = ::accept4(m_listener, nullptr, nullptr, SOCK_CLOEXEC);
        if (socket < 0)
            continue;
        ++m_connected;
        m_serving.emplace_back([this, socket] {
            serve(socket);
            ::close(socket);
            --m_connected;
        });
    }
}

void EndlessServer::serve(int socket)
{
    QByteArray asked;
    while (!asked.contains("\r\n\r\n")) {
        char bytes[4096];
        const ssize_t count = ::recv(socket, bytes, sizeof bytes, 0);
        if (count <= 0)
            return;
        asked.append(bytes, count);
    }
    if (asked.contains(" /slow ")) {
        answer(socket);
        return;
    }
    const QByteArray lines =
        "X-More: and more and more and more and more and more and more and more\r\n"_ba.repeated(800);
    bool stands = sendAll(socket, "HTTP/1.1 200 OK\r\n", m_isOver);
    while (stands)
        stands = sendAll(socket, lines, m_isOver);
}

void EndlessServer::answer(int socket)
{
    while (!m_isReleased && !m_isOver) {
        pollfd hungUp{socket, POLLRDHUP, 0};
        if (::poll(&hungUp, 1, pollTime) > 0)
            return;
    }
    (void)sendAll(socket, "HTTP/1.1 200 OK\r\nConnection: close\r\nContent-Length: 2\r\n\r\n{}", m_isOver);
}

} // namespace acx
