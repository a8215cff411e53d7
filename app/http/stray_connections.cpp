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

namespace acx {
namespace {

constexpr std::chrono::milliseconds moment{500};
constexpr int patience = 2; // moments in which a thread that hears of an abort has closed its connection and said so

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
    : m_uses(std::make_shared<UseList>())
{
    m_timer.setInterval(moment);
    connect(&m_timer, &QTimer::timeout, this, &StrayConnections::look);
}

StrayConnections::~StrayConnections()
{
    for (const Stray &stray : std::as_const(m_strays))
        endConnections(m_addresses.value(stray.end().host), stray.end().port);
}

StrayConnections::Use StrayConnections::use(const ConnectionPeer &server, const void *thread)
{
    m_uses->append({server, thread});
    return {this, [uses = m_uses, server, thread](const void *) { uses->removeOne({server, thread}); }};
}

void StrayConnections::learn(const QString &host)
{
    if (const QHostAddress literal(host); !literal.isNull()) {
        m_addresses.insert(host, {literal});
        return;
    }
    // Qt has just asked for the same name and knows the answer.
    QHostInfo::lookupHost(host, this, [this, host](const QHostInfo &found) {
        if (!found.addresses().isEmpty())
            m_addresses.insert(host, found.addresses());
    });
}

quint64 StrayConnections::endLater(const ConnectionPeer &server, const void *thread, const ConnectionPeer &throughProxy)
{
    const Stray stray{server, thread, throughProxy, ++m_latest};
    m_strays.removeIf([&stray](const Stray &known) {
        return known.server == stray.server && known.thread == stray.thread && known.proxy == stray.proxy;
    });
    m_strays.append(stray);
    if (!m_addresses.contains(stray.end().host))
        learn(stray.end().host);
    if (!m_timer.isActive())
        m_timer.start();
    return stray.number;
}

void StrayConnections::forget(quint64 stray)
{
    m_strays.removeIf([stray](const Stray &known) { return known.number == stray; });
}

/// Whether a connection to the same place may belong to an exchange that is under way.
bool StrayConnections::mayBeOther(const Stray &stray) const
{
    return std::ranges::any_of(*m_uses, [&](const auto &use) {
        const auto &[server, thread] = use;
        return thread != stray.thread && (!stray.proxy.host.isEmpty() || mayShareAddress(server, stray.server));
    });
}

/// Two names may stand for one address.
bool StrayConnections::mayShareAddress(const ConnectionPeer &one, const ConnectionPeer &other) const
{
    if (one.port != other.port || one == other)
        return one == other;
    const QList<QHostAddress> ofOne = m_addresses.value(one.host);
    const QList<QHostAddress> ofOther = m_addresses.value(other.host);
    return ofOne.isEmpty() || ofOther.isEmpty() ||
           std::ranges::any_of(ofOne, [&](const QHostAddress &address) { return ofOther.contains(address); });
}

void StrayConnections::look()
{
    for (Stray &stray : m_strays)
        ++stray.looks;
    // Until their addresses are known, nothing is ended that may be theirs.
    const bool anyDirect = std::ranges::any_of(m_strays, [](const Stray &stray) { return stray.proxy.host.isEmpty(); });
    const UseList uses = anyDirect ? *m_uses : UseList();
    for (const auto &[server, thread] : uses) {
        if (!m_addresses.contains(server.host))
            learn(server.host);
    }
    m_strays.removeIf([this](const Stray &stray) {
        const QList<QHostAddress> addresses = m_addresses.value(stray.end().host);
        if (stray.looks < patience || addresses.isEmpty() || mayBeOther(stray))
            return false;
        endConnections(addresses, stray.end().port);
        return true;
    });
    if (m_strays.isEmpty())
        m_timer.stop();
}

} // namespace acx
