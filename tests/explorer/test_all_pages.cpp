// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/explorer/paging_bench.h"
#include "tests/support/test_main.h"

using namespace Qt::StringLiterals;
using namespace acx;
using namespace std::chrono_literals;

class TestAllPages final : public QObject, private PagingBench
{
    Q_OBJECT

private Q_SLOTS:
    void init() { setUp(); }

    void joinsEveryPage_data();
    void joinsEveryPage();
    void keepsThePersonsQuery();
    void equalItemsAreNoRepetition();
    void aPlainAnswerStaysAsItIs_data();
    void aPlainAnswerStaysAsItIs();
    void keepsWhatArrived_data();
    void keepsWhatArrived();
    void tellsThatTheListChanged_data();
    void tellsThatTheListChanged();
    void staysWithinTheLimits_data();
    void staysWithinTheLimits();
    void renewsTheTokenOnce();
    void cancelEndsIt();
    void theOwnersEndEndsIt();
    void findsPagedLists_data();
    void findsPagedLists();
    void largeListsGoToDisk();
};

void TestAllPages::joinsEveryPage_data()
{
    QTest::addColumn<qint64>("total");
    QTest::addColumn<qsizetype>("pages");
    QTest::newRow("none") << qint64(0) << qsizetype(1);
    QTest::newRow("one") << qint64(1) << qsizetype(1);
    QTest::newRow("just one page") << qint64(3) << qsizetype(1);
    QTest::newRow("one more") << qint64(4) << qsizetype(2);
    QTest::newRow("many") << qint64(100) << qsizetype(34);
}

void TestAllPages::joinsEveryPage()
{
    QFETCH(const qint64, total);
    QFETCH(const qsizetype, pages);
    serve(total);
    const Result<Exchange> exchange = waitFor(fetch());
    QVERIFY2(exchange, qPrintable(exchange ? QString() : exchange.error().message()));
    QCOMPARE(bodyOf(*exchange), joined(total, total));
    QVERIFY(exchange->response.isSuccess());
    QCOMPARE(exchange->url, m_server->url("/api/orgs"));
    QCOMPARE(headerValue(exchange->response.headers, "Content-Type"), "application/json"_ba);
    QVERIFY(!hasHeader(exchange->response.headers, "Content-Length"));
    QCOMPARE(m_server->requests().size(), pages);
    QCOMPARE(m_progress.size(), pages);
    const PagingProgress last{static_cast<int>(pages), total, total};
    QCOMPARE(m_progress.constLast(), last);
}

void TestAllPages::keepsThePersonsQuery()
{
    serve(5);
    m_path = "/api/orgs?fields=name%2Ctitle&limit=2&offset=7";
    const Result<Exchange> exchange = waitFor(fetch());
    QVERIFY(exchange);
    QByteArrayList targets;
    for (const RecordedRequest &request : m_server->requests())
        targets += request.target;
    const QByteArrayList expected{"/api/orgs?fields=name%2Ctitle&limit=2&offset=0",
                                  "/api/orgs?fields=name%2Ctitle&limit=2&offset=2",
                                  "/api/orgs?fields=name%2Ctitle&limit=2&offset=4"};
    QCOMPARE(targets, expected);
    QCOMPARE(exchange->url, m_server->url(m_path));
}

void TestAllPages::equalItemsAreNoRepetition()
{
    serve({httpAnswer(200, R"({"total_results":4,"results":["staged","staged"]})")});
    const Result<Exchange> exchange = waitFor(fetch());
    QVERIFY(exchange);
    QVERIFY(exchange->response.isSuccess());
    QCOMPARE(bodyOf(*exchange).count("staged"), 4);
}

void TestAllPages::aPlainAnswerStaysAsItIs_data()
{
    QTest::addColumn<QByteArray>("answer");
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("body");
    QTest::newRow("an array") << httpAnswer(200, "[1,2]") << 200 << "[1,2]"_ba;
    QTest::newRow("no total") << httpAnswer(200, R"({"results":[]})") << 200 << R"({"results":[]})"_ba;
    QTest::newRow("total is text") << httpAnswer(200, R"({"total_results":"9","results":[]})") << 200
                                   << R"({"total_results":"9","results":[]})"_ba;
    QTest::newRow("negative total") << httpAnswer(200, R"({"total_results":-1,"results":[]})") << 200
                                    << R"({"total_results":-1,"results":[]})"_ba;
    QTest::newRow("results are none") << httpAnswer(200, R"({"total_results":1,"results":{}})") << 200
                                      << R"({"total_results":1,"results":{}})"_ba;
    QTest::newRow("no JSON") << httpAnswer(200, "<html>") << 200 << "<html>"_ba;
    QTest::newRow("refused") << httpAnswer(403, R"({"status":403})") << 403 << R"({"status":403})"_ba;
}

void TestAllPages::aPlainAnswerStaysAsItIs()
{
    QFETCH(const QByteArray, answer);
    QFETCH(const int, status);
    QFETCH(const QByteArray, body);
    serve({answer});
    const Result<Exchange> exchange = waitFor(fetch());
    QVERIFY2(exchange, qPrintable(exchange ? QString() : exchange.error().message()));
    QCOMPARE(exchange->response.status, status);
    QCOMPARE(bodyOf(*exchange), body);
    QCOMPARE(m_server->requests().size(), 1);
}

void TestAllPages::keepsWhatArrived_data()
{
    QTest::addColumn<QByteArray>("second");
    QTest::addColumn<bool>("closes");
    QTest::addColumn<QString>("told");
    QTest::newRow("refused") << httpAnswer(503, "busy", {"Content-Type: text/plain"}) << false << u"503"_s;
    QTest::newRow("no JSON") << httpAnswer(200, R"({"total_results":)") << false << u"JSON"_s;
    QTest::newRow("no list") << httpAnswer(200, "{}") << false << u"total_results"_s;
    QTest::newRow("cut") << "HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{"_ba << true << QString();
    QTest::newRow("lost") << ""_ba << true << QString();
    QTest::newRow("the same page") << httpAnswer(200, pageOf(7, 0, 3)) << false << u"offset"_s;
    QTest::newRow("empty before the end") << httpAnswer(200, pageOf(7, 0, 0)) << false << u"empty"_s;
}

void TestAllPages::keepsWhatArrived()
{
    QFETCH(const QByteArray, second);
    QFETCH(const bool, closes);
    QFETCH(const QString, told);
    m_server->setHandler([=](QTcpSocket &socket, const RecordedRequest &request) {
        const bool first = numberIn(request, u"offset"_s) == 0;
        socket.write(first ? httpAnswer(200, pageOf(7, 0, 3)) : second);
        if (!first && closes)
            socket.disconnectFromHost();
    });
    const Result<Exchange> exchange = waitFor(fetch());
    QVERIFY2(exchange, qPrintable(exchange ? QString() : exchange.error().message()));
    QVERIFY(exchange->response.problem);
    QCOMPARE(exchange->response.problem->kind, ErrorKind::Incomplete);
    QVERIFY2(exchange->response.problem->sentence.contains(told), qPrintable(exchange->response.problem->sentence));
    QVERIFY(exchange->response.problem->sentence.contains(u'7'));
    QVERIFY(!exchange->response.problem->nextStep.isEmpty());
    QVERIFY(!exchange->response.isSuccess());
    QCOMPARE(bodyOf(*exchange), joined(7, 3));
}

void TestAllPages::tellsThatTheListChanged_data()
{
    QTest::addColumn<QByteArrayList>("pages");
    QTest::addColumn<QByteArray>("body");
    QTest::newRow("grows") << QByteArrayList{pageOf(4, 0, 3), pageOf(5, 3, 2)} << joined(5, 5);
    QTest::newRow("shrinks") << QByteArrayList{pageOf(5, 0, 3), pageOf(4, 3, 1)} << joined(4, 4);
    QTest::newRow("shrinks below what is there") << QByteArrayList{pageOf(5, 0, 3), pageOf(2, 3, 0)} << joined(2, 3);
}

void TestAllPages::tellsThatTheListChanged()
{
    QFETCH(const QByteArrayList, pages);
    QFETCH(const QByteArray, body);
    QByteArrayList answers;
    for (const QByteArray &page : pages)
        answers += httpAnswer(200, page);
    serve(answers);
    const Result<Exchange> exchange = waitFor(fetch());
    QVERIFY2(exchange, qPrintable(exchange ? QString() : exchange.error().message()));
    QCOMPARE(bodyOf(*exchange), body);
    QVERIFY(!exchange->response.problem);
    QVERIFY2(exchange->notice.contains(u"changed"_s), qPrintable(exchange->notice));
    QCOMPARE(m_server->requests().size(), pages.size());
}

void TestAllPages::staysWithinTheLimits_data()
{
    QTest::addColumn<qint64>("bytes");
    QTest::addColumn<int>("pages");
    QTest::addColumn<qint64>("items");
    QTest::newRow("pages") << qint64(1'000'000) << 2 << qint64(6);
    QTest::newRow("bytes") << qint64(150) << 100 << qint64(4);
}

void TestAllPages::staysWithinTheLimits()
{
    QFETCH(const qint64, bytes);
    QFETCH(const int, pages);
    QFETCH(const qint64, items);
    serve(30);
    m_options.maxBytes = bytes;
    m_options.maxPages = pages;
    const Result<Exchange> exchange = waitFor(fetch());
    QVERIFY(exchange);
    QCOMPARE(bodyOf(*exchange), joined(30, items));
    QVERIFY(exchange->response.body.size() <= bytes);
    QVERIFY(exchange->response.problem);
    QCOMPARE(exchange->response.problem->kind, ErrorKind::TooLarge);
}

void TestAllPages::renewsTheTokenOnce()
{
    const auto token = [this](const QByteArray &text) {
        Token made;
        made.value = Secret(text);
        made.expiresAt = m_clock.now().addSecs(3600);
        return made;
    };
    m_server->setHandler([](QTcpSocket &socket, const RecordedRequest &request) {
        const qint64 offset = numberIn(request, u"offset"_s);
        // The first token is over after the first page.
        const bool good = offset == 0 || request.header("Authorization") == "Bearer two";
        socket.write(good ? httpAnswer(200, pageOf(5, offset, std::min(qint64(3), 5 - offset))) : httpAnswer(401));
    });
    const QFuture<Result<Exchange>> future = fetch(true);
    QTRY_COMPARE(m_service->count(), 1);
    m_service->answer(token("one"));
    QTRY_COMPARE(m_service->count(), 2);
    m_service->answer(token("two"));
    const Result<Exchange> exchange = waitFor(future);
    QVERIFY2(exchange, qPrintable(exchange ? QString() : exchange.error().message()));
    QCOMPARE(bodyOf(*exchange), joined(5, 5));
    QVERIFY(exchange->tokenRenewed);
    QVERIFY(exchange->secrets.size() >= 2);
}

void TestAllPages::cancelEndsIt()
{
    CancelSource source;
    m_options.page.cancel = source.token();
    m_server->setHandler([](QTcpSocket &socket, const RecordedRequest &request) {
        if (numberIn(request, u"offset"_s) == 0)
            socket.write(httpAnswer(200, pageOf(7, 0, 3)));
    });
    const QFuture<Result<Exchange>> future = fetch();
    QTRY_COMPARE(m_server->requests().size(), 2);
    source.cancel();
    const Result<Exchange> exchange = waitFor(future);
    QVERIFY(!exchange);
    QCOMPARE(exchange.error().kind, ErrorKind::Cancelled);
}

void TestAllPages::theOwnersEndEndsIt()
{
    m_server->setHandler([](QTcpSocket &, const RecordedRequest &) {});
    const QFuture<Result<Exchange>> future = fetch();
    QTRY_COMPARE(m_server->requests().size(), 1);
    m_owner.reset();
    const Result<Exchange> exchange = waitFor(future);
    QVERIFY(!exchange);
    QCOMPARE(exchange.error().kind, ErrorKind::Cancelled);
}

void TestAllPages::findsPagedLists_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<bool>("paged");
    QTest::newRow("at the beginning") << R"({"total_results":3,"results":[)" + QByteArray(900, ' ') + "]}" << true;
    QTest::newRow("at the end") << R"({"results":[)" + QByteArray(900, ' ') + R"(],"total_results":3})" << true;
    QTest::newRow("in the middle") << '{' + QByteArray(900, ' ') + R"("total_results":3)" + QByteArray(900, ' ') + '}'
                                   << false;
    QTest::newRow("an array") << R"(["total_results"])"_ba << false;
    QTest::newRow("empty") << ""_ba << false;
}

void TestAllPages::findsPagedLists()
{
    QFETCH(const QByteArray, body);
    QFETCH(const bool, paged);
    ResponseBody kept;
    QVERIFY(kept.append(body));
    QCOMPARE(looksPaged(kept), paged);
}

void TestAllPages::largeListsGoToDisk()
{
    m_options.pageSize = 20'000;
    serve(60'000);
    const Result<Exchange> exchange = waitFor(fetch());
    QVERIFY2(exchange, qPrintable(exchange ? QString() : exchange.error().message()));
    QVERIFY(exchange->response.body.isOnDisk());
    const Result<QByteArrayView> all = exchange->response.body.view();
    QVERIFY(all);
    QCOMPARE(all->toByteArray(), joined(60'000, 60'000));
}

ACX_TEST_MAIN(TestAllPages)
#include "test_all_pages.moc"
