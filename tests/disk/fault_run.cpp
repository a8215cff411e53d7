// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/disk/fault_run.h"

#include <QDataStream>
#include <QFile>

#include <algorithm>
#include <cerrno>
#include <csignal>
#include <fcntl.h>
#include <sys/wait.h>
#include <unistd.h>

namespace acx {

namespace {

constexpr char confirmation = '+';
constexpr char end = '.';

void send(int pipe, const QByteArray &bytes)
{
    if (::write(pipe, bytes.constData(), size_t(bytes.size())) != bytes.size())
        ::_exit(3);
}

[[noreturn]] void runChild(int pipe, const QByteArray &folder, disk_faults::Kind kind, long at, int steps,
                           const std::function<Status(int)> &work)
{
    disk_faults::arm(folder.constData(), kind, at);
    Status status;
    for (int step = 1; step <= steps && status; ++step) {
        status = work(step);
        if (status)
            send(pipe, QByteArray(1, confirmation));
    }
    const long count = disk_faults::disarm();
    QByteArray told(1, end);
    QDataStream stream(&told, QIODevice::Append);
    const Error error = status ? Error() : status.error();
    stream << qint64(count) << QByteArray(disk_faults::struck()) << status.has_value() << int(error.kind)
           << error.sentence << error.nextStep << error.technical;
    send(pipe, told);
    ::_exit(0);
}

QByteArray readAll(int pipe)
{
    QByteArray all;
    char block[4096];
    for (;;) {
        const ssize_t size = ::read(pipe, block, sizeof block);
        if (size < 0 && errno == EINTR)
            continue;
        if (size <= 0)
            return all;
        all.append(block, size);
    }
}

void readEnd(const QByteArray &told, FaultRun &run)
{
    QDataStream stream(told);
    qint64 count = 0;
    bool isDone = false;
    int kind = 0;
    Error error;
    stream >> count >> run.struck >> isDone >> kind >> error.sentence >> error.nextStep >> error.technical;
    run.count = long(count);
    error.kind = static_cast<ErrorKind>(kind);
    if (!isDone)
        run.status = fail(error);
}

} // namespace

StartedRun startStruck(const QString &folder, disk_faults::Kind kind, long at, int steps,
                       const std::function<Status(int)> &work)
{
    StartedRun started;
    int ends[2];
    if (::pipe2(ends, O_CLOEXEC) != 0)
        return started;
    const QByteArray path = QFile::encodeName(folder);
    started.process = ::fork();
    if (started.process == 0)
        runChild(ends[1], path, kind, at, steps, work);
    ::close(ends[1]);
    started.pipe = ends[0];
    return started;
}

FaultRun endStruck(const StartedRun &started)
{
    FaultRun run;
    if (started.process < 0) {
        run.trouble = "no process";
        return run;
    }
    const QByteArray told = readAll(started.pipe);
    ::close(started.pipe);
    int state = 0;
    while (::waitpid(started.process, &state, 0) < 0 && errno == EINTR) {
    }
    run.isKilled = WIFSIGNALED(state) && WTERMSIG(state) == SIGKILL;
    const auto *const confirmed = std::find_if(told.cbegin(), told.cend(), [](char c) { return c != confirmation; });
    run.confirmed = int(confirmed - told.cbegin());
    if (!run.isKilled && (!WIFEXITED(state) || WEXITSTATUS(state) != 0 || confirmed == told.cend()))
        run.trouble = "state " + QByteArray::number(state);
    else if (!run.isKilled)
        readEnd(told.sliced(run.confirmed + 1), run);
    return run;
}

FaultRun runStruck(const QString &folder, disk_faults::Kind kind, long at, int steps,
                   const std::function<Status(int)> &work)
{
    return endStruck(startStruck(folder, kind, at, steps, work));
}

} // namespace acx
