// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/test_main.h"
#include "tests/ui/screen_bench.h"
#include "ui/explorer/body_text.h"
#include "ui/explorer/explorer_screen.h"
#include "ui/explorer/timing_phases.h"
#include "ui/file_chooser.h"
#include "ui/session.h"

#include <QAbstractButton>
#include <QApplication>
#include <QClipboard>
#include <QComboBox>
#include <QPlainTextEdit>
#include <QSplitter>
#include <QTabWidget>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTemporaryDir>

using namespace Qt::StringLiterals;
using namespace acx;

class TestExplorerScreen final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { failOnAnyWarning(); }
    void saysWhatIsMissing();
    void makesTheFirstCalls();
    void sendsHeadersAndBody();
    void showsErrorsOfTheService();
    void tellsThatNoTokenGoesAbroad();
    void marksABadHeaderLine();
    void asksBeforeDelete();
    void cancelsAtOnce();
    void savesAndCopiesTheBody();
    void forgetsTheAnswerOfAnotherProfile();
    void leavesRoomForTheCatalog();
    void showsBodiesHonestly_data();
    void showsBodiesHonestly();
    void namesTheTimingPhases();
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
    QTRY_VERIFY(isShown(screen, "answerBody"));
    QCOMPARE(textOf(screen, "answerStatus").left(3), u"200"_s);
    QTRY_VERIFY(textOf(screen, "answerBody").startsWith(u"{\n  "_s));
    QVERIFY(!textOf(screen, "answerTime").isEmpty());
    QVERIFY(!textOf(screen, "answerSize").isEmpty());
    QVERIFY(textOf(screen, "answerHeaders").contains(u"Content-Type"_s, Qt::CaseInsensitive));
    QVERIFY(textOf(screen, "answerTiming").contains(u"total"_s));
    QVERIFY(!part(screen, "waterfall")->accessibleName().isEmpty());

    click(screen, "quickStart1");
    QTRY_COMPARE(part<QLineEdit>(screen, "target")->text(), u"/api/orgs"_s);
    QTRY_VERIFY(textOf(screen, "answerBody").contains(u"total_results"_s));
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
    part<QPlainTextEdit>(screen, "requestBody")->setPlainText(u"{\"a\":1}"_s);
    part<QTabWidget>(screen, "requestTabs")->setCurrentIndex(1);
    part(screen, "requestBody")->setFocus();
    QTest::keyClick(part(screen, "requestBody"), Qt::Key_Return, Qt::ControlModifier);
    QTRY_VERIFY2(textOf(screen, "answerStatus").startsWith(u"201"_s),
                 qPrintable(textOf(screen, "requestNoticeTitle") + textOf(screen, "answerErrorTitle") +
                            textOf(screen, "answerEmpty") + QString::fromLatin1(request)));
    QVERIFY(request.startsWith("POST /x?y=1 HTTP/1.1\r\n"));
    QVERIFY(request.toLower().contains("x-test: one\r\n"));
    QVERIFY(!request.toLower().contains("authorization"));
    QCOMPARE(part<QPlainTextEdit>(screen, "requestBody")->toPlainText(), u"{\"a\":1}"_s);
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
    QTRY_VERIFY(!textOf(screen, "answerBody").isEmpty());
    type(screen, "target", u"http://127.0.0.1:1/x"_s);
    click(screen, "send");
    QTRY_VERIFY(isShown(screen, "answerError"));
    QVERIFY(!isShown(screen, "answerBody"));
    type(screen, "target", u"http://example.com/x"_s);
    click(screen, "send");
    QTRY_VERIFY(isShown(screen, "requestNotice") || isShown(screen, "answerError"));
}

void TestExplorerScreen::tellsThatNoTokenGoesAbroad()
{
    ScreenBench bench;
    (void)bench.addProfile(u"Acme"_s);
    SandboxServer other;
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
    QTRY_VERIFY(textOf(screen, "answerBody").contains(u"total_results"_s));
    const QString path = folder.filePath(u"orgs.json"_s);
    bench.services().files.setNextAnswer(path);
    click(screen, "saveBody");
    QTRY_COMPARE(bench.messages().size(), 1);
    QCOMPARE(bench.messages().first().kind, MessageKind::Success);
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    click(screen, "copyBody");
    QCOMPARE(QGuiApplication::clipboard()->text().toUtf8(), file.readAll());

    bench.services().files.setNextAnswer(folder.filePath(u"missing/orgs.json"_s));
    click(screen, "saveBody");
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
    QTRY_VERIFY(isShown(screen, "answerBody"));
    (void)bench.addProfile(u"Other"_s);
    QVERIFY(!isShown(screen, "answerBody"));
}

void TestExplorerScreen::leavesRoomForTheCatalog()
{
    ScreenBench bench;
    ExplorerScreen screen(bench.services());
    bench.show(screen);
    auto *columns = part<QSplitter>(screen, "explorerColumns");
    const int before = columns->count();
    columns->insertWidget(0, new QWidget);
    QCOMPARE(columns->count(), before + 1);
    QVERIFY(isShown(screen, "send"));
}

void TestExplorerScreen::showsBodiesHonestly_data()
{
    QTest::addColumn<QByteArray>("type");
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("noted");
    const QByteArray json("application/json");
    QTest::newRow("exact numbers") << json << "{\"b\":12345678901234567890,\"a\":1.10,\"b\":2}"_ba
                                   << u"{\n  \"b\": 12345678901234567890,\n  \"a\": 1.10,\n  \"b\": 2\n}"_s << false;
    QTest::newRow("not JSON") << json << "{\"a\": }"_ba << u"{\"a\": }"_s << true;
    QTest::newRow("text") << "text/plain"_ba
                          << "one\r\ntwo"_ba << u"one\ntwo"_s << false;
    QTest::newRow("controls") << "text/plain"_ba
                              << "a\x1b[31m\xe2\x80\xae"_ba << u"a␛[31m⟨U+202e⟩"_s << false;
    QTest::newRow("markup stays text") << "text/plain"_ba
                                       << "<b>x</b>"_ba << u"<b>x</b>"_s << false;
    QTest::newRow("binary") << "application/octet-stream"_ba << QByteArray("\0\1\2\xff", 4) << QString() << true;
    QTest::newRow("empty") << json << QByteArray() << QString() << true;
    QTest::newRow("one long line") << "text/plain"_ba << QByteArray(200'000, 'x') << QString(64 * 1024, u'x') << true;
    QTest::newRow("large") << "text/plain"_ba << QByteArray("0123456\n").repeated(100'000)
                           << u"0123456\n"_s.repeated(32 * 1024) << true;
}

void TestExplorerScreen::showsBodiesHonestly()
{
    QFETCH(const QByteArray, type);
    QFETCH(const QByteArray, bytes);
    QFETCH(const QString, text);
    QFETCH(const bool, noted);
    ResponseBody body;
    QVERIFY(body.append(bytes));
    const BodyText shown = bodyText(type, body);
    QCOMPARE(shown.text.trimmed(), text.trimmed());
    QCOMPARE(!shown.note.isEmpty(), noted);
}

void TestExplorerScreen::namesTheTimingPhases()
{
    HttpTiming timing;
    timing.queuedMs = 3;
    timing.connectedMs = 29;
    timing.sentMs = 36;
    timing.firstByteMs = 121;
    timing.finishedMs = 187;
    QList<double> times;
    for (const TimingPhase &phase : timingPhases(timing))
        times += phase.milliseconds;
    QCOMPARE(times, QList<double>({3, 26, 7, 85, 66}));
    timing.connectedMs = -1;
    QCOMPARE(timingPhases(timing).size(), 4);
    timing.sentMs = 120.9; // told together with the first byte: nobody knows when it was sent
    const QList<TimingPhase> merged = timingPhases(timing);
    QCOMPARE(merged.size(), 3);
    QCOMPARE(merged.at(1).milliseconds, 118.0);
    QCOMPARE(merged.at(1).colour, Colour::Success);
    QVERIFY(timingPhases({}).isEmpty());
}

ACX_WIDGET_TEST_MAIN(TestExplorerScreen)
#include "test_explorer_screen.moc"
