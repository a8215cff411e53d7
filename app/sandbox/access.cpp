// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sandbox/errors.h"
#include "app/sandbox/routes.h"

using namespace Qt::StringLiterals;

namespace acx::sandbox {

namespace {

bool isPublic(const QByteArray &path)
{
    static const QList<QByteArray> open{
        "/v1/cloud/metadata/apimanager"_ba,
        "/api/token"_ba,
        "/api/cloud/provider/identity-providers"_ba,
        "/consumer-api/token"_ba,
    };
    return open.contains(path);
}

/// V5 takes the login service's token, IAM's own routes IAM's, and the platform API IAM's or its own.
QList<TokenUse> acceptedUses(const QByteArray &path)
{
    if (path.startsWith("/v1/apikeys"))
        return {TokenUse::Iam};
    if (path.startsWith("/v1/"))
        return {TokenUse::Login};
    if (path.startsWith("/api/") || path.startsWith("/analytics/") || path.startsWith("/consumer-api/"))
        return {TokenUse::Iam, TokenUse::Platform};
    return {};
}

Response refusal(const Request &request, const QString &message)
{
    const Response response = request.path.startsWith("/v1/apikeys")
                                  ? identityError(request, 401, u"BXNIM0308E"_s, message)
                                  : pathError(request, 401, u"checkPermissions.notAuthenticated"_s, message);
    return Response(response).with("WWW-Authenticate"_ba, R"(Bearer realm="API Connect")"_ba);
}

} // namespace

std::optional<Response> refuseAccess(const Request &request, const State &state)
{
    const QList<TokenUse> uses = acceptedUses(request.path);
    if (uses.isEmpty() || isPublic(request.path))
        return std::nullopt;
    const QByteArray token = request.bearer();
    if (token.isEmpty())
        return refusal(request, u"No authorization header found."_s);
    const IssuedToken *issued = state.office.find(token);
    if (!issued || !uses.contains(issued->use))
        return refusal(request, u"The token is not valid."_s);
    if (issued->expires <= state.now())
        return refusal(request, u"The token has expired."_s);
    return std::nullopt;
}

Owner ownerOf(const Request &request, const State &state)
{
    const IssuedToken *issued = state.office.find(request.bearer());
    return issued ? issued->owner : state.accounts.user();
}

} // namespace acx::sandbox
