// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/explorer/snippet.h"

#include <QProcessEnvironment>
#include <QStringList>
#include <QTemporaryDir>

namespace acx {

/// What one run of a snippet gave.
struct SnippetRun
{
    int exitCode = -1; ///< -1 = crashed or did not end in time
    QByteArray told;   ///< standard output and error
};

/// Runs snippets with the tools they are for, in a folder of its own, where `acx token` is a script.
class SnippetRunner final
{
public:
    SnippetRunner();

    QProcessEnvironment environment;
    QByteArray token; ///< what acx token prints

    /// Whether the tools of the language are there: curl and Python always are.
    [[nodiscard]] static bool canRun(SnippetLanguage language);
    /// The event loop goes on meanwhile, so that a server of the test can answer.
    [[nodiscard]] SnippetRun run(SnippetLanguage language, const QString &snippet);
    /// The words that acx was last called with.
    [[nodiscard]] QStringList acxWords() const;
    void writeFile(const QString &name, const QByteArray &content) const;

    /// The texts that the string literals of a program stand for, joined where a + or nothing joins them. None if one
    /// is not closed or holds an escape that the language does not know.
    [[nodiscard]] static std::optional<QStringList> literalsOf(SnippetLanguage language, const QString &source);
    /// The command lines of all processes, arguments separated by NUL.
    [[nodiscard]] static QByteArray allCommandLines();

private:
    QTemporaryDir m_folder;
};

} // namespace acx
