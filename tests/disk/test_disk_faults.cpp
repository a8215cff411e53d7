// SPDX-License-Identifier: GPL-3.0-or-later
// D2: a disk that fails at the N-th operation, for every writer and every N. What was there, or what was to be there:
// nothing between, and the person is told which file.
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

class TestDiskFaults final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".?"_s)); }
    void strikesWhatItIsTold();
    void oldOrNew_data();
    void oldOrNew();

private:
    /// Fresh for each strike: a program that dies leaves its folder as it is.
    [[nodiscard]] QString nextFolder();
    void checkRun(const DiskWriter &writer, qsizetype payload, const QString &folder, const FaultRun &run);

    SearchedFolder m_home{workTemplate()};
    int m_folders = 0;
    QString m_old; ///< what is found before the change
    QString m_new; ///< and after it
    QStringList m_files;
    QByteArray m_wrong; ///< what a strike left; empty = all is well
};

QString TestDiskFaults::nextFolder()
{
    const QString path = m_home.filePath(QString::number(m_folders++));
    QDir().mkpath(path);
    return path;
}

/// Else every other row here could pass for want of a fault.
void TestDiskFaults::strikesWhatItIsTold()
{
    const DiskWriter &writer = diskWriters().constFirst();
    const auto work = [&](const QString &folder) {
        return [&writer, folder](int step) { return writer.change(folder, step, smallPayload); };
    };
    QString folder = nextFolder();
    const FaultRun counted = runStruck(folder, Kind::None, 0, 2, work(folder));
    QCOMPARE(counted.trouble, QByteArray());
    QCOMPARE(counted.confirmed, 2);
    QCOMPARE_GT(counted.count, 10);
    folder = nextFolder();
    const FaultRun failed = runStruck(folder, Kind::NoSpace, 1, 2, work(folder));
    QCOMPARE(failed.struck, "mkdir " + QFile::encodeName(folder) + "/config");
    QVERIFY(!failed.status);
    folder = nextFolder();
    const FaultRun killed = runStruck(folder, Kind::Kill, counted.count, 2, work(folder));
    QVERIFY(killed.isKilled);
    QCOMPARE(killed.confirmed, 1);
}

void TestDiskFaults::oldOrNew_data()
{
    QTest::addColumn<int>("writer");
    QTest::addColumn<int>("kind");
    QTest::addColumn<qint64>("payload");
    struct Fault
    {
        Kind kind;
        const char *name;
    };
    for (const Fault &fault :
         {Fault{Kind::NoSpace, "ENOSPC"}, Fault{Kind::IoError, "EIO"}, Fault{Kind::Full, "full"}}) {
        for (int i = 0; i < diskWriters().size(); ++i) {
            for (const qint64 payload : {smallPayload, largePayload}) {
                if (fault.kind == Kind::IoError && payload == largePayload)
                    continue; // as with ENOSPC
                QTest::addRow("D2 %s, %s, %s", diskWriters().at(i).name, payload == smallPayload ? "small" : "large",
                              fault.name)
                    << i << int(fault.kind) << payload;
            }
        }
    }
}

void TestDiskFaults::checkRun(const DiskWriter &writer, qsizetype payload, const QString &folder, const FaultRun &run)
{
    const QString found = writer.look(folder);
    const QByteArray where = run.struck + ": ";
    if (!run.trouble.isEmpty())
        m_wrong = where + run.trouble;
    else if (run.status && found != m_new)
        m_wrong = where + "success was told, but it found\n" + found.toUtf8();
    else if (!run.status && found != m_old)
        m_wrong = where + "a failure was told, but it found\n" + found.toUtf8();
    else if (!run.status && !run.status.error().message().contains(folder + writer.file))
        m_wrong = where + "the file is not named in: " + run.status.error().message().toUtf8();
    if (!m_wrong.isEmpty())
        return;
    // The next one works, and nothing stays beside the file.
    if (run.status) {
        if (filesBelow(folder) != m_files)
            m_wrong = where + "after it there were " + filesBelow(folder).join(u", "_s).toUtf8();
        return;
    }
    if (const Status again = writer.change(folder, 1, payload); !again)
        m_wrong = where + "the next change failed: " + again.error().message().toUtf8();
    else if (writer.look(folder) != m_new)
        m_wrong = where + "after the next change it found\n" + writer.look(folder).toUtf8();
    else if (filesBelow(folder) != m_files)
        m_wrong = where + "after the next change there were " + filesBelow(folder).join(u", "_s).toUtf8();
}

void TestDiskFaults::oldOrNew()
{
    QFETCH(int, writer);
    QFETCH(int, kind);
    QFETCH(qint64, payload);
    const DiskWriter &used = diskWriters().at(writer);
    const QString start = nextFolder();
    QVERIFY(used.change(start, 0, smallPayload));
    m_old = used.look(start);
    const QString whole = nextFolder();
    copyFolder(start, whole);
    QVERIFY(used.change(whole, 1, payload));
    m_new = used.look(whole);
    m_files = filesBelow(whole);
    QVERIFY(m_old != m_new && !m_old.startsWith(u'!') && !m_new.startsWith(u'!'));
    m_wrong.clear();
    bool isStruck = true;
    int strikes = 0;
    const bool isLong = qEnvironmentVariableIsSet("ACX_LONG");
    // Only the pages of a database go beyond the first number, and they are many and alike.
    for (long at = 1; isStruck; at += isLong || at < 40 ? 1 : 4) {
        const QString folder = nextFolder();
        copyFolder(start, folder);
        const FaultRun run = runStruck(folder, static_cast<Kind>(kind), at, 1,
                                       [&](int step) { return used.change(folder, step, payload); });
        isStruck = at <= run.count;
        strikes += isStruck ? 1 : 0;
        checkRun(used, payload, folder, run);
        QVERIFY2(m_wrong.isEmpty(), (QByteArray::number(qint64(at)) + ", " + m_wrong).constData());
        QDir(folder).removeRecursively();
    }
    QCOMPARE_GE(strikes, 4);
}

ACX_TEST_MAIN(TestDiskFaults)
#include "test_disk_faults.moc"
