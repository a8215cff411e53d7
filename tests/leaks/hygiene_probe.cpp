// SPDX-License-Identifier: GPL-3.0-or-later
// Prints what a release build makes of its process, then crashes; with an argument it waits to be ended.
#include "app/base/process_hygiene.h"

#include <cstdio>
#include <cstdlib>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

int main(int argc, char *[])
{
    acx::keepProcessPrivate();
    rlimit core{1, 1};
    (void)::getrlimit(RLIMIT_CORE, &core);
    const mode_t mask = ::umask(0);
    std::printf("core %lu %lu\ndumpable %d\numask %03o\n", static_cast<unsigned long>(core.rlim_cur),
                static_cast<unsigned long>(core.rlim_max), ::prctl(PR_GET_DUMPABLE), static_cast<unsigned>(mask));
    (void)std::fflush(stdout);
    if (argc > 1)
        return ::pause();
    std::abort();
}
