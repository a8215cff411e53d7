// SPDX-License-Identifier: GPL-3.0-or-later
// D3: SIGKILL at any operation on the disk, in a series of changes. What was told as kept is there, a start works and
// has nothing to tell, and what the killed program left is swept. 234 points; 1,134 with ACX_LONG.
#include "tests/disk/disk_writers.h"
#include "tests/disk/fault_run.h"
#include "tests/support/searched_folder.h"
#include "tests/support/test_main.h"

#include <QDir>
#include <QRegularExpression>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace acx;
using disk_faults::Kind;

class TestDiskKills final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".?"_s)); }
    void cleanup() { disk_faults::refuseUnnamed(false); }
    void killed_data();
    void killed();

private:
    [[nodiscard]] QString nextFolder();
    /// What is found, and the files, before the first and after each change of an undisturbed series.
    void record(const DiskWriter &writer, qsizetype payload, int steps);
    /// Why the folder is not as it must be; empty = it is.
    [[nodiscard]] QByteArray check(const DiskWriter &writer, qsizetype payload, const QString &folder,
                                   const FaultRun &run) const;

    SearchedFolder m_home{workTemplate()};
    int m_folders = 0;
    QStringList m_states;
    QList<QStringList> m_files;
};

QString TestDiskKills::nextFolder()
{
    const QString path = m_home.filePath(QString::number(m_folders++));
    QDir().mkpath(path);
    return path;
}

void TestDiskKills::killed_data()
{
    QTest::addColumn<int>("writer");
    QTest::addColumn<qint64>("payload");
    for (int i = 0; i < diskWriters().size(); ++i) {
        QTest::addRow("D3 %s, small", diskWriters().at(i).name) << i << qint64(smallPayload);
        QTest::addRow("D3 %s, large, no files without a name", diskWriters().at(i).name) << i << qint64(largePayload);
    }
}

void TestDiskKills::record(const DiskWriter &writer, qsizetype payload, int steps)
{
    const QString folder = nextFolder();
    m_states.clear();
    m_files.clear();
    for (int step = 0; step <= steps; ++step) {
        QVERIFY(writer.change(folder, step, payload));
        m_states += writer.look(folder);
        m_files += filesBelow(folder);
        QVERIFY(!m_states.constLast().startsWith(u'!'));
        QCOMPARE(m_states.count(m_states.constLast()), 1);
    }
}

QByteArray TestDiskKills::check(const DiskWriter &writer, qsizetype payload, const QString &folder,
                                const FaultRun &run) const
{
    if (!run.isKilled)
        return "it was not killed: " + run.trouble;
    const QString found = writer.look(folder);
    const qsizetype step = m_states.indexOf(found);
    if (step != run.confirmed && step != run.confirmed + 1)
        return "after " + QByteArray::number(run.confirmed) + " changes it found\n" + found.toUtf8();
    if (const Status next = writer.change(folder, int(step) + 1, payload); !next)
        return "the next change failed: " + next.error().message().toUtf8();
    if (writer.look(folder) != m_states.at(step + 1))
        return "after the next change it found\n" + writer.look(folder).toUtf8();
    if (filesBelow(folder) != m_files.at(step + 1))
        return "it left " + filesBelow(folder).join(u", "_s).toUtf8();
    return {};
}

void TestDiskKills::killed()
{
    QFETCH(int, writer);
    QFETCH(qint64, payload);
    const bool isLong = qEnvironmentVariableIsSet("ACX_LONG");
    const int steps = isLong ? 8 : 3;
    const int points = isLong ? 63 : 13;
    const DiskWriter &used = diskWriters().at(writer);
    disk_faults::refuseUnnamed(payload == largePayload);
    record(used, payload, steps + 1);
    const QString start = nextFolder();
    QVERIFY(used.change(start, 0, payload));
    const QString counting = nextFolder();
    copyFolder(start, counting);
    const auto work = [&](const QString &folder) {
        return [&used, folder, payload](int step) { return used.change(folder, step, payload); };
    };
    const FaultRun counted = runStruck(counting, Kind::None, 0, steps, work(counting));
    QCOMPARE(counted.confirmed, steps);
    for (int point = 0; point < points; ++point) {
        const QString folder = nextFolder();
        copyFolder(start, folder);
        const long at = 1 + (counted.count - 1) * point / (points - 1);
        const FaultRun run = runStruck(folder, Kind::Kill, at, steps, work(folder));
        const QByteArray wrong = check(used, payload, folder, run);
        QVERIFY2(wrong.isEmpty(),
                 (QByteArray::number(qint64(at)) + " of " + QByteArray::number(qint64(counted.count)) + ": " + wrong)
                     .constData());
        QDir(folder).removeRecursively();
    }
}

ACX_TEST_MAIN(TestDiskKills)
#include "test_disk_kills.moc"
