// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTest>

/// For a program that ./packaging/test installs: where it is missing the row fails, so that nobody takes a list with a
/// hole for a whole one. Who runs the suite by hand may leave such rows out by ACX_MAY_SKIP=1.
#define ACX_NEEDS(isThere, program)                                                                                    \
    do {                                                                                                               \
        if (!(isThere)) {                                                                                              \
            if (qEnvironmentVariableIsSet("ACX_MAY_SKIP"))                                                             \
                QSKIP(program " is not installed");                                                                    \
            QFAIL(program " is not installed; ./packaging/test installs it, ACX_MAY_SKIP=1 leaves this out");          \
        }                                                                                                              \
    } while (false)
