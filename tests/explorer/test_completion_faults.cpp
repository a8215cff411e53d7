// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/explorer/completion_bench.h"
#include "tests/support/fault_server.h"
#include "tests/support/test_main.h"
#include "tests/tokens/unsigned_jwt.h"

#include <QRegularExpression>
#include <QTcpSocket>
#include <QTest>
#include <QUrlQuery>

using namespace Qt::StringLiterals;
using namespace acx;

namespace {

/// A token of the login service, and `list` for every other request.
FaultServer::Handler api(const FaultServer::Handler &list)
{
    return [list](QTcpSocket &socket, const RecordedRequest &request) {
        if (request.target.startsWith("/apikey"))
            socket.write(httpAnswer(200, R"({"jwt":")" + unsignedJwt("{}") + R"("})"));
        else if (request.target.startsWith("/identity"))
            socket.write(httpAnswer(200, R"({"access_token":"token","token_type":"Bearer","expires_in":3600})"));
        else
            list(socket, request);
    };
}

/// A page of a list of `total` entries, as the platform API pages them.
QByteArray pageOf(const QByteArray &target, qint64 total)
{
    const QUrlQuery query(QUrl(QString::fromLatin1(target)));
    const qint64 offset = query.queryItemValue(u"offset"_s).toLongLong();
    const qint64 limit = query.queryItemValue(u"limit"_s).toLongLong();
    QByteArray results;
    for (qint64 i = offset; i < qMin(offset + limit, total); ++i)
        results += (i > offset ? ",{\"name\":\"n" : "{\"name\":\"n") + QByteArray::number(i) + "\"}";
    return R"({"total_results":)" + QByteArray::number(total) + R"(,"results":[)" + results + "]}";
}

} // namespace

/// Lists of a server that pages, refuses, lies or does not answer.
class TestCompletionFaults final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void pagesUpToTheLimit_data();
    void pagesUpToTheLimit();
    void oddListsAreRead_data();
    void oddListsAreRead();
    void badAnswersAreErrorsWithWords_data();
    void badAnswersAreErrorsWithWords();
    void contextsOfTheOrganizationsThatMayBeSeen_data();
    void contextsOfTheOrganizationsThatMayBeSeen();
    void aFailureIsNotKept();
    void forgettingStopsWhatIsOnItsWay();
    void whatIsForgottenDoesNotArriveLater();
    void goesAwayInTheMiddle();

private:
    [[nodiscard]] Result<LiveList> ask() { return m_bench->ask(u"v10.getOrg"_s, u"org"_s); }
    [[nodiscard]] qsizetype listRequests() const
    {
        return std::count_if(m_server->requests().cbegin(), m_server->requests().cend(),
                             [](const RecordedRequest &request) { return request.target.startsWith("/api/orgs"); });
    }

    std::unique_ptr<FaultServer> m_server;
    std::unique_ptr<CompletionBench> m_bench;
};

void TestCompletionFaults::init()
{
    QTest::failOnWarning(QRegularExpression(u".?"_s));
    m_server = std::make_unique<FaultServer>();
    m_bench = std::make_unique<CompletionBench>();
    const QUrl url(m_server->url().toString().chopped(1));
    m_bench->useProfile({url, url, url, url}, Secret("test-key-of-the-bench"));
}

void TestCompletionFaults::cleanup()
{
    m_bench.reset();
    m_server.reset();
}

void TestCompletionFaults::pagesUpToTheLimit_data()
{
    QTest::addColumn<qint64>("total");
    QTest::addColumn<qsizetype>("values");
    QTest::addColumn<qsizetype>("requests");
    QTest::addColumn<bool>("isComplete");
    QTest::newRow("none") << qint64(0) << qsizetype(0) << qsizetype(1) << true;
    QTest::newRow("one page") << qint64(100) << qsizetype(100) << qsizetype(1) << true;
    QTest::newRow("two pages") << qint64(101) << qsizetype(101) << qsizetype(2) << true;
    QTest::newRow("up to the limit") << qint64(250) << qsizetype(250) << qsizetype(3) << true;
    QTest::newRow("above the limit") << qint64(5000) << qsizetype(250) << qsizetype(3) << false;
}

void TestCompletionFaults::pagesUpToTheLimit()
{
    QFETCH(qint64, total);
    QFETCH(qsizetype, values);
    QFETCH(qsizetype, requests);
    QFETCH(bool, isComplete);
    LiveLimits limits;
    limits.maxValues = 250;
    m_bench->values.setLimits(limits);
    m_server->setHandler(api([total](QTcpSocket &socket, const RecordedRequest &request) {
        socket.write(httpAnswer(200, pageOf(request.target, total)));
    }));
    const Result<LiveList> list = ask();
    QVERIFY2(list, qPrintable(list ? QString() : list.error().details()));
    QCOMPARE(list->values.size(), values);
    QCOMPARE(list->isComplete, isComplete);
    QCOMPARE(list->source, u"GET /api/orgs"_s);
    QCOMPARE(listRequests(), requests);
}

void TestCompletionFaults::oddListsAreRead_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QStringList>("values");
    QTest::newRow("array") << QByteArray(R"([{"name":"a"},{"name":"b"}])") << QStringList{u"a"_s, u"b"_s};
    QTest::newRow("no total") << QByteArray(R"({"results":[{"name":"a"}]})") << QStringList{u"a"_s};
    QTest::newRow("total without end") << QByteArray(R"({"total_results":9,"results":[]})") << QStringList();
    QTest::newRow("texts") << QByteArray(R"(["a","b","a"])") << QStringList{u"a"_s, u"b"_s};
    QTest::newRow("a single list inside") << QByteArray(R"({"count":1,"orgs":[{"name":"a"}]})") << QStringList{u"a"_s};
    QTest::newRow("ids only") << QByteArray(R"([{"id":"1"},{"_id":"2"},{"id":3}])")
                              << QStringList{u"1"_s, u"2"_s, u"3"_s};
    QTest::newRow("short name first") << QByteArray(R"([{"name":"The Name","shortName":"n"}])") << QStringList{u"n"_s};
    QTest::newRow("info of a document") << QByteArray(R"([{"info":{"x-ibm-name":"doc","title":"T"}}])")
                                        << QStringList{u"doc"_s};
    QTest::newRow("entries that are nothing")
        << QByteArray(R"([null,7,{},{"name":""},[1],{"name":"a"}])") << QStringList{u"a"_s};
}

void TestCompletionFaults::oddListsAreRead()
{
    QFETCH(QByteArray, body);
    QFETCH(QStringList, values);
    m_server->setHandler(api(answering(httpAnswer(200, body))));
    QCOMPARE(valuesOf(ask()), values);
}

void TestCompletionFaults::badAnswersAreErrorsWithWords_data()
{
    QTest::addColumn<QByteArray>("answer");
    QTest::addColumn<ErrorKind>("kind");
    QTest::newRow("no JSON") << httpAnswer(200, "<html>hello</html>", {"Content-Type: text/html"})
                             << ErrorKind::Incomplete;
    QTest::newRow("no list") << httpAnswer(200, R"({"name":"a"})") << ErrorKind::Incomplete;
    QTest::newRow("two lists") << httpAnswer(200, R"({"a":[],"b":[]})") << ErrorKind::Incomplete;
    QTest::newRow("a number") << httpAnswer(200, "7") << ErrorKind::Incomplete;
    QTest::newRow("refused") << httpAnswer(403, R"({"message":["You may not."]})") << ErrorKind::ServiceRefused;
    QTest::newRow("not there") << httpAnswer(404, R"({"message":["No."]})") << ErrorKind::ServiceRefused;
    QTest::newRow("a fault") << httpAnswer(500, "oops") << ErrorKind::ServiceFault;
    QTest::newRow("cut") << QByteArray("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n[{\"name\":")
                         << ErrorKind::Incomplete;
}

void TestCompletionFaults::badAnswersAreErrorsWithWords()
{
    QFETCH(QByteArray, answer);
    QFETCH(ErrorKind, kind);
    m_server->setHandler(api(answeringThenClosing(answer)));
    const Result<LiveList> list = ask();
    QVERIFY(!list);
    QCOMPARE(list.error().kind, kind);
    QVERIFY(!list.error().sentence.isEmpty());
    QVERIFY(!list.error().details().contains(u"test-key-of-the-bench"_s));
}

void TestCompletionFaults::contextsOfTheOrganizationsThatMayBeSeen_data()
{
    QTest::addColumn<int>("organizations");
    QTest::addColumn<bool>("mayBeSeen");
    QTest::addColumn<int>("values"); ///< -1 = an error
    QTest::addColumn<bool>("isComplete");
    QTest::newRow("none") << 0 << true << 0 << true;
    QTest::newRow("two, one of them closed") << 2 << true << 1 << false;
    QTest::newRow("all closed") << 2 << false << -1 << false;
    // The first one is closed, and twenty are asked at most.
    QTest::newRow("more than are asked") << 50 << true << 19 << false;
}

void TestCompletionFaults::contextsOfTheOrganizationsThatMayBeSeen()
{
    QFETCH(int, organizations);
    QFETCH(bool, mayBeSeen);
    QFETCH(int, values);
    QFETCH(bool, isComplete);
    m_server->setHandler(api([=](QTcpSocket &socket, const RecordedRequest &request) {
        QByteArray orgs;
        for (int i = 0; i < organizations; ++i)
            orgs += (i ? ",{\"name\":\"o" : "{\"name\":\"o") + QByteArray::number(i) + "\"}";
        if (request.target == "/v1/me/orgs")
            socket.write(httpAnswer(200, '[' + orgs + ']'));
        else if (mayBeSeen && !request.target.startsWith("/v1/orgs/o0/"))
            socket.write(httpAnswer(200, R"([{"shortName":"c"}])"));
        else
            socket.write(httpAnswer(403, "{}"));
    }));
    const Result<LiveList> list = m_bench->ask(u"v5.listPortalApps"_s, u"X-IBM-APIManagement-Context"_s);
    QVERIFY2(list || values < 0, qPrintable(list ? QString() : list.error().message() + list.error().details()));
    QCOMPARE(list ? int(list->values.size()) : -1, values);
    if (!list) {
        QCOMPARE(list.error().kind, ErrorKind::ServiceRefused);
        return;
    }
    QCOMPARE(list->isComplete, isComplete);
    if (values > 0)
        QCOMPARE(list->values.constFirst().value, u"o1.c"_s);
}

void TestCompletionFaults::aFailureIsNotKept()
{
    m_server->setHandler(api(answering(httpAnswer(500, "oops"))));
    QVERIFY(!ask());
    m_server->setHandler(api(answering(httpAnswer(200, R"([{"name":"a"}])"))));
    QCOMPARE(valuesOf(ask()), QStringList{u"a"_s});
}

void TestCompletionFaults::forgettingStopsWhatIsOnItsWay()
{
    m_server->setHandler(api([](QTcpSocket &, const RecordedRequest &) {})); // never answers
    const QFuture<Result<LiveList>> first = m_bench->start(u"v10.getOrg"_s, u"org"_s);
    const QFuture<Result<LiveList>> second = m_bench->start(u"v10.getCatalog"_s, u"org"_s);
    QTRY_COMPARE(listRequests(), 1);
    m_bench->values.forget(QUuid::createUuid()); // somebody else's
    QVERIFY(!first.isFinished());
    m_bench->values.forget(m_bench->profile.id);
    QCOMPARE(waitFor(first).error().kind, ErrorKind::Cancelled);
    QCOMPARE(waitFor(second).error().kind, ErrorKind::Cancelled);
    m_server->setHandler(api(answering(httpAnswer(200, R"([{"name":"a"}])"))));
    QCOMPARE(valuesOf(ask()), QStringList{u"a"_s});
}

void TestCompletionFaults::whatIsForgottenDoesNotArriveLater()
{
    QByteArray name;
    m_server->setHandler(api([&name](QTcpSocket &socket, const RecordedRequest &) {
        socket.write(httpAnswer(200, R"([{"name":")" + name + R"("}])"));
    }));
    for (int round = 0; round < 30; ++round) {
        name = "old";
        const QFuture<Result<LiveList>> old = m_bench->start(u"v10.getOrg"_s, u"org"_s);
        // To another moment of its way each time.
        for (int i = 0; i < round; ++i)
            QCoreApplication::processEvents();
        m_bench->values.forget(m_bench->profile.id);
        name = "new" + QByteArray::number(round);
        QCOMPARE(valuesOf(m_bench->ask(u"v10.getOrg"_s, u"org"_s)), QStringList{QString::fromLatin1(name)});
        QVERIFY(waitFor(old) || waitFor(old).error().kind == ErrorKind::Cancelled);
        m_bench->values.forget(m_bench->profile.id);
    }
}

void TestCompletionFaults::goesAwayInTheMiddle()
{
    m_server->setHandler(api([](QTcpSocket &, const RecordedRequest &) {}));
    const QFuture<Result<LiveList>> waiting = m_bench->start(u"v10.getOrg"_s, u"org"_s);
    QTRY_COMPARE(listRequests(), 1);
    m_bench.reset();
    QTRY_VERIFY(waiting.isFinished());
    QCOMPARE(waiting.resultCount(), 0); // cancelled, as deliver() and waitFor() tell
}

ACX_TEST_MAIN(TestCompletionFaults)
#include "test_completion_faults.moc"
