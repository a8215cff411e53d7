// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/profiles/file_lock.h"
#include "app/profiles/replaced_file.h"
#include "tests/profiles/profile_folder.h"
#include "tests/response/disk_limits.h"
#include "tests/support/own_mounts.h"
#include "tests/support/private_home.h"
#include "tests/support/test_main.h"

#include <QDir>
#include <QFile>
#include <QProcess>
#include <QRegularExpression>
#include <QTest>

#include <sys/file.h>

using namespace Qt::StringLiterals;
using namespace acx;

/// How the profile file is written: in private, whole or not at all, and by two programs at once.
class TestProfileFile final : public QObject, private ProfileFolder
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        QTest::failOnWarning(QRegularExpression(u".?"_s));
        makeFolder();
    }
    void cleanup() { removeFolder(); }

    void filesAndFoldersArePrivate_data();
    void filesAndFoldersArePrivate();
    void tightensAnOpenFile();
    void saysWhenTheFileCannotBeRead();
    void saysWhenTheFolderCannotBeWritten();
    void aFullDiskKeepsTheOldFile_data();
    void aFullDiskKeepsTheOldFile();
    void twoProgramsLoseNothing();
    void aReaderNeverSeesLess();
    void aKilledProgramLosesNothing();
    void waitsOnlyBrieflyForAnotherProgram();
    void takesOverTheLockOfADeadProgram();
    void sweepsLeftoversButNoCopiesOfThePerson();
    void sweepsNothingThatIsBeingWritten();
};

namespace {

/// A file of many profiles, larger than any buffer of QFile.
Profile largeProfile()
{
    Profile profile = profileNamed(u"large"_s);
    profile.keyName = QString(300'000, u'x');
    return profile;
}

/// The other program of the tests with two: this test itself with arguments.
int writeProfiles(const QString &path, const QString &prefix, int count)
{
    ProfileStore store(path);
    for (int i = 0; i < count; ++i) {
        if (const Status saved = store.save(profileNamed(u"%1 %2"_s.arg(prefix).arg(i))); !saved) {
            qWarning().noquote() << saved.error().details();
            return 1;
        }
    }
    return 0;
}

} // namespace

void TestProfileFile::filesAndFoldersArePrivate_data()
{
    QTest::addColumn<int>("mask");
    QTest::newRow("000") << 0;
    QTest::newRow("022") << 022;
    QTest::newRow("077") << 077;
}

void TestProfileFile::filesAndFoldersArePrivate()
{
    QFETCH(int, mask);
    const Umask umask(static_cast<mode_t>(mask));
    QVERIFY(store().save(profileNamed(u"one"_s)).has_value());
    QVERIFY(store().save(profileNamed(u"two"_s)).has_value());
    QCOMPARE(modeOf(path()), mode_t(0600));
    QCOMPARE(modeOf(QFileInfo(path()).path()), mode_t(0700));
    QCOMPARE(QFileInfo(path()).dir().entryList(QDir::Files | QDir::Hidden), QStringList{u"profiles.json"_s});
}

void TestProfileFile::tightensAnOpenFile()
{
    QVERIFY(store().save(profileNamed(u"one"_s)).has_value());
    QCOMPARE(::chmod(QFile::encodeName(path()).constData(), 0666), 0);
    QVERIFY(store().save(profileNamed(u"two"_s)).has_value());
    QCOMPARE(modeOf(path()), mode_t(0600));
}

void TestProfileFile::saysWhenTheFileCannotBeRead()
{
    QVERIFY(QDir().mkpath(path())); // a folder in its place
    const Result<ProfileStore::Contents> contents = store().load();
    QVERIFY(!contents.has_value());
    QCOMPARE(contents.error().kind, ErrorKind::Disk);
    QVERIFY(contents.error().sentence.contains(path()));
    QCOMPARE(store().save(profileNamed(u"one"_s)).error().kind, ErrorKind::Disk);
}

void TestProfileFile::saysWhenTheFolderCannotBeWritten()
{
    ProfileStore unwritable(u"/proc/apiconnect-explorer/profiles.json"_s); // not even root can
    QVERIFY(unwritable.load().has_value());
    const Status saved = unwritable.save(profileNamed(u"one"_s));
    QVERIFY(!saved.has_value());
    QCOMPARE(saved.error().kind, ErrorKind::Disk);
    QVERIFY(saved.error().sentence.contains(u"/proc/apiconnect-explorer"_s));
}

void TestProfileFile::aFullDiskKeepsTheOldFile_data()
{
    QTest::addColumn<bool>("smallDisk");
    QTest::newRow("limit of a file's size") << false;
    QTest::newRow("file system of 100 KB") << true;
}

void TestProfileFile::aFullDiskKeepsTheOldFile()
{
    QFETCH(bool, smallDisk);
    const SmallDisk disk;
    if (smallDisk && !disk.valid())
        QSKIP("This user may not mount a file system; the other row shows the same by a limit.");
    const QString file = disk.path() + u"/config/profiles.json"_s;
    ProfileStore profiles(file);
    const Profile first = profileNamed(u"one"_s);
    QVERIFY(profiles.save(first).has_value());
    Status saved;
    if (smallDisk) {
        saved = profiles.save(largeProfile());
    } else {
        const FileSizeLimit limit(98'304);
        saved = profiles.save(largeProfile());
    }
    QVERIFY(!saved.has_value());
    QCOMPARE(saved.error().kind, ErrorKind::Disk);
    QVERIFY(saved.error().sentence.contains(file));
    const Result<ProfileStore::Contents> contents = profiles.load();
    QVERIFY(contents.has_value());
    QVERIFY(!contents->notice);
    QVERIFY(contents->profiles == QList<Profile>{first});
    QCOMPARE(QFileInfo(file).dir().entryList(QDir::Files | QDir::Hidden), QStringList{u"profiles.json"_s});
}

void TestProfileFile::twoProgramsLoseNothing()
{
    constexpr int each = 15;
    QProcess other;
    other.start(QCoreApplication::applicationFilePath(), {u"--write"_s, path(), u"theirs"_s, QString::number(each)});
    QVERIFY(other.waitForStarted());
    QCOMPARE(writeProfiles(path(), u"ours"_s, each), 0);
    QVERIFY(other.waitForFinished(60'000));
    QVERIFY2(other.exitCode() == 0, other.readAllStandardError().constData());
    const QStringList all = names();
    QCOMPARE(all.size(), 2 * each);
    QCOMPARE(all.filter(u"theirs"_s).size(), each);
}

void TestProfileFile::aReaderNeverSeesLess()
{
    QVERIFY(store().save(profileNamed(u"first"_s)).has_value());
    constexpr int count = 40;
    QProcess other;
    other.start(QCoreApplication::applicationFilePath(), {u"--write"_s, path(), u"more"_s, QString::number(count)});
    QVERIFY(other.waitForStarted());
    qsizetype seen = 1;
    while (seen <= count) {
        const Result<ProfileStore::Contents> contents = store().load();
        QVERIFY2(contents, qPrintable(contents ? QString() : contents.error().details()));
        QVERIFY2(!contents->notice, qPrintable(contents->notice ? contents->notice->details() : QString()));
        QCOMPARE_GE(contents->profiles.size(), seen);
        seen = contents->profiles.size();
        QVERIFY2(seen > count || other.state() == QProcess::Running, other.readAllStandardError().constData());
    }
    QVERIFY(other.waitForFinished());
    QCOMPARE(other.exitCode(), 0);
}

void TestProfileFile::aKilledProgramLosesNothing()
{
    QVERIFY(store().save(profileNamed(u"first"_s)).has_value());
    qsizetype before = 1;
    for (int round = 0; round < 12; ++round) {
        QProcess other;
        other.start(QCoreApplication::applicationFilePath(),
                    {u"--write"_s, path(), u"round %1"_s.arg(round), u"10000"_s});
        QVERIFY(other.waitForStarted());
        // Let it write a while, each time to another point.
        QTRY_VERIFY_WITH_TIMEOUT(names().size() > before + round % 4, 120'000);
        other.kill();
        QVERIFY(other.waitForFinished());
        const Result<ProfileStore::Contents> contents = store().load();
        QVERIFY(contents.has_value());
        QVERIFY(!contents->notice);
        QCOMPARE_GT(contents->profiles.size(), before);
        QCOMPARE(contents->profiles.constFirst().name, u"first"_s);
        before = contents->profiles.size();
    }
    // Its lock is no obstacle, and nothing stays beside the file.
    QVERIFY(store().save(profileNamed(u"last"_s)).has_value());
    QCOMPARE(names().size(), before + 1);
    QCOMPARE(QFileInfo(path()).dir().entryList(QDir::Files | QDir::Hidden), QStringList{u"profiles.json"_s});
}

void TestProfileFile::waitsOnlyBrieflyForAnotherProgram()
{
    QVERIFY(store().save(profileNamed(u"one"_s)).has_value());
    FileLock other(path());
    QVERIFY(other.lock(std::chrono::seconds(1)));
    const Status saved = store().save(profileNamed(u"two"_s));
    QVERIFY(!saved.has_value());
    QCOMPARE(saved.error().kind, ErrorKind::Disk);
    QVERIFY(saved.error().sentence.contains(u"Another program"_s));
    QCOMPARE(names(), QStringList{u"one"_s}); // reading needs no lock
    other.unlock();
    QVERIFY(store().save(profileNamed(u"two"_s)).has_value());
}

void TestProfileFile::takesOverTheLockOfADeadProgram()
{
    QProcess dead;
    dead.start(u"true"_s, QStringList());
    QVERIFY(dead.waitForStarted());
    const qint64 id = dead.processId();
    QVERIFY(dead.waitForFinished());
    QVERIFY(QDir().mkpath(QFileInfo(path()).path()));
    QFile lock(path() + u".lock"_s);
    QVERIFY(lock.open(QIODevice::WriteOnly));
    const QByteArray text = QByteArray::number(id) + "\nacx\n" + QSysInfo::machineHostName().toUtf8() + '\n' +
                            QSysInfo::machineUniqueId() + '\n' + QSysInfo::bootUniqueId() + '\n';
    QCOMPARE(lock.write(text), text.size());
    lock.close();
    QVERIFY(store().save(profileNamed(u"one"_s)).has_value());
    QCOMPARE(names(), QStringList{u"one"_s});
}

void TestProfileFile::sweepsLeftoversButNoCopiesOfThePerson()
{
    QVERIFY(store().save(profileNamed(u"one"_s)).has_value());
    const QString mine = path() + u".backup"_s;
    const QStringList leftovers = {path() + u".AbcdEf"_s, path() + u".abcdef.part"_s};
    QVERIFY(QFile::copy(path(), mine));
    for (const QString &leftover : leftovers)
        QVERIFY(QFile::copy(path(), leftover));
    QVERIFY(store().save(profileNamed(u"two"_s)).has_value());
    QVERIFY(QFile::exists(mine));
    for (const QString &leftover : leftovers)
        QVERIFY2(!QFile::exists(leftover), qPrintable(leftover));
}

void TestProfileFile::sweepsNothingThatIsBeingWritten()
{
    // As two programs meet that save to one file.
    QVERIFY(store().save(profileNamed(u"one"_s)).has_value());
    const QString part = path() + u".AbcdEf.part"_s;
    QFile other(part);
    QVERIFY(other.open(QIODevice::WriteOnly));
    QCOMPARE(::flock(other.handle(), LOCK_EX | LOCK_NB), 0);
    ReplacedFile ours(path());
    QVERIFY(ours.open());
    QCOMPARE(ours.device().write("ours"), 4);
    const QString ourPart = ours.device().fileName();
    QVERIFY(QFile::exists(ourPart));
    sweepLeftovers(path(), Leftovers::All);
    QVERIFY(QFile::exists(part));
    QVERIFY(QFile::exists(ourPart));
    other.close(); // as the end of its program does
    sweepLeftovers(path(), Leftovers::Ours);
    QVERIFY(!QFile::exists(part));
    QVERIFY(ours.commit());
    QFile file(path());
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(file.readAll(), "ours"_ba);
}

int main(int argc, char *argv[])
{
    ::umask(077);
    if (argc == 5 && QByteArrayView(argv[1]) == QByteArrayView("--write")) {
        const QCoreApplication app(argc, argv);
        return writeProfiles(QFile::decodeName(argv[2]), QString::fromUtf8(argv[3]), QByteArray(argv[4]).toInt());
    }
    const acx::PrivateHome home;
    acx::Mounting<QCoreApplication> app(argc, argv);
    TestProfileFile test;
    return QTest::qExec(&test, argc, argv);
}
#include "test_profile_file.moc"
