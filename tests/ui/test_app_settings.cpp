// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/profiles/file_lock.h"
#include "tests/credentials/ticker.h"
#include "tests/support/searched_folder.h"
#include "tests/support/test_main.h"
#include "tests/support/wait.h"
#include "ui/settings/app_settings.h"

#include <QDir>
#include <QFile>
#include <QSignalSpy>

#include <sys/stat.h>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace acx;

class TestAppSettings final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".?"_s)); }
    void keepsEverything();
    void keepsNoPassword();
    void makesPrivateFiles();
    void keepsNothingWithoutPath();
    void holdsTheClipboardTimeInBounds();
    void locksAfterOneOfItsTimes_data();
    void locksAfterOneOfItsTimes();
    void setsDamagedFilesAside_data();
    void setsDamagedFilesAside();
    void keepsACopyOfANewerFile();
    void tellsAFailedWrite();
    void writesWhatQSettingsReads_data();
    void writesWhatQSettingsReads();
    void twoWindowsKeepEachOthersSettings();
    void d8_followsTheOtherWindow();
    void waitsForAnotherProgramElsewhere();
    void writesEverythingBeforeItEnds();

private:
    [[nodiscard]] QString path() const { return m_folder.filePath(u"config/settings.ini"_s); }
    [[nodiscard]] QStringList kept() const;
    SearchedFolder m_folder;
};

QStringList TestAppSettings::kept() const
{
    return QDir(m_folder.filePath(u"config"_s)).entryList({u"settings.ini.*"_s}, QDir::Files);
}

void TestAppSettings::keepsEverything()
{
    ProxySettings proxy;
    proxy.mode = ProxySettings::Mode::Socks5;
    proxy.host = u"proxy.example"_s;
    proxy.port = 1080;
    proxy.user = u"someone"_s;
    {
        AppSettings settings(path());
        QSignalSpy theme(&settings, &AppSettings::themeChanged);
        QSignalSpy network(&settings, &AppSettings::networkChanged);
        QVERIFY(waitFor(settings.setThemeMode(ThemeMode::Dark)));
        QVERIFY(waitFor(settings.setClipboardTime(12s)));
        QCOMPARE(settings.lockTime(), 15min);
        QVERIFY(waitFor(settings.setLockTime(5min)));
        QVERIFY(waitFor(settings.setProxy(proxy)));
        QVERIFY(waitFor(settings.setAuthorityFiles({u"/a, b.pem"_s, u"/ü.pem"_s})));
        QVERIFY(waitFor(settings.setWindowGeometry(QByteArray("\0\1\xff", 3))));
        QVERIFY(waitFor(settings.setHistoryOptions({false, 7, 8, 9, 10})));
        QCOMPARE(theme.size(), 1);
        QCOMPARE(network.size(), 2);
    }
    const AppSettings again(path());
    QVERIFY(!again.notice());
    QCOMPARE(again.themeMode(), ThemeMode::Dark);
    QCOMPARE(again.clipboardTime(), 12s);
    QCOMPARE(again.lockTime(), 5min);
    QCOMPARE(again.proxy().mode, ProxySettings::Mode::Socks5);
    QCOMPARE(again.proxy().host, proxy.host);
    QCOMPARE(again.proxy().port, proxy.port);
    QCOMPARE(again.proxy().user, proxy.user);
    QCOMPARE(again.authorityFiles(), QStringList({u"/a, b.pem"_s, u"/ü.pem"_s}));
    QCOMPARE(again.windowGeometry(), QByteArray("\0\1\xff", 3));
    QCOMPARE(again.historyOptions(), (HistoryOptions{false, 7, 8, 9, 10}));
    QCOMPARE(HistoryOptions::readFile(path()), again.historyOptions()); // as acx does
}

void TestAppSettings::keepsNoPassword()
{
    ProxySettings proxy;
    proxy.mode = ProxySettings::Mode::Http;
    proxy.host = u"proxy.example"_s;
    proxy.password = Secret("canary-password"_ba);
    AppSettings settings(path());
    QVERIFY(waitFor(settings.setProxy(proxy)));
    QVERIFY(settings.proxy().password.isEmpty());
    QFile file(path());
    QVERIFY(file.open(QIODevice::ReadOnly));
    QVERIFY(!file.readAll().contains("canary"));
}

void TestAppSettings::makesPrivateFiles()
{
    const mode_t before = ::umask(0);
    const QString where = m_folder.filePath(u"open/settings.ini"_s);
    AppSettings settings(where);
    const Status status = waitFor(settings.setThemeMode(ThemeMode::Light));
    ::umask(before);
    QVERIFY(status);
    const QFile::Permissions others = QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther;
    QVERIFY(!(QFile::permissions(where) & others));
    QVERIFY(!(QFile::permissions(m_folder.filePath(u"open"_s)) & (others | QFile::ExeOther | QFile::ExeGroup)));
}

void TestAppSettings::keepsNothingWithoutPath()
{
    AppSettings settings({});
    QVERIFY(waitFor(settings.setThemeMode(ThemeMode::Dark)));
    QCOMPARE(settings.themeMode(), ThemeMode::Dark);
}

void TestAppSettings::holdsTheClipboardTimeInBounds()
{
    AppSettings settings({});
    QVERIFY(waitFor(settings.setClipboardTime(0s)));
    QCOMPARE(settings.clipboardTime(), 1s);
    QVERIFY(waitFor(settings.setClipboardTime(600s)));
    QCOMPARE(settings.clipboardTime(), 30s);
}

void TestAppSettings::locksAfterOneOfItsTimes_data()
{
    QTest::addColumn<QByteArray>("written");
    QTest::addColumn<int>("minutes");
    QTest::newRow("P4 never") << QByteArray("0") << 0;
    QTest::newRow("P4 an hour") << QByteArray("60") << 60;
    QTest::newRow("P4 no choice of ours") << QByteArray("100000") << 15;
    QTest::newRow("P4 negative") << QByteArray("-1") << 15;
    QTest::newRow("P4 no number") << QByteArray("never") << 15;
    QTest::newRow("P4 empty") << QByteArray() << 15;
}

void TestAppSettings::locksAfterOneOfItsTimes()
{
    QFETCH(QByteArray, written);
    QFETCH(int, minutes);
    const QString file = m_folder.filePath(u"lock.ini"_s);
    QFile out(file);
    QVERIFY(out.open(QIODevice::WriteOnly));
    out.write("[format]\nversion=1\n[lock]\nminutes=" + written + "\n");
    out.close();
    AppSettings settings(file);
    QCOMPARE(settings.lockTime(), std::chrono::minutes(minutes));
    QVERIFY(waitFor(settings.setLockTime(7min))); // not one of them
    QCOMPARE(settings.lockTime(), std::chrono::minutes(minutes));
}

void TestAppSettings::setsDamagedFilesAside_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("D6 settings, empty") << QByteArray();
    QTest::newRow("D6 settings, blanks") << QByteArray(" \n\n");
    QTest::newRow("D6 settings, zeros") << QByteArray(4096, '\0');
    QTest::newRow("D6 settings, no value") << QByteArray("[window]\n");
    QTest::newRow("D6 settings, the end missing")
        << QByteArray("; Settings, to the line that says the end\n[format]\nversion=1\n[window]\ntheme=dark\n");
    QTest::newRow("D6 settings, random") << QByteArray("\x93\x12\0\xff\x01 random", 12);
    QTest::newRow("D6 settings, other text") << QByteArray("this is a letter\nto somebody\n");
    QTest::newRow("D6 settings, cut") << QByteArray("[window]\nthe");
    QTest::newRow("D6 settings, huge") << QByteArray(2 * 1024 * 1024, 'x');
}

void TestAppSettings::setsDamagedFilesAside()
{
    QFETCH(const QByteArray, bytes);
    QDir(m_folder.filePath(u"config"_s)).removeRecursively();
    QVERIFY(QDir().mkpath(m_folder.filePath(u"config"_s)));
    QFile file(path());
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size());
    file.close();
    AppSettings settings(path());
    QVERIFY(settings.notice());
    QCOMPARE(settings.themeMode(), ThemeMode::System);
    QCOMPARE(kept().size(), 1);
    QVERIFY(settings.notice()->nextStep.contains(kept().first()));
    QFile copy(m_folder.filePath(u"config/"_s + kept().first()));
    QVERIFY(copy.open(QIODevice::ReadOnly));
    QCOMPARE(copy.readAll(), bytes);
    QVERIFY(waitFor(settings.setThemeMode(ThemeMode::Dark)));
    QVERIFY(!AppSettings(path()).notice());
}

void TestAppSettings::keepsACopyOfANewerFile()
{
    QDir(m_folder.filePath(u"config"_s)).removeRecursively();
    QVERIFY(QDir().mkpath(m_folder.filePath(u"config"_s)));
    QFile file(path());
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("[format]\nversion=99\n[window]\ntheme=dark\n[new]\nthing=1\n");
    file.close();
    AppSettings settings(path());
    QVERIFY(settings.notice());
    QCOMPARE(settings.themeMode(), ThemeMode::Dark);
    QCOMPARE(kept().size(), 1);
}

void TestAppSettings::tellsAFailedWrite()
{
    // A file stands where the folder should be, so that even root cannot write.
    const QString blocked = m_folder.filePath(u"blocked"_s);
    QFile file(blocked);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.close();
    AppSettings settings(blocked + "/settings.ini"_L1);
    const Status status = waitFor(settings.setThemeMode(ThemeMode::Dark));
    QVERIFY(!status);
    QCOMPARE(status.error().kind, ErrorKind::Disk);
    QVERIFY(status.error().nextStep.contains(blocked));
    QCOMPARE(settings.themeMode(), ThemeMode::Dark);
}

void TestAppSettings::writesWhatQSettingsReads_data()
{
    QTest::addColumn<QVariant>("value");
    QTest::newRow("empty") << QVariant(QString());
    QTest::newRow("plain") << QVariant(u"proxy.example"_s);
    QTest::newRow("signs of INI") << QVariant(u" a;b,c=d#e [f] % \"g\" \\h "_s);
    QTest::newRow("lines") << QVariant(u"a\nb\r\nc\td"_s);
    QTest::newRow("digits behind an escape") << QVariant(u"\u00fcabc\u0001"
                                                         "12"_s);
    QTest::newRow("other planes") << QVariant(u"\U0001f600 \u4e2d"_s);
    QTest::newRow("NUL") << QVariant(QString(3, QChar(0)));
    QTest::newRow("marks of QSettings") << QVariant(u"@ByteArray(x)"_s);
    QTest::newRow("two marks") << QVariant(u"@@Invalid()"_s);
    QTest::newRow("list of none") << QVariant(QStringList());
    QTest::newRow("list of one") << QVariant(QStringList{u"a, b"_s});
    QTest::newRow("list of an empty one and marks") << QVariant(QStringList{QString(), u"@x"_s, u"\""_s});
    QTest::newRow("bytes") << QVariant(QByteArray("\0\1\xff)(@a1", 9));
    QTest::newRow("number") << QVariant(-12);
    QTest::newRow("truth") << QVariant(true);
}

void TestAppSettings::writesWhatQSettingsReads()
{
    QFETCH(QVariant, value);
    const QString file = m_folder.filePath(QString::fromLatin1(QTest::currentDataTag()) + u".ini"_s);
    QFile written(file);
    QVERIFY(written.open(QIODevice::WriteOnly));
    QVERIFY(written.write(settingsText({{u"one/a"_s, value}, {u"one/b"_s, value}, {u"two/c.d_e-f"_s, value}})) > 0);
    written.close();
    const SettingsMap read = readSettings(file);
    QCOMPARE(read.size(), 3);
    for (const QVariant &found : read) {
        if (value.typeId() == QMetaType::QStringList)
            QCOMPARE(found.toStringList(), value.toStringList());
        else if (value.typeId() == QMetaType::QByteArray)
            QCOMPARE(found.toByteArray(), value.toByteArray());
        else
            QCOMPARE(found.toString(), value.toString());
    }
}

void TestAppSettings::twoWindowsKeepEachOthersSettings()
{
    const QString shared = m_folder.filePath(u"two/settings.ini"_s);
    AppSettings one(shared);
    AppSettings other(shared);
    QVERIFY(waitFor(one.setClipboardTime(7s)));
    QVERIFY(waitFor(other.setAuthorityFiles({u"/a.pem"_s})));
    QVERIFY(waitFor(one.setThemeMode(ThemeMode::Dark)));
    const AppSettings found(shared);
    QCOMPARE(found.clipboardTime(), 7s);
    QCOMPARE(found.authorityFiles(), QStringList{u"/a.pem"_s});
    QCOMPARE(found.themeMode(), ThemeMode::Dark);
}

void TestAppSettings::d8_followsTheOtherWindow()
{
    const QString shared = m_folder.filePath(u"followed/settings.ini"_s);
    AppSettings one(shared);
    one.follow(); // before there is a folder
    QVERIFY(waitFor(one.setClipboardTime(7s)));
    QSignalSpy network(&one, &AppSettings::networkChanged);
    QSignalSpy history(&one, &AppSettings::historyChanged);
    QSignalSpy lockTime(&one, &AppSettings::lockTimeChanged);
    QSignalSpy theme(&one, &AppSettings::themeChanged);
    QSignalSpy clipboard(&one, &AppSettings::clipboardTimeChanged);
    AppSettings other(shared);
    const ProxySettings proxy{ProxySettings::Mode::Http, u"proxy.example"_s, 3128, u"someone"_s, {}};
    QVERIFY(waitFor(other.setProxy(proxy)));
    QVERIFY(waitFor(other.setLockTime(1min)));
    QVERIFY(waitFor(other.setHistoryOptions({false, 7, 8, 9, 10})));
    QTRY_COMPARE(one.historyOptions(), (HistoryOptions{false, 7, 8, 9, 10}));
    QTRY_COMPARE(one.lockTime(), 1min);
    QVERIFY(isSameProxy(one.proxy(), proxy));
    QCOMPARE(network.size(), 1);
    QCOMPARE(history.size(), 1);
    QCOMPARE(lockTime.size(), 1);
    QVERIFY(theme.isEmpty() && clipboard.isEmpty());
    // What is chosen here while the other's change is on its way holds, and takes nothing else back.
    QVERIFY(waitFor(other.setClipboardTime(9s)));
    QVERIFY(waitFor(other.setThemeMode(ThemeMode::Light)));
    QVERIFY(waitFor(one.setThemeMode(ThemeMode::Dark)));
    QTRY_COMPARE(one.clipboardTime(), 9s);
    QCOMPARE(one.themeMode(), ThemeMode::Dark);
    const AppSettings found(shared);
    QCOMPARE(found.themeMode(), ThemeMode::Dark);
    QCOMPARE(found.clipboardTime(), 9s);
    QCOMPARE(found.lockTime(), 1min);
    QCOMPARE(found.historyOptions(), one.historyOptions());
    QVERIFY(isSameProxy(found.proxy(), proxy));
}

/// The file is locked by another program: what is set holds at once, and the event loop keeps turning.
void TestAppSettings::waitsForAnotherProgramElsewhere()
{
    const QString held = m_folder.filePath(u"held/settings.ini"_s);
    AppSettings settings(held);
    QVERIFY(waitFor(settings.setClipboardTime(7s)));
    FileLock other(held);
    QVERIFY(other.lock());
    const Ticker ticker;
    const QFuture<Status> stored = settings.setThemeMode(ThemeMode::Dark);
    QCOMPARE(settings.themeMode(), ThemeMode::Dark);
    QTRY_VERIFY(ticker.ticks() >= 20);
    QVERIFY(!stored.isFinished());
    other.unlock();
    QVERIFY(waitFor(stored));
    QCOMPARE(AppSettings(held).themeMode(), ThemeMode::Dark);
}

void TestAppSettings::writesEverythingBeforeItEnds()
{
    const QString ended = m_folder.filePath(u"ended/settings.ini"_s);
    {
        AppSettings settings(ended);
        for (int second = 1; second < 30; ++second)
            std::ignore = settings.setClipboardTime(std::chrono::seconds(second));
    }
    QCOMPARE(AppSettings(ended).clipboardTime(), 29s);
}

ACX_TEST_MAIN(TestAppSettings)
#include "test_app_settings.moc"
