// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/json/json_path_parser.h"

#include "app/json/json_path.h"

#include <QCoreApplication>

namespace acx {

JsonPathParser::JsonPathParser(const QString &text)
    : m_in(text)
{}

tl::expected<std::shared_ptr<const JsonPathQuery>, JsonPathProblem> JsonPathParser::parse(const QString &text)
{
    JsonPathParser parser(text);
    JsonPathScanner &in = parser.m_in;
    auto query = std::make_shared<JsonPathQuery>();
    if (!in.problem() && !in.take("$"))
        in.refuse(0, QCoreApplication::translate("acx", "a JSONPath begins with $"));
    if (!in.problem() && parser.readSegments(*query) && !in.isAtEnd())
        in.refuse(in.position(),
                  QCoreApplication::translate("acx", "only .name, ..name and [selectors] can follow here"));
    if (in.problem())
        return tl::unexpected(*in.problem());
    return query;
}

/// Leaves blanks alone that no segment follows.
bool JsonPathParser::readSegments(JsonPathQuery &query)
{
    while (true) {
        const qsizetype before = m_in.position();
        m_in.skipBlanks();
        if (m_in.peek() != U'.' && m_in.peek() != U'[') {
            m_in.skip(before - m_in.position());
            return true;
        }
        query.segments.emplace_back();
        if (!readSegment(query.segments.back()))
            return false;
    }
}

bool JsonPathParser::readSegment(JsonPathSegment &segment)
{
    segment.isDescendant = m_in.take("..");
    const bool hasDot = segment.isDescendant || m_in.take(".");
    if (m_in.peek() == U'[' && (segment.isDescendant || !hasDot))
        return readBrackets(segment);
    JsonPathSelector selector;
    if (!m_in.take("*")) {
        if (!m_in.isName())
            return m_in.refuse(m_in.position(),
                               segment.isDescendant
                                   ? QCoreApplication::translate("acx", "a name, * or [ follows ..")
                                   : QCoreApplication::translate("acx", "a name or * follows the dot"));
        selector.kind = JsonPathSelector::Kind::Name;
        selector.name = m_in.takeName();
    }
    segment.selectors.push_back(std::move(selector));
    return true;
}

bool JsonPathParser::readBrackets(JsonPathSegment &segment)
{
    const qsizetype start = m_in.position();
    m_in.skip(1);
    do {
        m_in.skipBlanks();
        segment.selectors.emplace_back();
        if (!readSelector(segment.selectors.back()))
            return false;
        m_in.skipBlanks();
    } while (m_in.take(","));
    if (m_in.take("]"))
        return true;
    return m_in.isAtEnd()
               ? m_in.refuse(start, QCoreApplication::translate("acx", "this bracket is not closed"))
               : m_in.refuse(m_in.position(), QCoreApplication::translate("acx", "a comma or ] is expected"));
}

bool JsonPathParser::readSelector(JsonPathSelector &selector)
{
    using Kind = JsonPathSelector::Kind;
    if (m_in.take("*"))
        return true;
    if (m_in.isInteger() || m_in.peek() == U':')
        return readIndexOrSlice(selector);
    if (m_in.peek() == U'"' || m_in.peek() == U'\'') {
        selector.kind = Kind::Name;
        std::optional<QByteArray> name = m_in.takeString();
        selector.name = name.value_or(QByteArray());
        return name.has_value();
    }
    if (m_in.peek() != U'?')
        return m_in.refuse(
            m_in.position(),
            m_in.isName() ? QCoreApplication::translate("acx", "a name in brackets stands in quotation marks")
                          : QCoreApplication::translate("acx", "a name, an index, a slice, * or a filter is expected"));
    if (!enter())
        return false;
    m_in.skip(1);
    m_in.skipBlanks();
    auto filter = std::make_shared<Expression>();
    if (!readOr(*filter))
        return false;
    selector.kind = Kind::Filter;
    selector.filter = std::move(filter);
    --m_nesting;
    return true;
}

bool JsonPathParser::readIndexOrSlice(JsonPathSelector &selector)
{
    if (!readSlicePart(selector.start))
        return false;
    const qsizetype afterStart = m_in.position();
    m_in.skipBlanks();
    if (!m_in.take(":")) {
        m_in.skip(afterStart - m_in.position());
        selector.kind = JsonPathSelector::Kind::Index;
        selector.index = selector.start.value_or(0);
        return true;
    }
    selector.kind = JsonPathSelector::Kind::Slice;
    m_in.skipBlanks();
    if (!readSlicePart(selector.end))
        return false;
    m_in.skipBlanks();
    if (!m_in.take(":"))
        return true;
    m_in.skipBlanks();
    std::optional<qint64> step;
    if (!readSlicePart(step))
        return false;
    selector.step = step.value_or(1);
    return true;
}

bool JsonPathParser::readSlicePart(std::optional<qint64> &part)
{
    if (!m_in.isInteger())
        return true;
    part = m_in.takeInteger();
    return part.has_value();
}

bool JsonPathParser::enter()
{
    if (++m_nesting <= JsonPath::maxNesting)
        return true;
    return m_in.refuse(m_in.position(), QCoreApplication::translate("acx", "this is nested deeper than %n level(s)",
                                                                    nullptr, JsonPath::maxNesting));
}

} // namespace acx
