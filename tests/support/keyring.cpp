// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/keyring.h"

#include <QDBusArgument>
#include <QDBusConnection>
#include <QDBusConnectionInterface>
#include <QDBusMessage>
#include <QDBusMetaType>
#include <QDBusObjectPath>
#include <QDBusReply>
#include <QDBusVariant>
#include <QMap>
#include <QTest>

#include <cerrno>
#include <csignal>

using namespace Qt::StringLiterals;

namespace acx {
namespace {

using Paths = QList<QDBusObjectPath>;
using Attributes = QMap<QString, QString>;

constexpr int patience = 10'000; // milliseconds

QString serviceName()
{
    return u"org.freedesktop.secrets"_s;
}

QString servicePath()
{
    return u"/org/freedesktop/secrets"_s;
}

QDBusMessage ask(const QString &path, const QString &interface, const QString &method, const QVariantList &arguments)
{
    QDBusMessage message = QDBusMessage::createMethodCall(serviceName(), path, interface, method);
    message.setArguments(arguments);
    return QDBusConnection::sessionBus().call(message, QDBus::Block, patience);
}

QDBusMessage askService(const QString &method, const QVariantList &arguments)
{
    return ask(servicePath(), u"org.freedesktop.Secret.Service"_s, method, arguments);
}

bool isReply(const QDBusMessage &message)
{
    return message.type() == QDBusMessage::ReplyMessage;
}

QVariant property(const QString &path, const QString &interface, const QString &name)
{
    const QDBusMessage reply = ask(path, u"org.freedesktop.DBus.Properties"_s, u"Get"_s, {interface, name});
    return isReply(reply) ? reply.arguments().constFirst().value<QDBusVariant>().variant() : QVariant();
}

QDBusObjectPath defaultCollection()
{
    const QDBusMessage reply = askService(u"ReadAlias"_s, {u"default"_s});
    return isReply(reply) ? reply.arguments().constFirst().value<QDBusObjectPath>() : QDBusObjectPath(u"/"_s);
}

QDBusObjectPath plainSession()
{
    const QDBusMessage reply = askService(u"OpenSession"_s, {u"plain"_s, QVariant::fromValue(QDBusVariant(QString()))});
    return isReply(reply) ? reply.arguments().at(1).value<QDBusObjectPath>() : QDBusObjectPath(u"/"_s);
}

/// (oayays): session, parameters, value, content type.
QVariant secretArgument(const QByteArray &value)
{
    QDBusArgument argument;
    argument.beginStructure();
    argument << plainSession() << QByteArray("") << value << u"text/plain"_s;
    argument.endStructure();
    return QVariant::fromValue(argument);
}

Paths itemsOf(const QString &entry)
{
    const QDBusMessage reply = askService(u"SearchItems"_s, {QVariant::fromValue(Attributes{{u"user"_s, entry}})});
    if (!isReply(reply))
        return {};
    return qdbus_cast<Paths>(reply.arguments().at(0)) + qdbus_cast<Paths>(reply.arguments().at(1));
}

} // namespace

Keyring::Keyring()
{
    qDBusRegisterMetaType<Attributes>();
}

bool Keyring::isPrivate()
{
    return qEnvironmentVariableIsSet("ACX_KEYRING_DIR");
}

QString Keyring::filesFolder()
{
    return qEnvironmentVariable("ACX_KEYRING_DIR") + "/home/.local/share/keyrings"_L1;
}

bool Keyring::lock() const
{
    askService(u"Lock"_s, {QVariant::fromValue(Paths{defaultCollection()})});
    return isLocked() == true;
}

bool Keyring::unlock() const
{
    // The password that with_keyring.sh has given it.
    ask(servicePath(), u"org.gnome.keyring.InternalUnsupportedGuiltRiddenInterface"_s, u"UnlockWithMasterPassword"_s,
        {QVariant::fromValue(defaultCollection()), secretArgument("\n")});
    return isLocked() == false;
}

std::optional<bool> Keyring::isLocked() const
{
    const QVariant locked =
        property(u"/org/freedesktop/secrets/aliases/default"_s, u"org.freedesktop.Secret.Collection"_s, u"Locked"_s);
    return locked.isValid() ? std::optional(locked.toBool()) : std::nullopt;
}

bool Keyring::stop()
{
    m_pid = QDBusConnection::sessionBus().interface()->servicePid(serviceName());
    return m_pid > 0 && ::kill(static_cast<pid_t>(m_pid), SIGSTOP) == 0;
}

bool Keyring::resume()
{
    return m_pid > 0 && ::kill(static_cast<pid_t>(m_pid), SIGCONT) == 0;
}

bool Keyring::kill()
{
    m_pid = QDBusConnection::sessionBus().interface()->servicePid(serviceName());
    if (m_pid > 0 && ::kill(static_cast<pid_t>(m_pid), SIGKILL) != 0 && errno != ESRCH)
        return false;
    // It may have ended by itself before it was asked for; and a call on its way has the bus start another one.
    const auto isAnother = [this] {
        return QDBusConnection::sessionBus().interface()->servicePid(serviceName()) != m_pid;
    };
    return QTest::qWaitFor([&] { return !isRunning() || isAnother(); }, patience);
}

bool Keyring::isRunning() const
{
    return QDBusConnection::sessionBus().interface()->isServiceRegistered(serviceName());
}

bool Keyring::removeAllItems() const
{
    const QVariant items = property(defaultCollection().path(), u"org.freedesktop.Secret.Collection"_s, u"Items"_s);
    for (const QDBusObjectPath &item : qdbus_cast<Paths>(items))
        ask(item.path(), u"org.freedesktop.Secret.Item"_s, u"Delete"_s, {});
    return countItems() == 0;
}

int Keyring::countItems() const
{
    const QVariant items = property(defaultCollection().path(), u"org.freedesktop.Secret.Collection"_s, u"Items"_s);
    return items.isValid() ? static_cast<int>(qdbus_cast<Paths>(items).size()) : -1;
}

int Keyring::countItems(const QString &entry) const
{
    return static_cast<int>(itemsOf(entry).size());
}

std::optional<QByteArray> Keyring::secretOf(const QString &entry) const
{
    const Paths items = itemsOf(entry);
    if (items.isEmpty())
        return std::nullopt;
    const QDBusMessage reply = ask(items.constFirst().path(), u"org.freedesktop.Secret.Item"_s, u"GetSecret"_s,
                                   {QVariant::fromValue(plainSession())});
    if (!isReply(reply))
        return std::nullopt;
    const auto argument = reply.arguments().constFirst().value<QDBusArgument>();
    QDBusObjectPath session;
    QByteArray parameters;
    QByteArray value;
    argument.beginStructure();
    argument >> session >> parameters >> value;
    argument.endStructure();
    return value;
}

bool Keyring::setSecret(const QString &entry, const QByteArray &secret) const
{
    const Paths items = itemsOf(entry);
    return !items.isEmpty() && isReply(ask(items.constFirst().path(), u"org.freedesktop.Secret.Item"_s, u"SetSecret"_s,
                                           {secretArgument(secret)}));
}

bool Keyring::removeItem(const QString &entry) const
{
    const Paths items = itemsOf(entry);
    return !items.isEmpty() &&
           isReply(ask(items.constFirst().path(), u"org.freedesktop.Secret.Item"_s, u"Delete"_s, {}));
}

} // namespace acx
