// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/http/http_message.h"

#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QNetworkRequest>
#include <QSslConfiguration>

#include <optional>

namespace acx {

/// True if bearer, secret headers, body and the caller's own headers may go to `url`.
[[nodiscard]] bool mayReceiveSecrets(const HttpRequest &request, const QUrl &url);

/// Builds the request for one hop and hands it to the manager. `trusted` = mayReceiveSecrets() for this hop and all
/// hops before it; otherwise only headers that say nothing about the person go along. `tls` is for https.
[[nodiscard]] QNetworkReply *sendOver(QNetworkAccessManager &manager, const HttpRequest &request, const QUrl &url,
                                      bool trusted, const std::optional<QSslConfiguration> &tls);

} // namespace acx
