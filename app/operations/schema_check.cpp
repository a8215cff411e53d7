// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/operations/schema_check.h"

#include "app/json/json_pointer.h"
#include "app/operations/schema_checker.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace acx {
namespace {

/// Goes through a text once and tells line and column of rising offsets.
class LineCounter final
{
public:
    explicit LineCounter(QByteArrayView text)
        : m_text(text)
    {}

    void goTo(qsizetype offset)
    {
        for (; m_at < offset; ++m_at) {
            const char c = m_text.at(m_at);
            const bool isLineEnd =
                c == '\n' || (c == '\r' && (m_at + 1 == m_text.size() || m_text.at(m_at + 1) != '\n'));
            // Bytes within a character of UTF-8 do not count.
            if (isLineEnd)
                column = 1;
            else if ((static_cast<unsigned char>(c) & 0xC0U) != 0x80U)
                ++column;
            line += isLineEnd ? 1 : 0;
        }
    }

    qint64 line = 1;
    qint64 column = 1;

private:
    QByteArrayView m_text;
    qsizetype m_at = 0;
};

QList<SchemaFinding> placed(const JsonIndex &index, std::vector<NodeFinding> findings)
{
    std::stable_sort(findings.begin(), findings.end(),
                     [](const NodeFinding &a, const NodeFinding &b) { return a.node < b.node; });
    LineCounter lines(index.text());
    QList<SchemaFinding> result;
    for (const NodeFinding &finding : findings) {
        lines.goTo(static_cast<qsizetype>(index.offset(finding.node)));
        const SchemaFinding found{pointerTo(index, finding.node), finding.sentence, lines.line, lines.column};
        if (!result.contains(found))
            result.append(found);
    }
    return result;
}

SchemaReport notJson(const JsonProblem &problem)
{
    SchemaReport report;
    report.isJson = false;
    report.findings.append({{},
                            QCoreApplication::translate("acx", "This is no valid JSON: %1.").arg(problem.reason),
                            problem.line,
                            problem.column});
    return report;
}

} // namespace

SchemaReport checkAgainst(const OpenApiSource &source, const QByteArray &schema, QByteArrayView json,
                          const CheckOptions &options)
{
    JsonIndexOptions indexOptions;
    indexOptions.goOn = [&options](qint64) { return !options.goOn || options.goOn(); };
    const Result<JsonIndexed> built = JsonIndex::build(json, nullptr, indexOptions);
    SchemaReport report;
    if (!built) {
        report.notChecked.append(QCoreApplication::translate("acx", "The check was called off."));
        return report;
    }
    if (!*built)
        return notJson(built->error());
    const auto root = parseJson(schema);
    if (!root) {
        if (!schema.isEmpty())
            report.notChecked.append(QCoreApplication::translate("acx", "The schema itself cannot be read."));
        return report;
    }
    SchemaSet schemas(source);
    SchemaChecker checker(schemas, ***built, options);
    checker.check(*root);
    report.findings = placed(***built, checker.findings());
    report.notChecked = checker.notChecked();
    return report;
}

} // namespace acx
