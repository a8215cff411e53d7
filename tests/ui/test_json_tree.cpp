// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/answer_bench.h"
#include "ui/explorer/json_excerpt.h"

#include <QClipboard>

using namespace Qt::StringLiterals;
using namespace acx;

class TestJsonTree final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u"^(?!This plugin does not support )"_s)); }
    void showsValuesAsWritten();
    void showsTextAsText_data();
    void showsTextAsText();
    void keepsToolTipsPlain();
    void cutsLongTextsBetweenCharacters_data();
    void cutsLongTextsBetweenCharacters();
    void showsManyValuesInGroups();
    void showsTwoMillionItems();
    void survivesTenThousandLevels();
    void unfoldsTheFirstItem_data();
    void unfoldsTheFirstItem();
    void foldsLevels();
    void boundsWhatIsUnfolded();
    void filters_data();
    void filters();
    void filtersAndShowsEverythingAgain();
    void showsTheWholeOfALongValue();
};

namespace {

const QByteArray sample = R"({"total_results":2,"results":[{"name":"a","url":"https://api.example.com/api/x"},)"
                          R"({"name":"b","plans":[1,2,3]}]})"_ba;

} // namespace

void TestJsonTree::showsValuesAsWritten()
{
    AnswerBench bench;
    bench.showJson(
        R"({"b":1e400,"a":1.0,"b":123456789012345678901234567890,"z":[],"o":{},"t":true,"n":null,"s":"x"})"_ba);
    QCOMPARE(bench.rows(),
             QStringList({u"{ 8 }"_s, u" b: 1e400"_s, u" a: 1.0"_s, u" b: 123456789012345678901234567890"_s,
                          u" z [ 0 ]"_s, u" o { 0 }"_s, u" t: true"_s, u" n: null"_s, u" s: \"x\""_s}));
    bench.showJson(sample);
    QCOMPARE(bench.rows(), QStringList({u"{ 2 }"_s, u" total_results: 2"_s, u" results [ 2 ]"_s}));
    bench.tree().unfold(JsonTreeView::allLevels);
    QCOMPARE(bench.rows().mid(2, 4), QStringList({u" results [ 2 ]"_s, u"  0 { 2 }"_s, u"   name: \"a\""_s,
                                                  u"   url: \"https://api.example.com/api/x\""_s}));
    bench.showJson("17");
    QCOMPARE(bench.rows(), QStringList({u"17"_s}));
}

void TestJsonTree::showsTextAsText_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QString>("row");
    QTest::newRow("markup") << "{\"a\":\"<b>x</b>\"}"_ba << u" a: \"<b>x</b>\""_s;
    QTest::newRow("escapes") << "{\"a\":\"\\u00e4\\n\\t\\\"\"}"_ba << u" a: \"ä␊␉\"\""_s;
    QTest::newRow("terminal") << "{\"a\":\"\\u001b[31m\"}"_ba << u" a: \"␛[31m\""_s;
    QTest::newRow("direction") << "{\"a\":\"\xe2\x80\xaex\"}"_ba << u" a: \"⟨U+202E⟩x\""_s;
    QTest::newRow("name") << "{\"<i>\\n\":1}"_ba << u" <i>␊: 1"_s;
    QTest::newRow("surrogates") << "[\"\\uD83D\\ude00\"]"_ba << u" 0: \"😀\""_s;
}

void TestJsonTree::showsTextAsText()
{
    QFETCH(QByteArray, json);
    QFETCH(QString, row);
    AnswerBench bench;
    bench.showJson(json);
    QCOMPARE(bench.rows().constLast(), row);
    const QString tip = bench.model().index(0, 0, bench.model().index(0, 0)).data(Qt::ToolTipRole).toString();
    QVERIFY(!tip.contains(u"<b>"_s));
}

void TestJsonTree::keepsToolTipsPlain()
{
    AnswerBench bench;
    bench.panel().resize(300, 400);
    bench.showJson("{\"" + QByteArray("<b>x</b>\\n").repeated(30) + "\":1}");
    bench.tree().setCurrentIndex(bench.model().index(0, 0, bench.model().index(0, 0)));
    auto *path = part<QLabel>(bench.panel(), "valuePath");
    QVERIFY(!path->grab().isNull());
    QVERIFY(path->toolTip().contains(u"&lt;b&gt;x"_s));
    QVERIFY(!path->toolTip().contains(u"<b>"_s));
}

void TestJsonTree::cutsLongTextsBetweenCharacters_data()
{
    QTest::addColumn<QByteArray>("raw");
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("isCut");
    QTest::newRow("short") << "abcd"_ba << u"abcd"_s << false;
    QTest::newRow("letters") << "abcdefghij"_ba << u"abcdefgh"_s << true;
    QTest::newRow("character") << "abcdefg\xc3\xa4x"_ba << u"abcdefg"_s << true;
    QTest::newRow("four bytes") << "abcde\xf0\x9f\x98\x80x"_ba << u"abcde"_s << true;
    QTest::newRow("escape") << "abcdefg\\nx"_ba << u"abcdefg"_s << true;
    QTest::newRow("unicode escape") << "abc\\u00e4x"_ba << u"abc"_s << true;
    QTest::newRow("pair") << "\\ud83d\\ude00"_ba << QString() << true;
}

void TestJsonTree::cutsLongTextsBetweenCharacters()
{
    QFETCH(QByteArray, raw);
    QFETCH(QString, text);
    QFETCH(bool, isCut);
    QCOMPARE(stringExcerpt(raw, 8), (Excerpt{text, isCut}));
}

void TestJsonTree::showsManyValuesInGroups()
{
    QByteArray json = "[0"_ba;
    for (int i = 1; i <= 20'000; ++i)
        json += ',' + QByteArray::number(i);
    json += ']';
    AnswerBench bench;
    bench.showJson(json);
    QCOMPARE(bench.rows(),
             QStringList({u"[ 20,001 ]"_s, u" [0 … 9,999]"_s, u" [10,000 … 19,999]"_s, u" [20,000 … 20,000]"_s}));
    bench.tree().expand(bench.model().index(1, 0, bench.model().index(0, 0)));
    QCOMPARE(bench.rows().at(3), u"  10000: 10000"_s);
    const QModelIndex item = bench.model().indexOf(20'001);
    QCOMPARE(item.data().toString(), u"20000: 20000"_s);
    QCOMPARE(item.parent().data().toString(), u"[20,000 … 20,000]"_s);
    QCOMPARE(bench.model().nodeAt(item.parent()), JsonIndex::none);
}

void TestJsonTree::showsTwoMillionItems()
{
    QByteArray json = "["_ba;
    json.reserve(12'000'000);
    for (int i = 0; i < 2'000'000; ++i)
        json += "{},";
    json += "\"last\"]";
    AnswerBench bench;
    const Pulse pulse;
    bench.panel().showExchange(answerOf("application/json", json));
    QVERIFY(!bench.panel().jsonIndex()); // it is read elsewhere
    QTRY_VERIFY_WITH_TIMEOUT(bench.panel().jsonIndex(), 60'000);
    QVERIFY(pulse.beats > 0);
    QVERIFY(textOf(bench.panel(), "answerValues").startsWith(u"2,000,002 value"_s));
    QCOMPARE(bench.rows(4),
             QStringList({u"[ 2,000,001 ]"_s, u" [0 … 9,999]"_s, u" [10,000 … 19,999]"_s, u" [20,000 … 29,999]"_s}));
    type(bench.panel(), "answerSearch", u"last"_s);
    QTRY_COMPARE(textOf(bench.panel(), "answerSearchCount"), u"1/1"_s);
    QCOMPARE(bench.tree().currentIndex().data().toString(), u"2000000: \"last\""_s);
    click(bench.panel(), "foldAll");
    QVERIFY(isShown(bench.panel(), "filterNote"));
    QVERIFY(bench.tree().indexBelow(bench.model().index(0, 0)).isValid());
}

void TestJsonTree::survivesTenThousandLevels()
{
    constexpr int levels = 10'000;
    QByteArray json;
    for (int i = 0; i < levels; ++i)
        json += "{\"a\":";
    json += "\"deep\"" + QByteArray(levels, '}');
    AnswerBench bench;
    bench.showJson(json);
    click(bench.panel(), "foldAll");
    const QStringList all = bench.rows(levels);
    QCOMPARE(all.size(), JsonTreeModel::deepest + 1);
    bench.tree().collapse(bench.model().index(0, 0));
    bench.tree().expand(bench.model().index(0, 0));
    bench.tree().setCurrentIndex(bench.model().index(0, 0));
    QTest::keyClick(&bench.tree(), Qt::Key_End);
    QCOMPARE(bench.rows(levels).size(), JsonTreeModel::deepest + 1);
    QVERIFY(bench.model().isTooDeep(bench.tree().currentIndex()));
    QTest::keyClick(&bench.tree(), Qt::Key_Return); // shows it from there
    QVERIFY(isShown(bench.panel(), "treeWhole"));
    QVERIFY(!bench.model().showsAll());
    type(bench.panel(), "answerSearch", u"deep"_s);
    QTRY_COMPARE(bench.tree().currentIndex().data().toString(), u"a: \"deep\""_s);
    QVERIFY(textOf(bench.panel(), "filterNote").size() > 0);
    click(bench.panel(), "treeWhole");
    QVERIFY(bench.model().showsAll());
    QVERIFY(!bench.tree().grab().isNull());
}

void TestJsonTree::unfoldsTheFirstItem_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QStringList>("rows");
    QTest::newRow("a list in an object") << R"({"total":2,"results":[{"a":1},{"a":2}]})"_ba
                                         << QStringList({u"{ 2 }"_s, u" total: 2"_s, u" results [ 2 ]"_s,
                                                         u"  0 { 1 }"_s, u"   a: 1"_s, u"  1 { 1 }"_s});
    QTest::newRow("a list") << R"([[1],[2]])"_ba
                            << QStringList({u"[ 2 ]"_s, u" 0 [ 1 ]"_s, u"  0: 1"_s, u" 1 [ 1 ]"_s});
    QTest::newRow("an empty list") << R"({"a":[],"b":{"c":1}})"_ba
                                   << QStringList({u"{ 2 }"_s, u" a [ 0 ]"_s, u" b { 1 }"_s});
    QTest::newRow("a word") << "true"_ba << QStringList({u"true"_s});
}

void TestJsonTree::unfoldsTheFirstItem()
{
    QFETCH(QByteArray, json);
    QFETCH(QStringList, rows);
    AnswerBench bench;
    bench.panel().showExchange(answerOf("application/json", json));
    QTRY_COMPARE(bench.rows(), rows);
}

void TestJsonTree::foldsLevels()
{
    AnswerBench bench;
    bench.showJson(R"({"a":{"b":{"c":{"d":1}}},"e":2})"_ba);
    QCOMPARE(bench.rows().size(), 3);
    click(bench.panel(), "foldLevel2");
    QCOMPARE(bench.rows().size(), 4);
    click(bench.panel(), "foldLevel3");
    QCOMPARE(bench.rows().size(), 5);
    click(bench.panel(), "foldAll");
    QCOMPARE(bench.rows().size(), 6);
    click(bench.panel(), "foldLevel1");
    QCOMPARE(bench.rows(), QStringList({u"{ 2 }"_s, u" a { 1 }"_s, u" e: 2"_s}));
}

void TestJsonTree::boundsWhatIsUnfolded()
{
    QByteArray json = "["_ba;
    for (int i = 0; i < 9'000; ++i)
        json += "[1,2,3],";
    json += "0]";
    AnswerBench bench;
    bench.showJson(json);
    click(bench.panel(), "foldAll");
    QVERIFY(isShown(bench.panel(), "filterNote"));
    QVERIFY(bench.rows(100'000).size() <= JsonTreeView::mostRows);
    click(bench.panel(), "foldLevel1");
    QVERIFY(!isShown(bench.panel(), "filterNote"));
    bench.tree().setCurrentIndex(bench.model().index(0, 0));
    QTest::keyClick(&bench.tree(), Qt::Key_Asterisk);
    QVERIFY(isShown(bench.panel(), "filterNote"));
    QVERIFY(bench.rows(100'000).size() <= JsonTreeView::mostRows);
}

void TestJsonTree::filters_data()
{
    QTest::addColumn<QString>("filter");
    QTest::addColumn<QStringList>("rows");
    QTest::addColumn<QString>("note");
    const QStringList whole{u"{ 2 }"_s, u" total_results: 2"_s, u" results [ 2 ]"_s};
    QTest::newRow("pointer") << u"/results/1/name"_s << QStringList{u"results/1/name: \"b\""_s} << QString();
    QTest::newRow("pointer to an object")
        << u"/results/1"_s << QStringList({u"results/1 { 2 }"_s, u" name: \"b\""_s, u" plans [ 3 ]"_s}) << QString();
    QTest::newRow("pointer to nothing") << u"/results/7"_s << whole << u"results"_s;
    QTest::newRow("path") << u"$.results[*].name"_s
                          << QStringList({u"results/0/name: \"a\""_s, u"results/1/name: \"b\""_s}) << u"2 value"_s;
    QTest::newRow("path with a condition")
        << u"$..[?@ > 2]"_s << QStringList{u"results/1/plans/2: 3"_s} << u"1 value"_s;
    QTest::newRow("path to nothing") << u"$.nothing"_s << QStringList() << u"Nothing found."_s;
    QTest::newRow("no path") << u"$.results["_s << whole << u"JSONPath"_s;
    QTest::newRow("neither") << u"results"_s << whole << u"JSON Pointer"_s;
    QTest::newRow("blanks") << u"  "_s << whole << QString();
}

void TestJsonTree::filters()
{
    QFETCH(QString, filter);
    QFETCH(QStringList, rows);
    QFETCH(QString, note);
    AnswerBench bench;
    bench.showJson(sample);
    type(bench.panel(), "answerFilter", filter);
    QTest::keyClick(part(bench.panel(), "answerFilter"), Qt::Key_Return);
    QTRY_COMPARE(bench.rows(), rows);
    QTRY_VERIFY2(note.isEmpty() ? textOf(bench.panel(), "filterNote").isEmpty()
                                : textOf(bench.panel(), "filterNote").contains(note),
                 qPrintable(textOf(bench.panel(), "filterNote")));
}

void TestJsonTree::filtersAndShowsEverythingAgain()
{
    AnswerBench bench;
    bench.showJson(sample);
    type(bench.panel(), "answerFilter", u"/results/0"_s); // without Enter
    QTRY_COMPARE(bench.rows().constFirst(), u"results/0 { 2 }"_s);
    click(bench.panel(), "treeWhole");
    QCOMPARE(bench.rows().constFirst(), u"{ 2 }"_s);
    QVERIFY(part<QLineEdit>(bench.panel(), "answerFilter")->text().isEmpty());
    type(bench.panel(), "answerFilter", u"/results/0"_s);
    QTRY_COMPARE(bench.rows().constFirst(), u"results/0 { 2 }"_s);
    // A hit outside of what the filter shows lifts the filter.
    type(bench.panel(), "answerSearch", u"plans"_s);
    QTRY_COMPARE(bench.tree().currentIndex().data().toString(), u"plans [ 3 ]"_s);
    QVERIFY(bench.model().showsAll());
    // The next answer is shown whole.
    type(bench.panel(), "answerFilter", u"/results/0"_s);
    bench.showJson("[1]");
    QCOMPARE(bench.rows(), QStringList({u"[ 1 ]"_s, u" 0: 1"_s}));
    QVERIFY(part<QLineEdit>(bench.panel(), "answerFilter")->text().isEmpty());
}

void TestJsonTree::showsTheWholeOfALongValue()
{
    AnswerBench bench;
    const QByteArray word = "certificate "_ba.repeated(5'000);
    bench.showJson("{\"short\":\"x\",\"long\":\"" + word + "end\"}");
    bench.tree().setCurrentIndex(bench.rowNamed(u"long"_s));
    QTRY_VERIFY(isShown(bench.panel(), "valueText"));
    QVERIFY(bench.tree().currentIndex().data().toString().endsWith(u'…'));
    bench.tree().copyValue();
    QCOMPARE(QGuiApplication::clipboard()->text().toUtf8(), word + "end");
    bench.tree().setCurrentIndex(bench.rowNamed(u"short"_s));
    QVERIFY(!isShown(bench.panel(), "valueText"));
}

ACX_WIDGET_TEST_MAIN(TestJsonTree)
#include "test_json_tree.moc"
