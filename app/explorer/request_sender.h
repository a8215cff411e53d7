// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/explorer/request_draft.h"
#include "app/http/http_client.h"
#include "app/tokens/token_broker.h"

#include <QFuture>

#include <chrono>

namespace acx {

/// One finished exchange with an API.
struct Exchange
{
    HttpResponse response;
    QByteArray method;
    QUrl url;
    std::optional<TokenKind> tokenKind; ///< none = no token was sent
    bool tokenRenewed = false;          ///< a 401 renewed the token and the request was sent again
    QString notice;                     ///< see PreparedRequest; or why a refused token could not be renewed
    QDateTime sentAt;                   ///< UTC
    QList<Secret> secrets;              ///< what was sent and must not survive where the answer is kept: the token, …
};

struct SendOptions
{
    std::chrono::milliseconds deadline{120'000}; ///< for everything, token exchange included
    qint64 maxBytes = 1024LL * 1024 * 1024;
    RedirectPolicy redirects = RedirectPolicy::FollowSafe;
    CancelToken cancel;
    std::function<void(const HttpProgress &)> progress;
};

/// Sends a prepared request with the token of a profile. A 401 renews the token once and repeats the request with its
/// body; a second 401 is the answer, and so is the first one where the renewal fails. Requests other than GET, HEAD and
/// OPTIONS go out with Repetition::Never.
class RequestSender final
{
public:
    RequestSender(HttpClient &http, TokenBroker &broker, const Clock &clock);

    /// Errors: those of HttpClient::send and of TokenBroker::token. Any answer with a status is a value.
    [[nodiscard]] QFuture<Result<Exchange>> send(const PreparedRequest &request, const QUuid &profile,
                                                 const SendOptions &options);

private:
    HttpClient &m_http;
    TokenBroker &m_broker;
    const Clock &m_clock;
};

} // namespace acx
