// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>
#include <QDateTime>

namespace acx {

/// An HTTP date in any of the three forms of RFC 9110, section 5.6.7, in UTC; invalid if it is none.
[[nodiscard]] QDateTime parseHttpDate(QByteArrayView text);

} // namespace acx
