// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/http/secret_search.h"

#include "app/http/secret_names.h"

#include <algorithm>
#include <utility>

namespace acx {
namespace {

constexpr qsizetype longestHead = 512; // bytes of a line in the head of a form's field

bool holds(QByteArrayView text, QByteArrayView lowerWord)
{
    return text.toByteArray().toLower().contains(lowerWord);
}

// A run of base64 whose padding looks like the sign of a pair. Three letters stand in one by chance, five do not.
bool looksLikeData(const ValueName &name)
{
    constexpr qsizetype longest = 24; // characters
    if (name.isQuoted || name.text.size() < longest)
        return false;
    bool hasDigit = false;
    bool hasUpper = false;
    bool hasLower = false;
    for (const char c : name.text) {
        hasDigit = hasDigit || (c >= '0' && c <= '9');
        hasUpper = hasUpper || (c >= 'A' && c <= 'Z');
        hasLower = hasLower || (c >= 'a' && c <= 'z');
    }
    if (!hasDigit || !hasUpper || !hasLower)
        return false;
    const QByteArray words = name.text.toByteArray().toLower().replace('-', '_').replace('.', '_');
    return !words.split('_').contains("jwt") && !isSecretName(QByteArray(words).replace("jwt", ""));
}

bool beginsString(const ScannedText &text, qsizetype from)
{
    return ScannedText::isQuote(text.at(from)) || !text.escapedQuote(from).isEmpty();
}

QList<TextRange> merged(QList<TextRange> ranges)
{
    std::ranges::sort(ranges, {}, &TextRange::begin);
    QList<TextRange> out;
    for (const TextRange &range : std::as_const(ranges)) {
        if (!out.isEmpty() && range.begin < out.constLast().end)
            out.last().end = std::max(out.constLast().end, range.end);
        else
            out.append(range);
    }
    return out;
}

} // namespace

SecretSearch::SecretSearch(const QByteArray &text, bool isDecoded, QList<qsizetype> origin)
    : m_text(text)
    , m_codeEnd(text, " \t\r\n\"'`<>#")
    , m_isDecoded(isDecoded)
    , m_origin(std::move(origin))
    , m_element(m_text)
{}

QList<TextRange> SecretSearch::run()
{
    for (; m_at < m_text.size(); m_at = m_next) {
        m_next = m_at + 1;
        look(m_text.at(m_at));
    }
    return m_early.isEmpty() ? m_found : merged(m_found + m_early);
}

void SecretSearch::look(char c)
{
    switch (c) {
    case '\r':
    case '\n':
        m_isInString = false; // no string of JSON goes over lines
        [[fallthrough]];
    case ' ':
    case '\t':
        m_isInApostrophes = false;
        break;
    case '"':
    case '\'':
        lookAtQuote(c);
        break;
    case '<':
        m_element.open(m_at);
        break;
    case '>':
        if (const std::optional<FoundValue> text = m_element.close(m_at))
            take(*text);
        break;
    case '{':
        openObject();
        break;
    case '}':
        closeObject();
        break;
    case ',':
        takeTuple();
        break;
    case ':':
    case '=':
        takeNamed(c);
        break;
    default:
        break;
    }
}

void SecretSearch::lookAtQuote(char quote)
{
    if (quote == '\'') {
        // Behind a letter it is an apostrophe, or closes.
        const char before = m_text.at(m_at - 1);
        m_isInApostrophes = !ScannedText::isOfName(before) && before != '%';
        return;
    }
    qsizetype backslashes = 0;
    while (m_text.at(m_at - 1 - backslashes) == '\\')
        ++backslashes;
    if (backslashes % 2 == 1)
        return;
    // Counted, and by what stands beside it: after one that was left alone, counting by itself would stay wrong.
    const char before = m_text.at(m_at - 1);
    const char after = m_text.at(m_at + 1);
    const bool mayOpen = before == '\0' || ScannedText::isSpace(before) || QByteArrayView(",:{[(=").contains(before);
    const bool mayClose = after == '\0' || ScannedText::isSpace(after) || QByteArrayView(",:}]").contains(after);
    m_isInString = m_isInString ? !mayClose : mayOpen || !mayClose;
}

void SecretSearch::openObject()
{
    constexpr qsizetype deepest = 200;
    if (m_isInString)
        return;
    if (m_objects.size() < deepest)
        m_objects.append(ValuePair());
    else
        ++m_tooDeep;
}

void SecretSearch::closeObject()
{
    if (m_isInString)
        return;
    if (m_tooDeep > 0)
        --m_tooDeep;
    else if (m_objects.size() > 1)
        m_objects.removeLast();
}

// ('name', 'value'): how pairs are printed.
void SecretSearch::takeTuple()
{
    const std::optional<ValueName> name = nameBefore(m_text, m_at);
    if (!name || !name->isQuoted || !isSecretName(name->text))
        return;
    qsizetype before = name->begin - 2;
    while (m_text.at(before) == 'b' || m_text.at(before) == 'u' || ScannedText::isSpace(m_text.at(before)))
        --before;
    const qsizetype quote = m_text.skipSpaces(m_at + 1);
    if (m_text.at(before) != '(' || !ScannedText::isQuote(m_text.at(quote)))
        return;
    const qsizetype end = m_text.closingQuote(quote + 1, m_text.at(quote));
    take({{quote + 1, end}, std::min(end + 1, m_text.size())});
}

void SecretSearch::takeNamed(char separator)
{
    const std::optional<ValueName> name = nameBefore(m_text, m_at);
    if (!name || takePair(*name, separator) || (separator == '=' && takeFormField(*name)))
        return;
    if ((isSecretName(name->text) && !looksLikeData(*name)) || isCode(*name, separator))
        take(valueOf(*name, m_at, m_text.size()));
}

// Content-Disposition: form-data; name="client_secret", an empty line, and the value up to the next boundary.
bool SecretSearch::takeFormField(const ValueName &name)
{
    if (!isOneOf(name.text, {"name"}) || !isSecretNameAt(m_text, valueBegin(m_text, name, m_at)))
        return false;
    const QByteArrayView before = m_text.part(m_at - longestHead, m_at);
    const QByteArrayView line = before.sliced(before.lastIndexOf('\n') + 1);
    const qsizetype lineBegin = m_at - line.size();
    if (!holds(line, "content-disposition:") || !holds(line, "form-data"))
        return false;
    const qsizetype headEnd = m_text.headEnd(m_at);
    if (headEnd < 0)
        return true;
    const qsizetype begin = m_text.skipLineEnd(headEnd);
    const qsizetype at = fieldEnd(begin, boundaryBefore(lineBegin));
    const qsizetype end = at > begin && m_text.at(at - 1) == '\r' ? at - 1 : at;
    take({{begin, end}, end});
    return true;
}

// The line of dashes above the head of a form's field; empty = there is none.
QByteArrayView SecretSearch::boundaryBefore(qsizetype head) const
{
    const qsizetype from = std::max<qsizetype>(0, head - longestHead);
    const QByteArrayView before = m_text.part(from, head);
    qsizetype begin = before.lastIndexOf("\n--") + 1;
    if (begin == 0)
        begin = before.lastIndexOf("\"--") + 1; // the form is a string
    if (begin == 0 && (from > 0 || !before.startsWith("--")))
        return {};
    return before.sliced(begin, before.indexOf('\n', begin) - begin).trimmed();
}

// The line end before the boundary; before any line of dashes if there is no such boundary. Those of a key or
// certificate are none.
qsizetype SecretSearch::fieldEnd(qsizetype begin, QByteArrayView boundary)
{
    constexpr int mostBoundaries = 16; // forms have one, forms in forms two
    if (boundary != m_boundary && m_boundaries < mostBoundaries) {
        ++m_boundaries;
        m_boundary = boundary;
        m_boundaryAt = -1;
    }
    if (!boundary.isEmpty() && boundary == m_boundary) {
        if (m_boundaryAt < begin - 1) {
            const QByteArray line = '\n' + m_boundary.toByteArray();
            qsizetype found = m_text.indexOf(line, begin - 1);
            // It is followed by a line end, the last one by two dashes.
            while (found >= 0 && !QByteArrayView("\r\n-").contains(m_text.at(found + line.size())))
                found = m_text.indexOf(line, found + 1);
            m_boundaryAt = found < 0 ? m_text.size() : found;
        }
        if (m_boundaryAt < m_text.size())
            return m_boundaryAt;
    }
    qsizetype at = m_text.indexOf("\n--", begin - 1);
    while (at >= 0 && (m_text.has("-----BEGIN ", at + 1) || m_text.has("-----END ", at + 1)))
        at = m_text.indexOf("\n--", at + 1);
    return at < 0 ? m_text.size() : at;
}

// A name or a value that is called so: the other one says what it is.
bool SecretSearch::takePair(const ValueName &name, char separator)
{
    const bool isName = isOneOf(name.text, {"name", "key", "header", "field"});
    if (!isName && !isOneOf(name.text, {"value", "values", "content"}))
        return false;
    ValuePair *pair = pairOf(name, separator);
    if (!pair)
        return false;
    const qsizetype from = valueBegin(m_text, name, m_at);
    return isName ? takePairName(*pair, from) : takePairValue(*pair, name, from);
}

bool SecretSearch::takePairName(ValuePair &pair, qsizetype from)
{
    if (!isSecretNameAt(m_text, from))
        return false;
    const std::optional<ValuePair::EarlyValue> early = std::exchange(pair.early, std::nullopt);
    const bool hasValue = early && m_at - early->separator <= longestPair;
    if (hasValue) {
        const TextRange range = valueOf(early->name, early->separator, m_at).range;
        if (range.begin < range.end && range.end < m_at)
            m_early.append(range);
    }
    // An element may have a text as well.
    pair.secretNameAt = hasValue && &pair != &m_element.pair() ? -1 : m_at;
    return true;
}

bool SecretSearch::takePairValue(ValuePair &pair, const ValueName &name, qsizetype from)
{
    const bool isOfTag = &pair == &m_element.pair();
    const bool isSecret =
        (isOfTag && m_element.isSecret()) || (pair.secretNameAt >= 0 && m_at - pair.secretNameAt <= longestPair);
    if (!isOfTag)
        pair.secretNameAt = -1;
    pair.early.reset();
    if (isSecret)
        take(valueOf(name, m_at, m_text.size()));
    else if (beginsString(m_text, from))
        pair.early = ValuePair::EarlyValue{name, m_at};
    return true;
}

ValuePair *SecretSearch::pairOf(const ValueName &name, char separator)
{
    if (m_element.isOpen() && separator == '=')
        return m_element.isTag(m_at) ? &m_element.pair() : nullptr;
    const bool isMember = name.isQuoted || (separator == ':' && beginsLine(m_text, name.begin));
    return isMember && m_tooDeep == 0 ? &m_objects.last() : nullptr;
}

// An authorization code of OAuth: in a query, or in a form that says so; elsewhere "code" is the code of an error.
bool SecretSearch::isCode(const ValueName &name, char separator)
{
    if (separator != '=' || !isOneOf(name.text, {"code"}))
        return false;
    const char before = m_text.at(name.begin - 1);
    if (before == '?' || before == '&')
        return true;
    if (m_grantAt < m_at) {
        const qsizetype found = m_text.indexOf("grant_type=", m_at);
        m_grantAt = found < 0 ? m_text.size() : found;
    }
    return m_grantAt < m_codeEnd.from(m_at);
}

FoundValue SecretSearch::valueOf(const ValueName &name, qsizetype separator, qsizetype end)
{
    const qsizetype from = valueBegin(m_text, name, separator);
    // What was encoded in the same way as the separator belongs to the same text.
    const auto isLikeSeparator = [this, separator](qsizetype at) {
        const auto lengthOf = [this](qsizetype i) { return m_origin.at(i + 1) - m_origin.at(i); };
        return !m_origin.isEmpty() && at < m_text.size() && lengthOf(at) == lengthOf(separator);
    };
    ValuePlace place;
    place.end = end;
    place.isDecoded = m_isDecoded && !isLikeSeparator(from);
    place.isSignDecoded = m_isDecoded && !isLikeSeparator(separator + 1);
    place.isInTag = m_element.isTag(m_at);
    place.isInApostrophes = m_isInApostrophes;
    return valueAfter(m_text, name, separator, place);
}

void SecretSearch::take(FoundValue value)
{
    // How a shell has an apostrophe within apostrophes: 'a'\''b'.
    while (m_text.has(R"('\'')", value.range.end)) {
        value.range.end = m_text.closingQuote(value.range.end + 4, '\'');
        value.readTo = std::max(value.readTo, value.range.end);
    }
    m_next = std::max(m_next, value.readTo);
    const TextRange range{std::max(value.range.begin, m_done), value.range.end};
    if (range.end <= range.begin)
        return;
    m_found.append(range);
    m_done = range.end;
}

} // namespace acx
