// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/http/outcome_report.h"

#include "app/http/http_errors.h"
#include "app/http/http_log.h"
#include "app/http/redactor.h"

using namespace Qt::StringLiterals;

namespace acx {
namespace {

Redactor redactorFor(const HttpRequest &request)
{
    Redactor redactor(request.secrets);
    if (request.bearer)
        redactor.addKnown(*request.bearer);
    for (const auto &[name, secret] : request.secretHeaders)
        redactor.addKnown(secret);
    return redactor;
}

} // namespace

void redactOutcome(Result<HttpResponse> &outcome, const HttpRequest &request)
{
    const auto clean = [&request](Error &error) {
        const Redactor redactor = redactorFor(request);
        error.sentence = redactor.text(error.sentence);
        error.technical = redactor.text(error.technical);
    };
    if (!outcome) {
        clean(outcome.error());
        return;
    }
    if (outcome->problem)
        clean(*outcome->problem);
    if (outcome->redirectRefused)
        clean(*outcome->redirectRefused);
}

void logOutcome(const Result<HttpResponse> &outcome, const HttpRequest &request, double elapsedMs)
{
    if (!httpLog().isDebugEnabled())
        return;
    const Redactor redactor = redactorFor(request);
    const QString asked = u"%1 %2%3"_s.arg(QString::fromLatin1(request.method), hostLabel(request.url),
                                           request.url.path(QUrl::FullyEncoded));
    const QString told =
        outcome ? u"%1, %2 bytes"_s.arg(outcome->status).arg(outcome->body.size()) : outcome.error().sentence;
    qCDebug(httpLog).noquote() << redactor.text(asked) << "->" << redactor.text(told) << "in" << elapsedMs << "ms";
}

} // namespace acx
