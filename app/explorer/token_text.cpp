// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/explorer/token_text.h"

#include "app/json/json_value.h"

#include <array>

using namespace Qt::StringLiterals;

namespace acx {
namespace {

struct FormatName
{
    TokenFormat format = TokenFormat::Raw;
    QLatin1StringView text;
};
constexpr std::array formatNames = {
    FormatName{TokenFormat::Raw, QLatin1StringView("raw")},
    FormatName{TokenFormat::Bearer, QLatin1StringView("bearer")},
    FormatName{TokenFormat::Header, QLatin1StringView("header")},
    FormatName{TokenFormat::Env, QLatin1StringView("env")},
    FormatName{TokenFormat::Curl, QLatin1StringView("curl")},
    FormatName{TokenFormat::Json, QLatin1StringView("json")},
};

JsonValue timeOrNull(const QDateTime &time)
{
    return time.isValid() ? JsonValue::string(time.toUTC().toString(Qt::ISODate)) : JsonValue();
}

QByteArray asJson(const Token &token, const QDateTime &now)
{
    return JsonValue::object(
               {
                   {u"token"_s, JsonValue::string(QString::fromUtf8(token.value.reveal()))},
                   {u"token_type"_s, JsonValue::string(token.tokenType)},
                   {u"kind"_s, JsonValue::string(toText(token.kind))},
                   {u"issued_at"_s, timeOrNull(token.issuedAt)},
                   {u"expires_at"_s, timeOrNull(token.expiresAt)},
                   {u"expires_in"_s, token.expiresAt.isValid()
                                         ? JsonValue::number(QByteArray::number(qint64(token.remaining(now).count())))
                                         : JsonValue()},
               })
        .toPrettyJson();
}

} // namespace

QString toText(TokenFormat format)
{
    for (const FormatName &name : formatNames) {
        if (name.format == format)
            return name.text;
    }
    return {};
}

std::optional<TokenFormat> tokenFormatFromText(QStringView text)
{
    for (const FormatName &name : formatNames) {
        if (text == name.text)
            return name.format;
    }
    return std::nullopt;
}

Secret formatToken(const Token &token, TokenFormat format, const QUrl &apiUrl, const QDateTime &now)
{
    const QByteArray bearer = "Bearer "_ba + token.value.reveal();
    switch (format) {
    case TokenFormat::Raw:
        return token.value;
    case TokenFormat::Bearer:
        return Secret(bearer);
    case TokenFormat::Header:
        return Secret("Authorization: "_ba + bearer);
    case TokenFormat::Env:
        return Secret("export APIC_TOKEN="_ba + shellQuoted(token.value.reveal()));
    case TokenFormat::Curl:
        return Secret("curl -H "_ba + shellQuoted("Authorization: "_ba + bearer) + ' ' +
                      shellQuoted(apiUrl.toEncoded()));
    case TokenFormat::Json:
        return Secret(asJson(token, now));
    }
    Q_UNREACHABLE();
    return {};
}

QByteArray shellQuoted(const QByteArray &text)
{
    return '\'' + QByteArray(text).replace('\'', "'\\''") + '\'';
}

} // namespace acx
