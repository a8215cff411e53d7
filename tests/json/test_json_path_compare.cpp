// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/json/json_path_rows.h"
#include "tests/support/test_main.h"

#include <QRegularExpression>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace acx;

/// Comparisons in filters (RFC 9535, section 2.3.5.2.2).
class TestJsonPathCompare final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".?"_s)); }

    void comparesByTable11_data();
    void comparesByTable11();
    void comparesNumbersExactly_data();
    void comparesNumbersExactly();
    void comparesWholeValues_data();
    void comparesWholeValues();
};

void TestJsonPathCompare::comparesByTable11_data()
{
    QTest::addColumn<QString>("comparison");
    QTest::addColumn<bool>("isTrue");
    const auto add = [](const char *comparison, bool isTrue) {
        QTest::newRow(comparison) << QString::fromLatin1(comparison) << isTrue;
    };
    for (const char *comparison :
         {"$.absent1 == $.absent2", "$.absent1 <= $.absent2", "$.absent != 'g'", "1 <= 2", "'a' <= 'b'",
          "$.obj != $.arr", "$.obj == $.obj", "$.arr == $.arr", "$.obj != 17", "$.obj <= $.obj", "$.arr <= $.arr",
          "true <= true", "null == null", "null >= null", "false != true"})
        add(comparison, true);
    for (const char *comparison :
         {"$.absent == 'g'", "$.absent1 != $.absent2", "1 > 2", "13 == '13'", "'a' > 'b'", "$.obj == $.arr",
          "$.obj != $.obj", "$.arr != $.arr", "$.obj == 17", "$.obj <= $.arr", "$.obj < $.arr", "1 <= $.arr",
          "1 >= $.arr", "1 > $.arr", "1 < $.arr", "true > true", "false < true", "$.absent < 1", "null < null"})
        add(comparison, false);
}

void TestJsonPathCompare::comparesByTable11()
{
    QFETCH(QString, comparison);
    QFETCH(bool, isTrue);
    const JsonIndexed index = indexed(R"({"obj":{"x":"y"},"arr":[2,3]})");
    QVERIFY(index.has_value());
    QCOMPARE(foundIn(**index, u"$.arr[?"_s + comparison + u']'), isTrue ? "[2,3]" : "[]");
}

void TestJsonPathCompare::comparesNumbersExactly_data()
{
    QTest::addColumn<QByteArray>("document");
    QTest::addColumn<QString>("path");
    QTest::addColumn<QByteArray>("values");
    addRows("numbers", "[1,1.0,1e0,10e-1,0.1e1,-1,-0,0,0.0e5,0e99]",
            {{"$[?@==1]", "[1,1.0,1e0,10e-1,0.1e1]"},
             {"$[?@==0]", "[-0,0,0.0e5,0e99]"},
             {"$[?@==-0]", "[-0,0,0.0e5,0e99]"},
             {"$[?@<-0.5]", "[-1]"}});
    addRows("thirty digits", "[123456789012345678901234567890,123456789012345678901234567891,9007199254740993]",
            {{"$[?@==123456789012345678901234567890]", "[123456789012345678901234567890]"},
             {"$[?@>123456789012345678901234567890]", "[123456789012345678901234567891]"},
             {"$[?@==9007199254740992]", "[]"},
             {"$[?@==9007199254740993.0]", "[9007199254740993]"}});
    addRows("beyond double", "[1e400,1e401,-1e400,1e-400,0,1E+400,10e399]",
            {{"$[?@==1e400]", "[1e400,1E+400,10e399]"},
             {"$[?@>1e400]", "[1e401]"},
             {"$[?@<0]", "[-1e400]"},
             {"$[?@>0 && @<1e-300]", "[1e-400]"},
             {"$[?@<1e99999999999999999999]", "[1e400,1e401,-1e400,1e-400,0,1E+400,10e399]"},
             {"$[?@>1e-99999999999999999999]", "[1e400,1e401,1e-400,1E+400,10e399]"},
             {"$[?@>-1e99999999999999999999]", "[1e400,1e401,-1e400,1e-400,0,1E+400,10e399]"}});
}

void TestJsonPathCompare::comparesNumbersExactly()
{
    QFETCH(QByteArray, document);
    QFETCH(QString, path);
    QFETCH(QByteArray, values);
    const JsonIndexed index = indexed(document);
    QVERIFY(index.has_value());
    QCOMPARE(foundIn(**index, path), values);
}

void TestJsonPathCompare::comparesWholeValues_data()
{
    QTest::addColumn<QByteArray>("left");
    QTest::addColumn<QByteArray>("right");
    QTest::addColumn<bool>("areEqual");
    const auto add = [](const char *left, const char *right, bool areEqual) {
        QTest::addRow("%s and %s", left, right) << QByteArray(left) << QByteArray(right) << areEqual;
    };
    add("[]", "[ ]", true);
    add("[]", "{}", false);
    add("[1,[2,{}]]", "[1.0,[2e0,{ }]]", true);
    add("[1,2]", "[2,1]", false);
    add("[1,2]", "[1,2,3]", false);
    add(R"({"a":1,"b":[2]})", R"({"b":[2],"a":1})", true);
    add(R"({"a":1,"b":2})", R"({"a":1,"c":2})", false);
    add(R"({"a":1})", R"({"\u0061":1})", true);
    add(R"({"a":"x"})", R"({"a":"\u0078"})", true);
    add(R"({"a":1,"a":2})", R"({"a":1,"a":2})", true);
    add(R"({"a":1,"a":2})", R"({"a":2,"a":1})", false);
    add(R"({"a":{"b":{"c":[true,false,null]}}})", R"({"a":{"b":{"c":[true,false,null]}}})", true);
    add(R"({"a":{"b":{"c":[true,false,null]}}})", R"({"a":{"b":{"c":[true,null,false]}}})", false);
}

void TestJsonPathCompare::comparesWholeValues()
{
    QFETCH(QByteArray, left);
    QFETCH(QByteArray, right);
    QFETCH(bool, areEqual);
    const JsonIndexed index = indexed("{\"l\":" + left + ",\"r\":" + right + ",\"x\":[0]}");
    QVERIFY(index.has_value());
    QCOMPARE(foundIn(**index, u"$.x[?$.l == $.r]"_s), areEqual ? "[0]" : "[]");
    QCOMPARE(foundIn(**index, u"$.x[?$.r != $.l]"_s), areEqual ? "[]" : "[0]");
}

ACX_TEST_MAIN(TestJsonPathCompare)
#include "test_json_path_compare.moc"
