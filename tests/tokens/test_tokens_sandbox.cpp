// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/base/clock.h"
#include "app/http/http_client.h"
#include "app/json/json_value.h"
#include "app/sandbox/sandbox_server.h"
#include "app/tokens/claims.h"
#include "app/tokens/jwt_verifier.h"
#include "app/tokens/token_broker.h"
#include "app/tokens/token_services.h"
#include "tests/support/run_sandbox.h"
#include "tests/support/test_main.h"
#include "tests/support/wait.h"

#include <QFile>
#include <QRegularExpression>
#include <QSslCertificate>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace acx;
using namespace std::chrono_literals;

/// The token services against the sandbox, which speaks the real protocols, over a real socket and the real clock.
class TestTokensSandbox final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { begin({}); }
    void init();

    void everyServiceGivesAToken_data();
    void everyServiceGivesAToken();
    void signaturesAreVerified_data();
    void signaturesAreVerified();
    void rotatedKeysAreFoundAgain();
    void claimsAreExplained();
    void serviceIdKeyWorks();
    void loginTokenIsRenewedByRefresh();
    void wrongKeyIsExplained_data();
    void wrongKeyIsExplained();
    void disabledKeyIsTold();
    void singleUseKeyIsExchangedOnce();
    void faultIsTold();
    void shortLifetimesAreRead();
    void skewOfTheServiceIsMeasured();
    void thousandCallersMakeOneRequest();
    void overTls();

private:
    void begin(const SandboxOptions &options)
    {
        m_sandbox = std::make_unique<SandboxServer>(options);
        Result<SandboxInfo> info = m_sandbox->start();
        QVERIFY2(info, qPrintable(info ? QString() : info.error().message()));
        m_info = *info;
        connectTo(options);
    }
    /// Fresh clients of the running sandbox.
    void connectTo(const SandboxOptions &options)
    {
        m_broker.reset();
        m_http = std::make_unique<HttpClient>(m_clock);
        m_broker = std::make_unique<TokenBroker>(
            [this](const TokenNeed &need) { return ready<TokenCredentials>(credentials(need.kind)); }, m_clock);
        m_broker->addService(std::make_unique<IamTokenService>(*m_http, m_clock));
        m_broker->addService(std::make_unique<LoginTokenService>(*m_http, m_clock));
        m_broker->addService(std::make_unique<PlatformTokenService>(*m_http, m_clock));
        m_verifier = std::make_unique<JwtVerifier>(*m_http, m_clock);
        m_key = m_info.apiKey;
        m_singleUse = options.singleUsePlatformKey;
    }
    TokenCredentials credentials(TokenKind kind) const
    {
        TokenCredentials credentials;
        credentials.base = m_info.endpoints.tokenBase(kind);
        credentials.apiKey = m_key;
        if (kind == TokenKind::Platform) {
            credentials.apiKey = m_info.platformApiKey;
            credentials.clientId = m_info.clientId;
            credentials.clientSecret = m_info.clientSecret;
            credentials.singleUseKey = m_singleUse;
        }
        return credentials;
    }
    Result<Token> token(TokenKind kind) { return waitFor(m_broker->token({m_profile, kind})); }
    JsonValue ask(const QByteArray &method, const QString &path, const QByteArray &body = {})
    {
        HttpRequest request;
        request.method = method;
        request.url = m_info.endpoints.api;
        request.url.setPath(path);
        if (!body.isEmpty()) {
            request.body = body;
            request.headers.append({"Content-Type"_ba, "application/json"_ba});
        }
        const Result<HttpResponse> response = waitFor(m_http->send(request));
        if (!response || response->status != 200)
            qFatal("the sandbox's own routes failed");
        return parseJson(response->body.head(1'000'000)).value();
    }
    void turn(const QByteArray &knobs) { ask("POST", u"/sandbox/knobs"_s, knobs); }
    /// Requests that reached IAM's token route.
    qint64 exchangesSeen()
    {
        const JsonValue counts = ask("GET", u"/sandbox/log"_s)[u"requests"];
        qint64 exchanges = 0;
        for (const JsonValue::Member &member : counts.members()) {
            if (member.name.contains(u"/identity/token"_s))
                exchanges += member.value.toInteger().value_or(0);
        }
        return exchanges;
    }
    static void kinds()
    {
        QTest::addColumn<TokenKind>("kind");
        for (const TokenKind kind : {TokenKind::Iam, TokenKind::ApiConnect, TokenKind::Platform})
            QTest::addRow("%s", qPrintable(toText(kind))) << kind;
    }

    SystemClock m_clock;
    std::unique_ptr<SandboxServer> m_sandbox;
    SandboxInfo m_info;
    Secret m_key;
    bool m_singleUse = false;
    bool m_shared = true; ///< the running sandbox is the one of most tests
    std::unique_ptr<HttpClient> m_http;
    std::unique_ptr<TokenBroker> m_broker;
    std::unique_ptr<JwtVerifier> m_verifier;
    QUuid m_profile = QUuid::createUuid();
};

/// Making the sandbox's keys takes a while, so most tests share one and turn its knobs back.
void TestTokensSandbox::init()
{
    QTest::failOnWarning(QRegularExpression(u".?"_s));
    if (!m_shared)
        begin({});
    m_shared = true;
    connectTo({});
    turn(R"({"token_lifetime":3600,"clock_offset":0,"disable_key":false})");
}

void TestTokensSandbox::everyServiceGivesAToken_data()
{
    kinds();
}

void TestTokensSandbox::everyServiceGivesAToken()
{
    QFETCH(TokenKind, kind);
    const Result<Token> got = token(kind);
    QVERIFY2(got, qPrintable(got ? QString() : got.error().message() + got.error().details()));
    QCOMPARE(got->kind, kind);
    const int expected = kind == TokenKind::Platform ? 28'800 : 3600;
    const qint64 left = m_clock.now().secsTo(got->expiresAt);
    QVERIFY2(left > expected - 60 && left <= expected + 5, qPrintable(QString::number(left)));
    QVERIFY(got->renewAt < got->expiresAt);
    QVERIFY(!got->isExpired(m_clock.now()));
}

void TestTokensSandbox::signaturesAreVerified_data()
{
    QTest::addColumn<TokenKind>("kind");
    QTest::addColumn<SignatureState>("state");
    QTest::addColumn<QString>("algorithm");
    QTest::newRow("IAM") << TokenKind::Iam << SignatureState::Verified << u"RS256"_s;
    QTest::newRow("login service") << TokenKind::ApiConnect << SignatureState::Verified << u"ES384"_s;
    QTest::newRow("platform") << TokenKind::Platform << SignatureState::NotVerified << QString();
}

void TestTokensSandbox::signaturesAreVerified()
{
    QFETCH(TokenKind, kind);
    QFETCH(SignatureState, state);
    QFETCH(QString, algorithm);
    const Result<Token> got = token(kind);
    QVERIFY(got);
    const QUrl base = m_info.endpoints.tokenBase(kind);
    const Result<SignatureCheck> check = waitFor(m_verifier->check(got->value, kind, base));
    QVERIFY(check);
    QCOMPARE(check->state, state);
    if (state != SignatureState::Verified)
        return;
    QCOMPARE(check->algorithm, algorithm);
    QCOMPARE(check->keySource, base.host());
    // One changed claim and it is wrong.
    QByteArrayList parts = got->value.reveal().split('.');
    parts[1] = QByteArray(R"({"sub":"somebody else"})")
                   .toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals);
    QCOMPARE(waitFor(m_verifier->check(Secret(parts.join('.')), kind, base))->state, SignatureState::Wrong);
}

void TestTokensSandbox::rotatedKeysAreFoundAgain()
{
    turn(R"({"rotate_keys":true})");
    const Result<Token> got = token(TokenKind::Iam);
    QVERIFY(got);
    QCOMPARE(waitFor(m_verifier->check(got->value, TokenKind::Iam, m_info.endpoints.iam))->state,
             SignatureState::Verified);
}

void TestTokensSandbox::claimsAreExplained()
{
    const Result<Token> got = token(TokenKind::Iam);
    QStringList titles;
    for (const ClaimRow &row : explainClaims(decodeJwt(got->value).value(), m_clock.now()))
        titles << row.title;
    for (const QString &title : {u"Who"_s, u"Kind of identity"_s, u"Account"_s, u"Issued by"_s, u"Valid until"_s})
        QVERIFY2(titles.contains(title), qPrintable(titles.join(u", "_s)));
}

void TestTokensSandbox::serviceIdKeyWorks()
{
    m_key = m_info.serviceIdApiKey;
    const Result<Token> got = token(TokenKind::Iam);
    QVERIFY(got);
    QCOMPARE((*decodeJwt(got->value)->claims)[u"sub_type"].toString(), u"ServiceId"_s);
}

void TestTokensSandbox::loginTokenIsRenewedByRefresh()
{
    const Result<Token> old = token(TokenKind::ApiConnect);
    QVERIFY(old);
    LoginTokenService service(*m_http, m_clock);
    TokenCredentials wrongKey = credentials(TokenKind::ApiConnect);
    wrongKey.apiKey = Secret("a key that would be refused"_ba);
    const Result<Token> renewed = waitFor(service.renew(*old, wrongKey, {}));
    QVERIFY2(renewed, qPrintable(renewed ? QString() : renewed.error().message()));
    QCOMPARE(renewed->kind, TokenKind::ApiConnect);
}

void TestTokensSandbox::wrongKeyIsExplained_data()
{
    kinds();
}

void TestTokensSandbox::wrongKeyIsExplained()
{
    QFETCH(TokenKind, kind);
    m_key = Secret("not-a-key-0123456789-0123456789-0123456789ab"_ba);
    const Secret platformKey = std::exchange(m_info.platformApiKey, m_key);
    const Result<Token> got = token(kind);
    m_info.platformApiKey = platformKey;
    QVERIFY(!got);
    QCOMPARE(got.error().kind, ErrorKind::ServiceRefused);
    QVERIFY(!got.error().sentence.isEmpty());
    QVERIFY(!got.error().nextStep.isEmpty());
    QVERIFY(!(got.error().message() + got.error().details()).contains(u"not-a-key"_s));
    if (kind == TokenKind::Iam) {
        QCOMPARE(got.error().httpStatus, 400);
        QCOMPARE(got.error().serviceCode, u"BXNIM0415E"_s);
        QVERIFY(!got.error().requestId.isEmpty());
    }
}

void TestTokensSandbox::disabledKeyIsTold()
{
    turn(R"({"disable_key":true})");
    QCOMPARE(token(TokenKind::Iam).error().serviceCode, u"BXNIM0462E"_s);
}

void TestTokensSandbox::singleUseKeyIsExchangedOnce()
{
    m_shared = false;
    SandboxOptions options = sandboxOfThisRun();
    options.singleUsePlatformKey = true;
    begin(options);
    QCOMPARE(token(TokenKind::Platform).error().kind, ErrorKind::Unsupported);
    QCOMPARE(m_broker->exchangesInLastHour(), 0);
    QVERIFY(waitFor(m_broker->renew({m_profile, TokenKind::Platform})));
    m_broker->forgetAll();
    QCOMPARE(token(TokenKind::Platform).error().kind, ErrorKind::Unsupported);
    QCOMPARE(m_broker->exchangesInLastHour(), 1);
    const Result<Token> insisted = waitFor(m_broker->renew({m_profile, TokenKind::Platform}));
    QCOMPARE(insisted.error().kind, ErrorKind::ServiceRefused);
}

void TestTokensSandbox::faultIsTold()
{
    turn(R"({"fail_next":{"count":1,"status":503,"body":"<html><h1>Down</h1></html>","content_type":"text/html",)"
         R"("path_prefix":"/identity"}})");
    const Result<Token> got = token(TokenKind::Iam);
    QVERIFY(!got);
    QCOMPARE(got.error().kind, ErrorKind::ServiceFault);
    QCOMPARE(got.error().serviceText, u"Down"_s);
    QVERIFY(token(TokenKind::Iam));
}

void TestTokensSandbox::shortLifetimesAreRead()
{
    turn(R"({"token_lifetime":900})");
    for (const TokenKind kind : {TokenKind::Iam, TokenKind::ApiConnect}) {
        const qint64 left = m_clock.now().secsTo(token(kind)->expiresAt);
        QVERIFY2(left > 840 && left <= 905, qPrintable(QString::number(left)));
    }
}

void TestTokensSandbox::skewOfTheServiceIsMeasured()
{
    QList<std::chrono::seconds> told;
    connect(m_broker.get(), &TokenBroker::clockSkewFound, this, [&](std::chrono::seconds skew) { told << skew; });
    turn(R"({"clock_offset":7200})");
    for (const TokenKind kind : {TokenKind::Iam, TokenKind::ApiConnect}) {
        const Result<Token> got = token(kind);
        QVERIFY2(got, qPrintable(got ? QString() : got.error().message()));
        QVERIFY(std::chrono::abs(got->clockSkew - 7200s) < 60s);
        const qint64 left = m_clock.now().secsTo(got->expiresAt);
        QVERIFY2(left > 3500 && left < 3700, qPrintable(QString::number(left)));
    }
    QCOMPARE(told.size(), 2);
}

void TestTokensSandbox::thousandCallersMakeOneRequest()
{
    const qint64 before = exchangesSeen();
    QList<QFuture<Result<Token>>> futures;
    for (int i = 0; i < 1000; ++i)
        futures << m_broker->token({m_profile, TokenKind::Iam});
    for (const QFuture<Result<Token>> &future : futures)
        QVERIFY(waitFor(future));
    QCOMPARE(exchangesSeen(), before + 1);
}

void TestTokensSandbox::overTls()
{
    m_shared = false;
    SandboxOptions options = sandboxOfThisRun();
    options.tls = true;
    begin(options);
    // The sandbox's certificate is its own: unknown until it is trusted.
    const Result<Token> untrusted = token(TokenKind::Iam);
    QVERIFY(!untrusted);
    QCOMPARE(untrusted.error().kind, ErrorKind::Tls);
    QFile file(m_info.caCertificate);
    QVERIFY(file.open(QIODevice::ReadOnly));
    m_http->setTrust({QSslCertificate::fromDevice(&file)});
    for (const TokenKind kind : {TokenKind::Iam, TokenKind::ApiConnect, TokenKind::Platform}) {
        const Result<Token> got = token(kind);
        QVERIFY2(got, qPrintable(got ? QString() : got.error().message() + got.error().details()));
    }
}

ACX_TEST_MAIN(TestTokensSandbox)
#include "test_tokens_sandbox.moc"
