// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/credentials/secret_store.h"
#include "app/explorer/history.h"
#include "app/network/proxy_password.h"
#include "tests/support/test_main.h"
#include "tests/support/wait.h"
#include "tests/ui/screen_bench.h"
#include "ui/file_chooser.h"
#include "ui/settings/app_settings.h"
#include "ui/settings/settings_screen.h"
#include "ui/widgets/secret_clipboard.h"

#include <QAbstractButton>
#include <QApplication>
#include <QComboBox>
#include <QListWidget>
#include <QSignalSpy>
#include <QSpinBox>
#include <QSslConfiguration>
#include <QTemporaryDir>
#include <QWheelEvent>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace acx;

class TestSettingsScreen final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { failOnAnyWarning(); }
    void changesTheThemeAtOnce();
    void changesTheClipboardTime();
    void changesWhatTheHistoryKeeps();
    void setsAProxyAndKeepsItsPasswordInTheKeychain();
    void forgetsTheProxysPassword_data();
    void forgetsTheProxysPassword();
    void theLatestChoiceOfAProxyHolds();
    void whatIsTypedStays();
    void refusesAProxyHostWithAScheme();
    void listsOwnAuthorities();
    void explainsAWrongCertificateFile();
    void saysWhereThingsLie();

private:
    static void choose(const QWidget &screen, const char *name, int index);
};

void TestSettingsScreen::choose(const QWidget &screen, const char *name, int index)
{
    auto *combo = part<QComboBox>(screen, name);
    combo->setFocus();
    QTest::keyClick(combo, Qt::Key_Home);
    for (int i = 0; i < index; ++i)
        QTest::keyClick(combo, Qt::Key_Down);
}

void TestSettingsScreen::changesTheThemeAtOnce()
{
    ScreenBench bench;
    SettingsScreen screen(bench.services());
    bench.show(screen);
    choose(screen, "themeMode", 2);
    QCOMPARE(bench.services().settings.themeMode(), ThemeMode::Dark);
    QVERIFY(bench.services().theme.isDark());
    choose(screen, "themeMode", 1);
    QVERIFY(!bench.services().theme.isDark());
}

void TestSettingsScreen::changesTheClipboardTime()
{
    ScreenBench bench;
    SettingsScreen screen(bench.services());
    bench.show(screen);
    QCOMPARE(part<QSpinBox>(screen, "clipboardTime")->value(), 30);
    part<QSpinBox>(screen, "clipboardTime")->setValue(5);
    QCOMPARE(bench.services().clipboard.clearAfter(), 5s);
    auto *lock = part<QComboBox>(screen, "lockTime");
    QCOMPARE(lock->currentData().toInt(), 15);
    QTest::keyClick(lock, Qt::Key_End);
    QCOMPARE(bench.services().settings.lockTime(), 60min);
    QTest::keyClick(lock, Qt::Key_Home);
    QCOMPARE(bench.services().settings.lockTime(), 0min);
}

namespace {

void turnWheel(QWidget &widget)
{
    const QPoint middle = widget.rect().center();
    QWheelEvent event(middle, widget.mapToGlobal(middle), {}, {0, 120}, Qt::NoButton, Qt::NoModifier, Qt::NoScrollPhase,
                      false);
    QApplication::sendEvent(&widget, &event);
}

} // namespace

void TestSettingsScreen::changesWhatTheHistoryKeeps()
{
    ScreenBench bench;
    SettingsScreen screen(bench.services());
    bench.show(screen);
    const AppSettings &settings = bench.services().settings;
    auto *entries = part<QSpinBox>(screen, "historyEntries");
    entries->setFocus();
    entries->selectAll();
    QTest::keyClicks(entries, u"250"_s);
    QCOMPARE(settings.historyOptions(), HistoryOptions()); // while it is typed, nothing goes
    QTest::keyClick(entries, Qt::Key_Return);
    QCOMPARE(settings.historyOptions().maxEntries, 250);
    QCOMPARE(bench.services().history.options().maxEntries, 250);
    // What is passed on the way to "any age" must not hold: at one day, nearly all would be removed.
    auto *days = part<QSpinBox>(screen, "historyDays");
    days->setValue(3);
    click(screen, "historyEnabled");
    click(screen, "historyEnabled");
    QCOMPARE(settings.historyOptions().maxDays, 3);
    const QSignalSpy changes(&bench.services().history, &History::optionsChanged);
    days->setFocus();
    for (int i = 0; i < 3; ++i)
        QTest::keyClick(days, Qt::Key_Down);
    QCOMPARE(days->text(), u"any age"_s);
    QCOMPARE(settings.historyOptions().maxDays, 3);
    QTRY_COMPARE(settings.historyOptions().maxDays, 0); // once it rests
    QCOMPARE(changes.size(), 1);
    // Nor does the wheel that scrolls the page.
    entries->setFocus();
    turnWheel(*days);
    QCOMPARE(days->value(), 0);
    days->setFocus();
    turnWheel(*days);
    QCOMPARE(days->value(), 1);
    days->setValue(0);
    part<QSpinBox>(screen, "historyMegabytes")->setValue(5);
    part<QSpinBox>(screen, "historyBody")->setValue(16);
    click(screen, "historyEnabled");
    const HistoryOptions wanted{false, 250, 5, 0, 16};
    QCOMPARE(settings.historyOptions(), wanted);
    QCOMPARE(bench.services().history.options(), wanted);
    QVERIFY(waitFor(bench.services().settings.setHistoryOptions({})));
    QCOMPARE(entries->value(), HistoryOptions().maxEntries);
    QVERIFY(part<QAbstractButton>(screen, "historyEnabled")->isChecked());
}

void TestSettingsScreen::setsAProxyAndKeepsItsPasswordInTheKeychain()
{
    ScreenBench bench;
    SettingsScreen screen(bench.services());
    bench.show(screen);
    QVERIFY(!isShown(screen, "proxyHost"));
    choose(screen, "proxyMode", 2);
    QVERIFY(isShown(screen, "proxyHost"));
    type(screen, "proxyHost", u"proxy.example"_s);
    part<QSpinBox>(screen, "proxyPort")->setValue(3128);
    type(screen, "proxyUser", u"someone"_s);
    type(screen, "proxyPassword", u"canary"_s);
    click(screen, "proxyApply");
    QTRY_COMPARE(bench.services().settings.proxy().host, u"proxy.example"_s);
    QCOMPARE(bench.services().settings.proxy().port, 3128);
    QCOMPARE(
        *waitFor(bench.services().keychain.read(QLatin1StringView(NetworkOptions::proxyPasswordEntry))),
        keptProxyPassword({ProxySettings::Mode::Http, u"proxy.example"_s, 3128, u"someone"_s, Secret("canary"_ba)}));
    QVERIFY(part<QLineEdit>(screen, "proxyPassword")->text().isEmpty());
    choose(screen, "proxyMode", 1);
    QCOMPARE(bench.services().settings.proxy().mode, ProxySettings::Mode::None);
    QVERIFY(bench.messages().isEmpty());
}

void TestSettingsScreen::forgetsTheProxysPassword_data()
{
    QTest::addColumn<int>("mode"); // as chosen afterwards; 3 = the same at another port
    QTest::newRow("K1 as the system says") << 0;
    QTest::newRow("K1 no proxy") << 1;
    QTest::newRow("K1 no user any more") << 2;
    QTest::newRow("K1 another proxy") << 3;
}

void TestSettingsScreen::forgetsTheProxysPassword()
{
    QFETCH(int, mode);
    ScreenBench bench;
    SettingsScreen screen(bench.services());
    bench.show(screen);
    const auto password = [&bench] {
        return waitFor(bench.services().keychain.read(QLatin1StringView(NetworkOptions::proxyPasswordEntry)));
    };
    const auto apply = [&screen](const QString &user, const QString &word) {
        type(screen, "proxyUser", user);
        type(screen, "proxyPassword", word);
        click(screen, "proxyApply");
    };
    choose(screen, "proxyMode", 2);
    type(screen, "proxyHost", u"proxy.example"_s);
    apply(u"someone"_s, u"canary"_s);
    QTRY_COMPARE(bench.services().settings.proxy().user, u"someone"_s);
    // Applied again without a password, it is kept.
    apply(u"someone"_s, {});
    QVERIFY(password());
    QVERIFY(!part<QLineEdit>(screen, "proxyPassword")->placeholderText().isEmpty()); // kept as it is
    if (mode < 3)
        choose(screen, "proxyMode", mode);
    if (mode == 2)
        apply({}, u"useless"_s);
    if (mode == 3) {
        part<QSpinBox>(screen, "proxyPort")->setValue(3129);
        QVERIFY(part<QLineEdit>(screen, "proxyPassword")->placeholderText().isEmpty());
        apply(u"someone"_s, {});
    }
    QCOMPARE(bench.services().settings.proxy().user.isEmpty(), mode != 3);
    QTRY_VERIFY(!password());
    QCOMPARE(password().error().kind, ErrorKind::SecretMissing);
    QVERIFY(bench.messages().isEmpty());
}

void TestSettingsScreen::theLatestChoiceOfAProxyHolds()
{
    ScreenBench bench;
    SettingsScreen screen(bench.services());
    bench.show(screen);
    const auto password = [&bench] {
        return waitFor(bench.services().keychain.read(QLatin1StringView(NetworkOptions::proxyPasswordEntry)));
    };
    choose(screen, "proxyMode", 2);
    type(screen, "proxyHost", u"proxy.example"_s);
    type(screen, "proxyUser", u"someone"_s);
    type(screen, "proxyPassword", u"canary"_s);
    click(screen, "proxyApply");
    QVERIFY(bench.services().settings.proxy().user.isEmpty()); // the keychain has not answered yet
    choose(screen, "proxyMode", 1);
    QTRY_VERIFY(!password());
    QCOMPARE(bench.services().settings.proxy().mode, ProxySettings::Mode::None);
    QVERIFY(bench.services().settings.proxy().user.isEmpty());
    QVERIFY(bench.messages().isEmpty());
}

void TestSettingsScreen::whatIsTypedStays()
{
    ScreenBench bench;
    SettingsScreen screen(bench.services());
    bench.show(screen);
    choose(screen, "proxyMode", 2);
    type(screen, "proxyHost", u"proxy.example"_s);
    type(screen, "proxyUser", u"someone"_s);
    type(screen, "proxyPassword", u"canary"_s);
    QVERIFY(waitFor(bench.services().settings.setAuthorityFiles({u"/nowhere/own.pem"_s})));
    QVERIFY(isShown(screen, "proxyHost"));
    QCOMPARE(part<QLineEdit>(screen, "proxyHost")->text(), u"proxy.example"_s);
    QCOMPARE(part<QLineEdit>(screen, "proxyUser")->text(), u"someone"_s);
    QCOMPARE(part<QLineEdit>(screen, "proxyPassword")->text(), u"canary"_s);
}

void TestSettingsScreen::refusesAProxyHostWithAScheme()
{
    ScreenBench bench;
    SettingsScreen screen(bench.services());
    bench.show(screen);
    choose(screen, "proxyMode", 3);
    type(screen, "proxyHost", u"http://proxy.example:3128"_s);
    click(screen, "proxyApply");
    QVERIFY(part<QLineEdit>(screen, "proxyHost")->property("wrong").toBool());
    QVERIFY(bench.services().settings.proxy().host.isEmpty());
    QVERIFY(bench.services().settings.proxy().mode != ProxySettings::Mode::Socks5);
}

void TestSettingsScreen::listsOwnAuthorities()
{
    const QList<QSslCertificate> system = QSslConfiguration::systemCaCertificates();
    QVERIFY(!system.isEmpty());
    const QTemporaryDir folder;
    QFile file(folder.filePath(u"own.pem"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(system.first().toPem());
    file.close();
    ScreenBench bench;
    SettingsScreen screen(bench.services());
    bench.show(screen);
    bench.services().files.setNextAnswer(file.fileName());
    click(screen, "addAuthority");
    auto *list = part<QListWidget>(screen, "authorities");
    QTRY_COMPARE(bench.services().settings.authorityFiles(), QStringList{file.fileName()});
    QCOMPARE(list->count(), 1);
    QVERIFY(list->item(0)->text().contains(u"own.pem"_s));
    QVERIFY(list->item(0)->text().contains(u"valid until"_s) || list->item(0)->text().contains(u"expired"_s));
    list->setCurrentRow(0);
    click(screen, "removeAuthority");
    QVERIFY(bench.services().settings.authorityFiles().isEmpty());
}

void TestSettingsScreen::explainsAWrongCertificateFile()
{
    const QTemporaryDir folder;
    QFile file(folder.filePath(u"wrong.pem"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("not a certificate");
    file.close();
    ScreenBench bench;
    SettingsScreen screen(bench.services());
    bench.show(screen);
    bench.services().files.setNextAnswer(file.fileName());
    click(screen, "addAuthority");
    QTRY_VERIFY(isShown(screen, "authorityNotice"));
    QVERIFY(textOf(screen, "authorityNoticeTitle").contains(u"wrong.pem"_s));
    QCOMPARE(part<QListWidget>(screen, "authorities")->count(), 0);
    QVERIFY(bench.services().settings.authorityFiles().isEmpty());
}

void TestSettingsScreen::saysWhereThingsLie()
{
    ScreenBench bench;
    SettingsScreen screen(bench.services());
    bench.show(screen);
    QVERIFY(textOf(screen, "aboutText").contains(QLatin1StringView(qVersion())));
    QVERIFY(textOf(screen, "aboutText").contains(u"OpenSSL"_s));
    QVERIFY(textOf(screen, "storageText").contains(u"memory"_s));
}

ACX_WIDGET_TEST_MAIN(TestSettingsScreen)
#include "test_settings_screen.moc"
