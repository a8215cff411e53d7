// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/json/json_index.h"
#include "app/operations/schema_check.h"
#include "app/operations/schema_keywords.h"
#include "app/operations/schema_set.h"

#include <memory>
#include <unordered_map>
#include <vector>

namespace acx {

/// A finding before its place has been looked up.
struct NodeFinding
{
    JsonIndex::Node node = 0;
    QString sentence;
};

/// Applies schemas to the values of an indexed text (see checkAgainst()).
class SchemaChecker final
{
public:
    SchemaChecker(SchemaSet &schemas, const JsonIndex &index, const CheckOptions &options);

    void check(const JsonValue &schema);
    [[nodiscard]] const std::vector<NodeFinding> &findings() const { return m_findings; }
    [[nodiscard]] const QStringList &notChecked() const { return m_notChecked; }

private:
    using Node = JsonIndex::Node;
    using Findings = std::vector<NodeFinding>;
    using Schema = SchemaKeywords::Schema;
    struct Active
    {
        Schema schema;
        Node node;
    };
    struct Branch
    {
        bool fits = false;
        bool isOtherType = false; ///< the value itself is of a type that the branch does not take
        Findings findings;
    };

    // Each is true if the value fits, as far as could be told; what does not fit is added to the findings.
    bool apply(Schema schema, Node node, Findings &findings);
    bool applyKeywords(const SchemaKeywords &keywords, Node node, Findings &findings);
    bool checkType(const SchemaKeywords &keywords, Node node, Findings &findings);
    bool checkChoices(const SchemaKeywords &keywords, Node node, Findings &findings);
    bool checkNumber(const SchemaKeywords &keywords, Node node, Findings &findings);
    bool checkText(const SchemaKeywords &keywords, Node node, Findings &findings);
    bool checkPattern(const SchemaKeywords &keywords, Node node, const QString &text, Findings &findings);
    bool checkArray(const SchemaKeywords &keywords, Node node, Findings &findings);
    bool checkContains(const SchemaKeywords &keywords, Node node, Findings &findings);
    bool checkUnique(Node node, Findings &findings);
    bool checkObject(const SchemaKeywords &keywords, Node node, Findings &findings);
    bool checkMember(const SchemaKeywords &keywords, Node child, const QString &name, Findings &findings);
    bool checkName(const JsonValue &schema, Node child, const QString &name, Findings &findings);
    bool checkRequired(const SchemaKeywords &keywords, Node node, const QSet<QString> &names, Findings &findings);
    bool checkDependent(const SchemaKeywords &keywords, Node node, const QSet<QString> &names, Findings &findings);
    bool checkCount(const CountLimit &limit, qint64 count, Node node, const char *tooFew, const char *tooMany,
                    Findings &findings);
    bool checkCombinations(const SchemaKeywords &keywords, Node node, Findings &findings);
    bool checkAlternatives(const SchemaKeywords &keywords, const QList<Schema> &all, bool exactlyOne, Node node,
                           Findings &findings);
    bool checkKind(const SchemaKeywords &keywords, const QList<Schema> &all, Node node, Findings &findings);
    bool checkCondition(const SchemaKeywords &keywords, Node node, Findings &findings);

    [[nodiscard]] Branch tryBranch(Schema schema, Node node);
    [[nodiscard]] Schema schemaOfKind(const SchemaKeywords &keywords, const QList<Schema> &all, const QString &kind);
    [[nodiscard]] const SchemaKeywords &keywordsOf(Schema schema);
    [[nodiscard]] unsigned typeBit(Node node) const;
    [[nodiscard]] bool isNotNeeded(const SchemaKeywords &keywords, const QString &name);
    /// False when a limit was reached or the check was called off.
    bool step();
    bool add(Findings &findings, Node node, const QString &sentence) const;
    void note(const QString &sentence);

    SchemaSet &m_schemas;
    const JsonIndex &m_index;
    const CheckOptions &m_options;
    std::unordered_map<Schema, std::unique_ptr<SchemaKeywords>> m_keywords;
    std::vector<Active> m_active;
    Findings m_findings;
    QStringList m_notChecked;
    qint64 m_steps = 0;
    bool m_stopped = false;
};

/// A value of the text as a sentence shows it: short.
[[nodiscard]] QString shortValue(const JsonIndex &index, JsonIndex::Node node);

} // namespace acx
