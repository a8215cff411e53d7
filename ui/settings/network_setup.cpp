// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/network_setup.h"

#include "app/base/deliver.h"
#include "app/credentials/secret_store.h"
#include "app/http/http_client.h"
#include "ui/settings/app_settings.h"
#include "ui/settings/authority_file.h"

#include <utility>

namespace acx {

NetworkSetup::NetworkSetup(const AppSettings &settings, HttpClient &http, SecretStore &keychain)
    : m_settings(settings)
    , m_http(http)
    , m_keychain(keychain)
{
    apply();
    connect(&settings, &AppSettings::networkChanged, this, &NetworkSetup::apply);
}

void NetworkSetup::apply()
{
    applyTrust();
    applyProxy();
    for (const Error &problem : std::as_const(m_problems))
        Q_EMIT failed(problem);
}

void NetworkSetup::applyTrust()
{
    m_problems.clear();
    TrustSettings trust;
    const QStringList paths = m_settings.authorityFiles();
    for (const QString &path : paths) {
        if (const Result<QList<QSslCertificate>> read = readAuthorityFile(path))
            trust.extraAuthorities += *read;
        else
            m_problems += read.error();
    }
    m_http.setTrust(trust);
}

void NetworkSetup::applyProxy()
{
    const ProxySettings proxy = m_settings.proxy();
    const quint64 round = ++m_round;
    m_http.setProxy(proxy);
    if (proxy.user.isEmpty() || proxy.mode == ProxySettings::Mode::None || proxy.mode == ProxySettings::Mode::System)
        return;
    deliver(m_keychain.read(QLatin1StringView(AppSettings::proxyPasswordEntry)), this,
            [this, proxy, round](const Result<Secret> &password) {
                if (!password || round != m_round)
                    return; // without a password the proxy will ask, and its refusal is told as one
                ProxySettings whole = proxy;
                whole.password = *password;
                m_http.setProxy(whole);
            });
}

} // namespace acx
