// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/http/http_client.h"

#include "app/base/app_info.h"
#include "app/base/deliver.h"
#include "app/http/http_exchange.h"
#include "app/http/http_log.h"
#include "app/http/request_check.h"
#include "app/http/transport.h"

#include <utility>

namespace acx {

Q_LOGGING_CATEGORY(httpLog, "acx.http", QtWarningMsg)

class HttpClient::Private
{
public:
    Private(const Clock &clock, QObject *owner)
        : transport(clock, owner)
    {}

    Transport transport;
    Status proxy; ///< whether the settings of the proxy can be used
    bool closing = false;
};

HttpClient::HttpClient(const Clock &clock, QObject *parent)
    : QObject(parent)
    , d(std::make_unique<Private>(clock, this))
{
    d->transport.setRefusedHandler(
        [this](const RefusedCertificate &certificate) { Q_EMIT certificateRefused(certificate); });
}

HttpClient::~HttpClient()
{
    // Running exchanges end as cancelled while everything they use is still there.
    d->closing = true;
    const QList<HttpExchange *> running = findChildren<HttpExchange *>(Qt::FindDirectChildrenOnly);
    qDeleteAll(running);
}

void HttpClient::setProxy(const ProxySettings &settings)
{
    const bool isNamed = settings.mode == ProxySettings::Mode::Http || settings.mode == ProxySettings::Mode::Socks5;
    d->proxy = isNamed ? checkProxyHost(settings.host) : Status();
    d->transport.setProxy(settings);
}

void HttpClient::setTrust(const TrustSettings &settings)
{
    d->transport.setTrust(settings);
}

void HttpClient::holdUntil(const QFuture<Status> &ready)
{
    d->transport.holdUntil(ready);
}

std::optional<RefusedCertificate> HttpClient::refusedCertificate(const QString &sentence) const
{
    return d->transport.refused(sentence);
}

QFuture<Result<HttpResponse>> HttpClient::send(HttpRequest request)
{
    if (d->closing || request.cancel.isCancelled())
        return ready<HttpResponse>(fail(cancelledError()));
    if (Status fine = checkRequest(request); !fine)
        return ready<HttpResponse>(fail(fine.error()));
    if (!d->proxy)
        return ready<HttpResponse>(fail(d->proxy.error()));
    auto *exchange = new HttpExchange(std::move(request), d->transport, this);
    return exchange->start();
}

QByteArray userAgent()
{
    return QByteArray("ApiConnectExplorer/") + applicationVersion;
}

} // namespace acx
