// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/result.h"
#include "app/cli/exit_code.h"

#include <QFuture>

namespace acx {

class Context;

/// How a command ends: with its exit code, or with an Error that becomes one.
using CommandResult = QFuture<Result<ExitCode>>;

// One function for each command, each in a file of its own. The context outlives the future.
[[nodiscard]] CommandResult listDeployments(Context &context);
[[nodiscard]] CommandResult importKey(Context &context);
[[nodiscard]] CommandResult listProfiles(Context &context);
[[nodiscard]] CommandResult showProfile(Context &context);
[[nodiscard]] CommandResult removeProfile(Context &context);
[[nodiscard]] CommandResult printToken(Context &context);
[[nodiscard]] CommandResult decodeToken(Context &context);
[[nodiscard]] CommandResult listOperations(Context &context);
[[nodiscard]] CommandResult readJson(Context &context);
[[nodiscard]] CommandResult callApi(Context &context);
[[nodiscard]] CommandResult listHistory(Context &context);
[[nodiscard]] CommandResult trustCertificate(Context &context);
[[nodiscard]] CommandResult runSandbox(Context &context);
[[nodiscard]] CommandResult showHelp(Context &context);

/// Runs the command of the context's command line.
[[nodiscard]] CommandResult runCommand(Context &context);

/// Done when the text was written, else the Error.
[[nodiscard]] CommandResult finished(const Status &written, ExitCode code = ExitCode::Done);
[[nodiscard]] CommandResult failed(const Error &error);

} // namespace acx
