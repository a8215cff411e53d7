// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/cli/acx_runner.h"
#include "tests/support/fault_server.h"
#include "tests/support/run_canary.h"
#include "tests/support/test_main.h"

#include <QRegularExpression>
#include <QTcpSocket>
#include <QTemporaryDir>

using namespace Qt::StringLiterals;
using namespace acx;

namespace {

const QByteArray canary = runSecret();

} // namespace

/// Rows L1, L4, L5 and L9 of the leak matrix through `acx call` and its -H.
class TestAcxLeaks final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { m_acx.workingFolder = m_folder.path(); }
    void init() { QTest::failOnWarning(QRegularExpression(u".?"_s)); }
    void l1HeaderDoesNotTravel_data();
    void l1HeaderDoesNotTravel();
    void l7WhatTheServiceRepeats_data();
    void l7WhatTheServiceRepeats();
    void r8ShortWordsStay();
    void l4LineBreaks_data();
    void l4LineBreaks();
    void l5PlainHttp_data();
    void l5PlainHttp();
    void l9OneExecution_data();
    void l9OneExecution();

private:
    [[nodiscard]] AcxRun call(const QString &method, const QString &target, const QStringList &more = {}) const
    {
        return m_acx.run(QStringList{u"call"_s, method, target, u"--no-token"_s} + more);
    }

    QTemporaryDir m_folder;
    AcxRunner m_acx;
};

void TestAcxLeaks::l1HeaderDoesNotTravel_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QString>("header");
    for (const int status : {301, 302, 303, 307, 308}) {
        for (const char *name :
             {"Authorization: Bearer %1", "Cookie: a=%1", "X-IBM-Client-Secret: %1", "IAM-ApiKey: %1"})
            QTest::addRow("L1 %d %s", status, name)
                << status << QString::fromLatin1(name).arg(QLatin1StringView(canary));
    }
}

void TestAcxLeaks::l1HeaderDoesNotTravel()
{
    QFETCH(const int, status);
    QFETCH(const QString, header);
    FaultServer other;
    FaultServer server(answering(httpAnswer(status, "", {"Location: " + other.url("/x").toEncoded()})));
    const AcxRun run = call(u"GET"_s, server.url("/x").toString(), {u"-H"_s, header});
    QVERIFY2(server.bytes().contains(canary), run.told().constData());
    QVERIFY(!other.bytes().contains(canary));
    QVERIFY(!run.err.contains(canary) && !run.out.contains(canary));
}

void TestAcxLeaks::l7WhatTheServiceRepeats_data()
{
    QTest::addColumn<QString>("header");
    QTest::addColumn<QByteArray>("answer");
    const QByteArray refusal = httpAnswer(403, R"({"message":"9f8e7d6c5b4a is blocked","code":"9f8e7d6c5b4a"})");
    const QByteArray redirect = httpAnswer(307, "{}", {"Location: /next?x=9f8e7d6c5b4a"});
    for (const auto &[name, answer] : {std::pair("refusal", refusal), std::pair("redirect", redirect)}) {
        for (const char *header : {"X-IBM-Client-Secret: %1", "Authorization: Bearer %1", "Authorization: %1",
                                   "Cookie: a=%1", "Cookie: lang=de; a=%1; b"})
            QTest::addRow("L7 %s, %s", name, header) << QString::fromLatin1(header).arg("9f8e7d6c5b4a"_L1) << answer;
    }
}

void TestAcxLeaks::l7WhatTheServiceRepeats()
{
    QFETCH(const QString, header);
    QFETCH(const QByteArray, answer);
    FaultServer server(answering(answer));
    const AcxRun run = call(u"POST"_s, server.url("/x").toString(), {u"-H"_s, header});
    QVERIFY2(run.exitCode == 1, run.told().constData());
    QCOMPARE(server.requests().size(), 1);
    QVERIFY2(!run.err.contains("9f8e7d6c5b4a") && run.err.contains("127.0.0.1"), run.told().constData());
}

void TestAcxLeaks::r8ShortWordsStay()
{
    FaultServer server(answering(httpAnswer(404, "{}")));
    const AcxRun run = call(u"GET"_s, server.url("/x").toString(), {u"-H"_s, u"Authorization: Bearer 127"_s});
    QVERIFY2(run.err.contains("127.0.0.1"), run.told().constData());
}

void TestAcxLeaks::l4LineBreaks_data()
{
    QTest::addColumn<QString>("where");
    QTest::addColumn<QString>("breaker");
    const QList<std::pair<const char *, QString>> breakers{{"CR", u"\rX-Evil: 1"_s},
                                                           {"LF", u"\nX-Evil: 1"_s},
                                                           {"CR LF", u"\r\nX-Evil: 1"_s},
                                                           {"two line ends", u"\r\n\r\nGET /evil HTTP/1.1\r\n\r\n"_s},
                                                           {"U+010D U+010A", u"\u010d\u010aX-Evil: 1"_s},
                                                           {"U+0085", u"\u0085X-Evil: 1"_s}};
    for (const char *where : {"header name", "header value", "method", "target", "query", "host"}) {
        for (const auto &[name, breaker] : breakers)
            QTest::addRow("L4 %s in the %s", name, where) << QString::fromLatin1(where) << breaker;
    }
}

void TestAcxLeaks::l4LineBreaks()
{
    QFETCH(const QString, where);
    QFETCH(const QString, breaker);
    FaultServer server;
    QString method = u"GET"_s;
    QString target = server.url("/x").toString();
    QStringList more;
    if (where == "header name"_L1)
        more = {u"-H"_s, u"X-A"_s + breaker + u": 1"_s};
    else if (where == "header value"_L1)
        more = {u"-H"_s, u"X-A: 1"_s + breaker};
    else if (where == "method"_L1)
        method += breaker;
    else if (where == "target"_L1)
        target += breaker;
    else if (where == "query"_L1)
        target += u"?a="_s + breaker;
    else
        target.insert(target.indexOf("127.0.0.1"_L1), breaker);
    const AcxRun run = call(method, target, more);
    if (run.exitCode == 2) { // wrong use: nothing went out
        QCOMPARE(server.connections(), 0);
        QVERIFY(!run.err.isEmpty());
        return;
    }
    QVERIFY2(run.exitCode == 0, run.told().constData());
    QCOMPARE(server.requests().size(), 1);
    const QByteArray head = server.requests().first().head;
    QVERIFY2(!head.toLower().contains("\nx-evil") && !head.toLower().contains("\rx-evil"), head.constData());
    QCOMPARE(head.count('\n'), head.count("\r\n"));
}

void TestAcxLeaks::l5PlainHttp_data()
{
    QTest::addColumn<QString>("target");
    QTest::newRow("L5 plain http") << u"http://api.example.test/x"_s;
    QTest::newRow("L5 a name that begins like loopback") << u"http://localhost.evil.test/x"_s;
    QTest::newRow("L5 an address that begins like loopback") << u"http://127.0.0.1.evil.test/x"_s;
}

void TestAcxLeaks::l5PlainHttp()
{
    QFETCH(const QString, target);
    const AcxRun run = call(u"GET"_s, target, {u"-H"_s, u"Authorization: Bearer "_s + QLatin1StringView(canary)});
    QVERIFY2(run.exitCode == 2, run.told().constData());
    QVERIFY2(run.err.contains("http"), run.told().constData());
    QVERIFY(!run.err.contains(canary));
}

void TestAcxLeaks::l9OneExecution_data()
{
    QTest::addColumn<QString>("method");
    QTest::addColumn<QByteArray>("written");
    for (const char *method : {"POST", "PUT", "PATCH", "DELETE"}) {
        QTest::addRow("L9 %s, closed before the status line", method) << QString::fromLatin1(method) << QByteArray();
        QTest::addRow("L9 %s, closed in it", method) << QString::fromLatin1(method) << QByteArray("HTTP/1.1 2");
        QTest::addRow("L9 %s, closed after it", method)
            << QString::fromLatin1(method) << QByteArray("HTTP/1.1 201 Created\r\n");
    }
}

void TestAcxLeaks::l9OneExecution()
{
    QFETCH(const QString, method);
    QFETCH(const QByteArray, written);
    FaultServer server(answeringThenClosing(written));
    const AcxRun run = call(method, server.url("/x").toString(), {u"-d"_s, u"{}"_s});
    QVERIFY2(run.exitCode == 4, run.told().constData());
    QVERIFY2(run.err.contains("may or may not"), run.told().constData());
    QCOMPARE(server.requests().size(), 1);
}

ACX_TEST_MAIN(TestAcxLeaks)
#include "test_acx_leaks.moc"
