// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/credentials/secret_store.h"

#include <chrono>
#include <memory>

namespace acx {

/// Recognises a key that was imported before, without storing it: HMAC-SHA-256 of the key under a random key of this
/// installation, which lies in the store (in the keychain, or only in memory without one).
class KeyFingerprint final
{
public:
    /// The store must outlive every future that of() has handed out. `patience` is for another program that makes the
    /// random key at this moment.
    explicit KeyFingerprint(SecretStore &store, std::chrono::milliseconds patience = std::chrono::seconds(30));
    ~KeyFingerprint();
    Q_DISABLE_COPY_MOVE(KeyFingerprint)

    /// 64 hexadecimal digits. Makes and stores the random key at first use; a store that is locked or cannot be reached
    /// is an Error and never leads to a new random key.
    [[nodiscard]] QFuture<Result<QByteArray>> of(const Secret &apiKey);
    /// Answers with Cancelled who waits for another program that makes the random key.
    void stopWaiting();

private:
    struct State;
    std::shared_ptr<State> m_state;
};

} // namespace acx
