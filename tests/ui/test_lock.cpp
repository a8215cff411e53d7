// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/tokens/token_broker.h"
#include "tests/support/fake_clock.h"
#include "tests/support/wait.h"
#include "tests/ui/explorer_bench.h"
#include "ui/lock/app_lock.h"
#include "ui/main_window.h"
#include "ui/session.h"
#include "ui/settings/app_settings.h"
#include "ui/tokens/secret_text_view.h"
#include "ui/tokens/token_copier.h"
#include "ui/widgets/secret_clipboard.h"

#include <QAbstractButton>
#include <QApplication>
#include <QClipboard>
#include <QDragEnterEvent>
#include <QFileDialog>
#include <QMenu>
#include <QMimeData>
#include <QRegularExpression>
#include <QTcpServer>
#include <QTcpSocket>

using namespace Qt::StringLiterals;
using namespace acx;
using namespace std::chrono_literals;

namespace {

/// The whole window on the sandbox, with a clock that the test moves.
struct Stage
{
    Stage()
    {
        clock.set(QDateTime::currentDateTimeUtc());
        (void)bench.addProfile(u"Acme"_s);
        window = std::make_unique<MainWindow>(bench.services());
        window->show();
        window->activateWindow();
        if (!QTest::qWaitForWindowActive(window.get()))
            qFatal("the window does not become active");
    }
    [[nodiscard]] std::optional<Token> token()
    {
        return bench.services().broker.state(bench.services().session.need(TokenKind::Iam)).token;
    }
    [[nodiscard]] bool tokenArrives()
    {
        return QTest::qWaitFor([this] { return token().has_value(); }, 20'000);
    }
    [[nodiscard]] AppLock &lock() const { return window->appLock(); }
    void keys(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::ControlModifier) const
    {
        QTest::keyClick(window.get(), key, modifiers);
    }
    void use(const QString &way);

    FakeClock clock;
    ScreenBench bench{{false, {}, {}, &clock}};
    std::unique_ptr<MainWindow> window;
};

/// Locks it as a person, or nobody, would.
void Stage::use(const QString &way)
{
    if (way == "key"_L1) {
        keys(Qt::Key_L);
    } else if (way == "menu"_L1) {
        QTest::mouseClick(part<QAbstractButton>(*window, "profileSwitcher"), Qt::LeftButton);
        QTRY_VERIFY(part<QMenu>(*window, "profileMenu")->isVisible());
        window->findChild<QAction *>(u"lockNow"_s)->trigger();
    } else if (way == "palette"_L1) {
        keys(Qt::Key_K);
        QTest::keyClicks(part<QLineEdit>(*window, "paletteField"), u"lock now"_s);
        QTest::keyClick(part<QLineEdit>(*window, "paletteField"), Qt::Key_Return);
    } else if (way == "idle"_L1) {
        clock.advance(15min);
        lock().checkNow();
    } else {
        lock().lock(LockReason::Screen);
    }
}

/// Everything that a widget tells a person or an assistive technology, hidden ones included.
QStringList toldBy(const QWidget &window)
{
    QStringList told{window.windowTitle()};
    QList<const QWidget *> widgets{&window};
    for (const QWidget *child : window.findChildren<QWidget *>())
        widgets.append(child);
    for (const QWidget *widget : widgets) {
        for (const char *name :
             {"text", "plainText", "accessibleName", "accessibleDescription", "toolTip", "windowTitle"})
            told.append(widget->property(name).toString());
    }
    return told;
}

} // namespace

/// Row P4: locked means no token, no revealed text, no clipboard.
class TestLock final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        QTest::failOnWarning(QRegularExpression(u"^(?!This plugin does not support )"_s));
        QGuiApplication::clipboard()->clear();
    }
    void lockedMeansNothingIsLeft_data();
    void lockedMeansNothingIsLeft();
    void locksFromEveryField_data();
    void locksFromEveryField();
    void nothingWorksWhileLocked();
    void unlocksByOneStep_data();
    void unlocksByOneStep();
    void idleTime_data();
    void idleTime();
    void theSettingHoldsAtOnce();
    void theKeyAfterALongSleepOnlyLocks();
    void aClockThatIsSetBackDoesNotKeepItOpen();
    void whatLiesAboveTheWindowIsClosed();
    void aRequestIsCancelled();
    void aTokenOnItsWayToTheClipboardIsDropped();
    void whatSomebodyElseCopiedStays();
    void isFreedWithTheWindow();
};

void TestLock::lockedMeansNothingIsLeft_data()
{
    QTest::addColumn<QString>("way");
    QTest::addColumn<QString>("reason");
    QTest::newRow("P4 on request, by key") << u"key"_s << u"You locked the program."_s;
    QTest::newRow("P4 on request, from the menu") << u"menu"_s << u"You locked the program."_s;
    QTest::newRow("P4 on request, from the palette") << u"palette"_s << u"You locked the program."_s;
    QTest::newRow("P4 after idle time") << u"idle"_s << u"The program was not used for a while, so it locked itself."_s;
    QTest::newRow("P4 with the screen") << u"screen"_s << u"The screen was locked, and the program with it."_s;
}

void TestLock::lockedMeansNothingIsLeft()
{
    QFETCH(QString, way);
    QFETCH(QString, reason);
    Stage stage;
    QVERIFY(stage.tokenArrives());
    const QString token = QString::fromLatin1(stage.token()->value.reveal());
    const MainWindow &window = *stage.window;
    auto *text = part<SecretTextView>(window, "cardText");
    click(window, "claimsJson");
    click(window, "cardReveal");
    click(window, "cardCopyBearer");
    QTRY_VERIFY(QGuiApplication::clipboard()->text().contains(token));
    const QString claims = textOf(window, "claimsText");
    QVERIFY(claims.contains("iam_id"_L1));
    QVERIFY(text->isRevealed());

    stage.use(way);
    QVERIFY(stage.lock().isLocked());
    QVERIFY(stage.bench.services().broker.isLocked());
    QVERIFY(!stage.token());
    QVERIFY(QGuiApplication::clipboard()->text().isEmpty());
    QVERIFY(!text->isRevealed());
    QVERIFY(part<QWidget>(window, "lockPage")->isVisible());
    for (const char *name : {"topBar", "rail", "tokensScreen", "statusBar"})
        QVERIFY2(!part<QWidget>(window, name)->isVisible(), name);
    QCOMPARE(textOf(window, "lockReason"), reason);
    QVERIFY(part<QWidget>(window, "unlock")->hasFocus());
    for (const QString &told : toldBy(window)) {
        for (const QString &piece : token.split(u'.'))
            QVERIFY2(!told.contains(piece), qPrintable(told));
        QVERIFY2(!told.contains("iam_id"_L1), qPrintable(told));
    }
}

void TestLock::locksFromEveryField_data()
{
    QTest::addColumn<int>("tab");
    for (const char *name : {"target", "requestHeaders", "requestBody"})
        QTest::newRow(name) << (QLatin1StringView(name) == "requestBody"_L1 ? 2 : 1);
}

void TestLock::locksFromEveryField()
{
    QFETCH(int, tab);
    Stage stage;
    stage.window->showPlace(Place::Explorer);
    part<QTabWidget>(*stage.window, "requestTabs")->setCurrentIndex(tab);
    auto *field = part<QWidget>(*stage.window, QTest::currentDataTag());
    field->setFocus();
    QTest::keyClick(field, Qt::Key_L, Qt::ControlModifier);
    QVERIFY(stage.lock().isLocked());
}

void TestLock::nothingWorksWhileLocked()
{
    Stage stage;
    QVERIFY(stage.tokenArrives());
    stage.keys(Qt::Key_L);
    const int calls = stage.bench.services().broker.exchangesInLastHour();
    for (const Qt::Key key : {Qt::Key_1, Qt::Key_3, Qt::Key_5, Qt::Key_K, Qt::Key_L, Qt::Key_V})
        stage.keys(key);
    for (const Qt::Key key : {Qt::Key_C, Qt::Key_P, Qt::Key_V})
        stage.keys(key, Qt::ControlModifier | Qt::ShiftModifier);
    QMimeData data;
    data.setText(u"dropped"_s);
    QDragEnterEvent enter(QPoint(5, 5), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QCoreApplication::sendEvent(part<QWidget>(*stage.window, "lockPage"), &enter);
    QVERIFY(!enter.isAccepted());
    QVERIFY(!isShown(*stage.window, "dropHint"));
    // Who asks in the background is told, too.
    QVERIFY(!waitFor(stage.bench.services().broker.token(stage.bench.services().session.need(TokenKind::Iam))));
    QCOMPARE(stage.window->place(), Place::Tokens);
    QVERIFY(!part<QWidget>(*stage.window, "commandPalette")->isVisible());
    QVERIFY(QGuiApplication::clipboard()->text().isEmpty());
    QCOMPARE(stage.bench.services().broker.exchangesInLastHour(), calls);
    QVERIFY(stage.lock().isLocked());
}

void TestLock::unlocksByOneStep_data()
{
    QTest::addColumn<int>("key");
    QTest::newRow("P4 unlock by a click") << 0;
    QTest::newRow("P4 unlock by Enter") << int(Qt::Key_Return);
    QTest::newRow("P4 unlock by the other Enter") << int(Qt::Key_Enter);
    QTest::newRow("P4 unlock by Space") << int(Qt::Key_Space);
}

void TestLock::unlocksByOneStep()
{
    QFETCH(int, key);
    Stage stage;
    QVERIFY(stage.tokenArrives());
    const Secret before = stage.token()->value;
    const int calls = stage.bench.services().broker.exchangesInLastHour();
    stage.window->showPlace(Place::Settings);
    part<QWidget>(*stage.window, "lockTime")->setFocus();
    stage.keys(Qt::Key_L);
    auto *unlock = part<QAbstractButton>(*stage.window, "unlock");
    if (key == 0)
        QTest::mouseClick(unlock, Qt::LeftButton);
    else
        QTest::keyClick(stage.window->focusWidget(), Qt::Key(key));
    QVERIFY(!stage.lock().isLocked());
    QVERIFY(part<QWidget>(*stage.window, "settingsScreen")->isVisible());
    QVERIFY(part<QWidget>(*stage.window, "lockTime")->hasFocus());
    QVERIFY(stage.tokenArrives());
    QVERIFY(stage.token()->value != before);
    QCOMPARE(stage.bench.services().broker.exchangesInLastHour(), calls + 1);
    stage.keys(Qt::Key_2);
    QCOMPARE(stage.window->place(), Place::Tokens);
    stage.keys(Qt::Key_L);
    QVERIFY(stage.lock().isLocked());
}

void TestLock::idleTime_data()
{
    QTest::addColumn<int>("minutes");
    for (const int minutes : {0, 1, 5, 15, 60}) // 0 = never
        QTest::newRow(qPrintable(u"P4 idle %1 minutes"_s.arg(minutes))) << minutes;
}

void TestLock::idleTime()
{
    QFETCH(int, minutes);
    Stage stage;
    QVERIFY(waitFor(stage.bench.services().settings.setLockTime(std::chrono::minutes(minutes))));
    const auto almost = std::chrono::minutes(minutes) - 1s;
    const QList<std::function<void()>> uses{
        [&] { stage.keys(Qt::Key_F13, {}); },
        [&] {
            for (const int x : {300, 320}) // the pointer may be there already
                QTest::mouseMove(stage.window.get(), QPoint(x, 300));
        },
        [&] { QTest::mouseClick(part<QWidget>(*stage.window, "statusBar"), Qt::LeftButton); },
    };
    for (const std::function<void()> &use : uses) {
        if (minutes == 0)
            break;
        stage.clock.advance(almost);
        stage.lock().checkNow();
        QVERIFY(!stage.lock().isLocked());
        use();
    }
    stage.clock.advance(almost);
    stage.lock().checkNow();
    QVERIFY(!stage.lock().isLocked());
    stage.clock.advance(minutes == 0 ? std::chrono::milliseconds(48h) : 1s);
    stage.lock().checkNow();
    QCOMPARE(stage.lock().isLocked(), minutes != 0);
}

void TestLock::theSettingHoldsAtOnce()
{
    Stage stage;
    stage.clock.advance(14min);
    QVERIFY(waitFor(stage.bench.services().settings.setLockTime(0min)));
    stage.clock.advance(14min);
    stage.lock().checkNow();
    QVERIFY(!stage.lock().isLocked());
    QVERIFY(waitFor(stage.bench.services().settings.setLockTime(1min)));
    stage.lock().checkNow();
    QVERIFY(!stage.lock().isLocked()); // choosing it is use
    stage.clock.advance(1min);
    QTRY_VERIFY_WITH_TIMEOUT(stage.lock().isLocked(), 20'000); // by its own timer
}

void TestLock::theKeyAfterALongSleepOnlyLocks()
{
    Stage stage;
    stage.clock.advance(8h);
    stage.keys(Qt::Key_5);
    QVERIFY(stage.lock().isLocked());
    QCOMPARE(*stage.lock().reason(), LockReason::Idle);
    QCOMPARE(stage.window->place(), Place::Tokens);
}

void TestLock::aClockThatIsSetBackDoesNotKeepItOpen()
{
    Stage stage;
    stage.clock.advance(-48h);
    stage.lock().checkNow();
    QVERIFY(!stage.lock().isLocked());
    stage.clock.advance(15min);
    stage.lock().checkNow();
    QVERIFY(stage.lock().isLocked());
}

void TestLock::whatLiesAboveTheWindowIsClosed()
{
    Stage stage;
    QVERIFY(stage.tokenArrives());
    auto *dialog = new QFileDialog(part<QWidget>(*stage.window, "tokensScreen"));
    dialog->setOption(QFileDialog::DontUseNativeDialog);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
    auto *menu = part<QMenu>(*stage.window, "cardMenu");
    menu->popup(QPoint(10, 10));
    QVERIFY(dialog->isVisible() && menu->isVisible());
    const QPointer<QFileDialog> gone(dialog);
    stage.lock().lock(LockReason::Screen);
    QVERIFY(!menu->isVisible());
    QVERIFY(!gone || !gone->isVisible());
    QVERIFY(QApplication::activeModalWidget() == nullptr);
    QTRY_VERIFY(!gone);
}

void TestLock::aRequestIsCancelled()
{
    QTcpServer server;
    QVERIFY(server.listen(QHostAddress::LocalHost));
    int left = 0;
    connect(&server, &QTcpServer::newConnection, &server,
            [&] { connect(server.nextPendingConnection(), &QTcpSocket::disconnected, &server, [&left] { ++left; }); });
    Stage stage;
    stage.window->showPlace(Place::Explorer);
    type(*stage.window, "target", u"http://127.0.0.1:%1/slow"_s.arg(server.serverPort()));
    click(*stage.window, "send");
    QTRY_VERIFY(server.isListening() && isShown(*stage.window, "cancel") && left == 0);
    QTRY_VERIFY(!server.findChildren<QTcpSocket *>().isEmpty());
    stage.keys(Qt::Key_L);
    QTRY_COMPARE(left, 1);
    QTest::mouseClick(part<QAbstractButton>(*stage.window, "unlock"), Qt::LeftButton);
    QVERIFY(isShown(*stage.window, "send"));
    QCOMPARE(textOf(*stage.window, "answerEmpty"), u"Cancelled. Nothing more is received."_s);
}

void TestLock::aTokenOnItsWayToTheClipboardIsDropped()
{
    Stage stage;
    QVERIFY(stage.tokenArrives());
    TokenCopier copier(stage.bench.services());
    copier.copy(TokenKind::Iam, TokenFormat::Bearer); // it comes with the next turn of the event loop
    stage.lock().lock(LockReason::Request);
    QTest::qWait(50);
    QVERIFY(QGuiApplication::clipboard()->text().isEmpty());
}

void TestLock::whatSomebodyElseCopiedStays()
{
    Stage stage;
    QVERIFY(stage.tokenArrives());
    click(*stage.window, "pillCopy");
    QTRY_VERIFY(QGuiApplication::clipboard()->text().startsWith("Bearer "_L1));
    QGuiApplication::clipboard()->setText(u"a shopping list"_s);
    stage.lock().lock(LockReason::Request);
    QCOMPARE(QGuiApplication::clipboard()->text(), u"a shopping list"_s);
}

void TestLock::isFreedWithTheWindow()
{
    Stage stage;
    stage.lock().lock(LockReason::Request);
    stage.window.reset();
    QVERIFY(!stage.bench.services().broker.isLocked());
}

ACX_WIDGET_TEST_MAIN(TestLock)
#include "test_lock.moc"
