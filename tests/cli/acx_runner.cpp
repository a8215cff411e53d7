// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/cli/acx_runner.h"

#include "tests/support/run_canary.h"

#include <QDirIterator>
#include <QFile>
#include <QTest>

#include <sys/stat.h>

using namespace Qt::StringLiterals;

namespace acx {

namespace {

constexpr int runLimit = 60'000; // milliseconds

} // namespace

QByteArray AcxRun::told() const
{
    return "exit " + QByteArray::number(exitCode) + "\nstdout: " + out.left(2000) + "\nstderr: " + err.left(2000);
}

AcxRunner::AcxRunner()
    : environment(QProcessEnvironment::systemEnvironment())
{
    // No command may need the person's bus; tests with a keyring set it themselves.
    environment.insert(u"DBUS_SESSION_BUS_ADDRESS"_s, u"unix:path=/nowhere/bus"_s);
    environment.remove(u"DISPLAY"_s);
    environment.remove(u"WAYLAND_DISPLAY"_s);
    environment.remove(u"QT_QPA_PLATFORM"_s);
}

QString AcxRunner::program()
{
    return qEnvironmentVariable("ACX_PROGRAM_DIR", QCoreApplication::applicationDirPath()) + "/acx"_L1;
}

AcxRun AcxRunner::run(const QStringList &arguments, const QByteArray &input) const
{
    QProcess process;
    process.setProcessEnvironment(environment);
    if (!workingFolder.isEmpty())
        process.setWorkingDirectory(workingFolder);
    process.setChildProcessModifier([] { ::umask(0); }); // its files have to be private by themselves (D5)
    process.start(program(), arguments);
    process.write(input);
    process.closeWriteChannel();
    AcxRun result;
    const bool ended = QTest::qWaitFor([&process] { return process.state() == QProcess::NotRunning; }, runLimit);
    if (ended && process.exitStatus() == QProcess::NormalExit)
        result.exitCode = process.exitCode();
    result.out = process.readAllStandardOutput();
    result.err = process.readAllStandardError();
    return result;
}

SandboxRun::SandboxRun(const QStringList &arguments)
{
    m_process.start(AcxRunner::program(), QStringList{u"sandbox"_s, u"--json"_s} + arguments);
    const bool told = QTest::qWaitFor(
        [this] { return m_process.canReadLine() || m_process.state() == QProcess::NotRunning; }, runLimit);
    const Result<SandboxInfo> info = SandboxInfo::fromJson(told ? m_process.readLine() : QByteArray());
    if (!info)
        return;
    m_info = *info;
    watchFor(u"API key of acx sandbox"_s, m_info.apiKey.reveal());
    watchFor(u"service ID's key of acx sandbox"_s, m_info.serviceIdApiKey.reveal());
    watchFor(u"platform key of acx sandbox"_s, m_info.platformApiKey.reveal());
    watchFor(u"client secret of acx sandbox"_s, m_info.clientSecret.reveal());
}

SandboxRun::~SandboxRun()
{
    m_process.terminate();
    if (!QTest::qWaitFor([this] { return m_process.state() == QProcess::NotRunning; }, runLimit))
        m_process.kill();
    m_process.waitForFinished();
}

QByteArray SandboxRun::standardError()
{
    return m_process.readAllStandardError();
}

QStringList SandboxRun::urlOptions() const
{
    return {
        u"--api-host"_s, m_info.endpoints.api.toString(), u"--login-url"_s,    m_info.endpoints.login.toString(),
        u"--iam-url"_s,  m_info.endpoints.iam.toString(), u"--platform-url"_s, m_info.endpoints.platform.toString()};
}

QStringList filesHolding(const QString &folder, const QByteArray &needle)
{
    const QString text = QString::fromUtf8(needle);
    const QByteArray utf16(reinterpret_cast<const char *>(text.utf16()), text.size() * 2);
    const QList<QByteArray> forms{needle, needle.toPercentEncoding(), needle.toBase64(), utf16};
    QStringList found;
    QDirIterator files(folder, QDir::Files | QDir::Hidden | QDir::System, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        QFile file(files.next());
        if (!file.open(QIODevice::ReadOnly))
            continue;
        const QByteArray content = file.readAll();
        if (std::any_of(forms.cbegin(), forms.cend(),
                        [&content](const QByteArray &form) { return content.contains(form); }))
            found << file.fileName();
    }
    return found;
}

QString writeFile(const QString &path, const QByteArray &content)
{
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size())
        qFatal("%s could not be written", qPrintable(path));
    return path;
}

} // namespace acx
