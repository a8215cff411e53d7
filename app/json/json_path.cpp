// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/json/json_path.h"

#include "app/json/json_path_evaluator.h"
#include "app/json/json_path_parser.h"

#include <QCoreApplication>
#include <QStringList>

using namespace Qt::StringLiterals;

namespace acx {

namespace {

/// A name between single quotation marks, by section 2.7.
QString quoted(const QString &name)
{
    static constexpr std::u16string_view special = u"\b\t\n\f\r'\\";
    static constexpr std::u16string_view letters = u"btnfr'\\";
    QString text = u"'"_s;
    for (const QChar c : name) {
        const size_t escape = special.find(c.unicode());
        if (escape != std::u16string_view::npos)
            text += QString(u'\\') + QChar(letters[escape]);
        else if (c.unicode() < 0x20)
            text += u"\\u%1"_s.arg(c.unicode(), 4, 16, QChar(u'0'));
        else
            text += c;
    }
    return text + u'\'';
}

} // namespace

JsonPath::JsonPath(QString text, std::shared_ptr<const JsonPathQuery> query)
    : m_text(std::move(text))
    , m_query(std::move(query))
{}

Result<JsonPath> JsonPath::parse(const QString &text)
{
    auto query = JsonPathParser::parse(text);
    if (query)
        return JsonPath(text, *std::move(query));
    const JsonPathProblem &problem = query.error();
    return fail(ErrorKind::InvalidInput,
                QCoreApplication::translate("acx", "The JSONPath is wrong at character %1: %2.")
                    .arg(problem.position + 1)
                    .arg(problem.reason),
                QCoreApplication::translate("acx", "A JSONPath looks like $.orgs[0].name or $..[?@.state == 'open']."));
}

bool JsonPath::isSingular() const
{
    return m_query->isSingular();
}

Result<std::vector<JsonIndex::Node>> JsonPath::find(const JsonIndex &index, const std::function<bool()> &goOn) const
{
    return JsonPathEvaluator(index, goOn).run(*m_query);
}

QString normalizedPath(const JsonIndex &index, JsonIndex::Node node)
{
    QStringList parts;
    for (; index.parent(node) != JsonIndex::none; node = index.parent(node))
        parts << u'[' + (index.hasKey(node) ? quoted(index.key(node)) : QString::number(index.indexInParent(node))) +
                     u']';
    QString path = u"$"_s;
    for (auto part = parts.crbegin(); part != parts.crend(); ++part)
        path += *part;
    return path;
}

} // namespace acx
