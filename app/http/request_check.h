// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/http/http_message.h"

namespace acx {

/// Refuses (ErrorKind::InvalidInput) what must not leave this machine: control characters that would become a line of
/// their own, plain http to another machine, other schemes, user info in the URL, headers that only the transport sets.
[[nodiscard]] Status checkRequest(const HttpRequest &request);
/// Refuses the name of a proxy that holds anything beyond a name; an empty one is fine.
[[nodiscard]] Status checkProxyHost(const QString &host);
/// The part of it that is about where a request goes; also applied to every redirect.
[[nodiscard]] Status checkTarget(const QUrl &url);

} // namespace acx
