// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/operations/schema_example.h"
#include "app/operations/schema_pattern.h"
#include "tests/operations/schema_bench.h"
#include "tests/support/test_main.h"

#include <QElapsedTimer>
#include <QRegularExpression>
#include <QTest>

using namespace acx;

/// Examples made from schemas.
class TestSchemaExample final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".?"))); }

    void written_data();
    void written();
    void composed_data();
    void composed();
    void references_data();
    void references();
    void optionsCount();
    void hugeSchemasEnd();
    void patterns_data();
    void patterns();

private:
    static QByteArray compact(const OpenApiSource &source, const QByteArray &schema, const ExampleOptions &options = {})
    {
        const QByteArray pretty = exampleFor(source, schema, options);
        const auto json = parseJson(pretty);
        return json ? json->toJson() : "no JSON: " + pretty;
    }
};

namespace {

void row(const char *name, const char *schema, const char *example)
{
    QTest::newRow(name) << QByteArray(schema) << QByteArray(example);
}

void columns()
{
    QTest::addColumn<QByteArray>("schema");
    QTest::addColumn<QByteArray>("example");
}

} // namespace

void TestSchemaExample::written_data()
{
    columns();
    row("example", R"({"type":"string","example":"this","default":"that"})", R"("this")");
    row("the first of examples", R"({"examples":[1e400,2],"enum":[3]})", "1e400");
    row("default", R"({"type":"integer","default":7,"enum":[8,7]})", "7");
    row("const", R"({"const":{"a":[null]}})", R"({"a":[null]})");
    row("the first of an enum", R"({"type":"string","enum":["x","y"]})", R"("x")");
    row("order and numbers as written", R"({"example":{"z":1.0,"a":30000000000000000000000000000001}})",
        R"({"z":1.0,"a":30000000000000000000000000000001})");
    row("string", R"({"type":"string"})", R"("string")");
    row("text of a length", R"({"type":"string","minLength":8,"maxLength":9})", R"("stringst")");
    row("short text", R"({"type":"string","maxLength":3})", R"("str")");
    row("date-time", R"({"type":"string","format":"date-time"})", R"("2026-01-31T12:00:00Z")");
    row("uuid", R"({"type":"string","format":"uuid"})", R"("3fa85f64-5717-4562-b3fc-2c963f66afa6")");
    row("email", R"({"type":"string","format":"email"})", R"("someone@example.com")");
    row("ipv4", R"({"type":"string","format":"ipv4"})", R"("192.0.2.1")");
    row("pattern", R"({"type":"string","pattern":"^[a-z]{3}-\\d+$"})", R"("aaa-1")");
    row("integer", R"({"type":"integer"})", "0");
    row("minimum", R"({"type":"integer","minimum":3})", "3");
    row("exclusive minimum of 3.1", R"({"type":"integer","exclusiveMinimum":3})", "4");
    row("exclusive minimum of 3.0", R"({"type":"integer","minimum":3,"exclusiveMinimum":true})", "4");
    row("the stricter of both", R"({"type":"integer","minimum":5,"exclusiveMinimum":3})", "5");
    row("maximum", R"({"type":"integer","maximum":-5})", "-5");
    row("exclusive maximum", R"({"type":"number","exclusiveMaximum":0})", "-0.5");
    row("multiple", R"({"type":"integer","minimum":11,"multipleOf":5})", "15");
    row("boolean", R"({"type":"boolean"})", "true");
    row("null", R"({"type":"null"})", "null");
    row("type of 3.1", R"({"type":["null","integer"]})", "0");
    row("nothing told", "{}", "null");
    row("no schema", "nonsense", "null");
}

void TestSchemaExample::written()
{
    QFETCH(QByteArray, schema);
    QFETCH(QByteArray, example);
    QCOMPARE(compact(documentOf({}), schema), example);
}

void TestSchemaExample::composed_data()
{
    columns();
    row("required first",
        R"({"type":"object","required":["c","b"],"properties":{"a":{"type":"integer"},"b":{"type":"integer"},"c":{"type":"integer"}}})",
        R"({"b":0,"c":0,"a":0})");
    row("required without a schema", R"({"required":["x"],"properties":{"y":{"type":"boolean"}}})",
        R"({"x":"string","y":true})");
    row("read-only is the service's",
        R"({"properties":{"id":{"type":"string","readOnly":true},"name":{"type":"string"}}})", R"({"name":"string"})");
    row("deprecated is left out", R"({"properties":{"old":{"deprecated":true},"new":{"type":"string"}}})",
        R"({"new":"string"})");
    row("allOf",
        R"({"allOf":[{"properties":{"a":{"type":"integer"}}},{"required":["b"],"properties":{"b":{"type":"boolean"}}}]})",
        R"({"b":true,"a":0})");
    row("allOf beside properties", R"({"properties":{"a":{"const":1}},"allOf":[{"properties":{"b":{"const":2}}}]})",
        R"({"a":1,"b":2})");
    row("oneOf takes the first", R"({"oneOf":[{"type":"integer"},{"type":"string"}]})", "0");
    row("anyOf without null", R"({"anyOf":[{"type":"null"},{"type":"string"}]})", R"("string")");
    row("array", R"({"type":"array","items":{"type":"integer"}})", "[0]");
    row("array of some", R"({"type":"array","minItems":3,"items":{"const":"x"}})", R"(["x","x","x"])");
    row("empty array", R"({"type":"array","maxItems":0,"items":{}})", "[]");
    row("prefixItems", R"({"prefixItems":[{"const":1},{"const":"b"}],"maxItems":2})", R"([1,"b"])");
    row("map", R"({"type":"object","additionalProperties":{"type":"integer"}})", R"({"key":0})");
    row("nullable", R"({"type":"string","nullable":true})", R"("string")");
    row("deeper", R"({"properties":{"a":{"properties":{"b":{"type":"array","items":{"properties":{"c":{}}}}}}}})",
        R"({"a":{"b":[{"c":"string"}]}})");
}

void TestSchemaExample::composed()
{
    QFETCH(QByteArray, schema);
    QFETCH(QByteArray, example);
    QCOMPARE(compact(documentOf({}), schema), example);
}

void TestSchemaExample::references_data()
{
    columns();
    row("followed", R"({"$ref":"#/components/schemas/Name"})", R"("n")");
    row("in a list", R"({"type":"array","items":{"$ref":"#/components/schemas/Name"}})", R"(["n"])");
    row("to itself", R"({"$ref":"#/components/schemas/Node"})", R"({"name":"n","children":[]})");
    row("round about", R"({"$ref":"#/components/schemas/A"})", R"({"b":{}})");
    row("nothing but itself", R"({"$ref":"#/components/schemas/Self"})", "null");
    row("twice side by side",
        R"({"properties":{"a":{"$ref":"#/components/schemas/Name"},"b":{"$ref":"#/components/schemas/Name"}}})",
        R"({"a":"n","b":"n"})");
    row("to nowhere", R"({"properties":{"a":{"$ref":"#/components/schemas/Missing"}}})", R"({"a":"string"})");
    row("out of the document", R"({"properties":{"a":{"$ref":"https://example.com/x.json"}}})", R"({"a":"string"})");
    row("with a sibling", R"({"$ref":"#/components/schemas/Name","example":"mine"})", R"("mine")");
    row("discriminator", R"({"$ref":"#/components/schemas/Pet"})", R"({"kind":"cat","lives":9})");
}

void TestSchemaExample::references()
{
    QFETCH(QByteArray, schema);
    QFETCH(QByteArray, example);
    const OpenApiSource source = documentOf(R"({
        "Name":{"type":"string","example":"n"},
        "Node":{"properties":{"name":{"$ref":"#/components/schemas/Name"},"parent":{"$ref":"#/components/schemas/Node"},
                "children":{"type":"array","items":{"$ref":"#/components/schemas/Node"}}}},
        "A":{"properties":{"b":{"$ref":"#/components/schemas/B"}}},
        "B":{"properties":{"a":{"$ref":"#/components/schemas/A"}}},
        "Self":{"allOf":[{"$ref":"#/components/schemas/Self"}]},
        "Pet":{"oneOf":[{"$ref":"#/components/schemas/Cat"},{"$ref":"#/components/schemas/Dog"}],
               "discriminator":{"propertyName":"kind","mapping":{"cat":"#/components/schemas/Cat"}}},
        "Cat":{"required":["kind"],"properties":{"kind":{"type":"string"},"lives":{"const":9}}},
        "Dog":{"properties":{"kind":{"type":"string"}}}})");
    QCOMPARE(compact(source, schema), example);
}

void TestSchemaExample::optionsCount()
{
    const OpenApiSource source = documentOf({});
    const QByteArray schema =
        R"({"required":["a"],"properties":{"a":{"const":1},"b":{"const":2},"c":{"const":3},"id":{"readOnly":true,"const":4},"p":{"writeOnly":true,"const":5}}})";
    ExampleOptions options;
    QCOMPARE(compact(source, schema, options), R"({"a":1,"b":2,"c":3,"p":5})");
    options.use = SchemaUse::Answer;
    QCOMPARE(compact(source, schema, options), R"({"a":1,"b":2,"c":3,"id":4})");
    options.maxMembers = 1;
    QCOMPARE(compact(source, schema, options), R"({"a":1,"b":2})");
    options.optionalMembers = false;
    QCOMPARE(compact(source, schema, options), R"({"a":1})");
    options = {};
    options.maxDepth = 1;
    QCOMPARE(compact(source, R"({"properties":{"a":{"properties":{"b":{}}},"c":{"items":{}}}})", options),
             R"({"a":{},"c":[]})");
}

void TestSchemaExample::hugeSchemasEnd()
{
    // Each level has ten members of the next: a hundred million values, were there no limit.
    QByteArray schemas = "{";
    for (int level = 0; level < 8; ++level) {
        schemas += (level ? ",\"L" : "\"L") + QByteArray::number(level) + R"(":{"properties":{)";
        for (int i = 0; i < 10; ++i)
            schemas += (i ? ",\"m" : "\"m") + QByteArray::number(i) + R"(":{"$ref":"#/components/schemas/L)" +
                       QByteArray::number(level + 1) + "\"}";
        schemas += "}}";
    }
    schemas += R"(,"L8":{"type":"string"}})";
    const QByteArray example = exampleFor(documentOf(schemas), R"({"$ref":"#/components/schemas/L0"})");
    QVERIFY(parseJson(example));
    QVERIFY(example.count(':') <= ExampleOptions().maxValues + 10);
    QByteArray deep;
    for (int i = 0; i < 200; ++i)
        deep += R"({"properties":{"a":)";
    deep += "{}" + QByteArray("}}").repeated(200);
    QVERIFY(parseJson(exampleFor(documentOf({}), deep)));
}

void TestSchemaExample::patterns_data()
{
    QTest::addColumn<QString>("pattern");
    QTest::addColumn<QString>("text"); ///< null = none
    const auto add = [](const char *pattern, const char *text) {
        QTest::newRow(pattern) << QString::fromUtf8(pattern) << (text ? QString::fromUtf8(text) : QString());
    };
    add("^abc$", "abc");
    add("^[A-Z]{2}[0-9]{3,5}$", "AA000");
    add("^(red|green)-?\\d{2}$", "red11");
    add("^(?:a|b)+$", "a");
    add("^[^a]$", "A");
    add("^\\.\\/\\-$", "./-");
    add("^x*y$", "y");
    add("^.{3}$", "aaa");
    add("^(?=a)a$", nullptr); // an assertion
    add("^(a)\\1$", nullptr); // a back reference
    add("(", nullptr);
    add("[", nullptr);
    add("^a{2", "a{2"); // not closed, so it stands for itself
    add("\\", nullptr);
}

void TestSchemaExample::patterns()
{
    QFETCH(QString, pattern);
    QFETCH(QString, text);
    const std::optional<QString> made = textForPattern(pattern);
    QCOMPARE(made.has_value(), !text.isNull());
    if (made)
        QCOMPARE(*made, text);
}

ACX_TEST_MAIN(TestSchemaExample)
#include "test_schema_example.moc"
