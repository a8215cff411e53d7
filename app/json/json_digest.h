// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/json/json_index.h"

#include <functional>
#include <vector>

namespace acx {

/// A number for each value of a document: values that mean the same have the same, whatever the order of members and
/// the blanks between them; others differ, but for one chance in some 2^64. Numbers are the same only if they are
/// written alike. `seed` makes the digests of one run comparable with each other and unforeseeable from outside.
/// Cancelled if `goOn` says so.
[[nodiscard]] Result<std::vector<quint64>> jsonDigests(const JsonIndex &index, quint64 seed,
                                                       const std::function<bool()> &goOn);

} // namespace acx
