// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/fault_server.h"
#include "tests/support/keyring.h"
#include "tests/support/run_canary.h"
#include "tests/support/test_main.h"
#include "tests/ui/screen_bench.h"

#include <QApplication>
#include <QDir>
#include <QFile>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>
#include <functional>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>
#include <vector>

using namespace Qt::StringLiterals;
using namespace acx;

namespace {

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QFile::ReadOnly) ? file.readAll() : QByteArray();
}

/// A program that may write core files of any size, in a folder of its own, which tells how it died.
class Mortal final
{
public:
    /// What `input` holds is all that it can read; what it tells is in the file "told".
    void start(const QStringList &command, const QByteArray &input = {})
    {
        std::vector<QByteArray> words;
        for (const QString &word : command)
            words.push_back(QFile::encodeName(word));
        std::vector<char *> arguments;
        for (QByteArray &word : words)
            arguments.push_back(word.data());
        arguments.push_back(nullptr);
        int pipe[2];
        QCOMPARE(::pipe(pipe), 0);
        const QByteArray folder = QFile::encodeName(m_folder.path());
        m_pid = ::fork();
        QVERIFY(m_pid >= 0);
        if (m_pid == 0) {
            ::dup2(pipe[0], STDIN_FILENO);
            ::close(pipe[1]);
            if (::chdir(folder.constData()) != 0 || !std::freopen("told", "w", stdout))
                ::_exit(1);
            rlimit core{RLIM_INFINITY, RLIM_INFINITY};
            if (::setrlimit(RLIMIT_CORE, &core) != 0 && ::getrlimit(RLIMIT_CORE, &core) == 0) {
                core.rlim_cur = core.rlim_max;
                ::setrlimit(RLIMIT_CORE, &core);
            }
            ::execvp(arguments[0], arguments.data());
            ::_exit(1);
        }
        ::close(pipe[0]);
        QCOMPARE(::write(pipe[1], input.constData(), static_cast<size_t>(input.size())), input.size());
        ::close(pipe[1]);
    }
    ~Mortal()
    {
        if (m_pid > 0 && ::kill(m_pid, SIGKILL) == 0)
            ::waitpid(m_pid, nullptr, 0);
    }
    Mortal() = default;
    Q_DISABLE_COPY_MOVE(Mortal)

    [[nodiscard]] QByteArray told() const { return contentOf(m_folder.filePath(u"told"_s)); }
    [[nodiscard]] QString folder() const { return m_folder.path(); }
    /// How the signal ended it, as waitpid() says; -1 = it lives on.
    int die(int signal)
    {
        int status = -1;
        ::kill(m_pid, signal);
        if (!QTest::qWaitFor([&] { return ::waitpid(m_pid, &status, WNOHANG) == m_pid; }, 20'000))
            return -1;
        m_pid = 0;
        return status;
    }
    /// Files beside "told".
    [[nodiscard]] QStringList leftFiles() const
    {
        QStringList files = QDir(m_folder.path()).entryList(QDir::Files | QDir::Hidden | QDir::System);
        files.removeAll(u"told"_s);
        return files;
    }

private:
    QTemporaryDir m_folder;
    pid_t m_pid = 0;
};

} // namespace

using Life = std::function<void(Mortal &)>;
Q_DECLARE_METATYPE(Life)

/// Row P1 on the programs themselves, with the one file that differs compiled as for a release: whoever dies while it
/// holds secrets leaves no core file, whatever the limit was at its start, and the kernel hands its memory to no crash
/// handler either.
class TestCores final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init() { QTest::failOnWarning(QRegularExpression(u"^(?!This plugin does not support )"_s)); }
    void noCoreIsWritten_data();
    void noCoreIsWritten();

private:
    [[nodiscard]] static QString program(const QString &name)
    {
        return qEnvironmentVariable("ACX_PROGRAM_DIR") + u'/' + name;
    }
    [[nodiscard]] QString url() const { return m_server.url("").toString(); }
    void lockedWindow(Mortal &window) const;

    FaultServer m_server{[](QTcpSocket &, const RecordedRequest &) {}}; ///< never answers
};

void TestCores::initTestCase()
{
    QVERIFY(Keyring::isPrivate());
    // A program built with the address sanitizer would take the signal for itself.
    QVERIFY(qputenv("ASAN_OPTIONS", qgetenv("ASAN_OPTIONS") + ":handle_segv=0"));
    ScreenBench bench({true, {}, {}});
    (void)bench.addProfile(u"Canary"_s);
    Mortal other;
    other.start({u"sh"_s, u"-c"_s, u"echo up; exec sleep 60"_s});
    QTRY_VERIFY(other.told().contains("up"));
    const int status = other.die(SIGABRT);
    if (!WIFSIGNALED(status) || !WCOREDUMP(status))
        QSKIP("no program leaves a core file on this system");
}

void TestCores::lockedWindow(Mortal &window) const
{
    const QString report = window.folder() + "-report"_L1;
    window.start({u"env"_s, u"LD_PRELOAD="_s + program(u"libacx_use_probe.so"_s), u"ACX_PROBE_REPORT="_s + report,
                  u"ACX_PROBE_STOPS=1"_s, program(u"apiconnect-explorer_as_released"_s)});
    QTRY_VERIFY_WITH_TIMEOUT(contentOf(report).contains("locked 1\n"), 120'000);
    QFile::remove(report);
}

void TestCores::noCoreIsWritten_data()
{
    QTest::addColumn<Life>("live");
    QTest::addColumn<int>("signal");
    const auto row = [](const char *name, int signal, const Life &life) { QTest::newRow(name) << life << signal; };
    const Life sandbox = [](Mortal &acx) {
        acx.start({program(u"acx_as_released"_s), u"sandbox"_s, u"--json"_s});
        QTRY_VERIFY_WITH_TIMEOUT(acx.told().contains('\n'), 20'000);
    };
    row("P1 acx sandbox, SIGABRT", SIGABRT, sandbox);
    row("P1 acx sandbox, SIGSEGV", SIGSEGV, sandbox);
    row("P1 acx token, SIGABRT", SIGABRT, [this](Mortal &acx) {
        m_server.forget();
        acx.start({program(u"acx_as_released"_s), u"token"_s, u"--kind"_s, u"iam"_s, u"--key-file"_s, u"-"_s,
                   u"--api-host"_s, url(), u"--iam-url"_s, url()},
                  runKey() + '\n');
        QTRY_VERIFY_WITH_TIMEOUT(m_server.bytes().contains(runKey()), 20'000);
    });
    row("P1 locked window, SIGSEGV", SIGSEGV, [this](Mortal &window) { lockedWindow(window); });
}

void TestCores::noCoreIsWritten()
{
    QFETCH(Life, live);
    QFETCH(int, signal);
    Mortal mortal;
    live(mortal);
    const int status = mortal.die(signal);
    QVERIFY(WIFSIGNALED(status));
    QCOMPARE(WTERMSIG(status), signal);
    QVERIFY(!WCOREDUMP(status));
    QCOMPARE(mortal.leftFiles(), QStringList());
}

ACX_WIDGET_TEST_MAIN(TestCores)
#include "test_cores.moc"
