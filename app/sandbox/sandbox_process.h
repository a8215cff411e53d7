// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/sandbox/sandbox_info.h"

#include <QFuture>
#include <QObject>

#include <memory>

namespace acx {

/// The sandbox as a child process: starts `acx sandbox --json` beside this program (or on PATH), reads its first line
/// and ends it with this object. The child ends by itself when its parent dies, killed included.
class SandboxProcess final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(SandboxProcess)

public:
    explicit SandboxProcess(QObject *parent = nullptr);
    ~SandboxProcess() override;

    /// Starts it, or hands out the running one. Errors: NotFound (no acx), Timeout, Incomplete, Internal.
    [[nodiscard]] QFuture<Result<SandboxInfo>> start();
    [[nodiscard]] bool isRunning() const;

Q_SIGNALS:
    /// It ended by itself.
    void stopped();

private:
    class Private;
    std::unique_ptr<Private> d;
};

/// Path of the acx program that belongs to this installation; empty if there is none.
[[nodiscard]] QString acxProgram();

} // namespace acx
