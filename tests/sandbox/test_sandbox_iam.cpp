// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/sandbox/running_sandbox.h"
#include "tests/support/test_main.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;
using namespace acx;

namespace {

const QString apiKeyGrant = u"grant_type=urn:ibm:params:oauth:grant-type:apikey"_s;

QString text(const Secret &secret)
{
    return QString::fromUtf8(secret.reveal());
}

} // namespace

/// IAM as its clients know it.
class TestSandboxIam : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { m_sandbox = std::make_unique<RunningSandbox>(); }
    void cleanupTestCase() { m_sandbox.reset(); }
    void init() { QTest::failOnWarning(QRegularExpression(u".?"_s)); }

    void startsAnew();
    void iamExchanges();
    void iamServiceId();
    void iamScopeAndClient();
    void iamRefuses_data();
    void iamRefuses();
    void iamWantsAPostWithALength();
    void iamIsSignedByPublishedKeys();
    void keysRotate();
    void discoveryNamesItsOwnPlace();
    void keyDetails();
    void keysAreMadeAndDeleted();
    void keyStates();

private:
    [[nodiscard]] QJsonObject signer(const QString &jwt) const;

    std::unique_ptr<RunningSandbox> m_sandbox;
};

/// The published key that the token names; empty if there is none.
QJsonObject TestSandboxIam::signer(const QString &jwt) const
{
    const QJsonArray keys = m_sandbox->ask(u"GET"_s, u"/identity/keys"_s).object().value("keys"_L1).toArray();
    for (const QJsonValue &key : keys) {
        if (key.toObject().value("kid"_L1) == headerOf(jwt).value("kid"_L1))
            return key.toObject();
    }
    return {};
}

void TestSandboxIam::startsAnew()
{
    const RunningSandbox one{SandboxOptions()};
    const RunningSandbox other{SandboxOptions()};
    const SandboxInfo &a = one.info();
    const SandboxInfo &b = other.info();
    QVERIFY(!(a.apiKey == b.apiKey));
    QVERIFY(!(a.serviceIdApiKey == b.serviceIdApiKey));
    QVERIFY(!(a.platformApiKey == b.platformApiKey));
    QVERIFY(!(a.clientSecret == b.clientSecret));
    QVERIFY(a.clientId != b.clientId);
    QVERIFY(one.ask(u"GET"_s, u"/cert"_s).body != other.ask(u"GET"_s, u"/cert"_s).body);
    QVERIFY(m_sandbox->ask(u"GET"_s, u"/identity/keys"_s).body != other.ask(u"GET"_s, u"/identity/keys"_s).body);
    QCOMPARE(a.apiKey.size(), 44);
}

void TestSandboxIam::iamExchanges()
{
    const Seen seen = m_sandbox->exchange({apiKeyGrant, u"apikey="_s + m_sandbox->apiKey()});
    QCOMPARE(seen.status, 200);
    const QJsonObject answer = seen.object();
    QCOMPARE(answer.value("token_type"_L1).toString(), u"Bearer"_s);
    QCOMPARE(answer.value("refresh_token"_L1).toString(), u"not_supported"_s);
    QCOMPARE(answer.value("expires_in"_L1).toInt(), 3600);
    QCOMPARE(answer.value("scope"_L1).toString(), u"ibm openid"_s);
    QVERIFY(answer.value("ims_user_id"_L1).isDouble());
    const QJsonObject claims = claimsOf(answer.value("access_token"_L1).toString());
    QCOMPARE(claims.value("exp"_L1).toInteger(), answer.value("expiration"_L1).toInteger());
    QCOMPARE(claims.value("exp"_L1).toInteger() - claims.value("iat"_L1).toInteger(), 3600);
    QCOMPARE(claims.value("iss"_L1).toString(), m_sandbox->base() + u"/identity"_s);
    QVERIFY(claims.value("iam_id"_L1).toString().startsWith("IBMid-"_L1));
    QVERIFY(!claims.contains("sub_type"_L1));
    QVERIFY(!seen.header("transaction-id"_ba).isEmpty());
    QVERIFY(!seen.header("date"_ba).isEmpty());
}

void TestSandboxIam::iamServiceId()
{
    const Seen seen = m_sandbox->exchange({apiKeyGrant, u"apikey="_s + text(m_sandbox->info().serviceIdApiKey)});
    QCOMPARE(seen.status, 200);
    const QJsonObject claims = claimsOf(seen.object().value("access_token"_L1).toString());
    QCOMPARE(claims.value("sub_type"_L1).toString(), u"ServiceId"_s);
    QVERIFY(claims.value("iam_id"_L1).toString().startsWith("iam-ServiceId-"_L1));
    QVERIFY(!claims.contains("email"_L1));
}

void TestSandboxIam::iamScopeAndClient()
{
    const QStringList fields{apiKeyGrant, u"apikey="_s + m_sandbox->apiKey()};
    const Seen scoped = m_sandbox->exchange(fields + QStringList{u"scope=ibm openid containers"_s});
    QCOMPARE(scoped.object().value("scope"_L1).toString(), u"ibm openid containers"_s);
    QCOMPARE(claimsOf(scoped.object().value("access_token"_L1).toString()).value("scope"_L1).toString(),
             u"ibm openid containers"_s);

    const QStringList form{u"-d"_s, apiKeyGrant, u"--data-urlencode"_s, u"apikey="_s + m_sandbox->apiKey()};
    const Seen named = m_sandbox->ask(u"POST"_s, u"/identity/token"_s, {}, form + QStringList{u"-u"_s, u"bx:bx"_s});
    QCOMPARE(named.status, 200);
    QVERIFY(named.object().value("refresh_token"_L1).toString() != "not_supported"_L1);
    const Seen unknown =
        m_sandbox->ask(u"POST"_s, u"/identity/token"_s, {}, form + QStringList{u"-u"_s, u"nobody:x"_s});
    QCOMPARE(unknown.status, 401);
    QCOMPARE(unknown.object().value("errorCode"_L1).toString(), u"BXNIM0310E"_s);
}

void TestSandboxIam::iamRefuses_data()
{
    QTest::addColumn<QStringList>("fields");
    QTest::addColumn<int>("status");
    QTest::addColumn<QString>("code");
    const QString key = u"apikey="_s + m_sandbox->apiKey();
    QTest::newRow("no grant") << QStringList{key} << 400 << u"BXNIM0109E"_s;
    QTest::newRow("empty grant") << QStringList{u"grant_type="_s, key} << 400 << u"BXNIM0109E"_s;
    QTest::newRow("unknown grant") << QStringList{u"grant_type=magic"_s, key} << 400 << u"BXNIM0106E"_s;
    QTest::newRow("grant twice") << QStringList{apiKeyGrant, apiKeyGrant, key} << 400 << u"BXNIM0106E"_s;
    QTest::newRow("no key") << QStringList{apiKeyGrant} << 400 << u"BXNIM0109E"_s;
    QTest::newRow("empty key") << QStringList{apiKeyGrant, u"apikey="_s} << 400 << u"BXNIM0109E"_s;
    QTest::newRow("key twice") << QStringList{apiKeyGrant, key, key} << 400 << u"BXNIM0106E"_s;
    QTest::newRow("unknown key") << QStringList{apiKeyGrant, u"apikey=no-such-key"_s} << 400 << u"BXNIM0415E"_s;
    QTest::newRow("untrimmed key") << QStringList{apiKeyGrant, key + u' '} << 400 << u"BXNIM0415E"_s;
    QTest::newRow("response type") << QStringList{apiKeyGrant, key, u"response_type=x"_s} << 400 << u"BXNIM0106E"_s;
    QTest::newRow("refresh token") << QStringList{u"grant_type=refresh_token"_s} << 400 << u"BXNIM0407E"_s;
    QTest::newRow("password") << QStringList{u"grant_type=password"_s} << 401 << u"BXNIM0602E"_s;
}

void TestSandboxIam::iamRefuses()
{
    QFETCH(QStringList, fields);
    QFETCH(int, status);
    QFETCH(QString, code);
    const Seen seen = m_sandbox->exchange(fields);
    QCOMPARE(seen.status, status);
    const QJsonObject error = seen.object();
    QCOMPARE(error.value("errorCode"_L1).toString(), code);
    QVERIFY(!error.value("errorMessage"_L1).toString().isEmpty());
    QCOMPARE(error.value("context"_L1).toObject().value("requestId"_L1).toString().toLatin1(),
             seen.header("transaction-id"_ba));
    QVERIFY(!seen.body.contains(m_sandbox->apiKey().toLatin1()));
}

void TestSandboxIam::iamWantsAPostWithALength()
{
    const Seen get = m_sandbox->ask(u"GET"_s, u"/identity/token"_s);
    QCOMPARE(get.status, 405);
    QCOMPARE(get.object().value("errorCode"_L1).toString(), u"BXNIM0060E"_s);
    QVERIFY(get.header("allow"_ba).contains("POST"));
    const Seen bare = m_sandbox->ask(u"POST"_s, u"/identity/token"_s);
    QCOMPARE(bare.status, 400);
    QCOMPARE(bare.object().value("errorCode"_L1).toString(), u"BXNIM0109E"_s);
}

void TestSandboxIam::iamIsSignedByPublishedKeys()
{
    const QString token = m_sandbox->iamToken();
    QCOMPARE(headerOf(token).value("alg"_L1).toString(), u"RS256"_s);
    const QJsonObject key = signer(token);
    QVERIFY(!key.isEmpty());
    QVERIFY(!key.contains("use"_L1));
    const QByteArray pem = pemOfJwk(key);
    QVERIFY(isSignedBy(token, pem));
    QString forged = token;
    forged[token.indexOf(u'.') + 5] = forged.at(token.indexOf(u'.') + 5) == u'A' ? u'B' : u'A';
    QVERIFY(!isSignedBy(forged, pem));
    const QJsonArray keys = m_sandbox->ask(u"GET"_s, u"/identity/keys"_s).object().value("keys"_L1).toArray();
    QCOMPARE(keys.size(), 2);
}

void TestSandboxIam::keysRotate()
{
    const QString before = m_sandbox->iamToken();
    m_sandbox->turn({{u"rotate_keys"_s, true}});
    const QString after = m_sandbox->iamToken();
    QVERIFY(headerOf(before).value("kid"_L1) != headerOf(after).value("kid"_L1));
    QVERIFY(isSignedBy(before, pemOfJwk(signer(before)))); // the previous key stays published
    QVERIFY(isSignedBy(after, pemOfJwk(signer(after))));
    QVERIFY(!isSignedBy(after, pemOfJwk(signer(before))));
}

void TestSandboxIam::discoveryNamesItsOwnPlace()
{
    const Seen seen = m_sandbox->ask(u"GET"_s, u"/identity/.well-known/openid-configuration"_s);
    QCOMPARE(seen.status, 200);
    QCOMPARE(seen.object().value("issuer"_L1).toString(), m_sandbox->base() + u"/identity"_s);
    QCOMPARE(seen.object().value("token_endpoint"_L1).toString(), m_sandbox->base() + u"/identity/token"_s);
    QCOMPARE(m_sandbox->ask(u"GET"_s, seen.object().value("jwks_uri"_L1).toString()).status, 200);
}

void TestSandboxIam::keyDetails()
{
    const QString path = u"/v1/apikeys/details"_s;
    const QStringList header{u"-H"_s, u"IAM-ApiKey: "_s + m_sandbox->apiKey()};
    const Seen anonymous = m_sandbox->ask(u"GET"_s, path, {}, header);
    QCOMPARE(anonymous.status, 401);
    QCOMPARE(anonymous.object().value("errors"_L1).toArray().at(0).toObject().value("message_code"_L1).toString(),
             u"BXNIM0308E"_s);
    const QString token = m_sandbox->iamToken();
    const Seen seen = m_sandbox->ask(u"GET"_s, path, token, header);
    QCOMPARE(seen.status, 200);
    QVERIFY(seen.object().value("id"_L1).toString().startsWith("ApiKey-"_L1));
    QVERIFY(!seen.body.contains(m_sandbox->apiKey().toLatin1()));
    QCOMPARE(m_sandbox->ask(u"GET"_s, path, token).status, 400);
    const Seen unknown = m_sandbox->ask(u"GET"_s, path, token, {u"-H"_s, u"IAM-ApiKey: nothing"_s});
    QCOMPARE(unknown.status, 404);
    QCOMPARE(unknown.object().value("errors"_L1).toArray().at(0).toObject().value("message_code"_L1).toString(),
             u"BXNIM0102E"_s);
    QCOMPARE(unknown.object().value("trace"_L1).toString().toLatin1(), unknown.header("transaction-id"_ba));
}

void TestSandboxIam::keysAreMadeAndDeleted()
{
    const QString token = m_sandbox->iamToken();
    const QString iamId = claimsOf(token).value("iam_id"_L1).toString();
    // A value of the caller's own may hold any character.
    const QString value = u"+/=&%# \"'ä€;?:@\\ this value has more than 32 characters"_s;
    const Seen made = m_sandbox->send(u"POST"_s, u"/v1/apikeys"_s, token,
                                      {{u"name"_s, u"another"_s}, {u"iam_id"_s, iamId}, {u"apikey"_s, value}});
    QCOMPARE(made.status, 201);
    QCOMPARE(made.object().value("apikey"_L1).toString(), value);
    QCOMPARE(m_sandbox->exchange({apiKeyGrant, u"apikey="_s + value}).status, 200);

    const QString path = u"/v1/apikeys/"_s + made.object().value("id"_L1).toString();
    QCOMPARE(m_sandbox->ask(u"POST"_s, path + u"/lock"_s, token).status, 204);
    QCOMPARE(m_sandbox->ask(u"DELETE"_s, path, token).status, 409);
    QCOMPARE(m_sandbox->ask(u"DELETE"_s, path + u"/lock"_s, token).status, 204);
    QCOMPARE(m_sandbox->ask(u"POST"_s, path + u"/disable"_s, token).status, 204);
    QCOMPARE(m_sandbox->exchange({apiKeyGrant, u"apikey="_s + value}).object().value("errorCode"_L1).toString(),
             u"BXNIM0462E"_s);
    QCOMPARE(m_sandbox->ask(u"DELETE"_s, path, token).status, 204);
    QCOMPARE(m_sandbox->ask(u"GET"_s, path, token).status, 404);
    QCOMPARE(m_sandbox->exchange({apiKeyGrant, u"apikey="_s + value}).object().value("errorCode"_L1).toString(),
             u"BXNIM0415E"_s);
}

void TestSandboxIam::keyStates()
{
    const RunningSandbox own;
    const QStringList fields{apiKeyGrant, u"apikey="_s + own.apiKey()};
    const auto code = [&] { return own.exchange(fields).object().value("errorCode"_L1).toString(); };
    own.turn({{u"disable_key"_s, true}});
    QCOMPARE(code(), u"BXNIM0462E"_s);
    QCOMPARE(own.ask(u"POST"_s, u"/apikey?apikey="_s + own.apiKey()).status, 401);
    own.turn({{u"disable_key"_s, false}});
    QCOMPARE(code(), QString());
    own.turn({{u"remove_owner"_s, true}});
    QCOMPARE(code(), u"BXNIM0410E"_s);
    own.turn({{u"remove_owner"_s, false}, {u"delete_key"_s, true}});
    QCOMPARE(code(), u"BXNIM0415E"_s);
}

ACX_TEST_MAIN(TestSandboxIam)
#include "test_sandbox_iam.moc"
