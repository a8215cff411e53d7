// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/deployments/deployment.h"
#include "app/http/http_client.h"
#include "app/http/tls_check.h"
#include "tests/http/connect_proxy.h"
#include "tests/http/tls_rows.h"
#include "tests/support/fake_clock.h"
#include "tests/support/test_main.h"
#include "tests/support/wait.h"

#include <QDirIterator>
#include <QLoggingCategory>
#include <QRegularExpression>
#include <QSslSocket>
#include <QTcpSocket>

using namespace Qt::StringLiterals;
using namespace acx;

namespace {

QString told(const Result<HttpResponse> &result)
{
    return result ? u"accepted"_s : result.error().message() + u'\n' + result.error().details();
}

QByteArray sha256Of(const TestCertificate &certificate)
{
    return factsOf(certificate.certificate()).sha256;
}

CertificateWish forHost(const QString &host)
{
    CertificateWish wish;
    wish.commonName = host;
    wish.dnsNames = {host};
    wish.addresses.clear();
    return wish;
}

QStringList hostsOf(const Endpoints &endpoints)
{
    QStringList hosts;
    for (const QUrl &url : {endpoints.api, endpoints.login, endpoints.iam, endpoints.platform}) {
        if (!url.isEmpty() && !isLoopbackHost(url.host()))
            hosts << url.host();
    }
    return hosts;
}

QByteArray sourceText(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

/// A certificate is refused for each reason there is, in words and before a byte has left, and a pin changes that for
/// nothing but missing trust, at exactly one host and port.
class TestTlsMatrix final : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void init() { QTest::failOnWarning(QRegularExpression(u".?"_s)); }
    void refused_data();
    void refused();
    void pinned_data();
    void pinned();
    void pinScope_data();
    void pinScope();
    void ibmHosts_data();
    void ibmHosts();
    void sources_data();
    void sources();
    void environment_data();
    void environment();
    void noHttp2_data();
    void noHttp2();
    void versionsInTheLog();
    void fingerprints_data();
    void fingerprints();

private:
    [[nodiscard]] HttpRequest request(const QUrl &url) const;
    [[nodiscard]] Result<HttpResponse> get(HttpClient &client, const QUrl &url) const
    {
        return waitFor(client.send(request(url)));
    }
    [[nodiscard]] TrustSettings trusting(const QList<CertificatePin> &pins, bool root = true) const;

    SystemClock m_clock;
    std::optional<TestCertificate> m_root;
    std::optional<DeploymentCatalog> m_deployments;
    QList<TlsRow> m_refused;
    QList<TlsRow> m_pinned;
};

void TestTlsMatrix::initTestCase()
{
    m_root = TestCertificate::authority();
    Result<DeploymentCatalog> loaded = DeploymentCatalog::load();
    QVERIFY(loaded);
    m_deployments = *loaded;
    m_refused = refusedWithoutPin(*m_root);
    m_pinned = refusedWithPin(*m_root);
}

HttpRequest TestTlsMatrix::request(const QUrl &url) const
{
    HttpRequest request;
    request.method = "POST";
    request.url = url;
    request.bearer = Secret("canary"_ba);
    request.body = "canary"_ba;
    return request;
}

TrustSettings TestTlsMatrix::trusting(const QList<CertificatePin> &pins, bool root) const
{
    TrustSettings trust;
    if (root)
        trust.extraAuthorities = {m_root->certificate()};
    trust.pins = pins;
    trust.isProtected = [this](const QString &host) { return m_deployments->isIbmHost(host); };
    return trust;
}

void TestTlsMatrix::refused_data()
{
    QTest::addColumn<int>("row");
    for (int i = 0; i < m_refused.size(); ++i)
        QTest::addRow("%s", qPrintable(m_refused.at(i).name)) << i;
}

void TestTlsMatrix::refused()
{
    QFETCH(int, row);
    const TlsRow &tls = m_refused.at(row);
    TlsPeer peer(tls);
    QVERIFY(peer.isListening());
    HttpClient client(m_clock);
    client.setTrust(trusting({}));
    const Result<HttpResponse> result = get(client, peer.url());
    QVERIFY2(!result, "accepted");
    QCOMPARE(result.error().kind, ErrorKind::Tls);
    QVERIFY2(result.error().sentence.contains(tls.says), qPrintable(told(result)));
    QVERIFY2(result.error().sentence.contains(u"localhost:%1"_s.arg(peer.port())), qPrintable(told(result)));
    QVERIFY(!result.error().nextStep.isEmpty());
    QCOMPARE(peer.received(), QByteArray());
    // Only what a pin can mend is offered.
    const std::optional<RefusedCertificate> offered = client.refusedCertificate(result.error().sentence);
    QCOMPARE(offered.has_value(), tls.pinSaves);
    if (offered) {
        QCOMPARE(offered->facts.sha256, sha256Of(tls.leaf));
        QCOMPARE(offered->host, u"localhost"_s);
        QCOMPARE(offered->port, peer.port());
        QCOMPARE(offered->facts.names, (QStringList{u"127.0.0.1"_s, u"localhost"_s}));
        QCOMPARE(offered->facts.key, u"EC, 256 bits"_s);
    }
}

void TestTlsMatrix::pinned_data()
{
    QTest::addColumn<int>("row");
    for (int i = 0; i < m_pinned.size(); ++i)
        QTest::addRow("pin %s", qPrintable(m_pinned.at(i).name)) << i;
}

void TestTlsMatrix::pinned()
{
    QFETCH(int, row);
    const TlsRow &tls = m_pinned.at(row);
    TlsPeer peer(tls);
    QVERIFY(peer.isListening());
    HttpClient client(m_clock);
    client.setTrust(trusting({{u"localhost"_s, peer.port(), sha256Of(tls.leaf)}}));
    const Result<HttpResponse> result = get(client, peer.url());
    if (tls.pinSaves) {
        QVERIFY2(result && result->isSuccess(), qPrintable(told(result)));
        QVERIFY(peer.received().contains("canary"));
        return;
    }
    QVERIFY2(!result, "accepted");
    QCOMPARE(result.error().kind, ErrorKind::Tls);
    QVERIFY2(result.error().sentence.contains(tls.says), qPrintable(told(result)));
    QCOMPARE(peer.received(), QByteArray());
    QVERIFY(!client.refusedCertificate(result.error().sentence));
}

void TestTlsMatrix::pinScope_data()
{
    enum { SamePort = 0, OtherPort = 1 };
    QTest::addColumn<QString>("pinHost");
    QTest::addColumn<int>("portOffset");
    QTest::addColumn<bool>("ofThisLeaf");
    QTest::addColumn<bool>("withRule");
    QTest::addColumn<QString>("says"); // empty = accepted
    const QString selfSigned = u"self-signed"_s;
    QTest::newRow("T2 pin exact") << u"localhost"_s << int(SamePort) << true << true << QString();
    QTest::newRow("T2 pin other port") << u"localhost"_s << int(OtherPort) << true << true << selfSigned;
    QTest::newRow("T2 pin other host") << u"127.0.0.1"_s << int(SamePort) << true << true << selfSigned;
    QTest::newRow("T2 pin domain above") << u"host"_s << int(SamePort) << true << true << selfSigned;
    QTest::newRow("T2 pin wildcard") << u"*"_s << int(SamePort) << true << true << selfSigned;
    QTest::newRow("T2 pin no host") << QString() << int(SamePort) << true << true << selfSigned;
    QTest::newRow("T2 pin changed certificate")
        << u"localhost"_s << int(SamePort) << false << true << u"another certificate than the one you trusted"_s;
    QTest::newRow("T2 pin without the rule of protected hosts")
        << u"localhost"_s << int(SamePort) << true << false << selfSigned;
}

void TestTlsMatrix::pinScope()
{
    QFETCH(QString, pinHost);
    QFETCH(int, portOffset);
    QFETCH(bool, ofThisLeaf);
    QFETCH(bool, withRule);
    QFETCH(QString, says);
    const TestCertificate leaf = TestCertificate::selfSigned();
    FaultServer server({}, leaf.serverTls());
    const QByteArray sha256 = sha256Of(ofThisLeaf ? leaf : TestCertificate::selfSigned());
    TrustSettings trust = trusting({{pinHost, quint16(server.port() + portOffset), sha256}}, false);
    if (!withRule)
        trust.isProtected = {};
    HttpClient client(m_clock);
    client.setTrust(trust);
    for (const Repetition repetition : {Repetition::Never, Repetition::Allowed}) {
        HttpRequest wanted = request(server.url("/", u"localhost"_s));
        wanted.repetition = repetition;
        const Result<HttpResponse> result = waitFor(client.send(wanted));
        QCOMPARE(result.has_value(), says.isEmpty());
        QVERIFY2(says.isEmpty() || result.error().sentence.contains(says), qPrintable(told(result)));
        if (!ofThisLeaf) {
            // The new one can be looked at, and trusted instead.
            QCOMPARE(client.refusedCertificate(result.error().sentence)->facts.sha256, sha256Of(leaf));
        }
    }
    QCOMPARE(server.bytes().isEmpty(), !says.isEmpty());
}

void TestTlsMatrix::ibmHosts_data()
{
    QTest::addColumn<QString>("host");
    QTest::addColumn<bool>("saved");
    QStringList hosts;
    for (const Deployment &deployment : m_deployments->deployments()) {
        hosts += hostsOf(deployment.endpoints);
        for (const Region &region : deployment.regions) {
            for (const HostScheme &scheme : region.schemes)
                hosts += hostsOf(scheme.endpoints);
        }
    }
    hosts.removeDuplicates();
    QVERIFY(hosts.size() > 10);
    for (const QString &host : std::as_const(hosts))
        QTest::addRow("T2 pin IBM %s", qPrintable(host)) << host << false;
    QTest::newRow("T2 pin below an IBM host") << u"a."_s + hosts.first() << false;
    QTest::newRow("T2 pin IBM in capitals") << hosts.first().toUpper() << false;
    QTest::newRow("T2 pin IBM with a dot at its end") << hosts.first() + u'.' << false;
    // The other side: neither the proxy nor the name is what stops a pin.
    QTest::newRow("T2 pin like IBM") << hosts.first() + ".test.invalid"_L1 << true;
    QTest::newRow("T2 pin begins like IBM") << u"x"_s + hosts.first() + ".test.invalid"_L1 << true;
}

void TestTlsMatrix::ibmHosts()
{
    QFETCH(QString, host);
    QFETCH(bool, saved);
    const QString name = Origin::of(QUrl(u"https://%1/"_s.arg(host))).host;
    const TestCertificate leaf = TestCertificate::selfSigned(forHost(name));
    FaultServer server({}, leaf.serverTls());
    ConnectProxy proxy(server.port());
    HttpClient client(m_clock);
    client.setTrust(trusting({{name, 443, sha256Of(leaf)}}, false));
    client.setProxy({ProxySettings::Mode::Http, u"127.0.0.1"_s, proxy.port(), {}, {}});
    const Result<HttpResponse> result = get(client, QUrl(u"https://%1/"_s.arg(host)));
    QVERIFY2(result.has_value() == saved, qPrintable(told(result)));
    QCOMPARE(server.bytes().isEmpty(), !saved);
    if (!saved) {
        // Qt itself finds that a name with a dot at its end is another one.
        QVERIFY2(result.error().sentence.contains("self-signed"_L1) || host.endsWith(u'.'), qPrintable(told(result)));
        QVERIFY(!client.refusedCertificate(result.error().sentence));
    }
}

void TestTlsMatrix::sources_data()
{
    QTest::addColumn<QString>("pattern");
    QTest::addColumn<QStringList>("allowed"); // whole matches
    QTest::newRow("T2 no ignoreSslErrors without a list")
        << u"ignoreSslErrors\\([^)]*\\)"_s << QStringList{u"ignoreSslErrors(expected)"_s};
    QTest::newRow("T2 no verification mode")
        << u"VerifyNone|QueryPeer|[sS]etPeerVerify\\w+|AutoVerifyPeer"_s << QStringList();
    QTest::newRow("T2 no name for the peer but the URL's") << u"[pP]eerVerifyName"_s << QStringList();
    QTest::newRow("T2 no older protocol") << u"SslV[23]|TlsV1_[01]\\w*|AnyProtocol|SecureProtocols"_s << QStringList();
    QTest::newRow("T2 no variable but for authorities and the proxy")
        << u"nvironmentVariable\\w*\\(\"(?:[A-Z]*_)?(?:SSL|TLS|CERT|CA|VERIFY|INSECURE)\\w*\""_s
        << QStringList{u"nvironmentVariable(\"SSL_CERT_FILE\""_s, u"nvironmentVariable(\"SSL_CERT_DIR\""_s,
                       u"nvironmentVariableIsEmpty(\"SSL_CERT_FILE\""_s,
                       u"nvironmentVariableIsEmpty(\"SSL_CERT_DIR\""_s};
    QTest::newRow("T2 no key of the settings")
        << u"\"(?:tls|network|http)/[^\"]*\""_s << QStringList{u"\"tls/authorities\""_s};
    // Those there are belong to the import of curl commands, which does not take them over.
    QTest::newRow("T2 no option of a command")
        << u"\"[a-z-]*(?:insecure|verify|no-check|ssl-)[a-z-]*\", '"_s
        << QStringList{u"\"insecure\", '"_s, u"\"proxy-insecure\", '"_s, u"\"ssl-reqd\", '"_s};
}

void TestTlsMatrix::sources()
{
    QFETCH(QString, pattern);
    QFETCH(QStringList, allowed);
    const QRegularExpression wanted(pattern);
    const QString root = qEnvironmentVariable("ACX_SOURCE_DIR");
    int files = 0;
    for (const QString &folder : {u"app"_s, u"ui"_s}) {
        QDirIterator sources(root + u'/' + folder, {u"*.cpp"_s, u"*.h"_s}, QDir::Files, QDirIterator::Subdirectories);
        while (sources.hasNext()) {
            const QString path = sources.next();
            ++files;
            const QString text = QString::fromUtf8(sourceText(path));
            for (const QRegularExpressionMatch &match : wanted.globalMatch(text))
                QVERIFY2(allowed.contains(match.captured()), qPrintable(path + ": "_L1 + match.captured()));
        }
    }
    QVERIFY(files > 300);
}

void TestTlsMatrix::environment_data()
{
    QTest::addColumn<QByteArray>("name");
    QTest::addColumn<QByteArray>("value");
    for (const char *name : {"PYTHONHTTPSVERIFY", "NODE_TLS_REJECT_UNAUTHORIZED", "GIT_SSL_VERIFY", "SSL_VERIFY",
                             "ACX_TLS_VERIFY", "QT_SSL_VERIFY"})
        QTest::addRow("T2 variable %s", name) << QByteArray(name) << "0"_ba;
    for (const char *name : {"GIT_SSL_NO_VERIFY", "ACX_INSECURE", "IBMCLOUD_SKIP_SSL_VALIDATION", "CURL_INSECURE"})
        QTest::addRow("T2 variable %s", name) << QByteArray(name) << "1"_ba;
}

void TestTlsMatrix::environment()
{
    QFETCH(QByteArray, name);
    QFETCH(QByteArray, value);
    qputenv(name.constData(), value);
    FaultServer server({}, TestCertificate::selfSigned().serverTls());
    HttpClient client(m_clock);
    const Result<HttpResponse> result = get(client, server.url("/", u"localhost"_s));
    qunsetenv(name.constData());
    QVERIFY(!result);
    QCOMPARE(server.bytes(), QByteArray());
}

void TestTlsMatrix::noHttp2_data()
{
    QTest::addColumn<bool>("usePin");
    QTest::newRow("T3 h2 offered") << false;
    QTest::newRow("T3 h2 offered, pin") << true;
}

void TestTlsMatrix::noHttp2()
{
    QFETCH(bool, usePin);
    const TestCertificate leaf = usePin ? TestCertificate::selfSigned() : m_root->issue();
    QSslConfiguration tls = leaf.serverTls();
    tls.setAllowedNextProtocols({"h2", "http/1.1"});
    QByteArray negotiated;
    FaultServer server(
        [&negotiated](QTcpSocket &socket, const RecordedRequest &) {
            negotiated = qobject_cast<QSslSocket *>(&socket)->sslConfiguration().nextNegotiatedProtocol();
            socket.write(httpAnswer(200));
        },
        tls);
    HttpClient client(m_clock);
    client.setTrust(usePin ? trusting({{u"localhost"_s, server.port(), sha256Of(leaf)}}, false) : trusting({}));
    const Result<HttpResponse> result = get(client, server.url("/", u"localhost"_s));
    QVERIFY2(result, qPrintable(told(result)));
    QVERIFY(negotiated != "h2");
    QVERIFY(server.requests().first().head.startsWith("POST / HTTP/1.1\r\n"));
}

void TestTlsMatrix::versionsInTheLog()
{
    QLoggingCategory::setFilterRules(u"acx.http.debug=true"_s);
    static QString log;
    const QtMessageHandler before =
        qInstallMessageHandler([](QtMsgType, const QMessageLogContext &, const QString &text) { log += text + u'\n'; });
    FaultServer server({}, TestCertificate::selfSigned().serverTls());
    HttpClient client(m_clock);
    const Result<HttpResponse> result = get(client, server.url("/", u"localhost"_s));
    qInstallMessageHandler(before);
    QLoggingCategory::setFilterRules({});
    QVERIFY(!result);
    QVERIFY2(log.contains(u"Qt %1"_s.arg(QLatin1StringView(qVersion()))), qPrintable(log));
    QVERIFY2(log.contains(QSslSocket::sslLibraryVersionString()), qPrintable(log));
    QVERIFY(!log.contains("canary"_L1));
}

void TestTlsMatrix::fingerprints_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("valid");
    const QByteArray bytes(32, '\xa5');
    QTest::newRow("colons") << fingerprintText(bytes) << true;
    QTest::newRow("lower case, bare") << QString::fromLatin1(bytes.toHex()) << true;
    QTest::newRow("blanks") << QString::fromLatin1(bytes.toHex(' ')) << true;
    QTest::newRow("SHA-1's length") << QString::fromLatin1(bytes.first(20).toHex()) << false;
    QTest::newRow("too long") << QString::fromLatin1(bytes.toHex() + "a5") << false;
    QTest::newRow("another letter") << u"g"_s + QString::fromLatin1(bytes.toHex()).sliced(1) << false;
    QTest::newRow("empty") << QString() << false;
}

void TestTlsMatrix::fingerprints()
{
    QFETCH(QString, text);
    QFETCH(bool, valid);
    QCOMPARE(readFingerprint(text), valid ? QByteArray(32, '\xa5') : QByteArray());
}

ACX_TEST_MAIN(TestTlsMatrix)
#include "test_tls_matrix.moc"
