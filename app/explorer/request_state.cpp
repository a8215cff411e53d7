// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/explorer/request_state.h"

#include "app/http/redactor.h"

#include <QStringList>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace acx {
namespace {

constexpr QLatin1StringView byPathText("by-path");
constexpr QLatin1StringView noneText("none");

QString textOfChoice(int choice)
{
    if (choice == withoutToken)
        return noneText;
    for (const TokenKind kind : {TokenKind::ApiConnect, TokenKind::Iam, TokenKind::Platform}) {
        if (choice == static_cast<int>(kind))
            return toText(kind);
    }
    return byPathText;
}

std::optional<int> choiceFromText(const QString &text)
{
    if (text == byPathText)
        return tokenByPath;
    if (text == noneText)
        return withoutToken;
    const std::optional<TokenKind> kind = tokenKindFromText(text);
    return kind ? std::optional(static_cast<int>(*kind)) : std::nullopt;
}

/// The name without the place before it: "header:Cookie" is Cookie.
QByteArray bareName(const QString &name)
{
    return name.section(u':', -1).toUtf8();
}

QString withoutSecretLines(const QString &headerText, const Redactor &redactor)
{
    QStringList kept;
    const QStringList lines = headerText.split(u'\n');
    for (const QString &line : lines) {
        const qsizetype colon = line.indexOf(u':');
        if (!Redactor::isSecretHeader(line.left(colon).trimmed().toUtf8()))
            kept.append(redactor.text(line));
    }
    return kept.join(u'\n');
}

bool isText(const JsonValue &json, QStringView name)
{
    return !json.contains(name) || json[name].isString();
}

std::optional<QList<NamedValue>> valuesFrom(const JsonValue &json)
{
    QList<NamedValue> values;
    for (const JsonValue &item : json.items()) {
        if (!item[u"name"].isString() || !item[u"value"].isString())
            return std::nullopt;
        values.append({item[u"name"].toString(), item[u"value"].toString()});
    }
    return values;
}

} // namespace

std::optional<TokenKind> chosenKind(const RequestState &state)
{
    for (const TokenKind kind : {TokenKind::ApiConnect, TokenKind::Iam, TokenKind::Platform}) {
        if (state.tokenChoice == static_cast<int>(kind))
            return kind;
    }
    return std::nullopt;
}

RequestState withoutSecrets(const RequestState &state)
{
    return withoutSecrets(state, Redactor());
}

RequestState withoutSecrets(const RequestState &state, const Redactor &redactor)
{
    RequestState safe = state;
    safe.target = redactor.text(state.target);
    safe.headerText = withoutSecretLines(state.headerText, redactor);
    safe.bodyText = redactor.text(state.bodyText);
    safe.values.clear();
    for (const NamedValue &value : state.values) {
        if (!Redactor::isSecretHeader(bareName(value.name)))
            safe.values.append({value.name, redactor.text(value.value)});
    }
    return safe;
}

JsonValue toJson(const RequestState &state)
{
    const auto text = [](const QString &value) { return JsonValue::string(value); };
    QList<JsonValue> values;
    for (const NamedValue &value : state.values)
        values.append(JsonValue::object({{u"name"_s, text(value.name)}, {u"value"_s, text(value.value)}}));
    return JsonValue::object({
        {u"id"_s, text(state.id.toString(QUuid::WithoutBraces))},
        {u"catalog"_s, text(state.catalogId)},
        {u"operation"_s, text(state.operationId)},
        {u"method"_s, text(QString::fromUtf8(state.method))},
        {u"target"_s, text(state.target)},
        {u"values"_s, JsonValue::array(values)},
        {u"headers"_s, text(state.headerText)},
        {u"body"_s, text(state.bodyText)},
        {u"body_type"_s, text(state.bodyType)},
        {u"body_file"_s, text(state.bodyFile)},
        {u"token"_s, text(textOfChoice(state.tokenChoice))},
    });
}

std::optional<RequestState> requestStateFromJson(const JsonValue &json)
{
    const QUuid id = QUuid::fromString(json[u"id"].toString());
    const std::optional<int> choice = choiceFromText(json[u"token"].toString());
    const std::optional<QList<NamedValue>> values = valuesFrom(json[u"values"]);
    static constexpr QStringView texts[] = {u"catalog", u"operation", u"method",    u"target",
                                            u"headers", u"body",      u"body_type", u"body_file"};
    const bool hasTexts =
        std::all_of(std::begin(texts), std::end(texts), [&json](QStringView name) { return isText(json, name); });
    if (!json.isObject() || json.hasDuplicates() || id.isNull() || !choice || !values || !hasTexts)
        return std::nullopt;
    RequestState state;
    state.id = id;
    state.catalogId = json[u"catalog"].toString();
    state.operationId = json[u"operation"].toString();
    state.method = json[u"method"].toString().toUtf8();
    state.target = json[u"target"].toString();
    state.values = *values;
    state.headerText = json[u"headers"].toString();
    state.bodyText = json[u"body"].toString();
    state.bodyType = json[u"body_type"].toString();
    state.bodyFile = json[u"body_file"].toString();
    state.tokenChoice = *choice;
    return state;
}

} // namespace acx
