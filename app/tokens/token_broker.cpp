// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/tokens/token_broker.h"

#include "app/base/clock.h"
#include "app/base/deliver.h"

#include <QCoreApplication>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace acx {
namespace {

using std::chrono::milliseconds;
using std::chrono::seconds;

/// Background renewals of one need are at least this far apart, however short its tokens live.
constexpr seconds shortestInterval{5};
/// The clock may be corrected by this much without anybody minding.
constexpr seconds clockTolerance{2};
constexpr seconds tellSkewFrom{60};

QDateTime after(const QDateTime &time, milliseconds wait)
{
    return time.addMSecs(wait.count());
}

/// Failures that may pass by themselves, so that trying again unasked makes sense.
bool mayPass(const Error &error)
{
    const ErrorKind kind = error.kind;
    constexpr int tooManyRequests = 429; // with either the service names a time, and RetryPause keeps to it
    constexpr int unavailable = 503;
    return kind == ErrorKind::Network || kind == ErrorKind::Timeout || kind == ErrorKind::Proxy ||
           kind == ErrorKind::ServiceFault || kind == ErrorKind::Incomplete || kind == ErrorKind::UnknownOutcome ||
           error.httpStatus == tooManyRequests || error.httpStatus == unavailable;
}

Error lockedError()
{
    Error error;
    error.kind = ErrorKind::Cancelled;
    error.sentence = QCoreApplication::translate("acx", "The program is locked, so there is no token.");
    error.nextStep = QCoreApplication::translate("acx", "Unlock it and try again.");
    return error;
}

} // namespace

size_t qHash(const TokenNeed &need, size_t seed)
{
    return qHashMulti(seed, need.profile, static_cast<int>(need.kind));
}

struct TokenBroker::Entry
{
    std::optional<Token> token;
    std::optional<Error> lastError;
    bool exchanging = false;
    bool singleUse = false;
    bool expiryTold = false;
    Way way = Way::Exchange; ///< of the exchange in flight
    QDateTime lastExchangeAt;
    QDateTime notBefore; ///< no background renewal before this
    quint64 generation = 0;
    CancelSource cancel;
    std::vector<QPromise<Result<Token>>> waiting;

    [[nodiscard]] bool isUsable(const QDateTime &now) const { return token && !token->isExpired(now); }
    [[nodiscard]] bool mayRenewUnasked(const QDateTime &now) const
    {
        return !exchanging && !singleUse && (!notBefore.isValid() || now >= notBefore);
    }
    void answer(const Result<Token> &result)
    {
        // A waiting caller's continuation may ask for a token again.
        std::vector<QPromise<Result<Token>>> promises = std::exchange(waiting, {});
        for (QPromise<Result<Token>> &promise : promises) {
            promise.addResult(result);
            promise.finish();
        }
    }
    void shift(milliseconds by)
    {
        for (QDateTime *time : {&notBefore, &lastExchangeAt}) {
            if (time->isValid())
                *time = after(*time, by);
        }
        if (!token)
            return;
        for (QDateTime *time : {&token->issuedAt, &token->expiresAt, &token->renewAt}) {
            if (time->isValid())
                *time = after(*time, by);
        }
    }
};

TokenBroker::TokenBroker(CredentialSource source, const Clock &clock, QObject *parent)
    : QObject(parent)
    , m_source(std::move(source))
    , m_clock(clock)
{
    m_timer.setInterval(seconds(1));
    connect(&m_timer, &QTimer::timeout, this, &TokenBroker::checkNow);
}

TokenBroker::~TokenBroker()
{
    for (const std::shared_ptr<Entry> &entry : std::as_const(m_entries))
        entry->cancel.cancel();
}

void TokenBroker::addService(std::unique_ptr<TokenService> service)
{
    m_services.push_back(std::move(service));
}

QFuture<Result<Token>> TokenBroker::token(const TokenNeed &need)
{
    if (m_locked)
        return ready<Token>(fail(lockedError()));
    const QDateTime now = lookAtClock();
    const std::shared_ptr<Entry> entry = entryOf(need);
    if (entry->isUsable(now)) {
        const Token current = *entry->token;
        if (current.needsRenewal(now) && entry->mayRenewUnasked(now))
            startExchange(need, *entry, Way::Renew);
        return ready<Token>(current);
    }
    QFuture<Result<Token>> future = joined(*entry);
    if (!entry->exchanging)
        startExchange(need, *entry, entry->token ? Way::Renew : Way::Exchange);
    return future;
}

QFuture<Result<Token>> TokenBroker::renew(const TokenNeed &need, const std::optional<Token> &refused)
{
    if (m_locked)
        return ready<Token>(fail(lockedError()));
    const QDateTime now = lookAtClock();
    const std::shared_ptr<Entry> entry = entryOf(need);
    if (refused && entry->isUsable(now) && !(entry->token->value == refused->value))
        return ready<Token>(*entry->token);
    QFuture<Result<Token>> future = joined(*entry);
    if (!entry->exchanging)
        startExchange(need, *entry, refused ? Way::Exchange : Way::Insist);
    else if (!refused)
        entry->way = Way::Insist; // counts as long as the key is still being read
    return future;
}

TokenState TokenBroker::state(const TokenNeed &need) const
{
    const auto entry = m_entries.constFind(need);
    if (entry == m_entries.cend())
        return {};
    const Entry &known = **entry;
    return {known.token, known.lastError, known.exchanging, known.lastExchangeAt};
}

void TokenBroker::forget(const TokenNeed &need)
{
    const std::shared_ptr<Entry> entry = m_entries.take(need);
    if (!entry)
        return;
    entry->cancel.cancel();
    entry->answer(fail(cancelledError()));
    Q_EMIT stateChanged(need);
}

void TokenBroker::forgetProfile(const QUuid &profile)
{
    const QList<TokenNeed> needs = m_entries.keys();
    for (const TokenNeed &need : needs) {
        if (need.profile == profile)
            forget(need);
    }
}

void TokenBroker::forgetAll()
{
    const QList<TokenNeed> needs = m_entries.keys();
    for (const TokenNeed &need : needs)
        forget(need);
}

void TokenBroker::setLocked(bool locked)
{
    m_locked = locked; // before anybody who hears of it can ask
    if (locked)
        forgetAll();
}

void TokenBroker::keepAlive(const QUuid &profile)
{
    m_keptAlive = profile;
    if (profile.isNull())
        m_timer.stop();
    else if (!m_timer.isActive())
        m_timer.start();
}

void TokenBroker::checkNow()
{
    const QDateTime now = lookAtClock();
    const QHash<TokenNeed, std::shared_ptr<Entry>> entries = m_entries;
    for (auto it = entries.cbegin(); it != entries.cend(); ++it) {
        if (m_entries.value(it.key()) != it.value())
            continue; // a handler of stateChanged() forgot it
        if (it.key().profile == m_keptAlive)
            checkKept(it.key(), *it.value(), now);
        if (it.value()->token && !it.value()->isUsable(now) && !std::exchange(it.value()->expiryTold, true))
            Q_EMIT stateChanged(it.key());
    }
}

void TokenBroker::checkKept(const TokenNeed &need, Entry &entry, const QDateTime &now)
{
    if (!entry.mayRenewUnasked(now))
        return;
    if (entry.lastError && !mayPass(*entry.lastError))
        return; // a refused key or a locked keychain does not mend by itself
    const bool due = entry.token ? !entry.isUsable(now) || entry.token->needsRenewal(now) : entry.lastError.has_value();
    if (due)
        startExchange(need, entry, entry.token ? Way::Renew : Way::Exchange);
}

int TokenBroker::exchangesInLastHour() const
{
    const QDateTime from = m_clock.now().addSecs(-3600);
    return static_cast<int>(
        std::count_if(m_exchanges.cbegin(), m_exchanges.cend(), [&](const QDateTime &time) { return time > from; }));
}

std::shared_ptr<TokenBroker::Entry> TokenBroker::entryOf(const TokenNeed &need)
{
    std::shared_ptr<Entry> &entry = m_entries[need];
    if (!entry)
        entry = std::make_shared<Entry>();
    return entry;
}

TokenService *TokenBroker::serviceOf(TokenKind kind) const
{
    for (const std::unique_ptr<TokenService> &service : m_services) {
        if (service->kind() == kind)
            return service.get();
    }
    return nullptr;
}

QFuture<Result<Token>> TokenBroker::joined(Entry &entry)
{
    QPromise<Result<Token>> &promise = entry.waiting.emplace_back();
    promise.start();
    return promise.future();
}

void TokenBroker::startExchange(const TokenNeed &need, Entry &entry, Way way)
{
    entry.exchanging = true;
    entry.way = way;
    entry.generation = ++m_generation;
    entry.cancel = CancelSource();
    entry.lastExchangeAt = m_clock.now();
    entry.notBefore = after(entry.lastExchangeAt, pauseAfterRefresh);
    deliver(m_source(need), this, [this, need, generation = entry.generation](const Result<TokenCredentials> &result) {
        useCredentials(need, generation, result);
    });
    Q_EMIT stateChanged(need);
}

void TokenBroker::useCredentials(const TokenNeed &need, quint64 generation, const Result<TokenCredentials> &result)
{
    const std::shared_ptr<Entry> entry = m_entries.value(need);
    if (!entry || entry->generation != generation)
        return;
    if (!result)
        return finishExchange(need, generation, fail(result.error()));
    TokenService *service = serviceOf(need.kind);
    if (!service)
        return finishExchange(need, generation,
                              fail(ErrorKind::Internal, u"No token service was added for this kind of token."_s));
    entry->singleUse = result->singleUseKey;
    const QByteArray mark = m_keyUse.markOf(need.kind, result->apiKey);
    if (entry->singleUse && entry->way != Way::Insist)
        return m_keyUse.isUsed(mark) ? finishExchange(need, generation, fail(spentKeyError())) : decline(need, *entry);
    const bool firstUse = m_keyUse.note(mark);
    m_exchanges << m_clock.now();
    const bool withoutKey = entry->way == Way::Renew && entry->token && !entry->singleUse;
    const QFuture<Result<Token>> exchange = withoutKey ? service->renew(*entry->token, *result, entry->cancel.token())
                                                       : service->exchange(*result, entry->cancel.token());
    deliver(exchange, this, [this, need, generation, mark, firstUse](const Result<Token> &token) {
        if (firstUse && !maySpendKey(token))
            m_keyUse.takeBack(mark);
        finishExchange(need, generation, token);
    });
}

/// Nothing has failed: the person has not been asked yet.
void TokenBroker::decline(const TokenNeed &need, Entry &entry)
{
    entry.exchanging = false;
    entry.answer(fail(unspentKeyError()));
    Q_EMIT stateChanged(need);
}

void TokenBroker::finishExchange(const TokenNeed &need, quint64 generation, const Result<Token> &result)
{
    const std::shared_ptr<Entry> entry = m_entries.value(need);
    if (!entry || entry->generation != generation)
        return;
    const QDateTime now = lookAtClock();
    entry->exchanging = false;
    if (result) {
        entry->token = *result;
        entry->lastError.reset();
        entry->expiryTold = false;
        const milliseconds untilRenewal(result->renewAt.isValid() ? now.msecsTo(result->renewAt) : 0);
        entry->notBefore = after(now, std::clamp<milliseconds>(untilRenewal, shortestInterval, pauseAfterRefresh));
    } else {
        entry->lastError = result.error();
        entry->notBefore = after(now, pauseAfterRefresh);
    }
    entry->answer(result);
    Q_EMIT stateChanged(need);
    if (result && std::chrono::abs(result->clockSkew) > tellSkewFrom)
        Q_EMIT clockSkewFound(result->clockSkew);
}

QDateTime TokenBroker::lookAtClock()
{
    const QDateTime now = m_clock.now();
    const milliseconds step(m_lastLook.isValid() ? m_lastLook.msecsTo(now) : 0);
    m_lastLook = now;
    if (step < -clockTolerance) {
        for (const std::shared_ptr<Entry> &entry : std::as_const(m_entries))
            entry->shift(step);
        for (QDateTime &time : m_exchanges)
            time = after(time, step);
        // Later: who hears of it may ask for a token, and a caller is in the midst of that.
        const auto tellAll = [this, needs = m_entries.keys()] {
            for (const TokenNeed &need : needs)
                Q_EMIT stateChanged(need);
        };
        QMetaObject::invokeMethod(this, tellAll, Qt::QueuedConnection);
    }
    m_exchanges.removeIf([&](const QDateTime &time) { return time.secsTo(now) > 3600; });
    return now;
}

} // namespace acx
