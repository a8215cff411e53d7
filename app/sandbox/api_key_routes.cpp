// SPDX-License-Identifier: GPL-3.0-or-later
// IAM's REST part: the records of API keys.
#include "app/sandbox/errors.h"
#include "app/sandbox/routes.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace acx::sandbox {

namespace {

/// Without seconds and with an offset without colon, as IAM writes times.
QString iamTime(const QDateTime &time)
{
    return time.toUTC().toString(u"yyyy-MM-ddTHH:mm"_s) + u"+0000"_s;
}

QJsonObject recordOf(const ApiKeyRecord &key, const QString &accountId)
{
    return {
        {u"id"_s, key.id},
        {u"entity_tag"_s, key.entityTag},
        {u"crn"_s, key.crn},
        {u"locked"_s, key.locked},
        {u"disabled"_s, key.disabled},
        {u"created_at"_s, iamTime(key.created)},
        {u"created_by"_s, key.owner.iamId},
        {u"modified_at"_s, iamTime(key.modified)},
        {u"name"_s, key.name},
        {u"description"_s, key.description},
        {u"support_sessions"_s, false},
        {u"action_when_leaked"_s, u"disable"_s},
        {u"iam_id"_s, key.owner.iamId},
        {u"account_id"_s, accountId},
    };
}

Response notFound(const Request &request)
{
    return identityError(request, 404, u"BXNIM0102E"_s, u"The API key could not be found."_s);
}

Response details(const Call &call, const State &state)
{
    const QByteArray value = call.request.header("iam-apikey");
    if (value.isEmpty())
        return identityError(call.request, 400, u"BXNIM0109E"_s, u"Header missing or empty: IAM-ApiKey"_s);
    const ApiKeyRecord *key = state.accounts.findByValue(Secret(value));
    return key ? jsonResponse(200, recordOf(*key, state.accounts.accountId())) : notFound(call.request);
}

Response list(const Call &call, const State &state)
{
    const QString owner = ownerOf(call.request, state).iamId;
    QJsonArray keys;
    for (const ApiKeyRecord &key : state.accounts.keys()) {
        if (key.owner.iamId == owner)
            keys.append(recordOf(key, state.accounts.accountId()));
    }
    return jsonResponse(200, QJsonObject{{u"offset"_s, 0},
                                         {u"limit"_s, 20},
                                         {u"first"_s, QString::fromLatin1(call.request.origin) + u"/v1/apikeys"_s},
                                         {u"apikeys"_s, keys}});
}

Response create(const Call &call, State &state)
{
    const auto body = call.request.json();
    const QString name = body ? body->value("name"_L1).toString() : QString();
    const QString iamId = body ? body->value("iam_id"_L1).toString() : QString();
    if (name.isEmpty() || iamId.isEmpty())
        return identityError(call.request, 400, u"BXNIM0109E"_s, u"Property missing or empty: name, iam_id"_s);
    const Owner owner = ownerOf(call.request, state);
    if (owner.iamId != iamId)
        return identityError(call.request, 403, u"BXNIM0513E"_s,
                             u"You are not allowed to make a key for this identity."_s);
    const QByteArray value = body->value("apikey"_L1).toString().toUtf8();
    ApiKeyRecord &key = state.accounts.add(owner, name, value, state.now());
    key.description = body->value("description"_L1).toString();
    QJsonObject record = recordOf(key, state.accounts.accountId());
    record.insert(u"apikey"_s, QString::fromUtf8(key.value.reveal())); // shown this once
    return jsonResponse(201, record);
}

/// Changes the key named in the path.
Response change(const Call &call, State &state, void (*apply)(ApiKeyRecord &))
{
    ApiKeyRecord *key = state.accounts.findById(QString::fromUtf8(call.parameters.value("id"_ba)));
    if (!key)
        return notFound(call.request);
    apply(*key);
    key->modified = state.now();
    return emptyResponse();
}

Response read(const Call &call, State &state)
{
    const ApiKeyRecord *key = state.accounts.findById(QString::fromUtf8(call.parameters.value("id"_ba)));
    return key ? jsonResponse(200, recordOf(*key, state.accounts.accountId())) : notFound(call.request);
}

Response update(const Call &call, State &state)
{
    ApiKeyRecord *key = state.accounts.findById(QString::fromUtf8(call.parameters.value("id"_ba)));
    if (!key)
        return notFound(call.request);
    const QByteArray match = call.request.header("if-match");
    if (match != "*" && match != key->entityTag.toLatin1())
        return identityError(call.request, 409, u"BXNIM0119E"_s, u"The entity tag does not match."_s);
    const QJsonObject body = call.request.json().value_or(QJsonObject());
    key->name = body.value("name"_L1).toString(key->name);
    key->description = body.value("description"_L1).toString(key->description);
    key->entityTag = u"2-"_s + QString::fromLatin1(randomHex(16));
    key->modified = state.now();
    return jsonResponse(200, recordOf(*key, state.accounts.accountId()));
}

Response remove(const Call &call, State &state)
{
    const QString id = QString::fromUtf8(call.parameters.value("id"_ba));
    const ApiKeyRecord *key = state.accounts.findById(id);
    if (!key)
        return notFound(call.request);
    if (key->locked)
        return identityError(call.request, 409, u"BXNIM0118E"_s, u"The API key is locked."_s);
    state.accounts.remove(id);
    return emptyResponse();
}

} // namespace

void addApiKeyRoutes(Router &router, State &state)
{
    router.add("GET"_ba, "/v1/apikeys/details"_ba, [&state](const Call &call) { return details(call, state); });
    router.add("GET"_ba, "/v1/apikeys"_ba, [&state](const Call &call) { return list(call, state); });
    router.add("POST"_ba, "/v1/apikeys"_ba, [&state](const Call &call) { return create(call, state); });
    router.add("GET"_ba, "/v1/apikeys/{id}"_ba, [&state](const Call &call) { return read(call, state); });
    router.add("PUT"_ba, "/v1/apikeys/{id}"_ba, [&state](const Call &call) { return update(call, state); });
    router.add("DELETE"_ba, "/v1/apikeys/{id}"_ba, [&state](const Call &call) { return remove(call, state); });
    const auto addChange = [&](const QByteArray &method, const QByteArray &path, void (*apply)(ApiKeyRecord &)) {
        router.add(method, path, [&state, apply](const Call &call) { return change(call, state, apply); });
    };
    addChange("POST"_ba, "/v1/apikeys/{id}/lock"_ba, [](ApiKeyRecord &key) { key.locked = true; });
    addChange("DELETE"_ba, "/v1/apikeys/{id}/lock"_ba, [](ApiKeyRecord &key) { key.locked = false; });
    addChange("POST"_ba, "/v1/apikeys/{id}/disable"_ba, [](ApiKeyRecord &key) { key.disabled = true; });
    addChange("DELETE"_ba, "/v1/apikeys/{id}/disable"_ba, [](ApiKeyRecord &key) { key.disabled = false; });
}

} // namespace acx::sandbox
