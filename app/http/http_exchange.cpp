// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/http/http_exchange.h"

#include "app/base/clock.h"
#include "app/base/deliver.h"
#include "app/http/http_date.h"
#include "app/http/json_check.h"
#include "app/http/outcome_report.h"
#include "app/http/peer_check.h"
#include "app/http/redirects.h"

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace acx {
namespace {

constexpr qint64 sliceMs = 8;            // how long one turn of the event loop is used for a body
constexpr qint64 readSize = 64LL * 1024; // bytes
constexpr double patienceMs = 2000;      // who is cancelled sooner has done no harm

HttpHeaders headersOf(const QNetworkReply &reply)
{
    HttpHeaders headers;
    const QList<QNetworkReply::RawHeaderPair> &pairs = reply.rawHeaderPairs();
    headers.reserve(pairs.size());
    for (const auto &[name, value] : pairs)
        headers.append({name, value});
    return headers;
}

} // namespace

HttpExchange::HttpExchange(HttpRequest request, Transport &transport, QObject *parent)
    : QObject(parent)
    , m_request(std::move(request))
    , m_transport(transport)
    , m_deadline(this)
    , m_silence(this)
    , m_slowness(this)
{
    m_deadline.setSingleShot(true);
    m_silence.setSingleShot(true);
    m_slowness.setSingleShot(true);
    connect(&m_deadline, &QTimer::timeout, this, [this] { stop(Stop::Deadline); });
    connect(&m_silence, &QTimer::timeout, this, [this] { stop(Stop::Silence); });
    connect(&m_slowness, &QTimer::timeout, this, &HttpExchange::onSlow);
}

HttpExchange::~HttpExchange()
{
    if (m_finished)
        return;
    m_finished = true;
    m_request.cancel.forget(m_cancelId);
    dropReply();
    if (mayBeHeld())
        m_transport.retire(m_manager, m_response.url);
    m_promise.addResult(Result<HttpResponse>(fail(cancelledError())));
    m_promise.finish();
}

QFuture<Result<HttpResponse>> HttpExchange::start()
{
    m_promise.start();
    m_elapsed.start();
    m_cancelId = m_request.cancel.onCancel([this] { stop(Stop::User); });
    m_response.url = m_request.url;
    const QFuture<Result<HttpResponse>> future = m_promise.future();
    if (m_transport.hold().isFinished())
        begin();
    else
        deliver(m_transport.hold(), this, [this](const Status &) {
            if (!m_finished)
                begin();
        });
    return future;
}

void HttpExchange::watchReply()
{
    QNetworkReply *reply = m_reply;
    connect(reply, &QNetworkReply::socketStartedConnecting, this, [this] {
        if (m_response.timing.queuedMs < 0)
            m_response.timing.queuedMs = elapsedMs();
        if (m_handshake)
            m_handshake->begun();
    });
    connect(reply, &QNetworkReply::requestSent, this, [this] {
        m_sent = true;
        HttpTiming &timing = m_response.timing;
        // Qt writes the request as soon as the connection stands; a reused one never started to connect.
        if (timing.connectedMs < 0 && timing.queuedMs >= 0)
            timing.connectedMs = elapsedMs();
        timing.sentMs = elapsedMs();
        m_silence.start();
    });
    connect(reply, &QNetworkReply::uploadProgress, this, [this](qint64 sent, qint64) {
        m_sent = m_sent || sent > 0;
        if (sent > 0)
            m_response.timing.sentMs = elapsedMs();
        m_silence.start();
    });
    connect(reply, &QNetworkReply::sslErrors, this, [this](const QList<QSslError> &errors) {
        const QList<QSslError> expected = m_peer->expected(m_reply->sslConfiguration().peerCertificate(), errors);
        if (!expected.isEmpty())
            m_reply->ignoreSslErrors(expected);
    });
    connect(reply, &QNetworkReply::encrypted, this, &HttpExchange::onEncrypted);
    connect(reply, &QNetworkReply::metaDataChanged, this, &HttpExchange::onHeaders);
    connect(reply, &QNetworkReply::readyRead, this, &HttpExchange::pump);
    connect(reply, &QNetworkReply::finished, this, &HttpExchange::onReplyFinished);
    connect(reply, &QObject::destroyed, this, [this] { stop(Stop::User); });
}

void HttpExchange::onEncrypted()
{
    m_response.timing.connectedMs = elapsedMs();
    if (const QNetworkProxy proxy = m_transport.proxyFor(m_response.url); proxy.type() == QNetworkProxy::HttpProxy)
        m_transport.doors().noteOpen(proxy);
    m_handshake->checked();
    m_refused = m_peer->problem(m_reply->sslConfiguration().peerCertificate());
    if (!m_refused)
        return;
    dropReply();
    concludeWithoutAnswer();
}

void HttpExchange::onHeaders()
{
    const int status = m_reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    if (status < 200 || m_reader)
        return;
    m_silence.start();
    if (m_handshake)
        m_handshake->answered();
    m_response.status = status;
    m_response.reason = m_reply->attribute(QNetworkRequest::HttpReasonPhraseAttribute).toByteArray();
    m_response.headers = headersOf(*m_reply);
    m_response.headersLost = m_response.headers.isEmpty() && status != 204 && status != 205 && status != 304;
    m_response.timing.firstByteMs = elapsedMs();
    m_response.receivedAt = m_transport.clock().now();
    m_response.date = parseHttpDate(headerValue(m_response.headers, "Date"));
    if (handleRedirect())
        return;
    m_reader.emplace(BodyFraming::of(m_request.method, status, m_response.headers), m_request.memoryLimit,
                     m_request.maxBytes);
}

bool HttpExchange::handleRedirect()
{
    const RedirectStep step = redirectStep(m_request, m_response);
    switch (step.action) {
    case RedirectStep::Action::Answer:
        m_response.redirectRefused = step.error;
        return false;
    case RedirectStep::Action::Follow:
        follow(step.target);
        return true;
    case RedirectStep::Action::Fail:
        finish(fail(*step.error));
        return true;
    }
    Q_UNREACHABLE();
    return false;
}

void HttpExchange::follow(const QUrl &target)
{
    dropReply();
    m_manager.reset(); // by now it may have been given up
    m_response.redirects.append(m_response.url);
    m_response.url = target;
    m_response.status = 0;
    sendHop();
}

void HttpExchange::onReplyFinished()
{
    // Headers may come without metaDataChanged when the body is empty.
    if (!m_reader && m_reply)
        onHeaders();
    if (m_finished || !m_reply || !m_reply->isFinished())
        return;
    m_replyDone = true;
    m_silence.stop();
    pump();
}

void HttpExchange::pump()
{
    if (m_finished || m_pumpScheduled)
        return;
    if (!m_replyDone)
        m_silence.start();
    if (m_reader && pumpSlice()) {
        m_pumpScheduled = true;
        QTimer::singleShot(0, this, [this] {
            m_pumpScheduled = false;
            pump();
        });
        return;
    }
    if (m_finished)
        return;
    if (m_replyDone)
        conclude();
}

bool HttpExchange::pumpSlice()
{
    QElapsedTimer slice;
    slice.start();
    bool more = true;
    while (more && slice.elapsed() < sliceMs) {
        if (m_reader->hasWork())
            m_reader->work();
        else if (m_reply && m_reply->bytesAvailable() > 0)
            m_reader->take(m_reply->read(readSize));
        else
            more = false;
        if (m_reader->isTooLarge() || m_reader->diskError()) {
            dropReply();
            conclude();
            return false;
        }
    }
    if (m_request.progress)
        m_request.progress({m_reader->rawBytes(), m_reader->framing().length.value_or(-1)});
    return more;
}

void HttpExchange::stop(Stop why)
{
    if (m_finished)
        return;
    m_stop = why;
    dropReply();
    if (why == Stop::User)
        finish(fail(cancelledError()));
    else if (m_reader)
        conclude();
    else
        concludeWithoutAnswer();
}

void HttpExchange::dropReply()
{
    m_handshake.reset();
    if (!m_reply)
        return;
    QNetworkReply *reply = m_reply;
    m_reply.clear();
    disconnect(reply, nullptr, this, nullptr);
    reply->abort();
    reply->deleteLater();
}

// While nothing but headers can have come, which may have no end. A thread that reads them may not even have told that
// the request was sent.
bool HttpExchange::mayBeHeld() const
{
    return !m_reader && m_manager && (m_stop == Stop::Deadline || elapsedMs() > patienceMs);
}

void HttpExchange::finish(Result<HttpResponse> result)
{
    if (std::exchange(m_finished, true))
        return;
    m_deadline.stop();
    m_silence.stop();
    m_slowness.stop();
    m_request.cancel.forget(m_cancelId);
    dropReply();
    if (!result && mayBeHeld())
        m_transport.retire(m_manager, m_response.url);
    m_use.reset();
    redactOutcome(result, m_request);
    logOutcome(result, m_request, elapsedMs());
    deleteLater();
    // Last, for whoever waits may go on within finish().
    m_promise.addResult(std::move(result));
    m_promise.finish();
}

double HttpExchange::elapsedMs() const
{
    return static_cast<double>(m_elapsed.nsecsElapsed()) / 1e6;
}

} // namespace acx
