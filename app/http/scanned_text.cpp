// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/http/scanned_text.h"

#include <algorithm>

namespace acx {

qsizetype NextOf::from(qsizetype at)
{
    if (at >= m_from && at <= m_found)
        return m_found;
    const qsizetype end = at < m_from ? m_from : m_text.size();
    qsizetype found = at;
    while (found < end && !m_stops.contains(m_text.at(found)))
        ++found;
    if (at < m_from && found < end)
        return found; // nearer than what is known, which stays known
    if (at > m_found)
        m_found = found;
    m_from = at;
    return m_found;
}

ScannedText::ScannedText(const QByteArray &text)
    : m_text(text)
    , m_lineEnd(text, "\r\n")
    , m_wordEnd(text, " \t\r\n")
    , m_pairEnd(text, "& \t\r\n\"'`<>#")
    , m_queryEnd(text, "& \t\r\n\"`<>#")
    , m_memberEnd(text, ",}] \t\r\n")
    , m_tagBegin(text, "<")
{}

bool ScannedText::isOfName(char c)
{
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || c == '-' ||
           c == '.';
}

QByteArrayView ScannedText::part(qsizetype begin, qsizetype end) const
{
    const qsizetype from = std::clamp<qsizetype>(begin, 0, m_text.size());
    return QByteArrayView(m_text).sliced(from, std::clamp(end, from, m_text.size()) - from);
}

qsizetype ScannedText::skipBlanks(qsizetype at) const
{
    while (isBlank(this->at(at)))
        ++at;
    return at;
}

qsizetype ScannedText::skipSpaces(qsizetype at) const
{
    while (isSpace(this->at(at)))
        ++at;
    return at;
}

qsizetype ScannedText::skipLineEnd(qsizetype at) const
{
    if (has("\r\n", at))
        return at + 2;
    return std::min(at + 1, m_text.size());
}

bool ScannedText::isHeaderLine(qsizetype begin) const
{
    constexpr qsizetype longest = 80; // of a header's name
    qsizetype end = begin;
    while (end - begin < longest && isOfName(at(end)))
        ++end;
    return isBlank(at(begin)) || (end > begin && at(end) == ':');
}

qsizetype ScannedText::headEnd(qsizetype from)
{
    if (from < m_head.begin || from > m_head.end) {
        m_head = {from, m_text.size()};
        m_isHead = false;
        qsizetype line = m_text.indexOf('\n', from) + 1;
        while (line > 0 && isHeaderLine(line))
            line = m_text.indexOf('\n', line) + 1;
        if (line > 0) {
            m_head.end = line;
            m_isHead = at(line) == '\n' || has("\r\n", line);
        }
    }
    return m_isHead ? m_head.end : -1;
}

qsizetype ScannedText::closingQuote(qsizetype from, char quote, qsizetype end) const
{
    for (qsizetype i = from; i < end; ++i) {
        if (m_text.at(i) == '\\')
            ++i;
        else if (m_text.at(i) == quote)
            return i;
    }
    return end;
}

qsizetype ScannedText::closingBracket(qsizetype from) const
{
    int depth = 0;
    for (qsizetype i = from; i < m_text.size(); ++i) {
        const char c = m_text.at(i);
        if (c == '"')
            i = closingQuote(i + 1, c);
        else if (c == '{' || c == '[')
            ++depth;
        else if ((c == '}' || c == ']') && --depth == 0)
            return i + 1;
    }
    return m_text.size();
}

QByteArrayView ScannedText::escapedQuote(qsizetype at) const
{
    constexpr qsizetype deepest = 8; // backslashes
    qsizetype end = at;
    while (end - at < deepest && this->at(end) == '\\')
        ++end;
    if (end == at)
        return {};
    if (isQuote(this->at(end)))
        return part(at, end + 1);
    for (const QByteArrayView digits : {"u0022", "u0027"}) {
        if (has(digits, end))
            return part(at, end + digits.size());
    }
    return {};
}

} // namespace acx
