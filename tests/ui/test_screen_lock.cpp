// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/credentials/ticker.h"
#include "tests/support/keyring.h"
#include "tests/support/test_main.h"
#include "tests/ui/screen_bench.h"
#include "ui/lock/app_lock.h"
#include "ui/lock/lock_signals.h"
#include "ui/lock/screen_lock.h"
#include "ui/main_window.h"

#include <QApplication>
#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusObjectPath>
#include <QDBusVirtualObject>
#include <QRegularExpression>
#include <QSignalSpy>

using namespace Qt::StringLiterals;
using namespace acx;

namespace {

constexpr QLatin1StringView ownSession("/org/freedesktop/login1/session/_31");
constexpr QLatin1StringView otherSession("/org/freedesktop/login1/session/_32");

/// logind, as far as sessions go, on the test's own bus.
class LoginManager final : public QDBusVirtualObject
{
public:
    [[nodiscard]] QString introspect(const QString &) const override { return {}; }
    bool handleMessage(const QDBusMessage &message, const QDBusConnection &bus) override
    {
        asked.append(message.member() + u' ' + message.arguments().value(0).toString());
        if (isDeaf)
            return true; // and no answer
        const bool knows =
            message.member() == "GetSession"_L1 || (knowsProcess && message.member() == "GetSessionByPID"_L1);
        return bus.send(knows ? message.createReply(QVariant::fromValue(QDBusObjectPath(ownSession)))
                              : message.createErrorReply(u"org.freedesktop.login1.NoSessionForPID"_s, u"none"_s));
    }
    QStringList asked;
    bool knowsProcess = true;
    bool isDeaf = false;
};

} // namespace

/// The screen's lock as the desktop and the login manager tell it. There is a stand-in for both: no machine that runs
/// tests has a screen to lock.
class TestScreenLock final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY(Keyring::isPrivate());
        qputenv("DBUS_SYSTEM_BUS_ADDRESS", qgetenv("DBUS_SESSION_BUS_ADDRESS"));
        m_bus =
            std::make_unique<QDBusConnection>(QDBusConnection::connectToBus(QDBusConnection::SessionBus, u"others"_s));
        QVERIFY(m_bus->isConnected());
    }
    void init()
    {
        QTest::failOnWarning(QRegularExpression(u"^(?!This plugin does not support )"_s));
        qunsetenv("XDG_SESSION_ID");
    }
    void cleanupTestCase()
    {
        m_bus.reset();
        QDBusConnection::disconnectFromBus(u"others"_s);
    }
    void followsTheScreenSaver_data();
    void followsTheScreenSaver();
    void followsTheLoginSession_data();
    void followsTheLoginSession();
    void followsALoginManagerThatStartsAgain();
    void aDeafLoginManagerStopsNothing();
    void staysSilentWithoutAnybody();
    void locksTheWindow();

private:
    void tell(const QString &path, const QString &interface, const QString &signal, const QVariantList &arguments) const
    {
        QDBusMessage message = QDBusMessage::createSignal(path, interface, signal);
        message.setArguments(arguments);
        QVERIFY(m_bus->send(message));
    }
    /// What was sent before has arrived by now.
    void settle() const
    {
        const QDBusMessage ping =
            QDBusMessage::createMethodCall(u"org.freedesktop.DBus"_s, u"/"_s, u"org.freedesktop.DBus"_s, u"GetId"_s);
        QCOMPARE(m_bus->call(ping).type(), QDBusMessage::ReplyMessage);
        QCOMPARE(QDBusConnection::sessionBus().call(ping).type(), QDBusMessage::ReplyMessage);
        QCOMPARE(QDBusConnection::systemBus().call(ping).type(), QDBusMessage::ReplyMessage);
        QCoreApplication::processEvents();
    }
    std::unique_ptr<QDBusConnection> m_bus;
};

void TestScreenLock::followsTheScreenSaver_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("path");
    QTest::addColumn<bool>("there");
    QTest::newRow("P4 freedesktop") << u"org.freedesktop.ScreenSaver"_s << u"/org/freedesktop/ScreenSaver"_s << true;
    QTest::newRow("P4 KDE") << u"org.freedesktop.ScreenSaver"_s << u"/ScreenSaver"_s << true;
    QTest::newRow("P4 GNOME") << u"org.gnome.ScreenSaver"_s << u"/org/gnome/ScreenSaver"_s << true;
    QTest::newRow("P4 GNOME, started later") << u"org.gnome.ScreenSaver"_s << u"/org/gnome/ScreenSaver"_s << false;
    QTest::newRow("P4 Cinnamon") << u"org.cinnamon.ScreenSaver"_s << u"/org/cinnamon/ScreenSaver"_s << true;
    QTest::newRow("P4 MATE") << u"org.mate.ScreenSaver"_s << u"/org/mate/ScreenSaver"_s << true;
}

void TestScreenLock::followsTheScreenSaver()
{
    QFETCH(QString, name);
    QFETCH(QString, path);
    QFETCH(bool, there);
    if (there)
        QVERIFY(m_bus->registerService(name));
    ScreenLock lock;
    QSignalSpy locked(&lock, &ScreenLock::locked);
    settle();
    if (!there) {
        QVERIFY(m_bus->registerService(name));
        settle();
    }
    tell(path, name, u"ActiveChanged"_s, {false});
    settle();
    QCOMPARE(locked.size(), 0);
    tell(path, name, u"ActiveChanged"_s, {true});
    QTRY_COMPARE(locked.size(), 1);
    QVERIFY(m_bus->unregisterService(name));
}

void TestScreenLock::followsTheLoginSession_data()
{
    QTest::addColumn<bool>("knowsProcess");
    QTest::addColumn<QByteArray>("sessionName");
    QTest::addColumn<QString>("path");
    QTest::addColumn<QString>("signal");
    QTest::addColumn<bool>("value");
    QTest::addColumn<bool>("locks");
    const QString own = ownSession;
    const QString other = otherSession;
    QTest::newRow("P4 Lock") << true << QByteArray() << own << u"Lock"_s << true << true;
    QTest::newRow("P4 Unlock") << true << QByteArray() << own << u"Unlock"_s << true << false;
    QTest::newRow("P4 LockedHint") << true << QByteArray() << own << u"LockedHint"_s << true << true;
    QTest::newRow("P4 LockedHint, away") << true << QByteArray() << own << u"LockedHint"_s << false << false;
    QTest::newRow("P4 another hint") << true << QByteArray() << own << u"IdleHint"_s << true << false;
    QTest::newRow("P4 somebody else's Lock") << true << QByteArray() << other << u"Lock"_s << true << false;
    QTest::newRow("P4 somebody else's hint") << true << QByteArray() << other << u"LockedHint"_s << true << false;
    QTest::newRow("P4 Lock, session by name") << false << QByteArray("1") << own << u"Lock"_s << true << true;
    QTest::newRow("P4 Lock, no session") << false << QByteArray() << own << u"Lock"_s << true << false;
}

void TestScreenLock::followsTheLoginSession()
{
    QFETCH(bool, knowsProcess);
    QFETCH(QByteArray, sessionName);
    QFETCH(QString, path);
    QFETCH(QString, signal);
    QFETCH(bool, value);
    QFETCH(bool, locks);
    LoginManager manager;
    manager.knowsProcess = knowsProcess;
    QVERIFY(m_bus->registerVirtualObject(login::path, &manager));
    QVERIFY(m_bus->registerService(login::service));
    if (!sessionName.isEmpty())
        qputenv("XDG_SESSION_ID", sessionName);
    ScreenLock lock;
    QSignalSpy locked(&lock, &ScreenLock::locked);
    QTRY_VERIFY(manager.asked.size() >= (knowsProcess || sessionName.isEmpty() ? 1 : 2));
    QCOMPARE(manager.asked.constFirst(), u"GetSessionByPID %1"_s.arg(QCoreApplication::applicationPid()));
    settle();
    if (signal.endsWith("Hint"_L1))
        tell(path, QLatin1StringView(login::properties), u"PropertiesChanged"_s,
             {QString(QLatin1StringView(login::session)), QVariantMap{{signal, value}}, QStringList()});
    else
        tell(path, QLatin1StringView(login::session), signal, {});
    settle();
    if (locks)
        QTRY_COMPARE(locked.size(), 1);
    QCOMPARE(locked.size(), locks ? 1 : 0);
    m_bus->unregisterObject(login::path);
    QVERIFY(m_bus->unregisterService(login::service));
}

/// An update of the system starts it anew, and then another program on the bus tells of locks.
void TestScreenLock::followsALoginManagerThatStartsAgain()
{
    LoginManager manager;
    QVERIFY(m_bus->registerVirtualObject(login::path, &manager));
    QVERIFY(m_bus->registerService(login::service));
    ScreenLock lock;
    QSignalSpy locked(&lock, &ScreenLock::locked);
    QTRY_COMPARE(manager.asked.size(), 1);
    settle();
    QVERIFY(m_bus->unregisterService(login::service));
    m_bus->unregisterObject(login::path);

    QDBusConnection next = QDBusConnection::connectToBus(QDBusConnection::SessionBus, u"next"_s);
    LoginManager later;
    QVERIFY(next.registerVirtualObject(login::path, &later));
    QVERIFY(next.registerService(login::service));
    QTRY_COMPARE(later.asked.size(), 1);
    settle();
    const QDBusMessage told = QDBusMessage::createSignal(ownSession, QLatin1StringView(login::session), u"Lock"_s);
    QVERIFY(m_bus->send(told)); // the one of before says nothing any more
    settle();
    QCOMPARE(locked.size(), 0);
    QVERIFY(next.send(told));
    QTRY_COMPARE(locked.size(), 1);
    next.unregisterObject(login::path);
    QVERIFY(next.unregisterService(login::service));
    QDBusConnection::disconnectFromBus(u"next"_s);
}

void TestScreenLock::aDeafLoginManagerStopsNothing()
{
    LoginManager manager;
    manager.isDeaf = true;
    QVERIFY(m_bus->registerVirtualObject(login::path, &manager));
    QVERIFY(m_bus->registerService(login::service));
    QVERIFY(m_bus->registerService(u"org.gnome.ScreenSaver"_s));
    const Ticker ticker;
    ScreenLock lock;
    QSignalSpy locked(&lock, &ScreenLock::locked);
    QTRY_COMPARE(manager.asked.size(), 1); // asked, and not answered
    QTRY_VERIFY(ticker.ticks() > 5);
    tell(u"/org/gnome/ScreenSaver"_s, u"org.gnome.ScreenSaver"_s, u"ActiveChanged"_s, {true});
    QTRY_COMPARE(locked.size(), 1);
    QVERIFY(m_bus->unregisterService(u"org.gnome.ScreenSaver"_s));
    m_bus->unregisterObject(login::path);
    QVERIFY(m_bus->unregisterService(login::service));
}

void TestScreenLock::staysSilentWithoutAnybody()
{
    ScreenLock lock;
    QSignalSpy locked(&lock, &ScreenLock::locked);
    settle();
    QCOMPARE(locked.size(), 0);
}

void TestScreenLock::locksTheWindow()
{
    QVERIFY(m_bus->registerService(u"org.gnome.ScreenSaver"_s));
    ScreenBench bench({true, {}, {}});
    MainWindow window(bench.services());
    window.show();
    settle();
    QVERIFY(!window.appLock().isLocked());
    tell(u"/org/gnome/ScreenSaver"_s, u"org.gnome.ScreenSaver"_s, u"ActiveChanged"_s, {true});
    QTRY_VERIFY(window.appLock().isLocked());
    QCOMPARE(*window.appLock().reason(), LockReason::Screen);
    QVERIFY(part<QWidget>(window, "lockPage")->isVisible());
    QVERIFY(m_bus->unregisterService(u"org.gnome.ScreenSaver"_s));
}

ACX_WIDGET_TEST_MAIN(TestScreenLock)
#include "test_screen_lock.moc"
