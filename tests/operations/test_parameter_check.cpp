// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/operations/openapi_reader.h"
#include "app/operations/operation_catalog.h"
#include "app/operations/parameter_check.h"
#include "app/operations/shipped_catalogs.h"
#include "tests/support/test_main.h"

#include <QRegularExpression>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace acx;

/// Values typed for parameters.
class TestParameterCheck final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".?"_s)); }

    void values_data();
    void values();
    void requiredOnes();
    void placesInAPath_data();
    void placesInAPath();
    void referencesAreFollowed();
    void swaggerParameters_data();
    void swaggerParameters();
    void openTypes_data();
    void openTypes();
    void examplesOfTheCatalogsFit();
};

void TestParameterCheck::values_data()
{
    QTest::addColumn<QByteArray>("schema");
    QTest::addColumn<QString>("value");
    QTest::addColumn<QString>("problem"); ///< empty = fits
    const auto row = [](const char *schema, const char *value, const char *problem) {
        QTest::addRow("%s for %s", value, schema)
            << QByteArray(schema) << QString::fromUtf8(value) << QString::fromUtf8(problem);
    };
    row(R"({"type":"string"})", "7", "");
    row(R"({"type":"integer"})", "7", "");
    row(R"({"type":"integer"})", "7.5", "Should be a whole number");
    row(R"({"type":"integer"})", "seven", "Should be a whole number.");
    row(R"({"type":"integer"})", "0x7", "Should be a whole number.");
    row(R"({"type":"integer","minimum":1})", "0", "Should be 1 or greater.");
    row(R"({"type":"integer","maximum":100})", "101", "Should be 100 or less.");
    row(R"({"type":"number"})", "1e400", "");
    row(R"({"type":"number"})", "NaN", "Should be a number.");
    row(R"({"type":"boolean"})", "true", "");
    row(R"({"type":"boolean"})", "yes", "Should be true or false.");
    row(R"({"type":"string","enum":["a","b"]})", "c", "“c” is none of the values allowed here: a, b.");
    row(R"({"type":"integer","enum":[1,2]})", "2", "");
    row(R"({"type":"string","format":"date-time"})", "tomorrow", "Should be a date and time");
    row(R"({"type":"string","minLength":3})", "ab", "Should have 3 characters or more");
    row(R"({"type":"string","pattern":"^[a-z]+$"})", "A", "Does not match the pattern");
    row(R"({"type":"array","items":{"type":"integer"}})", "1,2,3", "");
    row(R"({"type":"array","items":{"type":"integer"}})", "1,x", "Should be a whole number.");
    row(R"({"type":"array","items":{"enum":["a","b"]},"maxItems":2})", "a,b,a", "Should have 2 items or fewer");
    row(R"({"type":"object","required":["a"]})", R"({"a":1})", "");
    row(R"({"type":"object"})", "a", "Should be a JSON object.");
    row("", "anything", "");
}

void TestParameterCheck::values()
{
    QFETCH(QByteArray, schema);
    QFETCH(QString, value);
    QFETCH(QString, problem);
    OperationParameter parameter;
    parameter.name = u"p"_s;
    parameter.schema = schema;
    const auto json = parseJson(schema);
    parameter.type = json ? (*json)[u"type"].toString() : QString();
    const std::optional<QString> found = parameterProblem(parameter, {value});
    QVERIFY2(found.has_value() == !problem.isEmpty(), qPrintable(found.value_or(u"fits"_s)));
    QVERIFY2(!found || found->contains(problem), qPrintable(found.value_or(QString())));
}

void TestParameterCheck::requiredOnes()
{
    OperationParameter parameter;
    parameter.schema = R"({"type":"string","minLength":5})";
    parameter.type = u"string"_s;
    QVERIFY(!parameterProblem(parameter, {}));
    parameter.required = true;
    QVERIFY(parameterProblem(parameter, {}));
    QVERIFY(!parameterProblem(parameter, {u"filled"_s}));
}

void TestParameterCheck::placesInAPath_data()
{
    QTest::addColumn<ParameterPlace>("place");
    QTest::addColumn<QString>("value");
    QTest::addColumn<bool>("fits");
    QTest::newRow("dots in a path") << ParameterPlace::Path << u".."_s << false;
    QTest::newRow("dot in a path") << ParameterPlace::Path << u"."_s << false;
    QTest::newRow("dots in a name") << ParameterPlace::Path << u"..a"_s << true;
    QTest::newRow("dots in a query") << ParameterPlace::Query << u".."_s << true;
}

void TestParameterCheck::placesInAPath()
{
    QFETCH(ParameterPlace, place);
    QFETCH(QString, value);
    QFETCH(bool, fits);
    OperationParameter parameter;
    parameter.place = place;
    QCOMPARE(!parameterProblem(parameter, {value}), fits);
}

void TestParameterCheck::referencesAreFollowed()
{
    const Result<OperationCatalog> catalog = readOpenApi(R"({"openapi":"3.1.0","paths":{"/a":{"get":{"parameters":[
        {"name":"ids","in":"query","schema":{"$ref":"#/components/schemas/Ids"}}]}}},
        "components":{"schemas":{"Ids":{"type":"array","items":{"$ref":"#/components/schemas/Id"}},
                                 "Id":{"type":"integer","minimum":10}}}})");
    QVERIFY(catalog);
    const OperationEntry entry = catalog->operations().constFirst();
    const OperationParameter parameter = OperationCatalog::read(entry)->parameters.constFirst();
    QVERIFY(!parameterProblem(parameter, {u"10,11"_s}, entry.source.get()));
    QCOMPARE(parameterProblem(parameter, {u"10,9"_s}, entry.source.get()), u"Should be 10 or greater."_s);
    QVERIFY(parameterProblem(parameter, {u"10,x"_s}, entry.source.get()));
}

void TestParameterCheck::swaggerParameters_data()
{
    QTest::addColumn<QString>("value");
    QTest::addColumn<bool>("fits");
    QTest::newRow("fits") << u"20"_s << true;
    QTest::newRow("too large") << u"21"_s << false;
    QTest::newRow("no number") << u"x"_s << false;
}

void TestParameterCheck::swaggerParameters()
{
    QFETCH(QString, value);
    QFETCH(bool, fits);
    const Result<OperationCatalog> catalog = readOpenApi(R"({"swagger":"2.0","paths":{"/a":{"get":{"parameters":[
        {"name":"limit","in":"query","type":"integer","maximum":20,"required":true}]}}}})");
    QVERIFY(catalog);
    const OperationEntry entry = catalog->operations().constFirst();
    const OperationParameter parameter = OperationCatalog::read(entry)->parameters.constFirst();
    QCOMPARE(!parameterProblem(parameter, {value}, entry.source.get()), fits);
}

void TestParameterCheck::openTypes_data()
{
    QTest::addColumn<QByteArray>("schema");
    QTest::addColumn<QString>("type");
    QTest::addColumn<QStringList>("values");
    QTest::addColumn<bool>("fits");
    const QByteArray orNull = R"({"anyOf":[{"type":"integer","minimum":5},{"type":"null"}]})";
    const QByteArray all = R"({"allOf":[{"$ref":"#/components/schemas/Number"}],"description":"d"})";
    const QByteArray several = R"({"type":["integer","string"],"pattern":"^[a-z]+$"})";
    const QByteArray numbers = R"({"enum":[1,2,"x"]})";
    const QByteArray texts = R"({"type":"array","items":{"type":"string"},"maxItems":2})";
    const QByteArray list = R"({"oneOf":[{"type":"null"},{"type":"array","items":)" + orNull + "}]}";
    const auto row = [](const char *name, const QByteArray &schema, const QString &type, const QStringList &values,
                        bool fits) { QTest::newRow(name) << schema << type << values << fits; };
    row("one or null", orNull, u"integer"_s, {u"7"_s}, true);
    row("one or null, too small", orNull, u"integer"_s, {u"4"_s}, false);
    row("one or null, no number", orNull, u"integer"_s, {u"x"_s}, false);
    row("single allOf", all, u"integer"_s, {u"10"_s}, true);
    row("single allOf, too small", all, u"integer"_s, {u"9"_s}, false);
    row("number of two types", several, u"integer"_s, {u"7"_s}, true);
    row("text of two types", several, u"integer"_s, {u"abc"_s}, true);
    row("neither of two types", several, u"integer"_s, {u"ABC"_s}, false);
    row("choice that is a number", numbers, {}, {u"2"_s}, true);
    row("choice that is a text", numbers, {}, {u"x"_s}, true);
    row("no choice", numbers, {}, {u"3"_s}, false);
    row("any of two", R"({"anyOf":[{"type":"boolean"},{"type":"integer"}]})", {}, {u"true"_s}, true);
    row("none of two", R"({"anyOf":[{"type":"boolean"},{"type":"integer"}]})", {}, {u"maybe"_s}, false);
    row("items with a comma", texts, u"array"_s, {u"Doe, Jane"_s, u"Roe, Richard"_s}, true);
    row("too many items with a comma", texts, u"array"_s, {u"a,b"_s, u"c,d"_s, u"e,f"_s}, false);
    row("items in one line", R"({"type":"array","items":{"type":"integer"}})", u"array"_s, {u"1,2"_s}, true);
    row("list or null", list, u"array"_s, {u"7"_s, u"8"_s}, true);
    row("list or null, too small", list, u"array"_s, {u"7"_s, u"4"_s}, false);
    row("a pattern alone speaks of texts", R"({"pattern":"^[a-z]+$"})", {}, {u"7"_s}, false);
}

void TestParameterCheck::openTypes()
{
    QFETCH(QByteArray, schema);
    QFETCH(QStringList, values);
    QFETCH(bool, fits);
    const Result<OperationCatalog> catalog =
        readOpenApi(R"({"openapi":"3.1.0","paths":{"/a":{"get":{"parameters":[{"name":"p","in":"query","schema":)" +
                    schema + R"(}]}}},"components":{"schemas":{"Number":{"type":"integer","minimum":10}}}})");
    QVERIFY(catalog);
    const OperationEntry entry = catalog->operations().constFirst();
    const OperationParameter parameter = OperationCatalog::read(entry)->parameters.constFirst();
    QTEST(parameter.type, "type");
    const std::optional<QString> problem = parameterProblem(parameter, values, entry.source.get());
    QVERIFY2(!problem == fits, qPrintable(problem.value_or(u"fits"_s)));
}

void TestParameterCheck::examplesOfTheCatalogsFit()
{
    int checked = 0;
    const OperationCatalog catalog = loadCatalogFor(DeploymentKind::Sandbox).value();
    for (const OperationEntry &entry : catalog.operations()) {
        const Operation operation = OperationCatalog::read(entry).value();
        for (const OperationParameter &parameter : operation.parameters) {
            if (parameter.example.isEmpty())
                continue;
            const std::optional<QString> problem = parameterProblem(parameter, {parameter.example}, entry.source.get());
            QVERIFY2(!problem,
                     qPrintable(operation.id + u' ' + parameter.name + u": "_s + problem.value_or(QString())));
            ++checked;
        }
    }
    QCOMPARE_GT(checked, 500);
}

ACX_TEST_MAIN(TestParameterCheck)
#include "test_parameter_check.moc"
