// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/operations/openapi_reader.h"
#include "tests/support/test_main.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;
using namespace acx;

namespace {

QByteArray withPaths(const QByteArray &paths, const QByteArray &rest = {})
{
    return "{\"openapi\":\"3.1.0\",\"paths\":{" + paths + "}" + rest + "}";
}

const QByteArray sound = R"("/sound":{"get":{"operationId":"sound","responses":{}}})";

} // namespace

class TestHostileDocuments : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".?"_s)); }

    void brokenTextsNameThePlace_data()
    {
        QTest::addColumn<QByteArray>("document");
        QTest::addColumn<QString>("place");
        QTest::newRow("cut") << "{\"openapi\":\"3.1.0\",\n\"paths\":{\"/a\":{\"get\":"_ba << u"Line 2"_s;
        QTest::newRow("comma at the end") << "{\"openapi\":\"3.1.0\",\n\"paths\":{},\n}"_ba << u"Line 3"_s;
        QTest::newRow("wrong deep inside") << withPaths("\"/a\":{\"get\":{\"x\":[1,\n\n nul]}}") << u"Line 3"_s;
        QTest::newRow("invalid UTF-8") << withPaths("\"/\xff\":{}") << u"Line 1, column"_s;
        QTest::newRow("NUL") << withPaths(sound) + QByteArray(1, '\0') << u"Line 1, column"_s;
        QTest::newRow("two values") << withPaths(sound) + "{}" << u"Line 1, column"_s;
        QTest::newRow("nested 100,000 levels")
            << withPaths("\"/a\":" + QByteArray(100'000, '[') + QByteArray(100'000, ']')) << u"Line 1"_s;
        QTest::newRow("100,000 open brackets") << QByteArray(100'000, '[') << u"Line 1"_s;
        QTest::newRow("YAML cut") << "openapi: 3.1.0\npaths: {/a: {get:"_ba << u"did not find expected node content"_s;
        QTest::newRow("YAML tab") << "openapi: 3.1.0\npaths:\n\t/a: 1\n"_ba << u"Line 3"_s;
        QTest::newRow("YAML indent") << "openapi: 3.1.0\npaths:\n  /a: 1\n /b: 1\n"_ba << u"Line 4"_s;
        QTest::newRow("YAML control character") << "openapi: 3.1.0\npaths: \x01\n"_ba << u"Line"_s;
    }
    void brokenTextsNameThePlace()
    {
        QFETCH(QByteArray, document);
        QFETCH(QString, place);
        const auto catalog = readOpenApi(document);
        QVERIFY(!catalog);
        QVERIFY2(catalog.error().sentence.contains(place), qPrintable(catalog.error().sentence));
    }

    void numbersOfAnySizeAreJson()
    {
        const auto catalog = readOpenApi(withPaths(sound, ",\"x-a\":1e400,\"x-b\":123456789012345678901234567890"));
        QVERIFY(catalog);
        QCOMPARE(catalog->operations().size(), 1);
    }

    void aBrokenOperationHidesNoOther_data()
    {
        QTest::addColumn<QByteArray>("broken");
        QTest::addColumn<QString>("problem");
        QTest::newRow("a text") << R"("get":"no")"_ba << u"/paths/~1b/get is not an object"_s;
        QTest::newRow("null") << R"("get":null)"_ba << u"/paths/~1b/get is not an object"_s;
        QTest::newRow("parameters are a text") << R"("get":{"parameters":"x"})"_ba << u"not a list"_s;
        QTest::newRow("parameter is a number") << R"("get":{"parameters":[1]})"_ba << u"has no name"_s;
        QTest::newRow("shared parameters are an object") << R"("parameters":{},"get":{})"_ba << u"not a list"_s;
        QTest::newRow("reference to nothing")
            << R"("get":{"parameters":[{"$ref":"#/components/parameters/none"}]})"_ba << u"points to nothing"_s;
        QTest::newRow("reference to another file")
            << R"("get":{"parameters":[{"$ref":"common.yaml#/org"}]})"_ba << u"common.yaml#/org points out of"_s;
        QTest::newRow("reference is a number") << R"("get":{"parameters":[{"$ref":7}]})"_ba << u"points out of"_s;
        QTest::newRow("circle") << R"("get":{"parameters":[{"$ref":"#/components/parameters/a"}]})"_ba
                                << u"in a circle"_s;
        QTest::newRow("id is there twice") << R"("get":{"operationId":"sound"})"_ba << u"belongs to another"_s;
    }
    void aBrokenOperationHidesNoOther()
    {
        QFETCH(QByteArray, broken);
        QFETCH(QString, problem);
        const QByteArray circle = R"(,"components":{"parameters":{"a":{"$ref":"#/components/parameters/b"},
                                      "b":{"$ref":"#/components/parameters/a"}}})";
        const auto catalog = readOpenApi(withPaths(sound + ",\"/b\":{" + broken + "},\"/c\":{\"get\":{}}", circle));
        QVERIFY(catalog);
        QCOMPARE(catalog->operations().size(), 3);
        QVERIFY2(catalog->operations().at(1).problem.contains(problem),
                 qPrintable(catalog->operations().at(1).problem));
        QVERIFY(catalog->operations().at(0).problem.isEmpty() && catalog->operations().at(2).problem.isEmpty());
        for (const OperationEntry &entry : catalog->operations()) {
            const Result<Operation> operation = OperationCatalog::read(entry);
            QVERIFY(operation || entry.problem.contains(u"not an object"_s));
        }
    }

    void wrongTypesAreTold_data()
    {
        QTest::addColumn<QByteArray>("document");
        QTest::newRow("info") << R"({"openapi":"3.1.0","info":7})"_ba;
        QTest::newRow("paths") << R"({"openapi":"3.1.0","paths":[1]})"_ba;
        QTest::newRow("path item") << R"({"openapi":"3.1.0","paths":{"/a":true}})"_ba;
        QTest::newRow("webhooks") << R"({"openapi":"3.1.0","webhooks":"x"})"_ba;
        QTest::newRow("callbacks") << R"({"openapi":"3.1.0","paths":{"/a":{"get":{"callbacks":[]}}}})"_ba;
        QTest::newRow("duplicate paths") << withPaths("\"/a\":{},\"/a\":{}");
        QTest::newRow("duplicate methods") << withPaths("\"/a\":{\"get\":{},\"get\":{}}");
        QTest::newRow("duplicate members") << withPaths("\"/a\":{\"get\":{\"tags\":[],\"tags\":[]}}");
        QTest::newRow("duplicate paths in YAML") << "openapi: 3.1.0\npaths:\n  /a: {}\n  /a: {}\n"_ba;
    }
    void wrongTypesAreTold()
    {
        QFETCH(QByteArray, document);
        const auto catalog = readOpenApi(document);
        QVERIFY(catalog);
        QVERIFY(!catalog->notices().isEmpty());
        QVERIFY2(catalog->notices().constFirst().contains(QRegularExpression(u"/|Line 4"_s)),
                 qPrintable(catalog->notices().constFirst()));
    }

    void wrongTypesInsideAnOperationAreSurvived()
    {
        const QByteArray members[] = {
            "\"requestBody\":7",
            "\"requestBody\":{\"$ref\":\"#\"}",
            "\"requestBody\":{\"content\":{\"application/json\":[]}}",
            "\"requestBody\":{\"content\":{\"multipart/form-data\":{\"schema\":{\"$ref\":\"#/x\",\"properties\":7}}}}",
            "\"responses\":[1,2]",
            "\"responses\":{\"200\":\"x\"}",
            "\"tags\":\"x\"",
            "\"tags\":[{}]",
            "\"summary\":[]",
            "\"operationId\":{}",
            "\"security\":7",
            "\"parameters\":[{\"name\":\"a\",\"in\":\"query\",\"schema\":{\"$ref\":\"#/paths/~1a/get\"}}]",
            "\"parameters\":[{\"name\":\"a\",\"in\":\"query\",\"schema\":[],\"examples\":7,\"content\":[]}]",
            "\"parameters\":[{\"name\":7,\"in\":[]}]",
        };
        for (const QByteArray &member : members) {
            const auto catalog = readOpenApi(withPaths("\"/a\":{\"get\":{" + member + "}}"));
            QVERIFY2(catalog && catalog->operations().size() == 1, member.constData());
            const Result<Operation> operation = OperationCatalog::read(catalog->operations().constFirst());
            QVERIFY2(operation, member.constData());
            QCOMPARE(operation->method, "GET"_ba);
            QVERIFY(!operation->title.isEmpty() && !operation->group.isEmpty());
        }
    }

    void schemasMayGoInCircles()
    {
        const auto catalog = readOpenApi(withPaths(
            R"("/a":{"post":{"requestBody":{"content":{"application/json":{"schema":{"$ref":"#/components/schemas/N"}}}}}})",
            ",\"components\":{\"schemas\":{\"N\":{\"type\":\"object\",\"properties\":{\"next\":{\"$ref\":\"#/"
            "components/schemas/N\"}}}}}"));
        QVERIFY(catalog);
        const Result<Operation> operation = OperationCatalog::read(catalog->operations().constFirst());
        QVERIFY(operation);
        QVERIFY(operation->body->shapes.constFirst().schema.contains("$ref"));
        const auto &source = catalog->operations().constFirst().source;
        QCOMPARE((*source->resolve(u"#/components/schemas/N/properties/next"_s))[u"type"].toString(), u"object"_s);
        QVERIFY(!source->resolve(u"#/components/schemas/N/properties/next/none"_s));
    }

    void pointersAreUnescaped()
    {
        const auto catalog = readOpenApi(withPaths("\"/a b\":{\"get\":{\"tags\":[\"T\"]}}"));
        const auto &source = catalog->operations().constFirst().source;
        QCOMPARE(source->resolve(u"#/paths/~1a%20b/get/tags/0"_s)->toString(), u"T"_s);
        QVERIFY(!source->resolve(u"#/paths/~1a%20b/get/tags/1"_s));
        QVERIFY(!source->resolve(u"#/paths/~1a%20b/get/tags/-1"_s));
    }

    void manyReferencesToOneLargePartEnd()
    {
        QByteArray paths = sound;
        for (int at = 0; at < 3000; ++at)
            paths += ",\"/r" + QByteArray::number(at) + "\":{\"$ref\":\"#/components/pathItems/big\"}";
        const QByteArray big = "\"get\":{},\"x-fill\":\"" + QByteArray(1'000'000, 'x') + "\"";
        const auto catalog = readOpenApi(withPaths(paths, ",\"components\":{\"pathItems\":{\"big\":{" + big + "}}}"));
        QVERIFY(catalog);
        QCOMPARE(catalog->operations().size(), 1);
        QCOMPARE(catalog->others().size(), 3000);
        QVERIFY(catalog->others().constFirst().problem.isEmpty());
        QVERIFY(catalog->others().constLast().problem.contains(u"more than"_s));
    }

    void manyLinesAreRead()
    {
        QByteArray yaml = "openapi: 3.1.0\npaths:\n";
        for (int at = 0; at < 30'000; ++at)
            yaml += "  /p" + QByteArray::number(at) +
                    ":\n    get:\n      summary: S\n      responses:\n        200:\n" +
                    "          description: D\n      x-a: 1\n      x-b: 2\n      x-c: 3\n      x-d: 4\n";
        const auto catalog = readOpenApi(yaml);
        QVERIFY(catalog);
        QCOMPARE(catalog->operations().size(), 30'000);
        QCOMPARE(catalog->search(u"p29999"_s).size(), 1);
    }

    void sizeIsLimited()
    {
        OpenApiLimits limits;
        limits.maxBytes = 10;
        const auto catalog = readOpenApi(withPaths(sound), {}, limits);
        QVERIFY(!catalog);
        QCOMPARE(catalog.error().kind, ErrorKind::TooLarge);
        QVERIFY(catalog.error().sentence.contains(u"10 bytes"_s));
    }
};

ACX_TEST_MAIN(TestHostileDocuments)
#include "test_hostile_documents.moc"
