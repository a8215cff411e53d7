// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/http/named_value.h"

#include "app/http/secret_names.h"

#include <algorithm>

namespace acx {
namespace {

// What stands between a name and its value.
struct Separator
{
    bool isPair = false;  ///< = == :=
    bool isArrow = false; ///< =>
    qsizetype end = 0;
};

Separator separatorAt(const ScannedText &text, const ValueName &name, qsizetype at)
{
    constexpr qsizetype longest = 3; // ===
    Separator separator{text.at(at) == '=', false, at + 1};
    // The value of a header may begin with the sign.
    if (text.has(":=", at) && !beginsLine(text, name.begin))
        return {true, false, at + 2};
    if (text.has("=>", at))
        return {true, true, at + 2};
    while (separator.isPair && text.at(separator.end) == '=' && separator.end - at < longest)
        ++separator.end;
    return separator;
}

bool isPercentEncoded(const ScannedText &text, qsizetype at, char digit)
{
    return text.at(at) == '%' && text.at(at + 1) == '5' && (text.at(at + 2) | 0x20) == digit;
}

// Where the bracket opens that closes before `end`, and what stands between them.
std::optional<TextRange> bracketBefore(const ScannedText &text, qsizetype end)
{
    constexpr qsizetype encoded = 3; // %5B
    const bool isEncoded = isPercentEncoded(text, end - encoded, 'd');
    if (!isEncoded && text.at(end - 1) != ']')
        return std::nullopt;
    const qsizetype inside = end - (isEncoded ? encoded : 1);
    for (qsizetype i = inside - 1; i >= 0 && i >= inside - longestName; --i) {
        const char c = text.at(i);
        if (isPercentEncoded(text, i, 'b'))
            return TextRange{i, inside};
        if (c == '[')
            return TextRange{i, inside};
        if (c == ']' || c == '\n' || c == '&' || c == '=')
            break;
    }
    return std::nullopt;
}

QByteArrayView withoutQuotes(QByteArrayView name)
{
    const auto isAround = [](char c) { return ScannedText::isQuote(c) || c == '\\' || c == ' '; };
    while (!name.isEmpty() && isAround(name.front()))
        name = name.sliced(1);
    while (!name.isEmpty() && isAround(name.back()))
        name.chop(1);
    return name;
}

std::optional<ValueName> bracketedNameBefore(const ScannedText &text, qsizetype at)
{
    constexpr int deepest = 8;
    ValueName name;
    name.isBracketed = true;
    QByteArray members; // of token[type] it is the type, which is no secret
    qsizetype end = at;
    for (int depth = 0; depth < deepest; ++depth) {
        const std::optional<TextRange> bracket = bracketBefore(text, end);
        if (!bracket)
            break;
        const qsizetype inside = bracket->begin + (text.at(bracket->begin) == '[' ? 1 : 3);
        const QByteArrayView member = withoutQuotes(text.part(inside, bracket->end));
        if (name.text.isEmpty() && isSecretName(member))
            name.text = member;
        members.prepend(member.toByteArray());
        end = bracket->begin;
    }
    if (end == at)
        return std::nullopt;
    qsizetype begin = end;
    while (begin > 0 && begin > end - longestName && ScannedText::isOfName(text.at(begin - 1)))
        --begin;
    name.begin = begin;
    const QByteArrayView whole = text.part(begin, end);
    if (name.text.isEmpty() && isSecretName(whole.toByteArray() + members))
        name.text = whole;
    return name;
}

// The string that begins with a quotation mark at `from`.
FoundValue stringValue(const ScannedText &text, qsizetype from, qsizetype end)
{
    const qsizetype quote = text.closingQuote(from + 1, text.at(from), end);
    return {{from + 1, quote}, std::min(quote + 1, end)};
}

// The value of an attribute, in which a backslash is a character like any other. What looked like a tag may be none, so
// that only a quotation mark closes it that is followed by what follows an attribute.
FoundValue attributeValue(const ScannedText &text, qsizetype from, qsizetype end)
{
    const auto isClosing = [&text, from](qsizetype at) {
        const char after = text.at(at + 1);
        return text.at(at) == text.at(from) &&
               (after == '\0' || ScannedText::isSpace(after) || QByteArrayView("/>?\\").contains(after));
    };
    qsizetype quote = from + 1;
    while (quote < end && !isClosing(quote))
        ++quote;
    return {{from + 1, quote}, std::min(quote + 1, end)};
}

FoundValue memberValue(ScannedText &text, qsizetype from)
{
    // \"value\": one of the layers shows this string without its backslashes.
    if (!text.escapedQuote(from).isEmpty())
        return {};
    if (text.at(from) == '{' || text.at(from) == '[') {
        const qsizetype end = text.closingBracket(from);
        return {{from, end}, end};
    }
    const TextRange range{from, text.memberEnd(from)};
    const QByteArrayView word = text.part(range.begin, range.end);
    return word == "true" || word == "false" || word == "null" ? FoundValue{} : FoundValue{range, 0};
}

// These are header lines wherever they stand; other names may be words of a sentence.
bool isHeaderOnly(QByteArrayView name)
{
    for (const QByteArrayView known :
         {"Authorization", "Proxy-Authorization", "Cookie", "Set-Cookie", "IAM-ApiKey", "X-IBM-Client-Secret"}) {
        if (name.compare(known, Qt::CaseInsensitive) == 0)
            return true;
    }
    return name.size() > 7 && name.first(7).compare("X-Auth-", Qt::CaseInsensitive) == 0;
}

FoundValue headerLineValue(ScannedText &text, const ValueName &name, qsizetype from)
{
    const char before = text.at(name.begin - 1);
    // https://host/identity/token: refused
    if (before == '/')
        return {};
    if (ScannedText::isQuote(before)) {
        const qsizetype end = text.closingQuote(from, before, text.lineEnd(from));
        return {{from, end}, end};
    }
    if (isHeaderOnly(name.text) || beginsLine(text, name.begin))
        return {{from, text.lineEnd(from)}, 0};
    return {{from, text.wordEnd(from)}, 0};
}

// Blanks and list marks before the name in its line; -1 if something else stands there.
qsizetype indentation(const ScannedText &text, const ValueName &name)
{
    constexpr qsizetype deepest = 250;
    const qsizetype key = name.begin - (name.isQuoted ? 1 : 0);
    for (qsizetype i = key - 1; i >= 0 && key - i <= deepest; --i) {
        const char c = text.at(i);
        if (c == '\n' || c == '\r')
            return key - i - 1;
        if (!ScannedText::isBlank(c) && !(c == '-' && ScannedText::isBlank(text.at(i + 1))))
            return -1;
    }
    return key <= deepest ? key : -1;
}

// The lines behind the one in which `from` stands that are farther in than `outside`.
FoundValue linesWithin(ScannedText &text, qsizetype from, qsizetype outside)
{
    FoundValue value;
    for (qsizetype line = text.skipLineEnd(text.lineEnd(from)); line < text.size();) {
        const qsizetype begin = text.skipBlanks(line);
        const qsizetype end = text.lineEnd(begin);
        if (begin < end && begin - line <= outside)
            break;
        if (begin < end)
            value = {{value.range.end > 0 ? value.range.begin : begin, end}, end};
        line = text.skipLineEnd(end);
    }
    return value;
}

// name: or "quoted name": on the next line of YAML that is not empty; its own value follows.
bool mappingFollows(ScannedText &text, qsizetype lineEnd)
{
    const qsizetype begin = text.skipSpaces(lineEnd);
    const char quote = text.at(begin);
    if (quote == '{' || quote == '[')
        return true; // what these hold has names of its own
    const qsizetype nextEnd = text.lineEnd(begin);
    qsizetype end = begin;
    if (ScannedText::isQuote(quote))
        end = std::min(text.closingQuote(begin + 1, quote, nextEnd) + 1, nextEnd);
    while (end < nextEnd && end - begin <= longestName && text.at(end) != ':')
        ++end;
    return text.at(end) == ':' && (end + 1 >= nextEnd || ScannedText::isBlank(text.at(end + 1)));
}

// The lines of YAML behind `name: |` or `name: >-`, and a text or list that begins on the line after `name:`.
FoundValue blockValue(ScannedText &text, const ValueName &name, qsizetype from)
{
    qsizetype headEnd = from;
    if (text.at(from) == '|' || text.at(from) == '>') {
        ++headEnd;
        while (QByteArrayView("+-123456789").contains(text.at(headEnd)))
            ++headEnd;
        headEnd = text.skipBlanks(headEnd);
    }
    const qsizetype lineEnd = text.lineEnd(from);
    const bool isHead = lineEnd == headEnd || (text.at(headEnd) == '#' && ScannedText::isBlank(text.at(headEnd - 1)));
    const qsizetype outside = indentation(text, name);
    if (!isHead || outside < 0 || lineEnd >= text.size())
        return {};
    // Asked first: names nest, and each would read all that is within it.
    if (headEnd == from && mappingFollows(text, lineEnd))
        return {};
    return linesWithin(text, from, outside);
}

bool isInQuery(const ScannedText &text, const ValueName &name)
{
    return name.begin == 0 || QByteArrayView("?&#;\"\r\n").contains(text.at(name.begin - 1));
}

// Up to where a query ends in which an apostrophe is part of a value: not if nothing but punctuation follows it.
qsizetype endOfQueryValue(ScannedText &text, qsizetype from)
{
    const qsizetype end = text.queryEnd(from);
    if (end < text.size() && !ScannedText::isSpace(text.at(end)))
        return end;
    constexpr qsizetype longest = 8; // characters of punctuation
    qsizetype last = end;
    while (last > from && end - last < longest && QByteArrayView(",;.)]}").contains(text.at(last - 1)))
        --last;
    return last > from && text.at(last - 1) == '\'' ? last - 1 : end;
}

// \"value\" inside a string, up to the same quotation mark or the end of the string around it.
FoundValue escapedValue(const ScannedText &text, qsizetype from, QByteArrayView quote, bool isDecoded)
{
    const qsizetype depth = quote.lastIndexOf('\\') + 1;
    const QByteArrayView mark = quote.sliced(depth);
    const qsizetype begin = from + quote.size();
    for (qsizetype i = begin; i < text.size() && text.at(i) != '\n'; ++i) {
        const qsizetype run = i;
        while (text.at(i) == '\\')
            ++i;
        const bool isMark = text.has(mark, i);
        if (isMark && i - run == depth)
            return {{begin, run}, i + mark.size()};
        // In a decoded text that quotation mark may as well belong to the value of a form.
        if ((isMark && i - run < depth) || (i == run && text.at(i) == '"')) {
            if (isDecoded)
                break;
            return {{begin, run}, run};
        }
    }
    return {};
}

FoundValue pairValue(ScannedText &text, const ValueName &name, qsizetype from, const ValuePlace &place)
{
    const bool isQuery = isInQuery(text, name);
    if (ScannedText::isQuote(text.at(from)) && !place.isDecoded) {
        if (place.isInTag)
            return attributeValue(text, from, place.end);
        if (!isQuery || text.at(from) != '\'')
            return stringValue(text, from, place.end);
        const qsizetype lineEnd = text.lineEnd(from);
        const qsizetype quote = text.closingQuote(from + 1, '\'', lineEnd);
        if (quote < lineEnd)
            return {{from + 1, std::max(quote, endOfQueryValue(text, quote))}, 0};
    }
    const QByteArrayView quote = text.escapedQuote(from);
    if (!quote.isEmpty()) {
        const FoundValue value = escapedValue(text, from, quote, place.isDecoded);
        if (value.readTo > 0)
            return value;
        return {{from, text.pairEnd(from + quote.size())}, 0};
    }
    if (isQuery && !place.isInApostrophes)
        return {{from, endOfQueryValue(text, from)}, 0};
    return {{from, text.pairEnd(from)}, 0};
}

// "name"=>"value", :name=>"value", [name] => value; elsewhere an arrow is one of a program.
FoundValue arrowValue(ScannedText &text, const ValueName &name, qsizetype from, const ValuePlace &place)
{
    if (ScannedText::isQuote(text.at(from)))
        return stringValue(text, from, place.end);
    if (name.isQuoted || text.at(name.begin - 1) == ':')
        return memberValue(text, from);
    return name.isBracketed ? FoundValue{{from, text.lineEnd(from)}, 0} : FoundValue{};
}

FoundValue lineValue(ScannedText &text, const ValueName &name, qsizetype from, const ValuePlace &place)
{
    const FoundValue block = blockValue(text, name, from);
    if (block.readTo > 0)
        return block;
    const bool isHeaderLine = !name.isQuoted && isHeaderOnly(name.text);
    if (ScannedText::isQuote(text.at(from)) && !isHeaderLine) {
        const FoundValue value = stringValue(text, from, place.end);
        if (name.isQuoted || !beginsLine(text, name.begin))
            return value;
        // A header line whose value only begins with a quotation mark; a member may have a comma or bracket behind it.
        qsizetype next = value.readTo;
        while (ScannedText::isBlank(text.at(next)) || QByteArrayView(",}])").contains(text.at(next)))
            ++next;
        if (next < text.lineEnd(value.readTo))
            return {{from, text.lineEnd(value.readTo)}, value.readTo};
        return value;
    }
    return name.isQuoted ? memberValue(text, from) : headerLineValue(text, name, from);
}

} // namespace

std::optional<ValueName> nameBefore(const ScannedText &text, qsizetype at)
{
    qsizetype end = at;
    while (end > 0 && ScannedText::isSpace(text.at(end - 1)))
        --end;
    if (end == 0)
        return std::nullopt;
    if (text.at(at) == '=') {
        if (const std::optional<ValueName> bracketed = bracketedNameBefore(text, end))
            return bracketed;
    }
    ValueName name;
    name.isQuoted = ScannedText::isQuote(text.at(end - 1));
    const char quote = text.at(end - 1);
    if (name.isQuoted)
        --end;
    qsizetype begin = end;
    const qsizetype stop = std::max<qsizetype>(0, end - longestName);
    while (begin > stop && (name.isQuoted ? text.at(begin - 1) != quote : ScannedText::isOfName(text.at(begin - 1))))
        --begin;
    if (begin == end || (name.isQuoted && text.at(begin - 1) != quote))
        return std::nullopt;
    name.begin = begin;
    name.text = text.part(begin, end);
    // A whole form or document between quotation marks is no name.
    for (const char c : name.text) {
        if (c == '=' || c == '&' || c == '{' || c == '}')
            return std::nullopt;
    }
    return name;
}

qsizetype valueBegin(const ScannedText &text, const ValueName &name, qsizetype separator)
{
    const Separator sign = separatorAt(text, name, separator);
    return name.isQuoted ? text.skipSpaces(sign.end) : text.skipBlanks(sign.end);
}

FoundValue valueAfter(ScannedText &text, const ValueName &name, qsizetype separator, const ValuePlace &place)
{
    const Separator sign = separatorAt(text, name, separator);
    const qsizetype from = valueBegin(text, name, separator);
    if (sign.isArrow)
        return place.isSignDecoded ? FoundValue{} : arrowValue(text, name, from, place);
    return sign.isPair ? pairValue(text, name, from, place) : lineValue(text, name, from, place);
}

bool beginsLine(const ScannedText &text, qsizetype at)
{
    while (at > 0) {
        const char before = text.at(at - 1);
        // "> " of curl and of quotations, "- " and "* " of lists, "+" of differences.
        const bool isListMark = before == '-' && ScannedText::isBlank(text.at(at));
        if (!ScannedText::isBlank(before) && !QByteArrayView("<>*+").contains(before) && !isListMark)
            break;
        --at;
    }
    return at == 0 || text.at(at - 1) == '\n' || text.at(at - 1) == '\r';
}

} // namespace acx
