// SPDX-License-Identifier: GPL-3.0-or-later
// D8: two programs write at once. D11: bodies on disk go with the program, however it ends.
#include "app/response/response_body.h"
#include "app/response/unnamed_file.h"
#include "tests/disk/disk_writers.h"
#include "tests/disk/fault_run.h"
#include "tests/support/searched_folder.h"
#include "tests/support/test_main.h"

#include <QDir>
#include <QDirIterator>
#include <QRegularExpression>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace acx;
using disk_faults::Kind;

namespace {

QStringList bodies()
{
    QStringList found;
    QDirIterator files(unnamedFileFolder(), QDir::Files | QDir::Hidden | QDir::System, QDirIterator::Subdirectories);
    while (files.hasNext())
        found += files.next();
    return found;
}

} // namespace

class TestDiskLives final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".?"_s)); }
    void cleanup() { disk_faults::refuseUnnamed(false); }
    void twoPrograms_data();
    void twoPrograms();
    void bodiesGo_data();
    void bodiesGo();
};

void TestDiskLives::twoPrograms_data()
{
    QTest::addColumn<int>("writer");
    QTest::addColumn<bool>("isEqual");
    QTest::addColumn<int>("lines"); // of what is found; 0 = what one of the two wrote last
    const auto add = [](const char *name, int different, int equal) {
        for (int i = 0; i < diskWriters().size(); ++i) {
            if (qstrcmp(diskWriters().at(i).name, name) != 0)
                continue;
            QTest::addRow("D8 %s, different", name) << i << false << different;
            QTest::addRow("D8 %s, equal", name) << i << true << equal;
        }
    };
    add("profile", 20, 10);
    add("trust", 20, 10);
    add("history", 21, 21); // and the number of entries
    add("definition", 20, 10);
    add("definition read again", 1, 1);
    add("settings", 0, 0);
    add("drafts", 0, 0);
    add("saved answer", 0, 0);
}

void TestDiskLives::twoPrograms()
{
    QFETCH(int, writer);
    QFETCH(bool, isEqual);
    QFETCH(int, lines);
    constexpr int each = 10;
    const DiskWriter &used = diskWriters().at(writer);
    const SearchedFolder home(workTemplate());
    const auto work = [&](int program) {
        return [&used, &home, isEqual, program](int step) {
            return used.change(home.path(), (isEqual ? 0 : 20 * program) + step, smallPayload);
        };
    };
    const StartedRun one = startStruck(home.path(), Kind::None, 0, each, work(0));
    const StartedRun other = startStruck(home.path(), Kind::None, 0, each, work(1));
    for (const StartedRun &started : {one, other}) {
        const FaultRun run = endStruck(started);
        QCOMPARE(run.trouble, QByteArray());
        QVERIFY2(run.status, qPrintable(run.status ? QString() : run.status.error().message()));
        QCOMPARE(run.confirmed, each);
    }
    const QString found = used.look(home.path());
    QVERIFY2(!found.startsWith(u'!'), qPrintable(found));
    if (lines > 0) {
        QVERIFY2(found.count(u'\n') == lines, qPrintable(found));
        return;
    }
    QStringList last;
    for (const int program : {0, 1}) {
        const SearchedFolder alone(workTemplate());
        QVERIFY(used.change(alone.path(), (isEqual ? 0 : 20 * program) + each, smallPayload));
        last += used.look(alone.path());
    }
    QVERIFY2(last.contains(found), qPrintable(found));
}

void TestDiskLives::bodiesGo_data()
{
    QTest::addColumn<bool>("isNamed");
    QTest::newRow("D11 files without a name") << false;
    QTest::newRow("D11 files that lose their name") << true;
}

void TestDiskLives::bodiesGo()
{
    QFETCH(bool, isNamed);
    disk_faults::refuseUnnamed(isNamed);
    const auto work = [](int) -> Status {
        ResponseBody body(1000); // bytes in memory
        for (int i = 0; i < 4; ++i) {
            if (Status appended = body.append(QByteArray(50'000, 'b')); !appended)
                return appended;
        }
        return body.isOnDisk() ? Status() : fail(ErrorKind::Internal, u"The body is in memory."_s);
    };
    bool isKilled = true;
    int kills = 0;
    for (long at = 1; isKilled; ++at) {
        QDir(unnamedFileFolder()).removeRecursively();
        const FaultRun run = runStruck(unnamedFileFolder(), Kind::Kill, at, 1, work);
        QCOMPARE(run.trouble, QByteArray());
        isKilled = run.isKilled;
        kills += isKilled ? 1 : 0;
        // With nothing in it, and only until the next one is made.
        const QStringList left = bodies();
        for (const QString &path : left)
            QCOMPARE(QFileInfo(path).size(), 0);
        QVERIFY(isNamed || left.isEmpty());
        const FaultRun next = runStruck(unnamedFileFolder(), Kind::None, 0, 1, work);
        QVERIFY2(next.status, qPrintable(next.status ? QString() : next.status.error().message()));
        QCOMPARE(bodies(), QStringList());
    }
    QCOMPARE_GE(kills, 4);
}

ACX_TEST_MAIN(TestDiskLives)
#include "test_disk_lives.moc"
