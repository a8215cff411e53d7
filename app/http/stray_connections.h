// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QHostAddress>
#include <QList>
#include <QObject>
#include <QString>
#include <QTimer>

#include <memory>

namespace acx {

/// The other end of a connection: a server, or the proxy before it.
struct ConnectionPeer
{
    QString host;
    quint16 port = 0;

    bool operator==(const ConnectionPeer &) const = default;
};

/// Ends connections that Qt cannot end. While headers come without a pause, the thread that reads them does nothing
/// else: it hears of no abort, and keeps all it reads in memory (QHttpNetworkReply reads for as long as the socket has
/// something). Looks through the open sockets of the process for them, which is built for Linux; elsewhere such a
/// connection stands until the server gives up.
class StrayConnections final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(StrayConnections)

public:
    /// An exchange is under way for as long as it has this.
    using Use = std::shared_ptr<const void>;

    StrayConnections();
    ~StrayConnections() override; ///< ends what still stands, or Qt would wait for its thread

    /// `thread` tells apart what is read by the same thread of Qt: it is compared only.
    [[nodiscard]] Use use(const ConnectionPeer &server, const void *thread);
    /// An exchange with `server` was given up. What still stands a moment later is ended, as soon as no exchange of
    /// another thread could be meant; those of the same one are held up by it. `throughProxy` is where the connection
    /// goes to if that is not the server.
    void endLater(const ConnectionPeer &server, const void *thread, const ConnectionPeer &throughProxy = {});

private:
    struct Stray
    {
        ConnectionPeer server;
        const void *thread = nullptr;
        ConnectionPeer proxy;
        QList<QHostAddress> addresses; ///< empty = not known yet

        [[nodiscard]] const ConnectionPeer &end() const { return proxy.host.isEmpty() ? server : proxy; }
    };
    void look();
    [[nodiscard]] bool mayBeOther(const Stray &stray) const;

    std::shared_ptr<QMultiHash<QString, const void *>> m_uses; ///< the threads of exchanges under way, by server
    QList<Stray> m_strays;
    QTimer m_timer;
};

} // namespace acx
