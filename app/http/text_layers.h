// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>

namespace acx {

/// A stretch of bytes, end exclusive.
struct TextRange
{
    qsizetype begin = 0;
    qsizetype end = 0;

    bool operator==(const TextRange &) const = default;
};

/// A text as it looks after some of its encoding is undone, with the way back to where each byte came from.
struct TextLayer
{
    QByteArray bytes;
    QList<qsizetype> origin; ///< offset in the first text, one per byte and one for the end; empty = the text itself

    [[nodiscard]] TextRange inText(TextRange range) const;
};

/// The text itself, and what it becomes when percent-encoding and JSON escapes are undone, up to three times and in any
/// order, the least changed first: a secret is found whichever way it was wrapped. `+` for a blank and the entities of
/// HTML (&quot; …) are undone first or not at all. What is not encoded stays as it is.
[[nodiscard]] QList<TextLayer> textLayers(const QByteArray &text);

} // namespace acx
