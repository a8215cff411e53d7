// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>

#include <functional>
#include <optional>
#include <vector>

namespace acx {

/// Where the lines of a text of any size begin. It remembers one line in many and looks for those between in the text:
/// a place is found by looking at no more than `step` lines that take no more than `stepBytes`, the last one aside.
/// Lines end with LF or CR LF and are counted from 0. An empty text has one line.
class TextLines final
{
public:
    static constexpr qint64 step = 256;
    static constexpr qint64 stepBytes = 64LL * 1024;

    /// Only the first line is known.
    explicit TextLines(QByteArrayView text = {});
    /// Reads the whole text; false of `goOn` (called now and then with the bytes done) stops: none.
    [[nodiscard]] static std::optional<TextLines> build(QByteArrayView text,
                                                        const std::function<bool(qint64)> &goOn = {});

    [[nodiscard]] qint64 count() const { return m_count; }
    /// Bytes of the longest line, without its end.
    [[nodiscard]] qint64 longest() const { return m_longest; }
    /// Where a line begins; the text's size for one that is not there.
    [[nodiscard]] qint64 start(qint64 line) const;
    /// Where the text of a line that begins at `start` ends, before CR and LF.
    [[nodiscard]] qint64 end(qint64 start) const;
    /// Where the line after the one that begins at `start` begins, or the text's size.
    [[nodiscard]] qint64 next(qint64 start) const;
    /// The line that holds the byte at `offset`.
    [[nodiscard]] qint64 lineAt(qint64 offset) const;

private:
    struct Mark
    {
        qint64 line;
        qint64 offset;
    };
    /// A line so long that its end is not looked for again.
    struct LongLine
    {
        qint64 start;
        qint64 behind; ///< -1: it is the last
    };

    /// The place behind the next LF at or after `from`, or -1.
    [[nodiscard]] qint64 behindNewLine(qint64 from) const;

    QByteArrayView m_text;
    std::vector<Mark> m_marks{{0, 0}};
    std::vector<LongLine> m_longLines;
    qint64 m_count = 1;
    qint64 m_longest = 0;
};

} // namespace acx
