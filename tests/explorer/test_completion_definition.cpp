// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/operations/openapi_reader.h"
#include "tests/explorer/completion_bench.h"
#include "tests/support/fault_server.h"
#include "tests/support/test_main.h"

#include <QRegularExpression>
#include <QTcpSocket>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace acx;

Q_DECLARE_METATYPE(QList<acx::NamedValue>)

namespace {

/// A gateway's API: accounts, their cards, countries, and what refers to them.
QByteArray document()
{
    return R"({"openapi":"3.0.3","info":{"title":"Bank","version":"1"},"paths":{
        "/accounts":{"get":{"operationId":"accounts"}},
        "/accounts/{account}":{"get":{"operationId":"account","parameters":[
            {"name":"account","in":"path","required":true,"schema":{"type":"string"}}]}},
        "/accounts/{account}/cards":{"get":{"operationId":"cards","parameters":[
            {"name":"account","in":"path","required":true,"schema":{"type":"string"}}]}},
        "/accounts/{account}/payments":{"get":{"operationId":"payments","parameters":[
            {"name":"account","in":"path","required":true,"schema":{"type":"string"}},
            {"name":"card_id","in":"query","schema":{"type":"string"}},
            {"name":"country","in":"query","schema":{"type":"string"}}]}},
        "/countries":{"get":{"operationId":"countries"}},
        "/secrets":{"post":{"operationId":"makeSecret"}},
        "/statements":{"get":{"operationId":"statements","parameters":[
            {"name":"accountId","in":"query","schema":{"type":"string"}},
            {"name":"account","in":"query","schema":{"type":"string"}},
            {"name":"account-id","in":"query","schema":{"type":"string"}},
            {"name":"card","in":"query","schema":{"type":"string"}},
            {"name":"secret","in":"query","schema":{"type":"string"}},
            {"name":"statement","in":"query","schema":{"type":"string"}},
            {"name":"paid","in":"query","schema":{"type":"string"}},
            {"name":"limit","in":"query","schema":{"type":"integer"}}]}}}})";
}

QByteArray answerTo(const QByteArray &target)
{
    if (target == "/v2/accounts")
        return httpAnswer(200, R"([{"id":"a-1","name":"current"},{"id":"a-2","name":"savings"}])");
    if (target == "/v2/accounts/current/cards")
        return httpAnswer(200, R"({"cards":[{"id":"c-9","name":"gold"}]})");
    if (target == "/v2/countries")
        return httpAnswer(200, R"([{"name":"de","title":"Germany"}])");
    return httpAnswer(404, "{}");
}

} // namespace

/// Offers for the parameters of an opened definition's operations, from the definition's own lists.
class TestCompletionDefinition final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void offersWhatTheListsTell_data();
    void offersWhatTheListsTell();
    void anIdComesWithItsName();
    void saysWhatMustBeFilledFirst();
    void nothingIsSentWhereNothingLists_data();
    void nothingIsSentWhereNothingLists();
    void namesWhatIsListed();
    void sendsTheClientAndNoToken();

private:
    [[nodiscard]] Operation operation(const QString &id) const
    {
        return OperationCatalog::read(m_source.catalog.operations()[*m_source.catalog.indexOf(id)]).value();
    }
    [[nodiscard]] Result<LiveList> ask(const QString &id, const QString &parameter,
                                       const QList<NamedValue> &filled = {})
    {
        return waitFor(m_bench->values.offers(m_bench->profile.id, m_source, operation(id), parameter, filled));
    }

    std::unique_ptr<FaultServer> m_gateway;
    std::unique_ptr<FaultServer> m_api;
    std::unique_ptr<CompletionBench> m_bench;
    LiveSource m_source;
};

void TestCompletionDefinition::init()
{
    QTest::failOnWarning(QRegularExpression(u".?"_s));
    m_gateway = std::make_unique<FaultServer>(
        [](QTcpSocket &socket, const RecordedRequest &request) { socket.write(answerTo(request.target)); });
    m_api = std::make_unique<FaultServer>();
    m_bench = std::make_unique<CompletionBench>();
    Endpoints endpoints;
    endpoints.api = endpoints.iam = endpoints.login = m_api->url("");
    m_bench->useProfile(endpoints, Secret("the-profiles-key"_ba));
    m_source = {};
    m_source.catalog = readOpenApi(document()).value();
    m_source.definition.id = u"bank"_s;
    m_source.definition.base = m_gateway->url("/v2");
}

void TestCompletionDefinition::offersWhatTheListsTell_data()
{
    QTest::addColumn<QString>("id");
    QTest::addColumn<QString>("parameter");
    QTest::addColumn<QList<NamedValue>>("filled");
    QTest::addColumn<QStringList>("values");
    const QList<NamedValue> none;
    const QList<NamedValue> current{{u"path:account"_s, u"current"_s}};
    const QStringList ids{u"a-1"_s, u"a-2"_s};
    const QStringList names{u"current"_s, u"savings"_s};
    QTest::newRow("path") << u"account"_s << u"path:account"_s << none << names;
    QTest::newRow("query by name") << u"statements"_s << u"query:account"_s << none << names;
    QTest::newRow("query by id") << u"statements"_s << u"query:accountId"_s << none << ids;
    QTest::newRow("query by id, hyphen") << u"statements"_s << u"query:account-id"_s << none << ids;
    QTest::newRow("query below a path value")
        << u"payments"_s << u"query:card_id"_s << current << QStringList{u"c-9"_s};
    QTest::newRow("query, plural in -ies") << u"payments"_s << u"query:country"_s << none << QStringList{u"de"_s};
}

void TestCompletionDefinition::offersWhatTheListsTell()
{
    QFETCH(QString, id);
    QFETCH(QString, parameter);
    QFETCH(QList<NamedValue>, filled);
    QFETCH(QStringList, values);
    QCOMPARE(valuesOf(ask(id, parameter, filled)), values);
    // Once for its lifetime.
    QCOMPARE(valuesOf(ask(id, parameter, filled)), values);
    QCOMPARE(m_gateway->requests().size(), 1);
    QCOMPARE(m_gateway->requests().first().method, "GET"_ba);
}

void TestCompletionDefinition::anIdComesWithItsName()
{
    const Result<LiveList> list = ask(u"statements"_s, u"query:accountId"_s, {});
    QVERIFY(list);
    QCOMPARE(list->values.first(), (LiveValue{u"a-1"_s, u"current"_s, u"a-1"_s}));
    const Result<LiveList> names = ask(u"statements"_s, u"query:account"_s, {});
    QCOMPARE(names->values.first(), (LiveValue{u"current"_s, {}, u"a-1"_s}));
}

void TestCompletionDefinition::saysWhatMustBeFilledFirst()
{
    const Result<LiveList> list = ask(u"payments"_s, u"query:card_id"_s);
    QVERIFY(!list);
    QCOMPARE(list.error().kind, ErrorKind::InvalidInput);
    QVERIFY(list.error().sentence.contains(u"account"_s));
    QCOMPARE(m_gateway->connections(), 0);
}

void TestCompletionDefinition::nothingIsSentWhereNothingLists_data()
{
    QTest::addColumn<QString>("parameter");
    QTest::newRow("a list below what the path has not") << u"query:card"_s;
    QTest::newRow("only a POST") << u"query:secret"_s;
    QTest::newRow("the operation itself") << u"query:statement"_s;
    QTest::newRow("no such list") << u"query:paid"_s;
    QTest::newRow("a number") << u"query:limit"_s;
    QTest::newRow("no such parameter") << u"query:nothing"_s;
}

void TestCompletionDefinition::nothingIsSentWhereNothingLists()
{
    QFETCH(QString, parameter);
    const Result<LiveList> list = ask(u"statements"_s, parameter);
    QVERIFY2(list, qPrintable(list ? QString() : list.error().message()));
    QVERIFY(list->source.isEmpty());
    QCOMPARE(m_gateway->connections(), 0);
}

void TestCompletionDefinition::namesWhatIsListed()
{
    QCOMPARE(listedParameters(m_source.catalog, operation(u"statements"_s)),
             (QStringList{u"query:accountId"_s, u"query:account"_s, u"query:account-id"_s}));
    QCOMPARE(listedParameters(m_source.catalog, operation(u"payments"_s)),
             (QStringList{u"path:account"_s, u"query:card_id"_s, u"query:country"_s}));
    QCOMPARE(listedParameters(m_source.catalog, operation(u"accounts"_s)), QStringList());
}

void TestCompletionDefinition::sendsTheClientAndNoToken()
{
    m_source.headers.headers = {{"X-Id"_ba, "client-1"_ba}};
    m_source.headers.secretHeaders = {{"X-The-Secret"_ba, Secret("secret-1")}};
    m_source.headers.origins = {Origin::of(m_source.definition.base)};
    QVERIFY(ask(u"statements"_s, u"query:account"_s));
    const RecordedRequest request = m_gateway->requests().first();
    QCOMPARE(request.target, "/v2/accounts"_ba);
    QCOMPARE(request.header("X-Id"), "client-1"_ba);
    QCOMPARE(request.header("X-The-Secret"), "secret-1"_ba);
    QVERIFY(request.header("Authorization").isEmpty());
    QVERIFY(!m_gateway->bytes().contains("the-profiles-key"));
    // API Connect and its token services are not asked.
    QCOMPARE(m_api->connections(), 0);
}

ACX_TEST_MAIN(TestCompletionDefinition)
#include "test_completion_definition.moc"
