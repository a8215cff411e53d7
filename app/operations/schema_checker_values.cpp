// SPDX-License-Identifier: GPL-3.0-or-later
// Numbers, texts, lists and objects.
#include "app/json/json_number.h"
#include "app/operations/canonical_json.h"
#include "app/operations/schema_checker.h"
#include "app/operations/schema_formats.h"
#include "app/operations/schema_pattern.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace acx {
namespace {

constexpr qsizetype longestPatternText = 100'000; // characters

qint64 characters(const QString &text)
{
    return std::count_if(text.cbegin(), text.cend(), [](QChar c) { return !c.isLowSurrogate(); });
}

bool isBeyond(std::strong_ordering order, bool isExclusive)
{
    return order > 0 || (isExclusive && order == 0);
}

QString limitSentence(const NumberLimit &limit, bool isMinimum)
{
    const QString value = QString::fromLatin1(limit.value);
    if (isMinimum)
        return limit.isExclusive ? QCoreApplication::translate("acx", "Should be greater than %1.").arg(value)
                                 : QCoreApplication::translate("acx", "Should be %1 or greater.").arg(value);
    return limit.isExclusive ? QCoreApplication::translate("acx", "Should be less than %1.").arg(value)
                             : QCoreApplication::translate("acx", "Should be %1 or less.").arg(value);
}

} // namespace

bool SchemaChecker::checkNumber(const SchemaKeywords &keywords, Node node, Findings &findings)
{
    const QByteArrayView number = m_index.raw(node);
    bool fits = true;
    for (const NumberLimit &limit : keywords.minimums) {
        if (isBeyond(compareJsonNumbers(limit.value, number), limit.isExclusive))
            fits = add(findings, node, limitSentence(limit, true));
    }
    for (const NumberLimit &limit : keywords.maximums) {
        if (isBeyond(compareJsonNumbers(number, limit.value), limit.isExclusive))
            fits = add(findings, node, limitSentence(limit, false));
    }
    if (!keywords.multipleOf.isEmpty()) {
        const std::optional<bool> isMultiple = isJsonMultiple(number, keywords.multipleOf);
        const QString step = QString::fromLatin1(keywords.multipleOf);
        if (!isMultiple)
            note(QCoreApplication::translate("acx", "Multiples of %1 cannot be checked.").arg(step));
        else if (!*isMultiple)
            fits = add(findings, node, QCoreApplication::translate("acx", "Should be a multiple of %1.").arg(step));
    }
    if (const std::optional<QString> problem = numberFormatProblem(keywords.format, number))
        fits = add(findings, node, *problem);
    return fits;
}

bool SchemaChecker::checkText(const SchemaKeywords &keywords, Node node, Findings &findings)
{
    const bool hasLength = keywords.length.least || keywords.length.most;
    if (!hasLength && !keywords.pattern && keywords.format.isEmpty())
        return true;
    const QString text = m_index.string(node);
    bool fits = true;
    if (hasLength)
        fits = checkCount(keywords.length, characters(text), node,
                          QT_TRANSLATE_NOOP("acx", "Should have %1 characters or more, but has %2."),
                          QT_TRANSLATE_NOOP("acx", "Should have %1 characters or fewer, but has %2."), findings);
    fits = checkPattern(keywords, node, text, findings) && fits;
    if (const std::optional<QString> problem = formatProblem(keywords.format, text))
        fits = add(findings, node, *problem);
    return fits;
}

bool SchemaChecker::checkPattern(const SchemaKeywords &keywords, Node node, const QString &text, Findings &findings)
{
    if (!keywords.pattern)
        return true;
    const std::optional<bool> matches =
        text.size() <= longestPatternText ? matchesPattern(*keywords.pattern, text) : std::nullopt;
    if (!matches)
        note(QCoreApplication::translate("acx", "The pattern %1 could not be checked.").arg(keywords.patternText));
    return matches.value_or(true) ||
           add(findings, node,
               QCoreApplication::translate("acx", "Does not match the pattern %1.").arg(keywords.patternText));
}

bool SchemaChecker::checkArray(const SchemaKeywords &keywords, Node node, Findings &findings)
{
    const quint32 count = m_index.childCount(node);
    bool fits = checkCount(keywords.itemCount, count, node,
                           QT_TRANSLATE_NOOP("acx", "Should have %1 items or more, but has %2."),
                           QT_TRANSLATE_NOOP("acx", "Should have %1 items or fewer, but has %2."), findings);
    if (keywords.items || !keywords.prefixItems.isEmpty()) {
        qsizetype number = 0;
        Node child = count > 0 ? m_index.child(node, 0) : JsonIndex::none;
        for (; child != JsonIndex::none && !m_stopped; child = m_index.nextSibling(child), ++number) {
            const Schema schema = number < keywords.prefixItems.size() ? keywords.prefixItems[number] : keywords.items;
            if (schema)
                fits = apply(schema, child, findings) && fits;
        }
    }
    fits = checkContains(keywords, node, findings) && fits;
    return (!keywords.uniqueItems || checkUnique(node, findings)) && fits;
}

bool SchemaChecker::checkContains(const SchemaKeywords &keywords, Node node, Findings &findings)
{
    if (!keywords.contains)
        return true;
    qint64 found = 0;
    Node child = m_index.childCount(node) > 0 ? m_index.child(node, 0) : JsonIndex::none;
    for (; child != JsonIndex::none && !m_stopped; child = m_index.nextSibling(child))
        found += tryBranch(keywords.contains, child).fits ? 1 : 0;
    const CountLimit limit{keywords.containsCount.least.value_or(1), keywords.containsCount.most};
    return m_stopped ||
           checkCount(limit, found, node,
                      QT_TRANSLATE_NOOP("acx", "Should have %1 items of a certain kind or more, but has %2."),
                      QT_TRANSLATE_NOOP("acx", "Should have %1 items of a certain kind or fewer, but has %2."),
                      findings);
}

bool SchemaChecker::checkUnique(Node node, Findings &findings)
{
    QHash<QByteArray, quint32> seen;
    quint32 number = 0;
    Node child = m_index.childCount(node) > 0 ? m_index.child(node, 0) : JsonIndex::none;
    for (; child != JsonIndex::none && step(); child = m_index.nextSibling(child), ++number) {
        const std::optional<QByteArray> value = canonicalJson(m_index, child);
        if (!value) {
            note(QCoreApplication::translate("acx", "Very large items were not compared with each other."));
            continue;
        }
        const auto same = seen.constFind(*value);
        if (same != seen.cend())
            return add(
                findings, child,
                QCoreApplication::translate("acx", "Is the same as item %1, but no item may be twice.").arg(*same));
        seen.insert(*value, number);
    }
    return true;
}

bool SchemaChecker::checkObject(const SchemaKeywords &keywords, Node node, Findings &findings)
{
    const quint32 count = m_index.childCount(node);
    bool fits = checkCount(keywords.memberCount, count, node,
                           QT_TRANSLATE_NOOP("acx", "Should have %1 members or more, but has %2."),
                           QT_TRANSLATE_NOOP("acx", "Should have %1 members or fewer, but has %2."), findings);
    const bool wantsMembers = !keywords.properties.isEmpty() || !keywords.patternProperties.isEmpty() ||
                              keywords.additionalProperties || keywords.propertyNames;
    QSet<QString> names;
    if (wantsMembers || !keywords.required.isEmpty() || !keywords.dependentRequired.isEmpty() ||
        !keywords.dependentSchemas.isEmpty()) {
        Node child = count > 0 ? m_index.child(node, 0) : JsonIndex::none;
        for (; child != JsonIndex::none && step(); child = m_index.nextSibling(child)) {
            const QString name = m_index.key(child);
            names.insert(name);
            if (wantsMembers)
                fits = checkMember(keywords, child, name, findings) && fits;
        }
    }
    if (m_stopped)
        return true;
    fits = checkRequired(keywords, node, names, findings) && fits;
    return checkDependent(keywords, node, names, findings) && fits;
}

bool SchemaChecker::checkMember(const SchemaKeywords &keywords, Node child, const QString &name, Findings &findings)
{
    bool fits = true;
    bool isKnown = false;
    if (const Schema property = keywords.properties.value(name)) {
        isKnown = true;
        fits = apply(property, child, findings);
    }
    for (const auto &[pattern, schema] : keywords.patternProperties) {
        const std::optional<bool> matches = matchesPattern(pattern, name);
        if (!matches)
            note(QCoreApplication::translate("acx", "A pattern for names of members could not be checked."));
        if (matches.value_or(true))
            isKnown = true;
        if (matches.value_or(false))
            fits = apply(schema, child, findings) && fits;
    }
    if (!isKnown && keywords.additionalProperties) {
        if (keywordsOf(keywords.additionalProperties).allowsNothing)
            fits = add(findings, child,
                       QCoreApplication::translate("acx", "The member “%1” is not known here.").arg(name));
        else
            fits = apply(keywords.additionalProperties, child, findings) && fits;
    }
    return (!keywords.propertyNames || checkName(*keywords.propertyNames, child, name, findings)) && fits;
}

bool SchemaChecker::checkName(const JsonValue &schema, Node child, const QString &name, Findings &findings)
{
    // A name is a value of its own; what its check costs counts like the rest.
    const QByteArray text = JsonValue::string(name).toJson();
    const Result<JsonIndexed> built = JsonIndex::build(text, nullptr);
    SchemaChecker inner(m_schemas, ***built, m_options);
    inner.m_keywords.swap(m_keywords);
    inner.m_steps = m_steps;
    const bool fits = inner.apply(&schema, inner.m_index.root(), inner.m_findings);
    inner.m_keywords.swap(m_keywords);
    m_steps = inner.m_steps;
    m_stopped = m_stopped || inner.m_stopped;
    for (const QString &sentence : std::as_const(inner.m_notChecked))
        note(sentence);
    for (const NodeFinding &finding : inner.m_findings)
        add(findings, child, QCoreApplication::translate("acx", "The name “%1”: %2").arg(name, finding.sentence));
    return fits;
}

bool SchemaChecker::isNotNeeded(const SchemaKeywords &keywords, const QString &name)
{
    const Schema property = m_schemas.end(keywords.properties.value(name));
    if (!property)
        return false;
    const SchemaKeywords &own = keywordsOf(property);
    return m_options.use == SchemaUse::Request ? own.readOnly : own.writeOnly;
}

bool SchemaChecker::checkRequired(const SchemaKeywords &keywords, Node node, const QSet<QString> &names,
                                  Findings &findings)
{
    bool fits = true;
    for (const QString &name : keywords.required) {
        if (!names.contains(name) && !isNotNeeded(keywords, name))
            fits = add(findings, node, QCoreApplication::translate("acx", "The member “%1” is missing.").arg(name));
    }
    return fits;
}

bool SchemaChecker::checkDependent(const SchemaKeywords &keywords, Node node, const QSet<QString> &names,
                                   Findings &findings)
{
    bool fits = true;
    for (auto entry = keywords.dependentRequired.cbegin(); entry != keywords.dependentRequired.cend(); ++entry) {
        if (!names.contains(entry.key()))
            continue;
        for (const QString &needed : entry.value()) {
            if (!names.contains(needed))
                fits = add(findings, node,
                           QCoreApplication::translate("acx", "The member “%1” is missing, which belongs to “%2”.")
                               .arg(needed, entry.key()));
        }
    }
    for (auto entry = keywords.dependentSchemas.cbegin(); entry != keywords.dependentSchemas.cend(); ++entry) {
        if (names.contains(entry.key()))
            fits = apply(entry.value(), node, findings) && fits;
    }
    return fits;
}

} // namespace acx
