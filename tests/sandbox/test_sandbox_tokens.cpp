// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/sandbox/running_sandbox.h"
#include "tests/support/test_main.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;
using namespace acx;

namespace {

QString text(const Secret &secret)
{
    return QString::fromUtf8(secret.reveal());
}

} // namespace

/// The login service, the platform token service, and which token opens what.
class TestSandboxTokens : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { m_sandbox = std::make_unique<RunningSandbox>(); }
    void cleanupTestCase() { m_sandbox.reset(); }
    void init() { QTest::failOnWarning(QRegularExpression(u".?"_s)); }

    void loginExchanges();
    void loginRefuses_data();
    void loginRefuses();
    void loginByPasscode();
    void loginRefreshesAnExpiredToken();
    void platformExchanges_data();
    void platformExchanges();
    void platformRefuses_data();
    void platformRefuses();
    void platformKeyIsGoodOnce();
    void eachServiceTakesItsOwnTokens_data();
    void eachServiceTakesItsOwnTokens();
    void tokensExpire();

private:
    [[nodiscard]] QString platformToken() const;
    [[nodiscard]] QJsonObject platformBody(const Secret &key) const;
    [[nodiscard]] QJsonObject signer(const QString &jwt) const;

    std::unique_ptr<RunningSandbox> m_sandbox;
};

QJsonObject TestSandboxTokens::platformBody(const Secret &key) const
{
    return {{u"grant_type"_s, u"api_key"_s},
            {u"api_key"_s, text(key)},
            {u"client_id"_s, m_sandbox->info().clientId},
            {u"client_secret"_s, text(m_sandbox->info().clientSecret)}};
}

QString TestSandboxTokens::platformToken() const
{
    return m_sandbox->send(u"POST"_s, u"/api/token"_s, {}, platformBody(m_sandbox->info().platformApiKey))
        .object()
        .value("access_token"_L1)
        .toString();
}

/// The published key that the token names; empty if there is none.
QJsonObject TestSandboxTokens::signer(const QString &jwt) const
{
    const QJsonArray keys = m_sandbox->ask(u"GET"_s, u"/identity/keys"_s).object().value("keys"_L1).toArray();
    for (const QJsonValue &key : keys) {
        if (key.toObject().value("kid"_L1) == headerOf(jwt).value("kid"_L1))
            return key.toObject();
    }
    return {};
}

void TestSandboxTokens::loginExchanges()
{
    const Seen seen = m_sandbox->ask(u"POST"_s, u"/apikey?apikey="_s + m_sandbox->apiKey(), {},
                                     {u"-H"_s, u"Content-Type: application/x-www-form-urlencoded"_s, u"-d"_s, {}});
    QCOMPARE(seen.status, 200);
    const QString jwt = seen.object().value("jwt"_L1).toString();
    QCOMPARE(headerOf(jwt).value("alg"_L1).toString(), u"ES384"_s);
    const QJsonObject published = m_sandbox->ask(u"GET"_s, u"/cert"_s).object();
    QCOMPARE(published.value("alg"_L1).toString(), u"ES384"_s);
    QVERIFY(isSignedBy(jwt, published.value("cert"_L1).toString().toLatin1()));
    const QJsonObject claims = claimsOf(jwt);
    QCOMPARE(claims.value("exp"_L1).toInteger() - claims.value("iat"_L1).toInteger(), 3600);
    const QString inner = claims.value("tokens"_L1).toObject().value("token"_L1).toString();
    QVERIFY(isSignedBy(inner, pemOfJwk(signer(inner))));
}

void TestSandboxTokens::loginRefuses_data()
{
    QTest::addColumn<QString>("method");
    QTest::addColumn<QString>("path");
    QTest::addColumn<QString>("body");
    QTest::addColumn<int>("status");
    QTest::newRow("wrong key") << u"POST"_s << u"/apikey?apikey=wrong"_s << QString() << 401;
    QTest::newRow("no key") << u"POST"_s << u"/apikey"_s << QString() << 400;
    QTest::newRow("GET") << u"GET"_s << u"/apikey?apikey=x"_s << QString() << 405;
    QTest::newRow("wrong passcode") << u"POST"_s << u"/token?passcode=x"_s << QString() << 401;
    QTest::newRow("wrong code") << u"GET"_s << u"/token?code=x"_s << QString() << 401;
    QTest::newRow("refresh without a token") << u"POST"_s << u"/refresh"_s << u"{}"_s << 400;
    QTest::newRow("refresh of a stranger") << u"POST"_s << u"/refresh"_s << u"{\"jwt\":\"a.b.c\"}"_s << 401;
    QTest::newRow("refresh by GET") << u"GET"_s << u"/refresh"_s << QString() << 405;
    QTest::newRow("password") << u"POST"_s << u"/password-token"_s << u"{\"username\":\"a\",\"password\":\"b\"}"_s
                              << 401;
    QTest::newRow("no password") << u"POST"_s << u"/password-token"_s << u"[]"_s << 400;
    QTest::newRow("no such path") << u"GET"_s << u"/nothing"_s << QString() << 404;
}

void TestSandboxTokens::loginRefuses()
{
    QFETCH(QString, method);
    QFETCH(QString, path);
    QFETCH(QString, body);
    QFETCH(int, status);
    const Seen seen =
        m_sandbox->ask(method, path, {}, body.isEmpty() ? QStringList() : QStringList{u"--data-binary"_s, body});
    QCOMPARE(seen.status, status);
    QVERIFY(!seen.object().value("error_message"_L1).toString().isEmpty());
    QCOMPARE(seen.object().size(), 1);
}

void TestSandboxTokens::loginByPasscode()
{
    const QString page = m_sandbox->ask(u"GET"_s, u"/passcode-url"_s).object().value("passcodeURL"_L1).toString();
    const QByteArray html = m_sandbox->ask(u"GET"_s, page).body;
    const QString passcode = QRegularExpression(u"<code>(.+)</code>"_s).match(QString::fromUtf8(html)).captured(1);
    QVERIFY(!passcode.isEmpty());
    QCOMPARE(m_sandbox->ask(u"POST"_s, u"/token?passcode="_s + passcode).status, 200);
    QCOMPARE(m_sandbox->ask(u"POST"_s, u"/token?passcode="_s + passcode).status, 401);
}

void TestSandboxTokens::loginRefreshesAnExpiredToken()
{
    const RunningSandbox own;
    const QString old = own.loginToken();
    own.turn({{u"clock_offset"_s, 4000}});
    QCOMPARE(own.ask(u"GET"_s, u"/v1/me"_s, old).status, 401);
    const Seen refreshed = own.send(u"POST"_s, u"/refresh"_s, {}, {{u"jwt"_s, old}});
    QCOMPARE(refreshed.status, 200);
    QCOMPARE(own.ask(u"GET"_s, u"/v1/me"_s, refreshed.object().value("jwt"_L1).toString()).status, 200);
    QCOMPARE(own.send(u"POST"_s, u"/refresh"_s, {}, {{u"jwt"_s, own.iamToken()}}).status, 401);
}

void TestSandboxTokens::platformExchanges_data()
{
    QTest::addColumn<QJsonObject>("body");
    const SandboxInfo &info = m_sandbox->info();
    QTest::newRow("platform key") << platformBody(info.platformApiKey);
    QTest::newRow("IBM Cloud key") << platformBody(info.apiKey);
    QTest::newRow("service ID key") << platformBody(info.serviceIdApiKey);
    QTest::newRow("client") << QJsonObject{{u"grant_type"_s, u"client_credentials"_s},
                                           {u"client_id"_s, info.clientId},
                                           {u"client_secret"_s, text(info.clientSecret)}};
}

void TestSandboxTokens::platformExchanges()
{
    QFETCH(QJsonObject, body);
    const Seen seen = m_sandbox->send(u"POST"_s, u"/api/token"_s, {}, body);
    QCOMPARE(seen.status, 200);
    QCOMPARE(seen.object().value("token_type"_L1).toString(), u"Bearer"_s);
    QCOMPARE(seen.object().value("expires_in"_L1).toInt(), 28800);
    const QString token = seen.object().value("access_token"_L1).toString();
    QCOMPARE(token.count(u'.'), 2);
    QCOMPARE(m_sandbox->ask(u"GET"_s, u"/api/orgs"_s, token).status, 200);
}

void TestSandboxTokens::platformRefuses_data()
{
    QTest::addColumn<QJsonObject>("change");
    QTest::addColumn<int>("status");
    QTest::newRow("no grant") << QJsonObject{{u"grant_type"_s, QJsonValue()}} << 400;
    QTest::newRow("unknown grant") << QJsonObject{{u"grant_type"_s, u"magic"_s}} << 400;
    QTest::newRow("no client") << QJsonObject{{u"client_id"_s, QString()}} << 400;
    QTest::newRow("wrong client") << QJsonObject{{u"client_id"_s, u"x"_s}} << 401;
    QTest::newRow("wrong secret") << QJsonObject{{u"client_secret"_s, u"x"_s}} << 401;
    QTest::newRow("no key") << QJsonObject{{u"api_key"_s, QString()}} << 400;
    QTest::newRow("wrong key") << QJsonObject{{u"api_key"_s, u"x"_s}} << 401;
    QTest::newRow("password") << QJsonObject{{u"grant_type"_s, u"password"_s},
                                             {u"username"_s, u"a"_s},
                                             {u"password"_s, u"b"_s},
                                             {u"realm"_s, u"provider/default-idp-2"_s}}
                              << 401;
}

void TestSandboxTokens::platformRefuses()
{
    QFETCH(QJsonObject, change);
    QFETCH(int, status);
    QJsonObject body = platformBody(m_sandbox->info().platformApiKey);
    for (auto member = change.begin(); member != change.end(); ++member)
        body.insert(member.key(), *member);
    const Seen seen = m_sandbox->send(u"POST"_s, u"/api/token"_s, {}, body);
    QCOMPARE(seen.status, status);
    QCOMPARE(seen.object().value("status"_L1).toInt(), status);
    QVERIFY(!seen.object().value("message"_L1).toArray().at(0).toString().isEmpty());
}

void TestSandboxTokens::platformKeyIsGoodOnce()
{
    SandboxOptions options = sandboxOfThisRun();
    options.singleUsePlatformKey = true;
    const RunningSandbox own(options);
    const QJsonObject body{{u"grant_type"_s, u"api_key"_s},
                           {u"api_key"_s, text(own.info().platformApiKey)},
                           {u"client_id"_s, own.info().clientId},
                           {u"client_secret"_s, text(own.info().clientSecret)}};
    QCOMPARE(own.send(u"POST"_s, u"/api/token"_s, {}, body).status, 200);
    QCOMPARE(own.send(u"POST"_s, u"/api/token"_s, {}, body).status, 401);
}

void TestSandboxTokens::eachServiceTakesItsOwnTokens_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<QString>("token");
    QTest::addColumn<int>("status");
    const QString iam = m_sandbox->iamToken();
    const QString login = m_sandbox->loginToken();
    const QString platform = platformToken();
    const QString bad = login.chopped(4) + u"AAAA"_s;
    QTest::newRow("v5: login") << u"/v1/me"_s << login << 200;
    QTest::newRow("v5: iam") << u"/v1/me"_s << iam << 401;
    QTest::newRow("v5: platform") << u"/v1/me"_s << platform << 401;
    QTest::newRow("v5: none") << u"/v1/me"_s << QString() << 401;
    QTest::newRow("v5: forged") << u"/v1/me"_s << bad << 401;
    QTest::newRow("v5: anything") << u"/v1/me"_s << u"x"_s << 401;
    QTest::newRow("v5: unknown path") << u"/v1/secret"_s << QString() << 401;
    QTest::newRow("v5: metadata") << u"/v1/cloud/metadata/apimanager"_s << QString() << 200;
    QTest::newRow("v10: iam") << u"/api/orgs"_s << iam << 200;
    QTest::newRow("v10: platform") << u"/api/orgs"_s << platform << 200;
    QTest::newRow("v10: login") << u"/api/orgs"_s << login << 401;
    QTest::newRow("v10: none") << u"/api/orgs"_s << QString() << 401;
    QTest::newRow("v10: realms") << u"/api/cloud/provider/identity-providers"_s << QString() << 200;
    QTest::newRow("iam: login") << u"/v1/apikeys"_s << login << 401;
    QTest::newRow("iam: iam") << u"/v1/apikeys"_s << iam << 200;
}

void TestSandboxTokens::eachServiceTakesItsOwnTokens()
{
    QFETCH(QString, path);
    QFETCH(QString, token);
    QFETCH(int, status);
    const Seen seen = m_sandbox->ask(u"GET"_s, path, token);
    QCOMPARE(seen.status, status);
    if (status != 401)
        return;
    QVERIFY(seen.header("www-authenticate"_ba).startsWith("Bearer"));
    if (path.startsWith("/api/"_L1))
        QCOMPARE(seen.object().value("status"_L1).toInt(), 401);
    else
        QVERIFY(!seen.object().value("errors"_L1).toArray().isEmpty());
}

void TestSandboxTokens::tokensExpire()
{
    SandboxOptions options = sandboxOfThisRun();
    options.tokenLifetime = std::chrono::seconds(900);
    const RunningSandbox own(options);
    const QString token = own.iamToken();
    QCOMPARE(own.ask(u"GET"_s, u"/api/orgs"_s, token).status, 200);
    own.turn({{u"clock_offset"_s, 600}});
    QCOMPARE(own.ask(u"GET"_s, u"/api/orgs"_s, token).status, 200);
    own.turn({{u"clock_offset"_s, 902}});
    QCOMPARE(own.ask(u"GET"_s, u"/api/orgs"_s, token).status, 401);
}

ACX_TEST_MAIN(TestSandboxTokens)
#include "test_sandbox_tokens.moc"
