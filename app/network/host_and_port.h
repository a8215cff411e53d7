// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/result.h"

namespace acx {

/// One server for TLS, in the form that pins and client certificates are compared with.
struct HostAndPort
{
    QString host; ///< lower case, without a trailing dot; an IPv6 address without brackets
    quint16 port = 443;

    bool operator==(const HostAndPort &) const = default;
};

/// "host", "host:port", "[address]:port", or an https URL of that alone. Other text: InvalidInput.
[[nodiscard]] Result<HostAndPort> readHostAndPort(const QString &text);
/// "host:port", with brackets around an IPv6 address.
[[nodiscard]] QString hostAndPortText(const QString &host, quint16 port);

} // namespace acx
