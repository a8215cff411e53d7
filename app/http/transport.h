// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/http/handshake_wait.h"
#include "app/http/http_client.h"
#include "app/http/proxy_doors.h"
#include "app/http/stray_connections.h"
#include "app/http/system_proxies.h"

#include <QHash>
#include <QNetworkAccessManager>
#include <QSslConfiguration>

#include <functional>
#include <memory>
#include <optional>

namespace acx {

/// The managers of one HttpClient, and what all requests share: proxies and trust. A manager lives as long as the
/// settings it was made with, or longer while an exchange still holds it.
class Transport final
{
    Q_DISABLE_COPY_MOVE(Transport)

public:
    using Manager = std::shared_ptr<QNetworkAccessManager>;

    /// `owner` becomes the parent of the managers and must outlive this object.
    Transport(const Clock &clock, QObject *owner);

    void setProxy(const ProxySettings &settings);
    void setTrust(const TrustSettings &settings);
    void holdUntil(const QFuture<Status> &ready) { m_hold = ready; }
    /// What a request waits for before it begins; finished where there is nothing.
    [[nodiscard]] const QFuture<Status> &hold() const { return m_hold; }

    /// The shared manager, or for Repetition::Never one of its own: a fresh connection cannot turn out to be stale,
    /// which would leave the outcome of a request unknown that is never sent twice.
    [[nodiscard]] Manager manager(Repetition repetition);
    /// An exchange with the server of `url` is under way over the manager for as long as it has this.
    [[nodiscard]] StrayConnections::Use use(const Manager &manager, const QUrl &url)
    {
        return m_strays.use(serverOf(url), manager.get());
    }
    /// An exchange with the server of `url` is about to go over the manager, by TLS.
    [[nodiscard]] std::unique_ptr<HandshakeWait> handshake(const Manager &manager, const QUrl &url);
    /// Nothing new goes over this manager, by which an exchange with the server of `url` was given up: its thread may
    /// read headers that have no end, and then does nothing else. It is kept for a while, because its end would wait
    /// for that thread, and the connection is ended unless the thread answers. The reply has been aborted before.
    void retire(const Manager &manager, const QUrl &url);
    /// An exchange with the server of `url` takes long, and may come to be given up.
    void noteSlow(const QUrl &url) { m_strays.learn(endOf(url).host); }
    /// What https requests are made with. Reading the system's authorities takes up to a second, so it happens in
    /// another thread, once, and only when there is something to add to them.
    [[nodiscard]] QFuture<Result<QSslConfiguration>> tls();
    /// `shared` with the person's own certificate, if there is one for exactly this host and port.
    [[nodiscard]] QSslConfiguration tlsFor(const QSslConfiguration &shared, const QUrl &url) const;
    [[nodiscard]] const TrustSettings &trust() const { return m_trust; }

    void setRefusedHandler(std::function<void(const RefusedCertificate &)> handler)
    {
        m_onRefused = std::move(handler);
    }
    /// Remembers and tells what a person may be offered to trust after an Error with this sentence.
    void noteRefused(const QString &sentence, const RefusedCertificate &certificate);
    [[nodiscard]] std::optional<RefusedCertificate> refused(const QString &sentence) const;

    /// What has to be brought to setSystemProxies() before a request to `url` can go over a manager; none if nothing.
    [[nodiscard]] std::optional<SystemProxies::Answer> askSystem(const QUrl &url);
    void setSystemProxies(const QUrl &url, const QList<QNetworkProxy> &named);
    /// The proxy that a request to `url` uses; NoProxy if none.
    [[nodiscard]] QNetworkProxy proxyFor(const QUrl &url) const;
    [[nodiscard]] ProxyDoors &doors() { return m_doors; }
    [[nodiscard]] const Clock &clock() const { return m_clock; }

private:
    [[nodiscard]] static ConnectionPeer serverOf(const QUrl &url);
    [[nodiscard]] ConnectionPeer endOf(const QUrl &url) const;
    [[nodiscard]] Manager newManager() const;

    const Clock &m_clock;
    QObject *m_owner;
    ProxySettings m_proxy;
    std::shared_ptr<SystemProxies> m_system; ///< a manager may live longer than this object
    TrustSettings m_trust;
    Manager m_shared;
    QHash<QString, std::shared_ptr<Handshakes>> m_handshakes; ///< of the shared manager, by server
    QList<Manager> m_retired;                                 ///< the latest first
    StrayConnections m_strays;
    ProxyDoors m_doors;
    std::optional<QFuture<Result<QSslConfiguration>>> m_tls;
    QFuture<Status> m_hold; ///< finished from the beginning
    std::function<void(const RefusedCertificate &)> m_onRefused;
    QList<std::pair<QString, RefusedCertificate>> m_refused; ///< the latest first
};

} // namespace acx
