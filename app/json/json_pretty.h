// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/result.h"
#include "app/json/json_index.h"

#include <functional>

namespace acx {

/// Writes a value over several lines with an indent of two blanks, every name and scalar exactly as written. The 50th
/// level is the last that is indented further: a text of 100,000 levels would become one of 40 GB. `write` gets the
/// text part by part, without a line end at the last; its first failure ends the writing.
[[nodiscard]] Status writePretty(const JsonIndex &index, JsonIndex::Node node,
                                 const std::function<Status(QByteArrayView)> &write);

/// The same with no blanks at all, in one line.
[[nodiscard]] Status writeCompact(const JsonIndex &index, JsonIndex::Node node,
                                  const std::function<Status(QByteArrayView)> &write);

} // namespace acx
