// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/sandbox/sandbox_server.h"

#include <QObject>

#include <memory>

namespace acx {

struct SandboxCommandOptions
{
    SandboxOptions server;
    bool json = false; ///< first line of standard output: SandboxInfo as JSON; otherwise lines for people
};

/// `acx sandbox`: listens, says where on standard output, and runs until SIGINT, SIGTERM or the death of the parent
/// process. Use it under QCoreApplication::exec(); one object a process, because it takes over the two signals.
class SandboxCommand final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(SandboxCommand)

public:
    explicit SandboxCommand(const SandboxCommandOptions &options, QObject *parent = nullptr);
    ~SandboxCommand() override;

    /// Errors: Network (port taken), Disk. After a success, finished() follows when the sandbox ends.
    [[nodiscard]] Status start();

Q_SIGNALS:
    /// The server has stopped and its certificate file is gone; 0 after a signal or the parent's death.
    void finished(int exitCode);

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace acx
