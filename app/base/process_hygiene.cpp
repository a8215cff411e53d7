// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/base/process_hygiene.h"

#include <QtGlobal>

#ifdef Q_OS_UNIX
#include <sys/resource.h>
#include <sys/stat.h>
#endif
#ifdef Q_OS_LINUX
#include <sys/prctl.h>
#endif

namespace acx {

void keepProcessPrivate()
{
#ifdef Q_OS_UNIX
    ::umask(077);
#ifdef NDEBUG
    const rlimit none{0, 0};
    ::setrlimit(RLIMIT_CORE, &none);
#ifdef Q_OS_LINUX
    ::prctl(PR_SET_DUMPABLE, 0);
#endif
#endif
#endif
}

} // namespace acx
