// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/json/json_index.h"

#include "app/json/json_index_builder.h"
#include "app/json/json_scan.h"

#include <QCoreApplication>
#include <QPromise>
#include <QThreadPool>

#include <algorithm>

namespace acx {

namespace {

/// The value of a JSON string that is known to be valid, with its quotation marks.
QString decoded(QByteArrayView quoted)
{
    JsonLimits limits;
    limits.maxBytes = quoted.size();
    const auto value = parseJson(quoted, limits);
    return value ? value->toString() : QString();
}

Error cancelled()
{
    Error error;
    error.kind = ErrorKind::Cancelled;
    error.sentence = QCoreApplication::translate("acx", "Reading the JSON text was stopped.");
    return error;
}

JsonProblem problemOf(QByteArrayView text, JsonIndexBuilder::Outcome outcome, qint64 offset, int maxDepth)
{
    if (outcome == JsonIndexBuilder::Outcome::TooMany)
        return jsonProblemAt(text, offset, QCoreApplication::translate("acx", "the text holds too many values"));
    if (std::optional<JsonProblem> problem = findJsonProblem(text, maxDepth))
        return *std::move(problem);
    return jsonProblemAt(text, offset,
                         QCoreApplication::translate("acx", "a value is missing or not one that JSON knows"));
}

} // namespace

Result<JsonIndexed> JsonIndex::build(QByteArrayView text, std::shared_ptr<const void> owner,
                                     const JsonIndexOptions &options)
{
    std::shared_ptr<JsonIndex> index(new JsonIndex);
    index->m_text = text;
    index->m_owner = std::move(owner);
    JsonIndexBuilder builder(text, index->m_nodes, options);
    const JsonIndexBuilder::Outcome outcome = builder.run();
    if (outcome == JsonIndexBuilder::Outcome::Cancelled)
        return tl::unexpected(cancelled());
    if (outcome != JsonIndexBuilder::Outcome::Done)
        return JsonIndexed(tl::unexpected(problemOf(text, outcome, builder.offset(), options.maxDepth)));
    return JsonIndexed(std::move(index));
}

QFuture<Result<JsonIndexed>> JsonIndex::start(QByteArrayView text, std::shared_ptr<const void> owner, int maxDepth)
{
    auto promise = std::make_shared<QPromise<Result<JsonIndexed>>>();
    promise->start();
    promise->setProgressRange(0, 1000);
    QFuture<Result<JsonIndexed>> future = promise->future();
    QThreadPool::globalInstance()->start([text, owner = std::move(owner), maxDepth, promise] {
        JsonIndexOptions options;
        options.maxDepth = maxDepth;
        options.goOn = [&text, &promise](qint64 bytesDone) {
            promise->setProgressValue(static_cast<int>(1000 * bytesDone / text.size()));
            return !promise->isCanceled();
        };
        promise->addResult(build(text, owner, options));
        promise->finish();
    });
    return future;
}

quint32 JsonIndex::childCount(Node node) const
{
    const auto count = static_cast<quint32>(m_nodes.at(node).count);
    return count == JsonNodes::manyChildren ? m_nodes.wide(node)->count : count;
}

JsonIndex::Node JsonIndex::child(Node node, quint32 index) const
{
    Node child = node + 1;
    if (const WideContainer *wide = m_nodes.wide(node)) {
        child = wide->every[index / WideContainer::step];
        index %= WideContainer::step;
    }
    for (; index > 0; --index)
        child = after(child);
    return child;
}

JsonIndex::Node JsonIndex::nextSibling(Node node) const
{
    const Node around = parent(node);
    if (around == none)
        return none;
    const Node next = after(node);
    return next < after(around) ? next : none;
}

quint32 JsonIndex::indexInParent(Node node) const
{
    const Node around = parent(node);
    if (around == none)
        return 0;
    Node child = around + 1;
    quint32 index = 0;
    if (const WideContainer *wide = m_nodes.wide(around)) {
        const auto beyond = std::upper_bound(wide->every.cbegin(), wide->every.cend(), node);
        const auto block = static_cast<quint32>(beyond - wide->every.cbegin()) - 1;
        child = wide->every[block];
        index = block * WideContainer::step;
    }
    for (; child != node; child = after(child))
        ++index;
    return index;
}

qint64 JsonIndex::scalarEnd(Node node) const
{
    const JsonRecord &record = m_nodes.at(node);
    constexpr quint32 saturated = 0xFFFF'FFFF;
    const auto start = static_cast<qint64>(record.offset);
    if (record.extent != saturated)
        return start + record.extent;
    if (type(node) == Type::Number)
        return start + jsonNumberLength(m_text.sliced(start));
    qint64 at = start + 1;
    for (; m_text[at] != '"'; ++at) {
        if (m_text[at] == '\\')
            ++at;
    }
    return at + 1;
}

/// A container ends where its last value ends, plus one bracket for each level between the two.
qint64 JsonIndex::end(Node node) const
{
    if (!isContainer(node))
        return scalarEnd(node);
    Node inner = after(node) - 1;
    qint64 at = isContainer(inner) ? offset(inner) + 1 : scalarEnd(inner);
    if (isContainer(inner))
        at = afterBracket(at);
    for (; inner != node; inner = parent(inner))
        at = afterBracket(at);
    return at;
}

/// `at` is where the last value of a container ends, or behind its opening bracket.
qint64 JsonIndex::afterBracket(qint64 at) const
{
    while (isJsonBlank(m_text[at]))
        ++at;
    return at + 1;
}

QByteArrayView JsonIndex::raw(Node node) const
{
    return m_text.sliced(offset(node), end(node) - offset(node));
}

bool JsonIndex::hasKey(Node node) const
{
    const Node around = parent(node);
    return around != none && type(around) == Type::Object;
}

qint64 JsonIndex::keyStart(Node node) const
{
    // Backwards over blanks, the colon and blanks to the closing quotation mark, and from there to the one that no
    // backslash escapes: what stands before a name is never a backslash.
    qint64 at = offset(node) - 1;
    while (m_text[at] != '"')
        --at;
    for (--at;; --at) {
        if (m_text[at] != '"')
            continue;
        qint64 backslash = at;
        while (m_text[backslash - 1] == '\\')
            --backslash;
        if ((at - backslash) % 2 == 0)
            return at;
        at = backslash;
    }
}

QByteArrayView JsonIndex::rawKey(Node node) const
{
    if (!hasKey(node))
        return {};
    const qint64 start = keyStart(node) + 1;
    qint64 end = offset(node) - 1;
    while (m_text[end] != '"')
        --end;
    return m_text.sliced(start, end - start);
}

QString JsonIndex::key(Node node) const
{
    const QByteArrayView raw = rawKey(node);
    return raw.isEmpty() ? QString() : decoded(QByteArrayView(raw.data() - 1, raw.size() + 2));
}

QString JsonIndex::string(Node node) const
{
    return type(node) == Type::String ? decoded(raw(node)) : QString();
}

JsonIndex::Node JsonIndex::member(Node object, QStringView name) const
{
    if (type(object) != Type::Object || childCount(object) == 0)
        return none;
    const QByteArray utf8 = name.toUtf8();
    for (Node child = object + 1; child != none; child = nextSibling(child)) {
        const QByteArrayView raw = rawKey(child);
        if (raw == QByteArrayView(utf8) ? !raw.contains('\\') : raw.contains('\\') && key(child) == name)
            return child;
    }
    return none;
}

JsonIndex::Node JsonIndex::nodeAt(qint64 offset) const
{
    // The last value that begins at or before the place.
    Node low = 0;
    Node high = size();
    while (low < high) {
        const Node middle = low + (high - low) / 2;
        if (this->offset(middle) <= offset)
            low = middle + 1;
        else
            high = middle;
    }
    if (low < size() && hasKey(low) && keyStart(low) <= offset)
        return low;
    if (low == 0)
        return none;
    // A container that holds the next value as well ends behind the place; one that does not ends with this value.
    Node node = low - 1;
    if (after(node) > low)
        return node;
    for (qint64 at = end(node); at <= offset; at = afterBracket(at)) {
        node = parent(node);
        if (node == none || after(node) > low)
            return node;
    }
    return node;
}

} // namespace acx
