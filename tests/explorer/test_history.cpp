// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/explorer/history.h"
#include "tests/explorer/history_bench.h"
#include "tests/response/disk_limits.h"
#include "tests/support/fake_clock.h"
#include "tests/support/own_mounts.h"
#include "tests/support/searched_folder.h"
#include "tests/support/test_main.h"
#include "tests/support/wait.h"

#include <QDir>
#include <QProcess>
#include <QRandomGenerator>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QTemporaryDir>

#include <csignal>

using namespace Qt::StringLiterals;
using namespace acx;

namespace {

QString writerPath()
{
    return QString::fromLocal8Bit(ACX_HISTORY_WRITER);
}

} // namespace

class TestHistory final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        QTest::failOnWarning(QRegularExpression(u".?"_s));
        m_folder = std::make_unique<SearchedFolder>();
        m_path = m_folder->filePath(u"history.sqlite"_s);
        m_clock = {};
        m_clock.set(QDateTime(QDate(2026, 9, 15), QTime(8, 0), Qt::UTC));
    }
    void touchesNothingBeforeFirstUse();
    void recordsInItsOwnTime();
    void tellsOfAnEntryThatTakesAnothersPlace();
    void skipsCancelledQuestions();
    void switchedOffKeepsNothing();
    void tighterLimitsRemoveTheOldest();
    void tellsFailureOnce();
    void tellsWhatWasSetAside();
    void survivesAFullDisk();
    void survivesASmallDisk();
    void survivesAReadOnlyDisk();
    void killedWritersLoseNothing();
    void twoProgramsLoseNothing();

private:
    std::unique_ptr<SearchedFolder> m_folder;
    QString m_path;
    FakeClock m_clock;
};

void TestHistory::touchesNothingBeforeFirstUse()
{
    {
        History history(m_path, m_clock);
        HistoryOptions options;
        options.maxEntries = 5;
        history.setOptions(options);
        QVERIFY(!history.count());
        QTest::qWait(0);
    }
    QVERIFY(QDir(m_folder->path()).isEmpty());
    QVERIFY(History::defaultPath().startsWith(qEnvironmentVariable("XDG_DATA_HOME")));
}

void TestHistory::recordsInItsOwnTime()
{
    {
        History history(m_path, m_clock);
        QSignalSpy changes(&history, &History::changed);
        const Result<qint64> id = waitFor(history.record(makeExchange(u"first"_s)));
        QVERIFY2(id, qPrintable(id ? QString() : id.error().message()));
        QTRY_COMPARE(history.count().value_or(-1), 1);
        QVERIFY(!changes.isEmpty());
        const Result<HistoryEntry> entry = waitFor(history.read(*id));
        QVERIFY(entry);
        QCOMPARE(entry->row.title, u"first"_s);
        QCOMPARE(entry->responseBody, R"({"name":"acme"})"_ba);
        QCOMPARE(entry->responseBodyKept, KeptBody::Whole);
        QVERIFY(entry->tokenKind == TokenKind::Iam);
        // Not waited for: the end of the object does.
        (void)history.record(makeExchange(u"last words"_s));
    }
    History history(m_path, m_clock);
    const Result<HistoryPage> page = waitFor(history.find({}));
    QVERIFY(page);
    QCOMPARE(page->rows.size(), 2);
    QCOMPARE(page->rows.constFirst().title, u"last words"_s);
    QVERIFY(waitFor(history.remove({page->rows.constFirst().id})));
    QTRY_COMPARE(history.count().value_or(-1), 1);
    QVERIFY(waitFor(history.clear()));
    QTRY_COMPARE(history.count().value_or(-1), 0);
}

void TestHistory::tellsOfAnEntryThatTakesAnothersPlace()
{
    History history({}, m_clock);
    HistoryOptions options;
    options.maxEntries = 1;
    history.setOptions(options);
    QVERIFY(waitFor(history.record(makeExchange(u"first"_s))));
    QTRY_COMPARE(history.count().value_or(-1), 1);
    QSignalSpy changes(&history, &History::changed);
    QVERIFY(waitFor(history.record(makeExchange(u"second"_s))));
    QTRY_COMPARE(changes.size(), 1);
    QCOMPARE(history.count().value_or(-1), 1);
    const Result<HistoryPage> page = waitFor(history.find({}));
    QVERIFY(page);
    QCOMPARE(page->rows.size(), 1);
    QCOMPARE(page->rows.constFirst().title, u"second"_s);
    // Who looks because of that is not told again.
    QTest::qWait(0);
    QCOMPARE(changes.size(), 1);
}

void TestHistory::skipsCancelledQuestions()
{
    History history({}, m_clock);
    for (int i = 0; i < 50; ++i)
        (void)history.record(makeExchange(u"x"_s));
    QFuture<Result<HistoryPage>> early = history.find({u"x"_s, 0, 100});
    early.cancel();
    const Result<HistoryPage> late = waitFor(history.find({u"x"_s, 0, 100}));
    QVERIFY(late);
    QCOMPARE(late->rows.size(), 50);
    QVERIFY(early.isFinished());
    QCOMPARE(early.resultCount(), 0);
}

void TestHistory::switchedOffKeepsNothing()
{
    History history(m_path, m_clock);
    HistoryOptions options;
    options.enabled = false;
    QSignalSpy changes(&history, &History::optionsChanged);
    history.setOptions(options);
    QCOMPARE(changes.size(), 1);
    QCOMPARE(waitFor(history.record(makeExchange(u"secretly"_s))).value_or(-1), 0);
    QVERIFY(QDir(m_folder->path()).isEmpty());
    options.enabled = true;
    history.setOptions(options);
    QVERIFY(waitFor(history.record(makeExchange(u"openly"_s))).value_or(-1) > 0);
}

void TestHistory::tighterLimitsRemoveTheOldest()
{
    History history({}, m_clock);
    for (int i = 0; i < 300; ++i)
        (void)history.record(makeExchange(QString::number(i)));
    QTRY_COMPARE(history.count().value_or(-1), 300);
    HistoryOptions options;
    options.maxEntries = 20;
    history.setOptions(options);
    QTRY_COMPARE(history.count().value_or(-1), 20);
    (void)history.record(makeExchange(u"one more"_s));
    const Result<HistoryPage> page = waitFor(history.find({}));
    QVERIFY(page);
    QCOMPARE(page->rows.size(), 20);
    QCOMPARE(page->rows.constFirst().title, u"one more"_s);
    QCOMPARE(page->rows.constLast().title, u"281"_s);
}

void TestHistory::tellsFailureOnce()
{
    const QString blocked = m_folder->filePath(u"folder"_s);
    QVERIFY(QDir().mkpath(blocked)); // where the file should be
    History history(blocked, m_clock);
    QSignalSpy failures(&history, &History::failed);
    for (int i = 0; i < 3; ++i) {
        const Result<qint64> id = waitFor(history.record(makeExchange(u"x"_s)));
        QVERIFY(!id);
        QCOMPARE(id.error().kind, ErrorKind::Disk);
    }
    QTRY_VERIFY(history.problem());
    QVERIFY(!waitFor(history.find({})));
    QCOMPARE(failures.size(), 1);
    QVERIFY(QDir().rmdir(blocked));
    QVERIFY(waitFor(history.record(makeExchange(u"x"_s))));
    QTRY_VERIFY(!history.problem());
}

void TestHistory::tellsWhatWasSetAside()
{
    QFile file(m_path);
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write("damaged") > 0);
    file.close();
    History history(m_path, m_clock);
    QSignalSpy failures(&history, &History::failed);
    QVERIFY(waitFor(history.record(makeExchange(u"x"_s))));
    QTRY_COMPARE(failures.size(), 1);
    const auto error = failures.constFirst().constFirst().value<Error>();
    QVERIFY(error.sentence.contains(u"damaged"_s));
    QVERIFY(error.nextStep.contains(m_path + ".damaged-"_L1));
    QVERIFY(!history.problem());
}

void TestHistory::survivesAFullDisk()
{
    History history(m_path, m_clock);
    QVERIFY(waitFor(history.record(makeExchange(u"before"_s))));
    {
        const FileSizeLimit full(300 * 1024);
        bool isFull = false;
        for (int i = 0; i < 200 && !isFull; ++i)
            isFull = !waitFor(history.record(makeExchange(u"fits"_s, QByteArray(20'000, 'x'), "text/plain")));
        QVERIFY(isFull);
        QTRY_VERIFY(history.problem());
        QCOMPARE(history.problem()->kind, ErrorKind::Disk);
        QVERIFY(!history.problem()->nextStep.isEmpty());
        QVERIFY(waitFor(history.find({u"before"_s, 0, 10})));
    }
    QVERIFY(waitFor(history.record(makeExchange(u"after"_s))));
    QTRY_VERIFY(!history.problem());
    QCOMPARE(waitFor(history.find({u"before"_s, 0, 10}))->rows.size(), 1);
    QCOMPARE(waitFor(history.find({u"after"_s, 0, 10}))->rows.size(), 1);
}

void TestHistory::survivesASmallDisk()
{
    const SmallDisk disk;
    if (!disk.valid())
        QSKIP("Mounting needs more rights than this user has.");
    const QString path = disk.path() + u"/history.sqlite"_s;
    {
        History history(path, m_clock);
        Result<qint64> id = 0;
        for (int i = 0; i < 100 && id; ++i)
            id = waitFor(history.record(makeExchange(u"x"_s, QByteArray(9000, 'x'), "text/plain")));
        QVERIFY(!id);
        QCOMPARE(id.error().kind, ErrorKind::Disk);
        QVERIFY(!id.error().nextStep.isEmpty());
    }
    HistoryStore store(path);
    (void)store.find({});
    QVERIFY(!store.takeNotice()); // a full disk is no damage
}

void TestHistory::survivesAReadOnlyDisk()
{
    const SmallDisk disk;
    if (!disk.valid())
        QSKIP("Mounting needs more rights than this user has.");
    const QByteArray folder = QFile::encodeName(disk.path());
    QVERIFY(::mount("acx-test", folder.constData(), "tmpfs", MS_REMOUNT | MS_RDONLY, nullptr) == 0);
    History history(disk.path() + u"/data/history.sqlite"_s, m_clock);
    QSignalSpy failures(&history, &History::failed);
    const Result<qint64> id = waitFor(history.record(makeExchange(u"x"_s)));
    QVERIFY(!id);
    QVERIFY2(id.error().sentence.contains(disk.path()), qPrintable(id.error().sentence));
    QVERIFY(!id.error().nextStep.isEmpty());
    QTRY_COMPARE(failures.size(), 1);
}

void TestHistory::killedWritersLoseNothing()
{
    // Rounds end in the middle of whatever the writer does then; what it said to be kept has to be there.
    int next = 0;
    QRandomGenerator random(11);
    for (int round = 0; round < 40; ++round) {
        QProcess writer;
        writer.setProcessChannelMode(QProcess::ForwardedErrorChannel);
        writer.start(writerPath(), {m_path, QString::number(next)});
        QByteArray said;
        const int wanted = 1 + int(random.bounded(30));
        QVERIFY(QTest::qWaitFor(
            [&] {
                said += writer.readAllStandardOutput();
                return said.count('\n') >= wanted;
            },
            30'000));
        ::kill(pid_t(writer.processId()), SIGKILL);
        writer.waitForFinished();
        said += writer.readAllStandardOutput();
        const qsizetype whole = said.lastIndexOf('\n');
        const int last = said.first(whole).split('\n').constLast().toInt();
        HistoryStore store(m_path);
        const Result<HistoryPage> page = store.find({u"entry"_s, 0, 1});
        QVERIFY2(page, qPrintable(page ? QString() : page.error().message()));
        QVERIFY(!store.takeNotice());
        const int kept = page->rows.constFirst().title.section(u' ', 1).toInt();
        QVERIFY2(kept >= last, qPrintable(u"%1 < %2"_s.arg(kept).arg(last)));
        QCOMPARE(page->total, kept + 1);
        next = kept + 1;
    }
}

void TestHistory::twoProgramsLoseNothing()
{
    constexpr int each = 40;
    QProcess writer;
    writer.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    writer.start(writerPath(), {m_path, u"0"_s});
    QByteArray said;
    int done = 0;
    {
        History history(m_path, m_clock);
        for (int i = 0; i < each; ++i)
            QVERIFY(waitFor(history.record(makeExchange(u"window"_s))));
        QVERIFY(QTest::qWaitFor(
            [&] {
                said += writer.readAllStandardOutput();
                return said.count('\n') >= each;
            },
            30'000));
        ::kill(pid_t(writer.processId()), SIGKILL);
        writer.waitForFinished();
        said += writer.readAllStandardOutput();
        done = int(said.count('\n'));
    }
    HistoryStore store(m_path);
    QVERIFY(!store.takeNotice());
    QCOMPARE(store.find({u"window"_s, 0, 1000})->rows.size(), each);
    const qsizetype kept = store.find({u"entry"_s, 0, 1000})->rows.size();
    QVERIFY2(kept >= std::min(done, 1000), qPrintable(u"%1 < %2"_s.arg(kept).arg(done)));
}

ACX_TEST_MAIN_WITH(Mounting<QCoreApplication>, TestHistory)
#include "test_history.moc"
