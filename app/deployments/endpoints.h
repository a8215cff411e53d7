// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/result.h"
#include "app/deployments/token_kind.h"

#include <QString>
#include <QUrl>

namespace acx {

/// Base URLs of one place, each without /v1, /api, /apikey, /identity/token or /api/token. An empty URL = this place
/// has none.
struct Endpoints
{
    QUrl api;      ///< management host (V5) or platform API host: <api>/v1/…, <api>/api/…
    QUrl login;    ///< V5 login service: <login>/apikey
    QUrl iam;      ///< IAM: <iam>/identity/token
    QUrl platform; ///< platform API token service: <platform>/api/token

    [[nodiscard]] QUrl tokenBase(TokenKind kind) const;
    bool operator==(const Endpoints &) const = default;
};

enum class EndpointRole { Api, Login, Iam, Platform };

/// Reads what a person typed as a host or base URL: adds https:// to a bare host, drops a final slash and the
/// well-known tail of the role (/identity/token, /apikey, /api/token, /v1, /api), keeps any other path. Refuses
/// (InvalidInput) user info, query, fragment, control characters, other schemes than https, and http to anything but
/// loopback.
[[nodiscard]] Result<QUrl> readBaseUrl(const QString &typed, EndpointRole role);

/// The login service that belongs to a V5 management host, by IBM's naming rule; invalid for an IP address. A proposal
/// that the person can edit.
[[nodiscard]] QUrl proposedLoginUrl(const QUrl &managementUrl);

} // namespace acx
