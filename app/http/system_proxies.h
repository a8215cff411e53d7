// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/result.h"

#include <QFuture>
#include <QHash>
#include <QList>
#include <QNetworkProxy>
#include <QThreadPool>
#include <QUrl>

#include <memory>

namespace acx {

/// What the system says about proxies. It may have to fetch a script from another machine for that, which can take
/// minutes or never end. It is therefore asked in another thread, and the program's end does not wait for it.
class SystemProxies final
{
    Q_DISABLE_COPY_MOVE(SystemProxies)

public:
    using Answer = QFuture<Result<QList<QNetworkProxy>>>;

    SystemProxies();
    ~SystemProxies();

    /// The proxies for requests to the server of `url`: asked anew, for they change, unless that is under way. Neither
    /// path nor query is told, for both may be secret.
    [[nodiscard]] Answer ask(const QUrl &url);
    /// Keeps what ask() has brought.
    void note(const QUrl &url, const QList<QNetworkProxy> &proxies);
    /// What was noted last for the server of `url`.
    [[nodiscard]] QList<QNetworkProxy> known(const QUrl &url) const;

private:
    std::unique_ptr<QThreadPool> m_pool;
    QHash<QString, Answer> m_asked; ///< the last question for each server
    QHash<QString, QList<QNetworkProxy>> m_known;
};

} // namespace acx
