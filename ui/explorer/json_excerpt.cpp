// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/explorer/json_excerpt.h"

#include "app/base/visible_text.h"

using namespace Qt::StringLiterals;

namespace acx {

namespace {

constexpr qsizetype escapedUnit = 6;               // bytes of \u0000
constexpr qsizetype escapedPair = 2 * escapedUnit; // bytes of two halves of one character

/// Bytes of the character or escape at the start of `text`, which is not empty.
qsizetype unitLength(QByteArrayView text)
{
    const auto first = static_cast<unsigned char>(text.front());
    if (first == '\\') {
        if (text.size() < 2 || text[1] != 'u')
            return 2;
        // D800 to DFFF: a valid text has them in pairs.
        const bool isHalf = text.size() > 3 && (text[2] == 'd' || text[2] == 'D') && text[3] >= '8';
        return isHalf ? escapedPair : escapedUnit;
    }
    if (first < 0x80)
        return 1;
    if (first < 0xE0)
        return 2;
    return first < 0xF0 ? 3 : 4;
}

qsizetype wholeUnits(QByteArrayView raw, qsizetype maxBytes)
{
    qsizetype at = 0;
    while (at < raw.size()) {
        const qsizetype length = unitLength(raw.sliced(at));
        if (at + length > maxBytes)
            break;
        at += length;
    }
    return qMin(at, raw.size());
}

} // namespace

Excerpt stringExcerpt(QByteArrayView raw, qsizetype maxBytes)
{
    const qsizetype shown = raw.size() <= maxBytes ? raw.size() : wholeUnits(raw, maxBytes);
    const QByteArrayView part = raw.first(shown);
    const bool isCut = shown < raw.size();
    if (!part.contains('\\'))
        return {QString::fromUtf8(part), isCut};
    const auto read = parseJson('"' + part.toByteArray() + '"');
    return {read ? read->toString() : QString::fromUtf8(part), isCut};
}

Excerpt scalarLine(const JsonIndex &index, JsonIndex::Node node, qsizetype maxBytes)
{
    const QByteArrayView raw = index.raw(node);
    if (index.type(node) != JsonIndex::Type::String) {
        const bool isCut = raw.size() > maxBytes;
        return {QString::fromLatin1(raw.first(qMin(raw.size(), maxBytes))) + (isCut ? u"…"_s : QString()), isCut};
    }
    Excerpt excerpt = stringExcerpt(raw.sliced(1, raw.size() - 2), maxBytes);
    excerpt.text = u'"' + inOneLine(excerpt.text) + (excerpt.isCut ? u'…' : u'"');
    return excerpt;
}

QString nameLine(const JsonIndex &index, JsonIndex::Node node, qsizetype maxBytes)
{
    const Excerpt excerpt = stringExcerpt(index.rawKey(node), maxBytes);
    return inOneLine(excerpt.text) + (excerpt.isCut ? u"…"_s : QString());
}

} // namespace acx
