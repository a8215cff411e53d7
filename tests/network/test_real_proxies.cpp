// SPDX-License-Identifier: GPL-3.0-or-later
// Real proxies: tinyproxy (HTTP) and microsocks (SOCKS 5), each with a login.
#include "app/http/http_client.h"
#include "tests/network/nginx.h"
#include "tests/support/fake_clock.h"
#include "tests/support/fault_server.h"
#include "tests/support/needs.h"
#include "tests/support/test_main.h"
#include "tests/support/wait.h"

#include <QFile>
#include <QNetworkInterface>
#include <QProcess>
#include <QRegularExpression>
#include <QTemporaryDir>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace acx;

namespace {

// An address of this computer that is not a loopback one (those never go through a proxy); null where there is none.
QHostAddress ownAddress()
{
    const QList<QHostAddress> addresses = QNetworkInterface::allAddresses();
    for (const QHostAddress &address : addresses) {
        if (!address.isLoopback() && !address.isLinkLocal() && address.protocol() == QAbstractSocket::IPv4Protocol)
            return address;
    }
    return {};
}

QString programOf(ProxySettings::Mode mode)
{
    return systemProgram(mode == ProxySettings::Mode::Socks5 ? u"microsocks"_s : u"tinyproxy"_s);
}

} // namespace

class TestRealProxies final : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void init() { QTest::failOnWarning(QRegularExpression(u".?"_s)); }
    void cleanup();
    void passes_data();
    void passes();

private:
    void startProxy(ProxySettings::Mode mode);

    SystemClock m_clock;
    QHostAddress m_own;
    std::optional<TestCertificate> m_authority;
    QTemporaryDir m_folder;
    QProcess m_proxy;
    quint16 m_port = 0;
};

void TestRealProxies::initTestCase()
{
    m_own = ownAddress();
    if (m_own.isNull())
        QSKIP("There is no address besides the loopback ones.");
    m_authority = TestCertificate::authority();
}

void TestRealProxies::cleanup()
{
    m_proxy.kill();
    m_proxy.waitForFinished();
}

void TestRealProxies::startProxy(ProxySettings::Mode mode)
{
    const bool isSocks = mode == ProxySettings::Mode::Socks5;
    m_port = freePort();
    QFile settings(m_folder.filePath(u"tinyproxy.conf"_s));
    QVERIFY(settings.open(QIODevice::WriteOnly));
    settings.write("Port " + QByteArray::number(m_port) + "\nListen 127.0.0.1\nTimeout 60\nBasicAuth me pr0xy\n");
    settings.close();
    const QStringList socks{u"-i"_s, u"127.0.0.1"_s, u"-p"_s, QString::number(m_port),
                            u"-u"_s, u"me"_s,        u"-P"_s, u"pr0xy"_s};
    m_proxy.setProcessChannelMode(QProcess::MergedChannels);
    m_proxy.start(programOf(mode), isSocks ? socks : QStringList{u"-d"_s, u"-c"_s, settings.fileName()});
    QTRY_VERIFY2_WITH_TIMEOUT(isListeningOn(m_port), m_proxy.readAll().constData(), 10'000);
}

void TestRealProxies::passes_data()
{
    QTest::addColumn<int>("mode");
    QTest::addColumn<QString>("user");
    QTest::addColumn<QByteArray>("password");
    QTest::addColumn<QString>("says"); // empty = passes
    for (const auto &[name, mode] :
         {std::pair("tinyproxy", ProxySettings::Mode::Http), std::pair("microsocks", ProxySettings::Mode::Socks5)}) {
        QTest::addRow("%s, login", name) << int(mode) << u"me"_s << "pr0xy"_ba << QString();
        // tinyproxy answers a wrong one by 401, as a web site does.
        QTest::addRow("F25 %s, wrong password", name)
            << int(mode) << u"me"_s << "wr0ng"_ba
            << (mode == ProxySettings::Mode::Http ? u"did not let"_s : u"does not accept"_s);
        QTest::addRow("F25 %s, no login", name) << int(mode) << QString() << ""_ba << u"wants a user name"_s;
    }
}

void TestRealProxies::passes()
{
    QFETCH(int, mode);
    QFETCH(QString, user);
    QFETCH(QByteArray, password);
    QFETCH(QString, says);
    ACX_NEEDS(!programOf(ProxySettings::Mode(mode)).isEmpty(), "this proxy");
    startProxy(ProxySettings::Mode(mode));
    CertificateWish wish;
    wish.addresses = {m_own.toString()};
    FaultServer server({}, m_authority->issue(wish).serverTls(), m_own);
    HttpClient client(m_clock);
    client.setTrust({{m_authority->certificate()}});
    client.setProxy({ProxySettings::Mode(mode), u"127.0.0.1"_s, m_port, user, Secret(password)});
    for (const Repetition repetition : {Repetition::Allowed, Repetition::Never}) {
        HttpRequest request;
        request.url = server.url("/x", m_own.toString());
        request.bearer = Secret("b34r3r-canary"_ba);
        request.repetition = repetition;
        const Result<HttpResponse> result = waitFor(client.send(request));
        const QString told = result ? u"passed"_s : result.error().message() + u'\n' + result.error().details();
        QVERIFY2(result.has_value() == says.isEmpty(), qPrintable(told));
        if (result) {
            QVERIFY(result->isSuccess());
            continue;
        }
        QVERIFY2(result.error().kind == ErrorKind::Proxy, qPrintable(told));
        QVERIFY2(result.error().sentence.startsWith(u"The proxy 127.0.0.1:%1 "_s.arg(m_port)) &&
                     result.error().sentence.contains(says),
                 qPrintable(told));
    }
    QCOMPARE(server.connections(), says.isEmpty() ? 2 : 0);
    QVERIFY(!server.bytes().contains("pr0xy") && !server.bytes().contains("Proxy-"));
    QVERIFY(!m_proxy.readAll().contains("canary"));
}

ACX_TEST_MAIN(TestRealProxies)
#include "test_real_proxies.moc"
