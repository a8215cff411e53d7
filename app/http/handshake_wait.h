// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <functional>
#include <memory>

namespace acx {

/// The connections to one server over one manager.
struct Handshakes
{
    int waiting = 0; ///< exchanges that may be shown a certificate yet
    int begun = 0;   ///< connections whose certificate nobody has looked at so far
};

/// An exchange waits for a connection over TLS. Qt gives it whichever is ready first, and goes on with the one that it
/// began for it, even if nobody wants it any more: of the end of that handshake nobody hears, and the next request goes
/// over it. A manager with such a connection is therefore given up.
class HandshakeWait final
{
    Q_DISABLE_COPY_MOVE(HandshakeWait)

public:
    HandshakeWait(std::shared_ptr<Handshakes> all, std::function<void()> giveUp);
    ~HandshakeWait(); ///< before an answer, it leaves behind what was begun for it

    void begun();    ///< a connection, maybe that of another exchange
    void checked();  ///< the certificate of the connection that the exchange was given
    void answered(); ///< over that one, or over one that others had used

private:
    void setWaiting(bool isWaiting);
    void settle();

    std::shared_ptr<Handshakes> m_all;
    std::function<void()> m_giveUp;
    bool m_isWaiting = false;
};

} // namespace acx
