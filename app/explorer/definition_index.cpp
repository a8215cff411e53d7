// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/explorer/definition_index.h"

#include "app/json/json_value.h"
#include "app/operations/definition_facts.h"

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace acx {

namespace {

constexpr int indexVersion = 1;

struct OriginName
{
    DefinitionOrigin origin = DefinitionOrigin::File;
    QLatin1StringView name;
};

constexpr std::array<OriginName, 4> originNames{{{DefinitionOrigin::File, "file"_L1},
                                                 {DefinitionOrigin::Url, "url"_L1},
                                                 {DefinitionOrigin::Pasted, "pasted"_L1},
                                                 {DefinitionOrigin::Answer, "answer"_L1}}};

JsonValue text(const QString &value)
{
    return JsonValue::string(value);
}

JsonValue latin(const QByteArray &value)
{
    return JsonValue::string(QString::fromLatin1(value));
}

JsonValue write(const Definition &definition)
{
    const auto *const name =
        std::find_if(originNames.begin(), originNames.end(),
                     [&definition](const OriginName &known) { return known.origin == definition.origin; });
    const auto texts = [](const QStringList &values) {
        QList<JsonValue> items;
        for (const QString &value : values)
            items.append(text(value));
        return JsonValue::array(items);
    };
    return JsonValue::object({
        {u"id"_s, text(definition.id)},
        {u"title"_s, text(definition.title)},
        {u"version"_s, text(definition.version)},
        {u"origin"_s, text(QString(name->name))},
        {u"source"_s, text(definition.source)},
        {u"profile"_s,
         text(definition.profile.isNull() ? QString() : definition.profile.toString(QUuid::WithoutBraces))},
        {u"accept"_s, latin(definition.accept)},
        {u"base"_s, text(definition.base.toString(QUrl::FullyEncoded))},
        {u"own_base"_s, JsonValue::boolean(definition.ownBase)},
        {u"client_id_header"_s, latin(definition.clientIdHeader)},
        {u"client_secret_header"_s, latin(definition.clientSecretHeader)},
        {u"wants_client_id"_s, JsonValue::boolean(definition.wantsClientId)},
        {u"wants_client_secret"_s, JsonValue::boolean(definition.wantsClientSecret)},
        {u"has_client_id"_s, JsonValue::boolean(definition.hasClientId)},
        {u"client_origin"_s, text(definition.clientOrigin)},
        {u"has_client_secret"_s, JsonValue::boolean(definition.hasClientSecret)},
        {u"read_at"_s, text(definition.readAt.toUTC().toString(Qt::ISODateWithMs))},
        {u"size"_s, JsonValue::number(QByteArray::number(definition.size))},
        {u"copy"_s, JsonValue::number(QByteArray::number(definition.copy))},
        {u"foreign"_s, texts(definition.foreign)},
        {u"agreed"_s, texts(definition.agreed)},
    });
}

/// A changed file must not send a secret over plain http or beside a line end, nor name a file outside of the folder.
bool isSound(const Definition &definition)
{
    return !QUuid::fromString(definition.id).isNull() && definition.id.size() == 36 && !definition.title.isEmpty() &&
           (definition.base.isEmpty() || isCallableBase(definition.base)) && isHeaderName(definition.clientIdHeader) &&
           isHeaderName(definition.clientSecretHeader);
}

std::optional<Definition> readDefinition(const JsonValue &value)
{
    const QString originName = value[u"origin"].toString();
    const auto *const origin =
        std::find_if(originNames.begin(), originNames.end(),
                     [&originName](const OriginName &known) { return known.name == originName; });
    if (!value.isObject() || value.hasDuplicates() || origin == originNames.end())
        return std::nullopt;
    Definition definition;
    definition.id = value[u"id"].toString();
    definition.title = value[u"title"].toString();
    definition.version = value[u"version"].toString();
    definition.origin = origin->origin;
    definition.source = value[u"source"].toString();
    definition.profile = QUuid::fromString(value[u"profile"].toString());
    definition.accept = value[u"accept"].toString().toLatin1();
    definition.base = QUrl(value[u"base"].toString(), QUrl::StrictMode);
    definition.ownBase = value[u"own_base"].toBool();
    definition.clientIdHeader = value[u"client_id_header"].toString().toLatin1();
    definition.clientSecretHeader = value[u"client_secret_header"].toString().toLatin1();
    definition.wantsClientId = value[u"wants_client_id"].toBool();
    definition.wantsClientSecret = value[u"wants_client_secret"].toBool();
    definition.hasClientId = value[u"has_client_id"].toBool();
    definition.clientOrigin = value[u"client_origin"].toString();
    definition.hasClientSecret = value[u"has_client_secret"].toBool();
    definition.readAt = QDateTime::fromString(value[u"read_at"].toString(), Qt::ISODateWithMs);
    definition.size = value[u"size"].toInteger().value_or(0);
    definition.copy = std::max<qint64>(value[u"copy"].toInteger().value_or(0), 0);
    for (const JsonValue &document : value[u"foreign"].items())
        definition.foreign.append(document.toString());
    for (const JsonValue &place : value[u"agreed"].items())
        definition.agreed.append(place.toString());
    return isSound(definition) ? std::optional<Definition>(definition) : std::nullopt;
}

} // namespace

bool isHeaderName(QByteArrayView name)
{
    static constexpr QByteArrayView marks = "!#$%&'*+-.^_`|~";
    return !name.isEmpty() && std::all_of(name.begin(), name.end(), [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || marks.contains(c);
    });
}

DefinitionIndexText readDefinitionIndex(const QByteArray &json)
{
    DefinitionIndexText result;
    const auto parsed = parseJson(json);
    if (!parsed) {
        const JsonProblem &problem = parsed.error();
        result.damage = u"%1:%2: %3"_s.arg(problem.line).arg(problem.column).arg(problem.reason);
        return result;
    }
    const std::optional<qint64> version = (*parsed)[u"version"].toInteger();
    result.isNewer = version && *version > indexVersion;
    if (result.isNewer)
        return result;
    if (!version || !(*parsed)[u"definitions"].isArray())
        result.damage = u"version, definitions"_s;
    for (const JsonValue &item : (*parsed)[u"definitions"].items()) {
        const std::optional<Definition> definition = readDefinition(item);
        const bool isDouble =
            definition && std::any_of(result.definitions.cbegin(), result.definitions.cend(),
                                      [&definition](const Definition &other) { return other.id == definition->id; });
        if (definition && !isDouble)
            result.definitions.append(*definition);
        else
            result.damage = u"definitions/%1"_s.arg(result.definitions.size());
    }
    return result;
}

QByteArray writeDefinitionIndex(const QList<Definition> &definitions)
{
    QList<JsonValue> items;
    for (const Definition &definition : definitions)
        items.append(write(definition));
    return JsonValue::object({{u"version"_s, JsonValue::number(QByteArray::number(indexVersion))},
                              {u"definitions"_s, JsonValue::array(items)}})
        .toPrettyJson();
}

} // namespace acx
