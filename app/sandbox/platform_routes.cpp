// SPDX-License-Identifier: GPL-3.0-or-later
// The platform API's token service: POST /api/token, and its consumer twin.
#include "app/sandbox/errors.h"
#include "app/sandbox/routes.h"

using namespace Qt::StringLiterals;

namespace acx::sandbox {

namespace {

std::optional<Response> complaintAbout(const QJsonObject &body, QLatin1StringView name)
{
    if (body.value(name).isString() && !body.value(name).toString().isEmpty())
        return std::nullopt;
    return v10Error(400, u"The property %1 is missing or empty."_s.arg(name));
}

Response tokenAnswer(const Call &call, State &state, const Owner &owner, const QString &grant)
{
    TokenOrder order = state.order(owner, call.request.origin);
    order.lifetime = state.knobs.platformLifetime;
    order.grantType = grant;
    order.clientId = QString::fromLatin1(state.accounts.clientId());
    const QByteArray token = state.office.issuePlatform(order);
    return jsonResponse(200, QJsonObject{{u"access_token"_s, QString::fromLatin1(token)},
                                         {u"token_type"_s, u"Bearer"_s},
                                         {u"expires_in"_s, static_cast<qint64>(order.lifetime.count())}})
        .with("Cache-Control"_ba, "no-store"_ba);
}

/// API Connect's own key, or the person's IBM Cloud key.
Response byApiKey(const Call &call, State &state, const QJsonObject &body)
{
    if (auto complaint = complaintAbout(body, "api_key"_L1))
        return *complaint;
    const QByteArray value = body.value("api_key"_L1).toString().toUtf8();
    if (Secret(value) == state.accounts.platformKey()) {
        if (state.knobs.singleUsePlatformKey && state.platformKeyUsed)
            return v10Error(401, u"The API key has already been used."_s);
        state.platformKeyUsed = true;
        return tokenAnswer(call, state, state.accounts.user(), u"api_key"_s);
    }
    const ApiKeyRecord *key = state.accounts.findByValue(Secret(value));
    if (!key || key->disabled || !key->owner.active)
        return v10Error(401, u"The API key is not valid."_s);
    return tokenAnswer(call, state, key->owner, u"api_key"_s);
}

Response byPassword(const QJsonObject &body)
{
    for (const auto name : {"username"_L1, "password"_L1, "realm"_L1}) {
        if (auto complaint = complaintAbout(body, name))
            return *complaint;
    }
    return v10Error(401, u"The user name, password or realm is not valid."_s);
}

Response exchangePlatformKey(const Call &call, State &state)
{
    const auto body = call.request.json();
    if (!body)
        return v10Error(400, u"The request body is not a JSON object."_s);
    if (auto complaint = complaintAbout(*body, "grant_type"_L1))
        return *complaint;
    const QString grant = body->value("grant_type"_L1).toString();
    if (grant != "api_key"_L1 && grant != "password"_L1 && grant != "client_credentials"_L1)
        return v10Error(400, u"The grant_type %1 is not supported."_s.arg(grant.left(40)));
    for (const auto name : {"client_id"_L1, "client_secret"_L1}) {
        if (auto complaint = complaintAbout(*body, name))
            return *complaint;
    }
    if (!state.accounts.isClient(body->value("client_id"_L1).toString().toUtf8(),
                                 body->value("client_secret"_L1).toString().toUtf8()))
        return v10Error(401, u"The client_id or client_secret is not valid."_s);
    if (grant == "api_key"_L1)
        return byApiKey(call, state, *body);
    if (grant == "password"_L1)
        return byPassword(*body);
    Owner client;
    client.name = u"sandbox-client"_s;
    client.isService = true;
    return tokenAnswer(call, state, client, grant);
}

} // namespace

void addPlatformTokenRoutes(Router &router, State &state)
{
    router.add("POST"_ba, "/api/token"_ba, [&state](const Call &call) { return exchangePlatformKey(call, state); });
    router.add("POST"_ba, "/consumer-api/token"_ba,
               [&state](const Call &call) { return exchangePlatformKey(call, state); });
}

} // namespace acx::sandbox
