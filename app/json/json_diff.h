// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/result.h"
#include "app/json/json_index.h"

#include <QByteArray>
#include <QList>
#include <QString>

#include <functional>

namespace acx {

/// One place in which two documents differ.
struct JsonDifference
{
    enum class Kind { Added, Removed, Changed };

    /// Where: in the later document; for what was removed, in the earlier one.
    QString pointer;
    Kind kind = Kind::Changed;
    /// The values as written, numbers with all their digits; what is longer than `longestValue` is cut and ends with …
    QByteArray before;                              ///< empty for what was added
    QByteArray after;                               ///< empty for what was removed
    static constexpr qsizetype longestValue = 4096; // bytes

    bool operator==(const JsonDifference &) const = default;
};

struct JsonDiff
{
    QList<JsonDifference>
        differences;     ///< in the order of the earlier document; what was added stands last in its container
    bool isWhole = true; ///< false: there are more than were asked for
};

struct JsonDiffOptions
{
    qsizetype maxDifferences = 10'000;
    /// Called now and then, in the calling thread; false stops (ErrorKind::Cancelled).
    std::function<bool()> goOn;
};

/// How two JSON documents differ. Members of objects belong together by name, whatever their order (of members that are
/// named twice the first with the first …; only another order of these is no difference). Elements of arrays belong
/// together by their `id`, `name` or `url` where all of them are objects that have one and no two the same; else by the
/// longest common sequence, and where that would need more than 1,000 steps apart, by position. Numbers are equal only
/// if they are written alike; strings if they mean the same. Takes 8 bytes a value beside the indices, and time in
/// proportion to the size of both, times at most 1,000 for the common sequence of an array. The only Error is
/// Cancelled.
[[nodiscard]] Result<JsonDiff> diff(const JsonIndex &before, const JsonIndex &after,
                                    const JsonDiffOptions &options = {});

} // namespace acx
