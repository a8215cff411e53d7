// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/http/redactor.h"
#include "tests/http/redaction_texts.h"
#include "tests/support/test_main.h"

#include <QDir>
#include <QDirIterator>
#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace acx;

namespace {

const QByteArray mark = "•••"_ba;

/// The statements of a source, each in one line and without comments: a log statement may go over several lines.
QStringList statementsOf(const QString &source)
{
    static const QRegularExpression comment(u"(?:^|\\s)//.*$"_s); // "https://" is none
    QStringList statements;
    QString statement;
    for (const QString &line : source.split(u'\n')) {
        const QString code = QString(line).remove(comment).trimmed();
        if (code.isEmpty())
            continue;
        statement += statement.isEmpty() ? code : u' ' + code;
        if (code.startsWith(u'#') || u";{}:"_s.contains(code.back())) {
            statements << statement;
            statement.clear();
        }
    }
    if (!statement.isEmpty())
        statements << statement;
    return statements;
}

/// True for a statement that shows or logs what may hold a URL, a header, a body or a text of Qt's network, other than
/// through the Redactor. Texts of files and devices hold none.
bool bypassesTheRedactor(const QString &statement)
{
    static const QRegularExpression output(
        u"\\bq(?:C?Debug|C?Info|C?Warning|C?Critical|Fatal)\\b|std::(?:cerr|clog|cout)\\b|\\b(?:f?printf|fputs|syslog)\\s*\\("_s);
    static const QRegularExpression value(
        u"(?i)<<\\s*+(?!\"|u\"|')|qPrintable|constData|\\b(?:url|uri|headers?|body|bodies|request|response|answer)\\b"_s);
    static const QRegularExpression networkError(
        u"(?i)\\b(?!file\\b|m_file\\b|device\\b|reader\\b|d->process\\b|process\\b)[\\w>-]+(?:\\.|->)errorString\\(\\)"_s);
    static const QRegularExpression redacted(u"<<\\s*redactor\\.\\w+(\\((?:[^()]|(?1))*\\))|\\bredactor\\.\\w+(?1)"_s);
    const QString code = QString(statement).remove(redacted);
    return (output.match(code).hasMatch() && value.match(code).hasMatch()) || networkError.match(code).hasMatch();
}

} // namespace

/// Rows R1 to R3, R5, R6 and R8; R4 is test_redaction_rounds, the exports of R7 are tested where they are made.
class TestRedactionMatrix final : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void r1_callSites_data();
    void r1_callSites();
    void r2_names_data();
    void r2_names();
    void r5_besideAnyName_data();
    void r5_besideAnyName();
    void r6_jwts_data();
    void r6_jwts();
    void r8_goldenText();
    void removesByName_data();
    void removesByName();
    void keepsWhatIsNoSecret_data();
    void keepsWhatIsNoSecret();
    void removesOverlappingValues();
    void cleansHeaders();
    void cleansUrls();
    void namesHeaders();
};

void TestRedactionMatrix::init()
{
    QTest::failOnWarning(QRegularExpression(u".?"_s));
}

void TestRedactionMatrix::r1_callSites_data()
{
    QTest::addColumn<QString>("code");
    QTest::addColumn<bool>("isSuspect");
    const auto row = [](const char *name, const QString &code, bool is) { QTest::newRow(name) << code << is; };
    row("R1 the sources themselves", QString(), false);
    row("R1 URL in a warning", u"qWarning() << request.url;"_s, true);
    row("R1 headers to the standard error", u"std::cerr << headers.first().value.constData();"_s, true);
    row("R1 body by printf", u"std::fprintf(stderr, \"%s\", body.constData());"_s, true);
    row("R1 error text of a reply", u"error.sentence = reply->errorString();"_s, true);
    row("R1 what was answered", u"qCWarning(log) << answer;"_s, true);
    row("R1 printed error", u"fputs(qPrintable(reply->errorString()), stderr);"_s, true);
    row("R1 redacted", u"qCDebug(httpLog).noquote() << redactor.text(asked);"_s, false);
    row("R1 fixed words", u"qCDebug(log, \"started\");"_s, false);
    row("R1 error text of a file", u"return notRead(path, file.errorString());"_s, false);
    row("R1 comment", u"// qWarning() << request.url"_s, false);
    row("R1 URL in the second line", u"qCWarning(log)\n    << request.url;"_s, true);
    row("R1 URL in the third line, behind a comment",
        u"qCWarning(log) // of the reply\n    << \"sent to\"\n    << request.url;"_s, true);
    row("R1 body by printf over two lines", u"std::fprintf(stderr, \"%s\",\n             body.constData());"_s, true);
    row("R1 error text in the second line", u"error.sentence =\n    reply->errorString();"_s, true);
    row("R1 redacted over two lines", u"qCDebug(httpLog).noquote()\n    << redactor.text(asked(url));"_s, false);
    row("R1 redacted and not redacted", u"qCDebug(httpLog) << redactor.text(asked)\n    << response.url;"_s, true);
    row("R1 two statements", u"qCDebug(log, \"started\");\nsend(request.url);"_s, false);
}

void TestRedactionMatrix::r1_callSites()
{
    QFETCH(const QString, code);
    QFETCH(const bool, isSuspect);
    if (!code.isEmpty()) {
        const QStringList statements = statementsOf(code);
        QCOMPARE(std::any_of(statements.cbegin(), statements.cend(), bypassesTheRedactor), isSuspect);
        return;
    }
    // Each of these was read: what they print is a sentence that the Redactor has seen, a version or a number.
    static const QStringList read{
        u"app/http/transport.cpp: qCDebug(httpLog).noquote() << \"Qt\" << qVersion() << \"with\" << QSslSocket::sslLibraryVersionString();"_s,
        u"app/http/outcome_report.cpp: qCDebug(httpLog).noquote() << redactor.text(asked) << \"->\" << redactor.text(told) << \"in\" << elapsedMs << \"ms\";"_s,
        u"app/http/http_exchange_end.cpp: failure.text = m_reply ? m_reply->errorString() : QString();"_s,
        u"app/http/tls_check.cpp: for (const QSslError &error : errors) lines << error.errorString();"_s,
        u"app/sandbox/sandbox_process.cpp: if (error == QProcess::FailedToStart) d->ended(d->process->errorString());"_s,
        u"ui/theme/theme_values.cpp: if (!value.isValid()) qFatal(\"theme.json lacks the colour %s.\", qPrintable(colourName(colour)));"_s,
        u"ui/theme/theme_values.cpp: if (found == numbers.cend()) qFatal(\"theme.json lacks the number %s.\", qPrintable(name));"_s,
        u"ui/theme/svg_icon_engine.cpp: if (!file.open(QIODevice::ReadOnly)) qFatal(\"There is no icon named %s.\", qPrintable(m_name));"_s,
        u"ui/tour/tour.cpp: std::fputs(qPrintable(composition.error().message() + u'\\n'), stderr);"_s,
        u"ui/tour/tour.cpp: std::fputs(qPrintable(u\"The folder %1 cannot be made.\\n\"_s.arg(folder)), stderr);"_s,
        u"ui/tour/tour_walk.cpp: std::fputs(qPrintable(line + u'\\n'), stdout);"_s,
        u"ui/main.cpp: std::fputs(qPrintable(text), stream);"_s,
        u"app/credentials/keychain_jobs.cpp: outcome.technical = job->errorString();"_s,
    };
    QStringList suspects;
    QStringList gone = read;
    qsizetype statements = 0;
    const QDir root(qEnvironmentVariable("ACX_SOURCE_DIR"));
    for (const QString &folder : {u"app"_s, u"ui"_s}) {
        QDirIterator files(root.filePath(folder), {u"*.h"_s, u"*.cpp"_s}, QDir::Files, QDirIterator::Subdirectories);
        while (files.hasNext()) {
            QFile file(files.next());
            QVERIFY(file.open(QIODevice::ReadOnly));
            const QStringList found = statementsOf(QString::fromUtf8(file.readAll()));
            statements += found.size();
            for (const QString &statement : found) {
                if (!bypassesTheRedactor(statement))
                    continue;
                const QString shown = u"%1: %2"_s.arg(root.relativeFilePath(file.fileName()), statement);
                gone.removeAll(shown);
                if (!read.contains(shown))
                    suspects << shown;
            }
        }
    }
    QVERIFY(statements > 10'000);
    QVERIFY2(suspects.isEmpty(), qPrintable(suspects.join(u'\n')));
    QCOMPARE(gone, QStringList()); // what is no longer there needs no leave
}

void TestRedactionMatrix::r2_names_data()
{
    QTest::addColumn<QByteArray>("name");
    for (const char *name : {"authorization",
                             "proxy-authorization",
                             "cookie",
                             "set-cookie",
                             "apikey",
                             "api_key",
                             "api-key",
                             "jwt",
                             "token",
                             "access_token",
                             "refresh_token",
                             "id_token",
                             "passcode",
                             "password",
                             "client_secret",
                             "secret",
                             "assertion",
                             "X-IBM-Client-Secret",
                             "X-Auth-Token",
                             "X-Auth-Key",
                             "IAM-ApiKey",
                             "clientSecret",
                             "apiKey",
                             "private_key",
                             "client_assertion",
                             "x-api-key",
                             "ibmcloud_api_key",
                             "subject_token"}) {
        const QByteArray plain(name);
        QByteArray title = plain.toLower();
        for (qsizetype i = 0; i < title.size(); ++i) {
            if (i == 0 || title.at(i - 1) == '-' || title.at(i - 1) == '_')
                title[i] = QByteArray(1, title.at(i)).toUpper().at(0);
        }
        QByteArray mixed = plain.toLower();
        for (qsizetype i = 1; i < mixed.size(); i += 2)
            mixed[i] = QByteArray(1, mixed.at(i)).toUpper().at(0);
        QTest::addRow("R2 %s", name) << plain;
        QTest::addRow("R2 %s, HTTP/2 spelling", name) << plain.toLower();
        QTest::addRow("R2 %s, HTTP/1 spelling", name) << title;
        QTest::addRow("R2 %s, capitals", name) << plain.toUpper();
        QTest::addRow("R2 %s, mixed case", name) << mixed;
    }
}

void TestRedactionMatrix::r2_names()
{
    QFETCH(const QByteArray, name);
    const QByteArray value = "v4lu3,of=it"_ba;
    QVERIFY(Redactor::isSecretHeader(name));
    const HttpHeaders headers{{name, value}};
    QCOMPARE(Redactor().headers(headers).first().value, mark);
    for (const QByteArray &text : {name + ": " + value, name + ":" + value, "> " + name + ": " + value + "\r\n",
                                   "{\"" + name + "\":\"" + value + "\"}", "{\"" + name + "\" : [\"" + value + "\"]}",
                                   "https://h/p?a=b&" + name + "=" + value.toPercentEncoding() + "&c=d",
                                   "https://h/#" + name + "=" + value.toPercentEncoding(),
                                   name + "=" + value.toPercentEncoding(), "[('" + name + "', '" + value + "')]",
                                   "-H '" + name + ": " + value + "'", "<" + name + ">" + value + "</" + name + ">"}) {
        const QByteArray clean = Redactor().bytes(text);
        QVERIFY2(!clean.contains("v4lu3") && !clean.contains("of=it") && clean.contains(mark),
                 (text + '\n' + clean).constData());
    }
}

void TestRedactionMatrix::r5_besideAnyName_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("expected");
    const QByteArray known = "c4n4ry-of-this-run";
    const QByteArray base64 = known.toBase64();
    QTest::newRow("R5 field x") << R"({"x":")"_ba + known + R"(","y":1})"
                                << R"({"x":"•••","y":1})"_ba;
    QTest::newRow("R5 header X") << "X: " + known + "\r\nHost: h"
                                 << "X: •••\r\nHost: h"_ba;
    QTest::newRow("R5 path") << "https://h/p/" + known + "/q"
                             << "https://h/p/•••/q"_ba;
    QTest::newRow("R5 query") << "https://h/p?x=" + known + "&y=1"
                              << "https://h/p?x=•••&y=1"_ba;
    QTest::newRow("R5 sentence") << "the value " + known + " is bad"
                                 << "the value ••• is bad"_ba;
    QTest::newRow("R5 longer word") << "a" + known + "b"
                                    << "a•••b"_ba;
    QTest::newRow("R5 base64") << "x=" + base64 + ";"
                               << "x=•••;"_ba;
    const QByteArray percents = "%" + known.toHex('%');
    QTest::newRow("R5 percents") << "x=" + percents + ";"
                                 << "x=•••;"_ba;
    QTest::newRow("R5 percents after a stray one") << "x=%6" + percents + "%"
                                                   << "x=%6•••%"_ba;
    QTest::newRow("R5 escapes after a stray backslash")
        << "x=\\" + QByteArray("\\u00" + known.toHex('_')).replace("_", "\\u00")
        << "x=•••"_ba; // the stray one goes with it
    QTest::newRow("R5 error text") << "Error transferring http://h/" + known + " - server replied: Bad"
                                   << "Error transferring http://h/••• - server replied: Bad"_ba;
}

void TestRedactionMatrix::r5_besideAnyName()
{
    QFETCH(const QByteArray, text);
    QFETCH(const QByteArray, expected);
    QCOMPARE(Redactor({Secret("c4n4ry-of-this-run"_ba)}).bytes(text), expected);
}

void TestRedactionMatrix::r6_jwts_data()
{
    QTest::addColumn<QByteArray>("place");
    for (const char *place :
         {"%1", "x=%1", "\"%1\"", "(%1)", "see %1.", "%1,%1", "https://h/p/%1/q", "https://h/?x=%1&y=2", "X: %1",
          "{\"x\":\"%1\"}", "{\"x\":\"{\\\"y\\\":\\\"%1\\\"}\"}", "<a>%1</a>", "x%3D%1%26y", "line\n%1\nline"})
        QTest::addRow("R6 %s", place) << QByteArray(place);
}

void TestRedactionMatrix::r6_jwts()
{
    QFETCH(const QByteArray, place);
    const QByteArray signature = "c2lnbmF0dXJlLXNpZ25hdHVyZQ"_ba;
    for (const char *header : {R"({"alg":"RS256"})", R"({ "alg":"RS256"})", "{\n\"alg\":\"RS256\"}",
                               "{\t\"alg\":\"RS256\"}", "{\r\n\"alg\":\"RS256\"}"}) {
        const auto base64 = [](const QByteArray &bytes) {
            return bytes.toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals);
        };
        const QByteArray jwt = base64(header) + '.' + base64(R"({"sub":"someone"})") + '.' + signature;
        const QByteArray clean = Redactor().bytes(QByteArray(place).replace("%1", jwt));
        QVERIFY2(!clean.contains(signature) && clean.contains(mark), clean.constData());
    }
}

void TestRedactionMatrix::r8_goldenText()
{
    const QByteArray text =
        "POST https://iam.acme.test:8443/identity/token?version=2&apikey=a%2Cb HTTP/1.1\r\n"
        "Host: iam.acme.test:8443\r\nAuthorization: Basic bWU6c2VjcmV0\r\nAccept: application/json\r\n"
        "X-Request-Id: 7f3a-11\r\n\r\ngrant_type=urn%3Aibm%3Aparams&apikey=a%2Cb&scope=read\n"
        "HTTP/1.1 400 Bad Request, 310 bytes in 12.5 ms at 2024-06-07T08:09:10Z\r\n"
        "Content-Type: application/json\r\nSet-Cookie: s=1; Path=/\r\nTransaction-Id: 99-ab\r\n\r\n"
        R"({"errorCode":"BXNIM0415E","errorMessage":"Provided API key could not be found.",)"
        R"("context":{"requestId":"req-7","host":"iam-1","elapsedTime":"14"},"access_token":"x.y",)"
        R"("token_type":"Bearer","expires_in":3600,"size":12,"retryable":false})";
    const QByteArray expected =
        "POST https://iam.acme.test:8443/identity/token?version=2&apikey=••• HTTP/1.1\r\n"
        "Host: iam.acme.test:8443\r\nAuthorization: •••\r\nAccept: application/json\r\n"
        "X-Request-Id: 7f3a-11\r\n\r\ngrant_type=urn%3Aibm%3Aparams&apikey=•••&scope=read\n"
        "HTTP/1.1 400 Bad Request, 310 bytes in 12.5 ms at 2024-06-07T08:09:10Z\r\n"
        "Content-Type: application/json\r\nSet-Cookie: •••\r\nTransaction-Id: 99-ab\r\n\r\n"
        R"({"errorCode":"BXNIM0415E","errorMessage":"Provided API key could not be found.",)"
        R"("context":{"requestId":"req-7","host":"iam-1","elapsedTime":"14"},"access_token":"•••",)"
        R"("token_type":"Bearer","expires_in":3600,"size":12,"retryable":false})";
    QCOMPARE(Redactor().bytes(text), expected);
    QCOMPARE(Redactor({Secret("some-other-secret"_ba)}).bytes(text), expected);
}

void TestRedactionMatrix::removesByName_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("expected");

    const auto row = [](const char *name, const QByteArray &text, const QByteArray &expected) {
        QTest::newRow(name) << text << expected;
    };
    row("R3 header", "Authorization: Bearer abc, def\r\nHost: h"_ba, "Authorization: •••\r\nHost: h"_ba);
    row("R3 header in lower case", "iam-apikey:abc"_ba, "iam-apikey:•••"_ba);
    row("R3 header in the middle of a line", "sent Cookie: a=b; c=d"_ba, "sent Cookie: •••"_ba);
    row("R3 proxy header", "Proxy-Authorization: Basic dXNlcjpwYXNz"_ba, "Proxy-Authorization: •••"_ba);
    row("R3 x-auth", "X-Auth-Key: k\nX-Ok: 1"_ba, "X-Auth-Key: •••\nX-Ok: 1"_ba);
    row("R3 client secret", "x-ibm-client-secret: k"_ba, "x-ibm-client-secret: •••"_ba);
    row("R3 header of a command", "curl -H 'Authorization: Bearer abc' https://h/p"_ba,
        "curl -H 'Authorization: •••' https://h/p"_ba);
    row("R3 bearer alone", "with Bearer abcdefghijklmnop0123 in it"_ba, "with Bearer ••• in it"_ba);
    row("R3 query", "https://h/p?apikey=abc&x=1"_ba, "https://h/p?apikey=•••&x=1"_ba);
    row("R3 query in mixed case", "GET /p?ApIKey=abc HTTP/1.1"_ba, "GET /p?ApIKey=••• HTTP/1.1"_ba);
    row("R3 authorization code", "https://h/?code=abc&state=s"_ba, "https://h/?code=•••&state=s"_ba);
    row("R3 fragment", "https://h/#access_token=abc&expires_in=1"_ba, "https://h/#access_token=•••&expires_in=1"_ba);
    row("R3 user info", "https://user:pass@h/p"_ba, "https://•••@h/p"_ba);
    row("R3 form", "grant_type=urn%3Aibm%3Aparams%3Aoauth%3Agrant-type%3Aapikey&apikey=a%2Cb"_ba,
        "grant_type=urn%3Aibm%3Aparams%3Aoauth%3Agrant-type%3Aapikey&apikey=•••"_ba);
    row("R3 query inside a query", "to=https%3A%2F%2Fh%2F%3Fapikey%3Dabc%26x%3D1"_ba,
        "to=https%3A%2F%2Fh%2F%3Fapikey%3D•••%26x%3D1"_ba);
    row("R3 variable", "export IBMCLOUD_API_KEY=\"a b\" next"_ba, "export IBMCLOUD_API_KEY=\"•••\" next"_ba);
    row("R3 json", R"({"apikey":"a","n":1})"_ba, R"({"apikey":"•••","n":1})"_ba);
    row("R3 json with blanks", "{\"apIKEY\":    \"a,b\\\"c\\\\\" , \"n\":1}"_ba,
        "{\"apIKEY\":    \"•••\" , \"n\":1}"_ba);
    row("R3 json over lines", "{\"jwt\"\n:\n\"a\nb\"}"_ba, "{\"jwt\"\n:\n\"•••\"}"_ba);
    row("R3 json number", R"({"passcode": 123456, "n":1})"_ba, R"({"passcode": •••, "n":1})"_ba);
    row("R3 json object", R"({"secrets":{"x":"}"},"n":1})"_ba, R"({"secrets":•••,"n":1})"_ba);
    row("R3 json deep", R"([[{"a":{"clientSecret":"s"}}]])"_ba, R"([[{"a":{"clientSecret":"•••"}}]])"_ba);
    row("R3 json as text", R"({"body":"{\"password\":\"a\\\"b,c\",\"n\":1}"})"_ba,
        R"({"body":"{\"password\":\"•••\",\"n\":1}"})"_ba);
    row("R3 json cut off", R"({"refresh_token":"abc)"_ba, R"({"refresh_token":"•••)"_ba);
    row("R3 json in single quotes", "{'id_token': 'abc', 'n': 1}"_ba, "{'id_token': '•••', 'n': 1}"_ba);
    row("R3 yaml", "client-secret: a b c\nname: n"_ba, "client-secret: •••\nname: n"_ba);
    row("R6 jwt", "token eyJhbGciOiJSUzI1NiJ9.eyJzdWIiOiIxIn0.c2lnbmF0dXJl, then"_ba, "token •••, then"_ba);
    row("R6 jwt without signature", "<eyJhbGciOiJub25lIn0.eyJzdWIiOiIxIn0.>"_ba, "<•••>"_ba);
    row("R3 private key", "-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----"_ba,
        "-----BEGIN PRIVATE KEY-----•••-----END PRIVATE KEY-----"_ba);
}

void TestRedactionMatrix::removesByName()
{
    QFETCH(QByteArray, text);
    QFETCH(QByteArray, expected);
    QCOMPARE(Redactor().bytes(text), expected);
}

void TestRedactionMatrix::keepsWhatIsNoSecret_data()
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
        QTest::addRow("R8 text %d", ++number) << text;
}

void TestRedactionMatrix::keepsWhatIsNoSecret()
{
    QFETCH(QByteArray, text);
    QCOMPARE(Redactor().bytes(text), text);
    QCOMPARE(Redactor({Secret("not-in-it-at-all"_ba)}).bytes(text), text);
}

void TestRedactionMatrix::removesOverlappingValues()
{
    const Redactor redactor({Secret("abcd"_ba), Secret("abcdefgh"_ba), Secret("ghij"_ba)});
    QCOMPARE(redactor.bytes("1 abcdefgh 2"_ba), "1 ••• 2"_ba);
    QCOMPARE(redactor.bytes("1 abcdefghij 2 abcd"_ba), "1 ••• 2 •••"_ba);
    QCOMPARE(redactor.text(u"ä abcd ö"_s), u"ä ••• ö"_s);
}

void TestRedactionMatrix::cleansHeaders()
{
    const Redactor redactor({Secret("k1k2k3"_ba)});
    const HttpHeaders clean = redactor.headers(
        {{"SET-COOKIE", "a=b"}, {"X-Echo", "1 k1k2k3 2"}, {"Content-Type", "text/plain"}, {"iam-apikey", "x"}});
    const HttpHeaders expected{
        {"SET-COOKIE", mark}, {"X-Echo", "1 ••• 2"}, {"Content-Type", "text/plain"}, {"iam-apikey", mark}};
    QCOMPARE(clean, expected);
}

void TestRedactionMatrix::cleansUrls()
{
    const QUrl url(u"https://me:pw@h.example/p/k1k2?apikey=a%26b&x=1&y=k%31k2#token=z"_s);
    QCOMPARE(Redactor({Secret("k1k2"_ba)}).url(url), u"https://•••@h.example/p/•••?apikey=•••&x=1&y=•••#token=•••"_s);
}

void TestRedactionMatrix::namesHeaders()
{
    for (const QByteArrayView name : {"Authorization", "PROXY-AUTHORIZATION", "cookie", "Set-Cookie", "IAM-ApiKey",
                                      "X-Auth-Token", "X-IBM-Client-Secret", "X-Api-Key"})
        QVERIFY(Redactor::isSecretHeader(name));
    for (const QByteArrayView name : {"Content-Type", "Date", "X-Request-Id", "X-IBM-Client-Id", "Host", "Location"})
        QVERIFY(!Redactor::isSecretHeader(name));
}

ACX_TEST_MAIN(TestRedactionMatrix)
#include "test_redaction_matrix.moc"
