// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/profiles/secret_swap.h"

#include "app/credentials/keychain_errors.h"

#include <QCoreApplication>

namespace acx {

namespace {

/// The failure itself, with a word on what came of the failed way back.
Error withWord(Error failure, const QString &word, const QString &entry, const Error &wayBack)
{
    failure.nextStep = failure.nextStep.isEmpty() ? word : word + QChar(u' ') + failure.nextStep;
    failure.technical = QStringList{failure.technical, entry, wayBack.message()}.join(QChar(u'\n')).trimmed();
    return failure;
}

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
    return withWord(failure, leftover, swap.entry, wayBack);
}

QFuture<Status> wayBack(SecretStore &store, const SecretSwap &swap, const Error &failure)
{
    QFuture<Status> restored = swap.old ? store.write(swap.entry, *swap.old) : store.remove(swap.entry);
    return settle<void>(std::move(restored), [swap, failure](const Status &done) {
        return ready<void>(fail(done ? failure : withLeftover(failure, swap, done.error())));
    });
}

/// A call is dropped when the store itself goes: it must not be asked again.
bool isStoreGoing(const Error &error)
{
    return error.kind == ErrorKind::Cancelled;
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
        if (committed || isStoreGoing(committed.error()))
            return ready<void>(committed);
        SecretSwap back = swap;
        // Whom it belonged to has been removed meanwhile: an old key put back would stay behind, unseen.
        if (committed.error().kind == ErrorKind::NotFound)
            back.old.reset();
        return wayBack(store, back, committed.error());
    });
}

QFuture<Status> afterRemoval(SecretStore &store, const QString &entry, const std::optional<Secret> &old,
                             QFuture<Status> committed)
{
    return settle<void>(std::move(committed), [&store, entry, old](const Status &done) {
        if (done || !old || isStoreGoing(done.error()) || done.error().kind == ErrorKind::NotFound)
            return ready<void>(done);
        return settle<void>(store.write(entry, *old), [entry, failure = done.error()](const Status &restored) {
            if (restored)
                return ready<void>(fail(failure));
            const QString lost = QCoreApplication::translate(
                "acx", "The secret had already been removed from the keychain and could not be put back: enter it "
                       "again, or repeat the removal.");
            return ready<void>(fail(withWord(failure, lost, entry, restored.error())));
        });
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

QFuture<Status> removeSecret(SecretStore &store, const QString &entry, std::function<QFuture<Status>()> commit)
{
    return settle<void>(store.read(entry), [&store, entry, commit = std::move(commit)](const Result<Secret> &read) {
        if (!read && read.error().kind != ErrorKind::SecretMissing)
            return ready<void>(fail(asFailed(KeychainAction::Remove, read.error())));
        const std::optional<Secret> old = read ? std::optional(*read) : std::nullopt;
        return chain<void>(store.remove(entry),
                           [&store, entry, old, commit] { return afterRemoval(store, entry, old, commit()); });
    });
}

} // namespace acx
