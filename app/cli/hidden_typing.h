// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <array>
#include <csignal>
#include <termios.h>

namespace acx {

/// Switches the echo of the terminal at standard input off for its lifetime; what was typed ahead is kept. A signal
/// that ends or stops the program leaves the terminal as it was before, and when the program goes on, typing is hidden
/// again. One at a time.
class HiddenTyping final
{
public:
    HiddenTyping();
    ~HiddenTyping();
    Q_DISABLE_COPY_MOVE(HiddenTyping)

    /// Waits until standard input has something to say. Signals that come meanwhile take effect here.
    void waitForInput();

private:
    static constexpr std::array watched{SIGINT, SIGQUIT, SIGTERM, SIGHUP, SIGTSTP, SIGCONT};

    void hide();
    void show();
    void watchSignals();
    void obey(int signal);

    termios m_before = {};
    bool m_isTerminal = false;
    int m_pipe[2] = {-1, -1};
    std::array<struct sigaction, watched.size()> m_actions = {};
};

} // namespace acx
