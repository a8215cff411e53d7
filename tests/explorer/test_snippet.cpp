// SPDX-License-Identifier: GPL-3.0-or-later
// Snippets are run, and what arrives is compared with what was meant.
#include "app/explorer/snippet.h"
#include "tests/explorer/snippet_runner.h"
#include "tests/support/fault_server.h"
#include "tests/support/test_main.h"

#include <QRegularExpression>
#include <QTest>

#include <algorithm>

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

struct TypedSample
{
    const char *row;
    SnippetRequest request;
    /// The variables that are read, with the values as they stand in the request.
    QList<std::pair<QString, QByteArray>> variables;
};

QList<TypedSample> typedSamples()
{
    const HttpHeader json{"Content-Type"_ba, "application/json"_ba};
    const HttpHeader form{"Content-Type"_ba, "application/x-www-form-urlencoded"_ba};
    const HttpHeader parts{"Content-Type"_ba, "multipart/form-data; boundary=xyz"_ba};
    const QByteArray known = "Kn0wn-4711-value";
    TypedSample query{
        "L7 typed query",
        made("GET", "/v1/me?a=%20b%26&apikey=typed%2Fkey-1&filter[x]=$HOME&access_token=typed-tok+2&z=%5B"),
        {{u"APIKEY"_s, "typed%2Fkey-1"}, {u"ACCESS_TOKEN"_s, "typed-tok+2"}}};
    TypedSample body{
        "L7 typed JSON body",
        made("POST", "/v1/keys", {json},
             "{\n  \"user\": \"it's äöü $HOME `id`\", \"password\": \"typed \\\"p\\\\w $x `y`\",\n  \"deep\": "
             "[{\"client_secret\":\"typed-2 x\", \"n\": 1}],\n  \"apikey\" : 4711081547110815,\n  "
             "\"mark\": \"•••\", \"token_type\": \"Bearer\"\n}\n"),
        {{u"PASSWORD"_s, R"(typed \"p\\w $x `y`)"},
         {u"CLIENT_SECRET"_s, "typed-2 x"},
         {u"APIKEY"_s, "4711081547110815"}}};
    TypedSample fields{"L7 typed form body",
                       made("POST", "/v1/token", {form},
                            "grant_type=apikey&apikey=typed%2Fkey+1&user=a%20b&client_secret=typed%3D2&scope="),
                       {{u"APIKEY"_s, "typed%2Fkey+1"}, {u"CLIENT_SECRET"_s, "typed%3D2"}}};
    TypedSample multipart{"L7 typed multipart form body",
                          made("POST", "/v1/upload", {parts},
                               "--xyz\r\nContent-Disposition: form-data; name=\"password\"\r\n\r\ntyped one\r\n--typed "
                               "two\r\n--xyz\r\nContent-Disposition: form-data; name=\"password\"\r\n\r\n\r\n--xyz\r\n"
                               "Content-Disposition: form-data; name=\"user\"\r\n\r\nme\r\n--xyz--\r\n"),
                          {{u"PASSWORD"_s, "typed one\r\n--typed two"}}};
    TypedSample elsewhere{"L7 known value under another name",
                          made("POST", "/v1/" + known + "/x?path=" + known + "&b=1", {json, {"X-Note"_ba, known}},
                               R"({"home": ")" + known + R"(!", "list": [")" + known.toBase64() + R"("], "b": 1})"),
                          {{u"SECRET_X_NOTE"_s, known},
                           {u"SECRET"_s, known},
                           {u"SECRET_PATH"_s, known},
                           {u"SECRET_HOME"_s, known},
                           {u"SECRET_LIST"_s, known.toBase64()}}};
    elsewhere.request.known = {Secret(known)};
    QList<TypedSample> all{query, body, fields, multipart, elsewhere};
    for (TypedSample &sample : all)
        sample.request.profile = u"work"_s;
    return all;
}

bool holds(SnippetLanguage language, const QString &snippet, const QByteArray &bytes)
{
    const QString text = QString::fromUtf8(bytes);
    const bool isProgram = language == SnippetLanguage::Python || language == SnippetLanguage::JavaScript ||
                           language == SnippetLanguage::Go || language == SnippetLanguage::Java;
    const QStringList literals =
        isProgram ? SnippetRunner::literalsOf(language, snippet).value_or(QStringList()) : QStringList();
    return snippet.contains(text) || std::any_of(literals.cbegin(), literals.cend(),
                                                 [&text](const QString &literal) { return literal.contains(text); });
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
    void leavesTypedSecretsOut_data();
    void leavesTypedSecretsOut();
    void readsTypedSecretsFromVariables_data();
    void readsTypedSecretsFromVariables();
    void keepsTheTokenOffTheCommandLine_data();
    void keepsTheTokenOffTheCommandLine();
    void fillsOperationsForAcx();
    void leavesTypedSecretsOutOfOperations();
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

void TestSnippet::leavesTypedSecretsOut_data()
{
    QTest::addColumn<SnippetLanguage>("language");
    QTest::addColumn<int>("sample");
    const QList<TypedSample> all = typedSamples();
    for (int i = 0; i < all.size(); ++i) {
        for (const SnippetLanguage language : snippetLanguages())
            QTest::addRow("%s, %s", all[i].row, qPrintable(displayName(language))) << language << i;
    }
}

void TestSnippet::leavesTypedSecretsOut()
{
    QFETCH(SnippetLanguage, language);
    QFETCH(int, sample);
    const TypedSample typed = typedSamples().at(sample);
    for (const SnippetToken source : {SnippetToken::Command, SnippetToken::Environment, SnippetToken::Literal}) {
        const auto made = [&](SnippetTyped how, bool hidesTyped) {
            const Snippet snippet = writeSnippet(language, source, typed.request, Secret(tokenText), how);
            [&] { QCOMPARE(snippet.hidesTyped, hidesTyped); }();
            return snippet.text;
        };
        const QString open = makeSnippet(language, source, typed.request, Secret(tokenText));
        QCOMPARE(made(SnippetTyped::Variables, true), open);
        const QString dotted = made(SnippetTyped::Dots, true);
        const QString real = made(SnippetTyped::AsTyped, false);
        for (const auto &[variable, value] : typed.variables) {
            QVERIFY2(!holds(language, open, value), qPrintable(open));
            QVERIFY2(open.contains(u"The variable "_s + variable + u" holds "_s), qPrintable(open));
            QVERIFY2(!holds(language, dotted, value) && !dotted.contains(variable), qPrintable(dotted));
            // With the choice of the token itself they are in it as they were typed.
            QVERIFY2(holds(language, real, value) && !real.contains(variable), qPrintable(real));
        }
        QVERIFY2(!open.contains(u"typed"_s) && !dotted.contains(u"typed"_s), qPrintable(open + dotted));
    }
    // Without such values nothing is left out.
    for (const Sample &plain : samples()) {
        const Snippet snippet = writeSnippet(language, SnippetToken::Command, plain.request);
        QVERIFY(!snippet.hidesTyped);
        QCOMPARE(snippet.text,
                 writeSnippet(language, SnippetToken::Command, plain.request, {}, SnippetTyped::AsTyped).text);
    }
}

void TestSnippet::readsTypedSecretsFromVariables_data()
{
    QTest::addColumn<SnippetLanguage>("language");
    QTest::addColumn<int>("sample");
    const QList<TypedSample> all = typedSamples();
    for (const SnippetLanguage language : snippetLanguages()) {
        for (int i = 0; SnippetRunner::canRun(language) && i < all.size(); ++i)
            QTest::addRow("%s, %s", all[i].row, qPrintable(displayName(language))) << language << i;
    }
}

void TestSnippet::readsTypedSecretsFromVariables()
{
    QFETCH(SnippetLanguage, language);
    QFETCH(int, sample);
    const TypedSample typed = typedSamples().at(sample);
    SnippetRequest request = typed.request;
    request.url.setPort(m_server.port());
    if (language == SnippetLanguage::Acx) { // the real program, which has no key here
        request.withToken = false;
        request.profile.clear();
    }
    m_runner->environment.insert(u"APIC_TOKEN"_s, QString::fromLatin1(tokenText));
    const QString snippet = makeSnippet(language, SnippetToken::Environment, request);
    const bool isSlow = language == SnippetLanguage::Java || language == SnippetLanguage::Go;
    if (!isSlow || sample == 0) {
        // A variable that is not set is told, and nothing goes out.
        const SnippetRun without = m_runner->run(language, snippet);
        QVERIFY2(without.exitCode != 0, qPrintable(snippet));
        QVERIFY(m_server.requests().isEmpty());
    }
    for (const auto &[variable, value] : typed.variables)
        m_runner->environment.insert(variable, QString::fromUtf8(value));
    const SnippetRun run = m_runner->run(language, snippet);
    QVERIFY2(run.exitCode == 0, qPrintable(snippet + QString::fromUtf8(run.told)));
    QCOMPARE(m_server.requests().size(), 1);
    // What arrives is the request byte for byte.
    compare(request, m_server.requests().constFirst(), language);
    if (QTest::currentTestFailed())
        qInfo("%s", qPrintable(snippet));
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

void TestSnippet::leavesTypedSecretsOutOfOperations()
{
    const auto parameter = [](const QString &name, ParameterPlace place) {
        OperationParameter made;
        made.name = name;
        made.place = place;
        made.type = u"string"_s;
        return made;
    };
    Operation operation;
    operation.id = u"v5.login"_s;
    operation.method = "GET";
    operation.path = u"/login"_s;
    operation.parameters = {parameter(u"apikey"_s, ParameterPlace::Query), parameter(u"note"_s, ParameterPlace::Query)};
    SnippetRequest request =
        made("GET", "/login?apikey=typed%20key&note=a%20Kn0wn-4711", {{"Accept"_ba, "application/json"_ba}});
    request.operation = operation;
    request.values = {{u"apikey"_s, u"typed key"_s}, {u"note"_s, u"a Kn0wn-4711"_s}};
    request.known = {Secret("Kn0wn-4711")};
    request.profile.clear();
    request.kind.reset();
    // The values are those of the parameters, so nothing of them is percent-encoded.
    QCOMPARE(makeSnippet(SnippetLanguage::Acx, SnippetToken::Command, request),
             u"# The variable APIKEY holds the value of apikey.\n"
             "# The variable SECRET_NOTE holds a secret part of note.\n"
             "acx call v5.login apikey=\"${APIKEY:?}\" 'note=a '\"${SECRET_NOTE:?}\"\n"_s);
    QCOMPARE(writeSnippet(SnippetLanguage::Acx, SnippetToken::Command, request, {}, SnippetTyped::AsTyped).text,
             u"acx call v5.login 'apikey=typed key' 'note=a Kn0wn-4711'\n"_s);
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
