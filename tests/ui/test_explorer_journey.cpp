// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/explorer/definition_library.h"
#include "app/json/json_value.h"
#include "tests/support/fault_server.h"
#include "tests/support/wait.h"
#include "tests/ui/explorer_bench.h"
#include "ui/session.h"

#include <QAbstractButton>
#include <QAction>
#include <QLineEdit>
#include <QListWidget>
#include <QTcpSocket>
#include <QTimer>

using namespace Qt::StringLiterals;
using namespace acx;

namespace {

/// Counts the turns of the event loop.
class Watch final
{
public:
    Watch()
    {
        QObject::connect(&m_timer, &QTimer::timeout, &m_timer, [this] { ++m_beats; });
        m_timer.start(5);
    }
    [[nodiscard]] int beats() const { return m_beats; }

private:
    QTimer m_timer;
    int m_beats = 0;
};

} // namespace

/// The way that the Explorer is for: from the organization down to one API, and on to calling it.
class TestExplorerJourney final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { failOnAnyWarning(); }
    void fromTheOrganizationToACallOfAnApi();
    void cancelsAtEveryStage_data();
    void cancelsAtEveryStage();

private:
    static void choose(ExplorerScreen &screen, const QString &operationId, const QString &catalogId = {})
    {
        clickOperation(screen, operationId, catalogId);
        QTRY_COMPARE(screen.currentTab().state().operationId, operationId);
    }
    static void sendAndWait(ExplorerScreen &screen)
    {
        click(screen, "send");
        awaitAnswer(screen);
    }
    static void awaitAnswer(ExplorerScreen &screen)
    {
        QTRY_VERIFY(isShown(screen, "send"));
        QCOMPARE(textOf(screen, "answerStatus").left(3), u"200"_s);
    }
    /// Opens the offers of a parameter with the mouse and takes the first one.
    static void takeOffer(ExplorerScreen &screen, const QString &parameter)
    {
        auto *line = screen.currentTab().findChild<QLineEdit *>(u"value:"_s + parameter);
        QVERIFY2(line, qPrintable(parameter));
        QVERIFY(QTest::qWaitForWindowActive(&screen));
        line->setFocus(Qt::MouseFocusReason);
        const QString offers = line->objectName() + u"Offers"_s;
        QTRY_VERIFY(line->findChild<QAction *>(offers));
        line->findChild<QAction *>(offers)->trigger();
        QTRY_VERIFY(screen.findChild<QListWidget *>(u"completionList"_s));
        auto *list = screen.findChild<QListWidget *>(u"completionList"_s);
        QTRY_VERIFY(list->isVisible() && list->count() > 0 && list->item(0)->flags().testFlag(Qt::ItemIsEnabled));
        QTest::mouseClick(list->viewport(), Qt::LeftButton, {}, list->visualItemRect(list->item(0)).center());
        QTRY_VERIFY(!line->text().isEmpty());
    }
    /// A client id that the gateway knows, from the credentials of an app.
    static QString clientId(ScreenBench &bench)
    {
        RequestDraft draft;
        draft.target = u"/api/apps/meridian-bank/sandbox/developers/try-out/credentials"_s;
        const Result<PreparedRequest> request = prepare(draft, bench.services().deployments.get(DeploymentKind::Custom),
                                                        bench.services().session.endpoints(), false);
        if (!request)
            return {};
        const Result<Exchange> exchange =
            waitFor(bench.services().sender.send(*request, bench.services().session.profile()->id, {}));
        const auto json = exchange ? parseJson(exchange->response.body.head(100'000)) : parseJson("{}");
        return json ? (*json)[u"results"].items().value(0)[u"client_id"].toString() : QString();
    }
};

void TestExplorerJourney::fromTheOrganizationToACallOfAnApi()
{
    ScreenBench bench;
    (void)bench.addProfile(u"Acme"_s);
    ExplorerScreen screen(bench.services());
    bench.show(screen);
    const Watch watch;

    // Down by links, and by operations that take over where one is.
    choose(screen, u"v10.listOrgs"_s);
    sendAndWait(screen);
    clickLink(screen, u"url"_s);
    QTRY_COMPARE(screen.currentTab().state().operationId, u"v10.getOrg"_s);
    awaitAnswer(screen);
    choose(screen, u"v10.listCatalogs"_s);
    sendAndWait(screen);
    clickLink(screen, u"url"_s);
    QTRY_COMPARE(screen.currentTab().state().operationId, u"v10.getCatalog"_s);
    awaitAnswer(screen);
    choose(screen, u"v10.listCatalogApis"_s);
    sendAndWait(screen);
    choose(screen, u"v10.getCatalogApiDocument"_s);
    takeOffer(screen, u"path:name"_s);
    takeOffer(screen, u"path:version"_s);
    sendAndWait(screen);

    // The definition becomes a catalog of its own.
    QTRY_VERIFY(isShown(screen, "openAsCatalog"));
    click(screen, "openAsCatalog");
    QTRY_COMPARE(bench.services().definitions.list().size(), 1);
    const Definition definition = bench.services().definitions.list().constFirst();
    auto *operations = part<QTreeView>(screen, "catalogTree");
    QTRY_COMPARE(operations->currentIndex().data(CatalogModel::CatalogIdRole).toString(), definition.id);
    QTRY_VERIFY(operations->viewport()->rect().intersects(operations->visualRect(operations->currentIndex())));
    QVERIFY(!definition.base.isEmpty());
    const QString id = clientId(bench);
    QVERIFY(!id.isEmpty());
    const QString origin = clientOriginOf(definition);
    QVERIFY(waitFor(bench.services().definitions.setClient(definition.id, origin, id, std::nullopt)));

    // And one of its operations is called.
    const Result<OperationCatalog> catalog = waitFor(bench.services().definitions.catalog(definition.id));
    QVERIFY(catalog && !catalog->operations().isEmpty());
    choose(screen, catalog->operations().constFirst().id, definition.id);
    const QList<OperationParameter> parameters =
        OperationCatalog::read(catalog->operations().constFirst()).value_or(Operation()).parameters;
    for (const OperationParameter &parameter : parameters) {
        if (parameter.place == ParameterPlace::Path)
            type(screen.currentTab(), qPrintable(u"value:path:"_s + parameter.name), u"EUR"_s);
    }
    click(screen, "send");
    QTRY_VERIFY(textOf(screen, "answerStatus").startsWith(u"20"_s));
    QVERIFY(!bodyOf(screen).isEmpty());
    QVERIFY(watch.beats() > 0);
    QVERIFY(bench.messages().isEmpty());
}

void TestExplorerJourney::cancelsAtEveryStage_data()
{
    QTest::addColumn<QByteArray>("sentAtOnce"); // and nothing after it
    QTest::newRow("before the token") << "no token"_ba;
    QTest::newRow("before the first byte") << ""_ba;
    QTest::newRow("in the headers") << "HTTP/1.1 200 OK\r\nContent-Le"_ba;
    QTest::newRow("in the body") << "HTTP/1.1 200 OK\r\nContent-Length: 1000000\r\n\r\n{\"results\":["_ba;
    QTest::newRow("in an endless body") << "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\n[1,2,\r\n"_ba;
    QTest::newRow("on the second page") << httpAnswer(200, R"({"total_results":9,"results":[{"id":1}]})");
}

void TestExplorerJourney::cancelsAtEveryStage()
{
    QFETCH(const QByteArray, sentAtOnce);
    const bool pages = sentAtOnce.contains("total_results");
    const bool token = sentAtOnce == "no token";
    FaultServer server;
    server.setHandler([&](QTcpSocket &socket, const RecordedRequest &) {
        if (!token && (!pages || server.requests().size() == 1))
            socket.write(sentAtOnce);
    });
    ScreenBench bench;
    Profile profile = bench.addProfile(u"Acme"_s);
    profile.overrides.api = server.url("");
    if (token)
        profile.overrides.iam = server.url("");
    QVERIFY(waitFor(bench.services().profiles.update(profile)).has_value());
    ExplorerScreen screen(bench.services());
    bench.show(screen);
    choose(screen, u"v10.listOrgs"_s);
    click(screen, pages ? "allPages" : "send");
    QTRY_COMPARE(server.requests().size(), pages ? 2 : 1);
    QCoreApplication::processEvents();
    const Watch watch;
    QTest::keyClick(part(screen.currentTab(), "cancel"), Qt::Key_Escape);
    QVERIFY(isShown(screen, "send"));
    QVERIFY(textOf(screen, "answerEmpty").contains(u"Cancelled"_s));
    QTRY_VERIFY(watch.beats() > 3);
    QVERIFY(isShown(screen, "send"));
    if (token)
        return;
    // The next request starts from a clean table.
    server.setHandler(answering(httpAnswer(200, "[]")));
    click(screen, "send");
    QTRY_COMPARE(bodyOf(screen), "[]"_ba);
}

ACX_WIDGET_TEST_MAIN(TestExplorerJourney)
#include "test_explorer_journey.moc"
