// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/credentials/stand_in_service.h"

#include <QDBusArgument>
#include <QDBusMetaType>
#include <QDBusObjectPath>
#include <QDBusVariant>

using namespace Qt::StringLiterals;

namespace acx {

/// (oayays) of the API.
struct WireSecret
{
    QDBusObjectPath session;
    QByteArray parameters;
    QByteArray value;
    QString contentType;
};

QDBusArgument &operator<<(QDBusArgument &argument, const WireSecret &secret)
{
    argument.beginStructure();
    argument << secret.session << secret.parameters << secret.value << secret.contentType;
    argument.endStructure();
    return argument;
}

const QDBusArgument &operator>>(const QDBusArgument &argument, WireSecret &secret)
{
    argument.beginStructure();
    argument >> secret.session >> secret.parameters >> secret.value >> secret.contentType;
    argument.endStructure();
    return argument;
}

} // namespace acx

Q_DECLARE_METATYPE(acx::WireSecret)

namespace acx {
namespace {

using Paths = QList<QDBusObjectPath>;
using Attributes = QMap<QString, QString>;
using Secrets = QMap<QDBusObjectPath, WireSecret>;

QString root()
{
    return u"/org/freedesktop/secrets"_s;
}

QVariant pathArgument(const QString &path)
{
    return QVariant::fromValue(QDBusObjectPath(path));
}

} // namespace

StandInService::StandInService()
    : m_bus(QDBusConnection::connectToBus(QDBusConnection::SessionBus, u"stand-in"_s))
{
    qDBusRegisterMetaType<Attributes>();
    qDBusRegisterMetaType<WireSecret>();
    qDBusRegisterMetaType<Secrets>();
}

StandInService::~StandInService()
{
    m_bus.unregisterService(u"org.freedesktop.secrets"_s);
    QDBusConnection::disconnectFromBus(u"stand-in"_s);
}

bool StandInService::start()
{
    return m_bus.registerVirtualObject(root(), this, QDBusConnection::SubPath) &&
           m_bus.registerService(u"org.freedesktop.secrets"_s);
}

void StandInService::behaveAgain()
{
    m_holding.clear();
    m_denials.clear();
    m_refusals.clear();
    m_change = {};
}

void StandInService::die()
{
    m_held.clear();
    m_openPrompt.clear();
    QDBusConnection::disconnectFromBus(u"stand-in"_s);
    m_bus = QDBusConnection(u"stand-in that has died"_s); // the last hold on the connection
}

bool StandInService::rise()
{
    m_bus = QDBusConnection::connectToBus(QDBusConnection::SessionBus, u"stand-in"_s);
    return start();
}

void StandInService::release()
{
    m_holding.clear();
    const QList<QDBusMessage> held = std::exchange(m_held, {});
    for (const QDBusMessage &message : held)
        carryOut(message);
}

void StandInService::answerPrompt(bool accept)
{
    m_isLocked = m_isLocked && !accept;
    QDBusMessage signal =
        QDBusMessage::createSignal(std::exchange(m_openPrompt, {}), u"org.freedesktop.Secret.Prompt"_s, u"Completed"_s);
    signal << !accept << QVariant::fromValue(QDBusVariant(QVariant::fromValue(accept ? m_toUnlock : Paths())));
    m_bus.send(signal);
}

bool StandInService::handleMessage(const QDBusMessage &message, const QDBusConnection &)
{
    ++m_calls[message.member()];
    if (m_holding.contains(message.member()))
        m_held.append(message);
    else
        carryOut(message);
    return true;
}

QString StandInService::introspect(const QString &) const
{
    return {};
}

void StandInService::carryOut(const QDBusMessage &message)
{
    if (const QString error = m_refusals.value(message.member()); !error.isEmpty()) {
        m_bus.send(message.createErrorReply(error, u"refused by the test"_s));
        return;
    }
    if (message.member() == "Get"_L1 && !m_hasKeyring) {
        m_bus.send(message.createErrorReply(u"org.freedesktop.Secret.Error.NoSuchObject"_s, u"no such keyring"_s));
        return;
    }
    // libsecret falls back to "plain".
    if (message.member() == "OpenSession"_L1 && message.arguments().constFirst().toString() != "plain"_L1) {
        m_bus.send(message.createErrorReply(u"org.freedesktop.DBus.Error.NotSupported"_s, u"only plain"_s));
        return;
    }
    const QVariantList result = resultOf(message);
    if (m_denials.contains(message.member()))
        m_bus.send(message.createErrorReply(u"org.freedesktop.DBus.Error.Failed"_s, u"lost by the test"_s));
    else
        m_bus.send(message.createReply(result));
}

QVariantList StandInService::resultOf(const QDBusMessage &message)
{
    const QString method = message.member();
    if (method == "Get"_L1)
        return {QVariant::fromValue(QDBusVariant(m_isLocked))};
    if (method == "GetAll"_L1)
        return {QVariantMap{}};
    if (method == "OpenSession"_L1)
        return {QVariant::fromValue(QDBusVariant(QString())), pathArgument(root() + u"/session/s1"_s)};
    if (method == "SearchItems"_L1)
        return search(message);
    if (method == "GetSecrets"_L1)
        return secrets(message);
    if (method == "CreateItem"_L1)
        return create(message);
    if (method == "Delete"_L1) {
        m_items.remove(entryOf(message.path()));
        return {pathArgument(u"/"_s)};
    }
    if (method == "Unlock"_L1) {
        if (!m_isLocked)
            return {message.arguments().constFirst(), pathArgument(u"/"_s)};
        m_toUnlock = qdbus_cast<Paths>(message.arguments().constFirst());
        return {QVariant::fromValue(Paths{}), pathArgument(root() + u"/prompt/p%1"_s.arg(m_prompts + 1))};
    }
    if (method == "Prompt"_L1) {
        ++m_prompts;
        m_openPrompt = message.path();
        return {};
    }
    if (method == "Dismiss"_L1)
        m_openPrompt.clear();
    return {};
}

QVariantList StandInService::search(const QDBusMessage &message) const
{
    const auto wanted = qdbus_cast<Attributes>(message.arguments().constFirst());
    Paths found;
    // What cannot be found as text is looked for as base64: text is all that there is.
    if (m_items.contains(wanted.value(u"user"_s)) && wanted.value(u"type"_s, u"plaintext"_s) == "plaintext"_L1)
        found << QDBusObjectPath(itemPath(wanted.value(u"user"_s)));
    const Paths none;
    return {QVariant::fromValue(m_isLocked ? none : found), QVariant::fromValue(m_isLocked ? found : none)};
}

QVariantList StandInService::secrets(const QDBusMessage &message) const
{
    const auto paths = qdbus_cast<Paths>(message.arguments().constFirst());
    Secrets found;
    for (const QDBusObjectPath &path : paths) {
        const QByteArray value = m_items.value(entryOf(path.path()));
        found.insert(path, WireSecret{message.arguments().at(1).value<QDBusObjectPath>(), QByteArray(""),
                                      m_change ? m_change(value) : value, u"text/plain"_s});
    }
    return {QVariant::fromValue(found)};
}

QVariantList StandInService::create(const QDBusMessage &message)
{
    const auto properties = qdbus_cast<QVariantMap>(message.arguments().at(0));
    const auto attributes = qdbus_cast<Attributes>(properties.value(u"org.freedesktop.Secret.Item.Attributes"_s));
    const auto secret = qdbus_cast<WireSecret>(message.arguments().at(1));
    const QString entry = attributes.value(u"user"_s);
    m_items.insert(entry, secret.value);
    m_hasKeyring = true;
    return {pathArgument(itemPath(entry)), pathArgument(u"/"_s)};
}

QString StandInService::itemPath(const QString &entry) const
{
    return root() + u"/collection/main/"_s + QString::fromLatin1(entry.toUtf8().toHex());
}

QString StandInService::entryOf(const QString &path) const
{
    return QString::fromUtf8(QByteArray::fromHex(path.section(u'/', -1).toLatin1()));
}

} // namespace acx
