// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/explorer/history.h"
#include "tests/support/fault_server.h"
#include "tests/support/wait.h"
#include "tests/ui/explorer_bench.h"
#include "ui/explorer/operation_book.h"
#include "ui/explorer/visit_list.h"

#include <QAbstractButton>
#include <QApplication>
#include <QDesktopServices>
#include <QPlainTextEdit>
#include <QTabBar>

using namespace Qt::StringLiterals;
using namespace acx;

/// Takes the links that would open in the browser.
class Browser final : public QObject
{
    Q_OBJECT

public:
    Browser()
    {
        QDesktopServices::setUrlHandler(u"https"_s, this, "open");
        QDesktopServices::setUrlHandler(u"http"_s, this, "open");
    }
    ~Browser() override
    {
        QDesktopServices::unsetUrlHandler(u"https"_s);
        QDesktopServices::unsetUrlHandler(u"http"_s);
    }
    QList<QUrl> opened;

public Q_SLOTS:
    void open(const QUrl &url) { opened += url; }
};

/// From answer to answer by links, steps of the path, back and forward.
class TestExplorerNavigation final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { failOnAnyWarning(); }
    void followsALinkThroughItsForm();
    void goesBackAndForwardWithoutSending();
    void goesBackToWhatWasSent();
    void theMouseGoesBackAndForward();
    void opensALinkInANewTab();
    void opensStepsOfThePath();
    void stepsKeepTheirEncoding();
    void opensLinksElsewhereInTheBrowser();
    void followsLinksOfHeaders();
    void cancelsWhenLeaving();
    void carriesValuesOver();
    void p4_keepsNoSecretWithAnAnswer();
    void keepsTheLatestAnswers();
    void aSecondTryIsTheSameStep();

private:
    static void ask(ExplorerScreen &screen, const QString &target)
    {
        type(screen.currentTab(), "target", target);
        click(screen.currentTab(), "send");
        QTRY_VERIFY(!bodyOf(screen.currentTab()).isEmpty());
    }
    static QString idOf(const ExplorerScreen &screen) { return screen.currentTab().state().operationId; }
    static int sentTo(ScreenBench &bench)
    {
        return static_cast<int>(waitFor(bench.services().history.find({}))->total);
    }
};

void TestExplorerNavigation::followsALinkThroughItsForm()
{
    ScreenBench bench;
    (void)bench.addProfile(u"Acme"_s);
    ExplorerScreen screen(bench.services());
    bench.show(screen);
    clickOperation(screen, u"v10.listOrgs"_s);
    QTRY_COMPARE(idOf(screen), u"v10.listOrgs"_s);
    click(screen, "send");
    QTRY_VERIFY(bodyOf(screen).contains("total_results"));
    clickLink(screen, u"url"_s);
    QTRY_COMPARE(idOf(screen), u"v10.getOrg"_s);
    QTRY_VERIFY(bodyOf(screen).contains("\"type\"") && !bodyOf(screen).contains("total_results"));
    QCOMPARE(textOf(screen, "answerStatus").left(3), u"200"_s);
    QCOMPARE(screen.currentTab().state().values.size(), 1);
    QVERIFY(isShown(screen, "crumb1"));
}

void TestExplorerNavigation::goesBackAndForwardWithoutSending()
{
    ScreenBench bench;
    (void)bench.addProfile(u"Acme"_s);
    ExplorerScreen screen(bench.services());
    bench.show(screen);
    ask(screen, u"/api/orgs"_s);
    const QByteArray list = bodyOf(screen);
    QVERIFY(!part<QAbstractButton>(screen, "goBack")->isEnabled());
    clickLink(screen, u"url"_s);
    QTRY_VERIFY(!bodyOf(screen).isEmpty() && bodyOf(screen) != list);
    const QByteArray one = bodyOf(screen);
    const int sent = sentTo(bench);

    click(screen, "goBack");
    QCOMPARE(bodyOf(screen), list);
    QCOMPARE(screen.currentTab().state().target, u"/api/orgs"_s);
    QVERIFY(!part<QAbstractButton>(screen, "goBack")->isEnabled());
    QTest::keyClick(&screen, Qt::Key_Right, Qt::AltModifier);
    QCOMPARE(bodyOf(screen), one);
    QTRY_COMPARE(idOf(screen), u"v10.getOrg"_s);
    QTest::keyClick(&screen, Qt::Key_Left, Qt::AltModifier);
    QCOMPARE(bodyOf(screen), list);
    QCOMPARE(sentTo(bench), sent);

    // Another way from here forgets what lay ahead.
    ask(screen, u"/v1/me"_s);
    QTRY_VERIFY(bodyOf(screen) != list);
    QVERIFY(!part<QAbstractButton>(screen, "goForward")->isEnabled());
    click(screen, "goBack");
    QCOMPARE(bodyOf(screen), list);
}

void TestExplorerNavigation::goesBackToWhatWasSent()
{
    ScreenBench bench;
    (void)bench.addProfile(u"Acme"_s);
    ExplorerScreen screen(bench.services());
    bench.show(screen);
    ask(screen, u"/api/orgs"_s);
    ask(screen, u"/v1/me"_s);
    QTRY_VERIFY(isShown(screen, "send"));
    const QByteArray me = bodyOf(screen);
    clickOperation(screen, u"v10.getOrg"_s);
    QTRY_COMPARE(idOf(screen), u"v10.getOrg"_s);
    // The answer is still there, and back leads to its request first.
    QCOMPARE(bodyOf(screen), me);
    click(screen, "goBack");
    QCOMPARE(screen.currentTab().state().target, u"/v1/me"_s);
    QCOMPARE(bodyOf(screen), me);
    click(screen, "goBack");
    QCOMPARE(screen.currentTab().state().target, u"/api/orgs"_s);
    click(screen, "goForward");
    QCOMPARE(bodyOf(screen), me);
    QVERIFY(!part<QAbstractButton>(screen, "goForward")->isEnabled());
}

void TestExplorerNavigation::theMouseGoesBackAndForward()
{
    ScreenBench bench;
    (void)bench.addProfile(u"Acme"_s);
    ExplorerScreen screen(bench.services());
    bench.show(screen);
    ask(screen, u"/api/orgs"_s);
    const QByteArray list = bodyOf(screen);
    clickLink(screen, u"url"_s);
    QTRY_VERIFY(!bodyOf(screen).isEmpty() && bodyOf(screen) != list);
    const QByteArray one = bodyOf(screen);
    QTest::mouseClick(treeOf(screen).viewport(), Qt::BackButton);
    QCOMPARE(bodyOf(screen), list);
    QTest::mouseClick(part(screen, "send"), Qt::ForwardButton);
    QCOMPARE(bodyOf(screen), one);
}

void TestExplorerNavigation::opensALinkInANewTab()
{
    ScreenBench bench;
    (void)bench.addProfile(u"Acme"_s);
    ExplorerScreen screen(bench.services());
    bench.show(screen);
    ask(screen, u"/api/orgs"_s);
    ExplorerTab &first = screen.currentTab();
    const QByteArray list = bodyOf(first);
    clickLink(first, u"url"_s, Qt::MiddleButton);
    QTRY_COMPARE(screen.tabCount(), 2);
    QVERIFY(&screen.currentTab() != &first);
    QTRY_VERIFY(!bodyOf(screen.currentTab()).isEmpty());
    QCOMPARE(idOf(screen), u"v10.getOrg"_s);
    QCOMPARE(bodyOf(first), list);
}

void TestExplorerNavigation::opensStepsOfThePath()
{
    ScreenBench bench;
    (void)bench.addProfile(u"Acme"_s);
    ExplorerScreen screen(bench.services());
    bench.show(screen);
    ask(screen, u"/api/catalogs/meridian-bank/sandbox/products"_s);
    QTRY_COMPARE(textOf(screen, "crumb3"), u"products"_s);
    QCOMPARE(textOf(screen, "crumb0"), u"catalogs"_s);
    QVERIFY(qobject_cast<QAbstractButton *>(part(screen, "crumb0")) == nullptr);
    click(screen, "crumb2");
    QTRY_COMPARE(idOf(screen), u"v10.getCatalog"_s);
    QTRY_VERIFY(isShown(screen, "send"));
    QCOMPARE(textOf(screen, "answerStatus").left(3), u"200"_s);
    QTest::mouseClick(part(screen.currentTab(), "crumb1"), Qt::MiddleButton);
    QTRY_COMPARE(screen.tabCount(), 2);
    QTRY_COMPARE(idOf(screen), u"v10.getOrg"_s);
}

void TestExplorerNavigation::stepsKeepTheirEncoding()
{
    FaultServer server;
    server.setHandler(answering(httpAnswer(200, R"({"id":"a/b","name":"acme"})")));
    ScreenBench bench;
    bench.addProfile(u"Acme"_s, server.url(""));
    ExplorerScreen screen(bench.services());
    bench.show(screen);
    QTRY_VERIFY(!screen.book().shipped().operations().isEmpty());
    ask(screen, u"/api/orgs/a%2Fb/catalogs"_s);
    QTRY_COMPARE(textOf(screen, "crumb2"), u"catalogs"_s);
    QCOMPARE(part<QAbstractButton>(screen, "crumb1")->text(), u"a/b"_s);
    (void)treeOf(screen);
    click(screen, "crumb1");
    QTRY_COMPARE(server.requests().size(), 2);
    QCOMPARE(server.requests().constLast().target, "/api/orgs/a%2Fb"_ba);
    // By now the answer has told what that id is called.
    QTRY_VERIFY(screen.findChild<QLabel *>(u"crumb1"_s));
    QCOMPARE(screen.findChild<QLabel *>(u"crumb1"_s)->text(), u"acme"_s);
}

void TestExplorerNavigation::opensLinksElsewhereInTheBrowser()
{
    Browser browser;
    FaultServer server;
    server.setHandler(answering(httpAnswer(200, R"({"url":"https://elsewhere.example/a?b=c","href":"/next"})")));
    ScreenBench bench;
    (void)bench.addProfile(u"Acme"_s);
    ExplorerScreen screen(bench.services());
    bench.show(screen);
    ask(screen, server.url("/first").toString());
    clickLink(screen, u"url"_s);
    QTRY_COMPARE(browser.opened, QList<QUrl>{QUrl(u"https://elsewhere.example/a?b=c"_s)});
    // Not a host of the profile either, though it is where the answer came from.
    clickLink(screen, u"href"_s);
    QTRY_COMPARE(browser.opened.size(), 2);
    QCOMPARE(browser.opened.constLast(), server.url("/next"));
    QCOMPARE(server.requests().size(), 1);
    QCOMPARE(screen.tabCount(), 1);
}

void TestExplorerNavigation::followsLinksOfHeaders()
{
    FaultServer server;
    server.setHandler(answering(httpAnswer(200, "{}", {"Link: </two?page=2>; rel=\"next\""})));
    ScreenBench bench;
    bench.addProfile(u"Acme"_s, server.url(""));
    ExplorerScreen screen(bench.services());
    bench.show(screen);
    ask(screen, u"/one"_s);
    QCOMPARE(part<QAbstractButton>(screen, "headerLink0")->text(), u"next"_s);
    click(screen, "headerLink0");
    QTRY_COMPARE(server.requests().size(), 2);
    QCOMPARE(server.requests().constLast().target, "/two?page=2"_ba);
    QVERIFY(server.requests().constLast().header("Authorization").startsWith("Bearer "));
}

void TestExplorerNavigation::cancelsWhenLeaving()
{
    ScreenBench bench;
    (void)bench.addProfile(u"Acme"_s);
    ExplorerScreen screen(bench.services());
    bench.show(screen);
    ask(screen, u"/v1/me"_s);
    const QByteArray me = bodyOf(screen);
    FaultServer silent([](QTcpSocket &, const RecordedRequest &) {});
    type(screen, "target", silent.url("/").toString());
    click(screen, "send");
    QTRY_COMPARE(silent.requests().size(), 1);
    click(screen, "goBack");
    QCOMPARE(bodyOf(screen), me);
    QVERIFY(isShown(screen, "send"));
    click(screen, "goForward");
    QVERIFY(textOf(screen, "answerEmpty").contains(u"Cancelled"_s));
}

void TestExplorerNavigation::carriesValuesOver()
{
    ScreenBench bench;
    (void)bench.addProfile(u"Acme"_s);
    ExplorerScreen screen(bench.services());
    bench.show(screen);
    RequestState state;
    state.operationId = u"v10.getCatalog"_s;
    state.values = {{u"org"_s, u"meridian-bank"_s}, {u"catalog"_s, u"sandbox"_s}};
    screen.openRequest(state);
    QTRY_COMPARE(idOf(screen), u"v10.getCatalog"_s);
    clickOperation(screen, u"v10.listCatalogProducts"_s);
    QTRY_COMPARE(idOf(screen), u"v10.listCatalogProducts"_s);
    QCOMPARE(screen.currentTab().state().values, state.values);
}

void TestExplorerNavigation::p4_keepsNoSecretWithAnAnswer()
{
    const QString secret = u"Secret-that-an-answer-mirrors-0123456789"_s;
    FaultServer server;
    server.setHandler(answering(httpAnswer(400, "You sent " + secret.toUtf8(), {"Content-Type: text/plain"})));
    ScreenBench bench;
    (void)bench.addProfile(u"Acme"_s);
    ExplorerScreen screen(bench.services());
    bench.show(screen);
    part<QPlainTextEdit>(screen, "requestHeaders")->setPlainText(u"X-IBM-Client-Secret: "_s + secret);
    ask(screen, server.url("/mirror").toString());
    const auto *panel = screen.findChild<AnswerPanel *>();
    QCOMPARE(server.requests().value(0).header("X-IBM-Client-Secret"), secret.toUtf8());
    QVERIFY(panel->exchange()->secrets.isEmpty());
    const QString told = textOf(screen, "answerProblemTitle");
    QVERIFY2(told.contains(u"You sent"_s) && !told.contains(secret), qPrintable(told));
    // And is told the same when it is shown again.
    part<QPlainTextEdit>(screen, "requestHeaders")->clear();
    server.setHandler(answering(httpAnswer(200, "{}")));
    type(screen, "target", server.url("/other").toString());
    click(screen, "send");
    QTRY_COMPARE(bodyOf(screen), "{}"_ba);
    click(screen, "goBack");
    QVERIFY(bodyOf(screen).startsWith("You sent"));
    QVERIFY(panel->exchange()->secrets.isEmpty());
    QCOMPARE(textOf(screen, "answerProblemTitle"), told);
}

void TestExplorerNavigation::keepsTheLatestAnswers()
{
    VisitList visits;
    for (int i = 0; i < 300; ++i) {
        Visit visit;
        visit.method = "GET";
        visit.url = QUrl(u"https://h.example/%1"_s.arg(i));
        visits.begin(visit);
        visits.setAnswer(Exchange(), {});
    }
    QVERIFY(!visits.canGoForward());
    for (int i = 1; i < VisitList::mostAnswers; ++i)
        QVERIFY(visits.goBack()->answer);
    QVERIFY(!visits.goBack()->answer);
    int left = 0;
    while (visits.canGoBack()) {
        (void)visits.goBack();
        ++left;
    }
    QCOMPARE(left, int(VisitList::mostVisits - VisitList::mostAnswers - 1));
    QVERIFY(visits.goForward());
}

void TestExplorerNavigation::aSecondTryIsTheSameStep()
{
    VisitList visits;
    Visit visit;
    visit.method = "GET";
    visit.url = QUrl(u"https://h.example/"_s);
    visits.begin(visit);
    visits.setError(Error());
    visits.begin(visit);
    QVERIFY(!visits.canGoBack());
    QVERIFY(!visits.current()->error);
    visit.method = "HEAD";
    visits.begin(visit);
    QVERIFY(visits.canGoBack());
}

ACX_WIDGET_TEST_MAIN(TestExplorerNavigation)
#include "test_explorer_navigation.moc"
