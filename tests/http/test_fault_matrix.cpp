// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/http/http_client.h"
#include "tests/http/fault_outcome.h"
#include "tests/support/fake_clock.h"
#include "tests/support/run_canary.h"
#include "tests/support/test_main.h"
#include "tests/support/wait.h"

#include <QRegularExpression>
#include <QTimer>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace acx;

namespace {

constexpr auto shortLimit = 700ms; // for what hangs; as checkFaultWords() expects it
constexpr auto longLimit = 25s;    // for what must end by itself
constexpr int leastTicks = 8;      // of 10 ms each; a loop that stood still would tick once

} // namespace

/// The fault matrix through the HttpClient: each fault ends, is told as it is, and leaves the client usable.
class TestFaultMatrix final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".?"_s)); }
    void f1UnknownHost();
    void f3LostSyn();
    void faults_data()
    {
        addFaultRows([](const FaultRow &) { return true; });
    }
    void faults();
    void unsafeRequestsGoOutOnce_data();
    void unsafeRequestsGoOutOnce();

private:
    HttpRequest request(const QUrl &url, bool hangs = false) const;
    void checkGood(HttpClient &client, const QUrl &url) const;

    inline static const QByteArray canary = runSecret();
    FakeClock m_clock;
};

HttpRequest TestFaultMatrix::request(const QUrl &url, bool hangs) const
{
    HttpRequest request;
    request.url = url;
    request.bearer = Secret(QByteArray(canary));
    request.secrets = {Secret(QByteArray(canary))};
    request.redirects = RedirectPolicy::FollowSafe;
    request.deadline = hangs ? std::chrono::milliseconds(shortLimit) : std::chrono::milliseconds(longLimit);
    request.idleLimit = request.deadline;
    return request;
}

void TestFaultMatrix::checkGood(HttpClient &client, const QUrl &url) const
{
    const Result<HttpResponse> again = waitFor(client.send(request(url)));
    QVERIFY2(again && again->isSuccess(), tale(again).constData());
    QCOMPARE(again->body.head(100), goodBody());
}

void TestFaultMatrix::f1UnknownHost()
{
    HttpClient client(m_clock);
    const Result<HttpResponse> result = waitFor(client.send(request(QUrl(u"https://no-such-host.invalid/x"_s))));
    QVERIFY(!result);
    QCOMPARE(result.error().kind, ErrorKind::Network);
    QVERIFY2(result.error().sentence.contains("no-such-host.invalid was not found"_L1), tale(result).constData());
    QVERIFY(!result.error().nextStep.isEmpty());
    FaultServer server;
    heal(server);
    checkGood(client, server.url());
}

void TestFaultMatrix::f3LostSyn()
{
    const LostSyn lost;
    HttpClient client(m_clock);
    int ticks = 0;
    QTimer ticking;
    connect(&ticking, &QTimer::timeout, this, [&ticks] { ++ticks; });
    ticking.start(10ms);
    const QString url = u"http://127.0.0.1:%1/?apikey=%2"_s.arg(lost.port()).arg(QLatin1StringView(canary));
    const Result<HttpResponse> result = waitFor(client.send(request(QUrl(url), true)));
    QVERIFY(!result);
    QCOMPARE(result.error().kind, ErrorKind::Timeout);
    QVERIFY2(result.error().sentence.contains(u"127.0.0.1:%1 did not answer within 0.7 s"_s.arg(lost.port())),
             tale(result).constData());
    QCOMPARE(result.error().nextStep, u"Try again."_s); // the window has no place where more time could be allowed
    QVERIFY(!tale(result).contains(canary));
    QVERIFY2(ticks >= leastTicks, qPrintable(QString::number(ticks)));
    FaultServer server;
    heal(server);
    checkGood(client, server.url());
}

void TestFaultMatrix::faults()
{
    QFETCH(FaultRow, row);
    FaultServer server;
    row.fault(server);
    HttpClient client(m_clock);
    int ticks = 0;
    QTimer ticking;
    connect(&ticking, &QTimer::timeout, this, [&ticks] { ++ticks; });
    ticking.start(10ms);
    const QUrl url = server.url("/x?apikey="_ba + canary);
    HttpRequest wanted = request(url, row.hangs);
    if (row.ends == Ends::Anyhow)
        wanted.deadline = 1s;
    wanted.method = row.method;
    const Result<HttpResponse> result = waitFor(client.send(wanted));
    compareFault(result, row);
    if (QTest::currentTestFailed())
        return;
    if (row.hangs)
        QVERIFY2(ticks >= leastTicks, qPrintable(QString::number(ticks)));
    checkFaultWords(errorOf(result), row, url, canary);
    if (row.ends == Ends::NoAnswer || row.ends == Ends::LateAnswer || row.ends == Ends::Incomplete)
        QVERIFY(!errorOf(result).sentence.isEmpty());
    if (row.name.startsWith("F16"))
        QCOMPARE(server.requests().size(), 11); // ten redirects, and no more
    heal(server);
    checkGood(client, server.url());
}

void TestFaultMatrix::unsafeRequestsGoOutOnce_data()
{
    // Qt would send a request whose connection is lost up to four times.
    QTest::addColumn<FaultRow>("row");
    for (const FaultRow &row : faultMatrix()) {
        if (row.name.startsWith("F6"))
            QTest::newRow((row.name + ", POST").constData()) << row;
    }
}

void TestFaultMatrix::unsafeRequestsGoOutOnce()
{
    QFETCH(FaultRow, row);
    FaultServer server;
    row.fault(server);
    HttpClient client(m_clock);
    HttpRequest wanted = request(server.url());
    wanted.method = "POST";
    wanted.body = "{}";
    wanted.repetition = Repetition::Never;
    const Result<HttpResponse> result = waitFor(client.send(wanted));
    QVERIFY(!result || !result->isSuccess());
    if (!result) {
        QCOMPARE(result.error().kind, ErrorKind::UnknownOutcome);
        QVERIFY2(result.error().sentence.contains("may or may not"_L1), tale(result).constData());
    } else {
        // What Qt cannot send again is always told as lost.
        const bool isChunked = row.name.contains("chunked");
        QVERIFY2(result->problem && result->problem->kind == ErrorKind::Incomplete, tale(result).constData());
        QVERIFY2(result->problem->sentence.contains(isChunked ? u"was lost after 5 bytes of the answer"_s : row.words),
                 tale(result).constData());
        QCOMPARE(result->body.head(100), row.kept);
    }
    QCOMPARE(server.requests().size(), 1);
    heal(server);
    checkGood(client, server.url());
}

ACX_TEST_MAIN(TestFaultMatrix)
#include "test_fault_matrix.moc"
