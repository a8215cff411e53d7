// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/http/connect_proxy.h"
#include "tests/http/tls_bench.h"
#include "tests/http/tls_rows.h"
#include "tests/support/test_main.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;
using namespace acx;

namespace {

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

} // namespace

/// A certificate is refused for each reason there is, in words and before a byte has left, and a pin changes that for
/// nothing but missing trust, at exactly one host and port.
class TestTlsMatrix final : public TlsBench
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

private:
    QList<TlsRow> m_refused;
    QList<TlsRow> m_pinned;
};

void TestTlsMatrix::initTestCase()
{
    setUp();
    m_refused = refusedWithoutPin(*m_root);
    m_pinned = refusedWithPin(*m_root);
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

ACX_TEST_MAIN(TestTlsMatrix)
#include "test_tls_matrix.moc"
