// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/credentials/secret_store.h"

namespace acx {

/// Recognises a key that was imported before, without storing it: HMAC-SHA-256 of the key under a random key of this
/// installation, which lies in the store (in the keychain, or only in memory without one).
class KeyFingerprint final
{
public:
    explicit KeyFingerprint(SecretStore &store);

    /// 64 hexadecimal digits. Makes and stores the random key at first use.
    [[nodiscard]] QFuture<Result<QByteArray>> of(const Secret &apiKey);

private:
    SecretStore &m_store;
    Secret m_macKey;
};

} // namespace acx
