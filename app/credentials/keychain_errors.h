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
/// The service is there, and no default keyring: it was never made, or was deleted (KeychainUnavailable). A write makes
/// one.
[[nodiscard]] Error keychainWithoutKeyring(KeychainAction action, const QString &technical = {});
[[nodiscard]] bool isWithoutKeyring(const Error &error);
/// A failed read that stood in the way of a write or a removal, in the words of that; any other Error as it is.
[[nodiscard]] Error asFailed(KeychainAction action, const Error &failedRead);
[[nodiscard]] Error keychainSecretMissing();
[[nodiscard]] Error sessionSecretMissing();

/// The keychain stood in the way: what was to be kept can be used for this session only.
[[nodiscard]] bool isKeychainError(ErrorKind kind);

/// Why no store can keep this value unchanged: it is empty, holds NUL, is not valid UTF-8 or is larger than
/// maximumSecretSize.
[[nodiscard]] std::optional<Error> problemOfSecret(const Secret &value);

} // namespace acx
