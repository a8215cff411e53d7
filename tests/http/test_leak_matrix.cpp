// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/http/http_client.h"
#include "tests/http/connect_proxy.h"
#include "tests/leaks/canary.h"
#include "tests/support/certificates.h"
#include "tests/support/fake_clock.h"
#include "tests/support/fault_server.h"
#include "tests/support/test_main.h"
#include "tests/support/wait.h"

#include <QRegularExpression>
#include <QTcpSocket>
#include <QUuid>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace acx;

namespace {

/// A redirect chain: where the request begins, and where each answer sends it.
struct Journey
{
    QByteArray name;
    QUrl start;
    QList<QUrl> hops;
    bool isNamed = false; ///< by names that only the test's proxy knows
};

// Everything else says something about the person or the request.
const QList<QByteArray> &harmlessNames()
{
    static const QList<QByteArray> names{"host",       "user-agent", "accept-encoding", "accept", "accept-language",
                                         "connection", "pragma",     "cache-control"};
    return names;
}

QByteArray randomText()
{
    return QUuid::createUuid().toRfc4122().toHex();
}

bool isSamePlace(const QUrl &a, const QUrl &b)
{
    return a.scheme() == b.scheme() && a.host() == b.host() && a.port() == b.port();
}

QStringList lineNames(const RecordedRequest &request)
{
    QStringList names;
    const QList<QByteArray> lines = request.head.trimmed().split('\n');
    for (const QByteArray &line : lines.sliced(1))
        names += QString::fromLatin1(line.first(line.indexOf(':')).toLower());
    return names;
}

const char *policyName(RedirectPolicy policy)
{
    switch (policy) {
    case RedirectPolicy::Refuse:
        return "Refuse";
    case RedirectPolicy::Report:
        return "Report";
    case RedirectPolicy::FollowSafe:
        return "FollowSafe";
    }
    return "";
}

} // namespace

Q_DECLARE_METATYPE(acx::RedirectPolicy)
Q_DECLARE_METATYPE(Journey)

/// Row L1: nothing secret reaches another origin by way of a redirect. Two servers in clear and one with TLS, reached
/// by address and, through a proxy that resolves them, by names, record every byte.
class TestLeakMatrix final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void redirects_data();
    void redirects();
    void userInfo_data();
    void userInfo();

private:
    [[nodiscard]] QList<Journey> journeys() const;
    [[nodiscard]] HttpRequest loaded(const QUrl &url, const QByteArray &method) const;
    [[nodiscard]] QList<RecordedRequest> arrived(const QByteArray &pathBegin) const;
    void lead(int status, const QList<QUrl> &hops);
    void startCarriesEverything(const QByteArray &method) const;
    void hopsCarryNothingAbroad(const Journey &journey) const;

    FakeClock m_clock;
    std::unique_ptr<FaultServer> m_plain;
    std::unique_ptr<FaultServer> m_otherPlain;
    std::unique_ptr<FaultServer> m_secure;
    std::unique_ptr<FaultServer> m_otherSecure;
    std::unique_ptr<ConnectProxy> m_proxy;
    std::unique_ptr<HttpClient> m_http;
    std::unique_ptr<HttpClient> m_named;
    QHash<QByteArray, QByteArray> m_values; // carrier -> its secret
};

void TestLeakMatrix::initTestCase()
{
    CertificateWish wish;
    wish.dnsNames = QStringList{u"localhost"_s, u"api.acme.test"_s, u"eu.api.acme.test"_s, u"acme.test"_s,
                                u"api.acme.test.evil.test"_s};
    const TestCertificate authority = TestCertificate::authority();
    const TestCertificate certificate = authority.issue(wish);
    m_plain = std::make_unique<FaultServer>();
    m_otherPlain = std::make_unique<FaultServer>(FaultServer::Handler(), std::nullopt, QHostAddress(u"127.0.0.2"_s));
    m_secure = std::make_unique<FaultServer>(FaultServer::Handler(), certificate.serverTls());
    m_otherSecure = std::make_unique<FaultServer>(FaultServer::Handler(), certificate.serverTls());
    m_proxy = std::make_unique<ConnectProxy>(m_secure->port());
    TrustSettings trust;
    trust.extraAuthorities = {authority.certificate()};
    m_http = std::make_unique<HttpClient>(m_clock);
    m_http->setTrust(trust);
    m_named = std::make_unique<HttpClient>(m_clock);
    m_named->setTrust(trust);
    ProxySettings proxy;
    proxy.mode = ProxySettings::Mode::Http;
    proxy.host = u"127.0.0.1"_s;
    proxy.port = m_proxy->port();
    m_named->setProxy(proxy);
    for (const char *carrier :
         {"token", "basic", "secret header", "own header", "cookie", "referer", "query", "body", "server's cookie"})
        m_values.insert(carrier, randomText());
}

void TestLeakMatrix::init()
{
    QTest::failOnWarning(QRegularExpression(u".?"_s));
    for (FaultServer *server : {m_plain.get(), m_otherPlain.get(), m_secure.get(), m_otherSecure.get()})
        server->forget();
}

QList<Journey> TestLeakMatrix::journeys() const
{
    const auto named = [](const QString &host, const QByteArray &path) {
        QUrl url = QUrl::fromEncoded("https://x.test" + path);
        url.setHost(host);
        return url;
    };
    const FaultServer &a = *m_plain;
    const FaultServer &b = *m_otherPlain;
    const QString second = u"127.0.0.2"_s;
    return {
        {"other host", a.url("/start"), {b.url("/hop/1", second)}},
        {"other host, same port", a.url("/start"), {a.url("/hop/1", u"localhost"_s)}},
        {"other host, https",
         named(u"api.acme.test"_s, "/start"),
         {named(u"api.acme.test.evil.test"_s, "/hop/1")},
         true},
        {"other port", m_secure->url("/start"), {m_otherSecure->url("/hop/1")}},
        {"subdomain", named(u"api.acme.test"_s, "/start"), {named(u"eu.api.acme.test"_s, "/hop/1")}, true},
        {"parent domain", named(u"api.acme.test"_s, "/start"), {named(u"acme.test"_s, "/hop/1")}, true},
        {"https to http", m_secure->url("/start"), {a.url("/hop/1")}},
        {"http to https", a.url("/start"), {m_secure->url("/hop/1")}},
        {"a to b to a", a.url("/start"), {b.url("/hop/1", second), a.url("/hop/2")}},
        {"a to b to b", a.url("/start"), {b.url("/hop/1", second), b.url("/hop/2", second)}},
        {"a to a to b", a.url("/start"), {a.url("/hop/1"), b.url("/hop/2", second)}},
        {"same origin", a.url("/start"), {a.url("/hop/1")}},
    };
}

HttpRequest TestLeakMatrix::loaded(const QUrl &url, const QByteArray &method) const
{
    HttpRequest request;
    request.method = method;
    request.url = url;
    request.url.setQuery(u"apikey="_s + QString::fromLatin1(m_values["query"]));
    request.headers = {{"Accept", "application/json"},
                       {"Content-Type", "text/plain"},
                       {"X-Own", m_values["own header"]},
                       {"Cookie", "session=" + m_values["cookie"]},
                       {"Referer", "https://portal.acme.test/?t=" + m_values["referer"]}};
    request.secretHeaders = {{"X-IBM-Client-Secret", Secret(m_values["secret header"])}};
    if (method == "DELETE")
        request.headers.append({"Authorization", "Basic " + ("me:" + m_values["basic"]).toBase64()});
    else
        request.bearer = Secret(m_values["token"]);
    if (method == "POST")
        request.body = "grant_type=x&apikey=" + m_values["body"];
    for (const QByteArray &value : m_values)
        request.secrets << Secret(value);
    return request;
}

QList<RecordedRequest> TestLeakMatrix::arrived(const QByteArray &pathBegin) const
{
    QList<RecordedRequest> all;
    for (const FaultServer *server : {m_plain.get(), m_otherPlain.get(), m_secure.get(), m_otherSecure.get()}) {
        for (const RecordedRequest &request : server->requests()) {
            if (request.target.startsWith(pathBegin))
                all.append(request);
        }
    }
    return all;
}

void TestLeakMatrix::lead(int status, const QList<QUrl> &hops)
{
    const auto handler = [status, hops, cookie = m_values["server's cookie"]](QTcpSocket &socket,
                                                                              const RecordedRequest &request) {
        const qsizetype at = request.target.startsWith("/start") ? 0 : request.target.mid(5).toInt();
        if (at >= hops.size())
            socket.write(httpAnswer(200));
        else
            socket.write(httpAnswer(status, "moved",
                                    {"Content-Type: text/plain", "Location: " + hops.at(at).toEncoded(),
                                     "Set-Cookie: session=" + cookie + "; Path=/"}));
    };
    for (FaultServer *server : {m_plain.get(), m_otherPlain.get(), m_secure.get(), m_otherSecure.get()})
        server->setHandler(handler);
}

void TestLeakMatrix::redirects_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("method");
    QTest::addColumn<RedirectPolicy>("policy");
    QTest::addColumn<Journey>("journey");
    const QList<Journey> all = journeys();
    for (const int status : {301, 302, 303, 307, 308}) {
        for (const char *method : {"GET", "POST", "DELETE"}) {
            for (const Journey &journey : all) {
                for (const RedirectPolicy policy :
                     {RedirectPolicy::Refuse, RedirectPolicy::Report, RedirectPolicy::FollowSafe})
                    QTest::addRow("L1 %d %s %s, %s", status, method, journey.name.constData(), policyName(policy))
                        << status << QByteArray(method) << policy << journey;
            }
        }
    }
}

void TestLeakMatrix::startCarriesEverything(const QByteArray &method) const
{
    const QList<RecordedRequest> starts = arrived("/start");
    QCOMPARE(starts.size(), 1);
    const QByteArray bytes = starts.first().head + starts.first().body;
    QCOMPARE(starts.first().method, method);
    for (auto it = m_values.cbegin(); it != m_values.cend(); ++it) {
        const bool expected = it.key() != "server's cookie" && (it.key() != "body" || method == "POST") &&
                              (it.key() != "token" || method != "DELETE") &&
                              (it.key() != "basic" || method == "DELETE");
        const Canary canary(QString::fromLatin1(it.key()), it.value());
        QVERIFY2(canary.formIn(bytes).isEmpty() != expected, it.key().constData());
    }
}

void TestLeakMatrix::hopsCarryNothingAbroad(const Journey &journey) const
{
    bool isAtHome = true;
    for (const QUrl &hop : journey.hops) {
        isAtHome = isAtHome && isSamePlace(hop, journey.start);
        const QList<RecordedRequest> requests = arrived(hop.path().toLatin1());
        QCOMPARE(requests.size(), 1);
        const RecordedRequest &request = requests.first();
        QVERIFY(request.method == "GET" && request.body.isEmpty());
        if (isAtHome) {
            QVERIFY(request.head.contains(m_values["token"]));
            continue;
        }
        for (auto it = m_values.cbegin(); it != m_values.cend(); ++it) {
            const QString form = Canary(QString::fromLatin1(it.key()), it.value()).formIn(request.head);
            QVERIFY2(form.isEmpty(), qPrintable(u"%1 as %2"_s.arg(QString::fromLatin1(it.key()), form)));
        }
        for (const QString &name : lineNames(request))
            QVERIFY2(harmlessNames().contains(name.toLatin1()), qPrintable(name));
    }
}

void TestLeakMatrix::redirects()
{
    QFETCH(const int, status);
    QFETCH(const QByteArray, method);
    QFETCH(const RedirectPolicy, policy);
    QFETCH(const Journey, journey);
    lead(status, journey.hops);
    HttpRequest request = loaded(journey.start, method);
    request.redirects = policy;
    HttpClient &client = journey.isNamed ? *m_named : *m_http;
    const Result<HttpResponse> result = waitFor(client.send(request));
    startCarriesEverything(method);
    const bool isDowngrade = journey.start.scheme() == "https"_L1 && journey.hops.first().scheme() == "http"_L1;
    const bool follows = policy == RedirectPolicy::FollowSafe && method == "GET" && !isDowngrade;
    if (policy == RedirectPolicy::Refuse) {
        QVERIFY(!result);
        QCOMPARE(result.error().kind, ErrorKind::Redirect);
        QCOMPARE(result.error().httpStatus, status);
        QVERIFY2(result.error().sentence.contains(journey.hops.first().host()), qPrintable(result.error().sentence));
        QCOMPARE(arrived("/hop").size(), 0);
        return;
    }
    QVERIFY2(result, qPrintable(result ? QString() : result.error().message()));
    if (!follows) {
        QCOMPARE(result->status, status);
        QCOMPARE(result->redirectRefused.has_value(),
                 policy == RedirectPolicy::FollowSafe && method == "GET" && isDowngrade);
        QVERIFY(!result->credentialsDropped && !result->isSuccess());
        QCOMPARE(arrived("/hop").size(), 0);
        return;
    }
    QCOMPARE(result->status, 200);
    QCOMPARE(result->url, journey.hops.last());
    QCOMPARE(arrived("/hop").size(), journey.hops.size());
    const bool staysAtHome =
        std::ranges::all_of(journey.hops, [&journey](const QUrl &hop) { return isSamePlace(hop, journey.start); });
    QCOMPARE(result->credentialsDropped, !staysAtHome);
    hopsCarryNothingAbroad(journey);
}

void TestLeakMatrix::userInfo_data()
{
    QTest::addColumn<bool>("inLocation");
    QTest::addColumn<QString>("userInfo");
    for (const bool inLocation : {false, true}) {
        const char *place = inLocation ? "Location" : "URL";
        QTest::addRow("L1 user and password in the %s", place) << inLocation << u"me:%1"_s;
        QTest::addRow("L1 user in the %s", place) << inLocation << u"%1"_s;
        QTest::addRow("L1 password in the %s", place) << inLocation << u":%1"_s;
    }
}

void TestLeakMatrix::userInfo()
{
    QFETCH(const bool, inLocation);
    QFETCH(const QString, userInfo);
    const QByteArray secret = randomText();
    const Canary canary(u"user info"_s, secret);
    QUrl target = m_otherPlain->url("/hop/1", u"127.0.0.2"_s);
    target.setUserInfo(userInfo.arg(QString::fromLatin1(secret)));
    lead(302, {target});
    HttpRequest request;
    request.url = inLocation ? m_plain->url("/start") : target;
    request.redirects = RedirectPolicy::FollowSafe;
    const Result<HttpResponse> result = waitFor(m_http->send(request));
    QCOMPARE(m_otherPlain->connections(), 0);
    const std::optional<Error> error = result ? result->redirectRefused : result.error();
    QVERIFY(error);
    QCOMPARE(error->kind, inLocation ? ErrorKind::Redirect : ErrorKind::InvalidInput);
    QCOMPARE(canary.formIn((error->message() + error->details()).toUtf8()), QString());
    QVERIFY(error->message().contains(u"127.0.0.2"_s));
}

ACX_TEST_MAIN(TestLeakMatrix)
#include "test_leak_matrix.moc"
