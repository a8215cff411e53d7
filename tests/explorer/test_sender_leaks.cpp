// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/deployments/deployment.h"
#include "app/explorer/request_sender.h"
#include "tests/http/look_alikes.h"
#include "tests/support/fake_clock.h"
#include "tests/support/fault_server.h"
#include "tests/support/run_canary.h"
#include "tests/support/test_main.h"
#include "tests/support/wait.h"
#include "tests/tokens/held_service.h"

#include <QRegularExpression>
#include <QTcpSocket>

using namespace Qt::StringLiterals;
using namespace acx;

Q_DECLARE_METATYPE(LookAlike)

/// Rows L3 to L5, L8 and L9 of the leak matrix, from what a person types to what a server receives.
class TestSenderLeaks final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void l3LookAlikes_data();
    void l3LookAlikes();
    void l4LineBreaks_data();
    void l4LineBreaks();
    void l5PlainHttp_data();
    void l5PlainHttp();
    void l8LinkToAnotherOrigin();
    void l9OneExecution_data();
    void l9OneExecution();

private:
    enum class Where { Method, Target, Query, HeaderName, HeaderValue, Authorization, Body };
    [[nodiscard]] Result<PreparedRequest> prepared(const RequestDraft &draft, const QUrl &api) const;
    [[nodiscard]] Result<Exchange> sent(const PreparedRequest &request);
    [[nodiscard]] static bool isToken(const QByteArray &bytes) { return bytes.contains(canary); }

    inline static const QByteArray canary = runSecret();
    DeploymentCatalog m_catalog;
    FakeClock m_clock;
    std::unique_ptr<HttpClient> m_http;
    std::unique_ptr<TokenBroker> m_broker;
    std::unique_ptr<RequestSender> m_sender;
    QUuid m_profile = QUuid::createUuid();
};

void TestSenderLeaks::initTestCase()
{
    m_catalog = DeploymentCatalog::load().value();
}

void TestSenderLeaks::init()
{
    QTest::failOnWarning(QRegularExpression(u".?"_s));
    m_sender.reset();
    m_broker.reset();
    m_http = std::make_unique<HttpClient>(m_clock);
    m_broker = std::make_unique<TokenBroker>(
        [](const TokenNeed &) { return ready<TokenCredentials>(TokenCredentials()); }, m_clock);
    auto service = std::make_unique<HeldService>(TokenKind::Iam);
    HeldService *held = service.get();
    m_broker->addService(std::move(service));
    m_sender = std::make_unique<RequestSender>(*m_http, *m_broker, m_clock);
    const QFuture<Result<Token>> first = m_broker->token({m_profile, TokenKind::Iam});
    QTRY_COMPARE(held->count(), 1);
    Token token;
    token.value = Secret(QByteArray(canary));
    token.expiresAt = m_clock.now().addSecs(3600);
    held->answer(token);
    QVERIFY(waitFor(first));
}

Result<PreparedRequest> TestSenderLeaks::prepared(const RequestDraft &draft, const QUrl &api) const
{
    Endpoints places;
    places.api = api;
    places.iam = QUrl(u"https://iam.tokens.test"_s);
    return prepare(draft, m_catalog.get(DeploymentKind::Custom), places, false);
}

Result<Exchange> TestSenderLeaks::sent(const PreparedRequest &request)
{
    return waitFor(m_sender->send(request, m_profile, {}));
}

void TestSenderLeaks::l3LookAlikes_data()
{
    QTest::addColumn<LookAlike>("row");
    for (const LookAlike &row : lookAlikes())
        QTest::newRow(row.row.constData()) << row;
}

void TestSenderLeaks::l3LookAlikes()
{
    QFETCH(const LookAlike, row);
    RequestDraft draft;
    draft.target = row.url;
    draft.tokenKind = TokenKind::Iam;
    const Result<PreparedRequest> request = prepared(draft, QUrl(row.origin));
    switch (row.likeness) {
    case Likeness::Same:
        QVERIFY2(request, request ? "" : qPrintable(request.error().message()));
        QVERIFY(request->tokenKind);
        QVERIFY(request->tokenOrigins.contains(Origin::of(QUrl(row.origin))));
        QCOMPARE(Origin::of(request->url), Origin::of(QUrl(row.origin)));
        break;
    case Likeness::Other:
        // A host that cannot be written is refused, which is as good.
        if (request) {
            QVERIFY(!request->tokenKind);
            QVERIFY(request->secretHeaders.isEmpty());
            QVERIFY(!request->notice.isEmpty());
        }
        break;
    case Likeness::Refused:
        if (!request) {
            QCOMPARE(request.error().kind, ErrorKind::InvalidInput);
            break;
        }
        // Not by its form, but by what is sent: nothing is.
        QVERIFY2(row.url.startsWith("//"_L1) || !request->tokenKind ||
                     Origin::of(request->url) == Origin::of(QUrl(row.origin)),
                 qPrintable(request->url.toString()));
        if (Origin::of(request->url) != Origin::of(QUrl(row.origin))) {
            const Result<Exchange> exchange = sent(*request);
            QVERIFY(!exchange);
            QCOMPARE(exchange.error().kind, ErrorKind::InvalidInput);
        }
        break;
    }
}

void TestSenderLeaks::l4LineBreaks_data()
{
    QTest::addColumn<Where>("where");
    QTest::addColumn<QByteArray>("breaker");
    const QList<std::pair<const char *, QByteArray>> breakers{
        {"CR", "\rX-Evil: 1"},
        {"LF", "\nX-Evil: 1"},
        {"CR LF", "\r\nX-Evil: 1"},
        {"two line ends", "\r\n\r\nGET /evil HTTP/1.1\r\n\r\n"},
        {"NUL", QByteArray("\0X-Evil: 1", 10)},
        {"encoded CR LF", "%0D%0AX-Evil:%201"},
        {"U+010D U+010A", "\xc4\x8d\xc4\x8aX-Evil: 1"}, // whose low bytes are CR and LF
        {"U+2028", "\xe2\x80\xa8X-Evil: 1"},
        {"U+0085", "\xc2\x85X-Evil: 1"},
    };
    const QList<std::pair<const char *, Where>> places{{"method", Where::Method},
                                                       {"path", Where::Target},
                                                       {"query", Where::Query},
                                                       {"header name", Where::HeaderName},
                                                       {"header value", Where::HeaderValue},
                                                       {"Authorization", Where::Authorization},
                                                       {"body", Where::Body}};
    for (const auto &[name, where] : places) {
        for (const auto &[breakerName, breaker] : breakers)
            QTest::addRow("L4 %s in the %s", breakerName, name) << where << breaker;
    }
}

void TestSenderLeaks::l4LineBreaks()
{
    QFETCH(const Where, where);
    QFETCH(const QByteArray, breaker);
    FaultServer server;
    RequestDraft draft;
    draft.target = u"/api/orgs"_s;
    draft.headers = {{"X-One", "1"}};
    const QByteArray bad = "a" + breaker;
    switch (where) {
    case Where::Method:
        draft.method += breaker;
        break;
    case Where::Target:
        draft.target += QString::fromUtf8(bad);
        break;
    case Where::Query:
        draft.target += u"?q="_s + QString::fromUtf8(bad);
        break;
    case Where::HeaderName:
        draft.headers.append({bad, "1"});
        break;
    case Where::HeaderValue:
        draft.headers.append({"X-Two", bad});
        break;
    case Where::Authorization:
        draft.headers.append({"Authorization", "Bearer " + bad});
        break;
    case Where::Body:
        draft.method = "POST";
        draft.body = bad;
        break;
    }
    const Result<PreparedRequest> request = prepared(draft, server.url(""));
    if (!request) {
        QCOMPARE(request.error().kind, ErrorKind::InvalidInput);
        QVERIFY(!request.error().sentence.isEmpty());
        QVERIFY(where != Where::Body);
        return;
    }
    const Result<Exchange> exchange = sent(*request);
    if (!exchange) {
        QCOMPARE(exchange.error().kind, ErrorKind::InvalidInput);
        QCOMPARE(server.connections(), 0);
        return;
    }
    // What went out is one request, and no line of it is the evil one.
    QCOMPARE(server.requests().size(), 1);
    const QByteArray head = server.requests().first().head;
    QVERIFY2(!head.toLower().contains("\nx-evil") && !head.toLower().contains("\rx-evil"), head.constData());
    QCOMPARE(head.count('\n'), head.count("\r\n"));
    QVERIFY(!head.contains('\0'));
    if (where == Where::Body)
        QCOMPARE(server.requests().first().body, bad);
}

void TestSenderLeaks::l5PlainHttp_data()
{
    QTest::addColumn<QString>("target");
    QTest::addColumn<QUrl>("api");
    QTest::newRow("L5 a whole URL") << u"http://api.example.test/x"_s << QUrl(u"https://api.acme.test"_s);
    QTest::newRow("L5 the profile's own host") << u"http://api.acme.test/x"_s << QUrl(u"https://api.acme.test"_s);
    QTest::newRow("L5 a profile of plain http") << u"/api/orgs"_s << QUrl(u"http://api.acme.test"_s);
    QTest::newRow("L5 a name that begins like loopback")
        << u"http://localhost.evil.test/x"_s << QUrl(u"https://api.acme.test"_s);
    QTest::newRow("L5 an address that begins like loopback")
        << u"http://127.0.0.1.evil.test/x"_s << QUrl(u"https://api.acme.test"_s);
}

void TestSenderLeaks::l5PlainHttp()
{
    QFETCH(const QString, target);
    QFETCH(const QUrl, api);
    RequestDraft draft;
    draft.target = target;
    const Result<PreparedRequest> request = prepared(draft, api);
    const Result<Exchange> exchange = request ? sent(*request) : fail(request.error());
    QVERIFY(!exchange);
    QCOMPARE(exchange.error().kind, ErrorKind::InvalidInput);
    QVERIFY2(exchange.error().sentence.contains("http"_L1), qPrintable(exchange.error().sentence));
}

void TestSenderLeaks::l8LinkToAnotherOrigin()
{
    FaultServer home;
    FaultServer other;
    RequestDraft draft;
    draft.target = other.url("/api/orgs/evil").toString();
    draft.tokenKind = TokenKind::Iam; // chosen by hand for the request before
    const Result<PreparedRequest> request = prepared(draft, home.url(""));
    QVERIFY(request);
    QVERIFY(!request->notice.isEmpty());
    const Result<Exchange> exchange = sent(*request);
    QVERIFY(exchange && exchange->response.isSuccess());
    QVERIFY(!exchange->tokenKind);
    QCOMPARE(other.requests().size(), 1);
    QVERIFY(!isToken(other.bytes()));
    QVERIFY(other.requests().first().header("Authorization").isEmpty());
    QCOMPARE(home.connections(), 0);
    // The same at home has the token: the test would see it.
    draft.target = home.url("/api/orgs").toString();
    QVERIFY(sent(*prepared(draft, home.url(""))));
    QVERIFY(isToken(home.bytes()));
}

void TestSenderLeaks::l9OneExecution_data()
{
    QTest::addColumn<QByteArray>("method");
    QTest::addColumn<QByteArray>("written");
    QTest::addColumn<bool>("reset");
    for (const char *method : {"POST", "PUT", "PATCH", "DELETE"}) {
        for (const bool reset : {false, true}) {
            const auto row = [&](const char *when, const QByteArray &written) {
                QTest::addRow("L9 %s, %s %s", method, reset ? "reset" : "closed", when)
                    << QByteArray(method) << written << reset;
            };
            row("before the status line", "");
            row("during it", "HTTP/1.1 2");
            row("after it", "HTTP/1.1 201 Created\r\n");
        }
    }
}

void TestSenderLeaks::l9OneExecution()
{
    QFETCH(const QByteArray, method);
    QFETCH(const QByteArray, written);
    QFETCH(const bool, reset);
    FaultServer server;
    RequestDraft draft;
    draft.target = u"/api/orgs"_s;
    // On a connection that stands already, where the transport would try again.
    QVERIFY(sent(*prepared(draft, server.url(""))));
    server.forget();
    server.setHandler(reset ? answeringThenReset(written) : answeringThenClosing(written));
    draft.method = method;
    draft.body = "{}";
    const Result<Exchange> exchange = sent(*prepared(draft, server.url("")));
    QVERIFY(!exchange);
    QCOMPARE(exchange.error().kind, ErrorKind::UnknownOutcome);
    QVERIFY(exchange.error().sentence.contains("may or may not"_L1));
    QTest::qWait(20);
    QCOMPARE(server.requests().size(), 1);
}

ACX_TEST_MAIN(TestSenderLeaks)
#include "test_sender_leaks.moc"
