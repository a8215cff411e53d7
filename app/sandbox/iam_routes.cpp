// SPDX-License-Identifier: GPL-3.0-or-later
// IAM's token service: POST /identity/token, its key set and its discovery document.
#include "app/sandbox/errors.h"
#include "app/sandbox/routes.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace acx::sandbox {

namespace {

constexpr auto apiKeyGrant = "urn:ibm:params:oauth:grant-type:apikey";

Response identified(Response response)
{
    const QByteArray id = randomHex(16);
    return std::move(response)
        .with("transaction-id"_ba, id)
        .with("x-request-id"_ba, id)
        .with("x-correlation-id"_ba, id)
        .with("Cache-Control"_ba, "no-cache, no-store, must-revalidate"_ba);
}

/// The form of a token request, with IAM's complaints about it.
class TokenForm
{
public:
    explicit TokenForm(const Request &request)
        : m_request(request)
    {
        if (request.header("content-type").toLower().startsWith("application/x-www-form-urlencoded"))
            m_values = readForm(request.body);
    }

    [[nodiscard]] QList<QByteArray> all(QByteArrayView name) const
    {
        QList<QByteArray> found;
        for (const NamedValue &item : m_values) {
            if (item.first == name)
                found.append(item.second);
        }
        return found;
    }

    [[nodiscard]] QByteArray value(QByteArrayView name) const
    {
        const QList<QByteArray> found = all(name);
        return found.isEmpty() ? QByteArray() : found.first();
    }

    [[nodiscard]] std::optional<Response> complaintAbout(QByteArrayView name) const
    {
        const QList<QByteArray> found = all(name);
        const QString shown = QString::fromLatin1(name);
        if (found.size() > 1)
            return iamError(m_request, 400, u"BXNIM0106E"_s, u"Property is given more than once: %1"_s.arg(shown));
        if (found.isEmpty() || found.first().isEmpty())
            return iamError(m_request, 400, u"BXNIM0109E"_s, u"Property missing or empty: %1"_s.arg(shown));
        return std::nullopt;
    }

private:
    const Request &m_request;
    QList<NamedValue> m_values;
};

bool goodResponseType(const QByteArray &type)
{
    static const QList<QByteArray> good{""_ba, "cloud_iam"_ba, "ims_portal"_ba, "delegated_refresh_token"_ba,
                                        "cloud_iam delegated_refresh_token"_ba};
    return good.contains(type);
}

/// HTTP Basic names an OAuth client; `bx` is the IBM Cloud command line's well-known one.
std::optional<Response> readClient(const Request &request, const State &state, QByteArray &clientId)
{
    clientId = "default"_ba;
    const QByteArray header = request.header("authorization");
    if (header.isEmpty())
        return std::nullopt;
    if (header.toLower().startsWith("basic ")) {
        const QByteArray pair = QByteArray::fromBase64(header.mid(6).trimmed());
        const qsizetype colon = pair.indexOf(':');
        clientId = pair.first(qMax<qsizetype>(colon, 0));
        if (pair == "bx:bx" || (colon > 0 && state.accounts.isClient(clientId, pair.mid(colon + 1))))
            return std::nullopt;
    }
    return iamError(request, 401, u"BXNIM0310E"_s, u"OAuth client could not be found or its secret is wrong."_s);
}

std::optional<Response> refuseOtherGrant(const Request &request, const QByteArray &grant)
{
    if (grant == apiKeyGrant)
        return std::nullopt;
    if (grant == "refresh_token")
        return iamError(request, 400, u"BXNIM0407E"_s, u"Provided refresh_token is invalid."_s);
    if (grant == "password")
        return iamError(request, 401, u"BXNIM0602E"_s, u"The user name or password you entered is incorrect."_s);
    return iamError(request, 400, u"BXNIM0106E"_s, u"Property value not valid: grant_type"_s);
}

std::optional<Response> refuseKey(const Request &request, const State &state, const ApiKeyRecord *key)
{
    if (!key)
        return iamError(request, 400, u"BXNIM0415E"_s, u"Provided API key could not be found."_s);
    if (key->disabled)
        return iamError(request, 400, u"BXNIM0462E"_s, u"Provided API key is disabled."_s);
    if (!key->owner.active)
        return iamError(request, 400, u"BXNIM0410E"_s, u"Provided user not found or active."_s);
    const QByteArray tenants = request.header("ibm-cloud-tenant");
    if (!tenants.isEmpty() && !tenants.split(',').contains(state.accounts.accountId().toLatin1()))
        return iamError(request, 400, u"BXNIM0141E"_s, u"The user is not a member of the given account."_s);
    return std::nullopt;
}

Response tokenAnswer(const Call &call, State &state, const ApiKeyRecord &key, const QByteArray &clientId,
                     const QByteArray &scope)
{
    TokenOrder order = state.order(key.owner, call.request.origin);
    order.clientId = QString::fromUtf8(clientId);
    if (!scope.isEmpty())
        order.scope = QString::fromUtf8(scope);
    const auto lifetime = static_cast<qint64>(order.lifetime.count());
    // Only a client with an id of its own gets a real refresh token.
    const QString refresh = clientId == "default" ? u"not_supported"_s : QString::fromLatin1(randomText(48));
    return identified(jsonResponse(200, QJsonObject{
                                            {u"access_token"_s, QString::fromLatin1(state.office.issueIam(order))},
                                            {u"refresh_token"_s, refresh},
                                            {u"ims_user_id"_s, 1234567},
                                            {u"token_type"_s, u"Bearer"_s},
                                            {u"expires_in"_s, lifetime},
                                            {u"expiration"_s, order.now.toSecsSinceEpoch() + lifetime},
                                            {u"scope"_s, order.scope},
                                        }));
}

Response exchange(const Call &call, State &state)
{
    const Request &request = call.request;
    if (!request.hasLength)
        return iamError(request, 400, u"BXNIM0109E"_s, u"Property missing or empty: grant_type"_s);
    const TokenForm form(request);
    if (auto complaint = form.complaintAbout("grant_type"))
        return *complaint;
    QByteArray clientId;
    if (auto refused = readClient(request, state, clientId))
        return *refused;
    if (auto refused = refuseOtherGrant(request, form.value("grant_type")))
        return *refused;
    if (auto complaint = form.complaintAbout("apikey"))
        return *complaint;
    if (form.all("response_type").size() > 1 || !goodResponseType(form.value("response_type")))
        return iamError(request, 400, u"BXNIM0106E"_s, u"Property value not valid: response_type"_s);
    const ApiKeyRecord *key = state.accounts.findByValue(Secret(form.value("apikey")));
    if (auto refused = refuseKey(request, state, key))
        return *refused;
    return tokenAnswer(call, state, *key, clientId, form.value("scope"));
}

Response discovery(const Call &call)
{
    const QString base = QString::fromLatin1(call.request.origin) + u"/identity"_s;
    return identified(jsonResponse(200, QJsonObject{
                                            {u"issuer"_s, base},
                                            {u"authorization_endpoint"_s, base + u"/authorize"_s},
                                            {u"token_endpoint"_s, base + u"/token"_s},
                                            {u"passcode_endpoint"_s, base + u"/passcode"_s},
                                            {u"userinfo_endpoint"_s, base + u"/userinfo"_s},
                                            {u"jwks_uri"_s, base + u"/keys"_s},
                                            {u"response_types_supported"_s, QJsonArray{u"code"_s, u"cloud_iam"_s}},
                                            {u"subject_types_supported"_s, QJsonArray{u"public"_s}},
                                            {u"id_token_signing_alg_values_supported"_s, QJsonArray{u"RS256"_s}},
                                            {u"scopes_supported"_s, QJsonArray{u"ibm"_s, u"openid"_s}},
                                            {u"grant_types_supported"_s, QJsonArray{QString::fromLatin1(apiKeyGrant)}},
                                        }));
}

} // namespace

void addIamRoutes(Router &router, State &state)
{
    router.add("POST"_ba, "/identity/token"_ba, [&state](const Call &call) { return exchange(call, state); });
    router.add("GET"_ba, "/identity/keys"_ba,
               [&state](const Call &) { return identified(jsonResponse(200, state.office.iamKeySet())); });
    router.add("GET"_ba, "/identity/.well-known/openid-configuration"_ba,
               [](const Call &call) { return discovery(call); });
}

} // namespace acx::sandbox
