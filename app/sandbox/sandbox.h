// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/sandbox/router.h"
#include "app/sandbox/state.h"

#include <condition_variable>
#include <mutex>

namespace acx::sandbox {

/// Answers requests, whatever carries them. Thread-safe: the state stands behind one mutex.
class Sandbox final
{
public:
    explicit Sandbox(Knobs knobs);
    Sandbox(const Sandbox &) = delete;
    Sandbox &operator=(const Sandbox &) = delete;

    [[nodiscard]] Response answer(const Request &request);
    /// Ends the delays that requests are waiting out, and all later ones.
    void endDelays();
    /// The keys and the client made at the start; read them before requests arrive.
    [[nodiscard]] const Accounts &accounts() const { return m_state.accounts; }
    [[nodiscard]] const Router &router() const { return m_router; }

private:
    void waitOutDelay();
    [[nodiscard]] Response answerLocked(const Request &request);
    [[nodiscard]] std::optional<Response> plannedFailure(const Request &request);
    [[nodiscard]] Response withDate(Response response);

    std::mutex m_mutex;
    std::condition_variable m_wake;
    bool m_ending = false;
    State m_state;
    Router m_router;
};

} // namespace acx::sandbox
