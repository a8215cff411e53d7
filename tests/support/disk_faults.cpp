// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/disk_faults.h"

#include <atomic>
#include <cerrno>
#include <csignal>
#include <cstdarg>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <fcntl.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

namespace acx::disk_faults {

namespace {

constexpr std::size_t longestPath = 4096;

struct State
{
    char folder[longestPath] = {};
    char struck[longestPath + 32] = {};
    char report[longestPath] = {};
    std::atomic<Kind> kind = Kind::None;
    std::atomic<long> at = 0;
    std::atomic<long> count = 0;
    std::atomic<bool> armed = false;
    std::atomic<bool> full = false;
    std::atomic<bool> unnamedRefused = false;
};

State state; // NOLINT: system calls have no object to belong to

/// What one operation asks of the disk.
enum class Need { Room, Nothing, Removal };

struct Verdict
{
    int error = 0;       ///< the operation fails with it
    bool isHalf = false; ///< a write takes half
    bool isKill = false;
};

bool isBelow(const char *path)
{
    const std::size_t length = std::strlen(state.folder);
    return std::strncmp(path, state.folder, length) == 0 && (path[length] == '/' || path[length] == '\0');
}

void report(const char *text)
{
    if (state.report[0] == '\0')
        return;
    const auto file = static_cast<int>(
        ::syscall(SYS_openat, AT_FDCWD, state.report, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600));
    (void)!::syscall(SYS_write, file, text, std::strlen(text));
    (void)!::syscall(SYS_write, file, "\n", 1L);
    ::syscall(SYS_close, file);
}

[[noreturn]] void die()
{
    ::syscall(SYS_kill, ::syscall(SYS_getpid), SIGKILL);
    for (;;)
        ::usleep(1000);
}

Verdict judge(const char *what, const char *path, Need need)
{
    if (!state.armed || !isBelow(path))
        return {};
    const long number = ++state.count;
    const Kind kind = state.kind;
    if (number == state.at) {
        if (need == Need::Removal && kind != Kind::Kill)
            return {};
        (void)std::snprintf(state.struck, sizeof state.struck, "%s %s", what, path);
        report(state.struck);
        state.full = kind == Kind::Full;
        switch (kind) {
        case Kind::NoSpace:
            return {ENOSPC, false, false};
        case Kind::IoError:
            return {EIO, false, false};
        case Kind::Full:
            return {need == Need::Room ? ENOSPC : 0, need == Need::Room, false};
        case Kind::Kill:
            return {0, true, true};
        case Kind::None:
            return {};
        }
    }
    return {state.full && need == Need::Room ? ENOSPC : 0, false, false};
}

Verdict judge(const char *what, int descriptor, Need need)
{
    if (!state.armed)
        return {};
    char link[64];
    char path[longestPath] = {};
    (void)std::snprintf(link, sizeof link, "/proc/self/fd/%d", descriptor);
    if (::syscall(SYS_readlinkat, AT_FDCWD, link, path, sizeof path - 1) <= 0)
        return {};
    return judge(what, path, need);
}

/// The result of an operation that is done whole or not at all.
template <class Operation>
int whole(const Verdict &verdict, const Operation &operation)
{
    if (verdict.isKill)
        die();
    if (verdict.error != 0) {
        errno = verdict.error;
        return -1;
    }
    return static_cast<int>(operation());
}

/// The result of a write of `size` bytes; `operation` takes the number of bytes.
template <class Operation>
ssize_t partly(const Verdict &verdict, std::size_t size, const Operation &operation)
{
    if (!verdict.isHalf)
        return verdict.error == 0 ? operation(size) : (errno = verdict.error, -1);
    const ssize_t written = size > 1 ? operation(size / 2) : 0;
    if (verdict.isKill)
        die();
    return written > 0 ? written : (errno = verdict.error, -1);
}

int openFile(const char *path, int flags, mode_t mode)
{
    const auto operation = [&] { return ::syscall(SYS_openat, AT_FDCWD, path, flags, mode); };
    const bool isNew = (flags & O_CREAT) != 0 && ::syscall(SYS_faccessat, AT_FDCWD, path, F_OK) != 0;
    const bool isUnnamed = (flags & O_TMPFILE) == O_TMPFILE;
    if (isUnnamed && state.unnamedRefused) {
        errno = EOPNOTSUPP;
        return -1;
    }
    if (!isNew && !isUnnamed && (flags & O_TRUNC) == 0)
        return static_cast<int>(operation());
    return whole(judge("open", path, Need::Room), operation);
}

/// Before main(): what the environment asks for in a program that this is preloaded into.
[[gnu::constructor]] void armByEnvironment()
{
    const char *wish = std::getenv("ACX_DISK_FAULT"); // NOLINT(concurrency-mt-unsafe): no thread yet
    if (!wish)
        return;
    char name[16] = {};
    char folder[longestPath] = {};
    long at = 0;
    if (std::sscanf(wish, "%15s %ld %4095[^\n]", name, &at, folder) != 3) // NOLINT(cert-err34-c)
        return;
    const char *file = std::getenv("ACX_DISK_FAULT_REPORT"); // NOLINT(concurrency-mt-unsafe)
    if (file)
        (void)std::snprintf(state.report, sizeof state.report, "%s", file);
    Kind kind = Kind::None;
    if (std::strcmp(name, "no-space") == 0)
        kind = Kind::NoSpace;
    else if (std::strcmp(name, "io-error") == 0)
        kind = Kind::IoError;
    else if (std::strcmp(name, "full") == 0)
        kind = Kind::Full;
    else if (std::strcmp(name, "kill") == 0)
        kind = Kind::Kill;
    arm(folder, kind, at);
}

[[gnu::destructor]] void reportTheCount()
{
    if (state.report[0] == '\0')
        return;
    char text[32];
    (void)std::snprintf(text, sizeof text, "count %ld", disarm());
    report(text);
}

} // namespace

void arm(const char *folder, Kind kind, long at)
{
    state.armed = false;
    (void)std::snprintf(state.folder, sizeof state.folder, "%s", folder);
    state.struck[0] = '\0';
    state.kind = kind;
    state.at = at;
    state.count = 0;
    state.full = false;
    state.armed = true;
}

void refuseUnnamed(bool isRefused)
{
    state.unnamedRefused = isRefused;
}

long disarm()
{
    state.armed = false;
    return state.count;
}

const char *struck()
{
    return state.struck;
}

} // namespace acx::disk_faults

// --- in the place of the C library's
// ----------------------------------------------------------------------------------

using namespace acx::disk_faults;

extern "C" {

ssize_t write(int file, const void *bytes, size_t size)
{
    return partly(judge("write", file, Need::Room), size,
                  [&](size_t part) { return ::syscall(SYS_write, file, bytes, part); });
}

ssize_t pwrite64(int file, const void *bytes, size_t size, off64_t offset)
{
    return partly(judge("pwrite", file, Need::Room), size,
                  [&](size_t part) { return ::syscall(SYS_pwrite64, file, bytes, part, offset); });
}

ssize_t pwrite(int file, const void *bytes, size_t size, off_t offset)
{
    return ::pwrite64(file, bytes, size, offset);
}

int open64(const char *path, int flags, ...)
{
    va_list list;
    va_start(list, flags);
    const mode_t mode = va_arg(list, mode_t);
    va_end(list);
    return openFile(path, flags, mode);
}

int open(const char *path, int flags, ...)
{
    va_list list;
    va_start(list, flags);
    const mode_t mode = va_arg(list, mode_t);
    va_end(list);
    return openFile(path, flags, mode);
}

int fsync(int file)
{
    return whole(judge("fsync", file, Need::Nothing), [&] { return ::syscall(SYS_fsync, file); });
}

int fdatasync(int file)
{
    return whole(judge("fdatasync", file, Need::Nothing), [&] { return ::syscall(SYS_fdatasync, file); });
}

int ftruncate64(int file, off64_t size) noexcept
{
    return whole(judge("ftruncate", file, Need::Nothing), [&] { return ::syscall(SYS_ftruncate, file, size); });
}

int ftruncate(int file, off_t size) noexcept
{
    return ::ftruncate64(file, size);
}

int rename(const char *from, const char *to) noexcept
{
    return whole(judge("rename", to, Need::Nothing),
                 [&] { return ::syscall(SYS_renameat2, AT_FDCWD, from, AT_FDCWD, to, 0); });
}

int renameat2(int fromFolder, const char *from, int toFolder, const char *to, unsigned int flags) noexcept
{
    return whole(judge("rename", to, Need::Nothing),
                 [&] { return ::syscall(SYS_renameat2, fromFolder, from, toFolder, to, flags); });
}

int link(const char *from, const char *to) noexcept
{
    return whole(judge("link", to, Need::Room), [&] { return ::syscall(SYS_linkat, AT_FDCWD, from, AT_FDCWD, to, 0); });
}

int linkat(int fromFolder, const char *from, int toFolder, const char *to, int flags) noexcept
{
    return whole(judge("link", to, Need::Room),
                 [&] { return ::syscall(SYS_linkat, fromFolder, from, toFolder, to, flags); });
}

int mkdir(const char *path, mode_t mode) noexcept
{
    return whole(judge("mkdir", path, Need::Room), [&] { return ::syscall(SYS_mkdirat, AT_FDCWD, path, mode); });
}

int chmod(const char *path, mode_t mode) noexcept
{
    return whole(judge("chmod", path, Need::Nothing), [&] { return ::syscall(SYS_fchmodat, AT_FDCWD, path, mode); });
}

int fchmod(int file, mode_t mode) noexcept
{
    return whole(judge("chmod", file, Need::Nothing), [&] { return ::syscall(SYS_fchmod, file, mode); });
}

int unlink(const char *path) noexcept
{
    return whole(judge("unlink", path, Need::Removal), [&] { return ::syscall(SYS_unlinkat, AT_FDCWD, path, 0); });
}

} // extern "C"
