// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/credentials/secret_service.h"

#include "app/base/deliver.h"
#include "app/credentials/libsecret_session.h"
#include "app/credentials/secret_prompt.h"

#include <QCoreApplication>
#include <QDBusConnection>
#include <QDBusError>
#include <QDBusMessage>
#include <QDBusObjectPath>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>
#include <QDBusServiceWatcher>
#include <QDBusVariant>
#include <QElapsedTimer>
#include <QFileInfo>
#include <QPointer>
#include <QTimer>

#include <algorithm>
#include <memory>
#include <utility>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace acx {
namespace {

QString secretsName()
{
    return u"org.freedesktop.secrets"_s;
}

QString defaultKeyring()
{
    return u"/org/freedesktop/secrets/aliases/default"_s;
}

QDBusMessage busQuestion(const QString &method)
{
    return QDBusMessage::createMethodCall(u"org.freedesktop.DBus"_s, u"/org/freedesktop/DBus"_s,
                                          u"org.freedesktop.DBus"_s, method);
}

/// QtKeychain asks KWallet first in a KDE session.
bool isKdeSession()
{
    return qEnvironmentVariable("XDG_CURRENT_DESKTOP").contains("KDE"_L1) ||
           qEnvironmentVariableIsSet("KDE_FULL_SESSION");
}

bool isKWalletName(const QString &name)
{
    return name.startsWith("org.kde.kwalletd"_L1);
}

QString programName(uint pid)
{
    const QString program = QFileInfo(u"/proc/%1/exe"_s.arg(pid)).symLinkTarget().section(u'/', -1);
    if (program.startsWith("gnome-keyring"_L1))
        return u"GNOME Keyring"_s;
    if (program.startsWith("kwallet"_L1) || program.startsWith("ksecret"_L1))
        return u"KWallet"_s;
    if (program.startsWith("keepassxc"_L1))
        return u"KeePassXC"_s;
    return u"Secret Service"_s;
}

/// What an error reply to "is it locked?" means. Names: D-Bus specification, Secret Service API draft 0.2.
KeyringState stateOfError(const QDBusError &error)
{
    KeyringState state;
    state.technical = u"%1: %2"_s.arg(error.name(), error.message());
    switch (error.type()) {
    case QDBusError::NoReply:
    case QDBusError::Timeout:
    case QDBusError::TimedOut:
        state.state = StoreState::NotAnswering;
        return state;
    case QDBusError::UnknownObject:
    case QDBusError::UnknownMethod:
    case QDBusError::UnknownInterface:
    case QDBusError::UnknownProperty:
        state.state = StoreState::Locked;
        state.hasKeyring = false;
        return state;
    default:
        if (error.name() == "org.freedesktop.Secret.Error.NoSuchObject"_L1) {
            state.state = StoreState::Locked;
            state.hasKeyring = false;
        }
        return state;
    }
}

} // namespace

SecretService::SecretService(QObject *parent)
    : QObject(parent)
{}

void SecretService::call(const QDBusMessage &message, std::chrono::milliseconds deadline, const ReplyHandler &handler)
{
    const QDBusPendingCall pending =
        QDBusConnection::sessionBus().asyncCall(message, static_cast<int>(deadline.count()));
    auto *watcher = new QDBusPendingCallWatcher(pending, this);
    connect(watcher, &QDBusPendingCallWatcher::finished, this, [handler](QDBusPendingCallWatcher *done) {
        done->deleteLater();
        handler(done->reply());
    });
}

void SecretService::askState(std::chrono::milliseconds deadline, const StateHandler &handler)
{
    const QDBusConnection bus = QDBusConnection::sessionBus();
    if (!bus.isConnected()) {
        KeyringState state;
        state.technical = bus.lastError().message();
        QTimer::singleShot(0ms, this, [handler, state] { handler(state); });
        return;
    }
    watchOwner();
    if (!isKdeSession()) {
        askLocked(deadline, true, handler);
        return;
    }
    call(busQuestion(u"ListNames"_s), deadline, [this, deadline, handler](const QDBusMessage &reply) {
        const QStringList names = QDBusPendingReply<QStringList>(reply).value();
        if (std::none_of(names.cbegin(), names.cend(), isKWalletName)) {
            askLocked(deadline, true, handler);
            return;
        }
        KeyringState state;
        state.state = StoreState::Ready;
        state.isKWallet = true;
        handler(state);
    });
}

void SecretService::watchOwner()
{
    if (m_owner)
        return;
    m_owner = new QDBusServiceWatcher(secretsName(), QDBusConnection::sessionBus(),
                                      QDBusServiceWatcher::WatchForUnregistration, this);
    connect(m_owner, &QDBusServiceWatcher::serviceUnregistered, this, [] { forgetLibsecretSession(); });
}

void SecretService::askLocked(std::chrono::milliseconds deadline, bool mayRepeat, const StateHandler &handler)
{
    QDBusMessage question =
        QDBusMessage::createMethodCall(secretsName(), defaultKeyring(), u"org.freedesktop.DBus.Properties"_s, u"Get"_s);
    question << u"org.freedesktop.Secret.Collection"_s << u"Locked"_s;
    QElapsedTimer clock;
    clock.start();
    call(question, deadline, [this, deadline, mayRepeat, handler, clock](const QDBusMessage &message) {
        const QDBusPendingReply<QDBusVariant> reply = message;
        if (!reply.isError()) {
            KeyringState state;
            state.state = reply.value().variant().toBool() ? StoreState::Locked : StoreState::Ready;
            handler(state);
            return;
        }
        const KeyringState state = stateOfError(reply.error());
        // "No reply" long before the deadline: the service died while it was asked. The bus starts it again.
        const std::chrono::milliseconds left = deadline - std::chrono::milliseconds(clock.elapsed());
        if (state.state == StoreState::NotAnswering && mayRepeat && left > deadline / 5)
            askLocked(left, false, handler);
        else
            handler(state);
    });
}

void SecretService::askName(std::chrono::milliseconds deadline, const NameHandler &handler)
{
    QDBusMessage question = busQuestion(u"GetConnectionUnixProcessID"_s);
    question << secretsName();
    call(question, deadline, [handler](const QDBusMessage &message) {
        const QDBusPendingReply<uint> reply = message;
        handler(reply.isError() ? u"Secret Service"_s : programName(reply.value()));
    });
}

void SecretService::unlock(std::chrono::milliseconds deadline, std::chrono::milliseconds promptDeadline,
                           const UnlockHandler &handler)
{
    QDBusMessage question = QDBusMessage::createMethodCall(secretsName(), u"/org/freedesktop/secrets"_s,
                                                           u"org.freedesktop.Secret.Service"_s, u"Unlock"_s);
    question << QVariant::fromValue(QList<QDBusObjectPath>{QDBusObjectPath(defaultKeyring())});
    call(question, deadline, [this, promptDeadline, handler](const QDBusMessage &message) {
        const QDBusPendingReply<QList<QDBusObjectPath>, QDBusObjectPath> reply = message;
        if (reply.isError()) {
            handler(stateOfError(reply.error()).state == StoreState::NotAnswering ? UnlockResult::NoService
                                                                                  : UnlockResult::Declined);
            return;
        }
        const QString path = reply.argumentAt<1>().path();
        // "/" says that no question was needed.
        if (path == "/"_L1)
            handler(UnlockResult::Unlocked);
        else
            prompt(message.service(), path, promptDeadline, handler);
    });
}

void SecretService::prompt(const QString &owner, const QString &path, std::chrono::milliseconds deadline,
                           const UnlockHandler &handler)
{
    deliver(SecretPrompt::open(owner, path), this,
            [this, deadline, handler](const Result<std::shared_ptr<SecretPrompt::Owner>> &opened) {
                if (!opened) {
                    handler(UnlockResult::Declined);
                    return;
                }
                SecretPrompt *prompt = (*opened)->release();
                prompt->setParent(this);
                ask(prompt, deadline, handler);
            });
}

void SecretService::ask(SecretPrompt *prompt, std::chrono::milliseconds deadline, const UnlockHandler &handler)
{
    auto *limit = new QTimer(prompt);
    limit->setSingleShot(true);
    const auto answered = std::make_shared<bool>(false);
    const auto finish = [prompt, limit, answered, handler](UnlockResult result) {
        if (std::exchange(*answered, true))
            return;
        limit->stop();
        prompt->deleteLater();
        handler(result);
    };
    prompt->setHandler(
        [finish](bool dismissed) { finish(dismissed ? UnlockResult::Declined : UnlockResult::Unlocked); });
    connect(limit, &QTimer::timeout, prompt, [prompt, finish] {
        prompt->asyncCall(u"Dismiss"_s);
        finish(UnlockResult::Declined);
    });
    // With the service its question is gone, and no answer will come.
    watchOwner();
    connect(m_owner, &QDBusServiceWatcher::serviceUnregistered, prompt, [finish] { finish(UnlockResult::Gone); });
    limit->start(deadline);
    QDBusMessage question =
        QDBusMessage::createMethodCall(prompt->service(), prompt->path(), prompt->interface(), u"Prompt"_s);
    question << QString();
    call(question, deadline, [finish, guard = QPointer<SecretPrompt>(prompt)](const QDBusMessage &message) {
        if (!guard || message.type() != QDBusMessage::ErrorMessage)
            return;
        // It may have gone before anybody watched.
        const QDBusError error(message);
        const bool isGone = error.type() == QDBusError::ServiceUnknown || error.type() == QDBusError::NoReply ||
                            error.name() == "org.freedesktop.DBus.Error.NameHasNoOwner"_L1;
        finish(isGone ? UnlockResult::Gone : UnlockResult::Declined);
    });
}

} // namespace acx
