// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/http/proxy_doors.h"

#include "app/base/deliver.h"
#include "app/http/http_client.h"
#include "app/http/http_errors.h"

#include <QCryptographicHash>
#include <QObject>
#include <QTcpSocket>
#include <QTimer>

#include <algorithm>
#include <chrono>
#include <utility>

namespace acx {
namespace {

constexpr qsizetype longestAnswer = qsizetype{64} * 1024; // bytes
constexpr int httpsPort = 443;
constexpr std::chrono::seconds staysOpen{60};
constexpr std::chrono::milliseconds sharedFor{2000};
constexpr std::chrono::seconds longestWait{10};

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

/// One CONNECT. Deletes itself after its answer.
class Knock final : public QObject
{
public:
    Knock(const QNetworkProxy &proxy, const QUrl &url, QObject *owner)
        : QObject(owner)
        , m_socket(this)
    {
        m_promise.start();
        m_socket.setProxy(QNetworkProxy::NoProxy);
        connect(&m_socket, &QTcpSocket::connected, this, [this, proxy, url] { ask(proxy, url); });
        connect(&m_socket, &QTcpSocket::readyRead, this, &Knock::read);
        connect(&m_socket, &QTcpSocket::errorOccurred, this, [this] { end(std::nullopt); });
        QTimer::singleShot(longestWait, this, [this] { end(std::nullopt); });
        m_socket.connectToHost(proxy.hostName(), proxy.port());
    }
    [[nodiscard]] ProxyDoors::Answer answer() const { return m_promise.future(); }

private:
    void ask(const QNetworkProxy &proxy, const QUrl &url)
    {
        const QByteArray host = url.host(QUrl::FullyEncoded).toLatin1();
        const QByteArray name = host.contains(':') ? '[' + host + ']' : host;
        const QByteArray peer = name + ':' + QByteArray::number(url.port(httpsPort));
        QByteArray request =
            "CONNECT " + peer + " HTTP/1.1\r\nHost: " + peer + "\r\nUser-Agent: " + userAgent() + "\r\n";
        const QList<QByteArray> names = proxy.rawHeaderList();
        for (const QByteArray &header : names)
            request += header + ": " + proxy.rawHeader(header) + "\r\n";
        m_socket.write(request + "\r\n");
    }

    void read()
    {
        m_head += m_socket.read(longestAnswer - m_head.size());
        const qsizetype last = m_head.indexOf("\r\n\r\n");
        if (last >= 0)
            end(ProxyAnswer::of(m_head.first(last)));
        else if (m_head.size() >= longestAnswer)
            end(std::nullopt);
    }

    void end(const std::optional<ProxyAnswer> &answer)
    {
        if (std::exchange(m_ended, true))
            return;
        m_socket.abort();
        // Nobody shows the error: Qt, which tries next, tells the cause in more words.
        m_promise.addResult(answer ? Result<ProxyAnswer>(*answer) : fail(ErrorKind::Network, {}, {}));
        m_promise.finish();
        deleteLater();
    }

    QTcpSocket m_socket;
    QPromise<Result<ProxyAnswer>> m_promise;
    QByteArray m_head;
    bool m_ended = false;
};

/// The login itself is not kept.
QByteArray doorOf(const QNetworkProxy &proxy)
{
    return proxy.hostName().toUtf8() + ':' + QByteArray::number(proxy.port()) + ' ' +
           QCryptographicHash::hash(proxy.rawHeader(proxyLoginHeader), QCryptographicHash::Sha256);
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

ProxyDoors::ProxyDoors(QObject *owner)
    : m_owner(owner)
{}

bool ProxyDoors::isOpen(const QNetworkProxy &proxy) const
{
    const auto found = m_doors.constFind(doorOf(proxy));
    return found != m_doors.cend() && !found->open.hasExpired();
}

void ProxyDoors::noteOpen(const QNetworkProxy &proxy)
{
    m_doors[doorOf(proxy)].open = QDeadlineTimer(staysOpen);
}

ProxyDoors::Answer ProxyDoors::ask(const QNetworkProxy &proxy, const QUrl &url)
{
    const QByteArray name = doorOf(proxy);
    Door &door = m_doors[name];
    if (door.asked && !door.asked->isFinished() && !door.sinceAsked.hasExpired(sharedFor.count()))
        return *door.asked;
    const auto *knock = new Knock(proxy, url, m_owner);
    door.sinceAsked.start();
    door.asked = chain<ProxyAnswer>(knock->answer(), [this, name](const ProxyAnswer &answer) {
        if (answer.status == 200)
            m_doors[name].open = QDeadlineTimer(staysOpen);
        else if (answer.status == 407)
            m_doors[name].open = QDeadlineTimer(0);
        return ready<ProxyAnswer>(answer);
    });
    return *door.asked;
}

} // namespace acx
