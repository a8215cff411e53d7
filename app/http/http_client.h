// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/http/http_message.h"
#include "app/http/trust.h"

#include <QFuture>
#include <QNetworkProxy>
#include <QObject>

#include <memory>
#include <optional>

namespace acx {

class Clock;

/// How requests leave this machine. Loopback addresses never go through a proxy, whatever is set here.
struct ProxySettings
{
    enum class Mode { System, None, Http, Socks5 };
    Mode mode = Mode::System;
    QString host;
    quint16 port = 0;
    QString user;
    Secret password; ///< from the keychain; never in a settings file
};

/// The one place that decides about redirects, TLS, proxies, timeouts, size limits and logging; nobody else owns a
/// QNetworkAccessManager. Lives as long as the application. Not thread-safe: use from the thread it was made in.
class HttpClient final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(HttpClient)

public:
    explicit HttpClient(const Clock &clock, QObject *parent = nullptr);
    ~HttpClient() override;

    void setProxy(const ProxySettings &settings);
    void setTrust(const TrustSettings &settings);
    /// Requests wait for this before they leave, and their deadlines begin then: what they need is on its way.
    void holdUntil(const QFuture<Status> &ready);

    /// The certificate behind an Error of kind Tls with this sentence, if a pin for its host and port would make it
    /// trusted. Only the last ones are remembered.
    [[nodiscard]] std::optional<RefusedCertificate> refusedCertificate(const QString &sentence) const;

    /// Sends one request. Every answer with a status is a value, also 4xx and 5xx, and one that was cut short by the
    /// connection, a deadline or the size limit: then with `problem`. An Error means that there was no usable answer
    /// (kinds InvalidInput, Cancelled, Timeout, Network, Tls, Proxy, Redirect, UnknownOutcome, Disk). Plain http is
    /// refused except to loopback addresses. Errors and log lines are redacted. What continues the future itself,
    /// rather than by deliver(), runs within the client and must not destroy it.
    [[nodiscard]] QFuture<Result<HttpResponse>> send(HttpRequest request);

Q_SIGNALS:
    /// A request has just ended at a certificate that a pin for its host and port would make trusted.
    void certificateRefused(const acx::RefusedCertificate &certificate);

private:
    class Private;
    std::unique_ptr<Private> d;
};

/// Product name and version, as sent in User-Agent.
[[nodiscard]] QByteArray userAgent();

/// Certificates named by SSL_CERT_FILE and SSL_CERT_DIR.
[[nodiscard]] QList<QSslCertificate> environmentAuthorities();

} // namespace acx
