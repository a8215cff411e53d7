// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/leaks/canary.h"

namespace acx {

/// At its end, once the application object goes, this test program searches its home (see PrivateHome) for the secret
/// and fails if it is there. For what is made anew for each run, as the sandbox's keys are.
void watchFor(const Canary &canary);

} // namespace acx
