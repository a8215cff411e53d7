// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/json/i_regexp.h"
#include "app/json/json_number.h"
#include "app/json/json_path.h"
#include "app/json/json_path_evaluator.h"

#include <algorithm>

namespace acx {

namespace {

bool isContainer(JsonIndex::Type type)
{
    return type == JsonIndex::Type::Array || type == JsonIndex::Type::Object;
}

} // namespace

bool JsonPathEvaluator::holds(const JsonPathExpression &expression, Node current)
{
    const auto isTrue = [this, current](const JsonPathExpression &part) { return holds(part, current); };
    switch (expression.kind) {
    case JsonPathExpression::Kind::Or:
        return std::any_of(expression.parts.cbegin(), expression.parts.cend(), isTrue);
    case JsonPathExpression::Kind::And:
        return std::all_of(expression.parts.cbegin(), expression.parts.cend(), isTrue);
    case JsonPathExpression::Kind::Not:
        return !isTrue(expression.parts.front());
    case JsonPathExpression::Kind::Compare:
        return compare(expression.comparison, valueOf(expression.operands[0], current),
                       valueOf(expression.operands[1], current));
    case JsonPathExpression::Kind::Test:
        return holdsTest(expression.operands.front(), current);
    }
    return false;
}

bool JsonPathEvaluator::holdsTest(const JsonPathOperand &operand, Node current)
{
    Nodes scratch;
    if (operand.kind == JsonPathOperand::Kind::Query)
        return !nodesOf(operand, current, 1, scratch).empty();
    return matches(*operand.call, current);
}

/// Section 2.3.5.2.2: an order exists among numbers and among strings only.
bool JsonPathEvaluator::compare(JsonPathComparison comparison, const Value &left, const Value &right)
{
    switch (comparison) {
    case JsonPathComparison::Equal:
        return isEqual(left, right);
    case JsonPathComparison::NotEqual:
        return !isEqual(left, right);
    case JsonPathComparison::Less:
        return isLess(left, right);
    case JsonPathComparison::LessOrEqual:
        return isLess(left, right) || isEqual(left, right);
    case JsonPathComparison::Greater:
        return isLess(right, left);
    case JsonPathComparison::GreaterOrEqual:
        return isLess(right, left) || isEqual(left, right);
    }
    return false;
}

bool JsonPathEvaluator::isEqual(const Value &left, const Value &right)
{
    if (left.isNothing || right.isNothing)
        return left.isNothing == right.isNothing;
    if (left.type != right.type)
        return false;
    if (left.type == JsonIndex::Type::Number)
        return compareJsonNumbers(left.text, right.text) == 0;
    return isContainer(left.type) ? isDeepEqual(left.node, right.node) : left.text == right.text;
}

bool JsonPathEvaluator::isLess(const Value &left, const Value &right) const
{
    if (left.isNothing || right.isNothing || left.type != right.type)
        return false;
    if (left.type == JsonIndex::Type::Number)
        return compareJsonNumbers(left.text, right.text) < 0;
    // The order of UTF-8 bytes is that of the characters' numbers.
    return left.type == JsonIndex::Type::String && left.text < right.text;
}

bool JsonPathEvaluator::isDeepEqual(Node left, Node right)
{
    Pairs open{{left, right}};
    while (!open.empty() && !hasStopped()) {
        const auto [a, b] = open.back();
        open.pop_back();
        if (a == b)
            continue;
        if (m_index.type(a) != m_index.type(b))
            return false;
        const bool isSame = m_index.isContainer(a) ? pairChildren(a, b, open) : isEqual(valueOf(a), valueOf(b));
        if (!isSame)
            return false;
    }
    return true;
}

/// False if two containers differ in number or names.
bool JsonPathEvaluator::pairChildren(Node left, Node right, Pairs &pairs)
{
    if (m_index.childCount(left) != m_index.childCount(right) || m_index.childCount(left) == 0)
        return m_index.childCount(left) == m_index.childCount(right);
    if (m_index.type(left) == JsonIndex::Type::Array) {
        const Node end = m_index.after(left);
        for (Node a = left + 1, b = right + 1; a < end && !hasStopped(); a = m_index.after(a), b = m_index.after(b))
            pairs.emplace_back(a, b);
        return true;
    }
    const auto first = membersByName(left);
    const auto second = membersByName(right);
    for (size_t i = 0; i < first.size() && i < second.size() && !hasStopped(); ++i) {
        if (first[i].first != second[i].first)
            return false;
        pairs.emplace_back(first[i].second, second[i].second);
    }
    return true;
}

/// Members of one name stay in their order.
std::vector<std::pair<QByteArray, JsonPathEvaluator::Node>> JsonPathEvaluator::membersByName(Node object)
{
    std::vector<std::pair<QByteArray, Node>> members;
    const Node end = m_index.after(object);
    for (Node child = object + 1; child < end && !hasStopped(); child = m_index.after(child)) {
        const QByteArrayView raw = m_index.rawKey(child);
        members.emplace_back(raw.contains('\\') ? m_index.key(child).toUtf8() : raw.toByteArray(), child);
    }
    std::sort(members.begin(), members.end());
    return members;
}

QByteArray JsonPathEvaluator::utf8(Node string) const
{
    const QByteArrayView raw = m_index.raw(string);
    if (raw.contains('\\'))
        return m_index.string(string).toUtf8();
    return QByteArray::fromRawData(raw.data() + 1, raw.size() - 2);
}

JsonPathEvaluator::Value JsonPathEvaluator::valueOf(Node node) const
{
    Value value;
    value.isNothing = false;
    value.type = m_index.type(node);
    value.node = node;
    if (value.type == JsonIndex::Type::String)
        value.text = utf8(node);
    else if (!isContainer(value.type))
        value.text = QByteArray::fromRawData(m_index.raw(node).data(), m_index.raw(node).size());
    return value;
}

JsonPathEvaluator::Value JsonPathEvaluator::valueOf(const JsonPathOperand &operand, Node current)
{
    if (operand.kind == JsonPathOperand::Kind::Call)
        return resultOf(*operand.call, current);
    if (operand.kind == JsonPathOperand::Kind::Literal)
        return {false, operand.type, JsonIndex::none, operand.text};
    Nodes scratch;
    const Nodes &found = nodesOf(operand, current, 1, scratch);
    return found.empty() ? Value() : valueOf(found.front());
}

/// What a query in a filter finds: kept for all values if it begins at the root, else in `scratch`.
const JsonPathEvaluator::Nodes &JsonPathEvaluator::nodesOf(const JsonPathOperand &operand, Node current, size_t enough,
                                                           Nodes &scratch)
{
    if (operand.query->isRelative)
        return scratch = find(*operand.query, current, enough);
    auto known = m_fromRoot.find(operand.query.get());
    if (known == m_fromRoot.end())
        known = m_fromRoot.emplace(operand.query.get(), find(*operand.query, m_index.root(), enough)).first;
    return known->second;
}

JsonPathEvaluator::Value JsonPathEvaluator::resultOf(const JsonPathCall &call, Node current)
{
    const JsonPathOperand &argument = call.arguments.front();
    if (call.function == JsonPathFunction::Length)
        return lengthOf(valueOf(argument, current));
    Nodes scratch;
    if (call.function == JsonPathFunction::Count) {
        const Nodes &found = nodesOf(argument, current, JsonPath::maxFound + 1, scratch);
        return {false, JsonIndex::Type::Number, JsonIndex::none, QByteArray::number(qulonglong(found.size()))};
    }
    const Nodes &found = nodesOf(argument, current, 2, scratch);
    return found.size() == 1 ? valueOf(found.front()) : Value();
}

JsonPathEvaluator::Value JsonPathEvaluator::lengthOf(const Value &value) const
{
    if (value.isNothing || (value.type != JsonIndex::Type::String && !isContainer(value.type)))
        return {};
    qint64 length = 0;
    if (isContainer(value.type))
        length = m_index.childCount(value.node);
    else // characters: bytes that go on with one do not count
        length = std::count_if(value.text.cbegin(), value.text.cend(),
                               [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80; });
    return {false, JsonIndex::Type::Number, JsonIndex::none, QByteArray::number(length)};
}

bool JsonPathEvaluator::matches(const JsonPathCall &call, Node current)
{
    const Value text = valueOf(call.arguments[0], current);
    const Value expression = valueOf(call.arguments[1], current);
    const auto isString = [](const Value &value) { return !value.isNothing && value.type == JsonIndex::Type::String; };
    if (!isString(text) || !isString(expression))
        return false;
    const bool isWhole = call.function == JsonPathFunction::Match;
    constexpr qsizetype mostKept = 1000;
    const QByteArray key = (isWhole ? '=' : '~') + expression.text;
    auto known = m_expressions.constFind(key);
    if (known == m_expressions.cend()) {
        if (m_expressions.size() >= mostKept)
            m_expressions.clear();
        m_expressions.insert(key, readIRegexp(QString::fromUtf8(expression.text), isWhole));
        known = m_expressions.constFind(key);
    }
    return known->isValid() && known->match(QString::fromUtf8(text.text)).hasMatch();
}

} // namespace acx
