// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/operations/definition_changes.h"
#include "app/operations/definition_facts.h"
#include "app/operations/openapi_reader.h"
#include "app/operations/reference_bundle.h"
#include "tests/operations/documents.h"
#include "tests/support/test_main.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;
using namespace acx;

/// What an API definition says about itself, and what became of it since it was read before.
class TestDefinitionChanges final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".?"_s)); }

    void tellsWhatChanged_data();
    void tellsWhatChanged();
    void tellsOfTheRest_data();
    void tellsOfTheRest();
    void ofRealDocuments();
    void stopsWhenTold();
    void findsTheBase_data();
    void findsTheBase();
    void findsTheClientHeaders_data();
    void findsTheClientHeaders();
    void readsTheAssembly();
    void listsForeignDocuments();
    void callableBases_data();
    void callableBases();
};

namespace {

OperationCatalog catalogOf(const QByteArray &json)
{
    const Result<OperationCatalog> catalog = readOpenApi(json);
    if (!catalog)
        qFatal("%s", qPrintable(catalog.error().message()));
    return *catalog;
}

QByteArray document(const QByteArray &paths, const QByteArray &rest = "", const QByteArray &version = "1.0")
{
    return R"({"openapi":"3.0.3","info":{"title":"Things","version":")" + version + R"("},"paths":{)" + paths + '}' +
           (rest.isEmpty() ? QByteArray() : ',' + rest) + '}';
}

QStringList linesOf(const QList<ChangedOperation> &operations)
{
    QStringList lines;
    for (const ChangedOperation &operation : operations)
        lines += QString::fromLatin1(operation.method) + u' ' + operation.path;
    return lines;
}

} // namespace

void TestDefinitionChanges::tellsWhatChanged_data()
{
    QTest::addColumn<QByteArray>("before");
    QTest::addColumn<QByteArray>("now");
    QTest::addColumn<QStringList>("added");
    QTest::addColumn<QStringList>("removed");
    QTest::addColumn<QStringList>("changed");
    const QByteArray get = R"("/a":{"get":{"summary":"A"}})";
    const QByteArray refers =
        R"("/a":{"get":{"responses":{"200":{"$ref":"#/components/responses/R"}}}},"/b":{"get":{}})";
    const auto schema = [](const QByteArray &type) {
        return R"("components":{"responses":{"R":{"content":{"x":{"schema":{"$ref":"#/components/schemas/S"}}}}},)"
               R"("schemas":{"S":{"properties":{"me":{"$ref":"#/components/schemas/S"},"t":{"type":")" +
               type + R"("}}}}})";
    };
    QTest::newRow("nothing") << document(get) << document(get) << QStringList() << QStringList() << QStringList();
    QTest::newRow("blanks only") << document(get) << document(get).replace(":", " : ").replace(",", ",\n")
                                 << QStringList() << QStringList() << QStringList();
    QTest::newRow("blanks in a text") << document(get) << document(get).replace("\"A\"", "\"A b\"") << QStringList()
                                      << QStringList() << QStringList{u"GET /a"_s};
    QTest::newRow("added and removed") << document(get) << document(R"("/a":{"put":{"summary":"A"}})")
                                       << QStringList{u"PUT /a"_s} << QStringList{u"GET /a"_s} << QStringList();
    QTest::newRow("a schema that is referred to")
        << document(refers, schema("string")) << document(refers, schema("integer")) << QStringList() << QStringList()
        << QStringList{u"GET /a"_s};
    QTest::newRow("shared parameters") << document(R"("/a":{"parameters":[],"get":{}})")
                                       << document(R"("/a":{"parameters":[{"name":"x","in":"query"}],"get":{}})")
                                       << QStringList() << QStringList() << QStringList{u"GET /a"_s};
    QTest::newRow("a broken reference") << document(R"("/a":{"get":{"x":{"$ref":"#/nowhere"}}})")
                                        << document(R"("/a":{"get":{"x":{"$ref":"#/nowhere"}}})") << QStringList()
                                        << QStringList() << QStringList();
}

void TestDefinitionChanges::tellsWhatChanged()
{
    QFETCH(QByteArray, before);
    QFETCH(QByteArray, now);
    const Result<DefinitionChanges> changes = compareDefinitions(catalogOf(before), catalogOf(now));
    QVERIFY(changes);
    QTEST(linesOf(changes->added), "added");
    QTEST(linesOf(changes->removed), "removed");
    QTEST(linesOf(changes->changed), "changed");
    QCOMPARE(changes->isEmpty(), changes->added.isEmpty() && changes->removed.isEmpty() && changes->changed.isEmpty());
}

void TestDefinitionChanges::tellsOfTheRest_data()
{
    QTest::addColumn<QByteArray>("before");
    QTest::addColumn<QByteArray>("now");
    QTest::addColumn<QStringList>("parts");
    const QByteArray get = R"("/a":{"get":{}})";
    const QByteArray put = R"("/a":{"put":{}})";
    const auto key = [](const QByteArray &header) {
        return R"("components":{"securitySchemes":{"k":{"type":"apiKey","in":"header","name":")" + header + R"("}}})";
    };
    const auto server = [](const QByteArray &url) { return R"("servers":[{"url":")" + url + R"("}])"; };
    const auto two = [](const QByteArray &rest) { return R"({"swagger":"2.0","paths":{},)" + rest + '}'; };
    const auto row = [](const char *name, const QByteArray &before, const QByteArray &now, const QStringList &parts) {
        QTest::newRow(name) << before << now << parts;
    };
    row("servers", document(get, server("https://a.example.com")), document(get, server("https://b.example.com")),
        {u"servers"_s});
    row("relative servers", document(get, server("/v1")), document(get, server("/v2")), {u"servers"_s});
    row("servers and operations", document(get, server("/v1")), document(put, server("/v2")), {u"servers"_s});
    row("no servers any more", document(get, server("/v1")), document(get), {u"servers"_s});
    row("host and basePath", two(R"("host":"a.example.com","basePath":"/1")"),
        two(R"("host":"b.example.com","basePath":"/2")"), {u"basePath"_s, u"host"_s});
    row("consumes", two(R"("consumes":["application/json"])"), two(R"("consumes":["text/xml"])"), {u"consumes"_s});
    row("client header", document(get, key("X-One")), document(get, key("X-Two")), {u"components"_s});
    row("client header and operations", document(get, key("X-One")), document(put, key("X-Two")), {u"components"_s});
    row("assembly", two(R"("x-ibm-configuration":{"assembly":{"execute":[{"map":{}}]}})"),
        two(R"("x-ibm-configuration":{"assembly":{"execute":[]}})"), {u"x-ibm-configuration"_s});
    row("operations only", document(get), document(put), {});
    row("version only", document(get), document(get, {}, "1.1"), {});
    row("blanks and order", document(get, server("/v1") + R"(,"tags":[])"),
        document(get, R"("tags" : [ ] ,)" + server("/v1")), {});
}

void TestDefinitionChanges::tellsOfTheRest()
{
    QFETCH(QByteArray, before);
    QFETCH(QByteArray, now);
    QFETCH(QStringList, parts);
    const Result<DefinitionChanges> changes = compareDefinitions(catalogOf(before), catalogOf(now));
    QVERIFY(changes);
    QCOMPARE(changes->otherParts, parts);
    QVERIFY(parts.isEmpty() || !changes->isEmpty());
}

void TestDefinitionChanges::ofRealDocuments()
{
    const OperationCatalog before = catalogOf(openApi31Document());
    QVERIFY(compareDefinitions(before, before)->isEmpty());
    const Result<DefinitionChanges> changes =
        compareDefinitions(catalogOf(document({}, {}, "1.0")), catalogOf(document({}, {}, "1.1")));
    QVERIFY(!changes->isEmpty());
    QCOMPARE(changes->versionBefore, u"1.0"_s);
    QCOMPARE(changes->versionNow, u"1.1"_s);
    QCOMPARE(changes->titleNow, u"Things"_s);
    const Result<DefinitionChanges> all = compareDefinitions(before, catalogOf(swagger2Document()));
    QCOMPARE(all->removed.size() + all->changed.size(), before.operations().size());
}

void TestDefinitionChanges::stopsWhenTold()
{
    const OperationCatalog catalog = catalogOf(document(R"("/a":{"get":{}})"));
    const Result<DefinitionChanges> changes = compareDefinitions(catalog, catalog, [] { return false; });
    QVERIFY(!changes);
    QCOMPARE(changes.error().kind, ErrorKind::Cancelled);
    OpenApiLimits limits;
    limits.goOn = [] { return false; };
    QCOMPARE(readOpenApi(document(R"("/a":{"get":{}})"), {}, limits).error().kind, ErrorKind::Cancelled);
    QCOMPARE(readOpenApi("openapi: 3.0.0\npaths: {}\n", {}, limits).error().kind, ErrorKind::Cancelled);
}

void TestDefinitionChanges::findsTheBase_data()
{
    QTest::addColumn<QByteArray>("members");
    QTest::addColumn<QString>("place");
    QTest::addColumn<QString>("base");
    const QByteArray three = R"("openapi":"3.0.3")";
    const QByteArray two = R"("swagger":"2.0")";
    const QString place = u"https://docs.example.com/specs/api.json"_s;
    const auto row = [](const char *name, const QByteArray &members, const QString &from, const QString &base) {
        QTest::newRow(name) << members << from << base;
    };
    row("server", three + R"(,"servers":[{"url":"https://api.example.com/v1/"}])", place,
        u"https://api.example.com/v1"_s);
    row("first https server",
        three + R"(,"servers":[{"url":"http://api.example.com"},{"url":"https://b.example.com"}])", place,
        u"https://b.example.com"_s);
    row("variables",
        three +
            R"(,"servers":[{"url":"https://{place}.example.com/{v}","variables":{"place":{"default":"eu"},"v":{"default":"v2"}}}])",
        {}, u"https://eu.example.com/v2"_s);
    row("relative server", three + R"(,"servers":[{"url":"../v3"}])", place, u"https://docs.example.com/v3"_s);
    row("no server", three, place, u"https://docs.example.com/"_s);
    row("relative server, pasted", three + R"(,"servers":[{"url":"/v3"}])", {}, {});
    row("plain http", three + R"(,"servers":[{"url":"http://api.example.com"}])", {}, {});
    row("loopback", three + R"(,"servers":[{"url":"http://127.0.0.1:8080/x"}])", {}, u"http://127.0.0.1:8080/x"_s);
    row("user info", three + R"(,"servers":[{"url":"https://a:b@example.com"}])", {}, {});
    row("other scheme", three + R"(,"servers":[{"url":"ftp://example.com/"}])", {}, {});
    row("not a URL", three + R"(,"servers":[{"url":"https://exa mple"},{"url":7}])", {}, {});
    row("host", two + R"(,"host":"api.example.com","basePath":"/v1","schemes":["http","https"])", place,
        u"https://api.example.com/v1"_s);
    row("host with port", two + R"(,"host":"localhost:3000","schemes":["http"])", {}, u"http://localhost:3000"_s);
    row("http only", two + R"(,"host":"api.example.com","schemes":["http"])", place, {});
    row("base path only", two + R"(,"basePath":"/v1/")", place, u"https://docs.example.com/v1"_s);
    row("IBM's place holder", two + R"j(,"host":"$(catalog.host)","basePath":"/v1")j", place, {});
    row("endpoint",
        two +
            R"j(,"host":"$(catalog.host)","basePath":"/v1","x-ibm-endpoints":[{"endpointUrl":"https://gw.example.com/org/cat"}])j",
        place, u"https://gw.example.com/org/cat/v1"_s);
    row("endpoint and relative server",
        three +
            R"(,"servers":[{"url":"/loyalty"}],"x-ibm-endpoints":[{"endpointUrl":"http://evil"},{"endpointUrl":"https://gw.example.com/o/c"}])",
        place, u"https://gw.example.com/o/c/loyalty"_s);
}

void TestDefinitionChanges::findsTheBase()
{
    QFETCH(QByteArray, members);
    QFETCH(QString, place);
    QFETCH(QString, base);
    const OperationCatalog catalog = catalogOf('{' + members + R"(,"paths":{}})");
    QCOMPARE(readDefinitionFacts(*catalog.source(), QUrl(place)).base.toString(), base);
}

void TestDefinitionChanges::findsTheClientHeaders_data()
{
    QTest::addColumn<QByteArray>("schemes");
    QTest::addColumn<QByteArray>("id");
    QTest::addColumn<QByteArray>("secret");
    const auto key = [](const QByteArray &name, const QByteArray &more = "") {
        return '"' + name + R"(":{"type":"apiKey","in":"header","name":")" + name + '"' + more + '}';
    };
    QTest::newRow("IBM's names") << key("X-IBM-Client-Id") + ',' + key("X-IBM-Client-Secret") << "X-IBM-Client-Id"_ba
                                 << "X-IBM-Client-Secret"_ba;
    QTest::newRow("by type") << key("X-One", R"(,"x-key-type":"client_secret")") + ',' +
                                    key("X-Two", R"(,"x-key-type":"client_id")")
                             << "X-Two"_ba
                             << "X-One"_ba;
    QTest::newRow("any key") << key("X-Key") << "X-Key"_ba
                             << ""_ba;
    QTest::newRow("in the query") << R"("a":{"type":"apiKey","in":"query","name":"key"})"_ba
                                  << ""_ba
                                  << ""_ba;
    QTest::newRow("authorization") << key("Authorization") << ""_ba
                                   << ""_ba;
    QTest::newRow("oauth") << R"("a":{"type":"oauth2"})"_ba
                           << ""_ba
                           << ""_ba;
    QTest::newRow("wrong type") << R"("a":7)"_ba
                                << ""_ba
                                << ""_ba;
}

void TestDefinitionChanges::findsTheClientHeaders()
{
    QFETCH(QByteArray, schemes);
    const OperationCatalog two = catalogOf(R"({"swagger":"2.0","paths":{},"securityDefinitions":{)" + schemes + "}}");
    QTEST(readDefinitionFacts(*two.source(), {}).clientIdHeader, "id");
    QTEST(readDefinitionFacts(*two.source(), {}).clientSecretHeader, "secret");
    const OperationCatalog three =
        catalogOf(R"({"openapi":"3.1.0","paths":{},"components":{"securitySchemes":{)" + schemes + "}}}");
    QTEST(readDefinitionFacts(*three.source(), {}).clientIdHeader, "id");
    QTEST(readDefinitionFacts(*three.source(), {}).clientSecretHeader, "secret");
}

void TestDefinitionChanges::readsTheAssembly()
{
    const OperationCatalog catalog =
        catalogOf(R"({"swagger":"2.0","paths":{},"x-ibm-configuration":{"assembly":{"execute":[{"map":{}},)"
                  R"({"invoke":{"target-url":"https://backend.example.com/a"}},7,{}]}}})");
    QCOMPARE(readDefinitionFacts(*catalog.source(), {}).assembly,
             (QStringList{u"map"_s, u"invoke https://backend.example.com/a"_s}));
}

void TestDefinitionChanges::listsForeignDocuments()
{
    const OperationCatalog catalog = catalogOf(document(
        R"("/a":{"get":{"a":{"$ref":"#/x"},"b":{"$ref":"other.json#/y"},"c":{"$ref" : "https://else.example.com/z.yaml"},)"
        R"("d":{"$ref":"other.json#/z"},"e":"\"$ref\":\"no.json\"","f":{"$ref":7}}})"));
    QCOMPARE(foreignDocuments(catalog.source()->bytes(), QUrl(u"https://docs.example.com/specs/api.json"_s)),
             (QStringList{u"https://docs.example.com/specs/other.json"_s, u"https://else.example.com/z.yaml"_s}));
}

void TestDefinitionChanges::callableBases_data()
{
    QTest::addColumn<QString>("url");
    QTest::addColumn<bool>("callable");
    QTest::newRow("https") << u"https://example.com/x"_s << true;
    QTest::newRow("http here") << u"http://127.0.0.1:1/x"_s << true;
    QTest::newRow("http here, IPv6") << u"http://[::1]:1/x"_s << true;
    QTest::newRow("http there") << u"http://example.com/"_s << false;
    QTest::newRow("name like localhost") << u"http://localhost.example.com/"_s << false;
    QTest::newRow("no host") << u"https:///x"_s << false;
    QTest::newRow("file") << u"file:///etc/passwd"_s << false;
    QTest::newRow("nothing") << QString() << false;
}

void TestDefinitionChanges::callableBases()
{
    QFETCH(QString, url);
    QTEST(isCallableBase(QUrl(url)), "callable");
}

ACX_TEST_MAIN(TestDefinitionChanges)
#include "test_definition_changes.moc"
