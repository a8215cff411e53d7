// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace acx {

/// New files are for their owner only. Release builds leave no core file and cannot be read by other processes of the
/// person (a debugger needs the opposite, so developer builds stay readable). First thing in main().
void keepProcessPrivate();

/// Gives standard input, output and error, where the program was started without one, a place that fails (input,
/// output) or swallows (error) what is asked of it. Otherwise the first file or socket that is opened would get that
/// number, and what is meant for people would go into it. First thing in main().
void occupyStandardStreams();

} // namespace acx
