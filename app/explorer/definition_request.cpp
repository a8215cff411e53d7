// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/explorer/definition_request.h"

#include "app/explorer/target.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace acx {

Result<PreparedRequest> prepareForDefinition(const RequestDraft &draft, const Definition &definition,
                                             const DefinitionHeaders &headers, const Deployment &deployment,
                                             const Endpoints &endpoints, bool hasClient, Access access)
{
    if (definition.base.isEmpty())
        return fail(ErrorKind::InvalidInput,
                    QCoreApplication::translate("acx", "“%1” does not say where it is called.").arg(definition.title),
                    QCoreApplication::translate("acx", "Give its base URL in the details of the definition."));
    const Result<Target> target = readTarget(draft.target, definition.base);
    if (!target)
        return fail(target.error());
    RequestDraft whole = draft;
    whole.target = QString::fromLatin1(target->url.toEncoded());
    // A published API is called with a client id; the token of the profile manages API Connect.
    whole.withToken = draft.withToken && draft.tokenKind.has_value();
    Result<PreparedRequest> request = prepare(whole, deployment, endpoints, hasClient, access);
    if (!request || !headers.origins.contains(Origin::of(request->url)))
        return request;
    for (const HttpHeader &header : headers.headers) {
        if (!hasHeader(request->headers, header.name))
            request->headers.append(header);
    }
    for (const auto &[name, value] : headers.secretHeaders) {
        if (!hasHeader(request->headers, name))
            request->secretHeaders.append({name, value});
    }
    return request;
}

} // namespace acx
