// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/http/http_message.h"

namespace acx {

/// Removes what is secret in `request` from the errors of an outcome. The answer itself stays as it came.
void redactOutcome(Result<HttpResponse> &outcome, const HttpRequest &request);
/// One line about an exchange, without query, headers and bodies.
void logOutcome(const Result<HttpResponse> &outcome, const HttpRequest &request, double elapsedMs);

} // namespace acx
