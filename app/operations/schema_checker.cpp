// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/operations/schema_checker.h"

#include "app/json/json_number.h"
#include "app/operations/canonical_json.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace acx {
namespace {

QString nameOfType(const QString &type)
{
    static const QHash<QString, const char *> names{
        {u"null"_s, QT_TRANSLATE_NOOP("acx", "null")},
        {u"boolean"_s, QT_TRANSLATE_NOOP("acx", "true or false")},
        {u"integer"_s, QT_TRANSLATE_NOOP("acx", "a whole number")},
        {u"number"_s, QT_TRANSLATE_NOOP("acx", "a number")},
        {u"string"_s, QT_TRANSLATE_NOOP("acx", "a text")},
        {u"array"_s, QT_TRANSLATE_NOOP("acx", "a list")},
        {u"object"_s, QT_TRANSLATE_NOOP("acx", "an object")},
    };
    const char *name = names.value(type);
    return name ? QCoreApplication::translate("acx", name) : type;
}

QString nameOfValue(const JsonIndex &index, JsonIndex::Node node)
{
    switch (index.type(node)) {
    case JsonValue::Type::Null:
        return nameOfType(u"null"_s);
    case JsonValue::Type::Boolean:
        return nameOfType(u"boolean"_s);
    case JsonValue::Type::Number:
        return nameOfType(isWholeJsonNumber(index.raw(node)) ? u"integer"_s : u"number"_s);
    case JsonValue::Type::String:
        return nameOfType(u"string"_s);
    case JsonValue::Type::Array:
        return nameOfType(u"array"_s);
    case JsonValue::Type::Object:
        break;
    }
    return nameOfType(u"object"_s);
}

} // namespace

QString shortValue(const JsonIndex &index, JsonIndex::Node node)
{
    constexpr qsizetype longest = 40;
    const bool isText = index.type(node) == JsonValue::Type::String;
    QString text =
        isText && index.raw(node).size() < 1000
            ? index.string(node)
            : QString::fromUtf8(index.raw(node).first(std::min<qsizetype>(index.raw(node).size(), 2 * longest)));
    text = text.simplified();
    return text.size() > longest ? text.first(longest) + u'…' : text;
}

SchemaChecker::SchemaChecker(SchemaSet &schemas, const JsonIndex &index, const CheckOptions &options)
    : m_schemas(schemas)
    , m_index(index)
    , m_options(options)
{}

void SchemaChecker::check(const JsonValue &schema)
{
    apply(&schema, m_index.root(), m_findings);
    for (const QString &problem : m_schemas.problems())
        note(problem);
}

const SchemaKeywords &SchemaChecker::keywordsOf(Schema schema)
{
    std::unique_ptr<SchemaKeywords> &known = m_keywords[schema];
    if (!known)
        known = std::make_unique<SchemaKeywords>(readSchemaKeywords(*schema, m_schemas.hasSiblings()));
    return *known;
}

void SchemaChecker::note(const QString &sentence)
{
    constexpr qsizetype mostNotes = 20;
    if (m_notChecked.size() < mostNotes && !m_notChecked.contains(sentence))
        m_notChecked.append(sentence);
}

bool SchemaChecker::add(Findings &findings, Node node, const QString &sentence) const
{
    if (findings.size() < static_cast<size_t>(m_options.maxFindings))
        findings.push_back({node, sentence});
    return false;
}

bool SchemaChecker::step()
{
    constexpr qint64 between = 4096;
    if (m_stopped)
        return false;
    ++m_steps;
    const bool calledOff = m_steps % between == 0 && m_options.goOn && !m_options.goOn();
    m_stopped = m_steps > m_options.maxSteps || calledOff;
    if (m_stopped)
        note(calledOff ? QCoreApplication::translate("acx", "The check was called off.")
                       : QCoreApplication::translate("acx", "The check was ended because it would take too long."));
    return !m_stopped;
}

bool SchemaChecker::apply(Schema schema, Node node, Findings &findings)
{
    if (!step())
        return true;
    // A schema that leads to itself says nothing more about the same value.
    for (auto active = m_active.rbegin(); active != m_active.rend() && active->node == node; ++active) {
        if (active->schema == schema)
            return true;
    }
    if (m_active.size() >= static_cast<size_t>(m_options.maxDepth)) {
        note(QCoreApplication::translate("acx", "What is nested deeper than %1 levels was not checked.")
                 .arg(m_options.maxDepth));
        return true;
    }
    m_active.push_back({schema, node});
    const bool fits = applyKeywords(keywordsOf(schema), node, findings);
    m_active.pop_back();
    return fits;
}

bool SchemaChecker::applyKeywords(const SchemaKeywords &keywords, Node node, Findings &findings)
{
    if (keywords.allowsNothing)
        return add(findings, node, QCoreApplication::translate("acx", "No value is allowed here."));
    bool fits = true;
    if (!keywords.reference.isEmpty()) {
        const Schema target = m_schemas.target(keywords.reference);
        fits = !target || apply(target, node, findings);
        if (keywords.referenceOnly)
            return fits;
    }
    const unsigned type = typeBit(node);
    if (type == SchemaKeywords::Null && keywords.nullable)
        return fits;
    // Of a value of another type nothing else is worth telling.
    if (!checkType(keywords, node, findings))
        return false;
    fits = checkChoices(keywords, node, findings) && fits;
    if ((type & (SchemaKeywords::Number | SchemaKeywords::Integer)) != 0)
        fits = checkNumber(keywords, node, findings) && fits;
    else if (type == SchemaKeywords::String)
        fits = checkText(keywords, node, findings) && fits;
    else if (type == SchemaKeywords::Array)
        fits = checkArray(keywords, node, findings) && fits;
    else if (type == SchemaKeywords::Object)
        fits = checkObject(keywords, node, findings) && fits;
    return checkCombinations(keywords, node, findings) && fits;
}

unsigned SchemaChecker::typeBit(Node node) const
{
    switch (m_index.type(node)) {
    case JsonValue::Type::Null:
        return SchemaKeywords::Null;
    case JsonValue::Type::Boolean:
        return SchemaKeywords::Boolean;
    case JsonValue::Type::Number:
        return isWholeJsonNumber(m_index.raw(node)) ? SchemaKeywords::Integer : SchemaKeywords::Number;
    case JsonValue::Type::String:
        return SchemaKeywords::String;
    case JsonValue::Type::Array:
        return SchemaKeywords::Array;
    case JsonValue::Type::Object:
        break;
    }
    return SchemaKeywords::Object;
}

bool SchemaChecker::checkType(const SchemaKeywords &keywords, Node node, Findings &findings)
{
    if (keywords.types == 0 || (keywords.types & typeBit(node)) != 0)
        return true;
    QStringList names;
    for (const QString &type : keywords.typeNames)
        names.append(nameOfType(type));
    return add(findings, node,
               QCoreApplication::translate("acx", "Should be %1, but is %2.", "types of JSON values")
                   .arg(names.join(u", "_s), nameOfValue(m_index, node)));
}

bool SchemaChecker::checkChoices(const SchemaKeywords &keywords, Node node, Findings &findings)
{
    if (!keywords.choices)
        return true;
    const std::optional<QByteArray> value = canonicalJson(m_index, node);
    if (!value || keywords.choices->contains(*value))
        return true;
    constexpr qsizetype mostShown = 10;
    QStringList shown = keywords.choiceTexts.first(std::min(keywords.choiceTexts.size(), mostShown));
    if (shown.size() < keywords.choiceTexts.size())
        shown.append(u"…"_s);
    return add(findings, node,
               QCoreApplication::translate("acx", "“%1” is none of the values allowed here: %2.")
                   .arg(shortValue(m_index, node), shown.join(u", "_s)));
}

bool SchemaChecker::checkCount(const CountLimit &limit, qint64 count, Node node, const char *tooFew,
                               const char *tooMany, Findings &findings)
{
    if (limit.least && count < *limit.least)
        return add(findings, node, QCoreApplication::translate("acx", tooFew).arg(*limit.least).arg(count));
    if (limit.most && count > *limit.most)
        return add(findings, node, QCoreApplication::translate("acx", tooMany).arg(*limit.most).arg(count));
    return true;
}

} // namespace acx
