// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/cli/acx_runner.h"
#include "tests/support/faults.h"
#include "tests/support/run_canary.h"
#include "tests/support/test_main.h"

#include <QDir>
#include <QDirIterator>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonObject>
#include <QLocalServer>
#include <QRegularExpression>
#include <QTemporaryDir>

using namespace Qt::StringLiterals;
using namespace acx;

namespace {

const QByteArray fakeKey = runKey();

} // namespace

class TestAcxUsage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        QTest::failOnWarning(QRegularExpression(u".?"_s));
        m_folder = std::make_unique<QTemporaryDir>();
        m_acx = AcxRunner();
        m_acx.workingFolder = m_folder->path();
    }

    void exitCodes_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<int>("exitCode");
        QTest::newRow("nothing") << QStringList() << 2;
        QTest::newRow("help") << QStringList{u"help"_s} << 0;
        QTest::newRow("--help") << QStringList{u"--help"_s} << 0;
        QTest::newRow("help of a command") << QStringList{u"help"_s, u"call"_s} << 0;
        QTest::newRow("--help of a command") << QStringList{u"token"_s, u"--help"_s} << 0;
        QTest::newRow("help of nothing") << QStringList{u"help"_s, u"frob"_s} << 2;
        QTest::newRow("version") << QStringList{u"--version"_s} << 0;
        QTest::newRow("unknown command") << QStringList{u"frob"_s} << 2;
        QTest::newRow("unknown option") << QStringList{u"token"_s, u"--frob"_s} << 2;
        QTest::newRow("no profile") << QStringList{u"token"_s} << 2;
        QTest::newRow("profile that is not there") << QStringList{u"token"_s, u"--profile"_s, u"nobody"_s} << 2;
        QTest::newRow("key file that is not there") << QStringList{u"token"_s, u"--key-file"_s, u"none"_s} << 2;
        QTest::newRow("kind unknown") << QStringList{u"token"_s, u"--sandbox"_s, u"--kind"_s, u"ibm"_s} << 2;
        QTest::newRow("format unknown") << QStringList{u"token"_s, u"--sandbox"_s, u"--format"_s, u"x"_s} << 2;
        QTest::newRow("format against json")
            << QStringList{u"token"_s, u"--sandbox"_s, u"--json"_s, u"--format"_s, u"raw"_s} << 2;
        QTest::newRow("timeout zero") << QStringList{u"call"_s,      u"GET"_s,       u"/"_s,
                                                     u"--sandbox"_s, u"--timeout"_s, u"0"_s}
                                      << 2;
        QTest::newRow("timeout text") << QStringList{u"call"_s,      u"GET"_s,       u"/"_s,
                                                     u"--sandbox"_s, u"--timeout"_s, u"x"_s}
                                      << 2;
        QTest::newRow("header without colon")
            << QStringList{u"call"_s, u"GET"_s, u"/"_s, u"--sandbox"_s, u"-H"_s, u"Accept"_s} << 2;
        QTest::newRow("header with a line end")
            << QStringList{u"call"_s, u"GET"_s, u"/"_s, u"--sandbox"_s, u"-H"_s, u"A: b\r\nC: d"_s} << 2;
        QTest::newRow("method with a blank") << QStringList{u"call"_s, u"G T"_s, u"/"_s, u"--sandbox"_s} << 2;
        QTest::newRow("data file missing")
            << QStringList{u"call"_s, u"POST"_s, u"/"_s, u"--sandbox"_s, u"-d"_s, u"@none"_s} << 2;
        QTest::newRow("port too large") << QStringList{u"sandbox"_s, u"--port"_s, u"65536"_s} << 2;
        QTest::newRow("profile without a name") << QStringList{u"profile"_s} << 2;
        QTest::newRow("profile nobody") << QStringList{u"profile"_s, u"nobody"_s, u"--read-only"_s} << 2;
        QTest::newRow("profile both ways")
            << QStringList{u"profile"_s, u"work"_s, u"--read-only"_s, u"--read-write"_s} << 2;
        QTest::newRow("remove nobody") << QStringList{u"remove"_s, u"nobody"_s} << 2;
        QTest::newRow("import without name") << QStringList{u"import"_s, u"f"_s, u"--deployment"_s, u"custom"_s} << 2;
        QTest::newRow("import without deployment") << QStringList{u"import"_s, u"f"_s, u"--name"_s, u"n"_s} << 2;
        QTest::newRow("import to nowhere")
            << QStringList{u"import"_s, u"f"_s, u"--name"_s, u"n"_s, u"--deployment"_s, u"mars"_s} << 2;
        QTest::newRow("import to an unknown region")
            << QStringList{u"import"_s, u"f"_s, u"--name"_s, u"n"_s, u"--deployment"_s, u"v5"_s, u"--region"_s, u"x"_s}
            << 2;
        QTest::newRow("plain http") << QStringList{u"call"_s,       u"GET"_s,        u"/"_s,
                                                   u"--no-token"_s, u"--api-host"_s, u"http://api.example.com"_s}
                                    << 2;
        QTest::newRow("no place without a token")
            << QStringList{u"call"_s, u"GET"_s, u"/v1/me"_s, u"--no-token"_s} << 2;
        QTest::newRow("output into a missing folder")
            << QStringList{u"call"_s, u"GET"_s, u"/v1/me"_s, u"--sandbox"_s, u"-o"_s, u"none/out"_s} << 2;
    }
    void exitCodes()
    {
        QFETCH(QStringList, arguments);
        QFETCH(int, exitCode);
        const AcxRun run = m_acx.run(arguments);
        QVERIFY2(run.exitCode == exitCode, run.told().constData());
        // Results on standard output, everything else on standard error.
        QCOMPARE(run.out.isEmpty(), exitCode != 0);
        QCOMPARE(run.err.isEmpty(), exitCode == 0);
    }

    void deploymentsAreListed()
    {
        const AcxRun text = m_acx.run({u"deployments"_s});
        QCOMPARE(text.exitCode, 0);
        const AcxRun run = m_acx.run({u"--json"_s, u"deployments"_s});
        QCOMPARE(run.exitCode, 0);
        QStringList ids;
        const QJsonArray list = run.json().array();
        for (const QJsonValue &item : list) {
            ids << item[u"id"_s].toString();
            QVERIFY(text.out.contains('\n' + ids.constLast().toUtf8() + ' '));
        }
        QCOMPARE(ids, (QStringList{u"v5"_s, u"reserved"_s, u"saas"_s, u"custom"_s, u"sandbox"_s}));
        QCOMPARE(list.at(0)[u"retired_on"_s].toString(), u"2023-07-31"_s);
        QCOMPARE(list.at(0)[u"regions"_s].toArray().size(), 5);
        QCOMPARE(list.at(0)[u"regions"_s][0][u"hosts"_s].toArray().size(), 2);
    }

    void profilesMayBeNone()
    {
        const AcxRun text = m_acx.run({u"profiles"_s});
        QVERIFY2(text.exitCode == 0 && text.out.isEmpty(), text.told().constData());
        const AcxRun json = m_acx.run({u"profiles"_s, u"--json"_s});
        QCOMPARE(json.exitCode, 0);
        QCOMPARE(json.json().array(), QJsonArray());
        QVERIFY(json.json().isArray());
    }

    void aKeyOnTheCommandLineIsNotRepeated_data()
    {
        QTest::addColumn<QStringList>("arguments");
        const QString key = QString::fromLatin1(fakeKey);
        QTest::newRow("import") << QStringList{u"import"_s, key, u"--name"_s, u"n"_s, u"--deployment"_s, u"custom"_s};
        QTest::newRow("key file") << QStringList{u"token"_s, u"--key-file"_s, key};
    }
    void aKeyOnTheCommandLineIsNotRepeated()
    {
        QFETCH(QStringList, arguments);
        const AcxRun run = m_acx.run(arguments);
        QCOMPARE(run.exitCode, 2);
        QVERIFY2(!run.err.contains(fakeKey), run.told().constData());
    }

    void valuesWithBracesOrQuotesAreStopped_data()
    {
        QTest::addColumn<QByteArray>("value");
        for (const QByteArray value : {"{x", "\"x", "x}", "x\""})
            QTest::newRow(value.constData()) << QByteArray(value).replace('x', fakeKey);
    }
    void valuesWithBracesOrQuotesAreStopped()
    {
        QFETCH(QByteArray, value);
        const QByteArray file = "{\"name\":\"n\",\"apikey\":\"" + QByteArray(value).replace('"', "\\\"") + "\"}";
        writeFile(m_folder->filePath(u"k.json"_s), file);
        for (const QStringList &arguments :
             {QStringList{u"import"_s, u"k.json"_s, u"--name"_s, u"n"_s, u"--deployment"_s, u"custom"_s},
              QStringList{u"token"_s, u"--key-file"_s, u"k.json"_s}}) {
            const AcxRun run = m_acx.run(arguments);
            QVERIFY2(run.exitCode == 2, run.told().constData());
            QVERIFY2(!run.err.contains(fakeKey), run.told().constData());
        }
    }

    void aHugeKeyFileIsWrongInput()
    {
        writeFile(m_folder->filePath(u"huge"_s), QByteArray(1024 * 1024 + 1, 'a'));
        QCOMPARE(m_acx.run({u"token"_s, u"--key-file"_s, u"huge"_s}).exitCode, 2);
        QCOMPARE(m_acx.run({u"token"_s, u"--key-file"_s, u"-"_s}, QByteArray(1024 * 1024 + 1, 'a')).exitCode, 2);
    }

    void noKeychainMeansNothingIsStored()
    {
        writeFile(m_folder->filePath(u"k.json"_s), "{\"name\":\"n\",\"apikey\":\"" + fakeKey + "\"}");
        const AcxRun run = m_acx.run(
            {u"import"_s, u"k.json"_s, u"--name"_s, u"n"_s, u"--deployment"_s, u"custom"_s, u"--delete-file"_s});
        QVERIFY2(run.exitCode == 3, run.told().constData());
        QVERIFY(QFileInfo::exists(m_folder->filePath(u"k.json"_s)));
        QVERIFY(m_acx.run({u"profiles"_s, u"--json"_s}).json().array().isEmpty());
        QCOMPARE(filesHolding(QDir::homePath(), fakeKey), QStringList());
    }

    void whatNeedsNoStoredKeyTouchesNoBusAndNoProfile_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::newRow("deployments") << QStringList{u"deployments"_s};
        QTest::newRow("help") << QStringList{u"help"_s};
        QTest::newRow("token --sandbox") << QStringList{u"token"_s, u"--sandbox"_s};
        QTest::newRow("call --sandbox") << QStringList{u"call"_s, u"GET"_s, u"/v1/me"_s, u"--sandbox"_s};
        QTest::newRow("platform token --sandbox")
            << QStringList{u"token"_s, u"--sandbox"_s, u"--kind"_s, u"platform"_s};
        QTest::newRow("import --sandbox") << QStringList{u"import"_s,       u"k.json"_s, u"--name"_s,   u"n"_s,
                                                         u"--deployment"_s, u"custom"_s, u"--sandbox"_s};
        QTest::newRow("profiles --sandbox") << QStringList{u"profiles"_s, u"--sandbox"_s};
        QTest::newRow("call --no-token") << QStringList{u"call"_s, u"GET"_s, u"/sandbox/"_s, u"--no-token"_s,
                                                        u"--sandbox"_s};
    }
    void whatNeedsNoStoredKeyTouchesNoBusAndNoProfile()
    {
        QFETCH(QStringList, arguments);
        QLocalServer bus;
        QVERIFY(bus.listen(m_folder->filePath(u"bus"_s)));
        m_acx.environment.insert(u"DBUS_SESSION_BUS_ADDRESS"_s, u"unix:path="_s + bus.fullServerName());
        m_acx.environment.insert(u"DBUS_SYSTEM_BUS_ADDRESS"_s, u"unix:path="_s + bus.fullServerName());
        // A profile file that cannot be read would be an error for whoever reads it.
        const QString config = m_folder->filePath(u"config"_s);
        QVERIFY(QDir().mkpath(config + "/apiconnect-explorer/profiles.json"_L1));
        m_acx.environment.insert(u"XDG_CONFIG_HOME"_s, config);
        writeFile(m_folder->filePath(u"k.json"_s), "{\"name\":\"n\",\"apikey\":\"" + fakeKey + "\"}");
        const AcxRun run = m_acx.run(arguments);
        QVERIFY2(run.exitCode == 0 || arguments.contains(u"--no-token"_s), run.told().constData());
        QVERIFY2(run.exitCode <= 1, run.told().constData());
        QCOMPARE(bus.hasPendingConnections(), false);
        QVERIFY2(m_acx.run({u"profiles"_s}).exitCode == 2, "The profile file of this test can be read after all.");
    }

    void aForeignLocaleChangesNothing()
    {
        m_acx.environment.insert(u"LC_ALL"_s, u"C"_s);
        const AcxRun run = m_acx.run({u"remove"_s, u"Größe"_s});
        QCOMPARE(run.exitCode, 2);
        QVERIFY2(run.err.contains("“Größe”"), run.told().constData());
        QVERIFY2(!run.err.contains("locale"), run.told().constData());
    }

    void aFullDiskIsNotSuccess_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::newRow("deployments") << QStringList{u"deployments"_s};
        QTest::newRow("sandbox") << QStringList{u"sandbox"_s};
        QTest::newRow("sandbox --json") << QStringList{u"sandbox"_s, u"--json"_s};
    }
    void aFullDiskIsNotSuccess()
    {
        QFETCH(QStringList, arguments);
        QProcess process;
        process.setProcessEnvironment(m_acx.environment);
        process.setStandardOutputFile(u"/dev/full"_s);
        process.start(AcxRunner::program(), arguments);
        QVERIFY(QTest::qWaitFor([&process] { return process.state() == QProcess::NotRunning; }, 30'000));
        QCOMPARE(process.exitCode(), 4);
        QVERIFY(process.readAllStandardError().contains("tandard output"));
    }

    void closedStreams_data()
    {
        QTest::addColumn<QString>("command");
        QTest::addColumn<int>("exitCode");
        QTest::addColumn<QByteArray>("out");
        QTest::addColumn<QByteArray>("err");
        QTest::newRow("no output") << u"deployments >&-"_s << 4 << ""_ba
                                   << "standard output"_ba;
        QTest::newRow("no error") << u"deployments 2>&-"_s << 0 << "reserved"_ba
                                  << ""_ba;
        QTest::newRow("no error, and one to tell") << u"deployments surplus 2>&-"_s << 2 << ""_ba
                                                   << ""_ba;
        QTest::newRow("no input") << u"decode - <&-"_s << 2 << ""_ba
                                  << "Standard input could not be read"_ba;
        QTest::newRow("none of them") << u"deployments <&- >&- 2>&-"_s << 4 << ""_ba
                                      << ""_ba;
    }
    void closedStreams()
    {
        QFETCH(QString, command);
        QFETCH(int, exitCode);
        QFETCH(QByteArray, out);
        QFETCH(QByteArray, err);
        QProcess process;
        process.setProcessEnvironment(m_acx.environment);
        process.start(u"sh"_s, {u"-c"_s, u"exec \"$0\" "_s + command, AcxRunner::program()});
        process.closeWriteChannel();
        const bool ended = QTest::qWaitFor([&process] { return process.state() == QProcess::NotRunning; }, 10'000);
        if (!ended)
            process.kill();
        QVERIFY2(ended, "it hangs");
        QCOMPARE(process.exitStatus(), QProcess::NormalExit);
        QCOMPARE(process.exitCode(), exitCode);
        const QByteArray told = process.readAllStandardOutput();
        QVERIFY2(out.isEmpty() ? told.isEmpty() : told.contains(out), told.constData());
        const QByteArray error = process.readAllStandardError();
        QVERIFY2(err.isEmpty() ? error.isEmpty() : error.contains(err), error.constData());
    }

    /// Nothing that the program opens for itself gets the number of a stream that was closed: some kernels let a text
    /// be written into the event loop's own descriptor, or wait for ever.
    void closedStreamsAreNoFilesOfTheProgram()
    {
        FaultServer silent;
        blackHole()(silent);
        QProcess process;
        process.setProcessEnvironment(m_acx.environment);
        process.start(u"sh"_s, {u"-c"_s, u"exec \"$0\" call GET \"$1\" --no-token <&- >&- 2>&-"_s, AcxRunner::program(),
                                silent.url().toString()});
        QTRY_COMPARE_WITH_TIMEOUT(silent.connections(), 1, 30'000);
        QStringList streams;
        for (const char stream : {'0', '1', '2'})
            streams += QFileInfo(u"/proc/%1/fd/%2"_s.arg(process.processId()).arg(stream)).symLinkTarget();
        process.kill();
        QVERIFY(process.waitForFinished());
        QCOMPARE(streams, QStringList(3, u"/dev/null"_s));
    }

    void outputByItsName_data()
    {
        QTest::addColumn<QString>("words");
        QTest::addColumn<QByteArray>("content");
        QTest::newRow("to a file") << u"-o /dev/stdout >kept"_s << "body"_ba;
        QTest::newRow("by its descriptor") << u"-o /dev/fd/1 >kept"_s << "body"_ba;
        QTest::newRow("to the end of a file") << u"-o /dev/stdout >>kept"_s << "before body"_ba;
        QTest::newRow("with the head") << u"-i -o /dev/stdout >kept"_s
                                       << "HTTP/1.1 200 OK\r\nLength: none\r\n\r\nbody"_ba;
        QTest::newRow("standard error")
            << u"-o /dev/stderr 2>>kept"_s
            << "before bodyacx: Nothing confirms that the body is whole: it may be cut.\n"_ba;
        QTest::newRow("another descriptor") << u"-o /dev/fd/3 3>>kept"_s << "before body"_ba;
        QTest::newRow("the file itself") << u"-o kept >kept"_s << "body"_ba;
        QTest::newRow("nowhere, and no output") << u"-o /dev/null >&-"_s << "before "_ba;
        QTest::newRow("a pipe") << u"-o /dev/stdout | cat >kept"_s << "body"_ba;
    }
    void outputByItsName()
    {
        QFETCH(QString, words);
        QFETCH(QByteArray, content);
        FaultServer server(answeringThenClosing("HTTP/1.1 200 OK\r\nLength: none\r\n\r\nbody"));
        const QString kept = writeFile(m_folder->filePath(u"kept"_s), "before ");
        QProcess process;
        process.setProcessEnvironment(m_acx.environment);
        process.setWorkingDirectory(m_folder->path());
        process.start(u"sh"_s, {u"-c"_s, u"\"$0\" call GET \"$1\" --no-token "_s + words, AcxRunner::program(),
                                server.url().toString()});
        QVERIFY(QTest::qWaitFor([&process] { return process.state() == QProcess::NotRunning; }, 30'000));
        const QByteArray error = process.readAllStandardError();
        QVERIFY2(process.exitCode() == 0, error.constData());
        QFile file(kept);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(file.readAll(), content);
    }

    void aClosedPipeIsNotSuccess()
    {
        // The reader is gone before acx starts: it waits for the file that is written then.
        QProcess process;
        process.setProcessEnvironment(m_acx.environment);
        process.setWorkingDirectory(m_folder->path());
        process.start(
            u"sh"_s,
            {u"-c"_s,
             u"mkfifo gate; { cat gate >/dev/null; \"$0\" deployments; echo $? >status; } | { exec <&-; echo >gate; }"_s,
             AcxRunner::program()});
        QVERIFY(QTest::qWaitFor([&process] { return process.state() == QProcess::NotRunning; }, 30'000));
        QFile status(m_folder->filePath(u"status"_s));
        QVERIFY(status.open(QIODevice::ReadOnly));
        QCOMPARE(status.readAll().trimmed(), "4"_ba);
    }

private:
    AcxRunner m_acx;
    std::unique_ptr<QTemporaryDir> m_folder;
};

ACX_TEST_MAIN(TestAcxUsage)
#include "test_acx_usage.moc"
