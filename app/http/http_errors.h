// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/error.h"
#include "app/http/body_reader.h"

#include <QNetworkProxy>
#include <QNetworkReply>

#include <chrono>

namespace acx {

class PeerCheck;

/// Of CONNECT, when a person's own login is sent.
inline constexpr char proxyLoginHeader[] = "Proxy-Authorization";

/// Everything that is known about an exchange that brought no answer.
struct TransportFailure
{
    QUrl url;
    QNetworkReply::NetworkError code = QNetworkReply::NoError;
    QString text;                    ///< Qt's words; only for the technical part
    const PeerCheck *peer = nullptr; ///< null without TLS
    QNetworkProxy proxy{QNetworkProxy::NoProxy};
    QByteArrayList proxyOffered; ///< how the proxy wanted to be logged in to, if it was left to Qt
    QDateTime now;
    bool onlyOnce = false; ///< Repetition::Never
    bool sent = false;     ///< some of the request may have reached the other side
};

/// host, or host:port where the port is not the scheme's own.
[[nodiscard]] QString hostLabel(const QUrl &url);

[[nodiscard]] Error transportError(const TransportFailure &failure);
[[nodiscard]] Error unknownOutcomeError(const QUrl &url);

enum class Limit { Deadline, Silence };
/// `limit` passed before (answered = false) or during the answer.
[[nodiscard]] Error timeoutError(const QUrl &url, Limit limit, std::chrono::milliseconds length, bool answered,
                                 qint64 received);
/// Beside an answer with HttpResponse::headersLost.
[[nodiscard]] QString headersLostText();
/// The proxy answered 407. `schemes`: how it wants to be logged in to.
[[nodiscard]] Error proxyLoginError(const QNetworkProxy &proxy, const QByteArrayList &schemes);
/// `length` passed before the connection through the proxy stood.
[[nodiscard]] Error proxyTimeoutError(const QNetworkProxy &proxy, const QUrl &url, std::chrono::milliseconds length);
/// `length` passed before the system had named the proxy.
[[nodiscard]] Error systemProxyTimeoutError(const QUrl &url, std::chrono::milliseconds length);
[[nodiscard]] Error tooLargeError(const QUrl &url, qint64 maxBytes);
/// The body could not be kept in full, for the reason `cause` gives. `onlyOnce`: a request that must not be sent again
/// just so.
[[nodiscard]] Error notKeptError(const Error &cause, bool onlyOnce);
/// A redirect that is not followed; `target` is shown as text.
[[nodiscard]] Error redirectError(const QUrl &from, const QString &target, int status, const QString &reason);

/// Why a body that has arrived cannot be all of it, or none. `lost` = the connection broke before its end.
[[nodiscard]] std::optional<Error> bodyProblem(const BodyReader &reader, const QUrl &url, int status, bool lost);

} // namespace acx
