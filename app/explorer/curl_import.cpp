// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/explorer/curl_import.h"

#include "app/explorer/curl_request.h"

#include <QCoreApplication>
#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace acx {

namespace {

bool isCurl(const QString &word)
{
    static const QRegularExpression program(uR"(^(.*[/\\])?curl(\.exe)?$)"_s,
                                            QRegularExpression::CaseInsensitiveOption);
    return program.match(word).hasMatch();
}

/// The words behind "curl", where that begins a command: after a $ of a prompt, a pipe, or settings of variables.
std::optional<QList<ShellWord>> wordsBehindCurl(const QList<ShellWord> &words)
{
    static const QRegularExpression assignment(uR"(^[A-Za-z_]\w*=)"_s);
    bool isStart = true;
    for (qsizetype i = 0; i < words.size(); ++i) {
        const ShellWord &word = words.at(i);
        if (isStart && !word.isOperator && isCurl(word.text))
            return words.sliced(i + 1);
        const bool isBefore = word.text == "$"_L1 || word.text == "{"_L1 || word.text.contains(assignment);
        isStart = word.isOperator || (isStart && isBefore);
    }
    return std::nullopt;
}

/// Up to the end of the command; `hasMore` = something else follows.
QList<ShellWord> untilOperator(const QList<ShellWord> &words, bool &hasMore)
{
    const auto end = std::find_if(words.cbegin(), words.cend(), [](const ShellWord &word) { return word.isOperator; });
    hasMore = std::any_of(end, words.cend(), [](const ShellWord &word) { return word.text != "\n"_L1; });
    return {words.cbegin(), end};
}

} // namespace

bool looksLikeCurl(const QString &text)
{
    static const QRegularExpression start(uR"(^\s*(\$\s+)?curl(\.exe)?\s)"_s);
    return start.match(text).hasMatch();
}

Result<CurlImport> readCurl(const QString &commandLine)
{
    const Result<QList<ShellWord>> words = splitCommandLine(commandLine.trimmed());
    if (!words)
        return fail(words.error());
    const std::optional<QList<ShellWord>> behind = wordsBehindCurl(*words);
    if (!behind)
        return fail(ErrorKind::InvalidInput, QCoreApplication::translate("acx", "The text holds no curl command."),
                    QCoreApplication::translate("acx", "Paste a command that begins with curl."));
    bool hasMore = false;
    const Result<QList<CurlOption>> options = readCurlOptions(untilOperator(*behind, hasMore));
    if (!options)
        return fail(options.error());
    CurlRequest request;
    for (const CurlOption &option : *options) {
        if (option.effect == CurlEffect::Next) {
            request.note(QCoreApplication::translate("acx", "Only the first request of the command was taken."));
            break;
        }
        if (const Status taken = request.take(option); !taken)
            return fail(taken.error());
    }
    if (hasMore)
        request.note(QCoreApplication::translate("acx", "What follows the curl command was left out."));
    return request.finish();
}

} // namespace acx
