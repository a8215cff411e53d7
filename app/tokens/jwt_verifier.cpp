// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/tokens/jwt_verifier.h"

#include "app/base/background.h"
#include "app/base/clock.h"
#include "app/base/deliver.h"
#include "app/http/encoding.h"
#include "app/http/http_client.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace acx {
namespace {

constexpr int keepKeysFor = 3600; ///< seconds
constexpr int askAgainAfter = 60; ///< seconds

QUrl keysUrl(TokenKind issuer, const QUrl &base)
{
    return withPath(base, issuer == TokenKind::Iam ? "/identity/keys"_ba : "/cert"_ba);
}

} // namespace

class JwtVerifier::Private final
{
public:
    /// What the issuer answered: its keys, or why there are none in it.
    using Published = Result<QList<PublishedKey>>;
    struct KeySet
    {
        QList<PublishedKey> keys;
        QDateTime fetchedAt;
        QDateTime askedAt;
        std::optional<Error> error; ///< of the last attempt
        std::optional<QFuture<Result<Published>>> inFlight;
    };
    struct Check
    {
        Jwt jwt;
        TokenKind issuer = TokenKind::Iam;
        QUrl url;
        std::shared_ptr<QPromise<Result<SignatureCheck>>> promise;
    };

    Private(JwtVerifier *owner, HttpClient &client, const Clock &time)
        : q(owner)
        , http(client)
        , clock(time)
    {}

    void run(const Check &check, bool mayAsk)
    {
        KeySet &set = sets[check.url];
        const QDateTime now = clock.now();
        const bool fresh = set.fetchedAt.isValid() && std::abs(set.fetchedAt.secsTo(now)) < keepKeysFor;
        if (!fresh && mayAsk && (set.inFlight || isTimeToAsk(set, now)))
            return fetchFor(check);
        // Keys that nobody could ask about since may have been withdrawn.
        if (!fresh || set.keys.isEmpty())
            return finish(check, unreachable(check, set));
        const SignatureCheck result = checkSignature(check.jwt, check.issuer, set.keys);
        // An unknown key, or a mismatch where keys have no names, may mean that the issuer has new keys.
        if (mayAsk && mayHaveRotated(result, check, set) && (set.inFlight || isTimeToAsk(set, now)))
            return fetchFor(check);
        finish(check, result);
    }

    /// What is under way ends unused: those who wait for it ask anew.
    void forget()
    {
        ++round;
        sets.clear();
    }

private:
    static bool isTimeToAsk(const KeySet &set, const QDateTime &now)
    {
        return !set.askedAt.isValid() || std::abs(set.askedAt.secsTo(now)) >= askAgainAfter;
    }

    static bool mayHaveRotated(const SignatureCheck &result, const Check &check, const KeySet &set)
    {
        if (result.state == SignatureState::Verified || check.jwt.hasDuplicates)
            return false;
        return std::none_of(set.keys.cbegin(), set.keys.cend(), [&](const PublishedKey &key) {
            return !check.jwt.keyId().isEmpty() && key.keyId == check.jwt.keyId();
        });
    }

    void fetchFor(const Check &check)
    {
        KeySet &set = sets[check.url];
        if (!set.inFlight) {
            set.askedAt = clock.now();
            set.inFlight = fetch(check.url);
            deliver(*set.inFlight, q, [this, url = check.url, asked = round](const Result<Published> &result) {
                if (asked == round)
                    keep(url, result);
            });
        }
        deliver(*set.inFlight, q,
                [this, check, asked = round](const Result<Published> &) { run(check, asked != round); });
    }

    static QFuture<Result<Published>> read(const QByteArray &answer)
    {
        return inBackground<Published>([answer]() -> Result<Published> { return readPublishedKeys(answer); });
    }

    QFuture<Result<Published>> fetch(const QUrl &url)
    {
        HttpRequest request;
        request.url = url;
        request.headers = {{"Accept"_ba, "application/json"_ba}};
        request.redirects = RedirectPolicy::Refuse;
        request.maxBytes = 1024LL * 1024;
        return chain<Published>(http.send(request), [](const HttpResponse &response) {
            if (response.problem)
                return ready<Published>(fail(*response.problem));
            if (response.isSuccess())
                return read(response.body.head(response.body.size()));
            return ready<Published>(
                fail(ErrorKind::ServiceRefused,
                     QCoreApplication::translate("acx", "%1 answered with HTTP %2 when asked for its keys.")
                         .arg(response.url.host())
                         .arg(response.status)));
        });
    }

    void keep(const QUrl &url, const Result<Published> &result)
    {
        KeySet &set = sets[url];
        set.inFlight.reset();
        if (!result) {
            set.error = result.error();
            return;
        }
        // What the issuer publishes now holds, also when that is no key at all.
        const Published &keys = *result;
        if (keys) {
            set.error.reset();
            set.keys = *keys;
            set.fetchedAt = clock.now();
        } else {
            set.error = keys.error();
            set.keys.clear();
            set.fetchedAt = {}; // nothing is kept, so it is time to ask as soon as that is allowed
        }
    }

    static SignatureCheck unreachable(const Check &check, const KeySet &set)
    {
        SignatureCheck result;
        result.algorithm = check.jwt.algorithm();
        result.keyId = check.jwt.keyId();
        const QString cause = set.error ? set.error->sentence : QString();
        result.reason = QCoreApplication::translate("acx", "Not verified: the published keys could not be fetched. %1")
                            .arg(cause)
                            .trimmed();
        return result;
    }

    static void finish(const Check &check, SignatureCheck result)
    {
        if (result.state != SignatureState::NotVerified)
            result.keySource = check.url.host();
        check.promise->addResult(Result<SignatureCheck>(std::move(result)));
        check.promise->finish();
    }

    JwtVerifier *q;
    HttpClient &http;
    const Clock &clock;
    QHash<QUrl, KeySet> sets;
    quint64 round = 0; ///< by a change of trust
};

JwtVerifier::JwtVerifier(HttpClient &http, const Clock &clock, QObject *parent)
    : QObject(parent)
    , d(std::make_unique<Private>(this, http, clock))
{}

JwtVerifier::~JwtVerifier() = default;

void JwtVerifier::forgetKeys()
{
    d->forget();
    Q_EMIT keysForgotten();
}

QFuture<Result<SignatureCheck>> JwtVerifier::check(const Secret &token, TokenKind issuer, const QUrl &base)
{
    const Result<Jwt> jwt = decodeJwt(token);
    if (!jwt) {
        SignatureCheck opaque;
        opaque.reason = jwt.error().sentence;
        return ready<SignatureCheck>(opaque);
    }
    if (issuer == TokenKind::Platform)
        return ready<SignatureCheck>(checkSignature(*jwt, issuer, {}));
    if (base.isEmpty()) {
        SignatureCheck unknown;
        unknown.algorithm = jwt->algorithm();
        unknown.keyId = jwt->keyId();
        unknown.reason = QCoreApplication::translate("acx", "This deployment has no URL of the issuer's keys.");
        return ready<SignatureCheck>(unknown);
    }
    Private::Check check{*jwt, issuer, keysUrl(issuer, base), std::make_shared<QPromise<Result<SignatureCheck>>>()};
    check.promise->start();
    QFuture<Result<SignatureCheck>> future = check.promise->future();
    d->run(check, true);
    return future;
}

} // namespace acx
