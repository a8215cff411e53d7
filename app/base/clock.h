// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>

namespace acx {

/// The wall clock, injected so that tests can move it. Wall time is used on purpose: a token's expiry is wall time, and
/// only the wall clock goes on while the computer sleeps.
class Clock
{
public:
    virtual ~Clock() = default;
    /// Now, in UTC, with milliseconds.
    [[nodiscard]] virtual QDateTime now() const = 0;
};

class SystemClock final : public Clock
{
public:
    [[nodiscard]] QDateTime now() const override;
};

} // namespace acx
