// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/response/response_body.h"
#include "app/response/unnamed_file.h"
#include "tests/response/disk_limits.h"
#include "tests/support/own_mounts.h"
#include "tests/support/test_main.h"

#include <QBuffer>
#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

#include <array>
#include <thread>
#include <unistd.h>
#include <vector>

using namespace Qt::StringLiterals;
using namespace acx;

class TestResponse final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init() { QTest::failOnWarning(QRegularExpression(u".?"_s)); }

    void keepsEveryByteOnBothSidesOfTheLimit_data();
    void keepsEveryByteOnBothSidesOfTheLimit();
    void copiesShareTheBytes();
    void emptyBody();
    void headIsBounded();
    void leavesNoFileBehind();
    void filesAndFoldersArePrivateUnderAnyUmask_data();
    void filesAndFoldersArePrivateUnderAnyUmask();
    void fallsBackToTheTemporaryFolder();
    void failsWhenNoFolderCanBeWritten();
    void saysWhenTheDiskIsFull();
    void saysWhenAFileCannotGrow();
    void keepsWhatWasInMemoryWhenAFileCannotTakeIt();
    void writesAllToADevice();
    void saysWhenTheTargetIsFull();
    void viewsGrowWithTheBody();
    void isReadFromSeveralThreads();
};

namespace {

QByteArray pattern(qsizetype size)
{
    QByteArray bytes(size, Qt::Uninitialized);
    for (qsizetype i = 0; i < size; ++i)
        bytes[i] = static_cast<char>((i * 31 + i / 256) & 0xff);
    return bytes;
}

/// Files of any kind below the private home.
QStringList filesBelowHome()
{
    QStringList files;
    QDirIterator all(QDir::homePath(), QDir::Files | QDir::Hidden | QDir::System, QDirIterator::Subdirectories);
    while (all.hasNext())
        files.append(all.next());
    return files;
}

/// The file without a name that this process has open, as /proc shows it; empty if there is none.
QString openUnnamedFiles()
{
    const QFileInfoList descriptors = QDir(u"/proc/self/fd"_s).entryInfoList(QDir::Files | QDir::System);
    QStringList names;
    for (const QFileInfo &descriptor : descriptors) {
        std::array<char, 4096> target{};
        const QByteArray link = QFile::encodeName(descriptor.filePath());
        if (::readlink(link.constData(), target.data(), target.size() - 1) > 0) {
            const QString name = QFile::decodeName(target.data());
            if (name.endsWith(" (deleted)"_L1) && name.contains("apiconnect-explorer"_L1))
                names.append(name);
        }
    }
    return names.join(u'\n');
}

/// Sets an environment variable for the life of this object.
class Variable final
{
public:
    Variable(const char *name, const QString &value)
        : m_name(name)
        , m_old(qgetenv(name))
        , m_wasSet(qEnvironmentVariableIsSet(name))
    {
        qputenv(name, QFile::encodeName(value));
    }
    ~Variable()
    {
        if (m_wasSet)
            qputenv(m_name, m_old);
        else
            qunsetenv(m_name);
    }
    Q_DISABLE_COPY_MOVE(Variable)

private:
    const char *m_name;
    QByteArray m_old;
    bool m_wasSet;
};

} // namespace

void TestResponse::initTestCase()
{
    QVERIFY(unnamedFileFolder().startsWith(QDir::homePath()));
}

void TestResponse::keepsEveryByteOnBothSidesOfTheLimit_data()
{
    QTest::addColumn<int>("limit");
    QTest::addColumn<int>("size");
    QTest::addColumn<int>("block");
    QTest::addColumn<bool>("onDisk");
    QTest::newRow("below") << 1000 << 999 << 100 << false;
    QTest::newRow("exactly") << 1000 << 1000 << 100 << false;
    QTest::newRow("one more") << 1000 << 1001 << 100 << true;
    QTest::newRow("at once") << 1000 << 5'000'000 << 5'000'000 << true;
    QTest::newRow("byte by byte") << 10 << 3000 << 1 << true;
    QTest::newRow("no memory") << 0 << 1 << 1 << true;
    QTest::newRow("odd blocks") << 1024 << 300'000 << 777 << true;
}

void TestResponse::keepsEveryByteOnBothSidesOfTheLimit()
{
    QFETCH(int, limit);
    QFETCH(int, size);
    QFETCH(int, block);
    const QByteArray bytes = pattern(size);
    ResponseBody body(limit);
    for (qsizetype at = 0; at < bytes.size(); at += block)
        QVERIFY(body.append(QByteArrayView(bytes).sliced(at, qMin(qsizetype(block), bytes.size() - at))).has_value());
    QTEST(body.isOnDisk(), "onDisk");
    QCOMPARE(body.size(), bytes.size());
    const Result<QByteArrayView> view = body.view();
    QVERIFY(view.has_value());
    QVERIFY(*view == QByteArrayView(bytes));
}

void TestResponse::copiesShareTheBytes()
{
    QByteArrayView view;
    ResponseBody copy;
    {
        ResponseBody body(4);
        QVERIFY(body.append("one two").has_value());
        copy = body;
        QVERIFY(body.append(" three").has_value());
        QVERIFY(body.view().has_value());
        view = *body.view();
    }
    QVERIFY(view == QByteArrayView("one two three"));
    QCOMPARE(copy.size(), 13);
    QVERIFY(copy.isOnDisk());
}

void TestResponse::emptyBody()
{
    ResponseBody body(0);
    QVERIFY(body.append({}).has_value());
    QVERIFY(body.isEmpty());
    QVERIFY(!body.isOnDisk());
    QVERIFY(body.view().has_value());
    QVERIFY(body.view()->isEmpty());
    QVERIFY(body.head(10).isEmpty());
    QBuffer target;
    QVERIFY(target.open(QIODevice::WriteOnly));
    QVERIFY(body.writeTo(target).has_value());
    QVERIFY(target.data().isEmpty());
}

void TestResponse::headIsBounded()
{
    for (qint64 limit : {3, 100}) {
        ResponseBody body(limit);
        QVERIFY(body.append("0123456789").has_value());
        QCOMPARE(body.head(4), "0123"_ba);
        QCOMPARE(body.head(100), "0123456789"_ba);
        QCOMPARE(body.head(0), ""_ba);
        QCOMPARE(body.head(-1), ""_ba);
    }
}

void TestResponse::leavesNoFileBehind()
{
    {
        ResponseBody body(10);
        QVERIFY(body.append(pattern(10'000)).has_value());
        QVERIFY(body.isOnDisk());
        QVERIFY(openUnnamedFiles().contains(unnamedFileFolder()));
        QCOMPARE(filesBelowHome(), QStringList()); // even while it is in use: a crash leaves nothing
    }
    QCOMPARE(openUnnamedFiles(), QString());
}

void TestResponse::filesAndFoldersArePrivateUnderAnyUmask_data()
{
    QTest::addColumn<int>("mask");
    QTest::newRow("000") << 0;
    QTest::newRow("022") << 022;
    QTest::newRow("077") << 077;
}

void TestResponse::filesAndFoldersArePrivateUnderAnyUmask()
{
    QFETCH(int, mask);
    QDir(unnamedFileFolder()).removeRecursively();
    const Umask umask(static_cast<mode_t>(mask));
    QFile file;
    QVERIFY(openUnnamedFile(file).has_value());
    struct stat info = {};
    QCOMPARE(::fstat(file.handle(), &info), 0);
    QCOMPARE(info.st_mode & 0777, mode_t(0600));
    QCOMPARE(info.st_nlink, nlink_t(0));
    QCOMPARE(::stat(QFile::encodeName(unnamedFileFolder()).constData(), &info), 0);
    QCOMPARE(info.st_mode & 0777, mode_t(0700));
}

void TestResponse::fallsBackToTheTemporaryFolder()
{
    QTemporaryDir temporary;
    const Variable cache("XDG_CACHE_HOME", u"/proc/no-such-place"_s);
    const Variable tmp("TMPDIR", temporary.path());
    ResponseBody body(4);
    QVERIFY(body.append("a longer text").has_value());
    QVERIFY(openUnnamedFiles().contains(temporary.path()));
    QVERIFY(QDir(temporary.path()).isEmpty());
    QVERIFY(*body.view() == QByteArrayView("a longer text"));
}

void TestResponse::failsWhenNoFolderCanBeWritten()
{
    const Variable cache("XDG_CACHE_HOME", u"/proc"_s); // nobody may write there, root included
    const Variable tmp("TMPDIR", u"/proc"_s);
    ResponseBody body(4);
    QVERIFY(body.append("abc").has_value());
    const Status full = body.append("def");
    QVERIFY(!full.has_value());
    QCOMPARE(full.error().kind, ErrorKind::Disk);
    QVERIFY(full.error().nextStep.contains(u"/proc/apiconnect-explorer"_s));
    QCOMPARE(body.size(), 3);
    QVERIFY(!body.append("g").has_value());
}

void TestResponse::saysWhenTheDiskIsFull()
{
    const SmallDisk disk;
    if (!disk.valid())
        QSKIP("This user may not mount a small file system; saysWhenAFileCannotGrow() shows the same by a limit.");
    const Variable cache("XDG_CACHE_HOME", disk.path());
    ResponseBody body(1000);
    Status done;
    qint64 whole = 0;
    while (done && whole < 1'000'000) {
        done = body.append(pattern(30'000));
        whole += done ? 30'000 : 0;
    }
    QVERIFY(!done.has_value());
    QCOMPARE(done.error().kind, ErrorKind::Disk);
    QVERIFY(done.error().nextStep.contains(disk.path()));
    QCOMPARE(body.size(), whole);
    QVERIFY(!body.append("x").has_value());
}

void TestResponse::saysWhenAFileCannotGrow()
{
    ResponseBody body(1000);
    Status first;
    Status second;
    Status third;
    {
        const FileSizeLimit limit(98'304);
        first = body.append(pattern(50'000));
        second = body.append(pattern(200'000)); // only a part of it fits
        third = body.append("x");
    }
    QVERIFY(first.has_value());
    QVERIFY(!second.has_value());
    QCOMPARE(second.error().kind, ErrorKind::Disk);
    QVERIFY(!second.error().technical.isEmpty());
    QVERIFY(!third.has_value());
    QCOMPARE(body.size(), 50'000);
    QVERIFY(*body.view() == QByteArrayView(pattern(50'000)));
}

void TestResponse::keepsWhatWasInMemoryWhenAFileCannotTakeIt()
{
    ResponseBody body(200'000);
    QVERIFY(body.append(pattern(150'000)).has_value());
    Status more;
    {
        const FileSizeLimit limit(98'304);
        more = body.append(pattern(100'000)); // only a part of what is in memory fits
    }
    QVERIFY(!more.has_value());
    QCOMPARE(body.size(), 150'000);
    QVERIFY(!body.isOnDisk());
    QVERIFY(*body.view() == QByteArrayView(pattern(150'000)));
}

void TestResponse::writesAllToADevice()
{
    const QByteArray bytes = pattern(3'000'001);
    for (qint64 limit : {qint64(0), qint64(10'000'000)}) {
        ResponseBody body(limit);
        QVERIFY(body.append(bytes).has_value());
        QFile target(QDir::homePath() + u"/target"_s);
        QVERIFY(target.open(QIODevice::WriteOnly | QIODevice::Truncate));
        QVERIFY(body.writeTo(target).has_value());
        target.close();
        QVERIFY(target.open(QIODevice::ReadOnly));
        QCOMPARE(target.readAll(), bytes);
        QVERIFY(target.remove());
    }
}

void TestResponse::saysWhenTheTargetIsFull()
{
    for (qsizetype size : {qsizetype(100), qsizetype(3'000'000)}) { // within QFile's buffer, and far beyond
        ResponseBody body;
        QVERIFY(body.append(pattern(size)).has_value());
        QFile full(u"/dev/full"_s);
        QVERIFY(full.open(QIODevice::WriteOnly));
        const Status done = body.writeTo(full);
        QVERIFY(!done.has_value());
        QCOMPARE(done.error().kind, ErrorKind::Disk);
    }
    const QString path = QDir::homePath() + u"/limited"_s;
    ResponseBody body;
    QVERIFY(body.append(pattern(200'000)).has_value());
    QFile target(path);
    QVERIFY(target.open(QIODevice::WriteOnly));
    Status done;
    {
        const FileSizeLimit limit(98'304);
        done = body.writeTo(target);
    }
    QVERIFY(!done.has_value());
    QVERIFY(target.remove());
}

void TestResponse::viewsGrowWithTheBody()
{
    ResponseBody body(0);
    QByteArray expected;
    for (int i = 0; i < 20; ++i) {
        const QByteArray more = pattern(5000 + i);
        QVERIFY(body.append(more).has_value());
        expected += more;
        QVERIFY(*body.view() == QByteArrayView(expected));
    }
}

void TestResponse::isReadFromSeveralThreads()
{
    const QByteArray bytes = pattern(1'000'000);
    ResponseBody body(0);
    QVERIFY(body.append(bytes).has_value());
    std::array<bool, 4> same{};
    {
        std::vector<std::jthread> readers;
        for (bool &result : same)
            readers.emplace_back([copy = body, &bytes, &result] {
                const Result<QByteArrayView> view = copy.view();
                result = view && *view == QByteArrayView(bytes);
            });
    }
    for (bool result : same)
        QVERIFY(result);
}

ACX_TEST_MAIN_WITH(Mounting<QCoreApplication>, TestResponse)
#include "test_response.moc"
