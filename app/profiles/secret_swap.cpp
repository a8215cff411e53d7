// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/profiles/secret_swap.h"

#include "app/credentials/keychain_errors.h"

#include <QCoreApplication>

namespace acx {

namespace {

/// The failure itself, with a word on what the failed way back left behind.
Error withLeftover(Error failure, const SecretSwap &swap, const Error &wayBack)
{
    const QString leftover =
        swap.old
            ? QCoreApplication::translate("acx",
                                          "The keychain already holds the new key, and the old one could not be put "
                                          "back.")
            : QCoreApplication::translate("acx", "The key that was just stored could not be removed again.");
    if (swap.old)
        failure.kind = ErrorKind::KeychainMismatch;
    failure.nextStep = failure.nextStep.isEmpty() ? leftover : leftover + QChar(u' ') + failure.nextStep;
    failure.technical = QStringList{failure.technical, swap.entry, wayBack.message()}.join(QChar(u'\n')).trimmed();
    return failure;
}

QFuture<Status> wayBack(SecretStore &store, const SecretSwap &swap, const Error &failure)
{
    QFuture<Status> restored = swap.old ? store.write(swap.entry, *swap.old) : store.remove(swap.entry);
    return settle<void>(std::move(restored), [swap, failure](const Status &done) {
        return ready<void>(fail(done ? failure : withLeftover(failure, swap, done.error())));
    });
}

QFuture<Status> afterWrite(SecretStore &store, const SecretSwap &swap, const Status &written,
                           const std::function<QFuture<Status>()> &commit)
{
    if (!written) {
        // Only then may the entry hold something; in every other case nothing was stored.
        if (written.error().kind == ErrorKind::KeychainMismatch)
            return wayBack(store, swap, written.error());
        return ready<void>(fail(written.error()));
    }
    return settle<void>(commit(), [&store, swap](const Status &committed) {
        // A call is dropped when the store itself goes: it must not be asked again.
        const bool isStoreGoing = !committed && committed.error().kind == ErrorKind::Cancelled;
        if (committed || isStoreGoing)
            return ready<void>(committed);
        SecretSwap back = swap;
        // Whom it belonged to has been removed meanwhile: an old key put back would stay behind, unseen.
        if (committed.error().kind == ErrorKind::NotFound)
            back.old.reset();
        return wayBack(store, back, committed.error());
    });
}

} // namespace

QFuture<Status> swapSecret(SecretStore &store, const SecretSwap &swap, std::function<QFuture<Status>()> commit)
{
    return settle<void>(store.write(swap.entry, swap.fresh),
                        [&store, swap, commit = std::move(commit)](const Status &written) {
                            return afterWrite(store, swap, written, commit);
                        });
}

QFuture<Status> replaceSecret(SecretStore &store, const QString &entry, const Secret &fresh,
                              const std::function<QFuture<Status>()> &commit)
{
    return settle<void>(store.read(entry), [&store, entry, fresh, commit](const Result<Secret> &old) {
        // Where there is no keyring yet, or no longer, it is the write that makes one.
        const bool isNothingThere =
            !old && (old.error().kind == ErrorKind::SecretMissing || isWithoutKeyring(old.error()));
        if (!old && !isNothingThere)
            return ready<void>(fail(asFailed(KeychainAction::Write, old.error())));
        return swapSecret(store, {entry, fresh, old ? std::optional(*old) : std::nullopt}, commit);
    });
}

} // namespace acx
