// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>
#include <QString>

#include <optional>

namespace acx {

/// Why a text is not of the format ("date-time", "uuid", "email", …), as a sentence; none if it is, or if the format
/// says nothing that could be checked ("password", "binary", unknown ones).
[[nodiscard]] std::optional<QString> formatProblem(const QString &format, const QString &text);
/// The same for the formats of numbers: "int32" and "int64".
[[nodiscard]] std::optional<QString> numberFormatProblem(const QString &format, QByteArrayView number);

} // namespace acx
