// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/json/json_value.h"

#include <QDateTime>
#include <QString>

namespace acx {

/// A moment in local time with its distance from `now`: "today 21:40:11 (12 min 48 s ago)".
[[nodiscard]] QString momentText(const QDateTime &moment, const QDateTime &now);
/// A date claim as a person reads it; what is wrong with it is said.
[[nodiscard]] QString dateClaimText(const JsonValue &claims, QStringView name, const QDateTime &now);
/// A claim's value as received: text without quotes, everything else as JSON. Characters that would not be seen, or
/// would turn the text around, are made visible.
[[nodiscard]] QString claimText(const JsonValue &value);

} // namespace acx
