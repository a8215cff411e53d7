// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/lock/screen_lock.h"

#include "ui/lock/lock_signals.h"

#include <QCoreApplication>
#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusObjectPath>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>
#include <QDBusServiceWatcher>

using namespace Qt::StringLiterals;

namespace acx {

namespace {

constexpr int answerWithin = 5000; // milliseconds

struct ScreenSaver
{
    QLatin1StringView path;
    const char *interface = nullptr;
};

/// They all tell "ActiveChanged(b)". KDE shows the same one at two paths and signals at the first.
constexpr ScreenSaver screenSavers[] = {
    {"/ScreenSaver"_L1, "org.freedesktop.ScreenSaver"},
    {"/org/freedesktop/ScreenSaver"_L1, "org.freedesktop.ScreenSaver"},
    {"/org/gnome/ScreenSaver"_L1, "org.gnome.ScreenSaver"},
    {"/org/cinnamon/ScreenSaver"_L1, "org.cinnamon.ScreenSaver"},
    {"/org/mate/ScreenSaver"_L1, "org.mate.ScreenSaver"},
};

QDBusMessage managerCall(const QString &method)
{
    return QDBusMessage::createMethodCall(login::service, login::path, login::manager, method);
}

} // namespace

ScreenLock::ScreenLock(QObject *parent)
    : QObject(parent)
{
    // Without an address Qt would start a bus of its own.
    if (qEnvironmentVariableIsSet("DBUS_SESSION_BUS_ADDRESS")) {
        if (const QDBusConnection bus = QDBusConnection::sessionBus(); bus.isConnected())
            followScreenSavers(bus);
    }
    const QDBusConnection bus = QDBusConnection::systemBus();
    if (!bus.isConnected())
        return;
    // It may be started anew, after an update of the system say; then another program has the name.
    auto *manager = new QDBusServiceWatcher(login::service, bus, QDBusServiceWatcher::WatchForRegistration, this);
    connect(manager, &QDBusServiceWatcher::serviceRegistered, this, [this, bus] { findLoginSession(bus); });
    findLoginSession(bus);
}

void ScreenLock::followScreenSavers(const QDBusConnection &bus)
{
    for (const ScreenSaver &saver : screenSavers) {
        const auto *told = new ScreenSaverSignals(saver.path, saver.interface, bus, this);
        connect(told, &ScreenSaverSignals::ActiveChanged, this, [this](bool active) {
            if (active)
                Q_EMIT locked();
        });
    }
}

void ScreenLock::askForSession(const QDBusConnection &bus, const QDBusMessage &question,
                               const std::function<void()> &otherwise)
{
    auto *watcher = new QDBusPendingCallWatcher(bus.asyncCall(question, answerWithin), this);
    connect(watcher, &QDBusPendingCallWatcher::finished, this, [this, watcher, bus, otherwise] {
        watcher->deleteLater();
        const QDBusPendingReply<QDBusObjectPath> reply = *watcher;
        if (reply.isValid())
            followLoginSession(bus, reply.reply().service(), reply.value().path());
        else if (otherwise)
            otherwise();
    });
}

void ScreenLock::findLoginSession(const QDBusConnection &bus)
{
    // A program that the desktop started as a service of the user belongs to no session of its own; then the
    // environment names it.
    const auto byName = [this, bus] {
        const QString name = qEnvironmentVariable("XDG_SESSION_ID");
        if (name.isEmpty())
            return;
        QDBusMessage question = managerCall(u"GetSession"_s);
        question << name;
        askForSession(bus, question, {});
    };
    QDBusMessage question = managerCall(u"GetSessionByPID"_s);
    question << uint(QCoreApplication::applicationPid());
    askForSession(bus, question, byName);
}

void ScreenLock::followLoginSession(const QDBusConnection &bus, const QString &owner, const QString &path)
{
    // Both questions may be answered by the same one.
    if (m_login && m_login->objectName() == owner)
        return;
    m_login = std::make_unique<QObject>();
    m_login->setObjectName(owner);
    connect(new LoginSessionSignals(owner, path, bus, m_login.get()), &LoginSessionSignals::Lock, this,
            &ScreenLock::locked);
    connect(new LoginPropertySignals(owner, path, bus, m_login.get()), &LoginPropertySignals::PropertiesChanged, this,
            [this](const QString &, const QVariantMap &changed) {
                if (changed.value(login::lockedHint).toBool())
                    Q_EMIT locked();
            });
}

} // namespace acx
