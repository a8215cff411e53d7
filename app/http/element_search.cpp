// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/http/element_search.h"

#include "app/http/secret_names.h"

#include <algorithm>
#include <utility>

namespace acx {
namespace {

constexpr qsizetype longestTag = 2048; // bytes

} // namespace

bool isOneOf(QByteArrayView word, std::initializer_list<QByteArrayView> words)
{
    return std::ranges::any_of(words,
                               [word](QByteArrayView known) { return word.compare(known, Qt::CaseInsensitive) == 0; });
}

bool isSecretNameAt(const ScannedText &text, qsizetype from)
{
    QByteArrayView quote = text.escapedQuote(from);
    if (ScannedText::isQuote(text.at(from)))
        quote = text.part(from, from + 1);
    const auto isInside = [](char c) { return ScannedText::isOfName(c) || c == ':' || c == '[' || c == ']'; };
    const qsizetype begin = from + quote.size();
    qsizetype end = begin;
    while (end - begin <= longestName && isInside(text.at(end)))
        ++end;
    const char after = text.at(end);
    const bool isWhole =
        quote.isEmpty() ? end == text.size() || ScannedText::isSpace(after) || QByteArrayView(",;<>").contains(after)
                        : text.has(quote, end);
    return isWhole && end - begin <= longestName && isSecretName(text.part(begin, end));
}

qsizetype ElementSearch::nameEnd(qsizetype from) const
{
    qsizetype end = from;
    while (end - from < longestName && ScannedText::isOfName(m_text.at(end)))
        ++end;
    return end;
}

void ElementSearch::open(qsizetype at)
{
    qsizetype begin = at + 1;
    qsizetype end = nameEnd(begin);
    if (end > begin && m_text.at(end) == ':') {
        begin = end + 1;
        end = nameEnd(begin);
    }
    m_tag = {};
    const char after = m_text.at(end);
    if (end == begin || (after != '>' && after != '/' && !ScannedText::isSpace(after)))
        return;
    const QByteArrayView name = m_text.part(begin, end);
    m_tag.isOpen = true;
    m_tag.isSecret = isSecretName(name);
    m_tag.isName = isOneOf(name, {"name", "key"});
    m_tag.isOfPage = isOneOf(name, {"a", "button", "form", "input", "label", "meta", "select"});
    m_tag.begin = at;
}

bool ElementSearch::isTag(qsizetype at) const
{
    return m_tag.isOpen && at - m_tag.begin <= longestTag;
}

// Whether the element before this one named what this one holds.
bool ElementSearch::isValueOfNamed(qsizetype at)
{
    if (m_tag.isName) {
        const qsizetype begin = m_text.skipSpaces(at + 1);
        m_secretNameAt = isSecretNameAt(m_text, begin) ? at : -1;
        return false;
    }
    return m_secretNameAt >= 0 && at - m_secretNameAt <= longestPair;
}

std::optional<FoundValue> ElementSearch::close(qsizetype at)
{
    const bool isWhole = isTag(at) && m_text.at(at - 1) != '/';
    const bool isNamed = isWhole && isValueOfNamed(at);
    const Tag tag = std::exchange(m_tag, Tag());
    const bool hasName = isNamed || (tag.pair.secretNameAt >= 0 && !tag.isOfPage);
    if (!isWhole || (!tag.isSecret && !hasName))
        return std::nullopt;
    const qsizetype begin = at + 1;
    FoundValue value;
    if (m_text.has("<![CDATA[", begin)) {
        const qsizetype found = m_text.indexOf("]]>", begin);
        value.range = {begin, found < 0 ? m_text.size() : found};
        value.readTo = value.range.end;
    } else {
        value.range = {begin, m_text.tagBegin(begin)};
    }
    if (m_text.skipSpaces(begin) >= value.range.end)
        return std::nullopt;
    m_secretNameAt = -1;
    return value;
}

} // namespace acx
