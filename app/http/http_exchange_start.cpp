// SPDX-License-Identifier: GPL-3.0-or-later
// The start of an exchange: each hop, from the question for a proxy until the request is handed to Qt.
#include "app/base/clock.h"
#include "app/base/deliver.h"
#include "app/http/http_exchange.h"
#include "app/http/request_builder.h"

#include <QSslConfiguration>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace acx {
namespace {

constexpr qint64 aheadSize = 16LL * 1024 * 1024; // bytes that the network may be ahead of the disk
constexpr std::chrono::milliseconds slow{1000};  // without headers; well before the patience ends

bool offers(const QByteArrayList &schemes, const char *name)
{
    return std::ranges::any_of(
        schemes, [name](const QByteArray &scheme) { return scheme.compare(name, Qt::CaseInsensitive) == 0; });
}

/// Qt can log in with the account of the system: by Kerberos, unless NTLM is offered, which it takes up instead where
/// there is no ticket; on Windows by NTLM as well.
bool systemMayLogIn(const QNetworkProxy &proxy, const QByteArrayList &schemes)
{
    if (proxy.hasRawHeader(proxyLoginHeader))
        return false;
#ifdef Q_OS_WIN
    return offers(schemes, "Negotiate") || offers(schemes, "NTLM");
#else
    return offers(schemes, "Negotiate") && !offers(schemes, "NTLM");
#endif
}

} // namespace

void HttpExchange::begin()
{
    m_elapsed.restart();
    m_deadline.start(std::max(std::chrono::milliseconds(1), m_request.deadline - m_request.spent));
    sendHop();
}

void HttpExchange::sendHop()
{
    m_response.credentialsDropped = m_response.credentialsDropped || !mayReceiveSecrets(m_request, m_response.url);
    m_peer.reset();
    ++m_hop;
    m_sent = false;
    m_offered.clear();
    m_replyDone = false;
    m_reader.reset();
    if (m_response.url.scheme() != "https"_L1) {
        askForProxy(std::nullopt);
        return;
    }
    const QFuture<Result<QSslConfiguration>> tls = m_transport.tls();
    if (tls.isFinished())
        askForProxy(*tls.result());
    else
        deliver(tls, this, [this](const Result<QSslConfiguration> &loaded) {
            if (!m_finished)
                askForProxy(*loaded);
        });
}

void HttpExchange::askForProxy(const std::optional<QSslConfiguration> &tls)
{
    const std::optional<SystemProxies::Answer> answer = m_transport.askSystem(m_response.url);
    if (!answer) {
        knock(tls);
        return;
    }
    m_isAskingForProxy = true;
    deliver(*answer, this, [this, tls](const Result<QList<QNetworkProxy>> &named) {
        if (m_finished)
            return;
        m_isAskingForProxy = false;
        m_transport.setSystemProxies(m_response.url, named.value_or(QList<QNetworkProxy>()));
        knock(tls);
    });
}

void HttpExchange::knock(const std::optional<QSslConfiguration> &tls)
{
    const QNetworkProxy proxy = m_transport.proxyFor(m_response.url);
    if (proxy.type() != QNetworkProxy::HttpProxy || m_transport.doors().isOpen(proxy))
        sendHopOver(tls);
    else
        askProxy(proxy, [this, tls] { sendHopOver(tls); });
}

void HttpExchange::askProxy(const QNetworkProxy &proxy, const std::function<void()> &goOn)
{
    const ProxyDoors::Answer answer = m_transport.doors().ask(proxy, m_response.url);
    deliver(answer, this, [this, proxy, goOn, hop = m_hop](const Result<ProxyAnswer> &said) {
        if (m_finished || m_hop != hop || m_sent)
            return;
        if (!said || said->status != 407) {
            goOn(); // of everything else Qt tells the cause
        } else if (systemMayLogIn(proxy, said->schemes)) {
            m_offered = said->schemes;
            goOn();
        } else {
            dropReply();
            finish(fail(proxyLoginError(proxy, said->schemes)));
        }
    });
}

// A connection that does not come about may be one that Qt asks the proxy for over and over: the login may have become
// wrong since the proxy was asked.
void HttpExchange::onSlow()
{
    if (m_reader)
        return;
    m_transport.noteSlow(m_response.url);
    const QNetworkProxy proxy = m_transport.proxyFor(m_response.url);
    if (proxy.type() == QNetworkProxy::HttpProxy && !m_sent)
        askProxy(proxy, [] {});
}

void HttpExchange::sendHopOver(const std::optional<QSslConfiguration> &tls)
{
    if (!m_manager)
        m_manager = m_transport.manager(m_request.repetition);
    std::optional<QSslConfiguration> own;
    if (tls) {
        own = m_transport.tlsFor(*tls, m_response.url);
        m_peer.emplace(m_transport.trust(), m_response.url, m_transport.clock().now());
        m_handshake = m_transport.handshake(m_manager, m_response.url);
    }
    m_use = m_transport.use(m_manager, m_response.url);
    m_reply = sendOver(*m_manager, m_request, m_response.url, !m_response.credentialsDropped, own);
    m_reply->setReadBufferSize(aheadSize);
    m_silence.start(m_request.idleLimit);
    m_slowness.start(slow);
    watchReply();
}

} // namespace acx
