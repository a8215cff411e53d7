// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/run_canary.h"
#include "tests/ui/copy_bench.h"
#include "ui/lock/app_lock.h"

#include <QApplication>
#include <QClipboard>
#include <QCryptographicHash>
#include <QProcess>
#include <QRegularExpression>
#include <QSocketNotifier>
#include <QTimer>

#include <csignal>
#include <unistd.h>
#include <utility>

using namespace Qt::StringLiterals;
using namespace acx;
using namespace std::chrono_literals;

namespace {

QByteArray digestOf(const QString &text)
{
    return text.isEmpty() ? "nothing"_ba : QCryptographicHash::hash(text.toUtf8(), QCryptographicHash::Sha256).toHex();
}

/// A click of the person at the lower end of the screen, where a maximized window of ours has its status bar; the
/// window there comes to the front.
void clickOnScreen()
{
    QProcess xdotool;
    xdotool.start(u"xdotool"_s, {u"mousemove"_s, u"850"_s, u"1092"_s, u"click"_s, u"1"_s});
    if (!QTest::qWaitFor([&xdotool] { return xdotool.state() == QProcess::NotRunning; }, 20'000))
        qFatal("xdotool does not end");
    QTest::qWait(400);
}

/// Another program: it comes to the front, where alone it can read the clipboard, and tells what it finds.
class OtherProgram final
{
public:
    explicit OtherProgram(const QString &deed)
    {
        m_process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
        m_process.start(QCoreApplication::applicationFilePath(), {deed});
    }
    ~OtherProgram() { end(); }
    Q_DISABLE_COPY_MOVE(OtherProgram)

    [[nodiscard]] QByteArray told()
    {
        if (!QTest::qWaitFor([this] { return m_process.canReadLine(); }, 10'000))
            qFatal("the other program tells nothing");
        return m_process.readLine().trimmed();
    }
    void end()
    {
        m_process.closeWriteChannel();
        if (!QTest::qWaitFor([this] { return m_process.state() == QProcess::NotRunning; }, 20'000))
            m_process.kill();
    }

private:
    QProcess m_process;
};

void copyAtAClick(CopyStage &stage)
{
    stage.window->showMaximized();
    reveal(stage);
    QTest::qWait(300);
    clickOnScreen();
    press(stage, "cardText", {Qt::Key_C});
}

QByteArray seenByOthers()
{
    return OtherProgram(u"read"_s).told();
}

/// The other program: "read" tells what is on the clipboard, "stay" is in front until it is told to end; "quit" copies
/// a secret at the first click and ends at the second, "die" is killed there.
class OtherWindow final : public QLineEdit
{
public:
    explicit OtherWindow(QString deed)
        : m_deed(std::move(deed))
    {
        connect(qApp, &QGuiApplication::focusWindowChanged, this, [this](const QWindow *focus) {
            if (focus)
                QTimer::singleShot(100ms, this, &OtherWindow::beInFront);
        });
        QTimer::singleShot(60s, qApp, [] { QCoreApplication::exit(1); });
    }

protected:
    void mouseReleaseEvent(QMouseEvent *) override
    {
        if (m_deed != "quit"_L1 && m_deed != "die"_L1)
            return;
        if (m_secrets.remaining() == 0s) {
            m_secrets.copy(Secret(runSecret()), u"Token"_s);
            tell("copied");
        } else if (m_deed == "quit"_L1) {
            QCoreApplication::quit();
        } else {
            ::raise(SIGKILL);
        }
    }

private:
    static void tell(const QByteArray &line)
    {
        std::printf("%s\n", line.constData());
        (void)std::fflush(stdout);
    }
    void beInFront()
    {
        if (std::exchange(m_wasInFront, true))
            return;
        tell(m_deed == "read"_L1 ? digestOf(QGuiApplication::clipboard()->text()) : "here"_ba);
        if (m_deed == "read"_L1)
            QCoreApplication::quit();
        if (m_deed == "stay"_L1)
            connect(new QSocketNotifier(STDIN_FILENO, QSocketNotifier::Read, this), &QSocketNotifier::activated, qApp,
                    &QCoreApplication::quit);
    }

    QString m_deed;
    SystemClock m_clock;
    SecretClipboard m_secrets{*QGuiApplication::clipboard(), m_clock};
    bool m_wasInFront = false;
};

} // namespace

/// Row C5: under a real compositor, seen by another program.
class TestWaylandClipboard final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        if (!qEnvironmentVariableIsSet("ACX_LONG"))
            QSKIP("windows come and go here for half a minute: set ACX_LONG=1");
    }
    void init()
    {
        QTest::failOnWarning(QRegularExpression(
            u"^(?!This plugin does not support |Wayland does not support |qWaitForWindowActive was called on )"_s));
        QCOMPARE(QGuiApplication::platformName(), u"wayland"_s);
    }
    void c5ClearedInFront();
    void c5ToldWhereItIsPutBack();
    void c5ToldWhileAnotherIsInFront_data();
    void c5ToldWhileAnotherIsInFront();
    void c5ClearedAtQuit();
};

void TestWaylandClipboard::c5ClearedInFront()
{
    CopyStage stage;
    copyAtAClick(stage);
    QCOMPARE(stage.secrets().remaining(), 30s);
    QCOMPARE(seenByOthers(), digestOf(stage.token()));
    clickOnScreen();
    QVERIFY(QGuiApplication::focusWindow());
    stage.secrets().clearNow();
    QTest::qWait(1000); // longer than the look whether it has gone
    QVERIFY(!stage.secrets().couldNotClear());
    QCOMPARE(seenByOthers(), "nothing"_ba); // the compositor's own copy has gone, too
}

/// For this compositor a program may change the clipboard once for each key or click.
void TestWaylandClipboard::c5ToldWhereItIsPutBack()
{
    CopyStage stage;
    copyAtAClick(stage);
    QCOMPARE(seenByOthers(), digestOf(stage.token())); // so the compositor has made its copy
    stage.secrets().clearNow();
    QTRY_VERIFY(stage.secrets().couldNotClear());
    const auto told = [&] { return textOf(*stage.window, "statusLeft"); };
    QVERIFY2(told().contains(u"could not be cleared from the clipboard"_s), qPrintable(told()));
    // A click that comes before the window is in front again does nothing; the next one is tried anew.
    const auto isGone = [&] { return !told().contains(u"could not be cleared"_s); };
    for (int click = 0; click < 3 && !isGone(); ++click) {
        clickOnScreen();
        (void)QTest::qWaitFor(isGone, 3000);
    }
    QVERIFY2(isGone(), qPrintable(told()));
    QTest::qWait(1000); // longer than the look whether it has gone
    QVERIFY2(!told().contains(u"could not be cleared"_s), qPrintable(told()));
    QCOMPARE(seenByOthers(), "nothing"_ba);
}

void TestWaylandClipboard::c5ToldWhileAnotherIsInFront_data()
{
    QTest::addColumn<bool>("byLock");
    QTest::newRow("C5 time is over") << false;
    QTest::newRow("C5 lock") << true;
}

void TestWaylandClipboard::c5ToldWhileAnotherIsInFront()
{
    QFETCH(const bool, byLock);
    CopyStage stage;
    copyAtAClick(stage);
    OtherProgram other(u"stay"_s);
    QCOMPARE(other.told(), "here"_ba);
    QTRY_VERIFY(!QGuiApplication::focusWindow());
    const auto told = [&] { return textOf(*stage.window, byLock ? "lockMeaning" : "statusLeft"); };
    if (byLock) {
        stage.window->findChild<AppLock *>()->lock(LockReason::Idle);
    } else {
        stage.clock.advance(30s);
        stage.secrets().checkNow();
    }
    QVERIFY(stage.secrets().couldNotClear());
    QVERIFY2(told().contains(u"could not be cleared from the clipboard"_s), qPrintable(told()));
    other.end();
    QTest::qWait(500); // the compositor lets its window fade away
    // A click that comes before the window is in front again does nothing; the next one is tried anew.
    const auto isGone = [&] { return !told().contains(u"could not be cleared"_s); };
    for (int click = 0; click < 3 && !isGone(); ++click) {
        clickOnScreen();
        (void)QTest::qWaitFor(isGone, 3000);
    }
    QVERIFY2(isGone(), qPrintable(told()));
    QTest::qWait(1000); // longer than the look whether it has gone
    QVERIFY2(!told().contains(u"could not be cleared"_s), qPrintable(told()));
    QCOMPARE(seenByOthers(), "nothing"_ba);
}

void TestWaylandClipboard::c5ClearedAtQuit()
{
    for (const bool quits : {false, true}) {
        OtherProgram other(quits ? u"quit"_s : u"die"_s);
        QCOMPARE(other.told(), "here"_ba);
        clickOnScreen();
        QCOMPARE(other.told(), "copied"_ba);
        clickOnScreen();
        other.end();
        // The compositor keeps what it saw of whoever just ends.
        QCOMPARE(seenByOthers(), quits ? "nothing"_ba : digestOf(QString::fromLatin1(runSecret())));
    }
}

int main(int argc, char *argv[])
{
    ::umask(077);
    const PrivateHome home;
    QApplication app(argc, argv);
    const QString deed = QCoreApplication::arguments().value(1);
    for (const QLatin1StringView own : {"read"_L1, "stay"_L1, "quit"_L1, "die"_L1}) {
        if (deed != own)
            continue;
        OtherWindow window(deed);
        window.showMaximized();
        return QApplication::exec();
    }
    TestWaylandClipboard test;
    return QTest::qExec(&test, argc, argv);
}

#include "test_wayland_clipboard.moc"
