// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/result.h"
#include "app/base/secret.h"
#include "app/deployments/endpoints.h"

#include <QString>

namespace acx {

/// What a running sandbox tells whoever started it: base URLs and credentials made anew at each start.
struct SandboxInfo
{
    Endpoints endpoints;
    Secret apiKey;
    Secret serviceIdApiKey;
    Secret platformApiKey;
    QString clientId;
    Secret clientSecret;
    QString caCertificate; ///< path of the certificate to trust; empty without TLS

    /// One line of JSON: api_url, login_url, iam_url, platform_url, api_key, service_id_api_key, platform_api_key,
    /// client_id, client_secret and, with TLS, ca_certificate. Holds secrets: for a pipe, never for a log.
    [[nodiscard]] QByteArray toJson() const;
    [[nodiscard]] static Result<SandboxInfo> fromJson(const QByteArray &line);
};

} // namespace acx
