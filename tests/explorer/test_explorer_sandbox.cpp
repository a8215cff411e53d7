// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/base/clock.h"
#include "app/explorer/all_pages.h"
#include "app/explorer/links.h"
#include "app/explorer/request_sender.h"
#include "app/json/json_value.h"
#include "app/sandbox/sandbox_server.h"
#include "app/tokens/service_error.h"
#include "app/tokens/token_services.h"
#include "tests/support/run_sandbox.h"
#include "tests/support/test_main.h"
#include "tests/support/wait.h"

#include <QRegularExpression>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace acx;
using namespace std::chrono_literals;

/// First calls against the sandbox, from a draft to the answer.
class TestExplorerSandbox final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init() { QTest::failOnWarning(QRegularExpression(u".?"_s)); }

    void firstCalls_data();
    void firstCalls();
    void f19_expiredTokenIsRenewed();
    void callWithoutATokenIsRefusedInWords();
    void unknownPathIsExplained();
    void writesArrive();
    void linksOfListsAreAnswered_data();
    void linksOfListsAreAnswered();
    void allPagesHoldWhatOneLargePageHolds_data();
    void allPagesHoldWhatOneLargePageHolds();

private:
    Result<Exchange> call(const RequestDraft &draft)
    {
        const Result<PreparedRequest> request =
            prepare(draft, m_catalog.get(DeploymentKind::Sandbox), m_info.endpoints, draft.tokenKind.has_value());
        if (!request)
            return fail(request.error());
        return waitFor(m_sender->send(*request, m_profile, {}));
    }
    static RequestDraft get(const QString &target)
    {
        RequestDraft draft;
        draft.target = target;
        return draft;
    }
    void turn(const QByteArray &knobs)
    {
        RequestDraft draft = get(u"/sandbox/knobs"_s);
        draft.method = "POST";
        draft.body = knobs;
        draft.withToken = false;
        QCOMPARE(call(draft)->response.status, 200);
    }

    SystemClock m_clock;
    DeploymentCatalog m_catalog;
    SandboxServer m_sandbox{sandboxOfThisRun()};
    SandboxInfo m_info;
    std::unique_ptr<HttpClient> m_http;
    std::unique_ptr<TokenBroker> m_broker;
    std::unique_ptr<RequestSender> m_sender;
    QUuid m_profile = QUuid::createUuid();
};

void TestExplorerSandbox::initTestCase()
{
    m_catalog = DeploymentCatalog::load().value();
    const Result<SandboxInfo> info = m_sandbox.start();
    QVERIFY2(info, qPrintable(info ? QString() : info.error().message()));
    m_info = *info;
    m_http = std::make_unique<HttpClient>(m_clock);
    m_broker = std::make_unique<TokenBroker>(
        [this](const TokenNeed &need) {
            TokenCredentials credentials;
            credentials.base = m_info.endpoints.tokenBase(need.kind);
            credentials.apiKey = need.kind == TokenKind::Platform ? m_info.platformApiKey : m_info.apiKey;
            if (need.kind == TokenKind::Platform) {
                credentials.clientId = m_info.clientId;
                credentials.clientSecret = m_info.clientSecret;
            }
            return ready<TokenCredentials>(credentials);
        },
        m_clock);
    m_broker->addService(std::make_unique<IamTokenService>(*m_http, m_clock));
    m_broker->addService(std::make_unique<LoginTokenService>(*m_http, m_clock));
    m_broker->addService(std::make_unique<PlatformTokenService>(*m_http, m_clock));
    m_sender = std::make_unique<RequestSender>(*m_http, *m_broker, m_clock);
}

void TestExplorerSandbox::firstCalls_data()
{
    QTest::addColumn<QString>("target");
    QTest::addColumn<std::optional<TokenKind>>("kind");
    const std::optional<TokenKind> byPath;
    QTest::newRow("V5") << u"/v1/me"_s << byPath;
    QTest::newRow("Reserved") << u"/api/orgs"_s << byPath;
    QTest::newRow("platform token") << u"/api/orgs"_s << std::optional(TokenKind::Platform);
    QTest::newRow("whole URL") << m_info.endpoints.api.toString() + u"/api/orgs?fields=name"_s << byPath;
}

void TestExplorerSandbox::firstCalls()
{
    QFETCH(QString, target);
    QFETCH(std::optional<TokenKind>, kind);
    RequestDraft draft = get(target);
    draft.tokenKind = kind;
    const Result<Exchange> exchange = call(draft);
    QVERIFY2(exchange, qPrintable(exchange ? QString() : exchange.error().message()));
    const QByteArray body = exchange->response.body.head(100'000);
    QVERIFY2(exchange->response.isSuccess(), body.constData());
    QVERIFY(exchange->tokenKind);
    QVERIFY(parseJson(body));
}

void TestExplorerSandbox::f19_expiredTokenIsRenewed()
{
    QCOMPARE(call(get(u"/v1/me"_s))->response.status, 200);
    // To the service the token is over, our clock does not know it.
    turn(R"({"clock_offset":7200})");
    const Result<Exchange> exchange = call(get(u"/v1/me"_s));
    turn(R"({"clock_offset":0})");
    QVERIFY2(exchange, qPrintable(exchange ? QString() : exchange.error().message()));
    QCOMPARE(exchange->response.status, 200);
    QVERIFY(exchange->tokenRenewed);
}

void TestExplorerSandbox::callWithoutATokenIsRefusedInWords()
{
    RequestDraft draft = get(u"/api/orgs"_s);
    draft.withToken = false;
    const Result<Exchange> exchange = call(draft);
    QCOMPARE(exchange->response.status, 401);
    const Error error = apiError(exchange->response, {});
    QCOMPARE(error.kind, ErrorKind::ServiceRefused);
    QVERIFY(!error.sentence.isEmpty());
    QVERIFY(!error.nextStep.isEmpty());
}

void TestExplorerSandbox::unknownPathIsExplained()
{
    for (const QString &path : {u"/v1/no-such-thing"_s, u"/api/no-such-thing"_s}) {
        const Result<Exchange> exchange = call(get(path));
        QVERIFY2(exchange, qPrintable(exchange ? QString() : exchange.error().message()));
        QCOMPARE(exchange->response.status, 404);
        QVERIFY(!apiError(exchange->response, {}).sentence.isEmpty());
    }
}

void TestExplorerSandbox::writesArrive()
{
    RequestDraft draft = get(u"/v1/me"_s);
    draft.method = "DELETE";
    const Result<Exchange> exchange = call(draft);
    QVERIFY2(exchange, qPrintable(exchange ? QString() : exchange.error().message()));
    QVERIFY(exchange->response.status >= 400);
    QCOMPARE(exchange->method, "DELETE"_ba);
}

void TestExplorerSandbox::linksOfListsAreAnswered_data()
{
    QTest::addColumn<QString>("target");
    const QString catalog = u"/api/catalogs/meridian-bank/sandbox"_s;
    const QString v5 = u"/v1/orgs/meridian-bank/environments/sandbox"_s;
    for (const QString &target :
         {u"/api/orgs"_s, u"/api/orgs/meridian-bank/catalogs"_s, u"/api/orgs/meridian-bank/drafts/draft-apis"_s,
          catalog + u"/products"_s, catalog + u"/apis"_s, catalog + u"/members"_s, catalog + u"/consumer-orgs"_s,
          u"/v1/orgs/meridian-bank/environments"_s, u"/v1/orgs/meridian-bank/members"_s, v5 + u"/products"_s,
          v5 + u"/members"_s, v5 + u"/consumerOrgs/"_s, v5 + u"/consumerOrgs/developers/members"_s})
        QTest::newRow(qPrintable(target)) << target;
}

void TestExplorerSandbox::linksOfListsAreAnswered()
{
    QFETCH(const QString, target);
    const Result<Exchange> list = call(get(target));
    QVERIFY(list);
    const auto json = parseJson(list->response.body.head(1'000'000));
    QVERIFY2(json, list->response.body.head(200).constData());
    const QList<JsonValue> items = json->isArray() ? json->items() : (*json)[u"results"].items();
    QVERIFY(!items.isEmpty());
    for (const JsonValue &item : items) {
        const std::optional<QUrl> url = linkTarget(u"url"_s, item[u"url"].toString(), list->response.url);
        if (!url)
            continue; // some lists of V5 have none
        QVERIFY(isOnProfile(*url, m_info.endpoints));
        const Result<Exchange> one = call(get(url->toString(QUrl::FullyEncoded)));
        QVERIFY(one);
        QVERIFY2(one->response.status == 200, qPrintable(url->toString()));
    }
}

void TestExplorerSandbox::allPagesHoldWhatOneLargePageHolds_data()
{
    QTest::addColumn<QString>("target");
    QTest::newRow("catalogs") << u"/api/orgs/meridian-bank/catalogs"_s;
    QTest::newRow("products") << u"/api/catalogs/meridian-bank/sandbox/products"_s;
    QTest::newRow("with fields") << u"/api/catalogs/meridian-bank/sandbox/apis?fields=name,version,url"_s;
}

void TestExplorerSandbox::allPagesHoldWhatOneLargePageHolds()
{
    QFETCH(const QString, target);
    const Result<Exchange> whole = call(get(target));
    QVERIFY(whole);
    const auto expected = parseJson(whole->response.body.head(1'000'000));
    QVERIFY(expected && (*expected)[u"results"].items().size() > 1);
    const Result<PreparedRequest> request =
        prepare(get(target), m_catalog.get(DeploymentKind::Sandbox), m_info.endpoints, false);
    QVERIFY(request);
    PagingOptions options;
    options.pageSize = 1;
    QObject owner;
    const Result<Exchange> joined = waitFor(fetchAllPages(*m_sender, *request, m_profile, options, &owner));
    QVERIFY2(joined, qPrintable(joined ? QString() : joined.error().message()));
    const auto document = parseJson(joined->response.body.head(1'000'000));
    QVERIFY(document);
    QCOMPARE((*document)[u"total_results"].numberText(), (*expected)[u"total_results"].numberText());
    QCOMPARE((*document)[u"results"].toJson(), (*expected)[u"results"].toJson());
}

ACX_TEST_MAIN(TestExplorerSandbox)
#include "test_explorer_sandbox.moc"
