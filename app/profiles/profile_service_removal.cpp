// SPDX-License-Identifier: GPL-3.0-or-later
// A profile that goes with its secrets, or a client without its profile.
#include "app/credentials/keychain_errors.h"
#include "app/profiles/profile_errors.h"
#include "app/profiles/profile_service.h"
#include "app/profiles/secret_swap.h"

#include <QCoreApplication>
#include <QPointer>

namespace acx {

QFuture<Status> ProfileService::removeClient(const QUuid &id)
{
    const std::optional<Profile> profile = find(id);
    if (!profile)
        return ready<void>(fail(noSuchProfile()));
    storeOf(*profile).allowPrompt();
    const QPointer<ProfileService> self(this);
    const auto commit = [self, id]() -> QFuture<Status> {
        if (!self)
            return ready<void>(fail(programIsEnding()));
        return chain<void>(self->modify(id, [](Profile &stored) { stored.clientId.clear(); }),
                           [self, id](const Profile &) {
                               if (self)
                                   Q_EMIT self->profileChanged(id);
                               return ready<void>(Status());
                           });
    };
    return removeSecret(storeOf(*profile), clientSecretEntry(id), commit);
}

QFuture<Status> ProfileService::remove(const QUuid &id, bool evenWithoutProof)
{
    const std::optional<Profile> profile = find(id);
    if (!profile)
        return ready<void>(fail(noSuchProfile()));
    SecretStore &store = storeOf(*profile);
    store.allowPrompt();
    const auto dropIt = [self = QPointer<ProfileService>(this), profile] {
        return self ? self->drop(*profile) : ready<void>(fail(cancelledError()));
    };
    const auto dropAnyway = [dropIt, evenWithoutProof](QFuture<Status> removed) {
        return settle<void>(std::move(removed), [dropIt, evenWithoutProof](const Status &done) {
            const bool isUnproven = !done && isKeychainError(done.error().kind);
            return isUnproven && evenWithoutProof ? dropIt() : ready<void>(done);
        });
    };
    const auto removeRest = [&store, id, dropIt, dropAnyway] {
        return dropAnyway(removeSecret(store, clientSecretEntry(id), dropIt));
    };
    QFuture<Status> removed = dropAnyway(removeSecret(store, apiKeyEntry(id), removeRest));
    return settle<void>(std::move(removed), [profile](const Status &done) {
        if (done || !isKeychainError(done.error().kind))
            return ready<void>(done);
        Error error = done.error();
        error.nextStep = QCoreApplication::translate("acx", "The profile “%1” stays until its key is gone. %2")
                             .arg(profile->name, error.nextStep)
                             .trimmed();
        return ready<void>(fail(error));
    });
}

QFuture<Status> ProfileService::drop(const Profile &profile)
{
    const QUuid id = profile.id;
    const auto unlist = [this, id](const Status &removed) {
        if (!removed)
            return removed;
        dropFromList(id);
        Q_EMIT profileRemovedHere(id);
        return removed;
    };
    if (profile.sessionOnly)
        return ready<void>(unlist({}));
    return m_disk.run<void>(
        this, [&file = m_file, id] { return file.remove(id); }, unlist);
}

void ProfileService::dropFromList(const QUuid &id)
{
    m_profiles.removeIf([&id](const Profile &other) { return other.id == id; });
    if (m_current == id)
        m_current = QUuid();
    Q_EMIT profileRemoved(id);
    Q_EMIT profilesChanged();
}

QFuture<Status> ProfileService::removeWithoutSecrets(const QUuid &id)
{
    const std::optional<Profile> profile = find(id);
    return profile ? drop(*profile) : ready<void>(fail(noSuchProfile()));
}

} // namespace acx
