// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/result.h"

#include <QList>
#include <QString>

namespace acx {

struct ShellWord
{
    QString text;
    bool isOperator = false;   ///< | & ; < > ( ) or a line end that ends a command
    bool isExpandable = false; ///< a shell would put something in place of a $ or ` in it
    bool operator==(const ShellWord &) const = default;
};

/// True for a text written for cmd.exe: a line that a caret continues, or a quotation mark after a caret.
[[nodiscard]] bool isForCmd(const QString &text);

/// The words of a command line by the rules of bash, or of cmd.exe and the programs that it starts. Nothing is
/// expanded. InvalidInput: a quotation mark is not closed.
[[nodiscard]] Result<QList<ShellWord>> splitCommandLine(const QString &text);

} // namespace acx
