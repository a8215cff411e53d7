// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/tokens/jwt_verifier.h"
#include "tests/support/test_main.h"
#include "tests/tokens/jws_examples.h"
#include "tests/tokens/signature_reference.h"
#include "tests/tokens/signer.h"

#include <QMessageAuthenticationCode>
#include <QRegularExpression>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace acx;

namespace {

enum class Stated {
    Verified,      ///< the example's own result, which we can reach
    NotAccepted,   ///< a signature of a kind that no issuer of ours uses
    NotWellFormed, ///< shown, but no token that could be verified
    OtherForm,     ///< not the compact form: refused with a sentence
};

QByteArray bytesOf(const QByteArray &base64)
{
    return QByteArray::fromBase64(base64, QByteArray::Base64UrlEncoding);
}

QList<PublishedKey> published(const QByteArray &keys)
{
    return readPublishedKeys(keys).value_or(QList<PublishedKey>());
}

} // namespace

/// J8: what RFC 7515 and RFC 7520 give as examples has its stated result, or is told to be unsupported.
class TestJwsExamples final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".?"_s)); }

    void theExamplesAreGenuine_data();
    void theExamplesAreGenuine();
    void j8_example_data();
    void j8_example();
};

void TestJwsExamples::theExamplesAreGenuine_data()
{
    QTest::addColumn<QByteArray>("signedText");
    QTest::addColumn<QByteArray>("signature");
    QTest::addColumn<QByteArray>("key");
    QTest::addColumn<QByteArray>("algorithm");
    const auto whole = [](const char *name, const QByteArray &token, const QByteArray &key, const char *algorithm) {
        const qsizetype dot = token.lastIndexOf('.');
        QTest::newRow(name) << token.left(dot) << token.mid(dot + 1) << key << QByteArray(algorithm);
    };
    const auto part = [](const char *name, const QByteArray &header, const QByteArray &signature, const QByteArray &key,
                         const char *algorithm) {
        QTest::newRow(name) << header + '.' + jws::text << signature << key << QByteArray(algorithm);
    };
    whole("7515 A.1", jws::a1Token, jws::a1Key, "HS256");
    whole("7515 A.2", jws::a2Token, jws::a2Key, "RS256");
    whole("7515 A.3", jws::a3Token, jws::a3Key, "ES256");
    whole("7515 A.4", jws::a4Token, jws::a4Key, "ES512");
    whole("7520 4.1", jws::s1Token, jws::rsaKey, "RS256");
    whole("7520 4.2", jws::s2Token, jws::rsaKey, "PS384");
    whole("7520 4.3", jws::s3Token, jws::curveKey, "ES512");
    whole("7520 4.4", jws::s4Token, jws::sharedKey, "HS256");
    part("7520 4.5", jws::sharedHs256, jws::s5Token.split('.').last(), jws::sharedKey, "HS256");
    part("7520 4.6", "eyJhbGciOiJIUzI1NiJ9", jws::s6Signature, jws::sharedKey, "HS256");
    part("7520 4.7", "", jws::s7Signature, jws::sharedKey, "HS256");
    part("7520 4.8, first", "eyJhbGciOiJSUzI1NiJ9", jws::s8FirstSignature, jws::rsaKey, "RS256");
    part("7520 4.8, second", "", jws::s8SecondSignature, jws::curveKey, "ES512");
    part("7520 4.8, third", jws::sharedHs256, jws::s4Signature, jws::sharedKey, "HS256");
}

/// Without the product: a slip in a copied example would otherwise read as "unsupported".
void TestJwsExamples::theExamplesAreGenuine()
{
    QFETCH(QByteArray, signedText);
    QFETCH(QByteArray, signature);
    QFETCH(QByteArray, key);
    QFETCH(QByteArray, algorithm);
    if (algorithm == "HS256") {
        const QByteArray secret = bytesOf(parseJson(key).value()[u"k"].toString().toLatin1());
        QCOMPARE(bytesOf(signature), QMessageAuthenticationCode::hash(signedText, secret, QCryptographicHash::Sha256));
        return;
    }
    QVERIFY(isSignatureOf(bytesOf(signature), signedText, key, algorithm));
    QVERIFY(!isSignatureOf(bytesOf(signature), signedText + 'x', key, algorithm));
}

void TestJwsExamples::j8_example_data()
{
    QTest::addColumn<QByteArray>("token");
    QTest::addColumn<QByteArray>("key");
    QTest::addColumn<Stated>("stated");
    const auto row = [](const char *name, const QByteArray &token, const QByteArray &key, Stated stated) {
        QTest::addRow("J8 %s", name) << token << key << stated;
    };
    row("7515 A.1 HS256", jws::a1Token, jws::a1Key, Stated::NotAccepted);
    row("7515 A.2 RS256", jws::a2Token, jws::a2Key, Stated::Verified);
    row("7515 A.3 ES256", jws::a3Token, jws::a3Key, Stated::Verified);
    row("7515 A.4 ES512", jws::a4Token, jws::a4Key, Stated::NotAccepted);
    row("7515 A.5 none", jws::a5Token, jws::a2Key, Stated::NotWellFormed);
    row("7515 A.6 general JSON", jws::a6General, jwks({jws::a2Key, jws::a3Key}), Stated::OtherForm);
    row("7515 A.7 flattened JSON", jws::a7Flattened, jws::a3Key, Stated::OtherForm);
    row("7520 4.1 RS256", jws::s1Token, jws::rsaKey, Stated::Verified);
    row("7520 4.1 RS256, general JSON", jws::s1General, jws::rsaKey, Stated::OtherForm);
    row("7520 4.1 RS256, flattened JSON", jws::s1Flattened, jws::rsaKey, Stated::OtherForm);
    row("7520 4.2 PS384", jws::s2Token, jws::rsaKey, Stated::NotAccepted);
    row("7520 4.3 ES512", jws::s3Token, jws::curveKey, Stated::NotAccepted);
    row("7520 4.4 HS256", jws::s4Token, jws::sharedKey, Stated::NotAccepted);
    row("7520 4.5 detached content", jws::s5Token, jws::sharedKey, Stated::NotWellFormed);
    row("7520 4.6 some header fields protected", jws::s6Flattened, jws::sharedKey, Stated::OtherForm);
    row("7520 4.7 content only protected", jws::s7Flattened, jws::sharedKey, Stated::OtherForm);
    row("7520 4.8 several signatures", jws::s8General, jwks({jws::rsaKey, jws::curveKey, jws::sharedKey}),
        Stated::OtherForm);
}

void TestJwsExamples::j8_example()
{
    QFETCH(QByteArray, token);
    QFETCH(QByteArray, key);
    QFETCH(Stated, stated);
    const Result<LenientJwt> seen = decodeJwtForViewing(Secret(token));
    if (stated == Stated::OtherForm) {
        QVERIFY(!seen);
        QVERIFY2(seen.error().sentence.contains(u"JSON form"_s), qPrintable(seen.error().sentence));
        QVERIFY(!decodeJwt(Secret(token)));
        return;
    }
    QVERIFY2(seen, qPrintable(seen ? QString() : seen.error().sentence));
    QCOMPARE(seen->strict, stated != Stated::NotWellFormed);
    // The example's key in each place where an issuer's key may stand, also beside others.
    QList<SignatureCheck> checks = {
        checkSignature(seen->jwt, key), checkSignature(seen->jwt, jwks({key})),
        checkSignature(seen->jwt, TokenKind::ApiConnect, published(jwks({jws::a3Key, key})))};
    if (seen->jwt.algorithm() != u"ES256"_s) // IAM's list is shorter
        checks << checkSignature(seen->jwt, TokenKind::Iam, published(jwks({key})));
    for (const SignatureCheck &check : checks) {
        QCOMPARE(check.state, stated == Stated::Verified ? SignatureState::Verified : SignatureState::NotVerified);
        const QString words = stated == Stated::Verified      ? u"matches a key"_s
                              : stated == Stated::NotAccepted ? u"is not accepted"_s
                                                              : u"not well-formed"_s;
        QVERIFY2(check.reason.contains(words), qPrintable(check.reason));
    }
    if (stated == Stated::Verified)
        QCOMPARE(checkSignature(seen->jwt, TokenKind::Platform, published(key)).state, SignatureState::NotVerified);
}

ACX_TEST_MAIN(TestJwsExamples)
#include "test_jws_examples.moc"
