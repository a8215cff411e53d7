// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/network/network_setup.h"

#include "app/base/clock.h"
#include "app/base/deliver.h"
#include "app/credentials/secret_store.h"
#include "app/deployments/deployment.h"
#include "app/http/http_client.h"
#include "app/network/authority_file.h"
#include "app/network/client_certificate.h"
#include "app/network/host_and_port.h"
#include "app/network/trust_store.h"

#include <QCoreApplication>

#include <utility>

namespace acx {

namespace {

Error noPassword(const ProxySettings &proxy, const Error &reason)
{
    Error error = reason;
    error.sentence = QCoreApplication::translate("acx", "The password of the proxy %1 could not be read: %2")
                         .arg(hostAndPortText(proxy.host, proxy.port), reason.sentence);
    return error;
}

Error noPassphrase(const ClientCertificateFile &file, const Error &reason)
{
    const QString server = hostAndPortText(file.host, file.port);
    Error error = reason;
    if (reason.kind == ErrorKind::SecretMissing) {
        error.sentence = QCoreApplication::translate("acx", "The keychain no longer has the passphrase of your client "
                                                            "certificate for %1.")
                             .arg(server);
        error.nextStep = QCoreApplication::translate("acx", "Add the certificate again in the settings.");
        return error;
    }
    error.sentence = QCoreApplication::translate("acx", "The passphrase of your client certificate for %1 could not be "
                                                        "read: %2")
                         .arg(server, reason.sentence);
    return error;
}

} // namespace

/// One pass over everything. A change begins a new one, and what the keychain says to the old one no longer counts.
struct NetworkSetup::Round
{
    Round() { done.start(); }
    ~Round() { end(); }
    Q_DISABLE_COPY_MOVE(Round)

    void end()
    {
        if (std::exchange(hasEnded, true))
            return;
        done.addResult(Status());
        done.finish();
    }

    TrustSettings trust;
    int questions = 0; ///< to the keychain, not yet answered
    QPromise<Status> done;
    bool hasEnded = false;
};

NetworkSetup::NetworkSetup(const Services &services)
    : m_services(services)
{}

NetworkSetup::~NetworkSetup() = default;

void NetworkSetup::apply(const NetworkOptions &options)
{
    m_options = options;
    connect(&m_services.trust, &TrustStore::changed, this, &NetworkSetup::refresh, Qt::UniqueConnection);
    refresh();
}

void NetworkSetup::refresh()
{
    m_problems.clear();
    if (m_round)
        m_round->end();
    m_round = std::make_shared<Round>();
    TrustSettings &trust = m_round->trust;
    trust.isProtected = [&deployments = m_services.deployments](const QString &host) {
        return deployments.isIbmHost(host);
    };
    for (const TrustedCertificate &entry : m_services.trust.certificates())
        trust.pins += entry.pin;
    addAuthorities();
    m_services.http.setProxy(m_options.proxy);
    // Before the first question, so that no answer can come before.
    ++m_round->questions;
    addProxyPassword();
    addClients();
    m_services.http.setTrust(trust);
    m_services.http.holdUntil(m_round->done.future());
    endRound();
}

void NetworkSetup::addAuthorities()
{
    for (const QString &path : std::as_const(m_options.authorityFiles)) {
        if (const Result<QList<QSslCertificate>> read = readAuthorityFile(path))
            m_round->trust.extraAuthorities += *read;
        else
            report(read.error());
    }
}

void NetworkSetup::addProxyPassword()
{
    const ProxySettings &proxy = m_options.proxy;
    if (proxy.user.isEmpty() || proxy.mode == ProxySettings::Mode::None || proxy.mode == ProxySettings::Mode::System)
        return;
    ask(QLatin1StringView(NetworkOptions::proxyPasswordEntry), [this](const Result<Secret> &password) {
        // Where none was ever kept, the proxy's own refusal says more.
        if (!password && password.error().kind == ErrorKind::SecretMissing)
            return;
        if (!password)
            return report(noPassword(m_options.proxy, password.error()));
        ProxySettings whole = m_options.proxy;
        whole.password = *password;
        m_services.http.setProxy(whole);
    });
}

void NetworkSetup::addClients()
{
    const QList<ClientCertificateFile> clients = m_services.trust.clients();
    for (const ClientCertificateFile &file : clients) {
        const auto add = [this, file](const Secret &passphrase) {
            const Result<ClientCertificate> read = readClientCertificate(file, passphrase, m_services.clock.now());
            if (read)
                m_round->trust.clients += *read;
            else
                report(read.error());
        };
        if (!file.hasPassphrase) {
            add({});
            continue;
        }
        ask(file.passphraseEntry(), [this, file, add](const Result<Secret> &passphrase) {
            if (!passphrase)
                return report(noPassphrase(file, passphrase.error()));
            add(*passphrase);
            m_services.http.setTrust(m_round->trust);
        });
    }
}

template <class Take>
void NetworkSetup::ask(const QString &entry, Take &&take)
{
    ++m_round->questions;
    deliver(m_services.keychain.read(entry), this,
            [this, round = m_round, take = std::forward<Take>(take)](const Result<Secret> &answer) {
                if (round != m_round)
                    return;
                take(answer);
                endRound();
            });
}

void NetworkSetup::endRound()
{
    if (--m_round->questions == 0)
        m_round->end();
}

void NetworkSetup::report(const Error &problem)
{
    m_problems += problem;
    Q_EMIT failed(problem);
}

} // namespace acx
