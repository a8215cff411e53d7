// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>
#include <QUrl>

#include <atomic>
#include <chrono>
#include <thread>

namespace acx {

/// A server in a thread of its own that ends every connection right after it stands, and notes for each the bytes that
/// the client had sent by then. Its thread makes the two sides meet in every order, which no server in the client's
/// thread does.
class HastyServer final
{
    Q_DISABLE_COPY_MOVE(HastyServer)

public:
    /// Ends a connection `pause` after it stands, by a reset or in the orderly way.
    HastyServer(bool reset, std::chrono::microseconds pause);
    ~HastyServer();

    [[nodiscard]] QUrl url(const QByteArray &target) const;
    /// What each connection had sent, in their order. Stops the server; a client should have ended by then.
    [[nodiscard]] QList<QByteArray> stop();

private:
    void serve(bool reset, std::chrono::microseconds pause);

    int m_listener = -1;
    quint16 m_port = 0;
    QList<QByteArray> m_received; ///< the thread's until it has ended
    std::atomic<bool> m_stopping = false;
    std::thread m_thread;
};

} // namespace acx
