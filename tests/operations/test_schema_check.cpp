// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/operations/schema_check.h"
#include "tests/operations/schema_bench.h"
#include "tests/support/test_main.h"

#include <QRegularExpression>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace acx;

namespace {

struct Case
{
    const char *name;
    const char *schema;
    const char *json;
    const char *findings; ///< "/pointer words; /pointer words"; empty = fits
};

void columns()
{
    QTest::addColumn<QByteArray>("schema");
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QString>("findings");
}

template <size_t count>
void rows(const Case (&cases)[count])
{
    columns();
    for (const Case &one : cases)
        QTest::newRow(one.name) << QByteArray(one.schema) << QByteArray(one.json) << QString::fromUtf8(one.findings);
}

/// Every expected finding is there, at its pointer, with these words; and no other.
void compare(const SchemaReport &report, const QString &expected)
{
    const QStringList wanted = expected.isEmpty() ? QStringList() : expected.split(u"; "_s);
    QStringList found;
    for (const SchemaFinding &finding : report.findings)
        found.append(finding.pointer + u' ' + finding.sentence);
    QVERIFY2(found.size() == wanted.size(), qPrintable(found.join(u'\n')));
    for (qsizetype i = 0; i < wanted.size(); ++i) {
        QCOMPARE(report.findings[i].pointer, wanted[i].section(u' ', 0, 0));
        QVERIFY2(report.findings[i].sentence.contains(wanted[i].section(u' ', 1)), qPrintable(found[i]));
    }
}

} // namespace

/// JSON texts against schemas: what does not fit is told, with place and reason.
class TestSchemaCheck final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".?"_s)); }

    void types_data();
    void types() { checkRow(OpenApiVersion::OpenApi31); }
    void numbers_data();
    void numbers() { checkRow(OpenApiVersion::OpenApi31); }
    void texts_data();
    void texts() { checkRow(OpenApiVersion::OpenApi31); }
    void lists_data();
    void lists() { checkRow(OpenApiVersion::OpenApi31); }
    void objects_data();
    void objects() { checkRow(OpenApiVersion::OpenApi31); }
    void combinations_data();
    void combinations() { checkRow(OpenApiVersion::OpenApi31); }
    void olderVersions_data();
    void olderVersions() { checkRow(OpenApiVersion::OpenApi30); }

private:
    static void checkRow(OpenApiVersion version)
    {
        QFETCH(QByteArray, schema);
        QFETCH(QByteArray, json);
        QFETCH(QString, findings);
        const SchemaReport report = checkAgainst(documentOf({}, version), schema, json);
        compare(report, findings);
        QVERIFY2(report.notChecked.isEmpty(), qPrintable(report.notChecked.join(u'\n')));
        QVERIFY(report.isJson);
    }
};

void TestSchemaCheck::types_data()
{
    rows({
        {"string", R"({"type":"string"})", R"("x")", ""},
        {"no string", R"({"type":"string"})", "7", " Should be a text, but is a whole number."},
        {"integer", R"({"type":"integer"})", "-7", ""},
        {"integer with a fraction of nothing", R"({"type":"integer"})", "7.0", ""},
        {"integer with an exponent", R"({"type":"integer"})", "1e400", ""},
        {"no integer", R"({"type":"integer"})", "7.5", " Should be a whole number, but is a number."},
        {"number", R"({"type":"number"})", "7", ""},
        {"boolean", R"({"type":"boolean"})", "false", ""},
        {"no boolean", R"({"type":"boolean"})", R"("true")", " Should be true or false, but is a text."},
        {"null", R"({"type":"null"})", "null", ""},
        {"no null", R"({"type":"string"})", "null", " Should be a text, but is null."},
        {"array", R"({"type":"array"})", "[]", ""},
        {"no array", R"({"type":"array"})", "{}", " Should be a list, but is an object."},
        {"object", R"({"type":"object"})", "{}", ""},
        {"one of several", R"({"type":["string","null"]})", "null", ""},
        {"none of several", R"({"type":["string","null"]})", "[]", " Should be a text, null, but is a list."},
        {"enum", R"({"enum":["a",1,null,{"x":[1.0]}]})", R"({"x":[1]})", ""},
        {"enum by value", R"({"enum":[1e2]})", "100.0", ""},
        {"enum with escapes", R"({"enum":["ä/"]})", R"("\u00e4\/")", ""},
        {"not in the enum", R"({"enum":["a","b"]})", R"("c")", " “c” is none of the values allowed here: a, b"},
        {"const", R"({"const":{"a":1,"b":2}})", R"({"b":2,"a":1})", ""},
        {"const outside of the enum", R"({"const":"c","enum":["a","b"]})", R"("c")", " “c” is none"},
        {"empty enum", R"({"enum":[]})", "1", " “1” is none"},
        {"not the const", R"({"const":null})", "0", " “0” is none of the values allowed here: null"},
        {"true", "true", "7", ""},
        {"false", "false", "7", " No value is allowed here."},
        {"nothing said", "{}", R"({"a":[1,"x",null]})", ""},
    });
}

void TestSchemaCheck::numbers_data()
{
    rows({
        {"minimum", R"({"minimum":5})", "5", ""},
        {"below", R"({"minimum":5})", "4.9999999999999999999999", " Should be 5 or greater."},
        {"above an exclusive one", R"({"exclusiveMinimum":5})", "5.0000000000000000000001", ""},
        {"exclusive", R"({"exclusiveMinimum":5})", "5", " Should be greater than 5."},
        {"maximum", R"({"maximum":1e400})", "9e399", ""},
        {"beyond a double", R"({"maximum":1e400})", "1.1e400", " Should be 1e400 or less."},
        {"exclusive maximum", R"({"exclusiveMaximum":0})", "-0", " Should be less than 0."},
        {"inclusive and exclusive", R"({"minimum":5,"exclusiveMinimum":3})", "4", " Should be 5 or greater."},
        {"both", R"({"minimum":1,"maximum":0})", "0.5", " Should be 1 or greater.;  Should be 0 or less."},
        {"multiple, exactly", R"({"multipleOf":0.01})", "19.99", ""},
        {"no multiple", R"({"multipleOf":0.01})", "19.999", " Should be a multiple of 0.01."},
        {"int32", R"({"type":"integer","format":"int32"})", "2147483647", ""},
        {"beyond int32", R"({"type":"integer","format":"int32"})", "2147483648", " Should lie between -2147483648"},
        {"int64", R"({"format":"int64"})", "-9223372036854775809", " Should lie between -9223372036854775808"},
        {"texts have no minimum", R"({"minimum":5})", R"("1")", ""},
    });
}

void TestSchemaCheck::texts_data()
{
    rows({
        {"length in characters", R"({"minLength":2,"maxLength":2})", R"("😀ä")", ""},
        {"too short", R"({"minLength":3})", R"("😀ä")", " Should have 3 characters or more, but has 2."},
        {"too long", R"({"maxLength":1})", R"("ab")", " Should have 1 characters or fewer, but has 2."},
        {"pattern anywhere", R"({"pattern":"b+"})", R"("abbc")", ""},
        {"pattern anchored", R"({"pattern":"^b+$"})", R"("abbc")", " Does not match the pattern ^b+$"},
        {"the end is the end", R"({"pattern":"^b$"})", R"("b\n")", " Does not match the pattern"},
        {"Unicode escapes", R"({"pattern":"^\\u00e4\\u{1F600}$"})", R"("ä😀")", ""},
        {"classes", R"({"pattern":"^[^\\d[]{2}[^]$"})", R"("ab7")", ""},
        {"date-time", R"({"format":"date-time"})", R"("2024-02-29T23:59:60.5+01:00")", ""},
        {"no date-time", R"({"format":"date-time"})", R"("2023-02-29T00:00:00Z")", " Should be a date and time"},
        {"date", R"({"format":"date"})", R"("2026-13-01")", " Should be a date such as"},
        {"time", R"({"format":"time"})", R"("24:00:00Z")", " Should be a time such as"},
        {"duration", R"({"format":"duration"})", R"("P1Y2M3DT4H5M6.7S")", ""},
        {"no duration", R"({"format":"duration"})", R"("P")", " Should be a duration"},
        {"email", R"({"format":"email"})", R"("a.b+c@example.com")", ""},
        {"no email", R"({"format":"email"})", R"("a@b@c")", " Should be an e-mail address."},
        {"uuid", R"({"format":"uuid"})", R"("3FA85F64-5717-4562-b3fc-2c963f66afa6")", ""},
        {"no uuid", R"({"format":"uuid"})", R"("3fa85f6457174562b3fc2c963f66afa6")", " Should be a UUID"},
        {"ipv4", R"({"format":"ipv4"})", R"("256.0.0.1")", " Should be an IPv4 address"},
        {"ipv6", R"({"format":"ipv6"})", R"("::ffff:192.0.2.1")", ""},
        {"hostname", R"({"format":"hostname"})", R"("-a.example")", " Should be a host name."},
        {"uri", R"({"format":"uri"})", R"("urn:a:b")", ""},
        {"no uri", R"({"format":"uri"})", R"("/path")", " Should be a whole URL"},
        {"uri-reference", R"({"format":"uri-reference"})", R"("/path?x#y")", ""},
        {"byte", R"({"format":"byte"})", R"("dGV4")", ""},
        {"no base64", R"({"format":"byte"})", R"("dGV=4")", " Should be base64."},
        {"unknown formats say nothing", R"({"format":"binary"})", R"("\u0000")", ""},
        {"numbers have no length", R"({"minLength":5,"pattern":"x","format":"date"})", "1", ""},
    });
}

void TestSchemaCheck::lists_data()
{
    rows({
        {"items", R"({"items":{"type":"integer"}})", "[1,2,3]", ""},
        {"bad items", R"({"items":{"type":"integer"}})", R"([1,"2",3,null])",
         "/1 Should be a whole number, but is a text.; /3 Should be a whole number, but is null."},
        {"no items", R"({"items":false})", "[1]", "/0 No value is allowed here."},
        {"prefixItems", R"({"prefixItems":[{"type":"string"},{"type":"integer"}],"items":{"type":"null"}})",
         R"(["a","b",null,7])", "/1 Should be a whole number; /3 Should be null"},
        {"few", R"({"minItems":2})", "[1]", " Should have 2 items or more, but has 1."},
        {"many", R"({"maxItems":1})", "[1,2]", " Should have 1 items or fewer, but has 2."},
        {"unique", R"({"uniqueItems":true})", R"([1,"1",[1],{"a":1},{"a":2},null,false])", ""},
        {"not unique by value", R"({"uniqueItems":true})", R"([{"a":1,"b":2},7,{"b":2.0,"a":1}])",
         "/2 Is the same as item 0"},
        {"contains", R"({"contains":{"const":1}})", "[0,1]", ""},
        {"contains none", R"({"contains":{"const":1}})", "[0,2]", " Should have 1 items of a certain kind or more"},
        {"contains too many", R"({"contains":{"const":1},"maxContains":1})", "[1,1]",
         " Should have 1 items of a certain kind or fewer"},
        {"contains none and need not", R"({"contains":{"const":1},"minContains":0})", "[]", ""},
    });
}

void TestSchemaCheck::objects_data()
{
    rows({
        {"required", R"({"required":["a","b"]})", R"({"b":1})", " The member “a” is missing."},
        {"properties", R"({"properties":{"a":{"type":"integer"},"b":{"type":"string"}}})", R"({"a":"x","b":"y","c":1})",
         "/a Should be a whole number"},
        {"names with slashes", R"({"properties":{"a/b~":{"type":"integer"}}})", R"({"a/b~":"x"})",
         "/a~1b~0 Should be a whole number"},
        {"no others", R"({"properties":{"a":{}},"additionalProperties":false})", R"({"a":1,"b":2,"c":3})",
         "/b The member “b” is not known here.; /c The member “c” is not known here."},
        {"others of a kind", R"({"additionalProperties":{"type":"integer"}})", R"({"a":1,"b":"x"})",
         "/b Should be a whole number"},
        {"patternProperties", R"({"patternProperties":{"^x-":{"type":"string"}},"additionalProperties":false})",
         R"({"x-a":"1","x-b":2,"y":3})", "/x-b Should be a text; /y The member “y” is not known here."},
        {"few members", R"({"minProperties":1})", "{}", " Should have 1 members or more, but has 0."},
        {"many members", R"({"maxProperties":1})", R"({"a":1,"b":2})", " Should have 1 members or fewer, but has 2."},
        {"names", R"({"propertyNames":{"pattern":"^[a-z]+$"}})", R"({"a":1,"B":2})",
         "/B The name “B”: Does not match the pattern"},
        {"names that belong together", R"({"dependentRequired":{"card":["holder"]}})", R"({"card":1})",
         " The member “holder” is missing, which belongs to “card”."},
        {"dependentSchemas", R"({"dependentSchemas":{"card":{"required":["holder"]}}})", R"({"card":1})",
         " The member “holder” is missing."},
        {"deep", R"({"properties":{"a":{"items":{"properties":{"b":{"type":"null"}}}}}})", R"({"a":[{},{"b":1}]})",
         "/a/1/b Should be null"},
        {"read-only is not required", R"({"required":["id","n"],"properties":{"id":{"readOnly":true}}})", R"({"n":1})",
         ""},
        {"lists have no members", R"({"required":["a"],"additionalProperties":false})", "[1]", ""},
    });
}

void TestSchemaCheck::combinations_data()
{
    rows({
        {"allOf", R"({"allOf":[{"required":["a"]},{"required":["b"]}]})", R"({})",
         " The member “a” is missing.;  The member “b” is missing."},
        {"anyOf", R"({"anyOf":[{"type":"string"},{"type":"integer"}]})", "7", ""},
        {"none of anyOf", R"({"anyOf":[{"type":"string"},{"type":"integer"}]})", "null",
         " Fits none of the 2 alternative"},
        {"what is wrong with the likely one", R"({"anyOf":[{"type":"string"},{"type":"object","required":["a"]}]})",
         "{}", " The member “a” is missing."},
        {"oneOf", R"({"oneOf":[{"minimum":5},{"type":"string"}]})", "7", ""},
        {"two of oneOf", R"({"oneOf":[{"minimum":5},{"minimum":6},{"minimum":9}]})", "7",
         " Fits 2 of the alternatives, but should fit one only."},
        {"not", R"({"not":{"const":7}})", "7", " “7” is excluded here."},
        {"not, rightly", R"({"not":{"const":7}})", "8", ""},
        {"then", R"({"if":{"properties":{"a":{"const":1}}},"then":{"required":["b"]},"else":{"required":["c"]}})",
         R"({"a":1})", " The member “b” is missing."},
        {"else", R"({"if":{"properties":{"a":{"const":1}}},"then":{"required":["b"]},"else":{"required":["c"]}})",
         R"({"a":2})", " The member “c” is missing."},
        {"the same finding once", R"({"allOf":[{"type":"string"},{"type":"string"}]})", "7", " Should be a text"},
    });
}

void TestSchemaCheck::olderVersions_data()
{
    rows({
        {"nullable", R"({"type":"string","nullable":true})", "null", ""},
        {"nullable enum", R"({"type":"string","nullable":true,"enum":["a"]})", "null", ""},
        {"not nullable", R"({"type":"string","nullable":false})", "null", " Should be a text, but is null."},
        {"x-nullable", R"({"type":"string","x-nullable":true})", "null", ""},
        {"exclusive flag", R"({"minimum":5,"exclusiveMinimum":true})", "5", " Should be greater than 5."},
        {"exclusive flag off", R"({"maximum":5,"exclusiveMaximum":false})", "5", ""},
        {"items as a list", R"({"items":[{"type":"string"}],"additionalItems":false})", R"(["a",1])",
         "/1 No value is allowed here."},
    });
}

ACX_TEST_MAIN(TestSchemaCheck)
#include "test_schema_check.moc"
