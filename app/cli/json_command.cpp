// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commands.h"
#include "app/cli/context.h"
#include "app/cli/input.h"
#include "app/json/json_index.h"
#include "app/json/json_pointer.h"
#include "app/json/json_pretty.h"

using namespace Qt::StringLiterals;

namespace acx {

namespace {

constexpr qint64 maximumDocument = qint64(4) * 1024 * 1024 * 1024; // bytes

Result<JsonIndexPtr> readDocument(Context &context)
{
    const QString file = context.line().argument(0);
    Result<QByteArray> bytes =
        file == "-"_L1 ? readStandardInput(context.out(), maximumDocument, u"Type or paste the JSON text."_s, false)
                       : readWholeFile(file, maximumDocument);
    if (!bytes)
        return fail(bytes.error());
    const auto owner = std::make_shared<const QByteArray>(*std::move(bytes));
    const Result<JsonIndexed> indexed = JsonIndex::build(*owner, owner);
    if (!indexed)
        return fail(indexed.error());
    if (*indexed)
        return **indexed;
    const JsonProblem &problem = indexed->error();
    return fail(ErrorKind::InvalidInput,
                u"%1:%2:%3: This is not valid JSON: %4."_s.arg(file == "-"_L1 ? u"standard input"_s : file)
                    .arg(problem.line)
                    .arg(problem.column)
                    .arg(problem.reason));
}

Status printValue(Output &out, const JsonIndex &index, JsonIndex::Node node)
{
    if (const Status written = out.write(index.raw(node)); !written)
        return written;
    return out.write("\n");
}

Status printDocument(Output &out, const JsonIndex &index)
{
    const Status written = writePretty(index, index.root(), [&out](QByteArrayView part) { return out.write(part); });
    return written ? out.write("\n") : written;
}

Status printPointed(Output &out, const JsonIndex &index, const QString &pointer)
{
    const Result<JsonIndex::Node> node = findPointer(index, pointer);
    return node ? printValue(out, index, *node) : fail(node.error());
}

} // namespace

CommandResult readJson(Context &context)
{
    const CommandLine &line = context.line();
    const Result<JsonIndexPtr> index = readDocument(context);
    if (!index)
        return failed(index.error());
    if (line.has(Option::Pointer))
        return finished(printPointed(context.out(), **index, line.text(Option::Pointer)));
    return finished(printDocument(context.out(), **index));
}

} // namespace acx
