// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/tokens/jwt_verifier.h"
#include "tests/support/test_main.h"
#include "tests/tokens/signer.h"
#include "tests/tokens/unsigned_jwt.h"

#include <QRegularExpression>
#include <QTest>

#include <map>

using namespace Qt::StringLiterals;
using namespace acx;

/// Signature checks; J means the project's own requirements.
class TestSignature final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".?"_s)); }

    void everyAlgorithmWithEveryKeyForm_data();
    void everyAlgorithmWithEveryKeyForm();
    void tamperingIsFound_data();
    void tamperingIsFound();
    void everyBitOfASignatureCounts();
    void j2_algorithmMustBeTheIssuers_data();
    void j2_algorithmMustBeTheIssuers();
    void j2_noneAndHmacAreRefused_data();
    void j2_noneAndHmacAreRefused();
    void j2_algorithmMustFitTheKey();
    void j3_keysInTheTokenAreNotUsed_data();
    void j3_keysInTheTokenAreNotUsed();
    void j3_criticalExtensionIsNotVerified();
    void j5_duplicatesAreNotVerified();
    void j5_payloadNeedNotBeJson();
    void weakAndForeignKeysAreLeftOut_data();
    void weakAndForeignKeysAreLeftOut();
    void aListThatIsTooLongIsRefused();
    void keyIdChoosesTheKey();
    void severalKeysOfOneIdAreTried();
    void platformTokensAreNotVerified();
    void encryptedPemDoesNotAsk();

private:
    static SignatureState state(const QByteArray &token, const QByteArray &keys)
    {
        const Result<Jwt> jwt = decodeJwt(Secret(token));
        if (!jwt)
            return SignatureState::NotVerified;
        const SignatureCheck check = checkSignature(*jwt, keys);
        if (check.reason.isEmpty())
            qFatal("no reason");
        return check.state;
    }
    static SignatureState state(const QByteArray &token, TokenKind issuer, const QByteArray &keys)
    {
        const auto published = readPublishedKeys(keys);
        return checkSignature(decodeJwt(Secret(token)).value(), issuer, published.value_or(QList<PublishedKey>()))
            .state;
    }
    /// Making an RSA key takes long, so each algorithm has one for all tests, and one of somebody else.
    static const Signer &signerOf(const QByteArray &algorithm, bool foreign = false)
    {
        static std::map<std::pair<QByteArray, bool>, Signer> signers;
        return signers.try_emplace({algorithm, foreign}, algorithm).first->second;
    }
    static const Signer &rsa() { return signerOf("RS256"); }
    static const Signer &otherRsa() { return signerOf("RS256", true); }
    static const Signer &curve() { return signerOf("ES384"); }
};

void TestSignature::everyAlgorithmWithEveryKeyForm_data()
{
    QTest::addColumn<QByteArray>("algorithm");
    for (const char *algorithm : {"RS256", "PS256", "ES256", "ES384"})
        QTest::newRow(algorithm) << QByteArray(algorithm);
}

void TestSignature::everyAlgorithmWithEveryKeyForm()
{
    QFETCH(QByteArray, algorithm);
    const Signer &signer = signerOf(algorithm);
    const QByteArray token = signer.jwt(R"({"sub":"me"})");
    QByteArray escaped = signer.certificatePem();
    escaped.replace('\n', "\\n");
    for (const QByteArray &keys :
         {signer.jwk(), jwks({signer.jwk()}), signer.publicPem(), signer.certificatePem(),
          QByteArray(R"({"cert":")" + escaped + R"(","alg":"none"})"), "text before\n" + signer.publicPem()})
        QCOMPARE(state(token, keys), SignatureState::Verified);
    QCOMPARE(state(token, signerOf(algorithm, true).jwk()), SignatureState::Wrong);
    QCOMPARE(state(token, QByteArray("no key at all")), SignatureState::NotVerified);
}

void TestSignature::tamperingIsFound_data()
{
    QTest::addColumn<QByteArray>("token");
    QTest::addColumn<QByteArray>("key");
    for (const auto &[name, signer] : {std::pair{"RSA", &rsa()}, std::pair{"EC", &curve()}}) {
        const QByteArray good = signer->jwt(R"({"sub":"me","exp":1})");
        const QByteArrayList parts = good.split('.');
        const QByteArray other = signer->jwt(R"({"sub":"you","exp":1})").split('.').at(2);
        QTest::addRow("%s: other claims", name)
            << parts[0] + '.' + base64url(R"({"sub":"you"})") + '.' + parts[2] << signer->jwk();
        QTest::addRow("%s: signature of another", name) << parts[0] + '.' + parts[1] + '.' + other << signer->jwk();
        QTest::addRow("%s: cut signature", name)
            << parts[0] + '.' + parts[1] + '.' + parts[2].left(parts[2].size() / 4 * 4 - 4) << signer->jwk();
        QTest::addRow("%s: longer signature", name)
            << parts[0] + '.' + parts[1] + '.' + "AAAA" + parts[2] << signer->jwk();
        QTest::addRow("%s: zero signature", name)
            << parts[0] + '.' + parts[1] + '.' + base64url(QByteArray(96, '\0')) << signer->jwk();
    }
}

void TestSignature::tamperingIsFound()
{
    QFETCH(QByteArray, token);
    QFETCH(QByteArray, key);
    QCOMPARE(state(token, key), SignatureState::Wrong);
}

void TestSignature::everyBitOfASignatureCounts()
{
    const QByteArrayList parts = curve().jwt(R"({"sub":"me"})").split('.');
    const QByteArray signature = QByteArray::fromBase64(parts[2], QByteArray::Base64UrlEncoding);
    for (qsizetype bit = 0; bit < signature.size() * 8; bit += 7) {
        QByteArray changed = signature;
        changed[bit / 8] = static_cast<char>(changed[bit / 8] ^ (1 << (bit % 8)));
        QCOMPARE(state(parts[0] + '.' + parts[1] + '.' + base64url(changed), curve().jwk()), SignatureState::Wrong);
    }
}

void TestSignature::j2_algorithmMustBeTheIssuers_data()
{
    QTest::addColumn<QByteArray>("algorithm");
    QTest::addColumn<TokenKind>("issuer");
    QTest::addColumn<SignatureState>("expected");
    for (const char *algorithm : {"RS256", "PS256", "ES256", "ES384"}) {
        const bool iam = QByteArray(algorithm) == "RS256";
        QTest::addRow("IAM, %s", algorithm) << QByteArray(algorithm) << TokenKind::Iam
                                            << (iam ? SignatureState::Verified : SignatureState::NotVerified);
        QTest::addRow("login service, %s", algorithm)
            << QByteArray(algorithm) << TokenKind::ApiConnect << SignatureState::Verified;
    }
}

void TestSignature::j2_algorithmMustBeTheIssuers()
{
    QFETCH(QByteArray, algorithm);
    QFETCH(TokenKind, issuer);
    QFETCH(SignatureState, expected);
    const Signer &signer = signerOf(algorithm);
    QCOMPARE(state(signer.jwt("{}"), issuer, jwks({signer.jwk()})), expected);
}

void TestSignature::j2_noneAndHmacAreRefused_data()
{
    QTest::addColumn<QByteArray>("algorithm");
    for (const char *algorithm :
         {"none", "None", "NONE", "nOnE", "HS256", "HS384", "HS512", "hs256", "rs256", "RS256 ", "", "RS1", "EdDSA"})
        QTest::addRow("“%s”", algorithm) << QByteArray(algorithm);
}

void TestSignature::j2_noneAndHmacAreRefused()
{
    QFETCH(QByteArray, algorithm);
    const QByteArray token = rsa().jwt("{}", R"({"alg":")" + algorithm + R"("})");
    for (const QByteArray &keys : {rsa().publicPem(), jwks({rsa().jwk(R"("alg":")" + algorithm + '"')})}) {
        QCOMPARE(state(token, keys), SignatureState::NotVerified);
        QCOMPARE(state(token, TokenKind::Iam, keys), SignatureState::NotVerified);
        QCOMPARE(state(token, TokenKind::ApiConnect, keys), SignatureState::NotVerified);
    }
}

void TestSignature::j2_algorithmMustFitTheKey()
{
    const Signer p256("ES256");
    QCOMPARE(state(p256.jwt("{}", R"({"alg":"ES384"})"), p256.jwk()), SignatureState::NotVerified);
    QCOMPARE(state(curve().jwt("{}", R"({"alg":"ES256"})"), curve().jwk()), SignatureState::NotVerified);
    QCOMPARE(state(rsa().jwt("{}"), p256.publicPem()), SignatureState::NotVerified);
    QCOMPARE(state(rsa().jwt("{}"), rsa().jwk(R"("alg":"PS256")")), SignatureState::NotVerified);
    // The padding is part of the algorithm.
    QCOMPARE(state(rsa().jwt("{}", R"({"alg":"PS256"})"), rsa().jwk()), SignatureState::Wrong);
}

void TestSignature::j3_keysInTheTokenAreNotUsed_data()
{
    QTest::addColumn<QByteArray>("members");
    const Signer &attacker = otherRsa();
    // RFC 7515, section 4.1.6: standard base64 of the DER form.
    QByteArray certificate = attacker.certificatePem();
    certificate.replace("-----BEGIN CERTIFICATE-----", "").replace("-----END CERTIFICATE-----", "").replace("\n", "");
    const QByteArray chain = R"("x5c":[")" + certificate + R"("])";
    const QByteArray key = R"("jwk":)" + attacker.jwk();
    const QByteArray addresses = R"("jku":"https://evil.example/keys","x5u":"https://evil.example/chain")";
    QTest::newRow("J3 jwk") << key;
    QTest::newRow("J3 jku") << R"("jku":"https://evil.example/keys")"_ba;
    QTest::newRow("J3 x5u") << R"("x5u":"https://evil.example/chain")"_ba;
    QTest::newRow("J3 x5c, self-made, signature matches") << chain;
    QTest::newRow("J3 all of them") << key + ',' + addresses + ',' + chain;
}

void TestSignature::j3_keysInTheTokenAreNotUsed()
{
    QFETCH(QByteArray, members);
    const Signer &attacker = otherRsa();
    const QByteArray token = attacker.jwt("{}", R"({"alg":"RS256",)" + members + '}');
    const QByteArray named = attacker.jwt("{}", R"({"alg":"RS256","kid":"evil",)" + members + '}');
    for (const TokenKind issuer : {TokenKind::Iam, TokenKind::ApiConnect}) {
        QCOMPARE(state(token, issuer, rsa().jwk()), SignatureState::Wrong);
        QCOMPARE(state(named, issuer, jwks({rsa().jwk(R"("kid":"ours")")})), SignatureState::NotVerified);
        QCOMPARE(state(token, issuer, jwks({})), SignatureState::NotVerified);
        QCOMPARE(state(token, issuer, {}), SignatureState::NotVerified);
    }
    QCOMPARE(state(token, rsa().jwk()), SignatureState::Wrong);
    QCOMPARE(state(token, attacker.jwk()), SignatureState::Verified); // so the token itself is in order
    const JsonValue header = decodeJwtForViewing(Secret(token))->jwt.header;
    const JsonValue given = parseJson("{" + members + "}").value();
    for (const QStringView name : {u"jwk", u"jku", u"x5u", u"x5c"})
        QCOMPARE(header.contains(name), given.contains(name)); // shown as it is
}

void TestSignature::j3_criticalExtensionIsNotVerified()
{
    QCOMPARE(state(rsa().jwt("{}", R"({"alg":"RS256","crit":["exp"],"exp":1})"), rsa().jwk()),
             SignatureState::NotVerified);
    QCOMPARE(state(rsa().jwt("{}", R"({"alg":"RS256","crit":[]})"), rsa().jwk()), SignatureState::NotVerified);
}

void TestSignature::j5_duplicatesAreNotVerified()
{
    QCOMPARE(state(rsa().jwt(R"({"sub":"a","sub":"b"})"), rsa().jwk()), SignatureState::NotVerified);
    QCOMPARE(state(rsa().jwt("{}", R"({"alg":"RS256","alg":"RS256"})"), rsa().jwk()), SignatureState::NotVerified);
}

void TestSignature::j5_payloadNeedNotBeJson()
{
    QCOMPARE(state(rsa().jwt("not JSON"), rsa().jwk()), SignatureState::Verified);
}

void TestSignature::weakAndForeignKeysAreLeftOut_data()
{
    QTest::addColumn<QByteArray>("key");
    const Signer weak("RS256", 1024);
    QByteArray offCurve = curve().jwk();
    const qsizetype x = offCurve.indexOf("\"x\":\"") + 8;
    offCurve[x] = offCurve[x] == 'A' ? 'B' : 'A';
    QTest::newRow("RSA 1024") << weak.jwk();
    QTest::newRow("RSA 1024, PEM") << weak.publicPem();
    QTest::newRow("for encryption") << rsa().jwk(R"("use":"enc")");
    QTest::newRow("other operations") << rsa().jwk(R"("key_ops":["encrypt"])");
    QTest::newRow("a member twice") << rsa().jwk(R"("kty":"RSA")");
    QTest::newRow("symmetric") << R"({"kty":"oct","k":"AAAA"})"_ba;
    QTest::newRow("not on the curve") << offCurve;
    QTest::newRow("other curve") << R"({"kty":"EC","crv":"secp256k1","x":"AAAA","y":"AAAA"})"_ba;
    QTest::newRow("short coordinate") << R"({"kty":"EC","crv":"P-256","x":"AAAA","y":"AAAA"})"_ba;
    QTest::newRow("no modulus") << R"({"kty":"RSA","e":"AQAB"})"_ba;
    QTest::newRow("bad base64url") << R"({"kty":"RSA","n":"*","e":"AQAB"})"_ba;
    // Each would take its check a second and more. 2^16384 - 15 has no small factors, by which it would be told
    // earlier.
    const QByteArray ones(2048, '\xff');
    QTest::newRow("RSA 16384") << R"({"kty":"RSA","n":")" + base64url(ones.chopped(1) + '\xf1') + R"(","e":"AQAB"})";
    QByteArray longExponent = rsa().jwk();
    longExponent.replace("AQAB", base64url(ones.first(255)));
    QTest::newRow("RSA, exponent of 2040 bits") << longExponent;
}

void TestSignature::aListThatIsTooLongIsRefused()
{
    const QByteArray token = rsa().jwt("{}");
    const auto listOf = [](qsizetype others) { return QByteArrayList{rsa().jwk()} + QByteArrayList(others, "1"); };
    QCOMPARE(state(token, jwks(listOf(49))), SignatureState::Verified);
    QCOMPARE(state(token, jwks(listOf(50))), SignatureState::NotVerified);
    QCOMPARE(state(token, rsa().publicPem().repeated(50)), SignatureState::Verified);
    QCOMPARE(state(token, rsa().publicPem().repeated(51)), SignatureState::NotVerified);
    QCOMPARE(state(token, rsa().certificatePem() + curve().publicPem().repeated(50)), SignatureState::NotVerified);
    const auto refused = readPublishedKeys(jwks(listOf(50)));
    QVERIFY(!refused);
    QVERIFY2(refused.error().sentence.contains(u"more than 50 keys"_s), qPrintable(refused.error().sentence));
}

void TestSignature::weakAndForeignKeysAreLeftOut()
{
    QFETCH(QByteArray, key);
    const QByteArray token = (key.contains("EC") ? curve() : rsa()).jwt("{}");
    QCOMPARE(state(token, key), SignatureState::NotVerified);
    // Nor do they spoil the good ones beside them.
    if (key.startsWith('{'))
        QCOMPARE(state(token, jwks({key, rsa().jwk(), curve().jwk()})), SignatureState::Verified);
}

void TestSignature::keyIdChoosesTheKey()
{
    const Signer &other = otherRsa();
    const QByteArray token = rsa().jwt("{}", R"({"alg":"RS256","kid":"a"})");
    QCOMPARE(state(token, jwks({other.jwk(R"("kid":"b")"), rsa().jwk(R"("kid":"a")")})), SignatureState::Verified);
    QCOMPARE(state(token, jwks({other.jwk(R"("kid":"a")"), rsa().jwk(R"("kid":"b")")})), SignatureState::Wrong);
    QCOMPARE(state(token, jwks({rsa().jwk(R"("kid":"b")")})), SignatureState::NotVerified);
    // A token that names no key may have any.
    QCOMPARE(state(rsa().jwt("{}"), jwks({other.jwk(R"("kid":"b")"), rsa().jwk(R"("kid":"a")")})),
             SignatureState::Verified);
}

void TestSignature::severalKeysOfOneIdAreTried()
{
    const QByteArray token = rsa().jwt("{}", R"({"alg":"RS256","kid":"a"})");
    QCOMPARE(
        state(token, jwks({curve().jwk(R"("kid":"a")"), otherRsa().jwk(R"("kid":"a")"), rsa().jwk(R"("kid":"a")")})),
        SignatureState::Verified);
}

void TestSignature::platformTokensAreNotVerified()
{
    QCOMPARE(state(rsa().jwt("{}"), TokenKind::Platform, rsa().jwk()), SignatureState::NotVerified);
}

void TestSignature::encryptedPemDoesNotAsk()
{
    // OpenSSL would ask for the pass phrase on the terminal.
    const QByteArray pem = "-----BEGIN PUBLIC KEY-----\nProc-Type: 4,ENCRYPTED\nDEK-Info: AES-128-CBC,"
                           "00112233445566778899AABBCCDDEEFF\n\nAAAAAAAAAAAAAAAAAAAAAA==\n-----END PUBLIC KEY-----\n";
    QCOMPARE(state(rsa().jwt("{}"), pem), SignatureState::NotVerified);
}

ACX_TEST_MAIN(TestSignature)
#include "test_signature.moc"
