// SPDX-License-Identifier: GPL-3.0-or-later
// The end of an exchange: what it brought, or why it brought nothing.
#include "app/base/clock.h"
#include "app/base/deliver.h"
#include "app/http/http_exchange.h"
#include "app/http/json_check.h"

namespace acx {
namespace {

// Codes of 201 to 299, from 401 on, and for 407 only repeat the HTTP status.
bool isTransportCode(QNetworkReply::NetworkError code)
{
    return code != QNetworkReply::NoError && code != QNetworkReply::ProxyAuthenticationRequiredError &&
           (code < QNetworkReply::ContentAccessDenied || code == QNetworkReply::ContentReSendError ||
            code == QNetworkReply::ProtocolFailure);
}

// After a whole answer of these kinds Qt would send the request again, cannot rewind its body, and says so. Nothing of
// the answer is missing.
bool wouldOnlySendAgain(const QNetworkReply &reply, int status)
{
    return reply.error() == QNetworkReply::ContentReSendError &&
           (status == 307 || status == 308 || status == 401 || status == 407);
}

} // namespace

void HttpExchange::conclude()
{
    if (!m_reader) {
        concludeWithoutAnswer();
        return;
    }
    m_deadline.stop();
    m_silence.stop();
    m_response.timing.finishedMs = elapsedMs();
    m_response.body = m_reader->body();
    const bool lost = m_reply && isTransportCode(m_reply->error()) && !wouldOnlySendAgain(*m_reply, m_response.status);
    if (m_reader->diskError())
        m_response.problem = notKeptError(*m_reader->diskError(), onlyOnce());
    else if (m_reader->isTooLarge())
        m_response.problem = tooLargeError(m_response.url, m_request.maxBytes);
    else if (m_stop != Stop::None)
        m_response.problem = timeout();
    else
        m_response.problem = bodyProblem(*m_reader, m_response.url, m_response.status, lost);
    confirmEnd();
}

void HttpExchange::confirmEnd()
{
    const BodyFraming &framing = m_reader->framing();
    // Chunks confirm nothing: when the last bytes and the end of the connection come together, Qt 6.4 reports a body
    // that was cut between two chunks as whole.
    const bool hasLength = framing.length && !framing.chunked; // beside chunks a length counts for nothing
    const bool framed = !framing.hasBody || hasLength || m_reader->compressionEnded();
    m_response.endConfirmed = framed && !m_response.problem;
    const bool emptyOnPurpose = framing.length == 0;
    const bool success = m_response.status >= 200 && m_response.status < 300;
    const bool isPart = m_response.status == 206; // of a document, as it was asked for
    if (m_response.problem || !success || isPart || !framing.hasBody || emptyOnPurpose || !claimsJson(m_response)) {
        finish(std::move(m_response));
        return;
    }
    const QFuture<Result<std::optional<Error>>> check = checkJson(m_response.body, hostLabel(m_response.url));
    // A small document is checked by now and needs no turn of the event loop.
    if (check.isFinished())
        endAsChecked(check.result());
    else
        deliver(check, this, [this](const Result<std::optional<Error>> &checked) { endAsChecked(checked); });
}

void HttpExchange::endAsChecked(const Result<std::optional<Error>> &checked)
{
    m_response.problem = checked ? *checked : notKeptError(checked.error(), onlyOnce());
    // A document that parses is complete by itself, unless it is a number: the half of one is a number, too.
    const Result<QByteArrayView> text = m_response.body.view();
    const bool mayBeHalf = text && !text->isEmpty() && text->back() >= '0' && text->back() <= '9';
    m_response.endConfirmed = !m_response.problem && (m_response.endConfirmed || !mayBeHalf);
    finish(std::move(m_response));
}

Error HttpExchange::timeout() const
{
    const bool silent = m_stop == Stop::Silence;
    const std::chrono::milliseconds length = silent ? m_request.idleLimit : m_request.deadline;
    if (m_isAskingForProxy)
        return systemProxyTimeoutError(m_response.url, length);
    const QNetworkProxy proxy = m_transport.proxyFor(m_response.url);
    if (!m_reader && !m_sent && proxy.type() != QNetworkProxy::NoProxy)
        return proxyTimeoutError(proxy, m_response.url, length);
    return timeoutError(m_response.url, silent ? Limit::Silence : Limit::Deadline, length, m_reader.has_value(),
                        m_reader ? m_reader->rawBytes() : 0);
}

void HttpExchange::concludeWithoutAnswer()
{
    if (m_refused) {
        finish(fail(*m_refused));
        return;
    }
    if (m_stop != Stop::None) {
        Error error = timeout();
        if (onlyOnce() && m_sent)
            error.nextStep = unknownOutcomeError(m_response.url).nextStep;
        finish(fail(error));
        return;
    }
    TransportFailure failure;
    failure.url = m_response.url;
    failure.code = m_reply ? m_reply->error() : QNetworkReply::UnknownNetworkError;
    failure.text = m_reply ? m_reply->errorString() : QString();
    failure.peer = m_peer ? &*m_peer : nullptr;
    failure.proxy = m_transport.proxyFor(m_response.url);
    failure.now = m_transport.clock().now();
    failure.proxyOffered = m_offered;
    failure.onlyOnce = onlyOnce();
    failure.sent = m_sent;
    const Error error = transportError(failure);
    if (m_peer && m_peer->refused())
        m_transport.noteRefused(error.sentence, *m_peer->refused());
    finish(fail(error));
}

} // namespace acx
