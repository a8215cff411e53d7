// SPDX-License-Identifier: GPL-3.0-or-later
// D1: a disk without room. D4: a home that cannot be written. D5: nobody else can read what is kept.
#include "tests/disk/disk_writers.h"
#include "tests/disk/fault_run.h"
#include "tests/response/disk_limits.h"
#include "tests/support/own_mounts.h"
#include "tests/support/searched_folder.h"
#include "tests/support/test_main.h"

#include <QDir>
#include <QDirIterator>
#include <QRegularExpression>
#include <QTest>

#include <grp.h>
#include <unistd.h>

using namespace Qt::StringLiterals;
using namespace acx;
using disk_faults::Kind;

namespace {

constexpr uid_t nobody = 65534;
constexpr qint64 roomLeft = 100 * 1024; // bytes
constexpr qint64 beyondRoom = 300'000;  // bytes

/// Gives everything below (and the folder) to somebody, who may write there or only look.
void giveTo(uid_t user, const QString &folder, bool mayWrite)
{
    QStringList paths{folder};
    QDirIterator entries(folder, QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot, QDirIterator::Subdirectories);
    while (entries.hasNext())
        paths += entries.next();
    for (const QString &path : paths) {
        const QByteArray name = QFile::encodeName(path);
        const gid_t group = user == nobody ? nobody : ::getegid();
        QCOMPARE(::chown(name.constData(), user, group), 0);
        QCOMPARE(::chmod(name.constData(), !QFileInfo(path).isDir() ? 0600 : mayWrite ? 0700 : 0500), 0);
    }
}

/// What can only be read is found as it was. The database of the history wants to write even for that (D7): it is off,
/// in these words and no others.
bool isAsItWas(const DiskWriter &writer, const QString &folder, const QString &old, const QString &found)
{
    if (QByteArrayView(writer.name) != QByteArrayView("history"))
        return found == old;
    return found.startsWith(
        u"!The history in %1 cannot be used. Requests go out as ever; nothing is recorded. Check the "
        "free space and the permissions of its folder."_s.arg(folder + writer.file));
}

/// Root may write everywhere, so the child becomes somebody who may not.
bool becomeNobody()
{
    if (::geteuid() != 0)
        return true;
    return ::setgroups(0, nullptr) == 0 && ::setgid(nobody) == 0 && ::setuid(nobody) == 0;
}

} // namespace

class TestDiskStates final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".?"_s)); }
    void fullDisk_data();
    void fullDisk();
    void readOnlyHome_data();
    void readOnlyHome();
    void keptPrivate_data();
    void keptPrivate();

private:
    /// A change that must fail with the file named; then what is found must be what was there, or said to be unusable.
    void checkRefusal(const DiskWriter &writer, const QString &folder, const QString &old, bool asNobody);
};

void TestDiskStates::fullDisk_data()
{
    QTest::addColumn<int>("writer");
    QTest::addColumn<bool>("isLarge");
    for (int i = 0; i < diskWriters().size(); ++i) {
        for (const bool isLarge : {false, true})
            QTest::addRow("D1 %s, %s", diskWriters().at(i).name, isLarge ? "large into 100 KB" : "small into nothing")
                << i << isLarge;
    }
}

void TestDiskStates::fullDisk()
{
    QFETCH(int, writer);
    QFETCH(bool, isLarge);
    const DiskWriter &used = diskWriters().at(writer);
    const SmallDisk disk("size=1m");
    const QString folder = disk.path() + u"/home"_s;
    QVERIFY(QDir().mkpath(folder));
    QVERIFY(used.change(folder, 0, smallPayload));
    const QString old = used.look(folder);
    const QString filler = disk.path() + u"/filler"_s;
    if (disk.valid())
        fillDisk(filler, isLarge ? roomLeft : 0);
    const FaultRun run = runStruck(folder, Kind::None, 0, 1, [&](int step) {
        // Where nothing may be mounted, a limit of a file's size says the same.
        const FileSizeLimit limit(disk.valid() ? RLIM_INFINITY : isLarge ? roomLeft : 1);
        return used.change(folder, step, isLarge ? beyondRoom : smallPayload);
    });
    QCOMPARE(run.trouble, QByteArray());
    QVERIFY(!run.status);
    QCOMPARE(run.status.error().kind, ErrorKind::Disk);
    QVERIFY2(run.status.error().message().contains(folder + used.file), qPrintable(run.status.error().message()));
    QFile::remove(filler);
    QCOMPARE(used.look(folder), old);
    QVERIFY(used.change(folder, 1, smallPayload));
    QVERIFY(used.look(folder) != old);
}

void TestDiskStates::readOnlyHome_data()
{
    QTest::addColumn<int>("writer");
    QTest::addColumn<bool>("isMount");
    for (int i = 0; i < diskWriters().size(); ++i) {
        for (const bool isMount : {false, true})
            QTest::addRow("D4 %s, %s", diskWriters().at(i).name, isMount ? "read-only mount" : "no right to write")
                << i << isMount;
    }
}

void TestDiskStates::checkRefusal(const DiskWriter &writer, const QString &folder, const QString &old, bool asNobody)
{
    const auto allowed = [asNobody] { return !asNobody || becomeNobody(); };
    const FaultRun change = runStruck(folder, Kind::None, 0, 1, [&](int step) -> Status {
        return allowed() ? writer.change(folder, step, smallPayload) : Status();
    });
    QCOMPARE(change.trouble, QByteArray());
    QVERIFY(!change.status);
    QCOMPARE(change.status.error().kind, ErrorKind::Disk);
    QVERIFY2(change.status.error().message().contains(folder + writer.file),
             qPrintable(change.status.error().message()));
    const FaultRun look = runStruck(folder, Kind::None, 0, 1, [&](int) -> Status {
        const QString found = allowed() ? writer.look(folder) : QString();
        return isAsItWas(writer, folder, old, found) ? Status() : fail(ErrorKind::Internal, found);
    });
    QCOMPARE(look.trouble, QByteArray());
    QVERIFY2(look.status, qPrintable(look.status ? QString() : look.status.error().sentence));
}

void TestDiskStates::readOnlyHome()
{
    QFETCH(int, writer);
    QFETCH(bool, isMount);
    const DiskWriter &used = diskWriters().at(writer);
    const SmallDisk disk("size=1m,mode=0711");
    if (isMount && !disk.valid())
        QSKIP("This user may not mount a file system, not even in a namespace of its own.");
    QVERIFY(::chmod(QFile::encodeName(disk.path()).constData(), 0711) == 0);
    const QString folder = disk.path() + u"/home"_s;
    QVERIFY(QDir().mkpath(folder));
    QVERIFY(used.change(folder, 0, smallPayload));
    const QString old = used.look(folder);
    if (isMount)
        QVERIFY(disk.setReadOnly(true));
    else
        giveTo(::geteuid() == 0 ? nobody : ::geteuid(), folder, false);
    checkRefusal(used, folder, old, !isMount);
    if (isMount)
        QVERIFY(disk.setReadOnly(false));
    else
        giveTo(::geteuid(), folder, true);
    QCOMPARE(used.look(folder), old);
}

void TestDiskStates::keptPrivate_data()
{
    QTest::addColumn<int>("writer");
    QTest::addColumn<int>("mask");
    for (int i = 0; i < diskWriters().size(); ++i) {
        QTest::addRow("D5 %s, umask 000", diskWriters().at(i).name) << i << 0;
        QTest::addRow("D5 %s, umask 022", diskWriters().at(i).name) << i << 022;
    }
}

void TestDiskStates::keptPrivate()
{
    QFETCH(int, writer);
    QFETCH(int, mask);
    const DiskWriter &used = diskWriters().at(writer);
    const SearchedFolder home(workTemplate());
    const Umask umask(static_cast<mode_t>(mask));
    // Also what stands there while it is changed, as a killed program leaves it.
    bool isKilled = true;
    for (long at = 1; isKilled; at += 3) {
        const FaultRun run = runStruck(home.path(), Kind::Kill, at, 2,
                                       [&](int step) { return used.change(home.path(), step, smallPayload); });
        isKilled = run.isKilled;
        QCOMPARE(run.trouble, QByteArray());
        // filesBelow() adds the mode where others can read.
        const QStringList open = filesBelow(home.path()).filter(QRegularExpression(u" 0[0-7]+$"_s));
        QCOMPARE(open, QStringList());
        const QString found = used.look(home.path());
        QVERIFY2(!found.startsWith(u'!'), qPrintable(found));
    }
    QVERIFY(!filesBelow(home.path()).isEmpty());
}

ACX_TEST_MAIN_WITH(Mounting<QCoreApplication>, TestDiskStates)
#include "test_disk_states.moc"
