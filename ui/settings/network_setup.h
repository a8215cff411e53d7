// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/result.h"

#include <QObject>

namespace acx {

class AppSettings;
class HttpClient;
class SecretStore;

/// Gives the proxy and the person's own certificate authorities of the settings to the HttpClient, now and whenever
/// they change. An authority file that cannot be used is told and left out; the others are trusted.
class NetworkSetup final : public QObject
{
    Q_OBJECT
public:
    NetworkSetup(const AppSettings &settings, HttpClient &http, SecretStore &keychain);

    /// What was wrong with the authority files when they were read last: for a window that opens later.
    [[nodiscard]] const QList<Error> &problems() const { return m_problems; }

Q_SIGNALS:
    void failed(const acx::Error &error);

private:
    void apply();
    void applyTrust();
    void applyProxy();

    const AppSettings &m_settings;
    HttpClient &m_http;
    SecretStore &m_keychain;
    QList<Error> m_problems;
    quint64 m_round = 0; ///< a password that arrives after a further change is told by it
};

} // namespace acx
