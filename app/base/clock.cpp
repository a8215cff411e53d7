// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/base/clock.h"

namespace acx {

QDateTime SystemClock::now() const
{
    return QDateTime::currentDateTimeUtc();
}

} // namespace acx
