// SPDX-License-Identifier: GPL-3.0-or-later
// What a person reads in the window. D4: a home that cannot be written. D6: files that are damaged, older or newer.
#include "app/deployments/deployment.h"
#include "app/profiles/profile_store.h"
#include "tests/disk/disk_writers.h"
#include "tests/response/disk_limits.h"
#include "tests/support/fault_server.h"
#include "tests/support/own_mounts.h"
#include "tests/support/test_main.h"
#include "tests/ui/screen_bench.h"
#include "ui/main_window.h"
#include "ui/settings/app_settings.h"
#include "ui/theme/theme.h"

#include <QApplication>
#include <QComboBox>
#include <QDir>
#include <QRegularExpression>

using namespace Qt::StringLiterals;
using namespace acx;

namespace {

/// A home of its own in memory, where that is possible.
class Home final
{
public:
    Home()
    {
        for (const auto &[name, folder] :
             {std::pair("HOME", ""), std::pair("XDG_CONFIG_HOME", "/config"), std::pair("XDG_DATA_HOME", "/data"),
              std::pair("XDG_CACHE_HOME", "/cache"), std::pair("XDG_STATE_HOME", "/state")}) {
            const QString path = m_disk.path() + QLatin1StringView(folder);
            QDir().mkpath(path);
            m_before.append({name, qgetenv(name)});
            qputenv(name, QFile::encodeName(path));
        }
    }
    ~Home()
    {
        (void)m_disk.setReadOnly(false);
        for (const auto &[name, value] : m_before)
            qputenv(name, value);
    }
    Q_DISABLE_COPY_MOVE(Home)
    [[nodiscard]] const SmallDisk &disk() const { return m_disk; }
    /// Of a file in the program's folder of settings.
    [[nodiscard]] QString config(const QString &name) const
    {
        return m_disk.path() + u"/config/apiconnect-explorer/"_s + name;
    }

private:
    SmallDisk m_disk{"size=8m,mode=0700"};
    QList<std::pair<const char *, QByteArray>> m_before;
};

Profile makeProfile(const Home &home)
{
    Profile profile;
    profile.id = QUuid::createUuid();
    profile.name = u"Acme"_s;
    profile.deployment = DeploymentKind::Reserved;
    profile.overrides.api = QUrl(u"https://api.example.invalid"_s);
    if (!ProfileStore(home.config(u"profiles.json"_s)).save(profile))
        qFatal("no profile");
    return profile;
}

/// The whole window as a person starts it, on the files of the home.
struct Stage
{
    Stage()
        : window(bench.services())
    {
        window.show();
        window.activateWindow();
        if (!QTest::qWaitForWindowActive(&window))
            qFatal("the window does not become active");
    }
    /// Both lines of the message that is shown.
    [[nodiscard]] QString told() const
    {
        return isShown(window, "messageBar") ? textOf(window, "messageText") + u'\n' + textOf(window, "messageNextStep")
                                             : QString();
    }
    [[nodiscard]] bool tells(const QString &words) const
    {
        return QTest::qWaitFor([&] { return told().contains(words); }, 10'000);
    }
    void close() const { click(window, "messageClose"); }

    ScreenBench bench{CompositionOptions{true, {}, {}}};
    MainWindow window;
};

} // namespace

class TestDiskWindow final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { failOnAnyWarning(); }
    void damaged_data();
    void damaged();
    void readOnlyStart_data();
    void readOnlyStart();
    void readOnlyChanges();
    void writableHomeSaysNothing();
};

void TestDiskWindow::damaged_data()
{
    QTest::addColumn<QStringList>("files");
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QStringList>("sentences");
    const QString settings = u"The settings file is damaged, so the settings are back to their defaults."_s;
    const QString profiles = u"The list of profiles was damaged and could not be read."_s;
    const QString trust = u"The list of trusted certificates was damaged and could not all be read."_s;
    const QByteArray letter("This is a letter\nto somebody.\n");
    for (const auto &[name, bytes] : {std::pair("another text", letter), std::pair("zeros", QByteArray(300, '\0')),
                                      std::pair("empty", QByteArray())}) {
        QTest::addRow("D6 settings, %s", name) << QStringList{u"settings.ini"_s} << bytes << QStringList{settings};
        QTest::addRow("D6 profiles, %s", name) << QStringList{u"profiles.json"_s} << bytes << QStringList{profiles};
        QTest::addRow("D6 trust, %s", name) << QStringList{u"trust.json"_s} << bytes << QStringList{trust};
        QTest::addRow("D6 all of them, %s", name) << QStringList{u"settings.ini"_s, u"profiles.json"_s, u"trust.json"_s}
                                                  << bytes << QStringList{settings, profiles, trust};
    }
    QTest::newRow("D6 settings, newer") << QStringList{u"settings.ini"_s} << "[format]\nversion=99\n"_ba
                                        << QStringList{
                                               u"The settings file was written by a newer version of this program."_s};
}

/// Each file that was set aside is named with its new name, and it is there.
void TestDiskWindow::damaged()
{
    QFETCH(QStringList, files);
    QFETCH(QByteArray, bytes);
    QFETCH(QStringList, sentences);
    const Home home;
    (void)makeProfile(home);
    for (const QString &name : files) {
        QFile file(home.config(name));
        QVERIFY(file.open(QIODevice::WriteOnly | QIODevice::Truncate));
        QCOMPARE(file.write(bytes), bytes.size());
    }
    Stage stage;
    QCOMPARE(textOf(stage.window, "messageText").split(u'\n'), sentences);
    stage.window.beginAt(Place::Settings); // as with --sandbox
    QCOMPARE(textOf(stage.window, "messageText").split(u'\n'), sentences);
    const QString nextStep = textOf(stage.window, "messageNextStep");
    for (const QString &name : files) {
        const QFileInfo file(home.config(name));
        const QStringList kept =
            file.dir().entryList({name + u".damaged-*"_s, name + u".newer-*"_s}, QDir::Files | QDir::Hidden);
        QCOMPARE(kept.size(), 1);
        QVERIFY2(nextStep.contains(u"It was kept as "_s + file.dir().filePath(kept.constFirst())),
                 qPrintable(nextStep));
        QFile copy(file.dir().filePath(kept.constFirst()));
        QVERIFY(copy.open(QIODevice::ReadOnly));
        QCOMPARE(copy.readAll(), bytes);
    }
    QCOMPARE(part<QWidget>(stage.window, "messageBar")->property("kind").toString(), u"warning"_s);
}

void TestDiskWindow::readOnlyStart_data()
{
    QTest::addColumn<bool>("isDamaged");
    QTest::newRow("D4 window, read-only mount") << false;
    QTest::newRow("D4 window, read-only mount and damaged settings") << true;
}

void TestDiskWindow::readOnlyStart()
{
    QFETCH(bool, isDamaged);
    const Home home;
    if (!home.disk().valid())
        QSKIP("This user may not mount a file system, not even in a namespace of its own.");
    (void)makeProfile(home);
    if (isDamaged) {
        QFile file(home.config(u"settings.ini"_s));
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write("This is a letter\n") > 0);
    }
    QVERIFY(home.disk().setReadOnly(true));
    const Stage stage;
    const QString told = stage.told();
    QVERIFY2(told.contains(u"cannot be kept after the program ends, because their folders cannot be written: profiles, "
                           "settings, open requests, the history, opened API definitions."_s),
             qPrintable(told));
    for (const QString &folder : {u"config/apiconnect-explorer"_s, u"state/apiconnect-explorer/drafts"_s,
                                  u"data/apiconnect-explorer"_s, u"data/apiconnect-explorer/definitions"_s})
        QVERIFY2(told.contains(home.disk().path() + u'/' + folder), qPrintable(told));
    // Nothing is claimed of a copy that nobody could make.
    QCOMPARE(told.contains(u"The settings file is damaged"_s), isDamaged);
    QCOMPARE(told.contains(u"No copy of "_s + home.config(u"settings.ini"_s)), isDamaged);
    QVERIFY(!told.contains(u"It was kept as"_s));
    QCOMPARE(part<QWidget>(stage.window, "tokensScreen")->isVisible(), true);
}

/// D4: each change that cannot be kept is told where it is made, and holds meanwhile.
void TestDiskWindow::readOnlyChanges()
{
    const Home home;
    if (!home.disk().valid())
        QSKIP("This user may not mount a file system, not even in a namespace of its own.");
    (void)makeProfile(home);
    QVERIFY(home.disk().setReadOnly(true));
    FaultServer server(answering(httpAnswer(200, R"({"name":"pong"})")));
    Stage stage;
    MainWindow &window = stage.window;

    window.showPlace(Place::Settings);
    QTest::keyClick(part<QComboBox>(window, "themeMode"), Qt::Key_End);
    QVERIFY2(stage.tells(u"The settings could not be saved. They hold until the program ends.\nCheck that "_s +
                         home.config(u"settings.ini"_s) + u" can be written"_s),
             qPrintable(stage.told()));
    QVERIFY(stage.bench.services().theme.isDark());
    stage.close();

    window.showPlace(Place::Profiles);
    type(window, "profileName", u"Another"_s);
    click(window, "saveProfile");
    QVERIFY2(
        stage.tells(u"The list of profiles in %1 cannot be changed.\nCheck the free space and the permissions"_s.arg(
            home.config(u"profiles.json"_s))),
        qPrintable(stage.told()));
    QCOMPARE(stage.bench.services().profiles.profiles().constFirst().name, u"Acme"_s);
    QCOMPARE(part<QLineEdit>(window, "profileName")->text(), u"Another"_s);
    stage.close();

    window.showPlace(Place::Explorer);
    type(window, "target", server.url("/ping").toString());
    QVERIFY2(stage.tells(u"The open requests could not be kept.\nCheck the free space and the permissions of the "
                         "folder of "_s +
                         home.disk().path() + u"/state/apiconnect-explorer/drafts/"_s),
             qPrintable(stage.told()));
    stage.close();
    click(window, "send");
    const QString history = home.disk().path() + u"/data/apiconnect-explorer/history.sqlite"_s;
    QVERIFY2(
        stage.tells(u"The history in %1 cannot be used.\nRequests go out as ever; nothing is recorded."_s.arg(history)),
        qPrintable(stage.told()));
    QTRY_VERIFY(server.requests().size() == 1);
    stage.close();
    // What was told once is not told with each key and each request.
    type(window, "target", server.url("/pong").toString());
    click(window, "send");
    QTRY_VERIFY(server.requests().size() == 2);
    QTest::qWait(1500); // longer than the tabs wait with being saved
    QVERIFY2(stage.told().isEmpty(), qPrintable(stage.told()));
}

void TestDiskWindow::writableHomeSaysNothing()
{
    const Home home;
    (void)makeProfile(home);
    const Stage stage;
    QVERIFY2(stage.told().isEmpty(), qPrintable(stage.told()));
}

ACX_TEST_MAIN_WITH(Mounting<QApplication>, TestDiskWindow)
#include "test_disk_window.moc"
