// SPDX-License-Identifier: GPL-3.0-or-later
// Requests that need a client id and secret from a real gnome-keyring, which lets them wait.
#include "app/explorer/history.h"
#include "tests/support/fault_server.h"
#include "tests/support/keyring.h"
#include "tests/support/run_canary.h"
#include "tests/ui/explorer_bench.h"
#include "ui/session.h"

#include <QAbstractButton>
#include <QPlainTextEdit>
#include <QTcpSocket>

using namespace Qt::StringLiterals;
using namespace acx;

class TestExplorerKeyring final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void k9_nothingGoesOutThatWasGivenUp_data();
    void k9_nothingGoesOutThatWasGivenUp();
    void k9_sendsWhatWasFilledInWhenItWasSent();

private:
    /// Shows an operation whose client lies in the keyring and was not read yet, called at the server.
    void open(const FaultServer &server);
    /// Sends while the keyring does not answer.
    void sendAndWait();
    /// What was asked of the keyring has arrived by then.
    void answerOfTheKeyring();
    [[nodiscard]] QPlainTextEdit &headers() const { return *part<QPlainTextEdit>(*m_screen, "requestHeaders"); }

    Keyring m_keyring;
    int m_count = 0;
    std::unique_ptr<ScreenBench> m_bench;
    std::unique_ptr<ExplorerScreen> m_screen;
    QString m_id; ///< of the definition
};

void TestExplorerKeyring::init()
{
    failOnAnyWarning();
    QVERIFY(Keyring::isPrivate());
    const QString folder = qEnvironmentVariable("HOME") + u"/files%1"_s.arg(++m_count);
    m_bench = std::make_unique<ScreenBench>(
        CompositionOptions{true, folder + "/profiles.json"_L1, folder + "/settings.ini"_L1});
    (void)m_bench->addProfile(u"Other"_s);
    (void)m_bench->addProfile(u"Acme"_s);
    m_screen = std::make_unique<ExplorerScreen>(m_bench->services());
    m_bench->show(*m_screen);
    QVERIFY(QTest::qWaitForWindowActive(m_screen.get()));
    QVERIFY(waitFor(m_bench->services().history.clear()));
}

void TestExplorerKeyring::cleanup()
{
    m_keyring.resume();
    m_screen.reset();
    m_bench.reset();
}

void TestExplorerKeyring::open(const FaultServer &server)
{
    DefinitionLibrary &definitions = m_bench->services().definitions;
    m_id = waitFor(definitions.openText("openapi: 3.0.3\ninfo: {title: Things, version: '1'}\nservers: [{url: '" +
                                        server.url("/v1").toEncoded() +
                                        "'}]\npaths:\n  /things:\n    post: {operationId: addThing}\n"
                                        "    get: {operationId: listThings}\n"))
               .value_or(QString());
    const QString origin = clientOriginOf(definitions.find(m_id).value_or(Definition()));
    QVERIFY(waitFor(definitions.setClient(m_id, origin, u"client-1"_s, Secret(runSecret()))));
    clickOperation(*m_screen, u"addThing"_s, m_id);
    QTRY_COMPARE(m_screen->currentTab().state().operationId, u"addThing"_s);
    headers().setPlainText(u"X-Note: as it was sent"_s);
}

void TestExplorerKeyring::sendAndWait()
{
    QVERIFY(m_keyring.stop());
    click(*m_screen, "send");
    QTRY_VERIFY(isShown(*m_screen, "cancel"));
    QTest::qWait(50);
    QVERIFY(isShown(*m_screen, "cancel"));
    QVERIFY(!isShown(*m_screen, "send"));
}

void TestExplorerKeyring::answerOfTheKeyring()
{
    QVERIFY(m_keyring.resume());
    QVERIFY(waitFor(m_bench->services().definitions.headersFor(m_id)));
    QTest::qWait(50);
}

void TestExplorerKeyring::k9_nothingGoesOutThatWasGivenUp_data()
{
    using Act = std::function<void(ScreenBench &, ExplorerScreen &, const QString &)>;
    QTest::addColumn<Act>("giveUp");
    QTest::newRow("K9 Esc") << Act([](ScreenBench &, ExplorerScreen &screen, const QString &) {
        part(screen, "cancel")->setFocus();
        QTest::keyClick(part(screen, "cancel"), Qt::Key_Escape);
    });
    QTest::newRow("K9 Cancel") << Act(
        [](ScreenBench &, ExplorerScreen &screen, const QString &) { click(screen, "cancel"); });
    QTest::newRow("K9 locked") << Act(
        [](ScreenBench &, ExplorerScreen &screen, const QString &) { screen.cancelRequests(); });
    QTest::newRow("K9 another operation") << Act([](ScreenBench &, ExplorerScreen &screen, const QString &id) {
        screen.openOperation(id, u"listThings"_s);
        QTRY_COMPARE(screen.currentTab().state().operationId, u"listThings"_s);
    });
    QTest::newRow("K9 another profile") << Act([](ScreenBench &bench, ExplorerScreen &, const QString &) {
        bench.services().session.select(bench.services().profiles.profiles().constFirst().id);
    });
    QTest::newRow("K9 closed") << Act([](ScreenBench &, ExplorerScreen &screen, const QString &) {
        QTest::keyClick(&screen, Qt::Key_W, Qt::ControlModifier);
    });
}

void TestExplorerKeyring::k9_nothingGoesOutThatWasGivenUp()
{
    using Act = std::function<void(ScreenBench &, ExplorerScreen &, const QString &)>;
    QFETCH(const Act, giveUp);
    FaultServer server;
    open(server);
    sendAndWait();
    giveUp(*m_bench, *m_screen, m_id);
    QVERIFY(isShown(m_screen->currentTab(), "send"));
    QVERIFY(!isShown(m_screen->currentTab(), "cancel"));
    answerOfTheKeyring();
    QCOMPARE(server.connections(), 0);
    QVERIFY(isShown(m_screen->currentTab(), "send"));
}

void TestExplorerKeyring::k9_sendsWhatWasFilledInWhenItWasSent()
{
    FaultServer server;
    open(server);
    sendAndWait();
    // Neither another change nor Ctrl+Enter once more makes another request of it.
    headers().setPlainText(u"X-Note: of a later moment"_s);
    QTest::keyClick(&headers(), Qt::Key_Return, Qt::ControlModifier);
    answerOfTheKeyring();
    QTRY_COMPARE(textOf(*m_screen, "answerStatus").left(3), u"200"_s);
    QCOMPARE(server.requests().size(), 1);
    QCOMPARE(server.requests().first().header("X-Note"), "as it was sent"_ba);
    QCOMPARE(server.requests().first().header("X-IBM-Client-Secret"), runSecret());
    History &history = m_bench->services().history;
    QTRY_COMPARE(waitFor(history.find({})).value_or(HistoryPage()).rows.size(), 1);
    const Result<HistoryEntry> entry = waitFor(history.read(waitFor(history.find({}))->rows.constFirst().id));
    QVERIFY(entry && entry->state);
    QCOMPARE(entry->state->headerText, u"X-Note: as it was sent"_s);
    // What is filled in now stays.
    QCOMPARE(m_screen->currentTab().state().headerText, u"X-Note: of a later moment"_s);
}

ACX_WIDGET_TEST_MAIN(TestExplorerKeyring)
#include "test_explorer_keyring.moc"
