// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QPair>

#include <functional>
#include <optional>

namespace acx {

/// Pairs (index in the earlier, index in the later sequence) of a longest common subsequence of two sequences of
/// `before` and `after` elements, ascending; by E. W. Myers, "An O(ND) Difference Algorithm and Its Variations" (1986).
/// None if more than `maxSteps` elements would have to be added and removed; takes at most maxSteps² numbers of memory.
[[nodiscard]] std::optional<QList<QPair<qsizetype, qsizetype>>>
matchSequences(qsizetype before, qsizetype after, const std::function<bool(qsizetype, qsizetype)> &isEqual,
               qsizetype maxSteps = 1000);

} // namespace acx
