// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/http/http_client.h"

#include <QWidget>

QT_BEGIN_NAMESPACE
class QComboBox;
class QLineEdit;
class QPushButton;
class QSpinBox;
QT_END_NAMESPACE

namespace acx {

class FormField;
class SecretField;

/// How requests leave this computer. Applies when "Apply" is pressed, since a half entered proxy helps nobody. Its
/// controls: "proxyMode", "proxyHost", "proxyPort", "proxyUser", "proxyPassword", "proxyApply".
class ProxyForm final : public QWidget
{
    Q_OBJECT
public:
    explicit ProxyForm(QWidget *parent = nullptr);
    void setProxy(const ProxySettings &proxy);
    /// The one that was set.
    [[nodiscard]] const ProxySettings &shown() const { return m_shown; }

Q_SIGNALS:
    /// `proxy.password` is empty unless the person entered one.
    void applied(const acx::ProxySettings &proxy);

private:
    [[nodiscard]] ProxySettings entered() const;
    void showMode();
    /// Whether the password in the keychain goes on to hold for what is entered.
    void showKept();
    void apply();

    ProxySettings m_shown; ///< the one that holds
    QComboBox *m_mode;
    QWidget *m_details;
    QLineEdit *m_host;
    FormField *m_hostField;
    QSpinBox *m_port;
    QLineEdit *m_user;
    SecretField *m_password;
    QPushButton *m_apply;
};

} // namespace acx
