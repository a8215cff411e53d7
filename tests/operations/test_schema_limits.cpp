// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/operations/operation_catalog.h"
#include "app/operations/schema_check.h"
#include "app/operations/shipped_catalogs.h"
#include "tests/operations/schema_bench.h"
#include "tests/support/test_main.h"

#include <QRegularExpression>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace acx;

/// References, places and hostile schemas: a check always ends, and says what it left out.
class TestSchemaLimits final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".?"_s)); }

    void references_data();
    void references();
    void discriminators_data();
    void discriminators();
    void siblingsOfAReference_data();
    void siblingsOfAReference();
    void placesAreTold_data();
    void placesAreTold();
    void textsThatAreNoJson_data();
    void textsThatAreNoJson();
    void answersAndRequests();
    void findingsAreCapped();
    void hostileSchemasEnd_data();
    void hostileSchemasEnd();
    void depthIsLimited();
    void canBeCalledOff();
    void largeTexts();
    void examplesFitTheirSchemas_data();
    void examplesFitTheirSchemas();

private:
    static QString text(const SchemaReport &report)
    {
        QStringList all;
        for (const SchemaFinding &finding : report.findings)
            all.append(finding.pointer + u' ' + finding.sentence);
        return all.join(u'\n');
    }
};

void TestSchemaLimits::references_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QString>("pointer"); ///< of the only finding; "fits" = none
    QTest::newRow("fits") << QByteArray(R"({"name":"a","children":[{"name":"b","children":[]}]})") << u"fits"_s;
    QTest::newRow("deep down") << QByteArray(R"({"name":"a","children":[{"name":"b","children":[{"name":7}]}]})")
                               << u"/children/0/children/0/name"_s;
    QTest::newRow("missing") << QByteArray(R"({"name":"a","children":[{}]})") << u"/children/0"_s;
}

void TestSchemaLimits::references()
{
    QFETCH(QByteArray, json);
    QFETCH(QString, pointer);
    const OpenApiSource source = documentOf(R"({"Node":{"type":"object","required":["name"],"properties":{
        "name":{"$ref":"#/components/schemas/Name"},
        "children":{"type":"array","items":{"$ref":"#/components/schemas/Node"}}}},
        "Name":{"$ref":"#/components/schemas/Text"},"Text":{"type":"string"}})");
    const SchemaReport report = checkAgainst(source, R"({"$ref":"#/components/schemas/Node"})", json);
    QVERIFY(report.notChecked.isEmpty());
    QCOMPARE(report.fits(), pointer == u"fits"_s);
    if (!report.fits()) {
        QCOMPARE(report.findings.size(), 1);
        QCOMPARE(report.findings.constFirst().pointer, pointer);
    }
}

void TestSchemaLimits::discriminators_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QString>("expected");
    QTest::newRow("mapped") << QByteArray(R"({"kind":"cat","lives":9})") << QString();
    QTest::newRow("mapped, but wrong") << QByteArray(R"({"kind":"cat","lives":"many"})")
                                       << u"/lives Should be a whole number, but is a text."_s;
    QTest::newRow("by its name") << QByteArray(R"({"kind":"Dog"})") << u" The member “bark” is missing."_s;
    QTest::newRow("unknown") << QByteArray(R"({"kind":"cow"})")
                             << u"/kind “cow” is no kind that is known here: Dog, cat."_s;
    QTest::newRow("missing") << QByteArray(R"({"lives":9})")
                             << u" The member “kind” is missing, which tells the kind of the object."_s;
}

void TestSchemaLimits::discriminators()
{
    QFETCH(QByteArray, json);
    QFETCH(QString, expected);
    const OpenApiSource source = documentOf(R"({
        "Cat":{"properties":{"lives":{"type":"integer"}}},"Dog":{"required":["bark"]}})");
    const QByteArray schema = R"({"oneOf":[{"$ref":"#/components/schemas/Cat"},{"$ref":"#/components/schemas/Dog"}],
        "discriminator":{"propertyName":"kind","mapping":{"cat":"#/components/schemas/Cat"}}})";
    QCOMPARE(text(checkAgainst(source, schema, json)), expected);
}

void TestSchemaLimits::siblingsOfAReference_data()
{
    QTest::addColumn<OpenApiVersion>("version");
    QTest::addColumn<bool>("fits");
    QTest::newRow("3.1") << OpenApiVersion::OpenApi31 << false;
    QTest::newRow("3.0") << OpenApiVersion::OpenApi30 << true;
}

void TestSchemaLimits::siblingsOfAReference()
{
    QFETCH(OpenApiVersion, version);
    QFETCH(bool, fits);
    const OpenApiSource source =
        documentOf(R"({"A":{"type":"string"},"B":{"$ref":"#/components/schemas/A","maxLength":1}})", version);
    QCOMPARE(checkAgainst(source, R"({"$ref":"#/components/schemas/A","maxLength":1})", R"("long")").fits(), fits);
    // Also of a reference that another one leads to.
    QCOMPARE(checkAgainst(source, R"({"$ref":"#/components/schemas/B"})", R"("long")").fits(), fits);
}

void TestSchemaLimits::placesAreTold_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<qint64>("line");
    QTest::addColumn<qint64>("column");
    QTest::newRow("first line") << QByteArray(R"({"a": 1})") << qint64(1) << qint64(7);
    QTest::newRow("LF") << QByteArray("{\n\n  \"a\": 1}") << qint64(3) << qint64(8);
    QTest::newRow("CR LF") << QByteArray("{\r\n  \"a\":\r\n 1}") << qint64(3) << qint64(2);
    QTest::newRow("CR") << QByteArray("{\r\r\"a\":1}") << qint64(3) << qint64(5);
    QTest::newRow("characters, not bytes") << QByteArray("{\"ä😀\":0,\"a\":1}") << qint64(1) << qint64(13);
}

void TestSchemaLimits::placesAreTold()
{
    QFETCH(QByteArray, json);
    QFETCH(qint64, line);
    QFETCH(qint64, column);
    const SchemaReport report = checkAgainst(documentOf({}), R"({"properties":{"a":{"type":"string"}}})", json);
    QCOMPARE(report.findings.size(), 1);
    QCOMPARE(report.findings.constFirst().line, line);
    QCOMPARE(report.findings.constFirst().column, column);
}

void TestSchemaLimits::textsThatAreNoJson_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<qint64>("line");
    QTest::newRow("empty") << QByteArray() << qint64(1);
    QTest::newRow("comma too many") << QByteArray("{\n\"a\":1,\n}") << qint64(3);
    QTest::newRow("text") << QByteArray("hello") << qint64(1);
}

void TestSchemaLimits::textsThatAreNoJson()
{
    QFETCH(QByteArray, json);
    QFETCH(qint64, line);
    const SchemaReport report = checkAgainst(documentOf({}), "{}", json);
    QVERIFY(!report.isJson);
    QCOMPARE(report.findings.size(), 1);
    QCOMPARE(report.findings.constFirst().line, line);
    QVERIFY(report.findings.constFirst().sentence.contains(u"JSON"_s));
}

void TestSchemaLimits::answersAndRequests()
{
    const QByteArray schema =
        R"({"required":["id","password"],"properties":{"id":{"readOnly":true},"password":{"writeOnly":true}}})";
    CheckOptions options;
    QCOMPARE(text(checkAgainst(documentOf({}), schema, "{}", options)), u" The member “password” is missing."_s);
    options.use = SchemaUse::Answer;
    QCOMPARE(text(checkAgainst(documentOf({}), schema, "{}", options)), u" The member “id” is missing."_s);
}

void TestSchemaLimits::findingsAreCapped()
{
    const QByteArray json = '[' + QByteArray("0,").repeated(100'000) + "0]";
    CheckOptions options;
    QCOMPARE(checkAgainst(documentOf({}), R"({"items":{"type":"string"}})", json, options).findings.size(), 100);
    options.maxFindings = 7;
    QCOMPARE(checkAgainst(documentOf({}), R"({"items":{"type":"string"}})", json, options).findings.size(), 7);
}

void TestSchemaLimits::hostileSchemasEnd_data()
{
    QTest::addColumn<QByteArray>("schema");
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<bool>("isComplete");
    const QByteArray nested = QByteArray(R"({"a":)").repeated(1000) + "1" + QByteArray("}").repeated(1000);
    QTest::newRow("to itself") << QByteArray(R"({"$ref":"#/components/schemas/Self"})") << QByteArray("7") << true;
    QTest::newRow("round about") << QByteArray(R"({"$ref":"#/components/schemas/A"})") << QByteArray("7") << true;
    QTest::newRow("in two ways") << QByteArray(R"({"$ref":"#/components/schemas/Two"})") << QByteArray("7") << true;
    QTest::newRow("through every level") << QByteArray(R"({"$ref":"#/components/schemas/Deep"})") << nested << false;
    QTest::newRow("ever more") << QByteArray(R"({"$ref":"#/components/schemas/L0"})") << QByteArray("7") << false;
    QTest::newRow("pattern without an end")
        << QByteArray(R"({"pattern":"^(a+)+$"})") << QByteArray('"' + QByteArray(5000, 'a') + "!\"") << false;
    QByteArray names = "{\"m\":0";
    for (int i = 0; i < 1000; ++i)
        names += ",\"m" + QByteArray::number(i) + "\":0";
    QTest::newRow("ever more for each name")
        << QByteArray(R"({"propertyNames":{"$ref":"#/components/schemas/L0"}})") << names + '}' << false;
    QTest::newRow("broken pattern") << QByteArray(R"({"pattern":"("})") << QByteArray(R"("x")") << false;
    QTest::newRow("multiple of nothing") << QByteArray(R"({"multipleOf":0})") << QByteArray("7") << false;
    QTest::newRow("reference to nowhere") << QByteArray(R"({"$ref":"#/nowhere"})") << QByteArray("7") << false;
    QTest::newRow("reference out") << QByteArray(R"({"$ref":"https://example.com/a.json"})") << QByteArray("7")
                                   << false;
    QTest::newRow("reference in a circle")
        << QByteArray(R"({"$ref":"#/components/schemas/Ring1"})") << QByteArray("7") << true;
    QTest::newRow("wrong types everywhere")
        << QByteArray(R"({"type":7,"enum":7,"properties":[1],"required":{"a":1},"items":"x","minimum":"5","pattern":5,
                          "allOf":7,"format":[],"minLength":"a","multipleOf":"x","not":5,"discriminator":[]})")
        << QByteArray(R"({"a":1})") << true;
    QTest::newRow("no schema") << QByteArray("nonsense") << QByteArray("7") << false;
}

void TestSchemaLimits::hostileSchemasEnd()
{
    QFETCH(QByteArray, schema);
    QFETCH(QByteArray, json);
    QFETCH(bool, isComplete);
    QByteArray schemas = R"({"Self":{"allOf":[{"$ref":"#/components/schemas/Self"}]},
        "A":{"anyOf":[{"$ref":"#/components/schemas/B"}]},"B":{"oneOf":[{"$ref":"#/components/schemas/A"}]},
        "Two":{"allOf":[{"anyOf":[{"$ref":"#/components/schemas/Two"},{"$ref":"#/components/schemas/Two"}]},
                        {"not":{"not":{"$ref":"#/components/schemas/Two"}}}]},
        "Deep":{"properties":{"a":{"$ref":"#/components/schemas/Deep"}}},
        "Ring1":{"$ref":"#/components/schemas/Ring2"},"Ring2":{"$ref":"#/components/schemas/Ring1"})";
    for (int i = 0; i < 30; ++i) {
        const QByteArray next = R"({"allOf":[{"$ref":"#/components/schemas/L)" + QByteArray::number(i + 1) + R"("}]})";
        schemas += ",\"L" + QByteArray::number(i) + R"(":{"allOf":[)" + next + ',' + next + "]}";
    }
    schemas += R"(,"L30":{}})";
    CheckOptions options;
    options.maxSteps = 200'000;
    const SchemaReport report = checkAgainst(documentOf(schemas), schema, json, options);
    QVERIFY2(report.fits(), qPrintable(text(report)));
    QVERIFY2(report.notChecked.isEmpty() == isComplete, qPrintable(report.notChecked.join(u'\n')));
}

void TestSchemaLimits::depthIsLimited()
{
    const OpenApiSource source = documentOf(R"({"Deep":{"items":{"$ref":"#/components/schemas/Deep"}}})");
    const QByteArray json = QByteArray(50'000, '[') + QByteArray(50'000, ']');
    const SchemaReport report = checkAgainst(source, R"({"$ref":"#/components/schemas/Deep"})", json);
    QVERIFY(report.fits());
    QCOMPARE(report.notChecked.size(), 1);
    QVERIFY(report.notChecked.constFirst().contains(u"200"_s));
    // An equal value is looked for no deeper either.
    QVERIFY(checkAgainst(source, R"({"uniqueItems":true})", '[' + json + ',' + json + ']').fits());
    QVERIFY(checkAgainst(source, R"({"const":[]})", json).fits());
}

void TestSchemaLimits::canBeCalledOff()
{
    const QByteArray json = '[' + QByteArray("0,").repeated(1'000'000) + "0]";
    int asked = 0;
    CheckOptions options;
    options.goOn = [&asked] { return ++asked < 3; };
    const SchemaReport report = checkAgainst(documentOf({}), R"({"items":{"type":"string"}})", json, options);
    QCOMPARE(report.notChecked.size(), 1);
    QCOMPARE(asked, 3);
}

void TestSchemaLimits::largeTexts()
{
    const QByteArray item = R"({"id":1,"name":"abc","tags":["x","y"]},)";
    const QByteArray json = '[' + item.repeated(100'000) + R"({"id":"x"}])";
    const QByteArray schema = R"({"type":"array","items":{"$ref":"#/components/schemas/Item"}})";
    const OpenApiSource source = documentOf(R"({"Item":{"type":"object","required":["id"],"properties":{
        "id":{"type":"integer"},"name":{"type":"string","maxLength":5},"tags":{"type":"array","items":{"enum":["x","y"]}}}}})");
    const SchemaReport report = checkAgainst(source, schema, json);
    QCOMPARE(text(report), u"/100000/id Should be a whole number, but is a text."_s);
    QVERIFY(report.notChecked.isEmpty());
}

void TestSchemaLimits::examplesFitTheirSchemas_data()
{
    QTest::addColumn<QString>("id");
    for (const ShippedCatalog shipped : {ShippedCatalog::V5, ShippedCatalog::V10}) {
        const OperationCatalog catalog = loadShippedCatalog(shipped).value();
        for (const OperationEntry &entry : catalog.operations()) {
            const std::optional<OperationBody> body = OperationCatalog::read(entry)->body;
            if (body && !body->shapes.isEmpty() && body->shapes.constFirst().mediaType.endsWith("json"_L1) &&
                !body->shapes.constFirst().schema.isEmpty())
                QTest::newRow(qPrintable(entry.id)) << entry.id;
        }
    }
}

void TestSchemaLimits::examplesFitTheirSchemas()
{
    QFETCH(QString, id);
    const OperationCatalog catalog = loadCatalogFor(DeploymentKind::Sandbox).value();
    const OperationEntry entry = catalog.operations()[catalog.indexOf(id).value()];
    const BodyShape shape = OperationCatalog::read(entry)->body->shapes.constFirst();
    const SchemaReport made = checkAgainst(*entry.source, shape.schema, exampleFor(*entry.source, shape.schema));
    QVERIFY2(made.fits() && made.notChecked.isEmpty(), qPrintable(text(made) + made.notChecked.join(u'\n')));
    if (!shape.example.isEmpty()) {
        const SchemaReport written = checkAgainst(*entry.source, shape.schema, shape.example);
        QVERIFY2(written.fits(), qPrintable(text(written)));
    }
}

ACX_TEST_MAIN(TestSchemaLimits)
#include "test_schema_limits.moc"
