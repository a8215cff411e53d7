// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/http/http_client.h"

namespace acx {

/// What the keychain keeps: the password together with the proxy that it was given for. The keychain has one entry for
/// it, and another window may have written that one for a proxy which this window does not know of yet.
[[nodiscard]] Secret keptProxyPassword(const ProxySettings &proxy);
/// The password for `proxy` of what the keychain keeps; empty if it was given for another one. Passwords kept by
/// earlier versions stand alone; they hold for the proxy of the settings.
[[nodiscard]] Secret proxyPasswordOf(const Secret &kept, const ProxySettings &proxy);

} // namespace acx
