// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/fault_server.h"

#include <QSslServer>
#include <QSslSocket>
#include <QTcpServer>
#include <QTcpSocket>

#include <sys/socket.h>
#include <utility>

namespace acx {
namespace {

std::unique_ptr<QTcpServer> makeServer(const std::optional<QSslConfiguration> &tls)
{
    if (!tls)
        return std::make_unique<QTcpServer>();
    auto server = std::make_unique<QSslServer>();
    server->setSslConfiguration(*tls);
    return server;
}

} // namespace

QByteArray RecordedRequest::header(const QByteArray &name) const
{
    const QByteArray wanted = name.toLower() + ':';
    const QList<QByteArray> lines = head.split('\n');
    for (const QByteArray &line : lines) {
        if (line.toLower().startsWith(wanted))
            return line.sliced(wanted.size()).trimmed();
    }
    return {};
}

struct FaultServer::Connection
{
    QByteArray pending;
};

FaultServer::FaultServer(Handler handler, const std::optional<QSslConfiguration> &tls, const QHostAddress &address)
    : m_server(makeServer(tls))
    , m_handler(handler ? std::move(handler) : answering(httpAnswer(200)))
    , m_tls(tls.has_value())
{
    connect(m_server.get(), &QTcpServer::pendingConnectionAvailable, this, [this] {
        while (QTcpSocket *socket = m_server->nextPendingConnection())
            accept(socket);
    });
    if (!m_server->listen(address))
        qFatal("the fault server cannot listen");
    m_port = m_server->serverPort();
}

FaultServer::~FaultServer()
{
    const QList<QTcpSocket *> sockets = m_server->findChildren<QTcpSocket *>();
    for (QTcpSocket *socket : sockets)
        socket->disconnect(this);
}

void FaultServer::setHandler(Handler handler)
{
    m_handler = std::move(handler);
}

void FaultServer::setRawHandler(std::function<void(QTcpSocket &)> handler)
{
    m_rawHandler = std::move(handler);
}

void FaultServer::close()
{
    m_server->close();
}

void FaultServer::hangUp()
{
    const QList<QTcpSocket *> sockets = m_server->findChildren<QTcpSocket *>();
    for (QTcpSocket *socket : sockets)
        socket->abort();
}

void FaultServer::listenAgain()
{
    if (!m_server->isListening() && !m_server->listen(QHostAddress(QHostAddress::LocalHost), m_port))
        qFatal("the fault server cannot listen again");
}

quint16 FaultServer::port() const
{
    return m_port;
}

QUrl FaultServer::url(const QByteArray &target, const QString &host) const
{
    QUrl url = QUrl::fromEncoded(target);
    url.setScheme(m_tls ? QStringLiteral("https") : QStringLiteral("http"));
    url.setHost(host);
    url.setPort(port());
    return url;
}

void FaultServer::forget()
{
    m_requests.clear();
    m_bytes.clear();
    m_connections = 0;
}

void FaultServer::accept(QTcpSocket *socket)
{
    ++m_connections;
    connect(socket, &QTcpSocket::disconnected, socket, &QObject::deleteLater);
    if (m_rawHandler) {
        m_rawHandler(*socket);
        return;
    }
    const auto connection = std::make_shared<Connection>();
    connect(socket, &QTcpSocket::readyRead, this, [this, socket, connection] { read(*socket, *connection); });
    read(*socket, *connection);
}

void FaultServer::read(QTcpSocket &socket, Connection &connection)
{
    const QByteArray came = socket.readAll();
    m_bytes += came;
    connection.pending += came;
    while (true) {
        const qsizetype end = connection.pending.indexOf("\r\n\r\n");
        if (end < 0)
            return;
        RecordedRequest request;
        request.head = connection.pending.first(end + 2);
        const QList<QByteArray> words = request.head.first(request.head.indexOf("\r\n")).split(' ');
        request.method = words.value(0);
        request.target = words.value(1);
        const qsizetype length = request.header("Content-Length").toLongLong();
        if (connection.pending.size() < end + 4 + length)
            return;
        request.body = connection.pending.sliced(end + 4, length);
        connection.pending.remove(0, end + 4 + length);
        m_requests.append(request);
        const Handler handler = m_handler;
        handler(socket, request);
    }
}

QByteArray httpAnswer(int status, const QByteArray &body, const QList<QByteArray> &headers)
{
    QByteArray answer = "HTTP/1.1 " + QByteArray::number(status) + " Answer\r\n";
    for (const QByteArray &line : headers)
        answer += line + "\r\n";
    return answer + "Content-Length: " + QByteArray::number(body.size()) + "\r\n\r\n" + body;
}

FaultServer::Handler answering(const QByteArray &bytes)
{
    return [bytes](QTcpSocket &socket, const RecordedRequest &) { socket.write(bytes); };
}

FaultServer::Handler answeringThenClosing(const QByteArray &bytes)
{
    return [bytes](QTcpSocket &socket, const RecordedRequest &) {
        socket.write(bytes);
        socket.disconnectFromHost();
    };
}

FaultServer::Handler answeringThenReset(const QByteArray &bytes)
{
    return [bytes](QTcpSocket &socket, const RecordedRequest &) {
        socket.write(bytes);
        socket.flush();
        resetConnection(socket);
    };
}

void resetConnection(QTcpSocket &socket)
{
    const linger now{1, 0};
    ::setsockopt(static_cast<int>(socket.socketDescriptor()), SOL_SOCKET, SO_LINGER, &now, sizeof now);
    socket.abort();
}

} // namespace acx
