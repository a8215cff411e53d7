// SPDX-License-Identifier: GPL-3.0-or-later
// From a request in the Explorer to the history and back, in the whole window and on the real sandbox.
#include "app/explorer/history.h"
#include "app/tokens/token_broker.h"
#include "tests/ui/explorer_bench.h"
#include "ui/main_window.h"
#include "ui/session.h"

#include <QApplication>
#include <QListView>
#include <QListWidget>

using namespace Qt::StringLiterals;
using namespace acx;

class TestHistoryJourney final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { failOnAnyWarning(); }
    void sendsFindsAndOpensAgain();
    void opensAnOperationWithItsValues();
    void tellsWhatWasNotKept();
    void recordsRefusalsAndErrors();
    void thePaletteLeadsToTheHistory();
};

void TestHistoryJourney::sendsFindsAndOpensAgain()
{
    ScreenBench bench;
    (void)bench.addProfile(u"Acme"_s);
    MainWindow window(bench.services());
    window.show();
    QVERIFY(!textOf(window, "statusRight").contains(u"in history"_s));
    window.showPlace(Place::Explorer);
    type(window, "target", u"/api/orgs?limit=2"_s);
    click(window, "send");
    QTRY_VERIFY(textOf(window, "statusRight").startsWith(u"1 in history"_s));

    window.showPlace(Place::History);
    auto *list = part<QListView>(window, "historyList");
    QTRY_COMPARE(list->model()->rowCount(), 1);
    QCOMPARE(list->model()->index(0, 0).data().toString(), u"/api/orgs?limit=2"_s);
    QTRY_VERIFY(isShown(window, "entryOpen"));
    QTRY_VERIFY(textOf(window, "entryAnswer").contains(u"total_results"_s));
    // What came back is kept, the token is not.
    const Result<Token> token = waitFor(bench.services().broker.token(bench.services().session.need(TokenKind::Iam)));
    QVERIFY(token);
    QVERIFY(!textOf(window, "entryHeaders").toUtf8().contains(token->value.reveal()));
    click(window, "entryOpen");
    QTRY_COMPARE(window.place(), Place::Explorer);
    QTRY_COMPARE(part<ExplorerScreen>(window, "explorerScreen")->currentTab().state().target, u"/api/orgs?limit=2"_s);
}

void TestHistoryJourney::opensAnOperationWithItsValues()
{
    ScreenBench bench;
    (void)bench.addProfile(u"Acme"_s);
    MainWindow window(bench.services());
    window.show();
    window.showPlace(Place::Explorer);
    auto *explorer = part<ExplorerScreen>(window, "explorerScreen");
    RequestState filled;
    filled.id = QUuid::createUuid();
    filled.operationId = u"v10.getOrg"_s;
    filled.values = {{u"org"_s, u"acme"_s}};
    explorer->openRequest(filled);
    QTRY_VERIFY(isShown(explorer->currentTab(), "operationTitle"));
    const RequestState before = explorer->currentTab().state();
    click(explorer->currentTab(), "send");
    QTRY_COMPARE(bench.services().history.count().value_or(0), 1);

    window.showPlace(Place::History);
    auto *list = part<QListView>(window, "historyList");
    QTRY_COMPARE(list->model()->rowCount(), 1);
    list->setFocus();
    QTest::keyClick(list, Qt::Key_Return);
    QTRY_COMPARE(window.place(), Place::Explorer);
    QTRY_COMPARE(explorer->currentTab().state().values.size(), 1);
    const RequestState after = explorer->currentTab().state();
    QVERIFY(after.id != before.id);
    QCOMPARE(after.operationId, before.operationId);
    QCOMPARE(after.values.constFirst().value, u"acme"_s);
    QVERIFY(!isShown(window, "messageBar"));
}

void TestHistoryJourney::tellsWhatWasNotKept()
{
    ScreenBench bench;
    (void)bench.addProfile(u"Acme"_s);
    MainWindow window(bench.services());
    window.show();
    window.showPlace(Place::Explorer);
    type(window, "target", u"/v1/me?access_token=canary"_s);
    click(window, "send");
    QTRY_COMPARE(bench.services().history.count().value_or(0), 1);
    window.showPlace(Place::History);
    QTRY_VERIFY(isShown(window, "entryOpen"));
    QVERIFY(!part(window, "entryUrl")->accessibleName().contains(u"canary"_s));
    click(window, "entryOpen");
    QTRY_COMPARE(window.place(), Place::Explorer);
    QTRY_VERIFY(isShown(window, "messageBar"));
    QVERIFY(textOf(window, "messageText").contains(u"secrets were not kept"_s));
}

void TestHistoryJourney::recordsRefusalsAndErrors()
{
    ScreenBench bench;
    (void)bench.addProfile(u"Acme"_s);
    MainWindow window(bench.services());
    window.show();
    window.showPlace(Place::Explorer);
    type(window, "target", u"/api/orgs/nobody"_s);
    click(window, "send");
    QTRY_COMPARE(bench.services().history.count().value_or(0), 1);
    type(window, "target", u"http://127.0.0.1:1/x"_s);
    click(window, "send");
    QTRY_COMPARE(bench.services().history.count().value_or(0), 2);
    const Result<HistoryPage> page = waitFor(bench.services().history.find({}));
    QVERIFY(page);
    QCOMPARE(page->rows.at(0).status, 0);
    QCOMPARE(page->rows.at(1).status, 404);
    QCOMPARE(page->rows.at(1).profileName, u"Acme"_s);
}

void TestHistoryJourney::thePaletteLeadsToTheHistory()
{
    ScreenBench bench;
    (void)bench.addProfile(u"Acme"_s);
    MainWindow window(bench.services());
    window.show();
    window.showPlace(Place::Explorer);
    for (const QString &target : {u"/api/orgs"_s, u"/v1/me"_s}) {
        const qint64 before = bench.services().history.count().value_or(0);
        type(window, "target", target);
        click(window, "send");
        QTRY_COMPARE(bench.services().history.count().value_or(0), before + 1);
    }
    click(window, "paletteButton");
    QTest::keyClicks(part<QLineEdit>(window, "paletteField"), u"orgs"_s);
    auto *list = part<QListWidget>(window, "paletteList");
    list->setCurrentRow(list->count() - 1);
    QVERIFY(list->currentItem()->text().contains(u"Search the history for “orgs”"_s));
    QTest::keyClick(part<QLineEdit>(window, "paletteField"), Qt::Key_Return);
    QTRY_COMPARE(window.place(), Place::History);
    QTRY_COMPARE(textOf(*part(window, "historySearch"), "catalogCount"), u"1 of 2"_s);
    QCOMPARE(part<QListView>(window, "historyList")->model()->rowCount(), 1);
}

ACX_WIDGET_TEST_MAIN(TestHistoryJourney)
#include "test_history_journey.moc"
