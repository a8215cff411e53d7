// SPDX-License-Identifier: GPL-3.0-or-later
// Start and memory of the window, each against a program with an empty one.
#include "tests/benchmarks/row.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QProcess>
#include <QProcessEnvironment>
#include <QTemporaryDir>

#include <chrono>

using namespace Qt::StringLiterals;
using namespace acx;

namespace {

constexpr int rounds = 11;
constexpr int runLimit = 120'000; // milliseconds

struct Measured
{
    double readyMs = 0;
    double memoryMb = 0;
    QByteArray pill;
};

qint64 now()
{
    return std::chrono::duration_cast<std::chrono::nanoseconds>(std::chrono::steady_clock::now().time_since_epoch())
        .count();
}

/// As a person who starts it for the first time, with neither bus nor keychain.
QProcessEnvironment freshHome(const QString &folder)
{
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    for (const QString &name : {u"DBUS_SESSION_BUS_ADDRESS"_s, u"WAYLAND_DISPLAY"_s, u"QT_STYLE_OVERRIDE"_s})
        environment.remove(name);
    environment.insert(u"HOME"_s, folder);
    for (const QString &name : {u"XDG_CONFIG_HOME"_s, u"XDG_DATA_HOME"_s, u"XDG_CACHE_HOME"_s, u"XDG_RUNTIME_DIR"_s})
        environment.insert(name, folder);
    return environment;
}

Measured run(const QString &program, const QStringList &arguments, int idleMs)
{
    const QTemporaryDir folder;
    QProcessEnvironment environment = freshHome(folder.path());
    const QString report = folder.filePath(u"report"_s);
    environment.insert(u"ACX_PROBE_REPORT"_s, report);
    environment.insert(u"ACX_PROBE_IDLE"_s, QString::number(idleMs));
    environment.insert(u"LD_PRELOAD"_s, QCoreApplication::applicationDirPath() + u"/libacx_window_probe.so"_s);
    QProcess process;
    process.setProcessEnvironment(environment);
    process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    const qint64 started = now();
    process.start(program, arguments);
    process.waitForFinished(runLimit);
    Measured measured;
    QFile file(report);
    if (!file.open(QFile::ReadOnly))
        qFatal("%s did not report.", qPrintable(program));
    for (const QByteArray &line : file.readAll().split('\n')) {
        const QByteArray value = line.mid(line.indexOf(' ') + 1);
        if (line.startsWith("ready "))
            measured.readyMs = static_cast<double>(value.toLongLong() - started) / 1e6;
        else if (line.startsWith("memory "))
            measured.memoryMb = static_cast<double>(value.toLongLong()) / 1024;
        else if (line.startsWith("pill "))
            measured.pill = value;
    }
    return measured;
}

} // namespace

int main(int argc, char *argv[])
{
    const QCoreApplication application(argc, argv);
    const QString folder = QCoreApplication::applicationDirPath();
    const QString product = folder + u"/apiconnect-explorer"_s;
    const QString empty = folder + u"/acx_empty_window"_s;
    constexpr int idle = 1500; // milliseconds until memory is read
    QList<double> start;
    QList<double> emptyStart;
    QList<double> memory;
    QList<double> emptyMemory;
    run(product, {}, 0); // so that both are in the page cache
    run(empty, {}, 0);
    for (int i = 0; i < rounds; ++i) {
        const Measured ours = run(product, {}, idle);
        const Measured theirs = run(empty, {}, idle);
        start << ours.readyMs;
        memory << ours.memoryMb;
        emptyStart << theirs.readyMs;
        emptyMemory << theirs.memoryMb;
    }
    const QString platform = qEnvironmentVariable("QT_QPA_PLATFORM", u"xcb"_s);
    const QString against = u"empty QMainWindow"_s;
    print({u"start until painted and taking input"_s, median(start), u"ms"_s, median(emptyStart), against, 2.0,
           u"median of %1 on %2"_s.arg(rounds).arg(platform)});
    print({u"memory, first start, idle"_s, median(memory), u"MB"_s, median(emptyMemory), against, 1.8, u"VmRSS"_s});
    constexpr int untilToken = 8000; // milliseconds
    const Measured live = run(product, {u"--sandbox"_s}, untilToken);
    print({u"memory, profile and live token"_s, live.memoryMb, u"MB"_s, median(emptyMemory), against, 2.6,
           u"VmRSS; the pill says “%1”"_s.arg(QString::fromUtf8(live.pill))});
    return 0;
}
