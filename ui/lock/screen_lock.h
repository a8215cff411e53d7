// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

#include <functional>
#include <memory>

QT_BEGIN_NAMESPACE
class QDBusConnection;
class QDBusMessage;
QT_END_NAMESPACE

namespace acx {

/// Tells when the screen is locked: by the desktop's screen saver on the session bus (freedesktop, GNOME and their
/// kin), and by systemd-logind on the system bus (the Lock signal and LockedHint of the session that this process runs
/// in). Asks without waiting, and goes on listening; without a bus or such a service it stays silent.
class ScreenLock final : public QObject
{
    Q_OBJECT
public:
    explicit ScreenLock(QObject *parent = nullptr);

Q_SIGNALS:
    void locked();

private:
    void followScreenSavers(const QDBusConnection &bus);
    void findLoginSession(const QDBusConnection &bus);
    void askForSession(const QDBusConnection &bus, const QDBusMessage &question,
                       const std::function<void()> &otherwise);
    void followLoginSession(const QDBusConnection &bus, const QString &owner, const QString &path);

    std::unique_ptr<QObject> m_login; ///< what listens to the login manager of now; named as that one is on the bus
};

} // namespace acx
