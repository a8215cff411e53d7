// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/test_main.h"
#include "tests/support/wait.h"
#include "tests/ui/history_bench.h"
#include "ui/history/history_model.h"
#include "ui/settings/app_settings.h"

#include <QAbstractItemModelTester>
#include <QApplication>
#include <QClipboard>
#include <QDir>
#include <QSignalSpy>
#include <QTabWidget>

using namespace Qt::StringLiterals;
using namespace acx;

class TestHistoryScreen final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { failOnAnyWarning(); }
    void saysThatNothingWasSent();
    void saysThatItIsSwitchedOff();
    void listsWhatWasSent();
    void showsWhatCameBack();
    void showsRequestAndHeaders();
    void tellsWhatIsNotKept_data();
    void tellsWhatIsNotKept();
    void findsAsOneTypes();
    void followsWhatIsSentMeanwhile();
    void opensAgain();
    void opensByKeyboard();
    void copiesTheUrl();
    void tellsErrors();
};

void TestHistoryScreen::saysThatNothingWasSent()
{
    ScreenBench bench;
    HistoryScreen screen(bench.services());
    bench.show(screen);
    QTRY_VERIFY(isShown(screen, "historyEmpty"));
    QVERIFY(textOf(screen, "historyEmptyText").contains(u"acx call"_s));
    click(screen, "historyGoExplorer");
    QCOMPARE(bench.places(), QList<Place>{Place::Explorer});
}

void TestHistoryScreen::saysThatItIsSwitchedOff()
{
    ScreenBench bench;
    (void)record(bench, {u"Before"_s, u"/v1/me"_s});
    HistoryOptions options;
    options.enabled = false;
    QVERIFY(waitFor(bench.services().settings.setHistoryOptions(options)));
    HistoryScreen screen(bench.services());
    bench.show(screen);
    QTRY_COMPARE(titles(screen), QStringList{u"Before"_s});
    QVERIFY(isShown(screen, "historyOff"));
    QVERIFY(waitFor(bench.services().history.clear()));
    QTRY_VERIFY(isShown(screen, "historyEmpty"));
    QVERIFY(textOf(screen, "historyEmptyTitle").contains(u"switched off"_s));
    QVERIFY(!isShown(screen, "historyGoExplorer"));
    click(screen, "historyGoSettings");
    QCOMPARE(bench.places(), QList<Place>{Place::Settings});
}

void TestHistoryScreen::listsWhatWasSent()
{
    ScreenBench bench;
    (void)record(bench, {u"List products"_s, u"/api/products?limit=5"_s});
    (void)record(bench, {{}, u"/v1/me"_s, "{}", 404});
    (void)record(bench, {u"Lost"_s, u"/v1/lost"_s, "{}", 0, "DELETE"});
    HistoryScreen screen(bench.services());
    bench.show(screen);
    QTRY_COMPARE(titles(screen), QStringList({u"Lost"_s, u"/v1/me"_s, u"List products"_s}));
    const QAbstractItemModel *model = listOf(screen)->model();
    const QAbstractItemModelTester tester(listOf(screen)->model(),
                                          QAbstractItemModelTester::FailureReportingMode::QtTest);
    const auto text = [model](int row, int role) { return model->index(row, 0).data(role).toString(); };
    QCOMPARE(text(0, HistoryModel::StatusRole), u"no answer"_s);
    QCOMPARE(text(0, HistoryModel::MethodRole), u"DELETE"_s);
    QCOMPARE(text(1, HistoryModel::StatusRole), u"404"_s);
    QCOMPARE(text(1, HistoryModel::PathRole), u"api.acme.example"_s);
    QCOMPARE(text(2, HistoryModel::PathRole), u"/api/products?limit=5"_s);
    QVERIFY(text(2, HistoryModel::FactsRole).contains(u"Acme Production"_s));
    QVERIFY(text(2, HistoryModel::FactsRole).contains(u"187 ms"_s));
    const QString spoken = text(2, Qt::AccessibleTextRole);
    for (const QString &word : {u"GET"_s, u"List products"_s, u"200"_s, u"/api/products"_s})
        QVERIFY2(spoken.contains(word), qPrintable(spoken));
    QCOMPARE(textOf(screen, "catalogCount"), u"3"_s);
    for (const char *name : {"historyList", "historySearch", "differenceList", "entryHeaders"})
        QVERIFY2(!part(screen, name)->accessibleName().isEmpty(), name);
}

void TestHistoryScreen::showsWhatCameBack()
{
    ScreenBench bench;
    (void)record(bench, {u"List products"_s, u"/api/products"_s, R"({"quota":12345678901234567890})"});
    HistoryScreen screen(bench.services());
    bench.show(screen);
    QTRY_VERIFY(isShown(screen, "historyDetail"));
    QCOMPARE(part(screen, "entryTitle")->accessibleName(), u"List products"_s);
    QCOMPARE(textOf(screen, "entryStatus"), u"200"_s);
    QCOMPARE(textOf(screen, "entryMethod"), u"GET"_s);
    QCOMPARE(part(screen, "entryUrl")->accessibleName(), u"https://api.acme.example/api/products"_s);
    QVERIFY(part(screen, "entryFacts")->accessibleName().contains(u"IAM access token"_s));
    QTRY_VERIFY(textOf(screen, "entryAnswer").contains(u"12345678901234567890"_s));
    QVERIFY(!isShown(screen, "entryProblem"));
    QVERIFY(isShown(screen, "entryWaterfall"));
}

void TestHistoryScreen::showsRequestAndHeaders()
{
    ScreenBench bench;
    Sent sent{u"Make"_s, u"/api/things"_s, "{}", 201, "POST"};
    sent.body = R"({"client_secret":"canary","name":"thing"})";
    (void)record(bench, sent);
    HistoryScreen screen(bench.services());
    bench.show(screen);
    QTRY_VERIFY(isShown(screen, "historyDetail"));
    part<QTabWidget>(screen, "entryTabs")->setCurrentIndex(1);
    QTRY_VERIFY(textOf(screen, "entryRequest").contains(u"thing"_s));
    QVERIFY(!textOf(screen, "entryRequest").contains(u"canary"_s));
    const QString headers = textOf(screen, "entryHeaders");
    QVERIFY(headers.contains(u"Accept: application/json"_s));
    QVERIFY(headers.contains(u"X-IBM-Client-Secret: •••"_s));
    QVERIFY(headers.contains(u"X-Request-Id: req-1"_s));
    QVERIFY(!headers.contains(u"canary"_s));
}

void TestHistoryScreen::tellsWhatIsNotKept_data()
{
    QTest::addColumn<int>("what");
    QTest::addColumn<QString>("note");
    QTest::newRow("cut") << 0 << u"Only the beginning of the 2.0 kB"_s;
    QTest::newRow("no text") << 1 << u"no text"_s;
    QTest::newRow("token service") << 2 << u"token service"_s;
    QTest::newRow("no body") << 3 << u"no body"_s;
    QTest::newRow("no answer") << 4 << u"no answer"_s;
}

void TestHistoryScreen::tellsWhatIsNotKept()
{
    QFETCH(int, what);
    QFETCH(QString, note);
    ScreenBench bench;
    Sent sent{u"Get it"_s, what == 2 ? u"/identity/token"_s : u"/v1/x"_s};
    if (what == 0) {
        HistoryOptions options;
        options.bodyKilobytes = 1;
        QVERIFY(waitFor(bench.services().settings.setHistoryOptions(options)));
        sent.answer = QByteArray(2048, 'x');
        sent.type = "text/plain";
    } else if (what == 1) {
        sent.answer = "\x89PNG\r\n\x1a\n....";
        sent.type = "image/png";
    } else if (what == 3) {
        sent.answer = "";
    } else if (what == 4) {
        sent.status = 0;
    }
    (void)record(bench, sent);
    HistoryScreen screen(bench.services());
    bench.show(screen);
    QTRY_VERIFY(isShown(screen, "historyDetail"));
    QVERIFY(isShown(screen, "entryAnswerNote"));
    QVERIFY2(textOf(screen, "entryAnswerNote").contains(note), qPrintable(textOf(screen, "entryAnswerNote")));
    QCOMPARE(isShown(screen, "entryAnswer"), what == 0);
    QCOMPARE(isShown(screen, "entryProblem"), what == 4);
}

void TestHistoryScreen::findsAsOneTypes()
{
    ScreenBench bench;
    (void)record(bench, {u"List products"_s, u"/api/products"_s, R"({"name":"Zeppelin"})"});
    (void)record(bench, {u"Get me"_s, u"/v1/me"_s});
    HistoryScreen screen(bench.services());
    bench.show(screen);
    QTRY_COMPARE(titles(screen).size(), 2);
    type(screen, "historySearch", u"zepp"_s);
    QTRY_COMPARE(titles(screen), QStringList{u"List products"_s});
    QTRY_COMPARE(textOf(screen, "catalogCount"), u"1 of 2"_s);
    QTRY_COMPARE(part(screen, "entryTitle")->accessibleName(), u"List products"_s);
    type(screen, "historySearch", u"nowhere"_s);
    QTRY_VERIFY(isShown(screen, "historyNone"));
    QVERIFY(!isShown(screen, "historyList"));
    QTest::keyClick(part(screen, "historySearch"), Qt::Key_Escape);
    QTRY_COMPARE(titles(screen).size(), 2);
    QVERIFY(isShown(screen, "historyList"));
    QTest::keyClick(listOf(screen), Qt::Key_F, Qt::ControlModifier);
    QVERIFY(part(screen, "historySearch")->hasFocus());
    QTest::keyClick(part(screen, "historySearch"), Qt::Key_Down);
    QVERIFY(listOf(screen)->hasFocus());
}

void TestHistoryScreen::followsWhatIsSentMeanwhile()
{
    ScreenBench bench;
    (void)record(bench, {u"one"_s, u"/1"_s});
    (void)record(bench, {u"two"_s, u"/2"_s});
    HistoryScreen screen(bench.services());
    bench.show(screen);
    QTRY_COMPARE(titles(screen).size(), 2);
    mark(screen, {1});
    QTRY_COMPARE(part(screen, "entryTitle")->accessibleName(), u"one"_s);
    QSignalSpy resets(listOf(screen)->model(), &QAbstractItemModel::modelReset);
    (void)record(bench, {u"three"_s, u"/3"_s});
    QTRY_COMPARE(titles(screen), QStringList({u"three"_s, u"two"_s, u"one"_s}));
    QCOMPARE(resets.size(), 0);
    const QModelIndexList chosen = listOf(screen)->selectionModel()->selectedIndexes();
    QCOMPARE(chosen.size(), 1);
    QCOMPARE(chosen.constFirst().data().toString(), u"one"_s);
}

void TestHistoryScreen::opensAgain()
{
    ScreenBench bench;
    Sent sent{u"Make"_s, u"/api/things?x=%20y"_s, "{}", 201, "POST"};
    sent.body = R"({"name":"thing"})";
    (void)record(bench, sent);
    HistoryScreen screen(bench.services());
    bench.show(screen);
    QSignalSpy opened(&screen, &HistoryScreen::openRequest);
    QTRY_VERIFY(isShown(screen, "historyDetail"));
    click(screen, "entryOpen");
    QTRY_COMPARE(opened.size(), 1);
    const auto state = opened.constFirst().constFirst().value<RequestState>();
    QVERIFY(!state.id.isNull());
    QCOMPARE(state.method, "POST"_ba);
    QCOMPARE(state.target, u"https://api.acme.example/api/things?x=%20y"_s);
    QCOMPARE(state.bodyText, uR"({"name":"thing"})"_s);
    QCOMPARE(state.bodyType, u"application/json"_s);
    QCOMPARE(state.tokenChoice, int(TokenKind::Iam));
    QVERIFY(state.headerText.contains(u"Accept: application/json"_s));
    QVERIFY(!state.headerText.contains(u"Secret"_s));
    QCOMPARE(bench.places(), QList<Place>{Place::Explorer});
}

void TestHistoryScreen::opensByKeyboard()
{
    ScreenBench bench;
    (void)record(bench, {u"one"_s, u"/1"_s});
    (void)record(bench, {u"two"_s, u"/2"_s});
    HistoryScreen screen(bench.services());
    bench.show(screen);
    QTRY_COMPARE(titles(screen).size(), 2);
    listOf(screen)->setFocus();
    QTest::keyClick(listOf(screen), Qt::Key_Down);
    QSignalSpy opened(&screen, &HistoryScreen::openRequest);
    QTest::keyClick(listOf(screen), Qt::Key_Return);
    QTRY_COMPARE(opened.size(), 1);
    QVERIFY(opened.constFirst().constFirst().value<RequestState>().target.endsWith(u"/1"_s));
}

void TestHistoryScreen::copiesTheUrl()
{
    ScreenBench bench;
    (void)record(bench, {u"one"_s, u"/1?apikey=canary"_s});
    HistoryScreen screen(bench.services());
    bench.show(screen);
    QTRY_VERIFY(isShown(screen, "historyDetail"));
    click(screen, "entryCopyUrl");
    const QString copied = QGuiApplication::clipboard()->text();
    QVERIFY(copied.startsWith(u"https://api.acme.example/1?apikey="_s));
    QVERIFY(!copied.contains(u"canary"_s));
}

void TestHistoryScreen::tellsErrors()
{
    const QString folder = qEnvironmentVariable("XDG_DATA_HOME") + u"/apiconnect-explorer"_s;
    QVERIFY(QDir().mkpath(folder + u"/history.sqlite"_s)); // where the file should be
    {
        ScreenBench bench({true, {}, {}});
        HistoryScreen screen(bench.services());
        bench.show(screen);
        QTRY_VERIFY(isShown(screen, "historyProblem"));
        QVERIFY(textOf(screen, "historyProblemTitle").contains(u"cannot be used"_s));
    }
    QVERIFY(QDir().rmdir(folder + u"/history.sqlite"_s));
}

ACX_WIDGET_TEST_MAIN(TestHistoryScreen)
#include "test_history_screen.moc"
