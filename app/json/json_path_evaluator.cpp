// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/json/json_path_evaluator.h"

#include "app/json/json_path.h"

#include <QCoreApplication>

#include <algorithm>

namespace acx {

JsonPathEvaluator::JsonPathEvaluator(const JsonIndex &index, const std::function<bool()> &goOn)
    : m_index(index)
    , m_goOn(goOn)
{}

Result<JsonPathEvaluator::Nodes> JsonPathEvaluator::run(const JsonPathQuery &query)
{
    Nodes found = find(query, m_index.root(), JsonPath::maxFound + 1);
    if (m_stop == Stop::Cancelled)
        return fail(ErrorKind::Cancelled, QCoreApplication::translate("acx", "The search was stopped."));
    if (m_stop == Stop::TooMany)
        return fail(ErrorKind::TooLarge,
                    QCoreApplication::translate("acx", "The JSONPath finds more than 100 million values."),
                    QCoreApplication::translate("acx", "Use fewer .. and * in it."));
    return found;
}

/// Now and then asks whether to go on.
bool JsonPathEvaluator::hasStopped()
{
    constexpr quint32 now = 0x3FFF;
    if (m_stop == Stop::No && (++m_steps & now) == 0 && m_goOn && !m_goOn())
        m_stop = Stop::Cancelled;
    return m_stop != Stop::No;
}

void JsonPathEvaluator::add(Node node, Sink &sink)
{
    if (sink.nodes.size() >= JsonPath::maxFound)
        m_stop = Stop::TooMany;
    else
        sink.nodes.push_back(node);
}

JsonPathEvaluator::Nodes JsonPathEvaluator::find(const JsonPathQuery &query, Node start, size_t enough)
{
    Nodes found{start};
    Nodes next;
    for (const JsonPathSegment &segment : query.segments) {
        const bool isLast = &segment == &query.segments.back();
        next.clear();
        Sink sink{next, isLast ? enough : JsonPath::maxFound + 1};
        for (const Node node : found) {
            if (sink.isFull() || hasStopped())
                break;
            apply(segment, node, sink);
        }
        found.swap(next);
        if (found.empty() || m_stop != Stop::No)
            break;
    }
    return found;
}

/// The descendants of a value are those that follow it in the text, up to after(): their order is the RFC's.
void JsonPathEvaluator::apply(const JsonPathSegment &segment, Node node, Sink &sink)
{
    const Node end = segment.isDescendant ? m_index.after(node) : node + 1;
    for (Node visited = node; visited < end && !sink.isFull() && !hasStopped(); ++visited) {
        if (!m_index.isContainer(visited))
            continue;
        for (const JsonPathSelector &selector : segment.selectors)
            select(selector, visited, sink);
    }
}

void JsonPathEvaluator::select(const JsonPathSelector &selector, Node node, Sink &sink)
{
    const bool isArray = m_index.type(node) == JsonIndex::Type::Array;
    switch (selector.kind) {
    case JsonPathSelector::Kind::Name:
        if (!isArray)
            selectName(selector.name, node, sink);
        return;
    case JsonPathSelector::Kind::Index:
        if (isArray)
            selectIndex(selector.index, node, sink);
        return;
    case JsonPathSelector::Kind::Slice:
        if (isArray)
            selectSlice(selector, node, sink);
        return;
    case JsonPathSelector::Kind::Wildcard:
    case JsonPathSelector::Kind::Filter:
        selectMatching(selector.filter.get(), node, sink);
        return;
    }
}

void JsonPathEvaluator::selectName(const QByteArray &name, Node object, Sink &sink)
{
    const Node end = m_index.after(object);
    for (Node child = object + 1; child < end && !sink.isFull() && !hasStopped(); child = m_index.after(child)) {
        const QByteArrayView raw = m_index.rawKey(child);
        const bool isEscaped = raw.contains('\\');
        if (isEscaped ? m_index.key(child).toUtf8() == name : raw == QByteArrayView(name))
            add(child, sink);
    }
}

void JsonPathEvaluator::selectIndex(qint64 position, Node array, Sink &sink)
{
    const qint64 count = m_index.childCount(array);
    if (position < 0)
        position += count;
    if (position >= 0 && position < count && !sink.isFull())
        add(m_index.child(array, static_cast<quint32>(position)), sink);
}

/// Section 2.3.4.2.2.
void JsonPathEvaluator::selectSlice(const JsonPathSelector &slice, Node array, Sink &sink)
{
    const qint64 count = m_index.childCount(array);
    const auto counted = [count](qint64 place) { return place < 0 ? count + place : place; };
    if (slice.step > 0) {
        const qint64 lower = std::clamp<qint64>(counted(slice.start.value_or(0)), 0, count);
        const qint64 upper = std::clamp<qint64>(counted(slice.end.value_or(count)), 0, count);
        if (lower >= upper)
            return;
        Node child = m_index.child(array, static_cast<quint32>(lower));
        for (qint64 i = lower; i < upper && !sink.isFull() && !hasStopped(); ++i, child = m_index.after(child)) {
            if ((i - lower) % slice.step == 0)
                add(child, sink);
        }
    } else if (slice.step < 0) {
        const qint64 upper = std::clamp<qint64>(counted(slice.start.value_or(count - 1)), -1, count - 1);
        const qint64 lower =
            slice.end ? std::clamp<qint64>(counted(*slice.end), -1, count - 1) : static_cast<qint64>(-1);
        if (lower < upper)
            selectSliceBackwards(upper, lower, slice.step, array, sink);
    }
}

/// Values can be walked forwards only.
void JsonPathEvaluator::selectSliceBackwards(qint64 upper, qint64 lower, qint64 step, Node array, Sink &sink)
{
    Nodes forwards;
    Node child = m_index.child(array, static_cast<quint32>(lower + 1));
    for (qint64 i = lower + 1; i <= upper && !hasStopped(); ++i, child = m_index.after(child)) {
        if ((upper - i) % step == 0)
            forwards.push_back(child);
    }
    for (auto node = forwards.crbegin(); node != forwards.crend() && !sink.isFull() && !hasStopped(); ++node)
        add(*node, sink);
}

/// All children, or those for which the filter holds.
void JsonPathEvaluator::selectMatching(const JsonPathExpression *filter, Node container, Sink &sink)
{
    const Node end = m_index.after(container);
    for (Node child = container + 1; child < end && !sink.isFull() && !hasStopped(); child = m_index.after(child)) {
        if (!filter || holds(*filter, child))
            add(child, sink);
    }
}

} // namespace acx
