// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/explorer/text_lines.h"

#include <algorithm>
#include <cstring>

namespace acx {

namespace {

constexpr qint64 reportEvery = 4LL * 1024 * 1024; // bytes
constexpr qint64 longLine = 1024LL * 1024;        // bytes

} // namespace

TextLines::TextLines(QByteArrayView text)
    : m_text(text)
{}

qint64 TextLines::behindNewLine(qint64 from) const
{
    if (from >= m_text.size())
        return -1;
    const auto beyond = std::upper_bound(m_longLines.cbegin(), m_longLines.cend(), from,
                                         [](qint64 wanted, const LongLine &line) { return wanted < line.start; });
    if (beyond != m_longLines.cbegin()) {
        const LongLine &line = *(beyond - 1);
        if (line.behind < 0 || from < line.behind)
            return line.behind;
    }
    const void *found = std::memchr(m_text.data() + from, '\n', static_cast<size_t>(m_text.size() - from));
    return found ? static_cast<const char *>(found) - m_text.data() + 1 : -1;
}

std::optional<TextLines> TextLines::build(QByteArrayView text, const std::function<bool(qint64)> &goOn)
{
    TextLines lines(text);
    qint64 start = 0;
    qint64 reported = 0;
    for (qint64 next = lines.behindNewLine(0); next >= 0; next = lines.behindNewLine(start)) {
        if (next - start > longLine)
            lines.m_longLines.push_back({start, next});
        lines.m_longest = std::max(lines.m_longest, lines.end(start) - start);
        start = next;
        const qint64 line = lines.m_count++;
        const Mark &last = lines.m_marks.back();
        if (line - last.line >= step || start - last.offset >= stepBytes)
            lines.m_marks.push_back({line, start});
        if (start - reported >= reportEvery) {
            reported = start;
            if (goOn && !goOn(start))
                return std::nullopt;
        }
    }
    if (text.size() - start > longLine)
        lines.m_longLines.push_back({start, -1});
    lines.m_longest = std::max(lines.m_longest, qint64(text.size()) - start);
    return lines;
}

qint64 TextLines::start(qint64 line) const
{
    const auto beyond = std::upper_bound(m_marks.cbegin(), m_marks.cend(), line,
                                         [](qint64 wanted, const Mark &mark) { return wanted < mark.line; });
    const Mark &mark = *(beyond - 1);
    qint64 at = mark.offset;
    for (qint64 i = mark.line; i < line; ++i) {
        at = behindNewLine(at);
        if (at < 0)
            return m_text.size();
    }
    return at;
}

qint64 TextLines::end(qint64 start) const
{
    const qint64 behind = behindNewLine(start);
    if (behind < 0)
        return m_text.size();
    const qint64 end = behind - 1;
    return end > start && m_text[end - 1] == '\r' ? end - 1 : end;
}

qint64 TextLines::next(qint64 start) const
{
    const qint64 behind = behindNewLine(start);
    return behind < 0 ? m_text.size() : behind;
}

qint64 TextLines::lineAt(qint64 offset) const
{
    const auto beyond = std::upper_bound(m_marks.cbegin(), m_marks.cend(), offset,
                                         [](qint64 wanted, const Mark &mark) { return wanted < mark.offset; });
    qint64 line = (beyond - 1)->line;
    qint64 at = behindNewLine((beyond - 1)->offset);
    for (; at >= 0 && at <= offset; at = behindNewLine(at))
        ++line;
    return line;
}

} // namespace acx
