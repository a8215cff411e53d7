// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/explorer/request_sender.h"
#include "tests/support/fake_clock.h"
#include "tests/support/fault_server.h"
#include "tests/support/test_main.h"
#include "tests/support/wait.h"
#include "tests/tokens/held_service.h"

#include <QRegularExpression>
#include <QTcpSocket>

using namespace Qt::StringLiterals;
using namespace acx;
using namespace std::chrono_literals;

/// Sending with a token. Lines are the behaviours of IBM's SDK cores (with the API); F and L the project's own.
class TestRequestSender final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        QTest::failOnWarning(QRegularExpression(u".?"_s));
        m_clock = {};
        m_server = std::make_unique<FaultServer>();
        m_http = std::make_unique<HttpClient>(m_clock);
        m_broker = std::make_unique<TokenBroker>(
            [](const TokenNeed &) { return ready<TokenCredentials>(TokenCredentials()); }, m_clock);
        auto service = std::make_unique<HeldService>(TokenKind::Iam);
        m_service = service.get();
        m_broker->addService(std::move(service));
        m_sender = std::make_unique<RequestSender>(*m_http, *m_broker, m_clock);
        m_options = {};
        m_given = 0;
    }

    void sendsWithTheToken();
    void withoutTokenNobodyIsAsked();
    void line31_refusedTokenIsRenewedOnceWithTheSameBody();
    void line32_secondRefusalIsTheAnswer();
    void line33_failedExchangeLeavesTheRefusal();
    void newerTokenIsUsedWithoutAnExchange();
    void otherStatusesAreAnswers_data();
    void otherStatusesAreAnswers();
    void failedTokenIsTheError();
    void oneDeadlineOverTokenAndCall();
    void aRenewalThatTakesTooLongLeavesTheRefusal();
    void theDeadlineKeepsWhatArrived();
    void cancelEndsTheWaiting();
    void cancelEndsTheCall();
    void l1_redirectLosesTheToken();
    void ownSecretHeadersDoNotTravel();
    void unsafeRequestsGoOutOnce();
    void clientMayDieMeanwhile();

private:
    PreparedRequest request(const QByteArray &method = "GET", const QByteArray &path = "/api/orgs") const
    {
        PreparedRequest request;
        request.method = method;
        request.url = m_server->url(path);
        request.tokenKind = TokenKind::Iam;
        request.tokenOrigins = {Origin::of(request.url)};
        return request;
    }
    Token token(const QByteArray &text) const
    {
        Token token;
        token.value = Secret(text);
        token.expiresAt = m_clock.now().addSecs(3600);
        return token;
    }
    QFuture<Result<Exchange>> send(const PreparedRequest &request)
    {
        return m_sender->send(request, m_profile, m_options);
    }
    void giveToken(const QByteArray &text)
    {
        const int before = m_given++;
        QTRY_COMPARE(m_service->count(), before + 1);
        m_service->answer(token(text));
    }
    void acceptOnly(const QByteArray &text)
    {
        m_server->setHandler([text](QTcpSocket &socket, const RecordedRequest &request) {
            socket.write(request.header("Authorization") == "Bearer " + text ? httpAnswer(200, "{\"ok\":true}")
                                                                             : httpAnswer(401, "{\"error\":1}"));
        });
    }

    FakeClock m_clock;
    std::unique_ptr<FaultServer> m_server;
    std::unique_ptr<HttpClient> m_http;
    std::unique_ptr<TokenBroker> m_broker;
    std::unique_ptr<RequestSender> m_sender;
    HeldService *m_service = nullptr;
    SendOptions m_options;
    QUuid m_profile = QUuid::createUuid();
    int m_given = 0;
};

void TestRequestSender::sendsWithTheToken()
{
    const QFuture<Result<Exchange>> future = send(request());
    giveToken("one");
    const Result<Exchange> exchange = waitFor(future);
    QVERIFY2(exchange, qPrintable(exchange ? QString() : exchange.error().message()));
    QCOMPARE(exchange->response.status, 200);
    QCOMPARE(exchange->tokenKind, std::optional(TokenKind::Iam));
    QVERIFY(!exchange->tokenRenewed);
    QCOMPARE(exchange->sentAt, m_clock.now());
    QCOMPARE(m_server->requests().first().header("Authorization"), "Bearer one"_ba);
}

void TestRequestSender::withoutTokenNobodyIsAsked()
{
    PreparedRequest plain = request();
    plain.tokenKind.reset();
    plain.notice = u"because"_s;
    m_server->setHandler(answering(httpAnswer(401)));
    const Result<Exchange> exchange = waitFor(send(plain));
    QCOMPARE(exchange->response.status, 401);
    QCOMPARE(exchange->notice, u"because"_s);
    QCOMPARE(m_service->count(), 0);
    QCOMPARE(m_server->requests().size(), 1);
    QVERIFY(m_server->requests().first().header("Authorization").isEmpty());
}

void TestRequestSender::line31_refusedTokenIsRenewedOnceWithTheSameBody()
{
    acceptOnly("two");
    PreparedRequest post = request("POST");
    post.body = "{\"name\":\"x\"}";
    const QFuture<Result<Exchange>> future = send(post);
    giveToken("one");
    giveToken("two");
    const Result<Exchange> exchange = waitFor(future);
    QCOMPARE(exchange->response.status, 200);
    QVERIFY(exchange->tokenRenewed);
    QCOMPARE(m_server->requests().size(), 2);
    QCOMPARE(m_server->requests()[1].body, *post.body);
    QCOMPARE(m_server->requests()[0].body, *post.body);
    QCOMPARE(m_server->requests()[1].method, "POST"_ba);
}

void TestRequestSender::line32_secondRefusalIsTheAnswer()
{
    acceptOnly("none of them");
    const QFuture<Result<Exchange>> future = send(request());
    giveToken("one");
    giveToken("two");
    const Result<Exchange> exchange = waitFor(future);
    QCOMPARE(exchange->response.status, 401);
    QVERIFY(exchange->tokenRenewed);
    QCOMPARE(exchange->response.body.head(100), "{\"error\":1}"_ba);
    QCOMPARE(m_server->requests().size(), 2);
    QCOMPARE(m_service->count(), 2);
}

void TestRequestSender::line33_failedExchangeLeavesTheRefusal()
{
    acceptOnly("none of them");
    const QFuture<Result<Exchange>> future = send(request());
    giveToken("one");
    QTRY_COMPARE(m_service->count(), 2);
    m_service->answer(fail(ErrorKind::ServiceRefused, u"The key is disabled."_s, u"Ask its owner."_s));
    const Result<Exchange> exchange = waitFor(future);
    QVERIFY(exchange);
    QCOMPARE(exchange->response.status, 401);
    QCOMPARE(exchange->response.body.head(100), "{\"error\":1}"_ba);
    QVERIFY(exchange->notice.contains(u"The key is disabled. Ask its owner."_s));
    QVERIFY(!exchange->tokenRenewed);
    QCOMPARE(m_server->requests().size(), 1);
}

void TestRequestSender::aRenewalThatTakesTooLongLeavesTheRefusal()
{
    acceptOnly("none of them");
    m_options.deadline = 300ms;
    const QFuture<Result<Exchange>> future = send(request());
    giveToken("one");
    QTRY_COMPARE(m_service->count(), 2);
    const Result<Exchange> exchange = waitFor(future);
    QVERIFY(exchange);
    QCOMPARE(exchange->response.status, 401);
    QVERIFY(!exchange->notice.isEmpty());
}

void TestRequestSender::theDeadlineKeepsWhatArrived()
{
    m_options.deadline = 300ms;
    m_server->setHandler([](QTcpSocket &socket, const RecordedRequest &) {
        socket.write("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nhalf");
    });
    const QFuture<Result<Exchange>> future = send(request());
    giveToken("one");
    const Result<Exchange> exchange = waitFor(future);
    QVERIFY2(exchange, qPrintable(exchange ? QString() : exchange.error().message()));
    QCOMPARE(exchange->response.body.head(100), "half"_ba);
    QVERIFY(exchange->response.problem);
    QCOMPARE(exchange->response.problem->kind, ErrorKind::Timeout);
}

void TestRequestSender::newerTokenIsUsedWithoutAnExchange()
{
    // Two requests refused at once renew once.
    acceptOnly("two");
    const QFuture<Result<Exchange>> first = send(request());
    const QFuture<Result<Exchange>> second = send(request());
    giveToken("one");
    giveToken("two");
    QCOMPARE(waitFor(first)->response.status, 200);
    QCOMPARE(waitFor(second)->response.status, 200);
    QCOMPARE(m_service->count(), 2);
}

void TestRequestSender::otherStatusesAreAnswers_data()
{
    QTest::addColumn<int>("status");
    for (const int status : {201, 204, 304, 400, 403, 404, 429, 500, 503})
        QTest::addRow("%d", status) << status;
}

void TestRequestSender::otherStatusesAreAnswers()
{
    QFETCH(int, status);
    m_server->setHandler(answering(httpAnswer(status, "", {})));
    const QFuture<Result<Exchange>> future = send(request());
    giveToken("one");
    const Result<Exchange> exchange = waitFor(future);
    QVERIFY2(exchange, qPrintable(exchange ? QString() : exchange.error().message()));
    QCOMPARE(exchange->response.status, status);
    QCOMPARE(m_server->requests().size(), 1);
    QCOMPARE(m_service->count(), 1);
}

void TestRequestSender::failedTokenIsTheError()
{
    const QFuture<Result<Exchange>> future = send(request());
    QTRY_COMPARE(m_service->count(), 1);
    m_service->answer(fail(ErrorKind::ServiceRefused, u"No such key."_s));
    QCOMPARE(waitFor(future).error().sentence, u"No such key."_s);
    QCOMPARE(m_server->connections(), 0);
}

void TestRequestSender::oneDeadlineOverTokenAndCall()
{
    m_options.deadline = 150ms;
    // The token never comes.
    QCOMPARE(waitFor(send(request())).error().kind, ErrorKind::Timeout);
    QCOMPARE(m_server->connections(), 0);
    // The answer never comes.
    m_server->setHandler([](QTcpSocket &, const RecordedRequest &) {});
    const QFuture<Result<Exchange>> future = send(request());
    m_service->answer(token("one"));
    const Result<Exchange> late = waitFor(future);
    QVERIFY2(late.error().kind == ErrorKind::Timeout, qPrintable(late.error().sentence));
    QVERIFY(!late.error().nextStep.isEmpty());
}

void TestRequestSender::cancelEndsTheWaiting()
{
    CancelSource cancel;
    m_options.cancel = cancel.token();
    const QFuture<Result<Exchange>> future = send(request());
    QTRY_COMPARE(m_service->count(), 1);
    cancel.cancel();
    QVERIFY(future.isFinished());
    QCOMPARE(waitFor(future).error().kind, ErrorKind::Cancelled);
    // The exchange goes on for others.
    QVERIFY(!m_service->last().cancel.isCancelled());
    QCOMPARE(waitFor(send(request())).error().kind, ErrorKind::Cancelled);
}

void TestRequestSender::cancelEndsTheCall()
{
    CancelSource cancel;
    m_options.cancel = cancel.token();
    m_server->setHandler([](QTcpSocket &, const RecordedRequest &) {});
    const QFuture<Result<Exchange>> future = send(request());
    giveToken("one");
    QTRY_COMPARE(m_server->requests().size(), 1);
    cancel.cancel();
    QCOMPARE(waitFor(future).error().kind, ErrorKind::Cancelled);
}

void TestRequestSender::l1_redirectLosesTheToken()
{
    FaultServer other(answering(httpAnswer(401)));
    m_server->setHandler(answering(httpAnswer(302, "", {"Location: " + other.url("/x").toEncoded()})));
    const QFuture<Result<Exchange>> future = send(request());
    giveToken("one");
    const Result<Exchange> exchange = waitFor(future);
    QVERIFY2(exchange, qPrintable(exchange ? QString() : exchange.error().message()));
    QCOMPARE(exchange->response.status, 401);
    QVERIFY(exchange->response.credentialsDropped);
    QCOMPARE(exchange->url, other.url("/x"));
    QVERIFY(!other.bytes().contains("one"));
    // The other host's 401 says nothing about the token.
    QCOMPARE(m_service->count(), 1);
}

void TestRequestSender::ownSecretHeadersDoNotTravel()
{
    FaultServer other;
    m_server->setHandler(answering(httpAnswer(302, "", {"Location: " + other.url("/x").toEncoded()})));
    PreparedRequest own = request();
    own.tokenKind.reset();
    own.tokenOrigins.clear();
    own.headers = {{"IAM-ApiKey"_ba, "c4nary-value"_ba}};
    QVERIFY(waitFor(send(own)));
    QCOMPARE(m_server->requests().first().header("IAM-ApiKey"), "c4nary-value"_ba);
    QVERIFY(!other.bytes().contains("c4nary-value"));
}

void TestRequestSender::unsafeRequestsGoOutOnce()
{
    m_server->setHandler([](QTcpSocket &socket, const RecordedRequest &) { resetConnection(socket); });
    PreparedRequest post = request("POST");
    post.body = QByteArray();
    const QFuture<Result<Exchange>> future = send(post);
    giveToken("one");
    QCOMPARE(waitFor(future).error().kind, ErrorKind::UnknownOutcome);
    QCOMPARE(m_server->requests().size(), 1);
}

void TestRequestSender::clientMayDieMeanwhile()
{
    const QFuture<Result<Exchange>> waiting = send(request());
    m_sender.reset();
    m_broker.reset();
    m_http.reset();
    QCOMPARE(waitFor(waiting).error().kind, ErrorKind::Cancelled);
}

ACX_TEST_MAIN(TestRequestSender)
#include "test_request_sender.moc"
