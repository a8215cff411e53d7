// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/http/transport.h"

#include "app/base/deliver.h"
#include "app/http/http_errors.h"
#include "app/http/http_log.h"
#include "app/http/pinning.h"

#include <QDir>
#include <QFile>
#include <QNetworkProxyFactory>
#include <QNetworkReply>
#include <QSet>
#include <QSslSocket>
#include <QtConcurrent>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace acx {
namespace {

constexpr qsizetype mostRefused = 16;
constexpr qsizetype mostRetired = 4;
constexpr QLatin1StringView nowhere("http://127.0.0.1:0/"); // nobody can listen there, and no proxy is asked

/// With the login as a header of its own: with a user name in the proxy itself, Qt 6.4 answers a refused login by the
/// same login again, without end.
QNetworkProxy withLoginOnce(QNetworkProxy proxy)
{
    if (proxy.type() != QNetworkProxy::HttpProxy || proxy.user().isEmpty())
        return proxy;
    const QByteArray login = (proxy.user() + u':' + proxy.password()).toUtf8();
    proxy.setRawHeader(proxyLoginHeader, "Basic " + login.toBase64());
    proxy.setUser({});
    proxy.setPassword({});
    return proxy;
}

/// Loopback never, whatever the system or the environment says: key and token would travel in clear to another machine.
bool mayGoThroughProxy(const QUrl &url)
{
    return !isLoopbackHost(url.host());
}

QList<QNetworkProxy> proxiesFor(const ProxySettings &settings, const SystemProxies &system, const QUrl &url)
{
    const QNetworkProxy none(QNetworkProxy::NoProxy);
    if (!mayGoThroughProxy(url))
        return {none};
    const auto manual = [&settings](QNetworkProxy::ProxyType type) {
        return withLoginOnce(QNetworkProxy(type, settings.host, settings.port, settings.user,
                                           QString::fromUtf8(settings.password.reveal())));
    };
    switch (settings.mode) {
    case ProxySettings::Mode::System: {
        QList<QNetworkProxy> proxies = system.known(url);
        std::ranges::transform(proxies, proxies.begin(), withLoginOnce);
        return proxies;
    }
    case ProxySettings::Mode::None:
        return {none};
    case ProxySettings::Mode::Http:
        return {manual(QNetworkProxy::HttpProxy)};
    case ProxySettings::Mode::Socks5:
        return {manual(QNetworkProxy::Socks5Proxy)};
    }
    Q_UNREACHABLE();
    return {none};
}

class ProxyChoice final : public QNetworkProxyFactory
{
public:
    ProxyChoice(ProxySettings settings, std::shared_ptr<const SystemProxies> system)
        : m_settings(std::move(settings))
        , m_system(std::move(system))
    {}
    QList<QNetworkProxy> queryProxy(const QNetworkProxyQuery &query) override
    {
        return proxiesFor(m_settings, *m_system, query.url());
    }

private:
    ProxySettings m_settings;
    std::shared_ptr<const SystemProxies> m_system;
};

QSslConfiguration tlsWith(const QList<QSslCertificate> &extra)
{
    QSslConfiguration tls = QSslConfiguration::defaultConfiguration();
    tls.setProtocol(QSsl::TlsV1_2OrLater);
    if (extra.isEmpty())
        return tls;
    // Naming authorities switches Qt's loading on demand off, so the system's are named as well. Debian's folder holds
    // each of them twice.
    const QList<QSslCertificate> all = QSslConfiguration::systemCaCertificates() + extra;
    const QSet<QSslCertificate> once(all.cbegin(), all.cend());
    tls.setCaCertificates(once.values());
    return tls;
}

} // namespace

QList<QSslCertificate> environmentAuthorities()
{
    QList<QSslCertificate> found;
    const QString file = qEnvironmentVariable("SSL_CERT_FILE");
    if (!file.isEmpty())
        found += QSslCertificate::fromPath(file, QSsl::Pem, QSslCertificate::PatternSyntax::FixedString);
    const QStringList folders = qEnvironmentVariable("SSL_CERT_DIR").split(QDir::listSeparator(), Qt::SkipEmptyParts);
    for (const QString &folder : folders) {
        const QFileInfoList entries = QDir(folder).entryInfoList(QDir::Files);
        for (const QFileInfo &entry : entries)
            found +=
                QSslCertificate::fromPath(entry.filePath(), QSsl::Pem, QSslCertificate::PatternSyntax::FixedString);
    }
    return found;
}

Transport::Transport(const Clock &clock, QObject *owner)
    : m_clock(clock)
    , m_owner(owner)
    , m_system(std::make_shared<SystemProxies>())
    , m_doors(owner)
{}

void Transport::setProxy(const ProxySettings &settings)
{
    m_proxy = settings;
    m_doors.forget();
    m_shared.reset();
}

void Transport::setTrust(const TrustSettings &settings)
{
    m_trust = settings;
    m_tls.reset();
    m_shared.reset();
}

Transport::Manager Transport::manager(Repetition repetition)
{
    if (repetition == Repetition::Never)
        return newManager();
    if (!m_shared) {
        m_shared = newManager();
        m_handshakes.clear();
    }
    return m_shared;
}

std::unique_ptr<HandshakeWait> Transport::handshake(const Manager &manager, const QUrl &url)
{
    // Nobody follows over the connection of a manager that is not shared.
    if (manager != m_shared)
        return std::make_unique<HandshakeWait>(std::make_shared<Handshakes>(), [] {});
    std::shared_ptr<Handshakes> &all = m_handshakes[Origin::of(url).toString()];
    if (!all)
        all = std::make_shared<Handshakes>();
    return std::make_unique<HandshakeWait>(all, [this, shared = manager.get()] {
        if (m_shared.get() == shared)
            m_shared.reset();
    });
}

ConnectionPeer Transport::serverOf(const QUrl &url)
{
    return {url.host(), quint16(url.port(url.scheme() == "https"_L1 ? 443 : 80))};
}

/// Where the connection for a request to `url` leads to: the server, or the proxy before it.
ConnectionPeer Transport::endOf(const QUrl &url) const
{
    const QNetworkProxy proxy = proxyFor(url);
    return proxy.type() == QNetworkProxy::NoProxy ? serverOf(url) : ConnectionPeer{proxy.hostName(), proxy.port()};
}

void Transport::retire(const Manager &manager, const QUrl &url)
{
    const ConnectionPeer server = serverOf(url);
    const ConnectionPeer end = endOf(url);
    const quint64 stray = m_strays.endLater(server, manager.get(), end == server ? ConnectionPeer() : end);
    // A thread that finds this one to fail has heard of the abort before: it is told of everything in turn.
    QNetworkReply *question = manager->get(QNetworkRequest(QUrl(nowhere)));
    QObject::connect(question, &QNetworkReply::finished, &m_strays, [this, stray, question] {
        m_strays.forget(stray);
        question->deleteLater();
    });
    if (m_shared == manager)
        m_shared.reset();
    if (m_retired.contains(manager))
        return;
    m_retired.prepend(manager);
    m_retired.resize(qMin(m_retired.size(), mostRetired));
}

Transport::Manager Transport::newManager() const
{
    Manager manager(new QNetworkAccessManager(m_owner), [](QNetworkAccessManager *gone) { gone->deleteLater(); });
    manager->setRedirectPolicy(QNetworkRequest::ManualRedirectPolicy);
    manager->setAutoDeleteReplies(false);
    manager->setProxyFactory(new ProxyChoice(m_proxy, m_system));
    return manager;
}

QFuture<Result<QSslConfiguration>> Transport::tls()
{
    if (!m_tls) {
        const bool isPlain = m_trust.extraAuthorities.isEmpty() && qEnvironmentVariableIsEmpty("SSL_CERT_FILE") &&
                             qEnvironmentVariableIsEmpty("SSL_CERT_DIR");
        qCDebug(httpLog).noquote() << "Qt" << qVersion() << "with" << QSslSocket::sslLibraryVersionString();
        if (isPlain)
            m_tls = ready<QSslConfiguration>(tlsWith({}));
        else
            m_tls = QtConcurrent::run([own = m_trust.extraAuthorities]() -> Result<QSslConfiguration> {
                return tlsWith(own + environmentAuthorities());
            });
    }
    return *m_tls;
}

QSslConfiguration Transport::tlsFor(const QSslConfiguration &shared, const QUrl &url) const
{
    const ClientCertificate *client = clientFor(m_trust, url);
    if (!client)
        return shared;
    QSslConfiguration own = shared;
    own.setLocalCertificateChain(client->chain);
    own.setPrivateKey(client->key);
    return own;
}

void Transport::noteRefused(const QString &sentence, const RefusedCertificate &certificate)
{
    m_refused.removeIf([&sentence](const auto &entry) { return entry.first == sentence; });
    m_refused.prepend({sentence, certificate});
    m_refused.resize(qMin(m_refused.size(), mostRefused));
    if (m_onRefused)
        m_onRefused(certificate);
}

std::optional<RefusedCertificate> Transport::refused(const QString &sentence) const
{
    for (const auto &[text, certificate] : m_refused) {
        if (text == sentence)
            return certificate;
    }
    return std::nullopt;
}

std::optional<SystemProxies::Answer> Transport::askSystem(const QUrl &url)
{
    if (m_proxy.mode != ProxySettings::Mode::System || !mayGoThroughProxy(url))
        return std::nullopt;
    return m_system->ask(url);
}

void Transport::setSystemProxies(const QUrl &url, const QList<QNetworkProxy> &named)
{
    m_system->note(url, named);
}

QNetworkProxy Transport::proxyFor(const QUrl &url) const
{
    return proxiesFor(m_proxy, *m_system, url).value(0, QNetworkProxy(QNetworkProxy::NoProxy));
}

} // namespace acx
