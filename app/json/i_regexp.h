// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QRegularExpression>
#include <QString>

namespace acx {

/// An interoperable regular expression (RFC 9485), checked by its grammar. `isWhole` = it has to match a whole text.
/// The result is invalid if it is none, or one that repeats more than the library can (65,535 times).
[[nodiscard]] QRegularExpression readIRegexp(const QString &text, bool isWhole);

} // namespace acx
