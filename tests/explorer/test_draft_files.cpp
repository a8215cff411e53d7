// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/explorer/draft_bench.h"
#include "tests/response/disk_limits.h"
#include "tests/support/own_mounts.h"
#include "tests/support/test_main.h"

#include <QDir>
#include <QFile>
#include <QProcess>
#include <QRegularExpression>
#include <QTest>

#include <memory>
#include <vector>

using namespace Qt::StringLiterals;
using namespace acx;

namespace {

mode_t modeOf(const QString &path)
{
    struct stat info = {};
    return ::stat(QFile::encodeName(path).constData(), &info) == 0 ? info.st_mode & 07777U : 0;
}

/// Another program that saves, over and over: tabs named 0, 0 1, 0 1 2, …
int saveForEver(const QString &folder)
{
    DraftBench bench(folder);
    DraftSet set;
    for (int i = 0;; ++i) {
        set.tabs.append(stateNamed(QString::number(i)));
        if (set.tabs.size() > 50)
            set.tabs.clear();
        // The other program may hold the lock for a moment: the next round tries again.
        (void)waitFor(bench.drafts.save(bench.profiles.profiles().constFirst().id, set));
    }
}

/// Another window that saves one tab more each time, and ends.
int saveSome(const QString &folder, const QString &name, int count)
{
    DraftBench bench(folder);
    const QUuid profile = bench.profiles.profiles().constFirst().id;
    const Result<DraftSet> loaded = waitFor(bench.drafts.load(profile));
    if (!loaded)
        return 1;
    DraftSet set = *loaded;
    for (int i = 0; i < count; ++i) {
        set.tabs.append(stateNamed(name + QString::number(i)));
        if (const Status saved = waitFor(bench.drafts.save(profile, set)); !saved) {
            qWarning("%s", qPrintable(saved.error().details()));
            return 2;
        }
    }
    return 0;
}

QStringList operationsOf(const DraftSet &set)
{
    QStringList names;
    for (const RequestState &state : set.tabs)
        names.append(state.operationId);
    return names;
}

} // namespace

/// How the files of drafts are written and read: whole or not at all, in private, and never a reason not to start.
class TestDraftFiles final : public QObject, private DraftFolder
{
    Q_OBJECT

    [[nodiscard]] QStringList files() const { return QDir(drafts()).entryList(QDir::Files | QDir::Hidden); }

private Q_SLOTS:
    void init()
    {
        QTest::failOnWarning(QRegularExpression(u".?"_s));
        makeFolder();
    }
    void cleanup() { removeFolder(); }

    void filesAndFoldersArePrivate();
    void damagedFilesAreSetAside_data();
    void damagedFilesAreSetAside();
    void anUnreadFileIsNotOverwritten();
    void whatCannotBeReadIsNotOverwritten();
    void diskErrorsAreSaid_data();
    void diskErrorsAreSaid();
    void aKilledProgramLosesNothing();
    void theSecondWindowHasItsOwnTabs();
    void windowsThatBeginTogetherLoseNothing();
    void programsThatSaveTogetherLoseNothing();
    void whatTwoWindowsHaveStandsOnce();
    void whatHasNoRoomWaits();
    void aProfileThatIsLeftIsFree();
    void aDamagedFileOfAnEndedWindowIsSetAside();
    void aFileOfOthersIsNotOverwritten();
    void theFolderFollowsTheSpecification();
};

void TestDraftFiles::filesAndFoldersArePrivate()
{
    const Umask open(0);
    const Profile profile = m_bench->addProfile(u"one"_s);
    QVERIFY(waitFor(m_bench->drafts.save(profile.id, {{fullState()}, 0, {}})));
    QCOMPARE(modeOf(pathOf(profile)), mode_t(0600));
    QCOMPARE(modeOf(drafts()), mode_t(0700));
    QCOMPARE(QDir(drafts()).entryList(QDir::Files | QDir::Hidden).size(), 1);
}

void TestDraftFiles::damagedFilesAreSetAside_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::addColumn<int>("tabs");
    QTest::addColumn<QString>("name");
    const QByteArray good = toJson(fullState()).toJson();
    QTest::newRow("D6 drafts, empty") << QByteArray() << 0 << u"damaged"_s;
    QTest::newRow("D6 drafts, cut") << QByteArray(R"({"format":1,"tabs":[)") + good << 0 << u"damaged"_s;
    QTest::newRow("D6 drafts, zeros") << QByteArray(4096, '\0') << 0 << u"damaged"_s;
    QTest::newRow("D6 drafts, no object") << QByteArray("[1,2,3]") << 0 << u"damaged"_s;
    QTest::newRow("D6 drafts, no tabs") << QByteArray(R"({"format":1})") << 0 << u"damaged"_s;
    QTest::newRow("D6 drafts, a bad tab among good ones")
        << QByteArray(R"({"format":1,"current":7,"tabs":[)") + good + R"(,{"id":"x"},)" + good + "]}" << 2
        << u"damaged"_s;
    QTest::newRow("D6 drafts, a member twice")
        << QByteArray(R"({"format":1,"tabs":[{"id":"x","id":"y"}]})") << 0 << u"damaged"_s;
    QTest::newRow("D6 drafts, newer") << QByteArray(R"({"format":2,"windows":[]})") << 0 << u"newer"_s;
}

void TestDraftFiles::damagedFilesAreSetAside()
{
    QFETCH(QByteArray, content);
    QFETCH(int, tabs);
    QFETCH(QString, name);
    const Profile profile = m_bench->addProfile(u"one"_s);
    write(profile, content);
    const Result<DraftSet> loaded = waitFor(m_bench->drafts.load(profile.id));
    QVERIFY(loaded);
    QCOMPARE(loaded->tabs.size(), tabs);
    QVERIFY(loaded->current < qMax(tabs, 1));
    QVERIFY(loaded->notice);
    const QStringList kept = QDir(drafts()).entryList({u"*."_s + name + u"-*"_s});
    QCOMPARE(kept.size(), 1);
    QVERIFY(loaded->notice->nextStep.contains(kept.constFirst()));
    QFile file(drafts() + u'/' + kept.constFirst());
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(file.readAll(), content);
    QCOMPARE(modeOf(file.fileName()), mode_t(0600));
    // It is said once, and what could be read is there again.
    const Result<DraftSet> again = loadAnew(profile.id);
    QVERIFY(again && !again->notice);
    QCOMPARE(again->tabs, loaded->tabs);
}

void TestDraftFiles::anUnreadFileIsNotOverwritten()
{
    const Profile profile = m_bench->addProfile(u"one"_s);
    write(profile, R"({"format":99})");
    QVERIFY(waitFor(m_bench->drafts.save(profile.id, {{fullState()}, 0, {}})));
    QCOMPARE(QDir(drafts()).entryList({u"*.newer-*"_s}).size(), 1);
}

void TestDraftFiles::whatCannotBeReadIsNotOverwritten()
{
    const Profile profile = m_bench->addProfile(u"one"_s);
    QVERIFY(QDir().mkpath(pathOf(profile))); // a folder in its place
    QCOMPARE(waitFor(m_bench->drafts.load(profile.id)).error().kind, ErrorKind::Disk);
    const Status saved = waitFor(m_bench->drafts.save(profile.id, {{fullState()}, 0, {}}));
    QVERIFY(!saved);
    QVERIFY(saved.error().sentence.contains(pathOf(profile)));
    QVERIFY(QFileInfo(pathOf(profile)).isDir());
}

void TestDraftFiles::diskErrorsAreSaid_data()
{
    QTest::addColumn<bool>("smallDisk");
    QTest::newRow("limit of a file's size") << false;
    QTest::newRow("file system of 100 KB") << true;
}

void TestDraftFiles::diskErrorsAreSaid()
{
    QFETCH(bool, smallDisk);
    const SmallDisk disk;
    if (smallDisk && !disk.valid())
        QSKIP("This user may not mount a file system; the other row shows the same by a limit.");
    DraftBench bench(disk.path());
    const Profile profile = bench.addProfile(u"one"_s);
    const DraftSet first{{fullState()}, 0, {}};
    QVERIFY(waitFor(bench.drafts.save(profile.id, first)));
    DraftSet large = first;
    large.tabs[0].bodyText = QString(300'000, u'x');
    Status saved;
    if (smallDisk) {
        saved = waitFor(bench.drafts.save(profile.id, large));
    } else {
        const FileSizeLimit limit(98'304);
        saved = waitFor(bench.drafts.save(profile.id, large));
    }
    QVERIFY(!saved);
    QCOMPARE(saved.error().kind, ErrorKind::Disk);
    QCOMPARE(*waitFor(bench.drafts.load(profile.id)), first);
}

void TestDraftFiles::aKilledProgramLosesNothing()
{
    const Profile profile = m_bench->addProfile(u"one"_s);
    for (int round = 0; round < 10; ++round) {
        m_bench.reset(); // its file would be in use
        QProcess other;
        other.start(QCoreApplication::applicationFilePath(), {u"--save"_s, folder()});
        QVERIFY(other.waitForStarted());
        const QDateTime before = QFileInfo(pathOf(profile)).lastModified();
        QTRY_VERIFY_WITH_TIMEOUT(QFileInfo(pathOf(profile)).lastModified() != before, 60'000);
        QVERIFY(loadAnew(profile.id)); // another moment of its work each time
        other.kill();
        QVERIFY(other.waitForFinished());
        const Result<DraftSet> loaded = loadAnew(profile.id);
        QVERIFY(loaded);
        QVERIFY(!loaded->notice);
        for (qsizetype i = 0; i < loaded->tabs.size(); ++i)
            QVERIFY(!loaded->tabs[i].operationId.isEmpty());
    }
    QVERIFY(waitFor(m_bench->drafts.save(profile.id, {{fullState()}, 0, {}})));
    QCOMPARE(files().size(), 1); // no lock, no leftovers
}

// D8, from here on: several windows and programs have the open requests of one profile.
void TestDraftFiles::theSecondWindowHasItsOwnTabs()
{
    const Profile profile = m_bench->addProfile(u"one"_s);
    const DraftSet first{{stateNamed(u"a"_s)}, 0, {}};
    QVERIFY(waitFor(m_bench->drafts.save(profile.id, first)));
    auto second = std::make_unique<DraftBench>(folder());
    QCOMPARE(*waitFor(second->drafts.load(profile.id)), DraftSet());
    DraftSet tabs{{stateNamed(u"b"_s), stateNamed(u"c"_s)}, 1, {}};
    QVERIFY(waitFor(second->drafts.save(profile.id, tabs)));
    QCOMPARE(*waitFor(second->drafts.load(profile.id)), tabs);
    QCOMPARE(*waitFor(m_bench->drafts.load(profile.id)), first);
    QCOMPARE(files().size(), 2);
    // A third one while both are open has neither.
    {
        DraftBench third(folder());
        QCOMPARE(*waitFor(third.drafts.load(profile.id)), DraftSet());
    }
    tabs.tabs.removeLast();
    QVERIFY(waitFor(second->drafts.save(profile.id, tabs)));
    second.reset();
    // The first one has the tabs of the second from when it comes back to the profile.
    const Result<DraftSet> both = waitFor(m_bench->drafts.load(profile.id));
    QVERIFY(both && !both->notice);
    QCOMPARE(operationsOf(*both), QStringList({u"a"_s, u"b"_s}));
    QCOMPARE(files(), QStringList{QFileInfo(pathOf(profile)).fileName()});
    QCOMPARE(*loadAnew(profile.id), *both);
}

void TestDraftFiles::windowsThatBeginTogetherLoseNothing()
{
    // There is no file yet that either of them could mark.
    const Profile profile = m_bench->addProfile(u"one"_s);
    auto second = std::make_unique<DraftBench>(folder());
    QCOMPARE(*waitFor(m_bench->drafts.load(profile.id)), DraftSet());
    QCOMPARE(*waitFor(second->drafts.load(profile.id)), DraftSet());
    QVERIFY(waitFor(m_bench->drafts.save(profile.id, {{stateNamed(u"a"_s)}, 0, {}})));
    QVERIFY(waitFor(second->drafts.save(profile.id, {{stateNamed(u"b"_s)}, 0, {}})));
    QVERIFY(waitFor(m_bench->drafts.save(profile.id, {{stateNamed(u"c"_s)}, 0, {}})));
    second.reset();
    QCOMPARE(operationsOf(*loadAnew(profile.id)), QStringList({u"c"_s, u"b"_s}));
    QCOMPARE(files().size(), 1);
}

void TestDraftFiles::programsThatSaveTogetherLoseNothing()
{
    const Profile profile = m_bench->addProfile(u"one"_s);
    m_bench.reset();
    constexpr int each = 12;
    const QStringList names{u"d"_s, u"e"_s, u"f"_s};
    std::vector<std::unique_ptr<QProcess>> others;
    for (const QString &name : names) {
        others.push_back(std::make_unique<QProcess>());
        others.back()->start(QCoreApplication::applicationFilePath(),
                             {u"--some"_s, folder(), name, QString::number(each)});
    }
    for (const auto &other : others) {
        QVERIFY(other->waitForFinished(60'000));
        QVERIFY2(other->exitCode() == 0, other->readAllStandardError().constData());
    }
    QStringList found = operationsOf(*loadAnew(profile.id));
    found.sort();
    QStringList wanted;
    for (const QString &name : names) {
        for (int i = 0; i < each; ++i)
            wanted.append(name + QString::number(i));
    }
    wanted.sort();
    QCOMPARE(found, wanted);
    QCOMPARE(files().size(), 1);
}

void TestDraftFiles::whatTwoWindowsHaveStandsOnce()
{
    // As a program leaves them that is killed between taking over and removing, and one tab was changed since.
    const Profile profile = m_bench->addProfile(u"one"_s);
    const DraftSet set{{stateNamed(u"a"_s), stateNamed(u"b"_s)}, 0, {}};
    QVERIFY(waitFor(m_bench->drafts.save(profile.id, set)));
    QVERIFY(QFile::copy(pathOf(profile), pathOf(profile, 2)));
    DraftSet changed = set;
    changed.tabs[1].bodyText = u"{}"_s;
    QVERIFY(waitFor(m_bench->drafts.save(profile.id, changed)));
    const Result<DraftSet> loaded = loadAnew(profile.id);
    QVERIFY(loaded);
    QCOMPARE(loaded->tabs.size(), 3);
    QCOMPARE(loaded->tabs.first(2), changed.tabs);
    QCOMPARE(loaded->tabs[2].operationId, u"b"_s);
    QVERIFY(loaded->tabs[2].bodyText.isEmpty());
    QVERIFY(loaded->tabs[2].id != loaded->tabs[1].id);
}

void TestDraftFiles::whatHasNoRoomWaits()
{
    const Profile profile = m_bench->addProfile(u"one"_s);
    DraftSet set;
    for (int i = 0; i < 60; ++i)
        set.tabs.append(stateNamed(QString::number(i)));
    QVERIFY(waitFor(m_bench->drafts.save(profile.id, set)));
    {
        DraftBench second(folder());
        for (RequestState &tab : set.tabs)
            tab.id = QUuid::createUuid();
        QVERIFY(waitFor(second.drafts.save(profile.id, set)));
    }
    const Result<DraftSet> loaded = loadAnew(profile.id);
    QVERIFY(loaded && !loaded->notice);
    QCOMPARE(loaded->tabs.size(), 60);
    QCOMPARE(files().size(), 2);
    DraftSet fewer = *loaded;
    fewer.tabs.resize(40);
    QVERIFY(waitFor(m_bench->drafts.save(profile.id, fewer)));
    QCOMPARE(loadAnew(profile.id)->tabs, fewer.tabs + set.tabs);
    QCOMPARE(files().size(), 1);
}

void TestDraftFiles::aProfileThatIsLeftIsFree()
{
    const Profile one = m_bench->addProfile(u"one"_s);
    const Profile two = m_bench->addProfile(u"two"_s);
    const DraftSet set{{stateNamed(u"a"_s)}, 0, {}};
    QVERIFY(waitFor(m_bench->drafts.save(one.id, set)));
    QCOMPARE(*waitFor(m_bench->drafts.load(two.id)), DraftSet());
    DraftBench second(folder());
    QCOMPARE(*waitFor(second.drafts.load(one.id)), set);
    QCOMPARE(*waitFor(m_bench->drafts.load(one.id)), DraftSet()); // it is the second one's now
    QCOMPARE(files().size(), 1);
}

void TestDraftFiles::aDamagedFileOfAnEndedWindowIsSetAside()
{
    const Profile profile = m_bench->addProfile(u"one"_s);
    const DraftSet set{{stateNamed(u"a"_s)}, 0, {}};
    QVERIFY(waitFor(m_bench->drafts.save(profile.id, set)));
    writeTo(pathOf(profile, 3), "damaged");
    const Result<DraftSet> loaded = loadAnew(profile.id);
    QVERIFY(loaded && loaded->notice);
    QCOMPARE(loaded->tabs, set.tabs);
    const QStringList kept = QDir(drafts()).entryList({u"*-3.json.damaged-*"_s});
    QCOMPARE(kept.size(), 1);
    QVERIFY(loaded->notice->nextStep.contains(kept.constFirst()));
    QVERIFY(!QFile::exists(pathOf(profile, 3)));
    QVERIFY(!loadAnew(profile.id)->notice);
    // It goes with the profile.
    QVERIFY(waitFor(m_bench->drafts.remove(profile.id)));
    QCOMPARE(files(), QStringList());
}

void TestDraftFiles::aFileOfOthersIsNotOverwritten()
{
    // As on a file system that knows no locks, or by an earlier version of this program.
    const Profile profile = m_bench->addProfile(u"one"_s);
    const DraftSet set{{stateNamed(u"theirs"_s)}, 0, {}};
    QVERIFY(waitFor(m_bench->drafts.save(profile.id, set)));
    const QByteArray theirs = contentOf(profile);
    QVERIFY(QFile::remove(pathOf(profile)));
    write(profile, theirs);
    QVERIFY(waitFor(m_bench->drafts.save(profile.id, {{stateNamed(u"ours"_s)}, 0, {}})));
    QCOMPARE(contentOf(profile), theirs);
    QCOMPARE(operationsOf(*loadAnew(profile.id)), QStringList({u"theirs"_s, u"ours"_s}));
}

void TestDraftFiles::theFolderFollowsTheSpecification()
{
    const QByteArray before = qgetenv("XDG_STATE_HOME");
    qputenv("XDG_STATE_HOME", "/somewhere/state");
    QCOMPARE(DraftStore::defaultFolder(), u"/somewhere/state/apiconnect-explorer/drafts"_s);
    for (const char *value : {"", "relative/state"}) {
        qputenv("XDG_STATE_HOME", value);
        QCOMPARE(DraftStore::defaultFolder(), QDir::homePath() + u"/.local/state/apiconnect-explorer/drafts"_s);
    }
    qputenv("XDG_STATE_HOME", before);
}

int main(int argc, char *argv[])
{
    ::umask(077);
    if (argc == 3 && QByteArrayView(argv[1]) == QByteArrayView("--save")) {
        const QCoreApplication app(argc, argv);
        return saveForEver(QFile::decodeName(argv[2]));
    }
    if (argc == 5 && QByteArrayView(argv[1]) == QByteArrayView("--some")) {
        const QCoreApplication app(argc, argv);
        return saveSome(QFile::decodeName(argv[2]), QString::fromUtf8(argv[3]), QByteArray(argv[4]).toInt());
    }
    const acx::PrivateHome home;
    acx::Mounting<QCoreApplication> app(argc, argv);
    TestDraftFiles test;
    return QTest::qExec(&test, argc, argv);
}
#include "test_draft_files.moc"
