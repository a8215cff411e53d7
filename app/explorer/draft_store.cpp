// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/explorer/draft_store.h"

#include "app/base/deliver.h"
#include "app/base/disk_thread.h"
#include "app/explorer/draft_files.h"
#include "app/profiles/profile_service.h"

#include <QCoreApplication>
#include <QDir>
#include <QHash>
#include <QMutex>
#include <QPromise>

#include <utility>
#include <vector>

using namespace Qt::StringLiterals;

namespace acx {
namespace {

using StatusPromise = std::shared_ptr<QPromise<Status>>;

Error profileIsGone()
{
    Error error;
    error.kind = ErrorKind::NotFound;
    error.sentence = QCoreApplication::translate("acx", "This profile no longer exists.");
    return error;
}

} // namespace

struct DraftStore::Parts
{
    /// What waits for the disk for one profile.
    struct Waiting
    {
        std::optional<DraftSet> drafts; ///< none = the profile's drafts go
        std::vector<StatusPromise> promises;
    };

    Parts(QString folder, ProfileService &service)
        : files(std::move(folder))
        , profiles(service)
    {}

    [[nodiscard]] QFuture<Status> enqueue(const QUuid &profile, std::optional<DraftSet> drafts);
    void writeNext(const QUuid &profile);

    DraftFiles files; ///< of `thread` alone
    ProfileService &profiles;
    QHash<QUuid, DraftSet> inMemory; ///< of profiles that live for this session only

    QMutex mutex; ///< of the two below
    QHash<QUuid, Waiting> waiting;
    DraftLimits limits;

    DiskThread thread; ///< goes first, and waits until everything is written
};

QFuture<Status> DraftStore::Parts::enqueue(const QUuid &profile, std::optional<DraftSet> drafts)
{
    const auto promise = std::make_shared<QPromise<Status>>();
    promise->start();
    QFuture<Status> future = promise->future();
    const QMutexLocker locker(&mutex);
    Waiting &entry = waiting[profile];
    const bool isFirst = entry.promises.empty();
    entry.drafts = std::move(drafts);
    entry.promises.push_back(promise);
    if (isFirst)
        thread.post([this, profile] { writeNext(profile); });
    return future;
}

void DraftStore::Parts::writeNext(const QUuid &profile)
{
    Waiting entry;
    DraftLimits allowed;
    {
        const QMutexLocker locker(&mutex);
        entry = waiting.take(profile);
        allowed = limits;
    }
    const Status status = entry.drafts ? files.save(profile, *entry.drafts, allowed) : files.remove(profile);
    for (const StatusPromise &promise : entry.promises) {
        promise->addResult(status);
        promise->finish();
    }
}

DraftStore::DraftStore(QString folder, ProfileService &profiles, QObject *parent)
    : QObject(parent)
    , d(std::make_unique<Parts>(std::move(folder), profiles))
{
    connect(&profiles, &ProfileService::profileRemovedHere, this, [this](const QUuid &id) { remove(id); });
}

DraftStore::~DraftStore() = default;

QString DraftStore::defaultFolder()
{
    QString states = qEnvironmentVariable("XDG_STATE_HOME");
    // The specification of base directories wants relative paths ignored.
    if (!QDir::isAbsolutePath(states))
        states = QDir::homePath() + "/.local/state"_L1;
    return states + "/apiconnect-explorer/drafts"_L1;
}

void DraftStore::setLimits(const DraftLimits &limits)
{
    const QMutexLocker locker(&d->mutex);
    d->limits = limits;
}

QFuture<Result<DraftSet>> DraftStore::load(const QUuid &profile)
{
    const std::optional<Profile> known = d->profiles.find(profile);
    if (!known)
        return ready<DraftSet>(fail(profileIsGone()));
    if (known->sessionOnly)
        return ready<DraftSet>(d->inMemory.value(profile));
    const auto promise = std::make_shared<QPromise<Result<DraftSet>>>();
    promise->start();
    d->thread.post([this, promise, profile] {
        promise->addResult(d->files.load(profile));
        promise->finish();
    });
    return promise->future();
}

QFuture<Status> DraftStore::save(const QUuid &profile, const DraftSet &drafts)
{
    const std::optional<Profile> known = d->profiles.find(profile);
    if (!known)
        return ready<void>(fail(profileIsGone()));
    if (known->sessionOnly) {
        DraftSet kept = drafts;
        kept.notice.reset();
        d->inMemory.insert(profile, kept);
        return ready<void>(Status());
    }
    return d->enqueue(profile, drafts);
}

QFuture<Status> DraftStore::remove(const QUuid &profile)
{
    d->inMemory.remove(profile);
    return d->enqueue(profile, std::nullopt);
}

} // namespace acx
