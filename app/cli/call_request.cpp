// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/call_request.h"

#include "app/cli/context.h"
#include "app/cli/input.h"
#include "app/cli/token_choice.h"

#include <cmath>

using namespace Qt::StringLiterals;

namespace acx {

namespace {

constexpr qint64 maximumBody = 1024LL * 1024 * 1024; // bytes
constexpr double longestDeadline = 24.0 * 60 * 60;   // seconds

Result<std::optional<QByteArray>> readData(Context &context)
{
    const CommandLine &line = context.line();
    if (!line.has(Option::Data))
        return std::optional<QByteArray>();
    const QByteArray data = line.bytes(Option::Data);
    if (!data.startsWith('@'))
        return std::optional<QByteArray>(data);
    const bool fromStandardInput = data == "@-";
    if (fromStandardInput && line.text(Option::KeyFile) == "-"_L1)
        return fail(ErrorKind::InvalidInput, u"Standard input cannot bring both the key and the data."_s,
                    u"Give one of them in a file."_s);
    Result<QByteArray> content = fromStandardInput
                                     ? readStandardInput(context.out(), maximumBody, u"Type the body."_s, false)
                                     : readWholeFile(QString::fromUtf8(data.mid(1)), maximumBody);
    if (!content)
        return fail(content.error());
    return std::optional<QByteArray>(*std::move(content));
}

Result<HttpHeaders> readHeaders(const CommandLine &line)
{
    HttpHeaders headers;
    for (const QByteArray &value : line.all(Option::Header)) {
        // One option is one header line: a line end in it must not make two.
        if (value.contains('\n') || value.contains('\r'))
            return fail(ErrorKind::InvalidInput, u"A header given with -H holds a line end."_s,
                        u"Give each header with a -H of its own."_s);
        const Result<HttpHeaders> read = readHeaderLines(QString::fromUtf8(value));
        if (!read)
            return fail(read.error());
        headers += *read;
    }
    return headers;
}

Result<std::chrono::milliseconds> readDeadline(const CommandLine &line)
{
    bool isNumber = false;
    const double seconds = line.bytes(Option::Timeout).toDouble(&isNumber);
    if (!isNumber || !std::isfinite(seconds) || seconds < 0.001 || seconds > longestDeadline)
        return fail(ErrorKind::InvalidInput,
                    u"--timeout takes seconds from 0.001 to %1."_s.arg(longestDeadline, 0, 'f', 0));
    return std::chrono::milliseconds(std::llround(seconds * 1000));
}

} // namespace

void addUsualHeaders(RequestDraft &draft)
{
    if (!hasHeader(draft.headers, "Accept"))
        draft.headers.append({"Accept"_ba, "application/json"_ba});
    if (draft.body && !hasHeader(draft.headers, "Content-Type"))
        draft.headers.append({"Content-Type"_ba, "application/json"_ba});
}

Result<CallRequest> readCallOptions(Context &context)
{
    const CommandLine &line = context.line();
    CallRequest request;
    request.draft.withToken = !line.has(Option::NoToken);

    const Result<std::optional<TokenKind>> kind = readKindOption(context);
    if (!kind)
        return fail(kind.error());
    request.draft.tokenKind = *kind;
    if (line.has(Option::Timeout)) {
        const Result<std::chrono::milliseconds> deadline = readDeadline(line);
        if (!deadline)
            return fail(deadline.error());
        request.deadline = *deadline;
    }
    Result<HttpHeaders> headers = readHeaders(line);
    if (!headers)
        return fail(headers.error());
    request.draft.headers = *std::move(headers);
    Result<std::optional<QByteArray>> body = readData(context);
    if (!body)
        return fail(body.error());
    request.draft.body = *std::move(body);
    return request;
}

Result<CallRequest> readCallRequest(Context &context)
{
    Result<CallRequest> request = readCallOptions(context);
    if (!request)
        return request;
    request->draft.method = context.line().argumentBytes(0);
    request->draft.target = context.line().argument(1);
    addUsualHeaders(request->draft);
    return request;
}

} // namespace acx
