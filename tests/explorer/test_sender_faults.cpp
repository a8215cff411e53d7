// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/explorer/request_sender.h"
#include "tests/http/fault_outcome.h"
#include "tests/support/fake_clock.h"
#include "tests/support/run_canary.h"
#include "tests/support/test_main.h"
#include "tests/support/wait.h"
#include "tests/tokens/held_service.h"

#include <QRegularExpression>
#include <QTcpSocket>
#include <QTimer>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace acx;

namespace {

constexpr auto shortLimit = 700ms; // for what hangs; as checkFaultWords() expects it
constexpr auto longLimit = 25s;    // for what must end by itself
constexpr int leastTicks = 8;      // of 10 ms each; a loop that stood still would tick once
const QByteArray canary = runSecret();

Result<HttpResponse> responseOf(const Result<Exchange> &exchange)
{
    if (!exchange)
        return fail(exchange.error());
    return exchange->response;
}

} // namespace

/// The fault matrix through RequestSender, with the token of a profile.
class TestSenderFaults final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void faults_data()
    {
        addFaultRows([](const FaultRow &) { return true; });
    }
    void faults();
    void f19OneRenewalOneReplay_data();
    void f19OneRenewalOneReplay();
    void f20SecondRefusalIsTheAnswer();
    void f26NetworkComesBack();

private:
    [[nodiscard]] PreparedRequest request(FaultServer &server, const QByteArray &method = "GET") const;
    void giveToken(const QByteArray &text);
    [[nodiscard]] QFuture<Result<Exchange>> send(const PreparedRequest &request, std::chrono::milliseconds deadline);
    void checkGood(FaultServer &server);

    FakeClock m_clock;
    std::unique_ptr<HttpClient> m_http;
    std::unique_ptr<TokenBroker> m_broker;
    std::unique_ptr<RequestSender> m_sender;
    HeldService *m_service = nullptr;
    int m_given = 0;
    QUuid m_profile = QUuid::createUuid();
};

void TestSenderFaults::init()
{
    QTest::failOnWarning(QRegularExpression(u".?"_s));
    m_given = 0;
    m_sender.reset();
    m_broker.reset();
    m_http = std::make_unique<HttpClient>(m_clock);
    m_broker = std::make_unique<TokenBroker>(
        [](const TokenNeed &) { return ready<TokenCredentials>(TokenCredentials()); }, m_clock);
    auto service = std::make_unique<HeldService>(TokenKind::Iam);
    m_service = service.get();
    m_broker->addService(std::move(service));
    m_sender = std::make_unique<RequestSender>(*m_http, *m_broker, m_clock);
    const QFuture<Result<Token>> first = m_broker->token({m_profile, TokenKind::Iam});
    giveToken(canary);
    QVERIFY(waitFor(first));
}

PreparedRequest TestSenderFaults::request(FaultServer &server, const QByteArray &method) const
{
    PreparedRequest request;
    request.method = method;
    request.url = server.url("/api/orgs");
    request.tokenKind = TokenKind::Iam;
    request.tokenOrigins = {Origin::of(request.url)};
    return request;
}

void TestSenderFaults::giveToken(const QByteArray &text)
{
    ++m_given;
    QTRY_COMPARE(m_service->count(), m_given);
    Token token;
    token.value = Secret(text);
    token.expiresAt = m_clock.now().addSecs(3600);
    m_service->answer(token);
}

QFuture<Result<Exchange>> TestSenderFaults::send(const PreparedRequest &request, std::chrono::milliseconds deadline)
{
    SendOptions options;
    options.deadline = deadline;
    return m_sender->send(request, m_profile, options);
}

void TestSenderFaults::checkGood(FaultServer &server)
{
    heal(server);
    const Result<HttpResponse> again = responseOf(waitFor(send(request(server), longLimit)));
    QVERIFY2(again && again->isSuccess(), tale(again).constData());
    QCOMPARE(again->body.head(100), goodBody());
}

void TestSenderFaults::faults()
{
    QFETCH(const FaultRow, row);
    FaultServer server;
    row.fault(server);
    int ticks = 0;
    QTimer ticking;
    connect(&ticking, &QTimer::timeout, this, [&ticks] { ++ticks; });
    ticking.start(10ms);
    const PreparedRequest wanted = request(server, row.method);
    const auto deadline = row.hangs                  ? std::chrono::milliseconds(shortLimit)
                          : row.ends == Ends::Anyhow ? std::chrono::milliseconds(1s)
                                                     : std::chrono::milliseconds(longLimit);
    const Result<Exchange> sent = waitFor(send(wanted, deadline));
    const Result<HttpResponse> result = responseOf(sent);
    if (row.hangs) {
        // What the token took is gone from the deadline, so the seconds are a little less than what was allowed.
        QVERIFY(!result || result->problem);
        QCOMPARE(errorOf(result).kind, ErrorKind::Timeout);
        QVERIFY2(errorOf(result).sentence.contains(u"127.0.0.1:%1"_s.arg(wanted.url.port())), tale(result).constData());
        QVERIFY2(ticks >= leastTicks, qPrintable(QString::number(ticks)));
    } else {
        compareFault(result, row);
        if (QTest::currentTestFailed())
            return;
        checkFaultWords(errorOf(result), row, wanted.url, canary);
    }
    QVERIFY(!tale(result).contains(canary));
    QVERIFY(!sent || !sent->tokenRenewed);
    QCOMPARE(m_service->count(), 1); // no fault but a 401 asks for a token
    checkGood(server);
}

void TestSenderFaults::f19OneRenewalOneReplay_data()
{
    QTest::addColumn<QByteArray>("method");
    for (const char *method : {"GET", "POST", "PUT", "DELETE", "PATCH"})
        QTest::addRow("F19 %s", method) << QByteArray(method);
}

void TestSenderFaults::f19OneRenewalOneReplay()
{
    QFETCH(const QByteArray, method);
    FaultServer server([](QTcpSocket &socket, const RecordedRequest &asked) {
        const bool fresh = asked.header("Authorization") == "Bearer new-token-of-the-sender-faults";
        socket.write(fresh ? httpAnswer(200) : httpAnswer(401));
    });
    PreparedRequest wanted = request(server, method);
    if (method != "GET" && method != "DELETE")
        wanted.body = "{\"a\":1}";
    const QFuture<Result<Exchange>> future = send(wanted, longLimit);
    giveToken("new-token-of-the-sender-faults");
    const Result<Exchange> exchange = waitFor(future);
    QVERIFY(exchange && exchange->response.isSuccess());
    QVERIFY(exchange->tokenRenewed);
    QCOMPARE(server.requests().size(), 2);
    QCOMPARE(server.requests().at(0).body, server.requests().at(1).body);
    QCOMPARE(m_service->count(), 2);
}

void TestSenderFaults::f20SecondRefusalIsTheAnswer()
{
    FaultServer server(answering(httpAnswer(401, R"({"message":"Role viewer is missing."})")));
    const QFuture<Result<Exchange>> future = send(request(server), longLimit);
    giveToken("another-token-of-the-sender-faults");
    const Result<Exchange> exchange = waitFor(future);
    QVERIFY(exchange);
    QCOMPARE(exchange->response.status, 401);
    QVERIFY(exchange->response.body.head(100).contains("viewer"));
    QVERIFY(exchange->tokenRenewed);
    QCOMPARE(server.requests().size(), 2);
    QCOMPARE(m_service->count(), 2);
    checkGood(server);
}

void TestSenderFaults::f26NetworkComesBack()
{
    // Nobody is there at first, nor at the second try; then somebody is. Nothing is started anew.
    FaultServer server;
    server.close();
    for (int i = 0; i < 2; ++i) {
        const Result<Exchange> nothing = waitFor(send(request(server), longLimit));
        QVERIFY(!nothing);
        QCOMPARE(nothing.error().kind, ErrorKind::Network);
    }
    checkGood(server);
}

ACX_TEST_MAIN(TestSenderFaults)
#include "test_sender_faults.moc"
