// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/base/deliver.h"
#include "app/cli/commands.h"
#include "app/cli/context.h"
#include "app/cli/input.h"
#include "app/http/http_client.h"
#include "app/tokens/claims.h"
#include "app/tokens/jwt_verifier.h"

using namespace Qt::StringLiterals;

namespace acx {

namespace {

constexpr qint64 maximumToken = 1024LL * 1024 + 64; // bytes; the reader itself refuses more than 1 MiB
constexpr qint64 maximumKeys = 1024LL * 1024;     // bytes

Result<LenientJwt> readToken(Context &context)
{
    const QString file = context.line().argument(0);
    Result<QByteArray> bytes =
        file == "-"_L1 ? readStandardInput(context.out(), maximumToken, u"Paste the token; it is not shown."_s, true)
                       : readWholeFile(file, maximumToken);
    if (!bytes)
        return fail(bytes.error());
    QByteArray text = bytes->trimmed();
    // As it is copied from a header line.
    for (const QByteArray &prefix : {"authorization:"_ba, "bearer "_ba}) {
        if (text.left(prefix.size()).toLower() == prefix)
            text = text.mid(prefix.size()).trimmed();
    }
    return decodeJwtForViewing(Secret(text));
}

SignatureCheck notVerified(const Jwt &jwt, const QString &reason)
{
    SignatureCheck check;
    check.reason = reason;
    check.algorithm = jwt.algorithm();
    check.keyId = jwt.keyId();
    return check;
}

SignatureCheck checkWith(const LenientJwt &token, const QByteArray &keys)
{
    if (!token.strict)
        return notVerified(token.jwt, token.flaw);
    return checkSignature(token.jwt, keys);
}

/// Keys from a URL. An unreachable set is no failure of the command: the token could be read, and the reason says it.
QFuture<Result<SignatureCheck>> checkWithUrl(Context &context, const LenientJwt &token, const QUrl &url)
{
    HttpRequest request;
    request.url = url;
    request.headers = {{"Accept"_ba, "application/json, application/x-pem-file, */*"_ba}};
    request.redirects = RedirectPolicy::FollowSafe;
    request.maxBytes = maximumKeys;
    return context.http().send(request).then([token](const Result<HttpResponse> &response) -> Result<SignatureCheck> {
        if (!response) {
            if (response.error().kind == ErrorKind::InvalidInput)
                return fail(response.error());
            return notVerified(token.jwt,
                               u"Not verified: the keys could not be fetched. %1"_s.arg(response.error().message()));
        }
        if (!response->isSuccess())
            return notVerified(token.jwt, u"Not verified: the keys could not be fetched, the server answered %1."_s.arg(
                                              response->status));
        return checkWith(token, response->body.head(maximumKeys));
    });
}

QFuture<Result<SignatureCheck>> check(Context &context, const LenientJwt &token)
{
    if (!context.line().has(Option::Keys))
        return ready<SignatureCheck>(notVerified(
            token.jwt, token.strict ? u"Decoded, not verified: no keys were given (--keys)."_s : token.flaw));
    const QString keys = context.line().text(Option::Keys);
    if (keys.startsWith("https://"_L1, Qt::CaseInsensitive) || keys.startsWith("http://"_L1, Qt::CaseInsensitive))
        return checkWithUrl(context, token, QUrl(keys, QUrl::StrictMode));
    const Result<QByteArray> bytes = readWholeFile(keys, maximumKeys);
    if (!bytes)
        return ready<SignatureCheck>(fail(bytes.error()));
    return ready<SignatureCheck>(checkWith(token, *bytes));
}

Status printJson(Context &context, const Jwt &jwt, const SignatureCheck &check)
{
    return context.out().json(
        JsonValue::object({{u"verified"_s, JsonValue::boolean(check.state == SignatureState::Verified)},
                           {u"reason"_s, JsonValue::string(check.reason)},
                           {u"header"_s, jwt.header},
                           {u"claims"_s, jwt.claims.value_or(JsonValue())}}));
}

QString stateText(SignatureState state)
{
    switch (state) {
    case SignatureState::Verified:
        return u"verified"_s;
    case SignatureState::NotVerified:
        return u"not verified"_s;
    case SignatureState::Wrong:
        return u"WRONG"_s;
    }
    return {};
}

void addRows(QList<QStringList> &rows, const QList<ClaimRow> &claims)
{
    for (const ClaimRow &row : claims)
        rows.append({row.title, row.text, row.explained && row.claim != row.title ? row.claim : QString()});
}

Status printText(Context &context, const Jwt &jwt, const SignatureCheck &check)
{
    QList<QStringList> rows{{u"Signature"_s, u"%1. %2"_s.arg(stateText(check.state), check.reason)}};
    addRows(rows, explainHeader(jwt));
    if (jwt.claims)
        addRows(rows, explainClaims(jwt, context.clock().now()));
    else
        rows.append({u"Claims"_s, u"none: the payload is no JSON object"_s});
    return context.out().table(rows);
}

CommandResult print(Context &context, const Jwt &jwt, const SignatureCheck &check)
{
    return finished(context.line().has(Option::Json) ? printJson(context, jwt, check) : printText(context, jwt, check));
}

} // namespace

CommandResult decodeToken(Context &context)
{
    const Result<LenientJwt> token = readToken(context);
    if (!token)
        return failed(token.error());
    return chain<ExitCode>(check(context, *token), [&context, token = *token](const SignatureCheck &checked) {
        return print(context, token.jwt, checked);
    });
}

} // namespace acx
