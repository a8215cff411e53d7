// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/http/body_reader.h"
#include "app/http/http_errors.h"
#include "app/http/peer_check.h"
#include "app/http/transport.h"

#include <QElapsedTimer>
#include <QNetworkReply>
#include <QPointer>
#include <QPromise>
#include <QTimer>

#include <functional>
#include <optional>

namespace acx {

/// One request on its way, redirects included, until its one outcome. Deletes itself after that; destroyed earlier, it
/// ends as cancelled.
class HttpExchange final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(HttpExchange)

public:
    /// `request` has passed checkRequest().
    HttpExchange(HttpRequest request, Transport &transport, QObject *parent);
    ~HttpExchange() override;

    [[nodiscard]] QFuture<Result<HttpResponse>> start();

private:
    enum class Stop { None, User, Deadline, Silence };

    void begin();
    void sendHop();
    void askForProxy(const std::optional<QSslConfiguration> &tls);
    /// An HTTP proxy that was not passed lately is asked whether it lets us through.
    void knock(const std::optional<QSslConfiguration> &tls);
    /// Asks the proxy of this hop, ends the exchange if it wants a login that it did not get, and goes on otherwise.
    void askProxy(const QNetworkProxy &proxy, const std::function<void()> &goOn);
    void onSlow();
    void sendHopOver(const std::optional<QSslConfiguration> &tls);
    void watchReply();
    void onEncrypted();
    void onHeaders();
    void onReplyFinished();
    /// Moves what has arrived into the body, for a few milliseconds at a time.
    void pump();
    [[nodiscard]] bool pumpSlice();
    void stop(Stop why);
    void dropReply();
    [[nodiscard]] bool mayBeHeld() const;

    /// True if the answer at hand was a redirect and has been dealt with.
    [[nodiscard]] bool handleRedirect();
    void follow(const QUrl &target);

    /// The reply is done or was dropped, and every byte of it has been read.
    void conclude();
    void concludeWithoutAnswer();
    void confirmEnd();
    void endAsChecked(const Result<std::optional<Error>> &checked);
    void finish(Result<HttpResponse> result);

    [[nodiscard]] bool onlyOnce() const { return m_request.repetition == Repetition::Never; }
    [[nodiscard]] Error timeout() const;
    [[nodiscard]] double elapsedMs() const;

    HttpRequest m_request;
    Transport &m_transport;
    Transport::Manager m_manager;
    StrayConnections::Use m_use;                ///< of this hop
    std::unique_ptr<HandshakeWait> m_handshake; ///< of this hop; none without TLS
    int m_hop = 0;                              ///< the number of this hop
    QByteArrayList m_offered;                   ///< by a proxy that the system may be able to log in to
    QPointer<QNetworkReply> m_reply;
    QPromise<Result<HttpResponse>> m_promise;
    QTimer m_deadline;
    QTimer m_silence;
    QTimer m_slowness; ///< of this hop
    QElapsedTimer m_elapsed;
    int m_cancelId = 0;

    HttpResponse m_response;
    std::optional<BodyReader> m_reader;
    std::optional<PeerCheck> m_peer; ///< of this hop; none without TLS
    std::optional<Error> m_refused;  ///< a certificate that we refuse although Qt does not
    Stop m_stop = Stop::None;
    bool m_isAskingForProxy = false;
    bool m_sent = false;
    bool m_replyDone = false;
    bool m_pumpScheduled = false;
    bool m_finished = false;
};

} // namespace acx
