// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/http/http_client.h"
#include "app/http/tls_check.h"
#include "tests/support/certificates.h"
#include "tests/support/fake_clock.h"
#include "tests/support/fault_server.h"
#include "tests/support/test_main.h"
#include "tests/support/wait.h"

#include <QProcess>
#include <QRegularExpression>
#include <QSslSocket>
#include <QStandardPaths>
#include <QTcpSocket>
#include <QTemporaryDir>

using namespace Qt::StringLiterals;
using namespace acx;

namespace {

enum class Trust { System, Ours };

struct TlsCase
{
    QSslConfiguration server;
    QString host = QStringLiteral("localhost");
    QString says; ///< in the sentence; empty = accepted
};

CertificateWish named(const QStringList &dns, const QString &commonName)
{
    CertificateWish wish;
    wish.commonName = commonName;
    wish.dnsNames = dns;
    wish.addresses.clear();
    return wish;
}

} // namespace

Q_DECLARE_METATYPE(TlsCase)

class TestHttpTls final : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void init() { QTest::failOnWarning(QRegularExpression(u".?"_s)); }
    void cleanup();
    void cleanupTestCase();
    void certificates_data();
    void certificates();
    void trustsNothingUnnamed();
    void trustsTheEnvironment_data();
    void trustsTheEnvironment();
    void speaksNoHttp2();
    void refusesWeakServers_data();
    void refusesWeakServers();
    void tellsPlainHttp();
    void cutWithoutGoodbye();
    void largeBodyArrives();
    void wildcards_data();
    void wildcards();

private:
    [[nodiscard]] Result<HttpResponse> get(const QUrl &url, Trust trust);

    SystemClock m_clock;
    std::optional<TestCertificate> m_authority;
    std::unique_ptr<HttpClient> m_client;
};

void TestHttpTls::initTestCase()
{
    m_authority = TestCertificate::authority();
    m_client = std::make_unique<HttpClient>(m_clock);
    m_client->setTrust({{m_authority->certificate()}});
}

void TestHttpTls::cleanupTestCase()
{
    m_client.reset();
}

void TestHttpTls::cleanup()
{
    qunsetenv("SSL_CERT_FILE");
    qunsetenv("SSL_CERT_DIR");
}

Result<HttpResponse> TestHttpTls::get(const QUrl &url, Trust trust)
{
    // One client for all that trusts our authority: the system's authorities are read only once.
    const std::unique_ptr<HttpClient> own = trust == Trust::System ? std::make_unique<HttpClient>(m_clock) : nullptr;
    HttpRequest request;
    request.url = url;
    request.bearer = Secret("canary"_ba);
    return waitFor((own ? *own : *m_client).send(request));
}

void TestHttpTls::certificates_data()
{
    QTest::addColumn<TlsCase>("tls");
    const TestCertificate &root = *m_authority;
    const QDateTime now = QDateTime::currentDateTimeUtc();
    const auto row = [](const char *name, const TestCertificate &shown, const QString &says,
                        const QList<TestCertificate> &chain = {}, const QString &host = u"localhost"_s) {
        QTest::newRow(name) << TlsCase{shown.serverTls(chain), host, says};
    };
    row("good", root.issue(), {});
    row("good for an address", root.issue(), {}, {}, u"127.0.0.1"_s);
    CertificateWish wish;
    wish.rsaBits = 2048;
    row("good with RSA", root.issue(wish), {});

    wish = {};
    wish.notBefore = now.addDays(-10);
    wish.notAfter = now.addDays(-1);
    row("expired", root.issue(wish), u"clock"_s);
    wish.notBefore = now.addDays(1);
    wish.notAfter = now.addDays(10);
    row("not yet valid", root.issue(wish), u"clock"_s);
    row("self-signed", TestCertificate::selfSigned(), u"self-signed"_s);
    row("unknown root", TestCertificate::authority(u"Another"_s).issue(), u"does not trust"_s);
    CertificateWish middle;
    middle.purpose = CertificateWish::Purpose::Authority;
    middle.commonName = u"Middle"_s;
    const TestCertificate intermediate = root.issue(middle);
    row("whole chain", intermediate.issue(), {}, {intermediate});
    row("incomplete chain", intermediate.issue(), u"does not trust"_s);
    row("wrong host", root.issue(named({u"other.example"_s}, u"other.example"_s)), u"another name"_s);
    row("SAN of another host, CN matches", root.issue(named({u"other.example"_s}, u"localhost"_s)), u"another name"_s);
    row("no SAN, CN matches", root.issue(named({}, u"localhost"_s)), u"another name"_s);
    row("bare wildcard", root.issue(named({u"*"_s}, u"*"_s)), u"another name"_s);
    row("name as a sub-domain", root.issue(named({u"localhost.evil.tld"_s}, u"x"_s)), u"another name"_s);
    wish = {};
    wish.purpose = CertificateWish::Purpose::Client;
    row("for clients only", root.issue(wish), u"not issued for a server"_s);
    const TestCertificate leaf = root.issue(named({u"leaf.example"_s}, u"leaf.example"_s));
    row("leaf as authority", leaf.issue(), u"no authority"_s, {leaf});
}

void TestHttpTls::certificates()
{
    QFETCH(TlsCase, tls);
    FaultServer server({}, tls.server);
    const Result<HttpResponse> result = get(server.url("/", tls.host), Trust::Ours);
    if (tls.says.isEmpty()) {
        QVERIFY2(result, qPrintable(result ? QString() : result.error().message() + result.error().details()));
        QVERIFY(result->timing.connectedMs >= 0);
        QVERIFY(result->timing.firstByteMs >= result->timing.connectedMs);
        return;
    }
    QVERIFY(!result);
    QCOMPARE(result.error().kind, ErrorKind::Tls);
    const QString told = result.error().message() + u'\n' + result.error().details();
    QVERIFY2(result.error().sentence.contains(tls.says), qPrintable(told));
    QVERIFY2(result.error().sentence.contains(tls.host), qPrintable(told));
    QVERIFY(!result.error().nextStep.isEmpty());
    // Not one byte of the request has left.
    QCOMPARE(server.bytes(), QByteArray());
}

void TestHttpTls::trustsNothingUnnamed()
{
    FaultServer server({}, m_authority->issue().serverTls());
    const Result<HttpResponse> result = get(server.url("/", u"localhost"_s), Trust::System);
    QVERIFY(!result);
    QCOMPARE(result.error().kind, ErrorKind::Tls);
    QCOMPARE(server.bytes(), QByteArray());
}

void TestHttpTls::trustsTheEnvironment_data()
{
    QTest::addColumn<bool>("byFolder");
    QTest::newRow("SSL_CERT_FILE") << false;
    QTest::newRow("SSL_CERT_DIR") << true;
}

void TestHttpTls::trustsTheEnvironment()
{
    QFETCH(bool, byFolder);
    const QTemporaryDir folder;
    QFile file(folder.filePath(u"root [1].pem"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(m_authority->certificatePem());
    file.close();
    qputenv(byFolder ? "SSL_CERT_DIR" : "SSL_CERT_FILE",
            byFolder ? folder.path().toLocal8Bit() : file.fileName().toLocal8Bit());
    FaultServer server({}, m_authority->issue().serverTls());
    const Result<HttpResponse> result = get(server.url("/", u"localhost"_s), Trust::System);
    QVERIFY2(result, qPrintable(result ? QString() : result.error().message() + result.error().details()));
    QCOMPARE(environmentAuthorities(), QList<QSslCertificate>{m_authority->certificate()});
}

void TestHttpTls::speaksNoHttp2()
{
    QSslConfiguration tls = m_authority->issue().serverTls();
    tls.setAllowedNextProtocols({"h2", "http/1.1"});
    QByteArray negotiated;
    FaultServer server(
        [&negotiated](QTcpSocket &socket, const RecordedRequest &) {
            negotiated = qobject_cast<QSslSocket *>(&socket)->sslConfiguration().nextNegotiatedProtocol();
            socket.write(httpAnswer(200));
        },
        tls);
    QVERIFY(get(server.url("/", u"localhost"_s), Trust::Ours));
    QVERIFY(negotiated != "h2");
    QVERIFY(server.requests().first().head.startsWith("GET / HTTP/1.1\r\n"));
}

void TestHttpTls::refusesWeakServers_data()
{
    QTest::addColumn<QStringList>("options");
    QTest::addColumn<int>("rsaBits");
    QTest::addColumn<QString>("says");
    QTest::newRow("TLS 1.0") << QStringList{u"-tls1"_s} << 0 << u"1.2"_s;
    QTest::newRow("TLS 1.1") << QStringList{u"-tls1_1"_s} << 0 << u"1.2"_s;
    QTest::newRow("RSA 1024") << QStringList{u"-tls1_2"_s} << 1024 << u"weak"_s;
    QTest::newRow("RSA 512") << QStringList{u"-tls1_2"_s} << 512 << u"weak"_s;
}

void TestHttpTls::refusesWeakServers()
{
    QFETCH(QStringList, options);
    QFETCH(int, rsaBits);
    QFETCH(QString, says);
    // Qt's own server refuses to be as weak as this.
    const QString openssl = QStandardPaths::findExecutable(u"openssl"_s);
    if (openssl.isEmpty())
        QSKIP("openssl is not installed");
    const QTemporaryDir folder;
    CertificateWish wish;
    wish.rsaBits = rsaBits;
    const TestCertificate certificate = m_authority->issue(wish);
    QFile pem(folder.filePath(u"server.pem"_s));
    QVERIFY(pem.open(QIODevice::WriteOnly));
    pem.write(certificate.certificatePem() + certificate.keyPem());
    pem.close();
    QProcess server;
    server.start(openssl, QStringList{u"s_server"_s, u"-accept"_s, u"127.0.0.1:0"_s, u"-cert"_s, pem.fileName(),
                                      u"-cipher"_s, u"DEFAULT@SECLEVEL=0"_s} +
                              options);
    QByteArray output;
    QTRY_VERIFY_WITH_TIMEOUT(
        (output += server.readAllStandardOutput()).contains("\nACCEPT 127.0.0.1:") && output.endsWith('\n'), 10'000);
    const QRegularExpressionMatch port =
        QRegularExpression(u"ACCEPT 127\\.0\\.0\\.1:(\\d+)"_s).match(QString::fromLatin1(output));
    const QUrl url(u"https://localhost:%1/"_s.arg(port.captured(1)));
    const Result<HttpResponse> result = get(url, Trust::Ours);
    server.kill();
    server.waitForFinished();
    QVERIFY(!server.readAllStandardOutput().contains("canary"));
    QVERIFY(!result);
    QCOMPARE(result.error().kind, ErrorKind::Tls);
    QVERIFY2(result.error().sentence.contains(says), qPrintable(result.error().message() + result.error().details()));
}

void TestHttpTls::tellsPlainHttp()
{
    FaultServer server;
    server.setRawHandler([](QTcpSocket &socket) {
        connect(&socket, &QTcpSocket::readyRead, &socket, [&socket] {
            if (!socket.readAll().isEmpty())
                socket.write("HTTP/1.1 400 Bad Request\r\nConnection: close\r\n\r\n");
        });
    });
    QUrl url = server.url("/", u"localhost"_s);
    url.setScheme(u"https"_s);
    const Result<HttpResponse> result = get(url, Trust::System);
    QVERIFY(!result);
    QCOMPARE(result.error().kind, ErrorKind::Tls);
    QVERIFY2(result.error().sentence.contains("localhost"_L1), qPrintable(result.error().message()));
}

void TestHttpTls::cutWithoutGoodbye()
{
    // No Content-Length, and a reset instead of close_notify.
    FaultServer server(answeringThenReset("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n\r\n{\"a\":"),
                       m_authority->issue().serverTls());
    const Result<HttpResponse> result = get(server.url("/", u"localhost"_s), Trust::Ours);
    QVERIFY(!result || !result->isSuccess());
    QVERIFY(result || result.error().kind != ErrorKind::Internal);
}

void TestHttpTls::largeBodyArrives()
{
    // More than what is taken from the network ahead of the disk.
    const QByteArray body(40'000'000, 'x');
    FaultServer server(answering(httpAnswer(200, body, {"Content-Type: text/plain"})),
                       m_authority->issue().serverTls());
    const Result<HttpResponse> result = get(server.url("/", u"localhost"_s), Trust::Ours);
    QVERIFY2(result && result->isSuccess(), qPrintable(result ? QString() : result.error().message()));
    QCOMPARE(result->body.size(), body.size());
    QCOMPARE(*result->body.view(), QByteArrayView(body));
}

void TestHttpTls::wildcards_data()
{
    QTest::addColumn<QString>("pattern");
    QTest::addColumn<QString>("host");
    QTest::addColumn<bool>("covers");
    QTest::newRow("one label") << u"*.example.com"_s << u"api.example.com"_s << true;
    QTest::newRow("upper case") << u"*.Example.com"_s << u"API.example.COM."_s << true;
    QTest::newRow("two labels") << u"*.example.com"_s << u"a.b.example.com"_s << false;
    QTest::newRow("no label") << u"*.example.com"_s << u"example.com"_s << false;
    QTest::newRow("top level") << u"*.com"_s << u"example.com"_s << false;
    QTest::newRow("part of a label") << u"a*.example.com"_s << u"api.example.com"_s << false;
    QTest::newRow("in the middle") << u"a.*.com"_s << u"a.b.com"_s << false;
    QTest::newRow("exact") << u"example.com"_s << u"example.com"_s << true;
    QTest::newRow("longer") << u"example.com"_s << u"example.com.evil.tld"_s << false;
    QTest::newRow("address as a name") << u"127.0.0.1"_s << u"127.0.0.1"_s << false;
}

void TestHttpTls::wildcards()
{
    QFETCH(QString, pattern);
    QFETCH(QString, host);
    QFETCH(bool, covers);
    const TestCertificate certificate = m_authority->issue(named({pattern}, u"x"_s));
    QCOMPARE(namesHost(certificate.certificate(), host), covers);
}

ACX_TEST_MAIN(TestHttpTls)
#include "test_http_tls.moc"
