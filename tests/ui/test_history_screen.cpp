// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/explorer/history.h"
#include "tests/support/test_main.h"
#include "tests/ui/screen_bench.h"
#include "ui/history/difference_model.h"
#include "ui/history/history_model.h"
#include "ui/history/history_screen.h"
#include "ui/settings/app_settings.h"
#include "ui/theme/theme.h"

#include <QAbstractButton>
#include <QAbstractItemModelTester>
#include <QApplication>
#include <QClipboard>
#include <QDir>
#include <QListView>
#include <QPlainTextEdit>
#include <QSignalSpy>
#include <QTabWidget>
#include <QTreeView>

using namespace Qt::StringLiterals;
using namespace acx;

namespace {

struct Sent
{
    QString title;
    QString path;
    QByteArray answer = "{}";
    int status = 200;
    QByteArray method = "GET";
    QByteArray type = "application/json";
    std::optional<QByteArray> body = {};
};

RecordedExchange exchangeOf(const Sent &sent)
{
    RecordedExchange exchange;
    exchange.profile = QUuid::createUuid();
    exchange.profileName = u"Acme Production"_s;
    exchange.title = sent.title;
    exchange.operationId = sent.title.isEmpty() ? QString() : u"v10.something"_s;
    exchange.request.method = sent.method;
    exchange.request.url = QUrl(u"https://api.acme.example"_s + sent.path);
    exchange.request.headers = {{"Accept"_ba, "application/json"_ba}, {"X-IBM-Client-Secret"_ba, "canary"_ba}};
    exchange.request.tokenKind = TokenKind::Iam;
    exchange.request.body = sent.body;
    if (sent.body)
        exchange.request.headers.append({"Content-Type"_ba, "application/json; charset=utf-8"_ba});
    exchange.sentAt = QDateTime::currentDateTimeUtc();
    if (sent.status == 0) {
        Error error;
        error.kind = ErrorKind::Network;
        error.sentence = u"The host api.acme.example was not found."_s;
        exchange.outcome = fail(error);
        return exchange;
    }
    Exchange done;
    done.sentAt = exchange.sentAt;
    done.response.status = sent.status;
    done.response.url = exchange.request.url;
    done.response.headers = {{"Content-Type"_ba, sent.type}, {"X-Request-Id"_ba, "req-1"_ba}};
    done.response.timing = {3, 29, 36, 121, 187};
    if (!done.response.body.append(sent.answer))
        qFatal("No body.");
    exchange.outcome = done;
    return exchange;
}

qint64 record(ScreenBench &bench, const Sent &sent)
{
    const Result<qint64> id = waitFor(bench.services().history.record(exchangeOf(sent)));
    if (!id)
        qFatal("%s", qPrintable(id.error().message()));
    return *id;
}

QListView *listOf(const HistoryScreen &screen)
{
    return part<QListView>(screen, "historyList");
}

void mark(const HistoryScreen &screen, const QList<int> &rows)
{
    auto *list = listOf(screen);
    list->selectionModel()->clear();
    for (const int row : rows)
        list->selectionModel()->setCurrentIndex(list->model()->index(row, 0), QItemSelectionModel::Select);
}

QStringList titles(const HistoryScreen &screen)
{
    QStringList result;
    const QAbstractItemModel *model = listOf(screen)->model();
    for (int row = 0; row < model->rowCount(); ++row)
        result += model->index(row, 0).data().toString();
    return result;
}

} // namespace

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
    void comparesJsonByStructure();
    void comparesTextByLines();
    void comparesEqualAnswers();
    void removesMarkedOnes();
    void clearsAfterTheWord();
    void readsPageByPage();
    void copiesTheUrl();
    void tellsErrors();
    void picturesInBothThemes();
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
    QVERIFY(bench.services().settings.setHistoryOptions(options));
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
        QVERIFY(bench.services().settings.setHistoryOptions(options));
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

void TestHistoryScreen::comparesJsonByStructure()
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

void TestHistoryScreen::comparesTextByLines()
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

void TestHistoryScreen::comparesEqualAnswers()
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

void TestHistoryScreen::removesMarkedOnes()
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

void TestHistoryScreen::clearsAfterTheWord()
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

void TestHistoryScreen::readsPageByPage()
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

void TestHistoryScreen::picturesInBothThemes()
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

ACX_WIDGET_TEST_MAIN(TestHistoryScreen)
#include "test_history_screen.moc"
