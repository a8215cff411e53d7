// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/result.h"

#include <QByteArrayList>
#include <QDeadlineTimer>
#include <QElapsedTimer>
#include <QFuture>
#include <QHash>
#include <QNetworkProxy>
#include <QUrl>

#include <optional>

QT_BEGIN_NAMESPACE
class QObject;
QT_END_NAMESPACE

namespace acx {

/// What an HTTP proxy said to a CONNECT.
struct ProxyAnswer
{
    int status = 0;
    QByteArrayList schemes; ///< of Proxy-Authenticate, as written: "Negotiate", "NTLM", "Basic"

    /// `head`: status line and header lines. None if it is no HTTP.
    [[nodiscard]] static std::optional<ProxyAnswer> of(const QByteArray &head);
};

/// Asks HTTP proxies to lead to a server, with the login that the proxy's headers hold, over connections of its own
/// that end with the answer. Qt 6.4.2 answers a 407 that offers NTLM by itself, by one CONNECT after the other,
/// thousands a second, and tells nobody: a login that is wrong would be tried until the account is locked. So a proxy
/// is asked before Qt is let at it.
class ProxyDoors final
{
    Q_DISABLE_COPY_MOVE(ProxyDoors)

public:
    using Answer = QFuture<Result<ProxyAnswer>>;

    /// `owner` becomes the parent of the connections and must outlive this object.
    explicit ProxyDoors(QObject *owner);

    /// The proxy has let something through within the last minute, so that it need not be asked.
    [[nodiscard]] bool isOpen(const QNetworkProxy &proxy) const;
    /// Something has passed.
    void noteOpen(const QNetworkProxy &proxy);
    /// Asks for a way to the server of `url`, or joins a question to this proxy with this login that is open for less
    /// than two seconds, whatever its server: it is the login that counts. An Error (Network) when the proxy cannot be
    /// reached, says no HTTP, or nothing within ten seconds.
    [[nodiscard]] Answer ask(const QNetworkProxy &proxy, const QUrl &url);
    void forget() { m_doors.clear(); }

private:
    struct Door
    {
        QDeadlineTimer open{0};
        QElapsedTimer sinceAsked;
        std::optional<Answer> asked;
    };

    QObject *m_owner;
    QHash<QByteArray, Door> m_doors; ///< by proxy and login
};

} // namespace acx
