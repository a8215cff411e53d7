// SPDX-License-Identifier: GPL-3.0-or-later
// A schema, a NUL, and a value to check against it. The schema also stands in the document, so that it can name itself.
#include "app/operations/schema_check.h"
#include "app/operations/schema_example.h"
#include "tests/fuzz/target.h"
#include "tests/operations/schema_bench.h"

using namespace acx;

int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const QByteArray bytes = inputBytes(data, size);
    const qsizetype end = bytes.indexOf('\0');
    const QByteArray schema = end < 0 ? bytes : bytes.first(end);
    const QByteArray value = end < 0 ? QByteArray("{}") : bytes.sliced(end + 1);
    const auto json = parseJson(schema);
    if (!json)
        return 0;
    for (const OpenApiVersion version : {OpenApiVersion::OpenApi31, OpenApiVersion::Swagger2}) {
        const OpenApiSource source = documentOf(R"({"A":)" + schema + '}', version);
        CheckOptions options;
        options.maxSteps = 20'000;
        const QByteArray example = exampleFor(source, schema);
        promise(parseJson(example).has_value(), "an example is JSON");
        for (const QByteArray &text : {value, example}) {
            const SchemaReport report = checkAgainst(source, schema, text, options);
            promise(report.findings.size() <= options.maxFindings, "there are no more findings than asked for");
            for (const SchemaFinding &finding : report.findings)
                promise(!finding.sentence.isEmpty() && finding.line > 0, "a finding says what and where");
        }
    }
    return 0;
}
