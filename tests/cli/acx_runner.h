// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/sandbox/sandbox_info.h"

#include <QByteArray>
#include <QJsonDocument>
#include <QProcess>
#include <QProcessEnvironment>
#include <QStringList>

#include <memory>

namespace acx {

/// What one run of the real program gave.
struct AcxRun
{
    int exitCode = -1; ///< -1 = crashed or did not end in time
    QByteArray out;
    QByteArray err;

    [[nodiscard]] QJsonDocument json() const { return QJsonDocument::fromJson(out); }
    /// For messages of failing checks.
    [[nodiscard]] QByteArray told() const;
};

/// Runs the built `acx`. The event loop goes on meanwhile, so that servers of the test can answer.
class AcxRunner final
{
public:
    AcxRunner();

    QProcessEnvironment environment;
    QString workingFolder;

    [[nodiscard]] AcxRun run(const QStringList &arguments, const QByteArray &input = {}) const;
    [[nodiscard]] static QString program();
};

/// `acx sandbox --json` as a process of its own.
class SandboxRun final
{
public:
    explicit SandboxRun(const QStringList &arguments = {});
    ~SandboxRun();
    Q_DISABLE_COPY_MOVE(SandboxRun)

    [[nodiscard]] const SandboxInfo &info() const { return m_info; }
    [[nodiscard]] bool isRunning() const { return m_process.state() == QProcess::Running; }
    [[nodiscard]] QByteArray standardError();
    /// --api-host, --login-url, --iam-url and --platform-url of this sandbox.
    [[nodiscard]] QStringList urlOptions() const;

private:
    QProcess m_process;
    SandboxInfo m_info;
};

/// Paths below `folder` of files that hold `needle`, in plain, percent-encoded, base64 or UTF-16 form.
[[nodiscard]] QStringList filesHolding(const QString &folder, const QByteArray &needle);

/// Writes a file and returns its path.
QString writeFile(const QString &path, const QByteArray &content);

} // namespace acx
