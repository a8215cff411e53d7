// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/tokens/token_request.h"

#include "app/base/deliver.h"
#include "app/http/encoding.h"
#include "app/http/http_client.h"
#include "app/tokens/token_answer.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace acx {

HttpRequest tokenRequest(const TokenCredentials &credentials, const QByteArray &encodedPath, const CancelToken &cancel)
{
    HttpRequest request;
    request.method = "POST"_ba;
    request.url = withPath(credentials.base, encodedPath);
    request.headers = {{"Accept"_ba, "application/json"_ba}};
    request.redirects = RedirectPolicy::Refuse;
    // An exchange changes nothing at the service, so a stale connection may be tried again; a single-use key not.
    request.repetition = credentials.singleUseKey ? Repetition::Never : Repetition::Allowed;
    request.maxBytes = 1024LL * 1024;
    // Tokens live in memory only.
    request.memoryLimit = request.maxBytes;
    request.deadline = credentials.deadline;
    request.cancel = cancel;
    for (const Secret &secret : {credentials.apiKey, credentials.clientSecret}) {
        if (!secret.isEmpty())
            request.secrets << secret;
    }
    return request;
}

Status checkCredentials(const TokenCredentials &credentials)
{
    if (!credentials.base.isValid() || credentials.base.host().isEmpty())
        return fail(ErrorKind::InvalidInput,
                    QCoreApplication::translate("acx", "The URL of the token service cannot be used."),
                    QCoreApplication::translate("acx", "Correct the URL in the profile."));
    if (credentials.apiKey.isEmpty())
        return fail(ErrorKind::InvalidInput, QCoreApplication::translate("acx", "There is no API key."),
                    QCoreApplication::translate("acx", "Import the API key again."));
    if (credentials.clientId.isEmpty() != credentials.clientSecret.isEmpty())
        return fail(ErrorKind::InvalidInput,
                    credentials.clientId.isEmpty()
                        ? QCoreApplication::translate("acx", "There is a client secret but no client id.")
                        : QCoreApplication::translate("acx", "There is a client id but no client secret."),
                    QCoreApplication::translate("acx", "Give both, or neither."));
    return {};
}

QFuture<Result<Token>> sendTokenRequest(HttpClient &http, const HttpRequest &request, TokenKind kind,
                                        const RetryPause &pause)
{
    if (const auto reason = pause.stillOn(request.url))
        return ready<Token>(fail(*reason));
    Redactor redactor(request.secrets);
    return chain<Token>(http.send(request),
                        [kind, redactor, pause, sentAt = pause.now()](const HttpResponse &response) {
                            pause.note(response);
                            return ready<Token>(readTokenAnswer({response, sentAt, pause.now()}, kind, redactor));
                        });
}

} // namespace acx
