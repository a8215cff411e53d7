// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/json/json_path_scanner.h"
#include "app/json/json_path_tree.h"

#include <tl/expected.hpp>

namespace acx {

/// Reads a JSONPath query by the grammar and the types of RFC 9535. It recurses as deep as the query nests, and no
/// deeper than JsonPath::maxNesting.
class JsonPathParser final
{
public:
    [[nodiscard]] static tl::expected<std::shared_ptr<const JsonPathQuery>, JsonPathProblem> parse(const QString &text);

private:
    using Operand = JsonPathOperand;
    using Expression = JsonPathExpression;

    explicit JsonPathParser(const QString &text);

    [[nodiscard]] bool readSegments(JsonPathQuery &query);
    [[nodiscard]] bool readSegment(JsonPathSegment &segment);
    [[nodiscard]] bool readBrackets(JsonPathSegment &segment);
    [[nodiscard]] bool readSelector(JsonPathSelector &selector);
    [[nodiscard]] bool readIndexOrSlice(JsonPathSelector &selector);
    [[nodiscard]] bool readSlicePart(std::optional<qint64> &part);

    [[nodiscard]] bool readOr(Expression &expression);
    [[nodiscard]] bool readAnd(Expression &expression);
    [[nodiscard]] bool readBasic(Expression &expression);
    [[nodiscard]] bool readNot(Expression &expression);
    [[nodiscard]] bool readParentheses(Expression &expression);
    [[nodiscard]] bool readComparisonOrTest(Expression &expression, bool mayCompare);
    [[nodiscard]] std::optional<JsonPathComparison> takeComparison();

    [[nodiscard]] bool readOperand(Operand &operand);
    [[nodiscard]] bool readQuery(Operand &operand);
    [[nodiscard]] bool readWord(Operand &operand);
    [[nodiscard]] bool readCall(Operand &operand, const JsonPathSignature &signature);
    [[nodiscard]] bool readArgument(JsonPathCall &call, const JsonPathSignature &signature);
    [[nodiscard]] bool checkComparable(const Operand &operand, qsizetype position);
    [[nodiscard]] bool checkTest(const Operand &operand, qsizetype position);
    [[nodiscard]] bool checkArgument(const Operand &operand, JsonPathType wanted, qsizetype position,
                                     const JsonPathSignature &signature);
    /// True if it has a single value or none (ValueType of section 2.4.1).
    [[nodiscard]] static bool isValue(const Operand &operand);
    [[nodiscard]] bool enter();

    JsonPathScanner m_in;
    int m_nesting = 0;
};

} // namespace acx
