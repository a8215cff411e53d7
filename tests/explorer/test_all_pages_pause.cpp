// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/explorer/paging_bench.h"
#include "tests/support/test_main.h"

using namespace Qt::StringLiterals;
using namespace acx;
using namespace std::chrono_literals;

/// Row F21 between two pages of a list.
class TestAllPagesPause final : public QObject, private PagingBench
{
    Q_OBJECT

private Q_SLOTS:
    void init() { setUp(); }
    void f21PausesBetweenPages_data();
    void f21PausesBetweenPages();
    void f21CancelEndsThePause();
    void f21GivesUpAfterFivePauses();
};

void TestAllPagesPause::f21PausesBetweenPages_data()
{
    QTest::addColumn<int>("status");
    QTest::newRow("F21 429 between pages") << 429;
    QTest::newRow("F21 503 between pages") << 503;
}

void TestAllPagesPause::f21PausesBetweenPages()
{
    QFETCH(const int, status);
    serve({httpAnswer(200, pageOf(5, 0, 3)), httpAnswer(status, "{}", {"Retry-After: 1"}),
           httpAnswer(200, pageOf(5, 3, 2))});
    const Result<Exchange> list = waitFor(fetch());
    QVERIFY(list && list->response.isSuccess());
    QCOMPARE(bodyOf(*list), joined(5, 5));
    QCOMPARE(m_server->requests().size(), 3);
    QCOMPARE(m_server->requests().at(1).target, m_server->requests().at(2).target);
    QCOMPARE(m_progress.size(), 3);
    QCOMPARE(m_progress.at(1), (PagingProgress{1, 3, 5, 1s}));
    QCOMPARE(m_progress.at(2), (PagingProgress{2, 5, 5, 0s}));
}

void TestAllPagesPause::f21CancelEndsThePause()
{
    serve({httpAnswer(200, pageOf(5, 0, 3)), httpAnswer(429, "{}", {"Retry-After: 200"})});
    CancelSource source;
    m_options.page.cancel = source.token();
    const QFuture<Result<Exchange>> list = fetch();
    QTRY_VERIFY(!m_progress.isEmpty() && m_progress.constLast().pause == 200s);
    QVERIFY(!list.isFinished());
    source.cancel();
    QVERIFY(list.isFinished());
    QCOMPARE(list.result().error().kind, ErrorKind::Cancelled);
    QTest::qWait(20);
    QCOMPARE(m_server->requests().size(), 2);
}

void TestAllPagesPause::f21GivesUpAfterFivePauses()
{
    serve({httpAnswer(200, pageOf(5, 0, 3)), httpAnswer(429, "{}", {"Retry-After: 1"})});
    const Result<Exchange> list = waitFor(fetch());
    QVERIFY(list && list->response.problem);
    QCOMPARE(list->response.problem->kind, ErrorKind::Incomplete);
    QVERIFY2(list->response.problem->sentence.contains("429"_L1), qPrintable(list->response.problem->sentence));
    QCOMPARE(bodyOf(*list), joined(5, 3));
    QCOMPARE(m_server->requests().size(), 7);
}

ACX_TEST_MAIN(TestAllPagesPause)
#include "test_all_pages_pause.moc"
