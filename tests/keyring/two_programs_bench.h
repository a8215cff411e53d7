// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/cli/acx_runner.h"

#include <QProcess>
#include <QTest>

#include <memory>

namespace acx {

/// A run of the real `acx` that goes on while the test does something else.
class AcxProcess final
{
public:
    explicit AcxProcess(const QStringList &arguments, const QByteArray &input = {})
    {
        m_process.start(AcxRunner::program(), arguments);
        m_process.write(input);
        m_process.closeWriteChannel();
    }
    ~AcxProcess()
    {
        m_process.kill();
        m_process.waitForFinished();
    }
    Q_DISABLE_COPY_MOVE(AcxProcess)

    [[nodiscard]] bool isRunning() const { return m_process.state() != QProcess::NotRunning; }
    void kill() { m_process.kill(); }
    /// Waits for its end while the event loop runs.
    [[nodiscard]] AcxRun ended()
    {
        constexpr int limit = 60'000; // milliseconds
        AcxRun run;
        if (QTest::qWaitFor([this] { return !isRunning(); }, limit) && m_process.exitStatus() == QProcess::NormalExit)
            run.exitCode = m_process.exitCode();
        run.out = m_process.readAllStandardOutput();
        run.err = m_process.readAllStandardError();
        return run;
    }

private:
    QProcess m_process;
};

/// `acx import` of a key on standard input, to a deployment where nothing listens.
[[nodiscard]] inline QStringList importArguments(const QString &name)
{
    using namespace Qt::StringLiterals;
    return {u"import"_s,       u"-"_s,
            u"--name"_s,       name,
            u"--deployment"_s, u"custom"_s,
            u"--api-host"_s,   u"http://127.0.0.1:9"_s,
            u"--iam-url"_s,    u"http://127.0.0.1:9"_s};
}

} // namespace acx
