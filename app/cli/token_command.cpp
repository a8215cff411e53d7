// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/base/deliver.h"
#include "app/cli/commands.h"
#include "app/cli/context.h"
#include "app/cli/place.h"
#include "app/cli/token_choice.h"
#include "app/explorer/token_text.h"
#include "app/http/encoding.h"
#include "app/tokens/token_broker.h"

using namespace Qt::StringLiterals;

namespace acx {

namespace {

struct TokenRequest
{
    std::optional<TokenKind> kind;
    TokenFormat format = TokenFormat::Raw;
};

Result<TokenRequest> readRequest(Context &context)
{
    const CommandLine &line = context.line();
    const Result<std::optional<TokenKind>> kind = readKindOption(context);
    if (!kind)
        return fail(kind.error());
    TokenRequest request;
    request.kind = *kind;
    if (line.has(Option::Format)) {
        const std::optional<TokenFormat> format = tokenFormatFromText(line.text(Option::Format));
        if (!format)
            return fail(ErrorKind::InvalidInput, u"There is no format “%1”."_s.arg(line.text(Option::Format)),
                        u"Formats are raw, bearer, header, env, curl and json."_s);
        request.format = *format;
    }
    if (line.has(Option::Json)) {
        if (line.has(Option::Format) && request.format != TokenFormat::Json)
            return fail(ErrorKind::InvalidInput,
                        u"--json and --format %1 exclude each other."_s.arg(line.text(Option::Format)));
        request.format = TokenFormat::Json;
    }
    return request;
}

/// The first call of that kind, as the curl command shows it; empty where no API host is known.
QUrl firstCall(const Place &place, TokenKind kind)
{
    if (place.endpoints.api.isEmpty())
        return {};
    return withPath(place.endpoints.api, kind == TokenKind::ApiConnect ? "/v1/me"_ba : "/api/orgs"_ba);
}

CommandResult print(Context &context, const Token &token, TokenFormat format, const QUrl &apiUrl)
{
    const Secret text = formatToken(token, format, apiUrl, context.clock().now());
    const Status written = context.out().write(text.reveal());
    return finished(written ? context.out().write("\n") : written);
}

CommandResult fetch(Context &context, const Place &place, const TokenRequest &request)
{
    const TokenKind kind = request.kind.value_or(
        tokenKindForPath(place.deployment, place.endpoints, !place.profile.clientId.isEmpty(), u"/"_s));
    if (const Status known = useTokenService(context, place, kind); !known)
        return failed(known.error());
    const QUrl apiUrl = firstCall(place, kind);
    if (request.format == TokenFormat::Curl && apiUrl.isEmpty())
        return ready<ExitCode>(fail(ErrorKind::InvalidInput, u"No API host is known for a curl command."_s,
                                    u"Give --api-host with import or with a key that is not stored."_s));
    const Result<TokenBroker *> broker = context.broker(*place.profiles);
    if (!broker)
        return failed(broker.error());
    beginSpending(**broker, place, kind);
    return chain<ExitCode>((*broker)->token({place.profile.id, kind}),
                           [&context, format = request.format, apiUrl](const Token &token) {
                               return print(context, token, format, apiUrl);
                           });
}

} // namespace

CommandResult printToken(Context &context)
{
    const Result<TokenRequest> request = readRequest(context);
    if (!request)
        return failed(request.error());
    return chain<ExitCode>(openPlaceWithKey(context), [&context, request = *request](const Place &place) {
        return fetch(context, place, request);
    });
}

} // namespace acx
