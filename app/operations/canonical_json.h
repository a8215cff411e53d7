// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/json/json_index.h"

#include <QByteArray>

namespace acx {

/// The same text for values that are equal to JSON Schema: members sorted by name, numbers by value, escapes read.
[[nodiscard]] QByteArray canonicalJson(const JsonValue &value);
/// None for a value nested deeper than 200 containers or of more than a million values: too much to compare.
[[nodiscard]] std::optional<QByteArray> canonicalJson(const JsonIndex &index, JsonIndex::Node node);

} // namespace acx
