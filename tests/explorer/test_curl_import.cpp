// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/explorer/curl_import.h"
#include "app/explorer/shell_words.h"
#include "app/explorer/snippet.h"
#include "tests/explorer/snippet_runner.h"
#include "tests/support/fault_server.h"
#include "tests/support/test_main.h"

#include <QProcess>
#include <QRegularExpression>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace acx;

namespace {

QStringList headerLines(const HttpHeaders &headers)
{
    QStringList lines;
    for (const HttpHeader &header : headers)
        lines << QString::fromUtf8(header.name + ": " + header.value);
    return lines;
}

} // namespace

class TestCurlImport final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".?"_s)); }

    void splitsWordsAsBashDoes_data();
    void splitsWordsAsBashDoes();
    void readsCommands_data();
    void readsCommands();
    void sendsWhatCurlSends_data();
    void sendsWhatCurlSends();
    void readsForms();
    void tells_data();
    void tells();
    void refuses_data();
    void refuses();
    void readsSnippetsBack_data();
    void readsSnippetsBack();
    void knowsWhatLooksLikeCurl();
};

void TestCurlImport::splitsWordsAsBashDoes_data()
{
    QTest::addColumn<QString>("line");
    for (const char *line :
         {"a b  c", "'a b' \"c d\" e'f'g\"h\"", R"(a\ b \'c\' \\ "\"\\\n\x" '\n')", "\"a\\\nb\" c\\\nd", "\"\" '' x",
          R"($'a\tb\n\'q\' \\ \x41\101\u00e9\U0001F600 \xc3\xa9 \e \q')", "$'a''b'c", "a#b c", "\"a'b\" 'c\"d'",
          "x=$'\\x41e9'y", "é 'ü ö' \"😀\"", "'a\nb'", "\"a!b\"", R"("it's" a"b"'c'd)", "--data-raw $'{\"a\":\\u0021}'"})
        QTest::newRow(QByteArray(line).simplified().constData()) << QString::fromUtf8(line);
}

/// Bash itself says what the words are.
void TestCurlImport::splitsWordsAsBashDoes()
{
    QFETCH(QString, line);
    QProcess bash;
    bash.start(u"bash"_s, {u"-c"_s, u"export LC_ALL=C.UTF-8; printf '%s\\0' "_s + line});
    QVERIFY(bash.waitForFinished());
    QStringList expected;
    for (const QByteArray &word : bash.readAllStandardOutput().split('\0'))
        expected << QString::fromUtf8(word);
    expected.removeLast();
    const Result<QList<ShellWord>> words = splitCommandLine(line);
    QVERIFY(words.has_value());
    QStringList texts;
    for (const ShellWord &word : *words)
        texts << word.text;
    QCOMPARE(texts, expected);
}

void TestCurlImport::readsCommands_data()
{
    QTest::addColumn<QString>("command");
    QTest::addColumn<QByteArray>("method");
    QTest::addColumn<QString>("target");
    QTest::addColumn<QStringList>("headers");
    QTest::addColumn<QByteArray>("body");
    const QString url = u"https://h.example/v1/me?a=b%20c"_s;
    const auto add = [](const char *name, const QString &command, const QByteArray &method, const QString &target,
                        const QStringList &headers = {}, const QByteArray &body = {}) {
        QTest::newRow(name) << command << method << target << headers << body;
    };
    add("plain", u"curl "_s + url, "GET", url);
    add("prompt", u"$ curl '"_s + url + u'\'', "GET", url);
    add("path and end", u"/usr/bin/curl.exe "_s + url + u"\n"_s, "GET", url);
    add("continued", u"curl \\\n  -X DELETE \\\r\n  '%1'"_s.arg(url), "DELETE", url);
    add("variable before", u"A=b http_proxy= curl "_s + url, "GET", url);
    add("url option", u"curl --url="_s + url, "GET", url);
    add("joined", u"curl -sSLkXPUT -HAccept:x "_s + url, "PUT", url, {u"Accept: x"_s});
    add("head", u"curl -I "_s + url, "HEAD", url);
    add("double dash", u"curl -s -- "_s + url, "GET", url);
    add("empty header", u"curl -H 'X-A;' -H 'X-B: c:d ' -H 'X-C:' "_s + url, "GET", url, {u"X-A: "_s, u"X-B: c:d"_s});
    add("removed content type", u"curl -d a -H 'Content-Type:' "_s + url, "POST", url, {}, "a");
    add("own headers out", u"curl -H 'Host: x' -H 'content-length: 3' -H ':authority: x' -H 'X: 1' "_s + url, "GET",
        url, {u"X: 1"_s});
    add("browser, bash",
        u"curl 'https://h.example/api/orgs' \\\n  -H 'accept: application/json' \\\n"
        "  --data-raw $'{\"name\":\"it\\'s \\u0021\\\\n\"}' \\\n  --compressed"_s,
        "POST", u"https://h.example/api/orgs"_s,
        {u"accept: application/json"_s, u"Content-Type: application/x-www-form-urlencoded"_s},
        "{\"name\":\"it's !\\n\"}");
    add("browser, cmd",
        u"curl ^\"https://h.example/api/orgs?a=1^&b=%^20c^\" ^\r\n  -X ^\"PUT^\" ^\r\n"
        "  -H ^\"content-type: application/json^\" ^\r\n"
        "  --data-raw ^\"^{^\\^\"name^\\^\":^\\^\"a ^^ b^\\^\",^\r\n\r\n^\\^\"x^\\^\":1^}^\""_s,
        "PUT", u"https://h.example/api/orgs?a=1&b=%20c"_s, {u"content-type: application/json"_s},
        "{\"name\":\"a ^ b\",\n\"x\":1}");
    add("cmd, quotes", u"curl.exe \"https://h.example/\" ^\n -d \"a \"\"b\"\" c\\\\\""_s, "POST",
        u"https://h.example/"_s, {u"Content-Type: application/x-www-form-urlencoded"_s}, "a \"b\" c\\");
    add("user in the URL", u"curl https://me:p%40ss@h.example/x"_s, "GET", u"https://h.example/x"_s,
        {u"Authorization: Basic "_s + QString::fromLatin1(QByteArray("me:p@ss").toBase64())});
    add("after a pipe", u"acx token --format header | curl -H @- "_s + url, "GET", url);
    add("fragment", u"curl https://h.example/x#part"_s, "GET", u"https://h.example/x"_s);
    add("http allowed", u"curl http://127.0.0.1:9/x"_s, "GET", u"http://127.0.0.1:9/x"_s);
}

void TestCurlImport::readsCommands()
{
    QFETCH(QString, command);
    QFETCH(QByteArray, method);
    QFETCH(QString, target);
    QFETCH(QStringList, headers);
    QFETCH(QByteArray, body);
    const Result<CurlImport> read = readCurl(command);
    QVERIFY2(read.has_value(), qPrintable(read ? QString() : read.error().message()));
    QCOMPARE(read->draft.method, method);
    QCOMPARE(read->draft.target, target);
    QCOMPARE(headerLines(read->draft.headers), headers);
    QCOMPARE(read->draft.body.value_or(QByteArray()), body);
    QVERIFY(read->draft.withToken);
}

void TestCurlImport::sendsWhatCurlSends_data()
{
    QTest::addColumn<QString>("options");
    for (const char *options :
         {"-d a=b -d 'c=d e'",
          "-d ''",
          "--data-raw @a",
          "--data-binary $'a\\nb\\r\\n'",
          "--data-ascii 'a b'",
          "--data-urlencode 'a b&c=' --data-urlencode 'n=ä ö' --data-urlencode '=x=y' --data-urlencode 'a~-._z'",
          "--json '{\"a\":' --json '1}'",
          "--json '{}' -H 'Content-Type: text/json' -H 'Accept: x'",
          "-G -d a=b --data-urlencode 'c=d e'",
          "-G -d a -X POST",
          "--url-query 'a=b c' --url-query +d=%20",
          "-u me:secret",
          "-u 'me:p:w'",
          "-b 'a=b; c=d'",
          "-b a=1 -b 'b=2; c=3' --cookie d=4",
          "-b a=1 -H 'Cookie: b=2' -b c=3",
          "-A agent/1",
          "-e https://r.example/",
          "-r 0-9",
          "-I",
          "-X OPTIONS",
          "-X PATCH -d x",
          "-d x -X GET",
          "-H 'Content-Type: application/json' -d '{}'",
          "-A a -H 'User-Agent: b'",
          "--oauth2-bearer tok",
          "-d x -H 'X-Empty;' -H 'X-Two: 1' -H 'X-Two: 2'",
          "-sSfLd x",
          "--no-keepalive",
          "-m 5 --retry 2 -d 'ä'"})
        QTest::newRow(QByteArray(options).simplified().constData()) << QString::fromUtf8(options);
}

/// The real curl sends the command from a script of bash, and the import has to have the same in mind.
void TestCurlImport::sendsWhatCurlSends()
{
    QFETCH(QString, options);
    FaultServer server;
    server.setHandler(answeringThenClosing("HTTP/1.1 200 OK\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"));
    const QString command = u"curl "_s + options + u" '%1'"_s.arg(server.url("/x?q=1").toString());
    const SnippetRun run = SnippetRunner().run(SnippetLanguage::Httpie, command);
    QVERIFY2(server.requests().size() == 1, run.told.constData());
    const RecordedRequest &sent = server.requests().constFirst();
    const Result<CurlImport> read = readCurl(command);
    QVERIFY2(read.has_value(), qPrintable(read ? QString() : read.error().message()));
    QCOMPARE(read->draft.method, sent.method);
    QCOMPARE(read->draft.target, server.url().toString(QUrl::RemovePath) + QString::fromUtf8(sent.target));
    QCOMPARE(read->draft.body.value_or(QByteArray()), sent.body);
    // What curl adds by itself is not the person's.
    HttpHeaders others;
    for (const QByteArray &line : sent.head.split('\n').mid(1)) {
        const QByteArray name = line.left(line.indexOf(':'));
        const bool isCurls = name == "Host" || name == "Content-Length" || line.startsWith("Accept: */*") ||
                             line.startsWith("User-Agent: curl/");
        if (line.contains(':') && !isCurls)
            others.append({name, line.mid(line.indexOf(':') + 1).trimmed()});
    }
    QStringList expected = headerLines(others);
    QStringList actual = headerLines(read->draft.headers);
    expected.sort();
    actual.sort();
    QCOMPARE(actual, expected);
}

void TestCurlImport::readsForms()
{
    const Result<CurlImport> read = readCurl(
        u"curl -F 'name=a b' -F 'data={\"x\":1};type=application/json' --form-string 'at=@x;type=y' https://h.example/"_s);
    QVERIFY2(read.has_value(), qPrintable(read ? QString() : read.error().message()));
    QCOMPARE(read->draft.method, "POST");
    QVERIFY(headerValue(read->draft.headers, "Content-Type").startsWith("multipart/form-data; boundary="));
    const QByteArray body = *read->draft.body;
    QVERIFY2(body.contains("name=\"name\"\r\n\r\na b\r\n"), body.constData());
    QVERIFY2(body.contains("name=\"data\"\r\nContent-Type: application/json\r\n\r\n{\"x\":1}\r\n"), body.constData());
    QVERIFY2(body.contains("name=\"at\"\r\n\r\n@x;type=y\r\n"), body.constData());
}

void TestCurlImport::tells_data()
{
    QTest::addColumn<QString>("options");
    QTest::addColumn<QString>("notice");
    QTest::newRow("insecure") << u"-k https://h/"_s << u"certificates are always checked"_s;
    QTest::newRow("insecure, joined") << u"-skX GET https://h/"_s << u"-k was left out"_s;
    QTest::newRow("proxy") << u"-x http://p https://h/"_s << u"those of the settings"_s;
    QTest::newRow("certificate") << u"--cacert=a.pem https://h/"_s << u"--cacert was left out"_s;
    QTest::newRow("authorization") << u"-H 'Authorization: Bearer abc' https://h/"_s << u"Authorization of its own"_s;
    QTest::newRow("user") << u"-u me https://h/"_s << u"no password"_s;
    QTest::newRow("variable") << u"-d \"$BODY\" https://h/"_s << u"stands in the request as it was written"_s;
    QTest::newRow("token") << u"-H \"Authorization: Bearer $(acx token)\" https://h/"_s << u"is the profile's now"_s;
    QTest::newRow("token variable") << u"-H \"Authorization: Bearer $T\" https://h/"_s << u"is the profile's now"_s;
    QTest::newRow("headers of a pipe") << u"-H @- https://h/"_s << u"came from another command"_s;
    QTest::newRow("two URLs") << u"https://h/ https://i/"_s << u"first URL"_s;
    QTest::newRow("next") << u"https://h/ --next https://i/"_s << u"first request"_s;
    QTest::newRow("more") << u"https://h/ | jq ."_s << u"What follows"_s;
    QTest::newRow("output") << u"https://h/ > file"_s << u"What follows"_s;
    QTest::newRow("no scheme") << u"h.example/x"_s << u"https:// was put before"_s;
    QTest::newRow("brackets") << u"'https://h/{a,b}'"_s << u"several URLs"_s;
    QTest::newRow("host header") << u"-H 'Host: x' https://h/"_s << u"Host was left out"_s;
}

void TestCurlImport::tells()
{
    QFETCH(QString, options);
    QFETCH(QString, notice);
    const Result<CurlImport> read = readCurl(u"curl "_s + options);
    QVERIFY2(read.has_value(), qPrintable(read ? QString() : read.error().message()));
    const QString notices = read->notices.join(u'\n');
    QVERIFY2(notices.contains(notice), qPrintable(notices));
    const bool hasOwn = notice.contains(u"of its own"_s) || notice.contains(u"no password"_s);
    QCOMPARE(hasHeader(read->draft.headers, "Authorization"), hasOwn);
    QCOMPARE(read->notices.size(), notice.contains(u"no password"_s) ? 2 : 1);
}

void TestCurlImport::refuses_data()
{
    QTest::addColumn<QString>("command");
    QTest::addColumn<QString>("word");
    QTest::newRow("empty") << QString() << u"no curl command"_s;
    QTest::newRow("other program") << u"wget https://h/"_s << u"no curl command"_s;
    QTest::newRow("curl as a word") << u"echo curl https://h/"_s << u"no curl command"_s;
    QTest::newRow("no URL") << u"curl -X GET"_s << u"no URL"_s;
    QTest::newRow("no value") << u"curl https://h/ -H"_s << u"-H of curl needs a value"_s;
    QTest::newRow("unknown") << u"curl --frobnicate https://h/"_s << u"--frobnicate"_s;
    QTest::newRow("unknown with value") << u"curl --frobnicate=1 https://h/"_s << u"--frobnicate of"_s;
    QTest::newRow("unknown letter") << u"curl -s!X GET https://h/"_s << u"-! of"_s;
    QTest::newRow("data file") << u"curl -d @body.json https://h/"_s << u"-d of curl reads a file"_s;
    QTest::newRow("binary file") << u"curl --data-binary @b https://h/"_s << u"--data-binary of curl reads a file"_s;
    QTest::newRow("encoded file") << u"curl --data-urlencode a@b https://h/"_s << u"reads a file"_s;
    QTest::newRow("JSON file") << u"curl --json @b https://h/"_s << u"reads a file"_s;
    QTest::newRow("form file") << u"curl -F a=@b https://h/"_s << u"-F of curl reads a file"_s;
    QTest::newRow("form text") << u"curl -F 'a=<b' https://h/"_s << u"reads a file"_s;
    QTest::newRow("upload") << u"curl -T b https://h/"_s << u"reads a file"_s;
    QTest::newRow("cookie file") << u"curl -b jar https://h/"_s << u"reads a file"_s;
    QTest::newRow("header file") << u"curl -H @h https://h/"_s << u"reads a file"_s;
    QTest::newRow("config") << u"curl -K c https://h/"_s << u"reads a file"_s;
    QTest::newRow("form without name") << u"curl -F x https://h/"_s << u"no name"_s;
    QTest::newRow("data and form") << u"curl -d x -F a=b https://h/"_s << u"both data and a form"_s;
    QTest::newRow("open quote") << u"curl 'https://h/"_s << u"not closed"_s;
    QTest::newRow("open double quote") << u"curl \"https://h/"_s << u"not closed"_s;
    QTest::newRow("open ANSI quote") << u"curl $'https://h/\\'"_s << u"not closed"_s;
    QTest::newRow("open command") << u"curl $(x https://h/"_s << u"not closed"_s;
    QTest::newRow("open cmd quote") << u"curl ^\"https://h/ ^\n -s"_s << u"not closed"_s;
}

void TestCurlImport::refuses()
{
    QFETCH(QString, command);
    QFETCH(QString, word);
    const Result<CurlImport> read = readCurl(command);
    QVERIFY(!read.has_value());
    QCOMPARE(read.error().kind, ErrorKind::InvalidInput);
    QVERIFY2(read.error().sentence.contains(word), qPrintable(read.error().sentence));
    QVERIFY(!read.error().nextStep.isEmpty());
}

void TestCurlImport::readsSnippetsBack_data()
{
    QTest::addColumn<SnippetToken>("source");
    QTest::addColumn<QByteArray>("method");
    QTest::addColumn<std::optional<QByteArray>>("body");
    for (const SnippetToken source : {SnippetToken::Command, SnippetToken::Environment, SnippetToken::Literal}) {
        const int number = static_cast<int>(source);
        QTest::addRow("get %d", number) << source << QByteArray("GET") << std::optional<QByteArray>();
        QTest::addRow("head %d", number) << source << QByteArray("HEAD") << std::optional<QByteArray>();
        QTest::addRow("body %d", number) << source << QByteArray("PUT")
                                         << std::optional<QByteArray>(
                                                "{\n \"a\": \"it's $HOME `id` \\\\ \\\" äöü 😀 %1\"}\r\n@");
        QTest::addRow("at %d", number) << source << QByteArray("POST") << std::optional<QByteArray>("@file");
        QTest::addRow("empty %d", number) << source << QByteArray("PATCH") << std::optional<QByteArray>("");
    }
}

void TestCurlImport::readsSnippetsBack()
{
    QFETCH(SnippetToken, source);
    QFETCH(QByteArray, method);
    QFETCH(std::optional<QByteArray>, body);
    SnippetRequest request;
    request.method = method;
    request.url = QUrl(u"https://h.example/p/v1/orgs/a%2Fb?q=it%27s&r=$x"_s);
    request.headers = {{"Accept"_ba, "application/json"_ba}, {"X-Odd"_ba, "'\"\\ $x `y`"_ba}, {"X-Empty"_ba, ""_ba}};
    if (body)
        request.headers.append({"Content-Type"_ba, "application/json"_ba});
    request.body = body;
    request.profile = u"my work"_s;
    const QString snippet = makeSnippet(SnippetLanguage::Curl, source, request, Secret("abc.def.ghi"));
    const Result<CurlImport> read = readCurl(snippet);
    QVERIFY2(read.has_value(), qPrintable(read ? QString() : snippet + read.error().message()));
    RequestDraft expected;
    expected.method = method;
    expected.target = QString::fromLatin1(request.url.toEncoded());
    expected.headers = request.headers;
    expected.body = body;
    QVERIFY2(read->draft == expected, qPrintable(snippet + headerLines(read->draft.headers).join(u'\n')));
    QVERIFY(!snippet.contains(u"curl -H 'Authorization"_s));
}

void TestCurlImport::knowsWhatLooksLikeCurl()
{
    for (const char *text : {"curl https://h/", "  curl -X GET x", "$ curl x", "curl.exe x", "curl \\\n x"})
        QVERIFY2(looksLikeCurl(QString::fromLatin1(text)), text);
    for (const char *text : {"", "curly", "curl", "/v1/curl x", "https://h/curl x", "{\"curl\": 1}"})
        QVERIFY2(!looksLikeCurl(QString::fromLatin1(text)), text);
}

ACX_TEST_MAIN(TestCurlImport)
#include "test_curl_import.moc"
