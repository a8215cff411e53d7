// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/credentials/keychain_store.h"

#include "app/base/deliver.h"
#include "app/credentials/keychain_operation.h"

#include <QCoreApplication>

#include <deque>

using namespace Qt::StringLiterals;

namespace acx {

class KeychainStore::Private final : public QObject
{
public:
    explicit Private(KeychainOptions options)
    {
        m_context.options = options;
        connect(&m_context.jobs, &KeychainJobs::recovered, this, [this] { afterRecovery(); });
    }

    void add(std::unique_ptr<KeychainOperation> operation);
    [[nodiscard]] KeychainContext &context() { return m_context; }

private:
    void startNext();
    void finish();
    void afterRecovery();
    void refuseWaiting();

    KeychainContext m_context;
    std::deque<std::unique_ptr<KeychainOperation>> m_waiting;
    std::unique_ptr<KeychainOperation> m_running;
    QStringList m_due;       ///< keys whose doubtful write is to be looked at next
    QString m_reconciledFor; ///< key whose doubtful write was looked at just now
};

namespace {

Error stuckError(KeychainAction action)
{
    return keychainTimeout(action, QCoreApplication::translate("acx", "An earlier call has not come back yet."));
}

} // namespace

void KeychainStore::Private::add(std::unique_ptr<KeychainOperation> operation)
{
    if (m_context.jobs.isStuck()) {
        operation->refuse(stuckError(operation->action()));
        return;
    }
    m_waiting.push_back(std::move(operation));
    startNext();
}

void KeychainStore::Private::startNext()
{
    if (m_running)
        return;
    if (m_due.isEmpty() && m_waiting.empty())
        return;
    if (m_due.isEmpty() && m_context.doubtful.contains(m_waiting.front()->key()) &&
        m_reconciledFor != m_waiting.front()->key())
        m_due.append(m_waiting.front()->key());
    if (!m_due.isEmpty()) {
        m_reconciledFor = m_due.takeFirst();
        m_running = std::make_unique<KeychainReconcile>(m_context, m_reconciledFor);
    } else {
        m_reconciledFor.clear();
        m_running = std::move(m_waiting.front());
        m_waiting.pop_front();
    }
    // Queued: the operation that has ended is still on the stack.
    connect(m_running.get(), &KeychainOperation::ended, this, &Private::finish, Qt::QueuedConnection);
    m_running->begin();
}

void KeychainStore::Private::finish()
{
    const std::unique_ptr<KeychainOperation> done = std::move(m_running);
    m_context.writeTurn.letGo();
    if (m_context.jobs.isStuck())
        refuseWaiting();
    else if (done->wasOpen() && m_reconciledFor != done->key())
        m_due = m_context.doubtful.keys();
    startNext();
}

void KeychainStore::Private::refuseWaiting()
{
    const std::deque<std::unique_ptr<KeychainOperation>> waiting = std::exchange(m_waiting, {});
    for (const std::unique_ptr<KeychainOperation> &operation : waiting)
        operation->refuse(stuckError(operation->action()));
}

void KeychainStore::Private::afterRecovery()
{
    m_due = m_context.doubtful.keys();
    startNext();
}

KeychainStore::KeychainStore(KeychainOptions options, QObject *parent)
    : QObject(parent)
    , d(std::make_unique<Private>(options))
{}

KeychainStore::~KeychainStore() = default;

void KeychainStore::allowPrompt()
{
    d->context().promptDeclined = false;
}

QFuture<Result<StoreStatus>> KeychainStore::status()
{
    QPromise<Result<StoreStatus>> promise;
    promise.start();
    const QFuture<Result<StoreStatus>> future = promise.future();
    const auto shared = std::make_shared<QPromise<Result<StoreStatus>>>(std::move(promise));
    KeychainContext &context = d->context();
    const std::chrono::milliseconds deadline = context.options.deadline;
    context.service.askState(deadline, [&context, deadline, shared](const KeyringState &state) {
        StoreStatus status;
        status.state = context.jobs.isStuck() ? StoreState::NotAnswering : state.state;
        status.technical = state.technical;
        const auto answer = [shared, status](const QString &name) {
            shared->addResult(StoreStatus{status.state, name, status.technical});
            shared->finish();
        };
        if (state.isKWallet)
            answer(u"KWallet"_s);
        else if (state.state == StoreState::Unavailable)
            answer(QString());
        else
            context.service.askName(deadline, answer);
    });
    return future;
}

QFuture<Status> KeychainStore::write(const QString &key, const Secret &value)
{
    if (const std::optional<Error> problem = problemOfSecret(value))
        return ready<void>(fail(*problem));
    auto operation = std::make_unique<KeychainWrite>(d->context(), key, value);
    const QFuture<Status> future = operation->future();
    d->add(std::move(operation));
    return future;
}

QFuture<Result<Secret>> KeychainStore::read(const QString &key)
{
    auto operation = std::make_unique<KeychainRead>(d->context(), key);
    const QFuture<Result<Secret>> future = operation->future();
    d->add(std::move(operation));
    return future;
}

QFuture<Status> KeychainStore::remove(const QString &key)
{
    auto operation = std::make_unique<KeychainRemove>(d->context(), key);
    const QFuture<Status> future = operation->future();
    d->add(std::move(operation));
    return future;
}

} // namespace acx
