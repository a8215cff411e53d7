// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/result.h"
#include "app/json/json_index.h"
#include "app/json/json_path_tree.h"

#include <QHash>
#include <QRegularExpression>

#include <functional>
#include <unordered_map>
#include <utility>
#include <vector>

namespace acx {

/// Finds the values of one query in one document. It recurses as the query nests, never as the document does.
class JsonPathEvaluator final
{
public:
    using Node = JsonIndex::Node;
    using Nodes = std::vector<Node>;

    JsonPathEvaluator(const JsonIndex &index, const std::function<bool()> &goOn);

    /// Errors: Cancelled, TooLarge.
    [[nodiscard]] Result<Nodes> run(const JsonPathQuery &query);

private:
    enum class Stop { No, Cancelled, TooMany };

    /// Values found; `enough` of them end the search.
    struct Sink
    {
        Nodes &nodes;
        size_t enough;

        [[nodiscard]] bool isFull() const { return nodes.size() >= enough; }
    };

    /// What a comparison or a function works with.
    struct Value
    {
        bool isNothing = true;
        JsonIndex::Type type = JsonIndex::Type::Null;
        Node node = JsonIndex::none; ///< of an array or an object
        QByteArray text;             ///< a string's value in UTF-8, else as written
    };
    using Pairs = std::vector<std::pair<Node, Node>>;

    // json_path_evaluator.cpp: segments and selectors
    [[nodiscard]] Nodes find(const JsonPathQuery &query, Node start, size_t enough);
    void apply(const JsonPathSegment &segment, Node node, Sink &sink);
    void select(const JsonPathSelector &selector, Node node, Sink &sink);
    void selectName(const QByteArray &name, Node object, Sink &sink);
    void selectIndex(qint64 position, Node array, Sink &sink);
    void selectSlice(const JsonPathSelector &slice, Node array, Sink &sink);
    void selectSliceBackwards(qint64 upper, qint64 lower, qint64 step, Node array, Sink &sink);
    void selectMatching(const JsonPathExpression *filter, Node container, Sink &sink);
    void add(Node node, Sink &sink);
    [[nodiscard]] bool hasStopped();

    // json_path_filter.cpp: filters
    [[nodiscard]] bool holds(const JsonPathExpression &expression, Node current);
    [[nodiscard]] bool holdsTest(const JsonPathOperand &operand, Node current);
    [[nodiscard]] bool compare(JsonPathComparison comparison, const Value &left, const Value &right);
    [[nodiscard]] bool isEqual(const Value &left, const Value &right);
    [[nodiscard]] bool isLess(const Value &left, const Value &right) const;
    [[nodiscard]] bool isDeepEqual(Node left, Node right);
    [[nodiscard]] bool pairChildren(Node left, Node right, Pairs &pairs);
    [[nodiscard]] std::vector<std::pair<QByteArray, Node>> membersByName(Node object);
    [[nodiscard]] Value valueOf(const JsonPathOperand &operand, Node current);
    [[nodiscard]] Value valueOf(Node node) const;
    [[nodiscard]] Value resultOf(const JsonPathCall &call, Node current);
    [[nodiscard]] Value lengthOf(const Value &value) const;
    [[nodiscard]] bool matches(const JsonPathCall &call, Node current);
    [[nodiscard]] const Nodes &nodesOf(const JsonPathOperand &operand, Node current, size_t enough, Nodes &scratch);
    [[nodiscard]] QByteArray utf8(Node string) const;

    const JsonIndex &m_index;
    const std::function<bool()> &m_goOn;
    Stop m_stop = Stop::No;
    quint32 m_steps = 0;
    std::unordered_map<const JsonPathQuery *, Nodes> m_fromRoot; ///< what queries in filters find from the root
    QHash<QByteArray, QRegularExpression> m_expressions; ///< compiled; an invalid one is that of QRegularExpression
};

} // namespace acx
