// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/sandbox/sandbox_info.h"

#include <chrono>
#include <memory>

namespace acx {

struct SandboxOptions
{
    quint16 port = 0; ///< 0 = any free one; always on 127.0.0.1
    bool tls = false;
    std::chrono::seconds tokenLifetime{3600}; ///< of IAM and login service tokens
    std::chrono::seconds platformLifetime{28800};
    bool singleUsePlatformKey = false;
    std::chrono::milliseconds delay{0}; ///< before every answer
    Secret apiKey;                      ///< the person's, where it must be known before; empty = made anew
    Secret clientSecret;                ///< likewise
};

/// A local API Connect with login service, IAM and platform API, speaking the real protocols over a real socket in
/// threads of its own. Knobs can also be turned over HTTP while it runs: POST /sandbox/knobs (see the README).
class SandboxServer final
{
public:
    explicit SandboxServer(const SandboxOptions &options = {});
    ~SandboxServer();
    SandboxServer(const SandboxServer &) = delete;
    SandboxServer &operator=(const SandboxServer &) = delete;

    /// Listens when it returns. Network when the port is taken.
    [[nodiscard]] Result<SandboxInfo> start();
    void stop();

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace acx
