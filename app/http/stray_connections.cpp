// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/http/stray_connections.h"

#include <QHostInfo>

#include <algorithm>
#include <charconv>
#include <chrono>
#include <filesystem>
#include <system_error>
#include <utility>

#ifdef Q_OS_LINUX
#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/socket.h>
#endif

using namespace Qt::StringLiterals;

namespace acx {
namespace {

constexpr std::chrono::milliseconds moment{500}; // in which a thread that hears of an abort has closed its connection

QString keyOf(const ConnectionPeer &peer)
{
    return u"%1:%2"_s.arg(peer.host.toLower()).arg(peer.port);
}

#ifdef Q_OS_LINUX
bool leadsTo(int descriptor, const QList<QHostAddress> &addresses, quint16 port)
{
    sockaddr_storage peer = {};
    socklen_t size = sizeof peer;
    if (::getpeername(descriptor, reinterpret_cast<sockaddr *>(&peer), &size) != 0)
        return false; // no socket, or not connected
    quint16 peerPort = 0;
    if (peer.ss_family == AF_INET)
        peerPort = ntohs(reinterpret_cast<const sockaddr_in &>(peer).sin_port);
    else if (peer.ss_family == AF_INET6)
        peerPort = ntohs(reinterpret_cast<const sockaddr_in6 &>(peer).sin6_port);
    if (peerPort != port || port == 0)
        return false;
    const QHostAddress address(reinterpret_cast<const sockaddr *>(&peer));
    return std::ranges::any_of(addresses, [&address](const QHostAddress &known) {
        return known.isEqual(address, QHostAddress::ConvertV4MappedToIPv4);
    });
}

void endConnections(const QList<QHostAddress> &addresses, quint16 port)
{
    std::error_code failure;
    std::filesystem::directory_iterator entry("/proc/self/fd", failure);
    for (; !failure && entry != std::filesystem::directory_iterator(); entry.increment(failure)) {
        const std::string name = entry->path().filename().string();
        int descriptor = -1;
        std::from_chars(name.data(), name.data() + name.size(), descriptor);
        // Whoever reads from it is told that nothing more comes, and closes it.
        if (descriptor >= 0 && leadsTo(descriptor, addresses, port))
            ::shutdown(descriptor, SHUT_RDWR);
    }
}
#else
void endConnections(const QList<QHostAddress> &, quint16) {}
#endif

} // namespace

StrayConnections::StrayConnections()
    : m_uses(std::make_shared<QMultiHash<QString, const void *>>())
{
    m_timer.setInterval(moment);
    connect(&m_timer, &QTimer::timeout, this, &StrayConnections::look);
}

StrayConnections::~StrayConnections()
{
    for (const Stray &stray : std::as_const(m_strays))
        endConnections(stray.addresses, stray.end().port);
}

StrayConnections::Use StrayConnections::use(const ConnectionPeer &server, const void *thread)
{
    const QString key = keyOf(server);
    m_uses->insert(key, thread);
    return {this, [uses = m_uses, key, thread](const void *) {
                if (const auto use = uses->constFind(key, thread); use != uses->cend())
                    uses->erase(use);
            }};
}

void StrayConnections::endLater(const ConnectionPeer &server, const void *thread, const ConnectionPeer &throughProxy)
{
    Stray stray{server, thread, throughProxy, {}};
    const ConnectionPeer end = stray.end();
    m_strays.removeIf([&stray](const Stray &known) {
        return known.server == stray.server && known.thread == stray.thread && known.proxy == stray.proxy;
    });
    m_timer.start();
    if (const QHostAddress literal(end.host); !literal.isNull()) {
        stray.addresses = {literal};
        m_strays.append(stray);
        return;
    }
    m_strays.append(stray);
    // Qt has just asked for the same name and knows the answer.
    QHostInfo::lookupHost(end.host, this, [this, end](const QHostInfo &found) {
        for (Stray &known : m_strays) {
            if (known.end() == end)
                known.addresses = found.addresses();
        }
        m_strays.removeIf([&end](const Stray &known) { return known.end() == end && known.addresses.isEmpty(); });
    });
}

/// Whether a connection to the same place may belong to an exchange that is under way.
bool StrayConnections::mayBeOther(const Stray &stray) const
{
    const auto isOther = [&stray](const void *thread) { return thread != stray.thread; };
    const QList<const void *> threads =
        stray.proxy.host.isEmpty() ? m_uses->values(keyOf(stray.server)) : m_uses->values();
    return std::ranges::any_of(threads, isOther);
}

void StrayConnections::look()
{
    m_strays.removeIf([this](const Stray &stray) {
        if (stray.addresses.isEmpty() || mayBeOther(stray))
            return false;
        endConnections(stray.addresses, stray.end().port);
        return true;
    });
    if (m_strays.isEmpty())
        m_timer.stop();
}

} // namespace acx
