// SPDX-License-Identifier: GPL-3.0-or-later
// The history's screen with many entries: comparing, removing, paging; and how it looks.
#include "tests/support/test_main.h"
#include "tests/ui/history_bench.h"
#include "ui/theme/theme.h"

#include <QAbstractButton>
#include <QApplication>
#include <QTreeView>

using namespace Qt::StringLiterals;
using namespace acx;

class TestHistoryCompare final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { failOnAnyWarning(); }
    void comparesJsonByStructure();
    void comparesTextByLines();
    void comparesEqualAnswers();
    void removesMarkedOnes();
    void clearsAfterTheWord();
    void readsPageByPage();
    void picturesInBothThemes();
};

void TestHistoryCompare::comparesJsonByStructure()
{
    ScreenBench bench;
    (void)record(bench, {u"earlier"_s, u"/1"_s, R"({"state":"draft","n":1,"gone":true})"});
    (void)record(bench, {u"later"_s, u"/1"_s, R"({"n":1.0,"state":"draft","new":[1]})"});
    HistoryScreen screen(bench.services());
    bench.show(screen);
    QTRY_COMPARE(titles(screen).size(), 2);
    QVERIFY(!part<QAbstractButton>(screen, "historyCompareButton")->isEnabled());
    mark(screen, {0, 1});
    QTRY_VERIFY(isShown(screen, "historyMarked"));
    click(screen, "historyCompareButton");
    QTRY_VERIFY(isShown(screen, "differenceList"));
    QCOMPARE(textOf(screen, "compareSummary"), u"3 difference(s)"_s);
    QVERIFY(part(screen, "compareEarlier")->accessibleName().contains(u"/1"_s));
    const QAbstractItemModel *model = part<QTreeView>(screen, "differenceList")->model();
    const auto row = [model](int at) {
        return model->index(at, 0).data().toString() + u'|' + model->index(at, 1).data().toString() + u'|' +
               model->index(at, 2).data().toString();
    };
    QCOMPARE(model->rowCount(), 3);
    QCOMPARE(row(0), u"≠ /n|1|1.0"_s);
    QCOMPARE(row(1), u"− /gone|true|"_s);
    QCOMPARE(row(2), u"+ /new||[1]"_s);
    QCOMPARE(model->index(0, 0).data(Qt::AccessibleTextRole).toString(), u"/n changed from 1 to 1.0"_s);
    click(screen, "compareClose");
    QVERIFY(isShown(screen, "historyMarked"));
}

void TestHistoryCompare::comparesTextByLines()
{
    ScreenBench bench;
    (void)record(bench, {u"earlier"_s, u"/1"_s, "<a>\n<b/>\n</a>", 200, "GET", "application/xml"});
    (void)record(bench, {u"later"_s, u"/1"_s, "<a>\n<c/>\n</a>", 200, "GET", "application/xml"});
    HistoryScreen screen(bench.services());
    bench.show(screen);
    QTRY_COMPARE(titles(screen).size(), 2);
    mark(screen, {1, 0});
    click(screen, "historyCompareButton");
    QTRY_VERIFY(isShown(screen, "differenceLines"));
    QCOMPARE(textOf(screen, "differenceLines"), u"  <a>\n− <b/>\n+ <c/>\n  </a>"_s);
}

void TestHistoryCompare::comparesEqualAnswers()
{
    ScreenBench bench;
    (void)record(bench, {u"earlier"_s, u"/1"_s, R"({"a":1,"b":2})"});
    (void)record(bench, {u"later"_s, u"/1"_s, R"({"b":2,"a":1})"});
    HistoryScreen screen(bench.services());
    bench.show(screen);
    QTRY_COMPARE(titles(screen).size(), 2);
    mark(screen, {1, 0});
    click(screen, "historyCompareButton");
    QTRY_VERIFY(textOf(screen, "compareSummary").contains(u"say the same"_s));
    QVERIFY(!isShown(screen, "differenceList"));
}

void TestHistoryCompare::removesMarkedOnes()
{
    ScreenBench bench;
    for (const QString &title : {u"one"_s, u"two"_s, u"three"_s})
        (void)record(bench, {title, u"/1"_s});
    HistoryScreen screen(bench.services());
    bench.show(screen);
    QTRY_COMPARE(titles(screen).size(), 3);
    mark(screen, {0, 2});
    click(screen, "historyDelete");
    QTRY_COMPARE(titles(screen), QStringList{u"two"_s});
    QTRY_COMPARE(bench.messages().size(), 1);
    mark(screen, {0});
    QTest::keyClick(listOf(screen), Qt::Key_Delete);
    QTRY_VERIFY(isShown(screen, "historyEmpty"));
}

void TestHistoryCompare::clearsAfterTheWord()
{
    ScreenBench bench;
    (void)record(bench, {u"one"_s, u"/1"_s});
    HistoryScreen screen(bench.services());
    bench.show(screen);
    QTRY_COMPARE(titles(screen).size(), 1);
    click(screen, "historyClear");
    QVERIFY(isShown(screen, "clearNotice"));
    QVERIFY(!part<QAbstractButton>(screen, "clearConfirm")->isEnabled());
    click(screen, "clearKeep");
    QVERIFY(!isShown(screen, "clearNotice"));
    click(screen, "historyClear");
    type(screen, "clearWord", u"clear"_s);
    click(screen, "clearConfirm");
    QTRY_VERIFY(isShown(screen, "historyEmpty"));
    QTRY_COMPARE(bench.services().history.count().value_or(-1), 0);
}

void TestHistoryCompare::readsPageByPage()
{
    ScreenBench bench;
    for (int i = 0; i < 250; ++i)
        (void)bench.services().history.record(exchangeOf({QString::number(i), u"/1"_s}));
    HistoryScreen screen(bench.services());
    bench.show(screen);
    QAbstractItemModel *model = listOf(screen)->model();
    QTRY_COMPARE(textOf(screen, "catalogCount"), u"250"_s);
    QCOMPARE(model->rowCount(), 100);
    listOf(screen)->scrollToBottom();
    QTRY_COMPARE(model->rowCount(), 200);
    model->fetchMore({});
    QTRY_COMPARE(model->rowCount(), 250);
    QVERIFY(!model->canFetchMore({}));
    QCOMPARE(titles(screen).constLast(), u"0"_s);
    (void)record(bench, {u"new"_s, u"/1"_s});
    QTRY_COMPARE(model->rowCount(), 251);
}

void TestHistoryCompare::picturesInBothThemes()
{
    const QString folder = qEnvironmentVariable("ACX_HISTORY_PICTURES");
    ScreenBench bench;
    const auto paint = [&](HistoryScreen &screen, const QString &name) {
        for (const ThemeMode mode : {ThemeMode::Light, ThemeMode::Dark}) {
            bench.services().theme.setMode(mode);
            for (const QSize size : {QSize(936, 620), QSize(1536, 920)}) {
                screen.resize(size);
                QCoreApplication::processEvents();
                const QPixmap picture = screen.grab();
                const bool dark = mode == ThemeMode::Dark;
                QCOMPARE(picture.toImage().pixelColor(2, picture.height() - 2).lightness() < 128, dark);
                if (!folder.isEmpty())
                    picture.save(
                        u"%1/%2-%3-%4.png"_s.arg(folder, name, dark ? u"dark"_s : u"light"_s).arg(size.width()));
            }
        }
    };
    HistoryScreen screen(bench.services());
    screen.setProperty("page", true);
    bench.show(screen);
    QTRY_VERIFY(isShown(screen, "historyEmpty"));
    paint(screen, u"empty"_s);
    const QList<Sent> all{
        {u"List catalogs"_s, u"/api/orgs/acme/catalogs"_s, R"({"total_results":2,"results":[{"id":1},{"id":2}]})"},
        {{}, u"/v1/me?fields=name"_s, R"({"error":"unauthorized"})", 401},
        {u"Delete a catalog"_s, u"/api/catalogs/acme/customers-sandbox"_s, "", 204, "DELETE"},
        {u"Publish a product"_s, u"/api/catalogs/acme/sandbox/publish"_s, R"({"message":"fault"})", 500, "POST"},
        {u"List drafts"_s, u"/api/orgs/acme/drafts"_s, "{}", 0},
        {u"List products"_s, u"/api/catalogs/acme/sandbox/products?limit=50&offset=100&expand=plans"_s,
         R"({"total_results":1,"results":[{"id":"6d0f8a1e","name":"flight-status","version":"1.4.0","state":"retired","quota":12345678901234567890}]})"},
        {u"List products"_s, u"/api/catalogs/acme/sandbox/products?limit=50&offset=100&expand=plans"_s,
         R"({"total_results":2,"results":[{"id":"6d0f8a1e","name":"flight-status","version":"1.4.0","state":"published","quota":12345678901234567891},{"id":"77aa","name":"booking"}]})"},
    };
    for (const Sent &sent : all)
        (void)record(bench, sent);
    QTRY_COMPARE(titles(screen).size(), 7);
    mark(screen, {0});
    QTRY_VERIFY(textOf(screen, "entryAnswer").contains(u"booking"_s));
    paint(screen, u"detail"_s);
    mark(screen, {2});
    QTRY_VERIFY(isShown(screen, "entryProblem"));
    paint(screen, u"no-answer"_s);
    click(screen, "historyClear");
    paint(screen, u"clear"_s);
    click(screen, "clearKeep");
    mark(screen, {0, 1});
    click(screen, "historyCompareButton");
    QTRY_VERIFY(isShown(screen, "differenceList"));
    paint(screen, u"compare"_s);
}

ACX_WIDGET_TEST_MAIN(TestHistoryCompare)
#include "test_history_compare.moc"
