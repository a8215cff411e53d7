// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/json/json_scan.h"

namespace acx {

namespace {

qsizetype skipDigits(QByteArrayView text, qsizetype at)
{
    while (at < text.size() && text[at] >= '0' && text[at] <= '9')
        ++at;
    return at;
}

} // namespace

qsizetype jsonNumberLength(QByteArrayView text)
{
    const auto at = [text](qsizetype index) { return index < text.size() ? text[index] : '\0'; };
    const qsizetype integer = at(0) == '-' ? 1 : 0;
    qsizetype end = at(integer) == '0' ? integer + 1 : skipDigits(text, integer);
    if (end == integer)
        return 0;
    if (at(end) == '.') {
        const qsizetype fraction = skipDigits(text, end + 1);
        if (fraction == end + 1)
            return 0;
        end = fraction;
    }
    if (at(end) == 'e' || at(end) == 'E') {
        const qsizetype digits = at(end + 1) == '+' || at(end + 1) == '-' ? end + 2 : end + 1;
        const qsizetype exponent = skipDigits(text, digits);
        if (exponent == digits)
            return 0;
        end = exponent;
    }
    return end;
}

JsonProblem jsonProblemAt(QByteArrayView utf8, qsizetype offset, QString reason)
{
    JsonProblem problem;
    problem.offset = offset;
    problem.reason = std::move(reason);
    for (qsizetype i = utf8.startsWith("\xef\xbb\xbf") ? 3 : 0; i < offset; ++i) {
        const char c = utf8[i];
        const bool isLineEnd = c == '\n' || (c == '\r' && !(i + 1 < utf8.size() && utf8[i + 1] == '\n'));
        if (isLineEnd) {
            ++problem.line;
            problem.column = 1;
        } else if ((static_cast<unsigned char>(c) & 0xC0U) != 0x80) {
            ++problem.column;
        }
    }
    return problem;
}

} // namespace acx
