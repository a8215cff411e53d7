// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/result.h"
#include "tests/support/disk_faults.h"

#include <QByteArray>

#include <functional>

namespace acx {

/// What became of work in a child process whose disk was struck.
struct FaultRun
{
    bool isKilled = false;
    int confirmed = 0;  ///< how many steps told success
    long count = 0;     ///< operations on the disk; 0 if killed
    QByteArray struck;  ///< the operation; empty = none (or killed)
    Status status;      ///< of the first step that failed; success if killed
    QByteArray trouble; ///< not empty: the child ended in another way
};

/// Does `steps` steps in a fork of this process (which must have no thread that the work needs), with the disk below
/// `folder` struck at operation `at`. A step that fails ends the run.
[[nodiscard]] FaultRun runStruck(const QString &folder, disk_faults::Kind kind, long at, int steps,
                                 const std::function<Status(int step)> &work);

/// Such a run that goes on meanwhile; each has to be ended.
struct StartedRun
{
    int process = -1;
    int pipe = -1;
};
[[nodiscard]] StartedRun startStruck(const QString &folder, disk_faults::Kind kind, long at, int steps,
                                     const std::function<Status(int step)> &work);
[[nodiscard]] FaultRun endStruck(const StartedRun &started);

} // namespace acx
