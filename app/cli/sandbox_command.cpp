// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sandbox/sandbox_command.h"

#include "app/base/deliver.h"
#include "app/cli/commands.h"
#include "app/cli/context.h"

#include <limits>

using namespace Qt::StringLiterals;

namespace acx {

namespace {

Result<SandboxCommandOptions> readOptions(const CommandLine &line)
{
    SandboxCommandOptions options;
    options.json = line.has(Option::Json);
    options.server.tls = line.has(Option::Tls);
    if (line.has(Option::Port)) {
        bool isNumber = false;
        const uint port = line.bytes(Option::Port).toUInt(&isNumber);
        if (!isNumber || port > std::numeric_limits<quint16>::max())
            return fail(ErrorKind::InvalidInput, u"--port takes a number from 0 to 65535."_s);
        options.server.port = static_cast<quint16>(port);
    }
    return options;
}

} // namespace

CommandResult runSandbox(Context &context)
{
    const Result<SandboxCommandOptions> options = readOptions(context.line());
    if (!options)
        return failed(options.error());
    auto owned = std::make_unique<SandboxCommand>(*options);
    SandboxCommand *command = owned.get();
    context.keep(std::move(owned));
    const auto promise = std::make_shared<QPromise<Result<ExitCode>>>();
    promise->start();
    QObject::connect(command, &SandboxCommand::finished, command, [promise](int exitCode) {
        promise->addResult(exitCode == 0 ? ExitCode::Done : ExitCode::NoAnswer);
        promise->finish();
    });
    if (const Status started = command->start(); !started) {
        Error error = started.error();
        // There is no service to reach: a port that cannot be had is wrong input.
        if (error.kind == ErrorKind::Network)
            error.kind = ErrorKind::InvalidInput;
        return failed(error);
    }
    return promise->future();
}

} // namespace acx
