// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/tokens/jwt.h"
#include "tests/support/test_main.h"
#include "tests/tokens/unsigned_jwt.h"

#include <QRegularExpression>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace acx;

/// The JWT reader. Line numbers as in the other tests; J means the project's own requirements.
class TestJwt final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".?"_s)); }

    void readsAWellFormedToken();
    void line36_paddedOrEmptyPartsAreShownButNotStrict_data();
    void line36_paddedOrEmptyPartsAreShownButNotStrict();
    void line37_otherTextsAreErrors_data();
    void line37_otherTextsAreErrors();
    void errorsHoldNoContent();
    void j4_base64urlIsStrict_data();
    void j4_base64urlIsStrict();
    void j5_payloadMayBeAnything_data();
    void j5_payloadMayBeAnything();
    void j5_duplicatesAreSeen();
    void j6_datesAreRead_data();
    void j6_datesAreRead();
    void blanksAroundAreNoPart();
};

void TestJwt::readsAWellFormedToken()
{
    const QByteArray text = unsignedJwt(R"({"sub":"me"})");
    const Result<Jwt> jwt = decodeJwt(Secret(text));
    QVERIFY(jwt);
    QCOMPARE(jwt->algorithm(), u"RS256"_s);
    QCOMPARE(jwt->keyId(), u"k1"_s);
    QCOMPARE((*jwt->claims)[u"sub"].toString(), u"me"_s);
    QCOMPARE(jwt->payload, R"({"sub":"me"})"_ba);
    QCOMPARE(jwt->signature, "signature"_ba);
    QCOMPARE(jwt->signedPart, text.left(text.lastIndexOf('.')));
    QVERIFY(!jwt->hasDuplicates);
}

void TestJwt::line36_paddedOrEmptyPartsAreShownButNotStrict_data()
{
    QTest::addColumn<QByteArray>("text");
    const QByteArray header = base64url(R"({"alg":"none"})");
    QTest::newRow("padded header") << R"({"alg":"x"})"_ba.toBase64(QByteArray::Base64UrlEncoding) + ".e30.c2ln";
    QTest::newRow("padded signature") << header + ".e30.c2lnbg==";
    QTest::newRow("empty payload") << header + "..c2ln";
    QTest::newRow("empty signature") << header + ".e30.";
    QTest::newRow("standard alphabet") << header + "." + "{\"a\":\"~~~???\"}"_ba.toBase64() + ".c2ln";
    QTest::newRow("stray bits") << header + ".e31.c2ln";
}

void TestJwt::line36_paddedOrEmptyPartsAreShownButNotStrict()
{
    QFETCH(QByteArray, text);
    const Result<LenientJwt> lenient = decodeJwtForViewing(Secret(text));
    QVERIFY(!decodeJwt(Secret(text)));
    QVERIFY2(lenient, qPrintable(lenient ? QString() : lenient.error().sentence));
    QVERIFY(!lenient->strict);
    QVERIFY(!lenient->flaw.isEmpty());
    QVERIFY(lenient->jwt.signedPart.isEmpty());
}

void TestJwt::line37_otherTextsAreErrors_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("word");
    const QByteArray header = base64url(R"({"alg":"RS256"})");
    const auto row = [](const char *name, const QByteArray &text, const QString &word) {
        QTest::newRow(name) << text << word;
    };
    row("empty", "", u"There is no token"_s);
    row("one part", "abc", u"1 part"_s);
    row("two parts", header + ".e30", u"2 part"_s);
    row("four parts", header + ".e30.a.b", u"4 part"_s);
    row("five parts (encrypted)", header + ".a.b.c.d", u"encrypted"_s);
    row("six parts", header + ".a.b.c.d.e", u"6 part"_s);
    row("only padding", "====.====.====", u"no JSON object"_s);
    row("not JSON", "a.b.c", u"base64url"_s);
    row("header is text", base64url("hello") + ".e30.c2ln", u"no JSON object"_s);
    row("header is a list", base64url("[]") + ".e30.c2ln", u"no JSON object"_s);
    row("header in bad UTF-8", base64url("{\"a\":\"\xff\"}") + ".e30.c2ln", u"no JSON object"_s);
    row("deep nesting", base64url("{\"a\":" + QByteArray(100'000, '[')) + ".e30.c2ln", u"no JSON object"_s);
    row("bad character", header + ".e3*.c2ln", u"base64url"_s);
    row("blank inside", header + ".e 30.c2ln", u"base64url"_s);
    row("length 4n+1", header + ".e30aa.c2ln", u"base64url"_s);
    row("NUL", header + ".e30." + QByteArray("c\0l", 3), u"base64url"_s);
    row("over 1 MiB", header + '.' + QByteArray(1024 * 1024, 'A') + ".c2ln", u"1 MiB"_s);
    row("only dots", "..", u"no JSON object"_s);
}

void TestJwt::line37_otherTextsAreErrors()
{
    QFETCH(QByteArray, text);
    QFETCH(QString, word);
    QCOMPARE(decodeJwt(Secret(text)).error().kind, ErrorKind::InvalidInput);
    const Result<LenientJwt> lenient = decodeJwtForViewing(Secret(text));
    QVERIFY(!lenient);
    QVERIFY2(lenient.error().sentence.contains(word), qPrintable(lenient.error().sentence));
}

void TestJwt::errorsHoldNoContent()
{
    const Error error = decodeJwtForViewing(Secret("secret-a.secret-b.secret-c"_ba)).error();
    QVERIFY(!(error.message() + error.details()).contains(u"secret-"_s));
}

void TestJwt::j4_base64urlIsStrict_data()
{
    QTest::addColumn<QByteArray>("signature");
    QTest::addColumn<bool>("accepted");
    QTest::newRow("as encoded") << "c2lnbg"_ba << true;
    QTest::newRow("padding bit changed") << "c2lnbh"_ba << false;
    QTest::newRow("padded") << "c2lnbg=="_ba << false;
    QTest::newRow("standard alphabet") << "++++"_ba << false;
    QTest::newRow("url alphabet") << "--__"_ba << true;
    QTest::newRow("length 4n+1") << "c2lnb"_ba << false;
    QTest::newRow("blank") << "c2ln bg"_ba << false;
    QTest::newRow("line end") << "c2lnbg\n"_ba << false;
    QTest::newRow("empty") << QByteArray() << false;
}

void TestJwt::j4_base64urlIsStrict()
{
    QFETCH(QByteArray, signature);
    QFETCH(bool, accepted);
    QCOMPARE(decodeJwt(Secret(base64url(R"({"alg":"RS256"})") + ".e30." + signature)).has_value(), accepted);
}

void TestJwt::j5_payloadMayBeAnything_data()
{
    QTest::addColumn<QByteArray>("payload");
    QTest::newRow("text") << "hello"_ba;
    QTest::newRow("list") << "[1,2]"_ba;
    QTest::newRow("number") << "5"_ba;
    QTest::newRow("bytes") << QByteArray::fromHex("00fffe");
    QTest::newRow("cut") << R"({"a":)"_ba;
}

void TestJwt::j5_payloadMayBeAnything()
{
    QFETCH(QByteArray, payload);
    const Result<Jwt> jwt = decodeJwt(Secret(unsignedJwt(payload)));
    QVERIFY(jwt);
    QVERIFY(!jwt->claims);
    QCOMPARE(jwt->payload, payload);
}

void TestJwt::j5_duplicatesAreSeen()
{
    QVERIFY(decodeJwt(Secret(unsignedJwt(R"({"a":1,"a":2})")))->hasDuplicates);
    QVERIFY(decodeJwt(Secret(unsignedJwt(R"({"x":{"a":1,"a":2}})")))->hasDuplicates);
    QVERIFY(decodeJwt(Secret(unsignedJwt("{}", R"({"alg":"RS256","alg":"none"})")))->hasDuplicates);
}

void TestJwt::j6_datesAreRead_data()
{
    QTest::addColumn<QByteArray>("claims");
    QTest::addColumn<qint64>("seconds"); // -1 = no value
    QTest::addColumn<QString>("problem");
    QTest::newRow("whole") << R"({"exp":1700000000})"_ba << qint64(1'700'000'000) << QString();
    QTest::newRow("exponent") << R"({"exp":17e8})"_ba << qint64(1'700'000'000) << QString();
    QTest::newRow("missing") << "{}"_ba << qint64(-1) << u"not given"_s;
    QTest::newRow("text") << R"({"exp":"1700000000"})"_ba << qint64(-1) << u"not a number"_s;
    QTest::newRow("null") << R"({"exp":null})"_ba << qint64(-1) << u"not a number"_s;
    QTest::newRow("fraction") << R"({"exp":1700000000.75})"_ba << qint64(1'700'000'000) << u"whole"_s;
    QTest::newRow("negative") << R"({"exp":-5})"_ba << qint64(-5) << u"before 1970"_s;
    QTest::newRow("year 9999") << R"({"exp":253402300799})"_ba << qint64(253'402'300'799) << QString();
    QTest::newRow("year 10000") << R"({"exp":253402300800})"_ba << qint64(-1) << u"9999"_s;
    QTest::newRow("beyond 64 bits") << R"({"exp":1e30})"_ba << qint64(-1) << u"9999"_s;
    QTest::newRow("beyond double") << R"({"exp":1e999})"_ba << qint64(-1) << QString();
    QTest::newRow("far negative") << R"({"exp":-1e30})"_ba << qint64(-1) << u"9999"_s;
}

void TestJwt::j6_datesAreRead()
{
    QFETCH(QByteArray, claims);
    QFETCH(qint64, seconds);
    QFETCH(QString, problem);
    const JwtDate date = jwtDate(parseJson(claims).value(), u"exp");
    QCOMPARE(date.value ? date.value->toSecsSinceEpoch() : -1, seconds);
    QVERIFY2(date.problem.contains(problem), qPrintable(date.problem));
    QCOMPARE(date.present, claims.size() > 2);
    if (!date.value)
        QVERIFY(!date.problem.isEmpty());
}

void TestJwt::blanksAroundAreNoPart()
{
    const QByteArray text = unsignedJwt("{}");
    QVERIFY(!decodeJwt(Secret(text + '\n')));
    const Result<LenientJwt> lenient = decodeJwtForViewing(Secret(" \t" + text + "\r\n"));
    QVERIFY(lenient);
    QVERIFY(lenient->strict);
    QCOMPARE(lenient->jwt.signedPart, text.left(text.lastIndexOf('.')));
}

ACX_TEST_MAIN(TestJwt)
#include "test_jwt.moc"
