// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/sandbox/scope.h"

namespace acx::sandbox {

/// Analytics: calls that the apps of the company seem to have made during the last day. V5's list is the only one with
/// paging by `next` and `nextHref`.
[[nodiscard]] Response v5Traffic(Scope &scope);
[[nodiscard]] Response v10Traffic(Scope &scope);

/// 2017-11-21T14:05:42.982+0000
[[nodiscard]] QString v5Time(const QDateTime &time);

} // namespace acx::sandbox
