// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/sandbox/exchange.h"

#include <QDateTime>

namespace acx::sandbox {

/// The error shapes of the services, each as its clients know it.

/// IAM's token service: flat, with the request id in `context` and in three headers.
[[nodiscard]] Response iamError(const Request &request, int status, const QString &code, const QString &message);
/// IAM's REST part (API keys): `trace`, `errors[]`, `context`.
[[nodiscard]] Response identityError(const Request &request, int status, const QString &messageCode,
                                     const QString &message);
[[nodiscard]] Response loginError(int status, const QString &message);
/// V5: `errors[]` with one-member objects.
[[nodiscard]] Response v5Error(int status, const QString &key, const QString &message);
[[nodiscard]] Response v10Error(int status, const QString &message);

/// The shape that belongs to the path.
[[nodiscard]] Response pathError(const Request &request, int status, const QString &v5Key, const QString &message);

} // namespace acx::sandbox
