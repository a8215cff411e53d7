// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/base/deliver.h"
#include "app/http/http_client.h"
#include "app/json/json_value.h"
#include "app/tokens/token_request.h"
#include "app/tokens/token_services.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace acx {

PlatformTokenService::PlatformTokenService(HttpClient &http, const Clock &clock)
    : m_http(http)
    , m_pause(clock)
{}

QFuture<Result<Token>> PlatformTokenService::exchange(const TokenCredentials &credentials, const CancelToken &cancel)
{
    if (const Status usable = checkCredentials(credentials); !usable)
        return ready<Token>(fail(usable.error()));
    if (credentials.clientId.isEmpty())
        return ready<Token>(fail(
            ErrorKind::InvalidInput,
            QCoreApplication::translate("acx",
                                        "The platform API needs a client id and a client secret with the API key."),
            QCoreApplication::translate("acx", "Add them to the profile; the toolkit's credentials.json holds them.")));
    HttpRequest request = tokenRequest(credentials, "/api/token"_ba, cancel);
    // Whether a key is single-use cannot be seen from it, so the request never goes out twice.
    request.repetition = Repetition::Never;
    request.headers.append({"Content-Type"_ba, "application/json"_ba});
    request.body =
        JsonValue::object(
            {
                {u"grant_type"_s, JsonValue::string(u"api_key"_s)},
                {u"api_key"_s, JsonValue::string(QString::fromUtf8(credentials.apiKey.reveal()))},
                {u"client_id"_s, JsonValue::string(credentials.clientId)},
                {u"client_secret"_s, JsonValue::string(QString::fromUtf8(credentials.clientSecret.reveal()))},
            })
            .toJson();
    return sendTokenRequest(m_http, request, kind(), m_pause);
}

} // namespace acx
