// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QHostAddress>
#include <QList>
#include <QObject>
#include <QString>
#include <QTimer>

#include <memory>
#include <utility>

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
/// connection stands until the server gives up. A thread that hears has closed the connection itself, and may be
/// reading others, so it has to be told of with forget().
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
    /// Keeps the addresses of a host (server or proxy) that an exchange has been waiting for: later nobody may have
    /// the time to ask for them.
    void learn(const QString &host);
    /// An exchange with `server` was given up. Unless it is forgotten, what stands a moment later is ended, as soon as
    /// no exchange of another thread could be meant; those of the same one are held up by it. `throughProxy` is where
    /// the connection goes to if that is not the server. Returns what forget() takes.
    [[nodiscard]] quint64 endLater(const ConnectionPeer &server, const void *thread,
                                   const ConnectionPeer &throughProxy = {});
    /// The thread of this one has answered since: it holds nobody up.
    void forget(quint64 stray);

private:
    struct Stray
    {
        ConnectionPeer server;
        const void *thread = nullptr;
        ConnectionPeer proxy;
        quint64 number = 0;
        int looks = 0; ///< how often it was seen

        [[nodiscard]] const ConnectionPeer &end() const { return proxy.host.isEmpty() ? server : proxy; }
    };
    void look();
    [[nodiscard]] bool mayBeOther(const Stray &stray) const;
    [[nodiscard]] bool mayShareAddress(const ConnectionPeer &one, const ConnectionPeer &other) const;

    using UseList = QList<std::pair<ConnectionPeer, const void *>>;
    std::shared_ptr<UseList> m_uses; ///< servers and threads of the exchanges under way
    QHash<QString, QList<QHostAddress>> m_addresses;
    QList<Stray> m_strays;
    quint64 m_latest = 0;
    QTimer m_timer;
};

} // namespace acx
