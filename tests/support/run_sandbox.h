// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/sandbox/sandbox_server.h"
#include "tests/support/run_canary.h"

namespace acx {

/// A sandbox whose key and client secret are those of the run.
[[nodiscard]] inline SandboxOptions sandboxOfThisRun()
{
    SandboxOptions options;
    options.apiKey = Secret(runKey());
    options.clientSecret = Secret(runSecret());
    return options;
}

} // namespace acx
