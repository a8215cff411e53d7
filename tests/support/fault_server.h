// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QHostAddress>
#include <QList>
#include <QObject>
#include <QSslConfiguration>
#include <QUrl>

#include <functional>
#include <memory>
#include <optional>

QT_BEGIN_NAMESPACE
class QTcpServer;
class QTcpSocket;
QT_END_NAMESPACE

namespace acx {

/// One request as it arrived, byte for byte.
struct RecordedRequest
{
    QByteArray method;
    QByteArray target;
    QByteArray head; ///< request line and header lines, with their line ends
    QByteArray body;

    /// The value of the first header line of that name, trimmed; empty if there is none.
    [[nodiscard]] QByteArray header(const QByteArray &name) const;
};

/// A server that answers with whatever bytes a test wants, on a free port of 127.0.0.1, in the test's own thread. It
/// keeps every request and every byte that came.
class FaultServer final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(FaultServer)

public:
    /// Called for every complete request; the socket stays open unless the handler closes it.
    using Handler = std::function<void(QTcpSocket &, const RecordedRequest &)>;

    /// Answers 200 with `{}` until told otherwise. With `tls`, speaks TLS with that certificate and key.
    explicit FaultServer(Handler handler = {}, const std::optional<QSslConfiguration> &tls = std::nullopt,
                         const QHostAddress &address = QHostAddress(QHostAddress::LocalHost));
    ~FaultServer() override;

    void setHandler(Handler handler);
    /// Called for every connection as soon as it stands, instead of reading requests from it.
    void setRawHandler(std::function<void(QTcpSocket &)> handler);
    /// Takes no new connection; what stands goes on.
    void close();
    /// Ends every connection that stands.
    void hangUp();
    /// Takes connections again, at the same port.
    void listenAgain();

    [[nodiscard]] quint16 port() const;
    [[nodiscard]] QUrl url(const QByteArray &target = "/", const QString &host = QStringLiteral("127.0.0.1")) const;

    [[nodiscard]] const QList<RecordedRequest> &requests() const { return m_requests; }
    [[nodiscard]] int connections() const { return m_connections; }
    /// Every byte that any client sent (after decryption).
    [[nodiscard]] const QByteArray &bytes() const { return m_bytes; }
    void forget();

private:
    struct Connection;

    void accept(QTcpSocket *socket);
    void read(QTcpSocket &socket, Connection &connection);

    std::unique_ptr<QTcpServer> m_server;
    Handler m_handler;
    std::function<void(QTcpSocket &)> m_rawHandler;
    bool m_tls = false;
    quint16 m_port = 0;
    QList<RecordedRequest> m_requests;
    int m_connections = 0;
    QByteArray m_bytes;
};

/// A whole answer with Content-Length. `headers` are lines without line ends.
[[nodiscard]] QByteArray httpAnswer(int status, const QByteArray &body = "{}",
                                    const QList<QByteArray> &headers = {"Content-Type: application/json"});
/// A handler that sends these bytes and keeps the connection.
[[nodiscard]] FaultServer::Handler answering(const QByteArray &bytes);
/// A handler that sends these bytes and closes the connection in an orderly way.
[[nodiscard]] FaultServer::Handler answeringThenClosing(const QByteArray &bytes);
/// A handler that sends these bytes and then resets the connection (TCP RST).
[[nodiscard]] FaultServer::Handler answeringThenReset(const QByteArray &bytes);
/// Closes with a reset instead of an orderly end.
void resetConnection(QTcpSocket &socket);

} // namespace acx
