// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/result.h"
#include "app/deployments/deployment.h"
#include "app/http/http_message.h"
#include "app/operations/operation.h"

#include <QByteArray>
#include <QString>

#include <optional>

namespace acx {

/// A request as a person wrote it.
struct RequestDraft
{
    QByteArray method = "GET";
    QString target; ///< "/v1/me", "v1/me?fields=name", or a whole URL
    HttpHeaders headers;
    std::optional<QByteArray> body;
    std::optional<TokenKind> tokenKind; ///< none = decided by path (tokenKindForPath)
    bool withToken = true;
    OperationRisk risk = OperationRisk::Read; ///< what its operation says about itself; Read for a free request
    bool operator==(const RequestDraft &) const = default;
};

/// A draft made ready for one place.
struct PreparedRequest
{
    QByteArray method;
    QUrl url;
    HttpHeaders headers;
    std::optional<QByteArray> body;
    std::optional<TokenKind> tokenKind; ///< none = goes out without a token
    QList<Origin> tokenOrigins;         ///< where the token may go, after redirects too
    QString notice;                     ///< why it goes out without one, if the person did not ask for that
    /// Go to the origin of `url` only, and then so does the token (prepareForDefinition).
    QList<std::pair<QByteArray, Secret>> secretHeaders;
};

/// What a profile may be used for.
enum class Access {
    Full,
    ReadOnly ///< GET, HEAD and OPTIONS of operations that only read
};

/// Checks and completes a draft: method is a token of RFC 9110, names and values without control characters, a path is
/// appended to the API base (its own path kept), a URL outside the place's origins goes without a token. The API's
/// origin takes every kind of token; the origin of a token service takes its own kind. A person's own Authorization
/// header takes the token's place. InvalidInput names the field; Unsupported: the access does not allow it.
[[nodiscard]] Result<PreparedRequest> prepare(const RequestDraft &draft, const Deployment &deployment,
                                              const Endpoints &endpoints, bool hasClient, Access access = Access::Full);
/// True for what a person confirms by name before it is sent: a DELETE, and operations that call themselves
/// destructive.
[[nodiscard]] bool isDestructive(const RequestDraft &draft);

/// "Name: value" lines; empty lines are skipped. InvalidInput names the line.
[[nodiscard]] Result<HttpHeaders> readHeaderLines(const QString &text);

} // namespace acx
