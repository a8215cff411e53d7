// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/profiles/file_lock.h"
#include "tests/support/private_home.h"
#include "tests/support/test_main.h"

#include <QFile>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>
#include <QThread>

#include <atomic>
#include <cstdio>
#include <fcntl.h>
#include <memory>
#include <unistd.h>
#include <vector>

using namespace acx;
using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

namespace {

constexpr auto atOnce = 0ms;

/// Whether somebody waits at the door (byte 0) of the lock's file.
bool somebodyWaits(const QString &path)
{
    const int descriptor = ::open(QFile::encodeName(path + u".lock"_s).constData(), O_RDWR | O_CLOEXEC);
    if (descriptor < 0)
        return false;
    struct flock range = {};
    range.l_type = F_WRLCK;
    range.l_whence = SEEK_SET;
    range.l_len = 1;
    const bool isHeld = ::fcntl(descriptor, F_OFD_GETLK, &range) == 0 && range.l_type != F_UNLCK;
    ::close(descriptor);
    return isHeld;
}

} // namespace

class TestFileLock : public QObject
{
    Q_OBJECT

private slots:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }

    void keepsOthersOut();
    void letsWhoWaitsInFirst();
    void endsWithAKilledProgram();
    void refusesWithAReason();
    void oneAtATime();

private:
    QString path() const { return m_folder->filePath(u"list.json"_s); }

    std::unique_ptr<QTemporaryDir> m_folder;
};

void TestFileLock::keepsOthersOut()
{
    FileLock first(path());
    FileLock second(path());
    QVERIFY(first.lock(atOnce));
    QVERIFY(first.lock(atOnce)); // it has it already
    QVERIFY(!second.lock(20ms));
    QVERIFY(second.isBusy());
    QVERIFY(second.reason().isEmpty());
    QCOMPARE(QFile::permissions(path() + u".lock"_s) & (QFile::ReadGroup | QFile::ReadOther), QFile::Permissions());
    first.unlock();
    QVERIFY(!QFile::exists(path() + u".lock"_s));
    QVERIFY(second.lock(atOnce));
    QVERIFY(!second.isBusy());
}

void TestFileLock::letsWhoWaitsInFirst()
{
    FileLock first(path());
    QVERIFY(first.lock(atOnce));
    std::atomic_bool entered = false;
    std::atomic_bool mayLeave = false;
    const std::unique_ptr<QThread> other(QThread::create([this, &entered, &mayLeave] {
        FileLock second(path());
        entered = second.lock(60s);
        while (!mayLeave)
            QThread::msleep(1);
    }));
    other->start();
    QTRY_VERIFY(somebodyWaits(path()));
    // The program in a series of changes cannot overtake the one that waits.
    first.unlock();
    const bool overtook = first.lock(atOnce);
    mayLeave = true;
    QVERIFY(other->wait(QDeadlineTimer(60s)));
    QVERIFY(entered);
    QVERIFY(!overtook);
    QVERIFY(first.lock(atOnce));
}

void TestFileLock::endsWithAKilledProgram()
{
    QProcess other;
    other.start(QCoreApplication::applicationFilePath(), {u"--hold"_s, path()});
    QVERIFY(other.waitForStarted());
    QVERIFY(other.waitForReadyRead());
    FileLock ours(path());
    QVERIFY(!ours.lock(atOnce));
    other.kill();
    QVERIFY(other.waitForFinished());
    QVERIFY(QFile::exists(path() + u".lock"_s));
    QVERIFY(ours.lock(atOnce));
    ours.unlock();
    QVERIFY(!QFile::exists(path() + u".lock"_s));
}

void TestFileLock::refusesWithAReason()
{
    FileLock nowhere(m_folder->filePath(u"missing/list.json"_s));
    QVERIFY(!nowhere.lock(1s));
    QVERIFY(!nowhere.isBusy());
    QVERIFY(!nowhere.reason().isEmpty());
    QVERIFY(QFile::link(u"/dev/null"_s, path() + u".lock"_s));
    FileLock link(path());
    QVERIFY(!link.lock(1s));
    QVERIFY(!link.isBusy());
}

void TestFileLock::oneAtATime()
{
    constexpr int threads = 4;
    constexpr int rounds = 200;
    std::atomic_int inside = 0;
    std::atomic_int mistakes = 0;
    std::atomic_int taken = 0;
    std::vector<std::unique_ptr<QThread>> all;
    for (int i = 0; i < threads; ++i) {
        all.emplace_back(QThread::create([this, &inside, &mistakes, &taken] {
            for (int round = 0; round < rounds; ++round) {
                FileLock lock(path());
                if (!lock.lock(60s))
                    continue;
                if (++inside != 1)
                    ++mistakes;
                ++taken;
                --inside;
            }
        }));
        all.back()->start();
    }
    for (const auto &thread : all)
        QVERIFY(thread->wait(QDeadlineTimer(120s)));
    QCOMPARE(mistakes, 0);
    QCOMPARE(taken, threads * rounds);
    FileLock last(path());
    QVERIFY(last.lock(atOnce));
}

int main(int argc, char *argv[])
{
    if (argc == 3 && QByteArrayView(argv[1]) == QByteArrayView("--hold")) {
        FileLock lock(QFile::decodeName(argv[2]));
        if (!lock.lock(1s))
            return 1;
        std::fputs("held\n", stdout);
        std::fflush(stdout);
        QThread::sleep(60);
        return 0;
    }
    const acx::PrivateHome home;
    QCoreApplication app(argc, argv);
    TestFileLock test;
    return QTest::qExec(&test, argc, argv);
}
#include "test_file_lock.moc"
