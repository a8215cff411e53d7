// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDBusAbstractInterface>
#include <QDBusVariant>

namespace acx {

/// The settings of the desktop portal, as far as their signal goes: from whichever program on the person's own bus has
/// this path. With a well-known name Qt 6.4 blocks until the bus has told its owner.
class PortalSettings final : public QDBusAbstractInterface
{
    Q_OBJECT
public:
    static constexpr QLatin1StringView service{"org.freedesktop.portal.Desktop"};
    static constexpr QLatin1StringView path{"/org/freedesktop/portal/desktop"};
    static constexpr char interfaceName[] = "org.freedesktop.portal.Settings";
    static constexpr QLatin1StringView appearance{"org.freedesktop.appearance"};
    static constexpr QLatin1StringView colourScheme{"color-scheme"};

    explicit PortalSettings(const QDBusConnection &bus, QObject *parent = nullptr)
        : QDBusAbstractInterface({}, path, interfaceName, bus, parent)
    {}

Q_SIGNALS:
    /// Named as on the bus; QtDBus carries it over.
    void SettingChanged(const QString &group, const QString &key, const QDBusVariant &value);
};

} // namespace acx
