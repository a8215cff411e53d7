// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/http/redirects.h"

#include "app/http/http_errors.h"
#include "app/http/request_check.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace acx {
namespace {

struct RedirectText
{
    Q_DECLARE_TR_FUNCTIONS(acx)
};

constexpr qsizetype mostRedirects = 10;

bool isRedirect(int status)
{
    return status == 301 || status == 302 || status == 303 || status == 307 || status == 308;
}

// Why a redirect to `target` is not followed; empty if it is.
QString refusal(const HttpResponse &response, const QUrl &target)
{
    if (response.redirects.size() >= mostRedirects)
        return RedirectText::tr("More than %1 redirects in a row.").arg(mostRedirects);
    if (response.url.scheme() == "https"_L1 && target.scheme() == "http"_L1)
        return RedirectText::tr("It leads from https to plain http.");
    const Status fine = checkTarget(target);
    return fine ? QString() : fine.error().sentence;
}

} // namespace

RedirectStep redirectStep(const HttpRequest &request, const HttpResponse &response)
{
    const QByteArray location = headerValue(response.headers, "Location");
    if (!isRedirect(response.status) || location.isEmpty() || request.redirects == RedirectPolicy::Report)
        return {};
    const QUrl target = response.url.resolved(QUrl::fromEncoded(location, QUrl::TolerantMode));
    const QString shown = target.host().isEmpty() ? QString::fromUtf8(location) : hostLabel(target);
    RedirectStep step;
    if (request.redirects == RedirectPolicy::Refuse) {
        step.action = RedirectStep::Action::Fail;
        step.error = redirectError(response.url, shown, response.status, {});
        return step;
    }
    if (request.method != "GET" && request.method != "HEAD")
        return {};
    const QString reason = refusal(response, target);
    if (!reason.isEmpty()) {
        step.error = redirectError(response.url, QString::fromUtf8(location), response.status, reason);
        return step;
    }
    step.action = RedirectStep::Action::Follow;
    step.target = target;
    return step;
}

} // namespace acx
