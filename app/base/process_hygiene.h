// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace acx {

/// New files are for their owner only. Release builds leave no core file and cannot be read by other processes of the
/// person (a debugger needs the opposite, so developer builds stay readable). First thing in main().
void keepProcessPrivate();

} // namespace acx
