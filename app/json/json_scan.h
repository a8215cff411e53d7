// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/json/json_value.h"

#include <QByteArrayView>

namespace acx {

/// The four characters that may stand between tokens (RFC 8259, section 2).
[[nodiscard]] constexpr bool isJsonBlank(char c)
{
    return c == ' ' || c == '\n' || c == '\r' || c == '\t';
}

/// Length of the JSON number at the start of `text`, 0 if there is none. Only the grammar counts, not the range.
[[nodiscard]] qsizetype jsonNumberLength(QByteArrayView text);

/// The problem at `offset` with its line and column (in characters; CR LF counts as one line end).
[[nodiscard]] JsonProblem jsonProblemAt(QByteArrayView utf8, qsizetype offset, QString reason);

} // namespace acx
