// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/http/http_client.h"
#include "tests/support/fault_server.h"

namespace acx {

/// What went wrong, for the output of a failing test.
[[nodiscard]] QByteArray tale(const Result<HttpResponse> &result);
[[nodiscard]] QByteArray gzip(const QByteArray &plain);
/// The head of an answer with these header lines.
[[nodiscard]] QByteArray head(const QList<QByteArray> &lines, const QByteArray &status = "200 OK");
/// A request with limits of 20 s.
[[nodiscard]] HttpRequest patientRequest(const QUrl &url);

// Header lines.
inline const QByteArray json = QByteArrayLiteral("Content-Type: application/json");
inline const QByteArray text = QByteArrayLiteral("Content-Type: text/plain");

} // namespace acx
