// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/json/json_value.h"
#include "app/operations/shipped_catalogs.h"
#include "app/sandbox/sandbox_server.h"
#include "tests/explorer/completion_bench.h"
#include "tests/support/run_sandbox.h"
#include "tests/support/test_main.h"
#include "tests/support/wait.h"

#include <QRegularExpression>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace acx;

Q_DECLARE_METATYPE(QList<acx::NamedValue>)

using Freshness = LiveValues::Freshness;

/// What the sandbox offers for the parameters of the shipped operations, over a real socket.
class TestCompletion final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();

    void offersWhatTheApiLists_data();
    void offersWhatTheApiLists();
    void titlesAndIdsComeAlong();
    void offersLeadToTheObject_data();
    void offersLeadToTheObject();
    void saysWhatMustBeFilledFirst_data();
    void saysWhatMustBeFilledFirst();
    void nothingIsSentWhereNothingLists_data();
    void nothingIsSentWhereNothingLists();
    void asksOnceHoweverManyWantIt();
    void aListIsGoodForItsLifetime();
    void aReloadShowsWhatIsNew();
    void changedAndRemovedProfilesAreForgotten();

private:
    /// How often the sandbox saw this GET.
    qint64 seen(const QString &path);

    SandboxServer m_sandbox{sandboxOfThisRun()};
    SandboxInfo m_info;
    std::unique_ptr<CompletionBench> m_bench;
};

void TestCompletion::initTestCase()
{
    const Result<SandboxInfo> info = m_sandbox.start();
    QVERIFY2(info, qPrintable(info ? QString() : info.error().message()));
    m_info = *info;
}

void TestCompletion::init()
{
    QTest::failOnWarning(QRegularExpression(u".?"_s));
    m_bench = std::make_unique<CompletionBench>();
    m_bench->useProfile(m_info.endpoints, m_info.apiKey);
}

qint64 TestCompletion::seen(const QString &path)
{
    const auto log = parseJson(m_bench->send("GET", u"/sandbox/log"_s));
    return log ? (*log)[u"requests"][u"GET "_s + path].toInteger().value_or(0) : -1;
}

void TestCompletion::offersWhatTheApiLists_data()
{
    QTest::addColumn<QString>("operation");
    QTest::addColumn<QString>("parameter");
    QTest::addColumn<QList<NamedValue>>("filled");
    QTest::addColumn<QStringList>("values");
    QTest::addColumn<QString>("source");
    using Filled = QList<NamedValue>;
    const NamedValue org{u"org"_s, u"meridian-bank"_s};
    const NamedValue catalog{u"catalog"_s, u"sandbox"_s};
    const NamedValue production{u"path:catalog"_s, u"production"_s};
    QTest::newRow("V5 organization") << u"v5.listCatalogs"_s << u"org"_s << Filled()
                                     << QStringList{u"meridian-bank"_s, u"harbor-logistics"_s} << u"GET /v1/me/orgs"_s;
    QTest::newRow("V5 catalog") << u"v5.getCatalog"_s << u"path:catalog"_s << Filled{org}
                                << QStringList{u"sandbox"_s, u"production"_s}
                                << u"GET /v1/orgs/meridian-bank/environments"_s;
    QTest::newRow("V5 space") << u"v5.getSpace"_s << u"space"_s << Filled{org, production}
                              << QStringList{u"retail"_s, u"corporate"_s}
                              << u"GET /v1/orgs/meridian-bank/environments/production/spaces"_s;
    QTest::newRow("V5 version") << u"v5.getPolicy"_s << u"version"_s
                                << Filled{org, catalog, {u"policy"_s, u"audit-header"_s}} << QStringList{u"1.0.0"_s}
                                << u"GET /v1/orgs/meridian-bank/environments/sandbox/policies"_s;
    QTest::newRow("V5 query") << u"v5.listSubscriptions"_s << u"query:product"_s << Filled{org, catalog}
                              << QStringList{u"retail-banking:1.0.0"_s, u"retail-banking:2.0.0"_s, u"payments:1.2.0"_s}
                              << u"GET /v1/orgs/meridian-bank/environments/sandbox/products"_s;
    QTest::newRow("V5 context") << u"v5.listPortalApps"_s << u"X-IBM-APIManagement-Context"_s << Filled()
                                << QStringList{u"meridian-bank.sandbox"_s, u"meridian-bank.production"_s,
                                               u"harbor-logistics.freight"_s}
                                << u"GET /v1/me/orgs"_s;
    QTest::newRow("V10 organization") << u"v10.getOrg"_s << u"org"_s << Filled()
                                      << QStringList{u"meridian-bank"_s, u"harbor-logistics"_s} << u"GET /api/orgs"_s;
    QTest::newRow("V10 organization of a catalog")
        << u"v10.getCatalog"_s << u"org"_s << Filled() << QStringList{u"meridian-bank"_s, u"harbor-logistics"_s}
        << u"GET /api/orgs"_s;
    QTest::newRow("V10 catalog") << u"v10.getCatalog"_s << u"catalog"_s << Filled{org}
                                 << QStringList{u"sandbox"_s, u"production"_s}
                                 << u"GET /api/orgs/meridian-bank/catalogs"_s;
    QTest::newRow("V10 names, none twice")
        << u"v10.getCatalogProduct"_s << u"name"_s << Filled{org, catalog}
        << QStringList{u"retail-banking"_s, u"payments"_s} << u"GET /api/catalogs/meridian-bank/sandbox/products"_s;
    QTest::newRow("V10 versions of the name")
        << u"v10.getCatalogProduct"_s << u"version"_s << Filled{org, catalog, {u"name"_s, u"retail-banking"_s}}
        << QStringList{u"1.0.0"_s, u"2.0.0"_s} << u"GET /api/catalogs/meridian-bank/sandbox/products"_s;
    QTest::newRow("V10 app") << u"v10.getApp"_s << u"app"_s
                             << Filled{org, production, {u"consumerOrg"_s, u"fintech-lab"_s}}
                             << QStringList{u"budget-planner"_s, u"split-the-bill"_s}
                             << u"GET /api/consumer-orgs/meridian-bank/production/fintech-lab/apps"_s;
}

void TestCompletion::offersWhatTheApiLists()
{
    QFETCH(QString, operation);
    QFETCH(QString, parameter);
    QFETCH(QList<NamedValue>, filled);
    QFETCH(QStringList, values);
    QFETCH(QString, source);
    const Result<LiveList> list = m_bench->ask(operation, parameter, filled);
    QCOMPARE(valuesOf(list), values);
    QCOMPARE(list->source, source);
    QVERIFY(list->isComplete);
    QCOMPARE(list->fetchedAt, m_bench->clock.now());
}

void TestCompletion::titlesAndIdsComeAlong()
{
    for (const QString &operation : {u"v5.getCatalog"_s, u"v10.getCatalog"_s}) {
        const Result<LiveList> list = m_bench->ask(operation, u"catalog"_s, {{u"org"_s, u"meridian-bank"_s}});
        QVERIFY(list && !list->values.isEmpty());
        QCOMPARE(list->values.constFirst().value, u"sandbox"_s);
        QCOMPARE(list->values.constFirst().title, u"Sandbox"_s);
        QVERIFY(!list->values.constFirst().id.isEmpty());
    }
    // A path that takes an id gets the id.
    const QList<NamedValue> filled{{u"org"_s, u"meridian-bank"_s}, {u"catalog"_s, u"sandbox"_s}};
    const Result<LiveList> contexts = m_bench->ask(u"v5.listPortalApps"_s, u"X-IBM-APIManagement-Context"_s);
    QVERIFY(contexts && !contexts->values.isEmpty());
    QCOMPARE(contexts->values.constFirst().title, u"Meridian Bank · Sandbox"_s);
    const Result<LiveList> list = m_bench->ask(u"v5.getProduct"_s, u"product"_s, filled);
    QVERIFY(list && !list->values.isEmpty());
    QCOMPARE(list->values.constFirst().value, list->values.constFirst().id);
    QCOMPARE(list->values.constFirst().title, u"Retail banking"_s);
}

void TestCompletion::offersLeadToTheObject_data()
{
    QTest::addColumn<QString>("id");
    // Parameters that nothing lists.
    static const QStringList unlisted{u"wsdlId"_s, u"userName"_s, u"scope"_s, u"registryType"_s, u"service"_s};
    // V5 does not list registries; the first API of the sandbox has no WSDL.
    static const QStringList exceptions{u"v5.getUserRegistry"_s, u"v5.getDraftApiWsdl"_s};
    for (const ShippedCatalog shipped : {ShippedCatalog::V5, ShippedCatalog::V10}) {
        const OperationCatalog catalog = loadShippedCatalog(shipped).value();
        for (const OperationEntry &entry : catalog.operations()) {
            const Operation operation = OperationCatalog::read(entry).value();
            const bool isListed =
                std::none_of(operation.parameters.cbegin(), operation.parameters.cend(), [](const auto &parameter) {
                    return unlisted.contains(parameter.name) ||
                           (parameter.required && parameter.place == ParameterPlace::Query);
                });
            if (operation.method == "GET" && operation.path.contains(u'{') && operation.base.isEmpty() && isListed &&
                !exceptions.contains(operation.id))
                QTest::newRow(qPrintable(entry.id)) << entry.id;
        }
    }
}

void TestCompletion::offersLeadToTheObject()
{
    QFETCH(QString, id);
    const Operation operation = m_bench->operation(id);
    QList<NamedValue> filled;
    // In a catalog with spaces where the path has one.
    if (operation.path.contains("{space}"_L1))
        filled = {{u"org"_s, u"meridian-bank"_s}, {u"catalog"_s, u"production"_s}};
    if (operation.path.startsWith("/v1/portal/"_L1))
        filled = {{u"X-IBM-APIManagement-Context"_s, u"meridian-bank.production"_s}};
    static const QRegularExpression braces(u"\\{([^{}]+)\\}"_s);
    for (auto match = braces.globalMatch(operation.path); match.hasNext();) {
        const QString name = match.next().captured(1);
        if (std::any_of(filled.cbegin(), filled.cend(), [&name](const auto &value) { return value.name == name; }))
            continue;
        const Result<LiveList> list = m_bench->ask(id, u"path:"_s + name, filled);
        QVERIFY2(list, qPrintable(name + u": "_s + (list ? QString() : list.error().message())));
        QVERIFY2(!list->values.isEmpty(), qPrintable(name + u" has none in "_s + list->source));
        filled.append({name, list->values.constFirst().value});
    }
    const Result<FilledOperation> complete = fillOperation(operation, filled);
    QVERIFY2(complete, qPrintable(complete ? QString() : complete.error().message()));
    const Result<Exchange> exchange = m_bench->exchange("GET", complete->target, {}, complete->headers);
    QVERIFY2(exchange && exchange->response.isSuccess(),
             qPrintable(complete->target + u' ' + QString::fromUtf8(exchange->response.body.head(300))));
}

void TestCompletion::saysWhatMustBeFilledFirst_data()
{
    QTest::addColumn<QString>("operation");
    QTest::addColumn<QString>("parameter");
    QTest::addColumn<QString>("needed");
    QTest::newRow("V5") << u"v5.getProduct"_s << u"product"_s << u"org"_s;
    QTest::newRow("V10") << u"v10.getCatalog"_s << u"catalog"_s << u"org"_s;
    QTest::newRow("version") << u"v10.getDraftApi"_s << u"version"_s << u"org"_s;
    QTest::newRow("header") << u"v5.getPortalApi"_s << u"api"_s << u"X-IBM-APIManagement-Context"_s;
}

void TestCompletion::saysWhatMustBeFilledFirst()
{
    QFETCH(QString, operation);
    QFETCH(QString, parameter);
    QFETCH(QString, needed);
    const Result<LiveList> list = m_bench->ask(operation, parameter);
    QVERIFY(!list);
    QCOMPARE(list.error().kind, ErrorKind::InvalidInput);
    QVERIFY2(list.error().sentence.contains(needed), qPrintable(list.error().sentence));
    QVERIFY(!list.error().nextStep.isEmpty());
}

void TestCompletion::nothingIsSentWhereNothingLists_data()
{
    QTest::addColumn<QString>("operation");
    QTest::addColumn<QString>("parameter");
    QTest::newRow("choices") << u"v10.listPermissions"_s << u"scope"_s;
    QTest::newRow("no such parameter") << u"v10.getOrg"_s << u"nonsense"_s;
    QTest::newRow("paging") << u"v10.listOrgs"_s << u"limit"_s;
    QTest::newRow("another service") << u"v5.loginWithCode"_s << u"apikey"_s;
}

void TestCompletion::nothingIsSentWhereNothingLists()
{
    QFETCH(QString, operation);
    QFETCH(QString, parameter);
    const QByteArray before = m_bench->send("GET", u"/sandbox/log"_s);
    const Result<LiveList> list = m_bench->ask(operation, parameter, {{u"org"_s, u"meridian-bank"_s}});
    QVERIFY(list);
    QCOMPARE(*list, LiveList());
    QCOMPARE(m_bench->send("GET", u"/sandbox/log"_s), before);
}

void TestCompletion::asksOnceHoweverManyWantIt()
{
    const qint64 before = seen(u"/api/orgs"_s);
    QList<QFuture<Result<LiveList>>> all;
    for (int i = 0; i < 10; ++i) {
        all.append(m_bench->start(u"v10.getOrg"_s, u"org"_s));
        all.append(m_bench->start(u"v10.getCatalog"_s, u"org"_s, {{u"catalog"_s, u"x"_s}}));
    }
    for (const QFuture<Result<LiveList>> &future : std::as_const(all))
        QCOMPARE(valuesOf(waitFor(future)), (QStringList{u"meridian-bank"_s, u"harbor-logistics"_s}));
    QCOMPARE(seen(u"/api/orgs"_s), before + 1);
    // A version and a name come from the same list.
    const QList<NamedValue> filled{{u"org"_s, u"harbor-logistics"_s}, {u"name"_s, u"shipments"_s}};
    const QString drafts = u"/api/orgs/harbor-logistics/drafts/draft-apis"_s;
    const qint64 draftsBefore = seen(drafts);
    QCOMPARE(valuesOf(m_bench->ask(u"v10.getDraftApi"_s, u"name"_s, filled)).size(), 2);
    QCOMPARE(valuesOf(m_bench->ask(u"v10.getDraftApi"_s, u"version"_s, filled)), QStringList{u"1.0.0"_s});
    QCOMPARE(seen(drafts), draftsBefore + 1);
}

void TestCompletion::aListIsGoodForItsLifetime()
{
    const qint64 before = seen(u"/v1/me/orgs"_s);
    QVERIFY(m_bench->ask(u"v5.getCatalog"_s, u"org"_s));
    m_bench->clock.advance(LiveLimits().lifetime - std::chrono::seconds(1));
    QVERIFY(m_bench->ask(u"v5.getCatalog"_s, u"org"_s));
    QCOMPARE(seen(u"/v1/me/orgs"_s), before + 1);
    m_bench->clock.advance(std::chrono::seconds(1));
    QVERIFY(m_bench->ask(u"v5.getCatalog"_s, u"org"_s));
    QCOMPARE(seen(u"/v1/me/orgs"_s), before + 2);
}

void TestCompletion::aReloadShowsWhatIsNew()
{
    const QList<NamedValue> filled{{u"org"_s, u"harbor-logistics"_s}};
    QCOMPARE(valuesOf(m_bench->ask(u"v10.getCatalog"_s, u"catalog"_s, filled)), QStringList{u"freight"_s});
    QVERIFY(m_bench->send("POST", u"/api/orgs/harbor-logistics/catalogs"_s, R"({"name":"new","title":"New"})")
                .contains("\"new\""));
    QCOMPARE(valuesOf(m_bench->ask(u"v10.getCatalog"_s, u"catalog"_s, filled)), QStringList{u"freight"_s});
    QCOMPARE(valuesOf(m_bench->ask(u"v10.getCatalog"_s, u"catalog"_s, filled, Freshness::Reload)),
             (QStringList{u"freight"_s, u"new"_s}));
    QCOMPARE(valuesOf(m_bench->ask(u"v10.getCatalog"_s, u"catalog"_s, filled)), (QStringList{u"freight"_s, u"new"_s}));
}

void TestCompletion::changedAndRemovedProfilesAreForgotten()
{
    const qint64 before = seen(u"/v1/me/orgs"_s);
    QVERIFY(m_bench->ask(u"v5.getCatalog"_s, u"org"_s));
    Profile changed = m_bench->profile;
    changed.iam.tenant = u"another-tenant"_s;
    QVERIFY(waitFor(m_bench->profiles.update(changed)).has_value());
    QVERIFY(m_bench->ask(u"v5.getCatalog"_s, u"org"_s));
    QCOMPARE(seen(u"/v1/me/orgs"_s), before + 2);
    // Another profile has its own.
    const Profile first = m_bench->profile;
    m_bench->useProfile(m_info.endpoints, m_info.apiKey);
    QVERIFY(m_bench->ask(u"v5.getCatalog"_s, u"org"_s));
    QCOMPARE(seen(u"/v1/me/orgs"_s), before + 3);
    QVERIFY(waitFor(m_bench->profiles.remove(first.id)));
    const Operation operation = m_bench->operation(u"v5.getCatalog"_s);
    QCOMPARE(waitFor(m_bench->values.offers(first.id, operation, u"org"_s, {})).error().kind, ErrorKind::NotFound);
    QVERIFY(m_bench->ask(u"v5.getCatalog"_s, u"org"_s));
    QCOMPARE(seen(u"/v1/me/orgs"_s), before + 3);
}

ACX_TEST_MAIN(TestCompletion)
#include "test_completion.moc"
