// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/json/json_diff.h"

#include "app/base/deliver.h"
#include "app/json/json_digest.h"
#include "app/json/json_pointer.h"
#include "app/json/sequence_match.h"

#include <QHash>
#include <QRandomGenerator>

#include <algorithm>
#include <utility>
#include <vector>

using namespace Qt::StringLiterals;

namespace acx {

namespace {

using Node = JsonIndex::Node;
using Type = JsonValue::Type;

/// Two values that belong together; none = there is no such value in that document.
struct Pair
{
    Node before = JsonIndex::none;
    Node after = JsonIndex::none;
};
using Pairs = std::vector<Pair>;
using Nodes = std::vector<Node>;

Nodes childrenOf(const JsonIndex &index, Node node)
{
    Nodes children;
    const quint32 count = index.childCount(node);
    children.reserve(count);
    Node child = count > 0 ? node + 1 : JsonIndex::none;
    for (; child != JsonIndex::none; child = index.nextSibling(child))
        children.push_back(child);
    return children;
}

QByteArray valueText(const JsonIndex &index, Node node)
{
    if (node == JsonIndex::none)
        return {};
    const QByteArrayView raw = index.raw(node);
    if (raw.size() <= JsonDifference::longestValue)
        return raw.toByteArray();
    qsizetype end = JsonDifference::longestValue;
    while (end > 0 && (static_cast<uchar>(raw[end]) & 0xC0U) == 0x80U)
        --end;
    return raw.first(end).toByteArray() + "…";
}

/// By which name each element can be told from the others: its value's digest; empty if one has none or two the same.
QHash<quint64, Node> identities(const JsonIndex &index, const Nodes &elements, QStringView name,
                                const std::vector<quint64> &digests)
{
    QHash<quint64, Node> found;
    found.reserve(static_cast<qsizetype>(elements.size()));
    for (const Node element : elements) {
        const Node member = index.type(element) == Type::Object ? index.member(element, name) : JsonIndex::none;
        if (member == JsonIndex::none || index.isContainer(member) || index.type(member) == Type::Null)
            return {};
        const quint64 digest = digests[member];
        if (found.contains(digest))
            return {};
        found.insert(digest, element);
    }
    return found;
}

class Comparison final
{
public:
    Comparison(const JsonIndex &before, const JsonIndex &after, const JsonDiffOptions &options)
        : m_before(before)
        , m_after(after)
        , m_options(options)
    {}

    Result<JsonDiff> run()
    {
        const quint64 seed = QRandomGenerator::global()->generate64();
        Result<std::vector<quint64>> before = jsonDigests(m_before, seed, m_options.goOn);
        if (!before)
            return fail(before.error());
        Result<std::vector<quint64>> after = jsonDigests(m_after, seed, m_options.goOn);
        if (!after)
            return fail(after.error());
        m_digestsBefore = *std::move(before);
        m_digestsAfter = *std::move(after);
        // A stack of our own: documents may be nested deeper than the program's reaches.
        Pairs stack{{m_before.root(), m_after.root()}};
        for (quint64 round = 1; !stack.empty(); ++round) {
            constexpr quint64 breath = 256;
            if (round % breath == 0 && m_options.goOn && !m_options.goOn())
                return fail(cancelledError());
            const Pair pair = stack.back();
            stack.pop_back();
            if (!visit(pair, stack)) {
                m_result.isWhole = false;
                break;
            }
        }
        return std::move(m_result);
    }

private:
    [[nodiscard]] bool isSame(Node before, Node after) const
    {
        return m_digestsBefore[before] == m_digestsAfter[after];
    }

    /// False: there are enough differences.
    [[nodiscard]] bool visit(const Pair &pair, Pairs &stack)
    {
        if (pair.after == JsonIndex::none)
            return add(JsonDifference::Kind::Removed, pair);
        if (pair.before == JsonIndex::none)
            return add(JsonDifference::Kind::Added, pair);
        if (isSame(pair.before, pair.after))
            return true;
        const Type type = m_before.type(pair.before);
        if (type != m_after.type(pair.after) || !m_before.isContainer(pair.before))
            return add(JsonDifference::Kind::Changed, pair);
        const Nodes before = childrenOf(m_before, pair.before);
        const Nodes after = childrenOf(m_after, pair.after);
        Pairs pairs = type == Type::Object ? pairMembers(before, after) : pairElements(before, after);
        stack.insert(stack.end(), pairs.rbegin(), pairs.rend());
        return true;
    }

    [[nodiscard]] bool add(JsonDifference::Kind kind, const Pair &pair)
    {
        if (m_result.differences.size() >= m_options.maxDifferences)
            return false;
        const bool isRemoved = kind == JsonDifference::Kind::Removed;
        m_result.differences.append({isRemoved ? pointerTo(m_before, pair.before) : pointerTo(m_after, pair.after),
                                     kind, valueText(m_before, pair.before), valueText(m_after, pair.after)});
        return true;
    }

    [[nodiscard]] Pairs pairMembers(const Nodes &before, const Nodes &after) const
    {
        QHash<QString, QList<qsizetype>> byName; // the last first, so that the first is taken last
        for (auto at = static_cast<qsizetype>(after.size()) - 1; at >= 0; --at)
            byName[m_after.key(after[static_cast<std::size_t>(at)])].append(at);
        std::vector<bool> isTaken(after.size(), false);
        Pairs pairs;
        for (const Node node : before) {
            QList<qsizetype> &places = byName[m_before.key(node)];
            Pair pair{node, JsonIndex::none};
            if (!places.isEmpty()) {
                const auto at = static_cast<std::size_t>(places.takeLast());
                pair.after = after[at];
                isTaken[at] = true;
            }
            pairs.push_back(pair);
        }
        for (std::size_t at = 0; at < after.size(); ++at) {
            if (!isTaken[at])
                pairs.push_back({JsonIndex::none, after[at]});
        }
        return pairs;
    }

    [[nodiscard]] Pairs pairElements(const Nodes &before, const Nodes &after) const
    {
        if (before.empty() || after.empty())
            return pairByPosition(before, after);
        for (const QStringView name : {QStringView(u"id"), QStringView(u"name"), QStringView(u"url")}) {
            const QHash<quint64, Node> old = identities(m_before, before, name, m_digestsBefore);
            const QHash<quint64, Node> now = identities(m_after, after, name, m_digestsAfter);
            if (!old.isEmpty() && !now.isEmpty())
                return pairByIdentity(before, after, old, now, name);
        }
        const auto common = matchSequences(
            static_cast<qsizetype>(before.size()), static_cast<qsizetype>(after.size()), [&](qsizetype x, qsizetype y) {
                return isSame(before[static_cast<std::size_t>(x)], after[static_cast<std::size_t>(y)]);
            });
        return common ? pairBetween(before, after, *common) : pairByPosition(before, after);
    }

    [[nodiscard]] Pairs pairByIdentity(const Nodes &before, const Nodes &after, const QHash<quint64, Node> &old,
                                       const QHash<quint64, Node> &now, QStringView name) const
    {
        Pairs pairs;
        for (const Node node : before)
            pairs.push_back({node, now.value(m_digestsBefore[m_before.member(node, name)], JsonIndex::none)});
        for (const Node node : after) {
            if (!old.contains(m_digestsAfter[m_after.member(node, name)]))
                pairs.push_back({JsonIndex::none, node});
        }
        return pairs;
    }

    [[nodiscard]] static Pairs pairByPosition(const Nodes &before, const Nodes &after)
    {
        Pairs pairs;
        for (std::size_t at = 0; at < std::max(before.size(), after.size()); ++at)
            pairs.push_back(
                {at < before.size() ? before[at] : JsonIndex::none, at < after.size() ? after[at] : JsonIndex::none});
        return pairs;
    }

    /// What lies between two common elements belongs together by position.
    [[nodiscard]] static Pairs pairBetween(const Nodes &before, const Nodes &after,
                                           const QList<QPair<qsizetype, qsizetype>> &common)
    {
        Pairs pairs;
        auto old = before.begin();
        auto now = after.begin();
        const auto until = [&](Nodes::const_iterator oldEnd, Nodes::const_iterator nowEnd) {
            const Pairs between = pairByPosition(Nodes(old, oldEnd), Nodes(now, nowEnd));
            pairs.insert(pairs.end(), between.begin(), between.end());
        };
        for (const auto &[x, y] : common) {
            until(before.begin() + x, after.begin() + y);
            old = before.begin() + x + 1; // the common element itself has no difference
            now = after.begin() + y + 1;
        }
        until(before.end(), after.end());
        return pairs;
    }

    const JsonIndex &m_before;
    const JsonIndex &m_after;
    const JsonDiffOptions &m_options;
    std::vector<quint64> m_digestsBefore;
    std::vector<quint64> m_digestsAfter;
    JsonDiff m_result;
};

} // namespace

Result<JsonDiff> diff(const JsonIndex &before, const JsonIndex &after, const JsonDiffOptions &options)
{
    return Comparison(before, after, options).run();
}

} // namespace acx
