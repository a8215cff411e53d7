// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/hidden_typing.h"

#include <cerrno>
#include <fcntl.h>
#include <poll.h>
#include <unistd.h>

namespace acx {

namespace {

int toldThrough = -1;

/// Only what is allowed in a signal handler: a byte into the pipe that is looked at while waiting, whichever thread it
/// runs in.
void tellSignal(int signal)
{
    const int before = errno;
    const char byte = static_cast<char>(signal);
    [[maybe_unused]] const ssize_t written = ::write(toldThrough, &byte, 1);
    errno = before;
}

/// Again where a signal came in between: a program in the background is stopped for trying.
bool setModes(const termios &modes)
{
    int result = -1;
    do {
        result = ::tcsetattr(STDIN_FILENO, TCSANOW, &modes);
    } while (result != 0 && errno == EINTR);
    return result == 0;
}

} // namespace

HiddenTyping::HiddenTyping()
{
    m_isTerminal = ::tcgetattr(STDIN_FILENO, &m_before) == 0;
    if (!m_isTerminal)
        return;
    watchSignals();
    hide();
}

HiddenTyping::~HiddenTyping()
{
    if (!m_isTerminal)
        return;
    show();
    if (m_pipe[0] < 0)
        return;
    for (size_t i = 0; i < watched.size(); ++i)
        ::sigaction(watched.at(i), &m_actions.at(i), nullptr);
    toldThrough = -1;
    for (const int end : m_pipe)
        ::close(end);
}

void HiddenTyping::hide()
{
    termios hidden = m_before;
    hidden.c_lflag &= ~static_cast<tcflag_t>(ECHO);
    (void)setModes(hidden);
}

void HiddenTyping::show()
{
    (void)setModes(m_before);
}

void HiddenTyping::watchSignals()
{
    if (::pipe2(m_pipe, O_CLOEXEC | O_NONBLOCK) != 0) {
        m_pipe[0] = m_pipe[1] = -1;
        return;
    }
    toldThrough = m_pipe[1];
    struct sigaction telling = {};
    telling.sa_handler = tellSignal; // and read() is not taken up again by itself
    sigemptyset(&telling.sa_mask);
    for (size_t i = 0; i < watched.size(); ++i) {
        ::sigaction(watched.at(i), nullptr, &m_actions.at(i));
        // What the program was started to ignore (nohup), it goes on to ignore.
        if (m_actions.at(i).sa_handler != SIG_IGN)
            ::sigaction(watched.at(i), &telling, nullptr);
    }
}

void HiddenTyping::obey(int signal)
{
    if (signal != SIGCONT) {
        show();
        struct sigaction usual = {};
        usual.sa_handler = SIG_DFL;
        sigemptyset(&usual.sa_mask);
        struct sigaction telling = {};
        ::sigaction(signal, &usual, &telling);
        ::raise(signal); // for most of them the end
        ::sigaction(signal, &telling, nullptr);
    }
    hide();
}

void HiddenTyping::waitForInput()
{
    if (m_pipe[0] < 0)
        return;
    while (true) {
        pollfd ready[] = {{STDIN_FILENO, POLLIN, 0}, {m_pipe[0], POLLIN, 0}};
        if (::poll(ready, std::size(ready), -1) < 0) {
            if (errno != EINTR)
                return;
        } else if (ready[1].revents != 0) {
            char signal = 0;
            if (::read(m_pipe[0], &signal, 1) == 1)
                obey(signal);
        } else if (ready[0].revents != 0) {
            return;
        }
    }
}

} // namespace acx
