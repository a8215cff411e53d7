// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/json/json_value.h"
#include "tests/json/json_cases.h"
#include "tests/support/test_main.h"

#include <QRegularExpression>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace acx;

class TestJson final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".?"_s)); }

    void accepts_data() { addJsonTexts(); }
    void accepts();
    void refuses_data() { addOtherTexts(); }
    void refuses();
    void namesLineAndColumn_data();
    void namesLineAndColumn();
    void keepsNumbersOrderAndDuplicates();
    void decodesStrings_data();
    void decodesStrings();
    void readsIntegersExactly_data();
    void readsIntegersExactly();
    void readsDoubles_data();
    void readsDoubles();
    void limitsDepth();
    void limitsSize();
    void checksDeepAndLargeTextsWithoutBuilding();
    void findsDuplicatesAtAnyDepth();
    void accessOfAbsentMembersIsHarmless();
    void writesForReading();
    void refusesNumbersThatAreNone();
    void everyPrefixIsRefusedWithoutCrash();
    void everyChangedByteGivesTheSameVerdict();
};

void TestJson::accepts()
{
    QFETCH(QByteArray, text);
    const auto value = parseJson(text);
    QVERIFY2(value.has_value(), qPrintable(value ? QString() : value.error().reason));
    QVERIFY(!findJsonProblem(text));
    // What is written is JSON again, and says the same.
    const QByteArray written = value->toJson();
    const auto again = parseJson(written);
    QVERIFY(again.has_value());
    QCOMPARE(again->toJson(), written);
    const auto pretty = parseJson(value->toPrettyJson());
    QVERIFY(pretty.has_value());
    QCOMPARE(pretty->toJson(), written);
}

void TestJson::refuses()
{
    QFETCH(QByteArray, text);
    const auto value = parseJson(text);
    QVERIFY(!value.has_value());
    QVERIFY(!value.error().reason.isEmpty());
    QVERIFY(value.error().offset >= 0 && value.error().offset <= text.size());
    const auto problem = findJsonProblem(text);
    QVERIFY(problem.has_value());
    QCOMPARE(*problem, value.error());
}

void TestJson::namesLineAndColumn_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<int>("line");
    QTest::addColumn<int>("column");
    QTest::addColumn<int>("offset");
    QTest::addColumn<QString>("reason");

    QTest::newRow("empty") << ""_ba << 1 << 1 << 0 << u"the text is empty"_s;
    QTest::newRow("missing comma") << "{\n  \"a\": 1\n  \"b\": 2\n}"_ba << 3 << 3 << 13
                                   << u"a comma or a closing brace is missing"_s;
    QTest::newRow("CR LF") << "[1,\r\n2,\r\nx]"_ba << 3 << 1 << 9 << u"a value is missing or not one that JSON knows"_s;
    QTest::newRow("CR alone") << "[1,\r2,\rx]"_ba << 3 << 1 << 7 << u"a value is missing or not one that JSON knows"_s;
    QTest::newRow("columns are characters")
        << QByteArray("[\"é€😀\" x]") << 1 << 8 << 13 << u"a comma or a closing bracket is missing"_s;
    QTest::newRow("byte order mark is no column") << bytes({0xef, 0xbb, 0xbf, '[', 'x', ']'}) << 1 << 2 << 4
                                                  << u"a value is missing or not one that JSON knows"_s;
    QTest::newRow("cut") << "{\"a\":[1,2"_ba << 1 << 10 << 9 << u"the text ends before its JSON value is complete"_s;
    QTest::newRow("more text") << "{}\n\nmore"_ba << 3 << 1 << 4
                               << u"there is more text after the end of the JSON value"_s;
    QTest::newRow("word") << "[1, tru]"_ba << 1 << 5 << 4 << u"a value is missing or not one that JSON knows"_s;
    QTest::newRow("half of a pair") << QByteArray(R"(["ab\ud83d\ude00\ude00"])") << 1 << 17 << 16
                                    << u"a \\u escape is only one half of a character"_s;
    QTest::newRow("control character") << "[\"a\tb\"]"_ba << 1 << 4 << 3
                                       << u"a text holds an unknown escape or an unescaped control character"_s;
    QTest::newRow("UTF-8") << bytes({'[', '"', 'a', 0xff, '"', ']'}) << 1 << 4 << 3 << u"the text is not valid UTF-8"_s;
    QTest::newRow("NUL") << bytes({'[', '1', 0, ']'}) << 1 << 3 << 2 << u"the text holds a NUL byte"_s;
    QTest::newRow("number") << "[1.]"_ba << 1 << 4 << 3 << u"a number is not complete"_s;
    QTest::newRow("name") << "{a:1}"_ba << 1 << 2 << 1 << u"a member name in double quotes is missing"_s;
    QTest::newRow("colon") << "{\"a\" 1}"_ba << 1 << 6 << 5 << u"a colon is missing after a member name"_s;
}

void TestJson::namesLineAndColumn()
{
    QFETCH(QByteArray, text);
    const auto problem = findJsonProblem(text);
    QVERIFY(problem.has_value());
    QTEST(problem->reason, "reason");
    QTEST(int(problem->offset), "offset");
    QTEST(int(problem->line), "line");
    QTEST(int(problem->column), "column");
}

void TestJson::keepsNumbersOrderAndDuplicates()
{
    const QByteArray text = R"({"z":1.10,"a":-0,"n":12345678901234567890,"a":1e400,"l":[1.0,0.1e-7,1E+2]})";
    const auto value = parseJson(text);
    QVERIFY(value.has_value());
    QCOMPARE(value->toJson(), text);
    QCOMPARE(value->members().size(), 5);
    QCOMPARE(value->members().at(1).name, u"a"_s);
    QCOMPARE((*value)[u"a"].numberText(), "-0"_ba);
    QCOMPARE(value->members().at(3).value.numberText(), "1e400"_ba);
    QCOMPARE(value->duplicateNames(), QStringList{u"a"_s});
}

void TestJson::decodesStrings_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("expected");
    QTest::newRow("escapes") << R"("\"\\\/\b\f\n\r\t")"_ba << u"\"\\/\b\f\n\r\t"_s;
    QTest::newRow("unicode escape") << R"("\u00e9\u20AC")"_ba << u"é€"_s;
    QTest::newRow("pair") << R"("\ud83d\ude00")"_ba << u"😀"_s;
    QTest::newRow("UTF-8") << QByteArray("\"é€😀\"") << u"é€😀"_s;
    QTest::newRow("NUL") << R"("a\u0000b")"_ba << QString::fromUtf16(u"a\0b", 3);
    QTest::newRow("U+FEFF at the start") << R"("\ufeffx")"_ba << u"\ufeffx"_s;
    QTest::newRow("U+FEFF as UTF-8") << bytes({'"', 0xef, 0xbb, 0xbf, 'x', '"'}) << u"\ufeffx"_s;
    QTest::newRow("long") << '"' + QByteArray(100'000, 'k') + '"' << QString(100'000, u'k');
}

void TestJson::decodesStrings()
{
    QFETCH(QByteArray, text);
    const auto value = parseJson(text);
    QVERIFY(value.has_value());
    QVERIFY(value->isString());
    QTEST(value->toString(), "expected");
    const auto asName = parseJson("{" + text + ":0}");
    QVERIFY(asName.has_value());
    QTEST(asName->members().constFirst().name, "expected");
    const auto again = parseJson(value->toJson());
    QVERIFY(again.has_value());
    QTEST(again->toString(), "expected");
}

void TestJson::readsIntegersExactly_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QVariant>("expected");
    const auto whole = [](const char *text, qint64 value) {
        QTest::newRow(text) << QByteArray(text) << QVariant(value);
    };
    const auto none = [](const char *text) { QTest::newRow(text) << QByteArray(text) << QVariant(); };
    whole("0", 0);
    whole("-0", 0);
    whole("0.0", 0);
    whole("0e999", 0);
    whole("0.000e-5", 0);
    whole("1.0", 1);
    whole("1e3", 1000);
    whole("-1.5e1", -15);
    whole("1500e-2", 15);
    whole("1790000000", 1'790'000'000);
    whole("9007199254740993", 9'007'199'254'740'993);
    whole("9223372036854775807", std::numeric_limits<qint64>::max());
    whole("-9223372036854775808", std::numeric_limits<qint64>::min());
    whole("9.223372036854775807e18", std::numeric_limits<qint64>::max());
    none("9223372036854775808");
    none("-9223372036854775809");
    none("1.5");
    none("1e-1");
    none("1e19");
    none("1e999999999999");
    none("-1e2147483647");
    none("null");
    none("\"1\"");
    none("true");
}

void TestJson::readsIntegersExactly()
{
    QFETCH(QByteArray, text);
    QFETCH(QVariant, expected);
    const auto value = parseJson(text);
    QVERIFY(value.has_value());
    QCOMPARE(value->toInteger().has_value(), expected.isValid());
    if (expected.isValid())
        QCOMPARE(value->toInteger().value_or(-1), expected.toLongLong());
}

void TestJson::readsDoubles_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QVariant>("expected");
    QTest::newRow("fraction") << "0.25"_ba << QVariant(0.25);
    QTest::newRow("exponent") << "-2.5e-3"_ba << QVariant(-0.0025);
    QTest::newRow("too large") << "1e400"_ba << QVariant();
    QTest::newRow("no number") << "\"1\""_ba << QVariant();
}

void TestJson::readsDoubles()
{
    QFETCH(QByteArray, text);
    QFETCH(QVariant, expected);
    const auto value = parseJson(text);
    QVERIFY(value.has_value());
    QCOMPARE(value->toDouble().has_value(), expected.isValid());
    if (expected.isValid())
        QCOMPARE(value->toDouble().value_or(0), expected.toDouble());
}

void TestJson::limitsDepth()
{
    const auto nested = [](int depth) { return QByteArray(depth, '[') + QByteArray(depth, ']'); };
    QVERIFY(parseJson(nested(512)).has_value());
    const auto tooDeep = parseJson(nested(513));
    QVERIFY(!tooDeep.has_value());
    QCOMPARE(tooDeep.error().reason, u"values are nested deeper than 512 levels"_s);
    QCOMPARE(tooDeep.error().offset, 512);

    QVERIFY(parseJson(R"({"a":{"b":1}})", {.maxDepth = 2}).has_value());
    QVERIFY(!parseJson(R"({"a":{"b":[]}})", {.maxDepth = 2}).has_value());
    // Siblings do not add up.
    QVERIFY(parseJson("[[],[],[[]]]", {.maxDepth = 3}).has_value());
    QVERIFY(parseJson(nested(2000), {.maxDepth = 1'000'000}).has_value());
    QVERIFY(!parseJson(nested(2001), {.maxDepth = 1'000'000}).has_value());
}

void TestJson::limitsSize()
{
    QVERIFY(parseJson("[1,2]", {.maxBytes = 5}).has_value());
    const auto tooLarge = parseJson("[1,2]", {.maxBytes = 4});
    QVERIFY(!tooLarge.has_value());
    QCOMPARE(tooLarge.error().reason, u"the text is larger than 4 bytes"_s);
}

void TestJson::checksDeepAndLargeTextsWithoutBuilding()
{
    QVERIFY(!findJsonProblem(QByteArray(100'000, '[') + QByteArray(100'000, ']')));
    const auto tooDeep = findJsonProblem(QByteArray(1'000'000, '['));
    QVERIFY(tooDeep.has_value());
    QCOMPARE(tooDeep->reason, u"values are nested deeper than 100000 levels"_s);

    QByteArray large = "[";
    for (int i = 0; i < 100'000; ++i)
        large += R"({"id":)" + QByteArray::number(i) + R"(,"name":"a\u0062ñ"},)";
    large += "0]";
    QVERIFY(!findJsonProblem(large));
    large.chop(1);
    QVERIFY(findJsonProblem(large).has_value());
}

void TestJson::findsDuplicatesAtAnyDepth()
{
    QVERIFY(!parseJson(R"({"a":{"a":1},"b":[{"a":1},{"a":2}]})")->hasDuplicates());
    QVERIFY(parseJson(R"({"a":[{"b":{"c":1,"d":2,"c":3}}]})")->hasDuplicates());
    // The same name, written differently.
    QCOMPARE(parseJson(R"({"a":1,"\u0061":2,"a":3})")->duplicateNames(), QStringList{u"a"_s});
}

void TestJson::accessOfAbsentMembersIsHarmless()
{
    const auto value = parseJson(R"({"a":{"b":null}})");
    QVERIFY(value.has_value());
    QCOMPARE((*value)[u"x"][u"y"].type(), JsonValue::Type::Null);
    QVERIFY(!value->contains(u"x"));
    QVERIFY((*value)[u"a"].contains(u"b"));
    QVERIFY((*value)[u"x"].toString().isEmpty());
    QVERIFY((*value)[u"x"].items().isEmpty());
}

void TestJson::writesForReading()
{
    const JsonValue value = JsonValue::object(
        {{u"b"_s, JsonValue::array({JsonValue::number("1.50"), JsonValue::boolean(true), JsonValue()})},
         {u"a\n"_s, JsonValue::string(u"x\"\\\u0001é/"_s)},
         {u"e"_s, JsonValue::object({})}});
    QCOMPARE(value.toJson(), QByteArray(R"({"b":[1.50,true,null],"a\n":"x\"\\\u0001é/","e":{}})"));
    QCOMPARE(value.toPrettyJson(), QByteArray("{\n  \"b\": [\n    1.50,\n    true,\n    null\n  ],\n"
                                              "  \"a\\n\": \"x\\\"\\\\\\u0001é/\",\n  \"e\": {}\n}"));
}

void TestJson::refusesNumbersThatAreNone()
{
    for (const char *text : {"", "x", "1 ", " 1", "01", "+1", "1.", "NaN", "1}"})
        QCOMPARE(JsonValue::number(text).type(), JsonValue::Type::Null);
    QCOMPARE(JsonValue::number("-1.0e+9").numberText(), "-1.0e+9"_ba);
}

void TestJson::everyPrefixIsRefusedWithoutCrash()
{
    const QByteArray text = R"({"a":[-1.5e+3,true,false,null,"x\u00e9\ud83d\ude00\n"],"ü":{"b":{}}})";
    QVERIFY(!findJsonProblem(text));
    for (qsizetype length = 0; length < text.size(); ++length) {
        const QByteArray prefix(text.constData(), length); // a copy, so that reading past its end is seen
        QVERIFY2(findJsonProblem(prefix).has_value(), prefix.constData());
        QVERIFY(!parseJson(prefix).has_value());
    }
}

void TestJson::everyChangedByteGivesTheSameVerdict()
{
    const QByteArray text = R"({"a":[-1.5e+3,true,"x\u00e9\ud83d\ude00\n"],"ü":{"b":{}}})";
    for (qsizetype at = 0; at < text.size(); ++at) {
        for (int byte = 0; byte < 256; ++byte) {
            QByteArray changed = text;
            changed[at] = static_cast<char>(byte);
            const auto value = parseJson(changed);
            const auto problem = findJsonProblem(changed);
            QCOMPARE(value.has_value(), !problem.has_value());
            if (value)
                QVERIFY(parseJson(value->toJson()).has_value());
            else
                QCOMPARE(value.error(), *problem);
        }
    }
}

ACX_TEST_MAIN(TestJson)
#include "test_json.moc"
