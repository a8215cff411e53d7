// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/http/http_message.h"

#include <QFuture>

#include <optional>

namespace acx {

/// True if the answer claims to be JSON: by its type, or without a type by its first character.
[[nodiscard]] bool claimsJson(const HttpResponse &response);
/// Why the body is no complete JSON document; none = it is one. A large body is read in another thread.
[[nodiscard]] QFuture<Result<std::optional<Error>>> checkJson(const ResponseBody &body, const QString &host);

} // namespace acx
