// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/leaks/canary.h"
#include "tests/support/certificates.h"
#include "tests/support/test_main.h"
#include "tests/tokens/service_fixture.h"
#include "tests/tokens/unsigned_jwt.h"

using namespace Qt::StringLiterals;
using namespace acx;

/// Row L2: a redirect of a token service is an error that names where it led, and the key arrives nowhere else.
class TestTokenRedirects final : public ServiceFixture
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void redirectsAreErrors_data();
    void redirectsAreErrors();

private:
    enum class Where { SameHost, OtherHost, OtherPort, PlainHttp, LookAlike };
    [[nodiscard]] QUrl target(Where where) const;
    [[nodiscard]] static bool tellsTheKey(const Canary &canary, const FaultServer &server);

    TestCertificate m_authority = TestCertificate::authority();
    std::unique_ptr<FaultServer> m_secure;
    std::unique_ptr<FaultServer> m_other;
    std::unique_ptr<FaultServer> m_otherPlain;
};

void TestTokenRedirects::initTestCase()
{
    const TestCertificate certificate = m_authority.issue();
    m_secure = std::make_unique<FaultServer>(FaultServer::Handler(), certificate.serverTls());
    m_other = std::make_unique<FaultServer>(FaultServer::Handler(), certificate.serverTls());
    m_otherPlain = std::make_unique<FaultServer>(FaultServer::Handler(), std::nullopt, QHostAddress(u"127.0.0.2"_s));
    setUp();
    m_http->setTrust({{m_authority.certificate()}});
}

void TestTokenRedirects::init()
{
    QTest::failOnWarning(QRegularExpression(u".?"_s));
    for (FaultServer *server : {m_secure.get(), m_other.get(), m_otherPlain.get()})
        server->forget();
}

QUrl TestTokenRedirects::target(Where where) const
{
    switch (where) {
    case Where::SameHost:
        return m_secure->url("/elsewhere");
    case Where::OtherHost:
        return m_other->url("/elsewhere", u"localhost"_s);
    case Where::OtherPort:
        return m_other->url("/elsewhere");
    case Where::PlainHttp:
        return m_otherPlain->url("/elsewhere", u"127.0.0.2"_s);
    case Where::LookAlike:
        return QUrl(u"https://iam.cloud.ibm.com.evil.test/identity/token"_s);
    }
    return {};
}

bool TestTokenRedirects::tellsTheKey(const Canary &canary, const FaultServer &server)
{
    return !canary.formIn(server.bytes()).isEmpty();
}

void TestTokenRedirects::redirectsAreErrors_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<TokenKind>("kind");
    QTest::addColumn<Where>("where");
    QTest::addColumn<bool>("mirrored");
    for (const int status : {301, 302, 303, 307, 308}) {
        for (const auto &[service, kind] : {std::pair("IAM", TokenKind::Iam), std::pair("login", TokenKind::ApiConnect),
                                            std::pair("platform", TokenKind::Platform)}) {
            for (const auto &[name, where] :
                 {std::pair("same host", Where::SameHost), std::pair("other host", Where::OtherHost),
                  std::pair("other port", Where::OtherPort), std::pair("plain http", Where::PlainHttp),
                  std::pair("look-alike", Where::LookAlike)})
                QTest::addRow("L2 %d %s, %s", status, service, name) << status << kind << where << false;
            QTest::addRow("L2 %d %s, key in the Location", status, service)
                << status << kind << Where::OtherHost << true;
        }
    }
}

void TestTokenRedirects::redirectsAreErrors()
{
    QFETCH(const int, status);
    QFETCH(const TokenKind, kind);
    QFETCH(const Where, where);
    QFETCH(const bool, mirrored);
    QUrl to = target(where);
    if (mirrored)
        to.setQuery(u"apikey="_s + QLatin1String(key));
    m_secure->setHandler(answering(httpAnswer(status, "", {"Location: " + to.toEncoded()})));
    m_credentials.base = m_secure->url("");
    const Result<Token> token = exchange(kind);
    const Canary canary(u"key"_s, key);
    QVERIFY(!token);
    QCOMPARE(token.error().kind, ErrorKind::Redirect);
    QCOMPARE(token.error().httpStatus, status);
    const QString named = to.port() < 0 ? to.host() : u"%1:%2"_s.arg(to.host()).arg(to.port());
    QVERIFY2(token.error().sentence.contains(named), qPrintable(token.error().sentence));
    QVERIFY(!token.error().nextStep.isEmpty());
    QCOMPARE(canary.formIn(everything(token.error()).toUtf8()), QString());
    // The key went out once, to its own service.
    QCOMPARE(m_secure->requests().size(), 1);
    QVERIFY(tellsTheKey(canary, *m_secure));
    QCOMPARE(m_other->connections(), 0);
    QCOMPARE(m_otherPlain->connections(), 0);
}

ACX_TEST_MAIN(TestTokenRedirects)
#include "test_token_redirects.moc"
