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
    void tell(const Status &status);
    void tellOf(const QFuture<Status> &stored);

    const AppServices &m_services;
};

} // namespace acx
