// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/json/json_index.h"

#include <QByteArrayView>
#include <QString>

namespace acx {

/// The beginning of a text that may be too long to be shown.
struct Excerpt
{
    QString text;
    bool isCut = false;

    bool operator==(const Excerpt &) const = default;
};

/// The beginning of a valid JSON string or name (`raw`: between its quotation marks), its escapes read, from at most
/// `maxBytes` of it; no escape and no character is cut in two.
[[nodiscard]] Excerpt stringExcerpt(QByteArrayView raw, qsizetype maxBytes);
/// A scalar as it is shown in one line: strings with quotation marks and visible control characters, numbers and words
/// as written.
[[nodiscard]] Excerpt scalarLine(const JsonIndex &index, JsonIndex::Node node, qsizetype maxBytes);
/// A member's name in one line.
[[nodiscard]] QString nameLine(const JsonIndex &index, JsonIndex::Node node, qsizetype maxBytes);

} // namespace acx
