// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/http/http_client.h"
#include "ui/app_services.h"
#include "ui/screen.h"

QT_BEGIN_NAMESPACE
class QFrame;
class QLabel;
QT_END_NAMESPACE

namespace acx {

class ProxyForm;

/// The person's settings; whoever composed the window follows AppSettings' signals. Every change holds at once; one
/// that cannot be kept is said. Controls: "themeMode", "clipboardTime", "lockTime", those of HistoryForm, ProxyForm,
/// AuthorityList, TrustedList and ClientList, "aboutText", "storageText".
class SettingsScreen final : public Screen
{
    Q_OBJECT
public:
    explicit SettingsScreen(const AppServices &services, QWidget *parent = nullptr);

private:
    [[nodiscard]] QFrame *buildAppearance();
    [[nodiscard]] QFrame *buildClipboard();
    [[nodiscard]] QFrame *buildLock();
    [[nodiscard]] QFrame *buildHistory();
    [[nodiscard]] QFrame *buildNetwork();
    [[nodiscard]] QFrame *buildTrust();
    [[nodiscard]] QFrame *buildTrusted();
    [[nodiscard]] QFrame *buildClients();
    [[nodiscard]] QFrame *buildAbout();
    void applyProxy(const ProxySettings &proxy);
    void applyProxyWithPassword(const ProxySettings &proxy);
    void forgetProxyPassword();
    [[nodiscard]] QFuture<Status> storeProxy(const ProxySettings &proxy);
    void tell(const Status &status);
    void tellOf(const QFuture<Status> &stored);

    const AppServices &m_services;
    ProxyForm *m_proxyForm = nullptr;
    bool m_isProxyPasswordWanted = false; ///< by the latest choice, which may still wait for the keychain
    int m_proxyChoices = 0;
};

} // namespace acx
