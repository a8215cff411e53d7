// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QRegularExpression>
#include <QString>

#include <optional>

namespace acx {

/// A regular expression of a schema (ECMA-262), made ready for PCRE: \uXXXX, $ at the very end only, [] and [^]; with a
/// limit on how often it may try, so that no pattern takes long. The result is invalid if it cannot be read.
[[nodiscard]] QRegularExpression readSchemaPattern(const QString &pattern);

/// Whether the pattern occurs in the text; none if the limit was reached first.
[[nodiscard]] std::optional<bool> matchesPattern(const QRegularExpression &pattern, const QString &text);

/// A short text that the pattern matches, for patterns of characters, classes, groups and repetitions; none for others
/// (assertions, back references).
[[nodiscard]] std::optional<QString> textForPattern(const QString &pattern);

} // namespace acx
