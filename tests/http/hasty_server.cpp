// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/http/hasty_server.h"

#include <QString>

#include <arpa/inet.h>
#include <array>
#include <netinet/in.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

namespace acx {
namespace {

constexpr int pollMs = 5;

sockaddr *plain(sockaddr_in &address)
{
    return reinterpret_cast<sockaddr *>(&address); // NOLINT(cppcoreguidelines-pro-type-reinterpret-cast): the system's
}

void waitSpinning(std::chrono::microseconds pause)
{
    // A sleeping thread wakes up later than the differences that matter here.
    const auto end = std::chrono::steady_clock::now() + pause;
    while (std::chrono::steady_clock::now() < end) {
    }
}

QByteArray whatCame(int peer)
{
    QByteArray all;
    std::array<char, 4096> chunk = {};
    while (true) {
        const ssize_t count = ::recv(peer, chunk.data(), chunk.size(), MSG_DONTWAIT);
        if (count <= 0)
            return all;
        all.append(chunk.data(), count);
    }
}

} // namespace

HastyServer::HastyServer(bool reset, std::chrono::microseconds pause)
    : m_listener(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0))
{
    sockaddr_in address = {};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    socklen_t length = sizeof address;
    if (::bind(m_listener, plain(address), length) != 0 || ::listen(m_listener, 16) != 0 ||
        ::getsockname(m_listener, plain(address), &length) != 0)
        qFatal("A test's server cannot listen.");
    m_port = ntohs(address.sin_port);
    m_thread = std::thread([this, reset, pause] { serve(reset, pause); });
}

HastyServer::~HastyServer()
{
    (void)stop();
    ::close(m_listener);
}

QUrl HastyServer::url(const QByteArray &target) const
{
    return QUrl(QStringLiteral("http://127.0.0.1:%1").arg(m_port) + QString::fromUtf8(target));
}

QList<QByteArray> HastyServer::stop()
{
    m_stopping = true;
    if (m_thread.joinable())
        m_thread.join();
    return m_received;
}

void HastyServer::serve(bool reset, std::chrono::microseconds pause)
{
    pollfd listener = {.fd = m_listener, .events = POLLIN, .revents = 0};
    // Only after a whole turn without a connection: whatever connects again does so at once.
    while (true) {
        if (::poll(&listener, 1, pollMs) <= 0) {
            if (m_stopping)
                return;
            continue;
        }
        const int peer = ::accept4(m_listener, nullptr, nullptr, SOCK_CLOEXEC);
        waitSpinning(pause);
        m_received += whatCame(peer);
        const linger hard = {.l_onoff = 1, .l_linger = 0};
        if (reset)
            ::setsockopt(peer, SOL_SOCKET, SO_LINGER, &hard, sizeof hard);
        ::close(peer);
    }
}

} // namespace acx
