// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/http/http_client.h"
#include "app/network/network_setup.h"
#include "app/tokens/token_broker.h"
#include "tests/support/test_main.h"
#include "tests/support/wait.h"
#include "tests/ui/window_bench.h"
#include "ui/sandbox_profile.h"
#include "ui/session.h"
#include "ui/settings/app_settings.h"
#include "ui/shell/token_pill.h"
#include "ui/theme/theme.h"
#include "ui/widgets/secret_clipboard.h"

#include <QAbstractButton>
#include <QApplication>
#include <QClipboard>
#include <QListWidget>
#include <QMenu>
#include <QMimeData>
#include <QRegularExpression>
#include <QScopeGuard>

#include <cstdlib>

using namespace Qt::StringLiterals;
using namespace acx;
using namespace std::chrono_literals;

namespace {

/// Sets the sandbox's clock against the real one.
void shiftClock(ScreenBench &bench, int seconds)
{
    HttpRequest request;
    request.method = "POST";
    request.url = bench.sandbox().endpoints.api;
    request.url.setPath(u"/sandbox/knobs"_s);
    request.headers = {{"Content-Type"_ba, "application/json"_ba}};
    request.body = R"({"clock_offset":)" + QByteArray::number(seconds) + '}';
    const Result<HttpResponse> response = waitFor(bench.services().http.send(request));
    if (!response || response->status != 200)
        qFatal("The sandbox's clock could not be set.");
}

} // namespace

class TestMainWindow : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init()
    {
        // The off-screen platform says so of sizes, menus and the order of windows.
        QTest::failOnWarning(QRegularExpression(u"^(?!This plugin does not support )"_s));
        QGuiApplication::clipboard()->clear();
    }

    void beginsWithWelcome()
    {
        WindowBench stage;
        QCOMPARE(stage.window->place(), Place::Welcome);
        QVERIFY(isShown(*stage.window, "chooseFile"));
        QVERIFY(!isShown(*stage.window, "tokenPill"));
        QVERIFY(part<QAbstractButton>(*stage.window, "railProfiles")->isChecked());
        // What is not shown is not built.
        for (const char *name : {"explorerScreen", "tokensScreen", "profilesScreen", "historyScreen", "settingsScreen"})
            QVERIFY2(stage.screen(name) == nullptr, name);
    }

    void railLeadsEverywhere_data()
    {
        QTest::addColumn<QString>("button");
        QTest::addColumn<int>("key");
        QTest::addColumn<QString>("screen");
        QTest::newRow("explorer") << u"railExplorer"_s << int(Qt::Key_1) << u"explorerScreen"_s;
        QTest::newRow("tokens") << u"railTokens"_s << int(Qt::Key_2) << u"tokensScreen"_s;
        QTest::newRow("profiles") << u"railProfiles"_s << int(Qt::Key_3) << u"profilesScreen"_s;
        QTest::newRow("history") << u"railHistory"_s << int(Qt::Key_4) << u"historyScreen"_s;
        QTest::newRow("settings") << u"railSettings"_s << int(Qt::Key_5) << u"settingsScreen"_s;
    }
    void railLeadsEverywhere()
    {
        QFETCH(QString, button);
        QFETCH(int, key);
        QFETCH(QString, screen);
        const bool fromTokens = screen != "tokensScreen"_L1;
        WindowBench stage(1);
        stage.window->showPlace(fromTokens ? Place::Tokens : Place::Settings);
        click(*stage.window, button.toLatin1().constData());
        QVERIFY(part<QWidget>(*stage.window, screen.toLatin1().constData())->isVisible());
        stage.window->showPlace(fromTokens ? Place::Tokens : Place::Settings);
        stage.keys(static_cast<Qt::Key>(key));
        QVERIFY(part<QWidget>(*stage.window, screen.toLatin1().constData())->isVisible());
        QVERIFY(part<QAbstractButton>(*stage.window, button.toLatin1().constData())->isChecked());
    }

    void startsWithATokenForAProfile()
    {
        WindowBench stage(1);
        QCOMPARE(stage.window->place(), Place::Tokens);
        QVERIFY(stage.tokenArrives());
        QVERIFY(QRegularExpression(u"^(59:\\d\\d|1:00:00)$"_s).match(textOf(*stage.window, "pillTime")).hasMatch());
        QCOMPARE(textOf(*stage.window, "pillKind"), u"IAM access token"_s);
        QTRY_COMPARE(textOf(*stage.window, "statusRight"), u"1 token service call in this hour"_s);
    }

    void asksNoTokenForTheProfileThatIsLeft()
    {
        ScreenBench bench;
        (void)bench.addProfile(u"Stored"_s);
        const MainWindow window(bench.services(), MainWindow::Start::NextProfile);
        const TokenNeed stored = bench.services().session.need(TokenKind::Iam);
        QVERIFY(!bench.services().broker.state(stored).exchanging);
        (void)bench.addProfile(u"Sandbox"_s);
        QVERIFY(bench.services().broker.state(bench.services().session.need(TokenKind::Iam)).exchanging);
        QVERIFY(!bench.services().broker.state(stored).token);
    }

    void pillCopiesTheBearerToken()
    {
        WindowBench stage(1);
        QVERIFY(stage.tokenArrives());
        click(*stage.window, "pillCopy");
        QTRY_VERIFY(QGuiApplication::clipboard()->text().startsWith("Bearer eyJ"_L1));
        QVERIFY(QGuiApplication::clipboard()->mimeData()->hasFormat(u"x-kde-passwordManagerHint"_s));
        QVERIFY(textOf(*stage.window, "statusLeft").startsWith(u"● Bearer token copied. The clipboard clears in "_s));
        stage.bench.services().clipboard.clearNow();
        QVERIFY(!textOf(*stage.window, "statusLeft").contains(u"copied"_s));
        QVERIFY(QGuiApplication::clipboard()->text().isEmpty());
        stage.keys(Qt::Key_C, Qt::ControlModifier | Qt::ShiftModifier);
        QTRY_VERIFY(QGuiApplication::clipboard()->text().startsWith("Bearer eyJ"_L1));
    }

    void pillTellsAFailure()
    {
        WindowBench stage;
        Profile draft;
        draft.name = u"Nowhere"_s;
        draft.deployment = DeploymentKind::Custom;
        draft.overrides.api = draft.overrides.iam = QUrl(u"http://127.0.0.1:1"_s);
        ApiKey key;
        key.value = Secret(QByteArray(44, 'n'));
        const Result<Profile> added = waitFor(stage.bench.services().profiles.add(draft, key));
        QVERIFY(added.has_value());
        stage.bench.services().session.select(added->id);
        QTRY_COMPARE(part<QAbstractButton>(*stage.window, "pillCopy")->text(), u"Try again"_s);
        click(*stage.window, "pillCopy");
        QTRY_VERIFY(isShown(*stage.window, "messageBar"));
        QVERIFY(!textOf(*stage.window, "messageText").isEmpty());
        QVERIFY(QApplication::activeModalWidget() == nullptr);
    }

    void aSingleUseKeyIsNotSpentUnasked()
    {
        WindowBench stage;
        Profile draft;
        draft.name = u"Once"_s;
        draft.deployment = DeploymentKind::Custom;
        draft.overrides = stage.bench.sandbox().endpoints;
        draft.singleUseKey = true;
        ApiKey key;
        key.value = stage.bench.sandbox().apiKey;
        const Result<Profile> added = waitFor(stage.bench.services().profiles.add(draft, key));
        QVERIFY(added.has_value());
        stage.bench.services().session.select(added->id);
        stage.window->showPlace(Place::Tokens);
        QCOMPARE(textOf(*stage.window, "pillKind"), u"No token yet"_s);
        QVERIFY(!stage.bench.services().broker.state(stage.bench.services().session.need(TokenKind::Iam)).exchanging);
    }

    void profileMenuSwitches()
    {
        WindowBench stage(2);
        const QList<Profile> profiles = stage.bench.services().profiles.profiles();
        auto *switcher = part<QAbstractButton>(*stage.window, "profileSwitcher");
        QVERIFY(switcher->accessibleName().contains(u"Profile 2"_s));
        QTest::mouseClick(switcher, Qt::LeftButton);
        auto *menu = part<QMenu>(*stage.window, "profileMenu");
        QTRY_VERIFY(menu->isVisible());
        QAction *first = nullptr;
        for (QAction *action : menu->actions()) {
            if (action->objectName() == profiles[0].id.toString(QUuid::WithoutBraces))
                first = action;
        }
        QVERIFY(first != nullptr && !first->isChecked());
        first->trigger();
        menu->close();
        QCOMPARE(stage.bench.services().session.profile()->id, profiles[0].id);
        QVERIFY(switcher->accessibleName().contains(u"Profile 1"_s));
    }

    void paletteFindsByAnyWord()
    {
        WindowBench stage(2);
        stage.keys(Qt::Key_K);
        auto *palette = part<QWidget>(*stage.window, "commandPalette");
        auto *field = part<QLineEdit>(*stage.window, "paletteField");
        auto *list = part<QListWidget>(*stage.window, "paletteList");
        QVERIFY(palette->isVisible());
        const int all = list->count();
        QTest::keyClicks(field, u"theme dark"_s);
        QCOMPARE(list->count(), 1);
        QTest::keyClick(field, Qt::Key_Escape);
        QVERIFY(!palette->isVisible());
        click(*stage.window, "paletteButton");
        QVERIFY(palette->isVisible());
        QCOMPARE(list->count(), all);
        QTest::keyClick(field, Qt::Key_Down);
        QCOMPARE(list->currentRow(), 1);
        QTest::keyClick(field, Qt::Key_Up);
        QTest::keyClick(field, Qt::Key_Up);
        QCOMPARE(list->currentRow(), all - 1); // around the end
        QTest::keyClicks(field, u"no such thing"_s);
        QCOMPARE(list->count(), 1);
        QTest::keyClick(field, Qt::Key_Return); // nothing to run
        QVERIFY(palette->isVisible());
    }

    void paletteRuns()
    {
        WindowBench stage(2);
        stage.command(u"go settings"_s);
        QCOMPARE(stage.window->place(), Place::Settings);
        stage.command(u"dark theme"_s);
        QCOMPARE(stage.bench.services().settings.themeMode(), ThemeMode::Dark);
        QVERIFY(stage.bench.services().theme.isDark());
        stage.command(u"switch 1"_s);
        QCOMPARE(stage.bench.services().session.profile()->name, u"Profile 1"_s);
        QVERIFY(stage.tokenArrives());
        stage.command(u"copy header"_s);
        QTRY_VERIFY(QGuiApplication::clipboard()->text().startsWith("Authorization: Bearer "_L1));
        stage.command(u"clear clipboard"_s);
        QVERIFY(QGuiApplication::clipboard()->text().isEmpty());
        stage.command(u"import"_s);
        QCOMPARE(stage.window->place(), Place::Welcome);
        const int calls = stage.bench.services().broker.exchangesInLastHour();
        stage.command(u"renew"_s);
        QTRY_COMPARE(stage.bench.services().broker.exchangesInLastHour(), calls + 1);
    }

    void messageGoesWithThePlace()
    {
        WindowBench stage(1);
        Message message;
        message.text = u"Something happened."_s;
        stage.window->showMessage(message);
        QVERIFY(isShown(*stage.window, "messageBar"));
        stage.window->showPlace(Place::Settings);
        QVERIFY(!isShown(*stage.window, "messageBar"));
    }

    void historySaysThatNothingWasSent()
    {
        WindowBench stage(1);
        stage.window->showPlace(Place::History);
        QTRY_VERIFY(isShown(*stage.window, "historyEmptyText"));
        const auto *text = part<QLabel>(*stage.window, "historyEmptyText");
        QTRY_VERIFY(text->height() >= text->heightForWidth(text->width()));
        click(*stage.window, "historyGoExplorer");
        QCOMPARE(stage.window->place(), Place::Explorer);
    }

    void e6_skewAboveAMinuteIsTold_data()
    {
        QTest::addColumn<int>("offset");
        QTest::addColumn<bool>("isTold");
        QTest::newRow("E6 none") << 0 << false;
        QTest::newRow("E6 30 s ahead") << 30 << false;
        QTest::newRow("E6 30 s behind") << -30 << false;
        QTest::newRow("E6 120 s ahead") << 120 << true;
        QTest::newRow("E6 120 s behind") << -120 << true;
    }
    void e6_skewAboveAMinuteIsTold()
    {
        QFETCH(int, offset);
        QFETCH(bool, isTold);
        WindowBench stage;
        const auto rightAgain = qScopeGuard([&stage] { shiftClock(stage.bench, 0); });
        shiftClock(stage.bench, offset);
        (void)stage.bench.addProfile(u"Shifted"_s);
        QVERIFY(stage.tokenArrives());
        QCOMPARE(isShown(*stage.window, "messageBar"), isTold);
        if (!isTold)
            return;
        // The service counts whole seconds, and the answer takes its time.
        const QString told = textOf(*stage.window, "messageText");
        static const QRegularExpression sentence(
            u"^This computer's clock and the token service's differ by (\\d+) s\\."_s);
        const int seconds = sentence.match(told).captured(1).toInt();
        QVERIFY2(seconds > 60 && std::abs(seconds - 120) <= 30, qPrintable(told));
        QVERIFY(textOf(*stage.window, "messageNextStep").contains("Set the clock right"_L1));
        QVERIFY(QApplication::activeModalWidget() == nullptr);
    }

    void sandboxProfileServesEveryKindOfToken()
    {
        WindowBench stage;
        AppServices &services = stage.bench.services();
        const Result<Profile> added = waitFor(addSandboxProfile(services.profiles, stage.bench.sandbox()));
        QVERIFY(added.has_value());
        QVERIFY(added->sessionOnly);
        services.session.select(added->id);
        QVERIFY(stage.tokenArrives());
        QCOMPARE(services.session.placeText(), u"Sandbox"_s);
    }

    void tellsAnAuthorityFileThatIsGone()
    {
        WindowBench stage(1);
        QVERIFY(waitFor(stage.bench.services().settings.setAuthorityFiles({u"/nowhere/company-ca.pem"_s})).has_value());
        QTRY_VERIFY(isShown(*stage.window, "messageBar"));
        QVERIFY(textOf(*stage.window, "messageText").contains(u"company-ca.pem"_s));
        // A window that opens later tells it too.
        const MainWindow later(stage.bench.services());
        QVERIFY(textOf(later, "messageText").contains(u"company-ca.pem"_s));
        QVERIFY(waitFor(stage.bench.services().settings.setAuthorityFiles({})).has_value());
        QVERIFY(stage.bench.services().network.problems().isEmpty());
    }

    void geometryIsKept()
    {
        WindowBench stage;
        stage.window->resize(1010, 710);
        stage.window->close();
        QVERIFY(!stage.bench.services().settings.windowGeometry().isEmpty());
        const MainWindow again(stage.bench.services());
        QCOMPARE(again.size(), QSize(1010, 710));
    }

    void everyControlOfTheFrameHasAName()
    {
        WindowBench stage(1);
        for (const char *frame : {"topBar", "rail", "statusBar", "messageBar"}) {
            for (const QAbstractButton *button : part<QWidget>(*stage.window, frame)->findChildren<QAbstractButton *>())
                QVERIFY2(!button->accessibleName().isEmpty() || !button->text().isEmpty() ||
                             button->objectName() == "messageAction"_L1,
                         qPrintable(button->objectName()));
        }
    }

    void timeIsShownAsAClock()
    {
        QCOMPARE(clockText(0s), u"0:00"_s);
        QCOMPARE(clockText(-5s), u"0:00"_s);
        QCOMPARE(clockText(59s), u"0:59"_s);
        QCOMPARE(clockText(2832s), u"47:12"_s);
        QCOMPARE(clockText(3600s), u"1:00:00"_s);
        QCOMPARE(clockText(28798s), u"7:59:58"_s);
    }
};

ACX_WIDGET_TEST_MAIN(TestMainWindow)
#include "test_main_window.moc"
