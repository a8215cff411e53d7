// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/explorer/history.h"
#include "app/explorer/snippet.h"
#include "tests/support/fault_server.h"
#include "tests/ui/explorer_bench.h"

#include <QAbstractButton>
#include <QComboBox>
#include <QPlainTextEdit>
#include <QTcpSocket>
#include <QTemporaryDir>

using namespace Qt::StringLiterals;
using namespace acx;

namespace {

/// POST of `path` and GET of /things, called at `base`; empty = the person has to say where.
QByteArray thingsAt(const QUrl &base, const QByteArray &path = "/things")
{
    const QByteArray servers = base.isEmpty() ? QByteArray() : "servers: [{url: '" + base.toEncoded() + "'}]\n";
    return "openapi: 3.0.3\ninfo: {title: Things, version: '1'}\n" + servers + "paths:\n  '" + path +
           "':\n    post: {operationId: addThing, summary: Add a thing}\n"
           "  /list:\n    get: {operationId: listThings, summary: List things}\n";
}

void writeTo(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(file.write(bytes), bytes.size());
}

} // namespace

/// Operations of an opened API definition, in tabs that stay open while the definition changes.
class TestExplorerDefinitions final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void sendsToTheBaseUrlAsItIs_data();
    void sendsToTheBaseUrlAsItIs();
    void sendsNothingWithoutItsDefinition();
    void aPathNamesNoOtherHost();
    void recordsTheOperationThatWasSent();
    void showsTheFormAsItIsNow();
    void codeSaysWhatIsSent_data();
    void codeSaysWhatIsSent();

private:
    static DefinitionLibrary &definitions(ScreenBench &bench) { return bench.services().definitions; }
    void openOperation(const QString &operationId)
    {
        clickOperation(*m_screen, operationId, m_id);
        QTRY_COMPARE(m_screen->currentTab().state().operationId, operationId);
    }
    /// A definition from a file, called at the server `before`.
    void openAt(const QByteArray &text)
    {
        writeTo(m_folder.filePath(u"things.yaml"_s), text);
        m_id = waitFor(definitions(*m_bench).openFile(m_folder.filePath(u"things.yaml"_s))).value_or(QString());
        QVERIFY(!m_id.isEmpty());
    }
    [[nodiscard]] QString shownAddress() const { return part(*m_screen, "requestPath")->toolTip(); }
    [[nodiscard]] QString code() const
    {
        part<QTabWidget>(*m_screen, "requestTabs")->setCurrentWidget(part(*m_screen, "requestCode"));
        return isShown(*m_screen, "codeProblem") ? textOf(*m_screen, "codeProblem") : textOf(*m_screen, "codeText");
    }

    QTemporaryDir m_folder;
    std::unique_ptr<ScreenBench> m_bench;
    std::unique_ptr<ExplorerScreen> m_screen;
    QString m_id; ///< of the definition
};

void TestExplorerDefinitions::init()
{
    failOnAnyWarning();
    m_bench = std::make_unique<ScreenBench>();
    (void)m_bench->addProfile(u"Acme"_s);
    m_screen = std::make_unique<ExplorerScreen>(m_bench->services());
    m_bench->show(*m_screen);
}

void TestExplorerDefinitions::cleanup()
{
    m_screen.reset();
    m_bench.reset();
}

void TestExplorerDefinitions::sendsToTheBaseUrlAsItIs_data()
{
    QTest::addColumn<bool>("isReread");
    QTest::newRow("changed by hand") << false;
    QTest::newRow("read again") << true;
}

void TestExplorerDefinitions::sendsToTheBaseUrlAsItIs()
{
    QFETCH(const bool, isReread);
    FaultServer production;
    FaultServer staging;
    openAt(thingsAt(production.url("/v1")));
    openOperation(u"addThing"_s);
    QCOMPARE(shownAddress(), production.url("/v1/things").toString());
    if (isReread) {
        writeTo(m_folder.filePath(u"things.yaml"_s), thingsAt(staging.url("/v2")));
        QVERIFY(waitFor(definitions(*m_bench).reread(m_id)));
    } else {
        QVERIFY(waitFor(definitions(*m_bench).setBase(m_id, staging.url("/v2"))));
    }
    QCOMPARE(shownAddress(), staging.url("/v2/things").toString());
    QVERIFY2(code().contains(staging.url("/v2/things").toString()), qPrintable(code()));
    click(*m_screen, "send");
    QTRY_COMPARE(textOf(*m_screen, "answerStatus").left(3), u"200"_s);
    QCOMPARE(staging.requests().size(), 1);
    QCOMPARE(staging.requests().first().method, "POST"_ba);
    QCOMPARE(staging.requests().first().target, "/v2/things"_ba);
    QCOMPARE(production.connections(), 0);
}

/// Neither to where it was called before nor to the profile's own host.
void TestExplorerDefinitions::sendsNothingWithoutItsDefinition()
{
    FaultServer server;
    openAt(thingsAt(server.url("/v1")));
    openOperation(u"addThing"_s);
    writeTo(m_folder.filePath(u"things.yaml"_s), thingsAt({}));
    QVERIFY(waitFor(definitions(*m_bench).reread(m_id)));
    QCOMPARE(shownAddress(), u"/things"_s);
    QVERIFY2(code().contains(u"does not say where it is called"_s), qPrintable(code()));
    click(*m_screen, "send");
    QTRY_VERIFY(isShown(*m_screen, "requestNotice"));
    QVERIFY(textOf(*m_screen, "requestNoticeTitle").contains(u"does not say where it is called"_s));

    QVERIFY(waitFor(definitions(*m_bench).remove(m_id)));
    QVERIFY2(code().contains(u"not open any more"_s), qPrintable(code()));
    click(*m_screen, "send");
    QTRY_VERIFY(textOf(*m_screen, "requestNoticeTitle").contains(u"not open any more"_s));
    QCOMPARE(server.connections(), 0);
}

void TestExplorerDefinitions::aPathNamesNoOtherHost()
{
    FaultServer server;
    FaultServer other;
    openAt(thingsAt(server.url("/v1"), other.url("/taken").toEncoded()));
    openOperation(u"addThing"_s);
    click(*m_screen, "send");
    QTRY_COMPARE(server.requests().size(), 1);
    QCOMPARE(server.requests().first().target, "/v1/" + other.url("/taken").toEncoded());
    QCOMPARE(other.connections(), 0);
}

void TestExplorerDefinitions::recordsTheOperationThatWasSent()
{
    FaultServer server;
    QTcpSocket *asking = nullptr;
    server.setHandler([&asking](QTcpSocket &socket, const RecordedRequest &) { asking = &socket; });
    openAt(thingsAt(server.url("/v1")));
    openOperation(u"addThing"_s);
    click(*m_screen, "send");
    QTRY_VERIFY(asking);
    // Another one is shown in the same tab before the answer comes.
    clickOperation(*m_screen, u"v10.listOrgs"_s);
    QTRY_COMPARE(m_screen->currentTab().state().operationId, u"v10.listOrgs"_s);
    asking->write(httpAnswer(200));
    QTRY_COMPARE(textOf(*m_screen, "answerStatus").left(3), u"200"_s);
    const HistoryPage page = waitFor(m_bench->services().history.find({})).value_or(HistoryPage());
    QCOMPARE(page.rows.size(), 1);
    QCOMPARE(page.rows.first().catalogId, m_id);
    QCOMPARE(page.rows.first().operationId, u"addThing"_s);
    QCOMPARE(page.rows.first().title, u"Add a thing"_s);
    QCOMPARE(page.rows.first().status, 200);
}

void TestExplorerDefinitions::showsTheFormAsItIsNow()
{
    FaultServer server;
    const auto withParameters = [&server](const QByteArray &parameters) {
        return thingsAt(server.url("/v1")).replace("Add a thing", "Add a thing, parameters: [" + parameters + ']');
    };
    const QByteArray note = "{name: note, in: query, schema: {type: string}}";
    openAt(withParameters(note));
    openOperation(u"addThing"_s);
    RequestState filled = m_screen->currentTab().state();
    filled.values = {{u"note"_s, u"kept"_s}};
    m_screen->currentTab().openState(filled);
    QTRY_COMPARE(m_screen->currentTab().state().values, filled.values);
    writeTo(m_folder.filePath(u"things.yaml"_s),
            withParameters(note + ", {name: must, in: query, required: true, schema: {type: string}}"));
    QVERIFY(waitFor(definitions(*m_bench).reread(m_id)));
    QTRY_VERIFY(m_screen->findChild<QWidget *>(u"parameter:query:must"_s));
    QCOMPARE(m_screen->currentTab().state().values, filled.values);
    click(*m_screen, "send");
    QTRY_VERIFY(isShown(*m_screen, "problem:query:must"));
    QCOMPARE(server.connections(), 0);
}

void TestExplorerDefinitions::codeSaysWhatIsSent_data()
{
    QTest::addColumn<SnippetLanguage>("language");
    for (const SnippetLanguage language : snippetLanguages())
        QTest::newRow(qPrintable(displayName(language))) << language;
}

/// Client id and secret by name, never their values, and no token: as Send does it.
void TestExplorerDefinitions::codeSaysWhatIsSent()
{
    QFETCH(const SnippetLanguage, language);
    FaultServer server;
    openAt(thingsAt(server.url("/v1")));
    openOperation(u"addThing"_s);
    auto *languages = part<QComboBox>(*m_screen, "codeLanguage");
    languages->setCurrentIndex(languages->findData(static_cast<int>(language)));
    QVERIFY2(!code().contains(u"X-IBM-Client-"_s), qPrintable(code()));
    const QString origin = clientOriginOf(definitions(*m_bench).find(m_id).value());
    QVERIFY(waitFor(definitions(*m_bench).setClient(m_id, origin, u"client-4711"_s, Secret("kept-4711"))));
    for (const char *expected :
         {"X-IBM-Client-Id", "SECRET_X_IBM_CLIENT_ID", "X-IBM-Client-Secret", "X_IBM_CLIENT_SECRET"})
        QVERIFY2(code().contains(QLatin1StringView(expected)), qPrintable(code()));
    for (const char *unexpected : {"4711", "acx token", "APIC_TOKEN", "Authorization", "Bearer"})
        QVERIFY2(!code().contains(QLatin1StringView(unexpected)), qPrintable(code()));

    // One that the person typed takes the place of what is kept, in both.
    part<QPlainTextEdit>(*m_screen, "requestHeaders")->setPlainText(u"X-IBM-Client-Id: typed-one"_s);
    QVERIFY2(code().contains(u"typed-one"_s), qPrintable(code()));
    QVERIFY2(!code().contains(u"SECRET_X_IBM_CLIENT_ID"_s), qPrintable(code()));
    click(*m_screen, "send");
    QTRY_COMPARE(server.requests().size(), 1);
    QCOMPARE(server.requests().first().header("X-IBM-Client-Id"), "typed-one"_ba);
    QCOMPARE(server.requests().first().header("X-IBM-Client-Secret"), "kept-4711"_ba);
    QVERIFY(server.requests().first().header("Authorization").isEmpty());
    QTRY_VERIFY(isShown(*m_screen, "send"));

    // They were given for that place, and go to no other.
    FaultServer other;
    writeTo(m_folder.filePath(u"things.yaml"_s), thingsAt(other.url("/v1")));
    QVERIFY(waitFor(definitions(*m_bench).reread(m_id)));
    QVERIFY2(code().contains(other.url("/v1/things").toString()), qPrintable(code()));
    QVERIFY2(!code().contains(u"X-IBM-Client-Secret"_s), qPrintable(code()));
}

ACX_WIDGET_TEST_MAIN(TestExplorerDefinitions)
#include "test_explorer_definitions.moc"
