// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/explorer/snippet.h"
#include "app/explorer/snippet_text.h"

#include <QStringList>

namespace acx {

/// What the snippets of all languages have in common.
struct SnippetParts
{
    SnippetToken source = SnippetToken::Command;
    QString method;
    SnippetMask mask;
    SnippetText url; ///< encoded, without user and fragment
    HttpHeaders headers;
    bool hasToken = false;               ///< by acx: a person's own Authorization takes its place
    QString token;                       ///< Literal only
    QStringList tokenCommand;            ///< acx token …, without --format
    bool hasBody = false;                ///< and it is not empty
    std::optional<SnippetText> bodyText; ///< none = the body is read from bodyFile()
    QString profile;
    QString kind;
    bool withToken = true;

    /// `longestBody` in bytes; what is longer is read from a file.
    SnippetParts(SnippetToken tokenSource, const SnippetRequest &request, const Secret &literal, qsizetype longestBody,
                 SnippetTyped typed);

    /// As it goes out, whatever it holds.
    [[nodiscard]] static QString urlOf(const SnippetRequest &request);
    [[nodiscard]] static QString bodyFile();
    [[nodiscard]] static QString tokenVariable();
    /// Comment lines on variables and the file, each after `mark`.
    [[nodiscard]] QString comments(const QString &mark) const { return comments(mark, mask); }
    /// With the variables of that mask.
    [[nodiscard]] QString comments(const QString &mark, const SnippetMask &read) const;
    [[nodiscard]] bool readsVariables() const;
};

/// A word of a POSIX shell, quoted where it has to be.
[[nodiscard]] QString shellWord(const QString &text);
[[nodiscard]] QString shellWord(const SnippetText &text);
/// A variable of a POSIX shell that has to be set.
[[nodiscard]] QString neededVariable(const QString &variable);

enum class LiteralRules {
    Common, ///< what Python, JavaScript and Go have in common
    Java,   ///< \uXXXX is read before anything else, so it cannot stand for a line end
};
/// A string literal in double quotation marks. What cannot be seen is escaped.
[[nodiscard]] QString literal(const QString &text, LiteralRules rules = LiteralRules::Common);
/// One literal for each line of the text, `between` standing between two.
[[nodiscard]] QString literalLines(const QString &text, const QString &between,
                                   LiteralRules rules = LiteralRules::Common);
/// Literals and variables, added up. `variable` is what reads the variable whose literal is its %1.
[[nodiscard]] QString expression(const SnippetText &text, const QString &variable, const QString &between = {},
                                 LiteralRules rules = LiteralRules::Common);

// One function for each language.
[[nodiscard]] QString curlSnippet(const SnippetParts &parts);
[[nodiscard]] QString httpieSnippet(const SnippetParts &parts);
[[nodiscard]] QString acxSnippet(const SnippetParts &parts, const SnippetRequest &request);
[[nodiscard]] QString pythonSnippet(const SnippetParts &parts);
[[nodiscard]] QString javaScriptSnippet(const SnippetParts &parts);
[[nodiscard]] QString goSnippet(const SnippetParts &parts);
[[nodiscard]] QString javaSnippet(const SnippetParts &parts);

} // namespace acx
