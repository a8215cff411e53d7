// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/explorer/request_sender.h"

#include "app/base/clock.h"
#include "app/base/deliver.h"
#include "app/http/redactor.h"
#include "app/tokens/retired_service.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QTimer>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace acx {
namespace {

using std::chrono::milliseconds;

bool isSafe(const QByteArray &method)
{
    return method == "GET" || method == "HEAD" || method == "OPTIONS";
}

Error deadlineError(const QUrl &url, milliseconds deadline)
{
    Error error;
    error.kind = ErrorKind::Timeout;
    error.sentence = QCoreApplication::translate("acx", "%1 gave no complete answer within %2 s.")
                         .arg(url.host())
                         .arg(static_cast<double>(deadline.count()) / 1000);
    error.nextStep = QCoreApplication::translate("acx", "Try again.");
    return error;
}

/// What must not survive of a secret header: its value, and the credentials alone, which an answer may repeat without
/// their scheme or the name of their cookie.
QList<Secret> secretsOf(const HttpHeader &header)
{
    constexpr qsizetype shortest = 8; // bytes of a part; shorter ones stand anywhere by chance
    QList<Secret> secrets{Secret(header.value)};
    if (header.name.compare("Cookie", Qt::CaseInsensitive) == 0) {
        const QList<QByteArray> cookies = header.value.split(';');
        for (const QByteArray &cookie : cookies) {
            if (const QByteArray value = cookie.mid(cookie.indexOf('=') + 1).trimmed(); value.size() >= shortest)
                secrets << Secret(value);
        }
    } else if (const qsizetype blank = header.value.indexOf(' '); blank > 0) {
        if (const QByteArray credentials = header.value.sliced(blank).trimmed(); credentials.size() >= shortest)
            secrets << Secret(credentials);
    }
    return secrets;
}

/// One request on its way: token, call, and after a 401 a new token and the call again. Lives as a child of the
/// HttpClient and ends itself.
class Sending final : public QObject
{
    Q_DISABLE_COPY_MOVE(Sending)

public:
    Sending(HttpClient &http, TokenBroker &broker, const Clock &clock, const PreparedRequest &request,
            const QUuid &profile, const SendOptions &options)
        : QObject(&http)
        , m_http(http)
        , m_broker(broker)
        , m_request(request)
        , m_profile(profile)
        , m_options(options)
    {
        m_exchange.method = request.method;
        m_exchange.url = request.url;
        m_exchange.tokenKind = request.tokenKind;
        m_exchange.notice = request.notice;
        m_exchange.sentAt = clock.now();
        m_promise->start();
        m_elapsed.start();
    }
    ~Sending() override { m_options.cancel.forget(m_cancelId); }

    QFuture<Result<Exchange>> start()
    {
        QFuture<Result<Exchange>> future = m_promise->future();
        m_deadline.setSingleShot(true);
        connect(&m_deadline, &QTimer::timeout, this,
                [this] { giveUp(deadlineError(m_request.url, m_options.deadline)); });
        m_deadline.start(m_options.deadline);
        m_cancelId = m_options.cancel.onCancel([this] { finish(fail(cancelledError())); });
        if (m_finished)
            return future;
        if (m_request.tokenKind)
            awaitToken(m_broker.token(need()));
        else
            call();
        return future;
    }

private:
    TokenNeed need() const { return {m_profile, *m_request.tokenKind}; }

    void awaitToken(const QFuture<Result<Token>> &future)
    {
        // A token that is there needs no turn of the event loop.
        if (future.isFinished() && future.resultCount() > 0)
            return takeToken(future.resultAt(0));
        deliver(future, this, [this](const Result<Token> &token) { takeToken(token); });
    }

    void takeToken(const Result<Token> &token)
    {
        if (m_finished)
            return;
        if (!token)
            return giveUp(token.error());
        m_token = *token;
        call();
    }

    HttpRequest httpRequest() const
    {
        HttpRequest request;
        request.method = m_request.method;
        request.url = m_request.url;
        for (const HttpHeader &header : m_request.headers) {
            if (Redactor::isSecretHeader(header.name)) {
                request.secretHeaders.append({header.name, Secret(header.value)});
                request.secrets += secretsOf(header);
            } else {
                request.headers << header;
            }
        }
        for (const auto &[name, value] : m_request.secretHeaders) {
            request.secretHeaders.append({name, value});
            request.secrets << value;
        }
        if (m_token) {
            request.bearer = m_token->value;
            request.secrets << m_token->value;
            if (m_request.secretHeaders.isEmpty())
                request.credentialOrigins = m_request.tokenOrigins;
        }
        request.body = m_request.body;
        request.repetition = isSafe(m_request.method) ? Repetition::Allowed : Repetition::Never;
        request.redirects = m_options.redirects;
        request.deadline = m_options.deadline;
        request.spent = milliseconds(m_elapsed.elapsed());
        request.idleLimit = request.deadline;
        request.maxBytes = m_options.maxBytes;
        request.cancel = m_inner.token();
        request.progress = m_options.progress;
        return request;
    }

    milliseconds remaining() const
    {
        return std::max(milliseconds(1), m_options.deadline - milliseconds(m_elapsed.elapsed()));
    }

    void call()
    {
        m_exchange.tokenRenewed = m_refused;
        m_deadline.stop(); // from here on the HttpClient's, which keeps what arrived
        const HttpRequest request = httpRequest();
        m_exchange.secrets += request.secrets;
        deliverAtOnce(m_http.send(request), this, [this](const Result<HttpResponse> &response) {
            if (m_finished)
                return;
            if (!response)
                return finish(fail(explainedIfRetired(response.error(), m_request.url)));
            // Only a 401 to the token itself: a host that a redirect led to never saw it.
            m_exchange.response = *response;
            m_exchange.url = response->url;
            if (response->status != 401 || !m_token || m_refused || response->credentialsDropped)
                return finish(m_exchange);
            m_refused = true;
            m_deadline.start(remaining());
            awaitToken(m_broker.renew(need(), m_token));
        });
    }

    /// Without a (new) token. The answer that refused the old one is worth more than nothing.
    void giveUp(const Error &error)
    {
        if (!m_refused || error.kind == ErrorKind::Cancelled)
            return finish(fail(error));
        m_exchange.tokenRenewed = false;
        m_exchange.notice =
            QCoreApplication::translate("acx", "The service refused the token, and it could not be renewed. %1")
                .arg(error.message());
        finish(m_exchange);
    }

    void finish(const Result<Exchange> &result)
    {
        if (std::exchange(m_finished, true))
            return;
        m_deadline.stop();
        m_inner.cancel();
        deleteLater();
        // Last, for whoever receives it may end everything.
        const std::shared_ptr<QPromise<Result<Exchange>>> promise = m_promise;
        promise->addResult(result);
        promise->finish();
    }

    HttpClient &m_http;
    TokenBroker &m_broker;
    PreparedRequest m_request;
    QUuid m_profile;
    SendOptions m_options;
    std::shared_ptr<QPromise<Result<Exchange>>> m_promise = std::make_shared<QPromise<Result<Exchange>>>();
    Exchange m_exchange;
    std::optional<Token> m_token;
    CancelSource m_inner;
    QTimer m_deadline;
    QElapsedTimer m_elapsed;
    int m_cancelId = 0;
    bool m_refused = false; ///< by a 401; m_exchange holds it
    bool m_finished = false;
};

} // namespace

RequestSender::RequestSender(HttpClient &http, TokenBroker &broker, const Clock &clock)
    : m_http(http)
    , m_broker(broker)
    , m_clock(clock)
{}

QFuture<Result<Exchange>> RequestSender::send(const PreparedRequest &request, const QUuid &profile,
                                              const SendOptions &options)
{
    auto *sending = new Sending(m_http, m_broker, m_clock, request, profile, options);
    return sending->start();
}

} // namespace acx
