// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QFile>
#include <QTimer>

#include <algorithm>
#include <atomic>
#include <chrono>
#include <thread>

namespace acx {

/// The longest time that the event loop of this thread did not come round. Time in which the thread was ready to run
/// and the computer busy with others does not count, nor does time in which a second thread that only sleeps stood
/// still as well: what remains is time spent blocked, or computing.
class StallWatch final
{
public:
    StallWatch()
        : m_reference([this] { beat(); })
    {
        m_timer.setTimerType(Qt::PreciseTimer);
        QObject::connect(&m_timer, &QTimer::timeout, &m_timer, [this] { look(); });
        restart();
        m_timer.start(period);
    }
    ~StallWatch()
    {
        m_isOver = true;
        m_reference.join();
    }
    StallWatch(const StallWatch &) = delete;
    StallWatch &operator=(const StallWatch &) = delete;

    void restart()
    {
        look();
        m_longest = Span::zero();
        m_turns = 0;
    }
    [[nodiscard]] std::chrono::milliseconds longest()
    {
        look(); // what stalls right now has not been seen by the timer
        return std::chrono::duration_cast<std::chrono::milliseconds>(m_longest);
    }
    /// How often the loop came round.
    [[nodiscard]] int turns() const { return m_turns; }

private:
    using Time = std::chrono::steady_clock;
    using Span = std::chrono::nanoseconds;
    static constexpr std::chrono::milliseconds period{5};

    void look()
    {
        const Time::time_point now = Time::now();
        const Span waited = waitedForProcessor();
        const Span stoodStill = std::max(m_slowestBeat.exchange(Span::zero()), Span(now - m_lastBeat.load()));
        m_longest = std::max(m_longest, (now - m_since) - (waited - m_waited) - stoodStill);
        ++m_turns;
        m_waited = waited;
        m_since = Time::now();
    }
    void beat()
    {
        while (!m_isOver) {
            std::this_thread::sleep_for(period);
            const Time::time_point now = Time::now();
            m_slowestBeat = std::max(m_slowestBeat.load(), Span(now - m_lastBeat.load()));
            m_lastBeat = now;
        }
    }
    /// Time in which this thread was ready to run and did not; the second number of proc's schedstat, in nanoseconds.
    static Span waitedForProcessor()
    {
        QFile file(QStringLiteral("/proc/thread-self/schedstat"));
        if (!file.open(QIODevice::ReadOnly))
            return Span::zero();
        const QList<QByteArray> numbers = file.readAll().split(' ');
        return Span(numbers.size() > 1 ? numbers.at(1).toLongLong() : 0);
    }

    QTimer m_timer;
    Time::time_point m_since = Time::now();
    Span m_longest = Span::zero();
    Span m_waited = Span::zero();
    int m_turns = 0;
    std::atomic<bool> m_isOver = false;
    std::atomic<Time::time_point> m_lastBeat = Time::now();
    std::atomic<Span> m_slowestBeat = Span::zero();
    std::thread m_reference; ///< last: it uses the others
};

} // namespace acx
