// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/base/deliver.h"
#include "app/cli/call_operation.h"
#include "app/cli/call_output.h"
#include "app/cli/call_request.h"
#include "app/cli/commands.h"
#include "app/cli/context.h"
#include "app/cli/place.h"
#include "app/cli/token_choice.h"
#include "app/explorer/history.h"
#include "app/explorer/request_sender.h"
#include "app/http/http_errors.h"
#include "app/http/redactor.h"
#include "app/tokens/service_error.h"

#include <QPromise>

#include <memory>

using namespace Qt::StringLiterals;

namespace acx {

namespace {

bool isWholeUrl(const QString &target)
{
    return target.startsWith("https://"_L1, Qt::CaseInsensitive) ||
           target.startsWith("http://"_L1, Qt::CaseInsensitive);
}

/// A whole URL that goes out without a token belongs to no place at all.
QFuture<Result<Place>> openPlace(Context &context, const RequestDraft &draft)
{
    if (draft.withToken)
        return openPlaceWithKey(context);
    if (!isWholeUrl(draft.target) || context.line().has(Option::Profile))
        return openPlaceWithoutKey(context);
    Profile nowhere;
    return ready<Place>(placeOf(context, nowhere));
}

/// In place of the words of an API that said no: a redirect is no refusal of the service.
Error redirectError(const HttpResponse &response, const Redactor &redactor)
{
    if (response.redirectRefused)
        return *response.redirectRefused;
    const QUrl target = response.url.resolved(QUrl::fromEncoded(headerValue(response.headers, "Location")));
    Error error;
    error.kind = ErrorKind::Redirect;
    error.sentence = u"%1 redirects to %2, which is not followed."_s.arg(hostLabel(response.url), redactor.url(target));
    error.nextStep = u"If that address is right, call it itself."_s;
    error.httpStatus = response.status;
    return error;
}

bool isRedirect(const HttpResponse &response)
{
    return response.status >= 300 && response.status < 400 && hasHeader(response.headers, "Location");
}

/// The window has no place for it, so whatever else tells of a deadline does not say it.
Error withTimeHint(Error error)
{
    if (error.kind == ErrorKind::Timeout)
        error.nextStep = QStringList{error.nextStep, u"--timeout allows more time."_s}.join(u' ').trimmed();
    return error;
}

/// What the person should know about an answer besides its body.
void explain(Context &context, const Exchange &exchange)
{
    const HttpResponse &response = exchange.response;
    const Redactor redactor(exchange.secrets);
    Output &out = context.out();
    if (response.status == 401 && !exchange.notice.isEmpty() && exchange.tokenKind)
        out.note(exchange.notice);
    if (response.credentialsDropped)
        out.note(u"The answer comes from %1, where a redirect led; the token was not sent there."_s.arg(
            hostLabel(response.url)));
    if (response.headersLost)
        out.note(headersLostText());
    if (response.problem)
        out.error(withTimeHint(*response.problem));
    else if (!response.endConfirmed)
        out.note(u"Nothing confirms that the body is whole: it may be cut."_s);
    if (isRedirect(response))
        out.error(redirectError(response, redactor));
    else if (response.status < 200 || response.status >= 300)
        out.error(apiError(response, redactor));
}

Result<ExitCode> report(Context &context, CallOutput &output, const Exchange &exchange)
{
    const Status delivered = output.deliver(exchange.response);
    explain(context, exchange);
    if (!delivered)
        return fail(delivered.error());
    if (exchange.response.problem)
        return ExitCode::NoAnswer;
    return exchange.response.isSuccess() ? ExitCode::Done : ExitCode::OtherStatus;
}

/// Ends with `result` once the exchange is in the history. What cannot be kept is a warning, which the context tells,
/// and nothing more.
CommandResult keep(Context &context, const RecordedExchange &exchange, const Result<ExitCode> &result)
{
    History *history = context.recording();
    if (!history)
        return ready<ExitCode>(result);
    const auto promise = std::make_shared<QPromise<Result<ExitCode>>>();
    promise->start();
    deliver(history->record(exchange), history, [promise, result](const Result<qint64> &) {
        promise->addResult(result);
        promise->finish();
    });
    return promise->future();
}

RecordedExchange recordOf(const Place &place, const CallRequest &call, const PreparedRequest &request)
{
    RecordedExchange exchange;
    exchange.profile = place.profile.id;
    exchange.profileName = place.profile.name;
    exchange.operationId = call.operationId;
    exchange.title = call.title;
    exchange.request = request;
    return exchange;
}

Access accessOf(const Context &context, const Place &place)
{
    return place.profile.readOnly || context.line().has(Option::ReadOnly) ? Access::ReadOnly : Access::Full;
}

CommandResult send(Context &context, const Place &place, const CallRequest &call)
{
    const Result<PreparedRequest> request = prepare(call.draft, place.deployment, place.endpoints,
                                                    !place.profile.clientId.isEmpty(), accessOf(context, place));
    if (!request)
        return failed(request.error());
    if (request->tokenKind) {
        if (const Status known = useTokenService(context, place, *request->tokenKind); !known)
            return failed(known.error());
    }
    if (!request->notice.isEmpty())
        context.out().note(request->notice);
    const Result<std::shared_ptr<CallOutput>> output = CallOutput::open(context);
    if (!output)
        return failed(output.error());
    const Result<TokenBroker *> broker = context.broker(place.profiles ? *place.profiles : context.runProfiles());
    if (!broker)
        return failed(broker.error());

    if (request->tokenKind)
        beginSpending(**broker, place, *request->tokenKind);
    SendOptions options;
    options.deadline = call.deadline;
    const auto sender = std::make_shared<RequestSender>(context.http(), **broker, context.clock());
    RecordedExchange recorded = recordOf(place, call, *request);
    recorded.sentAt = context.clock().now();
    return sender->send(*request, place.profile.id, options)
        .then([&context, sender, recorded,
               output = *output](const QFuture<Result<Exchange>> &done) mutable -> CommandResult {
            recorded.outcome = done.resultCount() > 0 ? done.resultAt(0) : fail(cancelledError());
            return keep(context, recorded,
                        recorded.outcome ? report(context, *output, *recorded.outcome)
                                         : fail(withTimeHint(recorded.outcome.error())));
        })
        .unwrap();
}

} // namespace

CommandResult callApi(Context &context)
{
    const Result<CallRequest> call =
        namesOperation(context.line()) ? readOperationCall(context) : readCallRequest(context);
    if (!call)
        return failed(call.error());
    return chain<ExitCode>(openPlace(context, call->draft),
                           [&context, call = *call](const Place &place) { return send(context, place, call); });
}

} // namespace acx
