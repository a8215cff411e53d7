// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTimer>

namespace acx {

/// Counts how often the event loop came round while it was watched.
class Ticker final
{
public:
    Ticker()
    {
        QObject::connect(&m_timer, &QTimer::timeout, &m_timer, [this] { ++m_ticks; });
        m_timer.start(10);
    }
    [[nodiscard]] int ticks() const { return m_ticks; }

private:
    QTimer m_timer;
    int m_ticks = 0;
};

} // namespace acx
