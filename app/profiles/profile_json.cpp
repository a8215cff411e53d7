// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/profiles/profile_json.h"

#include "app/json/json_value.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace acx {

namespace {

constexpr int formatVersion = 1;

JsonValue text(const QString &value)
{
    return JsonValue::string(value);
}

JsonValue time(const QDateTime &value)
{
    return text(value.isValid() ? value.toUTC().toString(Qt::ISODateWithMs) : QString());
}

JsonValue texts(const QStringList &values)
{
    QList<JsonValue> items;
    for (const QString &value : values)
        items.append(text(value));
    return JsonValue::array(items);
}

JsonValue url(const QUrl &value)
{
    return text(value.toString(QUrl::FullyEncoded));
}

JsonValue write(const Profile &profile)
{
    const Endpoints &urls = profile.overrides;
    return JsonValue::object({
        {u"id"_s, text(profile.id.toString(QUuid::WithoutBraces))},
        {u"name"_s, text(profile.name)},
        {u"colour"_s, text(profile.colour)},
        {u"deployment"_s, text(toText(profile.deployment))},
        {u"region"_s, text(profile.region)},
        {u"urls"_s, JsonValue::object({{u"api"_s, url(urls.api)},
                                       {u"login"_s, url(urls.login)},
                                       {u"iam"_s, url(urls.iam)},
                                       {u"platform"_s, url(urls.platform)}})},
        {u"iam"_s,
         JsonValue::object({{u"scopes"_s, texts(profile.iam.scopes)}, {u"tenant"_s, text(profile.iam.tenant)}})},
        {u"client_id"_s, text(profile.clientId)},
        {u"single_use_key"_s, JsonValue::boolean(profile.singleUseKey)},
        {u"read_only"_s, JsonValue::boolean(profile.readOnly)},
        {u"key_name"_s, text(profile.keyName)},
        {u"key_created_at"_s, time(profile.keyCreatedAt)},
        {u"key_fingerprint"_s, text(QString::fromLatin1(profile.keyFingerprint))},
        {u"last_used_at"_s, time(profile.lastUsedAt)},
    });
}

QDateTime readTime(const JsonValue &value)
{
    return QDateTime::fromString(value.toString(), Qt::ISODateWithMs);
}

/// Only what a person could have typed: a changed file must not send a key over plain http.
bool readUrl(const JsonValue &value, EndpointRole role, QUrl &url)
{
    if (value.toString().isEmpty())
        return true;
    const Result<QUrl> read = readBaseUrl(value.toString(), role);
    if (read)
        url = *read;
    return read.has_value();
}

bool readUrls(const JsonValue &value, Endpoints &urls)
{
    return readUrl(value[u"api"], EndpointRole::Api, urls.api) &&
           readUrl(value[u"login"], EndpointRole::Login, urls.login) &&
           readUrl(value[u"iam"], EndpointRole::Iam, urls.iam) &&
           readUrl(value[u"platform"], EndpointRole::Platform, urls.platform);
}

std::optional<Profile> readProfile(const JsonValue &value)
{
    Profile profile;
    profile.id = QUuid::fromString(value[u"id"].toString());
    const Result<QString> name = readProfileName(value[u"name"].toString());
    const std::optional<DeploymentKind> deployment = deploymentKindFromText(value[u"deployment"].toString());
    if (!value.isObject() || profile.id.isNull() || !name || !deployment || value.hasDuplicates() ||
        !readUrls(value[u"urls"], profile.overrides))
        return std::nullopt;
    profile.name = *name;
    profile.deployment = *deployment;
    profile.colour = value[u"colour"].toString();
    profile.region = value[u"region"].toString();
    for (const JsonValue &scope : value[u"iam"][u"scopes"].items())
        profile.iam.scopes.append(scope.toString());
    profile.iam.tenant = value[u"iam"][u"tenant"].toString();
    profile.clientId = value[u"client_id"].toString();
    profile.singleUseKey = value[u"single_use_key"].toBool();
    profile.readOnly = value[u"read_only"].toBool();
    profile.keyName = value[u"key_name"].toString();
    profile.keyCreatedAt = readTime(value[u"key_created_at"]);
    profile.keyFingerprint = value[u"key_fingerprint"].toString().toLatin1();
    profile.lastUsedAt = readTime(value[u"last_used_at"]);
    return profile;
}

bool isTaken(const QList<Profile> &profiles, const Profile &profile)
{
    return std::any_of(profiles.cbegin(), profiles.cend(), [&profile](const Profile &other) {
        return other.id == profile.id || other.name.compare(profile.name, Qt::CaseInsensitive) == 0;
    });
}

ProfileFileText damagedFile(const QString &damage)
{
    ProfileFileText file;
    file.damage = damage;
    return file;
}

} // namespace

ProfileFileText readProfileFile(const QByteArray &json)
{
    const auto root = parseJson(json);
    if (!root)
        return damagedFile(
            u"line %1, column %2: %3"_s.arg(root.error().line).arg(root.error().column).arg(root.error().reason));
    const std::optional<qint64> version = (*root)[u"format"].toInteger();
    if (!version || *version < 1)
        return damagedFile(u"no format version"_s);
    ProfileFileText file;
    file.isNewer = *version > formatVersion;
    if (file.isNewer)
        return file;
    if (!(*root)[u"profiles"].isArray())
        return damagedFile(u"no list of profiles"_s);
    int bad = 0;
    for (const JsonValue &item : (*root)[u"profiles"].items()) {
        const std::optional<Profile> profile = readProfile(item);
        if (profile && !isTaken(file.contents.profiles, *profile))
            file.contents.profiles.append(*profile);
        else
            ++bad;
    }
    if (bad > 0)
        file.damage = u"%1 of %2 profiles"_s.arg(bad).arg((*root)[u"profiles"].items().size());
    file.contents.current = QUuid::fromString((*root)[u"current"].toString());
    return file;
}

QByteArray writeProfileFile(const ProfileStore::Contents &contents)
{
    QList<JsonValue> profiles;
    for (const Profile &profile : contents.profiles)
        profiles.append(write(profile));
    return JsonValue::object(
               {{u"format"_s, JsonValue::number(QByteArray::number(formatVersion))},
                {u"current"_s,
                 text(contents.current.isNull() ? QString() : contents.current.toString(QUuid::WithoutBraces))},
                {u"profiles"_s, JsonValue::array(profiles)}})
               .toPrettyJson() +
           '\n';
}

} // namespace acx
