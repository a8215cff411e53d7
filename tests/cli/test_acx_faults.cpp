// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/exit_code.h"
#include "tests/cli/acx_runner.h"
#include "tests/support/certificates.h"
#include "tests/support/fault_matrix.h"
#include "tests/support/test_main.h"

#include <QFile>
#include <QJsonArray>
#include <QRegularExpression>
#include <QTcpSocket>
#include <QTemporaryDir>

using namespace Qt::StringLiterals;
using namespace acx;

namespace {

int codeFor(const FaultRow &row)
{
    switch (row.ends) {
    case Ends::Whole:
    case Ends::Unconfirmed:
        return static_cast<int>(ExitCode::Done);
    case Ends::Refusal:
        return static_cast<int>(ExitCode::OtherStatus);
    default:
        return static_cast<int>(ExitCode::NoAnswer);
    }
}

} // namespace

/// The fault matrix through `acx call`: each row its exit code and its sentence.
class TestAcxFaults final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { m_acx.workingFolder = m_folder.path(); }
    void init() { QTest::failOnWarning(QRegularExpression(u".?"_s)); }
    void faults_data()
    {
        // Noise ends somehow, and the client's own tests look at that.
        addFaultRows([](const FaultRow &row) { return row.ends != Ends::Anyhow; });
    }
    void faults();
    void tokenFaults_data();
    void tokenFaults();
    void f1UnknownHost();
    void f18RedirectFromHttpsToHttp();
    void redirectOfAPostIsTold();
    void f9IncompleteJsonIsKept();
    void d1FullDisk_data();
    void d1FullDisk();
    void d1NoRoomForADocument();
    void tlsSelfSigned();
    void f25DeadProxy();

private:
    /// A runner with no place for an answer that does not fit into memory; root may not write there either.
    [[nodiscard]] AcxRunner withoutRoom() const
    {
        AcxRunner acx = m_acx;
        acx.environment.insert(u"XDG_CACHE_HOME"_s, u"/proc"_s);
        acx.environment.insert(u"TMPDIR"_s, u"/proc"_s);
        return acx;
    }
    [[nodiscard]] AcxRun call(const QUrl &url, const QStringList &more = {}, const QString &method = u"GET"_s) const
    {
        return m_acx.run(QStringList{u"call"_s, method, url.toString(), u"--no-token"_s} + more);
    }

    QTemporaryDir m_folder;
    AcxRunner m_acx;
};

void TestAcxFaults::faults()
{
    QFETCH(const FaultRow, row);
    FaultServer server;
    row.fault(server);
    const QUrl url = server.url("/x");
    const AcxRun run = call(url, {u"--timeout"_s, row.hangs ? u"0.7"_s : u"25"_s}, QString::fromLatin1(row.method));
    const QString told = QString::fromUtf8(run.err);
    // Chunks that end early cannot be told from whole ones where the type does not show its end.
    if (row.ends == Ends::NotWhole)
        QVERIFY2(run.exitCode == 4 || (run.exitCode == 0 && told.contains("Nothing confirms"_L1)),
                 run.told().constData());
    else
        QVERIFY2(run.exitCode == codeFor(row), run.told().constData());
    if (!row.kept.isEmpty())
        QCOMPARE(run.out, row.kept);
    QVERIFY2(told.contains("No header of the answer could be read"_L1) == row.headersLost, run.told().constData());
    if (row.ends == Ends::Whole) {
        QVERIFY2(told.isEmpty() || row.headersLost, run.told().constData());
        return;
    }
    if (row.ends == Ends::Unconfirmed)
        QVERIFY2(told.contains("Nothing confirms"_L1), run.told().constData());
    if (codeFor(row) == 0 || run.exitCode == 0)
        return;
    QVERIFY2(told.contains("127.0.0.1"_L1), run.told().constData());
    QVERIFY2(told.contains(row.words), run.told().constData());
    // Why it was not followed, and no advice to call it all the same.
    if (row.name.startsWith("F16"))
        QVERIFY2(told.contains("More than 10 redirects"_L1), run.told().constData());
    if (row.name.startsWith("F16") || row.name.startsWith("F17"))
        QVERIFY2(told.contains("which was not followed"_L1) && !told.contains("call it itself"_L1),
                 run.told().constData());
    QVERIFY2(!told.contains("pars"_L1) && !told.contains("Unknown error. "_L1), run.told().constData());
}

void TestAcxFaults::tokenFaults_data()
{
    QTest::addColumn<FaultRow>("row");
    for (const FaultRow &row : faultMatrix()) {
        // What differs for the token: a success that holds none, a redirect, a refusal, no answer, half an answer.
        for (const char *name : {"F2 connection refused", "F6 closed before any byte", "F7 chunked JSON cut",
                                 "F16 redirect loop", "F21 429 without Retry-After", "F22 500 with HTML",
                                 "F22 403 with an empty body", "F23 204", "F30 bare LF"}) {
            if (row.name == name)
                QTest::newRow((row.name + ", token").constData()) << row;
        }
    }
}

void TestAcxFaults::tokenFaults()
{
    QFETCH(const FaultRow, row);
    FaultServer server;
    row.fault(server);
    const QByteArray key = "Key-of-the-acx-faults-0123456789-abcdefghijk";
    (void)writeFile(m_folder.filePath(u"key"_s), key);
    const QString base = server.url("").toString();
    const AcxRun run = m_acx.run(
        {u"token"_s, u"--kind"_s, u"iam"_s, u"--key-file"_s, u"key"_s, u"--iam-url"_s, base, u"--api-host"_s, base});
    const bool refused = row.status >= 300 && row.ends == Ends::Refusal;
    QVERIFY2(run.exitCode == (refused ? 1 : 4), run.told().constData());
    QVERIFY2(run.out.isEmpty(), run.told().constData());
    QVERIFY2(run.err.contains("127.0.0.1"), run.told().constData());
    QVERIFY2(!run.err.contains(key), "the key is told");
}

void TestAcxFaults::f1UnknownHost()
{
    const AcxRun run = call(QUrl(u"https://no-such-host.invalid/x"_s));
    QVERIFY2(run.exitCode == 4, run.told().constData());
    QVERIFY2(run.err.contains("no-such-host.invalid was not found"), run.told().constData());
}

void TestAcxFaults::f18RedirectFromHttpsToHttp()
{
    FaultServer plain;
    const TestCertificate authority = TestCertificate::authority();
    FaultServer server(answering(httpAnswer(302, "", {"Location: " + plain.url("/x").toEncoded()})),
                       authority.issue().serverTls());
    AcxRunner trusting = m_acx;
    trusting.environment.insert(u"SSL_CERT_FILE"_s,
                                writeFile(m_folder.filePath(u"ca.pem"_s), authority.certificatePem()));
    const AcxRun run = trusting.run({u"call"_s, u"GET"_s, server.url("/a").toString(), u"--no-token"_s});
    QVERIFY2(run.exitCode == 1, run.told().constData());
    QVERIFY2(run.err.contains("from https to plain http") && !run.err.contains("call it itself"),
             run.told().constData());
    QVERIFY2(run.err.contains(server.url().authority().toUtf8()), run.told().constData());
    QCOMPARE(plain.connections(), 0);
}

void TestAcxFaults::redirectOfAPostIsTold()
{
    FaultServer server(answering(httpAnswer(307, "", {"Location: /next"})));
    const AcxRun run = call(server.url("/x"), {}, u"POST"_s);
    QVERIFY2(run.exitCode == 1, run.told().constData());
    const QByteArray told = server.url().authority().toUtf8() + " redirects to " + server.url("/next").toEncoded();
    QVERIFY2(run.err.contains(told) && run.err.contains("call it itself"), run.told().constData());
}

void TestAcxFaults::f9IncompleteJsonIsKept()
{
    // To a file: what came is kept, and the shell knows that it is not all.
    FaultServer server;
    sendingThenClosing(head({jsonType}) + "{\"a\":")(server);
    const QString path = m_folder.filePath(u"answer.json"_s);
    const AcxRun run = call(server.url("/x"), {u"-o"_s, path});
    QVERIFY2(run.exitCode == 4, run.told().constData());
    QVERIFY2(run.err.contains("incomplete or not JSON"), run.told().constData());
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(file.readAll(), "{\"a\":"_ba);
}

void TestAcxFaults::d1FullDisk_data()
{
    QTest::addColumn<QString>("method");
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("step");
    QTest::newRow("D1 GET") << u"GET"_s << 200 << "Make room in"_ba;
    QTest::newRow("D1 GET, refused") << u"GET"_s << 404 << "Make room in"_ba;
    QTest::newRow("D1 POST") << u"POST"_s << 201 << "check what it did before you send it again"_ba;
    QTest::newRow("D1 DELETE") << u"DELETE"_s << 200 << "check what it did before you send it again"_ba;
}

void TestAcxFaults::d1FullDisk()
{
    QFETCH(const QString, method);
    QFETCH(const int, status);
    QFETCH(const QByteArray, step);
    const QByteArray body(3'000'000, 'x');
    FaultServer server(answering(httpAnswer(status, body, {"Content-Type: text/plain", "X-Made: 4711"})));
    const QString url = server.url("/x").toString();
    const AcxRun run = withoutRoom().run({u"call"_s, method, url, u"--no-token"_s, u"-i"_s});
    QVERIFY2(run.exitCode == 4, run.told().constData());
    QVERIFY2(run.err.contains("No temporary file can be made") && run.err.contains(step), run.told().constData());
    // What came before is delivered, and the history knows how it ended.
    QVERIFY2(run.out.startsWith("HTTP/1.1 " + QByteArray::number(status)), run.told().constData());
    QVERIFY2(run.out.contains("X-Made: 4711\r\n") && run.out.contains("\r\n\r\nxxx"), run.told().constData());
    const QJsonArray kept = m_acx.run({u"history"_s, u"--json"_s, u"--limit"_s, u"1"_s}).json().array();
    QCOMPARE(kept.at(0)[u"status"_s].toInt(), status);
    QCOMPARE(kept.at(0)[u"url"_s].toString(), url);
}

void TestAcxFaults::d1NoRoomForADocument()
{
    FaultServer server(answering(httpAnswer(200, "{\"openapi\":\"" + QByteArray(3'000'000, '3') + "\"}")));
    const AcxRun run = withoutRoom().run({u"operations"_s, u"--openapi"_s, server.url("/x").toString()});
    QVERIFY2(run.exitCode == 4 && run.out.isEmpty(), run.told().constData());
    QVERIFY2(run.err.contains("No temporary file can be made"), run.told().constData());
}

void TestAcxFaults::tlsSelfSigned()
{
    FaultServer server({}, TestCertificate::selfSigned().serverTls());
    const AcxRun run = call(server.url("/x"));
    QVERIFY2(run.exitCode == 4, run.told().constData());
    QVERIFY2(run.err.contains("certificate"), run.told().constData());
    QVERIFY(server.requests().isEmpty());
}

void TestAcxFaults::f25DeadProxy()
{
    quint16 deadPort = 0;
    {
        const FaultServer dead;
        deadPort = dead.port();
    }
    AcxRunner behind = m_acx;
    behind.environment.insert(u"https_proxy"_s, u"http://127.0.0.1:%1"_s.arg(deadPort));
    const AcxRun run = behind.run({u"call"_s, u"GET"_s, u"https://api.example.invalid/x"_s, u"--no-token"_s});
    QVERIFY2(run.exitCode == 4, run.told().constData());
    QVERIFY2(run.err.contains(QByteArray("The proxy 127.0.0.1:") + QByteArray::number(deadPort)),
             run.told().constData());
}

ACX_TEST_MAIN(TestAcxFaults)
#include "test_acx_faults.moc"
