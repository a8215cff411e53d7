// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/base/deliver.h"
#include "app/cli/commands.h"
#include "app/cli/context.h"

#include <QCoreApplication>
#include <QTimer>

#include <clocale>
#include <csignal>
#include <cstring>
#include <langinfo.h>
#include <sys/resource.h>
#include <sys/stat.h>
#ifdef __linux__
#include <sys/prctl.h>
#endif

using namespace Qt::StringLiterals;

namespace acx {

namespace {

/// Files are private; a closed pipe is an error of write() and not the end; a release build leaves no core file with a
/// key in it.
void hardenProcess()
{
    ::umask(077);
    (void)std::signal(SIGPIPE, SIG_IGN);
#ifdef NDEBUG
    const rlimit none{0, 0};
    (void)::setrlimit(RLIMIT_CORE, &none);
#ifdef __linux__
    (void)::prctl(PR_SET_DUMPABLE, 0);
#endif
#endif
}

/// Text goes in and out as UTF-8. In another locale Qt would switch by itself, with a message on standard error.
void chooseUtf8()
{
    // NOLINTBEGIN(concurrency-mt-unsafe): there is no other thread yet
    const char *locale = std::setlocale(LC_ALL, "");
    if (!locale || std::strcmp(::nl_langinfo(CODESET), "UTF-8") != 0)
        (void)qputenv("LC_ALL", "C.UTF-8");
    // NOLINTEND(concurrency-mt-unsafe)
}

int run(QCoreApplication &app, const QList<QByteArray> &words)
{
    Result<CommandLine> line = CommandLine::parse(words);
    if (!line) {
        Output().error(line.error());
        return static_cast<int>(ExitCode::WrongUse);
    }
    Context context(*std::move(line));
    QTimer::singleShot(0, &app, [&app, &context] {
        deliver(runCommand(context), &app, [&context](const Result<ExitCode> &result) {
            if (!result)
                context.out().error(result.error());
            QCoreApplication::exit(static_cast<int>(result ? *result : exitCodeOf(result.error().kind)));
        });
    });
    return QCoreApplication::exec();
}

} // namespace

} // namespace acx

int main(int argc, char *argv[])
{
    acx::hardenProcess();
    acx::chooseUtf8();
    QList<QByteArray> words;
    for (int i = 1; i < argc; ++i)
        words.append(argv[i]);
    QCoreApplication app(argc, argv);
    // The profile file is the window's: both programs have one name for it.
    QCoreApplication::setApplicationName(u"apiconnect-explorer"_s);
    return acx::run(app, words);
}
