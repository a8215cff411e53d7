// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/test_main.h"
#include "tests/ui/screen_bench.h"
#include "ui/explorer/explorer_screen.h"
#include "ui/explorer/explorer_tab.h"

#include <QAbstractButton>
#include <QTabBar>
#include <QTcpServer>
#include <QTcpSocket>

using namespace Qt::StringLiterals;
using namespace acx;

/// Several requests side by side.
class TestExplorerTabs final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { failOnAnyWarning(); }
    void hidesTheBarForOneTab();
    void opensAndClosesByKeys();
    void closesByAMiddleClick();
    void keepsEachTabsRequestAndAnswer();
    void staysWithItsTabWhenMoved();
    void closingCancels();
    void theLastTabLeavesAnEmptyOne();

private:
    static QTabBar *bar(const ExplorerScreen &screen) { return part<QTabBar>(screen, "requestTabBar"); }
    static void press(ExplorerScreen &screen, Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::ControlModifier)
    {
        QVERIFY(QTest::qWaitForWindowActive(&screen));
        QTest::keyClick(&screen, key, modifiers);
    }
};

void TestExplorerTabs::hidesTheBarForOneTab()
{
    ScreenBench bench;
    ExplorerScreen screen(bench.services());
    bench.show(screen);
    QCOMPARE(screen.tabCount(), 1);
    QVERIFY(!isShown(screen, "requestTabBar"));
    press(screen, Qt::Key_T);
    QCOMPARE(screen.tabCount(), 2);
    QVERIFY(isShown(screen, "requestTabBar"));
    click(screen, "newTab");
    QCOMPARE(screen.tabCount(), 3);
    QCOMPARE(bar(screen)->currentIndex(), 2);
    QVERIFY(screen.currentTab().isVisible());
}

void TestExplorerTabs::opensAndClosesByKeys()
{
    ScreenBench bench;
    ExplorerScreen screen(bench.services());
    bench.show(screen);
    ExplorerTab *first = &screen.currentTab();
    press(screen, Qt::Key_T);
    ExplorerTab *second = &screen.currentTab();
    QVERIFY(first != second);
    press(screen, Qt::Key_Tab);
    QCOMPARE(&screen.currentTab(), first);
    QVERIFY(first->isVisible() && !second->isVisible());
    press(screen, Qt::Key_Tab, Qt::ControlModifier | Qt::ShiftModifier);
    QCOMPARE(&screen.currentTab(), second);
    press(screen, Qt::Key_W);
    QCOMPARE(screen.tabCount(), 1);
    QCOMPARE(&screen.currentTab(), first);
    QVERIFY(first->isVisible());
    QVERIFY(!isShown(screen, "requestTabBar"));
}

void TestExplorerTabs::closesByAMiddleClick()
{
    ScreenBench bench;
    ExplorerScreen screen(bench.services());
    bench.show(screen);
    ExplorerTab *first = &screen.currentTab();
    screen.addTab();
    QTest::mouseClick(bar(screen), Qt::MiddleButton, {}, bar(screen)->tabRect(1).center());
    QCOMPARE(screen.tabCount(), 1);
    QCOMPARE(&screen.currentTab(), first);
    screen.addTab();
    ExplorerTab *second = &screen.currentTab();
    QTest::mouseClick(bar(screen)->tabButton(0, QTabBar::RightSide), Qt::LeftButton);
    QCOMPARE(screen.tabCount(), 1);
    QCOMPARE(&screen.currentTab(), second);
}

void TestExplorerTabs::keepsEachTabsRequestAndAnswer()
{
    ScreenBench bench;
    (void)bench.addProfile(u"Acme"_s);
    ExplorerScreen screen(bench.services());
    bench.show(screen);
    ExplorerTab &first = screen.currentTab();
    type(first, "target", u"/v1/me"_s);
    click(first, "send");
    ExplorerTab &second = screen.addTab();
    type(second, "target", u"/api/orgs"_s);
    click(second, "send");
    QTRY_VERIFY(isShown(second, "answerBody"));
    QTRY_VERIFY(isShown(first, "answerBody"));
    QCOMPARE(bar(screen)->tabText(0), u"/v1/me"_s);
    QCOMPARE(bar(screen)->tabText(1), u"/api/orgs"_s);
    QTRY_VERIFY(textOf(second, "answerBody").contains(u"total_results"_s));
    QTRY_VERIFY(!textOf(first, "answerBody").isEmpty());
    QVERIFY(!textOf(first, "answerBody").contains(u"total_results"_s));
}

void TestExplorerTabs::staysWithItsTabWhenMoved()
{
    ScreenBench bench;
    ExplorerScreen screen(bench.services());
    bench.show(screen);
    ExplorerTab *first = &screen.currentTab();
    ExplorerTab *second = &screen.addTab();
    bar(screen)->moveTab(1, 0);
    QCOMPARE(&screen.currentTab(), second);
    bar(screen)->setCurrentIndex(1);
    QCOMPARE(&screen.currentTab(), first);
    QVERIFY(first->isVisible());
}

void TestExplorerTabs::closingCancels()
{
    QTcpServer silent;
    QVERIFY(silent.listen(QHostAddress::LocalHost));
    ScreenBench bench;
    (void)bench.addProfile(u"Acme"_s);
    ExplorerScreen screen(bench.services());
    bench.show(screen);
    ExplorerTab &tab = screen.addTab();
    type(tab, "target", u"http://127.0.0.1:%1/"_s.arg(silent.serverPort()));
    click(tab, "send");
    QTRY_VERIFY(silent.hasPendingConnections());
    QTcpSocket *socket = silent.nextPendingConnection();
    bool closed = false;
    connect(socket, &QAbstractSocket::disconnected, &screen, [&closed] { closed = true; });
    press(screen, Qt::Key_W);
    QTRY_VERIFY(closed);
}

void TestExplorerTabs::theLastTabLeavesAnEmptyOne()
{
    ScreenBench bench;
    ExplorerScreen screen(bench.services());
    bench.show(screen);
    type(screen.currentTab(), "target", u"/v1/me"_s);
    press(screen, Qt::Key_W);
    QCOMPARE(screen.tabCount(), 1);
    QCOMPARE(part<QLineEdit>(screen.currentTab(), "target")->text(), QString());
    QVERIFY(screen.currentTab().isVisible());
}

ACX_WIDGET_TEST_MAIN(TestExplorerTabs)
#include "test_explorer_tabs.moc"
