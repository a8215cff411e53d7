// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/token_choice.h"

#include "app/cli/context.h"
#include "app/cli/place.h"
#include "app/tokens/profile_credentials.h"

using namespace Qt::StringLiterals;

namespace acx {

namespace {

QString urlOptionOf(TokenKind kind)
{
    switch (kind) {
    case TokenKind::ApiConnect:
        return u"--login-url"_s;
    case TokenKind::Iam:
        return u"--iam-url"_s;
    case TokenKind::Platform:
        return u"--platform-url"_s;
    }
    return {};
}

} // namespace

Result<std::optional<TokenKind>> readKindOption(Context &context)
{
    if (!context.line().has(Option::Kind))
        return std::optional<TokenKind>();
    const std::optional<TokenKind> kind = tokenKindFromText(context.line().text(Option::Kind));
    if (!kind)
        return fail(ErrorKind::InvalidInput, u"There is no token kind “%1”."_s.arg(context.line().text(Option::Kind)),
                    u"Kinds are iam, apiconnect and platform."_s);
    return kind;
}

Status useTokenService(Context &context, const Place &place, TokenKind kind)
{
    if (place.endpoints.tokenBase(kind).isEmpty())
        return fail(ErrorKind::InvalidInput,
                    u"No token service is known here that issues the %1."_s.arg(displayName(kind)),
                    u"Give %1 with import or with a key that is not stored, or choose another --kind."_s.arg(
                        urlOptionOf(kind)));
    if (kind == TokenKind::Platform && place.profile.clientId.isEmpty())
        return fail(ErrorKind::InvalidInput, u"The platform API wants a client id and secret beside the key."_s,
                    u"Give them with --client FILE."_s);
    if (isSingleUse(place.profile, kind))
        context.out().warning(u"API Connect's own keys may be good for one exchange only: this may spend it."_s);
    return {};
}

void beginSpending(TokenBroker &broker, const Place &place, TokenKind kind)
{
    if (isSingleUse(place.profile, kind))
        (void)broker.renew({place.profile.id, kind});
}

} // namespace acx
