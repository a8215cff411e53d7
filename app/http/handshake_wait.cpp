// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/http/handshake_wait.h"

#include <utility>

namespace acx {

HandshakeWait::HandshakeWait(std::shared_ptr<Handshakes> all, std::function<void()> giveUp)
    : m_all(std::move(all))
    , m_giveUp(std::move(giveUp))
{
    setWaiting(true);
}

HandshakeWait::~HandshakeWait()
{
    if (!m_isWaiting)
        return;
    setWaiting(false);
    m_giveUp();
}

void HandshakeWait::begun()
{
    setWaiting(true); // also when the request is sent again, over a new connection
    // Of the two that Qt begins where a host has addresses of both families, it closes one before any handshake.
    m_all->begun = qMin(m_all->begun + 1, m_all->waiting);
}

void HandshakeWait::checked()
{
    m_all->begun = qMax(0, m_all->begun - 1);
    setWaiting(false);
    settle();
}

void HandshakeWait::answered()
{
    setWaiting(false);
    settle();
}

void HandshakeWait::setWaiting(bool isWaiting)
{
    if (std::exchange(m_isWaiting, isWaiting) != isWaiting)
        m_all->waiting += isWaiting ? 1 : -1;
}

void HandshakeWait::settle()
{
    if (m_all->begun > m_all->waiting)
        m_giveUp();
}

} // namespace acx
