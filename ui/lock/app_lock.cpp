// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/lock/app_lock.h"

#include "app/base/clock.h"
#include "app/tokens/token_broker.h"
#include "ui/widgets/secret_clipboard.h"

#include <QCoreApplication>
#include <QEvent>

namespace acx {

namespace {

constexpr std::chrono::seconds lookInterval{5};

bool isUse(QEvent::Type type)
{
    switch (type) {
    case QEvent::KeyPress:
    case QEvent::MouseButtonPress:
    case QEvent::MouseMove:
    case QEvent::Wheel:
    case QEvent::TouchBegin:
    case QEvent::TouchUpdate:
    case QEvent::TabletPress:
    case QEvent::TabletMove:
    case QEvent::InputMethod:
    case QEvent::DragMove:
    case QEvent::Drop:
        return true;
    default:
        return false;
    }
}

} // namespace

AppLock::AppLock(TokenBroker &broker, SecretClipboard &clipboard, const Clock &clock, QObject *parent)
    : QObject(parent)
    , m_broker(broker)
    , m_clipboard(clipboard)
    , m_clock(clock)
    , m_lastUse(clock.now())
{
    m_timer.setInterval(lookInterval);
    connect(&m_timer, &QTimer::timeout, this, &AppLock::checkNow);
    QCoreApplication::instance()->installEventFilter(this);
}

AppLock::~AppLock()
{
    if (!isLocked())
        return;
    // What it locked outlives it.
    m_clipboard.setLocked(false);
    m_broker.setLocked(false);
}

void AppLock::setIdleTime(std::chrono::minutes time)
{
    m_idleTime = time;
    watch();
}

/// Begins to count, if there is something to count.
void AppLock::watch()
{
    m_lastUse = m_clock.now();
    if (isLocked() || m_idleTime.count() <= 0)
        m_timer.stop();
    else
        m_timer.start();
}

void AppLock::lock(LockReason reason)
{
    if (isLocked())
        return;
    m_reason = reason; // before anybody who hears of it can ask
    m_broker.setLocked(true);
    m_clipboard.setLocked(true);
    watch();
    Q_EMIT locked(reason);
}

void AppLock::unlock()
{
    if (!isLocked())
        return;
    m_reason.reset();
    m_clipboard.setLocked(false);
    m_broker.setLocked(false);
    watch();
    Q_EMIT unlocked();
}

void AppLock::checkNow()
{
    if (isLocked() || m_idleTime.count() <= 0)
        return;
    const QDateTime now = m_clock.now();
    if (now < m_lastUse)
        m_lastUse = now; // a clock that was set back prolongs it once, and not by days
    if (m_lastUse.msecsTo(now) >= std::chrono::milliseconds(m_idleTime).count())
        lock(LockReason::Idle);
}

bool AppLock::eventFilter(QObject *watched, QEvent *event)
{
    if (isLocked() || m_idleTime.count() <= 0 || !isUse(event->type()))
        return QObject::eventFilter(watched, event);
    // After the computer has slept a key may come before the timer.
    checkNow();
    if (isLocked())
        return true;
    m_lastUse = m_clock.now();
    return QObject::eventFilter(watched, event);
}

} // namespace acx
