// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/explorer/text_line_layout.h"

#include "ui/explorer/body_text.h"

#include <algorithm>
#include <cstdint>

using namespace Qt::StringLiterals;

namespace acx {

namespace {

constexpr char32_t replacement = 0xFFFD;

struct Character
{
    char32_t value;
    qint64 length; ///< bytes
};

bool isContinuation(char byte)
{
    return (static_cast<unsigned char>(byte) & 0xC0U) == 0x80U;
}

/// One character of UTF-8 (RFC 3629); an invalid byte is U+FFFD for itself.
Character characterAt(QByteArrayView text)
{
    const auto first = static_cast<unsigned char>(text.front());
    if (first < 0x80)
        return {first, 1};
    const int length = first >= 0xF0 && first <= 0xF4 ? 4 : first >= 0xE0 ? 3 : 2;
    if (first < 0xC2 || first > 0xF4 || text.size() < length)
        return {replacement, 1};
    char32_t value = first & (0x7FU >> unsigned(length));
    for (int i = 1; i < length; ++i) {
        if (!isContinuation(text[i]))
            return {replacement, 1};
        value = (value << 6U) | (static_cast<unsigned char>(text[i]) & 0x3FU);
    }
    const bool isOverlong = (length == 3 && value < 0x800) || (length == 4 && (value < 0x10000 || value > 0x10FFFF));
    const bool isSurrogate = value >= 0xD800 && value <= 0xDFFF;
    return isOverlong || isSurrogate ? Character{replacement, 1} : Character{value, length};
}

/// Where the character that `at` is inside of ends; `at` itself if a character begins there.
qint64 characterEnd(QByteArrayView text, qint64 at)
{
    for (qint64 lead = at - 1; at < text.size() && isContinuation(text[at]) && lead >= 0 && lead >= at - 3; --lead) {
        if (!isContinuation(text[lead]))
            return qMax(at, lead + characterAt(text.sliced(lead)).length);
    }
    return at;
}

QString shownAs(char32_t value)
{
    if (value == U'\t')
        return u"    "_s;
    if (value == U'\n' || value == U'\r')
        return QString(QChar(char16_t(0x2400 + value)));
    return withVisibleControls(QString::fromUcs4(&value, 1));
}

} // namespace

qsizetype ShownLine::placeOf(qint64 offset) const
{
    const auto piece =
        std::lower_bound(pieces.cbegin(), pieces.cend(), offset,
                         [](const Piece &candidate, qint64 wanted) { return candidate.offset < wanted; });
    return piece == pieces.cend() ? shown.size() : piece->from;
}

qint64 ShownLine::offsetAt(qsizetype place) const
{
    const auto beyond =
        std::upper_bound(pieces.cbegin(), pieces.cend(), place,
                         [](qsizetype wanted, const Piece &candidate) { return wanted < candidate.from; });
    return beyond == pieces.cbegin() ? pieces.front().offset : (beyond - 1)->offset;
}

ShownLine shownLine(QByteArrayView text, qint64 from, qint64 to, qsizetype maxPieces)
{
    ShownLine line;
    from = characterEnd(text, from);
    while (from < to && qsizetype(line.pieces.size()) < maxPieces) {
        const Character character = characterAt(text.sliced(from, to - from));
        line.pieces.push_back({from, line.shown.size()});
        line.shown += character.value >= 0x20 && character.value < 0x7F ? QString(QChar(char16_t(character.value)))
                                                                        : shownAs(character.value);
        from += character.length;
    }
    line.pieces.push_back({from, line.shown.size()});
    return line;
}

} // namespace acx
