// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/certificates.h"
#include "tests/support/fault_server.h"

#include <QSslConfiguration>

namespace acx {

/// What stands behind a proxy: a name that no resolver knows, with a certificate for it.
struct ProxiedService
{
    static inline const QString host = QStringLiteral("service.test.invalid");
    TestCertificate authority = TestCertificate::authority();
    QSslConfiguration tls = tlsOf(authority);

private:
    [[nodiscard]] static QSslConfiguration tlsOf(const TestCertificate &authority)
    {
        CertificateWish wish;
        wish.dnsNames = {host};
        return authority.issue(wish).serverTls();
    }
};

/// An HTTP proxy that passes every CONNECT on to one port of this machine, whatever host was asked for, and keeps what
/// it was told in clear.
class ConnectProxy final
{
public:
    explicit ConnectProxy(quint16 target);

    /// Passes a CONNECT on only with this value of Proxy-Authorization.
    void demand(const QByteArray &authorization) { m_demanded = authorization; }
    /// The values of Proxy-Authenticate with which it turns others away.
    void offer(const QByteArrayList &schemes) { m_offered = schemes; }

    [[nodiscard]] quint16 port() const { return m_server.port(); }
    [[nodiscard]] QUrl url() const { return m_server.url(); }
    [[nodiscard]] int connections() const { return m_server.connections(); }
    /// The heads of all requests.
    [[nodiscard]] const QByteArray &heads() const { return m_heads; }
    /// What clients sent after the connection was passed on.
    [[nodiscard]] const QByteArray &passed() const { return m_passed; }

private:
    void accept(QTcpSocket &client);
    void answer(QTcpSocket &client, const QByteArray &head);
    void passOn(QTcpSocket &client);

    FaultServer m_server;
    quint16 m_target;
    QByteArray m_demanded;
    QByteArrayList m_offered{"Basic realm=\"test\""};
    QByteArray m_heads;
    QByteArray m_passed;
};

} // namespace acx
