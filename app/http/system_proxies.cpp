// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/http/system_proxies.h"

#include "app/base/background.h"
#include "app/http/http_message.h"

#include <QNetworkProxyFactory>
#include <QNetworkProxyQuery>

#include <atomic>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <tuple>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace acx {
namespace {

constexpr std::chrono::milliseconds lastWait{1000};
std::atomic<int> openQuestions = 0;

/// Before Qt's own end, which would wait for the system's answer without limit.
void endWithoutAnswer(int status, void *)
{
    if (openQuestions == 0)
        return;
    std::ignore = std::fflush(nullptr);
    ::_exit(status);
}

QUrl serverOnly(const QUrl &url)
{
    QUrl server;
    server.setScheme(url.scheme());
    server.setHost(url.host());
    server.setPort(url.port());
    server.setPath(u"/"_s);
    return server;
}

} // namespace

SystemProxies::SystemProxies()
    : m_pool(std::make_unique<QThreadPool>())
{
    m_pool->setMaxThreadCount(1); // Qt answers one question after the other
}

SystemProxies::~SystemProxies()
{
    m_pool->clear();
    if (m_pool->waitForDone(int(lastWait.count())))
        return;
    std::ignore = m_pool.release(); // its own end would wait for the thread that hangs
    // What is registered last is called first.
    std::ignore = ::on_exit(endWithoutAnswer, nullptr);
}

SystemProxies::Answer SystemProxies::ask(const QUrl &url)
{
    Answer &asked = m_asked[Origin::of(url).toString()];
    if (asked.isFinished())
        asked = inBackground<QList<QNetworkProxy>>(*m_pool, [server = serverOnly(url)] {
            ++openQuestions;
            const QList<QNetworkProxy> named = QNetworkProxyFactory::systemProxyForQuery(QNetworkProxyQuery(server));
            --openQuestions;
            return named;
        });
    return asked;
}

void SystemProxies::note(const QUrl &url, const QList<QNetworkProxy> &proxies)
{
    m_known[Origin::of(url).toString()] = proxies;
}

QList<QNetworkProxy> SystemProxies::known(const QUrl &url) const
{
    return m_known.value(Origin::of(url).toString());
}

} // namespace acx
