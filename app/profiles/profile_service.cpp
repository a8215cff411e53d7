// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/profiles/profile_service.h"

#include "app/profiles/profile_errors.h"
#include "app/profiles/secret_swap.h"

#include <QPointer>

#include <algorithm>
#include <tuple>

using namespace Qt::StringLiterals;

namespace acx {

namespace {

bool samePlace(const Profile &one, const Profile &other)
{
    return one.deployment == other.deployment && one.region == other.region && one.overrides == other.overrides &&
           one.iam == other.iam;
}

/// Only what differs from what was seen: another program may have changed the rest meanwhile.
void takeEdited(Profile &stored, const Profile &edited, const Profile &seen)
{
    const auto take = [](auto &kept, const auto &fresh, const auto &old) {
        if (fresh != old)
            kept = fresh;
    };
    take(stored.name, edited.name.trimmed(), seen.name);
    take(stored.colour, edited.colour, seen.colour);
    // A region belongs to its deployment.
    if (edited.deployment != seen.deployment || edited.region != seen.region) {
        stored.deployment = edited.deployment;
        stored.region = edited.region;
    }
    for (const auto url : {&Endpoints::api, &Endpoints::login, &Endpoints::iam, &Endpoints::platform})
        take(stored.overrides.*url, edited.overrides.*url, seen.overrides.*url);
    take(stored.iam.scopes, edited.iam.scopes, seen.iam.scopes);
    take(stored.iam.tenant, edited.iam.tenant, seen.iam.tenant);
    take(stored.singleUseKey, edited.singleUseKey, seen.singleUseKey);
    take(stored.readOnly, edited.readOnly, seen.readOnly);
}

} // namespace

ProfileService::ProfileService(ProfileStore &file, SecretStore &keychain, SecretStore &session,
                               std::chrono::milliseconds patience, QObject *parent)
    : QObject(parent)
    , m_file(file)
    , m_keychain(keychain)
    , m_session(session)
    , m_keychainFingerprint(keychain, patience)
    , m_sessionFingerprint(session)
    , m_watch(file.path())
{}

ProfileService::~ProfileService()
{
    // While everything that the answers may use is still there.
    m_keychainFingerprint.stopWaiting();
}

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

void ProfileService::follow()
{
    connect(&m_watch, &FileWatch::changed, this, &ProfileService::lookAgain);
    // The folder is made with the first profile.
    connect(this, &ProfileService::profilesChanged, &m_watch, &FileWatch::watch);
    m_watch.watch();
}

void ProfileService::lookAgain()
{
    // In turn with the changes made here, so that none of them is taken back.
    std::ignore = m_disk.run<ProfileStore::Contents>(
        this, [&file = m_file] { return file.look(); },
        [this](const Result<ProfileStore::Contents> &seen) {
            if (seen)
                takeOver(seen->profiles);
            return seen;
        });
}

void ProfileService::takeOver(const QList<Profile> &stored)
{
    QList<Profile> profiles = stored;
    QList<QUuid> changed;
    QList<QUuid> removed;
    for (const Profile &known : std::as_const(m_profiles)) {
        const auto now = std::find_if(profiles.begin(), profiles.end(),
                                      [&known](const Profile &profile) { return profile.id == known.id; });
        if (known.sessionOnly) {
            profiles.append(known);
        } else if (now == profiles.end()) {
            removed.append(known.id);
        } else {
            now->lastUsedAt = std::max(now->lastUsedAt, known.lastUsedAt);
            if (!samePlace(*now, known) || now->keyFingerprint != known.keyFingerprint ||
                now->clientId != known.clientId)
                changed.append(known.id);
        }
    }
    if (profiles == m_profiles)
        return;
    m_profiles = profiles;
    if (removed.contains(m_current))
        m_current = QUuid();
    for (const QUuid &id : std::as_const(removed))
        Q_EMIT profileRemoved(id);
    Q_EMIT profilesChanged();
    for (const QUuid &id : std::as_const(changed))
        Q_EMIT profileChanged(id);
}

std::optional<Profile> ProfileService::find(const QUuid &id) const
{
    const auto found = std::find_if(m_profiles.cbegin(), m_profiles.cend(),
                                    [&id](const Profile &profile) { return profile.id == id; });
    return found == m_profiles.cend() ? std::nullopt : std::optional(*found);
}

void ProfileService::setLastUsed(const QUuid &id)
{
    const auto profile = std::find_if(m_profiles.begin(), m_profiles.end(),
                                      [&id](const Profile &candidate) { return candidate.id == id; });
    if (profile == m_profiles.end())
        return;
    m_current = id;
    profile->lastUsedAt = QDateTime::currentDateTimeUtc();
    if (!profile->sessionOnly)
        m_disk.post([&file = m_file, id, at = profile->lastUsedAt] { std::ignore = file.setCurrent(id, at); });
}

Status ProfileService::checkName(const Profile &profile) const
{
    if (const Result<QString> name = readProfileName(profile.name); !name)
        return fail(name.error());
    const bool isTaken = std::any_of(m_profiles.cbegin(), m_profiles.cend(), [&profile](const Profile &other) {
        return other.id != profile.id && other.name.compare(profile.name.trimmed(), Qt::CaseInsensitive) == 0;
    });
    return isTaken ? Status(fail(nameTaken(profile.name.trimmed()))) : Status();
}

QFuture<Status> ProfileService::keep(const Profile &profile)
{
    const auto list = [this, profile](const Status &saved) -> Status {
        if (!saved)
            return saved;
        const auto old = std::find_if(m_profiles.begin(), m_profiles.end(),
                                      [&profile](const Profile &other) { return other.id == profile.id; });
        if (old == m_profiles.end())
            m_profiles.append(profile);
        else
            *old = profile;
        Q_EMIT profilesChanged();
        return {};
    };
    if (profile.sessionOnly)
        return ready<void>(list({}));
    return m_disk.run<void>(
        this, [&file = m_file, profile] { return file.save(profile); }, list);
}

QFuture<Result<Profile>> ProfileService::modify(const QUuid &id, const std::function<void(Profile &)> &edit)
{
    const std::optional<Profile> known = find(id);
    if (!known)
        return ready<Profile>(fail(noSuchProfile()));
    const auto list = [this, id](const Result<Profile> &changed) -> Result<Profile> {
        if (!changed && changed.error().kind == ErrorKind::NotFound)
            dropFromList(id);
        const auto old = std::find_if(m_profiles.begin(), m_profiles.end(),
                                      [&id](const Profile &profile) { return profile.id == id; });
        if (!changed || old == m_profiles.end())
            return changed;
        *old = *changed;
        Q_EMIT profilesChanged();
        return changed;
    };
    if (known->sessionOnly) {
        Profile changed = *known;
        edit(changed);
        return ready<Profile>(list(changed));
    }
    return m_disk.run<Profile>(
        this, [&file = m_file, id, edit] { return file.edit(id, edit); }, list);
}

QFuture<Result<Profile>>
ProfileService::withFingerprint(const Profile &profile, const Secret &key,
                                const std::function<QFuture<Result<Profile>>(const QByteArray &fingerprint)> &commit)
{
    const QPointer<ProfileService> self(this);
    return settle<Profile>(fingerprintOf(profile).of(key), [self, commit](const Result<QByteArray> &fingerprint) {
        if (!fingerprint && fingerprint.error().kind == ErrorKind::Cancelled)
            return ready<Profile>(fail(fingerprint.error()));
        if (!self)
            return ready<Profile>(fail(programIsEnding()));
        // Without one the key still works; it is only not recognised when it is imported again.
        return commit(fingerprint ? *fingerprint : QByteArray());
    });
}

QFuture<Result<std::optional<Profile>>> ProfileService::findSameKey(const ApiKey &key)
{
    return settle<std::optional<Profile>>(
        findSameStoredKey(key.value),
        [self = QPointer<ProfileService>(this), value = key.value](const Result<std::optional<Profile>> &found) {
            if (!self || (found && *found))
                return ready<std::optional<Profile>>(found);
            return self->findSameKey(value, true);
        });
}

QFuture<Result<std::optional<Profile>>> ProfileService::findSameStoredKey(const Secret &key)
{
    using Found = std::optional<Profile>;
    const bool isWorthAsking = std::any_of(m_profiles.cbegin(), m_profiles.cend(), [](const Profile &profile) {
        return !profile.sessionOnly && !profile.keyFingerprint.isEmpty();
    });
    if (!isWorthAsking)
        return ready<Found>(Found());
    return settle<Found>(m_keychain.status(),
                         [self = QPointer<ProfileService>(this), key](const Result<StoreStatus> &status) {
                             return self && status && status->state == StoreState::Ready ? self->findSameKey(key, false)
                                                                                         : ready<Found>(Found());
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

QFuture<Status> ProfileService::update(const Profile &profile)
{
    return update(profile, find(profile.id).value_or(profile));
}

QFuture<Status> ProfileService::update(const Profile &profile, const Profile &base)
{
    const std::optional<Profile> old = find(profile.id);
    if (!old)
        return ready<void>(fail(noSuchProfile()));
    if (Status checked = checkName(profile); !checked)
        return ready<void>(checked);
    const auto edit = [profile, base](Profile &stored) { takeEdited(stored, profile, base); };
    const QPointer<ProfileService> self(this);
    return chain<void>(modify(profile.id, edit), [self, old](const Profile &changed) {
        if (!samePlace(changed, *old) && self)
            Q_EMIT self->profileChanged(changed.id);
        return ready<void>(Status());
    });
}

QFuture<Status> ProfileService::setClient(const QUuid &id, const ClientCredentials &client)
{
    const std::optional<Profile> old = find(id);
    if (!old)
        return ready<void>(fail(noSuchProfile()));
    storeOf(*old).allowPrompt();
    const QPointer<ProfileService> self(this);
    const auto commit = [self, id, clientId = client.clientId]() -> QFuture<Status> {
        if (!self)
            return ready<void>(fail(programIsEnding()));
        return chain<void>(self->modify(id, [clientId](Profile &profile) { profile.clientId = clientId; }),
                           [](const Profile &) { return ready<void>(Status()); });
    };
    return chain<void>(replaceSecret(storeOf(*old), clientSecretEntry(id), client.clientSecret, commit), [self, id] {
        if (self)
            Q_EMIT self->profileChanged(id);
        return ready<void>(Status());
    });
}

QFuture<Result<Secret>> ProfileService::apiKey(const QUuid &id)
{
    return secret(id, apiKeyEntry(id), missingKey);
}

QFuture<Result<Secret>> ProfileService::clientSecret(const QUuid &id)
{
    return secret(id, clientSecretEntry(id), missingClientSecret);
}

QFuture<Result<Secret>> ProfileService::secret(const QUuid &id, const QString &entry, Wording wording)
{
    const std::optional<Profile> profile = find(id);
    if (!profile)
        return ready<Secret>(fail(noSuchProfile()));
    const QPointer<ProfileService> self(this);
    return settle<Secret>(storeOf(*profile).read(entry), [self, profile, wording](const Result<Secret> &read) {
        if (read && self && !profile->sessionOnly)
            self->removeLeftKeys();
        return read ? ready<Secret>(read) : ready<Secret>(fail(wording(read.error(), *profile)));
    });
}

} // namespace acx
