// SPDX-License-Identifier: GPL-3.0-or-later
// V5's login service and the page that hands out one-time passcodes.
#include "app/sandbox/errors.h"
#include "app/sandbox/routes.h"

using namespace Qt::StringLiterals;

namespace acx::sandbox {

namespace {

Response jwtAnswer(const Call &call, State &state, const Owner &owner)
{
    const TokenOrder order = state.order(owner, call.request.origin);
    return jsonResponse(200, QJsonObject{{u"jwt"_s, QString::fromLatin1(state.office.issueLogin(order))}})
        .with("Cache-Control"_ba, "no-store"_ba);
}

Response byKey(const Call &call, State &state)
{
    const QByteArray value = call.request.queryValue("apikey");
    if (value.isEmpty())
        return loginError(400, u"The parameter apikey is missing."_s);
    const ApiKeyRecord *key = state.accounts.findByValue(Secret(value));
    if (!key)
        return loginError(401, u"Provided API key could not be found."_s);
    if (key->disabled)
        return loginError(401, u"Provided API key is disabled."_s);
    if (!key->owner.active)
        return loginError(401, u"Provided user not found or active."_s);
    return jwtAnswer(call, state, key->owner);
}

Response byPasscode(const Call &call, State &state)
{
    const QByteArray passcode = call.request.queryValue("passcode");
    if (passcode.isEmpty())
        return loginError(400, u"The parameter passcode is missing."_s);
    if (passcode != state.passcode)
        return loginError(401, u"The passcode is not valid. A passcode can be used once."_s);
    state.passcode.clear();
    return jwtAnswer(call, state, state.accounts.user());
}

Response byPassword(const Call &call)
{
    const auto body = call.request.json();
    if (!body || body->value("username"_L1).toString().isEmpty() || body->value("password"_L1).toString().isEmpty())
        return loginError(400, u"The members username and password are required."_s);
    return loginError(401, u"Users of a company directory cannot sign in with a password; use a passcode."_s);
}

Response refreshed(const Call &call, State &state)
{
    const auto body = call.request.json();
    const QByteArray token = body ? body->value("jwt"_L1).toString().toLatin1() : QByteArray();
    if (token.isEmpty())
        return loginError(400, u"The member jwt is required."_s);
    const IssuedToken *issued = state.office.find(token);
    if (!issued || issued->use != TokenUse::Login)
        return loginError(401, u"The token cannot be refreshed."_s);
    return jwtAnswer(call, state, Owner(issued->owner));
}

Response passcodePage(State &state)
{
    state.passcode = randomText(7);
    return bytesResponse("text/html;charset=UTF-8"_ba,
                         "<!DOCTYPE html><title>One-time passcode</title><p>Your one-time passcode: <code>"_ba +
                             state.passcode + "</code></p>");
}

Response passcodeUrl(const Call &call)
{
    const QString url = QString::fromLatin1(call.request.origin) + u"/identity/passcode"_s;
    return jsonResponse(200, QJsonObject{{u"passcodeURL"_s, url}});
}

Response publishedKey(const State &state)
{
    return jsonResponse(200, QJsonObject{{u"alg"_s, QString::fromLatin1(state.office.loginAlgorithm())},
                                         {u"cert"_s, QString::fromLatin1(state.office.loginCertificatePem())}});
}

} // namespace

void addLoginRoutes(Router &router, State &state)
{
    router.add("POST"_ba, "/apikey"_ba, [&state](const Call &call) { return byKey(call, state); });
    router.add("POST"_ba, "/token"_ba, [&state](const Call &call) { return byPasscode(call, state); });
    router.add("GET"_ba, "/token"_ba,
               [](const Call &) { return loginError(401, u"The authorization code is not valid."_s); });
    router.add("POST"_ba, "/password-token"_ba, [](const Call &call) { return byPassword(call); });
    router.add("POST"_ba, "/refresh"_ba, [&state](const Call &call) { return refreshed(call, state); });
    router.add("GET"_ba, "/passcode-url"_ba, [](const Call &call) { return passcodeUrl(call); });
    router.add("GET"_ba, "/identity/passcode"_ba, [&state](const Call &) { return passcodePage(state); });
    router.add("GET"_ba, "/cert"_ba, [&state](const Call &) { return publishedKey(state); });
    router.add("GET"_ba, "/eulas"_ba, [](const Call &) { return jsonResponse(200, QJsonObject{}); });
    router.add("PUT"_ba, "/eulas"_ba, [](const Call &) { return jsonResponse(200, QJsonObject{}); });
}

} // namespace acx::sandbox
