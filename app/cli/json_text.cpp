// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/json_text.h"

using namespace Qt::StringLiterals;

namespace acx {

JsonValue textOrNull(const QString &text)
{
    return text.isEmpty() ? JsonValue() : JsonValue::string(text);
}

JsonValue stringsJson(const QStringList &texts)
{
    QList<JsonValue> items;
    for (const QString &text : texts)
        items.append(JsonValue::string(text));
    return JsonValue::array(items);
}

JsonValue timeJson(const QDateTime &time)
{
    return time.isValid() ? JsonValue::string(time.toUTC().toString(Qt::ISODate)) : JsonValue();
}

QList<JsonValue::Member> endpointMembers(const Endpoints &endpoints)
{
    const auto text = [](const QUrl &url) { return textOrNull(url.toString(QUrl::FullyEncoded)); };
    return {{u"api_url"_s, text(endpoints.api)},
            {u"login_url"_s, text(endpoints.login)},
            {u"iam_url"_s, text(endpoints.iam)},
            {u"platform_url"_s, text(endpoints.platform)}};
}

JsonValue profileJson(const Profile &profile, const Endpoints &endpoints)
{
    QList<JsonValue::Member> members{
        {u"name"_s, JsonValue::string(profile.name)},
        {u"id"_s, JsonValue::string(profile.id.toString(QUuid::WithoutBraces))},
        {u"deployment"_s, JsonValue::string(toText(profile.deployment))},
        {u"region"_s, textOrNull(profile.region)},
    };
    members += endpointMembers(endpoints);
    members += QList<JsonValue::Member>{
        {u"client_id"_s, textOrNull(profile.clientId)},    {u"read_only"_s, JsonValue::boolean(profile.readOnly)},
        {u"key_name"_s, textOrNull(profile.keyName)},      {u"key_created_at"_s, timeJson(profile.keyCreatedAt)},
        {u"last_used_at"_s, timeJson(profile.lastUsedAt)},
    };
    return JsonValue::object(members);
}

} // namespace acx
