// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sandbox/sandbox_process.h"

#include "app/base/deliver.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QProcess>
#include <QStandardPaths>
#include <QTimer>

#include <optional>

using namespace Qt::StringLiterals;

namespace acx {

namespace {

constexpr std::chrono::seconds startLimit{10};
constexpr qsizetype longestLine = qsizetype{64} * 1024;

Error startError(ErrorKind kind, const QString &technical)
{
    Error error;
    error.kind = kind;
    error.sentence = QCoreApplication::translate("acx", "The sandbox did not start.");
    error.nextStep = QCoreApplication::translate("acx", "Run “acx sandbox” in a terminal to see why.");
    error.technical = technical;
    return error;
}

} // namespace

class SandboxProcess::Private
{
public:
    explicit Private(SandboxProcess *owner)
        : q(owner)
    {}

    void readFirstLine();
    void finish(Result<SandboxInfo> result);
    void ended(const QString &technical);

    SandboxProcess *q;
    QProcess *process = nullptr;
    QTimer deadline;
    std::optional<QPromise<Result<SandboxInfo>>> promise; ///< while it starts
    QFuture<Result<SandboxInfo>> future;
};

void SandboxProcess::Private::finish(Result<SandboxInfo> result)
{
    deadline.stop();
    if (!promise)
        return;
    if (!result && process) {
        process->disconnect(q);
        process->close(); // kills it and collects it
        process->deleteLater();
        process = nullptr;
    }
    QPromise<Result<SandboxInfo>> done = std::move(*promise);
    promise.reset();
    done.addResult(std::move(result));
    done.finish();
}

void SandboxProcess::Private::readFirstLine()
{
    if (!promise) {
        process->readAllStandardOutput(); // nothing more is expected
        return;
    }
    if (!process->canReadLine()) {
        if (process->bytesAvailable() > longestLine)
            finish(fail(startError(ErrorKind::Incomplete, u"the first line is too long"_s)));
        return;
    }
    finish(SandboxInfo::fromJson(process->readLine()));
}

void SandboxProcess::Private::ended(const QString &technical)
{
    if (promise) {
        finish(fail(startError(ErrorKind::Internal, technical)));
        return;
    }
    process->deleteLater();
    process = nullptr;
    Q_EMIT q->stopped();
}

SandboxProcess::SandboxProcess(QObject *parent)
    : QObject(parent)
    , d(std::make_unique<Private>(this))
{
    d->deadline.setSingleShot(true);
    connect(&d->deadline, &QTimer::timeout, this,
            [this] { d->finish(fail(startError(ErrorKind::Timeout, u"no first line within 10 seconds"_s))); });
}

SandboxProcess::~SandboxProcess()
{
    if (!d->process)
        return;
    d->process->disconnect(this);
    d->process->close(); // kills it and collects it
}

QFuture<Result<SandboxInfo>> SandboxProcess::start()
{
    if (d->process)
        return d->future;
    const QString program = acxProgram();
    if (program.isEmpty())
        return ready<SandboxInfo>(fail(ErrorKind::NotFound,
                                       QCoreApplication::translate("acx", "The program “acx”, which holds the sandbox, "
                                                                          "was not found."),
                                       QCoreApplication::translate("acx", "Install it beside this program.")));

    d->promise.emplace();
    d->promise->start();
    d->future = d->promise->future();
    d->process = new QProcess(this);
    d->process->setStandardErrorFile(QProcess::nullDevice());
    connect(d->process, &QProcess::readyReadStandardOutput, this, [this] { d->readFirstLine(); });
    connect(d->process, &QProcess::finished, this,
            [this](int code) { d->ended(u"it ended with status %1"_s.arg(code)); });
    connect(d->process, &QProcess::errorOccurred, this, [this](QProcess::ProcessError error) {
        if (error == QProcess::FailedToStart)
            d->ended(d->process->errorString());
    });
    d->deadline.start(startLimit);
    d->process->start(program, {u"sandbox"_s, u"--json"_s}, QIODevice::ReadOnly);
    return d->future;
}

bool SandboxProcess::isRunning() const
{
    return d->process && !d->promise;
}

QString acxProgram()
{
    const QStringList folders{QCoreApplication::applicationDirPath(), qEnvironmentVariable("ACX_PROGRAM_DIR")};
    for (const QString &folder : folders) {
        const QFileInfo file(folder + u"/acx"_s);
        if (!folder.isEmpty() && file.isFile() && file.isExecutable())
            return file.absoluteFilePath();
    }
    return QStandardPaths::findExecutable(u"acx"_s);
}

} // namespace acx
