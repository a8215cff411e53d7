// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/system_scheme.h"

#include "ui/theme/portal_settings.h"

#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>

using namespace Qt::StringLiterals;

namespace acx {

namespace {

constexpr int answerWithin = 5000; // milliseconds
constexpr uint preferDark = 1;
constexpr uint preferLight = 2;

/// The portal's older method wraps the value twice.
QVariant unwrapped(QVariant value)
{
    while (value.canConvert<QDBusVariant>())
        value = value.value<QDBusVariant>().variant();
    return value;
}

} // namespace

SystemScheme::SystemScheme(QObject *parent)
    : QObject(parent)
{
    // Without an address Qt would start a bus of its own.
    if (!qEnvironmentVariableIsSet("DBUS_SESSION_BUS_ADDRESS"))
        return;
    const QDBusConnection bus = QDBusConnection::sessionBus();
    if (!bus.isConnected())
        return;
    // Qt 6.4 connects no signal with a type that it does not know by name yet, and says nothing.
    qRegisterMetaType<QDBusVariant>();
    const auto *settings = new PortalSettings(bus, this);
    connect(settings, &PortalSettings::SettingChanged, this,
            [this](const QString &group, const QString &key, const QDBusVariant &value) {
                if (group == PortalSettings::appearance && key == PortalSettings::colourScheme)
                    take(unwrapped(value.variant()).toUInt());
            });
    // Read, not ReadOne: every version of the portal has it.
    QDBusMessage question = QDBusMessage::createMethodCall(PortalSettings::service, PortalSettings::path,
                                                           QLatin1StringView(PortalSettings::interfaceName), u"Read"_s);
    question << QString(PortalSettings::appearance) << QString(PortalSettings::colourScheme);
    auto *watcher = new QDBusPendingCallWatcher(bus.asyncCall(question, answerWithin), this);
    connect(watcher, &QDBusPendingCallWatcher::finished, this, [this, watcher] {
        watcher->deleteLater();
        const QDBusPendingReply<QDBusVariant> reply = *watcher;
        if (reply.isValid())
            take(unwrapped(reply.value().variant()).toUInt());
    });
}

void SystemScheme::take(uint scheme)
{
    const std::optional<bool> dark =
        scheme == preferDark || scheme == preferLight ? std::optional(scheme == preferDark) : std::nullopt;
    if (dark == m_dark)
        return;
    m_dark = dark;
    Q_EMIT changed();
}

} // namespace acx
