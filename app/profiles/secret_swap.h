// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/deliver.h"
#include "app/credentials/secret_store.h"

#include <functional>
#include <optional>

namespace acx {

/// Runs `next` (QFuture<Result<U>>(Result<T>)) with the outcome, good or bad.
template <class U, class T, class Next>
[[nodiscard]] QFuture<Result<U>> settle(QFuture<Result<T>> future, Next &&next)
{
    return future
        .then([next = std::forward<Next>(next)](const QFuture<Result<T>> &done) mutable -> QFuture<Result<U>> {
            return next(done.resultCount() > 0 ? done.resultAt(0) : Result<T>(fail(cancelledError())));
        })
        .unwrap();
}

/// A secret that takes the place of another (or of none), together with what depends on it.
struct SecretSwap
{
    QString entry;
    Secret fresh;
    std::optional<Secret> old; ///< put back when `commit` fails; none = the entry is removed then
};

/// Writes the fresh secret, then runs `commit`. When `commit` fails, the old state of the entry is restored; if that
/// fails too, the Error says so (KeychainMismatch if there was an old secret). When `commit` fails with NotFound, whom
/// the secret belongs to is gone, and the entry is removed. `store` must outlive the future.
[[nodiscard]] QFuture<Status> swapSecret(SecretStore &store, const SecretSwap &swap,
                                         std::function<QFuture<Status>()> commit);

/// The same for an entry that may have a value already, which is read first.
[[nodiscard]] QFuture<Status> replaceSecret(SecretStore &store, const QString &entry, const Secret &fresh,
                                            const std::function<QFuture<Status>()> &commit);

/// Removes a secret and proves it, then runs `commit`. When that fails, the secret is put back, unless `commit` fails
/// with NotFound; if that fails too, the Error says so. `store` must outlive the future.
[[nodiscard]] QFuture<Status> removeSecret(SecretStore &store, const QString &entry,
                                           std::function<QFuture<Status>()> commit);

} // namespace acx
