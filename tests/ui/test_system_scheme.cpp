// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/test_main.h"
#include "ui/theme/portal_settings.h"
#include "ui/theme/system_scheme.h"
#include "ui/theme/theme.h"

#include <QApplication>
#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusVirtualObject>
#include <QSignalSpy>

using namespace Qt::StringLiterals;
using namespace acx;

namespace {

/// The settings part of a desktop portal, on the test's own bus.
class Portal final : public QDBusVirtualObject
{
public:
    [[nodiscard]] QString introspect(const QString &) const override { return {}; }
    bool handleMessage(const QDBusMessage &message, const QDBusConnection &bus) override
    {
        if (message.member() != u"Read"_s || message.arguments().value(1) != QString(PortalSettings::colourScheme))
            return false;
        const QDBusVariant inner{QVariant(scheme)};
        return bus.send(message.createReply(QVariant::fromValue(QDBusVariant(QVariant::fromValue(inner)))));
    }
    void change(const QDBusConnection &bus, uint value)
    {
        scheme = value;
        QDBusMessage signal =
            QDBusMessage::createSignal(PortalSettings::path, u"org.freedesktop.portal.Settings"_s, u"SettingChanged"_s);
        signal << QString(PortalSettings::appearance) << QString(PortalSettings::colourScheme)
               << QVariant::fromValue(QDBusVariant(QVariant(value)));
        QVERIFY(bus.send(signal));
    }
    uint scheme = 0;
};

} // namespace

class TestSystemScheme : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    // A portal may be started when somebody first asks it. The first of all tests: nothing has used QtDBus before.
    void followsAPortalThatComesLater()
    {
        SystemScheme scheme;
        QDBusConnection bus = QDBusConnection::connectToBus(QDBusConnection::SessionBus, u"late portal"_s);
        Portal portal;
        QVERIFY(bus.registerVirtualObject(PortalSettings::path, &portal));
        QVERIFY(bus.registerService(PortalSettings::service));
        portal.change(bus, 1);
        QTRY_VERIFY(scheme.isDark().value_or(false));
        bus.unregisterService(PortalSettings::service);
        bus.unregisterObject(PortalSettings::path);
        QDBusConnection::disconnectFromBus(u"late portal"_s);
    }

    void staysSilentWithoutAPortal()
    {
        SystemScheme scheme;
        QSignalSpy changed(&scheme, &SystemScheme::changed);
        // The bus has answered this by the time its answer to the question before is here.
        QDBusMessage ping =
            QDBusMessage::createMethodCall(u"org.freedesktop.DBus"_s, u"/"_s, u"org.freedesktop.DBus"_s, u"GetId"_s);
        QCOMPARE(QDBusConnection::sessionBus().call(ping).type(), QDBusMessage::ReplyMessage);
        QCoreApplication::processEvents();
        QVERIFY(!scheme.isDark());
        QCOMPARE(changed.size(), 0);
    }

    void followsThePortal()
    {
        QDBusConnection bus = QDBusConnection::connectToBus(QDBusConnection::SessionBus, u"portal"_s);
        Portal portal;
        portal.scheme = 1;
        QVERIFY(bus.registerVirtualObject(PortalSettings::path, &portal));
        QVERIFY(bus.registerService(PortalSettings::service));
        SystemScheme scheme;
        QTRY_VERIFY(scheme.isDark().value_or(false));
        portal.change(bus, 2);
        QTRY_VERIFY(!scheme.isDark().value_or(true));
        portal.change(bus, 0);
        QTRY_VERIFY(!scheme.isDark().has_value());
        bus.unregisterService(PortalSettings::service);
        bus.unregisterObject(PortalSettings::path);
        QDBusConnection::disconnectFromBus(u"portal"_s);
    }

    void theThemeTakesItOnlyInSystemMode()
    {
        Theme theme(*qApp);
        const bool byPalette = theme.isDark();
        theme.setSystemDark(!byPalette);
        QCOMPARE(theme.isDark(), !byPalette);
        theme.setMode(byPalette ? ThemeMode::Dark : ThemeMode::Light);
        QCOMPARE(theme.isDark(), byPalette);
        theme.setSystemDark(!byPalette);
        QCOMPARE(theme.isDark(), byPalette);
        theme.setMode(ThemeMode::System);
        QCOMPARE(theme.isDark(), !byPalette);
        theme.setSystemDark(std::nullopt);
        QCOMPARE(theme.isDark(), byPalette);
    }
};

ACX_WIDGET_TEST_MAIN(TestSystemScheme)
#include "test_system_scheme.moc"
