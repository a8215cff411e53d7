// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/fault_server.h"
#include "tests/support/run_sandbox.h"
#include "tests/support/wait.h"
#include "tests/ui/explorer_bench.h"
#include "ui/explorer/request_panel.h"
#include "ui/file_chooser.h"
#include "ui/session.h"

#include <QAbstractButton>
#include <QApplication>
#include <QClipboard>
#include <QComboBox>
#include <QFile>
#include <QPlainTextEdit>
#include <QSignalSpy>
#include <QSplitter>
#include <QTabBar>
#include <QTabWidget>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTemporaryDir>
#include <QThreadPool>

#include <cstdlib>

using namespace Qt::StringLiterals;
using namespace acx;

class TestExplorerScreen final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { failOnAnyWarning(); }
    void saysWhatIsMissing();
    void makesTheFirstCalls();
    void escapeStopsWhatHasNoParameters();
    void escapeStopsReadingFiles();
    void sendsHeadersAndBody();
    void showsErrorsOfTheService();
    void tellsThatNoTokenGoesAbroad();
    void marksABadHeaderLine();
    void asksBeforeDelete();
    void cancelsAtOnce();
    void savesAndCopiesTheBody();
    void forgetsTheAnswerOfAnotherProfile();
    void showsTheOperationsOfThePlace();
    void refusesWhatAReadOnlyProfileMayNot();
    void asksBeforeADestructiveOperation();
    void getsAllPages();
    void fitsANarrowWindow();
};

void TestExplorerScreen::saysWhatIsMissing()
{
    ScreenBench bench;
    ExplorerScreen screen(bench.services());
    bench.show(screen);
    type(screen, "target", u"/v1/me"_s);
    click(screen, "send");
    QVERIFY(isShown(screen, "requestNotice"));
}

void TestExplorerScreen::makesTheFirstCalls()
{
    ScreenBench bench;
    (void)bench.addProfile(u"Acme"_s);
    ExplorerScreen screen(bench.services());
    bench.show(screen);
    click(screen, "quickStart0");
    QCOMPARE(part<QLineEdit>(screen, "target")->text(), u"/v1/me"_s);
    QTRY_COMPARE(textOf(screen, "answerStatus").left(3), u"200"_s);
    QVERIFY(bodyOf(screen).startsWith('{'));
    QVERIFY(!textOf(screen, "answerTime").isEmpty());
    QVERIFY(!textOf(screen, "answerSize").isEmpty());
    QVERIFY(!part(screen, "waterfall")->accessibleName().isEmpty());

    click(screen, "quickStart1");
    QTRY_COMPARE(part<QLineEdit>(screen, "target")->text(), u"/api/orgs"_s);
    QTRY_VERIFY(bodyOf(screen).contains("total_results"));
}

void TestExplorerScreen::escapeStopsWhatHasNoParameters()
{
    FaultServer silent([](QTcpSocket &, const RecordedRequest &) {});
    ScreenBench bench;
    bench.addProfile(u"Acme"_s, silent.url(""));
    ExplorerScreen screen(bench.services());
    bench.show(screen);
    clickOperation(screen, u"v5.getMe"_s);
    QTRY_VERIFY(part(screen, "send")->hasFocus());
    click(screen, "send");
    QTRY_COMPARE(silent.requests().size(), 1);
    QVERIFY(part(screen, "cancel")->hasFocus());
    QTest::keyClick(&screen, Qt::Key_Escape);
    QTRY_VERIFY(textOf(screen, "answerEmpty").contains(u"Cancelled"_s));
    QVERIFY(part(screen, "send")->hasFocus());
}

void TestExplorerScreen::escapeStopsReadingFiles()
{
    const QTemporaryDir folder;
    const QString file = writeInto(folder, u"product.yaml"_s, "product: 1.0.0\n");
    ScreenBench bench;
    (void)bench.addProfile(u"Acme"_s);
    ExplorerScreen screen(bench.services());
    bench.show(screen);
    clickOperation(screen, u"v10.publishProductInCatalog"_s);
    QTRY_COMPARE(screen.currentTab().state().operationId, u"v10.publishProductInCatalog"_s);
    type(screen, "value:path:org", u"acme"_s);
    type(screen, "value:path:catalog", u"sandbox"_s);
    part<QLineEdit>(screen, "value:body:product")->setText(file);
    QSignalSpy wanted(screen.findChild<RequestPanel *>(), &RequestPanel::sendWanted);
    click(screen, "send"); // the file is read in another thread, and told of in a later turn
    QTest::keyClick(&screen, Qt::Key_Escape);
    QThreadPool::globalInstance()->waitForDone();
    QTest::qWait(0);
    QVERIFY(wanted.isEmpty());
    click(screen, "send");
    QTRY_COMPARE(wanted.size(), 1);
}

void TestExplorerScreen::sendsHeadersAndBody()
{
    QTcpServer server;
    QVERIFY(server.listen(QHostAddress::LocalHost));
    QByteArray request;
    connect(&server, &QTcpServer::newConnection, &server, [&] {
        QTcpSocket *socket = server.nextPendingConnection();
        connect(socket, &QTcpSocket::readyRead, socket, [&request, socket] {
            request += socket->readAll();
            if (request.endsWith("{\"a\":1}"))
                socket->write("HTTP/1.1 201 Created\r\nContent-Length: 2\r\nContent-Type: application/json\r\n\r\n{}");
        });
    });
    ScreenBench bench;
    (void)bench.addProfile(u"Acme"_s);
    ExplorerScreen screen(bench.services());
    bench.show(screen);
    part<QComboBox>(screen, "method")->setCurrentText(u"POST"_s);
    type(screen, "target", u"http://127.0.0.1:%1/x?y=1"_s.arg(server.serverPort()));
    part<QPlainTextEdit>(screen, "requestHeaders")->setPlainText(u"X-Test: one\nContent-Type: application/json"_s);
    part(screen, "requestBody")->setProperty("plainText", u"{\"a\":1}"_s);
    part<QTabWidget>(screen, "requestTabs")->setCurrentIndex(2);
    part(screen, "requestBody")->setFocus();
    QTest::keyClick(part(screen, "requestBody"), Qt::Key_Return, Qt::ControlModifier);
    QTRY_VERIFY2(textOf(screen, "answerStatus").startsWith(u"201"_s),
                 qPrintable(textOf(screen, "requestNoticeTitle") + textOf(screen, "answerErrorTitle") +
                            textOf(screen, "answerEmpty") + QString::fromLatin1(request)));
    QVERIFY(request.startsWith("POST /x?y=1 HTTP/1.1\r\n"));
    QVERIFY(request.toLower().contains("x-test: one\r\n"));
    QVERIFY(!request.toLower().contains("authorization"));
    QCOMPARE(textOf(screen, "requestBody"), u"{\"a\":1}"_s);
}

void TestExplorerScreen::showsErrorsOfTheService()
{
    ScreenBench bench;
    (void)bench.addProfile(u"Acme"_s);
    ExplorerScreen screen(bench.services());
    bench.show(screen);
    type(screen, "target", u"/v1/nothing/here"_s);
    QTest::keyClick(part(screen, "target"), Qt::Key_Return);
    QTRY_COMPARE(textOf(screen, "answerStatus").left(3), u"404"_s);
    QVERIFY(!bodyOf(screen).isEmpty());
    type(screen, "target", u"http://127.0.0.1:1/x"_s);
    click(screen, "send");
    QTRY_VERIFY(isShown(screen, "answerError"));
    QVERIFY(bodyOf(screen).isNull());
    type(screen, "target", u"http://example.com/x"_s);
    click(screen, "send");
    QTRY_VERIFY(isShown(screen, "requestNotice") || isShown(screen, "answerError"));
}

void TestExplorerScreen::tellsThatNoTokenGoesAbroad()
{
    ScreenBench bench;
    (void)bench.addProfile(u"Acme"_s);
    SandboxServer other(sandboxOfThisRun());
    const Result<SandboxInfo> info = other.start();
    QVERIFY(info);
    ExplorerScreen screen(bench.services());
    bench.show(screen);
    type(screen, "target", info->endpoints.api.toString() + "/v1/me"_L1);
    click(screen, "send");
    QTRY_COMPARE(textOf(screen, "answerStatus").left(3), u"401"_s);
    QVERIFY(isShown(screen, "answerNotice"));
}

void TestExplorerScreen::marksABadHeaderLine()
{
    ScreenBench bench;
    (void)bench.addProfile(u"Acme"_s);
    ExplorerScreen screen(bench.services());
    bench.show(screen);
    type(screen, "target", u"/v1/me"_s);
    part<QPlainTextEdit>(screen, "requestHeaders")->setPlainText(u"no colon here"_s);
    click(screen, "send");
    QVERIFY(isShown(screen, "requestNotice"));
    QVERIFY(isShown(screen, "send"));
}

void TestExplorerScreen::asksBeforeDelete()
{
    ScreenBench bench;
    (void)bench.addProfile(u"Acme"_s);
    ExplorerScreen screen(bench.services());
    bench.show(screen);
    part<QComboBox>(screen, "method")->setCurrentText(u"DELETE"_s);
    type(screen, "target", u"/v1/orgs/acme/nothing?x=1"_s);
    click(screen, "send");
    QVERIFY(isShown(screen, "deleteNotice"));
    QVERIFY(isShown(screen, "send"));
    QVERIFY(!part<QAbstractButton>(screen, "deleteConfirm")->isEnabled());
    type(screen, "deleteName", u"something"_s);
    QVERIFY(!part<QAbstractButton>(screen, "deleteConfirm")->isEnabled());
    type(screen, "deleteName", u"nothing"_s);
    click(screen, "deleteConfirm");
    QTRY_COMPARE(textOf(screen, "answerStatus").left(1), u"4"_s);
    QVERIFY(!isShown(screen, "deleteNotice"));
}

void TestExplorerScreen::cancelsAtOnce()
{
    QTcpServer silent;
    QVERIFY(silent.listen(QHostAddress::LocalHost));
    ScreenBench bench;
    (void)bench.addProfile(u"Acme"_s);
    ExplorerScreen screen(bench.services());
    bench.show(screen);
    type(screen, "target", u"http://127.0.0.1:%1/"_s.arg(silent.serverPort()));
    click(screen, "send");
    QVERIFY(isShown(screen, "cancel"));
    QTRY_VERIFY(silent.hasPendingConnections());
    QTest::keyClick(part(screen, "target"), Qt::Key_Escape);
    QVERIFY(isShown(screen, "send"));
    QVERIFY(!isShown(screen, "answerError"));
    QVERIFY(textOf(screen, "answerEmpty").contains(u"Cancelled"_s));
}

void TestExplorerScreen::savesAndCopiesTheBody()
{
    const QTemporaryDir folder;
    ScreenBench bench;
    (void)bench.addProfile(u"Acme"_s);
    ExplorerScreen screen(bench.services());
    bench.show(screen);
    click(screen, "quickStart1");
    QTRY_VERIFY(bodyOf(screen).contains("total_results"));
    const QString path = folder.filePath(u"orgs.json"_s);
    bench.services().files.setNextAnswer(path);
    (void)treeOf(screen);
    Q_EMIT screen.findChild<AnswerPanel *>()->saveWanted(false); // its menu: test_answer_panel
    QTRY_COMPARE(bench.messages().size(), 1);
    QCOMPARE(bench.messages().first().kind, MessageKind::Success);
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    click(screen, "copyBody");
    QCOMPARE(QGuiApplication::clipboard()->text().toUtf8(), file.readAll());

    bench.services().files.setNextAnswer(folder.filePath(u"missing/orgs.json"_s));
    Q_EMIT screen.findChild<AnswerPanel *>()->saveWanted(false); // its menu: test_answer_panel
    QTRY_COMPARE(bench.messages().size(), 2);
    QCOMPARE(bench.messages().last().kind, MessageKind::Error);
}

void TestExplorerScreen::forgetsTheAnswerOfAnotherProfile()
{
    ScreenBench bench;
    (void)bench.addProfile(u"Acme"_s);
    ExplorerScreen screen(bench.services());
    bench.show(screen);
    click(screen, "quickStart0");
    QTRY_VERIFY(!bodyOf(screen).isEmpty());
    (void)bench.addProfile(u"Other"_s);
    QVERIFY(bodyOf(screen.currentTab()).isNull());
}

void TestExplorerScreen::showsTheOperationsOfThePlace()
{
    ScreenBench bench;
    (void)bench.addProfile(u"Acme"_s);
    ExplorerScreen screen(bench.services());
    bench.show(screen);
    clickOperation(screen, u"v10.listOrgs"_s);
    QTRY_COMPARE(screen.currentTab().state().operationId, u"v10.listOrgs"_s);
    click(screen, "send");
    QTRY_VERIFY(bodyOf(screen).contains("total_results"));
    clickOperation(screen, u"v5.getMe"_s, {}, Qt::MiddleButton);
    QTRY_COMPARE(screen.tabCount(), 2);
    QTRY_COMPARE(screen.currentTab().state().operationId, u"v5.getMe"_s);
    QVERIFY(bodyOf(screen.currentTab()).isNull());
}

void TestExplorerScreen::refusesWhatAReadOnlyProfileMayNot()
{
    ScreenBench bench;
    Profile profile = bench.addProfile(u"Acme"_s);
    profile.readOnly = true;
    QVERIFY(waitFor(bench.services().profiles.update(profile)).has_value());
    ExplorerScreen screen(bench.services());
    bench.show(screen);
    part<QComboBox>(screen, "method")->setCurrentText(u"POST"_s);
    type(screen, "target", u"/v1/orgs"_s);
    click(screen, "send");
    QVERIFY(isShown(screen, "requestNotice"));
    QVERIFY(textOf(screen, "requestNoticeTitle").contains(u"read-only"_s) ||
            textOf(screen, "requestNoticeText").contains(u"read-only"_s));
    QVERIFY(isShown(screen, "send"));
}

void TestExplorerScreen::asksBeforeADestructiveOperation()
{
    ScreenBench bench;
    (void)bench.addProfile(u"Acme"_s);
    ExplorerScreen screen(bench.services());
    bench.show(screen);
    RequestState state;
    state.operationId = u"v5.transferCatalogOwner"_s;
    state.values = {{u"org"_s, u"nobody"_s}, {u"catalog"_s, u"none"_s}};
    state.bodyType = u"application/json"_s;
    state.bodyText = u"{}"_s;
    screen.openRequest(state);
    QTRY_VERIFY(isShown(screen, "operationTitle"));
    click(screen, "send");
    QTRY_VERIFY(isShown(screen, "deleteNotice"));
    type(screen, "deleteName", u"transferOwner"_s);
    click(screen, "deleteConfirm");
    QTRY_COMPARE(textOf(screen, "answerStatus").left(1), u"4"_s);
}

void TestExplorerScreen::getsAllPages()
{
    ScreenBench bench;
    (void)bench.addProfile(u"Acme"_s);
    ExplorerScreen screen(bench.services());
    bench.show(screen);
    RequestState state;
    state.operationId = u"v10.listCatalogs"_s;
    state.values = {{u"org"_s, u"meridian-bank"_s}, {u"limit"_s, u"1"_s}};
    screen.openRequest(state);
    QTRY_VERIFY(isShown(screen, "allPages"));
    click(screen, "allPages");
    QTRY_VERIFY(bodyOf(screen).startsWith("{\"total_results\":"));
    QVERIFY(bodyOf(screen).count("\"api_version\"") > 1);
    QVERIFY(isShown(screen, "answerNotice"));
}

void TestExplorerScreen::fitsANarrowWindow()
{
    ScreenBench bench;
    (void)bench.addProfile(u"Acme"_s);
    ExplorerScreen screen(bench.services());
    bench.show(screen);
    auto *columns = part<QSplitter>(screen, "explorerColumns");
    screen.resize(1216, 736);
    QTRY_COMPARE(columns->sizes().constFirst(), 290);
    screen.resize(936, 636); // a window of 1000 x 700
    QTRY_VERIFY(columns->sizes().constFirst() < 240);
    // All tabs of a request stand beside each other, and none changes the columns.
    clickOperation(screen, u"v10.createCatalog"_s);
    QTRY_COMPARE(screen.currentTab().state().operationId, u"v10.createCatalog"_s);
    auto *tabs = part<QTabWidget>(screen, "requestTabs");
    const auto *inner = part<QSplitter>(screen.currentTab(), "requestColumns");
    QTest::qWait(0);
    const QList<int> sizes = inner->sizes();
    for (int i = 0; i < tabs->count(); ++i) {
        tabs->setCurrentIndex(i);
        QTest::qWait(0);
        QVERIFY2(std::abs(inner->sizes().constFirst() - sizes.constFirst()) <= 4, qPrintable(tabs->tabText(i)));
        QVERIFY2(tabs->tabBar()->tabRect(i).right() <= tabs->tabBar()->width(), qPrintable(tabs->tabText(i)));
    }
    // What the person has chosen stays.
    auto *handle = columns->handle(1);
    QTest::mousePress(handle, Qt::LeftButton, {}, handle->rect().center());
    QTest::mouseMove(handle, handle->rect().center() + QPoint(40, 0));
    QTest::mouseRelease(handle, Qt::LeftButton, {}, handle->rect().center() + QPoint(40, 0));
    const int chosen = columns->sizes().constFirst();
    QVERIFY(chosen > 240);
    screen.resize(940, 636);
    QTest::qWait(0);
    QCOMPARE(columns->sizes().constFirst(), chosen);
}

ACX_WIDGET_TEST_MAIN(TestExplorerScreen)
#include "test_explorer_screen.moc"
