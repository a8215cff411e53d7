// SPDX-License-Identifier: GPL-3.0-or-later
// Starts the sandbox once and prints what came of it: 0, or 1 + the number of the error's kind. A program of its own,
// because SandboxProcess looks beside the running program first, and beside the tests stands the real acx.
#include "app/sandbox/sandbox_process.h"
#include "tests/support/wait.h"

#include <QCoreApplication>

#include <cstdio>

int main(int argc, char *argv[])
{
    const QCoreApplication app(argc, argv);
    acx::SandboxProcess process;
    const auto started = acx::waitFor(process.start());
    std::printf("%d\n", started ? 0 : 1 + static_cast<int>(started.error().kind));
    return 0;
}
