// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/http/request_builder.h"

#include "app/http/http_client.h"
#include "app/http/once_device.h"

#include <algorithm>
#include <memory>

using namespace Qt::StringLiterals;

namespace acx {
namespace {

// All that goes to an origin that is not trusted with secrets: any other header may carry one.
bool isHarmless(QByteArrayView name)
{
    for (const QByteArrayView known : {"Accept", "Accept-Language", "User-Agent"}) {
        if (name.compare(known, Qt::CaseInsensitive) == 0)
            return true;
    }
    return false;
}

void setPolicy(QNetworkRequest &wire)
{
    using R = QNetworkRequest;
    wire.setAttribute(R::RedirectPolicyAttribute, R::ManualRedirectPolicy);
    // Qt before 6.5.7 and 6.7.3: CVE-2024-39936, CVE-2023-51714.
    wire.setAttribute(R::Http2AllowedAttribute, false);
    wire.setAttribute(R::CookieLoadControlAttribute, R::Manual);
    wire.setAttribute(R::CookieSaveControlAttribute, R::Manual);
    // Otherwise Qt answers a 401 that offers NTLM or Negotiate on its own: it sends a GET once more, with a login of
    // its own (on Windows the account's) in the place of our header, and reports a POST, which it cannot send again, as
    // lost.
    wire.setAttribute(R::AuthenticationReuseAttribute, R::Manual);
    wire.setAttribute(R::CacheLoadControlAttribute, R::AlwaysNetwork);
    wire.setAttribute(R::CacheSaveControlAttribute, false);
    // The default of 10 MiB refuses honest, repetitive JSON; BodyReader has a limit of its own.
    wire.setDecompressedSafetyCheckThreshold(-1);
}

// A name given twice goes out as one line with a list (RFC 9110, section 5.3); that of cookies is of another kind
// (RFC 6265, section 4.2.1).
void addHeader(QNetworkRequest &wire, const QByteArray &name, const QByteArray &value)
{
    const QByteArray before = wire.rawHeader(name);
    const char *sign = name.compare("Cookie", Qt::CaseInsensitive) == 0 ? "; " : ", ";
    wire.setRawHeader(name, before.isEmpty() ? value : before + sign + value);
}

void setHeaders(QNetworkRequest &wire, const HttpRequest &request, bool trusted)
{
    wire.setRawHeader("User-Agent", userAgent());
    // Set by us, so that the bytes arrive as they were sent and a cut stream is noticed.
    wire.setRawHeader("Accept-Encoding", "gzip");
    for (const HttpHeader &header : request.headers) {
        if (!trusted && !isHarmless(header.name))
            continue;
        const bool isOurs = header.name.compare("User-Agent", Qt::CaseInsensitive) == 0 ||
                            header.name.compare("Accept-Encoding", Qt::CaseInsensitive) == 0;
        if (isOurs)
            wire.setRawHeader(header.name, header.value);
        else
            addHeader(wire, header.name, header.value);
    }
    if (!trusted)
        return;
    for (const auto &[name, secret] : request.secretHeaders)
        addHeader(wire, name, QByteArray(secret.reveal().constData(), secret.size()));
    if (request.bearer)
        wire.setRawHeader("Authorization", "Bearer " + request.bearer->reveal());
}

QNetworkReply *sendOnce(QNetworkAccessManager &manager, QNetworkRequest wire, const QByteArray &method,
                        const QByteArray &body)
{
    wire.setAttribute(QNetworkRequest::DoNotBufferUploadDataAttribute, true);
    wire.setHeader(QNetworkRequest::ContentLengthHeader, body.size());
    auto device = std::make_unique<OnceDevice>(body);
    QNetworkReply *reply = manager.sendCustomRequest(wire, method, device.get());
    device.release()->setParent(reply);
    return reply;
}

} // namespace

bool mayReceiveSecrets(const HttpRequest &request, const QUrl &url)
{
    const Origin target = Origin::of(url);
    if (request.credentialOrigins.isEmpty())
        return target == Origin::of(request.url);
    return request.credentialOrigins.contains(target);
}

QNetworkReply *sendOver(QNetworkAccessManager &manager, const HttpRequest &request, const QUrl &url, bool trusted,
                        const std::optional<QSslConfiguration> &tls)
{
    QNetworkRequest wire(url);
    setPolicy(wire);
    setHeaders(wire, request, trusted);
    if (tls)
        wire.setSslConfiguration(*tls);
    const std::optional<QByteArray> body = trusted ? request.body : std::nullopt;
    // A request with a body gets a type from Qt, with a warning, if it has none.
    if (body && !wire.hasRawHeader("Content-Type"))
        wire.setRawHeader("Content-Type", "application/octet-stream");
    if (request.repetition == Repetition::Never)
        return sendOnce(manager, wire, request.method, body.value_or(QByteArray()));
    if (request.method == "HEAD")
        return manager.head(wire);
    if (request.method == "GET" && !body)
        return manager.get(wire);
    if (body)
        wire.setHeader(QNetworkRequest::ContentLengthHeader, body->size());
    return manager.sendCustomRequest(wire, request.method, body.value_or(QByteArray()));
}

} // namespace acx
