// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sandbox/sandbox_command.h"

#include <QCoreApplication>
#include <QSocketNotifier>
#include <QTimer>

#include <csignal>
#include <cstdio>
#include <fcntl.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace acx {

namespace {

constexpr std::chrono::milliseconds parentCheck{250};

int signalPipe[2] = {-1, -1};

/// Only what is allowed in a signal handler: a byte into a pipe that the event loop watches.
void onSignal(int)
{
    const char byte = 1;
    [[maybe_unused]] const ssize_t written = ::write(signalPipe[1], &byte, 1);
}

Status openSignalPipe()
{
    if (::pipe2(signalPipe, O_CLOEXEC | O_NONBLOCK) != 0)
        return fail(ErrorKind::Internal, QCoreApplication::translate("acx", "The sandbox could not start."), {},
                    qt_error_string());
    struct sigaction action = {};
    action.sa_handler = onSignal;
    sigemptyset(&action.sa_mask);
    sigaction(SIGINT, &action, nullptr);
    sigaction(SIGTERM, &action, nullptr);
    // A reader of the first line that has gone must not kill the sandbox before it has cleaned up.
    ::signal(SIGPIPE, SIG_IGN);
    return {};
}

void closeSignalPipe()
{
    for (const int number : {SIGINT, SIGTERM})
        ::signal(number, SIG_DFL);
    for (int &end : signalPipe) {
        if (end >= 0)
            ::close(end);
        end = -1;
    }
}

QByteArray linesForPeople(const SandboxInfo &info)
{
    const auto text = [](const Secret &secret) { return QString::fromUtf8(secret.reveal()); };
    const QString base = info.endpoints.api.toString();
    QString lines = QCoreApplication::translate("acx", "The sandbox listens on %1.").arg(base) + u'\n';
    const auto add = [&lines](const QString &name, const QString &value) {
        lines += u"  %1 %2\n"_s.arg(name, -18).arg(value);
    };
    add(u"API key"_s, text(info.apiKey));
    add(u"service ID API key"_s, text(info.serviceIdApiKey));
    add(u"platform API key"_s, text(info.platformApiKey));
    add(u"client ID"_s, info.clientId);
    add(u"client secret"_s, text(info.clientSecret));
    if (!info.caCertificate.isEmpty())
        add(u"certificate"_s, info.caCertificate);
    lines +=
        QCoreApplication::translate("acx", "All of this is made up and ends with the sandbox. Press Ctrl+C to end it.");
    return lines.toUtf8() + '\n';
}

/// The whole text at once, whatever the buffering of stdio.
bool writeStandardOutput(QByteArrayView text)
{
    while (!text.isEmpty()) {
        const ssize_t written = ::write(STDOUT_FILENO, text.data(), static_cast<size_t>(text.size()));
        if (written < 0 && errno == EINTR)
            continue;
        if (written <= 0)
            return false;
        text = text.sliced(written);
    }
    return true;
}

} // namespace

class SandboxCommand::Private
{
public:
    explicit Private(const SandboxCommandOptions &from)
        : options(from)
        , server(from.server)
    {}

    const pid_t parent = ::getppid(); // first of all: making keys takes a while
    SandboxCommandOptions options;
    SandboxServer server;
    std::unique_ptr<QSocketNotifier> signalled;
    QTimer parentTimer;
};

SandboxCommand::SandboxCommand(const SandboxCommandOptions &options, QObject *parent)
    : QObject(parent)
    , d(std::make_unique<Private>(options))
{}

SandboxCommand::~SandboxCommand()
{
    d->signalled.reset();
    closeSignalPipe();
}

Status SandboxCommand::start()
{
    if (const Status opened = openSignalPipe(); !opened)
        return opened;
    const auto end = [this] {
        d->parentTimer.stop();
        d->signalled->setEnabled(false);
        d->server.stop();
        Q_EMIT finished(0);
    };
    d->signalled = std::make_unique<QSocketNotifier>(signalPipe[0], QSocketNotifier::Read);
    connect(d->signalled.get(), &QSocketNotifier::activated, this, end);

    const Result<SandboxInfo> info = d->server.start();
    if (!info)
        return fail(info.error());
    if (!writeStandardOutput(d->options.json ? info->toJson() + '\n' : linesForPeople(*info)))
        return fail(ErrorKind::Incomplete, QCoreApplication::translate("acx", "Standard output cannot be written to."),
                    {}, qt_error_string());

    // The process, not the thread that started it (which is what PR_SET_PDEATHSIG watches), decides how long the
    // sandbox lives. An orphan gets another parent.
    connect(&d->parentTimer, &QTimer::timeout, this, [this, end] {
        if (::getppid() != d->parent)
            end();
    });
    d->parentTimer.start(parentCheck);
    return {};
}

} // namespace acx
