// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>

#include <compare>

namespace acx {

/// Compares two JSON numbers by their decimal text, so that thirty digits and 1e400 are told apart; 1.0 equals 1 and -0
/// equals 0. Both must be valid. Only exponents of more than 17 digits are taken for one and the same.
[[nodiscard]] std::strong_ordering compareJsonNumbers(QByteArrayView a, QByteArrayView b);

} // namespace acx
