// SPDX-License-Identifier: GPL-3.0-or-later
// The programs themselves: D2 and D3 of the answer that acx saves, D4 in a home that cannot be written, D5 of all
// files.
#include "tests/cli/acx_runner.h"
#include "tests/disk/disk_writers.h"
#include "tests/response/disk_limits.h"
#include "tests/support/fault_server.h"
#include "tests/support/own_mounts.h"
#include "tests/support/test_main.h"

#include <QDir>
#include <QRegularExpression>
#include <QTest>

#include <linux/capability.h>
#include <sys/prctl.h>
#include <unistd.h>

using namespace Qt::StringLiterals;
using namespace acx;

namespace {

QByteArray readAll(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// A home in memory that can be made read-only.
class Home final
{
public:
    Home()
        : m_disk("size=4m,mode=0755")
    {
        for (const QString &name : {u"config"_s, u"data"_s, u"state"_s, u"cache"_s})
            QDir().mkpath(m_disk.path() + u'/' + name);
    }
    [[nodiscard]] bool isMounted() const { return m_disk.valid(); }
    [[nodiscard]] QString path() const { return m_disk.path(); }
    void enter(QProcessEnvironment &environment) const
    {
        environment.insert(u"HOME"_s, path());
        for (const char *name : {"config", "data", "state", "cache"})
            environment.insert(u"XDG_%1_HOME"_s.arg(QString::fromLatin1(name).toUpper()),
                               path() + u'/' + QString::fromLatin1(name));
    }
    /// By the mount, or by the rights of the folders: then the program runs without root's rights.
    [[nodiscard]] bool shut(bool byMount) const
    {
        if (byMount)
            return m_disk.setReadOnly(true);
        bool done = true;
        for (const QString &name : {u"config"_s, u"data"_s, u"state"_s, u"cache"_s})
            done = ::chmod(QFile::encodeName(path() + u'/' + name).constData(), 0555) == 0 && done;
        return done;
    }

private:
    SmallDisk m_disk;
};

/// Root may write everywhere; without this right it is like everybody else, also after exec().
void becomeOrdinary()
{
    if (::geteuid() == 0 && (::prctl(PR_CAPBSET_DROP, CAP_DAC_OVERRIDE, 0, 0, 0) != 0 ||
                             ::prctl(PR_CAPBSET_DROP, CAP_DAC_READ_SEARCH, 0, 0, 0) != 0))
        ::_exit(99);
}

} // namespace

class TestDiskPrograms final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        QTest::failOnWarning(QRegularExpression(u".?"_s));
        m_acx = AcxRunner();
        m_server = std::make_unique<FaultServer>(answering(httpAnswer(200, answer)));
    }
    void savedAnswer_data();
    void savedAnswer();
    void fullDisk_data();
    void fullDisk();
    void readOnlyHome_data();
    void readOnlyHome();
    void keptPrivate_data();
    void keptPrivate();
    void windowOfNewerProfiles();
    void keyFileStaysAsItIs_data();
    void keyFileStaysAsItIs();

private:
    [[nodiscard]] QStringList call(const QStringList &more) const
    {
        return QStringList{u"call"_s, u"GET"_s, m_server->url("/v1/me").toString(), u"--no-token"_s} + more;
    }

    /// It failed, and says of which file, whether something was sent, and what became of the old file.
    void checkTold(const AcxRun &run, const QString &file, const QByteArray &all) const;

    const QByteArray answer = "{\"name\":\"" + QByteArray(60'000, 'z') + "\"}";
    AcxRunner m_acx;
    std::unique_ptr<FaultServer> m_server;
};

void TestDiskPrograms::savedAnswer_data()
{
    QTest::addColumn<QString>("fault");
    QTest::newRow("D2 acx call -o, ENOSPC") << u"no-space"_s;
    QTest::newRow("D2 acx call -o, EIO") << u"io-error"_s;
    QTest::newRow("D2 acx call -o, full") << u"full"_s;
    QTest::newRow("D3 acx call -o, killed") << u"kill"_s;
}

void TestDiskPrograms::savedAnswer()
{
    QFETCH(QString, fault);
    const QTemporaryDir folder(workTemplate());
    const QString file = folder.filePath(u"answer.json"_s);
    const QString report = folder.path() + u"-report"_s;
    m_acx.environment.insert(u"LD_PRELOAD"_s, QStringLiteral(ACX_DISK_FAULTS_PRELOAD));
    // Programs that are built with sanitizers want to come first.
    m_acx.environment.insert(u"ASAN_OPTIONS"_s, qEnvironmentVariable("ASAN_OPTIONS") + u":verify_asan_link_order=0"_s);
    m_acx.environment.insert(u"ACX_DISK_FAULT_REPORT"_s, report);
    int strikes = 0;
    for (int at = 1;; ++at) {
        QFile::remove(report);
        m_server->forget();
        writeFile(file, "what was there before");
        m_acx.environment.insert(u"ACX_DISK_FAULT"_s, u"%1 %2 %3"_s.arg(fault).arg(at).arg(folder.path()));
        const AcxRun run = m_acx.run(call({u"-o"_s, file, u"--no-history"_s}));
        const QByteArray told = readAll(report);
        const bool isStruck = !told.isEmpty() && !told.startsWith("count");
        const QByteArray found = readAll(file);
        const QByteArray all = QByteArray::number(at) + ' ' + told + run.told();
        QVERIFY2(found == answer || found == "what was there before", all.constData());
        QVERIFY2(run.exitCode != 0 || found == answer, all.constData());
        if (run.exitCode != 0 && fault != u"kill")
            checkTold(run, file, all);
        // A program that was killed may leave its part; the next one sweeps it.
        const QStringList others = filesBelow(folder.path()).filter(QRegularExpression(u"^(?!/answer\\.json$)"_s));
        QVERIFY2(others.isEmpty() || (fault == u"kill" && isStruck && others.size() == 1), all.constData());
        if (QTest::currentTestFailed() || !isStruck)
            break;
        ++strikes;
    }
    QFile::remove(report);
    QCOMPARE_GE(strikes, 3);
}

void TestDiskPrograms::checkTold(const AcxRun &run, const QString &file, const QByteArray &all) const
{
    const QByteArray name = "“" + QFile::encodeName(file) + "”";
    const bool wasSent = !m_server->requests().isEmpty();
    QVERIFY2(run.exitCode == (wasSent ? 4 : 2), all.constData());
    QVERIFY2(run.err.contains(wasSent ? "The body could not be written to " + name + " in full."
                                      : name + " cannot be written."),
             all.constData());
    QVERIFY2(run.err.contains(wasSent ? "What was there before is still there. Make room and try again."
                                      : "Nothing was sent. Choose another file with -o."),
             all.constData());
}

void TestDiskPrograms::fullDisk_data()
{
    QTest::addColumn<qint64>("left");
    QTest::newRow("D1 acx call -o, no room at all") << qint64(0);
    QTest::newRow("D1 acx call -o, room for a part") << qint64(20'480);
}

void TestDiskPrograms::fullDisk()
{
    QFETCH(qint64, left);
    const SmallDisk disk("size=1m,mode=0700");
    if (!disk.valid())
        QSKIP("This user may not mount a file system, not even in a namespace of its own.");
    const QString file = writeFile(disk.path() + u"/answer.json"_s, "what was there before");
    fillDisk(disk.path() + u"/filler"_s, left);
    const AcxRun run = m_acx.run(call({u"-o"_s, file, u"--no-history"_s}));
    checkTold(run, file, run.told());
    QCOMPARE(m_server->requests().size(), 1);
    QCOMPARE(readAll(file), "what was there before"_ba);
    QCOMPARE(filesBelow(disk.path()), (QStringList{u"/answer.json"_s, u"/filler"_s}));
}

void TestDiskPrograms::readOnlyHome_data()
{
    QTest::addColumn<bool>("byMount");
    QTest::addColumn<bool>("isWindow");
    QTest::newRow("D4 acx, no right to write") << false << false;
    QTest::newRow("D4 acx, read-only mount") << true << false;
    QTest::newRow("D4 window, no right to write") << false << true;
    QTest::newRow("D4 window, read-only mount") << true << true;
}

void TestDiskPrograms::readOnlyHome()
{
    QFETCH(bool, byMount);
    QFETCH(bool, isWindow);
    const Home home;
    home.enter(m_acx.environment);
    if (byMount && !home.isMounted())
        QSKIP("This user may not mount a file system, not even in a namespace of its own.");
    QVERIFY(home.shut(byMount));
    QProcess process;
    process.setProcessEnvironment(m_acx.environment);
    if (!byMount)
        process.setChildProcessModifier(becomeOrdinary);
    if (isWindow) {
        process.start(QFileInfo(AcxRunner::program()).path() + u"/apiconnect-explorer"_s,
                      {u"-platform"_s, u"offscreen"_s});
        QVERIFY(process.waitForStarted());
        // It is up when it takes no more time of the processor; a program that gives up ends long before.
        QTest::qWait(3000);
        QCOMPARE(process.state(), QProcess::Running);
        process.terminate();
        QTRY_COMPARE_WITH_TIMEOUT(process.state(), QProcess::NotRunning, 20'000);
        QVERIFY2(process.exitStatus() == QProcess::NormalExit || process.exitCode() == SIGTERM,
                 process.readAllStandardError().constData());
    } else {
        process.start(AcxRunner::program(), call({}));
        QTRY_COMPARE_WITH_TIMEOUT(process.state(), QProcess::NotRunning, 60'000);
        const QByteArray told = process.readAllStandardError();
        QVERIFY2(process.exitCode() == 0, told.constData());
        QCOMPARE(process.readAllStandardOutput(), answer);
        QVERIFY2(told.contains("history") && told.contains(QFile::encodeName(home.path())), told.constData());
    }
}

void TestDiskPrograms::keptPrivate_data()
{
    QTest::addColumn<int>("mask");
    QTest::newRow("D5 acx, umask 000") << 0;
    QTest::newRow("D5 acx, umask 022") << 022;
}

void TestDiskPrograms::keptPrivate()
{
    QFETCH(int, mask);
    const QTemporaryDir home(workTemplate());
    for (const char *name : {"CONFIG", "DATA", "STATE", "CACHE"})
        m_acx.environment.insert(u"XDG_%1_HOME"_s.arg(QLatin1StringView(name)),
                                 home.filePath(QString::fromLatin1(name)));
    {
        const Umask umask(static_cast<mode_t>(mask));
        const AcxRun run = m_acx.run(call({u"-o"_s, home.filePath(u"answer.json"_s)}));
        QVERIFY2(run.exitCode == 0, run.told().constData());
    }
    const QStringList files = filesBelow(home.path());
    QCOMPARE(files.filter(QRegularExpression(u" 0[0-7]+$"_s)), QStringList());
    QVERIFY2(files.contains(u"/answer.json"_s) && !files.filter(u"history.sqlite"_s).isEmpty(),
             qPrintable(files.join(u'\n')));
}

/// D6: no profile can be used, and the window says so instead of not coming up.
void TestDiskPrograms::windowOfNewerProfiles()
{
    const QTemporaryDir home(workTemplate());
    m_acx.environment.insert(u"XDG_CONFIG_HOME"_s, home.path());
    QVERIFY(QDir().mkpath(home.filePath(u"apiconnect-explorer"_s)));
    const QByteArray newer = R"({"format": 99, "people": {}})";
    const QString file = writeFile(home.filePath(u"apiconnect-explorer/profiles.json"_s), newer);
    QProcess process;
    process.setProcessEnvironment(m_acx.environment);
    process.start(QFileInfo(AcxRunner::program()).path() + u"/apiconnect-explorer"_s, {u"-platform"_s, u"offscreen"_s});
    QByteArray told;
    QTRY_VERIFY_WITH_TIMEOUT((told += process.readAllStandardError()).contains("newer version"), 60'000);
    QTest::qWait(500);
    QCOMPARE(process.state(), QProcess::Running); // it waits for the person to close it
    process.terminate();
    QTRY_COMPARE_WITH_TIMEOUT(process.state(), QProcess::NotRunning, 20'000);
    QCOMPARE(readAll(file), newer);
}

void TestDiskPrograms::keyFileStaysAsItIs_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("told");
    QTest::newRow("D9 acx import, a file") << u"file.json"_s << u"keychain"_s;
    QTest::newRow("D9 acx import, a link") << u"link.json"_s << u"link.json is a link to "_s;
    QTest::newRow("D9 acx import, a folder") << u"folder.json"_s << u"folder"_s;
    QTest::newRow("D9 acx import, a pipe") << u"pipe.json"_s << u"pipe"_s;
    QTest::newRow("D9 acx import, 1 GB") << u"large.json"_s << u"larger than"_s;
    QTest::newRow("D9 acx import, gone") << u"gone.json"_s << u"no such file"_s;
}

/// Whatever becomes of the import (there is no keychain here): the file is the person's.
void TestDiskPrograms::keyFileStaysAsItIs()
{
    QFETCH(QString, name);
    QFETCH(QString, told);
    const QTemporaryDir folder(workTemplate());
    const QByteArray key = R"({"name":"mine","apikey":"abcdefghijklmnopqrstuvwxyz-0123456789_ABCDEFG"})";
    const QString file = writeFile(folder.filePath(u"file.json"_s), key);
    QVERIFY(QFile::link(file, folder.filePath(u"link.json"_s)));
    QVERIFY(QDir().mkpath(folder.filePath(u"folder.json"_s)));
    QCOMPARE(::mkfifo(QFile::encodeName(folder.filePath(u"pipe.json"_s)).constData(), 0600), 0);
    writeFile(folder.filePath(u"large.json"_s), key);
    QVERIFY(QFile::resize(folder.filePath(u"large.json"_s), 1024LL * 1024 * 1024));
    const auto facts = [&folder] {
        QStringList list;
        const auto all = QDir::AllEntries | QDir::Hidden | QDir::System | QDir::NoDotAndDotDot;
        const QFileInfoList entries = QDir(folder.path()).entryInfoList(all, QDir::Name);
        for (const QFileInfo &entry : entries) {
            struct stat info = {};
            (void)::lstat(QFile::encodeName(entry.filePath()).constData(), &info);
            list += u"%1 %2 %3 %4 %5 %6"_s.arg(entry.fileName())
                        .arg(info.st_ino)
                        .arg(info.st_mode)
                        .arg(info.st_size)
                        .arg(info.st_mtim.tv_sec)
                        .arg(info.st_mtim.tv_nsec);
        }
        return list;
    };
    const QStringList before = facts();
    const AcxRun run = m_acx.run({u"import"_s, folder.filePath(name), u"--name"_s, u"Mine"_s, u"--deployment"_s,
                                  u"reserved"_s, u"--api-host"_s, u"https://api.example.com"_s});
    QVERIFY2(run.exitCode > 0 && run.err.contains(told.toUtf8()), run.told().constData());
    QCOMPARE(facts(), before);
    QCOMPARE(readAll(file), key);
}

ACX_TEST_MAIN_WITH(Mounting<QCoreApplication>, TestDiskPrograms)
#include "test_disk_programs.moc"
