// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sandbox/sandbox_process.h"
#include "tests/support/needs.h"
#include "tests/support/test_main.h"
#include "tests/support/wait.h"

#include <QDir>
#include <QFileInfo>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QProcessEnvironment>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTemporaryDir>
#include <QUrl>

#include <csignal>

using namespace Qt::StringLiterals;
using namespace acx;

namespace {

bool listens(quint16 port)
{
    QTcpSocket socket;
    socket.connectToHost(u"127.0.0.1"_s, port);
    return socket.waitForConnected(2000);
}

quint16 portOf(const QByteArray &line)
{
    const QJsonObject object = QJsonDocument::fromJson(line).object();
    return quint16(QUrl(object.value("api_url"_L1).toString()).port());
}

/// `acx sandbox` with these options, its first line read.
class Started
{
public:
    explicit Started(const QStringList &options)
    {
        m_process.start(acxProgram(), QStringList{u"sandbox"_s} + options);
        while (!m_process.canReadLine() && m_process.waitForReadyRead(20'000))
            continue;
        m_line = m_process.readLine();
    }
    ~Started()
    {
        m_process.kill();
        m_process.waitForFinished();
    }
    Started(const Started &) = delete;
    Started &operator=(const Started &) = delete;

    [[nodiscard]] QProcess &process() { return m_process; }
    [[nodiscard]] const QByteArray &line() const { return m_line; }

private:
    QProcess m_process;
    QByteArray m_line;
};

} // namespace

/// The sandbox as a process of its own: `acx sandbox`, and the object that starts it as a child.
class TestSandboxProcess : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QVERIFY2(!acxProgram().isEmpty(), "acx was not built"); }
    void init() { QTest::failOnWarning(QRegularExpression(u".?"_s)); }

    void startsAndEndsAChild();
    void handsOutTheRunningOne();
    void tellsWhenTheChildEnds();
    void explainsWhatWentWrong_data();
    void explainsWhatWentWrong();
    void isGoneWithItsStarter();
    void firstLineIsOneObject();
    void talksToPeopleWithoutJson();
    void endsOnSignals_data();
    void endsOnSignals();
    void endsWithItsParent();
    void refusesATakenPort();
    void satisfiesAnotherClient_data();
    void satisfiesAnotherClient();
};

void TestSandboxProcess::startsAndEndsAChild()
{
    quint16 port = 0;
    {
        SandboxProcess process;
        QVERIFY(!process.isRunning());
        const Result<SandboxInfo> info = waitFor(process.start());
        QVERIFY2(info, info ? "" : qPrintable(info.error().details()));
        QVERIFY(process.isRunning());
        QVERIFY(info->caCertificate.isEmpty());
        port = quint16(info->endpoints.api.port());
        QVERIFY(listens(port));
    }
    QVERIFY(!listens(port));
}

void TestSandboxProcess::handsOutTheRunningOne()
{
    SandboxProcess process;
    const QFuture<Result<SandboxInfo>> first = process.start();
    const QFuture<Result<SandboxInfo>> second = process.start();
    const Result<SandboxInfo> one = waitFor(first);
    const Result<SandboxInfo> two = waitFor(second);
    const Result<SandboxInfo> three = waitFor(process.start());
    QVERIFY(one && two && three);
    QCOMPARE(one->endpoints, two->endpoints);
    QCOMPARE(one->endpoints, three->endpoints);
}

void TestSandboxProcess::tellsWhenTheChildEnds()
{
    SandboxProcess process;
    QSignalSpy stopped(&process, &SandboxProcess::stopped);
    QVERIFY(waitFor(process.start()));
    const QProcess *child = process.findChild<QProcess *>();
    QVERIFY(child);
    ::kill(pid_t(child->processId()), SIGKILL);
    QTRY_COMPARE(stopped.size(), 1);
    QVERIFY(!process.isRunning());
    QVERIFY(waitFor(process.start())); // and it can be started again
}

void TestSandboxProcess::explainsWhatWentWrong_data()
{
    QTest::addColumn<QByteArray>("script"); // what stands in acx's place; empty = nothing
    QTest::addColumn<ErrorKind>("kind");
    QTest::newRow("missing") << ""_ba << ErrorKind::NotFound;
    QTest::newRow("ends at once") << "exit 3"_ba << ErrorKind::Internal;
    QTest::newRow("says something else") << "echo hello; sleep 60"_ba << ErrorKind::Incomplete;
    QTest::newRow("half a line") << "printf '{\"api_url\":'"_ba << ErrorKind::Internal;
    QTest::newRow("endless line") << "exec cat /dev/zero"_ba << ErrorKind::Incomplete;
    QTest::newRow("silent") << "exec sleep 60"_ba << ErrorKind::Timeout;
}

void TestSandboxProcess::explainsWhatWentWrong()
{
    QFETCH(QByteArray, script);
    QFETCH(ErrorKind, kind);
    const QTemporaryDir folder;
    if (!script.isEmpty()) {
        QFile file(folder.filePath(u"acx"_s));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("#!/bin/sh\n" + script + '\n');
        QVERIFY(file.setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner | QFileDevice::ExeOwner));
    }
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"ACX_PROGRAM_DIR"_s, folder.path());
    environment.insert(u"PATH"_s, u"/usr/bin:/bin"_s);
    if (script.isEmpty())
        environment.insert(u"PATH"_s, folder.path());
    QProcess starter;
    starter.setProcessEnvironment(environment);
    starter.start(QStringLiteral(ACX_SANDBOX_STARTER), QStringList());
    QVERIFY(starter.waitForFinished(30'000));
    QCOMPARE(starter.readAllStandardOutput().trimmed().toInt(), 1 + int(kind));
    QVERIFY(starter.readAllStandardError().isEmpty());
}

void TestSandboxProcess::isGoneWithItsStarter()
{
    QFuture<Result<SandboxInfo>> pending;
    {
        SandboxProcess process;
        pending = process.start();
    }
    const Result<SandboxInfo> info = waitFor(pending);
    QVERIFY(!info);
    QCOMPARE(info.error().kind, ErrorKind::Cancelled);
}

void TestSandboxProcess::firstLineIsOneObject()
{
    Started sandbox({u"--json"_s, u"--tls"_s});
    const QJsonObject object = QJsonDocument::fromJson(sandbox.line()).object();
    const QStringList expected{u"api_key"_s,       u"api_url"_s,           u"ca_certificate"_s, u"client_id"_s,
                               u"client_secret"_s, u"iam_url"_s,           u"login_url"_s,      u"platform_api_key"_s,
                               u"platform_url"_s,  u"service_id_api_key"_s};
    QCOMPARE(object.keys(), expected);
    for (const auto &name : {u"api_url"_s, u"iam_url"_s, u"login_url"_s, u"platform_url"_s}) {
        const QUrl url(object.value(name).toString());
        QCOMPARE(url.scheme(), u"https"_s);
        QVERIFY(url.path().isEmpty());
    }
    QVERIFY(QFileInfo::exists(object.value("ca_certificate"_L1).toString()));
    QVERIFY(sandbox.process().readAllStandardError().isEmpty());
}

void TestSandboxProcess::talksToPeopleWithoutJson()
{
    Started sandbox({});
    QVERIFY(sandbox.line().contains("http://127.0.0.1:"));
    QByteArray text;
    QTRY_VERIFY((text += sandbox.process().readAllStandardOutput()).contains("Ctrl+C"));
    QVERIFY(text.contains("API key") && text.contains("client secret"));
    QVERIFY(sandbox.process().readAllStandardError().isEmpty());
}

void TestSandboxProcess::endsOnSignals_data()
{
    QTest::addColumn<int>("number");
    QTest::newRow("SIGTERM") << SIGTERM;
    QTest::newRow("SIGINT") << SIGINT;
}

void TestSandboxProcess::endsOnSignals()
{
    QFETCH(int, number);
    Started sandbox({u"--json"_s, u"--tls"_s});
    const QString file = QJsonDocument::fromJson(sandbox.line()).object().value("ca_certificate"_L1).toString();
    QVERIFY(QFileInfo::exists(file));
    ::kill(pid_t(sandbox.process().processId()), number);
    QVERIFY(sandbox.process().waitForFinished(20'000));
    QCOMPARE(sandbox.process().exitStatus(), QProcess::NormalExit);
    QCOMPARE(sandbox.process().exitCode(), 0);
    QVERIFY(!QFileInfo::exists(file));
    QVERIFY(!QFileInfo::exists(QFileInfo(file).path()));
}

/// A shell starts it and is killed, which no program can prepare for.
void TestSandboxProcess::endsWithItsParent()
{
    QProcess shell;
    shell.start(u"sh"_s, {u"-c"_s, u"\"$0\" sandbox --json --tls & wait"_s, acxProgram()});
    while (!shell.canReadLine() && shell.waitForReadyRead(20'000))
        continue;
    const QByteArray line = shell.readLine();
    const quint16 port = portOf(line);
    QVERIFY(port != 0 && listens(port));
    shell.kill();
    QVERIFY(shell.waitForFinished());
    QTRY_VERIFY_WITH_TIMEOUT(!listens(port), 20'000);
    const QString file = QJsonDocument::fromJson(line).object().value("ca_certificate"_L1).toString();
    QTRY_VERIFY_WITH_TIMEOUT(!QFileInfo::exists(file), 20'000);
}

void TestSandboxProcess::refusesATakenPort()
{
    QTcpServer taken;
    QVERIFY(taken.listen(QHostAddress::LocalHost));
    QProcess process;
    process.start(acxProgram(), {u"sandbox"_s, u"--json"_s, u"--port"_s, QString::number(taken.serverPort())});
    QVERIFY(process.waitForFinished(20'000));
    QVERIFY(process.exitCode() != 0);
    QVERIFY(process.readAllStandardOutput().isEmpty());
    QVERIFY(process.readAllStandardError().contains(QByteArray::number(taken.serverPort())));
}

void TestSandboxProcess::satisfiesAnotherClient_data()
{
    QTest::addColumn<QStringList>("options");
    QTest::newRow("http") << QStringList{u"--json"_s};
    QTest::newRow("https") << QStringList{u"--json"_s, u"--tls"_s};
}

/// A client in another language, with nothing but its standard library.
void TestSandboxProcess::satisfiesAnotherClient()
{
    QFETCH(QStringList, options);
    Started sandbox(options);
    QProcess client;
    client.setProcessChannelMode(QProcess::MergedChannels);
    client.start(u"python3"_s, {QStringLiteral(ACX_TEST_SOURCE) + u"/independent_client.py"_s});
    ACX_NEEDS(client.waitForStarted(), "python3");
    client.write(sandbox.line());
    client.closeWriteChannel();
    QVERIFY(client.waitForFinished(60'000));
    const QByteArray output = client.readAll();
    QVERIFY2(client.exitCode() == 0, output.constData());
    QVERIFY(output.contains("satisfied"));
}

ACX_TEST_MAIN(TestSandboxProcess)
#include "test_sandbox_process.moc"
