// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/explorer/history.h"
#include "tests/ui/explorer_bench.h"
#include "ui/explorer/operation_book.h"
#include "ui/session.h"

#include <QAbstractButton>
#include <QTabBar>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTextDocument>

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
    void closingCancels_data();
    void closingCancels();
    void theLastTabLeavesAnEmptyOne();
    void tabsSurviveARestart();
    void draftsOutliveAMissingOperation_data();
    void draftsOutliveAMissingOperation();
    void anotherRequestTakesThePlaceOfAMissingOne();
    void eachProfileHasItsTabs();
    void i4_titlesAreShownAsText();

private:
    static QTabBar *bar(const ExplorerScreen &screen) { return part<QTabBar>(screen, "requestTabBar"); }
    /// A tab as it was left, with something filled in.
    static RequestState filledIn(const QString &catalogId, const QString &operationId)
    {
        RequestState state;
        state.id = QUuid::createUuid();
        state.catalogId = catalogId;
        state.operationId = operationId;
        state.method = "POST";
        state.values = {{u"org"_s, u"acme"_s}};
        state.headerText = u"X-Note: kept"_s;
        state.bodyType = u"application/json"_s;
        state.bodyText = u"{\"work\": \"of an hour\"}"_s;
        return state;
    }
    static DraftSet draftsOf(ScreenBench &bench)
    {
        return waitFor(bench.services().drafts.load(bench.services().session.profile()->id)).value_or(DraftSet());
    }
    /// What the screen asked for before has arrived by then, too.
    static void awaitDrafts(ScreenBench &bench)
    {
        QVERIFY(waitFor(bench.services().drafts.load(bench.services().session.profile()->id)));
        QCoreApplication::processEvents();
    }
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
    QTRY_VERIFY(bodyOf(second).contains("total_results"));
    QTRY_VERIFY(!bodyOf(first).isEmpty());
    QCOMPARE(bar(screen)->tabText(0), u"/v1/me"_s);
    QCOMPARE(bar(screen)->tabText(1), u"/api/orgs"_s);
    QVERIFY(!bodyOf(first).contains("total_results"));
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

void TestExplorerTabs::closingCancels_data()
{
    QTest::addColumn<bool>("isWindow");
    QTest::newRow("tab closed") << false;
    QTest::newRow("window closed") << true;
}

/// And leaves a line in the history: what was asked may have been done.
void TestExplorerTabs::closingCancels()
{
    QFETCH(const bool, isWindow);
    bool closed = false;
    QTcpServer silent;
    QVERIFY(silent.listen(QHostAddress::LocalHost));
    ScreenBench bench;
    (void)bench.addProfile(u"Acme"_s);
    auto screen = std::make_unique<ExplorerScreen>(bench.services());
    bench.show(*screen);
    ExplorerTab &tab = screen->addTab();
    type(tab, "target", u"http://127.0.0.1:%1/"_s.arg(silent.serverPort()));
    click(tab, "send");
    QTRY_VERIFY(silent.hasPendingConnections());
    QTcpSocket *socket = silent.nextPendingConnection();
    connect(socket, &QAbstractSocket::disconnected, socket, [&closed] { closed = true; });
    if (isWindow)
        screen.reset();
    else
        press(*screen, Qt::Key_W);
    QTRY_VERIFY(closed);
    History &history = bench.services().history;
    const HistoryPage page = waitFor(history.find({})).value_or(HistoryPage());
    QCOMPARE(page.rows.size(), 1);
    QVERIFY(page.rows.first().url.contains(QString::number(silent.serverPort())));
    const QString told = waitFor(history.read(page.rows.first().id)).value_or(HistoryEntry()).errorText;
    QVERIFY2(told.contains(u"Cancelled"_s), qPrintable(told));
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

void TestExplorerTabs::tabsSurviveARestart()
{
    ScreenBench bench;
    (void)bench.addProfile(u"Acme"_s);
    {
        ExplorerScreen screen(bench.services());
        bench.show(screen);
        awaitDrafts(bench);
        clickOperation(screen, u"v10.getOrg"_s);
        QTRY_COMPARE(screen.currentTab().state().operationId, u"v10.getOrg"_s);
        type(screen.addTab(), "target", u"/v1/me"_s);
        part<QTabBar>(screen, "requestTabBar")->setCurrentIndex(0);
    }
    ExplorerScreen screen(bench.services());
    bench.show(screen);
    QTRY_COMPARE(screen.tabCount(), 2);
    QTRY_COMPARE(screen.currentTab().state().operationId, u"v10.getOrg"_s);
    QCOMPARE(bar(screen)->currentIndex(), 0);
    QCOMPARE(bar(screen)->tabText(1), u"/v1/me"_s);
    QVERIFY(bodyOf(screen.currentTab()).isNull());
}

void TestExplorerTabs::draftsOutliveAMissingOperation_data()
{
    QTest::addColumn<QString>("catalogId");
    QTest::addColumn<QString>("operationId");
    QTest::addColumn<bool>("awaitsError");
    QTest::newRow("closed before it is found") << QString() << u"v10.createCatalog"_s << false;
    QTest::newRow("not at this place") << QString() << u"v10.noSuchOperation"_s << true;
    QTest::newRow("of a definition that is gone") << u"no-such-definition"_s << u"addThing"_s << true;
}

/// What a person filled in is never replaced by the blank form that is shown meanwhile.
void TestExplorerTabs::draftsOutliveAMissingOperation()
{
    QFETCH(const QString, catalogId);
    QFETCH(const QString, operationId);
    QFETCH(const bool, awaitsError);
    ScreenBench bench;
    const Profile profile = bench.addProfile(u"Acme"_s);
    const RequestState left = filledIn(catalogId, operationId);
    QVERIFY(waitFor(bench.services().drafts.save(profile.id, {{left}, 0, std::nullopt})));
    {
        OperationBook book(bench.services());
        ExplorerTab tab(bench.services(), book);
        tab.openState(left);
        QCOMPARE(tab.state(), left);
        QVERIFY(!tab.isUntouched());
    }
    {
        ExplorerScreen screen(bench.services());
        bench.show(screen);
        awaitDrafts(bench);
        QCOMPARE(screen.currentTab().state().id, left.id);
        if (awaitsError)
            QTRY_VERIFY(isShown(screen.currentTab(), "requestNotice"));
        QCOMPARE(screen.currentTab().state(), left);
        // Something else makes the tabs be saved.
        type(screen.addTab(), "target", u"/v1/me"_s);
    }
    const DraftSet kept = draftsOf(bench);
    QCOMPARE(kept.tabs.size(), 2);
    QCOMPARE(kept.tabs.first(), left);
}

void TestExplorerTabs::anotherRequestTakesThePlaceOfAMissingOne()
{
    ScreenBench bench;
    (void)bench.addProfile(u"Acme"_s);
    ExplorerScreen screen(bench.services());
    bench.show(screen);
    awaitDrafts(bench);
    ExplorerTab &tab = screen.currentTab();
    tab.openState(filledIn({}, u"v10.noSuchOperation"_s));
    QTRY_VERIFY(isShown(tab, "requestNotice"));
    type(tab, "target", u"/v1/me"_s);
    QCOMPARE(tab.state().target, u"/v1/me"_s);
    QCOMPARE(bar(screen)->tabText(0), u"/v1/me"_s);

    tab.openState(filledIn({}, u"v10.noSuchOperation"_s));
    QTRY_VERIFY(isShown(tab, "requestNotice"));
    tab.openOperation({}, u"v10.getOrg"_s);
    QTRY_COMPARE(tab.state().operationId, u"v10.getOrg"_s);
    QCOMPARE(tab.state().bodyText, QString());
}

void TestExplorerTabs::eachProfileHasItsTabs()
{
    ScreenBench bench;
    const Profile first = bench.addProfile(u"Acme"_s);
    const Profile second = bench.addProfile(u"Other"_s);
    ExplorerScreen screen(bench.services());
    bench.show(screen);
    awaitDrafts(bench);
    type(screen.currentTab(), "target", u"/v1/me"_s);
    QTRY_COMPARE(bar(screen)->tabText(0), u"/v1/me"_s);
    bench.services().session.select(first.id);
    QCOMPARE(screen.tabCount(), 1);
    QCOMPARE(screen.currentTab().state().target, QString());
    bench.services().session.select(second.id);
    QTRY_COMPARE(screen.currentTab().state().target, u"/v1/me"_s);
    QCOMPARE(screen.tabCount(), 1);
}

/// Names of a definition's operations: neither markup nor what turns the text around, and no mnemonic.
void TestExplorerTabs::i4_titlesAreShownAsText()
{
    const QString title = u"<b>A &amp; B</b>\u202Egpj"_s;
    ScreenBench bench;
    ExplorerScreen screen(bench.services());
    bench.show(screen);
    const QByteArray text =
        "openapi: 3.0.3\ninfo: {title: T, version: '1'}\nservers: [{url: 'https://api.example.com'}]\n"
        "paths: {/a: {get: {operationId: getA, summary: '" +
        title.toUtf8() + "'}}}\n";
    const Result<QString> id = waitFor(bench.services().definitions.openText(text));
    QVERIFY(id);
    press(screen, Qt::Key_T);
    clickOperation(screen, u"getA"_s, *id);
    const QTabBar &tabs = *bar(screen);
    QTRY_VERIFY2(tabs.tabText(tabs.currentIndex()).startsWith(u"<b>"_s), qPrintable(tabs.tabText(tabs.currentIndex())));
    const QString shown = tabs.tabText(tabs.currentIndex());
    QVERIFY2(shown.startsWith(u"<b>A &&amp; B</b>"_s) && !shown.contains(QChar(0x202E)), qPrintable(shown));
    const QString tip = tabs.tabToolTip(tabs.currentIndex());
    QVERIFY(Qt::mightBeRichText(tip));
    QTextDocument document;
    document.setHtml(tip);
    QVERIFY2(document.toPlainText().startsWith(u"<b>A &amp; B</b>"_s), qPrintable(document.toPlainText()));
    QVERIFY(!tip.contains(QChar(0x202E)));
}

ACX_WIDGET_TEST_MAIN(TestExplorerTabs)
#include "test_explorer_tabs.moc"
