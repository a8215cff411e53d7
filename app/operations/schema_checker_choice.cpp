// SPDX-License-Identifier: GPL-3.0-or-later
// allOf, anyOf, oneOf, not, if, and the discriminator.
#include "app/operations/schema_checker.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace acx {

SchemaChecker::Branch SchemaChecker::tryBranch(Schema schema, Node node)
{
    Branch branch;
    branch.fits = apply(schema, node, branch.findings);
    const Schema told = m_schemas.end(schema); // what the value itself may be
    const unsigned types = told ? keywordsOf(told).types : 0;
    branch.isOtherType = types != 0 && (types & typeBit(node)) == 0;
    return branch;
}

bool SchemaChecker::checkCombinations(const SchemaKeywords &keywords, Node node, Findings &findings)
{
    bool fits = true;
    for (const Schema part : keywords.allOf)
        fits = apply(part, node, findings) && fits;
    if (!keywords.anyOf.isEmpty())
        fits = checkAlternatives(keywords, keywords.anyOf, false, node, findings) && fits;
    if (!keywords.oneOf.isEmpty())
        fits = checkAlternatives(keywords, keywords.oneOf, true, node, findings) && fits;
    if (keywords.notSchema && tryBranch(keywords.notSchema, node).fits && !m_stopped)
        fits = add(findings, node,
                   QCoreApplication::translate("acx", "“%1” is excluded here.").arg(shortValue(m_index, node)));
    return checkCondition(keywords, node, findings) && fits;
}

bool SchemaChecker::checkAlternatives(const SchemaKeywords &keywords, const QList<Schema> &all, bool exactlyOne,
                                      Node node, Findings &findings)
{
    if (!keywords.kindName.isEmpty() && m_index.type(node) == JsonValue::Type::Object)
        return checkKind(keywords, all, node, findings);
    std::vector<Branch> open; // those that a person may have meant
    int fitting = 0;
    for (const Schema schema : all) {
        Branch branch = tryBranch(schema, node);
        if (m_stopped)
            return true;
        fitting += branch.fits ? 1 : 0;
        if (fitting > 0 && !exactlyOne)
            return true;
        if (!branch.fits && !branch.isOtherType)
            open.push_back(std::move(branch));
    }
    if (fitting == 1)
        return true;
    if (fitting > 1)
        return add(
            findings, node,
            QCoreApplication::translate("acx", "Fits %1 of the alternatives, but should fit one only.").arg(fitting));
    if (open.size() == 1) {
        for (const NodeFinding &finding : open.front().findings)
            add(findings, finding.node, finding.sentence);
        return false;
    }
    return add(findings, node,
               QCoreApplication::translate("acx", "Fits none of the %n alternative(s).", nullptr,
                                           static_cast<int>(all.size())));
}

SchemaChecker::Schema SchemaChecker::schemaOfKind(const SchemaKeywords &keywords, const QList<Schema> &all,
                                                  const QString &kind)
{
    const QString mapped = keywords.kinds.value(kind);
    if (mapped.startsWith(u'#'))
        return m_schemas.target(mapped);
    const QString ending = u'/' + (mapped.isEmpty() ? kind : mapped);
    const auto found = std::find_if(all.cbegin(), all.cend(), [this, &ending](Schema schema) {
        return keywordsOf(schema).reference.endsWith(ending);
    });
    return found == all.cend() ? nullptr : *found;
}

bool SchemaChecker::checkKind(const SchemaKeywords &keywords, const QList<Schema> &all, Node node, Findings &findings)
{
    const Node member = m_index.member(node, keywords.kindName);
    if (member == JsonIndex::none)
        return add(findings, node,
                   QCoreApplication::translate("acx", "The member “%1” is missing, which tells the kind of the object.")
                       .arg(keywords.kindName));
    const QString kind = m_index.string(member);
    if (const Schema schema = schemaOfKind(keywords, all, kind))
        return apply(schema, node, findings);
    QStringList kinds = keywords.kinds.keys();
    const QStringList mapped = keywords.kinds.values();
    for (const Schema schema : all) {
        const QString reference = keywordsOf(schema).reference;
        if (!reference.isEmpty() && !mapped.contains(reference))
            kinds.append(reference.section(u'/', -1));
    }
    kinds.sort();
    return add(findings, member,
               QCoreApplication::translate("acx", "“%1” is no kind that is known here: %2.")
                   .arg(shortValue(m_index, member), kinds.join(u", "_s)));
}

bool SchemaChecker::checkCondition(const SchemaKeywords &keywords, Node node, Findings &findings)
{
    if (!keywords.ifSchema)
        return true;
    const Schema next = tryBranch(keywords.ifSchema, node).fits ? keywords.thenSchema : keywords.elseSchema;
    return !next || apply(next, node, findings);
}

} // namespace acx
