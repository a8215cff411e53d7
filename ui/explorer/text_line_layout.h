// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>
#include <QString>

#include <vector>

namespace acx {

/// The part of a line that is seen, character by character: what is painted, and which bytes it stands for.
struct ShownLine
{
    struct Piece
    {
        qint64 offset;  ///< of its first byte in the text
        qsizetype from; ///< of its first code unit in `shown`
    };

    QString shown;
    std::vector<Piece> pieces; ///< in order; the last one stands for the end

    /// The place in `shown` of the byte at `offset`, held to the part that is seen.
    [[nodiscard]] qsizetype placeOf(qint64 offset) const;
    /// The byte that stands at a place in `shown`.
    [[nodiscard]] qint64 offsetAt(qsizetype place) const;
};

/// Reads the characters from byte `from` (inside of `text`) to byte `to`, at most `maxPieces` of them. Invalid bytes
/// are shown as U+FFFD, control and formatting characters as visible signs, tabs as four blanks. `from` may be inside
/// of a character: its rest is left out.
[[nodiscard]] ShownLine shownLine(QByteArrayView text, qint64 from, qint64 to, qsizetype maxPieces);

} // namespace acx
