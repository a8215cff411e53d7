// SPDX-License-Identifier: GPL-3.0-or-later
// Against a real nginx, with what a person sets: authorities, trust by hand and client certificates from files.
#include "app/credentials/session_store.h"
#include "app/deployments/deployment.h"
#include "app/network/network_setup.h"
#include "app/network/trust_store.h"
#include "tests/network/nginx.h"
#include "tests/support/fake_clock.h"
#include "tests/support/needs.h"
#include "tests/support/run_canary.h"
#include "tests/support/test_main.h"
#include "tests/support/wait.h"

#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace acx;

namespace {

const QString passphrase = u"p4ssphrase-canary"_s;

CertificateWish person(const QString &name)
{
    CertificateWish wish;
    wish.commonName = name;
    wish.dnsNames.clear();
    wish.addresses.clear();
    wish.purpose = CertificateWish::Purpose::Client;
    return wish;
}

QString told(const Result<HttpResponse> &result)
{
    return result ? u"status %1"_s.arg(result->status) : result.error().message() + u'\n' + result.error().details();
}

QJsonObject objectOf(const HttpResponse &response)
{
    return QJsonDocument::fromJson(response.body.head(1LL << 20)).object();
}

} // namespace

class TestNginx final : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void init();
    void authorities_data();
    void authorities();
    void trustByHand_data();
    void trustByHand();
    void protocols_data();
    void protocols();
    void gzip_data();
    void gzip();
    void clients_data();
    void clients();
    void clientIsShownToItsServerOnly();

private:
    /// Waits until nginx listens.
    void start(const Nginx::Wish &wish, const std::optional<TestCertificate> &leaf = std::nullopt);
    void putClient(const QString &name, const TestCertificate &certificate);
    [[nodiscard]] Result<HttpResponse> get(const QString &path = QStringLiteral("/"));
    void trustRoot();

    SystemClock m_clock;
    QTemporaryDir m_folder;
    std::optional<DeploymentCatalog> m_deployments;
    std::optional<TestCertificate> m_root;
    std::optional<TestCertificate> m_people; ///< the authority of client certificates
    std::unique_ptr<Nginx> m_nginx;
    SessionStore m_keychain;
    std::unique_ptr<TrustStore> m_trust;
    std::unique_ptr<HttpClient> m_http;
    std::unique_ptr<NetworkSetup> m_setup;
    QList<Error> m_failures;
};

void TestNginx::initTestCase()
{
    ACX_NEEDS(Nginx::isInstalled(), "nginx");
    Result<DeploymentCatalog> loaded = DeploymentCatalog::load();
    QVERIFY(loaded);
    m_deployments = *loaded;
    m_root = TestCertificate::authority();
    m_people = TestCertificate::authority(u"People"_s);
    QFile file(m_folder.filePath(u"root.pem"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(m_root->certificatePem());
    putClient(u"good"_s, m_people->issue(person(u"someone"_s)));
    putClient(u"stranger"_s, TestCertificate::authority(u"Strangers"_s).issue(person(u"stranger"_s)));
    CertificateWish old = person(u"expired"_s);
    old.notBefore = QDateTime::currentDateTimeUtc().addDays(-20);
    old.notAfter = QDateTime::currentDateTimeUtc().addDays(-10);
    putClient(u"expired"_s, m_people->issue(old));
}

void TestNginx::putClient(const QString &name, const TestCertificate &certificate)
{
    QFile pem(m_folder.filePath(name + ".pem"_L1));
    QVERIFY(pem.open(QIODevice::WriteOnly));
    pem.write(certificate.certificatePem() + certificate.keyPem());
    pem.close();
    QProcess openssl;
    openssl.start(u"openssl"_s, {u"pkcs12"_s, u"-export"_s, u"-passout"_s, u"stdin"_s, u"-in"_s, pem.fileName(),
                                 u"-out"_s, m_folder.filePath(name + ".p12"_L1)});
    openssl.write(passphrase.toUtf8() + '\n');
    openssl.closeWriteChannel();
    QVERIFY(openssl.waitForFinished());
    QVERIFY2(openssl.exitCode() == 0, openssl.readAllStandardError().constData());
}

void TestNginx::init()
{
    QTest::failOnWarning(QRegularExpression(u".?"_s));
    m_setup.reset();
    m_failures.clear();
    m_trust = std::make_unique<TrustStore>(QString());
    m_http = std::make_unique<HttpClient>(m_clock);
    m_setup =
        std::make_unique<NetworkSetup>(NetworkSetup::Services{*m_http, m_keychain, *m_trust, *m_deployments, m_clock});
    connect(m_setup.get(), &NetworkSetup::failed, this, [this](const Error &error) { m_failures += error; });
    m_setup->apply({});
}

void TestNginx::start(const Nginx::Wish &wish, const std::optional<TestCertificate> &leaf)
{
    m_nginx = std::make_unique<Nginx>(leaf ? *leaf : m_root->issue(), wish);
    QTRY_VERIFY2_WITH_TIMEOUT(m_nginx->isListening(), m_nginx->told().constData(), 10'000);
}

void TestNginx::trustRoot()
{
    m_setup->apply({{}, {m_folder.filePath(u"root.pem"_s)}});
}

Result<HttpResponse> TestNginx::get(const QString &path)
{
    HttpRequest request;
    request.url = m_nginx->url(path);
    request.bearer = Secret(runToken());
    return waitFor(m_http->send(request));
}

void TestNginx::authorities_data()
{
    QTest::addColumn<bool>("trusted");
    QTest::addColumn<bool>("intermediate");
    QTest::addColumn<bool>("wholeChain");
    QTest::addColumn<QString>("says");
    QTest::newRow("own authority") << true << false << true << QString();
    QTest::newRow("own authority, whole chain") << true << true << true << QString();
    QTest::newRow("incomplete chain") << true << true << false << u"not send its whole chain"_s;
    QTest::newRow("unknown root") << false << false << true << u"does not trust"_s;
}

void TestNginx::authorities()
{
    QFETCH(bool, trusted);
    QFETCH(bool, intermediate);
    QFETCH(bool, wholeChain);
    QFETCH(QString, says);
    CertificateWish authority;
    authority.commonName = u"Between"_s;
    authority.purpose = CertificateWish::Purpose::Authority;
    const TestCertificate between = m_root->issue(authority);
    Nginx::Wish wish;
    if (intermediate && wholeChain)
        wish.chain = {between};
    start(wish, intermediate ? between.issue() : m_root->issue());
    if (trusted)
        trustRoot();
    const Result<HttpResponse> result = get();
    QVERIFY2(result.has_value() == says.isEmpty(), qPrintable(told(result)));
    if (result)
        QCOMPARE(result->status, 200);
    else
        QVERIFY2(result.error().sentence.contains(says), qPrintable(told(result)));
    if (says.isEmpty())
        QTRY_VERIFY(!m_nginx->accessLog().isEmpty()); // it writes after it has answered
    else
        QCOMPARE(m_nginx->accessLog(), QByteArray()); // no request has left
}

void TestNginx::trustByHand_data()
{
    QTest::addColumn<bool>("selfSigned");
    QTest::addColumn<bool>("thisOne");
    QTest::newRow("T2 self-signed") << true << true;
    QTest::newRow("T2 unknown root") << false << true;
    QTest::newRow("T2 another certificate") << true << false;
}

void TestNginx::trustByHand()
{
    QFETCH(bool, selfSigned);
    QFETCH(bool, thisOne);
    const TestCertificate leaf = selfSigned ? TestCertificate::selfSigned() : m_root->issue();
    start({}, leaf);
    const QSslCertificate shown = thisOne ? leaf.certificate() : TestCertificate::selfSigned().certificate();
    QVERIFY(waitFor(m_trust->trust({{u"localhost"_s, m_nginx->port(), factsOf(shown).sha256}, {}, {}})));
    const Result<HttpResponse> result = get();
    QVERIFY2(result.has_value() == thisOne, qPrintable(told(result)));
    if (thisOne)
        QTRY_VERIFY(!m_nginx->accessLog().isEmpty());
    else
        QCOMPARE(m_nginx->accessLog(), QByteArray());
    if (!thisOne)
        QVERIFY2(result.error().sentence.contains(u"another certificate than the one you trusted"_s),
                 qPrintable(told(result)));
}

void TestNginx::protocols_data()
{
    QTest::addColumn<QByteArray>("listen");
    QTest::addColumn<QByteArray>("protocols");
    QTest::addColumn<QString>("expected");
    QTest::newRow("TLS 1.2") << "ssl"_ba
                             << "TLSv1.2"_ba << u"TLSv1.2"_s;
    QTest::newRow("TLS 1.3") << "ssl"_ba
                             << "TLSv1.3"_ba << u"TLSv1.3"_s;
    QTest::newRow("TLS 1.2 and 1.3") << "ssl"_ba
                                     << "TLSv1.2 TLSv1.3"_ba << u"TLSv1.3"_s;
    QTest::newRow("T3 HTTP/2 offered, TLS 1.2") << "ssl http2"_ba
                                                << "TLSv1.2"_ba << u"TLSv1.2"_s;
    QTest::newRow("T3 HTTP/2 offered, TLS 1.3") << "ssl http2"_ba
                                                << "TLSv1.3"_ba << u"TLSv1.3"_s;
    QTest::newRow("TLS 1.0 alone") << "ssl"_ba
                                   << "TLSv1"_ba << QString();
    QTest::newRow("TLS 1.1 alone") << "ssl"_ba
                                   << "TLSv1.1"_ba << QString();
}

void TestNginx::protocols()
{
    QFETCH(QByteArray, listen);
    QFETCH(QByteArray, protocols);
    QFETCH(QString, expected);
    // The lowest level of security, so that the old protocols are really there.
    start({listen, "ssl_ciphers DEFAULT:@SECLEVEL=0;\nssl_protocols " + protocols + ';', {}, {}});
    trustRoot();
    const Result<HttpResponse> result = get();
    QVERIFY2(result.has_value() == !expected.isEmpty(), qPrintable(told(result)));
    if (result) {
        QCOMPARE(objectOf(*result).value("protocol"_L1).toString(), expected);
        QCOMPARE(objectOf(*result).value("http"_L1).toString(), u"HTTP/1.1"_s);
    } else {
        QVERIFY2(result.error().sentence.contains(u"speaks no secure version of TLS"_s), qPrintable(told(result)));
        QVERIFY(m_nginx->accessLog().isEmpty());
    }
}

void TestNginx::gzip_data()
{
    QTest::addColumn<bool>("on");
    QTest::newRow("gzip on") << true;
    QTest::newRow("gzip off") << false;
}

void TestNginx::gzip()
{
    QFETCH(bool, on);
    start({"ssl", on ? "gzip on;\ngzip_types application/json;\ngzip_min_length 1;"_ba : "gzip off;"_ba, {}, {}});
    trustRoot();
    const QByteArray text = "[\"" + QByteArray(300'000, 'a') + "\"]";
    m_nginx->put(u"large.json"_s, text);
    const Result<HttpResponse> result = get(u"/files/large.json"_s);
    QVERIFY2(result, qPrintable(told(result)));
    QVERIFY2(result->isSuccess() && result->endConfirmed, qPrintable(told(result)));
    QCOMPARE(result->body.head(1LL << 20), text);
    QCOMPARE(headerValue(result->headers, "Content-Encoding"), on ? "gzip"_ba : QByteArray());
}

void TestNginx::clients_data()
{
    QTest::addColumn<QByteArray>("verify"); // of the server
    QTest::addColumn<QString>("file");
    QTest::addColumn<QString>("phrase");
    QTest::addColumn<int>("status");
    QTest::addColumn<QString>("answers"); // verification's result, or in the body of a refusal
    QTest::addColumn<QString>("problem"); // told when the settings are applied
    const QString none = u"NONE"_s;
    for (const char *version : {"TLSv1.2", "TLSv1.3"}) {
        const QByteArray more = "ssl_protocols "_ba + version + ";\nssl_verify_client ";
        const auto row = [&](const char *name, const char *verify, const QString &file, const QString &phrase,
                             int status, const QString &answers, const QString &problem = {}) {
            QTest::addRow("%s, %s", name, version) << more + verify << file << phrase << status << answers << problem;
        };
        row("required, PEM", "on", u"good.pem"_s, {}, 200, u"SUCCESS"_s);
        row("required, PKCS#12", "on", u"good.p12"_s, passphrase, 200, u"SUCCESS"_s);
        row("required, none", "on", {}, {}, 400, u"No required SSL certificate was sent"_s);
        row("required, of strangers", "on", u"stranger.pem"_s, {}, 400, u"The SSL certificate error"_s);
        row("required, expired", "on", u"expired.pem"_s, {}, 400, u"No required SSL certificate"_s, u"expired on"_s);
        row("required, wrong passphrase", "on", u"good.p12"_s, u"wr0ng-canary"_s, 400, u"No required SSL"_s,
            u"does not open"_s);
        row("required, missing file", "on", u"gone.pem"_s, {}, 400, u"No required SSL"_s, u"does not exist"_s);
        row("optional, PEM", "optional", u"good.pem"_s, {}, 200, u"SUCCESS"_s);
        row("optional, none", "optional", {}, {}, 200, none);
        row("optional, of strangers", "optional_no_ca", u"stranger.pem"_s, {}, 200, u"FAILED:"_s);
        row("not asked for", "off", u"good.pem"_s, {}, 200, none);
    }
}

void TestNginx::clients()
{
    QFETCH(QByteArray, verify);
    QFETCH(QString, file);
    QFETCH(QString, phrase);
    QFETCH(int, status);
    QFETCH(QString, answers);
    QFETCH(QString, problem);
    start({"ssl", verify + ";\nssl_client_certificate people.pem;", {}, m_people->certificatePem()});
    trustRoot();
    if (!file.isEmpty()) {
        ClientCertificateFile client{u"localhost"_s, m_nginx->port(), m_folder.filePath(file), {}, !phrase.isEmpty()};
        if (client.hasPassphrase)
            QVERIFY(waitFor(m_keychain.write(client.passphraseEntry(), Secret::fromText(phrase))));
        QVERIFY(waitFor(m_trust->setClient(client)));
    }
    const Result<HttpResponse> result = get();
    QVERIFY2(result, qPrintable(told(result)));
    const QByteArray body = result->body.head(1LL << 20);
    QVERIFY2(result->status == status, body.constData());
    QVERIFY2(body.contains(answers.toUtf8()), body.constData());
    if (answers == u"SUCCESS"_s)
        QCOMPARE(objectOf(*result).value("client"_L1).toString(), u"CN=someone"_s);
    QCOMPARE(m_failures.size(), problem.isEmpty() ? 0 : 1);
    if (!problem.isEmpty()) {
        const Error &failure = m_failures.constFirst();
        QVERIFY2(failure.sentence.contains(problem), qPrintable(failure.message()));
        QVERIFY(!(failure.message() + failure.details()).contains(u"canary"_s));
    }
}

void TestNginx::clientIsShownToItsServerOnly()
{
    start({"ssl", "ssl_verify_client optional_no_ca;", {}, {}});
    trustRoot();
    const QString file = m_folder.filePath(u"good.pem"_s);
    QVERIFY(waitFor(m_trust->setClient({u"localhost"_s, quint16(m_nginx->port() ^ 1), file, {}, false})));
    QVERIFY(waitFor(m_trust->setClient({u"127.0.0.1"_s, m_nginx->port(), file, {}, false})));
    Result<HttpResponse> result = get();
    QVERIFY2(result, qPrintable(told(result)));
    QCOMPARE(objectOf(*result).value("client"_L1).toString(), QString());
    // The other side: the entry for this one shows it, and its removal ends that.
    QVERIFY(waitFor(m_trust->setClient({u"localhost"_s, m_nginx->port(), file, {}, false})));
    result = get();
    QVERIFY2(result, qPrintable(told(result)));
    QCOMPARE(objectOf(*result).value("client"_L1).toString(), u"CN=someone"_s);
    QVERIFY(waitFor(m_trust->removeClient(u"localhost"_s, m_nginx->port())));
    result = get();
    QVERIFY2(result, qPrintable(told(result)));
    QCOMPARE(objectOf(*result).value("client"_L1).toString(), QString());
}

ACX_TEST_MAIN(TestNginx)
#include "test_nginx.moc"
