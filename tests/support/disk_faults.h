// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

/// Faults of a disk on demand. The object file takes the place of the C library's write, pwrite, open, rename, link,
/// fsync, ftruncate, mkdir, chmod and unlink, in the program it is linked into (with exported symbols) or, as a
/// library, in the one it is preloaded into. What changes a file or folder below the watched folder is counted, and the
/// one with the number that was armed is struck. No Qt here: it runs in the place of system calls.
namespace acx::disk_faults {

enum class Kind {
    None,    ///< counts only
    NoSpace, ///< this one fails with ENOSPC (an unlink does not: it needs no room)
    IoError, ///< this one fails with EIO (an unlink does not)
    Full,    ///< a write takes half of its bytes; from then on nothing that needs room gets any
    Kill,    ///< SIGKILL before it; in the middle of it, where it is a write
};

/// `at` counts from 1. The path of `folder` is absolute and free of links.
void arm(const char *folder, Kind kind, long at);
/// From now on there are no files without a name, as on some file systems. Until refuseUnnamed(false).
void refuseUnnamed(bool isRefused);
/// The number of operations since arm().
long disarm();
/// What was struck, "rename /path"; empty = nothing.
const char *struck();

/// Preloaded, the environment arms it at the start: ACX_DISK_FAULT = "KIND AT FOLDER" with the words no-space,
/// io-error, full, kill, none. With ACX_DISK_FAULT_REPORT, what was struck, and at the end the count, go into that
/// file.

} // namespace acx::disk_faults
