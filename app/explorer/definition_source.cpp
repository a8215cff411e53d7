// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/explorer/definition_source.h"

#include "app/base/deliver.h"
#include "app/deployments/deployment.h"
#include "app/explorer/request_sender.h"
#include "app/profiles/profile_service.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace acx {

namespace {

tl::unexpected<Error> noProfile()
{
    return fail(ErrorKind::NotFound,
                QCoreApplication::translate("acx", "The profile that this API definition was read with is gone."),
                QCoreApplication::translate("acx", "Open the definition again with another profile."));
}

Result<PreparedRequest> prepared(const AnswerSource &source, const Profile &profile,
                                 const DeploymentCatalog &deployments)
{
    const Deployment &deployment = deployments.get(profile.deployment);
    const Result<Endpoints> endpoints = resolveEndpoints(deployment, profile.region, profile.overrides);
    if (!endpoints)
        return fail(endpoints.error());
    RequestDraft draft;
    draft.target = QString::fromLatin1(source.url.toEncoded());
    if (!source.accept.isEmpty())
        draft.headers.append({"Accept"_ba, source.accept});
    Result<PreparedRequest> request = prepare(draft, deployment, *endpoints, !profile.clientId.isEmpty());
    if (request && !request->tokenKind)
        return fail(ErrorKind::InvalidInput,
                    QCoreApplication::translate("acx", "%1 does not belong to the profile “%2” any more.")
                        .arg(source.url.host(), profile.name),
                    QCoreApplication::translate("acx", "Open the definition again from where it is now."));
    return request;
}

} // namespace

Result<ResponseBody> successfulBody(const HttpResponse &response)
{
    if (response.problem)
        return fail(*response.problem);
    if (response.status >= 200 && response.status < 300)
        return response.body;
    Error error;
    error.kind = response.status >= 500 ? ErrorKind::ServiceFault : ErrorKind::ServiceRefused;
    error.httpStatus = response.status;
    error.sentence = QCoreApplication::translate("acx", "%1 answered %2 %3 instead of the document.")
                         .arg(response.url.host())
                         .arg(response.status)
                         .arg(QString::fromLatin1(response.reason).simplified());
    error.nextStep = response.status == 404
                         ? QCoreApplication::translate("acx", "Check the address of the document.")
                         : QCoreApplication::translate("acx", "Check that the document can be read there.");
    return fail(error);
}

std::function<QFuture<Result<ResponseBody>>(const AnswerSource &, const OpenOptions &)>
askThroughProfiles(RequestSender &sender, ProfileService &profiles, const DeploymentCatalog &deployments)
{
    return [&sender, &profiles, &deployments](const AnswerSource &source,
                                              const OpenOptions &options) -> QFuture<Result<ResponseBody>> {
        const std::optional<Profile> profile = profiles.find(source.profile);
        if (!profile)
            return ready<ResponseBody>(noProfile());
        const Result<PreparedRequest> request = prepared(source, *profile, deployments);
        if (!request)
            return ready<ResponseBody>(fail(request.error()));
        SendOptions send;
        send.cancel = options.cancel;
        send.redirects = RedirectPolicy::Report;
        if (options.progress)
            send.progress = [progress = options.progress](const HttpProgress &now) {
                progress({now.received, now.expected, false});
            };
        return chain<ResponseBody>(sender.send(*request, profile->id, send),
                                   [](const Exchange &exchange) { return ready(successfulBody(exchange.response)); });
    };
}

} // namespace acx
