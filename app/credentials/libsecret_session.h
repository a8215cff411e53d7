// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace acx {

/// Makes libsecret, which QtKeychain calls, open a new session at its next use. It keeps its first one for the life of
/// the process, and a keyring service that was started again does not know it: every call would fail until the program
/// is restarted.
void forgetLibsecretSession();

} // namespace acx
