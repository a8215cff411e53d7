// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/profiles/profile_service.h"

#include "app/profiles/secret_swap.h"

#include <QCoreApplication>
#include <QPointer>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace acx {

namespace {

Error noSuchProfile()
{
    Error error;
    error.kind = ErrorKind::NotFound;
    error.sentence = QCoreApplication::translate("acx", "This profile no longer exists.");
    error.nextStep = QCoreApplication::translate("acx", "Choose another profile, or import the API key again.");
    return error;
}

Error named(Error error, const Profile &profile)
{
    if (error.kind != ErrorKind::SecretMissing)
        return error;
    error.sentence =
        profile.sessionOnly
            ? QCoreApplication::translate("acx", "The key of “%1” was kept for one session only and is gone.")
                  .arg(profile.name)
            : QCoreApplication::translate("acx", "The keychain no longer has the key of “%1”.").arg(profile.name);
    error.nextStep =
        QCoreApplication::translate("acx", "Import the API key again into this profile, or remove the profile.");
    return error;
}

void takeKeyFacts(Profile &profile, const ApiKey &key)
{
    profile.keyName = key.name;
    profile.keyCreatedAt = key.createdAt;
    profile.keyFingerprint.clear();
}

bool isSameName(const QString &a, const QString &b)
{
    return a.compare(b, Qt::CaseInsensitive) == 0;
}

} // namespace

ProfileService::ProfileService(ProfileStore &file, SecretStore &keychain, SecretStore &session, QObject *parent)
    : QObject(parent)
    , m_file(file)
    , m_keychain(keychain)
    , m_session(session)
    , m_keychainFingerprint(keychain)
    , m_sessionFingerprint(session)
{}

SecretStore &ProfileService::storeOf(const Profile &profile) const
{
    return profile.sessionOnly ? m_session : m_keychain;
}

KeyFingerprint &ProfileService::fingerprintOf(const Profile &profile)
{
    return profile.sessionOnly ? m_sessionFingerprint : m_keychainFingerprint;
}

Status ProfileService::load()
{
    const Result<ProfileStore::Contents> contents = m_file.load();
    if (!contents)
        return fail(contents.error());
    QList<Profile> profiles = contents->profiles;
    for (const Profile &profile : std::as_const(m_profiles)) {
        if (profile.sessionOnly)
            profiles.append(profile);
    }
    m_profiles = profiles;
    m_current = contents->current;
    if (contents->notice)
        m_notice = contents->notice;
    Q_EMIT profilesChanged();
    return {};
}

std::optional<Profile> ProfileService::find(const QUuid &id) const
{
    const auto found = std::find_if(m_profiles.cbegin(), m_profiles.cend(),
                                    [&id](const Profile &profile) { return profile.id == id; });
    return found == m_profiles.cend() ? std::nullopt : std::optional(*found);
}

std::optional<Profile> ProfileService::findByName(const QString &name) const
{
    for (const Profile &profile : m_profiles) {
        if (profile.name == name)
            return profile;
    }
    for (const Profile &profile : m_profiles) {
        if (isSameName(profile.name, name))
            return profile;
    }
    constexpr qsizetype shortestId = 8; // characters: fewer could name a profile by accident
    if (name.size() < shortestId)
        return std::nullopt;
    QList<Profile> matches;
    for (const Profile &profile : m_profiles) {
        if (profile.id.toString(QUuid::WithoutBraces).startsWith(name, Qt::CaseInsensitive))
            matches.append(profile);
    }
    return matches.size() == 1 ? std::optional(matches.constFirst()) : std::nullopt;
}

void ProfileService::setLastUsed(const QUuid &id)
{
    const auto profile = std::find_if(m_profiles.begin(), m_profiles.end(),
                                      [&id](const Profile &candidate) { return candidate.id == id; });
    if (profile == m_profiles.end())
        return;
    m_current = id;
    profile->lastUsedAt = QDateTime::currentDateTimeUtc();
    // A convenience: when it cannot be written, the window begins with another profile next time.
    if (!profile->sessionOnly)
        std::ignore = m_file.setCurrent(id, profile->lastUsedAt);
}

Status ProfileService::checkName(const Profile &profile) const
{
    if (const Result<QString> name = readProfileName(profile.name); !name)
        return fail(name.error());
    const bool isTaken = std::any_of(m_profiles.cbegin(), m_profiles.cend(), [&profile](const Profile &other) {
        return other.id != profile.id && isSameName(other.name, profile.name.trimmed());
    });
    return isTaken ? Status(fail(nameTaken(profile.name.trimmed()))) : Status();
}

Status ProfileService::keep(const Profile &profile)
{
    if (!profile.sessionOnly) {
        if (Status saved = m_file.save(profile); !saved)
            return saved;
    }
    const auto old = std::find_if(m_profiles.begin(), m_profiles.end(),
                                  [&profile](const Profile &other) { return other.id == profile.id; });
    if (old == m_profiles.end())
        m_profiles.append(profile);
    else
        *old = profile;
    Q_EMIT profilesChanged();
    return {};
}

QFuture<Result<Profile>> ProfileService::keepWithFingerprint(const Profile &profile, const Secret &key)
{
    const QPointer<ProfileService> self(this);
    return settle<Profile>(fingerprintOf(profile).of(key), [self, profile](const Result<QByteArray> &fingerprint) {
        if (!self)
            return ready<Profile>(fail(fingerprint ? noSuchProfile() : fingerprint.error()));
        Profile complete = profile;
        // Without one the key still works; it is only not recognised when it is imported again.
        complete.keyFingerprint = fingerprint ? *fingerprint : QByteArray();
        if (Status kept = self->keep(complete); !kept)
            return ready<Profile>(fail(kept.error()));
        return ready<Profile>(complete);
    });
}

QFuture<Result<Profile>> ProfileService::add(Profile draft, const ApiKey &key, std::optional<ClientCredentials> client)
{
    draft.id = QUuid::createUuid();
    draft.clientId = client ? client->clientId : QString();
    takeKeyFacts(draft, key);
    if (Status checked = checkName(draft); !checked)
        return ready<Profile>(fail(checked.error()));
    draft.name = draft.name.trimmed();

    const auto added = std::make_shared<Profile>(draft);
    SecretStore &store = storeOf(draft);
    const QPointer<ProfileService> self(this);
    const auto commit = [self, added, value = key.value]() -> QFuture<Status> {
        if (!self)
            return ready<void>(fail(noSuchProfile()));
        return chain<void>(self->keepWithFingerprint(*added, value), [added](const Profile &complete) {
            *added = complete;
            return ready<void>(Status());
        });
    };
    const auto withClient = [&store, added, client, commit]() -> QFuture<Status> {
        if (!client)
            return commit();
        return swapSecret(store, {clientSecretEntry(added->id), client->clientSecret, std::nullopt}, commit);
    };
    return chain<Profile>(swapSecret(store, {apiKeyEntry(draft.id), key.value, std::nullopt}, withClient),
                          [added] { return ready<Profile>(*added); });
}

QFuture<Result<std::optional<Profile>>> ProfileService::findSameKey(const ApiKey &key)
{
    return settle<std::optional<Profile>>(
        findSameKey(key.value, false),
        [self = QPointer<ProfileService>(this), value = key.value](const Result<std::optional<Profile>> &found) {
            if (!self || (found && *found))
                return ready<std::optional<Profile>>(found);
            return self->findSameKey(value, true);
        });
}

QFuture<Result<std::optional<Profile>>> ProfileService::findSameKey(const Secret &key, bool sessionOnly)
{
    using Found = std::optional<Profile>;
    QList<Profile> candidates;
    for (const Profile &profile : std::as_const(m_profiles)) {
        if (profile.sessionOnly == sessionOnly && !profile.keyFingerprint.isEmpty())
            candidates.append(profile);
    }
    // Without a candidate the store is not asked: a first import touches no keychain before the person says so.
    if (candidates.isEmpty())
        return ready<Found>(Found());
    return settle<Found>(fingerprintOf(candidates.constFirst()).of(key),
                         [candidates](const Result<QByteArray> &fingerprint) {
                             for (const Profile &profile : candidates) {
                                 if (fingerprint && profile.keyFingerprint == *fingerprint)
                                     return ready<Found>(Found(profile));
                             }
                             return ready<Found>(Found());
                         });
}

Status ProfileService::update(const Profile &profile)
{
    const std::optional<Profile> old = find(profile.id);
    if (!old)
        return fail(noSuchProfile());
    if (Status checked = checkName(profile); !checked)
        return checked;
    Profile changed = *old;
    changed.name = profile.name.trimmed();
    changed.colour = profile.colour;
    changed.deployment = profile.deployment;
    changed.region = profile.region;
    changed.overrides = profile.overrides;
    changed.iam = profile.iam;
    changed.singleUseKey = profile.singleUseKey;
    changed.readOnly = profile.readOnly;
    if (Status kept = keep(changed); !kept)
        return kept;
    const bool isSamePlace = changed.deployment == old->deployment && changed.region == old->region &&
                             changed.overrides == old->overrides && changed.iam == old->iam;
    if (!isSamePlace)
        Q_EMIT profileChanged(profile.id);
    return {};
}

QFuture<Result<Profile>> ProfileService::replaceKey(const QUuid &id, const ApiKey &key)
{
    const std::optional<Profile> old = find(id);
    if (!old)
        return ready<Profile>(fail(noSuchProfile()));
    const auto changed = std::make_shared<Profile>(*old);
    takeKeyFacts(*changed, key);
    const QPointer<ProfileService> self(this);
    const auto commit = [self, changed, value = key.value]() -> QFuture<Status> {
        if (!self || !self->find(changed->id))
            return ready<void>(fail(noSuchProfile()));
        return chain<void>(self->keepWithFingerprint(*changed, value), [changed](const Profile &complete) {
            *changed = complete;
            return ready<void>(Status());
        });
    };
    return chain<Profile>(replaceSecret(storeOf(*old), apiKeyEntry(id), key.value, commit), [self, changed] {
        if (self)
            Q_EMIT self->profileChanged(changed->id);
        return ready<Profile>(*changed);
    });
}

QFuture<Status> ProfileService::setClient(const QUuid &id, const ClientCredentials &client)
{
    const std::optional<Profile> old = find(id);
    if (!old)
        return ready<void>(fail(noSuchProfile()));
    const QPointer<ProfileService> self(this);
    const auto commit = [self, id, clientId = client.clientId]() -> QFuture<Status> {
        std::optional<Profile> profile = self ? self->find(id) : std::nullopt;
        if (!profile)
            return ready<void>(fail(noSuchProfile()));
        profile->clientId = clientId;
        return ready<void>(self->keep(*profile));
    };
    return chain<void>(replaceSecret(storeOf(*old), clientSecretEntry(id), client.clientSecret, commit), [self, id] {
        if (self)
            Q_EMIT self->profileChanged(id);
        return ready<void>(Status());
    });
}

QFuture<Status> ProfileService::remove(const QUuid &id, bool evenWithoutProof)
{
    const std::optional<Profile> profile = find(id);
    if (!profile)
        return ready<void>(fail(noSuchProfile()));
    SecretStore &store = storeOf(*profile);
    // A store's remove() is done only when it has read and found nothing.
    QFuture<Status> removed =
        chain<void>(store.remove(apiKeyEntry(id)), [&store, id] { return store.remove(clientSecretEntry(id)); });
    const QPointer<ProfileService> self(this);
    return settle<void>(std::move(removed), [self, profile, evenWithoutProof](const Status &done) {
        if (!self)
            return ready<void>(fail(cancelledError()));
        if (!done && !evenWithoutProof) {
            Error error = done.error();
            error.nextStep = QCoreApplication::translate("acx", "The profile “%1” stays until its key is gone. %2")
                                 .arg(profile->name, error.nextStep)
                                 .trimmed();
            return ready<void>(fail(error));
        }
        return ready<void>(self->drop(*profile));
    });
}

Status ProfileService::drop(const Profile &profile)
{
    if (!profile.sessionOnly) {
        if (Status removed = m_file.remove(profile.id); !removed)
            return removed;
    }
    m_profiles.removeIf([&profile](const Profile &other) { return other.id == profile.id; });
    if (m_current == profile.id)
        m_current = QUuid();
    Q_EMIT profileRemoved(profile.id);
    Q_EMIT profilesChanged();
    return {};
}

QFuture<Result<Secret>> ProfileService::apiKey(const QUuid &id)
{
    return secret(id, apiKeyEntry(id));
}

QFuture<Result<Secret>> ProfileService::clientSecret(const QUuid &id)
{
    return secret(id, clientSecretEntry(id));
}

QFuture<Result<Secret>> ProfileService::secret(const QUuid &id, const QString &entry)
{
    const std::optional<Profile> profile = find(id);
    if (!profile)
        return ready<Secret>(fail(noSuchProfile()));
    return settle<Secret>(storeOf(*profile).read(entry), [profile](const Result<Secret> &read) {
        return read ? ready<Secret>(read) : ready<Secret>(fail(named(read.error(), *profile)));
    });
}

} // namespace acx
