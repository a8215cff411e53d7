// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/answer_bench.h"

#include <QToolButton>

using namespace Qt::StringLiterals;
using namespace acx;

class TestAnswerSearch final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u"^(?!This plugin does not support )"_s)); }
    void searches();
    void searchesWhatIsShown();
    void stopsSearchingAtTheNextKey();
    void searchesByKeyboard();
    void keepsRoomForTheSearch();
};

void TestAnswerSearch::searches()
{
    AnswerBench bench;
    bench.showJson(R"({"state":"retired","next":{"state":"RETIRED","s":"retiredretired"},"retired":1,"x":"{"})");
    type(bench.panel(), "answerSearch", u"retired"_s);
    QTRY_COMPARE(textOf(bench.panel(), "answerSearchCount"), u"1/5"_s);
    QCOMPARE(bench.tree().currentIndex().data().toString(), u"state: \"retired\""_s);
    click(bench.panel(), "searchNext");
    QCOMPARE(bench.tree().currentIndex().data().toString(), u"state: \"RETIRED\""_s);
    click(bench.panel(), "searchNext");
    click(bench.panel(), "searchNext");
    click(bench.panel(), "searchNext");
    QCOMPARE(textOf(bench.panel(), "answerSearchCount"), u"5/5"_s);
    QCOMPARE(bench.tree().currentIndex().data().toString(), u"retired: 1"_s);
    click(bench.panel(), "searchNext");
    QCOMPARE(textOf(bench.panel(), "answerSearchCount"), u"1/5"_s);
    click(bench.panel(), "searchPrevious");
    QCOMPARE(textOf(bench.panel(), "answerSearchCount"), u"5/5"_s);
    // Brackets are no values.
    type(bench.panel(), "answerSearch", u"{"_s);
    QTRY_COMPARE(textOf(bench.panel(), "answerSearchCount"), u"1/1"_s);
    QCOMPARE(bench.tree().currentIndex().data().toString(), u"x: \"{\""_s);
    type(bench.panel(), "answerSearch", u"nothing like it"_s);
    QTRY_COMPARE(textOf(bench.panel(), "answerSearchCount"), u"0/0"_s);
    QVERIFY(!part<QToolButton>(bench.panel(), "searchNext")->isEnabled());
}

void TestAnswerSearch::searchesWhatIsShown()
{
    AnswerBench bench;
    bench.showJson(R"({"a":{"b":1}})");
    type(bench.panel(), "answerSearch", u"\": {"_s);
    QTRY_COMPARE(textOf(bench.panel(), "answerSearchCount"), u"0/0"_s);
    bench.showTab("answerBody");
    QTRY_COMPARE(textOf(bench.panel(), "answerSearchCount"), u"1/1"_s); // laid out for reading
    click(bench.panel(), "textReceived");
    QTRY_COMPARE(textOf(bench.panel(), "answerSearchCount"), u"0/0"_s);
    bench.showTab("answerHeaders");
    QVERIFY(!part<QLineEdit>(bench.panel(), "answerSearch")->isEnabled());
}

void TestAnswerSearch::stopsSearchingAtTheNextKey()
{
    AnswerBench bench;
    bench.showJson("[\"" + QByteArray(20 * 1024 * 1024, 'e') + "\",\"en\"]");
    const Pulse pulse;
    type(bench.panel(), "answerSearch", u"e"_s);
    QTest::keyClicks(part(bench.panel(), "answerSearch"), u"n"_s);
    QTRY_COMPARE(textOf(bench.panel(), "answerSearchCount"), u"1/1"_s);
    QVERIFY(pulse.beats > 0);
    type(bench.panel(), "answerSearch", u"e"_s);
    QTRY_COMPARE(textOf(bench.panel(), "answerSearchCount"), u"1/1,000,000+"_s);
}

void TestAnswerSearch::searchesByKeyboard()
{
    AnswerBench bench;
    bench.showJson(R"(["one","two","one"])");
    QVERIFY(QTest::qWaitForWindowActive(&bench.panel()));
    bench.tree().setFocus();
    QTest::keyClick(&bench.tree(), Qt::Key_F, Qt::ControlModifier);
    auto *field = part<QLineEdit>(bench.panel(), "answerSearch");
    QVERIFY(field->hasFocus());
    QTest::keyClicks(field, u"one"_s);
    QTRY_COMPARE(textOf(bench.panel(), "answerSearchCount"), u"1/2"_s);
    QTest::keyClick(field, Qt::Key_Return);
    QCOMPARE(textOf(bench.panel(), "answerSearchCount"), u"2/2"_s);
    QTest::keyClick(field, Qt::Key_Return, Qt::ShiftModifier);
    QCOMPARE(textOf(bench.panel(), "answerSearchCount"), u"1/2"_s);
    bench.tree().setFocus();
    QTest::keyClick(&bench.tree(), Qt::Key_F3);
    QCOMPARE(textOf(bench.panel(), "answerSearchCount"), u"2/2"_s);
    QTest::keyClick(&bench.tree(), Qt::Key_F3, Qt::ShiftModifier);
    QCOMPARE(textOf(bench.panel(), "answerSearchCount"), u"1/2"_s);
    field->setFocus();
    QTest::keyClick(field, Qt::Key_Escape);
    QVERIFY(field->text().isEmpty());
    QVERIFY(textOf(bench.panel(), "answerSearchCount").isEmpty());
}

void TestAnswerSearch::keepsRoomForTheSearch()
{
    AnswerBench bench;
    bench.showJson("{}");
    const auto *field = part<QLineEdit>(bench.panel(), "answerSearch");
    for (const int width : {620, 360, 620}) {
        bench.panel().resize(width, 600);
        QTRY_VERIFY(field->isVisible() && field->width() >= 150);
        QVERIFY(QRect(QPoint(0, 0), bench.panel().size())
                    .contains(QRect(field->mapTo(&bench.panel(), QPoint(0, 0)), field->size())));
    }
}

ACX_WIDGET_TEST_MAIN(TestAnswerSearch)
#include "test_answer_search.moc"
