// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/base/deliver.h"
#include "app/base/process_hygiene.h"
#include "app/cli/commands.h"
#include "app/cli/context.h"

#include <QCoreApplication>
#include <QTimer>

#include <clocale>
#include <csignal>
#include <cstring>
#include <langinfo.h>

using namespace Qt::StringLiterals;

namespace acx {

namespace {

void hardenProcess()
{
    occupyStandardStreams();
    keepProcessPrivate();
    (void)std::signal(SIGPIPE, SIG_IGN); // a closed pipe is an error of write() and not the end
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
        Output out;
        out.hideSecretsAmong(words);
        out.error(line.error());
        return static_cast<int>(ExitCode::WrongUse);
    }
    Context context(*std::move(line));
    context.out().hideSecretsAmong(words);
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
