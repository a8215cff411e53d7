// SPDX-License-Identifier: GPL-3.0-or-later
// A key that comes into a profile, new or in the place of another.
#include "app/credentials/keychain_errors.h"
#include "app/profiles/key_mark.h"
#include "app/profiles/profile_errors.h"
#include "app/profiles/profile_service.h"
#include "app/profiles/secret_swap.h"

#include <QPointer>

#include <algorithm>
#include <functional>
#include <utility>

namespace acx {

namespace {

void takeKeyFacts(Profile &profile, const ApiKey &key, const QByteArray &fingerprint = {})
{
    profile.keyName = key.name;
    profile.keyCreatedAt = key.createdAt;
    profile.keyFingerprint = fingerprint;
}

} // namespace

QFuture<Result<Profile>> ProfileService::add(Profile draft, const ApiKey &key, std::optional<ClientCredentials> client)
{
    draft.id = QUuid::createUuid();
    draft.clientId = client ? client->clientId : QString();
    takeKeyFacts(draft, key);
    if (Status checked = checkName(draft); !checked)
        return ready<Profile>(fail(checked.error()));
    draft.name = draft.name.trimmed();
    if (draft.sessionOnly)
        return storeNew(draft, key.value, client);
    if (const std::optional<Error> problem = problemOfSecret(key.value))
        return ready<Profile>(fail(*problem));
    const auto mark = std::make_shared<KeyMark>(m_file.path(), draft.id);
    const QPointer<ProfileService> self(this);
    const auto store = [self, draft, key = key.value, client]() -> QFuture<Result<Profile>> {
        return self ? self->storeNew(draft, key, client) : ready<Profile>(fail(programIsEnding()));
    };
    const auto settleMark = [self, mark](const Result<Profile> &added) {
        if (!self)
            return ready<Profile>(added);
        if (!added) {
            // The way back may have failed, too, and a keychain that was locked or refuses now may have been open when
            // the key was written: the mark stays.
            self->m_mayHaveLeft = true;
            return ready<Profile>(added);
        }
        self->removeLeftKeys();
        return settle<Profile>(self->clearMark(mark), [added](const Status &) { return ready<Profile>(added); });
    };
    const QFuture<Status> marked = m_disk.run<void>(
        this, [mark] { return mark->set(); }, std::identity());
    return settle<Profile>(chain<Profile>(marked, store), settleMark);
}

QFuture<Status> ProfileService::clearMark(const std::shared_ptr<KeyMark> &mark)
{
    const auto clear = [mark] {
        mark->clear();
        return Status();
    };
    return m_disk.run<void>(this, clear, std::identity());
}

QFuture<Result<Profile>> ProfileService::storeNew(const Profile &draft, const Secret &key,
                                                  const std::optional<ClientCredentials> &client)
{
    const auto added = std::make_shared<Profile>(draft);
    SecretStore &store = storeOf(draft);
    const QPointer<ProfileService> self(this);
    const auto commit = [self, added, key]() -> QFuture<Status> {
        if (!self)
            return ready<void>(fail(programIsEnding()));
        const auto keepIt = [self, added](const QByteArray &fingerprint) {
            added->keyFingerprint = fingerprint;
            return chain<Profile>(self->keep(*added), [added] { return ready<Profile>(*added); });
        };
        return chain<void>(self->withFingerprint(*added, key, keepIt),
                           [](const Profile &) { return ready<void>(Status()); });
    };
    const auto withClient = [&store, added, client, commit]() -> QFuture<Status> {
        if (!client)
            return commit();
        return swapSecret(store, {clientSecretEntry(added->id), client->clientSecret, std::nullopt}, commit);
    };
    return chain<Profile>(swapSecret(store, {apiKeyEntry(draft.id), key, std::nullopt}, withClient),
                          [added] { return ready<Profile>(*added); });
}

void ProfileService::removeLeftKeys()
{
    if (!std::exchange(m_mayHaveLeft, false))
        return;
    using Marks = QList<std::shared_ptr<KeyMark>>;
    const auto find = [&file = m_file]() -> Result<Marks> {
        Marks marks = KeyMark::leftBehind(file.path());
        if (marks.isEmpty())
            return marks;
        // Of a list that cannot be read nobody knows whose keys are on it.
        const Result<ProfileStore::Contents> contents = file.look();
        if (!contents)
            return fail(contents.error());
        Marks orphans;
        for (const std::shared_ptr<KeyMark> &mark : marks) {
            const bool isListed =
                std::any_of(contents->profiles.cbegin(), contents->profiles.cend(),
                            [&mark](const Profile &profile) { return profile.id == mark->profile(); });
            if (isListed)
                mark->clear();
            else
                orphans += mark;
        }
        return orphans;
    };
    const auto removeAll = [this](const Result<Marks> &orphans) {
        if (!orphans) {
            m_mayHaveLeft = true;
            return orphans;
        }
        for (const std::shared_ptr<KeyMark> &mark : *orphans)
            removeLeftKey(mark);
        return orphans;
    };
    std::ignore = m_disk.run<Marks>(this, find, removeAll);
}

void ProfileService::removeLeftKey(const std::shared_ptr<KeyMark> &mark)
{
    const QUuid id = mark->profile();
    const QPointer<ProfileService> self(this);
    QFuture<Status> removed = chain<void>(m_keychain.remove(apiKeyEntry(id)), [self, id]() -> QFuture<Status> {
        return self ? self->m_keychain.remove(clientSecretEntry(id)) : ready<void>(fail(cancelledError()));
    });
    removed.then([self, mark](const QFuture<Status> &done) {
        if (!self)
            return;
        if (done.resultCount() > 0 && done.resultAt(0))
            std::ignore = self->clearMark(mark);
        else
            self->m_mayHaveLeft = true;
    });
}

QFuture<Result<Profile>> ProfileService::replaceKey(const QUuid &id, const ApiKey &key)
{
    const std::optional<Profile> old = find(id);
    if (!old)
        return ready<Profile>(fail(noSuchProfile()));
    storeOf(*old).allowPrompt(); // the person asks for this: a question that was turned down before may come again
    const auto changed = std::make_shared<Profile>(*old);
    const QPointer<ProfileService> self(this);
    const auto commit = [self, changed, key]() -> QFuture<Status> {
        if (!self)
            return ready<void>(fail(programIsEnding()));
        ApiKey facts = key;
        facts.value = {}; // the thread of the disk has no use for it
        const auto keepIt = [self, facts, id = changed->id](const QByteArray &fingerprint) {
            return self->modify(id,
                                [facts, fingerprint](Profile &profile) { takeKeyFacts(profile, facts, fingerprint); });
        };
        return chain<void>(self->withFingerprint(*changed, key.value, keepIt), [changed](const Profile &complete) {
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

} // namespace acx
