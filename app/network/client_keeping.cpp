// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/network/client_keeping.h"

#include "app/credentials/keychain_errors.h"
#include "app/network/host_and_port.h"
#include "app/profiles/profile_errors.h"
#include "app/profiles/secret_swap.h"

#include <QCoreApplication>
#include <QPointer>

#include <algorithm>
#include <functional>
#include <optional>

namespace acx {

namespace {

struct KeepingText
{
    Q_DECLARE_TR_FUNCTIONS(acx)
};

using Commit = std::function<QFuture<Status>()>;

/// A passphrase that goes, together with what depends on it.
struct LeavingPassphrase
{
    ClientCertificateFile file;
    std::optional<Secret> old; ///< put back when the commit fails
};

Error notRemoved(const ClientCertificateFile &file, const Error &reason)
{
    Error error = reason;
    error.sentence = KeepingText::tr("The passphrase of your client certificate for %1 could not be removed, so "
                                     "nothing was changed: %2")
                         .arg(hostAndPortText(file.host, file.port), reason.sentence);
    // What the keychain says is about keys, which can do without it; a passphrase cannot.
    if (reason.kind == ErrorKind::KeychainLocked)
        error.nextStep = KeepingText::tr("Unlock the keychain and try again.");
    else if (reason.kind != ErrorKind::KeychainMismatch)
        error.nextStep = KeepingText::tr("Look into the program that manages your keychain, then try again.");
    return error;
}

Error withLostPassphrase(Error failure, const QString &entry, const Error &wayBack)
{
    const QString lost = KeepingText::tr("The old passphrase had already been removed from the keychain and could not "
                                         "be put back: add the certificate again to enter it.");
    failure.nextStep = failure.nextStep.isEmpty() ? lost : lost + QChar(u' ') + failure.nextStep;
    failure.technical = QStringList{failure.technical, entry, wayBack.message()}.join(QChar(u'\n')).trimmed();
    return failure;
}

QFuture<Status> afterRemoval(SecretStore &keychain, const LeavingPassphrase &leaving, const Commit &commit)
{
    return settle<void>(commit(), [&keychain, leaving](const Status &committed) {
        // A call is dropped when the program ends: the keychain must not be asked again.
        const bool isEnding = !committed && committed.error().kind == ErrorKind::Cancelled;
        if (committed || isEnding || !leaving.old)
            return ready<void>(committed);
        const QString entry = leaving.file.passphraseEntry();
        return settle<void>(keychain.write(entry, *leaving.old), [entry, committed](const Status &restored) {
            return ready<void>(restored ? committed
                                        : fail(withLostPassphrase(committed.error(), entry, restored.error())));
        });
    });
}

/// Removes the passphrase, then runs `commit`. When that fails, the passphrase is put back.
QFuture<Status> removePassphrase(SecretStore &keychain, const ClientCertificateFile &file, const Commit &commit)
{
    const QString entry = file.passphraseEntry();
    return settle<void>(keychain.read(entry), [&keychain, file, entry, commit](const Result<Secret> &old) {
        if (!old && old.error().kind != ErrorKind::SecretMissing)
            return ready<void>(fail(notRemoved(file, asFailed(KeychainAction::Remove, old.error()))));
        const LeavingPassphrase leaving{file, old ? std::optional(*old) : std::nullopt};
        return settle<void>(keychain.remove(entry), [&keychain, leaving, commit](const Status &removed) {
            if (!removed)
                return ready<void>(fail(notRemoved(leaving.file, removed.error())));
            return afterRemoval(keychain, leaving, commit);
        });
    });
}

bool hadPassphrase(const TrustStore &trust, const ClientCertificateFile &file)
{
    return std::ranges::any_of(trust.clients(), [&file](const ClientCertificateFile &old) {
        return old.hasPassphrase && old.host == file.host && old.port == file.port;
    });
}

} // namespace

QFuture<Status> keepClient(SecretStore &keychain, TrustStore &trust, const ClientCertificateFile &file,
                           const Secret &passphrase)
{
    const auto commit = [store = QPointer<TrustStore>(&trust), file]() -> QFuture<Status> {
        return store ? store->setClient(file) : ready<void>(fail(programIsEnding()));
    };
    if (!file.hasPassphrase && !hadPassphrase(trust, file))
        return commit();
    keychain.allowPrompt(); // the person asks for this: a question that was turned down before may come again
    if (!file.hasPassphrase)
        return removePassphrase(keychain, file, commit);
    // Whoever follows the store takes the passphrase from the keychain, so it has to lie there first.
    return replaceSecret(keychain, file.passphraseEntry(), passphrase, commit);
}

QFuture<Status> forgetClient(SecretStore &keychain, TrustStore &trust, const ClientCertificateFile &file)
{
    const auto commit = [store = QPointer<TrustStore>(&trust), file]() -> QFuture<Status> {
        return store ? store->removeClient(file.host, file.port) : ready<void>(fail(programIsEnding()));
    };
    if (!file.hasPassphrase)
        return commit();
    keychain.allowPrompt();
    return removePassphrase(keychain, file, commit);
}

} // namespace acx
