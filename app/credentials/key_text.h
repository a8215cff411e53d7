// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/result.h"
#include "app/credentials/api_key_file.h"

#include <QByteArray>
#include <QString>

namespace acx {

/// The text of a file that a person gave: UTF-8, or UTF-16 of either order with or without byte order mark. An empty,
/// binary or too large one is refused.
[[nodiscard]] Result<QString> decodeKeyText(const QByteArray &bytes);

/// Without white space and characters without width around it.
[[nodiscard]] QString trimmedKey(const QString &text);

/// Everything that is not JSON: a bare key, the lines that the command line prints, and what is no key at all.
[[nodiscard]] Result<ApiKeyImport> readKeyText(const QString &text);

/// Makes the import of a key's value, wherever it was found: trims it, refuses a key id, a bearer token and NUL, warns
/// of an unusual form, and stops at braces and quotes around it.
[[nodiscard]] Result<ApiKeyImport> importOfValue(const QString &value, ApiKey facts);

/// What was chosen or pasted cannot be used: why, and what to do, both marked by QT_TRANSLATE_NOOP("acx", …).
[[nodiscard]] tl::unexpected<Error> refuseInput(const char *sentence, const char *nextStep);

/// createdAt in any spelling IBM Cloud uses; invalid if it is none.
[[nodiscard]] QDateTime keyTime(const QString &text);

} // namespace acx
