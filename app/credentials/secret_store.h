// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/result.h"
#include "app/base/secret.h"

#include <QFuture>
#include <QString>

namespace acx {

enum class StoreState {
    Ready,        ///< unlocked
    Locked,       ///< a keyring is there and locked
    Unavailable,  ///< no bus, or no keychain service
    NotAnswering, ///< it does not answer within the deadline
};

struct StoreStatus
{
    StoreState state = StoreState::Unavailable;
    QString name;      ///< "GNOME Keyring", "KWallet", "this session only", …
    QString technical; ///< the backend's own text
    bool operator==(const StoreStatus &) const = default;
};

/// Where API keys and client secrets are kept. Keys are names such as "profile/<uuid>/api-key"; the store adds the
/// application's prefix. Every call ends within its deadline, and none blocks.
class SecretStore
{
public:
    virtual ~SecretStore() = default;

    /// False = in memory, for this session only.
    [[nodiscard]] virtual bool isPersistent() const = 0;
    /// State without a prompt.
    [[nodiscard]] virtual QFuture<Result<StoreStatus>> status() = 0;
    /// Writes, reads back and compares. Refuses empty values and values with NUL (InvalidInput) before any call.
    /// Errors: KeychainLocked, KeychainDenied, KeychainUnavailable, KeychainFailed, KeychainTimeout, KeychainMismatch,
    /// TooLarge.
    [[nodiscard]] virtual QFuture<Status> write(const QString &key, const Secret &value) = 0;
    /// Errors: SecretMissing only when the keyring is open; otherwise as for write().
    [[nodiscard]] virtual QFuture<Result<Secret>> read(const QString &key) = 0;
    /// Done only when the keyring is open and a read afterwards finds nothing. Removing what is not there succeeds.
    [[nodiscard]] virtual QFuture<Status> remove(const QString &key) = 0;
    /// Call it when the person asks to unlock or to try again. A store that was turned down once does not ask for the
    /// password again on reads until then; writes and removals, which the person starts, always may ask.
    virtual void allowPrompt() {}
};

} // namespace acx
