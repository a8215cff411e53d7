// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/cli/acx_runner.h"
#include "tests/support/fault_server.h"
#include "tests/support/run_canary.h"
#include "tests/support/test_main.h"

#include <QFile>
#include <QFileInfo>
#include <QJsonObject>
#include <QRegularExpression>
#include <QTcpSocket>
#include <QTemporaryDir>

using namespace Qt::StringLiterals;
using namespace acx;

namespace {

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

/// Calls with a key that is not stored: against the sandbox in a process of its own, and against a server of faults.
class TestAcxCall : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        m_sandbox = std::make_unique<SandboxRun>();
        QVERIFY(!m_sandbox->info().apiKey.isEmpty());
        const SandboxInfo &info = m_sandbox->info();
        m_acx.workingFolder = m_folder.path();
        writeFile(file("key"), info.apiKey.reveal());
        writeFile(file("platform-key"), info.platformApiKey.reveal());
        writeFile(file("client.json"), "{\"client_id\":\"" + info.clientId.toUtf8() + "\",\"client_secret\":\"" +
                                           info.clientSecret.reveal() + "\"}");
        m_withKey = QStringList{u"--key-file"_s, u"key"_s} + m_sandbox->urlOptions();
    }
    void cleanupTestCase() { m_sandbox.reset(); }
    void init() { QTest::failOnWarning(QRegularExpression(u".?"_s)); }

    void eachPathGetsItsToken_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<QString>("key");
        QTest::newRow("v1") << QStringList{u"GET"_s, u"/v1/me"_s} << u"key"_s;
        QTest::newRow("v1, no slash") << QStringList{u"GET"_s, u"v1/me"_s} << u"key"_s;
        QTest::newRow("api") << QStringList{u"GET"_s, u"/api/orgs"_s} << u"key"_s;
        QTest::newRow("api with a client")
            << QStringList{u"GET"_s, u"/api/orgs"_s, u"--client"_s, u"client.json"_s} << u"platform-key"_s;
        QTest::newRow("kind given") << QStringList{u"GET"_s, u"/api/orgs"_s, u"--kind"_s, u"iam"_s} << u"key"_s;
    }
    void eachPathGetsItsToken()
    {
        QFETCH(QStringList, arguments);
        QFETCH(QString, key);
        const AcxRun run =
            m_acx.run(QStringList{u"--key-file"_s, key, u"call"_s} + arguments + m_sandbox->urlOptions());
        QVERIFY2(run.exitCode == 0, run.told().constData());
        QVERIFY2(run.json().isObject(), run.told().constData());
    }

    void everyTokenIsPrintedInEveryFormat_data()
    {
        QTest::addColumn<QString>("kind");
        QTest::addColumn<QString>("key");
        QTest::newRow("iam") << u"iam"_s << u"key"_s;
        QTest::newRow("apiconnect") << u"apiconnect"_s << u"key"_s;
        QTest::newRow("platform") << u"platform"_s << u"platform-key"_s;
    }
    void everyTokenIsPrintedInEveryFormat()
    {
        QFETCH(QString, kind);
        QFETCH(QString, key);
        const auto run = [&](const QStringList &format) {
            return m_acx.run(
                QStringList{u"token"_s, u"--kind"_s, kind, u"--key-file"_s, key, u"--client"_s, u"client.json"_s} +
                m_sandbox->urlOptions() + format);
        };
        const AcxRun raw = run({});
        QVERIFY2(raw.exitCode == 0, raw.told().constData());
        QVERIFY(QRegularExpression(u"^[\\w-]+\\.[\\w-]+\\.[\\w-]+\\n$"_s).match(QString::fromUtf8(raw.out)).hasMatch());
        QVERIFY(run({u"--format"_s, u"bearer"_s}).out.startsWith("Bearer ey"));
        QVERIFY(run({u"--format"_s, u"header"_s}).out.startsWith("Authorization: Bearer ey"));
        QVERIFY(run({u"--format"_s, u"env"_s}).out.startsWith("export APIC_TOKEN="));
        QVERIFY(run({u"--format"_s, u"curl"_s}).out.startsWith("curl "));
        const AcxRun json = run({u"--json"_s});
        QCOMPARE(json.json()[u"kind"_s].toString(), kind);
        QVERIFY(json.json()[u"token"_s].toString().startsWith(u"ey"_s));
        QVERIFY(run({u"--format"_s, u"json"_s}).json()[u"expires_in"_s].toInt() > 0);
    }

    /// E7: the command itself is the person's word, after a warning.
    void aSingleUseKeyIsExchangedByCommand()
    {
        const QStringList place = QStringList{u"--key-file"_s,   u"platform-key"_s, u"--client"_s, u"client.json"_s,
                                              u"--deployment"_s, u"saas"_s,         u"--region"_s, u"us-east-a"_s} +
                                  m_sandbox->urlOptions();
        for (const QStringList &command : {QStringList{u"token"_s}, QStringList{u"call"_s, u"GET"_s, u"/api/orgs"_s}}) {
            const AcxRun run = m_acx.run(command + place);
            QVERIFY2(run.exitCode == 0, run.told().constData());
            QVERIFY2(run.err.contains("this may spend it"), run.told().constData());
        }
    }

    void theKeyComesFromTheEnvironment_data()
    {
        QTest::addColumn<QString>("file");
        QTest::newRow("value") << QString();
        QTest::newRow("@file") << u"key"_s;
        QTest::newRow("@file that is a link, as mounted secrets are") << u"link"_s;
    }
    void theKeyComesFromTheEnvironment()
    {
        QFETCH(QString, file);
        AcxRunner acx = m_acx;
        if (file == "link"_L1)
            QVERIFY(QFile::link(u"key"_s, acx.workingFolder + u"/link"_s));
        acx.environment.insert(u"IBMCLOUD_API_KEY"_s,
                               file.isEmpty() ? QString::fromUtf8(m_sandbox->info().apiKey.reveal()) : u'@' + file);
        const AcxRun run = acx.run(QStringList{u"call"_s, u"GET"_s, u"/v1/me"_s} + m_sandbox->urlOptions());
        QVERIFY2(run.exitCode == 0, run.told().constData());
    }

    void theKeyComesFromStandardInput()
    {
        const AcxRun run = m_acx.run(QStringList{u"token"_s, u"--key-file"_s, u"-"_s} + m_sandbox->urlOptions(),
                                     m_sandbox->info().apiKey.reveal() + '\n');
        QVERIFY2(run.exitCode == 0, run.told().constData());
        QCOMPARE(m_acx
                     .run(QStringList{u"call"_s, u"POST"_s, u"/v1/x"_s, u"--key-file"_s, u"-"_s, u"-d"_s, u"@-"_s} +
                          m_sandbox->urlOptions())
                     .exitCode,
                 2);
    }

    void aRefusedKeyIsToldWithoutTheKey()
    {
        const QByteArray key = runKey();
        writeFile(file("refused"), key);
        for (const QString &kind : {u"iam"_s, u"apiconnect"_s}) {
            const AcxRun run = m_acx.run(QStringList{u"token"_s, u"--kind"_s, kind, u"--key-file"_s, u"refused"_s} +
                                         m_sandbox->urlOptions());
            QVERIFY2(run.exitCode == 1, run.told().constData());
            QVERIFY(run.out.isEmpty());
            QVERIFY2(!run.err.contains(key) && !run.err.isEmpty(), run.told().constData());
        }
    }

    void theBodyIsExact_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<int>("exitCode");
        QTest::newRow("200") << 200 << 0;
        QTest::newRow("201") << 201 << 0;
        QTest::newRow("302") << 302 << 1;
        QTest::newRow("404") << 404 << 1;
        QTest::newRow("500") << 500 << 1;
    }
    void theBodyIsExact()
    {
        QFETCH(int, status);
        QFETCH(int, exitCode);
        QByteArray body;
        for (int i = 0; i < 3'000'000; ++i)
            body += static_cast<char>(i * 7 + i / 251);
        FaultServer server(answering(httpAnswer(status, body, {"Content-Type: application/octet-stream", "X-A: 1"})));
        const QString url = server.url("/p").toString();
        const AcxRun run = m_acx.run({u"call"_s, u"GET"_s, url, u"--no-token"_s});
        QCOMPARE(run.exitCode, exitCode);
        QVERIFY(run.out == body);

        const AcxRun toFile = m_acx.run({u"call"_s, u"GET"_s, url, u"--no-token"_s, u"-o"_s, u"out"_s, u"-i"_s});
        QCOMPARE(toFile.exitCode, exitCode);
        QVERIFY(contentOf(file("out")) == body);
        QVERIFY2(toFile.out.startsWith("HTTP/1.1 " + QByteArray::number(status) + ' '), toFile.told().constData());
        QVERIFY(toFile.out.contains("\r\nX-A: 1\r\n") && toFile.out.endsWith("\r\n\r\n"));
        QCOMPARE(QFileInfo(file("out")).permissions() & (QFile::ReadGroup | QFile::ReadOther), QFile::Permissions());

        const AcxRun included = m_acx.run({u"-i"_s, u"call"_s, u"GET"_s, url, u"--no-token"_s});
        QVERIFY(included.out.endsWith("\r\n\r\n" + body));
    }

    void theRequestIsExact()
    {
        FaultServer server(answering(httpAnswer(200)));
        const QByteArray data = "{\"a\": 1.0,  \"b\":\"\xc3\xa4\"}\n";
        writeFile(file("data"), data);
        const QString host = server.url("/p").toString();
        for (const QStringList &given : {QStringList{u"-d"_s, QString::fromUtf8(data)},
                                         QStringList{u"-d"_s, u"@data"_s}, QStringList{u"--data=@-"_s}}) {
            server.forget();
            const AcxRun run = m_acx.run(QStringList{u"call"_s, u"PATCH"_s, u"/v1/x%2Fy?q=a%20b"_s, u"--no-token"_s,
                                                     u"--api-host"_s, host, u"-H"_s, u"X-One: 1"_s, u"-H"_s,
                                                     u"Content-Type: application/merge-patch+json"_s} +
                                             given,
                                         data);
            QVERIFY2(run.exitCode == 0, run.told().constData());
            QCOMPARE(server.requests().size(), 1);
            const RecordedRequest request = server.requests().constFirst();
            QCOMPARE(request.method, "PATCH"_ba);
            QCOMPARE(request.target, "/p/v1/x%2Fy?q=a%20b"_ba);
            QCOMPARE(request.body, data);
            QCOMPARE(request.header("X-One"), "1"_ba);
            QCOMPARE(request.header("Content-Type"), "application/merge-patch+json"_ba);
            QCOMPARE(request.header("Accept"), "application/json"_ba);
            QVERIFY(request.header("Authorization").isEmpty());
        }
    }

    void aUrlElsewhereGetsNoToken()
    {
        FaultServer server(answering(httpAnswer(200)));
        const AcxRun run = m_acx.run(QStringList{u"call"_s, u"GET"_s, server.url("/x").toString()} + m_withKey);
        QVERIFY2(run.exitCode == 0, run.told().constData());
        QVERIFY2(!run.err.isEmpty(), "standard error must say that no token was sent");
        QCOMPARE(server.requests().size(), 1);
        QVERIFY(server.requests().constFirst().header("Authorization").isEmpty());
    }

    void noTokenNeedsNoKey()
    {
        FaultServer server(answering(httpAnswer(200)));
        const AcxRun byHost =
            m_acx.run({u"call"_s, u"GET"_s, u"/v1/me"_s, u"--no-token"_s, u"--api-host"_s, server.url().toString()});
        QVERIFY2(byHost.exitCode == 0, byHost.told().constData());
        const AcxRun missingKey = m_acx.run(
            {u"call"_s, u"GET"_s, server.url("/v1/me").toString(), u"--no-token"_s, u"--key-file"_s, u"not-there"_s});
        QVERIFY2(missingKey.exitCode == 0, missingKey.told().constData());
        QCOMPARE(server.requests().size(), 2);
    }

    void faultsAreNoAnswer_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QByteArray>("delivered");
        QTest::newRow("closed at once") << ""_ba
                                        << ""_ba;
        QTest::newRow("no HTTP") << "hello\r\n\r\n"_ba
                                 << ""_ba;
        QTest::newRow("cut body") << "HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\nContent-Length: 10\r\n\r\nhalf"_ba
                                  << "half"_ba;
        QTest::newRow("cut chunks")
            << "HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\nTransfer-Encoding: chunked\r\n\r\n4\r\nhalf\r\n9\r\nx"_ba
            << "half"_ba;
        QTest::newRow("JSON cut by the close")
            << "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nConnection: close\r\n\r\n{\"a\":1"_ba
            << "{\"a\":1"_ba;
    }
    void faultsAreNoAnswer()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(QByteArray, delivered);
        FaultServer server(answeringThenClosing(bytes));
        const AcxRun run = m_acx.run({u"call"_s, u"GET"_s, server.url("/x").toString(), u"--no-token"_s});
        QVERIFY2(run.exitCode == 4, run.told().constData());
        QVERIFY(!run.err.isEmpty());
        QVERIFY2(run.out.startsWith(delivered), run.told().constData());
    }

    void malformedJsonIsNoCompleteAnswer()
    {
        FaultServer server(answering(httpAnswer(200, "{\"a\":")));
        const AcxRun run = m_acx.run({u"call"_s, u"GET"_s, server.url("/x").toString(), u"--no-token"_s});
        QVERIFY2(run.exitCode == 4, run.told().constData());
        QCOMPARE(run.out, "{\"a\":"_ba);
    }

    void aRefusedConnectionIsNoAnswer()
    {
        FaultServer server;
        const QString url = server.url("/x").toString();
        server.close();
        QCOMPARE(m_acx.run({u"call"_s, u"GET"_s, url, u"--no-token"_s}).exitCode, 4);
        const AcxRun token = m_acx.run({u"token"_s, u"--key-file"_s, u"key"_s, u"--iam-url"_s, url});
        QVERIFY2(token.exitCode == 4, token.told().constData());
    }

    void theDeadlineIsForEverything_data()
    {
        QTest::addColumn<QString>("option");
        QTest::newRow("API") << u"--api-host"_s;
        QTest::newRow("token service") << u"--iam-url"_s;
    }
    void theDeadlineIsForEverything()
    {
        QFETCH(QString, option);
        FaultServer silent([](QTcpSocket &, const RecordedRequest &) {});
        QStringList arguments{u"call"_s, u"GET"_s, u"/api/orgs"_s, u"--timeout"_s, u"0.3"_s, u"--key-file"_s, u"key"_s};
        const SandboxInfo &info = m_sandbox->info();
        arguments << u"--api-host"_s
                  << (option == u"--api-host" ? silent.url().toString() : info.endpoints.api.toString());
        arguments << u"--iam-url"_s
                  << (option == u"--iam-url" ? silent.url().toString() : info.endpoints.iam.toString());
        const AcxRun run = m_acx.run(arguments);
        QVERIFY2(run.exitCode == 4, run.told().constData());
        QVERIFY2(run.err.contains("Try again. --timeout allows more time."), run.told().constData());
        QCOMPARE(silent.requests().size(), 1);
    }

    void aFailedCallLeavesTheFileAlone()
    {
        writeFile(file("kept"), "what was there");
        FaultServer server(answeringThenClosing(""));
        const AcxRun run =
            m_acx.run({u"call"_s, u"GET"_s, server.url("/x").toString(), u"--no-token"_s, u"-o"_s, u"kept"_s});
        QCOMPARE(run.exitCode, 4);
        QCOMPARE(contentOf(file("kept")), "what was there"_ba);
    }

    void redirects_data()
    {
        QTest::addColumn<QString>("method");
        QTest::addColumn<QByteArray>("location");
        QTest::addColumn<int>("exitCode");
        QTest::newRow("GET is followed") << u"GET"_s << "/end"_ba << 0;
        QTest::newRow("POST is not") << u"POST"_s << "/end"_ba << 1;
        QTest::newRow("another scheme is not") << u"GET"_s << "file:///etc/passwd"_ba << 1;
        QTest::newRow("plain http elsewhere is not") << u"GET"_s << "http://example.invalid/"_ba << 1;
    }
    void redirects()
    {
        QFETCH(QString, method);
        QFETCH(QByteArray, location);
        QFETCH(int, exitCode);
        FaultServer server([location](QTcpSocket &socket, const RecordedRequest &request) {
            socket.write(
                request.target == "/end"
                    ? httpAnswer(200, "{\"end\":1}")
                    : httpAnswer(307, "{\"moved\":1}", {"Content-Type: application/json", "Location: " + location}));
        });
        const AcxRun run = m_acx.run({u"call"_s, method, server.url("/x").toString(), u"--no-token"_s});
        QVERIFY2(run.exitCode == exitCode, run.told().constData());
        QCOMPARE(run.out, exitCode == 0 ? "{\"end\":1}"_ba : "{\"moved\":1}"_ba);
    }

    void aTokenEndpointsRedirectIsRefused()
    {
        FaultServer elsewhere(answering(httpAnswer(200)));
        FaultServer server(answering(
            httpAnswer(307, "{}", {"Content-Type: application/json", "Location: " + elsewhere.url("/x").toEncoded()})));
        const AcxRun run = m_acx.run({u"token"_s, u"--key-file"_s, u"key"_s, u"--iam-url"_s, server.url().toString()});
        QVERIFY2(run.exitCode == 1, run.told().constData());
        QVERIFY(elsewhere.requests().isEmpty());
    }

    void whatIsMissingIsNamed_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<QByteArray>("named");
        QTest::newRow("no API host") << QStringList{u"call"_s, u"GET"_s, u"/v1/me"_s, u"--key-file"_s, u"key"_s}
                                     << "host"_ba;
        QTest::newRow("no login URL") << QStringList{u"token"_s, u"--kind"_s, u"apiconnect"_s, u"--key-file"_s,
                                                     u"key"_s}
                                      << "--login-url"_ba;
        QTest::newRow("no client") << QStringList{u"token"_s,
                                                  u"--kind"_s,
                                                  u"platform"_s,
                                                  u"--key-file"_s,
                                                  u"key"_s,
                                                  u"--platform-url"_s,
                                                  u"https://p.example.com"_s}
                                   << "--client"_ba;
        QTest::newRow("no region") << QStringList{u"token"_s, u"--deployment"_s, u"v5"_s, u"--key-file"_s, u"key"_s}
                                   << "region"_ba;
    }
    void whatIsMissingIsNamed()
    {
        QFETCH(QStringList, arguments);
        QFETCH(QByteArray, named);
        const AcxRun run = m_acx.run(arguments);
        QVERIFY2(run.exitCode == 2 && run.err.contains(named), run.told().constData());
    }

    void nothingSecretIsLeftBehind()
    {
        QVERIFY2(m_sandbox->standardError().isEmpty(), "the sandbox wrote to standard error");
        QVERIFY(m_sandbox->isRunning());
        QCOMPARE(filesHolding(QDir::homePath(), m_sandbox->info().apiKey.reveal()), QStringList());
    }

private:
    [[nodiscard]] QString file(const char *name) const { return m_folder.filePath(QString::fromLatin1(name)); }

    QTemporaryDir m_folder;
    std::unique_ptr<SandboxRun> m_sandbox;
    AcxRunner m_acx;
    QStringList m_withKey;
};

ACX_TEST_MAIN(TestAcxCall)
#include "test_acx_call.moc"
