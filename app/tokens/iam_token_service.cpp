// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/base/deliver.h"
#include "app/http/encoding.h"
#include "app/http/http_client.h"
#include "app/tokens/token_request.h"
#include "app/tokens/token_services.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace acx {
namespace {

Secret basicAuthorization(const TokenCredentials &credentials)
{
    return Secret("Basic "_ba + (credentials.clientId.toUtf8() + ':' + credentials.clientSecret.reveal()).toBase64());
}

} // namespace

IamTokenService::IamTokenService(HttpClient &http, const Clock &clock)
    : m_http(http)
    , m_pause(clock)
{}

QFuture<Result<Token>> IamTokenService::exchange(const TokenCredentials &credentials, const CancelToken &cancel)
{
    if (const Status usable = checkCredentials(credentials); !usable)
        return ready<Token>(fail(usable.error()));
    if (hasControlCharacters(credentials.tenant.toUtf8()) || hasControlCharacters(credentials.clientId.toUtf8()))
        return ready<Token>(
            fail(ErrorKind::InvalidInput,
                 QCoreApplication::translate("acx", "The IAM settings of this profile hold a control character."),
                 QCoreApplication::translate("acx", "Enter the tenant and the client id again.")));
    HttpRequest request = tokenRequest(credentials, "/identity/token"_ba, cancel);
    request.headers.append({"Content-Type"_ba, "application/x-www-form-urlencoded"_ba});
    if (!credentials.tenant.isEmpty())
        request.headers.append({"IBM-Cloud-Tenant"_ba, credentials.tenant.toUtf8()});
    if (!credentials.clientId.isEmpty()) {
        const Secret basic = basicAuthorization(credentials);
        request.secretHeaders.append({"Authorization"_ba, basic});
        request.secrets << basic;
    }
    QList<std::pair<QByteArray, QByteArray>> form = {
        {"grant_type"_ba, "urn:ibm:params:oauth:grant-type:apikey"_ba},
        {"apikey"_ba, credentials.apiKey.reveal()},
    };
    if (!credentials.scopes.isEmpty())
        form.append({"scope"_ba, credentials.scopes.join(u' ').toUtf8()});
    request.body = formEncoded(form);
    return sendTokenRequest(m_http, request, kind(), m_pause);
}

} // namespace acx
