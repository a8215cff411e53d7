// SPDX-License-Identifier: GPL-3.0-or-later
// Filters: logical expressions, comparisons, functions and their types.
#include "app/json/json_path_parser.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace acx {

bool JsonPathParser::readOr(Expression &expression)
{
    Expression part;
    if (!readAnd(part))
        return false;
    m_in.skipBlanks();
    if (m_in.peek() != U'|') {
        expression = std::move(part);
        return true;
    }
    expression.kind = Expression::Kind::Or;
    expression.parts.push_back(std::move(part));
    for (; m_in.take("||"); m_in.skipBlanks()) {
        m_in.skipBlanks();
        expression.parts.emplace_back();
        if (!readAnd(expression.parts.back()))
            return false;
        m_in.skipBlanks();
    }
    return m_in.peek() != U'|' ||
           m_in.refuse(m_in.position(), QCoreApplication::translate("acx", "“or” is written ||"));
}

bool JsonPathParser::readAnd(Expression &expression)
{
    Expression part;
    if (!readBasic(part))
        return false;
    m_in.skipBlanks();
    if (m_in.peek() != U'&') {
        expression = std::move(part);
        return true;
    }
    expression.kind = Expression::Kind::And;
    expression.parts.push_back(std::move(part));
    for (; m_in.take("&&"); m_in.skipBlanks()) {
        m_in.skipBlanks();
        expression.parts.emplace_back();
        if (!readBasic(expression.parts.back()))
            return false;
        m_in.skipBlanks();
    }
    return m_in.peek() != U'&' ||
           m_in.refuse(m_in.position(), QCoreApplication::translate("acx", "“and” is written &&"));
}

bool JsonPathParser::readBasic(Expression &expression)
{
    if (m_in.peek() == U'!')
        return readNot(expression);
    if (m_in.peek() == U'(')
        return readParentheses(expression);
    return readComparisonOrTest(expression, true);
}

bool JsonPathParser::readNot(Expression &expression)
{
    m_in.skip(1);
    m_in.skipBlanks();
    expression.kind = Expression::Kind::Not;
    expression.parts.emplace_back();
    return m_in.peek() == U'(' ? readParentheses(expression.parts.back())
                               : readComparisonOrTest(expression.parts.back(), false);
}

bool JsonPathParser::readParentheses(Expression &expression)
{
    if (!enter())
        return false;
    const qsizetype start = m_in.position();
    m_in.skip(1);
    m_in.skipBlanks();
    if (!readOr(expression))
        return false;
    m_in.skipBlanks();
    --m_nesting;
    return m_in.take(")") ||
           m_in.refuse(m_in.isAtEnd() ? start : m_in.position(),
                       m_in.isAtEnd() ? QCoreApplication::translate("acx", "this parenthesis is not closed")
                                      : QCoreApplication::translate("acx", "&&, || or ) is expected"));
}

bool JsonPathParser::readComparisonOrTest(Expression &expression, bool mayCompare)
{
    const qsizetype start = m_in.position();
    expression.operands.emplace_back();
    if (!readOperand(expression.operands.back()))
        return false;
    const qsizetype afterOperand = m_in.position();
    m_in.skipBlanks();
    const qsizetype sign = m_in.position();
    const std::optional<JsonPathComparison> comparison = takeComparison();
    if (!comparison) {
        m_in.skip(afterOperand - m_in.position());
        expression.kind = Expression::Kind::Test;
        return checkTest(expression.operands.back(), start);
    }
    if (!mayCompare)
        return m_in.refuse(sign, QCoreApplication::translate("acx", "a comparison after ! stands in parentheses"));
    if (!checkComparable(expression.operands.back(), start))
        return false;
    expression.kind = Expression::Kind::Compare;
    expression.comparison = *comparison;
    m_in.skipBlanks();
    const qsizetype second = m_in.position();
    expression.operands.emplace_back();
    return readOperand(expression.operands.back()) && checkComparable(expression.operands.back(), second);
}

std::optional<JsonPathComparison> JsonPathParser::takeComparison()
{
    struct Sign
    {
        const char *text;
        JsonPathComparison comparison;
    };
    static constexpr std::array signs = {
        Sign{"==", JsonPathComparison::Equal},          Sign{"!=", JsonPathComparison::NotEqual},
        Sign{"<=", JsonPathComparison::LessOrEqual},    Sign{"<", JsonPathComparison::Less},
        Sign{">=", JsonPathComparison::GreaterOrEqual}, Sign{">", JsonPathComparison::Greater}};
    for (const Sign &sign : signs) {
        if (m_in.take(sign.text))
            return sign.comparison;
    }
    return std::nullopt;
}

bool JsonPathParser::readOperand(Operand &operand)
{
    const char32_t c = m_in.peek();
    if (c == U'@' || c == U'$')
        return readQuery(operand);
    std::optional<QByteArray> literal;
    if (c == U'"' || c == U'\'') {
        literal = m_in.takeString();
        operand.type = JsonValue::Type::String;
    } else if (m_in.isInteger()) {
        literal = m_in.takeNumber();
        operand.type = JsonValue::Type::Number;
    } else {
        return readWord(operand);
    }
    operand.text = literal.value_or(QByteArray());
    return literal.has_value();
}

bool JsonPathParser::readQuery(Operand &operand)
{
    auto query = std::make_shared<JsonPathQuery>();
    query->isRelative = m_in.peek() == U'@';
    m_in.skip(1);
    if (!readSegments(*query))
        return false;
    operand.kind = Operand::Kind::Query;
    operand.query = std::move(query);
    return true;
}

bool JsonPathParser::readWord(Operand &operand)
{
    const qsizetype start = m_in.position();
    const QByteArray word = m_in.takeWord();
    if (m_in.peek() == U'(' && !word.isEmpty()) {
        const std::vector<JsonPathSignature> &functions = jsonPathFunctions();
        const auto signature = std::find_if(functions.cbegin(), functions.cend(),
                                            [&word](const JsonPathSignature &known) { return word == known.name; });
        if (signature == functions.cend())
            return m_in.refuse(start,
                               QCoreApplication::translate(
                                   "acx", "there is no function %1; there are length, count, match, search and value")
                                   .arg(QString::fromLatin1(word)));
        return readCall(operand, *signature);
    }
    if (word == "true" || word == "false")
        operand.type = JsonValue::Type::Boolean;
    else if (word != "null")
        return m_in.refuse(start, QCoreApplication::translate(
                                      "acx", "@, $, a function, a number, a text in quotation marks, true, false or "
                                             "null is expected"));
    operand.text = word;
    return true;
}

bool JsonPathParser::readCall(Operand &operand, const JsonPathSignature &signature)
{
    if (!enter())
        return false;
    const qsizetype start = m_in.position();
    m_in.skip(1);
    auto call = std::make_shared<JsonPathCall>();
    call->function = signature.function;
    m_in.skipBlanks();
    if (m_in.peek() != U')') {
        do {
            m_in.skipBlanks();
            if (!readArgument(*call, signature))
                return false;
            m_in.skipBlanks();
        } while (m_in.take(","));
    }
    if (m_in.isAtEnd())
        return m_in.refuse(start, QCoreApplication::translate("acx", "this parenthesis is not closed"));
    if (m_in.peek() != U')')
        return m_in.refuse(m_in.position(), QCoreApplication::translate("acx", "a comma or ) is expected"));
    if (call->arguments.size() != signature.parameters.size())
        return m_in.refuse(m_in.position(), QCoreApplication::translate("acx", "%1 takes %n argument(s)", nullptr,
                                                                        static_cast<int>(signature.parameters.size()))
                                                .arg(QLatin1StringView(signature.name)));
    m_in.skip(1);
    operand.kind = Operand::Kind::Call;
    operand.call = std::move(call);
    --m_nesting;
    return true;
}

bool JsonPathParser::readArgument(JsonPathCall &call, const JsonPathSignature &signature)
{
    const qsizetype start = m_in.position();
    const size_t number = call.arguments.size();
    const QString notLogical =
        QCoreApplication::translate("acx", "%1 takes no condition").arg(QLatin1StringView(signature.name));
    if (m_in.peek() == U'!' || m_in.peek() == U'(')
        return m_in.refuse(start, notLogical);
    call.arguments.emplace_back();
    if (!readOperand(call.arguments.back()))
        return false;
    if (number >= signature.parameters.size())
        return m_in.refuse(start, QCoreApplication::translate("acx", "%1 takes %n argument(s)", nullptr,
                                                              static_cast<int>(signature.parameters.size()))
                                      .arg(QLatin1StringView(signature.name)));
    const qsizetype afterOperand = m_in.position();
    m_in.skipBlanks();
    if (m_in.peek() == U'&' || m_in.peek() == U'|' || takeComparison())
        return m_in.refuse(start, notLogical);
    m_in.skip(afterOperand - m_in.position());
    return checkArgument(call.arguments.back(), signature.parameters[number], start, signature);
}

bool JsonPathParser::isValue(const Operand &operand)
{
    switch (operand.kind) {
    case Operand::Kind::Literal:
        return true;
    case Operand::Kind::Query:
        return operand.query->isSingular();
    case Operand::Kind::Call:
        return signatureOf(operand.call->function).result == JsonPathType::Value;
    }
    return false;
}

bool JsonPathParser::checkComparable(const Operand &operand, qsizetype position)
{
    if (isValue(operand))
        return true;
    return m_in.refuse(position, operand.kind == Operand::Kind::Query
                                     ? QCoreApplication::translate(
                                           "acx", "only a path of names and indexes can be compared: others may find "
                                                  "several values")
                                     : QCoreApplication::translate("acx", "the result of %1 cannot be compared")
                                           .arg(QLatin1StringView(signatureOf(operand.call->function).name)));
}

bool JsonPathParser::checkTest(const Operand &operand, qsizetype position)
{
    if (operand.kind == Operand::Kind::Literal)
        return m_in.refuse(position, QCoreApplication::translate("acx", "a literal is no condition; compare it"));
    if (operand.kind == Operand::Kind::Call && isValue(operand))
        return m_in.refuse(position, QCoreApplication::translate("acx", "the result of %1 is no condition; compare it")
                                         .arg(QLatin1StringView(signatureOf(operand.call->function).name)));
    return true;
}

bool JsonPathParser::checkArgument(const Operand &operand, JsonPathType wanted, qsizetype position,
                                   const JsonPathSignature &signature)
{
    const QString name = QLatin1StringView(signature.name);
    if (wanted == JsonPathType::Nodes)
        return operand.kind == Operand::Kind::Query ||
               m_in.refuse(position, QCoreApplication::translate("acx", "%1 takes a path").arg(name));
    return isValue(operand) ||
           m_in.refuse(position,
                       QCoreApplication::translate("acx", "%1 takes a single value: a path of names and indexes, a "
                                                          "literal, or a function with a value")
                           .arg(name));
}

} // namespace acx
