// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/disk_thread.h"
#include "app/credentials/api_key.h"
#include "app/credentials/key_fingerprint.h"
#include "app/credentials/secret_store.h"
#include "app/profiles/file_watch.h"
#include "app/profiles/profile_store.h"

#include <QFuture>
#include <QObject>

#include <functional>
#include <memory>
#include <optional>

namespace acx {

class KeyMark;

/// What belongs together when a key is imported, used and removed. Owns the list of profiles in memory; keys lie in the
/// persistent store or, for session-only profiles, in the session store. The file is changed in a thread of its own,
/// one change after the other, because the disk or another program that holds the file may make it wait; only load()
/// reads it in the caller's thread. Futures finish in the service's thread, which needs an event loop.
class ProfileService final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ProfileService)

public:
    /// All three must outlive the service. `patience`: see KeyFingerprint.
    ProfileService(ProfileStore &file, SecretStore &keychain, SecretStore &session,
                   std::chrono::milliseconds patience = std::chrono::seconds(30), QObject *parent = nullptr);
    ~ProfileService() override;

    /// Reads the file; reports damage (see ProfileStore::load).
    [[nodiscard]] Status load();
    /// Takes over from now on what other programs change in the file. A file that is gone or cannot be read changes
    /// nothing here. What is gone from the file was not always removed on purpose: see profileRemoved().
    void follow();
    /// Set by load() when a damaged file was put aside.
    [[nodiscard]] std::optional<Error> notice() const { return m_notice; }

    [[nodiscard]] QList<Profile> profiles() const { return m_profiles; }
    [[nodiscard]] std::optional<Profile> find(const QUuid &id) const;
    /// By exact name, else by name without case, else by the beginning of the id (8 characters or more, one match).
    [[nodiscard]] std::optional<Profile> findByName(const QString &name) const;
    [[nodiscard]] QUuid lastUsed() const { return m_current; }
    /// Holds at once; that it could not be written is not told, the window then begins with another profile next time.
    void setLastUsed(const QUuid &id);

    /// Stores the key (read back and compared) and then the profile. On failure nothing is left of either; what a
    /// program that was killed left of a key is removed as soon as the keychain is found open again. The
    /// profile's id, fingerprint and key facts are filled in; `sessionOnly` decides the store.
    [[nodiscard]] QFuture<Result<Profile>> add(Profile draft, const ApiKey &key,
                                               std::optional<ClientCredentials> client = std::nullopt);
    /// The profile that holds the same key, if any (by fingerprint). A store that cannot be asked gives none; a locked
    /// one is not asked, because its question for the password would come before the person has decided anything.
    [[nodiscard]] QFuture<Result<std::optional<Profile>>> findSameKey(const ApiKey &key);
    /// Name, colour, deployment with region, URLs, IAM settings and marks, those of them that differ from `base`, the
    /// profile as whoever edited it saw it: what another program changed meanwhile stays. The stored key and the client
    /// stay, too.
    [[nodiscard]] QFuture<Status> update(const Profile &profile, const Profile &base);
    /// The same for a profile that was edited as it is known here now.
    [[nodiscard]] QFuture<Status> update(const Profile &profile);
    [[nodiscard]] QFuture<Result<Profile>> replaceKey(const QUuid &id, const ApiKey &key);
    [[nodiscard]] QFuture<Status> setClient(const QUuid &id, const ClientCredentials &client);
    /// Removes the client's secret, proves it by reading, then the id. On failure both stay: the secret is put back.
    [[nodiscard]] QFuture<Status> removeClient(const QUuid &id);
    /// Removes the secrets, proves it by reading, then removes the profile. If a secret could not be removed (locked,
    /// not answering) the profile stays and the Error says so; if the profile could not be, the secrets are put back.
    /// `evenWithoutProof` drops the profile all the same, on the person's word, when the keychain no longer can be
    /// reached.
    [[nodiscard]] QFuture<Status> remove(const QUuid &id, bool evenWithoutProof = false);
    /// Removes the profile and leaves its secrets to the keychain, unasked: on the person's word, after remove() has
    /// said why they could not be removed.
    [[nodiscard]] QFuture<Status> removeWithoutSecrets(const QUuid &id);

    [[nodiscard]] QFuture<Result<Secret>> apiKey(const QUuid &id);
    [[nodiscard]] QFuture<Result<Secret>> clientSecret(const QUuid &id);

Q_SIGNALS:
    void profilesChanged();
    /// URLs, settings or key of this profile changed: its tokens are stale.
    void profileChanged(const QUuid &id);
    /// It is no longer on the list, for whatever reason.
    void profileRemoved(const QUuid &id);
    /// The same, and it was removed here, by the person. One that only fell out of the file may come back: a part of a
    /// damaged list is missing until the copy that was kept of it is put right.
    void profileRemovedHere(const QUuid &id);

private:
    [[nodiscard]] SecretStore &storeOf(const Profile &profile) const;
    [[nodiscard]] KeyFingerprint &fingerprintOf(const Profile &profile);
    [[nodiscard]] Status checkName(const Profile &profile) const;
    /// add() of a draft that has been checked.
    [[nodiscard]] QFuture<Result<Profile>> storeNew(const Profile &draft, const Secret &key,
                                                    const std::optional<ClientCredentials> &client);
    /// Keys that were stored for a profile which never came onto the list: see KeyMark. Nobody waits for it; the
    /// keychain must be open, so that nobody is asked for a password.
    void removeLeftKeys();
    void removeLeftKey(const std::shared_ptr<KeyMark> &mark);
    [[nodiscard]] QFuture<Status> clearMark(const std::shared_ptr<KeyMark> &mark);
    /// Into the file (unless for this session only) and the list.
    [[nodiscard]] QFuture<Status> keep(const Profile &profile);
    /// Changes what the file holds of a profile now; another program may have changed or removed it. `edit` runs in the
    /// thread of the disk.
    [[nodiscard]] QFuture<Result<Profile>> modify(const QUuid &id, const std::function<void(Profile &)> &edit);
    /// Runs `commit` with the fingerprint of the key, empty if there is none to be had.
    [[nodiscard]] QFuture<Result<Profile>>
    withFingerprint(const Profile &profile, const Secret &key,
                    const std::function<QFuture<Result<Profile>>(const QByteArray &fingerprint)> &commit);
    [[nodiscard]] QFuture<Result<std::optional<Profile>>> findSameStoredKey(const Secret &key);
    [[nodiscard]] QFuture<Result<std::optional<Profile>>> findSameKey(const Secret &key, bool sessionOnly);
    void lookAgain();
    void takeOver(const QList<Profile> &stored);
    [[nodiscard]] QFuture<Status> drop(const Profile &profile);
    void dropFromList(const QUuid &id);
    /// Gives an Error the words for this secret of this profile.
    using Wording = Error (*)(Error error, const Profile &profile);
    [[nodiscard]] QFuture<Result<Secret>> secret(const QUuid &id, const QString &entry, Wording wording);

    ProfileStore &m_file;
    SecretStore &m_keychain;
    SecretStore &m_session;
    KeyFingerprint m_keychainFingerprint;
    KeyFingerprint m_sessionFingerprint;
    QList<Profile> m_profiles;
    QUuid m_current;
    std::optional<Error> m_notice;
    FileWatch m_watch;
    bool m_mayHaveLeft = true; ///< keys: of a program before this one, or of an import that failed
    DiskThread m_disk;         ///< ends first
};

/// A name that no profile has yet: `wanted`, or "wanted 2", "wanted 3", …
[[nodiscard]] QString uniqueProfileName(const QString &wanted, const QList<Profile> &profiles);
/// The colour that the fewest profiles use, from a fixed list of eight.
[[nodiscard]] QString nextProfileColour(const QList<Profile> &profiles);

} // namespace acx
