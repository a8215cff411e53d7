// SPDX-License-Identifier: GPL-3.0-or-later
// Connections whose handshake ends when nobody waits for it any more.
#include "app/http/handshake_wait.h"
#include "tests/http/tls_bench.h"
#include "tests/support/test_main.h"

#include <QList>
#include <QRegularExpression>
#include <QTcpSocket>

#include <memory>

using namespace Qt::StringLiterals;
using namespace acx;

namespace {

/// Passes connections on to TLS servers, each in turn to the next of `targets`, and what they answer only when told to.
class SlowRelay final
{
public:
    explicit SlowRelay(const QList<quint16> &targets)
        : m_targets(targets)
    {
        m_server.setRawHandler([this](QTcpSocket &client) { accept(client); });
    }

    [[nodiscard]] QUrl url() const
    {
        QUrl url = m_server.url("/", u"localhost"_s);
        url.setScheme(u"https"_s);
        return url;
    }
    /// Connections that have said something.
    [[nodiscard]] int started() const { return m_started; }
    void release(qsizetype way)
    {
        m_ways.at(way)->isReleased = true;
        m_ways.at(way)->passBack();
    }
    void releaseAll()
    {
        m_isOpen = true;
        for (qsizetype i = 0; i < m_ways.size(); ++i)
            release(i);
    }

private:
    struct Way
    {
        QTcpSocket *client = nullptr;
        QTcpSocket *server = nullptr;
        bool stands = true;
        bool isReleased = false;

        void passBack()
        {
            if (stands && isReleased)
                client->write(server->readAll());
        }
    };

    void accept(QTcpSocket &client)
    {
        const auto way = std::make_shared<Way>();
        way->client = &client;
        way->server = new QTcpSocket(&client);
        way->isReleased = m_isOpen;
        const quint16 target = m_targets.at(qMin(m_ways.size(), m_targets.size() - 1));
        m_ways.append(way);
        QObject::connect(&client, &QTcpSocket::disconnected, &client, [way] { way->stands = false; });
        QObject::connect(way->server, &QTcpSocket::readyRead, &client, [way] { way->passBack(); });
        way->server->connectToHost(QHostAddress(QHostAddress::LocalHost), target);
        const auto passOn = [this, way] {
            const QByteArray said = way->client->readAll();
            if (!said.isEmpty() && !way->client->property("hasSaid").toBool()) {
                way->client->setProperty("hasSaid", true);
                ++m_started;
            }
            way->server->write(said);
        };
        QObject::connect(&client, &QTcpSocket::readyRead, way->server, passOn);
        passOn();
    }

    FaultServer m_server;
    QList<quint16> m_targets;
    QList<std::shared_ptr<Way>> m_ways;
    int m_started = 0;
    bool m_isOpen = false;
};

} // namespace

class TestTlsHandshakes final : public TlsBench
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { setUp(); }
    void init() { QTest::failOnWarning(QRegularExpression(u".?"_s)); }
    void cancelled();
    void overtaken();
    void keptWhenChecked();
    void bothFamilies();

private:
    [[nodiscard]] HttpRequest read(const QUrl &url) const
    {
        HttpRequest wanted = request(url);
        wanted.method = "GET";
        wanted.body.reset();
        return wanted;
    }
    /// One that Qt takes for that of localhost.
    [[nodiscard]] TestCertificate misnamed() const
    {
        CertificateWish wish;
        wish.dnsNames = {u"other.example"_s};
        wish.addresses.clear();
        return m_root->issue(wish);
    }
};

/// T1: a request was cancelled within the handshake. The connection is not used for the next without a look at its
/// certificate.
void TestTlsHandshakes::cancelled()
{
    FaultServer server({}, misnamed().serverTls());
    SlowRelay relay({server.port()});
    HttpClient client(m_clock);
    client.setTrust(trusting({}));
    CancelSource source;
    HttpRequest first = read(relay.url());
    first.cancel = source.token();
    const QFuture<Result<HttpResponse>> given = client.send(first);
    QTRY_COMPARE(relay.started(), 1);
    source.cancel();
    QVERIFY(given.isFinished());
    relay.releaseAll();
    // Whoever goes on shakes hands by then.
    QTest::qWait(500);
    const Result<HttpResponse> second = waitFor(client.send(read(relay.url())));
    QVERIFY2(!second, qPrintable(told(second)));
    QCOMPARE(second.error().kind, ErrorKind::Tls);
    QCOMPARE(server.bytes(), QByteArray());
}

/// T1: a request was served by another connection than the one that was opened for it.
void TestTlsHandshakes::overtaken()
{
    FaultServer good({}, m_root->issue().serverTls());
    FaultServer bad({}, misnamed().serverTls());
    SlowRelay relay({good.port(), bad.port()});
    HttpClient client(m_clock);
    client.setTrust(trusting({}));
    const QFuture<Result<HttpResponse>> one = client.send(read(relay.url()));
    const QFuture<Result<HttpResponse>> two = client.send(read(relay.url()));
    QTRY_COMPARE(relay.started(), 2);
    relay.release(0);
    QVERIFY(waitFor(one) && waitFor(two));
    QCOMPARE(good.requests().size(), 2);
    relay.releaseAll();
    QTest::qWait(500); // whoever goes on shakes hands by then
    QList<QFuture<Result<HttpResponse>>> later;
    for (int i = 0; i < 4; ++i)
        later << client.send(read(relay.url()));
    for (const QFuture<Result<HttpResponse>> &each : later)
        (void)waitFor(each);
    QCOMPARE(bad.bytes(), QByteArray());
}

/// A connection whose certificate was looked at is used again.
void TestTlsHandshakes::keptWhenChecked()
{
    FaultServer server({}, m_root->issue().serverTls());
    SlowRelay relay({server.port()});
    relay.releaseAll();
    HttpClient client(m_clock);
    client.setTrust(trusting({}));
    for (int i = 0; i < 5; ++i) {
        const Result<HttpResponse> result = waitFor(client.send(read(relay.url())));
        QVERIFY2(result && result->isSuccess(), qPrintable(told(result)));
    }
    QCOMPARE(server.requests().size(), 5);
    QCOMPARE(relay.started(), 1);
}

/// Where a name has addresses of both families, Qt begins a connection to each for one request and closes one of them
/// before any handshake. Nothing of the kind can be had with the addresses of this computer.
void TestTlsHandshakes::bothFamilies()
{
    int given = 0;
    const auto all = std::make_shared<Handshakes>();
    HandshakeWait wait(all, [&given] { ++given; });
    wait.begun();
    wait.begun();
    wait.checked();
    QCOMPARE(given, 0);
    QCOMPARE(all->begun, 0);
}

ACX_TEST_MAIN(TestTlsHandshakes)
#include "test_tls_handshakes.moc"
