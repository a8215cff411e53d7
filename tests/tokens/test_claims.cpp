// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/base/visible_text.h"
#include "app/tokens/claim_text.h"
#include "app/tokens/claims.h"
#include "tests/support/test_main.h"
#include "tests/tokens/unsigned_jwt.h"

#include <QRegularExpression>
#include <QTest>

#include <algorithm>
#include <iterator>

using namespace Qt::StringLiterals;
using namespace acx;

class TestClaims final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { qputenv("TZ", "UTC"); }
    void init() { QTest::failOnWarning(QRegularExpression(u".?"_s)); }

    void userTokenInWords();
    void serviceIdInWords();
    void identityKinds_data();
    void identityKinds();
    void somebodyElseSignedIn();
    void noClaimIsLeftOut_data();
    void noClaimIsLeftOut();
    void momentsAreRelative_data();
    void momentsAreRelative();
    void j6_oddDatesAreExplained_data();
    void j6_oddDatesAreExplained();
    void innerTokensAreMasked();
    void unknownClaimsAreShownAsReceived();
    void duplicatesAreAllShown();
    void invisibleCharactersAreMadeVisible();
    void headerInWords();
    void noClaimsNoRows();

private:
    static Jwt jwt(const QByteArray &claims)
    {
        const Result<Jwt> read = decodeJwt(Secret(unsignedJwt(claims)));
        if (!read)
            qFatal("no token");
        return *read;
    }
    static ClaimRow row(const QByteArray &claims, const QString &title)
    {
        for (const ClaimRow &row : explainClaims(jwt(claims), now())) {
            if (row.title == title)
                return row;
        }
        return {};
    }
    static QDateTime now() { return QDateTime(QDate(2026, 9, 14), QTime(21, 52, 59), Qt::UTC); }
};

void TestClaims::userTokenInWords()
{
    const QByteArray claims =
        R"({"iam_id":"IBMid-550001XYZ","id":"IBMid-550001XYZ","realmid":"IBMid","identifier":"550001XYZ",)"
        R"("given_name":"A","family_name":"User","name":"A User","email":"user@acme.example","sub":"user@acme.example",)"
        R"("account":{"valid":true,"bss":"9f3c71","boundary":"global"},"iat":1789422011,"exp":1789425611,)"
        R"("iss":"https://iam.cloud.ibm.com/identity","grant_type":"urn:ibm:params:oauth:grant-type:apikey",)"
        R"("scope":"ibm openid","client_id":"default","acr":1,"amr":["pwd"],"jti":"j-1"})";
    const QList<ClaimRow> rows = explainClaims(jwt(claims), now());
    const QList<ClaimRow> expected = {
        {u"Who"_s, u"A User · user@acme.example"_s, u"iam_id IBMid-550001XYZ"_s, true},
        {u"Kind of identity"_s, u"User, signed in with an API key"_s, u"grant_type"_s, true},
        {u"Account"_s, u"9f3c71"_s, u"account.bss"_s, true},
        {u"May be used for"_s, u"ibm openid"_s, u"scope"_s, true},
        {u"Issued by"_s, u"iam.cloud.ibm.com"_s, u"iss"_s, true},
        {u"Issued"_s, u"today 21:40:11 (12 min 48 s ago)"_s, u"iat"_s, true},
        {u"Valid until"_s, u"today 22:40:11 (in 47 min 12 s)"_s, u"exp"_s, true},
        {u"Valid from"_s, u"The token does not tell its start."_s, u"nbf"_s, true},
        {u"Client"_s, u"default"_s, u"client_id"_s, true},
        {u"Where the identity comes from"_s, u"IBMid"_s, u"realmid"_s, true},
        {u"Its id there"_s, u"550001XYZ"_s, u"identifier"_s, true},
        {u"Strength of the sign-on"_s, u"1"_s, u"acr"_s, true},
        {u"Means of the sign-on"_s, u"[\"pwd\"]"_s, u"amr"_s, true},
        {u"Number of this token"_s, u"j-1"_s, u"jti"_s, true},
        // Not told by any row above.
        {u"id"_s, u"IBMid-550001XYZ"_s, u"id"_s, false},
        {u"given_name"_s, u"A"_s, u"given_name"_s, false},
        {u"family_name"_s, u"User"_s, u"family_name"_s, false},
        {u"sub"_s, u"user@acme.example"_s, u"sub"_s, false},
        {u"account"_s, uR"({"valid":true,"bss":"9f3c71","boundary":"global"})"_s, u"account"_s, false},
    };
    for (qsizetype i = 0; i < std::min(rows.size(), expected.size()); ++i) {
        QCOMPARE(rows[i].title, expected[i].title);
        QCOMPARE(rows[i].text, expected[i].text);
        QCOMPARE(rows[i].claim, expected[i].claim);
        QCOMPARE(rows[i].explained, expected[i].explained);
    }
    QCOMPARE(rows.size(), expected.size());
}

void TestClaims::serviceIdInWords()
{
    const QByteArray claims =
        R"({"iam_id":"iam-ServiceId-1","name":"ci-pipeline","sub":"ServiceId-1","sub_type":"ServiceId",)"
        R"("account":{"bss":"a1","ims":"12345","valid":false},"grant_type":"urn:ibm:params:oauth:grant-type:apikey"})";
    QCOMPARE(row(claims, u"Who"_s).text, u"ci-pipeline · ServiceId-1"_s);
    QCOMPARE(row(claims, u"Kind of identity"_s).text, u"Service ID, signed in with an API key"_s);
    QCOMPARE(row(claims, u"Account"_s).text, u"a1 · not valid"_s);
    QCOMPARE(row(claims, u"Old infrastructure account"_s).text, u"12345"_s);
    QCOMPARE(row(claims, u"Valid until"_s).text, u"The token does not tell its end."_s);
}

void TestClaims::identityKinds_data()
{
    QTest::addColumn<QByteArray>("claims");
    QTest::addColumn<QString>("text");
    QTest::newRow("trusted profile") << R"({"sub_type":"Profile"})"_ba << u"Trusted profile"_s;
    QTest::newRow("user by password") << R"({"grant_type":"password"})"_ba << u"User"_s;
    QTest::newRow("something new") << R"({"sub_type":"CRN"})"_ba << u"CRN"_s;
    QTest::newRow("nothing said") << "{}"_ba << QString();
}

void TestClaims::identityKinds()
{
    QFETCH(QByteArray, claims);
    QFETCH(QString, text);
    QCOMPARE(row(claims, u"Kind of identity"_s).text, text);
}

void TestClaims::somebodyElseSignedIn()
{
    QCOMPARE(
        row(R"({"sub":"profile","authn":{"name":"Real Person","email":"r@x.example"}})", u"Really signed in"_s).text,
        u"Real Person · r@x.example"_s);
    QVERIFY(row(R"({"sub":"a","authn":{"sub":"a"}})", u"Really signed in"_s).title.isEmpty());
}

void TestClaims::noClaimIsLeftOut_data()
{
    QTest::addColumn<QByteArray>("claims");
    QTest::addColumn<QStringList>("asReceived");
    const auto row = [](const char *name, const QByteArray &claims, const QStringList &asReceived) {
        QTest::newRow(name) << claims << asReceived;
    };
    row("everything is told", R"({"name":"A","email":"a@x","account":{"bss":"1","name":"B","valid":true,"ims":"2"}})",
        {});
    row("names", R"({"name":"A B","given_name":"A","family_name":"B"})", {u"given_name"_s, u"family_name"_s});
    row("another subject", R"({"email":"a@x","sub":"b@x"})", {u"sub"_s});
    row("another id", R"({"email":"a@x","iam_id":"I","id":"J"})", {u"id"_s});
    row("V5 id", R"({"name":"A","id":"J"})", {});
    row("no text", R"({"name":"A","email":1})", {u"email"_s});
    row("signed in as the same", R"({"sub":"a","authn":{"sub":"a","iam_id":"I"}})", {u"authn"_s});
    row("signed in as another", R"({"sub":"a","authn":{"sub":"b"}})", {});
    row("more about who signed in", R"({"sub":"a","authn":{"sub":"b","iam_id":"I"}})", {u"authn"_s});
    row("more about the account", R"({"account":{"bss":"1","frozen":true}})", {u"account"_s});
    row("account without words", R"({"account":{"frozen":true}})", {u"account"_s});
    row("no name", R"({"sub":"a","":"hidden"})", {QString()});
    row("account's member twice", R"({"account":{"bss":"1","bss":"2"}})", {u"account"_s});
    row("another grant", R"({"grant_type":"password"})", {u"grant_type"_s});
}

void TestClaims::noClaimIsLeftOut()
{
    QFETCH(QByteArray, claims);
    QFETCH(QStringList, asReceived);
    QStringList found;
    for (const ClaimRow &one : explainClaims(jwt(claims), now())) {
        if (!one.explained)
            found << one.claim;
    }
    QCOMPARE(found, asReceived);
}

void TestClaims::momentsAreRelative_data()
{
    QTest::addColumn<int>("seconds");
    QTest::addColumn<QString>("text");
    QTest::newRow("now") << 0 << u"today 21:52:59 (0 s ago)"_s;
    QTest::newRow("seconds") << -48 << u"today 21:52:11 (48 s ago)"_s;
    QTest::newRow("minutes") << 3599 << u"today 22:52:58 (in 59 min 59 s)"_s;
    QTest::newRow("hours") << -2 * 3600 - 60 << u"today 19:51:59 (2 h 1 min ago)"_s;
    QTest::newRow("tomorrow") << 8 * 3600 << u"tomorrow 05:52:59 (in 8 h 0 min)"_s;
    QTest::newRow("yesterday") << -86'400 << u"yesterday 21:52:59 (1 d 0 h ago)"_s;
    QTest::newRow("days") << 3 * 86'400 + 3600 << u"17 Sep 2026 22:52:59 (in 3 d 1 h)"_s;
}

void TestClaims::momentsAreRelative()
{
    QFETCH(int, seconds);
    QFETCH(QString, text);
    QCOMPARE(momentText(now().addSecs(seconds), now()), text);
}

void TestClaims::j6_oddDatesAreExplained_data()
{
    QTest::addColumn<QByteArray>("claims");
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("title");
    QTest::addColumn<QString>("text");
    struct Date
    {
        const char *name;
        QString title;
        QString missing;
        QString afterFuture; ///< what is said of a moment to come, besides the moment
    };
    const QList<Date> dates{
        {"iat", u"Issued"_s, u"The token does not tell when it was issued."_s,
         u", in the future: is this computer's clock right?"_s},
        {"nbf", u"Valid from"_s, u"The token does not tell its start."_s, u", in the future: not valid yet"_s},
        {"exp", u"Valid until"_s, u"The token does not tell its end."_s, {}},
    };
    for (const Date &date : dates) {
        const auto row = [&date](const char *name, const QByteArray &value, const QString &text) {
            const QByteArray claims = value.isEmpty() ? "{}"_ba : "{\""_ba + date.name + "\":" + value + '}';
            QTest::addRow("J6 %s %s", date.name, name)
                << claims << QString::fromLatin1(date.name) << date.title << text;
        };
        row("missing", {}, date.missing);
        row("text", R"("soon")", u"soon (not a number of seconds)"_s);
        row("digits as text", R"("1789430000")", u"1789430000 (not a number of seconds)"_s);
        row("null", "null", u"null (not a number of seconds)"_s);
        row("fraction", "1789422011.5", u"today 21:40:11 (12 min 48 s ago), not a whole number of seconds"_s);
        row("negative", "-1", u"31 Dec 1969 23:59:59 (20710 d 21 h ago), before 1970"_s);
        row("far negative", "-1e30", u"-1e30 (outside the years 1 to 9999)"_s);
        row("beyond year 9999", "253402300800", u"253402300800 (outside the years 1 to 9999)"_s);
        row("beyond 64 bits", "1e300", u"1e300 (outside the years 1 to 9999)"_s);
        row("in the future", "1789430000", u"today 23:53:20 (in 2 h 0 min)"_s + date.afterFuture);
        row("a little ahead", "1789423039", u"today 21:57:19 (in 4 min 20 s)"_s + date.afterFuture);
        row("as far ahead as clocks differ", "1789422829", u"today 21:53:49 (in 50 s)"_s);
    }
}

void TestClaims::j6_oddDatesAreExplained()
{
    QFETCH(QByteArray, claims);
    QFETCH(QString, name);
    QFETCH(QString, title);
    QFETCH(QString, text);
    const QList<ClaimRow> rows = explainClaims(jwt(claims), now());
    QList<ClaimRow> found;
    std::copy_if(rows.cbegin(), rows.cend(), std::back_inserter(found),
                 [&](const ClaimRow &row) { return row.claim == name || row.title == title; });
    QCOMPARE(found.size(), 1);
    QCOMPARE(found.first().title, title);
    QCOMPARE(found.first().text, text);
    QVERIFY(found.first().explained);
    // One line each for the three, whatever is the matter with one of them.
    for (const QString &each : {u"iat"_s, u"nbf"_s, u"exp"_s})
        QCOMPARE(std::count_if(rows.cbegin(), rows.cend(), [&](const ClaimRow &row) { return row.claim == each; }), 1);
}

void TestClaims::innerTokensAreMasked()
{
    const QByteArray inner = unsignedJwt("{}");
    const QByteArray claims = R"({"tokens":{"token":"inner-secret","token_type":"bearer"},"other":")" + inner +
                              R"(","list":[{"refresh_token":"inner-secret"}],"scope":")" + inner + R"(","sub":"me"})";
    const Jwt read = jwt(claims);
    QString shown = QString::fromUtf8(maskedClaims(*read.claims).toPrettyJson());
    for (const ClaimRow &one : explainClaims(read, now()))
        shown += one.title + one.text;
    QVERIFY(!shown.contains(u"inner-secret"_s));
    QVERIFY(!shown.contains(QString::fromLatin1(inner)));
    QVERIFY(shown.contains(u"bearer"_s));
    QVERIFY(shown.contains(u"•••"_s));
    QVERIFY(shown.contains(u"me"_s));
}

void TestClaims::unknownClaimsAreShownAsReceived()
{
    const ClaimRow one = row(R"({"x.new":{"a":1.10,"b":[true,null]}})", u"x.new"_s);
    QCOMPARE(one.text, uR"({"a":1.10,"b":[true,null]})"_s);
    QVERIFY(!one.explained);
}

void TestClaims::duplicatesAreAllShown()
{
    QStringList texts;
    for (const ClaimRow &one : explainClaims(jwt(R"({"x":1,"x":2,"scope":"a","scope":"b"})"), now()))
        texts << one.text;
    for (const QString &text : {u"1"_s, u"2"_s, u"a"_s, u"b"_s})
        QVERIFY2(texts.contains(text), qPrintable(text));
}

void TestClaims::invisibleCharactersAreMadeVisible()
{
    QCOMPARE(inOneLine(u"a\u202eb\nc\u200bd"_s), u"a⟨U+202E⟩b␊c⟨U+200B⟩d"_s);
    QVERIFY(!row("{\"name\":\"x\\u202Ey\"}", u"Who"_s).text.contains(QChar(0x202e)));
}

void TestClaims::headerInWords()
{
    const Jwt read = decodeJwt(Secret(unsignedJwt("{}", R"({"alg":"RS256","kid":"k1","jku":"https://x"})"))).value();
    const QList<ClaimRow> rows = explainHeader(read);
    QCOMPARE(rows.size(), 3);
    QCOMPARE(rows[0].title, u"Algorithm"_s);
    QCOMPARE(rows[1].title, u"Signing key"_s);
    QCOMPARE(rows[1].text, u"k1"_s);
    QCOMPARE(rows[2].title, u"jku"_s);
    QVERIFY(!rows[2].explained);
}

void TestClaims::noClaimsNoRows()
{
    QVERIFY(explainClaims(jwt("text"), now()).isEmpty());
}

ACX_TEST_MAIN(TestClaims)
#include "test_claims.moc"
