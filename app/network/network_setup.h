// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/result.h"
#include "app/network/file_threads.h"
#include "app/network/network_options.h"
#include "app/network/trust_store.h"

#include <QHash>
#include <QObject>

#include <chrono>
#include <memory>
#include <utility>

namespace acx {

class Clock;
class DeploymentCatalog;
class HttpClient;
class SecretStore;

/// Gives the HttpClient what the person set: the proxy, their own certificate authorities, the certificates that they
/// trust and those of their own, now and whenever one of them changes. Files are read in threads, and the keychain is
/// asked only if one of them has a password: requests wait for both, whoever applies the options does not. What cannot
/// be used is told and left out; the rest holds.
class NetworkSetup final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(NetworkSetup)

public:
    struct Services
    {
        HttpClient &http;
        SecretStore &keychain;
        const TrustStore &trust;
        const DeploymentCatalog &deployments;
        const Clock &clock;
    };
    explicit NetworkSetup(const Services &services);
    ~NetworkSetup() override;

    /// A file that needs longer than this is told and left out until it has been read; 10 s.
    void setFileDeadline(std::chrono::milliseconds deadline) { m_fileDeadline = deadline; }
    /// Before the first call nothing is done.
    void apply(const NetworkOptions &options);
    /// The whole proxy where no keychain took its password: as long as this very proxy is the one to apply, the
    /// password is taken from here. Without one the keychain is asked again. Holds from the next reading on.
    void setUnkeptProxy(const ProxySettings &proxy) { m_unkeptProxy = proxy; }
    /// Reads everything again, the keychain's part as well. Requests that waited already wait for this, too.
    void refresh();
    /// What was wrong when everything was read last: for a window that opens later.
    [[nodiscard]] const QList<Error> &problems() const { return m_problems; }

Q_SIGNALS:
    void failed(const acx::Error &error);

private:
    struct Round;

    void addAuthorities();
    void addClients();
    [[nodiscard]] bool hasUnkeptPassword() const;
    void addProxyPassword();
    void readClient(const ClientCertificateFile &file, const Secret &passphrase);
    /// Calls `take` with what the keychain says, unless a further change came first.
    template <class Take>
    void ask(const QString &entry, Take &&take);
    /// Runs `work` (Result<T>()) with the file in a thread and calls `take` with its outcome, unless a further change
    /// came first.
    template <class T, class Work, class Take>
    void read(const QString &path, Work &&work, Take &&take);
    void endRound();
    void report(const Error &problem);
    /// What was read and still counts.
    [[nodiscard]] TrustSettings trust() const;
    void forgetUnwanted();
    void forget(const ClientCertificateFile &file);

    Services m_services;
    NetworkOptions m_options;
    ProxySettings m_unkeptProxy;
    std::chrono::milliseconds m_fileDeadline{10'000};
    QList<Error> m_problems;
    QHash<QString, QList<QSslCertificate>> m_authorities; ///< by path, as last read
    QList<std::pair<ClientCertificateFile, ClientCertificate>> m_clients;
    std::shared_ptr<Round> m_round;
    FileThreads m_threads;
};

} // namespace acx
