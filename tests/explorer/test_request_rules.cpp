// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/explorer/definition_request.h"
#include "tests/explorer/prepared_bench.h"
#include "tests/support/test_main.h"

#include <QRegularExpression>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace acx;

/// What a request may say besides its target: method, headers, body, and what a read-only profile lets through. L means
/// the project's own requirements on leaks.
class TestRequestRules final : public PreparedBench
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".?"_s)); }

    void readOnlyProfilesSendNothingThatChanges_data();
    void readOnlyProfilesSendNothingThatChanges();
    void readOnlyHoldsForDefinitionsToo();
    void methodsAreChecked_data();
    void methodsAreChecked();
    void l4_headersAreChecked_data();
    void l4_headersAreChecked();
    void usualHeadersAreAdded();
    void bodylessPostSaysSo_data();
    void bodylessPostSaysSo();
    void headerLinesAreRead();
    void badHeaderLineIsNamed();
};

void TestRequestRules::readOnlyProfilesSendNothingThatChanges_data()
{
    QTest::addColumn<QByteArray>("method");
    QTest::addColumn<OperationRisk>("risk");
    QTest::addColumn<bool>("allowed");
    QTest::addColumn<bool>("destructive");
    QTest::newRow("GET") << "GET"_ba << OperationRisk::Read << true << false;
    QTest::newRow("HEAD") << "HEAD"_ba << OperationRisk::Read << true << false;
    QTest::newRow("OPTIONS") << "OPTIONS"_ba << OperationRisk::Read << true << false;
    QTest::newRow("a GET that writes") << "GET"_ba << OperationRisk::Write << false << false;
    QTest::newRow("a destructive GET") << "GET"_ba << OperationRisk::Destructive << false << true;
    QTest::newRow("POST") << "POST"_ba << OperationRisk::Read << false << false;
    QTest::newRow("PUT") << "PUT"_ba << OperationRisk::Write << false << false;
    QTest::newRow("PATCH") << "PATCH"_ba << OperationRisk::Read << false << false;
    QTest::newRow("DELETE") << "DELETE"_ba << OperationRisk::Read << false << true;
    QTest::newRow("a destructive POST") << "POST"_ba << OperationRisk::Destructive << false << true;
    QTest::newRow("small letters are another method") << "get"_ba << OperationRisk::Read << false << false;
    QTest::newRow("delete in small letters") << "delete"_ba << OperationRisk::Read << false << true;
    QTest::newRow("a method of one's own") << "PURGE"_ba << OperationRisk::Read << false << false;
}

void TestRequestRules::readOnlyProfilesSendNothingThatChanges()
{
    QFETCH(const QByteArray, method);
    QFETCH(const OperationRisk, risk);
    QFETCH(const bool, allowed);
    QFETCH(const bool, destructive);
    RequestDraft draft;
    draft.method = method;
    draft.target = u"/v1/me"_s;
    draft.risk = risk;
    QCOMPARE(isDestructive(draft), destructive);
    const Deployment &deployment = m_catalog.get(DeploymentKind::Custom);
    QVERIFY(prepare(draft, deployment, places(), false, Access::Full));
    const Result<PreparedRequest> request = prepare(draft, deployment, places(), false, Access::ReadOnly);
    QCOMPARE(request.has_value(), allowed);
    if (allowed)
        return;
    QCOMPARE(request.error().kind, ErrorKind::Unsupported);
    QVERIFY(request.error().sentence.contains(u"read-only"_s));
    QVERIFY(!request.error().nextStep.isEmpty());
}

void TestRequestRules::readOnlyHoldsForDefinitionsToo()
{
    Definition definition;
    definition.base = QUrl(u"https://gateway.example.com/acme"_s);
    RequestDraft draft;
    draft.method = "POST";
    draft.target = u"/orders"_s;
    const Deployment &deployment = m_catalog.get(DeploymentKind::Custom);
    const Result<PreparedRequest> full = prepareForDefinition(draft, definition, {}, deployment, places(), false);
    QVERIFY(full);
    QCOMPARE(full->url, QUrl(u"https://gateway.example.com/acme/orders"_s));
    QVERIFY(!full->tokenKind);
    const Result<PreparedRequest> refused =
        prepareForDefinition(draft, definition, {}, deployment, places(), false, Access::ReadOnly);
    QCOMPARE(refused.error().kind, ErrorKind::Unsupported);
}

void TestRequestRules::methodsAreChecked_data()
{
    QTest::addColumn<QByteArray>("method");
    QTest::addColumn<bool>("accepted");
    for (const char *method : {"GET", "POST", "PUT", "PATCH", "DELETE", "HEAD", "OPTIONS", "PURGE", "M-SEARCH"})
        QTest::newRow(method) << QByteArray(method) << true;
    for (const char *method : {"", "G ET", "GET\r\nX", "GÄT", "CONNECT", "connect", "TRACE", "GET/"})
        QTest::addRow("refused: %s", QByteArray(method).toPercentEncoding(" /").constData())
            << QByteArray(method) << false;
}

void TestRequestRules::methodsAreChecked()
{
    QFETCH(QByteArray, method);
    QFETCH(bool, accepted);
    RequestDraft draft;
    draft.target = u"/v1/me"_s;
    draft.method = method;
    QCOMPARE(prepared(draft).has_value(), accepted);
}

void TestRequestRules::l4_headersAreChecked_data()
{
    QTest::addColumn<QByteArray>("name");
    QTest::addColumn<QByteArray>("value");
    QTest::addColumn<bool>("accepted");
    QTest::newRow("plain") << "X-A"_ba
                           << "b, c"_ba << true;
    QTest::newRow("tab") << "X-A"_ba
                         << "b\tc"_ba << true;
    QTest::newRow("empty value") << "X-A"_ba
                                 << ""_ba << true;
    QTest::newRow("UTF-8 value") << "X-A"_ba
                                 << "ä"_ba << true;
    QTest::newRow("empty name") << ""_ba
                                << "b"_ba << false;
    QTest::newRow("blank in name") << "X A"_ba
                                   << "b"_ba << false;
    QTest::newRow("colon in name") << "X:"_ba
                                   << "b"_ba << false;
    QTest::newRow("CR LF in value") << "X-A"_ba
                                    << "b\r\nX-B: c"_ba << false;
    QTest::newRow("LF in value") << "X-A"_ba
                                 << "b\nc"_ba << false;
    QTest::newRow("CR in value") << "X-A"_ba
                                 << "b\rc"_ba << false;
    QTest::newRow("NUL in value") << "X-A"_ba << QByteArray("b\0c", 3) << false;
    QTest::newRow("LF in name") << "X\nA"_ba
                                << "b"_ba << false;
    QTest::newRow("Content-Length") << "content-length"_ba
                                    << "5"_ba << false;
    QTest::newRow("Transfer-Encoding") << "Transfer-Encoding"_ba
                                       << "chunked"_ba << false;
    QTest::newRow("Host") << "host"_ba
                          << "evil.example"_ba << false;
}

void TestRequestRules::l4_headersAreChecked()
{
    QFETCH(QByteArray, name);
    QFETCH(QByteArray, value);
    QFETCH(bool, accepted);
    RequestDraft draft;
    draft.target = u"/v1/me"_s;
    draft.headers = {{name, value}};
    const Result<PreparedRequest> request = prepared(draft);
    QCOMPARE(request.has_value(), accepted);
    if (accepted)
        QCOMPARE(headerValue(request->headers, name), value);
}

void TestRequestRules::usualHeadersAreAdded()
{
    RequestDraft draft;
    draft.target = u"/v1/me"_s;
    QCOMPARE(headerValue(prepared(draft)->headers, "Accept"), "application/json"_ba);
    QVERIFY(!hasHeader(prepared(draft)->headers, "Content-Type"));
    draft.method = "POST";
    draft.body = "a: b";
    draft.headers = {{"accept"_ba, "text/plain"_ba}, {"content-type"_ba, "application/yaml"_ba}};
    QCOMPARE(prepared(draft)->headers, draft.headers);
    QCOMPARE(prepared(draft)->body, draft.body);
}

void TestRequestRules::bodylessPostSaysSo_data()
{
    QTest::addColumn<QByteArray>("method");
    QTest::addColumn<bool>("emptyBody");
    QTest::newRow("GET") << "GET"_ba << false;
    QTest::newRow("DELETE") << "DELETE"_ba << false;
    QTest::newRow("POST") << "POST"_ba << true;
    QTest::newRow("PUT") << "PUT"_ba << true;
    QTest::newRow("PATCH") << "PATCH"_ba << true;
}

void TestRequestRules::bodylessPostSaysSo()
{
    QFETCH(QByteArray, method);
    QFETCH(bool, emptyBody);
    RequestDraft draft;
    draft.target = u"/v1/me"_s;
    draft.method = method;
    QCOMPARE(prepared(draft)->body, emptyBody ? std::optional(QByteArray()) : std::nullopt);
}

void TestRequestRules::headerLinesAreRead()
{
    const Result<HttpHeaders> headers = readHeaderLines(u"X-A: b: c\r\n\n  X-Empty:\nX-A:d  "_s);
    QVERIFY(headers);
    const HttpHeaders expected = {{"X-A"_ba, "b: c"_ba}, {"X-Empty"_ba, ""_ba}, {"X-A"_ba, "d"_ba}};
    QCOMPARE(*headers, expected);
    QVERIFY(readHeaderLines({})->isEmpty());
}

void TestRequestRules::badHeaderLineIsNamed()
{
    const Result<HttpHeaders> headers = readHeaderLines(u"X-A: b\nno colon here"_s);
    QCOMPARE(headers.error().kind, ErrorKind::InvalidInput);
    QVERIFY(headers.error().sentence.contains(u'2'));
    QVERIFY(readHeaderLines(u"X-A: b\nX B: c"_s).error().technical.contains(u'2'));
}

ACX_TEST_MAIN(TestRequestRules)
#include "test_request_rules.moc"
