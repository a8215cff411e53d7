// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/sandbox/running_sandbox.h"
#include "tests/support/needs.h"
#include "tests/support/test_main.h"

#include <QElapsedTimer>
#include <QLocale>
#include <QProcess>
#include <QRegularExpression>
#include <QTcpSocket>
#include <QTemporaryFile>

using namespace Qt::StringLiterals;
using namespace acx;

/// The sandbox as a server: its connections and its knobs.
class TestSandboxServer : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { m_sandbox = std::make_unique<RunningSandbox>(); }
    void cleanupTestCase() { m_sandbox.reset(); }
    void init() { QTest::failOnWarning(QRegularExpression(u".?"_s)); }

    void infoSurvivesJson();
    void infoRefusesRubbish_data();
    void infoRefusesRubbish();
    void keepsConnectionsAlive();
    void answersManyAtOnce();
    void stopsWithIdleConnections();
    void stopsDuringADelay();
    void refusesATakenPort();
    void listensOnLoopbackOnly();
    void answersHead();
    void answersOptions();
    void needsNoLength_data();
    void needsNoLength();
    void takesLargeBodies();
    void answersMalformedRequests_data();
    void answersMalformedRequests();
    void linksNameTheHostThatWasAsked();
    void failsOnDemand();
    void failuresKeepToTheirPath();
    void clockOffsetMovesTheDate();
    void delaysOnDemand();
    void logsPathsWithoutSecrets();
    void streamsAnySize();

private:
    [[nodiscard]] QByteArray raw(const QByteArray &request) const;

    std::unique_ptr<RunningSandbox> m_sandbox;
};

/// Sends bytes as they are and reads until the server closes or falls silent after a whole answer.
QByteArray TestSandboxServer::raw(const QByteArray &request) const
{
    QTcpSocket socket;
    socket.connectToHost(u"127.0.0.1"_s, quint16(m_sandbox->info().endpoints.api.port()));
    if (!socket.waitForConnected(5000))
        return {};
    socket.write(request);
    QByteArray answer;
    while (!answer.contains("\r\n\r\n") && socket.waitForReadyRead(10'000))
        answer += socket.readAll();
    return answer;
}

void TestSandboxServer::infoSurvivesJson()
{
    const SandboxInfo &info = m_sandbox->info();
    const QByteArray line = info.toJson();
    QVERIFY(!line.contains('\n'));
    const Result<SandboxInfo> read = SandboxInfo::fromJson(line);
    QVERIFY(read);
    QCOMPARE(read->endpoints, info.endpoints);
    QVERIFY(read->apiKey == info.apiKey && read->serviceIdApiKey == info.serviceIdApiKey);
    QVERIFY(read->platformApiKey == info.platformApiKey && read->clientSecret == info.clientSecret);
    QCOMPARE(read->clientId, info.clientId);
    QVERIFY(!QJsonDocument::fromJson(line).object().contains("ca_certificate"_L1));
}

void TestSandboxServer::infoRefusesRubbish_data()
{
    QTest::addColumn<QByteArray>("line");
    QTest::newRow("empty") << ""_ba;
    QTest::newRow("text") << "hello"_ba;
    QTest::newRow("cut") << m_sandbox->info().toJson().chopped(5);
    QTest::newRow("array") << "[]"_ba;
    QTest::newRow("nothing in it") << "{}"_ba;
    QTest::newRow("wrong types") << R"({"api_url":1,"api_key":true})"_ba;
}

void TestSandboxServer::infoRefusesRubbish()
{
    QFETCH(QByteArray, line);
    const Result<SandboxInfo> read = SandboxInfo::fromJson(line);
    QVERIFY(!read);
    QCOMPARE(read.error().kind, ErrorKind::Incomplete);
}

void TestSandboxServer::keepsConnectionsAlive()
{
    QTcpSocket socket;
    socket.connectToHost(u"127.0.0.1"_s, quint16(m_sandbox->info().endpoints.api.port()));
    QVERIFY(socket.waitForConnected(5000));
    for (int i = 0; i < 20; ++i) {
        socket.write("GET /cert HTTP/1.1\r\nHost: localhost\r\n\r\n");
        QByteArray answer;
        while (!answer.endsWith('}') && socket.waitForReadyRead(10'000))
            answer += socket.readAll();
        QVERIFY(answer.startsWith("HTTP/1.1 200"));
    }
    QCOMPARE(socket.state(), QAbstractSocket::ConnectedState);
}

void TestSandboxServer::answersManyAtOnce()
{
    std::vector<std::unique_ptr<QTcpSocket>> sockets;
    for (int i = 0; i < 64; ++i) {
        sockets.push_back(std::make_unique<QTcpSocket>());
        sockets.back()->connectToHost(u"127.0.0.1"_s, quint16(m_sandbox->info().endpoints.api.port()));
    }
    for (const auto &socket : sockets) {
        QVERIFY(socket->waitForConnected(10'000));
        socket->write("GET /passcode-url HTTP/1.1\r\nHost: localhost\r\n\r\n");
    }
    for (const auto &socket : sockets) {
        QByteArray answer;
        while (!answer.endsWith('}') && socket->waitForReadyRead(10'000))
            answer += socket->readAll();
        QVERIFY2(answer.startsWith("HTTP/1.1 200"), answer.constData());
    }
}

void TestSandboxServer::stopsWithIdleConnections()
{
    RunningSandbox own;
    QTcpSocket idle;
    idle.connectToHost(u"127.0.0.1"_s, quint16(own.info().endpoints.api.port()));
    QVERIFY(idle.waitForConnected(5000));
    idle.write("GET /cert HTTP/1.1\r\nHost: localhost\r\n\r\n");
    QVERIFY(idle.waitForReadyRead(10'000));
    own.stop(); // would take as long as a connection may idle, were it not ended
    QTRY_COMPARE(idle.state(), QAbstractSocket::UnconnectedState);
    QCOMPARE(own.ask(u"GET"_s, u"/cert"_s).status, 0);
    own.stop(); // again does nothing
}

void TestSandboxServer::stopsDuringADelay()
{
    RunningSandbox own;
    own.turn({{u"delay_ms"_s, 3'600'000}});
    QTcpSocket waiting;
    waiting.connectToHost(u"127.0.0.1"_s, quint16(own.info().endpoints.api.port()));
    QVERIFY(waiting.waitForConnected(5000));
    waiting.write("GET /cert HTTP/1.1\r\nHost: localhost\r\n\r\n");
    QVERIFY(waiting.waitForBytesWritten(5000));
    own.stop();
    QTRY_COMPARE(waiting.state(), QAbstractSocket::UnconnectedState);
}

void TestSandboxServer::refusesATakenPort()
{
    SandboxOptions options = sandboxOfThisRun();
    options.port = quint16(m_sandbox->info().endpoints.api.port());
    SandboxServer second(options);
    const Result<SandboxInfo> started = second.start();
    QVERIFY(!started);
    QCOMPARE(started.error().kind, ErrorKind::Network);
    QVERIFY(started.error().sentence.contains(QString::number(options.port)));
}

void TestSandboxServer::listensOnLoopbackOnly()
{
    QProcess process;
    process.start(u"ss"_s, {u"-Hltn"_s, u"sport = :%1"_s.arg(m_sandbox->info().endpoints.api.port())});
    ACX_NEEDS(process.waitForFinished(), "ss");
    const QByteArray listeners = process.readAllStandardOutput();
    QVERIFY(listeners.contains("127.0.0.1:"));
    QCOMPARE(listeners.trimmed().count('\n'), 0);
}

void TestSandboxServer::answersHead()
{
    const Seen get = m_sandbox->ask(u"GET"_s, u"/cert"_s);
    const Seen head = curl({u"-I"_s, m_sandbox->base() + u"/cert"_s});
    QCOMPARE(head.status, 200);
    QVERIFY(head.body.isEmpty());
    QCOMPARE(head.header("content-length"_ba), QByteArray::number(get.body.size()));
}

void TestSandboxServer::answersOptions()
{
    const Seen seen = m_sandbox->ask(u"OPTIONS"_s, u"/token"_s);
    QCOMPARE(seen.status, 204);
    QCOMPARE(seen.header("allow"_ba), "POST, GET, HEAD, OPTIONS"_ba);
    QCOMPARE(m_sandbox->ask(u"OPTIONS"_s, u"/nothing"_s).status, 404);
}

void TestSandboxServer::needsNoLength_data()
{
    QTest::addColumn<QByteArray>("method");
    for (const char *method : {"POST", "PUT", "PATCH", "DELETE"})
        QTest::newRow(method) << QByteArray(method);
}

/// A request without a length has no body: it is answered at once, and not when the client gives up.
void TestSandboxServer::needsNoLength()
{
    QFETCH(QByteArray, method);
    const QByteArray answer = raw(method + " /nothing HTTP/1.1\r\nHost: localhost\r\n\r\n");
    QVERIFY2(answer.startsWith("HTTP/1.1 404"), answer.constData());
}

void TestSandboxServer::takesLargeBodies()
{
    const QString token = m_sandbox->loginToken();
    QTemporaryFile file;
    QVERIFY(file.open());
    const QJsonObject document{{u"swagger"_s, u"2.0"_s},
                               {u"info"_s, QJsonObject{{u"x-ibm-name"_s, u"large"_s},
                                                       {u"version"_s, u"1.0.0"_s},
                                                       {u"description"_s, QString(2'000'000, u'x')}}}};
    file.write(QJsonDocument(document).toJson(QJsonDocument::Compact));
    QVERIFY(file.flush());
    const QString path = u"/v1/apimanager/orgs/meridian-bank/apis"_s;
    QCOMPARE(m_sandbox->ask(u"POST"_s, path, token, {u"--data-binary"_s, u'@' + file.fileName()}).status, 201);
    const Seen read = m_sandbox->ask(u"GET"_s, path + u"/large:1.0.0"_s, token);
    QCOMPARE(read.object(), document);
    // The same in chunks, that is without a length.
    QCOMPARE(m_sandbox
                 ->ask(u"PUT"_s, path + u"/large:1.0.0"_s, token,
                       {u"-H"_s, u"Transfer-Encoding: chunked"_s, u"--data-binary"_s, u'@' + file.fileName()})
                 .status,
             200);
    QCOMPARE(m_sandbox->ask(u"DELETE"_s, path + u"/large:1.0.0"_s, token).status, 200);
}

void TestSandboxServer::answersMalformedRequests_data()
{
    QTest::addColumn<QByteArray>("request");
    QTest::newRow("no HTTP") << "hello\r\n\r\n"_ba;
    QTest::newRow("unknown method") << "BREW /v1/me HTTP/1.1\r\nHost: a\r\n\r\n"_ba;
    QTest::newRow("path without slash") << "GET v1 HTTP/1.1\r\nHost: a\r\n\r\n"_ba;
    QTest::newRow("only slashes") << "GET //// HTTP/1.1\r\nHost: a\r\n\r\n"_ba;
    QTest::newRow("broken percent") << "GET /v1/%zz%4 HTTP/1.1\r\nHost: a\r\n\r\n"_ba;
    QTest::newRow("a line end in the path") << "DELETE /a%0Ab HTTP/1.1\r\nHost: a\r\nContent-Length: 0\r\n\r\n"_ba;
    QTest::newRow("a long path") << "POST /" + QByteArray(8000, 'a') +
                                        " HTTP/1.1\r\nHost: a\r\nContent-Length: 0\r\n\r\n";
    QTest::newRow("a longer path") << "GET /" + QByteArray(20'000, 'a') + " HTTP/1.1\r\nHost: a\r\n\r\n";
    QTest::newRow("a header line end in the host") << "GET /passcode-url HTTP/1.1\r\nHost: a%0d%0aX: y\r\n\r\n"_ba;
    QTest::newRow("multipart without boundary")
        << "POST /v1/orgs/a/apis/wsdl HTTP/1.1\r\nHost: a\r\nContent-Type: multipart/form-data\r\n"
           "Content-Length: 2\r\n\r\nab"_ba;
}

void TestSandboxServer::answersMalformedRequests()
{
    QFETCH(QByteArray, request);
    const QByteArray answer = raw(request);
    QVERIFY2(answer.isEmpty() || answer.startsWith("HTTP/1.1 "), answer.constData());
    QVERIFY2(answer.isEmpty() || !answer.contains("Content-Length: 0\r\n"), answer.constData());
    QCOMPARE(m_sandbox->ask(u"GET"_s, u"/cert"_s).status, 200); // and it goes on
}

void TestSandboxServer::linksNameTheHostThatWasAsked()
{
    const QString url = u"http://localhost:%1/passcode-url"_s.arg(m_sandbox->info().endpoints.api.port());
    const Seen seen = m_sandbox->ask(u"GET"_s, url);
    QVERIFY(seen.object().value("passcodeURL"_L1).toString().startsWith("http://localhost:"_L1));
    const Seen odd = m_sandbox->ask(u"GET"_s, u"/passcode-url"_s, {}, {u"-H"_s, u"Host: a\"><b"_s});
    QVERIFY(odd.object().value("passcodeURL"_L1).toString().startsWith(m_sandbox->base()));
}

void TestSandboxServer::failsOnDemand()
{
    m_sandbox->turn(
        {{u"fail_next"_s,
          QJsonObject{
              {u"count"_s, 2}, {u"status"_s, 429}, {u"body"_s, u"Too many requests"_s}, {u"retry_after"_s, 7}}}});
    for (int i = 0; i < 2; ++i) {
        const Seen seen = m_sandbox->ask(u"GET"_s, u"/cert"_s);
        QCOMPARE(seen.status, 429);
        QCOMPARE(seen.body, "Too many requests"_ba);
        QCOMPARE(seen.header("retry-after"_ba), "7"_ba);
    }
    QCOMPARE(m_sandbox->ask(u"GET"_s, u"/cert"_s).status, 200);
}

void TestSandboxServer::failuresKeepToTheirPath()
{
    m_sandbox->turn(
        {{u"fail_next"_s, QJsonObject{{u"count"_s, 1}, {u"status"_s, 504}, {u"path_prefix"_s, u"/identity/token"_s}}}});
    QCOMPARE(m_sandbox->ask(u"GET"_s, u"/cert"_s).status, 200);
    const Seen failed = m_sandbox->ask(u"POST"_s, u"/identity/token"_s);
    QCOMPARE(failed.status, 504);
    QVERIFY(failed.body.isEmpty());
    QCOMPARE(m_sandbox->ask(u"POST"_s, u"/identity/token"_s).status, 400);
}

void TestSandboxServer::clockOffsetMovesTheDate()
{
    const RunningSandbox own;
    own.turn({{u"clock_offset"_s, -86400}});
    const QByteArray header = own.ask(u"GET"_s, u"/cert"_s).header("date"_ba);
    QDateTime date = QLocale::c().toDateTime(QString::fromLatin1(header), u"ddd, dd MMM yyyy HH:mm:ss 'GMT'"_s);
    date.setTimeSpec(Qt::UTC);
    QVERIFY(date.isValid());
    const qint64 behind = date.secsTo(QDateTime::currentDateTimeUtc());
    QVERIFY(behind >= 86400 && behind < 86400 + 300);
    const QJsonObject claims = claimsOf(own.iamToken());
    QVERIFY(qAbs(claims.value("iat"_L1).toInteger() - date.toSecsSinceEpoch()) < 300);
}

void TestSandboxServer::delaysOnDemand()
{
    const RunningSandbox own;
    own.turn({{u"delay_ms"_s, 300}});
    QElapsedTimer timer;
    timer.start();
    QCOMPARE(own.ask(u"GET"_s, u"/cert"_s).status, 200);
    QVERIFY(timer.elapsed() >= 300);
}

void TestSandboxServer::logsPathsWithoutSecrets()
{
    const RunningSandbox own;
    (void)own.loginToken();
    (void)own.loginToken();
    const Seen log = own.ask(u"GET"_s, u"/sandbox/log"_s);
    QCOMPARE(log.object().value("requests"_L1).toObject().value("POST /apikey"_L1).toInt(), 2);
    QVERIFY(!log.body.contains(own.apiKey().toLatin1()));
}

void TestSandboxServer::streamsAnySize()
{
    const Seen seen = m_sandbox->ask(u"GET"_s, u"/sandbox/large?megabytes=3"_s);
    QCOMPARE(seen.status, 200);
    QVERIFY(seen.body.size() >= 3'000'000 && seen.body.size() < 3'200'000);
    QVERIFY(seen.array().size() > 1000);
    QCOMPARE(seen.header("transfer-encoding"_ba), "chunked"_ba);
    QCOMPARE(m_sandbox->ask(u"GET"_s, u"/sandbox/large?megabytes=x"_s).status, 400);
}

ACX_TEST_MAIN(TestSandboxServer)
#include "test_sandbox_server.moc"
