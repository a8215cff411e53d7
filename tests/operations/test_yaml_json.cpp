// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/json/json_value.h"
#include "app/operations/yaml_json.h"
#include "tests/support/test_main.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;
using namespace acx;

Q_DECLARE_METATYPE(acx::YamlLimits)

namespace {

/// Ten levels of which each names the one before ten times: 10¹⁰ values out of a few hundred bytes.
QByteArray bomb()
{
    QByteArray yaml = "a0: &a0 x\n";
    for (int level = 1; level <= 10; ++level) {
        const QByteArray before = "*a" + QByteArray::number(level - 1) + ", ";
        const QByteArray name = "a" + QByteArray::number(level);
        yaml += name + ": &" + name + " [" + before.repeated(10).chopped(2) + "]\n";
    }
    return yaml;
}

/// Few aliases of a large text.
QByteArray largeTexts()
{
    const QByteArray list = "  - *t\n";
    return "t: &t " + QByteArray(1'000'000, 'x') + "\nl: &l\n" + list.repeated(20) + "m: [*l, *l, *l, *l, *l]\n";
}

} // namespace

class TestYamlJson : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".?"_s)); }

    void values_data()
    {
        QTest::addColumn<QByteArray>("yaml");
        QTest::addColumn<QByteArray>("json");
        QTest::newRow("numbers") << "[1, -2.5, 1e400, 0x1F, +7, 007, 1.0, .5, 1_000]"_ba
                                 << R"([1,-2.5,1e400,31,7,"007",1.0,".5","1_000"])"_ba;
        QTest::newRow("truths") << "[true, False, yes, no, on, ~, null, '', 'true', \"1\"]"_ba
                                << R"([true,false,"yes","no","on",null,null,"","true","1"])"_ba;
        QTest::newRow("nothing as value") << "a:\nb: 1"_ba
                                          << R"({"a":null,"b":1})"_ba;
        QTest::newRow("keys are texts") << "200: a\ntrue: b\n"_ba
                                        << R"({"200":"a","true":"b"})"_ba;
        QTest::newRow("texts of lines") << "a: |\n  x\n  y\nb: >\n  x\n  y\n"_ba
                                        << "{\"a\":\"x\\u000ay\\u000a\",\"b\":\"x y\\u000a\"}"_ba;
        QTest::newRow("quotes") << "a: \"\\\"\\\\\\t\\u00e9\""_ba
                                << "{\"a\":\"\\\"\\\\\\u0009é\"}"_ba;
        QTest::newRow("aliases") << "a: &x {b: 1}\nc: *x\n"_ba
                                 << R"({"a":{"b":1},"c":{"b":1}})"_ba;
        QTest::newRow("alias of a key") << "&k a: 1\nb: {*k : 2}\n"_ba
                                        << R"({"a":1,"b":{"a":2}})"_ba;
        QTest::newRow("an anchor set again") << "a: &x 1\nb: &x 2\nc: *x\n"_ba
                                             << R"({"a":1,"b":2,"c":2})"_ba;
        QTest::newRow("tag of texts") << "a: !!str 12"_ba
                                      << R"({"a":"12"})"_ba;
        QTest::newRow("first document") << "--- {a: 1}\n--- {b: 2}\n"_ba
                                        << R"({"a":1})"_ba;
        QTest::newRow("both of two keys") << "{a: 1, a: 2}"_ba
                                          << R"({"a":1,"a":2})"_ba;
    }
    void values()
    {
        QFETCH(QByteArray, yaml);
        QFETCH(QByteArray, json);
        const auto read = yamlToJson(yaml);
        QVERIFY2(read, read ? "" : qPrintable(read.error().sentence));
        QCOMPARE(read->json, json);
        QVERIFY(!findJsonProblem(read->json));
    }

    void duplicatesNameTheLine()
    {
        const auto read = yamlToJson("a: 1\nb:\n  c: 1\n  d: {c: 1}\n  c: 2\n");
        QVERIFY(read);
        QCOMPARE(read->duplicates.size(), 1);
        QVERIFY2(read->duplicates.constFirst().contains(u"Line 5"_s) &&
                     read->duplicates.constFirst().contains(u"“c”"_s),
                 qPrintable(read->duplicates.constFirst()));
    }

    /// Three bytes for each repetition of a long key.
    void duplicatesAreBounded()
    {
        const QByteArray key(5000, 'k');
        const auto read = yamlToJson("? &k " + key + "\n: 1\n" + "*k : 2\n"_ba.repeated(3000));
        QVERIFY2(read, read ? "" : qPrintable(read.error().sentence));
        QCOMPARE(read->duplicates.size(), 1001);
        for (const QString &duplicate : read->duplicates)
            QVERIFY2(duplicate.size() < 600 && duplicate.contains(u"kkk…"_s), qPrintable(duplicate));
    }

    void bombsAreRefused_data()
    {
        QTest::addColumn<QByteArray>("yaml");
        QTest::addColumn<YamlLimits>("limits");
        QTest::addColumn<QString>("limit");
        YamlLimits few;
        few.maxNodes = 100;
        QTest::newRow("aliases of aliases") << bomb() << YamlLimits() << u"more than 1000000 values"_s;
        QTest::newRow("large texts") << largeTexts() << YamlLimits() << u"more than 67108864 bytes"_s;
        QTest::newRow("nested lists") << QByteArray(100'000, '[') << YamlLimits() << u"deeper than 256 levels"_s;
        QTest::newRow("nested blocks") << "- "_ba.repeated(100'000) << YamlLimits() << u"deeper than 256 levels"_s;
        QTest::newRow("values") << "[" + "1,"_ba.repeated(200) + "1]" << few << u"more than 100 values"_s;
    }
    void bombsAreRefused()
    {
        QFETCH(QByteArray, yaml);
        QFETCH(YamlLimits, limits);
        QFETCH(QString, limit);
        const auto read = yamlToJson(yaml, limits);
        QVERIFY(!read);
        QCOMPARE(read.error().kind, ErrorKind::TooLarge);
        QVERIFY2(read.error().sentence.contains(limit), qPrintable(read.error().sentence));
        QVERIFY(read.error().sentence.contains(u"Line "_s));
    }

    void depthCountsThroughAliases()
    {
        QByteArray yaml = "a0: &a0 [x]\n";
        for (int level = 1; level <= 300; ++level)
            yaml += "a" + QByteArray::number(level) + ": &a" + QByteArray::number(level) + " [*a" +
                    QByteArray::number(level - 1) + "]\n";
        const auto read = yamlToJson(yaml);
        QVERIFY(!read);
        QVERIFY2(read.error().sentence.contains(u"deeper than 256 levels"_s), qPrintable(read.error().sentence));
    }

    void refusals_data()
    {
        QTest::addColumn<QByteArray>("yaml");
        QTest::addColumn<QString>("sentence");
        QTest::newRow("alias of itself") << "a: &a\n  b: *a\n"_ba << u"Line 2: the alias “a” stands for a value"_s;
        QTest::newRow("list of itself") << "&a [*a]"_ba << u"Line 1: the alias “a” stands for a value"_s;
        QTest::newRow("alias of nothing") << "a: *b\n"_ba << u"the alias “b” stands for nothing"_s;
        QTest::newRow("key is a list") << "? [a]\n: b\n"_ba << u"Line 1: a key is not a text"_s;
        QTest::newRow("key is an alias of a list") << "a: &a [1]\n*a : 2\n"_ba << u"Line 2: a key is not a text"_s;
        QTest::newRow("nothing") << "# only a remark\n"_ba << u"there is nothing in it"_s;
        QTest::newRow("half a surrogate pair") << "a: \"\\uD800\""_ba << u"Line 1"_s;
        QTest::newRow("invalid UTF-8") << "a: \xff\n"_ba << u"Line"_s;
    }
    void refusals()
    {
        QFETCH(QByteArray, yaml);
        QFETCH(QString, sentence);
        const auto read = yamlToJson(yaml);
        QVERIFY(!read);
        QCOMPARE(read.error().kind, ErrorKind::InvalidInput);
        QVERIFY2(read.error().sentence.contains(sentence), qPrintable(read.error().sentence));
    }
};

ACX_TEST_MAIN(TestYamlJson)
#include "test_yaml_json.moc"
