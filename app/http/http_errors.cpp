// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/http/http_errors.h"

#include "app/http/peer_check.h"
#include "app/http/tls_check.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace acx {
namespace {

struct HttpText
{
    Q_DECLARE_TR_FUNCTIONS(acx)
};

Error make(ErrorKind kind, QString sentence, QString nextStep, QString technical = {})
{
    Error error;
    error.kind = kind;
    error.sentence = std::move(sentence);
    error.nextStep = std::move(nextStep);
    error.technical = std::move(technical);
    return error;
}

QString seconds(std::chrono::milliseconds length)
{
    // Rounded: an odd number of milliseconds tells nobody anything.
    const double value = static_cast<double>(length.count()) / 1000.0;
    constexpr double exactBelow = 10;
    return value < exactBelow ? QLocale::c().toString(value, 'g', 2) : QLocale::c().toString(value, 'f', 0);
}

bool isProxyCode(QNetworkReply::NetworkError code)
{
    return code >= QNetworkReply::ProxyConnectionRefusedError && code <= QNetworkReply::UnknownProxyError;
}

// With a proxy in between, these come from the proxy's side of the connection (measured with Qt 6.4.2: a dead proxy is
// UnknownNetworkError, CONNECT answered with 404 is HostNotFoundError).
bool comesFromProxy(const TransportFailure &failure)
{
    if (isProxyCode(failure.code))
        return true;
    if (failure.proxy.type() == QNetworkProxy::NoProxy || failure.sent)
        return false;
    return failure.code == QNetworkReply::UnknownNetworkError || failure.code == QNetworkReply::HostNotFoundError ||
           failure.code == QNetworkReply::ConnectionRefusedError ||
           failure.code == QNetworkReply::RemoteHostClosedError || failure.code == QNetworkReply::TimeoutError;
}

QString proxyLabel(const QNetworkProxy &proxy)
{
    return proxy.port() == 0 ? proxy.hostName() : u"%1:%2"_s.arg(proxy.hostName()).arg(proxy.port());
}

bool hasLogin(const QNetworkProxy &proxy)
{
    return !proxy.user().isEmpty() || proxy.hasRawHeader(proxyLoginHeader);
}

Error wantsLogin(const QNetworkProxy &proxy, const QString &technical)
{
    const QString name = proxyLabel(proxy);
    if (!hasLogin(proxy))
        return make(ErrorKind::Proxy, HttpText::tr("The proxy %1 wants a user name and a password.").arg(name),
                    HttpText::tr("Give them in the proxy settings."), technical);
    return make(ErrorKind::Proxy,
                HttpText::tr("The proxy %1 does not accept the user name and the password.").arg(name),
                HttpText::tr("Correct them in the proxy settings."), technical);
}

Error proxyError(const TransportFailure &failure)
{
    const QString name = proxyLabel(failure.proxy);
    const bool login = hasLogin(failure.proxy);
    if (failure.code == QNetworkReply::ProxyAuthenticationRequiredError)
        return wantsLogin(failure.proxy, failure.text);
    // Without the word, it is what the proxy says of the host.
    if (failure.code == QNetworkReply::ProxyConnectionRefusedError ||
        (failure.text.contains("refused"_L1, Qt::CaseInsensitive) &&
         failure.text.contains("proxy"_L1, Qt::CaseInsensitive)))
        return make(ErrorKind::Proxy, HttpText::tr("The proxy %1 cannot be reached.").arg(name),
                    HttpText::tr("Check the proxy settings."), failure.text);
    return make(
        ErrorKind::Proxy,
        HttpText::tr("The proxy %1 did not let the connection to %2 through.").arg(name, hostLabel(failure.url)),
        login ? HttpText::tr("Check the proxy settings, user name and password among them, or ask who runs the "
                             "proxy.")
              : HttpText::tr("Check the proxy settings, or ask who runs the proxy."),
        failure.text);
}

} // namespace

QString hostLabel(const QUrl &url)
{
    const Origin origin = Origin::of(url);
    return origin.toString().sliced(origin.scheme.size() + 3);
}

Error unknownOutcomeError(const QUrl &url)
{
    return make(ErrorKind::UnknownOutcome,
                HttpText::tr("The connection to %1 was lost before the answer: the request may or may not have been "
                             "carried out.")
                    .arg(hostLabel(url)),
                HttpText::tr("Check whether it was before you send it again."));
}

Error transportError(const TransportFailure &failure)
{
    const QString host = hostLabel(failure.url);
    if (comesFromProxy(failure))
        return failure.proxyOffered.isEmpty() ? proxyError(failure)
                                              : proxyLoginError(failure.proxy, failure.proxyOffered);
    if (failure.code == QNetworkReply::ContentReSendError)
        return unknownOutcomeError(failure.url);
    switch (failure.code) {
    case QNetworkReply::HostNotFoundError:
        return make(ErrorKind::Network, HttpText::tr("The host %1 was not found.").arg(host),
                    HttpText::tr("Check the address and the connection to the network."), failure.text);
    case QNetworkReply::ConnectionRefusedError:
        return make(ErrorKind::Network, HttpText::tr("%1 refused the connection.").arg(host),
                    HttpText::tr("Check the address and the port."), failure.text);
    case QNetworkReply::SslHandshakeFailedError:
        if (failure.peer)
            return failure.peer->error(failure.text);
        break;
    default:
        break;
    }
    if (failure.onlyOnce && failure.sent)
        return unknownOutcomeError(failure.url);
    if (failure.code == QNetworkReply::RemoteHostClosedError)
        return make(ErrorKind::Network, HttpText::tr("%1 closed the connection without an answer.").arg(host),
                    HttpText::tr("Try again."), failure.text);
    if (failure.code == QNetworkReply::ProtocolFailure || failure.code == QNetworkReply::ProtocolUnknownError)
        return make(ErrorKind::Network, HttpText::tr("%1 answered with something that is not HTTP.").arg(host),
                    HttpText::tr("Check the address and the port."), failure.text);
    return make(ErrorKind::Network, HttpText::tr("The connection to %1 failed.").arg(host),
                HttpText::tr("Check the connection to the network and try again."), failure.text);
}

Error timeoutError(const QUrl &url, Limit limit, std::chrono::milliseconds length, bool answered, qint64 received)
{
    const QString host = hostLabel(url);
    const QString time = seconds(length);
    QString sentence;
    if (!answered)
        sentence = HttpText::tr("%1 did not answer within %2 s.").arg(host, time);
    else if (limit == Limit::Silence)
        sentence =
            HttpText::tr("%1 stopped sending: nothing came for %2 s after %3 bytes.").arg(host, time).arg(received);
    else
        sentence = HttpText::tr("The answer of %1 was not complete after %2 s; %3 bytes had come.")
                       .arg(host, time)
                       .arg(received);
    return make(ErrorKind::Timeout, sentence, HttpText::tr("Try again."));
}

QString headersLostText()
{
    return HttpText::tr("No header of the answer could be read: one is malformed, or they are more than 100 or larger "
                        "than 256 KiB. So nothing tells the type, the length and the encoding of its body.");
}

Error proxyLoginError(const QNetworkProxy &proxy, const QByteArrayList &schemes)
{
    const QString offered = QString::fromLatin1(schemes.join(", "));
    const bool takesPasswords = std::ranges::any_of(
        schemes, [](const QByteArray &scheme) { return scheme.compare("Basic", Qt::CaseInsensitive) == 0; });
    if (takesPasswords || schemes.isEmpty())
        return wantsLogin(proxy, offered.isEmpty() ? QString()
                                                   : HttpText::tr("It answered HTTP 407 and offered: %1").arg(offered));
    return make(ErrorKind::Proxy,
                HttpText::tr("The proxy %1 wants a login by %2, which this program cannot give.")
                    .arg(proxyLabel(proxy), offered),
                HttpText::tr("Ask who runs the proxy for a way with a user name and a password (Basic), or put a proxy "
                             "of your own in between that logs in for you, such as Px or Cntlm."));
}

Error proxyTimeoutError(const QNetworkProxy &proxy, const QUrl &url, std::chrono::milliseconds length)
{
    return make(ErrorKind::Proxy,
                HttpText::tr("The proxy %1 made no connection to %2 within %3 s.")
                    .arg(proxyLabel(proxy), hostLabel(url), seconds(length)),
                HttpText::tr("Check the proxy settings, or ask who runs the proxy."));
}

Error systemProxyTimeoutError(const QUrl &url, std::chrono::milliseconds length)
{
    return make(ErrorKind::Proxy,
                HttpText::tr("The system did not say within %1 s which proxy leads to %2.")
                    .arg(seconds(length), hostLabel(url)),
                HttpText::tr("Check the address of the automatic proxy configuration (PAC) in the system's settings, "
                             "or name the proxy in the proxy settings of this program."));
}

Error tooLargeError(const QUrl &url, qint64 maxBytes)
{
    return make(
        ErrorKind::TooLarge,
        HttpText::tr("The answer of %1 is larger than the limit of %2 bytes.").arg(hostLabel(url)).arg(maxBytes),
        HttpText::tr("What came up to the limit is kept."));
}

Error notKeptError(const Error &cause, bool onlyOnce)
{
    Error error = cause;
    error.kind = ErrorKind::Incomplete;
    if (onlyOnce)
        error.nextStep = HttpText::tr("The service has answered the request: check what it did before you send it "
                                      "again, and make room on the disk.");
    return error;
}

Error redirectError(const QUrl &from, const QString &target, int status, const QString &reason)
{
    Error error =
        make(ErrorKind::Redirect,
             HttpText::tr("%1 sent the request on to %2, which was not followed.").arg(hostLabel(from), target),
             HttpText::tr("Check the address."), reason);
    error.httpStatus = status;
    return error;
}

std::optional<Error> bodyProblem(const BodyReader &reader, const QUrl &url, int status, bool lost)
{
    const QString host = hostLabel(url);
    const BodyFraming &framing = reader.framing();
    const auto incomplete = [](const QString &sentence) {
        return make(ErrorKind::Incomplete, sentence, HttpText::tr("Try again; what came is kept."));
    };
    if (!framing.hasBody)
        return std::nullopt;
    if (framing.lengthInvalid && !framing.chunked)
        return incomplete(HttpText::tr("The answer of %1 contradicts itself about its length.").arg(host));
    if (!framing.chunked && framing.length && reader.rawBytes() < *framing.length)
        return incomplete(HttpText::tr("The answer of %1 is incomplete: %2 of %3 bytes came.")
                              .arg(host)
                              .arg(reader.rawBytes())
                              .arg(*framing.length));
    if (lost)
        return incomplete(HttpText::tr("The connection to %1 was lost after %2 bytes of the answer.")
                              .arg(host)
                              .arg(reader.rawBytes()));
    if (framing.chunked && reader.rawBytes() == 0 && status >= 200 && status < 300)
        return incomplete(HttpText::tr("The answer of %1 promised a body in chunks, and none came.").arg(host));
    if (reader.compressionFailed())
        return incomplete(
            HttpText::tr("The answer of %1 says that it is compressed and could not be decompressed.").arg(host));
    if (framing.compressed && reader.rawBytes() > 0 && !reader.compressionEnded())
        return incomplete(
            HttpText::tr("The compressed answer of %1 is cut short after %2 bytes.").arg(host).arg(reader.rawBytes()));
    return std::nullopt;
}

} // namespace acx
