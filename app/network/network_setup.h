// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/result.h"
#include "app/network/network_options.h"

#include <QObject>

#include <memory>

namespace acx {

class Clock;
class DeploymentCatalog;
class HttpClient;
class SecretStore;
class TrustStore;

/// Gives the HttpClient what the person set: the proxy, their own certificate authorities, the certificates that they
/// trust and those of their own, now and whenever one of them changes. The keychain is asked only if one of them has a
/// password, and requests wait for it. What cannot be used is told and left out; the rest holds.
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

    /// Before the first call nothing is done.
    void apply(const NetworkOptions &options);
    /// Reads everything again, the keychain's part as well.
    void refresh();
    /// What was wrong when everything was read last: for a window that opens later.
    [[nodiscard]] const QList<Error> &problems() const { return m_problems; }

Q_SIGNALS:
    void failed(const acx::Error &error);

private:
    struct Round;

    void addAuthorities();
    void addClients();
    void addProxyPassword();
    /// Calls `take` with what the keychain says, unless a further change came first.
    template <class Take>
    void ask(const QString &entry, Take &&take);
    void endRound();
    void report(const Error &problem);

    Services m_services;
    NetworkOptions m_options;
    QList<Error> m_problems;
    std::shared_ptr<Round> m_round;
};

} // namespace acx
