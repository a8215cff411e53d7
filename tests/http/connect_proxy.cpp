// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/http/connect_proxy.h"

#include <QNetworkProxy>
#include <QTcpSocket>

#include <memory>

namespace acx {

ConnectProxy::ConnectProxy(quint16 target)
    : m_target(target)
{
    m_server.setRawHandler([this](QTcpSocket &client) { accept(client); });
}

void ConnectProxy::accept(QTcpSocket &client)
{
    const auto pending = std::make_shared<QByteArray>();
    QObject::connect(&client, &QTcpSocket::readyRead, &client, [this, &client, pending] {
        if (client.property("passedOn").toBool())
            return;
        *pending += client.readAll();
        const qsizetype end = pending->indexOf("\r\n\r\n");
        if (end < 0)
            return;
        const QByteArray head = pending->first(end + 4);
        pending->remove(0, end + 4);
        m_heads += head;
        answer(client, head);
    });
}

void ConnectProxy::answer(QTcpSocket &client, const QByteArray &head)
{
    if (!m_demanded.isEmpty() && !head.contains("Proxy-Authorization: " + m_demanded)) {
        QByteArray refusal = "HTTP/1.1 407 Proxy Authentication Required\r\nContent-Length: 0\r\n";
        for (const QByteArray &scheme : m_offered)
            refusal += "Proxy-Authenticate: " + scheme + "\r\n";
        client.write(refusal + "\r\n");
    } else {
        passOn(client);
    }
}

void ConnectProxy::passOn(QTcpSocket &client)
{
    client.setProperty("passedOn", true);
    auto *server = new QTcpSocket(&client);
    server->setProxy(QNetworkProxy::NoProxy);
    QObject::connect(server, &QTcpSocket::connected, &client,
                     [&client] { client.write("HTTP/1.1 200 Connection established\r\n\r\n"); });
    QObject::connect(server, &QTcpSocket::readyRead, &client, [&client, server] { client.write(server->readAll()); });
    QObject::connect(server, &QTcpSocket::disconnected, &client, [&client] { client.disconnectFromHost(); });
    QObject::connect(&client, &QTcpSocket::readyRead, server, [this, &client, server] {
        const QByteArray bytes = client.readAll();
        m_passed += bytes;
        server->write(bytes);
    });
    server->connectToHost(QHostAddress(QHostAddress::LocalHost), m_target);
}

} // namespace acx
