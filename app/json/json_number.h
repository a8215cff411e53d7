// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayView>

#include <compare>
#include <optional>

namespace acx {

/// Compares two JSON numbers by their decimal text, so that thirty digits and 1e400 are told apart; 1.0 equals 1 and -0
/// equals 0. Both must be valid. Only exponents of more than 17 digits are taken for one and the same.
[[nodiscard]] std::strong_ordering compareJsonNumbers(QByteArrayView a, QByteArrayView b);

/// The same text for numbers of the same value: 1.0, 1 and 10e-1 are "1e0".
[[nodiscard]] QByteArray canonicalJsonNumber(QByteArrayView number);
/// True for 7, 7.0 and 70e-1.
[[nodiscard]] bool isWholeJsonNumber(QByteArrayView number);
/// Whether `number` is a whole multiple of `of`, exactly. None if that cannot be told: `of` is zero or has more than 18
/// digits.
[[nodiscard]] std::optional<bool> isJsonMultiple(QByteArrayView number, QByteArrayView of);

} // namespace acx
