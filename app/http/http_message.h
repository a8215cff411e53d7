// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/cancel.h"
#include "app/base/result.h"
#include "app/base/secret.h"
#include "app/response/response_body.h"

#include <QByteArray>
#include <QDateTime>
#include <QList>
#include <QUrl>

#include <chrono>
#include <functional>
#include <optional>

namespace acx {

/// One header line. Names are compared without case.
struct HttpHeader
{
    QByteArray name;
    QByteArray value;

    bool operator==(const HttpHeader &) const = default;
};
using HttpHeaders = QList<HttpHeader>;

/// The first value of that name (case-insensitive), or an empty array.
[[nodiscard]] QByteArray headerValue(const HttpHeaders &headers, QByteArrayView name);
[[nodiscard]] bool hasHeader(const HttpHeaders &headers, QByteArrayView name);

/// Scheme, host (lower case, without one trailing dot) and port of a URL: what a secret is bound to.
struct Origin
{
    QString scheme;
    QString host;
    int port = 0;

    [[nodiscard]] static Origin of(const QUrl &url);
    [[nodiscard]] QString toString() const;
    bool operator==(const Origin &) const = default;
};

/// True for 127.0.0.0/8, ::1 (also in brackets or mapped) and the name localhost; not with a final dot, which makes the
/// system ask the name servers of the network.
[[nodiscard]] bool isLoopbackHost(const QString &host);

enum class Repetition {
    Allowed, ///< a safe request: the transport may send it again on a stale connection
    Never,   ///< goes out at most once, whatever happens to the connection
};
enum class RedirectPolicy {
    Refuse,     ///< any 3xx with a Location is an Error of kind Redirect that names the target's host
    Report,     ///< a 3xx is handed back as the answer
    FollowSafe, ///< GET and HEAD are followed, at most 10 times, credentials only to the allowed origins;
                ///< other methods, and redirects that are not safe to follow, are handed back as Report does
};

struct HttpProgress
{
    qint64 received = 0;  ///< bytes of the body so far
    qint64 expected = -1; ///< from Content-Length; -1 = unknown
};

struct HttpRequest
{
    QByteArray method = "GET";
    QUrl url;
    HttpHeaders headers;
    /// Sent as `Authorization: Bearer …`, and only to `credentialOrigins`.
    std::optional<Secret> bearer;
    /// Header lines whose value is a secret (for example IAM-ApiKey); treated as `bearer` is.
    QList<std::pair<QByteArray, Secret>> secretHeaders;
    /// None = no body at all; an empty array = a body of length 0 (Content-Length: 0).
    std::optional<QByteArray> body;
    /// Where bearer, secret headers and body may go. Empty = only the origin of `url`.
    QList<Origin> credentialOrigins;
    /// Values that must not survive in any Error, log line or header shown (API key, client secret, token).
    QList<Secret> secrets;
    Repetition repetition = Repetition::Allowed;
    RedirectPolicy redirects = RedirectPolicy::Refuse;
    std::chrono::milliseconds deadline{30'000};  ///< for the whole exchange, redirects included
    std::chrono::milliseconds spent{0};          ///< of the deadline, before this exchange: for a token, a first try
    std::chrono::milliseconds idleLimit{30'000}; ///< longest silence
    qint64 maxBytes = 1024LL * 1024 * 1024;      ///< of the body, after decompression
    qint64 memoryLimit = 1024LL * 1024;          ///< see ResponseBody
    CancelToken cancel;
    std::function<void(const HttpProgress &)> progress;
};

/// Milliseconds since the request was handed over; -1 = did not happen (for example no TLS, or a reused connection).
struct HttpTiming
{
    double queuedMs = -1;    ///< until the request began to be processed
    double connectedMs = -1; ///< until connection (and TLS) stood
    double sentMs = -1;      ///< until the request was written
    double firstByteMs = -1; ///< until the first header byte
    double finishedMs = -1;  ///< until the last byte
    bool operator==(const HttpTiming &) const = default;
};

/// An answer of the service, whatever its status. Success means 2xx *and* no `problem`.
struct HttpResponse
{
    int status = 0;
    QByteArray reason;
    HttpHeaders headers;
    ResponseBody body;
    QUrl url;                        ///< the URL that answered, after redirects
    QList<QUrl> redirects;           ///< the URLs passed through
    bool credentialsDropped = false; ///< a redirect left the allowed origins, so nothing secret went along
    /// FollowSafe only: why this redirect was not followed (kind Redirect); the 3xx itself is then the answer.
    std::optional<Error> redirectRefused;
    bool endConfirmed = true; ///< false: nothing framed the body, and it does not show its end itself
    /// No header can be read although there should be some: Qt 6.4 drops all of them, and says nothing, where a line is
    /// malformed, or where they are more than 100 or exceed 256 KiB. Then nothing tells type, length and encoding.
    bool headersLost = false;
    /// The body is cut (kind Incomplete, Timeout or TooLarge) or malformed; what arrived is in `body`.
    std::optional<Error> problem;
    HttpTiming timing;
    QDateTime date;       ///< the Date header in UTC; invalid if absent
    QDateTime receivedAt; ///< our clock when the headers arrived, UTC

    [[nodiscard]] bool isSuccess() const { return status >= 200 && status < 300 && !problem; }
};

} // namespace acx
