// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/json/json_value.h"

#include <QByteArray>

#include <memory>
#include <optional>
#include <vector>

namespace acx {

// A parsed JSONPath query. The names of its parts are those of RFC 9535.

struct JsonPathExpression;

struct JsonPathSelector
{
    enum class Kind { Name, Wildcard, Index, Slice, Filter };

    Kind kind = Kind::Wildcard;
    QByteArray name; ///< UTF-8
    qint64 index = 0;
    std::optional<qint64> start; ///< of a slice
    std::optional<qint64> end;
    qint64 step = 1;
    std::shared_ptr<const JsonPathExpression> filter;
};

struct JsonPathSegment
{
    bool isDescendant = false;
    std::vector<JsonPathSelector> selectors;
};

struct JsonPathQuery
{
    bool isRelative = false; ///< begins with @
    std::vector<JsonPathSegment> segments;

    [[nodiscard]] bool isSingular() const;
};

enum class JsonPathFunction { Length, Count, Match, Search, Value };
enum class JsonPathType { Value, Logical, Nodes };
enum class JsonPathComparison { Equal, NotEqual, Less, LessOrEqual, Greater, GreaterOrEqual };

struct JsonPathCall;

/// What is compared, tested or given to a function.
struct JsonPathOperand
{
    enum class Kind { Literal, Query, Call };

    Kind kind = Kind::Literal;
    JsonValue::Type type = JsonValue::Type::Null; ///< of a literal
    QByteArray text;                              ///< literal: a string's value in UTF-8, else as written
    std::shared_ptr<const JsonPathQuery> query;
    std::shared_ptr<const JsonPathCall> call;
};

struct JsonPathCall
{
    JsonPathFunction function = JsonPathFunction::Length;
    std::vector<JsonPathOperand> arguments;
};

struct JsonPathExpression
{
    enum class Kind { Or, And, Not, Compare, Test };

    Kind kind = Kind::Test;
    std::vector<JsonPathExpression> parts; ///< of Or, And and Not
    JsonPathComparison comparison = JsonPathComparison::Equal;
    std::vector<JsonPathOperand> operands; ///< two of Compare, one of Test
};

struct JsonPathSignature
{
    const char *name = nullptr;
    JsonPathFunction function = JsonPathFunction::Length;
    JsonPathType result = JsonPathType::Value;
    std::vector<JsonPathType> parameters;
};

/// The functions of RFC 9535, section 2.4.
[[nodiscard]] const std::vector<JsonPathSignature> &jsonPathFunctions();
[[nodiscard]] const JsonPathSignature &signatureOf(JsonPathFunction function);

} // namespace acx
