// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/base/deliver.h"
#include "app/cli/commands.h"
#include "app/cli/context.h"
#include "app/cli/input.h"
#include "app/json/json_index.h"
#include "app/json/json_path.h"
#include "app/json/json_pointer.h"
#include "app/json/json_pretty.h"
#include "app/json/json_search.h"

using namespace Qt::StringLiterals;

namespace acx {

namespace {

constexpr qint64 largestJson = qint64(4) * 1024 * 1024 * 1024; // bytes

Result<JsonIndexPtr> readDocument(Context &context)
{
    const QString file = context.line().argument(0);
    Result<QByteArray> bytes =
        file == "-"_L1 ? readStandardInput(context.out(), largestJson, u"Type or paste the JSON text."_s, false)
                       : readWholeFile(file, largestJson);
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

/// Each value as written, on lines of its own.
Status printFound(Output &out, const JsonIndex &index, const JsonPath &path)
{
    const Result<std::vector<JsonIndex::Node>> nodes = path.find(index);
    if (!nodes)
        return fail(nodes.error());
    Status written = out.write("[");
    const char *separator = "\n";
    for (const JsonIndex::Node node : *nodes) {
        if (written)
            written = out.write(separator);
        if (written)
            written = out.write(index.raw(node));
        if (!written)
            return written;
        separator = ",\n";
    }
    return out.write(nodes->empty() ? "]\n" : "\n]\n");
}

Status printPointed(Output &out, const JsonIndex &index, const QString &pointer)
{
    const Result<JsonIndex::Node> node = findPointer(index, pointer);
    return node ? printValue(out, index, *node) : fail(node.error());
}

/// One line: pointer and value, or an object with both.
QByteArray shownHit(const JsonIndex &index, JsonIndex::Node node, bool asJson)
{
    const QString pointer = pointerTo(index, node);
    QByteArray line = asJson ? R"({"pointer":)" + JsonValue::string(pointer).toJson() + R"(,"value":)"
                             : printable(pointer).toUtf8() + '\t';
    const Status written = writeCompact(index, node, [&line](QByteArrayView part) {
        line += part;
        return Status();
    });
    if (written && asJson)
        line += '}';
    return line;
}

/// A value that holds the text several times, or in its name as well, is listed once.
Status printHits(Output &out, const JsonIndex &index, const JsonSearch &search, bool asJson)
{
    Status written = asJson ? out.write("[") : Status();
    JsonIndex::Node last = JsonIndex::none;
    std::optional<JsonHit> hit = nextHit(index, search, 0);
    for (; hit && written; hit = nextHit(index, search, hit->offset + search.length())) {
        if (hit->node == last)
            continue;
        const QByteArray line = shownHit(index, hit->node, asJson);
        const char *separator = last == JsonIndex::none ? "\n" : ",\n";
        written = out.write(asJson ? separator + line : line + '\n');
        last = hit->node;
    }
    if (!written || !asJson)
        return written;
    return out.write(last == JsonIndex::none ? "]\n" : "\n]\n");
}

} // namespace

CommandResult readJson(Context &context)
{
    const CommandLine &line = context.line();
    if (int(line.has(Option::Pointer)) + int(line.has(Option::Path)) + int(line.has(Option::Find)) > 1)
        return ready<ExitCode>(fail(ErrorKind::InvalidInput, u"--pointer, --path and --find exclude each other."_s,
                                    u"See: acx help json"_s));
    // A wrong path is told before a long document is read.
    const Result<JsonPath> path = JsonPath::parse(line.has(Option::Path) ? line.text(Option::Path) : u"$"_s);
    if (!path)
        return failed(path.error());
    const Result<JsonIndexPtr> index = readDocument(context);
    if (!index)
        return failed(index.error());
    if (line.has(Option::Pointer))
        return finished(printPointed(context.out(), **index, line.text(Option::Pointer)));
    if (line.has(Option::Path))
        return finished(printFound(context.out(), **index, *path));
    if (line.has(Option::Find))
        return finished(printHits(context.out(), **index, JsonSearch(line.bytes(Option::Find), Qt::CaseSensitive),
                                  line.has(Option::Json)));
    return finished(printDocument(context.out(), **index));
}

} // namespace acx
