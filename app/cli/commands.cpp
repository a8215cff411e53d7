// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commands.h"

#include "app/base/deliver.h"
#include "app/cli/context.h"
#include "app/cli/help.h"

using namespace Qt::StringLiterals;

namespace acx {

CommandResult finished(const Status &written, ExitCode code)
{
    return written ? ready<ExitCode>(code) : failed(written.error());
}

CommandResult failed(const Error &error)
{
    return ready<ExitCode>(fail(error));
}

CommandResult showHelp(Context &context)
{
    const CommandLine &line = context.line();
    if (line.argumentCount() == 0)
        return finished(context.out().write(helpText()));
    const CommandSpec *spec = findCommand(line.argumentBytes(0));
    if (!spec)
        return ready<ExitCode>(
            fail(ErrorKind::InvalidInput, u"There is no command “%1”."_s.arg(line.argument(0)), u"See: acx help"_s));
    return finished(context.out().write(helpText(*spec)));
}

CommandResult runCommand(Context &context)
{
    const CommandLine &line = context.line();
    if (line.has(Option::Help))
        return finished(context.out().write(line.command() ? helpText(specOf(*line.command())) : helpText()));
    if (line.has(Option::Version))
        return finished(context.out().write(versionText()));
    switch (*line.command()) {
    case CommandId::Deployments:
        return listDeployments(context);
    case CommandId::Import:
        return importKey(context);
    case CommandId::Profiles:
        return listProfiles(context);
    case CommandId::Profile:
        return showProfile(context);
    case CommandId::Remove:
        return removeProfile(context);
    case CommandId::Token:
        return printToken(context);
    case CommandId::Decode:
        return decodeToken(context);
    case CommandId::Operations:
        return listOperations(context);
    case CommandId::Json:
        return readJson(context);
    case CommandId::Call:
        return callApi(context);
    case CommandId::History:
        return listHistory(context);
    case CommandId::Trust:
        return trustCertificate(context);
    case CommandId::Sandbox:
        return runSandbox(context);
    case CommandId::Help:
        return showHelp(context);
    }
    return ready<ExitCode>(ExitCode::WrongUse);
}

} // namespace acx
