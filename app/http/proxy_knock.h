// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayList>
#include <QNetworkProxy>
#include <QObject>
#include <QUrl>

#include <optional>

QT_BEGIN_NAMESPACE
class QTcpSocket;
QT_END_NAMESPACE

namespace acx {

/// What an HTTP proxy said to a CONNECT.
struct ProxyAnswer
{
    int status = 0;
    QByteArrayList schemes; ///< of Proxy-Authenticate, as written: "Negotiate", "NTLM", "Basic"

    /// Of the first `head`, which ends with an empty line; none if it is no HTTP.
    [[nodiscard]] static std::optional<ProxyAnswer> of(const QByteArray &head);
};

/// Asks an HTTP proxy to lead to the server of `url`, with the login that the proxy's headers hold, and hangs up. Qt
/// 6.4.2 answers a 407 that offers NTLM on its own, with an empty login, by one CONNECT after the other, thousands a
/// second, and tells nobody: a login that is wrong would be tried until the account is locked. So the proxy is asked
/// once before Qt is let at it.
class ProxyKnock final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ProxyKnock)

public:
    ProxyKnock(const QNetworkProxy &proxy, const QUrl &url, QObject *parent);

Q_SIGNALS:
    /// Once. None: the proxy cannot be reached, or what it says is no HTTP.
    void answered(const std::optional<acx::ProxyAnswer> &answer);

private:
    void ask(const QNetworkProxy &proxy, const QUrl &url);
    void read();
    void end(const std::optional<ProxyAnswer> &answer);

    QTcpSocket *m_socket;
    QByteArray m_head;
    bool m_ended = false;
};

} // namespace acx
