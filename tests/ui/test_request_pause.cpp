// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/fault_server.h"
#include "tests/ui/explorer_bench.h"
#include "ui/session.h"

#include <QAbstractButton>
#include <QComboBox>
#include <QLocale>
#include <QRegularExpression>

using namespace Qt::StringLiterals;
using namespace acx;

namespace {

QByteArray httpDate(const QDateTime &time)
{
    return QLocale::c().toString(time.toUTC(), u"ddd, dd MMM yyyy hh:mm:ss 'GMT'"_s).toLatin1();
}

/// An Explorer with a free request to a server that wants to be left alone.
struct PauseBench
{
    PauseBench()
    {
        (void)bench.addProfile(u"Acme"_s);
        screen = std::make_unique<ExplorerScreen>(bench.services());
        bench.show(*screen);
        type(*screen, "target", server.url("/api/orgs").toString());
    }
    void answer(int status, const QList<QByteArray> &headers = {})
    {
        server.setHandler(
            answering(httpAnswer(status, "{\"total_results\":0,\"results\":[]}", headers + QList<QByteArray>{"X: y"})));
    }
    void send() const
    {
        click(*screen, "send");
        QTRY_VERIFY(!textOf(*screen, "answerStatus").isEmpty() && isShown(*screen, "send"));
    }
    [[nodiscard]] bool canSend() const { return part<QAbstractButton>(*screen, "send")->isEnabled(); }
    [[nodiscard]] bool isPaused() const { return isShown(*screen, "requestPause"); }
    /// The seconds that are shown; -1 = none are.
    [[nodiscard]] int secondsShown() const
    {
        static const QRegularExpression number(u"(\\d+) s"_s);
        const QRegularExpressionMatch match = number.match(textOf(*screen, "requestPauseText"));
        return match.hasMatch() ? match.captured(1).toInt() : -1;
    }
    void pressSend() const { QTest::keyClick(part(*screen, "target"), Qt::Key_Return, Qt::ControlModifier); }

    FaultServer server;
    ScreenBench bench;
    std::unique_ptr<ExplorerScreen> screen;
};

} // namespace

/// Row F21 in the window: a service that asks for a pause gets it, counted down, capped, and ended by the person's
/// word.
class TestRequestPause final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { failOnAnyWarning(); }
    void f21CountsDown_data();
    void f21CountsDown();
    void f21WithoutAWishNoPause_data();
    void f21WithoutAWishNoPause();
    void f21EndsByItself();
    void f21EscapeEndsIt();
    void f21SendAnyway();
    void f21SurvivesEditing();
    void f21AllPagesRespectIt();
    void f21LinksWait();
    void f21EndsWithTheProfile();
    void f21StaysWhenTheScreenIsLeft();
};

void TestRequestPause::f21CountsDown_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("wish");
    QTest::addColumn<int>("seconds");
    const QDateTime now = QDateTime::fromMSecsSinceEpoch(1'790'000'000'000, Qt::UTC);
    for (const int status : {429, 503}) {
        QTest::addRow("F21 %d in seconds", status) << status << "Retry-After: 90"_ba << 90;
        QTest::addRow("F21 %d as a date", status)
            << status << "Date: " + httpDate(now) + "\r\nRetry-After: " + httpDate(now.addSecs(120)) << 120;
        QTest::addRow("F21 %d absurd", status) << status << "Retry-After: 99999999999999999999"_ba << 300;
        QTest::addRow("F21 %d as an absurd date", status)
            << status << "Retry-After: Fri, 31 Dec 9999 23:59:59 GMT"_ba << 300;
    }
}

void TestRequestPause::f21CountsDown()
{
    QFETCH(const int, status);
    QFETCH(const QByteArray, wish);
    QFETCH(const int, seconds);
    PauseBench bench;
    bench.answer(status, {wish});
    bench.send();
    QVERIFY(bench.isPaused());
    QVERIFY(textOf(*bench.screen, "requestPauseTitle").contains("127.0.0.1"_L1));
    QVERIFY2(bench.secondsShown() <= seconds && bench.secondsShown() > seconds - 20,
             qPrintable(textOf(*bench.screen, "requestPauseText")));
    QVERIFY(!bench.canSend());
    // It runs.
    const int before = bench.secondsShown();
    QTRY_VERIFY(bench.secondsShown() < before);
    // Nothing goes out, by whatever key.
    bench.pressSend();
    QTest::keyClick(part(*bench.screen, "target"), Qt::Key_Return);
    QTest::mouseClick(part(*bench.screen, "send"), Qt::LeftButton);
    QTest::qWait(100);
    QCOMPARE(bench.server.requests().size(), 1);
    // The answer says the same in words, with its status.
    QVERIFY2(textOf(*bench.screen, "answerProblemTitle").contains(QString::number(status)),
             qPrintable(textOf(*bench.screen, "answerProblemTitle")));
}

void TestRequestPause::f21WithoutAWishNoPause_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("header");
    QTest::newRow("F21 429 without Retry-After") << 429 << "A: b"_ba;
    QTest::newRow("F21 503 without Retry-After") << 503 << "A: b"_ba;
    QTest::newRow("F21 unreadable") << 429 << "Retry-After: soon"_ba;
    QTest::newRow("F21 negative") << 429 << "Retry-After: -5"_ba;
    QTest::newRow("F21 zero") << 503 << "Retry-After: 0"_ba;
    QTest::newRow("F21 a date that is over") << 503 << "Retry-After: Thu, 01 Jan 1970 00:00:01 GMT"_ba;
    QTest::newRow("F21 of another status") << 404 << "Retry-After: 60"_ba;
    QTest::newRow("F21 of a success") << 200 << "Retry-After: 60"_ba;
}

void TestRequestPause::f21WithoutAWishNoPause()
{
    QFETCH(const int, status);
    QFETCH(const QByteArray, header);
    PauseBench bench;
    bench.answer(status, {header});
    bench.send();
    QVERIFY(!bench.isPaused());
    QVERIFY(bench.canSend());
}

void TestRequestPause::f21EndsByItself()
{
    PauseBench bench;
    bench.answer(429, {"Retry-After: 1"});
    bench.send();
    QVERIFY(bench.isPaused());
    QTRY_VERIFY(!bench.isPaused());
    QVERIFY(bench.canSend());
    bench.answer(200);
    bench.pressSend();
    QTRY_VERIFY(textOf(*bench.screen, "answerStatus").startsWith("200"_L1));
}

void TestRequestPause::f21EscapeEndsIt()
{
    PauseBench bench;
    bench.answer(429, {"Retry-After: 200"});
    bench.send();
    QVERIFY(bench.isPaused());
    QTest::keyClick(part(*bench.screen, "target"), Qt::Key_Escape);
    QVERIFY(!bench.isPaused());
    QVERIFY(bench.canSend());
    // The answer stays, and nothing was sent by that.
    QVERIFY(textOf(*bench.screen, "answerStatus").startsWith("429"_L1));
    QCOMPARE(bench.server.requests().size(), 1);
    bench.answer(200);
    bench.pressSend();
    QTRY_COMPARE(bench.server.requests().size(), 2);
}

void TestRequestPause::f21SendAnyway()
{
    PauseBench bench;
    bench.answer(503, {"Retry-After: 200"});
    bench.send();
    bench.answer(200);
    click(*bench.screen, "sendAnyway");
    QVERIFY(!bench.isPaused());
    QTRY_VERIFY(textOf(*bench.screen, "answerStatus").startsWith("200"_L1));
    QVERIFY(!bench.isPaused());
    QCOMPARE(bench.server.requests().size(), 2);
    // Asked again, it pauses again.
    bench.answer(429, {"Retry-After: 60"});
    bench.send();
    QTRY_VERIFY(bench.isPaused());
}

void TestRequestPause::f21SurvivesEditing()
{
    PauseBench bench;
    bench.answer(429, {"Retry-After: 200"});
    bench.send();
    type(*bench.screen, "target", bench.server.url("/other").toString());
    part<QComboBox>(*bench.screen, "method")->setCurrentText(u"DELETE"_s);
    QVERIFY(bench.isPaused());
    bench.pressSend();
    QTest::qWait(50);
    QVERIFY(!isShown(*bench.screen, "deleteNotice"));
    QCOMPARE(bench.server.requests().size(), 1);
}

void TestRequestPause::f21AllPagesRespectIt()
{
    PauseBench bench;
    // An answer that pages offers all pages …
    bench.server.setHandler(answering(httpAnswer(200, "{\"total_results\":2,\"results\":[{\"id\":\"1\"}]}")));
    bench.send();
    QTRY_VERIFY(isShown(*bench.screen, "allPages"));
    // … and the first of them asks for a pause.
    bench.answer(429, {"Retry-After: 200"});
    click(*bench.screen, "allPages");
    QTRY_VERIFY(bench.isPaused());
    QCOMPARE(bench.server.requests().size(), 2);
    QVERIFY(!part<QAbstractButton>(*bench.screen, "allPages")->isEnabled());
    QTest::mouseClick(part(*bench.screen, "allPages"), Qt::LeftButton);
    QTest::qWait(50);
    QCOMPARE(bench.server.requests().size(), 2);
    QTest::keyClick(part(*bench.screen, "target"), Qt::Key_Escape);
    QVERIFY(part<QAbstractButton>(*bench.screen, "allPages")->isEnabled());
}

void TestRequestPause::f21LinksWait()
{
    PauseBench bench;
    bench.answer(429, {"Retry-After: 200"});
    bench.send();
    QVERIFY(bench.isPaused());
    // A link that is followed fills the request in, and that is all.
    const QUrl next = bench.server.url("/api/next");
    bench.screen->currentTab().openUrl(next);
    QTest::qWait(50);
    QCOMPARE(bench.server.requests().size(), 1);
    QCOMPARE(part<QLineEdit>(*bench.screen, "target")->text(), next.toString());
    QVERIFY(bench.isPaused());
    bench.answer(200);
    click(*bench.screen, "sendAnyway");
    QTRY_COMPARE(bench.server.requests().size(), 2);
    QCOMPARE(bench.server.requests().last().target, "/api/next"_ba);
}

void TestRequestPause::f21EndsWithTheProfile()
{
    PauseBench bench;
    bench.answer(429, {"Retry-After: 200"});
    bench.send();
    QVERIFY(bench.isPaused());
    (void)bench.bench.addProfile(u"Other"_s);
    QTRY_VERIFY(!bench.isPaused());
    QVERIFY(bench.canSend());
}

void TestRequestPause::f21StaysWhenTheScreenIsLeft()
{
    PauseBench bench;
    bench.answer(429, {"Retry-After: 200"});
    bench.send();
    QVERIFY(bench.isPaused());
    bench.screen->hide();
    bench.screen->show();
    QVERIFY(bench.isPaused());
    QVERIFY(!bench.canSend());
}

ACX_WIDGET_TEST_MAIN(TestRequestPause)
#include "test_request_pause.moc"
