// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/error.h"

#include <chrono>
#include <functional>
#include <optional>

namespace acx {

/// How long reading a document may take.
struct ReadingTime
{
    std::chrono::seconds most{60};
    /// A steady clock; empty = the system's.
    std::function<std::chrono::steady_clock::time_point()> now;
};

/// Watches over one reading, from here on: whether it is still wanted, and whether its time is over. What it refuses
/// once it refuses for good. For one thread.
class ReadingWatch final
{
public:
    /// `goOn` may be empty: nobody calls it off.
    ReadingWatch(ReadingTime time, std::function<bool()> goOn);

    [[nodiscard]] bool goOn();
    /// Why it said no: Cancelled, or TooLarge with the limit named; none if it never did.
    [[nodiscard]] const std::optional<Error> &end() const { return m_end; }

private:
    [[nodiscard]] std::chrono::steady_clock::time_point now() const;

    const ReadingTime m_time;
    const std::function<bool()> m_goOn;
    const std::chrono::steady_clock::time_point m_start;
    std::optional<Error> m_end;
};

} // namespace acx
