// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/result.h"
#include "app/json/json_diff.h"

#include <QByteArray>
#include <QList>
#include <QString>

#include <functional>

namespace acx {

struct DiffLine
{
    enum class Kind { Same, Added, Removed, Left }; ///< Left: some equal lines that are not shown

    Kind kind = Kind::Same;
    QString text; ///< at most 4,096 characters of it
    bool operator==(const DiffLine &) const = default;
};

/// How two bodies differ: by structure if both are JSON, else line by line.
struct BodyDiff
{
    bool isEqual = false; ///< JSON: they mean the same; else: byte for byte
    bool isJson = false;
    JsonDiff json;         ///< if isJson
    QList<DiffLine> lines; ///< otherwise: what differs, with up to three equal lines around it
    bool isWhole = true;   ///< false: there are more differences than are listed (10,000)
};

/// Takes as long as diff() does. The only Error is Cancelled.
[[nodiscard]] Result<BodyDiff> compareBodies(const QByteArray &before, const QByteArray &after,
                                             const std::function<bool()> &goOn = {});

} // namespace acx
