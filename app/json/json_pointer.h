// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/result.h"
#include "app/json/json_index.h"

#include <QString>

namespace acx {

/// The value that a JSON Pointer (RFC 6901) names; of duplicate members the first. Errors: InvalidInput (no pointer),
/// NotFound (the sentence says how far the pointer leads).
[[nodiscard]] Result<JsonIndex::Node> findPointer(const JsonIndex &index, const QString &pointer);

/// A member's name as one step of a JSON Pointer, without the slash before it: ~0 stands for ~, ~1 for /.
[[nodiscard]] QString pointerStep(const QString &name);

/// The pointer of a value. Where a member is named twice it leads to the first of the two.
[[nodiscard]] QString pointerTo(const JsonIndex &index, JsonIndex::Node node);

} // namespace acx
