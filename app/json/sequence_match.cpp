// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/json/sequence_match.h"

#include <algorithm>
#include <vector>

namespace acx {

namespace {

using Pairs = QList<QPair<qsizetype, qsizetype>>;
using IsEqual = std::function<bool(qsizetype, qsizetype)>;

/// How far (in the earlier sequence) each diagonal leads; diagonal k = index before - index after.
class Furthest final
{
public:
    explicit Furthest(qsizetype steps)
        : m_middle(steps + 1)
        , m_values(static_cast<std::size_t>(2 * steps + 3), 0)
    {}
    qsizetype &operator[](qsizetype k) { return m_values[static_cast<std::size_t>(m_middle + k)]; }
    qsizetype operator[](qsizetype k) const { return m_values[static_cast<std::size_t>(m_middle + k)]; }
    /// The diagonal from which step `step` best comes to diagonal `k`: k + 1 adds an element, k - 1 leaves one out.
    [[nodiscard]] qsizetype origin(qsizetype k, qsizetype step) const
    {
        return k == -step || (k != step && (*this)[k - 1] < (*this)[k + 1]) ? k + 1 : k - 1;
    }

private:
    qsizetype m_middle;
    std::vector<qsizetype> m_values;
};

/// From the end back to the beginning; `trace` holds how far the diagonals led before each step.
Pairs walkBack(qsizetype before, qsizetype after, const std::vector<Furthest> &trace)
{
    Pairs found;
    qsizetype x = before;
    qsizetype y = after;
    for (auto step = static_cast<qsizetype>(trace.size()) - 1; step >= 0; --step) {
        const Furthest &furthest = trace[static_cast<std::size_t>(step)];
        const qsizetype origin = furthest.origin(x - y, step);
        const qsizetype fromX = furthest[origin];
        const qsizetype fromY = fromX - origin;
        while (x > fromX && y > fromY)
            found.append({--x, --y});
        x = fromX;
        y = fromY;
    }
    std::reverse(found.begin(), found.end());
    return found;
}

std::optional<Pairs> match(qsizetype before, qsizetype after, const IsEqual &isEqual, qsizetype maxSteps)
{
    const qsizetype steps = std::min(maxSteps, before + after);
    Furthest furthest(steps);
    std::vector<Furthest> trace;
    for (qsizetype step = 0; step <= steps; ++step) {
        trace.push_back(furthest);
        for (qsizetype k = -step; k <= step; k += 2) {
            const qsizetype origin = furthest.origin(k, step);
            qsizetype x = furthest[origin] + (origin < k ? 1 : 0);
            qsizetype y = x - k;
            while (x < before && y < after && isEqual(x, y)) {
                ++x;
                ++y;
            }
            furthest[k] = x;
            if (x >= before && y >= after)
                return walkBack(before, after, trace);
        }
    }
    return std::nullopt;
}

} // namespace

std::optional<Pairs> matchSequences(qsizetype before, qsizetype after, const IsEqual &isEqual, qsizetype maxSteps)
{
    Pairs pairs;
    qsizetype head = 0;
    for (; head < before && head < after && isEqual(head, head); ++head)
        pairs.append({head, head});
    qsizetype tail = 0;
    while (tail < before - head && tail < after - head && isEqual(before - 1 - tail, after - 1 - tail))
        ++tail;
    const auto inside = match(
        before - head - tail, after - head - tail,
        [&isEqual, head](qsizetype x, qsizetype y) { return isEqual(head + x, head + y); }, maxSteps);
    if (!inside)
        return std::nullopt;
    for (const auto &[x, y] : *inside)
        pairs.append({head + x, head + y});
    for (; tail > 0; --tail)
        pairs.append({before - tail, after - tail});
    return pairs;
}

} // namespace acx
