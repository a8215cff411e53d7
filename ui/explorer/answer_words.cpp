// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/explorer/answer_words.h"

#include "app/http/http_errors.h"
#include "app/http/redactor.h"
#include "app/tokens/service_error.h"
#include "ui/explorer/answer_panel.h"

using namespace Qt::StringLiterals;

namespace acx {

namespace {

AnswerHeadline headlineOf(const Error &error)
{
    return {MessageKind::Error, error.sentence, error.nextStep, error.details()};
}

/// 4xx and 5xx: status and the service's own words. That the body is also cut is worth a line.
AnswerHeadline refusal(const Exchange &exchange)
{
    const HttpResponse &response = exchange.response;
    Error error = apiError(response, Redactor(exchange.secrets));
    if (!error.sentence.contains(QString::number(response.status)))
        error.sentence = u"HTTP %1: %2"_s.arg(QString::number(response.status), error.sentence);
    if (!exchange.tokenKind && (response.status == 401 || response.status == 403))
        error.nextStep = AnswerPanel::tr("No token of this profile went along.");
    else if (response.status == 401 && exchange.tokenRenewed)
        error.nextStep =
            AnswerPanel::tr("A new token was refused as well. Check that this host takes tokens of this kind.");
    if (response.problem)
        error.nextStep = response.problem->sentence + u'\n' + error.nextStep;
    return headlineOf(error);
}

/// A redirect of a method that is never sent on.
AnswerHeadline redirect(const HttpResponse &response)
{
    const QUrl target = response.url.resolved(QUrl::fromEncoded(headerValue(response.headers, "Location")));
    AnswerHeadline headline;
    headline.kind = MessageKind::Warning;
    headline.title =
        AnswerPanel::tr("%1 sends the request on to %2.").arg(response.url.host(), Redactor().text(target.toString()));
    headline.text = AnswerPanel::tr("Only GET and HEAD are sent on. If that address is right, call it itself.");
    return headline;
}

bool isRedirect(const HttpResponse &response)
{
    return response.status >= 300 && response.status < 400 && hasHeader(response.headers, "Location");
}

} // namespace

std::optional<AnswerHeadline> answerHeadline(const Exchange &exchange)
{
    const HttpResponse &response = exchange.response;
    if (response.status >= 400)
        return refusal(exchange);
    if (response.redirectRefused)
        return headlineOf(*response.redirectRefused);
    if (response.problem)
        return headlineOf(*response.problem);
    if (isRedirect(response))
        return redirect(response);
    if (response.endConfirmed)
        return std::nullopt;
    return AnswerHeadline{
        MessageKind::Warning,
        AnswerPanel::tr("End not confirmed"),
        AnswerPanel::tr("The service closed the connection without telling how long the body is: it may "
                        "be cut."),
        {}};
}

QStringList answerNotes(const Exchange &exchange)
{
    QStringList notes;
    if (!exchange.notice.isEmpty())
        notes += exchange.notice;
    if (exchange.tokenRenewed)
        notes +=
            AnswerPanel::tr("The service refused the token (401), so it was renewed and the request was sent again.");
    if (exchange.response.credentialsDropped)
        notes += AnswerPanel::tr("A redirect led to another host, so no token went along.");
    if (exchange.response.headersLost)
        notes += headersLostText();
    return notes;
}

} // namespace acx
