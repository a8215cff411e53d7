// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/http/redactor.h"
#include "tests/support/test_main.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRandomGenerator>
#include <QRegularExpression>

using namespace Qt::StringLiterals;
using namespace acx;

namespace {

const QByteArray mark = "•••"_ba;

QByteArray jsonString(const QByteArray &utf8)
{
    const QByteArray array = QJsonDocument(QJsonArray{QString::fromUtf8(utf8)}).toJson(QJsonDocument::Compact);
    return array.sliced(1, array.size() - 2);
}

QByteArray unicodeEscaped(const QByteArray &utf8)
{
    QByteArray out;
    const QString text = QString::fromUtf8(utf8);
    for (const QChar c : text)
        out += "\\u" + QByteArray::number(c.unicode(), 16).rightJustified(4, '0');
    return out;
}

QByteArray lowerHex(const QByteArray &percentEncoded)
{
    QByteArray out = percentEncoded;
    for (qsizetype i = 0; i + 2 < out.size(); ++i) {
        if (out.at(i) == '%') {
            out[i + 1] = QByteArray(1, out.at(i + 1)).toLower().at(0);
            out[i + 2] = QByteArray(1, out.at(i + 2)).toLower().at(0);
        }
    }
    return out;
}

QByteArray randomValue(QRandomGenerator &random)
{
    static const QString alphabet = u"abcXYZ0189+/=&%#?;,.:-_ \"'\\\n\t\r<>{}[]äßé€𝄞漢•"_s;
    QString value;
    const int length = random.bounded(8, 48);
    while (value.size() < length) {
        const qsizetype at = random.bounded(static_cast<int>(alphabet.size()));
        if (alphabet.at(at).isHighSurrogate())
            value += alphabet.sliced(at, 2);
        else if (!alphabet.at(at).isLowSurrogate())
            value += alphabet.at(at);
    }
    return value.toUtf8();
}

// The ways in which a value may be written; none of them may survive.
QList<QByteArray> disguises(const QByteArray &value)
{
    const QByteArray percent = value.toPercentEncoding();
    QByteArray plus = percent;
    plus.replace("%20", "+");
    const QByteArray json = jsonString(value);
    const QByteArray bare = json.sliced(1, json.size() - 2);
    const QByteArray twice = jsonString(bare);
    QByteArray slashes = bare;
    slashes.replace("/", "\\/");
    return {value,
            percent,
            lowerHex(percent),
            plus,
            percent.toPercentEncoding(),
            bare,
            slashes,
            twice.sliced(1, twice.size() - 2),
            unicodeEscaped(value),
            bare.toPercentEncoding(),
            value.toBase64(),
            value.toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals),
            value.toBase64().toPercentEncoding()};
}

QByteArray somewhere(QRandomGenerator &random, const QByteArray &value)
{
    static const QList<QByteArray> places{
        "%1",
        "error near %1, request id 4711",
        "x=%1&y=2",
        "https://h.example/p?x=%1&y=2",
        "{\"x\":\"%1\",\"errorCode\":\"BXNIM0415E\"}",
        "{\"outer\":\"{\\\"x\\\":\\\"%1\\\"}\"}",
        "X-Whatever: %1\r\nHost: h.example",
        "<p>%1</p>",
        "%1%1",
    };
    QByteArray place = places.at(random.bounded(static_cast<int>(places.size())));
    return place.replace("%1", value);
}

} // namespace

class TestRedactor final : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void removesByName_data();
    void removesByName();
    void keepsWhatIsNoSecret_data();
    void keepsWhatIsNoSecret();
    void removesKnownValues();
    void removesValuesBesideNames();
    void removesBase64AtAnyOffset();
    void removesOverlappingValues();
    void cleansHeaders();
    void cleansUrls();
    void namesHeaders();
};

void TestRedactor::init()
{
    QTest::failOnWarning(QRegularExpression(u".?"_s));
}

void TestRedactor::removesByName_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("expected");

    const auto row = [](const char *name, const QByteArray &text, const QByteArray &expected) {
        QTest::newRow(name) << text << expected;
    };
    row("header", "Authorization: Bearer abc, def\r\nHost: h"_ba, "Authorization: •••\r\nHost: h"_ba);
    row("header in lower case", "iam-apikey:abc"_ba, "iam-apikey:•••"_ba);
    row("header in the middle of a line", "sent Cookie: a=b; c=d"_ba, "sent Cookie: •••"_ba);
    row("proxy header", "Proxy-Authorization: Basic dXNlcjpwYXNz"_ba, "Proxy-Authorization: •••"_ba);
    row("x-auth", "X-Auth-Key: k\nX-Ok: 1"_ba, "X-Auth-Key: •••\nX-Ok: 1"_ba);
    row("client secret", "x-ibm-client-secret: k"_ba, "x-ibm-client-secret: •••"_ba);
    row("header of a command", "curl -H 'Authorization: Bearer abc' https://h/p"_ba,
        "curl -H 'Authorization: •••' https://h/p"_ba);
    row("bearer alone", "with Bearer abcdefghijklmnop0123 in it"_ba, "with Bearer ••• in it"_ba);
    row("query", "https://h/p?apikey=abc&x=1"_ba, "https://h/p?apikey=•••&x=1"_ba);
    row("query in mixed case", "GET /p?ApIKey=abc HTTP/1.1"_ba, "GET /p?ApIKey=••• HTTP/1.1"_ba);
    row("authorization code", "https://h/?code=abc&state=s"_ba, "https://h/?code=•••&state=s"_ba);
    row("fragment", "https://h/#access_token=abc&expires_in=1"_ba, "https://h/#access_token=•••&expires_in=1"_ba);
    row("user info", "https://user:pass@h/p"_ba, "https://•••@h/p"_ba);
    row("form", "grant_type=urn%3Aibm%3Aparams%3Aoauth%3Agrant-type%3Aapikey&apikey=a%2Cb"_ba,
        "grant_type=urn%3Aibm%3Aparams%3Aoauth%3Agrant-type%3Aapikey&apikey=•••"_ba);
    row("query inside a query", "to=https%3A%2F%2Fh%2F%3Fapikey%3Dabc%26x%3D1"_ba,
        "to=https%3A%2F%2Fh%2F%3Fapikey%3D•••%26x%3D1"_ba);
    row("variable", "export IBMCLOUD_API_KEY=\"a b\" next"_ba, "export IBMCLOUD_API_KEY=\"•••\" next"_ba);
    row("json", R"({"apikey":"a","n":1})"_ba, R"({"apikey":"•••","n":1})"_ba);
    row("json with blanks", "{\"apIKEY\":    \"a,b\\\"c\\\\\" , \"n\":1}"_ba, "{\"apIKEY\":    \"•••\" , \"n\":1}"_ba);
    row("json over lines", "{\"jwt\"\n:\n\"a\nb\"}"_ba, "{\"jwt\"\n:\n\"•••\"}"_ba);
    row("json number", R"({"passcode": 123456, "n":1})"_ba, R"({"passcode": •••, "n":1})"_ba);
    row("json object", R"({"secrets":{"x":"}"},"n":1})"_ba, R"({"secrets":•••,"n":1})"_ba);
    row("json deep", R"([[{"a":{"clientSecret":"s"}}]])"_ba, R"([[{"a":{"clientSecret":"•••"}}]])"_ba);
    row("json as text", R"({"body":"{\"password\":\"a\\\"b,c\",\"n\":1}"})"_ba,
        R"({"body":"{\"password\":\"•••\",\"n\":1}"})"_ba);
    row("json cut off", R"({"refresh_token":"abc)"_ba, R"({"refresh_token":"•••)"_ba);
    row("json in single quotes", "{'id_token': 'abc', 'n': 1}"_ba, "{'id_token': '•••', 'n': 1}"_ba);
    row("yaml", "client-secret: a b c\nname: n"_ba, "client-secret: •••\nname: n"_ba);
    row("jwt", "token eyJhbGciOiJSUzI1NiJ9.eyJzdWIiOiIxIn0.c2lnbmF0dXJl, then"_ba, "token •••, then"_ba);
    row("jwt without signature", "<eyJhbGciOiJub25lIn0.eyJzdWIiOiIxIn0.>"_ba, "<•••>"_ba);
    row("private key", "-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----"_ba,
        "-----BEGIN PRIVATE KEY-----•••-----END PRIVATE KEY-----"_ba);
}

void TestRedactor::removesByName()
{
    QFETCH(QByteArray, text);
    QFETCH(QByteArray, expected);
    QCOMPARE(Redactor().bytes(text), expected);
}

void TestRedactor::keepsWhatIsNoSecret_data()
{
    QTest::addColumn<QByteArray>("text");
    int number = 0;
    for (const QByteArray &text : {
             R"({"token_endpoint": "https://iam.cloud.ibm.com/identity/token", "token_type":"Bearer"})"_ba,
             R"({"token_endpoint_auth_methods_supported":["client_secret_basic"]})"_ba,
             R"({"errorCode":"BXNIM0415E","code":"not_found","status":400,"requestId":"cnJ0-1"})"_ba,
             R"({"expires_in":3600,"expiration":1790000000,"refresh_token_expiration":1,"grant_type":"x"})"_ba,
             "POST https://iam.cloud.ibm.com/identity/token -> 400, 310 bytes in 12.5 ms"_ba,
             "https://h/identity/token: connection refused"_ba,
             "grant_type=urn:ibm:params:oauth:grant-type:apikey"_ba,
             "https://user@h.example.com"_ba.replace("user@", ""),
             "HTTP/1.1 401 Unauthorized\r\nWWW-Authenticate: Bearer realm=\"iam\"\r\nX-Request-Id: 1-2-3\r\n"_ba,
             "The API key could not be found. Code: BXNIM0415E; the token has expired."_ba,
             "keycloak.example.com:8443"_ba,
             R"({"password":null,"secret":true})"_ba,
             "code=BXNIM0415E"_ba,
         })
        QTest::addRow("text %d", ++number) << text;
}

void TestRedactor::keepsWhatIsNoSecret()
{
    QFETCH(QByteArray, text);
    QCOMPARE(Redactor().bytes(text), text);
    QCOMPARE(Redactor({Secret("not-in-it-at-all"_ba)}).bytes(text), text);
}

void TestRedactor::removesKnownValues()
{
    QRandomGenerator random(20240607);
    for (int round = 0; round < 10'000; ++round) {
        const QByteArray value = randomValue(random);
        const Redactor redactor({Secret(value)});
        const QList<QByteArray> forms = disguises(value);
        const QByteArray form = forms.at(random.bounded(static_cast<int>(forms.size())));
        const QByteArray text = somewhere(random, form);
        const QByteArray clean = redactor.bytes(text);
        QVERIFY2(clean.contains(mark), text.constData());
        QVERIFY2(!clean.contains(form), text.constData());
    }
}

void TestRedactor::removesValuesBesideNames()
{
    QRandomGenerator random(7);
    static const QList<QByteArray> names{"apikey", "API_KEY", "passcode", "access_token", "jwt", "Client-Secret"};
    for (int round = 0; round < 4'000; ++round) {
        const QByteArray value = randomValue(random);
        const QByteArray name = names.at(random.bounded(static_cast<int>(names.size())));
        const QByteArray json = "{\"a\":1,\"" + name + "\" : " + jsonString(value) + ",\"keep\":\"me\"}";
        const QList<QByteArray> texts{json, "{\"body\":" + jsonString(json) + "}",
                                      "a=1&" + name + "=" + value.toPercentEncoding() + "&keep=me"};
        const QByteArray text = texts.at(random.bounded(static_cast<int>(texts.size())));
        const QByteArray clean = Redactor().bytes(text);
        QVERIFY2(clean.contains(mark), text.constData());
        QVERIFY2(clean.contains("keep") && clean.contains("me"), (text + "\n" + clean).constData());
        for (const QByteArray &form : disguises(value))
            QVERIFY2(!clean.contains(form), text.constData());
    }
}

void TestRedactor::removesBase64AtAnyOffset()
{
    const QByteArray secret = "s3cr3t-of-mine"_ba;
    const Redactor redactor({Secret(secret)});
    for (const QByteArray &prefix : {""_ba, "u:"_ba, "user:"_ba, "users:"_ba}) {
        const QByteArray encoded = (prefix + secret + ":x").toBase64();
        const QByteArray clean = redactor.bytes("x " + encoded + " y");
        QVERIFY(clean.contains(mark));
        QVERIFY(!QByteArray::fromBase64(clean).contains(secret));
        QVERIFY(!clean.contains(secret.toBase64().first(12)));
    }
}

void TestRedactor::removesOverlappingValues()
{
    const Redactor redactor({Secret("abcd"_ba), Secret("abcdefgh"_ba), Secret("ghij"_ba)});
    QCOMPARE(redactor.bytes("1 abcdefgh 2"_ba), "1 ••• 2"_ba);
    QCOMPARE(redactor.bytes("1 abcdefghij 2 abcd"_ba), "1 ••• 2 •••"_ba);
    QCOMPARE(redactor.text(u"ä abcd ö"_s), u"ä ••• ö"_s);
}

void TestRedactor::cleansHeaders()
{
    const Redactor redactor({Secret("k1k2k3"_ba)});
    const HttpHeaders clean = redactor.headers(
        {{"SET-COOKIE", "a=b"}, {"X-Echo", "1 k1k2k3 2"}, {"Content-Type", "text/plain"}, {"iam-apikey", "x"}});
    const HttpHeaders expected{
        {"SET-COOKIE", mark}, {"X-Echo", "1 ••• 2"}, {"Content-Type", "text/plain"}, {"iam-apikey", mark}};
    QCOMPARE(clean, expected);
}

void TestRedactor::cleansUrls()
{
    const QUrl url(u"https://me:pw@h.example/p/k1k2?apikey=a%26b&x=1&y=k%31k2#token=z"_s);
    QCOMPARE(Redactor({Secret("k1k2"_ba)}).url(url), u"https://•••@h.example/p/•••?apikey=•••&x=1&y=•••#token=•••"_s);
}

void TestRedactor::namesHeaders()
{
    for (const QByteArrayView name : {"Authorization", "PROXY-AUTHORIZATION", "cookie", "Set-Cookie", "IAM-ApiKey",
                                      "X-Auth-Token", "X-IBM-Client-Secret", "X-Api-Key"})
        QVERIFY(Redactor::isSecretHeader(name));
    for (const QByteArrayView name : {"Content-Type", "Date", "X-Request-Id", "X-IBM-Client-Id", "Host", "Location"})
        QVERIFY(!Redactor::isSecretHeader(name));
}

ACX_TEST_MAIN(TestRedactor)
#include "test_redactor.moc"
