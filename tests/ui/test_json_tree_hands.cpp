// SPDX-License-Identifier: GPL-3.0-or-later
// What keys, mouse and menu do to the tree of an answer.
#include "tests/ui/answer_bench.h"

#include <QAction>
#include <QClipboard>
#include <QMenu>

using namespace Qt::StringLiterals;
using namespace acx;

class TestJsonTreeHands final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u"^(?!This plugin does not support )"_s)); }
    void walksByKeyboard();
    void copies();
    void opensLinksByMouse();
    void opensLinksByKeyboardAndMenu();
    void leavesOtherSchemesAlone_data();
    void leavesOtherSchemesAlone();
    void showsAPartFromTheMenu();
};

namespace {

const QByteArray sample = R"({"total_results":2,"results":[{"name":"a","url":"https://api.example.com/api/x"},)"
                          R"({"name":"b","plans":[1,2,3]}]})"_ba;

/// A place within the text of a link: a row's value begins behind its name.
QPoint linkPlace(AnswerBench &bench, const QString &name)
{
    const QModelIndex index = bench.rowNamed(name);
    bench.tree().scrollTo(index);
    const QRect rect = bench.tree().visualRect(index);
    const QFontMetrics metrics(bench.theme().font(FontRole::Mono));
    return {rect.left() + metrics.horizontalAdvance(name) + 40, rect.center().y()};
}

void chooseAction(AnswerBench &bench, const char *name)
{
    QContextMenuEvent event(QContextMenuEvent::Keyboard, QPoint(10, 10), QPoint(10, 10));
    QCoreApplication::sendEvent(bench.tree().viewport(), &event);
    auto *menu = part<QMenu>(bench.tree(), "answerTreeMenu");
    part<QMenu>(bench.tree(), "answerTreeMenu")->findChild<QAction *>(QString::fromLatin1(name))->trigger();
    menu->close();
    delete menu;
}

} // namespace

void TestJsonTreeHands::walksByKeyboard()
{
    AnswerBench bench;
    bench.showJson(sample);
    bench.tree().setFocus();
    bench.tree().setCurrentIndex(bench.model().index(0, 0));
    QTest::keyClick(&bench.tree(), Qt::Key_Down);
    QTest::keyClick(&bench.tree(), Qt::Key_Down);
    QCOMPARE(part<QLabel>(bench.panel(), "valuePath")->accessibleName(), u"/results"_s);
    QTest::keyClick(&bench.tree(), Qt::Key_Right);
    QTest::keyClick(&bench.tree(), Qt::Key_Right);
    QTest::keyClick(&bench.tree(), Qt::Key_Down);
    QCOMPARE(part<QLabel>(bench.panel(), "valuePath")->accessibleName(), u"/results/1"_s);
    QTest::keyClick(&bench.tree(), Qt::Key_Left);
    QTest::keyClick(&bench.tree(), Qt::Key_Left);
    QCOMPARE(bench.rows().size(), 3);
}

void TestJsonTreeHands::copies()
{
    AnswerBench bench;
    bench.showJson(sample);
    bench.tree().unfold(JsonTreeView::allLevels);
    const QClipboard &clipboard = *QGuiApplication::clipboard();
    bench.tree().setCurrentIndex(bench.rowNamed(u"url"_s));
    QTest::keyClick(&bench.tree(), Qt::Key_C, Qt::ControlModifier);
    QCOMPARE(clipboard.text(), u"https://api.example.com/api/x"_s);
    QTest::keyClick(&bench.tree(), Qt::Key_C, Qt::ControlModifier | Qt::AltModifier);
    QCOMPARE(clipboard.text(), u"/results/0/url"_s);
    chooseAction(bench, "copyPath");
    QCOMPARE(clipboard.text(), u"$['results'][0]['url']"_s);
    bench.tree().setCurrentIndex(bench.rowNamed(u"plans"_s));
    chooseAction(bench, "copySubtree");
    QCOMPARE(clipboard.text(), u"[\n  1,\n  2,\n  3\n]"_s);
    chooseAction(bench, "copyValue");
    QCOMPARE(clipboard.text(), u"[1,2,3]"_s);
    chooseAction(bench, "copyPointer");
    QCOMPARE(clipboard.text(), u"/results/1/plans"_s);
    // More than a moment takes is made ready elsewhere; too much is refused.
    const QByteArray large(1024 * 1024, 'x');
    bench.showJson("[\"" + large + "\",\"" + QByteArray(17 * 1024 * 1024, 'y') + "\"]");
    bench.tree().setCurrentIndex(bench.rowNamed(u"0"_s));
    bench.tree().copyValue();
    QTRY_COMPARE(clipboard.text().size(), large.size());
    bench.tree().setCurrentIndex(bench.rowNamed(u"1"_s));
    bench.tree().copyValue();
    QVERIFY(isShown(bench.panel(), "answerNotice"));
}

void TestJsonTreeHands::opensLinksByMouse()
{
    AnswerBench bench;
    bench.showJson(
        R"({"url":"/api/x?y=1","self_url":"https://api.example.com/api/y","docs":"https://example.org/d","s":"no"})"_ba);
    const auto press = [&](const QString &name, Qt::MouseButton button, Qt::KeyboardModifiers modifiers) {
        QTest::mouseClick(bench.tree().viewport(), button, modifiers, linkPlace(bench, name));
    };
    press(u"url"_s, Qt::LeftButton, {});
    press(u"self_url"_s, Qt::MiddleButton, {});
    press(u"self_url"_s, Qt::LeftButton, Qt::ControlModifier);
    press(u"s"_s, Qt::LeftButton, {});
    const QUrl other(u"https://api.example.com/api/y"_s);
    QCOMPARE(bench.inside, (QList<std::pair<QUrl, bool>>{
                               {QUrl(u"https://api.example.com/api/x?y=1"_s), false}, {other, true}, {other, true}}));
    QVERIFY(bench.outside.isEmpty());
    press(u"docs"_s, Qt::LeftButton, {});
    QCOMPARE(bench.outside, QList<QUrl>{QUrl(u"https://example.org/d"_s)});
    QCOMPARE(bench.inside.size(), 3);
    // A click beside the text is none on the link, and the cursor tells the difference.
    QTest::mouseMove(bench.tree().viewport(), linkPlace(bench, u"docs"_s));
    QTRY_COMPARE(bench.tree().viewport()->cursor().shape(), Qt::PointingHandCursor);
    const QPoint beside(bench.tree().viewport()->width() - 4, linkPlace(bench, u"docs"_s).y());
    QTest::mouseMove(bench.tree().viewport(), beside);
    QTRY_COMPARE(bench.tree().viewport()->cursor().shape(), Qt::ArrowCursor);
    QTest::mouseClick(bench.tree().viewport(), Qt::LeftButton, {}, beside);
    QCOMPARE(bench.outside.size(), 1);
}

void TestJsonTreeHands::opensLinksByKeyboardAndMenu()
{
    AnswerBench bench;
    bench.showJson(sample);
    bench.tree().unfold(JsonTreeView::allLevels);
    bench.tree().setCurrentIndex(bench.rowNamed(u"url"_s));
    QTest::keyClick(&bench.tree(), Qt::Key_Return);
    QTest::keyClick(&bench.tree(), Qt::Key_Return, Qt::ShiftModifier);
    chooseAction(bench, "openLink");
    chooseAction(bench, "openLinkInTab");
    QList<bool> tabs;
    for (const auto &[url, newTab] : std::as_const(bench.inside))
        tabs += newTab;
    QCOMPARE(tabs, QList<bool>({false, true, false, true}));
    bench.tree().setCurrentIndex(bench.rowNamed(u"name"_s));
    QTest::keyClick(&bench.tree(), Qt::Key_Return);
    QCOMPARE(bench.inside.size(), 4);
}

void TestJsonTreeHands::leavesOtherSchemesAlone_data()
{
    QTest::addColumn<QString>("value");
    QTest::newRow("script") << u"javascript:alert(1)"_s;
    QTest::newRow("file") << u"file:///etc/passwd"_s;
    QTest::newRow("user info") << u"https://api.example.com@evil.example/"_s;
    QTest::newRow("words") << u"see https://api.example.com"_s;
}

void TestJsonTreeHands::leavesOtherSchemesAlone()
{
    QFETCH(QString, value);
    AnswerBench bench;
    bench.showJson("{\"docs\":\"" + value.toUtf8() + "\"}");
    QTest::mouseClick(bench.tree().viewport(), Qt::LeftButton, {}, linkPlace(bench, u"docs"_s));
    bench.tree().setCurrentIndex(bench.rowNamed(u"docs"_s));
    QTest::keyClick(&bench.tree(), Qt::Key_Return);
    QVERIFY(bench.inside.isEmpty());
    QVERIFY(bench.outside.isEmpty());
}

void TestJsonTreeHands::showsAPartFromTheMenu()
{
    AnswerBench bench;
    bench.showJson(sample);
    bench.tree().setCurrentIndex(bench.rowNamed(u"results"_s));
    chooseAction(bench, "unfoldBelow");
    QCOMPARE(bench.rows().size(), 3 + 2 + 4 + 3);
    bench.tree().setCurrentIndex(bench.rowNamed(u"plans"_s));
    chooseAction(bench, "showFromHere");
    QCOMPARE(bench.rows(), QStringList({u"results/1/plans [ 3 ]"_s, u" 0: 1"_s, u" 1: 2"_s, u" 2: 3"_s}));
    QVERIFY(isShown(bench.panel(), "treeWhole"));
}

ACX_WIDGET_TEST_MAIN(TestJsonTreeHands)
#include "test_json_tree_hands.moc"
