// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/credentials/secret_store.h"

#include <QObject>

#include <chrono>
#include <functional>

QT_BEGIN_NAMESPACE
class QDBusError;
class QDBusMessage;
class QDBusServiceWatcher;
QT_END_NAMESPACE

namespace acx {

class SecretPrompt;

/// What the keychain service says of its default keyring.
struct KeyringState
{
    StoreState state = StoreState::Unavailable;
    bool hasKeyring = true; ///< false: the service is there, no keyring is (it is made at the first write)
    bool isKWallet = false; ///< QtKeychain speaks KWallet's own protocol, which tells nothing without a question
    QString technical;
};

/// Asks the Secret Service over D-Bus what QtKeychain cannot tell: locked or not, and by whom. Nothing blocks, nothing
/// prompts except unlock(). Handlers are called once, and never after this object has died.
class SecretService final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(SecretService)

public:
    enum class UnlockResult {
        Unlocked,
        Declined,  ///< by the person, or because no question can be shown here
        NoService, ///< the service itself does not answer
        Gone,      ///< the service went away while its question was open
    };
    using StateHandler = std::function<void(const KeyringState &)>;
    using NameHandler = std::function<void(const QString &)>;
    using UnlockHandler = std::function<void(UnlockResult)>;

    explicit SecretService(QObject *parent = nullptr);

    void askState(std::chrono::milliseconds deadline, const StateHandler &handler);
    /// The name of the program behind the service, for people; "Secret Service" if it cannot be told.
    void askName(std::chrono::milliseconds deadline, const NameHandler &handler);
    /// Asks the person to unlock the default keyring. The question is withdrawn when its own deadline passes.
    void unlock(std::chrono::milliseconds deadline, std::chrono::milliseconds promptDeadline,
                const UnlockHandler &handler);

private:
    using ReplyHandler = std::function<void(const QDBusMessage &)>;
    void call(const QDBusMessage &message, std::chrono::milliseconds deadline, const ReplyHandler &handler);
    void watchOwner();
    void askLocked(std::chrono::milliseconds deadline, bool mayRepeat, const StateHandler &handler);
    void prompt(const QString &owner, const QString &path, std::chrono::milliseconds deadline,
                const UnlockHandler &handler);
    void ask(SecretPrompt *prompt, std::chrono::milliseconds deadline, const UnlockHandler &handler);

    QDBusServiceWatcher *m_owner = nullptr; ///< from the first question on
};

} // namespace acx
