// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/http/http_client.h"
#include "app/http/tls_check.h"
#include "tests/support/certificates.h"
#include "tests/support/fake_clock.h"
#include "tests/support/fault_server.h"
#include "tests/support/test_main.h"
#include "tests/support/wait.h"

#include <QRegularExpression>
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
    void accepted_data();
    void accepted();
    void trustsNothingUnnamed();
    void trustsTheEnvironment_data();
    void trustsTheEnvironment();
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

void TestHttpTls::accepted_data()
{
    QTest::addColumn<TlsCase>("tls");
    const TestCertificate &root = *m_authority;
    const auto row = [](const char *name, const TestCertificate &shown, const QList<TestCertificate> &chain = {},
                        const QString &host = u"localhost"_s) {
        QTest::newRow(name) << TlsCase{shown.serverTls(chain), host};
    };
    row("good", root.issue());
    row("good for an address", root.issue(), {}, u"127.0.0.1"_s);
    CertificateWish wish;
    wish.rsaBits = 2048;
    row("good with RSA", root.issue(wish));

    CertificateWish middle;
    middle.purpose = CertificateWish::Purpose::Authority;
    middle.commonName = u"Middle"_s;
    const TestCertificate intermediate = root.issue(middle);
    row("whole chain", intermediate.issue(), {intermediate});
}

void TestHttpTls::accepted()
{
    QFETCH(TlsCase, tls);
    FaultServer server({}, tls.server);
    const Result<HttpResponse> result = get(server.url("/", tls.host), Trust::Ours);
    QVERIFY2(result, qPrintable(result ? QString() : result.error().message() + result.error().details()));
    QVERIFY(result->timing.connectedMs >= 0);
    QVERIFY(result->timing.firstByteMs >= result->timing.connectedMs);
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
