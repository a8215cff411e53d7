// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/explorer/definition_bench.h"
#include "tests/support/test_main.h"

using namespace Qt::StringLiterals;
using namespace acx;

/// An opened API definition that two windows call: what the one changes, the other must know before it sends.
class TestDefinitionWindows final : public QObject, protected DefinitionBench
{
    Q_OBJECT

private Q_SLOTS:
    void init() { setUp(); }
    void cleanup() { tearDown(); }

    void l8_sendsNoClientToAnOlderPlace_data();
    void l8_sendsNoClientToAnOlderPlace();
    void k4_asksTheKeychainOnceAtATime();
    void keepsALostLineInTheList();
};

void TestDefinitionWindows::l8_sendsNoClientToAnOlderPlace_data()
{
    QTest::addColumn<bool>("isKnown");     // the first window has asked the keychain already
    QTest::addColumn<bool>("isSession");   // the first window has a client for this session
    QTest::addColumn<bool>("isMeanwhile"); // the other window changes it while the keychain is asked
    QTest::newRow("L8 definition, a client for another base") << false << false << false;
    QTest::newRow("L8 definition, another base after the client was read") << true << false << false;
    QTest::newRow("L8 definition, another base after a client for this session") << false << true << false;
    QTest::newRow("L8 definition, another base while the keychain is asked") << false << false << true;
}

void TestDefinitionWindows::l8_sendsNoClientToAnOlderPlace()
{
    QFETCH(bool, isKnown);
    QFETCH(bool, isSession);
    QFETCH(bool, isMeanwhile);
    const QString id = openText(definition("Things", "/a", securedWithClient()));
    QVERIFY(waitFor(setClient(id, u"one"_s, Secret("secret-of-the-first"))));
    if (isSession)
        m_library->useClientForSession(id, {}, Secret("secret-of-this-session"));
    if (isKnown)
        QCOMPARE(waitFor(m_library->headersFor(id))->origins.value(0).host, u"api.example.com"_s);
    const auto other = library();
    const auto move = [&] {
        QVERIFY(waitFor(other->setBase(id, QUrl(u"https://other.example.com/v1"_s))));
        QVERIFY(waitFor(other->setClient(id, u"https://other.example.com"_s, u"two"_s, Secret("secret-of-the-other"))));
    };
    if (isMeanwhile)
        m_keychain.atNextRead = move;
    else
        move();
    const Result<DefinitionHeaders> headers = waitFor(m_library->headersFor(id));
    QVERIFY2(headers, qPrintable(headers ? QString() : headers.error().message()));
    QVERIFY(!m_keychain.atNextRead);
    QCOMPARE(headers->origins, (QList<Origin>{{u"https"_s, u"other.example.com"_s, 443}}));
    QCOMPARE(headers->headers, (HttpHeaders{{"X-Id"_ba, "two"_ba}}));
    QCOMPARE(headers->secretHeaders.value(0).second, Secret("secret-of-the-other"));
    QCOMPARE(m_library->find(id)->base.host(), u"other.example.com"_s); // and that is what the window shows
}

void TestDefinitionWindows::k4_asksTheKeychainOnceAtATime()
{
    const QString id = openText(definition("Things", "/a", securedWithClient()));
    QVERIFY(waitFor(setClient(id, u"one"_s, Secret("two"))));
    m_keychain.reads = 0;
    // Two tabs, and the card with the client id.
    const QFuture<Result<DefinitionHeaders>> first = m_library->headersFor(id);
    const QFuture<Result<DefinitionHeaders>> second = m_library->headersFor(id);
    const QFuture<Result<QString>> shown = m_library->clientId(id);
    QCOMPARE(waitFor(first)->secretHeaders.value(0).second, Secret("two"));
    QCOMPARE(waitFor(second)->secretHeaders.value(0).second, Secret("two"));
    QCOMPARE(waitFor(shown).value(), u"one"_s);
    QCOMPARE(m_keychain.reads, 2); // id and secret
    // A refusal is not remembered.
    const auto later = library();
    m_keychain.isShut = true;
    QCOMPARE(waitFor(later->headersFor(id)).error().kind, ErrorKind::KeychainLocked);
    m_keychain.isShut = false;
    QCOMPARE(waitFor(later->headersFor(id))->headers, (HttpHeaders{{"X-Id"_ba, "one"_ba}}));
}

void TestDefinitionWindows::keepsALostLineInTheList()
{
    const QString id = openText(definition("Things", "/a", securedWithClient()));
    QVERIFY(waitFor(setClient(id, u"one"_s, Secret("two"))));
    writeFile(path(u"definitions/index.json"_s), R"({"version":1,"definitions":[]})");
    // Nothing tells any more whom the client was given for; yet it can be removed.
    QCOMPARE(waitFor(m_library->headersFor(id)).error().kind, ErrorKind::NotFound);
    QCOMPARE(m_library->list().size(), 1);
    QVERIFY(waitFor(m_library->remove(id)));
    QVERIFY(!isInKeychain(id) && !isInKeychain(id, u"client-id"_s));
}

ACX_TEST_MAIN(TestDefinitionWindows)
#include "test_definition_windows.moc"
