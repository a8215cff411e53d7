// SPDX-License-Identifier: GPL-3.0-or-later
// Snippets are run, and what arrives is compared with what was meant.
#include "app/explorer/snippet.h"
#include "tests/explorer/snippet_runner.h"
#include "tests/support/fault_server.h"
#include "tests/support/test_main.h"

#include <QRegularExpression>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace acx;

namespace {

constexpr auto tokenText = "eyJhbGciOiJub25lIn0.eyJzdWIiOiJhIn0.c2lnbmF0dXJl";
constexpr auto secretValue = "s3cret-'\"$HOME`id`\\value";

struct Sample
{
    const char *name;
    SnippetRequest request;
};

SnippetRequest made(const QByteArray &method, const QByteArray &target, const HttpHeaders &headers = {},
                    const std::optional<QByteArray> &body = {})
{
    SnippetRequest request;
    request.method = method;
    request.url = QUrl::fromEncoded("http://127.0.0.1:1" + target);
    request.headers = headers;
    request.body = body;
    request.kind = TokenKind::Iam;
    request.profile = u"it's \"my\" $profile"_s;
    return request;
}

QByteArray difficultText()
{
    return "{\n  \"quotes\": \"' \\\" ''' \\\"\\\"\\\" `\",\r\n\t\"shell\": \"$HOME $(id) `id` ${x} !! \\\\ \\\\n %s "
           "%1\",\n"
           "  \"unicode\": \"äöü € 😀 \xe2\x80\xa8 \xe2\x80\xae x \xc2\x85 \x7f \x01\x1f"
           "7\", \"js\": \"</script> ${x} \\\\u0041\",\n"
           "  \"end\": 1}\n\n";
}

QList<Sample> samples()
{
    const HttpHeader json{"Content-Type"_ba, "application/json"_ba};
    return {
        {"get", made("GET", "/v1/me?fields=name,id&q=a%20b%26c%27d&x=$HOME", {{"Accept"_ba, "application/json"_ba}})},
        {"body", made("POST", "/v1/orgs", {json}, difficultText())},
        {"secrets", made("PUT", "/v1/orgs/o%2F1",
                         {json,
                          {"X-IBM-Client-Secret"_ba, secretValue},
                          {"X-IBM-Client-Id"_ba, "abc"_ba},
                          {"Cookie"_ba, secretValue}},
                         "@not-a-file")},
        {"own authorization", made("GET", "/x", {{"Authorization"_ba, secretValue}})},
        {"delete", made("DELETE", "/v1/orgs/1/../2")},
        {"empty body", made("POST", "/v1/orgs/1/publish", {json}, QByteArray())},
        {"odd headers", made("PATCH", "/x",
                             {{"Content-Type"_ba, "text/plain; charset=\"utf-8\""_ba},
                              {"X-A"_ba, "= $HOME `id` 'x' \"y\" \\ \\: %s %1 !!"_ba},
                              {"X-B"_ba, "@file;=:,"_ba},
                              {"X-C"_ba, "plain"_ba}},
                             "'; rm -rf \"$HOME\" #")},
        {"bytes",
         made("POST", "/x", {{"Content-Type"_ba, "application/octet-stream"_ba}}, QByteArray("\xff\x00\x01 bytes", 9))},
        {"long",
         made("POST", "/x", {{"Content-Type"_ba, "text/plain"_ba}}, QByteArray("0123456789 'x' ").repeated(10'000))},
        {"query brackets", made("GET", "/x?filter[name]=a&b={c}")},
    };
}

QByteArrayList values(const RecordedRequest &request, const QByteArray &name)
{
    QByteArrayList found;
    for (const QByteArray &line : request.head.split('\n')) {
        const qsizetype colon = line.indexOf(':');
        if (colon > 0 && line.first(colon).compare(name, Qt::CaseInsensitive) == 0)
            found << line.sliced(colon + 1).trimmed();
    }
    return found;
}

} // namespace

class TestSnippet final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();

    void sendsWhatWasMeant_data();
    void sendsWhatWasMeant();
    void literalsReadBack_data();
    void literalsReadBack();
    void holdsNoSecretUnlessChosen_data();
    void holdsNoSecretUnlessChosen();
    void keepsTheTokenOffTheCommandLine_data();
    void keepsTheTokenOffTheCommandLine();
    void fillsOperationsForAcx();
    void namesEveryLanguage();

private:
    void compare(const SnippetRequest &meant, const RecordedRequest &arrived, SnippetLanguage language);

    FaultServer m_server;
    std::unique_ptr<SnippetRunner> m_runner;
};

void TestSnippet::init()
{
    QTest::failOnWarning(QRegularExpression(u".?"_s));
    m_server.forget();
    m_runner = std::make_unique<SnippetRunner>();
    m_runner->token = tokenText;
    m_runner->environment.insert(u"X_IBM_CLIENT_SECRET"_s, QString::fromLatin1(secretValue));
    m_runner->environment.insert(u"COOKIE"_s, QString::fromLatin1(secretValue));
    m_runner->environment.insert(u"AUTHORIZATION"_s, QString::fromLatin1(secretValue));
}

void TestSnippet::sendsWhatWasMeant_data()
{
    QTest::addColumn<SnippetLanguage>("language");
    QTest::addColumn<SnippetToken>("source");
    QTest::addColumn<int>("sample");
    const QList<Sample> all = samples();
    for (const SnippetLanguage language : snippetLanguages()) {
        // Without its tool a program cannot be run; literalsReadBack() checks it all the same.
        if (!SnippetRunner::canRun(language))
            continue;
        for (int i = 0; i < all.size(); ++i) {
            for (const auto &[source, name] :
                 {std::pair{SnippetToken::Command, "command"}, std::pair{SnippetToken::Environment, "environment"},
                  std::pair{SnippetToken::Literal, "literal"}}) {
                const bool isSlow = language == SnippetLanguage::Java || language == SnippetLanguage::Go;
                if (isSlow && i != 1 && source != SnippetToken::Environment)
                    continue;
                QTest::addRow("%s, %s, %s", qPrintable(displayName(language)), all[i].name, name)
                    << language << source << i;
            }
        }
    }
}

void TestSnippet::sendsWhatWasMeant()
{
    QFETCH(SnippetLanguage, language);
    QFETCH(SnippetToken, source);
    QFETCH(int, sample);
    SnippetRequest request = samples().at(sample).request;
    request.url.setPort(m_server.port());
    const bool isAcx = language == SnippetLanguage::Acx;
    if (isAcx) { // the real program, which has no key here
        request.withToken = false;
        request.profile.clear();
    }
    if (source == SnippetToken::Environment)
        m_runner->environment.insert(u"APIC_TOKEN"_s, QString::fromLatin1(tokenText));
    if (request.body)
        m_runner->writeFile(u"request-body"_s, *request.body);
    const QString snippet = makeSnippet(language, source, request, Secret(tokenText));
    const SnippetRun run = m_runner->run(language, snippet);
    QVERIFY2(run.exitCode == 0, qPrintable(snippet + QString::fromUtf8(run.told)));
    QCOMPARE(m_server.requests().size(), 1);
    compare(request, m_server.requests().constFirst(), language);
    if (QTest::currentTestFailed())
        qInfo("%s", qPrintable(snippet));
    if (source == SnippetToken::Command && request.withToken && !hasHeader(request.headers, "Authorization")) {
        QCOMPARE(m_runner->acxWords().first(5),
                 QStringList({u"token"_s, u"--profile"_s, request.profile, u"--kind"_s, u"iam"_s}));
    }
}

void TestSnippet::compare(const SnippetRequest &meant, const RecordedRequest &arrived, SnippetLanguage language)
{
    QCOMPARE(arrived.method, meant.method);
    QByteArray target = meant.url.toEncoded(QUrl::RemoveScheme | QUrl::RemoveAuthority);
    const bool doesNotKeepDots = language != SnippetLanguage::Curl && language != SnippetLanguage::Httpie;
    if (doesNotKeepDots && arrived.target != target) {
        // The same resource, spelled as the language spells it.
        const QUrl shorter = QUrl::fromEncoded(target).adjusted(QUrl::NormalizePathSegments);
        QCOMPARE(QUrl::fromEncoded(arrived.target).adjusted(QUrl::NormalizePathSegments).path(), shorter.path());
        QCOMPARE(QUrl::fromEncoded(arrived.target).query(QUrl::FullyDecoded),
                 QUrl::fromEncoded(target).query(QUrl::FullyDecoded));
    } else {
        QCOMPARE(QByteArray::fromPercentEncoding(arrived.target), QByteArray::fromPercentEncoding(target));
    }
    QCOMPARE(arrived.body, meant.body.value_or(QByteArray()));
    for (const HttpHeader &header : meant.headers)
        QCOMPARE(values(arrived, header.name), QByteArrayList{header.value});
    if (meant.withToken && !hasHeader(meant.headers, "Authorization"))
        QCOMPARE(values(arrived, "Authorization"), QByteArrayList{QByteArray("Bearer ") + tokenText});
    if (!meant.withToken && !hasHeader(meant.headers, "Authorization"))
        QVERIFY(values(arrived, "Authorization").isEmpty());
    if (meant.body && meant.body->isEmpty())
        QCOMPARE(values(arrived, "Content-Length"), QByteArrayList{"0"});
}

void TestSnippet::literalsReadBack_data()
{
    QTest::addColumn<SnippetLanguage>("language");
    for (const SnippetLanguage language :
         {SnippetLanguage::Python, SnippetLanguage::JavaScript, SnippetLanguage::Go, SnippetLanguage::Java})
        QTest::newRow(qPrintable(displayName(language))) << language;
}

void TestSnippet::literalsReadBack()
{
    QFETCH(SnippetLanguage, language);
    const SnippetRequest request = made("POST", "/v1/orgs?a=%22", {{"X-A"_ba, "\"'\\ `$x"_ba}}, difficultText());
    const QString snippet = makeSnippet(language, SnippetToken::Literal, request, Secret(tokenText));
    const std::optional<QStringList> literals = SnippetRunner::literalsOf(language, snippet);
    QVERIFY2(literals.has_value(), qPrintable(snippet));
    QVERIFY(literals->contains(QString::fromUtf8(difficultText())));
    QVERIFY(literals->contains(QString::fromUtf8(request.url.toEncoded())));
    QVERIFY(literals->contains(u"\"'\\ `$x"_s));
    QVERIFY(literals->contains(QString::fromLatin1(tokenText)) ||
            literals->contains(u"Bearer "_s + QString::fromLatin1(tokenText)));
    // Nothing invisible stands in the source.
    for (const QChar c : snippet)
        QVERIFY2(c == u'\n' || c == u'\t' || c.isPrint() || c.isSurrogate(), qPrintable(snippet));
}

void TestSnippet::holdsNoSecretUnlessChosen_data()
{
    QTest::addColumn<SnippetLanguage>("language");
    for (const SnippetLanguage language : snippetLanguages())
        QTest::newRow(qPrintable(displayName(language))) << language;
}

void TestSnippet::holdsNoSecretUnlessChosen()
{
    QFETCH(SnippetLanguage, language);
    for (const Sample &sample : samples()) {
        for (const SnippetToken source : {SnippetToken::Command, SnippetToken::Environment}) {
            const QString snippet = makeSnippet(language, source, sample.request, Secret(tokenText));
            QVERIFY2(!snippet.contains(QString::fromLatin1(tokenText)), qPrintable(snippet));
            QVERIFY2(!snippet.contains(u"s3cret"_s), qPrintable(snippet));
        }
        const QString literal = makeSnippet(language, SnippetToken::Literal, sample.request, Secret(tokenText));
        const bool usesToken = language != SnippetLanguage::Acx && !hasHeader(sample.request.headers, "Authorization");
        QCOMPARE(literal.contains(QString::fromLatin1(tokenText)), usesToken);
        QVERIFY2(!literal.contains(u"s3cret"_s), qPrintable(literal));
    }
    SnippetRequest request = made("GET", "/");
    request.withToken = false;
    request.url.setUserInfo(u"me:pass-word"_s);
    const QString bare = makeSnippet(language, SnippetToken::Literal, request, Secret(tokenText));
    QVERIFY2(!bare.contains(QString::fromLatin1(tokenText)) && !bare.contains(u"pass-word"_s), qPrintable(bare));
}

void TestSnippet::keepsTheTokenOffTheCommandLine_data()
{
    QTest::addColumn<SnippetLanguage>("language");
    QTest::addColumn<SnippetToken>("source");
    for (const SnippetToken source : {SnippetToken::Command, SnippetToken::Environment, SnippetToken::Literal}) {
        QTest::addRow("curl %d", int(source)) << SnippetLanguage::Curl << source;
        if (SnippetRunner::canRun(SnippetLanguage::Httpie))
            QTest::addRow("HTTPie %d", int(source)) << SnippetLanguage::Httpie << source;
    }
}

void TestSnippet::keepsTheTokenOffTheCommandLine()
{
    QFETCH(SnippetLanguage, language);
    QFETCH(SnippetToken, source);
    SnippetRequest request = samples().at(2).request;
    request.url.setPort(m_server.port());
    m_runner->environment.insert(u"APIC_TOKEN"_s, QString::fromLatin1(tokenText));
    // While the server has the request, the command line is looked at as anybody could.
    QByteArray commandLines;
    m_server.setHandler([&commandLines](QTcpSocket &socket, const RecordedRequest &) {
        commandLines = SnippetRunner::allCommandLines();
        answering(httpAnswer(200))(socket, {});
    });
    const QString snippet = makeSnippet(language, source, request, Secret(tokenText));
    const SnippetRun run = m_runner->run(language, snippet);
    m_server.setHandler({});
    QVERIFY2(run.exitCode == 0, qPrintable(snippet + QString::fromUtf8(run.told)));
    QVERIFY(commandLines.contains(QByteArray::number(m_server.port())));
    QVERIFY(!commandLines.contains(tokenText));
    QVERIFY(!commandLines.contains("s3cret"));
}

void TestSnippet::fillsOperationsForAcx()
{
    Operation operation;
    operation.id = u"v10.getOrg"_s;
    operation.method = "GET";
    operation.path = u"/api/orgs/{org}"_s;
    OperationParameter org;
    org.name = u"org"_s;
    org.place = ParameterPlace::Path;
    org.required = true;
    org.type = u"string"_s;
    operation.parameters = {org};
    SnippetRequest request = made("GET", "/api/orgs/it%27s", {{"Accept"_ba, "application/json"_ba}});
    request.operation = operation;
    request.values = {{u"org"_s, u"it's"_s}};
    request.profile = u"work"_s;
    QCOMPARE(makeSnippet(SnippetLanguage::Acx, SnippetToken::Command, request),
             u"acx call v10.getOrg 'org=it'\\''s' \\\n  --profile work \\\n  --kind iam\n"_s);
    // Values that do not make this request are of no use.
    request.values = {{u"org"_s, u"other"_s}};
    QVERIFY(makeSnippet(SnippetLanguage::Acx, SnippetToken::Command, request).startsWith(u"acx call GET http://"_s));
}

void TestSnippet::namesEveryLanguage()
{
    QStringList names;
    for (const SnippetLanguage language : snippetLanguages())
        names << displayName(language);
    QCOMPARE(names.size(), 7);
    QCOMPARE(names.removeDuplicates(), 0);
    QVERIFY(!names.contains(QString()));
}

ACX_TEST_MAIN(TestSnippet)
#include "test_snippet.moc"
