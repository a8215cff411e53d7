// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>
#include <QKeySequence>
#include <QObject>
#include <QTimer>

#include <chrono>
#include <optional>

namespace acx {

/// Ctrl+L.
[[nodiscard]] inline QKeySequence lockKeys()
{
    return QKeySequence(Qt::CTRL | Qt::Key_L);
}

class Clock;
class SecretClipboard;
class TokenBroker;

enum class LockReason {
    Request, ///< the person asked for it
    Idle,    ///< nobody touched the program for some time
    Screen,  ///< the screen was locked
};

/// Locked means: no token in memory, none handed out, and nothing of ours on the clipboard. The window covers itself.
/// It is no password prompt: the API key lies in the keychain, which has a lock of its own.
class AppLock final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(AppLock)

public:
    AppLock(TokenBroker &broker, SecretClipboard &clipboard, const Clock &clock, QObject *parent = nullptr);
    ~AppLock() override;

    /// Keys, mouse, touch and drops that reach the program count as use; zero = it never locks for being idle.
    void setIdleTime(std::chrono::minutes time);
    /// The first reason stays until it is unlocked.
    void lock(LockReason reason);
    void unlock();
    [[nodiscard]] bool isLocked() const { return m_reason.has_value(); }
    [[nodiscard]] std::optional<LockReason> reason() const { return m_reason; }
    /// Looks at the clock. Called by a timer; wall time, so that the computer's sleep counts. Public for tests on a
    /// fake clock.
    void checkNow();

Q_SIGNALS:
    void locked(acx::LockReason reason);
    void unlocked();

protected:
    /// The application's events. What ends an idle time that is over already locks and does nothing else.
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void watch();

    TokenBroker &m_broker;
    SecretClipboard &m_clipboard;
    const Clock &m_clock;
    std::chrono::minutes m_idleTime{0};
    std::optional<LockReason> m_reason;
    QDateTime m_lastUse;
    QTimer m_timer;
};

} // namespace acx
