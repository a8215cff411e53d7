// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/http/http_client.h"
#include "tests/http/connect_proxy.h"
#include "tests/http/look_alikes.h"
#include "tests/leaks/canary.h"
#include "tests/support/certificates.h"
#include "tests/support/fake_clock.h"
#include "tests/support/test_main.h"
#include "tests/support/wait.h"

#include <QRegularExpression>
#include <QUuid>

using namespace Qt::StringLiterals;
using namespace acx;
using namespace std::chrono_literals;

Q_DECLARE_METATYPE(LookAlike)

/// Rows L3 and L5 for everything that HttpClient sends: a proxy leads every name and address to one TLS server that
/// may be any of them, so that nothing but our own choice keeps a secret away from it.
class TestLeakOrigins final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void lookAlikes_data();
    void lookAlikes();
    void plainHttp_data();
    void plainHttp();
    void plainHttpStaysOffTheProxy();

private:
    [[nodiscard]] HttpRequest loaded(const QUrl &url) const;
    [[nodiscard]] bool holdsSecret(const QByteArray &bytes) const;

    FakeClock m_clock;
    QByteArray m_token = QUuid::createUuid().toRfc4122().toHex();
    QByteArray m_body = QUuid::createUuid().toRfc4122().toHex();
    std::unique_ptr<FaultServer> m_server;
    std::unique_ptr<FaultServer> m_local;
    std::unique_ptr<ConnectProxy> m_proxy;
    std::unique_ptr<HttpClient> m_http;
};

void TestLeakOrigins::initTestCase()
{
    CertificateWish wish;
    for (const LookAlike &row : acx::lookAlikes()) {
        QString host = QUrl(row.url).host(QUrl::FullyEncoded);
        while (host.endsWith(u'.'))
            host.chop(1);
        const QHostAddress address(host);
        if (address.isNull() && !host.isEmpty() && !host.contains(u'%'))
            wish.dnsNames << host;
        else if (!address.isNull())
            wish.addresses << address.toString();
    }
    const TestCertificate authority = TestCertificate::authority();
    m_server = std::make_unique<FaultServer>(FaultServer::Handler(), authority.issue(wish).serverTls());
    m_local = std::make_unique<FaultServer>();
    m_proxy = std::make_unique<ConnectProxy>(m_server->port());
    m_http = std::make_unique<HttpClient>(m_clock);
    TrustSettings trust;
    trust.extraAuthorities = {authority.certificate()};
    m_http->setTrust(trust);
    ProxySettings proxy;
    proxy.mode = ProxySettings::Mode::Http;
    proxy.host = u"127.0.0.1"_s;
    proxy.port = m_proxy->port();
    m_http->setProxy(proxy);
}

void TestLeakOrigins::init()
{
    QTest::failOnWarning(QRegularExpression(u".?"_s));
    m_server->forget();
    m_local->forget();
}

HttpRequest TestLeakOrigins::loaded(const QUrl &url) const
{
    HttpRequest request;
    request.method = "POST";
    request.url = url;
    request.headers = {{"Content-Type", "text/plain"}};
    request.bearer = Secret(m_token);
    request.body = m_body;
    return request;
}

bool TestLeakOrigins::holdsSecret(const QByteArray &bytes) const
{
    return !Canary(u"token"_s, m_token).formIn(bytes).isEmpty() || !Canary(u"body"_s, m_body).formIn(bytes).isEmpty();
}

void TestLeakOrigins::lookAlikes_data()
{
    QTest::addColumn<LookAlike>("row");
    for (const LookAlike &row : acx::lookAlikes())
        QTest::newRow(row.row.constData()) << row;
}

void TestLeakOrigins::lookAlikes()
{
    QFETCH(LookAlike, row);
    if (row.likeness != Likeness::Refused)
        QCOMPARE(Origin::of(QUrl(row.url)) == Origin::of(QUrl(row.origin)), row.likeness == Likeness::Same);
    const bool isLocal = row.origin.contains(u":8123"_s);
    const QString port = QString::number(m_local->port());
    const QUrl url(isLocal ? row.url.replace(u":8123"_s, u':' + port) : row.url);
    HttpRequest request = loaded(url);
    // TLS to a server that speaks none is never answered.
    request.deadline = isLocal ? 2s : 30s;
    request.credentialOrigins = {Origin::of(QUrl(isLocal ? row.origin.replace(u":8123"_s, u':' + port) : row.origin))};
    const Result<HttpResponse> result = waitFor(m_http->send(request));
    const QByteArray arrived = m_server->bytes() + m_local->bytes();
    const QString told = result ? QString() : result.error().message();
    // No certificate names a host with a final dot, and Qt leads no connection to an IPv6 address through a proxy.
    const bool cannotConnect =
        !result && (url.host().endsWith(u'.') ? result.error().kind == ErrorKind::Tls : url.host().contains(u':'));
    switch (row.likeness) {
    case Likeness::Same:
        if (cannotConnect)
            break;
        QVERIFY2(result && !result->credentialsDropped, qPrintable(told));
        QVERIFY(arrived.contains("Bearer " + m_token) && arrived.contains(m_body));
        break;
    case Likeness::Other:
        QVERIFY(!holdsSecret(arrived));
        // On this computer nobody may be listening there.
        QVERIFY2(isLocal || cannotConnect || (result && result->credentialsDropped && result->status == 200),
                 qPrintable(told));
        break;
    case Likeness::Refused:
        QVERIFY(!result);
        QVERIFY2(result.error().kind == ErrorKind::InvalidInput, qPrintable(told));
        QVERIFY(!result.error().nextStep.isEmpty());
        QCOMPARE(m_server->connections() + m_local->connections(), 0);
        break;
    }
}

void TestLeakOrigins::plainHttp_data()
{
    QTest::addColumn<QString>("host");
    QTest::addColumn<bool>("isLoopback");
    for (const QString &host : {u"127.0.0.1"_s, u"localhost"_s, u"LOCALHOST"_s, u"127.1"_s, u"2130706433"_s,
                                u"0x7f.1"_s, u"[::ffff:127.0.0.1]"_s})
        QTest::addRow("L5 to %s", qPrintable(host)) << host << true;
    for (const QString &host :
         {u"api.acme.test"_s, u"192.168.1.1"_s, u"10.0.0.1"_s, u"169.254.169.254"_s, u"0.0.0.0"_s, u"[::]"_s,
          u"[fe80::1]"_s, u"[2001:db8::1]"_s, u"[::ffff:10.0.0.1]"_s, u"127.0.0.1.evil.test"_s,
          // With a final dot they are asked of the network's name servers.
          u"localhost."_s, u"127.0.0.1."_s, u"localhost.evil.test"_s, u"evil-localhost"_s, u"127.evil.test"_s,
          u"128.0.0.1"_s, u"1270.0.0.1"_s, u"\u217cocalhost.test"_s, u"cloud.ibm.com"_s})
        QTest::addRow("L5 to %s", host.toUtf8().constData()) << host << false;
}

void TestLeakOrigins::plainHttp()
{
    QFETCH(const QString, host);
    QFETCH(const bool, isLoopback);
    const QUrl url(u"http://%1:%2/x"_s.arg(host).arg(m_local->port()));
    const Result<HttpResponse> result = waitFor(m_http->send(loaded(url)));
    if (isLoopback) {
        QVERIFY2(result, qPrintable(result ? QString() : result.error().message()));
        QVERIFY(m_local->bytes().contains(m_token));
        return;
    }
    QVERIFY(!result);
    QCOMPARE(result.error().kind, ErrorKind::InvalidInput);
    QVERIFY(!result.error().sentence.isEmpty() && !result.error().nextStep.isEmpty());
    QCOMPARE(m_local->connections(), 0);
}

void TestLeakOrigins::plainHttpStaysOffTheProxy()
{
    // L5: through a proxy, plain http to this computer would travel in clear to another one.
    const qsizetype before = m_proxy->connections();
    QVERIFY(waitFor(m_http->send(loaded(m_local->url("/x")))));
    QVERIFY(m_local->bytes().contains(m_token));
    QCOMPARE(m_proxy->connections(), before);
}

ACX_TEST_MAIN(TestLeakOrigins)
#include "test_leak_origins.moc"
