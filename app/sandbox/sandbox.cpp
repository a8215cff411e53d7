// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sandbox/sandbox.h"

#include "app/sandbox/errors.h"
#include "app/sandbox/gateway.h"
#include "app/sandbox/routes.h"

#include <QLocale>

using namespace Qt::StringLiterals;

namespace acx::sandbox {

namespace {

/// What a path can do besides its own methods.
QByteArray allowed(QList<QByteArray> methods)
{
    if (methods.contains("GET"))
        methods.append("HEAD"_ba);
    methods.append("OPTIONS"_ba);
    return methods.join(", ");
}

} // namespace

Sandbox::Sandbox(Knobs knobs)
    : m_state(std::move(knobs))
{
    addIamRoutes(m_router, m_state);
    addApiKeyRoutes(m_router, m_state);
    addLoginRoutes(m_router, m_state);
    addPlatformTokenRoutes(m_router, m_state);
    addV5Routes(m_router, m_state);
    addV10Routes(m_router, m_state);
    addSandboxRoutes(m_router, m_state);
}

void Sandbox::waitOutDelay()
{
    std::unique_lock lock(m_mutex);
    m_wake.wait_for(lock, m_state.knobs.delay, [this] { return m_ending; });
}

void Sandbox::endDelays()
{
    const std::lock_guard lock(m_mutex);
    m_ending = true;
    m_wake.notify_all();
}

Response Sandbox::answer(const Request &request)
{
    const bool ownRoute = request.path.startsWith("/sandbox/");
    if (!ownRoute)
        waitOutDelay();
    const std::lock_guard lock(m_mutex);
    if (!ownRoute) {
        ++m_state.requestCounts[request.method + ' ' + request.path];
        if (auto failure = plannedFailure(request))
            return withDate(*std::move(failure));
    }
    return withDate(answerLocked(request));
}

std::optional<Response> Sandbox::plannedFailure(const Request &request)
{
    PlannedFailure &plan = m_state.knobs.failNext;
    if (plan.count <= 0 || !request.path.startsWith(plan.pathPrefix))
        return std::nullopt;
    --plan.count;
    Response response = bytesResponse(plan.contentType, plan.body);
    response.status = plan.status;
    if (!plan.retryAfter.isEmpty())
        response.headers.append({"Retry-After"_ba, plan.retryAfter});
    return response;
}

Response Sandbox::answerLocked(const Request &request)
{
    if (auto called = gatewayAnswer(request, m_state))
        return *std::move(called);
    const Router::Found found = m_router.find(request.method, request.path);
    if (request.method == "OPTIONS" && !found.methods.isEmpty())
        return emptyResponse(204).with("Allow"_ba, allowed(found.methods));
    if (auto refused = refuseAccess(request, m_state))
        return *std::move(refused);
    if (found.handler)
        return (*found.handler)({request, found.parameters});
    if (!found.methods.isEmpty())
        return pathError(request, 405, u"request.methodNotAllowed"_s, u"The method is not allowed here."_s)
            .with("Allow"_ba, allowed(found.methods));
    return pathError(request, 404, u"request.notFound"_s, u"There is nothing at this path."_s);
}

Response Sandbox::withDate(Response response)
{
    const QString date = QLocale::c().toString(m_state.now(), u"ddd, dd MMM yyyy HH:mm:ss 'GMT'"_s);
    return std::move(response).with("Date"_ba, date.toLatin1());
}

} // namespace acx::sandbox
