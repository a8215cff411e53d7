// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/operations/openapi_reader.h"
#include "tests/support/test_main.h"

#include <QRegularExpression>

#include <chrono>

using namespace Qt::StringLiterals;
using namespace acx;
using namespace std::chrono_literals;

Q_DECLARE_METATYPE(acx::OpenApiLimits)

namespace {

QByteArray withPaths(const QByteArray &paths, const QByteArray &rest = {})
{
    return "{\"openapi\":\"3.1.0\",\"paths\":{" + paths + "}" + rest + "}";
}

const QByteArray sound = R"("/sound":{"get":{"operationId":"sound","responses":{}}})";

/// Lists within lists; the document's own two levels come on top.
QByteArray nested(int levels)
{
    return withPaths("\"/a\":" + QByteArray(levels, '[') + QByteArray(levels, ']') + ',' + sound);
}

/// A document of exactly that many bytes.
QByteArray jsonOf(qsizetype size)
{
    const qsizetype rest = withPaths(sound, ",\"x-fill\":\"\"").size();
    return withPaths(sound, ",\"x-fill\":\"" + QByteArray(size - rest, 'x') + "\"");
}

QByteArray yamlOf(qsizetype size)
{
    const QByteArray text = "openapi: 3.1.0\npaths: {/sound: {get: {}}}\nx-fill: ";
    return text + QByteArray(size - text.size(), 'x');
}

/// Few values in the file, and ten thousand by aliases.
QByteArray yamlWithAliases()
{
    const QByteArray list = "1, "_ba.repeated(100);
    const QByteArray aliases = "*a, "_ba.repeated(100);
    return "openapi: 3.1.0\npaths: {/sound: {get: {}}}\nx-a: &a [" + list + "]\nx-b: [" + aliases + "]\n";
}

/// A hundred kilobytes, a thousand times as a key.
QByteArray yamlWithAliasesAsKeys()
{
    return "openapi: 3.1.0\nx-t: &t " + QByteArray(100'000, 'x') + "\nx-l:\n" + "- {*t : 1}\n"_ba.repeated(1000);
}

OpenApiLimits withValues(qsizetype most)
{
    OpenApiLimits limits;
    limits.maxNodes = most;
    return limits;
}

OpenApiLimits withTime(std::chrono::seconds most)
{
    OpenApiLimits limits;
    limits.time.most = most;
    return limits;
}

/// By a clock that stands still until it has been asked that often, and then is a minute on.
OpenApiLimits withTimeFor(int asked)
{
    OpenApiLimits limits;
    limits.time.now = [asked, now = 0]() mutable {
        return std::chrono::steady_clock::time_point(++now > asked ? 60s : 0s);
    };
    return limits;
}

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

    /// Names too long to be kept are found all the same, and steps without number lead nowhere.
    void pointersOfAnyLengthAreFollowed()
    {
        const QByteArray longName(100'000, 'k');
        const auto catalog = readOpenApi(withPaths(sound, ",\"components\":{\"" + longName + "\":{\"a\":{\"b\":7}}," +
                                                              "\"schemas\":{\"" + longName + "\":{\"c\":8}}}"));
        QVERIFY(catalog);
        const auto &source = catalog->operations().constFirst().source;
        const QString name = QString::fromLatin1(longName);
        QCOMPARE(source->resolve(u"#/components/%1/a/b"_s.arg(name))->toInteger(), 7);
        QCOMPARE(source->resolve(u"#/components/schemas/%1/c"_s.arg(name))->toInteger(), 8);
        QVERIFY(!source->resolve(u"#/components/%1/b"_s.arg(name)));
        QVERIFY(!source->resolve(u'#' + QString(1'000'000, u'/')));
        QVERIFY(!source->resolve(u"#/components"_s + QString(1'000'000, u'/')));
    }

    void manyReferencesToOneLargePartEnd()
    {
        QByteArray paths = sound;
        for (int at = 0; at < 3000; ++at)
            paths += ",\"/r" + QByteArray::number(at) + "\":{\"$ref\":\"#/components/pathItems/big\"}";
        const QByteArray big = "\"get\":{},\"x-fill\":\"" + QByteArray(1'000'000, 'x') + "\"";
        const auto catalog = readOpenApi(withPaths(paths, ",\"components\":{\"pathItems\":{\"big\":{" + big + "}}}"));
        QVERIFY(catalog);
        QCOMPARE_GT(catalog->operations().size(), 1);
        QCOMPARE(catalog->operations().size() + catalog->others().size(), 3001);
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

    void capsAreNamed_data()
    {
        QTest::addColumn<QByteArray>("document");
        QTest::addColumn<OpenApiLimits>("limits");
        QTest::addColumn<QString>("cap");
        const OpenApiLimits usual;
        const QString json = u"cannot be read as JSON. Line %1: it is nested deeper than 1000 levels."_s;
        QTest::newRow("I2 depth, JSON") << nested(999) << usual << json.arg(1);
        QTest::newRow("I2 depth, JSON, on another line")
            << "\n \n" + nested(999).replace("\"paths\"", "\n\"paths\"") << usual << json.arg(4);
        QTest::newRow("I2 depth, JSON, 100,000 levels") << nested(100'000) << usual << json.arg(1);
        QTest::newRow("I2 depth, JSON, 100,000 open brackets") << QByteArray(100'000, '[') << usual << json.arg(1);
        QTest::newRow("I2 depth, YAML") << "openapi: 3.1.0\npaths: " + QByteArray(100'000, '[') << usual
                                        << u"Line 2: it is nested deeper than 256 levels."_s;
        QTest::newRow("I2 nodes, JSON") << withPaths(sound, ",\"x\":[" + "1,"_ba.repeated(200) + "1]")
                                        << withValues(100) << u"as JSON. Line 1: it has more than 100 values."_s;
        QTest::newRow("I2 nodes, YAML, aliases") << yamlWithAliases()
                                                        .replace("1, ", "[*b, *b], ")
                                                        .replace("x-a", "x-c: &b [" + "1, "_ba.repeated(100) + "]\nx-a")
                                                 << usual << u"its aliases stand for more than 1000000 values."_s;
        QTest::newRow("I2 size, YAML, aliases as keys")
            << yamlWithAliasesAsKeys() << usual << u"its aliases stand for more than 67108864 bytes."_s;
        QTest::newRow("I2 time, JSON") << withPaths(sound) << withTime(0s) << u"takes longer than 0 s to read."_s;
        QTest::newRow("I2 time, YAML") << yamlOf(100) << withTime(0s) << u"takes longer than 0 s to read."_s;
        const QString late = u"The document takes longer than 60 s to read."_s;
        // The clock is asked at the start, with the first byte, and with each path.
        QTest::newRow("I2 time, over among the paths")
            << withPaths(sound + R"(,"/b":{"get":{}},"/c":{"get":{}},"/d":{"get":{}})") << withTimeFor(3) << late;
        // At the start, with the first three events, and with each 1,024th value.
        QTest::newRow("I2 time, over among the values of YAML")
            << "openapi: 3.1.0\nx: [" + "1, "_ba.repeated(5000) + "]\n"
            << withTimeFor(5) << late;
        QTest::newRow("I2 time, over among the aliases of YAML") << yamlWithAliases() << withTimeFor(8) << late;
    }
    void capsAreNamed()
    {
        QFETCH(QByteArray, document);
        QFETCH(OpenApiLimits, limits);
        QFETCH(QString, cap);
        const auto catalog = readOpenApi(document, {}, limits);
        QVERIFY(!catalog);
        QCOMPARE(catalog.error().kind, ErrorKind::TooLarge);
        QVERIFY2(catalog.error().sentence.contains(cap), qPrintable(catalog.error().sentence));
        QVERIFY(!catalog.error().nextStep.isEmpty());
    }

    void whatKeepsToTheCapsIsRead_data()
    {
        QTest::addColumn<QByteArray>("document");
        QTest::addColumn<OpenApiLimits>("limits");
        QTest::newRow("I2 depth, JSON") << nested(998) << OpenApiLimits();
        // The root, the version, the paths and four below them, the list and six below it.
        const QByteArray list = ",\"x\":[[ ],{},\"a,[\\\",{\",\"\\\\\",[7]]"; // moc stumbles over a raw literal
        QTest::newRow("I2 nodes, JSON") << withPaths(sound, list) << withValues(14);
        QTest::newRow("I2 nodes, YAML, aliases") << yamlWithAliases() << OpenApiLimits();
        QTest::newRow("I2 time") << withPaths(sound) << withTimeFor(1000);
    }
    void whatKeepsToTheCapsIsRead()
    {
        QFETCH(QByteArray, document);
        QFETCH(OpenApiLimits, limits);
        const auto catalog = readOpenApi(document, {}, limits);
        QVERIFY2(catalog, catalog ? "" : qPrintable(catalog.error().sentence));
        QCOMPARE(catalog->operations().size(), 1);
        // One value less is too few.
        limits.maxNodes = limits.maxNodes == 14 ? 13 : limits.maxNodes;
        QCOMPARE(readOpenApi(document, {}, limits).has_value(), limits.maxNodes != 13);
    }

    void sizeIsLimited_data()
    {
        QTest::addColumn<bool>("isYaml");
        QTest::newRow("I2 size, JSON") << false;
        QTest::newRow("I2 size, YAML") << true;
    }
    void sizeIsLimited()
    {
        QFETCH(bool, isYaml);
        OpenApiLimits limits;
        limits.maxBytes = 4LL * 1024 * 1024;
        const auto documentOf = isYaml ? yamlOf : jsonOf;
        QCOMPARE(documentOf(limits.maxBytes).size(), limits.maxBytes);
        const auto under = readOpenApi(documentOf(limits.maxBytes), {}, limits);
        QVERIFY2(under, under ? "" : qPrintable(under.error().sentence));
        QCOMPARE(under->operations().size(), 1);
        const auto over = readOpenApi(documentOf(limits.maxBytes + 1), {}, limits);
        QVERIFY(!over);
        QCOMPARE(over.error().kind, ErrorKind::TooLarge);
        QVERIFY2(over.error().sentence.contains(u"larger than 4194304 bytes"_s), qPrintable(over.error().sentence));
    }
};

ACX_TEST_MAIN(TestHostileDocuments)
#include "test_hostile_documents.moc"
