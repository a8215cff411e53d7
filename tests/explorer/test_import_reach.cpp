// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/operations/operation_catalog.h"
#include "tests/explorer/definition_bench.h"
#include "tests/support/fault_server.h"
#include "tests/support/test_main.h"

#include <QDir>
#include <QTcpSocket>

using namespace Qt::StringLiterals;
using namespace acx;

namespace {

constexpr const char *canary = "Canary-of-the-imports-0123456789";

/// An API definition with `part` where a member of its one operation stands.
QByteArray withOperation(const QByteArray &part)
{
    return R"({"openapi":"3.1.0","info":{"title":"T","version":"1"},"paths":{"/a":{"get":{)" + part + R"(}}}})";
}

QByteArray withDocument(const QByteArray &part)
{
    return R"({"openapi":"3.1.0","info":{"title":"T","version":"1"},)" + part + R"(,"paths":{"/a":{"get":{}}}})";
}

} // namespace

/// Rows I1 and I3: an import reaches no network and no other file unasked, and nothing in it is carried out.
class TestImportReach final : public QObject, protected DefinitionBench
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { qputenv("ACX_CANARY", canary); }
    void init() { setUp(); }
    void cleanup() { tearDown(); }

    void i1NothingIsFetched_data();
    void i1NothingIsFetched();
    void i1NoOtherFileIsRead_data();
    void i1NoOtherFileIsRead();
    void i3NothingIsCarriedOut_data();
    void i3NothingIsCarriedOut();

private:
    /// All that the catalog of this definition says, as a screen would show it.
    [[nodiscard]] QString everything(const QString &id);
};

QString TestImportReach::everything(const QString &id)
{
    QString text;
    const Result<OperationCatalog> catalog = waitFor(m_library->catalog(id));
    if (!catalog)
        return catalog.error().message() + catalog.error().details();
    for (const OperationEntry &entry : catalog->operations()) {
        text += entry.title + u'\n' + entry.path + u'\n' + entry.parameterNames.join(u'\n');
        const Result<Operation> operation = OperationCatalog::read(entry);
        if (!operation) {
            text += operation.error().message();
            continue;
        }
        text += operation->description + u'\n' + operation->base + u'\n';
        const auto add = [&text](const QList<NamedExample> &examples) {
            for (const NamedExample &example : examples)
                text += example.name + u'\n' + example.summary + u'\n' + QString::fromUtf8(example.text);
        };
        for (const OperationParameter &parameter : operation->parameters) {
            text += parameter.name + u'\n' + parameter.defaultValue + u'\n' + parameter.example + u'\n' +
                    parameter.description + u'\n' + QString::fromUtf8(parameter.schema);
            add(parameter.examples);
        }
        for (const BodyShape &shape : operation->body ? operation->body->shapes : QList<BodyShape>()) {
            text += QString::fromUtf8(shape.schema + shape.example);
            add(shape.examples);
        }
    }
    return text;
}

void TestImportReach::i1NothingIsFetched_data()
{
    QTest::addColumn<QByteArray>("text"); // URL stands for one of the counting server
    const auto row = [](const char *name, const QByteArray &text) { QTest::addRow("I1 %s", name) << text; };
    row("parameter", withOperation(R"("parameters":[{"$ref":"URL/p.json"}])"));
    row("schema of a parameter",
        withOperation(R"("parameters":[{"name":"q","in":"query","schema":{"$ref":"URL/s.json"}}])"));
    row("body", withOperation(R"("requestBody":{"$ref":"URL/b.json"})"));
    row("schema of a body",
        withOperation(R"("requestBody":{"content":{"application/json":{"schema":{"$ref":"URL/s"}}}})"));
    row("answer", withOperation(R"("responses":{"200":{"$ref":"URL/r.json"}})"));
    row("example elsewhere",
        withOperation(
            R"("requestBody":{"content":{"application/json":{"examples":{"a":{"externalValue":"URL/e"}}}}})"));
    row("link", withOperation(R"("responses":{"200":{"links":{"a":{"operationRef":"URL/o#/paths"}}}})"));
    row("callback", withOperation(R"("callbacks":{"a":{"URL/c":{"post":{"requestBody":{"$ref":"URL/c.json"}}}}})"));
    row("dynamic reference",
        withOperation(R"("parameters":[{"name":"q","in":"query","schema":{"$dynamicRef":"URL/d"}}])"));
    row("identifier of a schema", withDocument(R"("components":{"schemas":{"a":{"$id":"URL/i","$schema":"URL/m"}}})"));
    row("dialect", withDocument(R"("jsonSchemaDialect":"URL/dialect")"));
    row("path item", R"({"openapi":"3.1.0","info":{"title":"T","version":"1"},"paths":{"/a":{"$ref":"URL/i.json"}}})");
    row("server", withDocument(R"("servers":[{"url":"URL/api"}])"));
    row("external documentation", withDocument(R"("externalDocs":{"url":"URL/docs"})"));
    row("licence, contact and terms",
        R"({"openapi":"3.1.0","info":{"title":"T","version":"1","license":{"url":"URL/l"},"contact":{"url":"URL/c"},)"
        R"("termsOfService":"URL/t"},"paths":{"/a":{"get":{}}}})");
    row("logo", withDocument(R"("x-logo":{"url":"URL/logo.png"})"));
    row("sign-in", withDocument(R"("components":{"securitySchemes":{"o":{"type":"openIdConnect",)"
                                R"("openIdConnectUrl":"URL/.well-known/openid-configuration"},"p":{"type":"oauth2",)"
                                R"("flows":{"clientCredentials":{"tokenUrl":"URL/token","scopes":{}}}}}})"));
    row("picture in a description",
        withOperation(R"("description":"![x](URL/p.png) <img src='URL/q.png'> <a href='URL/l'>l</a>")"));
    row("Swagger 2.0", R"({"swagger":"2.0","info":{"title":"T","version":"1"},"host":"HOST","schemes":["http"],)"
                       R"("paths":{"/a":{"get":{"parameters":[{"$ref":"URL/p.json"}]}}}})");
    row("YAML include", "openapi: 3.1.0\ninfo: {title: T, version: '1'}\npaths:\n  /a: !include URL/a.yaml\n");
    row("YAML tag of a URL", "%TAG ! URL/tags/\n---\nopenapi: 3.1.0\ninfo: {title: T, version: '1'}\npaths:\n  /a: !x "
                             "{get: {}}\n");
    row("YAML merge",
        "openapi: 3.1.0\ninfo: {title: T, version: '1'}\npaths:\n  /a:\n    <<: {$ref: 'URL/m.yaml'}\n    "
        "get: {}\n");
    row("document type", "<!DOCTYPE x SYSTEM \"URL/x.dtd\"><x/>");
}

void TestImportReach::i1NothingIsFetched()
{
    QFETCH(QByteArray, text);
    FaultServer server;
    const QByteArray url = server.url("").toEncoded();
    QVERIFY(text.contains("URL"));
    text.replace("URL", url).replace("HOST", "127.0.0.1:" + QByteArray::number(server.port()));
    const Result<QString> id = waitFor(m_library->openText(text));
    if (id) {
        (void)everything(*id);
        m_library.reset();
        m_library = library(); // as after a restart
        (void)everything(*id);
    } else {
        QVERIFY(!id.error().sentence.isEmpty());
    }
    writeFile(path(u"api.any"_s), text);
    if (const Result<QString> file = waitFor(m_library->openFile(path(u"api.any"_s))))
        (void)everything(*file);
    QTest::qWait(20);
    QCOMPARE(server.connections(), 0);
    QVERIFY(m_asked.isEmpty());
    // On the person's word it is another matter.
    const std::optional<Definition> kept = id ? m_library->find(*id) : std::nullopt;
    if (kept && kept->foreign.join(u' ').contains(QString::fromUtf8(url))) {
        (void)waitFor(m_library->readForeign(*id));
        QVERIFY(server.connections() > 0);
    }
}

void TestImportReach::i1NoOtherFileIsRead_data()
{
    QTest::addColumn<QByteArray>("text"); // FILE stands for a way to name the file
    QTest::addColumn<QByteArray>("named");
    const QByteArray json = withOperation(R"("parameters":[{"$ref":"FILE"}])");
    const QByteArray yaml = "openapi: 3.1.0\ninfo: {title: T, version: '1'}\npaths:\n  /a: !include FILE\n";
    for (const char *named : {"secret.json", "./secret.json", "secret.json#/x", "file:secret.json", "ABSOLUTE",
                              "file://ABSOLUTE", "../HOME/secret.json"}) {
        QTest::addRow("I1 reference to %s", named) << json << QByteArray(named);
        QTest::addRow("I1 include of %s", named) << yaml << QByteArray(named);
    }
}

void TestImportReach::i1NoOtherFileIsRead()
{
    QFETCH(QByteArray, text);
    QFETCH(QByteArray, named);
    const QString secret = path(u"secret.json"_s);
    writeFile(secret, R"({"name":")"_ba + canary + R"(","in":"query","x":{"name":")" + canary + R"("}})");
    named.replace("ABSOLUTE", secret.toUtf8()).replace("HOME", QDir(m_home->path()).dirName().toUtf8());
    writeFile(path(u"api.any"_s), text.replace("FILE", named));
    const Result<QString> id = waitFor(m_library->openFile(path(u"api.any"_s)));
    if (id)
        QVERIFY2(!everything(*id).contains(QLatin1StringView(canary)), qPrintable(everything(*id)));
    else
        QVERIFY(!(id.error().message() + id.error().details()).contains(QLatin1StringView(canary)));
    const Result<QString> pasted = waitFor(m_library->openText(text));
    if (pasted)
        QVERIFY(!everything(*pasted).contains(QLatin1StringView(canary)));
}

void TestImportReach::i3NothingIsCarriedOut_data()
{
    QTest::addColumn<QString>("text");
    const QStringList texts{u"${ACX_CANARY}"_s,
                            u"$ACX_CANARY"_s,
                            u"%ACX_CANARY%"_s,
                            u"{{ACX_CANARY}}"_s,
                            u"{{env.ACX_CANARY}}"_s,
                            u"{{$processEnv ACX_CANARY}}"_s,
                            u"{$env:ACX_CANARY}"_s,
                            u"$(echo $ACX_CANARY)"_s,
                            u"`echo $ACX_CANARY`"_s,
                            u"<%= ENV['ACX_CANARY'] %>"_s,
                            u"#{ENV['ACX_CANARY']}"_s,
                            u"{% env ACX_CANARY %}"_s,
                            u"$request.header.Authorization"_s,
                            u"{$secret.key}"_s,
                            u"javascript:alert(1)"_s,
                            u"=cmd|' /C x'!A0"_s};
    for (const QString &text : texts)
        QTest::addRow("I3 %s", qPrintable(text)) << text;
}

void TestImportReach::i3NothingIsCarriedOut()
{
    QFETCH(const QString, text);
    const QByteArray inJson = text.toUtf8().replace('\\', "\\\\").replace('"', "\\\"");
    const QString id = openText(withOperation(R"("description":")" + inJson +
                                              R"(","parameters":[{"name":"q","in":"query","example":")" + inJson +
                                              R"(","schema":{"type":"string","default":")" + inJson + R"("}}])"));
    const QString shown = everything(id);
    QVERIFY2(!shown.contains(QLatin1StringView(canary)), qPrintable(shown));
    QVERIFY2(shown.count(text) >= 2, qPrintable(shown)); // it stays what it is
    // YAML has ways of its own to ask for more than a text.
    for (const char *tag : {"!!python/object/apply:os.getenv [ACX_CANARY]", "!ENV ACX_CANARY", "!env ACX_CANARY",
                            "!!js/function 'function () {}'", "!ruby/object:ERB {src: x}"}) {
        const Result<QString> yaml = waitFor(
            m_library->openText("openapi: 3.1.0\ninfo: {title: T, version: '1'}\npaths:\n  /a:\n    get:\n      "
                                "summary: " +
                                QByteArray(tag) + '\n'));
        if (yaml)
            QVERIFY2(!everything(*yaml).contains(QLatin1StringView(canary)), tag);
    }
}

ACX_TEST_MAIN(TestImportReach)
#include "test_import_reach.moc"
