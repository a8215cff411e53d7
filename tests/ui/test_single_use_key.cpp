// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/explorer/request_sender.h"
#include "tests/support/test_main.h"
#include "tests/ui/window_bench.h"
#include "ui/session.h"
#include "ui/tokens/token_card.h"

#include <QAbstractButton>
#include <QApplication>
#include <QClipboard>
#include <QRegularExpression>

using namespace Qt::StringLiterals;
using namespace acx;

namespace {

/// The window on a profile whose key may be good for one exchange only.
struct Stage : WindowBench
{
    Stage()
    {
        const SandboxInfo &sandbox = bench.sandbox();
        Profile draft;
        draft.name = u"Once"_s;
        draft.deployment = DeploymentKind::Saas;
        draft.region = u"us-east-a"_s;
        draft.overrides.api = sandbox.endpoints.api;
        draft.overrides.platform = sandbox.endpoints.platform;
        draft.clientId = sandbox.clientId;
        draft.singleUseKey = true;
        ApiKey key;
        key.value = sandbox.platformApiKey;
        const Result<Profile> added = waitFor(
            bench.services().profiles.add(draft, key, ClientCredentials{sandbox.clientId, sandbox.clientSecret, {}}));
        if (!added)
            qFatal("%s", qPrintable(added.error().message()));
        bench.services().session.select(added->id);
        window->showPlace(Place::Tokens);
    }
    [[nodiscard]] TokenNeed need() { return bench.services().session.need(TokenKind::Platform); }
    [[nodiscard]] bool isUntouched()
    {
        TokenBroker &broker = bench.services().broker;
        return !broker.state(need()).exchanging && broker.exchangesInLastHour() == 0;
    }
    [[nodiscard]] bool hasToken() { return bench.services().broker.state(need()).token.has_value(); }
    [[nodiscard]] TokenCard &card() const { return *part<TokenCard>(*window, "tokenCard-platform"); }
    void use(const QString &way) const
    {
        if (way == "pill"_L1)
            click(*window, "pillCopy");
        else if (way == "keys"_L1)
            keys(Qt::Key_C, Qt::ControlModifier | Qt::ShiftModifier);
        else
            command(way);
    }
};

} // namespace

/// Row E7 at the window: a warning comes before the only use of a key, whatever it is that would use it.
class TestSingleUseKey final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u"^(?!This plugin does not support )"_s)); }
    void barAsksFirst_data();
    void barAsksFirst();
    void cardAsksFirst_data();
    void cardAsksFirst();
    void questionEndsWithItsPoint();
    void forgettingAsksFirst();
    void requestDoesNotSpendIt();
    void nothingPromisesARenewal();
};

void TestSingleUseKey::barAsksFirst_data()
{
    QTest::addColumn<QString>("way");
    QTest::addColumn<QString>("copied"); ///< what it begins with
    QTest::newRow("E7 token pill") << u"pill"_s << QString();
    QTest::newRow("E7 copy by the keys") << u"keys"_s << u"Bearer "_s;
    QTest::newRow("E7 copy by the palette") << u"copy as header"_s << u"Authorization: "_s;
    QTest::newRow("E7 renew by the palette") << u"renew the token"_s << QString();
}

void TestSingleUseKey::barAsksFirst()
{
    QFETCH(const QString, way);
    QFETCH(const QString, copied);
    Stage stage;
    stage.use(way);
    QTRY_VERIFY(isShown(*stage.window, "messageAction"));
    QVERIFY(textOf(*stage.window, "messageText").contains(u"only once"_s));
    QTest::qWait(100);
    QVERIFY(stage.isUntouched());
    QVERIFY(QGuiApplication::clipboard()->text().isEmpty());
    click(*stage.window, "messageAction");
    QTRY_VERIFY(stage.hasToken());
    QCOMPARE(stage.bench.services().broker.exchangesInLastHour(), 1);
    QTRY_VERIFY(QGuiApplication::clipboard()->text().startsWith(copied));
    QCOMPARE(QGuiApplication::clipboard()->text().isEmpty(), copied.isEmpty());
}

void TestSingleUseKey::questionEndsWithItsPoint()
{
    {
        Stage stage;
        stage.use(u"pill"_s);
        QTRY_VERIFY(isShown(*stage.window, "messageAction"));
        click(stage.card(), "cardGet");
        click(stage.card(), "cardSpend");
        QTRY_VERIFY(stage.hasToken());
        QVERIFY(!isShown(*stage.window, "messageAction"));
    }
    Stage stage;
    click(stage.card(), "cardGet");
    QVERIFY(isShown(stage.card(), "cardQuestion"));
    stage.use(u"pill"_s);
    QTRY_VERIFY(isShown(*stage.window, "messageAction"));
    click(*stage.window, "messageAction");
    QTRY_VERIFY(stage.hasToken());
    QTRY_VERIFY(!isShown(stage.card(), "cardQuestion"));
    // Of another profile nothing is asked any more.
    stage.bench.services().broker.forgetAll();
    stage.use(u"pill"_s);
    QTRY_VERIFY(isShown(*stage.window, "messageAction"));
    (void)stage.bench.addProfile(u"Other"_s); // and is chosen
    QTRY_VERIFY(!isShown(*stage.window, "messageAction"));
}

void TestSingleUseKey::cardAsksFirst_data()
{
    QTest::addColumn<QByteArray>("button");
    QTest::newRow("E7 get") << "cardGet"_ba;
    QTest::newRow("E7 renew all") << "renewAll"_ba;
}

void TestSingleUseKey::cardAsksFirst()
{
    QFETCH(const QByteArray, button);
    Stage stage;
    QVERIFY(!isShown(stage.card(), "cardQuestion"));
    click(*stage.window, button.constData());
    QVERIFY(isShown(stage.card(), "cardQuestion"));
    QTest::qWait(100);
    QVERIFY(stage.isUntouched());
    click(stage.card(), "cardKeep");
    QVERIFY(!isShown(stage.card(), "cardQuestion"));
    click(*stage.window, button.constData());
    click(stage.card(), "cardSpend");
    QVERIFY(!isShown(stage.card(), "cardQuestion"));
    QTRY_VERIFY(stage.hasToken());
    // Once it is there, it is copied without a question; a second exchange needs another word.
    click(stage.card(), "cardCopyBearer");
    QTRY_VERIFY(QGuiApplication::clipboard()->text().startsWith("Bearer "_L1));
    QGuiApplication::clipboard()->clear();
    click(stage.card(), "cardRenew");
    QVERIFY(isShown(stage.card(), "cardQuestion"));
    QTest::qWait(100);
    QCOMPARE(stage.bench.services().broker.exchangesInLastHour(), 1);
}

void TestSingleUseKey::forgettingAsksFirst()
{
    Stage stage;
    click(stage.card(), "cardGet");
    click(stage.card(), "cardSpend");
    QTRY_VERIFY(stage.hasToken());
    click(stage.card(), "cardForget");
    QVERIFY(isShown(stage.card(), "cardLossQuestion"));
    QVERIFY(stage.hasToken());
    click(stage.card(), "cardKeepToken");
    QVERIFY(!isShown(stage.card(), "cardLossQuestion"));
    QVERIFY(stage.hasToken());
    // One question at a time.
    click(stage.card(), "cardForget");
    click(stage.card(), "cardRenew");
    QVERIFY(!isShown(stage.card(), "cardLossQuestion"));
    click(stage.card(), "cardForget");
    QVERIFY(!isShown(stage.card(), "cardQuestion"));
    click(stage.card(), "cardForgetAnyway");
    QVERIFY(!stage.hasToken());
    QVERIFY(!isShown(stage.card(), "cardLossQuestion"));
    QVERIFY(isShown(stage.card(), "cardGet"));
}

void TestSingleUseKey::requestDoesNotSpendIt()
{
    Stage stage;
    PreparedRequest request;
    request.method = "GET"_ba;
    request.url = stage.bench.sandbox().endpoints.api;
    request.tokenKind = TokenKind::Platform;
    const Result<Exchange> sent =
        waitFor(stage.bench.services().sender.send(request, stage.need().profile, SendOptions()));
    QCOMPARE(sent.error().kind, ErrorKind::Unsupported);
    QVERIFY(sent.error().nextStep.contains(u"Tokens screen"_s));
    QVERIFY(stage.isUntouched());
    QCOMPARE(textOf(*stage.window, "pillKind"), u"No token yet"_s);
}

void TestSingleUseKey::nothingPromisesARenewal()
{
    Stage stage;
    QVERIFY(!stage.card().findChildren<QLabel *>().isEmpty());
    QStringList told;
    for (const QLabel *label : stage.card().findChildren<QLabel *>())
        told << label->text();
    QVERIFY(told.join(u'\n').contains(u"cannot be renewed"_s));
    QVERIFY(!told.join(u'\n').contains(u"renewed by itself"_s));
    click(stage.card(), "cardGet");
    click(stage.card(), "cardSpend");
    QTRY_VERIFY(stage.hasToken());
    const QString line = part<QWidget>(stage.card(), "cardTimeLine")->accessibleName();
    QVERIFY2(line.contains(u"is not renewed"_s), qPrintable(line));
    stage.window->grab(); // draws the line without a mark
    stage.keys(Qt::Key_L);
    QTRY_VERIFY(isShown(*stage.window, "lockMeaning"));
    QVERIFY(textOf(*stage.window, "lockMeaning").contains(u"unless the key may be used only once"_s));
}

ACX_WIDGET_TEST_MAIN(TestSingleUseKey)
#include "test_single_use_key.moc"
