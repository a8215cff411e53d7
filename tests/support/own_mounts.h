// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <fcntl.h>
#include <linux/capability.h>
#include <sched.h>
#include <string>
#include <sys/syscall.h>
#include <unistd.h>

namespace acx {

inline void writeSystemFile(const char *path, const std::string &text)
{
    const int file = ::open(path, O_WRONLY | O_CLOEXEC);
    if (file < 0)
        return;
    (void)!::write(file, text.data(), text.size());
    ::close(file);
}

/// Lets this process mount what it alone sees, where the system grants that to everybody: a namespace of its own, in
/// which it stays who it is and has the one right to mount. Nothing for root, who may mount anyway. Before any thread.
inline void takeOwnMounts()
{
    const uid_t user = ::geteuid();
    const gid_t group = ::getegid();
    if (user == 0 || ::unshare(CLONE_NEWUSER | CLONE_NEWNS) != 0)
        return;
    const auto itself = [](unsigned id) { return std::to_string(id) + ' ' + std::to_string(id) + " 1"; };
    writeSystemFile("/proc/self/setgroups", "deny");
    writeSystemFile("/proc/self/uid_map", itself(user));
    writeSystemFile("/proc/self/gid_map", itself(group));
    // Without the others, or folders that nobody may write to would be open to it.
    __user_cap_header_struct header{_LINUX_CAPABILITY_VERSION_3, 0};
    __user_cap_data_struct rights[2] = {{1U << CAP_SYS_ADMIN, 1U << CAP_SYS_ADMIN, 0}, {0, 0, 0}};
    if (::syscall(SYS_capset, &header, &rights) != 0)
        qFatal("rights could not be given up");
}

/// The application of a test program that mounts (SmallDisk), for ACX_TEST_MAIN_WITH.
template <class Application>
class Mounting final : public Application
{
public:
    Mounting(int &argc, char **argv)
        : Application((takeOwnMounts(), argc), argv)
    {}
};

} // namespace acx
