// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QUrl>

#include <atomic>
#include <thread>
#include <vector>

namespace acx {

/// Sends headers without pause and end, from threads of its own, so that who reads them has always more to read. To
/// /slow it answers properly, at release().
class EndlessServer final
{
public:
    EndlessServer();
    ~EndlessServer();
    EndlessServer(const EndlessServer &) = delete;
    EndlessServer &operator=(const EndlessServer &) = delete;

    [[nodiscard]] QUrl url(const QByteArray &target = "/") const;
    /// Connections that stand.
    [[nodiscard]] int connected() const { return m_connected; }
    void release() { m_isReleased = true; }

private:
    void accept();
    void serve(int socket);
    void answer(int socket);

    int m_listener = -1;
    quint16 m_port = 0;
    std::atomic<int> m_connected = 0;
    std::atomic<bool> m_isReleased = false;
    std::atomic<bool> m_isOver = false;
    std::vector<std::thread> m_serving; ///< only the accepting thread adds to it
    std::thread m_accepting;
};

} // namespace acx
