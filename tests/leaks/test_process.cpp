// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/leaks/canary.h"
#include "tests/leaks/memory_of.h"
#include "tests/support/keyring.h"
#include "tests/support/sanitized.h"
#include "tests/support/searched_folder.h"
#include "tests/support/test_main.h"
#include "tests/ui/screen_bench.h"
#include "ui/session.h"

#include <QApplication>
#include <QDir>
#include <QFile>
#include <QProcess>
#include <QRegularExpression>
#include <QTemporaryDir>

#include <algorithm>
#include <array>
#include <optional>

using namespace Qt::StringLiterals;
using namespace acx;

namespace {

/// N of row P2: copies of the API key, and of tokens, that the memory of the locked program may still hold. They are
/// what Qt made on the way to the network and the clipboard, in freed memory that was not used again. 300 uses leave 7
/// to 13 of them, as 10 do.
constexpr int mostCopies = 24;
/// How many stand there also depends on which freed memory happens to be used again: by chance it is 5 or 10 after 20
/// uses and up to 14 after 300. So the fewest of the late looks are compared with the most of the early ones, which
/// were up to 6 apart. What keeps a copy of each use, or of every sixth, is seen.
constexpr int mostMore = 10;
constexpr std::array earlyLooks{10, 15, 20};
constexpr std::array lateLooks{90, 95, 100};

QByteArray utf16Of(const QByteArray &text)
{
    const QString wide = QString::fromUtf8(text);
    return {reinterpret_cast<const char *>(wide.utf16()), wide.size() * 2};
}

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QFile::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

/// Rows P1 to P3, on the real program as a process of its own.
class TestProcess final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init() { QTest::failOnWarning(QRegularExpression(u"^(?!This plugin does not support )"_s)); }
    void cleanupTestCase();
    void aReleaseBuildLeavesNoCore();
    void nothingIsToldAboutTheProcess_data();
    void nothingIsToldAboutTheProcess();
    void noWordOrTitleHoldsASecret();
    void memoryKeepsFewCopiesAndNotMore();

private:
    struct Copies
    {
        int keys = 0;
        int tokens = 0;
    };
    [[nodiscard]] Copies copies() const;
    [[nodiscard]] std::optional<Copies> copiesAfter(int uses);
    [[nodiscard]] QByteArray report() const { return contentOf(m_report); }
    [[nodiscard]] bool isLockedAfter(int uses);
    void goOn(int uses) const;

    SearchedFolder m_folder;
    QString m_report = m_folder.filePath(u"report"_s);
    QProcess m_program;
    QByteArray m_key;
    QByteArray m_tokenHead; ///< the same for every token of this key: header and dot
};

void TestProcess::initTestCase()
{
    QVERIFY(Keyring::isPrivate());
    {
        ScreenBench bench({true, {}, {}});
        (void)bench.addProfile(u"Canary"_s);
        m_key = bench.sandbox().apiKey.reveal();
        const Result<Token> token =
            waitFor(bench.services().broker.token(bench.services().session.need(TokenKind::Iam)));
        QVERIFY(token.has_value());
        const QByteArray text = token->value.reveal();
        m_tokenHead = text.first(text.indexOf('.') + 1);
    }
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    const QString programs = qEnvironmentVariable("ACX_PROGRAM_DIR");
    environment.insert(u"LD_PRELOAD"_s, programs + "/libacx_use_probe.so"_L1);
    environment.insert(u"ACX_PROBE_REPORT"_s, m_report);
    QStringList stops{u"1"_s};
    for (const auto &looks : {earlyLooks, lateLooks}) {
        for (const int uses : looks)
            stops << QString::number(uses);
    }
    environment.insert(u"ACX_PROBE_STOPS"_s, stops.join(u','));
    m_program.setProcessEnvironment(environment);
    m_program.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    m_program.start(programs + "/apiconnect-explorer"_L1, QStringList());
    QVERIFY(m_program.waitForStarted());
    QVERIFY2(isLockedAfter(1), report().right(300).constData());
}

void TestProcess::cleanupTestCase()
{
    if (m_program.state() == QProcess::NotRunning)
        return;
    m_program.kill();
    QTRY_COMPARE(m_program.state(), QProcess::NotRunning);
}

bool TestProcess::isLockedAfter(int uses)
{
    return QTest::qWaitFor(
               [this, uses] {
                   return report().contains("locked " + QByteArray::number(uses) + '\n') ||
                          m_program.state() == QProcess::NotRunning;
               },
               180'000) &&
           m_program.state() == QProcess::Running;
}

void TestProcess::goOn(int uses) const
{
    QFile go(m_report + u'.' + QString::number(uses));
    QVERIFY(go.open(QFile::WriteOnly));
}

void TestProcess::aReleaseBuildLeavesNoCore()
{
    QProcess probe;
    probe.setWorkingDirectory(m_folder.path());
    probe.start(qEnvironmentVariable("ACX_PROGRAM_DIR") + "/acx_hygiene_probe"_L1, QStringList());
    QVERIFY(QTest::qWaitFor([&probe] { return probe.state() == QProcess::NotRunning; }, 20'000));
    QCOMPARE(probe.exitStatus(), QProcess::CrashExit);
    QCOMPARE(probe.readAllStandardOutput(), "core 0 0\ndumpable 0\numask 077\n"_ba);
    QCOMPARE(QDir(m_folder.path()).entryList({u"*core*"_s}, QDir::Files | QDir::Hidden), QStringList());
}

void TestProcess::nothingIsToldAboutTheProcess_data()
{
    QTest::addColumn<QString>("file");
    QTest::newRow("P3 command line") << u"cmdline"_s;
    QTest::newRow("P3 environment") << u"environ"_s;
    QTest::newRow("P3 name") << u"comm"_s;
}

void TestProcess::nothingIsToldAboutTheProcess()
{
    QFETCH(QString, file);
    const QByteArray told = contentOf(u"/proc/%1/%2"_s.arg(m_program.processId()).arg(file));
    QVERIFY(!told.isEmpty());
    QCOMPARE(Canary(u"key"_s, m_key).formIn(told), QString());
    QVERIFY(!told.contains(m_tokenHead));
}

void TestProcess::noWordOrTitleHoldsASecret()
{
    const QByteArray told = report();
    QVERIFY(told.contains("title API Connect Explorer\n"));
    QVERIFY(told.contains("word Token, shown\n")); // it was revealed while the words were read
    QVERIFY(told.count("\nword ") > 50);
    QCOMPARE(Canary(u"key"_s, m_key).formIn(told), QString());
    QVERIFY(!told.contains(m_tokenHead));
}

TestProcess::Copies TestProcess::copies() const
{
    const qint64 pid = m_program.processId();
    Copies found;
    for (const QByteArray &form : {m_key, utf16Of(m_key)})
        found.keys += countInMemory(pid, form);
    for (const QByteArray &form : {m_tokenHead, utf16Of(m_tokenHead)})
        found.tokens += countInMemory(pid, form);
    return found;
}

/// Looks while the program is locked after so many uses, and lets it go on. None: it did not come that far.
std::optional<TestProcess::Copies> TestProcess::copiesAfter(int uses)
{
    if (!isLockedAfter(uses))
        return std::nullopt;
    const Copies found = copies();
    qInfo("after %d uses: key %d, tokens %d", uses, found.keys, found.tokens);
    goOn(uses);
    return found;
}

void TestProcess::memoryKeepsFewCopiesAndNotMore()
{
    if (!measuresMemory)
        QSKIP("the address sanitizer keeps what was given back");
    if (countInMemory(m_program.processId(), "x") < 0)
        QSKIP("this user may not read the memory of a program of its own");
    goOn(1);
    Copies mostEarly;
    for (const int uses : earlyLooks) {
        const std::optional<Copies> found = copiesAfter(uses);
        QVERIFY2(found, report().right(300).constData());
        mostEarly = {std::max(mostEarly.keys, found->keys), std::max(mostEarly.tokens, found->tokens)};
        QVERIFY(found->keys <= mostCopies && found->tokens <= mostCopies);
    }
    Copies fewestLate{mostCopies, mostCopies};
    for (const int uses : lateLooks) {
        const std::optional<Copies> found = copiesAfter(uses);
        QVERIFY2(found, report().right(300).constData());
        fewestLate = {std::min(fewestLate.keys, found->keys), std::min(fewestLate.tokens, found->tokens)};
        QVERIFY(found->keys <= mostCopies && found->tokens <= mostCopies);
    }
    QVERIFY(!report().contains("NOT"));
    QCOMPARE_LE(fewestLate.keys, mostEarly.keys + mostMore);
    QCOMPARE_LE(fewestLate.tokens, mostEarly.tokens + mostMore);
    QTRY_COMPARE_WITH_TIMEOUT(m_program.state(), QProcess::NotRunning, 20'000);
    QCOMPARE(m_program.exitCode(), 0);
}

ACX_WIDGET_TEST_MAIN(TestProcess)
#include "test_process.moc"
