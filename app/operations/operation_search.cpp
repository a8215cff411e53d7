// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/operations/operation_search.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace acx {

namespace {

constexpr int notFound = 5;

/// "getDraftApi" as "get Draft Api", so that each of its words can be found by its beginning.
QString spaced(const QString &name)
{
    QString result;
    for (qsizetype at = 0; at < name.size(); ++at) {
        if (at > 0 && name.at(at).isUpper() && name.at(at - 1).isLower())
            result.append(u' ');
        result.append(name.at(at));
    }
    return result;
}

bool beginsAWord(const QString &text, const QString &word)
{
    for (qsizetype at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
        if (at == 0 || !text.at(at - 1).isLetterOrNumber() || !word.at(0).isLetterOrNumber())
            return true;
    }
    return false;
}

} // namespace

void OperationSearch::add(const SearchEntry &entry)
{
    Entry lower;
    lower.fullId = entry.id.toLower();
    lower.id = lower.fullId.mid(lower.fullId.indexOf(u'.') + 1);
    lower.title = entry.title.simplified().toLower();
    const QStringList texts{entry.title,
                            entry.id,
                            spaced(entry.id),
                            entry.method + u' ' + entry.path,
                            entry.group,
                            entry.parameters.join(u'\n'),
                            spaced(entry.parameters.join(u'\n'))};
    lower.text = texts.join(u'\n').toLower();
    m_entries.append(std::move(lower));
}

int OperationSearch::rank(const Entry &entry, const QString &whole, const QStringList &words)
{
    const auto held = [&entry](const QString &word) { return entry.text.contains(word); };
    if (!std::all_of(words.cbegin(), words.cend(), held))
        return notFound;
    if (entry.id == whole || entry.fullId == whole || entry.title == whole)
        return 0;
    if (entry.id.startsWith(whole) || entry.fullId.startsWith(whole) || entry.title.startsWith(whole))
        return 1;
    const auto beginIn = [&words](const QString &text) {
        return std::all_of(words.cbegin(), words.cend(),
                           [&text](const QString &word) { return beginsAWord(text, word); });
    };
    if (beginIn(entry.title))
        return 2;
    return beginIn(entry.text) ? 3 : 4;
}

QList<qsizetype> OperationSearch::find(const QString &words) const
{
    const QString whole = words.simplified().toLower();
    const QStringList list = whole.split(u' ', Qt::SkipEmptyParts);
    struct Hit
    {
        int rank;
        qsizetype length;
        qsizetype index;
    };
    QList<Hit> hits;
    for (qsizetype at = 0; at < m_entries.size(); ++at) {
        const int found = list.isEmpty() ? 0 : rank(m_entries.at(at), whole, list);
        if (found != notFound)
            hits.append({found, list.isEmpty() ? 0 : m_entries.at(at).title.size(), at});
    }
    std::stable_sort(hits.begin(), hits.end(), [](const Hit &one, const Hit &other) {
        return one.rank != other.rank ? one.rank < other.rank : one.length < other.length;
    });
    QList<qsizetype> indices;
    indices.reserve(hits.size());
    for (const Hit &hit : std::as_const(hits))
        indices.append(hit.index);
    return indices;
}

} // namespace acx
