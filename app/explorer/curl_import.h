// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/result.h"
#include "app/explorer/request_draft.h"

#include <QString>
#include <QStringList>

namespace acx {

/// What a curl command sends.
struct CurlImport
{
    RequestDraft draft;  ///< a target as whole URL; a person's own Authorization is kept, and is a secret
    QStringList notices; ///< what was left out or is done differently, in sentences
    bool operator==(const CurlImport &) const = default;
};

/// True if the text looks like one: to offer the import when it is pasted.
[[nodiscard]] bool looksLikeCurl(const QString &text);

/// Reads a pasted curl command, written for bash (quotes, $'…', lines continued by \) or for cmd.exe (carets, as
/// browsers copy it). Commands before a pipe and redirections are not run; of several URLs the first is taken. An
/// Authorization that a shell would have filled in becomes the profile's token. InvalidInput: no curl command, an
/// option that curl does not know, a quotation mark that is not closed, a file that curl would read.
[[nodiscard]] Result<CurlImport> readCurl(const QString &commandLine);

} // namespace acx
