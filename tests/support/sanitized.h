// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#if defined(__has_feature)
#if __has_feature(address_sanitizer)
#define ACX_UNDER_SANITIZER // clang's own way of telling
#endif
#endif

namespace acx {

/// The address sanitizer keeps memory that was given back, and reserves terabytes of addresses: what a program holds
/// cannot be told then.
#if defined(__SANITIZE_ADDRESS__) || defined(ACX_UNDER_SANITIZER)
inline constexpr bool measuresMemory = false;
#else
inline constexpr bool measuresMemory = true;
#endif

} // namespace acx
