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
#include "app/network/proxy_password.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QTimer>

#include <utility>
#include <vector>

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

Error noAnswer(const QString &path)
{
    Error error;
    error.kind = ErrorKind::Disk;
    error.sentence = QCoreApplication::translate("acx", "%1 cannot be read at present: its folder does not answer.")
                         .arg(QFileInfo(path).fileName());
    error.nextStep = QCoreApplication::translate("acx", "Check the drive or the network folder. The file is used as "
                                                        "soon as it can be read.");
    error.technical = path;
    return error;
}

} // namespace

/// One pass over everything. A change begins a new one, and what keychain and files say to the old one no longer
/// counts.
struct NetworkSetup::Round
{
    /// Requests that wait for the round before wait for this one.
    explicit Round(std::vector<QPromise<Status>> waiting)
        : held(std::move(waiting))
    {
        held.emplace_back().start();
        done = held.back().future();
    }
    ~Round() { end(); }
    Q_DISABLE_COPY_MOVE(Round)

    void end()
    {
        for (QPromise<Status> &each : std::exchange(held, {})) {
            each.addResult(Status());
            each.finish();
        }
    }

    std::vector<QPromise<Status>> held;
    QFuture<Status> done;
    int questions = 0; ///< to the keychain and to files, not yet answered
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
    m_round = std::make_shared<Round>(m_round ? std::exchange(m_round->held, {}) : std::vector<QPromise<Status>>());
    forgetUnwanted();
    m_services.http.setProxy(hasUnkeptPassword() ? m_unkeptProxy : m_options.proxy);
    // For exchanges under way: what was removed no longer holds, and what stays is not missing while it is read again.
    m_services.http.setTrust(trust());
    // Before the first question, so that no answer can come before.
    ++m_round->questions;
    addAuthorities();
    addProxyPassword();
    addClients();
    m_services.http.holdUntil(m_round->done);
    endRound();
}

TrustSettings NetworkSetup::trust() const
{
    TrustSettings trust;
    trust.isProtected = [&deployments = m_services.deployments](const QString &host) {
        return deployments.isIbmHost(host);
    };
    for (const TrustedCertificate &entry : m_services.trust.certificates())
        trust.pins += entry.pin;
    for (const QString &path : m_options.authorityFiles)
        trust.extraAuthorities += m_authorities.value(path);
    for (const auto &[file, certificate] : m_clients)
        trust.clients += certificate;
    return trust;
}

void NetworkSetup::forgetUnwanted()
{
    m_authorities.removeIf([this](const auto &known) { return !m_options.authorityFiles.contains(known.key()); });
    m_clients.removeIf([this](const auto &known) { return !m_services.trust.clients().contains(known.first); });
}

void NetworkSetup::forget(const ClientCertificateFile &file)
{
    m_clients.removeIf([&file](const auto &known) { return known.first == file; });
}

void NetworkSetup::addAuthorities()
{
    for (const QString &path : std::as_const(m_options.authorityFiles)) {
        const auto take = [this, path](const Result<QList<QSslCertificate>> &certificates) {
            m_authorities.remove(path);
            if (certificates)
                m_authorities.insert(path, *certificates);
            else
                report(certificates.error());
        };
        read<QList<QSslCertificate>>(
            path, [path] { return readAuthorityFile(path); }, take);
    }
}

bool NetworkSetup::hasUnkeptPassword() const
{
    return !m_unkeptProxy.password.isEmpty() && isSameProxy(m_unkeptProxy, m_options.proxy);
}

void NetworkSetup::addProxyPassword()
{
    const ProxySettings &proxy = m_options.proxy;
    if (hasUnkeptPassword())
        return;
    if (proxy.user.isEmpty() || proxy.mode == ProxySettings::Mode::None || proxy.mode == ProxySettings::Mode::System)
        return;
    ask(QLatin1StringView(NetworkOptions::proxyPasswordEntry), [this](const Result<Secret> &password) {
        // Where none was ever kept, the proxy's own refusal says more.
        if (!password && password.error().kind == ErrorKind::SecretMissing)
            return;
        if (!password)
            return report(noPassword(m_options.proxy, password.error()));
        ProxySettings whole = m_options.proxy;
        whole.password = proxyPasswordOf(*password, whole);
        m_services.http.setProxy(whole);
    });
}

void NetworkSetup::addClients()
{
    const QList<ClientCertificateFile> clients = m_services.trust.clients();
    for (const ClientCertificateFile &file : clients) {
        if (!file.hasPassphrase) {
            readClient(file, {});
            continue;
        }
        ask(file.passphraseEntry(), [this, file](const Result<Secret> &passphrase) {
            if (passphrase)
                return readClient(file, *passphrase);
            forget(file);
            report(noPassphrase(file, passphrase.error()));
        });
    }
}

void NetworkSetup::readClient(const ClientCertificateFile &file, const Secret &passphrase)
{
    const auto work = [file, passphrase, now = m_services.clock.now()] {
        return readClientCertificate(file, passphrase, now);
    };
    read<ClientCertificate>(file.certificate, work, [this, file](const Result<ClientCertificate> &certificate) {
        forget(file);
        if (certificate)
            m_clients.append({file, *certificate});
        else
            report(certificate.error());
    });
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

template <class T, class Work, class Take>
void NetworkSetup::read(const QString &path, Work &&work, Take &&take)
{
    ++m_round->questions;
    const auto isAwaited = std::make_shared<bool>(true);
    // Weak: such a timer lives on without this object, and requests must not wait for it then.
    QTimer::singleShot(m_fileDeadline, this, [this, round = std::weak_ptr(m_round), isAwaited, path] {
        if (round.lock() != m_round || !std::exchange(*isAwaited, false))
            return;
        report(noAnswer(path));
        endRound();
    });
    deliver(m_threads.run<T>(std::forward<Work>(work)), this,
            [this, round = m_round, isAwaited, path, take = std::forward<Take>(take)](const Result<T> &outcome) {
                if (round != m_round)
                    return;
                const bool isInTime = std::exchange(*isAwaited, false);
                if (!isInTime)
                    m_problems.removeOne(noAnswer(path));
                take(outcome);
                if (isInTime)
                    endRound();
                else
                    m_services.http.setTrust(trust());
            });
}

void NetworkSetup::endRound()
{
    if (--m_round->questions > 0)
        return;
    m_services.http.setTrust(trust());
    m_round->end();
}

void NetworkSetup::report(const Error &problem)
{
    m_problems += problem;
    Q_EMIT failed(problem);
}

} // namespace acx
