// SPDX-License-Identifier: GPL-3.0-or-later
// Passwords of proxies and of client certificates, over a real gnome-keyring.
#include "app/base/app_info.h"
#include "app/credentials/keychain_store.h"
#include "app/deployments/deployment.h"
#include "app/network/network_setup.h"
#include "app/network/trust_store.h"
#include "tests/http/connect_proxy.h"
#include "tests/support/certificates.h"
#include "tests/support/fake_clock.h"
#include "tests/support/keyring.h"
#include "tests/support/test_main.h"
#include "tests/support/wait.h"

#include <QDirIterator>
#include <QFile>
#include <QProcess>
#include <QRegularExpression>

using namespace Qt::StringLiterals;
using namespace acx;

namespace {

const QString host = u"service.test.invalid"_s;
constexpr char proxyPassword[] = "pr0xy-canary-7c1d";
constexpr char passphrase[] = "p4ss-canary-91ab";

} // namespace

class TestNetworkKeyring final : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void init() { QTest::failOnWarning(QRegularExpression(u".?"_s)); }
    void cleanup() { m_keyring.unlock(); }
    void bothComeFromTheKeyring();
    void lockedIsTold();

private:
    [[nodiscard]] NetworkOptions options() const
    {
        return {{ProxySettings::Mode::Http, u"127.0.0.1"_s, m_proxy->port(), u"me"_s, {}}, {}};
    }
    [[nodiscard]] Result<HttpResponse> get(HttpClient &http) const
    {
        HttpRequest request;
        request.url = QUrl(u"https://%1/"_s.arg(host));
        return waitFor(http.send(request));
    }

    Keyring m_keyring;
    SystemClock m_clock;
    std::optional<DeploymentCatalog> m_deployments;
    std::unique_ptr<FaultServer> m_server;
    std::unique_ptr<ConnectProxy> m_proxy;
    QString m_trustPath;
};

void TestNetworkKeyring::initTestCase()
{
    QVERIFY(Keyring::isPrivate());
    Result<DeploymentCatalog> loaded = DeploymentCatalog::load();
    QVERIFY(loaded);
    m_deployments = *loaded;
    CertificateWish wish;
    wish.dnsNames = {host};
    const TestCertificate leaf = TestCertificate::selfSigned(wish);
    m_server = std::make_unique<FaultServer>(FaultServer::Handler(), leaf.serverTls());
    m_proxy = std::make_unique<ConnectProxy>(m_server->port());
    m_proxy->demand("Basic " + ("me:"_ba + proxyPassword).toBase64());

    const QString home = qEnvironmentVariable("HOME");
    QFile pem(home + "/own.pem"_L1);
    QVERIFY(pem.open(QIODevice::WriteOnly));
    const TestCertificate own = TestCertificate::authority().issue();
    pem.write(own.certificatePem() + own.keyPem());
    pem.close();
    QProcess openssl;
    openssl.start(u"openssl"_s, {u"pkcs12"_s, u"-export"_s, u"-passout"_s, u"stdin"_s, u"-in"_s, pem.fileName(),
                                 u"-out"_s, home + "/own.p12"_L1});
    openssl.write(passphrase + "\n"_ba);
    openssl.closeWriteChannel();
    QVERIFY(openssl.waitForFinished());
    QVERIFY2(openssl.exitCode() == 0, openssl.readAllStandardError().constData());
    m_trustPath = TrustStore::defaultPath();
    TrustStore trust(m_trustPath);
    const ClientCertificateFile client{host, 443, home + "/own.p12"_L1, {}, true};
    QVERIFY(waitFor(trust.trust({{host, 443, factsOf(leaf.certificate()).sha256}, {}, {}})));
    QVERIFY(waitFor(trust.setClient(client)));
    KeychainStore keychain;
    QVERIFY(waitFor(keychain.write(QLatin1StringView(NetworkOptions::proxyPasswordEntry), Secret(proxyPassword))));
    QVERIFY(waitFor(keychain.write(client.passphraseEntry(), Secret(passphrase))));
    QCOMPARE(m_keyring.secretOf(QLatin1StringView(applicationId) + u'/' + client.passphraseEntry()),
             QByteArray(passphrase));
}

void TestNetworkKeyring::bothComeFromTheKeyring()
{
    KeychainStore keychain;
    TrustStore trust(m_trustPath);
    QVERIFY(trust.load());
    HttpClient http(m_clock);
    NetworkSetup setup({http, keychain, trust, *m_deployments, m_clock});
    setup.apply(options());
    const Result<HttpResponse> result = get(http);
    QVERIFY2(result, qPrintable(result ? QString() : result.error().message()));
    QVERIFY(setup.problems().isEmpty());
    // Neither of them is in any file but the keyring's own.
    QDirIterator all(qEnvironmentVariable("HOME"), QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
    int files = 0;
    while (all.hasNext()) {
        QFile each(all.next());
        QVERIFY(each.open(QIODevice::ReadOnly));
        const QByteArray bytes = each.readAll();
        QVERIFY2(!bytes.contains(proxyPassword) && !bytes.contains(passphrase), qPrintable(each.fileName()));
        ++files;
    }
    QVERIFY(files > 2);
}

void TestNetworkKeyring::lockedIsTold()
{
    QVERIFY(m_keyring.lock());
    KeychainStore keychain;
    TrustStore trust(m_trustPath);
    QVERIFY(trust.load());
    HttpClient http(m_clock);
    NetworkSetup setup({http, keychain, trust, *m_deployments, m_clock});
    setup.apply(options());
    const Result<HttpResponse> result = get(http);
    QVERIFY(!result);
    QCOMPARE(result.error().kind, ErrorKind::Proxy); // it went without the password, and the proxy wants one
    QCOMPARE(setup.problems().size(), 2);
    for (const Error &problem : setup.problems())
        QCOMPARE(problem.kind, ErrorKind::KeychainLocked);
    QVERIFY2(setup.problems().constLast().sentence.contains(host), qPrintable(setup.problems().constLast().message()));
    // Unlocked, the next change of the settings finds them.
    QVERIFY(m_keyring.unlock());
    keychain.allowPrompt();
    setup.apply(options());
    QVERIFY(get(http));
    QVERIFY(setup.problems().isEmpty());
}

ACX_TEST_MAIN(TestNetworkKeyring)
#include "test_network_keyring.moc"
