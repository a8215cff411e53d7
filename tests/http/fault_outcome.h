// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/http/http_message.h"
#include "tests/support/fault_matrix.h"

#include <QUrl>

namespace acx {

/// Why it is no success: the error, what is wrong with the body, or a redirect that was not followed.
[[nodiscard]] Error errorOf(const Result<HttpResponse> &result);
/// All that is told of it.
[[nodiscard]] QByteArray tale(const Result<HttpResponse> &result);
/// Fails the test function unless it ended as the row says.
void compareFault(const Result<HttpResponse> &result, const FaultRow &row);
/// Fails the test function unless the sentence names host and cause, and no secret. What hangs was given 0.7 s.
void checkFaultWords(const Error &told, const FaultRow &row, const QUrl &url, const QByteArray &canary);

} // namespace acx
