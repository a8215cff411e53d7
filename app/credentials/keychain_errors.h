// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/error.h"
#include "app/base/secret.h"

#include <optional>

namespace acx {

/// What was being done when the keychain failed; each has its own sentence.
enum class KeychainAction { Write, Read, Remove };

/// Bytes: the Windows Credential Manager takes no more, and a profile should work everywhere.
inline constexpr qsizetype maximumSecretSize = 2560;

[[nodiscard]] Error keychainLocked(KeychainAction action, const QString &technical = {});
[[nodiscard]] Error keychainDenied(KeychainAction action, const QString &technical = {});
[[nodiscard]] Error keychainUnavailable(KeychainAction action, const QString &technical = {});
/// It is there and open, and did not do it.
[[nodiscard]] Error keychainFailed(KeychainAction action, const QString &technical = {});
[[nodiscard]] Error keychainTimeout(KeychainAction action, const QString &technical = {});
/// After a write: something else came back. After a removal: the secret is still there.
[[nodiscard]] Error keychainMismatch(KeychainAction action);
/// A failed read that stood in the way of a write, in the words of the write; any other Error as it is.
[[nodiscard]] Error asFailedWrite(const Error &failedRead);
[[nodiscard]] Error keychainSecretMissing();
[[nodiscard]] Error sessionSecretMissing();

/// The keychain stood in the way: what was to be kept can be used for this session only.
[[nodiscard]] bool isKeychainError(ErrorKind kind);

/// Why no store can keep this value unchanged: it is empty, holds NUL, is not valid UTF-8 or is larger than
/// maximumSecretSize.
[[nodiscard]] std::optional<Error> problemOfSecret(const Secret &value);

} // namespace acx
