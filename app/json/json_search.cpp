// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/json/json_search.h"

#include <cstring>

namespace acx {

namespace {

char lower(char c)
{
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c;
}

char upper(char c)
{
    return c >= 'a' && c <= 'z' ? static_cast<char>(c - ('a' - 'A')) : c;
}

qint64 findByte(QByteArrayView text, char byte, qint64 from)
{
    const void *found = std::memchr(text.data() + from, byte, static_cast<size_t>(text.size() - from));
    return found ? static_cast<const char *>(found) - text.data() : text.size();
}

} // namespace

JsonSearch::JsonSearch(QByteArray needle, Qt::CaseSensitivity sensitivity)
    : m_needle(std::move(needle))
    , m_sensitivity(sensitivity)
{
    if (sensitivity == Qt::CaseInsensitive) {
        for (char &c : m_needle)
            c = lower(c);
    }
}

qint64 JsonSearch::next(QByteArrayView text, qint64 from) const
{
    if (m_needle.isEmpty() || from >= text.size())
        return -1;
    if (m_sensitivity == Qt::CaseSensitive) {
        const void *found = ::memmem(text.data() + from, static_cast<size_t>(text.size() - from), m_needle.constData(),
                                     static_cast<size_t>(m_needle.size()));
        return found ? static_cast<const char *>(found) - text.data() : -1;
    }
    // The large spelling of the first letter is looked for only up to the small one: no byte is read twice by memchr.
    qint64 small = findByte(text, m_needle.at(0), from);
    while (from <= text.size() - m_needle.size()) {
        const qint64 at = findByte(text.first(small), upper(m_needle.at(0)), from);
        if (at > text.size() - m_needle.size())
            return -1;
        if (matchesAt(text, at))
            return at;
        from = at + 1;
        if (at == small)
            small = findByte(text, m_needle.at(0), from);
    }
    return -1;
}

bool JsonSearch::matchesAt(QByteArrayView text, qint64 at) const
{
    qsizetype matching = 0;
    while (matching < m_needle.size() && lower(text[at + matching]) == m_needle.at(matching))
        ++matching;
    return matching == m_needle.size();
}

std::optional<JsonHit> hitAt(const JsonIndex &index, const JsonSearch &search, qint64 at)
{
    const JsonIndex::Node node = index.nodeAt(at);
    if (node == JsonIndex::none)
        return std::nullopt;
    const qint64 end = at + search.length();
    const bool isBefore = at < index.offset(node);
    if (!isBefore && !index.isContainer(node) && end <= index.offset(node) + index.raw(node).size())
        return JsonHit{node, at, false};
    const QByteArrayView name = index.rawKey(node);
    if (isBefore && end <= name.data() - index.text().data() + name.size())
        return JsonHit{node, at, true};
    return std::nullopt;
}

std::optional<JsonHit> nextHit(const JsonIndex &index, const JsonSearch &search, qint64 from)
{
    const QByteArrayView text = index.text();
    for (qint64 at = search.next(text, from); at >= 0; at = search.next(text, at + 1)) {
        if (const std::optional<JsonHit> hit = hitAt(index, search, at))
            return hit;
    }
    return std::nullopt;
}

} // namespace acx
