// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/tokens/key_use.h"
#include "app/tokens/token_service.h"

#include <QHash>
#include <QObject>
#include <QTimer>
#include <QUuid>

#include <functional>
#include <memory>
#include <optional>
#include <vector>

namespace acx {

class Clock;

/// Which token: of which profile, from which token service.
struct TokenNeed
{
    QUuid profile;
    TokenKind kind = TokenKind::Iam;
    bool operator==(const TokenNeed &) const = default;
};
[[nodiscard]] size_t qHash(const TokenNeed &need, size_t seed = 0);

/// What the broker knows of one need, for screens.
struct TokenState
{
    std::optional<Token> token;
    std::optional<Error> lastError; ///< of the last exchange, if it failed
    bool exchanging = false;
    QDateTime lastExchangeAt;
};

/// Hands out tokens. For each need there is at most one exchange in flight however many ask; a token is renewed in the
/// background from 80 % of its life while the old one is still handed out; it counts as expired 10 s early; after a
/// renewal has started the next one waits 60 s. The rules are those of IBM's SDK cores. Tokens live in memory only.
/// A key that may be single-use is exchanged by renew() without `refused` alone, that is at a person's word; whoever
/// else asks is told so (ErrorKind::Unsupported), and joins an exchange that is in flight.
class TokenBroker final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(TokenBroker)

public:
    /// Brings base URL, key and settings of a need; asked anew for each exchange, so a locked keychain is an Error
    /// here.
    using CredentialSource = std::function<QFuture<Result<TokenCredentials>>(const TokenNeed &)>;

    TokenBroker(CredentialSource source, const Clock &clock, QObject *parent = nullptr);
    ~TokenBroker() override;

    /// One service for each kind; before the first token().
    void addService(std::unique_ptr<TokenService> service);

    /// The valid token, at once if there is one. Cancel only stops this caller's waiting.
    [[nodiscard]] QFuture<Result<Token>> token(const TokenNeed &need);
    /// A fresh exchange (after a 401, or "renew now"), joined if one is in flight. `refused` is the token that was
    /// refused: if a newer one is there already, that one is handed out. Without it a single-use key is spent: warn
    /// before.
    [[nodiscard]] QFuture<Result<Token>> renew(const TokenNeed &need,
                                               const std::optional<Token> &refused = std::nullopt);
    [[nodiscard]] TokenState state(const TokenNeed &need) const;
    /// Forgets the token, ends an exchange in flight; its late answer is dropped.
    void forget(const TokenNeed &need);
    void forgetProfile(const QUuid &profile);
    void forgetAll();
    /// Forgets everything and hands out nothing until it is unlocked again: every call ends at once as Cancelled, and
    /// nothing is renewed. What a token service still answers is dropped.
    void setLocked(bool locked);
    [[nodiscard]] bool isLocked() const { return m_locked; }

    /// Keep the tokens of this profile alive in the background, also when nobody asks. Null = none.
    void keepAlive(const QUuid &profile);
    /// Looks at the clock and renews or reports what is due. Called by a timer once a second while keepAlive is set;
    /// after the computer has slept the next call notices. Public for tests on a fake clock.
    void checkNow();
    /// Exchanges with token services in the last hour.
    [[nodiscard]] int exchangesInLastHour() const;

Q_SIGNALS:
    void stateChanged(const acx::TokenNeed &need);
    /// Service's clock and ours differ by more than 60 s.
    void clockSkewFound(std::chrono::seconds skew);

private:
    struct Entry;
    enum class Way {
        Renew,    ///< without the key where the service can
        Exchange, ///< with the key
        Insist,   ///< with the key, also if that uses it up, or may have used it up before
    };

    [[nodiscard]] std::shared_ptr<Entry> entryOf(const TokenNeed &need);
    [[nodiscard]] TokenService *serviceOf(TokenKind kind) const;
    [[nodiscard]] QFuture<Result<Token>> joined(Entry &entry);
    void startExchange(const TokenNeed &need, Entry &entry, Way way);
    void useCredentials(const TokenNeed &need, quint64 generation, const Result<TokenCredentials> &result);
    void decline(const TokenNeed &need, Entry &entry);
    void finishExchange(const TokenNeed &need, quint64 generation, const Result<Token> &result);
    void checkKept(const TokenNeed &need, Entry &entry, const QDateTime &now);
    /// The time; tokens are moved along when the clock was set back.
    QDateTime lookAtClock();

    CredentialSource m_source;
    const Clock &m_clock;
    std::vector<std::unique_ptr<TokenService>> m_services;
    QHash<TokenNeed, std::shared_ptr<Entry>> m_entries;
    quint64 m_generation = 0;
    QList<QDateTime> m_exchanges;
    KeyUse m_keyUse;
    QDateTime m_lastLook;
    QUuid m_keptAlive;
    bool m_locked = false;
    QTimer m_timer;
};

} // namespace acx
