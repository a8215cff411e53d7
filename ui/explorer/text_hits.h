// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <algorithm>
#include <memory>
#include <vector>

namespace acx {

/// Where a text was found: bytes from the start, in order, not overlapping.
struct TextHits
{
    std::vector<qint64> offsets;
    qint64 length = 0;   ///< bytes of each
    qint64 current = -1; ///< offset of the one that is looked at; -1 = none

    /// The first hit that ends behind `offset`.
    [[nodiscard]] std::vector<qint64>::const_iterator endingBehind(qint64 offset) const
    {
        return std::upper_bound(offsets.cbegin(), offsets.cend(), offset - length);
    }
};
using TextHitsPtr = std::shared_ptr<const TextHits>;

} // namespace acx
