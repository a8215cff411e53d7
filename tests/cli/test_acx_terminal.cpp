// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/cli/acx_runner.h"
#include "tests/support/run_canary.h"
#include "tests/support/test_main.h"

#include <QRegularExpression>
#include <QTemporaryDir>

#include <csignal>
#include <cstdlib>
#include <fcntl.h>
#include <sys/ioctl.h>
#include <termios.h>
#include <unistd.h>

using namespace Qt::StringLiterals;
using namespace acx;

namespace {

constexpr int limit = 30'000; // milliseconds

/// A terminal, and the program that runs in it in a session of its own. Its standard error is a pipe.
class Terminal final
{
public:
    Terminal()
    {
        m_master = ::posix_openpt(O_RDWR | O_NOCTTY | O_CLOEXEC | O_NONBLOCK);
        if (m_master < 0 || ::grantpt(m_master) != 0 || ::unlockpt(m_master) != 0)
            qFatal("there is no terminal");
        char name[128] = {};
        if (::ptsname_r(m_master, name, sizeof name) != 0)
            qFatal("the terminal has no name");
        m_name = QFile::decodeName(name);
        m_held = ::open(name, O_RDWR | O_NOCTTY | O_CLOEXEC); // so that its modes outlive the program
    }
    ~Terminal()
    {
        process.kill();
        process.waitForFinished();
        ::close(m_held);
        ::close(m_master);
    }
    Q_DISABLE_COPY_MOVE(Terminal)

    QProcess process;

    void start(const QProcessEnvironment &environment, const QString &program, const QStringList &arguments)
    {
        process.setProcessEnvironment(environment);
        process.setStandardInputFile(m_name);
        process.setChildProcessModifier([] {
            ::setsid();
            ::ioctl(STDIN_FILENO, TIOCSCTTY, 0);
        });
        process.start(program, arguments);
    }
    void type(const QByteArray &keys) const
    {
        if (::write(m_master, keys.constData(), static_cast<size_t>(keys.size())) != keys.size())
            qFatal("nothing can be typed");
    }
    [[nodiscard]] bool echoes() const
    {
        termios modes = {};
        return ::tcgetattr(m_held, &modes) == 0 && (modes.c_lflag & ECHO) != 0;
    }
    /// True once the program has told this on standard error.
    [[nodiscard]] bool tells(const QByteArray &text)
    {
        return QTest::qWaitFor([this, text] { return (m_told += process.readAllStandardError()).contains(text); },
                               limit);
    }
    [[nodiscard]] bool ends()
    {
        return QTest::qWaitFor([this] { return process.state() == QProcess::NotRunning; }, limit);
    }
    /// What could be seen on it since the last call.
    [[nodiscard]] QByteArray seen() const
    {
        QByteArray text(4096, '\0');
        const ssize_t count = ::read(m_master, text.data(), static_cast<size_t>(text.size()));
        text.truncate(std::max<ssize_t>(count, 0));
        return text;
    }

private:
    int m_master = -1;
    int m_held = -1;
    QString m_name;
    QByteArray m_told;
};

} // namespace

/// `acx` at a terminal, where a key is typed that nobody may see; and standard input as other programs leave it.
class TestAcxTerminal final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".?"_s)); }
    void aKeyIsNotSeen();
    void theTerminalIsLeftAsItWas_data();
    void theTerminalIsLeftAsItWas();
    void aKeyIsNotSeenAfterAPause();
    void whatIsIgnoredStaysIgnored();
    void inputThatDoesNotBlock_data();
    void inputThatDoesNotBlock();

private:
    /// Nobody listens there.
    const QStringList m_words{u"token"_s, u"--key-file"_s, u"-"_s, u"--iam-url"_s, u"http://127.0.0.1:9/"_s};
    const AcxRunner m_acx;
};

void TestAcxTerminal::aKeyIsNotSeen()
{
    const QByteArray &key = runKey();
    Terminal terminal;
    QVERIFY(terminal.echoes());
    terminal.start(m_acx.environment, AcxRunner::program(), m_words);
    QVERIFY(terminal.tells("it is not shown"));
    QVERIFY(!terminal.echoes());
    terminal.type(key + "\n\x04");
    QVERIFY(terminal.ends());
    QCOMPARE(terminal.process.exitCode(), 4);
    QVERIFY(terminal.tells("127.0.0.1:9 refused the connection"));
    QVERIFY(terminal.echoes());
    QVERIFY(!terminal.seen().contains(key));
}

void TestAcxTerminal::theTerminalIsLeftAsItWas_data()
{
    QTest::addColumn<QByteArray>("key");
    QTest::addColumn<int>("signal");
    QTest::newRow("Ctrl+C") << "\x03"_ba << SIGINT;
    QTest::newRow("Ctrl+\\") << "\x1c"_ba << SIGQUIT;
    QTest::newRow("asked to end") << ""_ba << SIGTERM;
    QTest::newRow("the line is cut") << ""_ba << SIGHUP;
}

void TestAcxTerminal::theTerminalIsLeftAsItWas()
{
    QFETCH(const QByteArray, key);
    QFETCH(const int, signal);
    Terminal terminal;
    terminal.start(m_acx.environment, AcxRunner::program(), m_words);
    QVERIFY(terminal.tells("it is not shown"));
    QVERIFY(!terminal.echoes());
    if (key.isEmpty())
        QCOMPARE(::kill(static_cast<pid_t>(terminal.process.processId()), signal), 0);
    else
        terminal.type(key);
    QVERIFY(terminal.ends());
    // Whoever started it sees by which signal it ended, as if nothing had been in between.
    QCOMPARE(terminal.process.exitStatus(), QProcess::CrashExit);
    QCOMPARE(terminal.process.exitCode(), signal);
    QVERIFY(terminal.echoes());
}

void TestAcxTerminal::aKeyIsNotSeenAfterAPause()
{
    const QByteArray &key = runKey();
    Terminal terminal;
    const QString script = u"\"$0\" \"$@\"; echo paused >&2; read go; fg >&2; echo \"ended with $?\" >&2"_s;
    terminal.start(m_acx.environment, u"sh"_s, QStringList{u"-m"_s, u"-c"_s, script, AcxRunner::program()} + m_words);
    QVERIFY(terminal.tells("it is not shown"));
    QVERIFY(!terminal.echoes());
    terminal.type("\x1a"); // Ctrl+Z
    QVERIFY(terminal.tells("paused"));
    QVERIFY(terminal.echoes());
    terminal.type("go\n");
    QTRY_VERIFY_WITH_TIMEOUT(!terminal.echoes(), limit);
    terminal.type(key + "\n\x04");
    QVERIFY(terminal.tells("ended with 4"));
    QVERIFY(terminal.ends());
    QVERIFY(terminal.echoes());
    const QByteArray seen = terminal.seen();
    QVERIFY2(seen.contains("go") && !seen.contains(key), "the key could be seen");
}

void TestAcxTerminal::whatIsIgnoredStaysIgnored()
{
    Terminal terminal;
    terminal.start(m_acx.environment, u"sh"_s,
                   QStringList{u"-c"_s, u"trap '' HUP; exec \"$0\" \"$@\""_s, AcxRunner::program()} + m_words);
    QVERIFY(terminal.tells("it is not shown"));
    QCOMPARE(::kill(static_cast<pid_t>(terminal.process.processId()), SIGHUP), 0);
    terminal.type(runKey() + "\n\x04");
    QVERIFY(terminal.ends());
    QCOMPARE(terminal.process.exitCode(), 4);
}

void TestAcxTerminal::inputThatDoesNotBlock_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QByteArray>("first");
    QTest::newRow("nothing is there yet") << QStringList{u"json"_s, u"-"_s} << ""_ba;
    QTest::newRow("half of it is there") << QStringList{u"json"_s, u"-"_s} << "{\"a\":"_ba;
}

void TestAcxTerminal::inputThatDoesNotBlock()
{
    QFETCH(const QStringList, arguments);
    QFETCH(const QByteArray, first);
    const QByteArray whole = "{\"a\":1}";
    QProcess process;
    process.setProcessEnvironment(m_acx.environment);
    process.setChildProcessModifier([] { ::fcntl(STDIN_FILENO, F_SETFL, O_RDONLY | O_NONBLOCK); });
    process.start(AcxRunner::program(), arguments);
    process.write(first);
    // Time for it to ask in vain; however long that takes, it must not give up.
    QTest::qWait(500);
    process.write(whole.sliced(first.size()));
    process.closeWriteChannel();
    QVERIFY(QTest::qWaitFor([&process] { return process.state() == QProcess::NotRunning; }, limit));
    const QByteArray error = process.readAllStandardError();
    QVERIFY2(process.exitCode() == 0, error.constData());
    QCOMPARE(process.readAllStandardOutput().simplified(), "{ \"a\": 1 }"_ba);
}

ACX_TEST_MAIN(TestAcxTerminal)
#include "test_acx_terminal.moc"
