// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/http/proxy_knock.h"

#include "app/http/http_client.h"

#include <QTcpSocket>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace acx {
namespace {

constexpr qsizetype longestAnswer = qsizetype{64} * 1024; // bytes
constexpr int httpsPort = 443;

bool isName(const QByteArray &word)
{
    constexpr qsizetype longest = 20; // characters; "SCRAM-SHA-256" has 13
    return !word.isEmpty() && word.size() <= longest && std::ranges::all_of(word, [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-';
    });
}

/// "Basic realm="x", NTLM": a scheme stands before its parameters, which have an equals sign (RFC 9110, 11.6.1).
void addSchemes(const QByteArray &value, QByteArrayList &schemes)
{
    constexpr qsizetype most = 8;
    const QByteArrayList parts = value.split(',');
    for (const QByteArray &part : parts) {
        const QByteArray word = part.trimmed().split(' ').constFirst();
        if (isName(word) && schemes.size() < most && !schemes.contains(word))
            schemes.append(word);
    }
}

} // namespace

std::optional<ProxyAnswer> ProxyAnswer::of(const QByteArray &head)
{
    const QByteArrayList lines = head.split('\n');
    const QByteArrayList words = lines.constFirst().trimmed().split(' ');
    ProxyAnswer answer;
    answer.status = words.value(1).toInt();
    if (!words.constFirst().startsWith("HTTP/1.") || answer.status < 100)
        return std::nullopt;
    for (const QByteArray &line : lines) {
        const qsizetype colon = line.indexOf(':');
        if (colon > 0 && line.first(colon).compare("Proxy-Authenticate", Qt::CaseInsensitive) == 0)
            addSchemes(line.sliced(colon + 1), answer.schemes);
    }
    return answer;
}

ProxyKnock::ProxyKnock(const QNetworkProxy &proxy, const QUrl &url, QObject *parent)
    : QObject(parent)
    , m_socket(new QTcpSocket(this))
{
    m_socket->setProxy(QNetworkProxy::NoProxy);
    connect(m_socket, &QTcpSocket::connected, this, [this, proxy, url] { ask(proxy, url); });
    connect(m_socket, &QTcpSocket::readyRead, this, &ProxyKnock::read);
    connect(m_socket, &QTcpSocket::errorOccurred, this, [this] { end(std::nullopt); });
    connect(m_socket, &QTcpSocket::disconnected, this, [this] { end(std::nullopt); });
    m_socket->connectToHost(proxy.hostName(), proxy.port());
}

void ProxyKnock::ask(const QNetworkProxy &proxy, const QUrl &url)
{
    const QByteArray host = url.host(QUrl::FullyEncoded).toLatin1();
    const QByteArray name = host.contains(':') ? '[' + host + ']' : host;
    const QByteArray peer = name + ':' + QByteArray::number(url.port(httpsPort));
    QByteArray request = "CONNECT " + peer + " HTTP/1.1\r\nHost: " + peer + "\r\nUser-Agent: " + userAgent() + "\r\n";
    const QList<QByteArray> names = proxy.rawHeaderList();
    for (const QByteArray &header : names)
        request += header + ": " + proxy.rawHeader(header) + "\r\n";
    m_socket->write(request + "\r\n");
}

void ProxyKnock::read()
{
    m_head += m_socket->read(longestAnswer - m_head.size());
    const qsizetype last = m_head.indexOf("\r\n\r\n");
    if (last >= 0)
        end(ProxyAnswer::of(m_head.first(last)));
    else if (m_head.size() >= longestAnswer)
        end(std::nullopt);
}

void ProxyKnock::end(const std::optional<ProxyAnswer> &answer)
{
    if (std::exchange(m_ended, true))
        return;
    m_socket->abort();
    Q_EMIT answered(answer);
}

} // namespace acx
