// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/result.h"

#include <QByteArray>
#include <QString>

namespace acx {

class Output;

/// All of standard input, at most `maxBytes`. On a terminal `prompt` is shown first and, where `hidden`, typing is not
/// echoed. Errors: InvalidInput (too large), Disk.
[[nodiscard]] Result<QByteArray> readStandardInput(Output &out, qint64 maxBytes, const QString &prompt, bool hidden);

/// A whole file, also a pipe; at most `maxBytes`. Errors: NotFound, Disk, InvalidInput (a folder, too large).
[[nodiscard]] Result<QByteArray> readWholeFile(const QString &path, qint64 maxBytes);

/// A question with the answer no by default. False at once when standard input or standard error is no terminal.
[[nodiscard]] bool askOnTerminal(Output &out, const QString &question);
[[nodiscard]] bool standardInputIsTerminal();

} // namespace acx
