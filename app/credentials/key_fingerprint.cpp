// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/credentials/key_fingerprint.h"

#include "app/base/deliver.h"
#include "app/credentials/keychain_errors.h"
#include "app/credentials/program_turn.h"

#include <QCryptographicHash>
#include <QMessageAuthenticationCode>
#include <QPromise>
#include <QRandomGenerator>

#include <array>
#include <functional>
#include <memory>
#include <utility>
#include <vector>

using namespace Qt::StringLiterals;

namespace acx {

struct KeyFingerprint::State
{
    State(SecretStore &secretStore, std::chrono::milliseconds limit)
        : store(secretStore)
        , patience(limit)
    {}

    struct Waiter
    {
        Secret apiKey;
        QPromise<Result<QByteArray>> promise;
    };
    SecretStore &store;
    const std::chrono::milliseconds patience;
    Secret macKey;
    /// Who waits for the random key: it is fetched or made once, however many ask.
    std::vector<Waiter> waiters;
    ProgramTurn turn{u"Fingerprint"_s};

    [[nodiscard]] QFuture<Result<Secret>> fetch();
    [[nodiscard]] QFuture<Result<Secret>> readOr(const std::function<QFuture<Result<Secret>>()> &whenMissing);
    [[nodiscard]] QFuture<Result<Secret>> takeTurn();
    [[nodiscard]] QFuture<Result<Secret>> make();
    void settle(const Result<Secret> &result);
};

namespace {

QString entry()
{
    return u"installation/fingerprint-key"_s;
}

Secret randomKey()
{
    std::array<quint32, 8> words{}; // 256 bits
    QRandomGenerator::system()->fillRange(words.data(), static_cast<qsizetype>(words.size()));
    const auto *bytes = reinterpret_cast<const char *>(words.data());
    return Secret(QByteArray::fromRawData(bytes, sizeof words).toHex());
}

Result<Secret> outcomeOf(const QFuture<Result<Secret>> &done)
{
    return done.resultCount() > 0 ? done.resultAt(0) : Result<Secret>(fail(cancelledError()));
}

QByteArray fingerprint(const Secret &apiKey, const Secret &macKey)
{
    return QMessageAuthenticationCode::hash(apiKey.reveal(), macKey.reveal(), QCryptographicHash::Sha256).toHex();
}

} // namespace

QFuture<Result<Secret>> KeyFingerprint::State::readOr(const std::function<QFuture<Result<Secret>>()> &whenMissing)
{
    return store.read(entry())
        .then([whenMissing](const QFuture<Result<Secret>> &done) {
            const Result<Secret> found = outcomeOf(done);
            if (!found && found.error().kind == ErrorKind::SecretMissing)
                return whenMissing();
            return ready(found);
        })
        .unwrap();
}

QFuture<Result<Secret>> KeyFingerprint::State::fetch()
{
    return readOr([this] { return store.isPersistent() ? takeTurn() : make(); });
}

QFuture<Result<Secret>> KeyFingerprint::State::takeTurn()
{
    // Two programs that import their first key at the same time must come to one random key.
    const auto promise = std::make_shared<QPromise<Result<Secret>>>();
    promise->start();
    QFuture<Result<Secret>> future = promise->future();
    turn.take(patience, [this, promise](ProgramTurn::Got got) {
        // While another program may still be at it, a second key would make one of the two worthless.
        const auto whenMissing = [this, got] {
            return got == ProgramTurn::Got::Never ? ready(Result<Secret>(fail(keychainTimeout(KeychainAction::Write))))
                                                  : make();
        };
        readOr(whenMissing).then([promise](const QFuture<Result<Secret>> &done) {
            promise->addResult(outcomeOf(done));
            promise->finish();
        });
    });
    return future;
}

QFuture<Result<Secret>> KeyFingerprint::State::make()
{
    const Secret made = randomKey();
    return chain<Secret>(store.write(entry(), made), [made] { return ready(Result<Secret>(made)); });
}

void KeyFingerprint::State::settle(const Result<Secret> &result)
{
    turn.letGo();
    if (result)
        macKey = *result;
    std::vector<Waiter> answered = std::exchange(waiters, {});
    for (Waiter &waiter : answered) {
        if (result)
            waiter.promise.addResult(fingerprint(waiter.apiKey, macKey));
        else
            waiter.promise.addResult(fail(result.error()));
        waiter.promise.finish();
    }
}

KeyFingerprint::KeyFingerprint(SecretStore &store, std::chrono::milliseconds patience)
    : m_state(std::make_shared<State>(store, patience))
{}

KeyFingerprint::~KeyFingerprint()
{
    stopWaiting();
}

void KeyFingerprint::stopWaiting()
{
    const std::shared_ptr<State> state = m_state; // its last owner may be who waits
    state->turn.letGo();
}

QFuture<Result<QByteArray>> KeyFingerprint::of(const Secret &apiKey)
{
    const std::shared_ptr<State> state = m_state;
    if (!state->macKey.isEmpty())
        return ready(Result<QByteArray>(fingerprint(apiKey, state->macKey)));
    QPromise<Result<QByteArray>> promise;
    promise.start();
    QFuture<Result<QByteArray>> future = promise.future();
    const bool isFirst = state->waiters.empty();
    state->waiters.push_back(State::Waiter{apiKey, std::move(promise)});
    if (isFirst)
        state->fetch().then([state](const QFuture<Result<Secret>> &done) { state->settle(outcomeOf(done)); });
    return future;
}

} // namespace acx
