// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDBusAbstractInterface>
#include <QVariantMap>

namespace acx {

/// Signals of other programs, named as on the bus; QtDBus carries them over. With a well-known name Qt 6.4 blocks until
/// the bus has told its owner, so none is given.

/// A screen saver's, of whichever program on the person's own bus has this path: locking once too often harms nobody.
class ScreenSaverSignals final : public QDBusAbstractInterface
{
    Q_OBJECT
public:
    ScreenSaverSignals(const QString &path, const char *interface, const QDBusConnection &bus, QObject *parent)
        : QDBusAbstractInterface({}, path, interface, bus, parent)
    {}

Q_SIGNALS:
    void ActiveChanged(bool active);
};

namespace login {
inline constexpr QLatin1StringView service{"org.freedesktop.login1"};
inline constexpr QLatin1StringView path{"/org/freedesktop/login1"};
inline constexpr QLatin1StringView manager{"org.freedesktop.login1.Manager"};
inline constexpr char session[] = "org.freedesktop.login1.Session";
inline constexpr char properties[] = "org.freedesktop.DBus.Properties";
inline constexpr QLatin1StringView lockedHint{"LockedHint"};
} // namespace login

/// A login session's. `owner` is the unique name of logind: on the system's bus anybody may send signals.
class LoginSessionSignals final : public QDBusAbstractInterface
{
    Q_OBJECT
public:
    LoginSessionSignals(const QString &owner, const QString &path, const QDBusConnection &bus, QObject *parent)
        : QDBusAbstractInterface(owner, path, login::session, bus, parent)
    {}

Q_SIGNALS:
    void Lock();
};

/// Of the same object.
class LoginPropertySignals final : public QDBusAbstractInterface
{
    Q_OBJECT
public:
    LoginPropertySignals(const QString &owner, const QString &path, const QDBusConnection &bus, QObject *parent)
        : QDBusAbstractInterface(owner, path, login::properties, bus, parent)
    {}

Q_SIGNALS:
    void PropertiesChanged(const QString &interface, const QVariantMap &changed, const QStringList &invalidated);
};

} // namespace acx
