// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/base/deliver.h"
#include "app/http/encoding.h"
#include "app/http/http_client.h"
#include "app/json/json_value.h"
#include "app/tokens/retired_service.h"
#include "app/tokens/token_request.h"
#include "app/tokens/token_services.h"

using namespace Qt::StringLiterals;

namespace acx {
namespace {

QFuture<Result<Token>> withRetirementExplained(QFuture<Result<Token>> future, const QUrl &base)
{
    return future.then([base](const QFuture<Result<Token>> &done) -> Result<Token> {
        if (done.resultCount() == 0)
            return fail(cancelledError());
        Result<Token> result = done.resultAt(0);
        if (!result)
            return fail(explainedIfRetired(result.error(), base));
        return result;
    });
}

/// The service answered, and not with a token. No connection or a cancel is not that: the key would fare no better.
bool isAnswerWithoutToken(const Error &error)
{
    return error.kind == ErrorKind::ServiceRefused || error.kind == ErrorKind::ServiceFault ||
           error.kind == ErrorKind::Incomplete || error.kind == ErrorKind::Redirect;
}

QFuture<Result<Token>> exchangeKey(HttpClient &http, const RetryPause &pause, const TokenCredentials &credentials,
                                   const CancelToken &cancel)
{
    HttpRequest request =
        tokenRequest(credentials, "/apikey?"_ba + formEncoded({{"apikey"_ba, credentials.apiKey.reveal()}}), cancel);
    // One IBM sample sends this type with its empty body; Qt would complain about a POST without a type.
    request.headers.append({"Content-Type"_ba, "application/x-www-form-urlencoded"_ba});
    request.body = QByteArray();
    return withRetirementExplained(sendTokenRequest(http, request, TokenKind::ApiConnect, pause), credentials.base);
}

} // namespace

LoginTokenService::LoginTokenService(HttpClient &http, const Clock &clock)
    : m_http(http)
    , m_pause(clock)
{}

QFuture<Result<Token>> LoginTokenService::exchange(const TokenCredentials &credentials, const CancelToken &cancel)
{
    if (const Status usable = checkCredentials(credentials); !usable)
        return ready<Token>(fail(usable.error()));
    return exchangeKey(m_http, m_pause, credentials, cancel);
}

QFuture<Result<Token>> LoginTokenService::renew(const Token &old, const TokenCredentials &credentials,
                                                const CancelToken &cancel)
{
    if (const Status usable = checkCredentials(credentials); !usable)
        return ready<Token>(fail(usable.error()));
    HttpRequest request = tokenRequest(credentials, "/refresh"_ba, cancel);
    request.headers.append({"Content-Type"_ba, "application/json"_ba});
    request.body = JsonValue::object({{u"jwt"_s, JsonValue::string(QString::fromUtf8(old.value.reveal()))}}).toJson();
    request.secrets << old.value;
    // The client may outlive this service, never the other way round: capture what the second step needs by itself.
    HttpClient *http = &m_http;
    const RetryPause pause = m_pause;
    return sendTokenRequest(m_http, request, kind(), m_pause)
        .then([http, pause, credentials, cancel](const QFuture<Result<Token>> &done) -> QFuture<Result<Token>> {
            if (done.resultCount() == 0)
                return ready<Token>(fail(cancelledError()));
            const Result<Token> renewed = done.resultAt(0);
            if (renewed || !isAnswerWithoutToken(renewed.error()) || cancel.isCancelled())
                return withRetirementExplained(ready<Token>(renewed), credentials.base);
            return exchangeKey(*http, pause, credentials, cancel);
        })
        .unwrap();
}

} // namespace acx
