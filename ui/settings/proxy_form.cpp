// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/proxy_form.h"

#include "app/network/network_options.h"
#include "ui/widgets/controls.h"
#include "ui/widgets/form_field.h"
#include "ui/widgets/secret_field.h"

#include <QComboBox>
#include <QGridLayout>
#include <QLineEdit>
#include <QSpinBox>
#include <QUrl>

using namespace Qt::StringLiterals;

namespace acx {

namespace {

constexpr quint16 usualPort = 8080;

/// A host alone: no scheme, path, user or port.
bool isHost(const QString &text)
{
    QUrl url;
    url.setScheme(u"http"_s);
    url.setHost(text, QUrl::StrictMode);
    return !text.isEmpty() && url.isValid() && !url.host().isEmpty();
}

} // namespace

ProxyForm::ProxyForm(QWidget *parent)
    : QWidget(parent)
    , m_mode(new QComboBox(this))
    , m_details(new QWidget(this))
    , m_host(new QLineEdit(m_details))
    , m_hostField(new FormField(tr("Proxy host"), m_host, m_details))
    , m_port(new QSpinBox(m_details))
    , m_user(new QLineEdit(m_details))
    , m_password(new SecretField(u"proxyPassword"_s, m_details))
    , m_apply(makeButton(tr("Apply"), ButtonKind::Normal, m_details))
{
    m_mode->setObjectName(u"proxyMode"_s);
    m_mode->setAccessibleName(tr("Proxy"));
    m_mode->addItem(tr("As the system says"), int(ProxySettings::Mode::System));
    m_mode->addItem(tr("No proxy"), int(ProxySettings::Mode::None));
    m_mode->addItem(tr("HTTP proxy"), int(ProxySettings::Mode::Http));
    m_mode->addItem(tr("SOCKS 5 proxy"), int(ProxySettings::Mode::Socks5));
    m_host->setObjectName(u"proxyHost"_s);
    m_port->setObjectName(u"proxyPort"_s);
    m_port->setRange(1, 65535);
    m_port->setMinimumHeight(m_host->sizeHint().height());
    m_user->setObjectName(u"proxyUser"_s);
    m_user->setPlaceholderText(tr("none"));
    m_apply->setObjectName(u"proxyApply"_s);

    auto *grid = new QGridLayout(m_details);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(Theme::space(Space::L));
    grid->setVerticalSpacing(Theme::space(Space::M));
    grid->setColumnStretch(0, 1);
    grid->setColumnStretch(1, 1);
    grid->addWidget(m_hostField, 0, 0, Qt::AlignTop);
    grid->addWidget(new FormField(tr("Port"), m_port, m_details), 0, 1, Qt::AlignTop);
    auto *password = new FormField(tr("Password"), m_password, m_details);
    password->setHint(tr("It is kept in the keychain."));
    m_password->line()->setAccessibleName(tr("Proxy password"));
    grid->addWidget(password, 1, 1, Qt::AlignTop);
    grid->addWidget(new FormField(tr("User"), m_user, m_details), 1, 0, Qt::AlignTop);
    grid->addWidget(m_apply, 2, 0, Qt::AlignLeft);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(Theme::space(Space::M));
    layout->addWidget(m_mode, 0, Qt::AlignLeft);
    layout->addWidget(m_details);

    connect(m_mode, &QComboBox::activated, this, [this] {
        showMode();
        if (m_details->isHidden())
            apply();
    });
    connect(m_apply, &QPushButton::clicked, this, &ProxyForm::apply);
    connect(m_host, &QLineEdit::returnPressed, this, &ProxyForm::apply);
    connect(m_password, &SecretField::submitted, this, &ProxyForm::apply);
    connect(m_host, &QLineEdit::textEdited, this, [this] { m_hostField->setError({}); });
    for (QLineEdit *line : {m_host, m_user})
        connect(line, &QLineEdit::textChanged, this, &ProxyForm::showKept);
    connect(m_port, &QSpinBox::valueChanged, this, &ProxyForm::showKept);
    showMode();
}

void ProxyForm::setProxy(const ProxySettings &proxy)
{
    m_shown = proxy;
    m_mode->setCurrentIndex(m_mode->findData(int(proxy.mode)));
    m_host->setText(proxy.host);
    m_port->setValue(proxy.port == 0 ? usualPort : proxy.port);
    m_user->setText(proxy.user);
    m_password->clear();
    m_hostField->setError({});
    showMode();
}

void ProxyForm::showMode()
{
    const auto mode = ProxySettings::Mode(m_mode->currentData().toInt());
    m_details->setVisible(mode == ProxySettings::Mode::Http || mode == ProxySettings::Mode::Socks5);
    showKept();
}

void ProxyForm::showKept()
{
    const bool isKept = !m_shown.user.isEmpty() && isSameProxy(entered(), m_shown);
    m_password->setPlaceholderText(isKept ? tr("kept as it is") : QString());
}

ProxySettings ProxyForm::entered() const
{
    ProxySettings proxy;
    proxy.mode = ProxySettings::Mode(m_mode->currentData().toInt());
    if (m_details->isHidden())
        return proxy;
    proxy.host = m_host->text().trimmed();
    proxy.port = quint16(m_port->value());
    proxy.user = m_user->text().trimmed();
    proxy.password = m_password->secret();
    return proxy;
}

void ProxyForm::apply()
{
    const ProxySettings proxy = entered();
    if (!m_details->isHidden() && !isHost(proxy.host)) {
        m_hostField->setError(tr("Enter a host name or an address alone, without http:// and port."));
        m_host->setFocus();
        return;
    }
    Q_EMIT applied(proxy);
}

} // namespace acx
